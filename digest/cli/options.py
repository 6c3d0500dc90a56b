"""The flags that several commands share."""

from pathlib import Path

import click

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
