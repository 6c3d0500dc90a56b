"""The email in the guises readers meet it in; every one is made of the finished email alone.

Rule 1. Only style sheets and `media` attributes are changed, never words: an article on CSS reads the same.
Rule 2. Light and dark are what the email itself says, whatever the editor's own screen is set to: its
        questions for the reader's colour scheme are answered in the copy that is shown.
Rule 3. Forced dark is what programs do that ask no email: all colours are turned over, pictures are not.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from html import escape

from digest.patterns import pattern


class Scheme(StrEnum):
    """The colours a view is shown in."""

    LIGHT = "light"
    DARK = "dark"
    FORCED = "forced"


FORCED_CSS = """\
<style>html { background: #fff; filter: invert(1) hue-rotate(180deg); }
img, video { filter: invert(1) hue-rotate(180deg); }</style>"""
ALWAYS, NEVER = "(min-width: 0)", "(max-width: 0)"

_STYLES = pattern(
    r"<style\b[^>]*>.*?</style\s*>|\bmedia=(?:\"[^\"<>]*\"|'[^'<>]*')", re.DOTALL | re.IGNORECASE
)
_ASKED = pattern(r"\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)", re.IGNORECASE)
_SUPPORTED = pattern(r"\bcolor-scheme\s*:\s*(?:(?:light|dark|only|normal)\b\s*)+", re.IGNORECASE)
_META = pattern(
    r"(<meta\s+name=\"(?:supported-color-schemes|color-scheme)\"\s+content=\")[^\"]*", re.IGNORECASE
)


def shown(html: str, scheme: Scheme) -> str:
    """The HTML as a mail program set to `scheme` shows it."""
    dark = scheme is Scheme.DARK
    schemed = _STYLES.sub(lambda css: _answered(css[0], dark=dark), html)
    schemed = _META.sub(lambda meta: f"{meta[1]}{Scheme.DARK if dark else Scheme.LIGHT}", schemed)
    return schemed.replace("</head>", f"{FORCED_CSS}</head>", 1) if scheme is Scheme.FORCED else schemed


def with_own_pictures(html: str, names: Iterable[str], base: str) -> str:
    """The HTML with pictures that are still to be uploaded to `base` taken from here."""
    for name in names if base else ():
        uploaded = f"{base.rstrip('/')}/{name.rpartition('/')[2]}"
        html = html.replace(f'"{escape(uploaded)}"', f'"{escape(name)}"')
    return html


def _answered(css: str, *, dark: bool) -> str:
    """A style sheet, or a `media` attribute, with its questions for the colour scheme answered."""
    answers = {"dark": ALWAYS if dark else NEVER, "light": NEVER if dark else ALWAYS}
    answered = _ASKED.sub(lambda asked: answers[asked[1].lower()], css)
    return _SUPPORTED.sub(f"color-scheme: {Scheme.DARK if dark else Scheme.LIGHT}", answered)
