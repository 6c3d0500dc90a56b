"""The body of a response, received and unpacked no further than it may be long.

Theory of operation. A thousand bytes of gzip can hold a megabyte, and a stream need never end. So the bytes
are taken as they come on the wire and unpacked here, each time at most as much as there is room for; what
the response says of its own length is a promise and no limit.
"""

import zlib
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from digest.errors import SourceError

if TYPE_CHECKING:
    import httpx

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB_OR_GZIP, _RAW = 0x1F, 47, -15  # a member's first byte; zlib's numbers for headers
_ZLIB = 8  # the low half of a zlib header's first byte: "deflate" (RFC 1950); many servers send none


class _Unpacker(Protocol):
    def feed(self, data: bytes, room: int) -> bytes: ...

    def finished(self) -> bool: ...


def body_of(response: "httpx.Response", most: int, until: float) -> bytes:
    """The unpacked body; of one that is longer, the first `most` + 1 bytes and no more.

    Raises SourceError for a packing we do not know or that is damaged. Ends at the moment `until`
    (`time.monotonic`) with TimeoutError.
    """
    unpacker = _unpacker(response.headers.get("content-encoding", ""))
    try:
        return _unpacked(response.iter_raw(), unpacker, most + 1, until)
    except zlib.error as error:
        raise SourceError(
            "arrived damaged: its packing cannot be undone; try again, or save the page in your browser"
        ) from error


def _unpacked(chunks: Iterator[bytes], unpacker: _Unpacker, room: int, until: float) -> bytes:
    parts, received, most = [], 0, room
    for chunk in chunks:
        if monotonic() > until:
            raise TimeoutError
        received += len(chunk)
        part = unpacker.feed(chunk, room)
        parts.append(part)
        room -= len(part)
        if room <= 0:
            return b"".join(parts)
        if received > most:
            raise zlib.error("more packing than content")
    if not unpacker.finished():
        raise zlib.error("cut short")
    return b"".join(parts)


def _unpacker(coding: str) -> _Unpacker:
    match coding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Deflated()
    raise SourceError(
        f'is packed as "{coding}", which was not asked for; save the page in your browser and give the file'
    )


class _Plain:
    """Bytes that are not packed."""

    def feed(self, data: bytes, room: int) -> bytes:
        return data[:room]

    def finished(self) -> bool:
        return True


class _Deflated:
    """gzip, of several members too, zlib, or deflate without any header."""

    def __init__(self) -> None:
        self._inflater: zlib._Decompress | None = None

    def feed(self, data: bytes, room: int) -> bytes:
        parts = []
        while data and room > 0:
            if self._inflater is None or (self._inflater.eof and data[0] == _GZIP):
                self._inflater = zlib.decompressobj(_header(data[0]))
            if self._inflater.eof:
                break  # what servers pad the end with
            parts.append(self._inflater.decompress(data, room))
            room -= len(parts[-1])
            data = self._inflater.unused_data
        return b"".join(parts)

    def finished(self) -> bool:
        return self._inflater is None or self._inflater.eof


def _header(first: int) -> int:
    return _ZLIB_OR_GZIP if first == _GZIP or first & 0x0F == _ZLIB else _RAW
