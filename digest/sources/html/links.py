"""Related headlines and link lines of an HTML page, each with its address.

Theory of operation. A link inside a sentence is the article's. A line that is nothing but a link, or a
"Read more:" with one, is the page's, wherever it stands. Which of the page's many lines of links belong to
this article is told by a heading ("Related"), by the name of the part they stand in, or by their standing
among its paragraphs.

Rule 1. Menus, tags, share bars, comments and lists of what others read are never related.
Rule 2. A heading's links are those in the smallest element that holds it and a link; where that would be
        the whole article, those that follow it line by line.
Rule 3. Among the paragraphs every line of links is set aside, but a list whose items lead to other sites,
        or that a colon announces, is the article's own. So is a linked crosshead.
Rule 4. What stands in one card with a headline (its day, its first words, "Read more") goes with it.
"""

from collections.abc import Iterator

from digest.patterns import holds_any, pattern
from digest.sources.html.address import address_in
from digest.sources.html.blocks import Anchor, Block
from digest.sources.html.cards import CLOSED, card_of, is_button, parts_of
from digest.sources.html.desk import Desk, heading_of, is_linked
from digest.sources.html.region import is_within
from digest.sources.html.tree import count_words
from digest.sources.html.words import (
    ANY_STORIES,
    FOREIGN_RELATED,
    NO_HEADLINE_ADDRESSES,
    READERS_CHOICE,
    RELATED_WORDS,
    UNRELATED_PARTS,
)
from digest.sources.judges.blockheads import is_block_heading
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import after_prefix
from digest.sources.judges.promos import promo_kind
from digest.sources.page import Sort
from digest.sources.rows import Row

_NEVER = CLOSED | parts_of(UNRELATED_PARTS)
_READERS_CHOICE, _PLAINEST = frozenset(READERS_CHOICE.split()), frozenset(RELATED_WORDS.split())
_NO_HEADLINE = tuple(NO_HEADLINE_ADDRESSES.split())
_FOREIGN = pattern(rf"(?i)\W*(?:{FOREIGN_RELATED})")
_ANY_STORIES = frozenset(ANY_STORIES.split())
_TAIL = " .)]»"
_FEWEST_WORDS, _LABEL_WORDS = 3, 5


def settle_links(desk: Desk) -> None:
    """Settle lines of links; those of promos are settled before."""
    seen = {desk.told.url, desk.told.base}
    scopes = _scopes(desk)
    for index in range(len(desk.blocks)):
        if desk.is_open(index) and desk.part(index) not in _NEVER:
            in_scope = index in scopes or desk.part(index) == "related"
            if in_scope or _among_paragraphs(desk, index):
                _settle_line(desk, index, seen, in_scope=in_scope)


def _scopes(desk: Desk) -> set[int]:
    """The lines that stand under headings of related headlines; the headings are settled."""
    covered: set[int] = set()
    for index in range(len(desk.blocks)):
        if not desk.is_open(index) or desk.part(index) in _NEVER or not _heads(desk, index):
            continue
        under = list(_under(desk, index))
        if any(desk.blocks[other].anchors for other in under):
            desk.set(index, Sort.JUNK, "heading of related headlines")
            covered.update(under)
    return covered


def _speaks_of_more(text: str) -> bool:
    """Whether a heading's words are those of related headlines, in any of the languages known."""
    return is_block_heading(text) or _FOREIGN.match(text) is not None


def _heads(desk: Desk, index: int) -> bool:
    """Whether a line heads related headlines.

    "More news" does so in the column only; after the article a heading must say more than that, and beside
    it the plainest words ("Related", "More on this").
    """
    text = desk.blocks[index].text
    said = frozenset(text.lower().strip(" :").split())
    if not _speaks_of_more(text) or said & _READERS_CHOICE:
        return False
    if _FOREIGN.match(text) or said & _PLAINEST or said >= {"on", "this"}:
        return True
    after = index >= desk.start and desk.part(index) != "aside" and not said <= _ANY_STORIES
    return index >= desk.start and (desk.region.in_column(index) or (after and _is_near(desk, index)))


def _is_near(desk: Desk, index: int) -> bool:
    """Whether a line stands in what holds the column, and not only in the whole page."""
    near = desk.region.column.getparent()
    return near is not None and near.tag != "body" and is_within(desk.blocks[index].node, near)


def _under(desk: Desk, index: int) -> Iterator[int]:
    """The lines that a heading heads."""
    last = _scope_end(desk, index)
    for other in range(index + 1, (last or len(desk.blocks) - 1) + 1):
        if last and _speaks_of_more(desk.blocks[other].text):
            return
        if not last and not is_linked(desk.blocks[other]):
            return
        yield other


def _scope_end(desk: Desk, index: int) -> int:
    """The last line of the element that holds a heading and links, 0 when that would be the article."""
    node = desk.blocks[index].node
    while node is not None and node not in desk.region.around:
        last = desk.extent(node)[1]
        if any(desk.blocks[other].anchors for other in range(index + 1, last + 1)):
            return last
        node = node.getparent()
    return 0


def _among_paragraphs(desk: Desk, index: int) -> bool:
    """Whether a line stands between the article's paragraphs, or as one of them after the last."""
    if not desk.region.sure or index < desk.start or desk.part(index) == "promo":
        return False
    if index < desk.region.sure[-1]:
        return desk.region.in_column(index) or index < desk.first
    return desk.is_home(index)


def _settle_line(desk: Desk, index: int, seen: set[str], *, in_scope: bool) -> None:
    block = desk.blocks[index]
    rest = _after_label(block) or after_prefix(block.text)
    if rest and (block.anchors or not in_scope):
        _set_related(desk, index, [(rest, desk.address(index))], seen)
    elif is_linked(block):
        if not in_scope and _is_own(desk, index):
            return
        headlines = all(_is_headline(anchor, block) for anchor in block.anchors)
        _set_related(
            desk,
            index,
            [(anchor.text, _address(desk, anchor)) for anchor in block.anchors if headlines],
            seen,
        )


def _after_label(block: Block) -> str:
    """The link after a label ("Read the full story: …", "【関連記事】…"), "" where there is none."""
    if len(block.anchors) != 1 or not block.text.rstrip(_TAIL).endswith(block.anchors[0].text.rstrip(_TAIL)):
        return ""
    label = block.text[: block.text.rfind(block.anchors[0].text)].strip(" ([")
    ends = label.endswith((":", "：", "】", "]", "»", "→"))
    known = _speaks_of_more(label) or (ends and count_words(label) <= _LABEL_WORDS)
    return (
        block.anchors[0].text
        if label and known and count_words(block.anchors[0].text) >= _FEWEST_WORDS
        else ""
    )


def _set_related(desk: Desk, index: int, found: list[tuple[str, str]], seen: set[str]) -> None:
    rows = []
    for title, url in found:
        if not (url and (url in seen or _is_here(desk, url))):
            sort = Sort.PROMO if promo_kind(title) else Sort.RELATED
            rows.append(Row(sort, title, url))
            seen.add(url)
    if not rows:
        desk.set(index, Sort.JUNK, "link line")
        return
    details = [other for other in card_of(desk, index) if other != index and desk.is_open(other)]
    desk.rows[index] = rows + [Row(Sort.DETAIL, desk.blocks[other].text) for other in details]
    for other in details:
        desk.rows[other] = []


def _is_here(desk: Desk, url: str) -> bool:
    """Whether an address leads to the page itself, or to a place on it."""
    return url.partition("#")[0].partition("?")[0] == desk.told.url.partition("?")[0]


def _address(desk: Desk, anchor: Anchor) -> str:
    return address_in(desk.told.base, anchor.node.get("href"))


def _is_headline(anchor: Anchor, block: Block) -> bool:
    """Whether a link of a line of links is a headline: an address, some words, and no button or tag."""
    reference = (anchor.node.get("href") or "").strip()
    named = {part for key in ("rel", "class") for part in (anchor.node.get(key) or "").lower().split()}
    if reference.startswith(("#", "javascript:", "mailto:")) or {"tag", "author", "category"} & named:
        return False
    if is_button(anchor.text) or junk_reason(anchor.text) or holds_any(reference.lower(), _NO_HEADLINE):
        return False
    return count_words(anchor.text) >= _FEWEST_WORDS or bool(heading_of(block.node))


def _is_own(desk: Desk, index: int) -> bool:
    """Rule 3."""
    block = desk.blocks[index]
    if heading_of(block.node):
        return desk.is_home(index)
    holder = block.node if block.node.tag == "li" else block.node.getparent()
    if holder is None or holder.tag != "li":
        return False
    first = desk.extent(holder.getparent())[0]
    announced = first > 0 and desk.blocks[first - 1].text.endswith(":")
    return announced or _leads_away(desk, block)


def _leads_away(desk: Desk, block: Block) -> bool:
    """Whether a line's links lead to other sites."""
    own = _site(desk.told.base)
    return all(_site(_address(desk, anchor)) not in {"", own} for anchor in block.anchors)


def _site(address: str) -> str:
    """The last two parts of an address's host."""
    host = address.partition("//")[2].partition("/")[0].partition(":")[0].lower()
    return ".".join(host.split(".")[-2:])
