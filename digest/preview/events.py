"""What happens on the desk, told to every page that is open on it (server-sent events)."""

import asyncio
from collections.abc import AsyncIterator
from enum import StrEnum

import msgspec

KEEP_ALIVE = 20.0  # seconds; a comment now and then keeps what stands between from hanging up
_END = b""


class Kind(StrEnum):
    """What there is to be fetched anew."""

    HELLO = "hello"
    EMAIL = "email"
    ERROR = "error"
    FINDINGS = "findings"
    THEME = "theme"
    EDIT = "edit"


class Events:
    """Counts what happens and tells those who listen; to be used from the loop it was made for."""

    def __init__(self) -> None:
        self.version = 0
        self._listeners: set[asyncio.Queue[bytes]] = set()
        self._closed = False

    def tell(self, kind: Kind) -> None:
        """Tells every listener that something of a kind happened."""
        self.version += 1
        for listener in self._listeners:
            listener.put_nowait(self._event(kind))

    def close(self) -> None:
        """Ends every listener's stream, and those that begin later."""
        self._closed = True
        for listener in self._listeners:
            listener.put_nowait(_END)

    async def listen(self, keep_alive: float = KEEP_ALIVE) -> AsyncIterator[bytes]:
        """The stream for one page; the first event says which version is at hand."""
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield self._event(Kind.HELLO)
            while not self._closed:
                try:
                    event = await asyncio.wait_for(queue.get(), keep_alive)
                except TimeoutError:
                    event = b": still here\n\n"
                if event == _END:
                    return
                yield event
        finally:
            self._listeners.discard(queue)

    def _event(self, kind: Kind) -> bytes:
        data = msgspec.json.encode({"version": self.version, "kind": kind})
        return b"retry: 500\nid: %d\ndata: %s\n\n" % (self.version, data)
