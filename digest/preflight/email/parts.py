"""Checks that the text part says what the HTML says, as text.

Rule 1. A passage of four words or more of the one part stands in the other, case and punctuation aside:
shorter ones are labels, which a theme may word for each part as fits. A middle dot parts passages.
Rule 2. A web address of the one part is in the other; jumps inside the email are not.
"""

import re
from collections.abc import Iterable, Iterator

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.email.shown import passages
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.places import placed, story_at

LONGEST_LINE = 998  # octets without the line's end
WRAPPED_LINE = 78
LABEL = 3  # words
EXAMPLES = 3
URL = pattern(r"<?(?:https?|mailto|tel):[^\s<>]+>?")
PROVIDERS_TAG = pattern(r"\[\[\w+\]\]|\*\|\w+\|\*|\{\{.*?\}\}|<%.*?%>|\ue000\w+\ue001")
LIST_MARK = pattern(r"^\s*(?:\d+\.|[*•—–-])\s", re.MULTILINE)
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts whose lines are broken between any two letters
WORD = pattern(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
PARTED = pattern(r"\s[·•|]\s")
TAG = pattern(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{2,5});")


def empty(galley: Galley) -> Iterator[Hit]:
    """An email that is HTML alone."""
    if not galley.email.text.strip():
        yield Hit(message="the text part is empty", where="email.txt", mend="mend the theme's issue.txt")


def left_out(galley: Galley) -> Iterator[Hit]:
    """Words of the HTML that the text part does not have."""
    text = _stream(galley.email.text)
    for each in passages(galley.tree) if text.strip() else ():
        lacking = [
            said for said in PARTED.split(each.text) if _is_passage(said) and _stream(said) not in text
        ]
        if lacking:
            yield Hit(
                message=f"the text part does not say “{_short(lacking[0])}”",
                where="email.txt",
                place=each.place,
                story=story_at(each.place, galley.issue),
                mend="let the theme's issue.txt say what its HTML says",
            )


def put_in(galley: Galley) -> Iterator[Hit]:
    """Words of the text part that the HTML does not have."""
    html = _stream(" ".join(each.text for each in passages(galley.tree)))
    for paragraph in pattern(r"\n\s*\n|\n(?=\s*(?:\*|\d+\.|—) )").split(galley.email.text):
        if any(_is_passage(said) and _stream(said) not in html for said in _sayings(paragraph, html)):
            yield Hit(
                message=f"only the text part says “{_short(' '.join(paragraph.split()))}”",
                where="email.txt",
                line=galley.email.text.count("\n", 0, galley.email.text.find(paragraph.strip())) + 1,
                mend="let the theme's HTML say it too, or take it out of issue.txt",
            )


def links(galley: Galley) -> Iterator[Hit]:
    """Addresses that only one of the parts has."""
    hrefs = (str(each.get("href", "")) for each, _ in placed(galley.tree) if each.tag == "a")
    linked = {_bare(url) for url in hrefs if not url.startswith("#")}
    written = {_bare(match) for match in URL.findall(galley.email.text)}
    missing = sorted(url for url in linked - written if url.startswith(("http:", "https:")))
    for urls, part in ((missing, "text part"), (sorted(written - linked), "HTML")):
        if urls and galley.email.text.strip():
            yield Hit(
                message=f"the {part} lacks {len(urls)} of the links: {_examples(urls)}",
                where="email.txt" if part == "text part" else "email.html",
                mend="let both parts of the theme link to the same pages",
            )


def markup(galley: Galley) -> Iterator[Hit]:
    """Tags or entities in the text part, but for those that the articles speak of."""
    shown = " ".join(each.text for each in passages(galley.tree))
    found = [tag for tag in TAG.findall(galley.email.text) if tag not in shown]
    if found:
        yield Hit(
            message=f"the text part has markup in it: {_examples(found)}",
            where="email.txt",
            line=galley.email.text.count("\n", 0, galley.email.text.find(found[0])) + 1,
            mend="mend the theme's issue.txt",
        )


def long_text_lines(galley: Galley) -> Iterator[Hit]:
    """Lines of the text part that a blank could have ended sooner."""
    lines = [n for n, line in enumerate(galley.email.text.split("\n"), 1) if _overruns(line)]
    if lines:
        yield Hit(
            message=f"{len(lines)} lines of the text part are longer than {WRAPPED_LINE} characters",
            where="email.txt",
            line=lines[0],
            mend="use the |wrap filter in the theme's issue.txt",
        )


def long_lines(galley: Galley) -> Iterator[Hit]:
    """Lines of the message that a mail server may refuse or break."""
    raw = galley.message() if galley.message else b""
    lines = [n for n, line in enumerate(raw.splitlines(), 1) if len(line) > LONGEST_LINE]
    if lines:
        yield Hit(
            message=f"{len(lines)} lines of the message are longer than {LONGEST_LINE} octets",
            where="email.eml",
            line=lines[0],
            mend="send the parts as quoted-printable or base64",
        )


def _words(text: str) -> list[str]:
    """The words in small letters, without the addresses, tags and list marks of a text part."""
    bare = PROVIDERS_TAG.sub(" ", URL.sub(" ", LIST_MARK.sub("", text)))
    return WORD.findall(bare.casefold())


def _is_passage(text: str) -> bool:
    return len(_words(text)) > LABEL


def _stream(text: str) -> str:
    """The words alone, with a blank round each, so that a passage is found whole."""
    return f" {' '.join(_words(text))} "


def _sayings(paragraph: str, html: str) -> Iterable[str]:
    """A paragraph as a whole; where the HTML parts it, line by line and at its dots."""
    if _stream(paragraph) in html:
        return (paragraph,)
    return (said for line in paragraph.split("\n") for said in PARTED.split(line))


def _overruns(line: str) -> bool:
    return len(line) > WRAPPED_LINE and " " in line.strip()[: WRAPPED_LINE + 1] and not URL.search(line)


def _bare(url: str) -> str:
    """An address without what a sentence puts round it."""
    return url.strip("<>").rstrip(".,;")


def _examples(texts: list[str]) -> str:
    rest = f" and {len(texts) - EXAMPLES} more" * (len(texts) > EXAMPLES)
    return ", ".join(texts[:EXAMPLES]) + rest


def _short(text: str) -> str:
    return text if len(text) <= WRAPPED_LINE else text[:WRAPPED_LINE].rsplit(" ", 1)[0] + " …"


_UNLIKE = "filters take parts that differ for spam, and readers of the text get another digest"
ROWS = (
    Check(
        code="text-empty",
        level=Level.ERROR,
        run=empty,
        title="the text part is empty",
        why="readers of plain text see nothing, and filters hold it against the sender",
        source="RFC 2046, 5.1.4",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="text-lacks",
        level=Level.WARNING,
        run=left_out,
        title="the HTML says something that the text part does not",
        why=_UNLIKE,
        source="RFC 2046, 5.1.4; SpamAssassin's MPART_ALT_DIFF",
        deep=True,
    ),
    Check(
        code="text-adds",
        level=Level.WARNING,
        run=put_in,
        title="the text part says something that the HTML does not",
        why=_UNLIKE,
        source="RFC 2046, 5.1.4; SpamAssassin's MPART_ALT_DIFF",
        deep=True,
    ),
    Check(
        code="text-links",
        level=Level.WARNING,
        run=links,
        title="one part has links that the other lacks",
        why="its readers cannot go where the others can",
        source="RFC 2046, 5.1.4",
        deep=True,
    ),
    Check(
        code="text-markup",
        level=Level.WARNING,
        run=markup,
        title="the text part has markup in it",
        why="readers see the tags",
        deep=True,
    ),
    Check(
        code="text-line-long",
        level=Level.NOTE,
        run=long_text_lines,
        title="lines of the text part are not wrapped",
        why="mail programs that do not wrap text show half of each line",
        source="RFC 5322, 2.1.1",
        deep=True,
    ),
    Check(
        code="line-long",
        level=Level.ERROR,
        run=long_lines,
        title="lines of the message are longer than mail may have",
        why="servers break or refuse them",
        source="RFC 5322, 2.1.1",
        ignorable=False,
        deep=True,
    ),
)
