"""What a hand-off would hand over: an issue checked, and drafted for a provider; nobody is asked."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.checkup import find
from digest.handoff.caller import Tools
from digest.handoff.provider import Provider, provider_class
from digest.handoff.secrets import Keyholder, find_secret, secret
from digest.model import Draft, Finding, Issue
from digest.newsroom import Newsroom
from digest.outward.archive import archive_address
from digest.outward.drafting import drafted, linked


class Plan(Struct, frozen=True, kw_only=True):
    """What would be handed over, and what stands against it. Nothing was asked of anybody.

    `problems` keep it from being handed over, and so do findings that are errors and not ignored; `losses`
    are what will not arrive as it was built; `uploads` must be on the web before readers get it. `settings`
    are the provider's, as they were when the plan was made: what an editor agrees to is what is done.
    `fingerprint` is of everything the provider is given, `email` of the email itself.
    """

    folder: Path
    newsroom: Newsroom
    issue: Issue
    name: str
    title: str
    settings: Struct
    draft: Draft
    audience: str
    findings: tuple[Finding, ...]
    problems: tuple[str, ...]
    losses: tuple[str, ...]
    uploads: tuple[str, ...]
    fingerprint: str
    email: str

    @property
    def is_blocked(self) -> bool:
        """Whether something must be mended first."""
        return bool(self.problems) or any(finding.stops for finding in self.findings)


def plan(folder: Path, name: str) -> Plan:
    """Opens, checks and drafts an issue folder for the provider `name`.

    Raises as `open_issue` does, UsageError for an unknown provider, InputError for a tag it has no words for.
    """
    newsroom, issue = open_issue(folder)
    kind = provider_class(name)
    settings = newsroom.provider_settings(name, kind.settings)
    press = Press(images=linked(issue.publication))
    galley = replace(press.proof(newsroom, issue, deep=True), provider=name)
    made = drafted(newsroom, issue, name, press)
    provider = kind(settings, "", Tools())
    return Plan(
        folder=folder,
        newsroom=newsroom,
        issue=issue,
        name=name,
        title=kind.title,
        settings=settings,
        draft=made.draft,
        audience=provider.audience(),
        findings=find(galley, folder, deep=True),
        problems=(*_problems(issue, made.draft, made.uploads, kind), *provider.problems(made.draft)),
        losses=(*kind.capabilities.losses, *_left_out(kind, made.left_out)),
        uploads=(*made.uploads, *_own_page(newsroom, issue, made.draft)),
        fingerprint=sha256(msgspec.json.encode((made.draft, settings))).hexdigest(),
        email=made.email,
    )


def connect(plan: Plan, tools: Tools | None = None, *, needed: bool = True) -> Provider | None:
    """The provider of a plan, with its key; without one None, or HandoffError where it is `needed`."""
    kind = provider_class(plan.name)
    key = (secret if needed else find_secret)(plan.name, keyholder(plan.newsroom))
    return kind(plan.settings, key, tools or Tools()) if key else None


def keyholder(newsroom: Newsroom) -> Keyholder:
    """Where a newsroom's keys are looked for."""
    return Keyholder(publication=newsroom.publication.name, file=newsroom.secrets)


def _own_page(newsroom: Newsroom, issue: Issue, draft: Draft) -> Iterator[str]:
    """The issue's page in the newsroom's own archive, where the draft leads there."""
    page = archive_address(newsroom, issue.slug)
    if page and page in draft.text:
        yield f"{page} (digest archive writes it)"


def _left_out(kind: type[Provider], names: tuple[str, ...]) -> Iterator[str]:
    if "view_in_browser" in names:
        yield (
            f"{kind.title} has no page for “view in browser”, so the link is left out; "
            "your own can be one, once [archive] url stands in digest.toml."
        )


def _problems(issue: Issue, draft: Draft, uploads: tuple[str, ...], kind: type[Provider]) -> Iterator[str]:
    if uploads and not issue.publication.images_base:
        yield (
            f"its pictures ({', '.join(uploads)}) have no address on the web, and a draft cannot carry them; "
            'upload them and name the folder in digest.toml: [images] base_url = "https://…"'
        )
    size, most = len(draft.html.encode()), kind.capabilities.max_html
    if most and size > most:
        yield f"the HTML has {size:,} bytes, and {kind.title} takes {most:,}; take a story out, or shorten"
