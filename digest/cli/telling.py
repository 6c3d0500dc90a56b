"""What the commands say: results on standard output, talk on standard error."""

import os
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from digest.model import Finding, Level

if TYPE_CHECKING:
    from digest.build import Order
    from digest.checkup import Checkup
    from digest.proofsheet import Screen
    from digest.scaffold import Added

STYLES: dict[str, dict[str, Any]] = {
    Level.ERROR: {"fg": "red"},
    Level.WARNING: {"fg": "yellow"},
    Level.NOTE: {},
    "ignored": {"dim": True},
    "quiet": {"dim": True},
    "heading": {"bold": True},
}


def tell_added(added: "Added") -> None:
    """The files that were made, what was missed, what was refused."""
    for path in (added.issue, *added.captures):
        if path:
            click.echo(path)
    for miss in added.missed:
        talk(Level.WARNING, miss)
    for error in added.refused:
        complain(str(error))


def tell_order(order: "Order") -> None:
    """What was found in each email, where its files lie, what was refused."""
    for built in order.built:
        tell_findings(built.findings)
        messages = (built.message,) if built.message else ()
        for path in (built.html, built.text, *messages, *built.calendars, *built.images):
            click.echo(path)
    for error in order.refused:
        complain(str(error))


def tell_findings(findings: Iterable[Finding]) -> None:
    """Findings, a line each."""
    from digest import report

    for finding in findings:
        talk(finding.level, report.told(finding))


def tell_catalogue(*, as_json: bool) -> None:
    """Every check there is."""
    from digest import proofsheet, report
    from digest.preflight.table import catalogue

    if as_json:
        click.echo(report.encode(report.catalogue(catalogue())))
    else:
        _show(proofsheet.catalogue_sheet(catalogue(), _screen()))


def tell_checkup(checkup: "Checkup", *, why: bool, as_json: bool, as_sarif: bool) -> None:
    """What was found in an issue, as a sheet to read, as JSON or as SARIF."""
    from digest import proofsheet, report
    from digest.preflight.table import catalogue
    from digest.sarif import sarif

    if as_sarif:
        click.echo(report.encode(sarif(checkup, catalogue())))
    elif as_json:
        click.echo(report.encode(report.checkup(checkup)))
    else:
        rows = {row.code: row for row in catalogue()} if why else {}
        _show(proofsheet.sheet(checkup, rows, _screen()))


def _show(lines: Iterable[str]) -> None:
    click.echo("\n".join(lines), color=_colour())


def _screen() -> "Screen":
    from digest.proofsheet import Screen

    return Screen(shutil.get_terminal_size().columns, lambda text, style: click.style(text, **STYLES[style]))


def _colour() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None  # None: where it is a terminal


def refuse(message: str, *, as_json: bool) -> None:
    """An error that ended a command; a program that asked for JSON gets it as that, too."""
    complain(message)
    if as_json:
        from digest import report

        click.echo(report.encode({"error": message}))


def complain(message: str) -> None:
    """An error."""
    talk(Level.ERROR, message)


def talk(level: Level, message: str) -> None:
    """One line to whoever sits at the terminal."""
    click.secho(f"{level}: {message}", err=True, color=_colour(), **STYLES[level])
