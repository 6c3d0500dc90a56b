"""What pages put before and behind a related headline, taken off it.

Rule 1. A section's name, a day, an hour or a count of minutes before a stroke or a dash ("Opinion | …"),
        behind one or in brackets at the end is the page's.
Rule 2. What two headlines of a page begin with, up to a colon, is none of theirs: "Also on this site: …".
Rule 3. Numbers that count the headlines of a block come off without a stop too: "1 Ferry firm asks for time".
"""

from collections import Counter

from digest.patterns import pattern
from digest.sources.judges.dates import is_moment, read_date_line
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import without_day
from digest.sources.judges.masthead import names_section
from digest.sources.page import Page, Sort

_SIGNS = (" | ", " » ", " › ", " ▸ ", " • ", " · ", " – ", " — ", " - ")
_SHORT_WORDS, _FEWEST_WORDS = 4, 3
_NUMBER = pattern(r"(?:#|№|No\.? ?)?0?(\d{1,2})(?: ?[.:)|–-])? +(?=\S)")
_BRACKET = pattern(r"(.+\S) ?[(\[]([^)(\]\[]{2,30})[)\]]")


def clean_titles(page: Page) -> None:
    """Take what is the page's off the titles of its related headlines."""
    related = [mark for mark in page.marks if mark.sort is Sort.RELATED and mark.title]
    for mark in related:
        mark.title = _without_ends(without_day(mark.title))
    if len(related) > 1 and any(_NUMBER.match(mark.title) for mark in related):
        _take_numbers_off(page)
    shared = Counter(_label(mark.title) for mark in related)
    for mark in related:
        label = _label(mark.title)
        if label and shared[label] > 1:
            mark.title = mark.title[len(label) :].lstrip()


def _label(title: str) -> str:
    """What stands before a title's first colon, and the colon; "" when too little comes after."""
    label, colon, rest = title.partition(": ")
    return label + colon if colon and rest.count(" ") >= _FEWEST_WORDS - 1 else ""


def _without_ends(title: str) -> str:
    for sign in _SIGNS:
        if sign in title:
            front, _, rest = title.partition(sign)
            title = rest if _fits(front, rest) else title
            rest, _, tail = title.rpartition(sign)
            title = rest if _fits(tail, rest) else title
    found = _BRACKET.fullmatch(title) if title[-1] in ")]" else None
    return found[1] if found and _is_of_page(found[2]) else title


def _fits(part: str, rest: str) -> bool:
    """Whether a part is the page's, and enough is left for a headline."""
    return part.count(" ") < _SHORT_WORDS and rest.count(" ") >= _FEWEST_WORDS - 1 and _is_of_page(part)


def _is_of_page(part: str) -> bool:
    """Whether a part is a section, a count, a day or an hour."""
    told = read_date_line(part)
    return (
        names_section(part)
        or bool(junk_reason(part))
        or is_moment(part)
        or (told is not None and not told.rest)
    )


def _take_numbers_off(page: Page) -> None:
    run: list[int] = []
    for index, mark in enumerate(page.marks):
        found = _NUMBER.match(mark.title) if mark.sort is Sort.RELATED else None
        if found and int(found[1]) == len(run) + 1:
            run.append(index)
            continue
        _cut_numbers(page, run)
        run = [index] if found and int(found[1]) == 1 else []
    _cut_numbers(page, run)


def _cut_numbers(page: Page, run: list[int]) -> None:
    for index in run if len(run) > 1 else ():
        title = page.marks[index].title
        found = _NUMBER.match(title)
        page.marks[index].title = title[found.end() :] if found else title
