"""One key of a table given a value or taken out, in the text. No comment goes with it.

Rule 1. A comment behind a key stays there. Those inside a value that is replaced, and those of a key that
        is taken out, stand on lines of their own in its place.
Rule 2. A new key stands under the line that offers it ("# subject = ..."), else under the table's last.
"""

import re
from typing import Any

from digest.editing.statements import Keys, Kind, Statement
from digest.editing.tables import Table
from digest.editing.writing import key, pair, written


def with_value(text: str, table: Table, keys: Keys, value: Any) -> str:
    """The text with a key of the table set."""
    there = table.pair(*keys)
    if there is None:
        place = _place(text, table, keys[0])
        line = pair(keys[0], value) if len(keys) == 1 else f"{'.'.join(map(key, keys))} = {written(value)}\n"
        return put_in(text, place, line)
    begin, end = there.value
    within = own_lines(text, there, there.within)
    return text[: there.start] + within + text[there.start : begin] + written(value) + text[end:]


def without(text: str, table: Table, keys: Keys) -> str:
    """The text without a key of the table."""
    there = table.pair(*keys)
    if there is None:
        return text
    return text[: there.start] + own_lines(text, there, there.comments) + text[there.end :]


def put_in(text: str, place: int, lines: str) -> str:
    """The text with lines put in at the start of a line, or at the end of a file that lacks its last."""
    before = text[:place]
    joint = "\n" if before and not before.endswith("\n") else ""
    return before + joint + lines + text[place:]


def own_lines(text: str, statement: Statement, comments: tuple[str, ...]) -> str:
    """Comments on lines of their own, as far in as the statement they stood in."""
    line = text[statement.start : statement.end]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return "".join(f"{indent}{comment}\n" for comment in comments)


def _place(text: str, table: Table, name: str) -> int:
    """Rule 2."""
    offer = re.compile(rf"#+\s*{re.escape(name)}\s*=\s*(\[\s*$)?")
    opened = False
    for each in table.statements:
        line = text[each.start : each.end].strip()
        if each.kind is not Kind.COMMENT or each.start < table.body:
            continue
        if opened and re.match(r"#+\s*\]", line):
            return each.end
        if re.match(r"#+\s*\[", line):
            break
        if not opened and (found := offer.match(line)):
            if not found[1]:
                return each.end
            opened = True
    return table.core_end if table.pairs or table.keys else _root_end(text, table)


def _root_end(text: str, table: Table) -> int:
    """Where the first key of a root goes that has comments only: under them."""
    return table.start + len(text[table.start : table.end].rstrip())
