"""What the issues before this one ran: gathered for `digest check` alone, and never at its cost.

A past issue that can no longer be read is passed over, and so is a source of it: nobody is going to mend it.
Only headlines, addresses and the front of each issue are looked at; nothing is summed up.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from digest.errors import DigestError
from digest.issuefile import IssueFile, StoryEntry
from digest.model import Issue
from digest.newsroom import FILE, ISSUE_FILE, Newsroom, issue_folders
from digest.preflight.galley import PastIssue, PastStory
from digest.related import linked
from digest.sources.capture import capture
from digest.sources.readers import read
from digest.tomlfile import read_toml

_Order = tuple[date, int, str]


def past_issues(newsroom: Newsroom, issue: Issue) -> tuple[PastIssue, ...]:
    """The newsroom's issues before this one, the latest first, as many as its `check.past_issues` asks for.

    Earlier is what has an earlier day, then a lower number, then a lower name. An issue with a `digest.toml`
    of its own is another publication's.
    """
    folder = newsroom.opened and newsroom.opened.resolve()
    if not folder or (folder / FILE).is_file():
        return ()
    here = _order(issue.day.value, issue.number.value, issue.slug)
    found = [(order, each, said) for order, each, said in _others(folder) if order < here]
    latest = sorted(found, key=lambda each: each[0], reverse=True)[: issue.publication.check.past_issues]
    return tuple(_past(each, said) for _, each, said in latest)


def _others(folder: Path) -> Iterator[tuple[_Order, Path, IssueFile]]:
    for other in issue_folders(folder.parent):
        if other.resolve() == folder or (other / FILE).is_file():
            continue
        try:
            said = read_toml(other / ISSUE_FILE, IssueFile)
        except DigestError:
            continue
        yield _order(said.date, said.number, other.name), other, said


def _order(day: date | None, number: int | None, name: str) -> _Order:
    return day or date.min, number or 0, name


def _past(folder: Path, said: IssueFile) -> PastIssue:
    stories = tuple(_story(folder, entry) for entry in said.stories)
    headline = stories[0].headline if stories else ""
    return PastIssue(
        slug=folder.name,
        day=said.date,
        number=said.number,
        subject=headline if said.subject is None else said.subject,
        stories=stories,
    )


def _story(folder: Path, entry: StoryEntry) -> PastStory:
    if entry.headline and entry.url:
        return PastStory(headline=entry.headline, url=entry.url)
    try:
        article = read(capture(str(folder / entry.source)))
    except Exception:  # noqa: BLE001 - whatever is wrong with it, and with its reader, is no matter of today's
        return PastStory(headline=entry.headline or "", url=entry.url or "")
    url = entry.url or article.url or linked(entry.links, article.headline)
    return PastStory(headline=entry.headline or article.headline, url=url)
