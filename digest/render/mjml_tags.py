"""MJML 4's tags: the attributes each allows, where it may stand, and whether it may hold text.

Theory: MRML lets a misspelt tag or attribute through, into the reader's mail, so what MJML knows stands here
as data. Attributes marked in `COMPUTED` are reckoned with when a theme is compiled and cannot wait for Jinja.
"""

from msgspec import Struct


class Tag(Struct, frozen=True):
    """What MJML knows of a tag. `holds_text`: its content is HTML or text, not MJML."""

    attributes: frozenset[str]
    parents: frozenset[str]
    holds_text: bool = False


def _tag(parents: str, attributes: str = "", *, holds_text: bool = False) -> Tag:
    return Tag(frozenset(attributes.split()), frozenset(parents.split()), holds_text)


_PADDING = "padding padding-top padding-right padding-bottom padding-left"
_BORDER = "border border-top border-right border-bottom border-left border-radius"
_FONT = "color font-family font-size font-style font-weight letter-spacing line-height text-decoration"
_BACKGROUND = (
    "background-color background-url background-repeat background-size background-position "
    "background-position-x background-position-y"
)
_BLOCK = f"align container-background-color {_PADDING}"
_ICON = "icon-align icon-position icon-wrapped-alt icon-wrapped-url icon-unwrapped-alt icon-unwrapped-url"
_LINK = "href rel target title name"
_SECTION = f"{_BACKGROUND} {_BORDER} {_PADDING} direction full-width text-align text-padding"
_IN_COLUMN = "mj-column mj-hero"

COMMON = frozenset({"css-class", "mj-class"})
COMPUTED = frozenset({"width", "full-width", "padding", "padding-left", "padding-right"})

TAGS: dict[str, Tag] = {
    "mjml": _tag("", "lang dir owa"),
    "mj-head": _tag("mjml"),
    "mj-body": _tag("mjml", "background-color width lang dir id"),
    "mj-include": _tag("mjml mj-head mj-body mj-wrapper mj-section mj-group mj-column mj-hero", "path"),
    "mj-attributes": _tag("mj-head"),
    "mj-all": _tag("mj-attributes", "name"),
    "mj-class": _tag("mj-attributes", "name"),
    "mj-breakpoint": _tag("mj-head", "width"),
    "mj-font": _tag("mj-head", "name href"),
    "mj-preview": _tag("mj-head", holds_text=True),
    "mj-style": _tag("mj-head", holds_text=True),
    "mj-title": _tag("mj-head", holds_text=True),
    "mj-raw": _tag(
        "mj-head mj-body mj-wrapper mj-section mj-group mj-column mj-hero", "position", holds_text=True
    ),
    "mj-wrapper": _tag("mj-body", f"{_SECTION} gap"),
    "mj-section": _tag("mj-body mj-wrapper", _SECTION),
    "mj-group": _tag("mj-section", "background-color direction vertical-align width"),
    "mj-column": _tag(
        "mj-section mj-group",
        f"background-color {_BORDER} {_PADDING} direction inner-background-color inner-border "
        "inner-border-top inner-border-right inner-border-bottom inner-border-left inner-border-radius "
        "vertical-align width",
    ),
    "mj-hero": _tag(
        "mj-body mj-wrapper",
        f"{_BACKGROUND} {_PADDING} background-height background-width border-radius "
        "container-background-color height inner-background-color inner-padding inner-padding-top "
        "inner-padding-right inner-padding-bottom inner-padding-left mode vertical-align width",
    ),
    "mj-text": _tag(_IN_COLUMN, f"{_BLOCK} {_FONT} height text-transform vertical-align", holds_text=True),
    "mj-table": _tag(
        _IN_COLUMN,
        f"{_BLOCK} {_FONT} border cellpadding cellspacing role table-layout vertical-align width",
        holds_text=True,
    ),
    "mj-button": _tag(
        _IN_COLUMN,
        f"{_BLOCK} {_BORDER} {_FONT} {_LINK} background-color height inner-padding text-align "
        "text-transform vertical-align width",
        holds_text=True,
    ),
    "mj-divider": _tag(_IN_COLUMN, f"{_BLOCK} border-color border-style border-width width"),
    "mj-spacer": _tag(
        _IN_COLUMN, f"{_PADDING} container-background-color height border border-top border-bottom"
    ),
    "mj-image": _tag(
        _IN_COLUMN,
        f"{_BLOCK} {_BORDER} {_LINK} alt fluid-on-mobile font-size height max-height sizes src srcset "
        "usemap width",
    ),
    "mj-accordion": _tag(
        "mj-column",
        f"{_PADDING} {_ICON} border container-background-color font-family icon-height icon-width",
    ),
    "mj-accordion-element": _tag(
        "mj-accordion", f"{_ICON} background-color border font-family icon-height icon-width"
    ),
    "mj-accordion-title": _tag(
        "mj-accordion-element", f"{_PADDING} {_FONT} background-color", holds_text=True
    ),
    "mj-accordion-text": _tag(
        "mj-accordion-element", f"{_PADDING} {_FONT} background-color", holds_text=True
    ),
    "mj-carousel": _tag(
        "mj-column mj-hero",
        f"{_PADDING} align border-radius container-background-color icon-width left-icon right-icon "
        "tb-border tb-border-radius tb-hover-border-color tb-selected-border-color tb-width thumbnails",
    ),
    "mj-carousel-image": _tag(
        "mj-carousel",
        f"{_LINK} alt border-radius src tb-border tb-border-radius tb-hover-border-color "
        "tb-selected-border-color thumbnails-src",
    ),
    "mj-navbar": _tag(
        "mj-column mj-hero",
        "align base-url hamburger ico-align ico-close ico-color ico-font-family ico-font-size "
        "ico-line-height ico-open ico-padding ico-padding-bottom ico-padding-left ico-padding-right "
        "ico-padding-top ico-text-decoration ico-text-transform padding",
    ),
    "mj-navbar-link": _tag(
        "mj-navbar", f"{_PADDING} {_FONT} {_LINK} text-align text-transform", holds_text=True
    ),
    "mj-social": _tag(
        "mj-column mj-hero",
        f"{_BLOCK} {_FONT} border-radius icon-height icon-padding icon-size inner-padding mode table-layout "
        "text-padding vertical-align",
    ),
    "mj-social-element": _tag(
        "mj-social",
        f"{_PADDING} {_FONT} {_LINK} align alt background-color border-radius icon-height icon-padding "
        "icon-position icon-size sizes src srcset text-padding vertical-align",
        holds_text=True,
    ),
}
