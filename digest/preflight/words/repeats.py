"""Checks for what an issue says twice."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from digest.model import Level
from digest.preflight.addresses import page_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Spot, spot
from digest.preflight.wording import told_words
from digest.preflight.words.quotes import start_of

_ENOUGH = 5  # words of a quotation: two or three may well stand in a summary too
_Told = tuple[str, str, Spot]  # what it says folded, how it is called, where it stands


def story_twice(galley: Galley) -> Iterator[Hit]:
    """Two stories of one page."""
    numbered = [each for each in enumerate(galley.issue.stories, 1) if each[1].url.value]
    for (first, one), (second, other) in combinations(numbered, 2):
        if page_of(one.url.value) == page_of(other.url.value):
            yield spot(second, other, "url", other.url).hit(
                f"leads to the same page as story {first}, “{one.headline.value}”",
                "take one of the two out, or give its own url",
            )


def headline_repeated(galley: Galley) -> Iterator[Hit]:
    """A headline that stands over two stories."""
    headlines = (
        (told_words(story.headline.value), "", spot(number, story, "headline", story.headline))
        for number, story in enumerate(galley.issue.stories, 1)
    )
    for first, again in _again(headlines):
        yield again.hit(f"has the same headline as {first.key}", "give one of them a headline of its own")


def standfirst_repeated(galley: Galley) -> Iterator[Hit]:
    """A standfirst that says what the headline says."""
    for number, story in enumerate(galley.issue.stories, 1):
        said = told_words(story.standfirst.value)
        if said and said == told_words(story.headline.value):
            yield spot(number, story, "standfirst", story.standfirst).hit(
                "the standfirst says what the headline says", 'leave it out: standfirst = ""'
            )


def summary_repeated(galley: Galley) -> Iterator[Hit]:
    """A sentence of a summary that readers have read already."""
    told: list[_Told] = []
    for number, story in enumerate(galley.issue.stories, 1):
        for name in ("headline", "standfirst"):
            decided = getattr(story, name)
            told.append((told_words(decided.value), name, spot(number, story, name, decided)))
        for n, sentence in enumerate(story.summary, 1):
            here = spot(number, story, f"summary[{n}]", sentence)
            told.append((told_words(sentence.value), "summary", here))
    for first, again in _again(told):
        if ".summary" in again.key:
            yield again.hit(f"says what stands at {first.key}", "leave one of them out")


def quote_repeated(galley: Galley) -> Iterator[Hit]:
    """A quotation that is given twice."""
    quotes = [
        (told_words(quote.value.text), start_of(quote.value), spot(number, story, f"quotes[{n}]", quote))
        for number, story in enumerate(galley.issue.stories, 1)
        for n, quote in enumerate(story.quotes, 1)
    ]
    for first, again in _again(quotes):
        yield again.hit(f"is the same quotation as {first.key}", "leave one of them out")


def quote_in_summary(galley: Galley) -> Iterator[Hit]:
    """A quotation that the story's standfirst or summary gives as well."""
    for number, story in enumerate(galley.issue.stories, 1):
        said = [told_words(each.value) for each in (story.standfirst, *story.summary)]
        for n, quote in enumerate(story.quotes, 1):
            words = told_words(quote.value.text)
            if len(words.split()) >= _ENOUGH and any(f" {words} " in f" {each} " for each in said):
                yield spot(number, story, f"quotes[{n}]", quote).hit(
                    f"“{start_of(quote.value)}” stands in the story's standfirst or summary too",
                    "choose another quotation, or another sentence",
                )


def related_repeated(galley: Galley) -> Iterator[Hit]:
    """A related headline that stands in the issue twice, or leads to a story of the issue."""
    pages = [page_of(story.url.value) for story in galley.issue.stories]
    seen: dict[str, str] = {page: f"stories[{n}]" for n, page in enumerate(pages, 1) if page}
    for number, story in enumerate(galley.issue.stories, 1):
        for n, link in enumerate(story.related, 1):
            here = spot(number, story, f"related[{n}]", link)
            page = page_of(link.value.url) or told_words(link.value.title)
            if page in seen:
                yield here.hit(
                    f"“{link.value.title}” leads where {seen[page]} leads already",
                    "leave it out, or take another headline",
                )
            seen.setdefault(page, here.key)


def _again(told: Iterable[_Told]) -> Iterator[tuple[Spot, Spot]]:
    """Each place where the words of an earlier place come again, with that earlier place."""
    seen: dict[str, Spot] = {}
    for words, _, here in told:
        if words and words in seen:
            yield seen[words], here
        seen.setdefault(words, here)


ROWS = (
    Check(
        code="story-twice",
        level=Level.WARNING,
        run=story_twice,
        title="two stories lead to the same page",
        why="readers meet the same article twice, and another one may be missing",
        deep=True,
    ),
    Check(
        code="headline-repeated",
        level=Level.WARNING,
        run=headline_repeated,
        title="two stories have the same headline",
        why="readers cannot tell them apart in the contents, nor by screen reader",
        source="WCAG 2.2, 2.4.6",
        deep=True,
    ),
    Check(
        code="standfirst-repeated",
        level=Level.WARNING,
        run=standfirst_repeated,
        title="a standfirst says what the headline says",
        why="it takes the room of something new",
        deep=True,
    ),
    Check(
        code="summary-repeated",
        level=Level.WARNING,
        run=summary_repeated,
        title="a sentence of a summary is said elsewhere too",
        why="readers have read it already",
        deep=True,
    ),
    Check(
        code="quote-repeated",
        level=Level.WARNING,
        run=quote_repeated,
        title="a quotation is given twice",
        why="readers have read it already",
        deep=True,
    ),
    Check(
        code="quote-in-summary",
        level=Level.NOTE,
        run=quote_in_summary,
        title="a quotation stands in the standfirst or summary too",
        why="it loses its force when it comes again",
        deep=True,
    ),
    Check(
        code="related-repeated",
        level=Level.NOTE,
        run=related_repeated,
        title="a related headline leads where another link of the issue leads",
        why="it takes the room of something new",
        deep=True,
    ),
)
