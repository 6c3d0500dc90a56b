"""Which of caniemail's features a use makes use of, by the slugs of its data.

A slug is mostly made from the name ("css-border-radius", "html-h1-h6"); only what is called otherwise
stands in the tables here. A property that the data has nothing on yields nothing.
"""

import re
from collections.abc import Callable, Iterator

from digest.patterns import pattern
from digest.preflight.email.support.css import Declaration
from digest.preflight.email.support.data import table
from digest.preflight.email.support.reading import Use

SIDES = "(top|right|bottom|left)"
LOGICAL = "(inline|block)"
PROPERTIES = (  # a property's pattern, and its feature where that is not css-<property>
    (r"--.*", "css-variables"),
    (rf"border(-{SIDES})?(-(width|style|color))?", "css-border"),
    (rf"border-{SIDES}-{SIDES}-radius", "css-border-radius"),
    (r"border-(start|end)-(start|end)-radius", "css-border-radius-logical"),
    (rf"border-{LOGICAL}(-(width|style|color))?", "css-border-inline-block"),
    (rf"border-{LOGICAL}-(start|end)", "css-border-inline-block-longhand"),
    (rf"border-{LOGICAL}-(start|end)-(width|style|color)", "css-border-inline-block-individual"),
    (r"border-image-.*", "css-border-image"),
    (rf"(margin|padding)-{SIDES}", "css-{0}"),
    (rf"(margin|padding)-{LOGICAL}", "css-{0}-inline-block"),
    (r"(margin|padding)-(inline|block)-(start|end)", "css-{0}-{1}-start-end"),
    (rf"{SIDES}", "css-left-right-top-bottom"),
    (r"inset-.*", "css-inset"),
    (r"(row-|column-)?gap", "css-gap"),
    (r"grid-template.*", "css-grid-template"),
    (r"column-(rule|width|fill|span).*|columns", "css-column-layout-properties"),
    (r"block-size|inline-size", "css-block-inline-size"),
    (r"overflow-(x|y|inline|block)", "css-overflow"),
    (r"animation-.*", "css-animation"),
    (r"transition-.*", "css-transition"),
    (r"outline-(color|style|width)", "css-outline"),
    (r"text-emphasis-(color|style)", "css-text-emphasis"),
    (r"scroll-snap-.*", "css-scroll-snap"),
    (r"mask-image", "css-mask-image"),
)
VALUES = (  # what a value holds as a word of its own
    (r"initial", "css-unit-initial"),
    (r"(fit|min|max)-content", "css-intrinsic-size"),
    (r"system-ui|ui-(serif|sans-serif|rounded|monospace)", "css-sytem-ui"),  # spelt so in the data
)
PAIRS = {
    ("display", "none"): "css-display-none",
    ("display", "flex"): "css-display-flex",
    ("display", "inline-flex"): "css-display-flex",
    ("display", "grid"): "css-display-grid",
    ("display", "inline-grid"): "css-display-grid",
}
FUNCTIONS = {
    "var": "css-variables",
    "calc": "css-unit-calc",
    **dict.fromkeys(("rgb", "rgba"), "css-{0}"),
    **dict.fromkeys(("min", "max", "clamp", "light-dark"), "css-function-{0}"),
    **dict.fromkeys(("linear-gradient", "radial-gradient", "conic-gradient"), "css-{0}"),
    **dict.fromkeys(("lch", "oklch", "lab", "oklab"), "css-modern-color"),
}
MEDIA = (
    "prefers-color-scheme",
    "prefers-reduced-motion",
    "orientation",
    "hover",
    "device-pixel-ratio",
)
COMBINATORS = {">": "child", "+": "adjacent-sibling", "~": "general-sibling", " ": "descendant"}
SIMPLE = (  # parts of a selector
    (r"#[\w-]", "css-selector-id"),
    (r"\.[\w-]", "css-selector-class"),
    (r"\.[\w-]+\.[\w-]", "css-selector-chaining"),
    (r"(^|[\s>+~,])[a-z][\w-]*", "css-selector-type"),
    (r"\*", "css-selector-universal"),
    (r"\[", "css-selector-attribute"),
    (r",", "css-selector-grouping"),
)
SEMANTIC = (
    *("article", "aside", "details", "figcaption", "figure", "footer", "header", "main", "mark", "nav"),
    *("section", "summary", "time"),
)
ELEMENTS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "html-h1-h6"),
    **dict.fromkeys(("ul", "ol", "dl"), "html-lists"),
    **dict.fromkeys(SEMANTIC, "html-semantics"),
    "map": "html-image-maps",
    "!doctype html": "html-doctype",
}
ATTRIBUTES = frozenset(
    (
        *("align", "background", "cellpadding", "cellspacing", "dir", "height", "hidden", "lang", "popover"),
        *("required", "role", "target", "valign", "width"),
        *("aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "aria-live"),
    )
)
NO_ELEMENT = frozenset({"html-background", "html-height", "html-width"})
IMAGES = {"jpeg": "jpg", "tif": "tiff", "heic": "heif"}


def features(use: Use) -> Iterator[str]:
    """The slugs of what a use needs, as far as the data knows them."""
    known = table().features
    return (slug for slug in dict.fromkeys(_FINDERS[use.kind](use)) if slug in known)


def _declaration(use: Use) -> Iterator[str]:
    declaration = use.declaration or Declaration(name=use.name, value=use.value)
    yield _property(use.name)
    yield PAIRS.get((use.name, use.value), "")
    yield f"css-{use.name}-{use.value}"
    yield from (
        slug for expression, slug in VALUES if re.search(rf"(?<![\w-])({expression})(?![\w-])", use.value)
    )
    yield from (FUNCTIONS.get(name, "").format(name) for name in declaration.functions)
    yield from (f"css-unit-{unit}" for unit in declaration.units)
    if declaration.important:
        yield "css-important"
    if "url(" in use.value and use.name == "background":
        yield "css-background-image"


def _property(name: str) -> str:
    if f"css-{name}" in table().features:
        return f"css-{name}"
    found = ((re.fullmatch(expression, name), slug) for expression, slug in PROPERTIES)
    return next((slug.format(*match.groups()) for match, slug in found if match), "")


def _selector(use: Use) -> Iterator[str]:
    bare = pattern(r"\[[^\]]*\]").sub("[]", use.name)
    yield from (slug for expression, slug in SIMPLE if re.search(expression, bare))
    joined = pattern(r"\s*([>+~,])\s*").sub(r"\1", pattern(r"\([^)]*\)").sub("", bare))
    yield from (f"css-selector-{name}" for sign, name in COMBINATORS.items() if sign in joined)
    yield from (f"css-pseudo-element-{name}" for name in pattern(r"::([\w-]+)").findall(bare))
    yield from (f"css-pseudo-class-{name}" for name in pattern(r"(?<!:):([\w-]+)").findall(bare))


def _at_rule(use: Use) -> Iterator[str]:
    yield f"css-at-{use.name}"
    if use.name == "media":
        yield from (f"css-at-media-{feature}" for feature in MEDIA if feature in use.value)


def _element(use: Use) -> Iterator[str]:
    slug = ELEMENTS.get(use.name, f"html-{use.name}")
    if slug not in NO_ELEMENT:
        yield slug
    for kind in pattern(r"\btype=(\w+)").findall(use.value):
        yield f"html-{use.name}-{kind}"
    if use.name == "meta" and "color-scheme" in use.value:
        yield "html-meta-color-scheme"
    if use.name == "img":
        yield from _image(use.value.lower())


def _image(said: str) -> Iterator[str]:
    if "src=data:" in said:
        yield "image-base64"
    for suffix in pattern(r"src=[^ ?#]*\.(\w{3,4})(?:[?# ]|$)").findall(said):
        yield f"image-{IMAGES.get(suffix, suffix)}"


def _attribute(use: Use) -> Iterator[str]:
    if use.name in ATTRIBUTES:
        yield f"html-{use.name}"
    if use.name == "loading":
        yield "html-loading-attribute"
    if use.name in ("srcset", "sizes"):
        yield "html-srcset"
    if use.name == "href" and use.value.startswith("mailto:"):
        yield "html-mailto-links"
    if use.name == "href" and use.value.startswith("#") and use.setting.tag == "a":
        yield "html-anchor-links"


_FINDERS: dict[str, Callable[[Use], Iterator[str]]] = {
    "declaration": _declaration,
    "selector": _selector,
    "at-rule": _at_rule,
    "element": _element,
    "attribute": _attribute,
}
