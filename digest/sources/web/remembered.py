"""Good replies of web addresses, remembered for some hours in the user's cache folder."""

from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from time import time

import msgspec
from msgspec import Struct

from digest.errors import UsageError
from digest.files import write_whole
from digest.reply import Replies, Reply

HOURS = 6


class _Kept(Struct, frozen=True):
    """A reply, and when it was given, in seconds since 1970."""

    given: float
    reply: Reply


class Memory:
    """What was replied lately. What private hosts replied, when they might be asked, is kept apart."""

    def __init__(self, folder: Path | None, *, private: bool) -> None:
        self._file = folder / ("replies-private.json" if private else "replies.json") if folder else None
        self._kept = {url: kept for url, kept in self._read().items() if _is_fresh(kept)}

    def recall(self, url: str) -> Reply | None:
        """What an address replied, if that was good and not long ago."""
        kept = self._kept.get(url)
        return kept.reply if kept else None

    def remember(self, replies: Replies) -> None:
        """Keeps the good ones of these replies; a folder that cannot be written costs time only."""
        now = time()
        fresh = {url: _Kept(now, reply) for url, reply in replies.items() if _is_good(reply)}
        if self._file and fresh.keys() - self._kept.keys():
            with suppress(UsageError):
                write_whole({self._file: msgspec.json.encode(fresh | self._kept)})

    def _read(self) -> Mapping[str, _Kept]:
        with suppress(OSError, msgspec.DecodeError):
            if self._file:
                return msgspec.json.decode(self._file.read_bytes(), type=dict[str, _Kept])
        return {}


def _is_fresh(kept: _Kept) -> bool:
    return 0 <= time() - kept.given < HOURS * 3600


def _is_good(reply: Reply) -> bool:
    return reply.fault is None and reply.status < HTTPStatus.BAD_REQUEST
