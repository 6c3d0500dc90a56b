"""Reads a TOML file that a person wrote, and tells every mistake in it in one answer.

The parser stops at the first thing it cannot read and msgspec at the first wrong value, so values are
converted one key at a time, and the two slips of the pen a parser trips over without losing its way (an
impossible date, a key given twice) are noted, set right in memory, and read past.
"""

import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import EnumType
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from digest.errors import InputError, Mistake, MistakesError
from digest.nearmiss import near_miss

Key = str | int
S = TypeVar("S", bound=Struct)

TOLD = {str: "text", int: "a whole number", bool: "true or false", date: "a date, like 2026-11-20",
        datetime: "a date and time, like 2026-11-20T11:00:00Z", float: "a number"}  # fmt: skip
DATE_LITERAL = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\S+)?")
HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
ASSIGNMENT = re.compile(r"""\s*(["']?)([\w-]+|(?<=["']).*?)\1\s*=""")


def read_toml(path: Path, kind: type[S]) -> S:
    """The file as a value of `kind`; raises MistakesError, or InputError when it cannot be read at all."""
    return TomlFile(path).convert(kind)


class TomlFile:
    """The text of a TOML file and what is wrong with it so far; `tell` adds what only the reader can know.

    `text` is what the file is about to say, where that is to be read instead.
    """

    def __init__(self, path: Path, text: str | None = None) -> None:
        self.path = path
        self.text = _file_text(path) if text is None else text
        self.mistakes: list[Mistake] = []

    def convert(self, kind: type[S]) -> S:
        """The file as a value of `kind`, or MistakesError."""
        table = self._parse()
        value = self._struct(table, kind, ())
        self.refuse()
        assert isinstance(value, kind)  # noqa: S101  # a half-made value never gets past refuse()
        return value

    def convert_table(self, kind: type[S], *path: str) -> S:
        """One table of the file as a value of `kind`, an absent one as an empty one; or MistakesError."""
        table: Any = self._parse()
        for key in path:
            table = table.get(key, {})
        value = self._struct(table, kind, path)
        self.refuse()
        assert isinstance(value, kind)  # noqa: S101  # as above
        return value

    def tell(self, message: str, *path: Key) -> None:
        """Adds a mistake at a key, `("stories", 0, "source")`."""
        dotted = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")
        self.mistakes.append(Mistake(message=message, key=dotted, line=line_of(self.text, path)))

    def refuse(self) -> None:
        """Raises MistakesError when there are any mistakes."""
        if self.mistakes:
            raise MistakesError(str(self.path), self.mistakes)

    def _parse(self) -> dict[str, Any]:
        lines = self.text.split("\n")
        for _ in range(len(lines) + 1):
            try:
                return tomllib.loads("\n".join(lines))
            except tomllib.TOMLDecodeError as error:
                self._note_slip(str(error), lines)
        raise MistakesError(str(self.path), self.mistakes)

    def _note_slip(self, error: str, lines: list[str]) -> None:
        """Notes a parse error and mends its line in `lines`; refuses the file when that cannot be done."""
        found = re.search(r"\(at line (\d+)", error)
        number = int(found[1]) if found else len(lines)
        line = lines[number - 1] if number <= len(lines) else ""
        literal = DATE_LITERAL.search(line)
        if error.startswith("Invalid date") and literal:
            message, mended = f"there is no such date as {literal[0]}", DATE_LITERAL.sub("1970-01-01", line)
        elif error.startswith("Cannot overwrite"):
            message, mended = "this key is given twice; keep one of them", ""
        else:
            what = error.partition(" (at ")[0]
            message, mended = f"TOML cannot be read from here on: {what[:1].lower()}{what[1:]}", None
        key = ASSIGNMENT.match(line)
        self.mistakes.append(Mistake(message=message, key=key[2] if key else "", line=number))
        if mended is None:
            self.refuse()
        else:
            lines[number - 1] = mended

    def _struct(self, table: object, kind: type[Struct], path: tuple[Key, ...]) -> Struct | None:
        if not isinstance(table, dict):
            self.tell(f"expected a table, got {_told_value(table)}", *path)
            return None
        fields = _fields(kind)
        before = len(self.mistakes)
        for key in table.keys() - fields.keys():
            self.tell(f'unknown key "{key}"{near_miss(key, fields)}', *path, key)
        for name, field in fields.items():
            if field.required and name not in table:
                self.tell(f'"{name}" is missing', *path)
        values = {
            field.name: self._value(table[name], field.type, (*path, name))
            for name, field in fields.items()
            if name in table
        }
        return kind(**values) if len(self.mistakes) == before else None

    def _value(self, value: object, kind: Any, path: tuple[Key, ...]) -> Any:
        arms = _arms(kind)
        item = _item_type(arms)
        if item is not None and isinstance(value, list):
            return tuple(self._value(each, item, (*path, index)) for index, each in enumerate(value))
        if get_origin(kind) is Mapping and isinstance(value, dict):
            return {key: self._value(each, get_args(kind)[1], (*path, key)) for key, each in value.items()}
        struct = next((arm for arm in arms if isinstance(arm, type) and issubclass(arm, Struct)), None)
        if struct and (isinstance(value, dict) or len(arms) == 1):
            return self._struct(value, struct, path)
        for arm in arms if item is None else ():
            if not _wrong_day(value, arm):
                try:
                    return msgspec.convert(value, arm)
                except msgspec.ValidationError:
                    continue
        told = " or ".join(map(_told_type, arms))
        self.tell(f"expected {told}, got {_told_value(value)}{_enum_miss(value, arms)}", *path)
        return None


def line_of(text: str, path: Sequence[Key]) -> int:
    """The line on which a key path stands, or its nearest table; 0 when none of it does.

    Reads table headers and `key =` at a line's start, which is how people write these files.
    """
    here: tuple[Key, ...] = ()
    counts: dict[str, int] = {}
    best, best_length, in_string = 0, 0, False
    for number, line in enumerate(text.split("\n"), 1):
        if not in_string:
            if header := HEADER.match(line):
                here = _table_path(header[2], counts, array=header[1] == "[[")
                stands = here
            else:
                assignment = ASSIGNMENT.match(line)
                stands = (*here, assignment[2]) if assignment else ()
            if len(stands) > best_length and tuple(path[: len(stands)]) == stands:
                best, best_length = number, len(stands)
        in_string ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return best


@cache
def _fields(kind: type[Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _file_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: not UTF-8 text; save the file as UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None


def _table_path(name: str, counts: dict[str, int], *, array: bool) -> tuple[Key, ...]:
    """`stories.quotes` as ("stories", 1, "quotes", 0): the arrays on the way are at their latest entry."""
    words = [word.strip(" \"'") for word in name.split(".")]
    path: tuple[Key, ...] = ()
    for depth, word in enumerate(words, 1):
        path = (*path, word)
        dotted = repr(path)
        if array and depth == len(words):
            counts[dotted] = counts.get(dotted, -1) + 1
        if dotted in counts:
            path = (*path, counts[dotted])
    return path


def _arms(kind: Any) -> list[Any]:
    if get_origin(kind) in (Union, UnionType):
        return [arm for arm in get_args(kind) if arm is not NoneType]
    return [kind]


def _item_type(arms: list[Any]) -> Any:
    return next((get_args(arm)[0] for arm in arms if get_origin(arm) in (tuple, list)), None)


def _wrong_day(value: object, arm: Any) -> bool:
    """A moment is no day, nor a day a moment, although msgspec would bend one into the other."""
    return arm in (date, datetime) and type(value) is not arm


def _told_type(kind: Any) -> str:
    if get_origin(kind) is Annotated:
        return str(get_args(kind)[1].description)
    if get_origin(kind) in (tuple, list):
        return f"a list of {_told_type(get_args(kind)[0])}"
    if get_origin(kind) is Literal:
        return " or ".join(map(_told_value, get_args(kind)))
    if get_origin(kind) is not None:
        return "a table"
    if members := _members(kind):
        return "one of " + ", ".join(members)
    return TOLD.get(kind, "a table")


def _told_value(value: object) -> str:
    if isinstance(value, str):
        return f'"{textwrap.shorten(value, 60, placeholder="…")}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return str(value)


def _members(kind: Any) -> list[str]:
    return list(map(str, kind.__members__.values())) if isinstance(kind, EnumType) else []


def _enum_miss(value: object, arms: list[Any]) -> str:
    return near_miss(str(value), [member for arm in arms for member in _members(arm)])
