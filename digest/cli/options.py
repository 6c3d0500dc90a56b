"""The flags that several commands share."""

import io
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from digest.sources.capture import Take

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write below DIR instead of build/.",
)
ALLOW_PRIVATE = click.option(
    "--allow-private", is_flag=True, help="Fetch from private hosts too, such as your own staging site."
)


def taking(*, allow_private: bool) -> "Take":
    """Captures sources by their names; where there is no standard input, as under cron, it is empty."""
    from digest.sources.capture import capture

    stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
    return partial(capture, stdin=stdin, allow_private=allow_private)
