"""The door of the HTML reader (a plug-in, see readers.py); what it takes to read a page is imported late."""

import re

from digest.model import Article
from digest.patterns import pattern
from digest.sources.capture import Capture

_PROLOG = r"(?>\ufeff|\s+|<\?xml[^>]*>|<!--.*?-->)*+"
_HTML = pattern(
    rf"{_PROLOG}<(?:!doctype html|html|head|body|article|main|div|meta|title|p|h1)\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_CLAIM = 0.9


def claims(_captured: Capture, opening: str) -> float:
    """Sure of what begins with a tag of HTML; a feed begins with others."""
    return _CLAIM if _HTML.match(opening) else 0.0


def read(captured: Capture) -> Article:
    """The article on a page; raises SourceError where there is none, and says what stands there instead."""
    from digest.sources.html.article import read_html

    return read_html(captured)
