"""How far each issue has come: built, checked, proofed, handed over, and what changed since. Asks nobody."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from digest.build import Press, open_issue
from digest.checkup import find
from digest.errors import DigestError
from digest.handoff.state import Handed, Proofed, State, read_state
from digest.model import Finding, Issue, Level
from digest.newsroom import Newsroom, issue_folders
from digest.outward.drafting import fingerprint, linked


class Made(StrEnum):
    """How something stands to the issue as it is now."""

    NOT_YET = "not yet"
    AS_IT_IS = "as it stands"
    BEFORE = "changed since"
    BEGUN = "begun, not finished"


class Place(Struct, frozen=True, kw_only=True):
    """An issue at one provider; BEGUN is a hand-off that broke off."""

    provider: str
    made: Made
    at: datetime | None
    url: str


class Standing(Struct, frozen=True, kw_only=True):
    """How far one issue has come; `errors` and `warnings` are those of `digest check`, now.

    An issue that was handed over as it stands is not checked again: `is_checked` is false, and both are 0.
    `trouble` says why nothing more is known of it.
    """

    slug: str
    day: date | None = None
    number: int | None = None
    subject: str = ""
    built: Made = Made.NOT_YET
    is_checked: bool = False
    errors: int = 0
    warnings: int = 0
    proofed: Made = Made.NOT_YET
    proof: Proofed | None = None
    places: tuple[Place, ...] = ()
    trouble: str = ""


def standings(newsroom: Newsroom, folder: Path | None = None) -> Iterator[Standing]:
    """Of every issue of a newsroom, or of the one in `folder`; the latest first."""
    found = [folder] if folder else issue_folders(newsroom.issues)
    made = [_standing(each) for each in found]
    yield from sorted(made, key=lambda standing: (standing.day or date.min, standing.slug), reverse=True)


def _standing(folder: Path) -> Standing:
    try:
        newsroom, issue = open_issue(folder)
        state = read_state(folder)
        return _seen(folder, newsroom, issue, state)
    except DigestError as error:
        return Standing(slug=folder.resolve().name, trouble=str(error))


def _seen(folder: Path, newsroom: Newsroom, issue: Issue, state: State) -> Standing:
    press = Press()
    email = press.neutral(newsroom, issue, images=linked(issue.publication)).email
    now = fingerprint(email, issue.publication)
    places = tuple(_place(name, handed, now) for name, handed in sorted(state.drafts.items()))
    is_open = all(place.made is not Made.AS_IT_IS for place in places)
    galley = press.proof(newsroom, issue, deep=is_open)
    findings = find(galley, folder, deep=True) if is_open else ()
    return Standing(
        slug=issue.slug,
        day=issue.day.value,
        number=issue.number.value,
        subject=issue.subject.value,
        built=_built(press.output(newsroom) / issue.slug / "email.html", galley.email.html),
        is_checked=is_open,
        errors=_count(findings, Level.ERROR),
        warnings=_count(findings, Level.WARNING),
        proofed=_since(state.proof.fingerprint, now) if state.proof else Made.NOT_YET,
        proof=state.proof,
        places=places,
    )


def _built(file: Path, html: str) -> Made:
    try:
        return Made.AS_IT_IS if file.read_bytes() == html.encode() else Made.BEFORE
    except OSError:
        return Made.NOT_YET


def _count(findings: tuple[Finding, ...], level: Level) -> int:
    return sum(finding.level is level and not finding.ignored for finding in findings)


def _place(name: str, handed: Handed, now: str) -> Place:
    made = _since(handed.email, now) if handed.fingerprint else Made.BEGUN
    return Place(provider=name, made=made, at=handed.at, url=handed.url)


def _since(then: str, now: str) -> Made:
    return Made.AS_IT_IS if then == now else Made.BEFORE
