"""Plug-ins: what packages offer under an entry-point group of ours. Built-ins come through the same door."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from digest.errors import UsageError
from digest.nearmiss import near_miss

READERS = "digest.readers"
SUMMARISERS = "digest.summarisers"


@cache
def offered(group: str) -> dict[str, EntryPoint]:
    """The entry points of a group by name; nothing is imported."""
    return {point.name: point for point in entry_points(group=group)}


def load(group: str, name: str) -> Any:
    """The plug-in of that name; raises UsageError when there is none, or it cannot be imported."""
    known = offered(group)
    if name not in known:
        there = near_miss(name, list(known)) or f"; there are: {', '.join(sorted(known))}"
        raise UsageError(f'no plug-in "{name}" among {group}{there}')
    try:
        return known[name].load()
    except (ImportError, AttributeError) as error:
        raise UsageError(
            f'the plug-in "{name}" of {group} ({known[name].value}) does not load: {error}'
        ) from error
