"""The commands that bring articles in: init, new, add, read."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli.codes import DONE, refusal
from digest.cli.options import ALLOW_PRIVATE, JSON, taking
from digest.cli.telling import complain, tell_added, tell_findings
from digest.errors import DigestError, InputError

if TYPE_CHECKING:
    from digest.scaffold import Added


@click.command(epilog="Example: digest init")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make a newsroom: digest.toml and an issues folder."""
    from digest import scaffold

    click.echo(scaffold.init(folder))


@click.command(epilog="Example: digest new 2026-11-20 --feed https://example.org/feed.xml --since 2026-11-13")
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
    _end_added(scaffold.new(slug, sources, open_newsroom(Path()), taking(allow_private=allow_private), wish))


@click.command(epilog="Example: pbpaste | digest add 2026-11-20 -")
@click.argument("issue")
@click.argument("sources", nargs=-1, required=True)
@ALLOW_PRIVATE
def add(issue: str, sources: tuple[str, ...], *, allow_private: bool) -> None:
    """Add articles to an issue."""
    from digest import scaffold
    from digest.newsroom import find_issue, open_newsroom

    newsroom = open_newsroom(Path())
    take = taking(allow_private=allow_private)
    _end_added(scaffold.add(find_issue(issue, newsroom), sources, newsroom, take))


@click.command(epilog="Example: digest read article.txt")
@click.argument("sources", nargs=-1, required=True)
@ALLOW_PRIVATE
@JSON
def read(sources: tuple[str, ...], *, allow_private: bool, as_json: bool) -> None:
    """Show what is understood of articles.

    With --json, one object a line; {"error": ...} in the place of a source that cannot be read.
    """
    from digest import report
    from digest.reading import extract

    take = taking(allow_private=allow_private)
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


COMMANDS = (init, new, add, read)


def _end_added(added: "Added") -> None:
    tell_added(added)
    if added.refused:
        sys.exit(refusal(added.refused))
