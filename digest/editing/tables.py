"""The tables of an `issue.toml` and its stories, as stretches of its text.

Rule 1. Comment lines right above a header belong to its table, since that is where editors say what it is
        about. A comment that is a line of TOML switched off ("# url = ", "# [[stories.quotes]]") stays with
        the table above it: `digest add` writes what it read there.
Rule 2. A story is its `[[stories]]` and the tables of it that follow.
"""

import re
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.editing.statements import Keys, Kind, Statement, statements
from digest.errors import EditRefusedError

STORIES: Final = "stories"
SWITCHED_OFF: Final = re.compile(r"""#+\s*(?:\[|\]|"[^"]*",?\s*$|[\w"'-][\w."'-]*\s*=)""")


class Table(Struct, frozen=True):
    """A table's stretch of text, its leading comments included; the first of a file is the root, `keys` ().

    `body` is where its header, the root's first line, begins.
    """

    keys: Keys
    array: bool
    start: int
    body: int
    end: int
    statements: tuple[Statement, ...]

    @property
    def pairs(self) -> list[Statement]:
        """Its keys with their values."""
        return [each for each in self.statements if each.kind is Kind.PAIR]

    @property
    def core_end(self) -> int:
        """Where its last pair ends, or its header."""
        telling = [each.end for each in self.statements if each.kind in (Kind.PAIR, Kind.HEADER)]
        return telling[-1] if telling else self.start

    def dotted(self, key: str) -> bool:
        """Whether it has keys of a table within it, written with a dot (`links.title = `)."""
        return any(len(each.keys) > 1 and each.keys[0] == key for each in self.pairs)

    def pair(self, *keys: str) -> Statement | None:
        """The pair of that name."""
        return next((each for each in self.pairs if each.keys == keys), None)


class Story(Struct, frozen=True):
    """A story's tables, its own first."""

    tables: tuple[Table, ...]

    @property
    def start(self) -> int:
        """Where its text begins."""
        return self.tables[0].start

    @property
    def end(self) -> int:
        """Where what follows begins."""
        return self.tables[-1].end

    def of(self, key: str) -> list[Table]:
        """Its tables `[stories.key]` or `[[stories.key]]`."""
        return [table for table in self.tables if table.keys == (STORIES, key)]


def tables_of(text: str) -> list[Table]:
    """All tables of a text, in order, the root first."""
    everything = tuple(statements(text))
    headers = [n for n, each in enumerate(everything) if each.kind is Kind.HEADER]
    starts = [_with_comments(text, everything, n) for n in headers]
    edges = [0, *starts, len(everything)]
    tables = []
    for n, (first, last) in enumerate(pairwise(edges)):
        inside = everything[first:last]
        start = inside[0].start if inside else 0
        end = inside[-1].end if inside else 0
        header = everything[headers[n - 1]] if n else None
        tables.append(
            Table(header.keys, header.array, start, header.start, end, inside)
            if header
            else Table((), False, start, start, end, inside)  # noqa: FBT003 - the root is no array
        )
    return tables


def stories_of(tables: list[Table]) -> list[Story]:
    """The stories; raises EditRefusedError where a table stands apart from its story."""
    stories: list[Story] = []
    inside = False
    for table in tables:
        if table.keys == (STORIES,):
            stories.append(Story((table,)))
        elif table.keys[:1] == (STORIES,):
            if not inside:
                name = ".".join(table.keys)
                raise EditRefusedError(f"[{name}] stands apart from its [[stories]]; move it there by hand")
            stories[-1] = replace(stories[-1], tables=(*stories[-1].tables, table))
        inside = table.keys[:1] == (STORIES,)
    return stories


def _with_comments(text: str, everything: tuple[Statement, ...], header: int) -> int:
    """Rule 1."""
    first = header
    while first and everything[first - 1].kind is Kind.COMMENT:
        above = everything[first - 1]
        if SWITCHED_OFF.match(text[above.start : above.end].lstrip()):
            break
        first -= 1
    return first
