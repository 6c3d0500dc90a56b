"""JSON:API (version 1.0): things of a kind, with an id and attributes, alone or many, a page at a time."""

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct

from digest.errors import HandoffError
from digest.handoff.caller import Caller

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


class Things:
    """What an API has, by the places of its things below `root`; raises as a caller does."""

    def __init__(self, caller: Caller, root: str) -> None:
        self._caller, self._root = caller, root

    def one(self, place: str, ident: str) -> Thing:
        """The thing of that id."""
        return self._caller.get(One, self._root, place, ident).data

    def many(self, *path: str, **params: str | int) -> Many:
        """A page of the things there."""
        return self._caller.get(Many, self._root, *path, params=params)

    def make(self, place: str, data: Mapping[str, Any]) -> Thing:
        """A new thing, never asked for twice."""
        return self._caller.post(One, self._root, place, body={"data": data}).data

    def change(self, place: str, kind: str, ident: str, attributes: Mapping[str, Any]) -> Thing:
        """A thing with these attributes in the place of what it had under their names."""
        data = {"type": kind, "id": ident, "attributes": attributes}
        return self._caller.patch(One, self._root, place, ident, body={"data": data}).data
