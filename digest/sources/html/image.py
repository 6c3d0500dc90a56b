"""An HTML article's lead image, with the words that stand for it and the name of who made it.

Rule 1. The page's data names the image; a picture of the site itself (a logo, a card for sharing) is none.
Rule 2. The words are those of the same picture on the page, else of the first large one before the text.
Rule 3. The credit is the caption's (credit.py), else the data's.
"""

from collections.abc import Iterator

from digest.model import Picture
from digest.patterns import holds_any, pattern
from digest.sources.html.address import address_in
from digest.sources.html.cards import parts_of
from digest.sources.html.credit import credit_of
from digest.sources.html.desk import Desk
from digest.sources.html.region import is_within, names_of
from digest.sources.html.tree import Node, words
from digest.sources.html.words import CLOSED_PARTS, SITE_PICTURES
from digest.sources.page import Sort

_SITE = tuple(SITE_PICTURES.split())
_ELSEWHERE = parts_of(CLOSED_PARTS) | {
    "related",
    "aside",
    "dialog",
    "newsletter prompt",
    "promo",
    "foot",
    "paywall",
}
_SOMEBODYS = frozenset("author avatar logo masthead writer card teaser".split())  # noqa: SIM905 # a list of words
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-lazy", "src")
_EXTENSION = pattern(r"\.\w{3,4}$")
_SIZES = pattern(r"(?:[-_]?\d+x\d+|[-_](?:lg|sm|md|large|small|medium|thumb|scaled|\d{2,4}w?))+$")
_SMALLEST, _SHORTEST_STEM = 120, 4  # pixels; letters


def image_of(desk: Desk, root: Node) -> Picture | None:
    """The article's lead image, None where the page has none."""
    named = [url for url in desk.told.images if not holds_any(_name_of(url), _SITE)]
    shown = list(_shown(desk, root))
    image = _same(named, shown)
    if image is None and shown and (not named or len(shown) == 1 or _leads(desk, root, shown[0])):
        image = shown[0]
    if image is None:
        return Picture(url=named[0], credit=desk.told.credit) if named else None
    url = named[0] if named else _source(desk, image)
    credit = credit_of(desk, image) or desk.told.credit
    return Picture(url=url, alt=words(image.get("alt") or ""), credit=credit)


def _shown(desk: Desk, root: Node) -> Iterator[Node]:
    """The pictures of the article that are large enough to lead it, in the page's order."""
    holder = _holder(desk)
    for image in root.iter("img", "amp-img"):
        if not is_within(image, holder) or _is_small(image) or _in_masthead(image):
            continue
        if desk.region.part(image) in _ELSEWHERE:
            continue
        url = _source(desk, image)
        if url and not holds_any(_name_of(url), _SITE):
            yield image


def _leads(desk: Desk, root: Node, image: Node) -> bool:
    """Whether a picture stands before the first paragraph."""
    first = desk.blocks[desk.first].node
    return next((node is image for node in root.iter() if node is image or node is first), False)


def _holder(desk: Desk) -> Node:
    """The smallest element that holds the column and, where the page shows it, the headline."""
    headlines = [index for index, rows in enumerate(desk.rows) if rows and rows[0].sort is Sort.HEADLINE]
    node = desk.region.column
    while headlines and node is not None and not is_within(desk.blocks[headlines[0]].node, node):
        node = node.getparent()
    return node


def _is_small(image: Node) -> bool:
    sizes = (image.get("width") or "", image.get("height") or "")
    return any(size.isdigit() and int(size) < _SMALLEST for size in sizes)


def _in_masthead(image: Node) -> bool:
    """Whether a picture is a link to the site's front page, or an author's."""
    for node in image.iterancestors():
        if (node.tag == "a" and _leads_home(node.get("href") or "")) or _SOMEBODYS & names_of(node):
            return True
        if node.tag in {"article", "main"}:
            return False
    return False


def _leads_home(reference: str) -> bool:
    strokes = reference.rstrip("/").count("/")
    return strokes in {0, 2} and "." not in reference.rpartition("/")[2]


def _source(desk: Desk, image: Node) -> str:
    sets = (image.get("srcset") or image.get("data-srcset") or "").split(", ")
    said = [image.get(key) or "" for key in _SOURCES] + [each.split()[0] for each in sets if each.split()]
    return next(filter(None, (address_in(desk.told.base, each) for each in said)), "")


def _name_of(url: str) -> str:
    """The name of a picture's file; some sites give it to a resizer as a parameter."""
    path, _, parameters = url.partition("?")
    if "url=" in parameters:
        path = url.rpartition("url=")[2].partition("&")[0]
    return _EXTENSION.sub("", path.rpartition("/")[2]).lower()


def _stem(url: str) -> str:
    """The same without what tells sizes apart."""
    return _SIZES.sub("", _name_of(url))


def _same(named: list[str], shown: list[Node]) -> Node:
    """The picture on the page that the page's data names, too."""
    stems = {stem for url in named if len(stem := _stem(url)) >= _SHORTEST_STEM}
    for image in shown:
        said = " ".join(value for key, value in image.items() if key in {*_SOURCES, "srcset", "data-srcset"})
        if any(stem in said.lower() for stem in stems):
            return image
    return None
