"""Checks on the promos: can a reader still go, and do they know who pays?"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from digest.model import Decided, Level, Promo, PromoKind
from digest.patterns import pattern
from digest.preflight.addresses import page_of
from digest.preflight.calendars import days_in, is_english, sending_day, told
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Spot, spot
from digest.preflight.wording import told_words

_ATTENDED = {PromoKind.WEBINAR, PromoKind.ROUNDTABLE, PromoKind.CONFERENCE, PromoKind.EVENT}
_FAR = 300  # days ahead; hardly anything is announced earlier
_OVER = pattern(r"\b(?:on[ -]demand|recording|watch (?:now|again|back)|catch[ -]up|replay)\b", re.IGNORECASE)
_LAST_DAY = pattern(
    r"\b(?:register|registration|book|apply|applications|entries|enter|sign up|early[ -]bird|nominations?"
    r"|deadline|closes?|closing|ends?|until|before|by)\b[^.!?;|]{0,30}?\Z",
    re.IGNORECASE,
)
_PARTNERED = pattern(
    r"\b(?:sponsored by|in (?:association|partnership|collaboration) with|supported by|brought to you by"
    r"|presented by|powered by|paid for by|hosted with)\b",
    re.IGNORECASE,
)


def past(galley: Galley) -> Iterator[Hit]:
    """A promo of something that is over."""
    day = sending_day(galley.issue)
    for promo, here in _promos(galley, "starts"):
        starts = _day(promo.value)
        if day and starts and starts < day and not _OVER.search(_words(promo.value)):
            yield here.hit(
                f"“{promo.value.title}” was on {told(starts)}, before the issue's day",
                "take the promo out, or give its new day as starts",
            )


def closed(galley: Galley) -> Iterator[Hit]:
    """A promo whose registration ended before the issue's day."""
    day = sending_day(galley.issue)
    if day is None or not is_english(galley.issue):
        return
    for promo, here in _promos(galley):
        words = _words(promo.value)
        for written in days_in(words, day):
            if written.day < day and _LAST_DAY.search(words[: written.start]):
                yield here.hit(
                    f"“{promo.value.title}”: “{written.shown}” has passed by the issue's day, {told(day)}",
                    "take the promo out, or write what still can be done",
                )


def far(galley: Galley) -> Iterator[Hit]:
    """A promo of something very far away."""
    day = sending_day(galley.issue)
    for promo, here in _promos(galley, "starts"):
        starts = _day(promo.value)
        if day and starts and (starts - day).days > _FAR:
            yield here.hit(
                f"“{promo.value.title}” is on {told(starts)}, {(starts - day).days} days after the issue",
                "check the year",
            )


def no_day(galley: Galley) -> Iterator[Hit]:
    """An event without its day."""
    for promo, here in _promos(galley, "starts"):
        over = _OVER.search(_words(promo.value))
        if promo.value.kind in _ATTENDED and promo.value.starts is None and not over:
            yield here.hit(
                f"“{promo.value.title}” has no day, so there is nothing to add to a calendar",
                "give it: starts = 2026-11-26T14:00:00Z",
            )


def no_zone(galley: Galley) -> Iterator[Hit]:
    """A moment that each reader would take for their own."""
    for promo, here in _promos(galley, "starts"):
        starts = promo.value.starts
        if isinstance(starts, datetime) and starts.utcoffset() is None:
            yield here.hit(
                f"“{promo.value.title}” is at {starts:%H:%M}, but nobody says in which time zone",
                f"add the zone: starts = {starts.isoformat()}Z, or +01:00 in the place of Z",
            )


def weekday(galley: Galley) -> Iterator[Hit]:
    """A weekday in a promo's words that its day is not."""
    for promo, here in _promos(galley):
        starts = _day(promo.value)
        near = starts or sending_day(galley.issue)
        for written in days_in(_words(promo.value), near) if near and is_english(galley.issue) else ():
            if written.weekday is not None and written.weekday != written.day.weekday():
                yield here.hit(
                    f"the promo says “{written.shown}”, but that day is {told(written.day)}",
                    "check the day",
                )


def day_differs(galley: Galley) -> Iterator[Hit]:
    """A day in a promo's words that is not the day it is given."""
    for promo, here in _promos(galley, "starts"):
        starts, words = _day(promo.value), _words(promo.value)
        if not starts or not is_english(galley.issue):
            continue
        days = [each for each in days_in(words, starts) if not _LAST_DAY.search(words[: each.start])]
        if days and starts not in {each.day for each in days}:
            yield here.hit(
                f"the promo says “{days[0].shown}”, and its day is given as {told(starts)}",
                "check which of them is right",
            )


def partner_missing(galley: Galley) -> Iterator[Hit]:
    """Partner content that does not say whose."""
    for promo, here in _promos(galley, "partners"):
        if promo.value.partner_content and not any(name.strip() for name in promo.value.partners):
            yield here.hit(
                f"“{promo.value.title}” is partner content, but no partner is named",
                'name them: partners = ["…"]',
            )


def label_missing(galley: Galley) -> Iterator[Hit]:
    """A promo with a partner that is not marked as such."""
    for promo, here in _promos(galley, "partner_content"):
        found = _PARTNERED.search(_words(promo.value))
        if not promo.value.partner_content and found:
            yield here.hit(
                f"“{promo.value.title}” says “{found[0]}”, but is not labelled as partner content",
                "label it: partner_content = true",
            )


def repeated(galley: Galley) -> Iterator[Hit]:
    """A promo that is shown twice."""
    seen: dict[str, str] = {}
    for promo, here in _promos(galley):
        for mark in filter(None, {told_words(promo.value.title), page_of(promo.value.url)}):
            if seen.setdefault(mark, here.key) != here.key:
                yield here.hit(
                    f"“{promo.value.title}” stands at {seen[mark]} already", "take one of them out"
                )
                break


def _promos(galley: Galley, key: str = "") -> Iterator[tuple[Decided[Promo], Spot]]:
    for number, story in enumerate(galley.issue.stories, 1):
        for n, promo in enumerate(story.promos, 1):
            yield promo, spot(number, story, f"promos[{n}].{key}".rstrip("."), promo)


def _day(promo: Promo) -> date | None:
    return promo.starts.date() if isinstance(promo.starts, datetime) else promo.starts


def _words(promo: Promo) -> str:
    return f"{promo.title} | {promo.call_to_action}"


_ADVERTISING = (
    "UK CAP Code, rules 2.1 and 2.4; FTC Enforcement Policy Statement on Deceptively Formatted Advertisements"
)

ROWS = (
    Check(
        code="promo-past",
        level=Level.WARNING,
        run=past,
        title="a promo's day is past",
        why="readers are invited to something that is over",
        deep=True,
    ),
    Check(
        code="promo-closed",
        level=Level.WARNING,
        run=closed,
        title="a promo's last day to sign up is past",
        why="readers who follow it find a closed door",
        deep=True,
    ),
    Check(
        code="promo-far",
        level=Level.NOTE,
        run=far,
        title="a promo's day is most of a year away",
        why="the year may be mistyped",
        deep=True,
    ),
    Check(
        code="promo-day-missing",
        level=Level.NOTE,
        run=no_day,
        title="an event has no day",
        why="readers cannot see whether they can come, and get no calendar entry",
        deep=True,
    ),
    Check(
        code="promo-zone-missing",
        level=Level.WARNING,
        run=no_zone,
        title="an event's hour has no time zone",
        why="each reader's calendar takes it for its own time",
        source="RFC 5545, 3.3.5 (a time without zone is floating)",
        deep=True,
    ),
    Check(
        code="promo-weekday",
        level=Level.WARNING,
        run=weekday,
        title="a promo's weekday is not that of its date",
        why="some readers will come on the wrong day",
        deep=True,
    ),
    Check(
        code="promo-day-differs",
        level=Level.WARNING,
        run=day_differs,
        title="a promo's words give another day than its date",
        why="the calendar entry and the words send readers on different days",
        deep=True,
    ),
    Check(
        code="promo-partner-missing",
        level=Level.WARNING,
        run=partner_missing,
        title="partner content does not name its partner",
        why="readers must be told who pays",
        source=_ADVERTISING,
        deep=True,
    ),
    Check(
        code="promo-label-missing",
        level=Level.WARNING,
        run=label_missing,
        title="a promo with a partner is not labelled",
        why="readers must be told that it is paid for",
        source=_ADVERTISING,
        deep=True,
    ),
    Check(
        code="promo-repeated",
        level=Level.WARNING,
        run=repeated,
        title="a promo is shown twice",
        why="it takes the room of something new",
        deep=True,
    ),
)
