"""A list of tables (quotes, related, promos, listings) replaced in the text, or one table of keys.

Rule 1. An entry that was there keeps its text, its comments and what stands behind it; only keys that differ
        are written anew. Entries are known again by the words that name them.
Rule 2. What stands between entries stays where it is while they change places.
Rule 3. Of an entry that is taken out the comments stay.
"""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from digest.editing.pairs import own_lines, put_in, with_value, without
from digest.editing.statements import Keys, Kind
from digest.editing.tables import STORIES, Story, Table, tables_of
from digest.editing.writing import key as written_key
from digest.editing.writing import table as written_table

Entry = Mapping[str, Any]
Row = tuple[Keys, Entry]  # a table: its name and what it says


def with_entries(text: str, story: Story, key: str, entries: Sequence[Entry], name: str) -> str:
    """The text with `[[stories.key]]` tables for one entry or more; `name` is the key that names one."""
    return with_rows(text, story, story.of(key), [((STORIES, key), entry) for entry in entries], name)


def with_rows(text: str, within: Story, tables: Sequence[Table], rows: Sequence[Row], name: str) -> str:
    """The text with one row or more in the place of the tables, else at the end of what they stand within."""
    if not tables:
        lines = "".join(f"\n{written_table(_header(keys), entry)}" for keys, entry in rows)
        return put_in(text, end_of(text, within), lines)
    old = _by_name(text, tables, name)
    kept = [old.pop((keys, repr(entry[name])), None) for keys, entry in rows]
    cores = [_core(text, table, *row) for table, row in zip(kept, rows, strict=True)]
    gone = [table for table in tables if table not in kept]
    return text[: tables[0].start] + _woven(text, within, tables, cores, gone) + text[within.end :]


def without_tables(text: str, tables: Sequence[Table]) -> str:
    """The text without some tables; their comments stay."""
    for table in reversed(tables):
        before, kept, after = text[: table.start], _comments_of(text, table), text[table.core_end :]
        if not kept and before.endswith("\n\n") and after[:1] in ("", "\n"):
            before = before[:-1]  # two blank lines would meet
        text = before + kept + after
    return text


def with_table(text: str, place: int, header: str, values: Entry) -> str:
    """The text with a table put in behind `place`."""
    return put_in(text, place, f"\n{written_table(header, values)}")


def end_of(text: str, story: Story) -> int:
    """Where a story's last line ends; blank lines follow, if anything does."""
    end = story.start + len(text[story.start : story.end].rstrip())
    return end + 1 if text[end : end + 1] == "\n" else end


def _header(keys: Keys) -> str:
    return f"[[{'.'.join(map(written_key, keys))}]]"


def _by_name(text: str, tables: Sequence[Table], name: str) -> dict[tuple[Keys, str], Table]:
    """The entries by the words that name them, the first of two that are called the same."""
    return {(table.keys, repr(_values(text, table).get(name))): table for table in reversed(tables)}


def _values(text: str, table: Table) -> dict[str, Any]:
    return tomllib.loads("".join(text[each.start : each.end] for each in table.pairs))


def _core(text: str, table: Table | None, keys: Keys, entry: Entry) -> str:
    """An entry's text, ending in a line end."""
    if table is None:
        return written_table(_header(keys), entry)
    core, had = text[table.start : table.core_end], _values(text, table)
    for key in had.keys() - entry.keys():
        core = without(core, tables_of(core)[-1], (key,))
    for key, value in entry.items():
        if key not in had or had[key] != value:
            core = with_value(core, tables_of(core)[-1], (key,), value)
    return core if core.endswith("\n") else f"{core}\n"


def _woven(
    text: str, within: Story, tables: Sequence[Table], cores: Sequence[str], gone: Sequence[Table]
) -> str:
    """The cores in order, with what stood behind each of the old ones (Rules 2 and 3)."""
    edges = [*(table.start for table in tables[1:]), within.end]
    rests = [text[table.core_end : edge] for table, edge in zip(tables, edges, strict=True)]
    last = min(len(cores), len(rests)) - 1
    woven = []
    for n, rest in enumerate(rests):
        mine = list(cores[n : n + 1]) if n != last else list(cores[n:])
        kept = _comments_of(text, tables[n]) if tables[n] in gone else ""
        woven += ["\n".join(mine), kept, rest if mine or kept or rest.strip() else ""]
    return "".join(woven)


def _comments_of(text: str, table: Table) -> str:
    """The comments of a table's header and pairs, each on a line of its own."""
    mine = (each for each in table.statements if each.end <= table.core_end and each.kind is not Kind.BLANK)
    return "".join(own_lines(text, each, each.comments) for each in mine)
