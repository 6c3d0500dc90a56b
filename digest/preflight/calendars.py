"""Days written in words, read just far enough to see whether they agree with a date.

English only: a publication in another language is not asked.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct

from digest.model import Issue
from digest.patterns import pattern

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WRITTEN = pattern(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:))"
    r"(?:,?\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)


class Written(Struct, frozen=True):
    """A day as a text gives it; `weekday` counts from Monday, None where the text names none."""

    shown: str
    day: date
    weekday: int | None
    start: int


def days_in(text: str, near: date) -> Iterator[Written]:
    """The days that a text gives; one without its year is taken in the year in which it is nearest."""
    for found in _WRITTEN.finditer(text):
        month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
        number = int(found["day"] or found["day2"])
        years = [int(found["year"])] if found["year"] else [near.year - 1, near.year, near.year + 1]
        days = []
        for year in years:
            with suppress(ValueError):
                days.append(date(year, month, number))
        if days:
            day = min(days, key=lambda each: abs(each - near))
            yield Written(found[0], day, weekday_of(found["weekday"]), found.start())


def weekday_of(name: str | None) -> int | None:
    """Monday is 0; None for no name."""
    start = (name or "")[:2].lower()
    return next((n for n, each in enumerate(WEEKDAYS) if start and each.lower().startswith(start)), None)


def sending_day(issue: Issue) -> date | None:
    """The day of an issue; where it has none, the day of its latest story, before which it cannot be sent."""
    published = [story.published.value for story in issue.stories if story.published.value]
    return issue.day.value or max(published, default=None)


def told(day: date) -> str:
    """A day as messages give it: "Friday 20 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}"


def is_english(issue: Issue) -> bool:
    """Whether the publication's days are written in English."""
    return issue.publication.language.lower().startswith("en")
