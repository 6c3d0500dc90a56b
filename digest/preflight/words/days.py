"""Checks on the days of an issue: does every day agree with the others?"""

import re
from collections.abc import Iterator

from digest.model import Level, Origin
from digest.patterns import pattern
from digest.preflight.calendars import WEEKDAY, days_in, is_english, sending_day, told, weekday_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import spot, texts

_OLD = 60  # days; a digest of the week, or of the month, has nothing that old by intent
_OWN_DAY = pattern(
    rf"\b(?P<after>{WEEKDAY})(?:['’]s)?\s+(?:morning\s+|evening\s+|news\s+|lunchtime\s+)?"
    r"(?:briefing|brief|digest|edition|newsletter|round-?up|bulletin|headlines|update|issue|email|mailing)\b"
    rf"|\b(?:happy|it['’]s|this is)\s+(?P<before>{WEEKDAY})\b",
    re.IGNORECASE,
)


def published_later(galley: Galley) -> Iterator[Hit]:
    """A story that was published after the issue's day."""
    day = galley.issue.day.value
    for number, story in enumerate(galley.issue.stories, 1):
        published = story.published.value
        if day and published and published > day:
            yield spot(number, story, "published", story.published).hit(
                f"published on {told(published)}, after the issue's own day, {told(day)}",
                "check both days in issue.toml: date, and the story's published",
            )


def published_long_ago(galley: Galley) -> Iterator[Hit]:
    """A story that is no news."""
    day = galley.issue.day.value
    for number, story in enumerate(galley.issue.stories, 1):
        published = story.published.value
        if day and published and (day - published).days > _OLD:
            yield spot(number, story, "published", story.published).hit(
                f"published on {told(published)}, {(day - published).days} days before the issue",
                "check the year, and whether it is the article that was meant",
            )


def weekday_differs(galley: Galley) -> Iterator[Hit]:
    """A date whose weekday is another."""
    near = sending_day(galley.issue)
    if near is None or not is_english(galley.issue):
        return
    for text in texts(galley.issue):
        if text.name not in {"quote", "promo"}:
            for written in days_in(text.value, near):
                if written.weekday is not None and written.weekday != written.day.weekday():
                    yield text.spot.hit(
                        f"the {text.name} says “{written.shown}”, but that day is {told(written.day)}",
                        "check the day",
                    )


def issue_on_another_weekday(galley: Galley) -> Iterator[Hit]:
    """An issue that calls itself by another weekday than its own."""
    day = galley.issue.day.value
    if day is None or not is_english(galley.issue):
        return
    for text in texts(galley.issue):
        if text.name in {"subject", "preheader", "note"} and text.origin is Origin.EDITOR:
            for found in _OWN_DAY.finditer(text.value):
                if weekday_of(found["after"] or found["before"]) != day.weekday():
                    yield text.spot.hit(
                        f"the {text.name} says “{found[0]}”, but the issue's day is {told(day)}",
                        "check the weekday, and the date in issue.toml",
                    )


ROWS = (
    Check(
        code="published-later",
        level=Level.WARNING,
        run=published_later,
        title="a story was published after the issue's day",
        why="one of the two days is wrong, and readers see both",
        deep=True,
    ),
    Check(
        code="published-long-ago",
        level=Level.NOTE,
        run=published_long_ago,
        title="a story is older than two months",
        why="the year may be mistyped, or an old article of the same headline was taken",
        deep=True,
    ),
    Check(
        code="weekday-differs",
        level=Level.WARNING,
        run=weekday_differs,
        title="a date is given with a weekday that it does not fall on",
        why="readers cannot know which of the two is meant, and some will come on the wrong day",
        deep=True,
    ),
    Check(
        code="issue-weekday",
        level=Level.WARNING,
        run=issue_on_another_weekday,
        title="the issue calls itself by another weekday than its own",
        why="last week's words were left in, or the date was",
        deep=True,
    ),
)
