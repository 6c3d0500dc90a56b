"""Cards: a headline with what belongs to it, in an element of its own; and the cards that invite.

Rule 1. A card is the largest element around a link in which nothing leads elsewhere and no paragraph of the
        article stands.
Rule 2. A card invites when its title does (promos.py), or when the title does together with a line over or
        under it: "Free webinar" over it, "Sponsored by …" under it.
Rule 3. A promo counts wherever it stands on the page but in menus, among comments and in what the page
        itself calls an advertisement.
"""

from digest.model import PromoKind
from digest.patterns import pattern
from digest.sources.html.address import address_in
from digest.sources.html.desk import Desk, heading_of, is_linked
from digest.sources.html.region import names_of
from digest.sources.html.tree import Node, count_words
from digest.sources.html.words import ADDRESS_WORDS, CLOSED_PARTS
from digest.sources.judges.promos import promo_kind
from digest.sources.page import Sort
from digest.sources.rows import Row

_READING = (
    r"(?:read|find out|learn|see|view|show|load|discover|continue)"
    r"(?: (?:the )?(?:full|more|all|reading|article|story|here|now|details))*"
)
_TAKING = (
    r"(?:register|book|sign up|subscribe|join|download|listen|watch|click here|get tickets|apply|enter"
    r"|(?:save|reserve) (?:my|your|a) (?:seat|spot|place))"
    r"(?: (?:now|here|today|free|for free|online|in|to (?:register|the episode|the podcast)"
    r"|(?:your|a|my) (?:place|seat|ticket|copy)s?"
    r"|the (?:paper|guide|report|recording|episode|webinar|white paper)))*"
)
_BUTTON = pattern(rf"(?i)\W*(?:{_READING}|{_TAKING}|share|tweet|print|email|comments?|\d+|more)\W*")
_ADDRESSED = {part: label for label, cell in ADDRESS_WORDS.items() for part in cell.split()}
_MOST_LINES, _SHORT_LINE, _TITLE_WORDS = 12, 20, 3  # lines; words; words


def parts_of(cell: str) -> frozenset[str]:
    """The parts named in a cell of words.py."""
    return frozenset(" ".join(cell.split()).split(" | "))


CLOSED = parts_of(CLOSED_PARTS)


def is_button(text: str) -> bool:
    """Whether a link's words are only an order ("Register now", "Read more")."""
    return bool(_BUTTON.fullmatch(text))


def card_of(desk: Desk, index: int) -> range:
    """The lines of the card in which a line stands; the line alone where it stands in none."""
    node, card = desk.blocks[index].node, range(index, index + 1)
    while node is not None and node not in desk.region.around:
        first, last = desk.extent(node)
        if last - first >= _MOST_LINES or _leads(desk, range(first, last + 1)) > 1:
            break
        if any(other in desk.paragraphs for other in range(first, last + 1) if other != index):
            break
        card = range(first, last + 1)
        node = node.getparent()
    return card


def settle_promos(desk: Desk) -> None:
    """Settle the cards and lines that invite."""
    seen: set[str] = set()
    for index, block in enumerate(desk.blocks):
        if (
            not block.anchors
            or not desk.is_open(index)
            or desk.part(index) in CLOSED
            or _in_masthead(block.node)
        ):
            continue
        card = card_of(desk, index)
        if len(card) > 1 or is_linked(block) or promo_kind(block.text) or _parted(desk, index)[1]:
            _settle_card(desk, [other for other in card if desk.is_open(other)], desk.address(index), seen)


def _settle_card(desk: Desk, card: list[int], url: str, seen: set[str]) -> None:
    place = _title(desk, card)
    title, beside = _parted(desk, place)
    others = [index for index in card if index != place]
    lines = [*beside, *(desk.blocks[index].text for index in others)]
    kind = _kind(title, lines, url, _names_around(desk, card))
    if kind is None:
        return
    for index in others:
        desk.rows[index] = []
    again = url in seen
    desk.rows[place] = (
        [] if again else [Row(Sort.PROMO, title, url, kind), *(Row(Sort.DETAIL, line) for line in lines)]
    )
    seen.add(url)


def _parted(desk: Desk, index: int) -> tuple[str, list[str]]:
    """A line's title and what is said around it: the linked words, and those before and after them."""
    block = desk.blocks[index]
    linked = block.anchors[0].text if len(block.anchors) == 1 else ""
    if index in desk.paragraphs or is_button(linked) or count_words(linked) < _TITLE_WORDS:
        return block.text, []
    before, _, after = block.text.partition(linked)
    return linked, [part for part in (before.strip(" :"), after.strip(" .,;")) if part]


def _title(desk: Desk, card: list[int]) -> int:
    """Which line of a card is its title: a linked line, else a heading, else the longest."""

    def rank(index: int) -> tuple[bool, bool, bool, int]:
        block = desk.blocks[index]
        named = not is_button(block.text)
        return named, is_linked(block), bool(heading_of(block.node)), min(len(block.text), 60)

    return max(card, key=rank)


def _kind(title: str, lines: list[str], url: str, named: list[str]) -> PromoKind | None:
    """What a title invites to, read together with its address and with the short lines around it."""
    beside = [line for line in lines if line.count(" ") < _SHORT_LINE]
    labels = [*_words_of(url), *named, *(line.split(",")[0] for line in beside), *beside]
    said = (title, *(f"{label}: {title}" for label in labels), *(f"{title} | {line}" for line in beside))
    return next(filter(None, map(promo_kind, said)), None)


def _names_around(desk: Desk, card: list[int]) -> list[str]:
    """What the names of a card's own elements say that it invites to (class="event-promo")."""
    found = []
    node = desk.blocks[card[0]].node
    while node is not None and node not in desk.region.around and desk.extent(node)[1] <= card[-1]:
        found += [_ADDRESSED[name] for name in sorted(names_of(node)) if name in _ADDRESSED]
        node = node.getparent()
    return found


def _words_of(url: str) -> list[str]:
    """What the parts of an address say that it leads to ("/webinars/…")."""
    parts = url.lower().partition("?")[0].split("/")
    return [_ADDRESSED[part] for part in parts if part in _ADDRESSED]


def _leads(desk: Desk, lines: range) -> int:
    """To how many places the links in some lines lead."""
    found = (
        address_in(desk.told.base, anchor.node.get("href"))
        for index in lines
        for anchor in desk.blocks[index].anchors
    )
    return len(set(filter(None, found)))


def _in_masthead(node: Node) -> bool:
    """Whether an element stands in the site's own head or foot."""
    while node is not None:
        if node.tag in {"article", "main"}:
            return False
        if node.tag in {"header", "footer"}:
            return True
        node = node.getparent()
    return False
