"""Days as pages write them, and the lines that hold nothing else.

Rule 1. A number before a number is the day, unless it cannot be one: 09/11/2015 is 9 November, 11/25/2015
        the 25th.
Rule 2. What the calendar does not know (31 April) is no date, nor is a day without its year.
Rule 3. A line is a date line when only the words that go with dates are left: weekday, time, zone,
        "Published".
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

_MONTH_NAMES = """
jan january janvier januar enero gennaio januari janeiro jän jänner gen ene janv
feb february février februar febrero febbraio februari fevereiro fév févr fev
mar march mars märz marzo maart março mär mrz mrt
apr april avril abril aprile avr abr
may mai mayo maggio mei maio maj mag
jun june juin juni junio giugno junho giu
jul july juillet juli julio luglio julho lug juil
aug august août agosto augustus augusti ago aout
sep sept september septembre septiembre settembre setembro set
oct october octobre oktober octubre ottobre outubro okt ott out
nov november novembre noviembre novembro
dec december décembre dezember diciembre dicembre dezembro déc dez dic
"""
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("\n")) for name in names.split()}
_FIRST_YEAR, _LAST_YEAR, _LAST_MONTH = 1900, 2100, 12
_LONGEST_DATE_LINE = 160
_DIGIT = re.compile(r"\d")
_DAY = re.compile(
    r"\b(?P<iso>(?:19|20)\d\d[-/.]\d?\d[-/.]\d?\d)(?!\d)"
    r"|(?<![\d./-])(?P<numeric>\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)(?:(?:19|20)\d\d|\d\d))(?!\d)"
    r"|\b(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ /-]?\s?(?:de "
    r"|of )?(?P<m>[^\W\d_]{3,10})\.?,?[ /-]\s?(?:de )?"
    r"(?P<y>(?:19|20)\d\d)\b"
    r"|\b(?P<m2>[^\W\d_]{3,10})\.?[ -](?P<d2>\d{1,2})(?:st|nd|rd|th)?,?[ -](?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s(?:of )?(?P<m>[^\W\d_]{3,9})\b"
    r"|\b(?P<m2>[^\W\d_]{3,9})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_DATE_WORDS = (
    r"(?:\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:first |last |originally )?(?:published|posted|updated?|modified|created|issued|released"
    r"|uploaded|dated?)"
    r"|publication|online|on|at|the|time|and|am|pm|noon|hrs?|gmt|utc|bst|ces?t|[ecmp][sd]?t|z"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|publié|mis|jour|le|à"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|veröffentlicht|um|uhr)\b"
    r"|\bT?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?:Z| ?[ap]\.?m)?\b|[+-]\d\d:?\d\d\b|\b\d{1,2} ?[ap]\.?m\b)"
)
SEPARATORS = " ,;:|/·•–—-()[]*."
_DATE_WORD = re.compile(_DATE_WORDS, re.IGNORECASE)
_LATER = re.compile(r"(?i)\b(?:updated?|modified|edited|amended|mis à jour)\b")


class Found(Struct, frozen=True):
    """A day and where in its text it stands."""

    day: date
    start: int
    end: int


class DateLine(Struct, frozen=True):
    """What a line tells of a day; `rest` is what the date words leave; `later`: it tells an update only."""

    found: Found
    rest: str
    later: bool


def find_day(text: str) -> Found | None:
    """The first day given with its year."""
    return next(_days(text), None)


def find_yearless(text: str) -> tuple[int, int, re.Match[str]] | None:
    """The first month and day given without a year, and the match."""
    position = 0
    while match := _YEARLESS.search(text, position):
        month = _MONTHS.get((match["m"] or match["m2"]).lower())
        if month:
            return month, int(match["d"] or match["d2"]), match
        position = match.start() + 1
    return None


def read_date_line(text: str) -> DateLine | None:
    """The line's first day, one that is not an update's if it has one; None when there is no day in it."""
    if len(text) > _LONGEST_DATE_LINE or not _DIGIT.search(text):
        return None
    days = list(_days(text))
    if not days:
        return None
    fresh = [found for found in days if not _LATER.search(_label(text, found))]
    return DateLine((fresh or days)[0], _without(text, days), not fresh)


def is_moment(text: str) -> bool:
    """Whether a line holds only a time, or a day without its year ("14:20 GMT", "Monday 9 November")."""
    if len(text) > _LONGEST_DATE_LINE or not _DIGIT.search(text):
        return False
    yearless = find_yearless(text)
    if yearless:
        text = text[: yearless[2].start()] + " " + text[yearless[2].end() :]
    return not _DATE_WORD.sub(" ", text).strip(SEPARATORS)


def on_calendar(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _days(text: str) -> Iterator[Found]:
    position = 0
    while match := _DAY.search(text, position):
        day = _day_of(match)
        if day:
            yield Found(day, match.start(), match.end())
        position = match.end() if day else match.start() + 1


def _day_of(match: re.Match[str]) -> date | None:
    if match["iso"]:
        year, month, day = (int(part) for part in re.split("[-/.]", match["iso"]))
    elif match["numeric"]:
        day, month, year = (int(part) for part in match["numeric"].split(match["sign"]))
        day, month = (month, day) if month > _LAST_MONTH else (day, month)
        year += 2000 if year < _FIRST_YEAR else 0
    else:
        day, year = int(match["d"] or match["d2"]), int(match["y"] or match["y2"])
        month = _MONTHS.get((match["m"] or match["m2"]).lower(), 0)
    return on_calendar(year, month, day)


def _label(text: str, found: Found) -> str:
    """The words that stand before a day, back to the separator or the number before them."""
    before = text[: found.start].rstrip(SEPARATORS)
    time = re.search(r"[\d:.]+\s?(?:[ap]m)?\s?[A-Z]{0,4}$", before)
    before = before[: time.start()] if time else before
    return re.split(r"[|;•·\d]", before)[-1]


def _without(text: str, days: list[Found]) -> str:
    """What stands around the days, their own words trimmed off its ends."""
    pieces, position = [], 0
    for found in days:
        pieces.append(text[position : found.start])
        position = found.end
    pieces.append(text[position:])
    return " | ".join(piece for piece in map(_trimmed, pieces) if piece)


def _trimmed(piece: str) -> str:
    """A piece without the date words at its two ends."""
    piece = piece.strip(SEPARATORS)
    while first := _DATE_WORD.match(piece):
        piece = piece[first.end() :].strip(SEPARATORS)
    words = list(_DATE_WORD.finditer(piece))
    while words and words[-1].end() == len(piece):
        piece = piece[: words.pop().start()].rstrip(SEPARATORS)
    return piece
