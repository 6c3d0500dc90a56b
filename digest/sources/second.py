"""Two articles in one paste: the first is taken, the editor is told where the second begins.

Only a whole opening counts: a headline, at most one line more, then a byline that says "By …" with its day beside it, with
enough paragraphs before and after it for two articles.
"""

import re

from digest.model import Level
from digest.sources.bylines import read_byline
from digest.sources.dates import read_date_line
from digest.sources.opening import is_headline
from digest.sources.page import Page, Sort

_BY = re.compile(r"(?i)(?:\w+ )?by\b")
_PARAGRAPHS, _LONG = 2, 120  # so many lines of so many characters make an article
_HEADLINE_WORDS = 4


def cut_second_article(page: Page, begin: int) -> None:
    """Set everything from a second article's headline on aside, with a warning."""
    for index in range(begin + _PARAGRAPHS, len(page.lines)):
        if _BY.match(page.lines[index].text) and _is_dated_byline(page, index):
            headline = _headline_above(page, index, begin)
            if headline is not None and _is_article(page, index, len(page.lines)):
                _cut(page, headline)
                return


def _is_dated_byline(page: Page, index: int) -> bool:
    text = page.lines[index].text
    beside = [page.lines[other].text for other in (index - 1, index + 1) if other < len(page.lines)]
    return bool(read_byline(text)) and any((told := read_date_line(line)) and not told.rest for line in beside) or _holds_day(text)


def _holds_day(text: str) -> bool:
    told = read_date_line(text)
    return told is not None and bool(read_byline(told.rest))


def _headline_above(page: Page, byline: int, begin: int) -> int | None:
    """The highest of the three lines above a byline that can be a headline, with an article before it."""
    for index in range(max(begin, byline - 3), byline):
        line = page.lines[index]
        told = read_date_line(line.text)
        if not line.is_sentence and line.words >= _HEADLINE_WORDS and is_headline(line) and not told and _is_article(page, begin, index):
            return index
    return None


def _is_article(page: Page, begin: int, end: int) -> bool:
    return sum(len(page.lines[index].text) > _LONG for index in range(begin, end)) >= _PARAGRAPHS


def _cut(page: Page, headline: int) -> None:
    for index in range(headline, len(page.lines)):
        page.set(index, Sort.JUNK, "another article")
    page.note(
        "two-articles",
        headline,
        f"a second article begins here and was left out: {page.lines[headline].text}",
        Level.WARNING,
        "put each article into a file of its own",
    )
