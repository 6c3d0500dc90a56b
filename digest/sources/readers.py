"""One door to all readers: a capture goes to the one that is surest it reads its kind of source.

A reader is a module, or any object, with the two functions below, named under the entry-point group
"digest.readers". Ours come through the same door and claim 0.9 at most, so that a newsroom's own can beat
them.
"""

from functools import cache
from pathlib import PurePath
from typing import Protocol

from msgspec.structs import replace

from digest.model import Article
from digest.plugins import READERS, load, offered
from digest.sources.capture import Capture

_SUFFIXES = {"html": ".html", "markdown": ".md", "feed": ".xml"}


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
    article = all_readers()[reader_of(captured)].read(captured)
    return replace(article, lines=captured.lines) if captured.lines else article


def reader_of(captured: Capture) -> str:
    """The name of the reader that is surest of a source."""
    opening = captured.opening()
    readers = all_readers()
    return max(readers, key=lambda name: readers[name].claims(captured, opening))


def suffix_of(reference: str, captured: Capture) -> str:
    """What the file of a captured source ends in: as its own name does, or as its reader's sources do."""
    given = "" if "://" in reference else PurePath(reference).suffix.lower()
    if not given and captured.raw.lstrip()[:1] == b"{":
        return ".json"
    return given or _SUFFIXES.get(reader_of(captured), ".txt")


@cache
def all_readers() -> dict[str, Reader]:
    """Every reader there is, by its name."""
    return {name: load(READERS, name) for name in offered(READERS)}
