"""What the commands that look outward say, as lines and as JSON; the desk shows the same."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from digest.model import Level
from digest.report import Json, told

if TYPE_CHECKING:
    from digest.handoff.smtp import Delivery
    from digest.outward.handover import Receipt
    from digest.outward.kithandover import KitPlan
    from digest.outward.plan import Plan
    from digest.outward.proof import Proof
    from digest.outward.status import Standing
    from digest.outward.survey import Survey

Row = tuple[str, str]
"""A name and what is said under it; without a name it is a line of its own."""

_STEPS = {
    "create": "a new draft will be made",
    "update": "the same draft will be brought up to date",
    "resume": "the draft that is there already will be brought up to date",
    "nothing": "the draft there is as the issue is; there is nothing to do",
}
_DONE = {
    "create": "made a draft",
    "update": "brought the draft up to date",
    "resume": "brought the draft up to date",
    "nothing": "left the draft as it was",
}


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Rows as lines for a screen."""
    return (f"  {name:<13} {words}" if name else words for name, words in rows)


def plan_rows(plan: "Plan") -> Iterator[Row]:
    """What would be handed over."""
    draft = plan.draft
    sender = f"{draft.from_name} <{draft.from_email}>" if draft.from_email else draft.from_name
    yield "", f"{plan.title}: a draft called “{draft.name}”"
    yield from _filled(
        ("for", plan.audience or "an audience that you choose there"),
        ("from", sender),
        ("subject", draft.subject),
        ("preheader", draft.preheader and f"{draft.preheader} (in its own field)"),
        ("parts", f"HTML {_kilobytes(draft.html)} kB, text {_kilobytes(draft.text)} kB"),
        *(("not as built", loss) for loss in plan.losses),
        *(("upload first", name) for name in plan.uploads),
    )


def plan_json(plan: "Plan") -> Json:
    """The same for programs."""
    draft = {name: getattr(plan.draft, name) for name in plan.draft.__struct_fields__}
    sizes = {f"{part}_bytes": len(str(draft.pop(part)).encode()) for part in ("html", "text")}
    names = ("name", "title", "audience", "problems", "losses", "uploads", "is_blocked")
    return {
        "issue": plan.issue.slug,
        **{name: msgspec.to_builtins(getattr(plan, name)) for name in names},
        "draft": {**draft, **sizes},
        "findings": msgspec.to_builtins(plan.findings),
    }


def kit_line(plan: "KitPlan") -> str:
    """What there is for a provider that takes no draft."""
    return f"{plan.title} takes no draft from here; it gets a kit, and the issue counts as handed over"


def kit_json(plan: "KitPlan") -> Json:
    """The same for programs."""
    names = ("name", "title", "is_blocked", "findings")
    told = {name: msgspec.to_builtins(getattr(plan, name)) for name in names}
    return {"issue": plan.issue.slug, **told}


def survey_rows(survey: "Survey") -> Iterator[Row]:
    """How it stands at the provider."""
    yield from _filled(("account", survey.account), ("there", _STEPS[survey.step]), ("at", survey.url))
    if survey.differences:
        yield "", "somebody changed the draft there, which would be lost:"
        yield from (("", line) for line in survey.differences)


def receipt_line(receipt: "Receipt") -> str:
    """What was done."""
    place = f": {receipt.url}" if receipt.url else ""
    return f"{receipt.title}: {_DONE[receipt.step]} ({', '.join(receipt.ids.values())}){place}"


def proof_rows(proof: "Proof") -> Iterator[Row]:
    """What would be sent as a proof."""
    yield "", "a proof, with samples in the place of merge tags"
    yield from _filled(
        ("to", ", ".join(proof.recipients)),
        ("from", proof.sender),
        ("subject", proof.subject),
        ("through", proof.told),
        ("size", f"{len(proof.message) / 1000:.0f} kB"),
        ("checks", f"{_counted(proof.errors, 'error')} found; see digest check" if proof.errors else ""),
    )


def proof_json(proof: "Proof") -> Json:
    """The same for programs."""
    names = ("subject", "sender", "recipients", "told", "errors")
    return {
        **{name: msgspec.to_builtins(getattr(proof, name)) for name in names},
        "bytes": len(proof.message),
    }


def delivery_line(delivery: "Delivery") -> str:
    """What came of one recipient."""
    return f"{delivery.recipient}: {'accepted' if delivery.accepted else delivery.told}"


def standing_rows(standings: Iterable["Standing"]) -> Iterator[Row]:
    """How far the issues have come."""
    for standing in standings:
        yield "", f"{standing.slug}  {standing.subject}".rstrip()
        if standing.trouble:
            yield "trouble", standing.trouble
            continue
        yield from _filled(
            ("built", standing.built),
            ("checks", _checks(standing)),
            ("proofed", _proofed(standing)),
            *(("handed over", _place(place)) for place in standing.places),
            *(() if standing.places else (("handed over", "not yet"),)),
        )


def blocking_lines(plan: "Plan") -> Iterator[tuple[Level, str]]:
    """What stands against a hand-off and what to look at there; other warnings are only counted."""
    for problem in plan.problems:
        yield Level.ERROR, problem
    others = 0
    for finding in plan.findings:
        if finding.ignored or finding.level is Level.NOTE:
            continue
        if finding.level is Level.ERROR or finding.code.startswith("merge-tag"):
            yield finding.level, told(finding)
        else:
            others += 1
    if others:
        told_of = _counted(others, "thing")
        yield Level.WARNING, f"{told_of} to look at before it is sent; see digest check {plan.issue.slug}"


def _checks(standing: "Standing") -> str:
    if not standing.is_checked:
        return "as they were at the hand-off"
    if not standing.errors and not standing.warnings:
        return "nothing found"
    return f"{_counted(standing.errors, 'error')}, {_counted(standing.warnings, 'warning')}"


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _proofed(standing: "Standing") -> str:
    if standing.proof is None:
        return str(standing.proofed)
    return f"{_moment(standing.proof.at)} to {', '.join(standing.proof.to)}, {standing.proofed}"


def _place(place: Any) -> str:
    when = f" {_moment(place.at)}" if place.at else ""
    return ", ".join(part for part in (f"{place.provider}{when}", str(place.made), place.url) if part)


def _moment(moment: datetime) -> str:
    try:
        return f"{moment.astimezone():%Y-%m-%d %H:%M}"
    except (OverflowError, OSError):  # a day at the edge of the calendar, in a file that somebody wrote
        return moment.isoformat(" ", "minutes")


def _filled(*rows: Row) -> Iterator[Row]:
    return (row for row in rows if row[1])


def _kilobytes(text: str) -> str:
    return f"{len(text.encode()) / 1000:.0f}"
