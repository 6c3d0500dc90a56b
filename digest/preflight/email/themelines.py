"""Where in its theme a part of the email comes from."""

import re
from collections.abc import Iterable
from pathlib import Path

from digest.model import ThemeLine

TOLD = 3  # lines that are named; of the others the number
TEMPLATES = "templates"


def where_in_theme(lines: Iterable[ThemeLine], expression: str) -> tuple[str, str, int]:
    """The lines of a theme in which an expression is found, in words, and the first's file and line.

    In words it is "story.mjml:12 and 2 more". The file and line are the newsroom's own, and ("", 0) where a
    bundled theme has it; all is empty where no line has it.
    """
    found = list(dict.fromkeys((each.file, each.line) for each in lines if re.search(expression, each.text)))
    told = ", ".join(f"{_named(file)}:{line}" for file, line in found[:TOLD])
    rest = f" and {len(found) - TOLD} more" * (len(found) > TOLD)
    file, line = next((place for place in found if not Path(place[0]).is_absolute()), ("", 0))
    return told + rest, file, line


def _named(file: str) -> str:
    """A file from its theme's folder on ("weekly/head.css"); one of the newsroom's as it is shown."""
    path = Path(file)
    if not path.is_absolute() or TEMPLATES not in path.parts:
        return file
    start = len(path.parts) - path.parts[::-1].index(TEMPLATES)
    return "/".join(path.parts[start:])
