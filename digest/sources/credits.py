"""The lines beside a headline that say who wrote it and when, marked on the page.

Rule 1. A line may hold both, in either order, and a role, a place, an outlet or a count of minutes with them.
Rule 2. A bare name is a byline only after the headline, beside a day, a job title or the first paragraph.
Rule 3. The day of publication beats that of an update; of several bylines those that follow each other count.
"""

from datetime import date
from itertools import pairwise

from msgspec import Struct

from digest.sources.bylines import is_lead_alone, is_role, read_byline, read_shouted
from digest.sources.dates import in_american, read_date_line
from digest.sources.headlines import has_news_verb
from digest.sources.junk import junk_reason
from digest.sources.page import Page, Sort
from digest.sources.patterns import pattern

_PLACE_WORDS, _PART_WORDS = 3, 4
_PARTS = pattern(r"\s[|·•–—-]\s|,\s")


class Opening(Struct):
    """What the opening said and where the body begins (a line's index)."""

    names: tuple[str, ...] = ()
    day: date | None = None
    later: bool = False
    url: str = ""
    end: int = 0


def settle_places(page: Page) -> None:
    """One place for byline and day each: lines that follow each other; others are set aside."""
    for sort in (Sort.BYLINE, Sort.DATE):
        indexes = [index for index, mark in enumerate(page.marks) if mark.sort is sort]
        for first, index in pairwise(indexes):
            if index != first + 1 or page.marks[first].sort is Sort.JUNK:
                page.set(index, Sort.JUNK, f"another {sort.name.lower()}")


def mark_date(page: Page, opening: Opening, index: int) -> bool:
    """Mark a line that holds a day and perhaps a byline."""
    told = read_date_line(page.lines[index].text)
    if told is None:
        return False
    names = read_byline(told.rest, bare=True) or _names_last(told.rest)
    if told.rest and not names and (page.lines[index].is_sentence or not _goes_with_date(told.rest)):
        return False
    page.set(index, Sort.BYLINE if names else Sort.DATE)
    opening.names = opening.names or names
    if opening.day is None or (opening.later and not told.later):
        opening.day, opening.later = in_american(told.found, page.source.text), told.later
    return True


def _names_last(rest: str) -> tuple[str, ...]:
    """The names in "… in Ports by Jo Bloggs"."""
    place, by, names = rest.rpartition(" by ")
    return read_byline("by " + names) if by and place.count(" ") < _PART_WORDS else ()


def _goes_with_date(rest: str) -> bool:
    """What may stand beside a day: a place or outlet, a count of minutes, a share button."""
    return (
        bool(junk_reason(rest))
        or rest.count(" ") < _PLACE_WORDS
        or all(_is_small(part) for part in _PARTS.split(rest))
    )


def _is_small(part: str) -> bool:
    return part.count(" ") < _PART_WORDS or bool(junk_reason(part))


def mark_byline(page: Page, opening: Opening, index: int) -> bool:
    """Mark a line that holds a byline, or its lead with the names on the next line."""
    text = page.lines[index].text
    names = _names_under(page, index) if is_lead_alone(text) else read_byline(text)
    if not names and _expects_name(page, opening, index):
        names = read_byline(text, bare=True) or (_beside_date(page, index) and read_shouted(text)) or ()
    if not names:
        return False
    goes_on = index > 0 and page.marks[index - 1].sort is Sort.BYLINE
    opening.names = tuple(dict.fromkeys(opening.names + names)) if goes_on else opening.names or names
    page.set(index, Sort.BYLINE)
    return True


def _beside_date(page: Page, index: int) -> bool:
    beside = (page.lines[other].text for other in (index - 1, index + 1) if 0 <= other < len(page.lines))
    return any((told := read_date_line(text)) is not None and not told.rest for text in beside)


def _names_under(page: Page, index: int) -> tuple[str, ...]:
    """The names on the line under a lone "By"."""
    names = read_byline("By " + page.lines[index + 1].text) if index + 1 < len(page.lines) else ()
    if names:
        page.set(index + 1, Sort.BYLINE)
    return names


def _expects_name(page: Page, opening: Opening, index: int) -> bool:
    """A bare name may stand after the headline only, and beside a day, a job title or the first paragraph."""
    if opening.names or not any(mark.sort is Sort.HEADLINE for mark in page.marks[:index]):
        return False
    after = page.lines[index + 1] if index + 1 < len(page.lines) else None
    before = page.marks[index - 1].sort if index else None
    text = page.lines[index].text
    return (
        before is Sort.DATE
        or is_role(text)
        or (
            after is not None
            and (
                after.text[0] == "@"
                or read_date_line(after.text) is not None
                or is_role(after.text)
                or after.is_sentence
            )
        )
    )


def is_job_title(page: Page, index: int) -> bool:
    """A role right under its byline ("Health correspondent"), and no headline about somebody in one."""
    line = page.lines[index]
    under = page.marks[index - 1].sort is Sort.BYLINE
    return under and is_role(line.text) and not (line.is_sentence or has_news_verb(line.text))
