"""Whether a client's limit concerns a use: what caniemail's notes say, as questions to the use.

A verdict in the data is often "in part", with the numbers of notes that say which part: negative margins,
borders over 8 px. LIMITS asks the use whether it is of that part; a note that is not here concerns every use.
"""

import re
from collections.abc import Callable, Mapping

from digest.preflight.email.support.data import Support
from digest.preflight.email.support.reading import Use

Question = Callable[[Use], bool]

FLEXIBLE = r"(inline[- ])?(flex|grid|flow-root)|contents|initial|revert|unset"
WIDEST_BORDER = 8  # px
NEUTRAL = {  # values by which a reset asks for what every client does by itself
    **dict.fromkeys(("cursor", "height", "width"), ("auto",)),
    **dict.fromkeys(("word-spacing", "letter-spacing", "white-space", "overflow-wrap"), ("normal",)),
    **dict.fromkeys(("outline", "text-transform", "float", "box-shadow"), ("none",)),
    "border": ("0", "none"),
    "border-spacing": ("0", "0px"),
}


def concerns(use: Use, feature: str, support: Support) -> bool:
    """Whether what the client cannot do with a feature touches this use of it."""
    questions = LIMITS.get(feature, {})
    told = not support.notes or any(questions.get(note, _always)(use) for note in support.notes)
    return told and use.value not in NEUTRAL.get(use.name, ())


def _always(_: Use) -> bool:
    return True


def _never(_: Use) -> bool:
    return False


def _value(expression: str) -> Question:
    return lambda use: re.search(expression, use.value) is not None


def _on(*tags: str) -> Question:
    """True on these elements, and in a style block, where the element is not known."""
    return lambda use: use.setting.tag in (*tags, "")


def _not_on(*tags: str) -> Question:
    return lambda use: use.setting.tag not in tags


def _nested(use: Use) -> bool:
    return bool(use.setting.conditions)


def _inline(use: Use) -> bool:
    return use.setting.inline


def _glued(use: Use) -> bool:
    return use.declaration is not None and use.declaration.glued


def _wide_border(use: Use) -> bool:
    return any(float(width) > WIDEST_BORDER for width in re.findall(r"([\d.]+)px", use.value))


def _other_media(use: Use) -> bool:
    """True of a media query that asks for more than the screen and its size."""
    asked = re.findall(r"[a-z-]{3,}", use.value)
    return not {
        "only",
        "screen",
        "and",
        "all",
        "min-width",
        "max-width",
        "min-height",
        "max-height",
    }.issuperset(asked)


def _painted(use: Use) -> bool:
    """True of a background that is more than one colour."""
    return "url(" in use.value or "gradient(" in use.value or " " in use.value.partition("(")[0]


_STYLE_BLOCK = {1: _never}  # told once, with html-style: with another's account Gmail takes no style block
LIMITS: Mapping[str, Mapping[int, Question]] = {
    **{
        f"css-selector-{part}": _STYLE_BLOCK
        for part in (
            "class",
            "id",
            "type",
            "child",
            "descendant",
            "grouping",
            "universal",
            "adjacent-sibling",
            "general-sibling",
        )
    },
    "css-at-media": {
        1: _nested,
        2: _other_media,
        4: _never,
        7: _value("height"),
        8: _value("landscape"),
        10: _nested,
    },
    "css-at-media-prefers-color-scheme": {3: _never},
    "css-background": {
        1: _value(","),
        2: _value("/"),
        3: _painted,
        5: _value(","),
        6: _value("/"),
        7: _value(r"url\("),
    },
    "css-border": {1: _wide_border, 2: _on("p", "div")},
    "css-border-radius": {2: _value("/")},
    "css-cursor": {1: _value(r"url\(")},
    "css-direction": {1: _value("rtl")},
    "css-display": {
        1: _value(FLEXIBLE),
        2: _value(FLEXIBLE),
        4: _on("table", "td"),
        5: _value("^(?!none|block|inline$|table)"),
        6: _value(r"flow-root|inline[- ](flex|grid)|contents|revert"),
    },
    "css-display-none": {1: _on("table", "tr", "td"), 2: _on("img")},
    "css-font-size": {1: _value(r"\drem"), 2: _value(r"%|er$")},
    "css-font-weight": {1: _value(r"^(?!\d00$)\d"), 2: _value(r"^[12345]\d\d$(?<!400)")},
    "css-height": {2: _on("body", "span", "div", "p")},
    "css-important": {1: _never, 2: _never, 4: _glued, 5: _inline, 7: _glued},
    "css-letter-spacing": {1: _value(r"-[1-9]\d*(\.\d+)?px"), 2: _value(r"\dem")},
    "css-line-height": {1: lambda use: "mso-line-height-rule" not in use.setting.says},
    "css-list-style": {1: _value(r"url\("), 2: _value(r"url\(| "), 3: _value(r"url\(")},
    "css-margin": {
        1: _value("-"),
        2: _on("span", "body"),
        3: lambda use: "background-color" in use.setting.says,
        4: _value("auto"),
    },
    "css-max-width": {1: _not_on("table")},
    "css-overflow": {
        1: _value("auto|scroll"),
        3: lambda use: use.name != "overflow",
        4: lambda use: use.name != "overflow",
    },
    "css-padding": {1: lambda use: use.setting.tag not in ("td", "th") and _spaced(use), 2: _never},
    "css-text-align": {1: _value("start|end"), 3: _value("match-parent"), 5: _never},
    "css-text-decoration": {
        2: _value(r"\w \w"),
        3: _value("overline"),
        4: _value(r"\w \w"),
        5: _value(r"\w \w"),
    },
    "css-text-transform": {1: _value("lowercase")},
    "css-white-space": {2: _value("^pre$")},
    "css-width": {1: _on("body", "span", "div", "p", "img")},
    "css-word-break": {2: _value("break-word")},
    "css-word-spacing": {1: _value(r"\d(rem|ch)")},
    "css-rgba": {1: _value(r"\(\s*[\d.]+\s+[\d.]+"), 2: _value(r"\(\s*[\d.]+\s+[\d.]+")},
    "css-rgb": {1: _value(r"\(\s*[\d.]+\s+[\d.]+"), 2: _value(r"\(\s*[\d.]+\s+[\d.]+")},
    "html-align": {
        2: _on("img"),
        3: lambda use: use.setting.tag == "table" and use.value in ("left", "right"),
    },
    "html-dir": {1: _value("rtl"), 2: _on("table", "td"), 3: _on("a")},
    "html-height": {1: _value("%"), 2: _never},
    "html-lang": {1: _on("td")},
    "html-lists": {1: _value("reversed="), 2: _never},
    "html-style": {1: lambda use: use.setting.place != "", 4: lambda use: use.setting.place != "", 6: _never},
    "html-target": {1: lambda use: use.value != "_blank", 2: _never, 3: lambda use: use.value != "_blank"},
    "html-width": {1: lambda use: use.setting.tag == "img" and "%" in use.value, 2: _never, 3: _never},
}


def _spaced(use: Use) -> bool:
    return re.search("[1-9]", use.value) is not None
