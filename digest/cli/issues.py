"""The commands for an issue at work: show, themes, build, check, preview."""

import sys
from pathlib import Path

import click

from digest.cli.codes import DONE, FOUND, exit_code, is_grave
from digest.cli.options import ALLOW_PRIVATE, JSON, OUTPUT, taking
from digest.cli.telling import talk, tell_catalogue, tell_checkup, tell_order
from digest.model import Images, Level


@click.command(epilog="Example: digest show sample-weekly")
@click.argument("issue", required=False)
@JSON
def show(issue: str | None, *, as_json: bool) -> None:
    """Show what an issue holds and who decided it.

    Without an argument it shows the issue changed last.
    """
    from digest import report
    from digest.build import open_issue
    from digest.newsroom import find_issue, open_newsroom

    newsroom = open_newsroom(Path())
    _, opened = open_issue(find_issue(issue, newsroom))
    click.echo(report.encode(report.desk(opened)) if as_json else "\n".join(report.desk_lines(opened)))


@click.command(epilog="Example: digest themes")
@JSON
def themes(*, as_json: bool) -> None:
    """List the themes and their blocks.

    A newsroom's own files come first: it says which of them stand in place of a theme's.
    """
    from digest import report
    from digest.newsroom import open_newsroom
    from digest.render.catalogue import catalogue
    from digest.render.theme import bundled_templates

    entries = catalogue((*open_newsroom(Path()).templates, bundled_templates()))
    click.echo(
        report.encode(report.themes(entries)) if as_json else "\n".join(report.theme_lines(entries)).rstrip()
    )


@click.command(epilog="Example: digest build article.txt")
@click.argument("what", nargs=-1, metavar="[ISSUE or SOURCE]...")
@OUTPUT
@click.option(
    "--images",
    type=click.Choice(list(map(str, Images))),
    help="Link to pictures (to be uploaded), embed them in an email.eml, or show none.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@ALLOW_PRIVATE
@JSON
def build(  # noqa: PLR0913 - an argument a flag
    what: tuple[str, ...],
    output: Path | None,
    images: str | None,
    *,
    strict: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Build the email of issues, or of articles.

    Several articles make one digest, the first of them its lead. The results are build/<slug>/email.html and
    email.txt, and images/ with pictures of your own. Without arguments it builds the issue changed last.
    """
    from digest import report
    from digest.build import Press, build_all
    from digest.newsroom import open_newsroom
    from digest.progress import progress

    with progress():
        press = Press(output, Images(images) if images else None)
        order = build_all(what, open_newsroom(Path()), press, taking(allow_private=allow_private))
    if as_json:
        click.echo(report.encode(report.order(order.built, order.refused)))
    else:
        tell_order(order)
    sys.exit(exit_code(order, strict=strict))


@click.command(epilog="Example: digest check 2026-11-20 --online")
@click.argument("issue", required=False)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option("--online", is_flag=True, help="Ask the email's links and pictures whether they are there.")
@ALLOW_PRIVATE
@click.option("-v", "--why", is_flag=True, help="Say of each finding why it matters.")
@click.option("--list", "listed", is_flag=True, help="Show every check there is, and check nothing.")
@JSON
@click.option("--sarif", "as_sarif", is_flag=True, help="Print SARIF 2.1.0 for code-review tools.")
def check(  # noqa: PLR0913 - an argument a flag
    issue: str | None,
    *,
    strict: bool,
    online: bool,
    allow_private: bool,
    why: bool,
    listed: bool,
    as_json: bool,
    as_sarif: bool,
) -> None:
    """Look at an issue as a production editor would before it is sent.

    Nothing is written. Without an argument it checks the issue changed last.
    """
    from digest.checkup import asker, check_issue
    from digest.newsroom import find_issue, open_newsroom
    from digest.progress import progress

    if as_sarif and (as_json or listed):
        raise click.UsageError("--sarif gives an issue's findings, and goes neither with --json nor --list")
    if listed:
        tell_catalogue(as_json=as_json)
        return
    newsroom = open_newsroom(Path())
    with progress() as work:
        ask = asker(work, allow_private=allow_private) if online else None
        checkup = check_issue(find_issue(issue, newsroom), ask)
    tell_checkup(checkup, why=why, as_json=as_json, as_sarif=as_sarif)
    sys.exit(FOUND if is_grave(checkup.findings, strict=strict) else DONE)


@click.command(epilog="Example: digest preview 2026-11-20")
@click.argument("issue", required=False)
@click.option("-a", "--address", metavar="HOST:PORT", help="Serve it there; else on this computer only.")
@click.option("--open/--no-open", "browser", default=None, help="Open it in your browser, or do not.")
@ALLOW_PRIVATE
def preview(issue: str | None, address: str | None, *, browser: bool | None, allow_private: bool) -> None:
    """Show and edit an issue in your browser.

    It keeps up with the files until you press Ctrl+C. Without an argument it shows the issue changed last.
    """
    from digest.newsroom import find_issue, open_newsroom
    from digest.preview.server import parse_address, serve

    newsroom = open_newsroom(Path())
    folder = find_issue(issue, newsroom)
    asked = parse_address(address) if address else None
    if asked and not asked.is_private:
        talk(Level.WARNING, f"who knows its key can change this issue from other computers at {asked}")
    shown = sys.stdout.isatty() if browser is None else browser
    serve(folder, asked, click.echo, browser=shown, take=taking(allow_private=allow_private))


COMMANDS = (show, themes, build, check, preview)
