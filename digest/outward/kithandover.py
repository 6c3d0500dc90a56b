"""The order of work of `digest handoff` for a provider that takes no draft: a kit, and a note of it.

1. plan      check the issue                                          here: nothing is written
2. ask       the editor, once                                         cli/
3. export    the kit, where emails are built                          export.py
4. keep      the page for the archive, and that it was handed over

The issue counts as handed over from then on: `digest status` tells when, and the archive has its page.
"""

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.checkup import find
from digest.handoff.state import Handed, open_state
from digest.mergetags.table import TABLE
from digest.model import Finding, Issue
from digest.newsroom import Newsroom
from digest.outward.drafting import fingerprint, linked
from digest.outward.export import Exported, export
from digest.outward.webcopy import keep_web_copy
from digest.plugins import PROVIDERS, offered


class KitPlan(Struct, frozen=True, kw_only=True):
    """An issue to be handed over as a kit for the provider `name`, and what the checks found.

    `email` is the fingerprint of what readers are going to get.
    """

    folder: Path
    newsroom: Newsroom
    issue: Issue
    name: str
    title: str
    findings: tuple[Finding, ...]
    email: str

    @property
    def is_blocked(self) -> bool:
        """Whether something must be mended first."""
        return any(finding.stops for finding in self.findings)


def takes_kit(name: str) -> bool:
    """Whether a provider is known by its merge tags alone."""
    return name in TABLE.keys() - offered(PROVIDERS).keys() - {"generic"}


def plan_kit(folder: Path, name: str) -> KitPlan:
    """Opens and checks an issue folder; raises as `open_issue` does."""
    newsroom, issue = open_issue(folder)
    press = Press(images=linked(issue.publication))
    galley = replace(press.proof(newsroom, issue, deep=True), provider=name)
    return KitPlan(
        folder=folder,
        newsroom=newsroom,
        issue=issue,
        name=name,
        title=TABLE[name].title,
        findings=find(galley, folder, deep=True),
        email=fingerprint(press.neutral(newsroom, issue).email, issue.publication),
    )


def hand_over_kit(plan: KitPlan) -> Exported:
    """Does what the editor agreed to; raises as `export` does, and HandoffError where that cannot be kept."""
    with open_state(plan.folder) as book:
        exported = export(plan.newsroom, plan.issue, plan.name)
        keep_web_copy(plan.folder, plan.newsroom, plan.issue, Press())
        at = datetime.now(UTC).replace(microsecond=0)
        handed = Handed(name=plan.issue.slug, fingerprint=plan.email, email=plan.email, at=at)
        book.keep(plan.name, handed)
    return exported
