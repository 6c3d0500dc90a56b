"""Hides Jinja behind words that MJML and CSS tools leave alone, and puts it back.

Those tools rewrite what they read: `href="{{ x }}"` comes out as `{{%20x%20}}`. So every statement and
expression is hidden behind a word of plain letters and digits. Put back, its opening braces are followed by
a line end, which Jinja does not mind: every expression then has its own line in the compiled template, and an
error there can be told with the theme's own file and line.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment
from msgspec import Struct

from digest.render.files import Place

WORD = re.compile("jinja[0-9]{5}x")
_BRACES = re.compile(r"\{[{%][-+]?")
_OPENING = {"variable_begin": "variable_end", "block_begin": "block_end", "raw_begin": "raw_end"}


class Hidden(Struct, frozen=True):
    """A piece of Jinja, as written, and where it starts."""

    source: str
    place: Place


class Vault:
    """The Jinja of one theme, each piece behind a word of its own."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._pieces: dict[str, Hidden] = {}

    def hide(self, text: str, file: str) -> str:
        """`text` with its Jinja behind words and its Jinja comments gone; line ends inside are lost.

        Raises:
            jinja2.TemplateSyntaxError: an expression is never closed.
        """
        shown: list[str] = []
        done = 0
        for start, end, is_comment in self._jinja(text):
            shown.append(text[done:start])
            piece = text[start:end]
            place = Place(file, text.count("\n", 0, start) + 1)
            shown.append("\n" * piece.count("\n") if is_comment else self._put(Hidden(piece, place)))
            done = end
        return "".join([*shown, text[done:]])

    def holds(self, text: str) -> bool:
        """Whether hidden text has Jinja in it."""
        return bool(WORD.search(text))

    def with_lines(self, hidden: str) -> str:
        """Hidden text with the line ends its Jinja had, for a parser that is to tell lines."""
        return WORD.sub(lambda word: word[0] + "\n" * self._pieces[word[0]].source.count("\n"), hidden)

    def restore(self, hidden: str) -> tuple[str, tuple[Place, ...]]:
        """The text with its Jinja back, and for each of its lines the place it came from."""
        shown: list[str] = []
        lines: list[Place] = []
        done = 0
        place = Place("issue.mjml", 1)
        for word in WORD.finditer(hidden):
            before = hidden[done : word.start()]
            lines += [place] * before.count("\n")
            piece = self._pieces[word[0]]
            lines.append(place)
            shown += [before, _BRACES.sub(lambda braces: braces[0] + "\n", piece.source, count=1)]
            breaks = range(piece.source.count("\n"))
            lines += [Place(piece.place.file, piece.place.line + n) for n in breaks]
            place = Place(piece.place.file, piece.place.line + len(breaks))
            done = word.end()
        rest = hidden[done:]
        return "".join([*shown, rest]), (*lines, *[place] * (rest.count("\n") + 1))

    def _put(self, piece: Hidden) -> str:
        word = f"jinja{len(self._pieces):05}x"
        self._pieces[word] = piece
        return word

    def _jinja(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Start and end of every piece of Jinja, and whether it is a comment."""
        position = start = 0
        closing = ""
        for _, kind, value in self._environment.lex(text):
            found = text.index(value, position)
            position = found + len(value)
            if kind in _OPENING or kind == "comment_begin":
                start, closing = found, _OPENING.get(kind, "comment_end")
            elif kind == closing:
                yield start, position, kind == "comment_end"
