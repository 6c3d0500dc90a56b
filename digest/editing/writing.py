"""Values as an editor would write them in TOML."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

_WIDTH = 90  # characters of a list that still stands on one line
_RUN = re.compile(r'"(?=""|\Z)')  # what would end a text of several lines, or run into its end
_ESCAPED = r'\\"'
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def pair(name: str, value: Any) -> str:
    """The line, or lines, that give a key its value."""
    return f"{key(name)} = {written(value)}\n"


def table(header: str, values: Mapping[str, Any]) -> str:
    """A table under its header ("[[stories.quotes]]")."""
    return f"{header}\n{''.join(pair(name, value) for name, value in values.items())}"


def key(name: str) -> str:
    """A key, in quotation marks where it needs them."""
    return name if name and set(name) <= _BARE else text(name)


def written(value: Any) -> str:
    """A value: text, a number, true or false, a day or moment, a list, a table within a line."""
    if isinstance(value, str):
        return long_text(value) if "\n" in value else text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key(name)} = {_flat(each)}" for name, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return _list(value) if isinstance(value, Sequence) else str(value)


def text(value: str) -> str:
    """A basic string; JSON's escapes are a part of TOML's, which asks for one more (U+007F)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def long_text(value: str) -> str:
    """A text of several lines, each on one of its own."""
    inside = "\n".join(text(line)[1:-1].replace('\\"', '"') for line in value.split("\n"))
    return f'"""\n{_RUN.sub(_ESCAPED, inside)}"""'


def _list(value: Sequence[Any]) -> str:
    flat = f"[{', '.join(map(_flat, value))}]"
    if len(flat) <= _WIDTH or not value:
        return flat
    return "[\n" + "".join(f"  {_flat(each)},\n" for each in value) + "]"


def _flat(value: Any) -> str:
    """A value that stands within a line."""
    return text(value) if isinstance(value, str) else written(value)
