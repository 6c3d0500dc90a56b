"""When an event starts, by the lines that announce it: a day, or a moment with or without its zone.

Rule 1. A year that is not given is taken from the day the page was published, and only when the event then
        falls within the nine months after it and on the weekday and in the year that the line may name.
Rule 2. A zone counts only when it means one thing: "IST" (Irish, Indian, Israeli) leaves the moment without.
"""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from digest.patterns import pattern
from digest.sources.judges.dates import Found, find_day, find_yearless, on_calendar

_AHEAD = timedelta(days=270)
_TIME = pattern(
    r"(?<![\d.:/£$€-])(?P<hour>[01]?\d|2[0-3])"
    r"(?:[:.](?P<minute>[0-5]\d)\s?(?P<half>[ap]\.?m\b)?|\s?(?P<half2>[ap]\.?m\b))(?![\d.:]\d)",
    re.IGNORECASE,
)
_ZONE = pattern(r"[ -–\d:.apm]{0,16}?\(?\b([A-Z]{2,4})\b")
_HOURS = {"GMT": 0, "UTC": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "CEST": 2, "EET": 2, "EEST": 3}
_HOURS |= {
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AEST": 10,
    "AEDT": 11,
}
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_WEEKDAY = pattern(r"(?i)\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b")
_YEAR = pattern(r"\b20\d\d\b")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def find_start(text: str, published: date | None) -> datetime | date | None:
    """When the event of this line starts, or None when that is not safe to say."""
    found = find_day(text) or _coming_day(text, published)
    if found is None:
        return None
    rest = text[: found.start] + " | " + text[found.end :]
    match = _TIME.search(rest)
    return _moment(found.day, match, rest[match.end() :]) if match else found.day


def _coming_day(text: str, published: date | None) -> Found | None:
    yearless = find_yearless(text)
    if published is None or yearless is None:
        return None
    month, number, match = yearless
    named = _YEAR.search(text)
    years = (
        on_calendar(year, month, number) for year in ([int(named[0])] if named else _next_years(published))
    )
    day = next((day for day in years if day and published <= day <= published + _AHEAD), None)
    return Found(day, match.start(), match.end()) if day and _fits_weekday(text, day) else None


def _next_years(published: date) -> list[int]:
    return [published.year, published.year + 1]


def _fits_weekday(text: str, day: date) -> bool:
    named = _WEEKDAY.search(text)
    return named is None or named[1].lower().startswith(_WEEKDAYS[day.weekday()])


def _moment(day: date, match: re.Match[str], after: str) -> datetime:
    hour, half = int(match["hour"]), (match["half"] or match["half2"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    moment = datetime.combine(day, time(hour, int(match["minute"] or 0)))
    return moment.replace(tzinfo=_zone(after, moment))


def _zone(after: str, moment: datetime) -> tzinfo | None:
    named = _ZONE.match(after)
    if named is None:
        return None
    if named[1] in _PLACES:
        return _zone_of_place(_PLACES[named[1]], moment)
    hours = _HOURS.get(named[1])
    return None if hours is None else timezone(timedelta(hours=hours), named[1])


def _zone_of_place(place: str, moment: datetime) -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        offset = moment.replace(tzinfo=ZoneInfo(place)).utcoffset()
    except ZoneInfoNotFoundError:
        return None
    return None if offset is None else timezone(offset)
