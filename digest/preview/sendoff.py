"""Proof and hand-off at the desk, with the asking of the commands: look first, say yes, and then it is done.

Rule 1. Nothing goes out but what was shown: a yes carries the ticket of what it is for, and is refused when
        the files, or `digest.toml`, would make something else of it by now.
Rule 2. A ticket is good for one go. What became of a go that failed nobody knows without looking again.
Rule 3. What the commands would say is said here in the same words, refusals too. No answer holds a key.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from digest import slips
from digest.errors import InputError
from digest.model import Level
from digest.outward.export import export
from digest.outward.handover import hand_over
from digest.outward.plan import Plan, plan
from digest.outward.proof import Proof, prepare, send
from digest.outward.survey import Step, Survey, foresee
from digest.preview import told
from digest.preview.outlets import outlets
from digest.preview.tickets import Tickets, stale
from digest.preview.workshop import Edition, Workshop
from digest.report import Json


class _ProofShown(Struct, frozen=True):
    edition: Edition
    proof: Proof


class _PlanShown(Struct, frozen=True):
    plan: Plan
    survey: Survey


class SendOff:
    """One issue on its way out. Methods wait for others' servers, and may be called from any thread."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._folder = workshop.folder
        self._tickets = Tickets()

    def outlets(self) -> Json:
        """What is set up, and how far the issue has come; asks nobody."""
        return outlets(self._edition().newsroom, self._folder)

    def show_proof(self, to: str) -> Json:
        """What would be sent to the addresses in `to`; raises as `prepare` does."""
        edition = self._edition()
        proof = prepare(edition.newsroom, edition.issue, to)
        ticket = self._tickets.give(_ProofShown(edition, proof))
        return {**slips.proof_json(proof), "rows": list(slips.proof_rows(proof)), "ticket": ticket}

    def send_proof(self, ticket: str) -> Json:
        """Sends what was shown; what came of it, by recipient. Raises as `send` does."""
        shown = self._tickets.take(ticket, _ProofShown)
        if self._edition() is not shown.edition:
            raise stale()
        deliveries = send(shown.proof, self._folder)
        return {
            "deliveries": msgspec.to_builtins(deliveries),
            "lines": [slips.delivery_line(delivery) for delivery in deliveries],
        }

    def show_plan(self, provider: str) -> Json:
        """What would be handed over; the provider is asked how it stands there, unless something is wrong."""
        planned = plan(self._folder, provider)
        found = None if planned.is_blocked else foresee(planned)
        shown = {**slips.plan_json(planned), "rows": list(slips.plan_rows(planned)), **_findings(planned)}
        if found is None:
            return {**shown, "survey": None, "ticket": ""}
        ticket = "" if found.step is Step.NOTHING else self._tickets.give(_PlanShown(planned, found))
        standing = list(slips.survey_rows(replace(found, differences=())))
        survey = {**msgspec.to_builtins(found), "rows": standing}
        return {**shown, "survey": survey, "ticket": ticket}

    def hand_over(self, ticket: str, *, overwrite: bool) -> Json:
        """Does what was shown; raises as `handover.hand_over` does."""
        shown = self._tickets.take(ticket, _PlanShown)
        if plan(self._folder, shown.plan.name) != shown.plan:
            raise stale()
        receipt = hand_over(shown.plan, shown.survey, overwrite=overwrite)
        line = slips.receipt_line(replace(receipt, url=""))
        return {**msgspec.to_builtins(receipt), "line": line}

    def kit(self) -> tuple[str, bytes]:
        """The name and the content of the zip for the usual provider, or for none in particular."""
        edition = self._edition()
        provider = edition.newsroom.provider or "generic"
        with TemporaryDirectory() as place:
            made = export(edition.newsroom, edition.issue, provider, Path(place))
            return made.archive.name, made.archive.read_bytes()

    def _edition(self) -> Edition:
        """The edition at hand, if it is of the files as they are."""
        workshop = self._workshop
        if workshop.edition is None or workshop.problems:
            wrong = "".join(f"\n{problem.message}" for problem in workshop.problems)
            raise InputError(f"the issue as it stands on disk cannot be shown; mend it first{wrong}")
        return workshop.edition


def _findings(plan: Plan) -> Json:
    """What stands against the hand-off, and what to look at, as `digest handoff` picks it."""
    picked = [each for each in plan.findings if not each.ignored and each.level is not Level.NOTE]
    return {"findings": told.findings(picked)}
