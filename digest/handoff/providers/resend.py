"""Resend: a broadcast in one request, which is a draft as long as nobody says `send`.

Facts: Resend's own description of its API, version 1.5.0 (broadcasts), and its documentation (domains,
limits). `send` and `scheduled_at` are never in a request. Making and changing answer with an id alone, so the
broadcast is read again after each. The list can be asked for no name and is walked through to its end.

Not confirmed without an account: the order of the list; which states there are besides draft, queued and
sent; that an empty reply_to or preview_text takes the old one away; the address of the page.
"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct, field

from digest.errors import RefusedError
from digest.handoff.caller import Caller, Tools
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

_API = "https://api.resend.com"
_WEB = "https://resend.com/broadcasts/"
_AT_ONCE = 100  # broadcasts of a page of the list
_PAGES = 100
_DRAFT = "draft"
_STATES = {
    _DRAFT: DraftState.DRAFT,
    "scheduled": DraftState.SCHEDULED,
    "queued": DraftState.SENDING,
    "sending": DraftState.SENDING,
    "sent": DraftState.SENT,
}


class Settings(Struct, frozen=True, kw_only=True):
    """`segment` is the id of a segment of readers (Audience, Segments); `topic` that of a topic, or none."""

    url: Url = ""
    segment: str = ""
    topic: str = ""


class _Domain(Struct, frozen=True):
    name: str
    created_at: str = ""


class _Domains(Struct, frozen=True):
    data: tuple[_Domain, ...] = ()


class _Made(Struct, frozen=True):
    id: str


class _Broadcast(Struct, frozen=True):
    id: str
    status: str
    created_at: str | None = None
    name: str | None = None
    sender: str | None = field(default=None, name="from")
    subject: str | None = None
    preview_text: str | None = None
    reply_to: tuple[str, ...] | str | None = None
    segment_id: str | None = None
    topic_id: str | None = None
    html: str | None = None
    text: str | None = None


class _Broadcasts(Struct, frozen=True):
    data: tuple[_Broadcast, ...] = ()
    has_more: bool = False


class Resend:
    """Resend Broadcasts."""

    title: ClassVar[str] = "Resend"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities()
    key_told: ClassVar[str] = "an API key with full access (API Keys); it begins with “re_”"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        headers = {"Authorization": f"Bearer {key}"}
        self._caller = Caller(self.title, settings.url or _API, headers, (key,), tools)
        self._segment, self._topic = settings.segment, settings.topic

    def problems(self, draft: Draft) -> Iterator[str]:
        """A broadcast without a segment or a sender cannot be made."""
        if not self._segment:
            yield (
                'no segment is named; write segment = "ID" under [providers.resend] in digest.toml '
                "(Resend shows it under Audience, Segments)"
            )
        if not draft.from_email:
            yield "no sender is named; write address under [sender] in digest.toml, one at a verified domain"

    def audience(self) -> str:
        """The segment by its id."""
        return f"the segment {self._segment}" + (f", topic {self._topic}" if self._topic else "")

    def account(self) -> str:
        """The oldest domain: Resend tells nothing else of whose key it is."""
        domains = self._caller.get(_Domains, "domains").data
        oldest = min(domains, key=lambda domain: domain.created_at, default=None)
        return oldest.name if oldest else "an account without a domain"

    def find(self, name: str) -> Ids | None:
        """The newest of that name, of all there are."""
        alike = (each for each in self._all() if each.name == name)
        newest = max(alike, key=lambda each: each.created_at or "", default=None)
        return {"id": newest.id} if newest else None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """One request; the second one asks what came of it."""
        said = {name: value for name, value in self._body(draft).items() if value}
        ids = {"id": self._caller.post(_Made, "broadcasts", body=said).id}
        keep(ids)
        self._check(ids, draft)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """One request; the second one asks what came of it."""
        self._caller.patch(_Made, "broadcasts", ids["id"], body=self._body(draft))
        self._check(ids, draft)
        return ids

    def look(self, ids: Ids) -> Remote:
        """One request."""
        try:
            held = self._caller.get(_Broadcast, "broadcasts", ids["id"])
        except RefusedError as refusal:
            return gone(refusal)
        replies = (held.reply_to,) if isinstance(held.reply_to, str) else held.reply_to or ()
        return Remote(
            state=state_of(held.status, _STATES),
            url=_WEB + held.id,
            facts={
                "subject": held.subject or "",
                "preheader": held.preview_text or "",
                "sender": held.sender or "",
                "reply_to": ", ".join(replies),
                "audience": " ".join(filter(None, (held.segment_id, held.topic_id))),
                "html": held.html or "",
                "text": held.text or "",
            },
        )

    def _all(self) -> Iterator[_Broadcast]:
        params: dict[str, str | int] = {"limit": _AT_ONCE}
        for _ in range(_PAGES):
            page = self._caller.get(_Broadcasts, "broadcasts", params=params)
            yield from page.data
            if not page.has_more or not page.data:
                return
            params["after"] = page.data[-1].id

    def _check(self, ids: Ids, draft: Draft) -> None:
        status = self._caller.get(_Broadcast, "broadcasts", ids["id"]).status
        still_draft(self.title, draft.name, status, _DRAFT)

    def _body(self, draft: Draft) -> dict[str, str | list[str]]:
        topic = {"topic_id": self._topic} if self._topic else {}
        return {
            **topic,
            "name": draft.name,
            "segment_id": self._segment,
            "from": mailbox(draft.from_name, draft.from_email),
            "subject": draft.subject,
            "reply_to": [draft.reply_to] if draft.reply_to else [],
            "preview_text": draft.preheader,
            "html": draft.html,
            "text": draft.text,
        }
