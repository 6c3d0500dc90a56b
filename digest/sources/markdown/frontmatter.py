"""The front matter of a Markdown file: YAML between "---" lines or TOML between "+++" lines.

Rule 1. It is one only when it is closed and its first line is a key; two rules ("---") with text between are
        none. A key right under the opening line without any closing one is a mistake, and told.
Rule 2. Every value is text as its writer wrote it (a date, a number, "no" included), a list, or a table of
        such: YAML's guesses at types ("title: 1:30" as a number) would change an editor's words.
Rule 3. Keys are the same in whatever case and with or without "_" and "-". A key given twice and YAML's
        aliases are mistakes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from digest.errors import SourceError
from digest.patterns import pattern

if TYPE_CHECKING:
    from yaml import Node

Value = str | list[Any] | dict[str, Any] | None

_CLOSING = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = {
    "---": pattern(r"""["']?[^\W\d][\w .-]{0,40}["']?\s*:(?:\s|$)"""),
    "+++": pattern(r"""["']?[\w.-]{1,40}["']?\s*=|\[\[?[^\[\]]+\]"""),
}
_TOML_LINE = pattern(r"line (\d+)")
_SHOWN = 3000  # characters of an opening; where a file is longer its front matter may be, too
_JOINTS = str.maketrans("", "", "_- .")


class Entry(Struct, frozen=True):
    """A value of the front matter: the key as it was written and the file's line it stands on."""

    key: str
    value: Value
    line: int


class FrontMatter(Struct, frozen=True):
    """What stands at a file's top: its entries by `plain_key`.

    `body` is the file with blank lines in its place, so that lines keep their numbers.
    """

    name: str
    body: str
    given: bool = False
    entries: Mapping[str, Entry] = field(default_factory=dict)


def front_matter(name: str, text: str) -> FrontMatter:
    """A file's front matter and body; raises SourceError, with file and line, where it cannot be read."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    fence = lines[first].rstrip()
    if fence not in _CLOSING:
        return FrontMatter(name, text)
    end = _end(lines, first, fence)
    block = lines[first + 1 : end]
    if end is None:
        if _is_key(fence, block[:1]):
            message = f"the front matter that begins here is not closed; end it with a line of {fence}"
            raise SourceError(f"{name}:{first + 1}: {message}")
        return FrontMatter(name, text)
    if any(line.strip() for line in block) and not _is_key(fence, block):
        return FrontMatter(name, text)
    read = _yaml if fence == "---" else _toml
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return FrontMatter(name, body, given=True, entries=read(name, block, first + 2))


def opens_with_keys(opening: str) -> bool:
    """Whether a text begins with front matter that is closed, as far as its first characters show."""
    lines = opening.splitlines()
    fence = lines[0].rstrip() if lines else ""
    if fence not in _CLOSING:
        return False
    end = _end(lines, 0, fence)
    return _is_key(fence, lines[1:end]) and (end is not None or len(opening) >= _SHOWN)


def plain_key(key: str) -> str:
    """A key as it is looked for: "pubDate", "pub_date" and "Pub-Date" are one."""
    return key.lower().translate(_JOINTS)


def _end(lines: Sequence[str], first: int, fence: str) -> int | None:
    closing = _CLOSING[fence]
    return next((index for index in range(first + 1, len(lines)) if lines[index].rstrip() in closing), None)


def _is_key(fence: str, block: Sequence[str]) -> bool:
    first = next((line for line in block if line.strip() and line.lstrip()[0] != "#"), "")
    return bool(_KEY[fence].match(first))


def _yaml(name: str, block: Sequence[str], start: int) -> dict[str, Entry]:
    import yaml

    try:
        node = yaml.compose("\n".join(block), Loader=yaml.SafeLoader)
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        seen: set[int] = set()
        told = [(str(key.value), _of_yaml(value, seen), key.start_mark.line + start) for key, value in pairs]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = start + (mark.line if mark else 0)
        what = getattr(error, "problem", None) or _first_line(error)
        mend = 'put a value with ":" or "#" in it in quotes'
        raise SourceError(f"{name}:{line}: the front matter is no YAML: {what}; {mend}") from error
    return _entries(name, told)


def _of_yaml(node: "Node", seen: set[int]) -> Value:
    from yaml import ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    if id(node) in seen:
        raise ValueError("it has an alias (*), which is not read; write the value out")
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        return [_of_yaml(item, seen) for item in node.value]
    return {plain_key(str(key.value)): _of_yaml(value, seen) for key, value in node.value}


def _toml(name: str, block: Sequence[str], start: int) -> dict[str, Entry]:
    import tomllib

    try:
        table = tomllib.loads("\n".join(block))
        told = [(key, _of_toml(value), _line_of(key, block) + start) for key, value in table.items()]
    except (ValueError, RecursionError) as error:
        found = _TOML_LINE.search(str(error))
        line = start - 1 + (int(found[1]) if found else len(block))
        what = _first_line(error).partition(" (at ")[0]
        raise SourceError(f"{name}:{line}: the front matter is no TOML: {what}") from error
    return _entries(name, told)


def _first_line(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error).partition("\n")[0]


def _of_toml(value: object) -> Value:
    if isinstance(value, list):
        return [_of_toml(item) for item in value]
    if isinstance(value, dict):
        return {plain_key(key): _of_toml(item) for key, item in value.items()}
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line_of(key: str, block: Sequence[str]) -> int:
    told = re.compile(rf"""\s*(?:\[\[?\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((index for index, line in enumerate(block) if told.match(line)), 0)


def _entries(name: str, told: Sequence[tuple[str, Value, int]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key, value, line in told:
        if (twin := entries.get(plain_key(key))) is not None:
            message = f'"{key}" is given twice, first on line {twin.line}; keep one of them'
            raise SourceError(f"{name}:{line}: the front matter cannot be read: {message}")
        entries[plain_key(key)] = Entry(key, value, line)
    return entries
