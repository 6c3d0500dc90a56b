"""Two articles in one paste: the first is taken, the editor is told where the second begins.

Only a whole opening counts: a headline, at most one line more, then a byline that says "By …" with its
day beside it, with enough paragraphs before and after it for two articles.
"""

from digest.model import Level
from digest.sources.bylines import read_byline
from digest.sources.dates import read_date_line
from digest.sources.opening import is_headline
from digest.sources.page import Page, Sort
from digest.sources.patterns import pattern

_BY = pattern(r"(?i)(?:\w+ )?by\b")
_PARAGRAPHS, _LONG = 2, 80  # so many lines of so many characters make an article
_HEADLINE_WORDS = 4


def cut_second_article(page: Page, begin: int) -> None:
    """Set everything from a second article's headline on aside, with a warning."""
    long = [index for index in range(begin, len(page.lines)) if len(page.lines[index].text) > _LONG]
    if len(long) < 2 * _PARAGRAPHS:
        return
    for index in range(long[_PARAGRAPHS - 1] + 1, long[-_PARAGRAPHS]):
        if _BY.match(page.lines[index].text) and _is_dated_byline(page, index):
            headline = _headline_above(page, index, long[_PARAGRAPHS - 1] + 1)
            if headline is not None:
                _cut(page, headline)
                return


def _is_dated_byline(page: Page, index: int) -> bool:
    text = page.lines[index].text
    beside = [page.lines[other].text for other in (index - 1, index + 1) if other < len(page.lines)]
    return (
        bool(read_byline(text)) and any((told := read_date_line(line)) and not told.rest for line in beside)
    ) or _holds_day(text)


def _holds_day(text: str) -> bool:
    told = read_date_line(text)
    return told is not None and bool(read_byline(told.rest))


def _headline_above(page: Page, byline: int, begin: int) -> int | None:
    """The highest of the three lines above a byline that can be a headline."""
    for index in range(max(begin, byline - 3), byline):
        line = page.lines[index]
        if line.is_sentence or line.words < _HEADLINE_WORDS or read_date_line(line.text):
            continue
        if is_headline(line):
            return index
    return None


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
