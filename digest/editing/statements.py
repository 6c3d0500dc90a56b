r"""The statements of a TOML text and where each stands, so that one can be changed and no other letter is.

Theory of operation. A TOML edit library keeps a file in a tree and writes the tree. Tried on what editors
write, tomlkit (0.15) moves a `[sponsor]` that stands between two `[[stories]]` before anything was edited,
puts a new key between a comment and the table it is about, drops the comment behind a key that is removed
or in a list that is replaced, writes "\n" into a file of "\r\n", and refuses a byte order mark. So the text
is cut into statements here and only the letters of a changed one are written anew; `sheet.py` reads the
result back with tomllib and refuses it unless it says exactly what was meant.

The text must be TOML already (tomllib has read it), with "\n" for its line ends.
"""

import re
import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from msgspec import Struct

Keys = tuple[str, ...]

_STRING: Final = r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
_NAME: Final = r"""[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
_KEY: Final = re.compile(rf"[ \t]*({_NAME})[ \t]*(\.)?")
_TOKEN: Final = re.compile(rf"""{_STRING}|#[^\n]*|[\[\]{{}}\n]|[^"'#\[\]{{}}\n]+""", re.DOTALL)
_SPACES: Final = re.compile(r"[ \t]*")


class Kind(Enum):
    """What a statement is."""

    BLANK = auto()
    COMMENT = auto()
    HEADER = auto()
    PAIR = auto()


class Statement(Struct, frozen=True):
    """One statement from the start of its line to the end of its last, the line end included.

    `keys` is the name of a table or pair in its parts; `value` where a pair's value stands; `array` tells a
    `[[header]]`; `within` are the comments inside a value, `behind` the one at the end, each with its "#".
    """

    kind: Kind
    start: int
    end: int
    keys: Keys = ()
    array: bool = False
    value: tuple[int, int] = (0, 0)
    within: tuple[str, ...] = ()
    behind: str = ""

    @property
    def comments(self) -> tuple[str, ...]:
        """All comments in it."""
        return (*self.within, self.behind) if self.behind else self.within


def statements(text: str) -> Iterator[Statement]:
    """All statements of a TOML text, in order; they leave no letter out."""
    place = 0
    while place < len(text):
        statement = _statement(text, place)
        yield statement
        place = statement.end


def _statement(text: str, start: int) -> Statement:
    first = _past_spaces(text, start)
    letter = text[first : first + 1]
    if letter in ("", "\n"):
        return Statement(Kind.BLANK, start, _line_end(text, first))
    if letter == "#":
        end, comment = _rest(text, first)
        return Statement(Kind.COMMENT, start, end, behind=comment)
    return _header(text, start, first) if letter == "[" else _pair(text, start, first)


def _header(text: str, start: int, first: int) -> Statement:
    array = text.startswith("[[", first)
    keys, place = _keys(text, first + 1 + array)
    end, behind = _rest(text, place)
    return Statement(Kind.HEADER, start, end, keys, array, behind=behind)


def _pair(text: str, start: int, first: int) -> Statement:
    keys, place = _keys(text, first)
    begin = _past_spaces(text, text.index("=", place) + 1)
    stop, within = _value(text, begin)
    end, behind = _rest(text, stop)
    return Statement(Kind.PAIR, start, end, keys, value=(begin, stop), within=within, behind=behind)


def _keys(text: str, place: int) -> tuple[Keys, int]:
    """The parts of a name and where it ends."""
    names: list[str] = []
    while found := _KEY.match(text, place):
        names += tomllib.loads(f"{found[1]}=0")
        place = found.end()
        if not found[2]:
            break
    return tuple(names), place


def _value(text: str, place: int) -> tuple[int, tuple[str, ...]]:
    """Where a value ends, and the comments in it."""
    depth, comments, end = 0, list[str](), place
    while token := _TOKEN.match(text, place):
        word, place = token[0], token.end()
        if not depth and word[0] in "#\n":
            break
        if word[0] == "#":
            comments.append(word.rstrip())
        depth += (word in ("[", "{")) - (word in ("]", "}"))
        end = place - len(word) + len(word.rstrip()) if word.strip() else end
    return end, tuple(comments)


def _rest(text: str, place: int) -> tuple[int, str]:
    """The end of the line on which a statement ends, and the comment there."""
    end = _line_end(text, place)
    sign = text.find("#", place, end)
    return end, text[sign:end].rstrip() if sign >= 0 else ""


def _past_spaces(text: str, place: int) -> int:
    found = _SPACES.match(text, place)
    return found.end() if found else place


def _line_end(text: str, place: int) -> int:
    return text.find("\n", place) + 1 or len(text)
