"""The commands that look outward: export, proof, login, handoff, status, archive."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli.codes import DONE, FOUND, INTERRUPTED, REFUSED
from digest.cli.options import JSON, OUTPUT
from digest.cli.outward_telling import (
    tell_archive,
    tell_deliveries,
    tell_dry_run,
    tell_export,
    tell_kit_plan,
    tell_plan,
    tell_proof,
    tell_receipt,
    tell_standings,
)
from digest.errors import UsageError

if TYPE_CHECKING:
    from digest.newsroom import Newsroom

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
YES = click.option("-y", "--yes", is_flag=True, help="Do not ask.")


@click.command(epilog="Example: digest export 2026-11-20 --for mailerlite")
@click.argument("issue", required=False)
@click.option("--for", "provider", metavar="PROVIDER", help="Whose merge tags to put in, and whose guide.")
@OUTPUT
@JSON
def export(issue: str | None, provider: str | None, output: Path | None, *, as_json: bool) -> None:
    """Pack an issue to be put into a provider by hand.

    A folder and a zip: both parts, the message, pictures, a list of all in it, and HANDOFF.md, which says
    what to paste where. Without --for it is the provider in digest.toml, or none in particular.
    """
    from digest.build import open_issue
    from digest.outward.export import export as exported

    newsroom, opened = open_issue(_folder(issue))
    tell_export(
        exported(newsroom, opened, provider or newsroom.provider or "generic", output), as_json=as_json
    )


@click.command(epilog="Example: digest proof 2026-11-20 --to ann@example.org,bob@example.org")
@click.argument("issue", required=False)
@click.option("--to", required=True, metavar="ADDRESSES", help="Colleagues' addresses, with commas between.")
@DRY_RUN
@YES
@JSON
def proof(issue: str | None, to: str, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Mail an issue to colleagues, to be looked at.

    Only to addresses that digest.toml allows ([proof] proof_to). Merge tags are filled with samples.
    """
    from digest.build import open_issue
    from digest.outward.proof import prepare, send

    folder = _folder(issue)
    newsroom, opened = open_issue(folder)
    ready = prepare(newsroom, opened, to)
    tell_proof(ready, as_json=as_json, as_result=dry_run)
    if dry_run:
        return
    _ask(f"Send it to {', '.join(ready.recipients)}?", yes=yes)
    deliveries = send(ready, folder)
    tell_deliveries(deliveries, as_json=as_json)
    sys.exit(DONE if all(delivery.accepted for delivery in deliveries) else REFUSED)


@click.command(epilog="Example: digest login mailchimp")
@click.argument("provider")
def login(provider: str) -> None:
    """Store a provider's key, after trying it.

    It is asked for, or read from standard input, and kept in the system's keyring. "smtp" is the password of
    the mail server for proofs.
    """
    from digest.newsroom import open_newsroom
    from digest.outward.login import login as try_and_store
    from digest.outward.login import wanted

    newsroom = open_newsroom(Path())
    told = wanted(provider)
    typed = sys.stdin is not None and sys.stdin.isatty()
    key = click.prompt(told, hide_input=True, err=True) if typed else _line_of_input()
    click.echo(f"kept: {try_and_store(provider, key, newsroom)}")


@click.command(epilog="Example: digest handoff 2026-11-20 --to mailchimp")
@click.argument("issue", required=False)
@click.option("--to", "provider", metavar="PROVIDER", help="The provider, if not the one in digest.toml.")
@DRY_RUN
@click.option("--overwrite", is_flag=True, help="Give up what somebody changed in the draft there.")
@YES
@JSON
def handoff(  # noqa: PLR0913 - an argument a flag
    issue: str | None, provider: str | None, *, dry_run: bool, overwrite: bool, yes: bool, as_json: bool
) -> None:
    """Make an issue a draft at your mail provider.

    Run again, it brings the same draft up to date. It never sends: that is done there, by you.
    """
    from digest.outward.kithandover import takes_kit

    folder, name = _folder(issue), provider or _usual()
    if takes_kit(name):
        _hand_over_kit(folder, name, dry_run=dry_run, yes=yes, as_json=as_json)
    else:
        _hand_over_draft(folder, name, dry_run=dry_run, overwrite=overwrite, yes=yes, as_json=as_json)


@click.command(epilog="Example: digest status")
@click.argument("issue", required=False)
@JSON
def status(issue: str | None, *, as_json: bool) -> None:
    """Show how far each issue has come."""
    from digest.outward.status import standings
    from digest.progress import progress

    with progress() as work:
        work.doing = "looking at the issues"
        found = list(standings(_newsroom(), _folder(issue) if issue else None))
    tell_standings(found, as_json=as_json)


@click.command(epilog="Example: digest archive -o public")
@OUTPUT
@JSON
def archive(output: Path | None, *, as_json: bool) -> None:
    """Write the web version of all issues handed over.

    A page for each, an index by date, a feed and a sitemap, to be uploaded to [archive] url in digest.toml.
    """
    from digest.outward.archive import write_archive

    tell_archive(write_archive(_newsroom(), output), as_json=as_json)


COMMANDS = (export, proof, login, handoff, status, archive)


def _hand_over_draft(  # noqa: PLR0913 - as the command
    folder: Path, name: str, *, dry_run: bool, overwrite: bool, yes: bool, as_json: bool
) -> None:
    from digest.outward.handover import hand_over
    from digest.outward.plan import plan
    from digest.outward.survey import Step, foresee, refuse_overwriting
    from digest.progress import progress

    with progress() as work:
        planned = plan(folder, name)
        work.doing = f"asking {planned.title}"
        found = None if planned.is_blocked else foresee(planned, needed=not dry_run)
    if dry_run or (as_json and planned.is_blocked):
        tell_dry_run(planned, found, as_json=as_json)
    else:
        if found:
            refuse_overwriting(planned, found, overwrite=overwrite)
        tell_plan(planned, found)
    if planned.is_blocked:
        sys.exit(FOUND)
    if dry_run or found is None:
        return
    if found.step is not Step.NOTHING:
        _ask("Go on?", yes=yes)
    with progress() as work:
        work.doing = f"handing over to {planned.title}"
        receipt = hand_over(planned, found, overwrite=overwrite)
    tell_receipt(receipt, as_json=as_json)


def _hand_over_kit(folder: Path, name: str, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    from digest.outward.kithandover import hand_over_kit, plan_kit

    planned = plan_kit(folder, name)
    tell_kit_plan(planned, as_json=as_json, as_result=dry_run or (as_json and planned.is_blocked))
    if planned.is_blocked:
        sys.exit(FOUND)
    if dry_run:
        return
    _ask("Go on?", yes=yes)
    tell_export(hand_over_kit(planned), as_json=as_json)


def _newsroom() -> "Newsroom":
    from digest.newsroom import open_newsroom

    return open_newsroom(Path())


def _folder(issue: str | None) -> Path:
    from digest.newsroom import find_issue

    return find_issue(issue, _newsroom())


def _usual() -> str:
    if name := _newsroom().provider:
        return name
    raise UsageError(
        'to which provider? say --to mailchimp, or in digest.toml: [handoff] provider = "mailchimp"'
    )


def _line_of_input() -> str:
    return sys.stdin.readline() if sys.stdin else ""


def _ask(question: str, *, yes: bool) -> None:
    """Asks once; nobody there to answer is a no."""
    if yes:
        return
    try:
        agreed = click.confirm(question, err=True)
    except click.Abort:
        click.echo("\nnothing was done; where nobody can answer, say --yes", err=True)
        raise
    if not agreed:
        click.echo("nothing was done", err=True)
        sys.exit(INTERRUPTED)
