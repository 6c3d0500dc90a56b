"""Sources as they were read, kept by their content: most of them stay the same from save to save."""

from hashlib import sha256
from threading import Lock

from digest.extract.wish import EXTRACTIVE, Wish
from digest.model import Extract
from digest.reading import extract
from digest.sources.capture import Capture

MOST = 60  # readings; the one that was asked for longest ago is forgotten

Key = tuple[object, ...]


class Readings:
    """Reads as `extract` does, and the same page once. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._kept: dict[Key, Extract] = {}
        self._lock = Lock()

    def extract(self, captured: Capture, key_quotes: int, wish: Wish) -> Extract:
        """As `reading.extract`; what a model drafted is read anew, as its drafts are files of their own."""
        if wish.name != EXTRACTIVE:
            return extract(captured, key_quotes, wish)
        key = _key(captured, key_quotes, wish)
        with self._lock:
            kept = self._kept.pop(key, None)
        drawn = kept or extract(captured, key_quotes, wish)
        with self._lock:
            self._kept[key] = drawn
            for oldest in list(self._kept)[:-MOST]:
                del self._kept[oldest]
        return drawn


def _key(captured: Capture, key_quotes: int, wish: Wish) -> Key:
    """All that a reading depends on."""
    lines = tuple(sorted(captured.lines.items()))
    page = (captured.name, sha256(captured.raw).digest(), captured.url, captured.encoding, lines)
    return (*page, key_quotes, wish)
