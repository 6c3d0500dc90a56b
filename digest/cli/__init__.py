"""The command line.

`commands.py` puts together the commands of `articles.py`, `issues.py` and `outward.py`. What they say stands
in `telling.py` and `outward_telling.py`, what they end with in `codes.py`.
"""

from digest.cli.commands import cli, main

__all__ = ["cli", "main"]
