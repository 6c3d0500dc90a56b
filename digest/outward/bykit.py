"""The order of work of `digest handoff` for a provider that takes no draft: a kit, and a note of it.

The issue is checked and exported, and counts as handed over from then on: `digest status` tells when, and the
archive has its page.
"""

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.checkup import find
from digest.handoff.state import Handed, open_state
from digest.mergetags.table import TABLE
from digest.model import Finding, Level
from digest.outward.archive import keep_web_copy
from digest.outward.drafting import fingerprint, linked
from digest.outward.export import Exported, export
from digest.plugins import PROVIDERS, offered


class KitHandOver(Struct, frozen=True, kw_only=True):
    """What the checks found, and the kit; None where an error kept it back."""

    findings: tuple[Finding, ...]
    exported: Exported | None = None


def takes_kit(name: str) -> bool:
    """Whether a provider is known by its merge tags alone."""
    return name in TABLE and name not in offered(PROVIDERS)


def hand_over_kit(folder: Path, name: str) -> KitHandOver:
    """Raises as `open_issue` and `export` do, and HandoffError where the state cannot be written."""
    newsroom, issue = open_issue(folder)
    press = Press(images=linked(issue.publication))
    galley = replace(press.proof(newsroom, issue, deep=True), provider=name)
    findings = find(galley, folder, deep=True)
    if any(each.level is Level.ERROR and not each.ignored for each in findings):
        return KitHandOver(findings=findings)
    said = fingerprint(press.neutral(newsroom, issue).email, issue.publication)
    with open_state(folder) as book:
        exported = export(newsroom, issue, name)
        at = datetime.now(UTC).replace(microsecond=0)
        book.keep(name, Handed(name=issue.slug, fingerprint=said, email=said, at=at))
        keep_web_copy(folder, newsroom, issue, Press())
    return KitHandOver(findings=findings, exported=exported)
