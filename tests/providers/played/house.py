"""What the played providers share: records of drafts, kept in each provider's own words."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any, ClassVar

MOMENT = "2026-11-22T06:00:00+00:00"


@dataclass(frozen=True)
class Call:
    """A request that is right: `name` is the operation's, `slots` what stood in its path."""

    name: str
    slots: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusalError(Exception):
    """A provider says no; `words` are the ones it says, `faults` what is wrong with the request."""

    def __init__(self, status: int, words: str, faults: tuple[str, ...] = ()) -> None:
        self.status, self.words, self.faults = status, words, faults
        super().__init__(words)


class House:
    """A provider: `does` names the method for each operation, `places` where neutral words stand in a record.

    `states` are its own words for ours, `audience` the one list there is, `born` the state new drafts get.
    """

    provider = ""
    base = ""
    key = ""
    error_type = "application/json"
    audience = ""
    does: ClassVar[Mapping[str, str]] = {}
    places: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    states: ClassVar[Mapping[str, Any]] = {}
    state_at: tuple[str, ...] = ("status",)

    def __init__(self) -> None:
        self.drafts: dict[str, dict[str, Any]] = {}
        self.born: Any = None
        self.numbers = count(101)
        self.changes: list[tuple[str, str]] = []

    def admits(self, headers: Mapping[str, str]) -> bool:
        raise NotImplementedError

    def misses(self, _headers: Mapping[str, str]) -> list[str]:
        """Headers that should have been there and were not."""
        return []

    def error(self, refused: RefusalError) -> Any:
        raise NotImplementedError

    def answer(self, call: Call) -> Reply:
        done: Reply = getattr(self, self.does[call.name])(call)
        return done

    def new_id(self) -> str:
        return str(next(self.numbers))

    def keep(self, ident: str, record: dict[str, Any]) -> dict[str, Any]:
        put(record, self.state_at, self.states["draft"] if self.born is None else self.born)
        self.drafts[ident] = record
        self.changes.append(("created", ident))
        return record

    def record(self, ident: str) -> dict[str, Any]:
        if ident not in self.drafts:
            raise RefusalError(404, self.unknown(ident))
        return self.drafts[ident]

    def unknown(self, _ident: str) -> str:
        return "The requested resource could not be found."

    def change(self, ident: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Merges fields into a draft, as deep as they are."""
        record = self.draft(ident)
        merge(record, fields)
        self.changes.append(("updated", ident))
        return record

    def draft(self, ident: str) -> dict[str, Any]:
        """A record that may still be changed."""
        record = self.record(ident)
        if get(record, self.state_at) not in (self.states["draft"], self.born):
            raise RefusalError(400, self.locked())
        return record

    def locked(self) -> str:
        return "A campaign that is scheduled or sent cannot be changed."

    def remove(self, call: Call) -> Reply:
        ident = next(iter(call.slots.values()))
        self.record(ident)
        self.erase(ident)
        return Reply(204)

    def erase(self, ident: str) -> None:
        del self.drafts[ident]
        self.changes.append(("deleted", ident))

    def held(self, ident: str) -> dict[str, Any]:
        """A draft in neutral words: name, subject, preheader, html, text, from_name, from_email, reply_to, state."""
        record = self.drafts[ident]
        told = {name: get(record, place) for name, place in self.places.items()}
        words = {word: state for state, word in reversed(self.states.items())}
        return told | {"state": words.get(get(record, self.state_at), get(record, self.state_at))}

    def edit(self, ident: str, fields: Mapping[str, Any]) -> None:
        for name, value in fields.items():
            put(self.drafts[ident], self.places[name], value)

    def crowd(self, name: str) -> None:
        """One more draft of somebody else's."""
        ident = self.new_id()
        record = self.blank(ident)
        put(record, self.places["name"], name)
        self.keep(ident, record)

    def blank(self, _ident: str) -> dict[str, Any]:
        return {}

    def newest(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from reversed(self.drafts.items())


def get(record: Any, place: tuple[str, ...]) -> Any:
    for part in place:
        record = record.get(part) if isinstance(record, Mapping) else None
    return record


def put(record: dict[str, Any], place: tuple[str, ...], value: Any) -> None:
    *way, last = place
    for part in way:
        record = record.setdefault(part, {})
    record[last] = value


def merge(into: dict[str, Any], fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if isinstance(value, Mapping) and isinstance(into.get(name), dict):
            merge(into[name], value)
        else:
            into[name] = deepcopy(value)


def pruned(value: Any, wanted: list[str]) -> Any:
    """Of an answer only the dotted fields asked for, as Mailchimp does it."""
    if isinstance(value, list):
        return [pruned(each, wanted) for each in value]
    if not isinstance(value, Mapping) or not wanted:
        return value
    kept = {}
    for name, each in value.items():
        below = [field.partition(".")[2] for field in wanted if field.partition(".")[0] == name]
        if below:
            kept[name] = each if "" in below else pruned(each, below)
    return kept
