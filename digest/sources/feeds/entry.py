"""What a feed holds, whatever its format."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from digest.model import Finding


class Entry(Struct, frozen=True, kw_only=True):
    """One article of a feed.

    `summary` and `content` are HTML with absolute links; `content` is "" when the feed carries a teaser only.
    `published` is in the zone that the feed gives, UTC where it gives none. `raw` is a feed that holds this
    entry alone, under the feed's head: what an issue stores of it.
    """

    title: str
    raw: bytes
    url: str = ""
    authors: tuple[str, ...] = ()
    published: dt.datetime | None = None
    summary: str = ""
    content: str = ""
    image: str = ""
    language: str = ""

    @property
    def says_something(self) -> bool:
        """Whether it has a headline, a text or an address."""
        return bool(self.title or self.summary or self.content or self.url)


class Feed(Struct, frozen=True, kw_only=True):
    """A feed's name, its site's address, and its entries in their order; of those given twice, the first."""

    title: str
    url: str
    entries: tuple[Entry, ...]
    notes: tuple[Finding, ...] = ()


def since(entries: Sequence[Entry], day: dt.date, limit: int | None = None) -> tuple[Entry, ...]:
    """The entries of a day or later, newest first, no more than `limit`.

    A day is the one where the entry was written. Entries of one moment keep their order, so that a feed that
    runs newest first stays as it is. Those without a date are left out; the feed's notes tell of them.
    """
    dated = [(entry.published, entry) for entry in entries if entry.published]
    chosen = [(moment, entry) for moment, entry in dated if moment.date() >= day]
    chosen.sort(key=lambda each: each[0], reverse=True)
    return tuple(entry for _, entry in chosen)[:limit]


def without_doubles(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, of those with one address and headline the first only."""
    kept: dict[object, Entry] = {}
    for entry in entries:
        kept.setdefault((entry.url, entry.title) if entry.url or entry.title else entry.raw, entry)
    return tuple(kept.values())
