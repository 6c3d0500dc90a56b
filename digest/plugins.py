"""Plug-ins: what packages offer under an entry-point group of ours. Built-ins come through the same door.

The files of installed packages are read here, by the entry points specification of the Python Packaging
Authority: `importlib.metadata` would do it too, but its import alone takes as long as reading ten articles.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from digest.errors import UsageError
from digest.nearmiss import near_miss

PROVIDERS = "digest.providers"
READERS = "digest.readers"
SUMMARISERS = "digest.summarisers"
_OURS = "[digest."


def offered(group: str) -> dict[str, str]:
    """What is offered under a group: "module" or "module:object" by its name; nothing is imported."""
    return installed().get(group, {})


@cache
def installed() -> dict[str, dict[str, str]]:
    """What every package on the path offers, by our groups; of one name the first on the path counts."""
    groups: dict[str, dict[str, str]] = {}
    for said in map(_read, _packages()):
        for group, name, value in _points(said):
            groups.setdefault(group, {}).setdefault(name, value)
    return groups


def load(group: str, name: str) -> Any:
    """The plug-in of that name; raises UsageError when there is none, or it cannot be imported."""
    known = offered(group)
    if name not in known:
        there = near_miss(name, list(known)) or f"; there are: {', '.join(sorted(known))}"
        raise UsageError(f'no plug-in "{name}" among {group}{there}')
    module, _, attribute = known[name].partition(":")
    try:
        found = import_module(module)
        for part in filter(None, attribute.split(".")):
            found = getattr(found, part)
    except (ImportError, AttributeError) as error:
        raise UsageError(f'the plug-in "{name}" of {group} ({known[name]}) does not load: {error}') from error
    return found


def _packages() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            for entry in os.listdir(folder or "."):  # noqa: PTH208 - pathlib takes five times as long
                if entry.endswith((".dist-info", ".egg-info")):
                    yield f"{folder or '.'}/{entry}"


def _read(package: str) -> str:
    with suppress(OSError, UnicodeDecodeError), open(f"{package}/entry_points.txt", encoding="utf-8") as file:  # noqa: PTH123 - as above
        said = file.read()
        return said if _OURS in said else ""
    return ""


def _points(said: str) -> Iterator[tuple[str, str, str]]:
    group = ""
    for line in map(str.strip, said.splitlines()):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif "=" in line and not line.startswith(("#", ";")):
            name, value = line.split("=", 1)
            yield group, name.strip(), value.partition("[")[0].strip()  # what follows are extras it needs
