"""What the commands that look outward say: results on standard output, talk on standard error."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from digest.cli.telling import complain, talk, tell_findings
from digest.model import Level

if TYPE_CHECKING:
    from digest.handoff.smtp import Delivery
    from digest.outward.archive import Archived
    from digest.outward.export import Exported
    from digest.outward.handover import Receipt
    from digest.outward.kithandover import KitPlan
    from digest.outward.plan import Plan
    from digest.outward.proof import Proof
    from digest.outward.status import Standing
    from digest.outward.survey import Survey


def tell_plan(plan: "Plan", found: "Survey | None", *, as_result: bool = False) -> None:
    """What would be handed over, how it stands there, and what stands against it."""
    from digest import slips

    rows = (*slips.plan_rows(plan), *(slips.survey_rows(found) if found else ()))
    for line in slips.lines(rows):
        click.echo(line, err=not as_result)
    for level, line in slips.blocking_lines(plan):
        talk(level, line)


def tell_dry_run(plan: "Plan", found: "Survey | None", *, as_json: bool) -> None:
    """As `tell_plan`, as the result of a command that does nothing."""
    from digest import report, slips

    if as_json:
        click.echo(report.encode({**slips.plan_json(plan), "survey": msgspec.to_builtins(found)}))
        return
    tell_plan(plan, found, as_result=True)
    if found is None and not plan.is_blocked:
        click.echo(f"{plan.title} was not asked, since there is no key for it here")
    click.echo("nothing was done")


def tell_kit_plan(plan: "KitPlan", *, as_json: bool, as_result: bool) -> None:
    """That there will be a kit, and what keeps it back."""
    from digest import report, slips

    if as_json and as_result:
        click.echo(report.encode(slips.kit_json(plan)))
        return
    click.echo(slips.kit_line(plan), err=not as_result)
    if plan.is_blocked:
        tell_findings(plan.findings)
    if as_result:
        click.echo("nothing was done")


def tell_receipt(receipt: "Receipt", *, as_json: bool) -> None:
    """What was done at the provider."""
    from digest import report, slips

    for note in receipt.notes:
        talk(Level.WARNING, note)
    click.echo(report.encode(msgspec.to_builtins(receipt)) if as_json else slips.receipt_line(receipt))


def tell_proof(proof: "Proof", *, as_json: bool = False, as_result: bool = False) -> None:
    """What would be sent."""
    from digest import report, slips

    if as_json and as_result:
        click.echo(report.encode(slips.proof_json(proof)))
        return
    for line in slips.lines(slips.proof_rows(proof)):
        click.echo(line, err=not as_result)


def tell_deliveries(deliveries: Sequence["Delivery"], *, as_json: bool) -> None:
    """What came of each recipient."""
    from digest import report, slips

    if as_json:
        click.echo(report.encode({"deliveries": msgspec.to_builtins(deliveries)}))
        return
    for delivery in deliveries:
        line = slips.delivery_line(delivery)
        click.echo(line) if delivery.accepted else complain(line)


def tell_standings(standings: Iterable["Standing"], *, as_json: bool) -> None:
    """How far the issues have come."""
    from digest import report, slips

    found = list(standings)
    if as_json:
        click.echo(report.encode({"issues": msgspec.to_builtins(found)}))
    elif found:
        click.echo("\n".join(slips.lines(slips.standing_rows(found))))
    else:
        click.echo("there is no issue yet; make one with: digest new SLUG ARTICLE.txt", err=True)


def tell_export(exported: "Exported", *, as_json: bool) -> None:
    """Where the kit lies."""
    from digest import report

    for note in exported.notes:
        talk(Level.WARNING, note)
    if as_json:
        click.echo(report.encode(_paths(exported)))
        return
    for path in (*exported.files, exported.archive):
        click.echo(path)


def tell_archive(archived: "Archived", *, as_json: bool) -> None:
    """What was written anew, and that the rest stands as it stood."""
    from digest import report

    for note in archived.notes:
        talk(Level.WARNING, note)
    if as_json:
        click.echo(report.encode(_paths(archived)))
        return
    for path in archived.written:
        click.echo(path)
    click.echo(
        f"{archived.folder}: {len(archived.written)} written, {archived.unchanged} as they were", err=True
    )


def _paths(value: object) -> object:
    return msgspec.to_builtins(value, enc_hook=str)
