"""Two articles in one paste: the first is taken, the editor is told where the second begins.

Rule 1. Only a whole opening counts: a headline, at most one line more, then a byline that says "By …" or a
        bare name, with its day beside it, and enough paragraphs before and after it for two articles.
Rule 2. Cards of related articles have headline, name and day too. So under a bare name the text must be
        another one: an article names again whom it has named, and where none of the names after the byline
        stands before it, another article has begun.
"""

from digest.model import Level
from digest.patterns import pattern
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.dates import read_date_line
from digest.sources.judges.marking import mark_line
from digest.sources.judges.wordlists import CALENDAR
from digest.sources.page import Page, Sort
from digest.sources.pasted.opening import is_headline

_BY = pattern(r"(?i)(?:\w+ )?by\b")
_PARAGRAPHS, _LONG = 2, 80  # so many lines of so many characters make an article
_HEADLINE_WORDS, _LONGEST_BYLINE = 4, 90
_FEWEST_NAMES, _MOST_CARDS = 4, 3
_LINKS = frozenset({Sort.RELATED, Sort.PROMO, Sort.HEADING, Sort.JUNK})
_NAME = pattern(r"(?<=[a-z,] )[A-Z][^\W\d_]+")  # within a sentence
_CAPITALISED = pattern(r"[A-Z][^\W\d_]+")
_CALENDAR = frozenset(CALENDAR.split())


def cut_second_article(page: Page, begin: int) -> None:
    """Set everything from a second article's headline on aside, with a warning."""
    long = [index for index in range(begin, len(page.lines)) if len(page.lines[index].text) > _LONG]
    if len(long) < 2 * _PARAGRAPHS:
        return
    first, cards = long[_PARAGRAPHS - 1] + 1, 0
    for index in range(first, long[-_PARAGRAPHS]):
        if len(page.lines[index].text) > _LONGEST_BYLINE or not _is_credit(page, index):
            continue
        headline = _headline_above(page, index, first)
        if headline is None:
            continue
        by = _BY.match(page.lines[index].text) is not None
        if by or (cards < _MOST_CARDS and _is_of_others(page, begin, index)):
            _cut(page, headline)
            return
        cards += 1


def _is_credit(page: Page, index: int) -> bool:
    """Whether a line is a byline, or a name, with its day."""
    text = page.lines[index].text
    if not (text[0].isupper() or _BY.match(text)):
        return False
    return _is_dated(page, index, bare=not _BY.match(text))


def _is_dated(page: Page, index: int, *, bare: bool) -> bool:
    """Whether a line is a byline with its day in it, or beside it."""
    text = page.lines[index].text
    if told := read_date_line(text):
        return bool(read_byline(told.rest, bare=bare))
    beside = [page.lines[other].text for other in (index - 1, index + 1) if other < len(page.lines)]
    dated = any((told := read_date_line(line)) and not told.rest for line in beside)
    return dated and bool(read_byline(text, bare=bare))


def _is_of_others(page: Page, begin: int, byline: int) -> bool:
    """Rule 2."""
    before = set(_CAPITALISED.findall(" ".join(line.text for line in page.lines[begin:byline])))
    text = " ".join(line.text for line in page.lines[byline + 1 :] if len(line.text) > _LONG)
    after = {name for name in _NAME.findall(text) if name.lower() not in _CALENDAR}
    return len(after) >= _FEWEST_NAMES and before.isdisjoint(after)


def _headline_above(page: Page, byline: int, begin: int) -> int | None:
    """The highest of the three lines above a byline that can be a headline; no link to another one is."""
    for index in range(max(begin, byline - 3), byline):
        line = page.lines[index]
        if line.is_sentence or line.words < _HEADLINE_WORDS or read_date_line(line.text):
            continue
        if line.bullet or mark_line(line).sort in _LINKS:
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
