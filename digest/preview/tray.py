"""Articles that an editor has brought to the desk and not yet put into the issue; nothing is written."""

import io
import secrets
from collections.abc import Mapping
from pathlib import PurePosixPath
from threading import Lock

from msgspec import Struct, field
from msgspec.structs import replace

from digest.errors import SourceError, UsageError
from digest.model import Article, LineSort
from digest.reading import extract
from digest.sources.capture import Capture, Take, capture

MOST = 20  # articles lying there; the one that was brought first is forgotten


class Brought(Struct, frozen=True, kw_only=True):
    """An article as it was brought: `reference` is its file's name, its address, or "-" for a paste."""

    reference: str
    captured: Capture


class Arrival(Struct, frozen=True, kw_only=True):
    """What a page brings: a text that was pasted, an address, or one in the tray to be read anew.

    `lines` says what lines of it are, where they were taken for something else.
    """

    text: str | None = None
    url: str | None = None
    tray: str | None = None
    lines: Mapping[int, LineSort] = field(default_factory=dict)


class Tray:
    """What was brought, by the names it was given here; `take` fetches what is brought as an address."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._brought: dict[str, Brought] = {}
        self._lock = Lock()

    def take(self, arrival: Arrival) -> tuple[str, Article]:
        """Captures and reads what arrives; its name here, and the article.

        Raises SourceError for what holds no article, UnreachableError, and UsageError for nothing at all.
        """
        if arrival.text is not None:
            return self._put("-", _held(arrival.text.encode(), "the pasted text"))
        if arrival.url:
            if "://" not in arrival.url:
                raise UsageError(f'"{arrival.url}" is no web address; it begins with https://')
            return self._put(arrival.url, self._take(arrival.url))
        brought = self.get(arrival.tray or "")
        read_anew = replace(brought.captured, lines=arrival.lines)
        return self._put(brought.reference, read_anew, arrival.tray or "")

    def take_file(self, name: str, content: bytes) -> tuple[str, Article]:
        """As `take`, of a file that was dropped on the page."""
        plain = PurePosixPath(name.replace("\\", "/")).name or "file.txt"
        return self._put(plain, _held(content, plain))

    def _put(self, reference: str, captured: Capture, name: str = "") -> tuple[str, Article]:
        article = extract(captured).article
        with self._lock:
            name = name or secrets.token_hex(8)
            self._brought[name] = Brought(reference=reference, captured=captured)
            for oldest in list(self._brought)[:-MOST]:
                del self._brought[oldest]
        return name, article

    def get(self, name: str) -> Brought:
        """What lies there under a name; raises UsageError when nothing does any more."""
        if name not in self._brought:
            raise UsageError("that article lies here no more; paste it again")
        return self._brought[name]


def _held(raw: bytes, name: str) -> Capture:
    """Bytes that came over the wire as a capture, refused as a file's would be."""
    nameless = "standard input"
    try:
        return replace(capture("-", io.BytesIO(raw)), name=name)
    except SourceError as error:
        raise SourceError(str(error).replace(nameless, name, 1)) from None
