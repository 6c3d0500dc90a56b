"""What the email's HTML shows to a reader: its words by block, without what is hidden."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from digest.patterns import pattern
from digest.preflight.places import placed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "div", "figcaption", "blockquote")
)
UNSEEN = frozenset(("style", "script", "title", "head"))
HIDDEN = pattern(r"(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)")


class Passage(Struct, frozen=True, kw_only=True):
    """The words of a block that holds no other block, and the place it stands at."""

    text: str
    place: str


def passages(tree: "HtmlElement") -> Iterator[Passage]:
    """Every block's words, in reading order; blanks are as in print."""
    for element, place in placed(tree):
        if element.tag in BLOCKS and not any(each.tag in BLOCKS for each in element.iterdescendants()):
            text = " ".join("".join(_words(element)).split())
            if text and not any(is_hidden(each) for each in (element, *element.iterancestors())):
                yield Passage(text=text, place=place)


def is_hidden(element: "HtmlElement") -> bool:
    """Whether an element by itself keeps its words from readers."""
    return element.tag in UNSEEN or HIDDEN.search(element.get("style", "")) is not None


def _words(element: "HtmlElement") -> Iterator[str]:
    """The text in an element; a <br> is a blank."""
    yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str) or child.tag == "br":
            yield " "
        elif not is_hidden(child):
            yield from _words(child)
        yield child.tail or ""
