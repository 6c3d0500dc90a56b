"""Checks of what is said against the page it was drawn from.

An editor may say things in their own words, but a figure or a name must come from somewhere: what is not in
the source is told, and the editor knows whether it is right.
"""

import re
from collections.abc import Iterator

from digest.figures import Figure, figures
from digest.model import Level, Origin, Story
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Text, spot, story_texts
from digest.preflight.wording import listed
from digest.preflight.words.quotes import start_of
from digest.verbatim import fold

_WRITTEN = (Origin.EDITOR, Origin.MODEL)
_TOLD = ("headline", "standfirst", "summary")
_COUNTED_AS_WORDS = {"1.0", "1.0th", "half", "halv", "twice", "quarter", "doubl", "tripl", "dozen"}
_WORD = pattern(r"[^\W\d_][\w'’-]*")
_OPENS = pattern(r"""(?:^|[.!?:;…–—(\[“"'‘«|\n-])\s*\Z""")
_POSSESSIVE = pattern(r"['’]s?\Z")
_CALENDAR = listed("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december i
""")
_CURRENCIES = ("£", "$", "€", "¥", "₹")
_TITLE_CASE = 0.6  # of its words with a capital, and a line is set in capitals throughout
_ALL_NOUNS = ("de", "lb")  # languages that write every noun with a capital


def quote_not_verbatim(galley: Galley) -> Iterator[Hit]:
    """A quotation that is not word for word what its page says."""
    for number, story in enumerate(galley.issue.stories, 1):
        source = fold(story.article.source.text)
        for n, quote in enumerate(story.quotes, 1):
            if not all(fold(part) in source for part in quote.value.text.split("\n\n")):
                yield spot(number, story, f"quotes[{n}]", quote).hit(
                    f"“{start_of(quote.value)}” does not stand in {story.article.source.name} word for word",
                    "give the words of the source",
                )


def summary_not_in_source(galley: Galley) -> Iterator[Hit]:
    """A sentence that was drawn from the page and does not stand there."""
    for number, story in enumerate(galley.issue.stories, 1):
        source = fold(story.article.source.text)
        for n, told in enumerate(story.summary, 1):
            if told.origin is Origin.EXTRACTED and fold(told.value) not in source:
                yield spot(number, story, f"summary[{n}]", told).hit(
                    f"“{told.value}” does not stand in {story.article.source.name} word for word",
                    'write the summary in issue.toml: summary = ["…"]',
                )


def figure_not_in_source(galley: Galley) -> Iterator[Hit]:
    """A figure that the page does not give."""
    for story, text in _written(galley):
        known = {figure.value for figure in figures(story.article.source.text)} | _COUNTED_AS_WORDS
        for figure in figures(text.value):
            if figure.value not in known:
                yield _absent(_shown(figure, text.value), text, story, "check the figure")


def name_not_in_source(galley: Galley) -> Iterator[Hit]:
    """A name that the page does not mention."""
    publication = galley.issue.publication
    if publication.language.startswith(_ALL_NOUNS):
        return
    for story, text in _written(galley):
        source = f"{story.article.source.text}\n{publication.name}\n{publication.masthead}"
        known = {_plain(word) for word in _WORD.findall(source)}
        for name in _names(text.value):
            if not _is_known(name, known, source):
                yield _absent(name, text, story, "check the name")


def _absent(shown: str, text: Text, story: Story, mend: str) -> Hit:
    source = story.article.source.name
    return text.spot.hit(f"the {text.name} says “{shown}”, which does not stand in {source}", mend)


def _shown(figure: Figure, text: str) -> str:
    """A figure as its text gives it, with the sign of its currency."""
    sign = text[: figure.start].rstrip()[-1:]
    return f"{sign if sign in _CURRENCIES else ''}{text[figure.start : figure.end].strip()}"


def _written(galley: Galley) -> Iterator[tuple[Story, Text]]:
    for number, story in enumerate(galley.issue.stories, 1):
        for text in story_texts(number, story):
            if text.name in _TOLD and text.origin in _WRITTEN:
                yield story, text


def _names(text: str) -> list[str]:
    """Words with a capital that a sentence does not begin with; none in a line that is all capitals."""
    words = list(_WORD.finditer(text))
    capital = [word for word in words if word.group()[0].isupper()]
    if len(capital) > max(2, _TITLE_CASE * len(words)):
        return []
    inside = (word.group() for word in capital if not _OPENS.search(text[: word.start()]))
    return list(dict.fromkeys(name for name in inside if _plain(name) not in _CALENDAR))


def _is_known(name: str, known: set[str], source: str) -> bool:
    parts = [_plain(part) for part in name.split("-") if part]
    return _plain(name) in known or known.issuperset(parts) or _stands_for_initials(name, source)


def _stands_for_initials(name: str, source: str) -> bool:
    """Whether "WHO" is short for words of the source: "the World Health Organization"."""
    if not name.isupper():
        return False
    spelt = r"\w*[\s-]+(?:(?:of|the|and|for|de|du|der|des)\s+)*".join(map(re.escape, name))
    return re.search(rf"\b{spelt}\w", source) is not None


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()


ROWS = (
    Check(
        code="quote-not-verbatim",
        level=Level.ERROR,
        run=quote_not_verbatim,
        title="a quotation is not word for word what its source says",
        why="words that nobody said would stand in somebody's mouth",
        source="IPSO Editors' Code of Practice, clause 1; SPJ Code of Ethics",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="summary-not-in-source",
        level=Level.ERROR,
        run=summary_not_in_source,
        title="an extracted sentence does not stand in the source",
        why="readers would be told what the article does not say",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="figure-not-in-source",
        level=Level.WARNING,
        run=figure_not_in_source,
        title="a figure in the editor's or a model's words is not in the source",
        why="a wrong figure is what readers write in about, and a correction costs another mailing",
        source="IPSO Editors' Code of Practice, clause 1",
        deep=True,
    ),
    Check(
        code="name-not-in-source",
        level=Level.WARNING,
        run=name_not_in_source,
        title="a name in the editor's or a model's words is not in the source",
        why="a misspelt or wrong name harms whoever bears it, and the digest's good name",
        source="IPSO Editors' Code of Practice, clause 1",
        deep=True,
    ),
)
