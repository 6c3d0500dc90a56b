"""One door to all readers: a capture goes to the one that reads its kind of source."""

import re

from digest.errors import SourceError
from digest.model import Article
from digest.sources.capture import Capture
from digest.sources.decoding import decode
from digest.sources.patterns import pattern
from digest.sources.text import read_text

_HTML = pattern(
    r"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div"
    r"|meta|title|p|h1)\b[^>]*>",
    re.DOTALL,
)
_SNIFFED = 2000


def read(captured: Capture) -> Article:
    """The article in a capture; raises SourceError where there is none, or for HTML (not read yet)."""
    source = decode(captured)
    if _HTML.match(source.text[:_SNIFFED]):
        message = "an HTML page: copy the page's text from the browser instead; saved pages are not read yet"
        raise SourceError(f"{captured.name}: {message}")
    return read_text(source)
