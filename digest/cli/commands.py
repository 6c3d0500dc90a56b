"""The commands: verbs, flags and words. What is decided is decided elsewhere."""

import io
import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from digest import __version__
from digest.cli import outward
from digest.cli.codes import DONE, FOUND, INTERRUPTED, USAGE, code_of, exit_code, is_grave, refusal
from digest.cli.options import ALLOW_PRIVATE, JSON, OUTPUT
from digest.cli.telling import (
    complain,
    talk,
    tell_added,
    tell_catalogue,
    tell_checkup,
    tell_findings,
    tell_order,
)
from digest.errors import DigestError, InputError
from digest.model import Images, Level

if TYPE_CHECKING:
    from digest.scaffold import Added
    from digest.sources.capture import Take


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


@cli.command(epilog="Example: digest new 2026-11-20 --feed https://example.org/feed.xml --since 2026-11-13")
@click.argument("slug")
@click.argument("sources", nargs=-1)
@click.option("--feed", metavar="URL|FILE", help="Take the articles of a feed (RSS, Atom or JSON Feed).")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="... of this day or later.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="... the N newest at most.")
@ALLOW_PRIVATE
def new(  # noqa: PLR0913 - an argument a flag
    slug: str,
    sources: tuple[str, ...],
    feed: str | None,
    since: datetime | None,
    limit: int | None,
    *,
    allow_private: bool,
) -> None:
    """Make an issue, with articles if you have them.

    A source is a file, a web address, or "-" for standard input.
    """
    from digest import scaffold
    from digest.intake import FeedWish
    from digest.newsroom import open_newsroom

    if bool(feed) is not bool(since) or (limit and not feed):
        raise click.UsageError("--feed and --since go together: --feed FEED --since 2026-11-13 [--limit 5]")
    wish = FeedWish(reference=feed, since=since.date(), limit=limit) if feed and since else None
    _end_added(scaffold.new(slug, sources, open_newsroom(Path()), _take(allow_private=allow_private), wish))


@cli.command(epilog="Example: pbpaste | digest add 2026-11-20 -")
@click.argument("issue")
@click.argument("sources", nargs=-1, required=True)
@ALLOW_PRIVATE
def add(issue: str, sources: tuple[str, ...], *, allow_private: bool) -> None:
    """Add articles to an issue."""
    from digest import scaffold
    from digest.newsroom import find_issue, open_newsroom

    newsroom = open_newsroom(Path())
    take = _take(allow_private=allow_private)
    _end_added(scaffold.add(find_issue(issue, newsroom), sources, newsroom, take))


@cli.command(epilog="Example: digest read article.txt")
@click.argument("sources", nargs=-1, required=True)
@ALLOW_PRIVATE
@JSON
def read(sources: tuple[str, ...], *, allow_private: bool, as_json: bool) -> None:
    """Show what is understood of articles.

    With --json, one object a line; {"error": ...} in the place of a source that cannot be read.
    """
    from digest import report
    from digest.reading import extract

    take = _take(allow_private=allow_private)
    failed: list[DigestError] = []
    for source in sources:
        try:
            drawn = extract(take(source))
        except InputError as error:
            failed.append(error)
            if as_json:
                click.echo(report.encode({"error": str(error)}))
            complain(str(error))
            continue
        if as_json:
            click.echo(report.encode(report.reading(drawn)))
        else:
            click.echo("\n".join((*report.reading_lines(drawn), "")))
            tell_findings(drawn.article.notes)
    sys.exit(refusal(failed) if failed else DONE)


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


@cli.command(epilog="Example: digest themes")
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


@cli.command(epilog="Example: digest build article.txt")
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
        order = build_all(what, open_newsroom(Path()), press, _take(allow_private=allow_private))
    if as_json:
        click.echo(report.encode(report.order(order.built, order.refused)))
    else:
        tell_order(order)
    sys.exit(exit_code(order, strict=strict))


@cli.command(epilog="Example: digest check 2026-11-20 --online")
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
    from digest.newsroom import find_issue, latest_issue, open_newsroom
    from digest.progress import progress

    if as_sarif and (as_json or listed):
        raise click.UsageError("--sarif gives an issue's findings, and goes neither with --json nor --list")
    if listed:
        tell_catalogue(as_json=as_json)
        return
    newsroom = open_newsroom(Path())
    with progress() as work:
        ask = asker(work, allow_private=allow_private) if online else None
        checkup = check_issue(find_issue(issue, newsroom) if issue else latest_issue(newsroom), ask)
    tell_checkup(checkup, why=why, as_json=as_json, as_sarif=as_sarif)
    sys.exit(FOUND if is_grave(checkup.findings, strict=strict) else DONE)


@cli.command(epilog="Example: digest preview 2026-11-20")
@click.argument("issue", required=False)
@click.option("-a", "--address", metavar="HOST:PORT", help="Serve it there; else on this computer only.")
@click.option("--open/--no-open", "browser", default=None, help="Open it in your browser, or do not.")
@ALLOW_PRIVATE
def preview(issue: str | None, address: str | None, *, browser: bool | None, allow_private: bool) -> None:
    """Show and edit an issue in your browser.

    It keeps up with the files until you press Ctrl+C. Without an argument it shows the issue changed last.
    """
    from digest.newsroom import find_issue, latest_issue, open_newsroom
    from digest.preview.server import parse_address, serve

    newsroom = open_newsroom(Path())
    folder = find_issue(issue, newsroom) if issue else latest_issue(newsroom)
    asked = parse_address(address) if address else None
    if asked and not asked.is_private:
        talk(Level.WARNING, f"who knows its key can change this issue from other computers at {asked}")
    shown = sys.stdout.isatty() if browser is None else browser
    serve(folder, asked, click.echo, browser=shown, take=_take(allow_private=allow_private))


for command in outward.COMMANDS:
    cli.add_command(command)


def _end_added(added: "Added") -> None:
    tell_added(added)
    if added.refused:
        sys.exit(refusal(added.refused))


def _take(*, allow_private: bool) -> "Take":
    """Captures sources by their names; where there is no standard input, as under cron, it is empty."""
    from digest.sources.capture import capture

    stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
    return partial(capture, stdin=stdin, allow_private=allow_private)


def main() -> NoReturn:
    """Runs the command line and exits; every one of our errors becomes a message and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except DigestError as error:
        complain(str(error))
        code = code_of(error)
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # `digest show | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except OSError as error:  # refused by the system before we knew of a file: a full disk, a name too long
        complain(": ".join(str(part) for part in (error.filename, error.strerror) if part))
        code = USAGE
    else:
        code = DONE
    sys.exit(code)
