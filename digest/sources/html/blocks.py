"""The lines of a page as its reader sees them: one block of text each, with the element it stands in.

Rule 1. A block ends where its element ends or another begins; inside, tags like `<em>` leave no trace and
        no space; `<br>` and what styles set apart do (lines.py).
Rule 2. A cell is a block. Only a row of short cells, as in a table of figures, is one line.
Rule 3. What no reader sees (scripts, templates, hidden elements, controls of forms) is not there.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from digest.sources.html.lines import BEGIN, BREAK, END, Piece, lines_in
from digest.sources.html.tree import Node, is_hidden, words
from digest.sources.html.words import BLOCK_TAGS, UNSEEN_TAGS

_BLOCKS, _UNSEEN = frozenset(BLOCK_TAGS.split()), frozenset(UNSEEN_TAGS.split())

_CELLS = frozenset(["td", "th"])
_RUNNING = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "dd", "pre"])
_BOLD = frozenset(["b", "strong"])
_SHORT_CELL, _SHORT_ROW = 60, 200  # letters


class Anchor(Struct, frozen=True):
    """A link inside a block: its element and its words."""

    node: Node
    text: str


class Block(Struct, frozen=True):
    """A line of text: its words, the block element it stands in, the links in it."""

    text: str
    node: Node
    anchors: tuple[Anchor, ...] = ()
    bold: bool = False  # all of it

    @property
    def linked(self) -> float:
        """The share of its letters that are links."""
        return sum(len(anchor.text) for anchor in self.anchors) / len(self.text)


class _Desk(Struct):
    """The blocks so far, and the pieces of the one that is open."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    owners: list[Node] = field(default_factory=list)
    anchors: list[Node] = field(default_factory=list)
    bold: int = 0
    figures: set[Any] = field(default_factory=set)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(Piece(text, self.anchors[-1] if self.anchors else None, self.bold > 0))

    def close(self) -> None:
        """End the open block; one without a word is none."""
        pieces, self.pieces = self.pieces, []
        for line in lines_in(pieces, running=self.owners[-1].tag in _RUNNING):
            text = words("".join(piece.text for piece in line))
            if text:
                bold = all(piece.bold or not piece.text.strip() for piece in line)
                self.blocks.append(Block(text, self.owners[-1], tuple(_anchors(line)), bold))


def blocks_of(root: Node) -> list[Block]:
    """Every visible line of a page, in its order."""
    from lxml import etree

    desk = _Desk(owners=[root])
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if is_unseen(node):
                walk.skip_subtree()
            else:
                _open(desk, node)
        else:
            _shut(desk, node)
    desk.close()
    return desk.blocks


def is_unseen(node: Node) -> bool:
    """Whether no reader sees an element."""
    return node.tag in _UNSEEN or not isinstance(node.tag, str) or is_hidden(node)


def _open(desk: _Desk, node: Node) -> None:
    if _is_block(desk, node):
        desk.close()
        desk.owners.append(node)
    elif node.tag in _CELLS:
        desk.add(" ")
    else:
        desk.add(BREAK if node.tag == "br" else BEGIN)
    if node.tag == "a" and node.get("href"):
        desk.anchors.append(node)
    desk.bold += node.tag in _BOLD
    desk.add(node.text)


def _shut(desk: _Desk, node: Node) -> None:
    if desk.owners[-1] is node and len(desk.owners) > 1:
        desk.close()
        desk.owners.pop()
    elif node.tag != "br" and node.tag not in _CELLS:
        desk.add(END)
    if desk.anchors and desk.anchors[-1] is node:
        desk.anchors.pop()
    desk.bold -= node.tag in _BOLD and not is_unseen(node)
    if node is not desk.owners[0]:
        desk.add(node.tail)


def _is_block(desk: _Desk, node: Node) -> bool:
    if node.tag == "tr" and _is_of_figures(node):
        desk.figures.add(node)
    return node.tag in _BLOCKS or (node.tag in _CELLS and node.getparent() not in desk.figures)


def _is_of_figures(row: Node) -> bool:
    """Whether a table's row is one of short cells with nothing but words in them."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    inner = {part.tag for cell in cells for part in cell.iterdescendants()}
    lengths = [len("".join(cell.itertext())) for cell in cells]
    short = bool(lengths) and max(lengths) <= _SHORT_CELL and sum(lengths) <= _SHORT_ROW
    return short and len(cells) > 1 and inner.isdisjoint(_BLOCKS | {"br", "a"})


def _anchors(pieces: list[Piece]) -> Iterator[Anchor]:
    """The links among the pieces, each with all its words."""
    position = 0
    while position < len(pieces):
        node, first = pieces[position].anchor, position
        while position < len(pieces) and pieces[position].anchor is node:
            position += 1
        text = words("".join(piece.text for piece in pieces[first:position]))
        if node is not None and text:
            yield Anchor(node, text)
