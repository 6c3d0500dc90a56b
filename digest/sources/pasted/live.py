"""A page that follows events as they happen: entries under the hour each was written at.

Rule 1. Three hours or ages ("14.41", "2h ago"), on lines of their own or before an entry's title, make such
        a page.
Rule 2. A short line between an hour and a paragraph, or one that begins with an hour and has a paragraph
        under it, is the entry's crosshead, whatever it looks like. An hour alone is the page's.
Rule 3. Several lines in a row that begin with an hour, or stand under "Key events", sum the entries up: they
        are the page's.
"""

from digest.patterns import pattern
from digest.sources.page import Page, Sort

_HOUR = r"(?:\d{1,2}[.:h]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: ?(?:uhr|[a-z]{2,4})\b)?"
_STAMP = pattern(
    rf"(?i)(?:(?:posted|updated|published|added|at) )*(?:at )?(?:{_HOUR}|\d+ ?(?:h|hrs?|m|mins?|minutes?"
    rf"|hours?) ago)"
)
_STAMPED = pattern(
    r"(?i)\W*(?:\d{1,2}[.:h]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: [A-Z]{3})?\W* (?=\S)"
)
_FEWEST, _LONGEST_STAMP = 3, 24
_KEY = frozenset(["key events", "key moments", "at a glance", "what we know"])


def settle_live(page: Page, begin: int) -> None:
    """Settle the short lines of such a page from the line `begin` on."""
    lines = [index for index in range(begin, len(page.lines)) if _may_hold_hour(page.lines[index].text)]
    stamps = {index for index in lines if _is_stamp(page.lines[index].text)}
    titled = {index for index in lines if index not in stamps and _begins_with_hour(page, index)}
    if len(stamps | titled) < _FEWEST:
        return
    _set_key_events_aside(page, begin)
    for index in stamps:
        if page.marks[index].sort is Sort.SHORT:
            page.set(index, Sort.JUNK, "hour of an entry")
    for index in titled | {stamp + 1 for stamp in stamps}:
        heads = index + 1 < len(page.lines) and page.marks[index + 1].sort in {Sort.PROSE, Sort.LIST}
        if heads and page.marks[index].sort is Sort.SHORT:
            page.set(index, Sort.CROSSHEAD)


def _may_hold_hour(text: str) -> bool:
    return len(text) <= _LONGEST_STAMP or not text[0].isalpha()


def _is_stamp(text: str) -> bool:
    return len(text) <= _LONGEST_STAMP and _STAMP.fullmatch(text) is not None


def _set_key_events_aside(page: Page, begin: int) -> None:
    for index in range(begin, len(page.lines)):
        if page.marks[index].sort is Sort.SHORT and (_is_under_key(page, index) or _is_in_row(page, index)):
            page.set(index, Sort.JUNK, "key events")


def _is_under_key(page: Page, index: int) -> bool:
    above = index - 1
    head = page.lines[above].text.lower().strip(" :") in _KEY
    return head or (page.marks[above].reason == "key events" and not page.lines[index].gap)


def _is_in_row(page: Page, index: int) -> bool:
    """Whether a line and one right beside it begin with an hour and go on."""
    beside = (other for other in (index - 1, index + 1) if other < len(page.lines))
    return _begins_with_hour(page, index) and any(_begins_with_hour(page, other) for other in beside)


def _begins_with_hour(page: Page, index: int) -> bool:
    text = page.lines[index].text
    return _STAMPED.match(text) is not None and not (_is_stamp(text) or page.lines[index].is_sentence)
