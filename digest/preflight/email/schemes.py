"""What colours the email's words have, in light and in its own dark styles, as far as can be known.

Rule 1. A scheme's rules are those of the style blocks that hold in it: outside of any condition, for dark
also those under `prefers-color-scheme: dark`, for Outlook's dark mode also those that begin with [data-ogsc].
Rule 2. They are laid over the style attributes in the order of the cascade: by !important, then the
attribute, then specificity, then order. Rules for narrow screens are left aside: they change no colours.
Rule 3. A background lasts until another is said; over a picture nothing is known, and nothing is told.
Mail programs that turn colours round by themselves (Gmail) follow no rule of ours and are not judged.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from digest.preflight.email.shown import UNSEEN
from digest.preflight.email.support.css import Declaration, Rule, declarations, rules
from digest.preflight.places import placed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIGHT, DARK, OUTLOOK_DARK = "light", "dark", "Outlook's dark"
BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
OUTLOOK_HOOK = re.compile(r"\[data-ogs[cb]\]")
BACKGROUNDS = ("background", "background-color")
LINK, BLACK, WHITE = "#0000ee", "#000000", "#ffffff"  # what browsers take where nothing is said
LARGE, LARGE_BOLD = 24.0, 18.66  # px: 18 and 14 points, WCAG 2.2's large text

Said = Mapping[str, str]


class Lettering(Struct, frozen=True, kw_only=True):
    """How words are set: #rrggbb each; `paper` is "" where a picture lies under them."""

    ink: str = BLACK
    paper: str = WHITE
    size: float = 16.0
    bold: bool = False

    @property
    def is_large(self) -> bool:
        """Whether WCAG counts the letters as large."""
        return self.size >= (LARGE_BOLD if self.bold else LARGE)


class Written(Struct, frozen=True, kw_only=True):
    """Words that a reader sees, how they are set, and the part of the email they stand in."""

    text: str
    lettering: Lettering
    place: str


def written(tree: "HtmlElement", scheme: str) -> Iterator[Written]:
    """Every run of words with letters or digits in it, as it is set in a scheme."""
    ruled = _ruled(tree, scheme)
    set_in: dict[Any, Lettering | None] = {}
    for element, place in placed(tree):
        parent = element.getparent()
        above = set_in.get(parent, Lettering())
        set_in[element] = here = above and _lettering(element, ruled.get(element, ()), above)
        for text, lettering in ((element.text, here), (element.tail, above)):
            if lettering and lettering.size and text and re.search(r"\w", text):
                yield Written(text=" ".join(text.split()), lettering=lettering, place=place)


def _lettering(element: "HtmlElement", rules: Any, above: Lettering) -> Lettering | None:
    """How an element's words are set; None when readers do not see them."""
    said = _cascade(element, rules)
    if element.tag in UNSEEN or said.get("display") == "none" or said.get("visibility") == "hidden":
        return None
    size = _size(said.get("font-size", ""), above.size)
    weight = said.get("font-weight", "700" if element.tag in BOLD_TAGS else "")
    link = LINK if element.tag == "a" and element.get("href") else ""
    return Lettering(
        ink=_colour(said.get("color", ""), above.paper) or link or above.ink,
        paper=_paper(said, above.paper),
        size=size,
        bold=weight in ("bold", "bolder", "600", "700", "800", "900") if weight else above.bold,
    )


def _cascade(element: "HtmlElement", rules: Any) -> Said:
    said: dict[str, str] = {"background-color": element.get("bgcolor", "")}
    inline = declarations(element.get("style", ""))
    ruled = [each for _, each in sorted(rules, key=lambda rule: rule[0])]
    strong = [each for each in (*ruled, *inline) if each.important]
    for each in (*ruled, *inline, *strong):
        said["background-color" if each.name in BACKGROUNDS else each.name] = each.value
    return said


def _ruled(tree: "HtmlElement", scheme: str) -> dict[Any, list[tuple[Any, Declaration]]]:
    """For each element what the style blocks say of it, with the specificity and order it is said in."""
    found: dict[Any, list[tuple[Any, Declaration]]] = {}
    for order, (selector, said) in enumerate(_rules(tree, scheme)):
        for specificity, path in _paths(selector):
            for element in tree.xpath(path):
                found.setdefault(element, []).extend(((specificity, order), each) for each in said)
    return found


def _rules(tree: "HtmlElement", scheme: str) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    for block in tree.iter("style"):
        media = (f"media {block.get('media')}",) if block.get("media") else ()
        for rule in rules(block.text or "", media):
            hooked = isinstance(rule, Rule) and OUTLOOK_HOOK.search(rule.selector) is not None
            if (
                isinstance(rule, Rule)
                and _holds(rule.conditions, scheme)
                and hooked <= (scheme == OUTLOOK_DARK)
            ):
                yield OUTLOOK_HOOK.sub("body", rule.selector), rule.says


def _holds(conditions: tuple[str, ...], scheme: str) -> bool:
    dark = ("prefers-color-scheme" in each and "dark" in each for each in conditions)
    return all(scheme == DARK and each for each in dark)


def _paths(selector: str) -> Iterator[tuple[tuple[int, int, int], str]]:
    """A selector's parts as XPath with their specificity; none for what no page at rest matches (:hover)."""
    from cssselect import HTMLTranslator, SelectorError, parse

    try:
        for part in (each for each in parse(selector) if not each.pseudo_element):
            yield part.specificity(), HTMLTranslator().selector_to_xpath(part)
    except SelectorError:
        return


def _paper(said: Said, above: str) -> str:
    value = said.get("background-color", "")
    if "url(" in value or "gradient(" in value or "url(" in said.get("background-image", ""):
        return ""
    return next((found for word in value.split() if (found := _colour(word, above))), above)


def _colour(value: str, under: str) -> str:
    """A CSS colour as #rrggbb, laid over what is under it where it lets that through; "" when it is none."""
    from tinycss2.color3 import RGBA, parse_color

    rgba = parse_color(value.strip()) if value else None
    if not isinstance(rgba, RGBA) or rgba.alpha == 0:
        return ""
    below = [int((under or WHITE)[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    mixed = [part * rgba.alpha + back * (1 - rgba.alpha) for part, back in zip(rgba[:3], below, strict=True)]
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def _size(value: str, above: float) -> float:
    """A font size in pixels; one that is not understood is that of the element around."""
    match = re.fullmatch(r"([\d.]+)(px|pt|em|rem|%)?", value)
    if not match:
        return above
    number = float(match[1])
    return number * {"pt": 4 / 3, "em": above, "rem": 16.0, "%": above / 100}.get(match[2] or "", 1.0)
