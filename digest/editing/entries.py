"""The entries of a story's list, as they are written in `issue.toml`.

Rule 1. Where `issue.toml` has no list of its own yet, the one that is shown is written first, each entry by
        the words that name it alone: what it leaves out is still the article's.
Rule 2. An entry is named by its words and never by its number, so that a list that changed meanwhile cannot
        put one's words into another's mouth.
"""

from typing import Any

from msgspec.structs import asdict

from digest.editing.sheet import NAMES, Sheet
from digest.issuefile import LinkEntry, QuoteEntry
from digest.model import Story

Entries = list[dict[str, Any]]


def entries_of(sheet: Sheet, story: Story, key: str) -> Entries:
    """What the file lists under a key, else what is shown (Rule 1)."""
    said = sheet.said(story.slug).get(key)
    if said is not None:
        return [dict(entry) for entry in said]
    return [{NAMES[key]: getattr(each.value, NAMES[key])} for each in getattr(story, key)]


def give(entry: dict[str, Any], key: str, value: Any) -> None:
    """Gives an entry a key, or takes it out where the value is None."""
    if value is None:
        entry.pop(key, None)
    else:
        entry[key] = value


def given(entry: QuoteEntry | LinkEntry) -> dict[str, Any]:
    """What an entry says."""
    return {key: value for key, value in asdict(entry).items() if value is not None}
