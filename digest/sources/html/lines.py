"""Where a block of text falls apart into lines, by its breaks and by the elements in it.

Rule 1. `<br><br>` parts paragraphs; so does one `<br>` after a whole sentence, after a whole link or a whole
        phrase in bold, and outside of paragraphs before anything but a small letter. Any other is a space.
Rule 2. Outside of paragraphs, elements that touch without a space are lines of their own, as styles make
        them: `<span>Jo Bloggs</span><span>4 min read</span>`.
"""

from collections.abc import Iterator

from msgspec import Struct

from digest.sources.html.tree import Node

BREAK, BEGIN, END = "\v", "\x1e", "\x1f"  # a <br>; the edges of an element
_SIGNS = frozenset([BREAK, BEGIN, END])
_SENTENCE_END = (".", "!", "?", ".”", '."', "?”", "!”", ".’", ".)")
_NEAR, _AHEAD = 4, 20  # pieces


class Piece(Struct):
    """Some text, or a sign of what stands between texts."""

    text: str
    anchor: Node | None = None
    bold: bool = False

    @property
    def sets_apart(self) -> bool:
        """Whether it may stand in a line of links or bold words."""
        return self.bold or self.anchor is not None or not self.text.strip()


def lines_in(pieces: list[Piece], *, running: bool) -> Iterator[list[Piece]]:
    """The pieces of a block, line by line."""
    line: list[Piece] = []
    edges = ""
    for position, piece in enumerate(pieces):
        if piece.text == BREAK:
            if _ends(line, pieces[position + 1 : position + _AHEAD], running=running):
                yield line
                line = []
            else:
                line.append(Piece(" "))
        elif piece.text in _SIGNS:
            edges += piece.text
        else:
            if line and not running and _touches(line[-1].text, edges, piece.text):
                yield line
                line = []
            line.append(piece)
            edges = ""
    yield line


def _ends(line: list[Piece], after: list[Piece], *, running: bool) -> bool:
    """Rule 1."""
    before = "".join(piece.text for piece in line[-_NEAR:]).rstrip()
    follows = next((text for piece in after if (text := piece.text.strip(" \n" + BEGIN + END))), "")
    if not before or not follows or follows == BREAK or before.endswith(_SENTENCE_END):
        return True
    if all(piece.sets_apart for piece in line):
        return True
    return not running and not follows[0].islower()


def _touches(before: str, edges: str, after: str) -> bool:
    """Rule 2: one element ends and another begins, or one runs into what must be another's."""
    if not edges or before[-1].isspace() or after[0].isspace():
        return False
    return END + BEGIN in edges or (after[0].isupper() and (before[-1].islower() or before[-1].isdigit()))
