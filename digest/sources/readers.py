"""One door to all readers: a capture goes to the one that is surest it reads its kind of source.

A reader is a module, or any object, with the two functions below, named under the entry-point group
"digest.readers". Ours come through the same door and claim 0.9 at most, so that a newsroom's own can beat
them.
"""

import re
from functools import cache
from typing import Protocol

from digest.errors import SourceError
from digest.model import Article
from digest.plugins import READERS, load, offered
from digest.sources.capture import Capture
from digest.sources.patterns import pattern

_HTML = pattern(
    r"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div"
    r"|meta|title|p|h1)\b[^>]*>",
    re.DOTALL,
)


class Reader(Protocol):
    """What a plug-in offers."""

    def claims(self, captured: Capture, opening: str) -> float:
        """How sure it is, from 0 to 1, that this is a source of its kind; 0 for what it cannot read.

        `opening` is the source's first characters as `capture.opening` gives them. Every reader is asked for
        every source, so it must be quick.
        """

    def read(self, captured: Capture) -> Article:
        """The article in a capture; raises SourceError when there is none."""


def read(captured: Capture) -> Article:
    """The article in a capture, by its reader; raises SourceError where there is none."""
    opening = captured.opening()
    if _HTML.match(opening):
        message = "an HTML page: copy the page's text from the browser instead; saved pages are not read yet"
        raise SourceError(f"{captured.name}: {message}")
    return max(_readers(), key=lambda reader: reader.claims(captured, opening)).read(captured)


@cache
def _readers() -> tuple[Reader, ...]:
    return tuple(load(READERS, name) for name in offered(READERS))
