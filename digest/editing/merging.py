"""A change of lines taken back, or made again, on a text in which other lines have changed since."""

import difflib
from collections.abc import Sequence
from typing import NamedTuple


class _Hunk(NamedTuple):
    start: int
    end: int
    lines: Sequence[str]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """`theirs` with what differs between base and mine; None where the two changes meet or touch."""
    lines = base.splitlines(keepends=True)
    ours, others = _hunks(lines, mine), _hunks(lines, theirs)
    if any(one.start <= other.end and other.start <= one.end for one in ours for other in others):
        return None
    for hunk in sorted([*ours, *others], reverse=True):
        lines[hunk.start : hunk.end] = hunk.lines
    return "".join(lines)


def _hunks(base: list[str], text: str) -> list[_Hunk]:
    lines = text.splitlines(keepends=True)
    codes = difflib.SequenceMatcher(None, base, lines, autojunk=False).get_opcodes()
    return [_Hunk(a, b, lines[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
