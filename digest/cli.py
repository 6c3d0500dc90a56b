"""The commands: verbs, flags, words and exit codes. What is decided is decided elsewhere.

Results go to standard output, talk to standard error. Exit codes: 0 done, 1 an input must be mended, 2 wrong
usage, 3 preflight found errors (or warnings with --strict), 130 interrupted.
"""

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import click

from digest import __version__
from digest.errors import DigestError, InputError
from digest.model import Finding, Level

if TYPE_CHECKING:
    from digest.build import Order
    from digest.scaffold import Added

DONE, MEND, USAGE, FOUND, INTERRUPTED = 0, 1, 2, 3, 130
COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: None}

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: digest build article.txt",
)
@click.version_option(__version__, prog_name="digest")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn the week's articles into an email digest."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command(epilog="Example: digest init")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make a newsroom: digest.toml and an issues folder."""
    from digest import scaffold

    click.echo(scaffold.init(folder))


@cli.command(epilog="Example: digest new 2026-11-20 port-fees.txt rail-strike.txt")
@click.argument("slug")
@click.argument("sources", nargs=-1)
def new(slug: str, sources: tuple[str, ...]) -> None:
    """Make an issue, with articles if you have them.

    The source "-" is standard input.
    """
    from digest import scaffold
    from digest.newsroom import open_newsroom

    _tell_added(scaffold.new(slug, sources, open_newsroom(Path()), _stdin()))


@cli.command(epilog="Example: pbpaste | digest add 2026-11-20 -")
@click.argument("issue")
@click.argument("sources", nargs=-1, required=True)
def add(issue: str, sources: tuple[str, ...]) -> None:
    """Add articles to an issue."""
    from digest import scaffold
    from digest.newsroom import find_issue, open_newsroom

    _tell_added(scaffold.add(find_issue(issue, open_newsroom(Path())), sources, _stdin()))


@cli.command(epilog="Example: digest read article.txt")
@click.argument("sources", nargs=-1, required=True)
@JSON
def read(sources: tuple[str, ...], *, as_json: bool) -> None:
    """Show what is understood of articles.

    With --json, one object a line; {"error": ...} in the place of a source that cannot be read.
    """
    from digest import report
    from digest.reading import extract
    from digest.sources.capture import capture

    failed = False
    for source in sources:
        try:
            drawn = extract(capture(source, _stdin()))
        except InputError as error:
            failed = True
            if as_json:
                click.echo(report.encode({"error": str(error)}))
            _complain(str(error))
            continue
        if as_json:
            click.echo(report.encode(report.reading(drawn)))
        else:
            click.echo("\n".join((*report.reading_lines(drawn), "")))
            _tell_findings(drawn.article.notes)
    sys.exit(MEND if failed else DONE)


@cli.command(epilog="Example: digest show sample-weekly")
@click.argument("issue", required=False)
@JSON
def show(issue: str | None, *, as_json: bool) -> None:
    """Show what an issue holds and who decided it.

    Without an argument it shows the issue changed last.
    """
    from digest import report
    from digest.build import open_issue
    from digest.newsroom import find_issue, latest_issue, open_newsroom

    newsroom = open_newsroom(Path())
    _, opened = open_issue(find_issue(issue, newsroom) if issue else latest_issue(newsroom))
    click.echo(report.encode(report.desk(opened)) if as_json else "\n".join(report.desk_lines(opened)))


@cli.command(epilog="Example: digest build article.txt")
@click.argument("what", nargs=-1, metavar="[ISSUE or SOURCE]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write to DIR/<slug>/.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@JSON
def build(what: tuple[str, ...], output: Path | None, *, strict: bool, as_json: bool) -> None:
    """Build the email of issues, or of articles.

    Several articles make one digest, the first of them its lead. The results are build/<slug>/email.html and
    email.txt. Without arguments it builds the issue changed last.
    """
    from digest import report
    from digest.build import Press, build_all
    from digest.newsroom import open_newsroom
    from digest.progress import progress

    with progress():
        order = build_all(what, open_newsroom(Path()), Press(output), _stdin())
    if as_json:
        click.echo(report.encode(report.order(order.built, order.refused)))
    else:
        _tell_order(order)
    sys.exit(_exit_code(order, strict=strict))


def _stdin() -> BinaryIO:
    """Standard input; an empty one where there is none, as under cron."""
    return sys.stdin.buffer if sys.stdin else io.BytesIO()


def _tell_added(added: "Added") -> None:
    for path in (added.issue, *added.captures):
        click.echo(path)
    for error in added.refused:
        _complain(str(error))
    if added.refused:
        sys.exit(MEND)


def _tell_order(order: "Order") -> None:
    for built in order.built:
        _tell_findings(built.findings)
        click.echo(built.html)
        click.echo(built.text)
    for error in order.refused:
        _complain(str(error))


def _tell_findings(findings: Iterable[Finding]) -> None:
    from digest import report

    for finding in findings:
        _talk(finding.level, report.told(finding))


def _complain(message: str) -> None:
    _talk(Level.ERROR, message)


def _talk(level: Level, message: str) -> None:
    colour = False if os.environ.get("NO_COLOR") else None  # None: where it is a terminal
    click.secho(f"{level}: {message}", err=True, fg=COLOURS[level], color=colour)


def _exit_code(order: "Order", *, strict: bool) -> int:
    if order.refused:
        return MEND if any(isinstance(error, InputError) for error in order.refused) else USAGE
    grave = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return (
        FOUND if any(finding.level in grave for built in order.built for finding in built.findings) else DONE
    )


def main() -> NoReturn:
    """Runs the command line and exits; every one of our errors becomes a message and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except DigestError as error:
        _complain(str(error))
        code = MEND if isinstance(error, InputError) else USAGE
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # `digest show | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except OSError as error:  # refused by the system before we knew of a file: a full disk, a name too long
        _complain(": ".join(str(part) for part in (error.filename, error.strerror) if part))
        code = USAGE
    else:
        code = DONE
    sys.exit(code)
