"""The lines beside a headline that say who wrote it and when, marked on the page.

Rule 1. A line may hold both, in either order, and a role, a place, an outlet or a count of minutes with them.
Rule 2. A bare name is a byline only after the headline, beside a day (an outlet or "Published" may stand
        between), a job title or the first paragraph; so is "Interview: Jo Bloggs".
Rule 3. The day of publication beats that of an update; of several bylines those that follow each other count.
"""

from datetime import date
from itertools import pairwise

from msgspec import Struct

from digest.patterns import pattern
from digest.sources.judges.bylines import is_agency, is_lead_alone, is_role, read_byline, read_shouted
from digest.sources.judges.captions import is_caption
from digest.sources.judges.dates import DateLine, in_american, read_date_line
from digest.sources.judges.headlines import has_news_verb
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.masthead import names_section
from digest.sources.lines import Line
from digest.sources.page import Page, Sort

_PLACE_WORDS, _PART_WORDS, _OUTLET_WORDS, _DAY_REACH = 3, 4, 5, 3
_AND = ("and ", "& ", "with ", "und ", "et ")
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
    told = _told(page.lines[index])
    if told is None:
        return False
    names = _names_beside(told.rest)
    page.set(index, Sort.BYLINE if names else Sort.DATE)
    opening.names = opening.names or names
    if opening.day is None or (opening.later and not told.later):
        opening.day, opening.later = in_american(told.found, page.source.text), told.later
    return True


def tells_day(line: Line) -> bool:
    """Whether a line holds a day and nothing but what goes with one."""
    return _told(line) is not None


def says_by(page: Page, index: int) -> bool:
    """Whether a line is a byline by its own words."""
    text = page.lines[index].text
    if is_lead_alone(text):
        return bool(read_byline("By " + _text_under(page, index)))
    return bool(read_byline(text))


def names_writer(page: Page, index: int) -> bool:
    """Whether a line under a headline is a byline: by its words, or a bare name by what stands around it."""
    text = page.lines[index].text
    if says_by(page, index) or is_agency(text):
        return True
    told = _told(page.lines[index])
    if told:
        return bool(_names_beside(told.rest))
    return _may_be_bare(page, index) and bool(read_byline(text, bare=True))


def _told(line: Line) -> DateLine | None:
    """What a line tells of its day, when it holds no more than goes with one."""
    told = read_date_line(line.text)
    if told is None or not told.rest or _names_beside(told.rest):
        return told
    return None if line.is_sentence or not _goes_with_date(told.rest) else told


def _names_beside(rest: str) -> tuple[str, ...]:
    """The names in what stands beside a day, before or after a count, a place or a section."""
    if not rest:
        return ()
    if names := read_byline(rest, bare=True) or _names_last(rest):
        return names
    parts = [part for part in _PARTS.split(rest) if not (junk_reason(part) or names_section(part))]
    return read_byline(parts[0], bare=True) if len(parts) == 1 and parts[0] != rest else ()


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
    text, goes_on = page.lines[index].text, index > 0 and _is_of_byline(page, index - 1)
    names = _names_under(page, index) if is_lead_alone(text) else read_byline(text)
    if goes_on and opening.names and text.startswith(_AND):
        names = read_byline(text.partition(" ")[2], bare=True)
    if not names and _expects_name(page, opening, index):
        names = read_byline(text, bare=True) or (_beside_date(page, index) and read_shouted(text)) or ()
    if not names:
        return False
    opening.names = tuple(dict.fromkeys(opening.names + names)) if goes_on else opening.names or names
    page.set(index, Sort.BYLINE)
    return True


def _is_of_byline(page: Page, index: int) -> bool:
    mark = page.marks[index]
    return mark.sort is Sort.BYLINE or mark.reason == "job title"


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
    """Whether a bare name may stand here: after the headline, and once, but for people each with a role."""
    if not any(mark.sort is Sort.HEADLINE for mark in page.marks[:index]):
        return False
    if opening.names:
        return page.marks[index - 1].reason == "job title" and is_role(_text_under(page, index))
    return _may_be_bare(page, index)


def _may_be_bare(page: Page, index: int) -> bool:
    """Whether a line's neighbours are those of a bare name."""
    text, under = page.lines[index].text, _text_under(page, index)
    if is_caption(text) and not (is_agency(text) or _day_comes(page, index)):
        return False
    if is_role(text) or ":" in text or _day_came(page, index):
        return True
    return bool(under) and (
        under[0] == "@"
        or is_role(under)
        or names_section(under)
        or page.lines[index + 1].is_sentence
        or _day_comes(page, index)
    )


def _day_came(page: Page, index: int) -> bool:
    """Whether a day stands right above a line, the page's own words aside."""
    for line in reversed(page.lines[max(index - _DAY_REACH, 0) : index]):
        if tells_day(line):
            return True
        if not junk_reason(line.text):
            return False
    return False


def _text_under(page: Page, index: int) -> str:
    return page.lines[index + 1].text if index + 1 < len(page.lines) else ""


def _day_comes(page: Page, index: int) -> bool:
    """Whether a day stands under a line, at most an outlet, a place or "Published" between."""
    for line in page.lines[index + 1 : index + 1 + _DAY_REACH]:
        if read_date_line(line.text) is not None:
            return True
        if line.words >= _OUTLET_WORDS or line.is_sentence:
            return False
    return False


def is_outlet(page: Page, index: int) -> bool:
    """A few words between a byline and its day: where the writer writes ("The Quay, Bristol")."""
    line = page.lines[index]
    under = page.marks[index - 1].sort is Sort.BYLINE and not line.gap
    return under and line.words < _OUTLET_WORDS and not line.is_sentence and _day_comes(page, index)


def is_job_title(page: Page, index: int) -> bool:
    """A role right under its byline ("Health correspondent"), and no headline about somebody in one."""
    line = page.lines[index]
    above = page.marks[index - 1]
    under = above.sort is Sort.BYLINE or above.reason == "author line"
    return under and is_role(line.text) and not (line.is_sentence or has_news_verb(line.text))
