"""The command line: what may be typed (commands), what is said (telling), what it ends with (codes)."""

from digest.cli.commands import cli, main

__all__ = ["cli", "main"]
