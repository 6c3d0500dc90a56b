"""Checks against earlier issues: what readers have had already."""

from collections.abc import Iterator

from digest.model import Level
from digest.preflight.addresses import page_of
from digest.preflight.galley import Check, Galley, Hit, PastIssue
from digest.preflight.spots import Spot, spot
from digest.preflight.wording import told_words


def story_run(galley: Galley) -> Iterator[Hit]:
    """A story that an earlier issue has run."""
    for number, story in enumerate(galley.issue.stories, 1):
        page, headline = page_of(story.url.value), told_words(story.headline.value)
        for issue in galley.past:
            if _ran(issue, page, headline):
                yield spot(number, story).hit(
                    f"“{story.headline.value}” ran in {_named(issue)} already",
                    "take it out, or say what is new in it",
                )
                break


def subject_as_last(galley: Galley) -> Iterator[Hit]:
    """A subject that the last issue had."""
    subject = told_words(galley.email.subject)
    for issue in galley.past[:1]:
        if subject and subject == told_words(issue.subject):
            yield Spot(key="subject").hit(
                f"the subject is that of {_named(issue)}", 'write another in issue.toml: subject = "…"'
            )


def number_taken(galley: Galley) -> Iterator[Hit]:
    """A number that an earlier issue has."""
    number = galley.issue.number.value
    for issue in galley.past:
        if number is not None and issue.number == number:
            yield Spot(key="number", place="masthead").hit(
                f"{_named(issue)} has the number {number} already", "give the next number in issue.toml"
            )


def day_taken(galley: Galley) -> Iterator[Hit]:
    """A day that an earlier issue has."""
    day = galley.issue.day.value
    for issue in galley.past:
        if day is not None and issue.day == day:
            yield Spot(key="date", place="masthead").hit(
                f"{_named(issue)} is of the same day", "check the date in issue.toml"
            )


def _ran(issue: PastIssue, page: str, headline: str) -> bool:
    return any(
        (page and page == page_of(story.url)) or (headline and headline == told_words(story.headline))
        for story in issue.stories
    )


def _named(issue: PastIssue) -> str:
    return f"{issue.slug} ({issue.day:%Y-%m-%d})" if issue.day else issue.slug


ROWS = (
    Check(
        code="story-run",
        level=Level.WARNING,
        run=story_run,
        title="a story ran in an earlier issue",
        why="readers have had it already, and will think that nothing new has happened",
        deep=True,
    ),
    Check(
        code="subject-as-last",
        level=Level.WARNING,
        run=subject_as_last,
        title="the subject is that of the last issue",
        why="Gmail and others put the two into one conversation, and readers miss the new one",
        deep=True,
    ),
    Check(
        code="number-taken",
        level=Level.WARNING,
        run=number_taken,
        title="an earlier issue has the same number",
        why="readers who keep issues cannot tell the two apart",
        deep=True,
    ),
    Check(
        code="day-taken",
        level=Level.NOTE,
        run=day_taken,
        title="an earlier issue is of the same day",
        why="the date of the issue that was copied may have been left in",
        deep=True,
    ),
)
