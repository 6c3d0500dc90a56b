"""What stands in for a feature where a client does not show it: our judgement, checked in the email itself.

Rule 1. What stands under a condition (a media query, a hook that one client alone matches) is an addition:
where it is not understood the mail is shown as its style attributes say.
Rule 2. A rule of a style block may be lost as a whole (Gmail in a phone's browser, or with another account).
It has a fallback when all that it says is also in the style attributes of its classes, or is a nicety.
Rule 3. Sizes that Outlook on Windows does not take are given to it by a table in a conditional comment.
Rule 4. An effect may be missing when the words are still read in their order: square corners, no shadow.
What a layout rests on (flex, grid, position, float) has no fallback here, nor has a picture's format.
"""

import re
from collections.abc import Callable

from digest.preflight.email.support.reading import OUTLOOK, Read, Use

Holds = Callable[[Use, Read], bool]

HOOKS = re.compile(
    r"\[data-og|\[owa\]|u ?\+|#outlook|\.moz-text-html|#MessageViewBody|\.mj-outlook|\[class[~^*]?="
)
NICETIES = re.compile(
    r"overflow-wrap|word-(wrap|break|spacing)|color-scheme|supported-color-schemes|letter-spacing|outline|hyphens"
    r"|(-ms-|-webkit-|-moz-|mso-).*|text-(rendering|size-adjust)|page-break.*|break-.*|orphans|widows|border-collapse"
)
CONDITIONAL = "it stands under a condition, and without it the style attributes count"
SMALL_STEP = 8  # px; a negative margin no bigger only tightens a space


def fallback(use: Use, feature: str, read: Read) -> str:
    """What a reader sees instead, in words; "" when nothing stands in for it."""
    return next(
        (told for slugs, told, holds in FALLBACKS if re.fullmatch(slugs, feature) and holds(use, read)), ""
    )


def _always(_: Use, __: Read) -> bool:
    return True


def _conditional(use: Use, _: Read) -> bool:
    return bool(use.setting.conditions) or HOOKS.search(use.setting.selector) is not None


def _spare(use: Use, read: Read) -> bool:
    """Whether a rule can be lost: it is conditional, resets bare elements, or repeats what is inline."""
    classes = re.findall(r"\.([\w-]+)", use.setting.selector)
    inlined = set().union(*(read.inlined.get(name, set()) for name in classes))
    wanting = [name for name in use.setting.says if name not in inlined and not NICETIES.fullmatch(name)]
    return _conditional(use, read) or not classes or not wanting


def _all_spare(_: Use, read: Read) -> bool:
    """Whether every rule of the style blocks can be lost."""
    return all(_spare(use, read) for use in read.uses if use.kind == "selector")


def _tabled(_: Use, read: Read) -> bool:
    """Whether Outlook on Windows gets tables with a width of its own."""
    return any(
        use.kind == "attribute" and use.name == "width" and use.setting.audience == OUTLOOK
        for use in read.uses
    )


def _says(*names: str) -> Holds:
    """Whether the same rule or style attribute says one of these too."""
    return lambda use, _: not use.setting.says.isdisjoint(names)


def _small(use: Use, _: Read) -> bool:
    steps = [float(step) for step in re.findall(r"-([\d.]+)px", use.value)]
    return bool(steps) and max(steps) <= SMALL_STEP


def _on(*tags: str) -> Holds:
    return lambda use, _: use.setting.tag in tags


def _off(*tags: str) -> Holds:
    return lambda use, _: use.setting.tag not in tags


def _drawn(_: Use, read: Read) -> bool:
    """Whether Outlook on Windows gets pictures of its own, in VML."""
    return any(use.kind == "element" and use.name == "v:fill" for use in read.uses)


def _backed(_: Use, read: Read) -> bool:
    """Whether the body has no colour, or an element before the first place has one too."""
    painted = {
        use.setting.tag
        for use in read.uses
        if use.kind == "declaration" and use.name.startswith("background") and not use.setting.place
    }
    return "body" not in painted or not painted.isdisjoint(("div", "table", "td"))


FALLBACKS: tuple[tuple[str, str, Holds], ...] = (
    (r"css-at-(media.*|supports)", "the mail is shown as its style attributes say", _always),
    (r"css-at-font-face|css-at-import|html-link", "the next font of the stack is taken", _always),
    (r"html-doctype", "it is laid out as if there were none", _always),
    (r"html-body", "a webmail's own page stands round the mail, and a part inside has its colour", _backed),
    (r"css-.*", CONDITIONAL, _conditional),
    (r"html-style", "what the rules say is in style attributes too", _all_spare),
    (
        r"css-selector-.*|css-pseudo-.*|css-important",
        "what the rule says is in style attributes too",
        _spare,
    ),
    (r"css-pseudo-class-(hover|focus.*|active|visited|link)", "nothing changes under the pointer", _always),
    (r"css-margin", "the space is a few pixels wider", _small),
    (
        r"css-(max-)?width|css-display|css-margin",
        "Outlook gets tables with a width in comments of its own",
        _tabled,
    ),
    (
        r"css-display-none|css-display",
        "it is hidden in another way too",
        _says("max-height", "height", "mso-hide"),
    ),
    (r"css-max-height|css-overflow", "it is also taken out of the display", _says("display")),
    (r"css-padding", "Outlook takes the padding from mso-padding-alt", _says("mso-padding-alt")),
    (r"css-padding", "the words stand without that space round them", _off("table", "")),
    (r"css-background-(size|position|repeat|clip|origin)", "the picture lies a little differently", _always),
    (r"(css|html)-background(-image)?", "Outlook gets the picture from a drawing of its own", _drawn),
    (r"css-background(-.*)?", "the plain colour beside it is shown", _says("background-color")),
    (r"css-border", "the line may be missing", _on("p", "div", "hr", "")),
    (r"css-border-radius", "corners are square", _always),
    (r"css-(box|text)-shadow|css-opacity|css-filter|css-backdrop-filter", "it is shown flat", _always),
    (r"css-transition|css-animation|css-at-keyframes|css-transform", "nothing moves", _always),
    (r"css-cursor|css-outline.*|css-user-select", "the pointer looks as always", _always),
    (r"css-color-scheme|html-meta-color-scheme", "the mail program chooses the scheme by itself", _always),
    (r"css-(overflow-wrap|word-break|word-wrap|hyphen.*)", "a very long word may run over the edge", _always),
    (
        r"css-(word-spacing|letter-spacing|font-kerning|font-weight|font-stretch)",
        "letters are set a little differently",
        _always,
    ),
    (
        r"css-(line-height|height|min-height|min-width|table-layout)",
        "the space is a little different",
        _always,
    ),
    (
        r"css-text-(decoration|underline|emphasis|transform|wrap|indent).*",
        "the words stand without it",
        _always,
    ),
    (r"css-list-style.*", "list marks are the usual ones", _always),
    (r"css-sytem-ui", "the next font of the stack is taken", lambda use, _: "," in use.value),
    (r"html-anchor-links", "the reader scrolls: the stories follow in the same order", _always),
    (r"css-direction|html-dir", "all of the email runs the way that its words do", _always),
    (r"html-(aria-.*|role|lang)", "a screen reader takes the element by its tag and words", _always),
    (
        r"html-(abbr|acronym|address|bdi|code|del|dfn|small|strike|wbr|semantics|target)",
        "the words stand without the tag",
        _always,
    ),
    (r"html-(loading-attribute|srcset|picture)", "the picture of the src is shown", _always),
    (r"image-apng|image-gif", "the first picture stands still", _always),
)
