"""Where on a page its article stands, and what its parts are for, as their names tell.

Theory of operation. Trafilatura says which words are the article's; the tree says where they stand. The
smallest element that holds nearly all of them is the column. What stands in the column belongs to the
article, whether trafilatura took it or not, unless the page's own names for its parts say otherwise
(class="share-bar", <aside>, role="navigation").

Rule 1. Only long, hardly linked lines that trafilatura took are sure and make the column.
Rule 2. Where trafilatura missed most of a run of sentences under one element, after the first line it took
        and in a part named for nothing else, that run is sure, too; if it is the page's heaviest, it alone.
Rule 3. A part's name counts for what stands in it, and never for what holds the column or a good share of
        it: a page's body is often "has-comments ad-free".
"""

from collections import Counter
from itertools import pairwise
from typing import Any

from msgspec import Struct, field

from digest.patterns import pattern
from digest.sources.html.blocks import Block
from digest.sources.html.tree import Node, count_words, letters
from digest.sources.html.words import PARTS

_SURE_LETTERS, _SURE_WORDS, _SURE_LINKED = 60, 12, 0.5
_NEARLY_ALL, _GOOD_SHARE = 0.9, 0.25
_WINDOW = 20_000  # letters; how far trafilatura's text is searched from the last line found
_FEWEST_IN_RUN = 3
_STOPS = (".", "!", "?", "”", '"', "’", ")", "。", "」")
_LONGEST_NAME = 30
_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_NOT_ALPHA = pattern(r"[^a-z]+")
_ALONE_ENOUGH = 24  # letters; a shorter line stands in a text by chance
_ALIKE = {word: part for part, cell in PARTS.items() for word in cell.split()}
_TOGETHER = (  # words that tell only together
    ({"social", "embed"}, "embed"),
    ({"author", "box"}, "author's biography"),
    ({"author", "about"}, "author's biography"),
    ({"author", "card"}, "author's biography"),
    ({"most", "read"}, "most read"),
    ({"most", "viewed"}, "most read"),
    ({"read", "more"}, "related"),
    ({"see", "also"}, "related"),
    ({"pull", "quote"}, "pull quote"),
    ({"comment", "list"}, "comments"),
    ({"comment", "body"}, "comments"),
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_GENERAL = frozenset(["aside", "foot", "related", "promo"])
_TAGS = {
    "footer": "foot",
    "nav": "navigation",
    "figcaption": "caption",
    "caption": "caption",
    "form": "form",
    "aside": "aside",
}
_ROLES = {
    "navigation": "navigation",
    "dialog": "dialog",
    "alert": "dialog",
    "complementary": "aside",
    "search": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
}


class Region(Struct):
    """A page's lines, which of them trafilatura took, and the column they stand in."""

    blocks: list[Block]
    taken: list[bool]
    sure: list[int]
    column: Node
    around: frozenset[Any]
    parts: dict[Any, str] = field(default_factory=dict)

    def part(self, node: Node) -> str:
        """What the part is in which an element stands ("share line"), "" for the article's own."""
        path = []
        while node is not None and node not in self.parts and node not in self.around:
            path.append(node)
            node = node.getparent()
        found = self.parts.get(node, "") if node is not None else ""
        for each in reversed(path):
            found = _inner(found, part_of(each))
            self.parts[each] = found
        return found

    def clear(self, node: Node) -> None:
        """Have an element and all that hold it be the article's own: the headline stands in it."""
        self.around = self.around | {node, *node.iterancestors()}
        self.parts.clear()

    def in_column(self, index: int) -> bool:
        """Whether a line stands in the column."""
        return is_within(self.blocks[index].node, self.column)


def region_of(root: Node, blocks: list[Block]) -> Region:
    """Where the article stands; with no sure line the column is the whole page."""
    taken = _taken(blocks, _lines_taken(root))
    sure = _sure(blocks, taken)
    column, around = _column(root, _weighty([blocks[index] for index in sure]))
    return Region(blocks, taken, sure, column, around)


def is_within(node: Node, holder: Node) -> bool:
    """Whether an element is another or stands in it."""
    while node is not None and node is not holder:
        node = node.getparent()
    return node is not None


def _inner(outer: str, own: str) -> str:
    """What a part in another is: the other's name, unless that says little and its own says more."""
    return own if own and (not outer or outer in _GENERAL) else outer


def part_of(node: Node) -> str:
    """What an element says it is by its tag, its role and its class, or ""."""
    if part := _TAGS.get(node.tag) or _ROLES.get(node.get("role") or ""):
        return part
    names = names_of(node)
    together = (part for both, part in _TOGETHER if both <= names)
    return next(together, "") or next((_ALIKE[name] for name in sorted(names) if name in _ALIKE), "")


def names_of(node: Node) -> frozenset[str]:
    """The words of an element's names: its class, its id, its short data attributes."""
    said = [
        value
        for key, value in node.items()
        if key in {"class", "id", "itemprop"} or (key.startswith("data-") and len(value) < _LONGEST_NAME)
    ]
    return frozenset(_NOT_ALPHA.split(_CAMEL.sub(" ", " ".join(said)).lower())) - {""}


def is_named(node: Node, names: frozenset[str], levels: int = 3) -> bool:
    """Whether one of these words names an element, or one of the few around it."""
    for _ in range(levels):
        if node is None:
            return False
        if not names.isdisjoint(names_of(node)):
            return True
        node = node.getparent()
    return False


def _lines_taken(root: Node) -> list[str]:
    """The lines that trafilatura takes for the article's body; none when it stumbles over the page."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        found = bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 # whatever it raises must not cost the page: Rule 2 stands in for it
        return []
    text = str(getattr(found, "text", None) or "")
    return [line for line in map(letters, text.split("\n")) if line]


def _taken(blocks: list[Block], lines: list[str]) -> list[bool]:
    """For each line whether trafilatura's text has it; both are in the page's order, nearly always."""
    text, whole, position = "".join(lines), set(lines), 0
    taken = []
    for block in blocks:
        said = letters(block.text)
        found = (
            text.find(said, position, position + _WINDOW + len(said)) if len(said) >= _ALONE_ENOUGH else -1
        )
        position = found + len(said) if found >= 0 else position
        taken.append(found >= 0 or said in whole)
    return taken


def _sure(blocks: list[Block], taken: list[bool]) -> list[int]:
    """Rules 1 and 2."""
    sure = [index for index, block in enumerate(blocks) if taken[index] and _is_sure(block)]
    runs = [
        run
        for run in _runs(blocks)
        if len(run) >= _FEWEST_IN_RUN and 2 * sum(taken[index] for index in run) < len(run)
    ]
    heaviest = max(_runs(blocks), key=lambda run: sum(len(blocks[index].text) for index in run), default=[])
    holding = {node for index in sure for node in (blocks[index].node, *blocks[index].node.iterancestors())}
    missed = [run for run in runs if not _is_another(blocks[run[0]].node.getparent(), holding)]
    if heaviest in missed:
        return heaviest
    return sorted({*sure, *(index for run in missed if sure and sure[0] < run[0] for index in run)})


def _runs(blocks: list[Block]) -> list[list[int]]:
    """The sentences that stand side by side under one element; cells do in their table, rows or not."""
    runs: dict[Any, list[int]] = {}
    for index, block in enumerate(blocks):
        if _is_sure(block) and block.text.endswith(_STOPS):
            holder = block.node.getparent()
            holder = holder.getparent() if holder is not None and holder.tag == "tr" else holder
            runs.setdefault(holder, []).append(index)
    return list(runs.values())


def _is_another(node: Node, holding: set[Any]) -> bool:
    """Whether an element, or one around it without a line taken, is named for something else."""
    while node is not None and node not in holding:
        if node.tag == "article" or part_of(node):
            return True
        node = node.getparent()
    return False


def _is_sure(block: Block) -> bool:
    long = len(block.text) >= _SURE_LETTERS or count_words(block.text) >= _SURE_WORDS
    return long and block.linked < _SURE_LINKED and block.node.tag not in _HEADINGS


def _weighty(sure: list[Block]) -> list[Block]:
    """The sure lines that stand beside others, where they make most of them: teasers stand alone."""
    holders = Counter(block.node.getparent() for block in sure)
    beside = [block for block in sure if holders[block.node.getparent()] > 1]
    whole = sum(len(block.text) for block in sure)
    return beside if 2 * sum(len(block.text) for block in beside) > whole else sure


def _column(root: Node, sure: list[Block]) -> tuple[Node, frozenset[Any]]:
    """The smallest element that holds nearly all of the sure lines, and all that hold a good share."""
    weights: dict[Any, int] = {}
    alone = {block.node for block in sure} - {
        first.node for first, other in pairwise(sure) if first.node is other.node
    }
    for block in sure:
        node = block.node
        while node is not None:
            weights[node] = weights.get(node, 0) + len(block.text)
            node = node.getparent()
    whole = weights.get(root, 0)
    column = root
    while whole:
        inner = next((child for child in column if weights.get(child, 0) >= _NEARLY_ALL * whole), None)
        if inner is None or inner in alone:
            break
        column = inner
    return column, frozenset(node for node, weight in weights.items() if weight >= _GOOD_SHARE * whole) | {
        root
    }
