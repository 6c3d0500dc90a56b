"""Promos as entries of a reader's calendar: an `.ics` file (RFC 5545), and links for Google and Outlook web.

Rule 1. An entry is offered for what one attends (a webinar, round table, conference or event) whose day is
        known and not before the issue's.
Rule 2. A moment with a zone is given in UTC, which needs no table of zones. Without one it stays floating,
        the same hour wherever its reader is, as it was announced; the entry says so.
Rule 3. No page tells when it ends: an entry lasts an hour, or the whole day where no hour is known.
Rule 4. Nothing in a file tells when it was built, so that the same issue gives the same bytes; its UID is
        made from issue, title and start, so that a calendar knows the entry again.
Rule 5. The links follow the forms that both makers' own pages use (Google `action=TEMPLATE`, Outlook's
        compose deeplink), every value percent-encoded; a campaign's parameters are never put on them.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

from digest.model import Calendar, Promo, PromoKind
from digest.naming import slug_of
from digest.render.views import CalendarView

_ATTENDED = frozenset({PromoKind.WEBINAR, PromoKind.ROUNDTABLE, PromoKind.CONFERENCE, PromoKind.EVENT})
_YEARS = range(1970, 9999)  # what calendars keep; beyond, a zone or an hour more would leave the calendar
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
_OUTLOOK = (
    "https://outlook.office.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
)


def is_for_calendars(promo: Promo, day: date | None) -> bool:
    """Whether a promo is something to attend whose day is known and, for an issue of that day, to come."""
    starts = promo.starts
    if promo.kind not in _ATTENDED or starts is None or starts.year not in _YEARS:
        return False
    return day is None or _day_of(starts) >= day


def entry(title: str, starts: datetime | date, url: str, *notes: str) -> CalendarView:
    """The entry of a promo, with its links; `notes` and the address are its details, one a line."""
    begins, ends = _times(starts)
    details = "\n".join(part for part in (*notes, url) if part)
    return CalendarView(
        title=title,
        begins=begins,
        ends=ends,
        url=url,
        details=details,
        google=google_link(title, begins, ends, details),
        outlook=outlook_link(title, begins, ends, details),
    )


def google_link(title: str, begins: datetime | date, ends: datetime | date, details: str = "") -> str:
    """Where Google Calendar opens a new entry with these values."""
    dates = f"{_compact(begins)}/{_compact(ends)}"
    return _GOOGLE + _query(text=title, dates=dates, details=details)


def outlook_link(title: str, begins: datetime | date, ends: datetime | date, details: str = "") -> str:
    """Where Outlook on the web (Microsoft 365) opens a new entry with these values."""
    allday = "" if isinstance(begins, datetime) else "true"
    return _OUTLOOK + _query(
        subject=title, startdt=_iso(begins), enddt=_iso(ends), allday=allday, body=details
    )


def calendar_files(entries: Iterable[CalendarView], slug: str, day: date | None) -> tuple[Calendar, ...]:
    """A file for each entry of the issue `slug` of that `day`; one that is told twice gets one file."""
    files: dict[str, CalendarView] = {}
    for each in dict.fromkeys(entries):
        name = base = slug_of(each.title)
        number = 2
        while name in files:
            name, number = f"{base}-{number}", number + 1
        files[name] = each
    return tuple(
        Calendar(name=f"{name}.ics", content=calendar_file(each, slug, day)) for name, each in files.items()
    )


def calendar_file(entry: CalendarView, slug: str, day: date | None) -> bytes:
    """An entry as a VCALENDAR; its DTSTAMP is the issue's day, or the entry's own where that has none."""
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", _uid(entry, slug))
    event.add("dtstamp", datetime.combine(day or _day_of(entry.begins), time(), UTC))
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("summary", entry.title)
    if entry.details:
        event.add("description", entry.details)
    if entry.url:
        event.add("url", entry.url)
    calendar = Calendar()
    calendar.add("prodid", "-//newsroom-digest//digest//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _uid(entry: CalendarView, slug: str) -> str:
    told = f"{slug}\n{entry.title}\n{entry.begins.isoformat()}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@newsroom-digest"


def _day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _times(starts: datetime | date) -> tuple[datetime | date, datetime | date]:
    if not isinstance(starts, datetime):
        return starts, starts + _DAY
    begins = starts.replace(microsecond=0)
    begins = begins if begins.utcoffset() is None else begins.astimezone(UTC)
    return begins, begins + _HOUR


def _compact(moment: datetime | date) -> str:
    return _iso(moment).replace("-", "").replace(":", "")


def _iso(moment: datetime | date) -> str:
    """ISO 8601 with "Z" for UTC, and nothing for a floating moment."""
    return moment.isoformat().replace("+00:00", "Z")


def _query(**values: str) -> str:
    return "".join(f"&{name}={quote(value, safe='')}" for name, value in values.items() if value)
