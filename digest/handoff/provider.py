"""What an adapter is: one class for one mail provider, in a file of its own under `providers/`.

    class Mailchimp:            found through the entry-point group digest.providers
        title, settings, capabilities, key_told
        problems(draft)         offline, before anything is asked
        account()               whose key this is
        find(name)              what is there by that name, when we do not know its ids
        create(draft, keep)     a new draft, whole
        update(ids, draft, keep)    the same draft again, saying what `draft` says
        look(ids)               how it stands there now

An adapter knows requests and answers, and nothing else: it never asks an editor, prints, waits, or reads the
environment. When what is done, `outward/handover.py` says. It never sends: no request of an adapter may have
an effect beyond a draft, and whatever an answer calls something else than a draft is an error at once.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Protocol

from msgspec import Struct

from digest.errors import UsageError
from digest.handoff.caller import Tools
from digest.model import Capabilities, Draft, Remote
from digest.nearmiss import near_miss
from digest.plugins import PROVIDERS, load, offered

Ids = Mapping[str, str]
"""What a provider knows a draft by: "id", and whatever else an adapter must find again."""

Keep = Callable[[Ids], None]
"""Writes ids down at once, so that a hand-off that breaks off is taken up where it stopped."""


class Provider(Protocol):
    """One mail provider. Errors are HandoffErrors, in the provider's own words where it gave any.

    `settings` is what `[providers.NAME]` in digest.toml may say: every field has a default, one is `url`,
    another base address (a region, an own server). `key_told` says in a few words which key is wanted and
    where it is found. The constructor takes settings, key and tools, and asks nothing.
    """

    title: ClassVar[str]
    settings: ClassVar[type[Struct]]
    capabilities: ClassVar[Capabilities]
    key_told: ClassVar[str]

    def __init__(self, settings: Any, key: str, tools: Tools) -> None: ...

    def problems(self, draft: Draft) -> Iterable[str]:
        """What keeps this draft from being handed over, each as "what is wrong; how to mend it"."""
        ...

    def audience(self) -> str:
        """For whom the draft will be, in words for the one who is asked; "" where it is chosen there."""
        ...

    def account(self) -> str:
        """Whose key it is: a name or number that stays the same. Raises RefusedError for a wrong key."""
        ...

    def find(self, name: str) -> Ids | None:
        """The ids of the newest campaign of exactly this name; None when there is none.

        Whatever its state: what is scheduled or sent already must not be made a second time.
        """
        ...

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """Makes a draft, whole; `keep` is called as soon as it has an id, and with every id that is added.

        Raises UncertainError when its first request may have been carried out; it is then looked for.
        """
        ...

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:
        """Makes the draft say what `draft` says, whatever it said before; may be repeated."""
        ...

    def look(self, ids: Ids) -> Remote:
        """How the draft stands there now; GONE where it is no more, SCHEDULED where its state is unknown."""
        ...


def provider_class(name: str) -> type[Provider]:
    """The adapter of that name; raises UsageError when there is none."""
    known = sorted(offered(PROVIDERS))
    if name not in known:
        near = near_miss(name, known) or f"; drafts can be made at: {', '.join(known)}"
        raise UsageError(f'there is no provider "{name}"{near}')
    found: type[Provider] = load(PROVIDERS, name)
    return found
