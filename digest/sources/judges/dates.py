"""Days as pages write them, and the lines that hold nothing else.

Rule 1. A number before a number is the day, unless it cannot be one: 09/11/2015 is 9 November, 11/25/2015
        the 25th. On a page with the marks of American English (spelling, "a.m.", "Nov. 3,") the month
        comes first (`in_american`; the caller knows the page).
Rule 2. What the calendar does not know (31 April) is no date, nor is a day without its year.
Rule 3. A line is a date line when only the words that go with dates are left: weekday, time, zone,
        "Published".
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from digest.patterns import pattern

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
_NEAR_FRONT = 20
_DIGIT = pattern(r"\d")
_DAY = pattern(
    r"\b(?P<iso>(?:19|20)\d\d[-/.]\d?\d[-/.]\d?\d)(?!\d)"
    r"|(?<![\d./-])(?P<numeric>\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)(?:(?:19|20)\d\d|\d\d))(?!\d)"
    r"|\b(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ /-]?\s?(?:de "
    r"|of )?(?P<m>[^\W\d_]{3,10})\.?,?[ /-]\s?(?:de )?"
    r"(?P<y>(?:19|20)\d\d)\b"
    r"|\b(?P<m2>[^\W\d_]{3,10})\.?[ -](?P<d2>\d{1,2})(?:st|nd|rd|th)?,?[ -](?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEARLESS = pattern(
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
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|veröffentlicht|stand|um|uhr|lunes"
    r"|martes|miércoles|jueves|viernes|sábado|domingo|publicado|actualizado|el"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|pubblicato|aggiornato|alle|il|ore"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gepubliceerd|bijgewerkt|om|uur"
    r"|yesterday|today|hier|gestern|heute|aujourd'hui|ayer|ieri|gisteren|ontem"
    r"|publicerad|uppdaterad|kl|segunda|terça|quarta|quinta|sexta|às|atualizado|ist|sast|a\.m|p\.m)\b"
    r"|\bT?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?:Z| ?[ap]\.?m)?\b|[+-]\d\d:?\d\d\b|\b\d{1,2} ?[ap]\.?m\b)"
)
SEPARATORS = " ,;:|/·•–—-()[]*."
_MONTH_AND_YEAR = pattern(r"\w+\.?,? (?:19|20)\d\d")
_DATE_WORD = pattern(_DATE_WORDS, re.IGNORECASE)
_LATER = pattern(
    r"(?i)\b(?:updated?|modified|edited|amended|corrected|mis à jour|aktualisiert|geändert"
    r"|actualizado|aggiornato|bijgewerkt|uppdaterad|atualizado)\b"
)


class Found(Struct, frozen=True):
    """A day and where in its text it stands."""

    day: date
    start: int
    end: int
    other: date | None = None  # the day when an American wrote it


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
    if not _DIGIT.search(text):
        return None
    position = 0
    while match := _YEARLESS.search(text, position):
        month = _MONTHS.get((match["m"] or match["m2"]).lower())
        if month:
            return month, int(match["d"] or match["d2"]), match
        position = match.start() + 1
    return None


@lru_cache(maxsize=256)
def read_date_line(text: str) -> DateLine | None:
    """The line's first day, one that is not an update's if it has one; None when there is no day in it."""
    if len(text) > _LONGEST_DATE_LINE or not _DIGIT.search(text):
        return None
    days = list(_days(text))
    if not days:
        return None
    fresh = [found for found in days if not _LATER.search(_label(text, found))]
    return DateLine((fresh or days)[0], _without(text, days), not fresh)


def begins_with_day(text: str) -> bool:
    """Whether a line opens with a day, its weekday and time aside ("Tuesday 6 October, 8am, Caerwen")."""
    if len(text) > _LONGEST_DATE_LINE or not _DIGIT.search(text[:_NEAR_FRONT]):
        return False
    found, yearless = find_day(text), find_yearless(text)
    start = found.start if found else yearless[2].start() if yearless else _NEAR_FRONT
    return start < _NEAR_FRONT and not _trimmed(text[:start])


def is_moment(text: str) -> bool:
    """Whether a line holds only a time, a month or a day without its year ("14:20 GMT", "9 November")."""
    if len(text) > _LONGEST_DATE_LINE or not _DIGIT.search(text):
        return False
    if begins_with_month(text) and _MONTH_AND_YEAR.fullmatch(text):
        return True
    yearless = find_yearless(text)
    if yearless:
        text = text[: yearless[2].start()] + " " + text[yearless[2].end() :]
    return not _DATE_WORD.sub(" ", text).strip(SEPARATORS)


def in_american(found: Found, text: str) -> date:
    """The day as the page means it: `text` tells which side of the Atlantic wrote "04/02/2026"."""
    if found.other is None or found.other == found.day:
        return found.day
    american = len(_AMERICAN.findall(text))
    return found.other if american > 1 and american > len(_EUROPEAN.findall(text)) else found.day


_AMERICAN = pattern(
    r"\b(?:color|center|labor|program|airplane|percent|neighbor|favorite|aging|gray|defense|truck"
    r"|parking lot|fall semester|downtown|freeway|[a-z]{4,}iz(?:e|ed|ing|ation))s?\b|\d [ap]\.m\."
    r"|(?<![A-Z\w])\$\d"
    r"|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d{1,2}\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)"
    r" \d{1,2}, 20\d\d"
    r"|, (?:N\.[MYJCDH]\.|[A-Z][a-z]{2,3}\.|Texas|Ohio|Iowa)[, ]"
)


_EUROPEAN = pattern(
    r"[£€]\d|\b(?:colour|centre|labour|programme|aeroplane|per cent|neighbour|favourite|ageing|grey"
    r"|defence|lorry|[a-z]{4,}is(?:ed|ing|ation)|whilst|metres?|tonnes?)s?\b|\d ?[ap]m\b|\b(?:A|C"
    r"|NZ|AU|CA)\$"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)


def begins_with_month(text: str) -> bool:
    """Whether a month's name is the first word."""
    return text.partition(" ")[0].strip(".,").lower() in _MONTHS


def on_calendar(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _days(text: str) -> Iterator[Found]:
    if not _DIGIT.search(text):
        return
    position = 0
    while match := _DAY.search(text, position):
        day = _day_of(match)
        if day:
            swapped = on_calendar(day.year, day.day, day.month) if match["numeric"] else None
            yield Found(day, match.start(), match.end(), swapped)
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
