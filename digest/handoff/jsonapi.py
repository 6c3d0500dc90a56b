"""Answers in JSON:API (version 1.0): things with an id and attributes, alone or many, a page at a time."""

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct

from digest.errors import HandoffError

T = TypeVar("T")


class Thing(Struct, frozen=True):
    """Anything that is told of; of what kind its attributes are is known to who asked."""

    id: str
    attributes: Mapping[str, Any] = {}

    def told(self, kind: type[T]) -> T:
        """Its attributes as a value of `kind`; raises HandoffError where they are none."""
        try:
            return msgspec.convert(self.attributes, kind)
        except msgspec.ValidationError as error:
            raise HandoffError(f"the provider answered what cannot be understood ({error})") from None


class One(Struct, frozen=True):
    """An answer with one thing in it."""

    data: Thing


class Links(Struct, frozen=True):
    """Where an answer goes on."""

    next: str | None = None


class Many(Struct, frozen=True):
    """An answer with things in it, `included` those that they refer to."""

    data: tuple[Thing, ...]
    included: tuple[Thing, ...] = ()
    links: Links = Links()

    @property
    def first(self) -> Thing:
        """Raises HandoffError where there is none."""
        if not self.data:
            raise HandoffError("the provider answered with nothing where a thing was asked for; run it again")
        return self.data[0]

    @property
    def cursor(self) -> str:
        """What to ask the next page with; "" for the last one."""
        return parse_qs(urlsplit(self.links.next or "").query).get("page[cursor]", [""])[0]
