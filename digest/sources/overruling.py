"""What the editor says of lines, laid over what they were taken for; every line still ends in one place.

Rule 1. A page has one headline, byline and day: a line the editor makes one of them takes the place of the
        reader's own choice, which is set aside. Standfirst lines that follow each other are one.
Rule 2. What stood under a related headline or promo (its address, its day) and has lost it is set aside.
Rule 3. Names and days are read anew from their lines; a byline in which no name is known is a name itself.
"""

from bisect import bisect_right
from collections.abc import Mapping

from digest.model import Level, LineSort, Source
from digest.sources.credits import Opening
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.dates import in_american, read_date_line
from digest.sources.lines import Line
from digest.sources.page import Mark, Page, Sort

_SORTS = {each: Sort[each.name] for each in LineSort if each is not LineSort.BODY} | {
    LineSort.BODY: Sort.PROSE
}
_SINGLE = {Sort.HEADLINE: "another headline", Sort.BYLINE: "another byline", Sort.DATE: "another date"}
_LINKS = frozenset({Sort.RELATED, Sort.PROMO})
_SET_ASIDE = "set aside by the editor"


def has_words(source: Source, number: int) -> bool:
    """Whether a source has a line of this number, counted from 1, with words in it."""
    lines = source.text.split("\n")
    return 0 < number <= len(lines) and bool(lines[number - 1].strip())


def overrule(page: Page, opening: Opening, lines: Mapping[int, LineSort]) -> None:
    """Settle the lines of a page, counted from 1 as in its source, as an editor says."""
    before = [mark.sort for mark in page.marks]
    said = _said(page, lines)
    for index, sort in said.items():
        page.marks[index] = _mark(page.lines[index], page.marks[index], sort)
    for sort, reason in _SINGLE.items():
        _keep_one(page, sort, reason, [index for index in said if page.marks[index].sort is sort])
    _keep_together(page, [index for index in said if page.marks[index].sort is Sort.STANDFIRST])
    _part_details(page)
    changed = {before[index] for index in said} | {page.marks[index].sort for index in said}
    if Sort.BYLINE in changed:
        opening.names = _names(page)
    if Sort.DATE in changed:
        _read_day(page, opening)


def _said(page: Page, lines: Mapping[int, LineSort]) -> dict[int, Sort]:
    """The sorts by the places of the lines on the page, wrapped ones put together."""
    starts = [line.start for line in page.lines]
    said, place = {}, 0
    for number, text in enumerate(page.source.text.split("\n"), 1):
        if number in lines and text.strip():
            said[max(bisect_right(starts, place) - 1, 0)] = _SORTS[lines[number]]
        place += len(text) + 1
    return said


def _mark(line: Line, mark: Mark, sort: Sort) -> Mark:
    if sort is mark.sort:
        return mark
    if sort in _LINKS:
        return Mark(sort, mark.title or line.text[len(line.bullet) :], mark.url)
    return Mark(sort, reason=_SET_ASIDE if sort is Sort.JUNK else "")


def _keep_one(page: Page, sort: Sort, reason: str, said: list[int]) -> None:
    """Rule 1; lines of a byline may follow each other."""
    if not said:
        return
    kept = said[:1] if sort is Sort.HEADLINE else said
    for index, mark in enumerate(page.marks):
        if mark.sort is sort and index not in kept:
            page.set(index, Sort.JUNK, reason)


def _keep_together(page: Page, said: list[int]) -> None:
    """The reader's standfirst lines that stand elsewhere are body."""
    for index, mark in enumerate(page.marks):
        if said and mark.sort is Sort.STANDFIRST and not any(abs(index - each) <= 1 for each in said):
            page.set(index, Sort.PROSE)


def _part_details(page: Page) -> None:
    """Rule 2."""
    owned = False
    for index, mark in enumerate(page.marks):
        if mark.sort is not Sort.DETAIL:
            owned = mark.sort in _LINKS
        elif not owned:
            page.set(index, Sort.JUNK, "detail without a headline")


def _names(page: Page) -> tuple[str, ...]:
    """Rule 3."""
    names: list[str] = []
    for line, mark in zip(page.lines, page.marks, strict=True):
        if mark.sort is Sort.BYLINE:
            told = read_date_line(line.text)
            text = told.rest if told and told.rest else line.text
            names += read_byline(text) or read_byline(text, bare=True) or (text,)
    return tuple(dict.fromkeys(names))


def _read_day(page: Page, opening: Opening) -> None:
    told = None
    for index, mark in enumerate(page.marks):
        if mark.sort in (Sort.DATE, Sort.BYLINE) and not told:
            told = read_date_line(page.lines[index].text)
            if not told and mark.sort is Sort.DATE:
                page.note("no-day", index, "no day was found in this line", Level.WARNING)
    opening.day = in_american(told.found, page.source.text) if told else None
