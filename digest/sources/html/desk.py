"""The desk on which an HTML page is sorted: its lines, where they stand, and the rows made of each.

As in page.py every line ends in one place at most; a step settles only what the ones before left open.
"""

from collections import Counter
from typing import Any

from msgspec import Struct, field

from digest.patterns import pattern
from digest.sources.html.address import address_in
from digest.sources.html.blocks import Block
from digest.sources.html.meta import Told
from digest.sources.html.region import Region
from digest.sources.html.tree import Node, letters
from digest.sources.page import Sort
from digest.sources.rows import Row

_WITHIN = frozenset(
    [
        "ul",
        "ol",
        "li",
        "dl",
        "blockquote",
        "font",
        "span",
        "center",
        "b",
        "i",
        "em",
        "strong",
        "a",
        "u",
        "ins",
        "small",
    ]
)
_SERIES = 3  # elements alike
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SAID_BESIDE = pattern(r"(?i)[\W_]*(?:\d+[.)])?[\W_]*")


class Desk(Struct):
    """A page's lines and what they are; None is not settled yet, an empty list is left out."""

    region: Region
    told: Told
    rows: list[list[Row] | None]
    paragraphs: frozenset[int]  # sure lines that stand beside others
    homes: frozenset[Any]  # the elements in which paragraphs stand
    extents: dict[Any, tuple[int, int]] = field(default_factory=dict)
    start: int = 0  # the first line after the headline
    first: int = 0  # the first paragraph

    @property
    def blocks(self) -> list[Block]:
        """The page's lines."""
        return self.region.blocks

    def set(self, index: int, sort: Sort, reason: str = "") -> None:
        """Settle a line as what it says."""
        self.rows[index] = [Row(sort, self.blocks[index].text, reason=reason)]

    def is_open(self, index: int) -> bool:
        """Whether a line is not settled yet."""
        return self.rows[index] is None

    def part(self, index: int) -> str:
        """What the part of the page is in which a line stands."""
        return self.region.part(self.blocks[index].node)

    def extent(self, node: Node) -> tuple[int, int]:
        """The first and the last line in an element."""
        return self.extents[node]

    def is_home(self, index: int) -> bool:
        """Whether a line stands where paragraphs stand, lists and quotations aside."""
        return not self.homes.isdisjoint(homes_of(self.blocks[index].node))

    def address(self, index: int) -> str:
        """Where a line's first link leads, "" when nowhere."""
        anchors = self.blocks[index].anchors
        return address_in(self.told.base, anchors[0].node.get("href")) if anchors else ""


def desk_of(region: Region, told: Told) -> Desk:
    """An empty desk."""
    paragraphs = _paragraphs(region)
    homes = _homes([region.blocks[index].node for index in paragraphs or region.sure])
    desk = Desk(region, told, [None] * len(region.blocks), paragraphs, homes)
    for index, block in enumerate(region.blocks):
        node = block.node
        while node is not None:
            first, _ = desk.extents.get(node, (index, index))
            desk.extents[node] = (first, index)
            node = node.getparent()
    return desk


def _paragraphs(region: Region) -> frozenset[int]:
    """The sure lines that stand beside others; between these, series of single ones in like elements."""
    text = [index for index in region.sure if not heading_of(region.blocks[index].node)]
    holders = Counter(region.blocks[index].node.getparent() for index in text)
    beside = [index for index in text if holders[region.blocks[index].node.getparent()] > 1]
    if not beside:
        return frozenset()
    between = range(beside[0], beside[-1])
    alone = [index for index in sorted(set(text) - set(beside)) if index in between]
    names = Counter(_name(region.blocks[index].node.getparent()) for index in alone)
    series = [index for index in alone if names[_name(region.blocks[index].node.getparent())] >= _SERIES]
    return frozenset(beside + series)


def _name(node: Node) -> str:
    return f"{node.tag}.{node.get('class')}"


def _homes(nodes: list[Node]) -> frozenset[Any]:
    """An element that holds several paragraphs as bare text is their home, else the one around it."""
    many = {node for node, times in Counter(nodes).items() if times > 1}
    return frozenset(node if node in many else homes_of(node)[1] for node in nodes)


def homes_of(node: Node) -> tuple[Node, Node]:
    """An element and what it stands in, lists, quotations and tags of type aside."""
    holder = node.getparent()
    while holder is not None and holder.tag in _WITHIN:
        holder = holder.getparent()
    return node, holder


def heading_of(node: Node) -> str:
    """The heading's tag in or around which a line stands, or ""."""
    for _ in range(3):
        if node is None:
            return ""
        if node.tag in _HEADINGS:
            return str(node.tag)
        if node.get("role") == "heading":
            return f"h{node.get('aria-level') or 2}"
        node = node.getparent()
    return ""


def is_linked(block: Block) -> bool:
    """Whether a line is nothing but links, bullets and numbers aside."""
    rest = letters(block.text)
    for anchor in block.anchors:
        rest = rest.replace(letters(anchor.text), "", 1)
    return bool(block.anchors) and (not rest or rest.isdigit())
