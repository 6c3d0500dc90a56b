"""SendGrid: a Single Send of its Marketing Campaigns, in one request.

Facts: Twilio SendGrid's description of its Single Sends API, v3 (singlesends, search), and its documentation
of GET /v3/user/username. `generate_plain_content` is true where it is left out, and puts a text of SendGrid's
in the place of ours. A name has at most 100 characters, as every Draft's, and goes with every change. A
Single Send is not sent before it is scheduled, which is a request of its own that is never made here.

Not confirmed without an account: the address at which people open one draft (the page of all is documented),
and how many the search tells at once.
"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from digest.errors import RefusedError, UncertainError, UnreachedError
from digest.handoff.caller import Caller, Tools
from digest.handoff.drafts import gone, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

_API = "https://api.sendgrid.com"
_SENDS = ("v3", "marketing", "singlesends")
_WEB = "https://mc.sendgrid.com/single-sends"
_STATES = {"draft": DraftState.DRAFT, "triggered": DraftState.SENT}


class Settings(Struct, frozen=True, kw_only=True):
    """`sender_id` is the number of a verified sender; `suppression_group_id` that of an unsubscribe group.

    In its place may stand `custom_unsubscribe_url`. `list_ids` and `segment_ids` say to whom it goes; without
    them that is chosen at SendGrid. `url` is https://api.eu.sendgrid.com for accounts in Europe.
    """

    url: Url = ""
    sender_id: int = 0
    suppression_group_id: int = 0
    custom_unsubscribe_url: Url = ""
    list_ids: tuple[str, ...] = ()
    segment_ids: tuple[str, ...] = ()


class _User(Struct, frozen=True):
    username: str


class _Made(Struct, frozen=True):
    id: str
    status: str


class _Found(Struct, frozen=True):
    id: str
    name: str
    status: str
    created_at: str = ""


class _Search(Struct, frozen=True):
    result: tuple[_Found, ...] = ()


class _Config(Struct, frozen=True):
    subject: str | None = ""
    html_content: str | None = ""
    plain_content: str | None = ""
    sender_id: int | None = None


class _To(Struct, frozen=True):
    list_ids: tuple[str, ...] | None = ()
    segment_ids: tuple[str, ...] | None = ()
    all: bool | None = False


class _Send(Struct, frozen=True):
    status: str
    email_config: _Config = _Config()
    send_to: _To = _To()


class Sendgrid:
    """SendGrid, Single Sends."""

    title: ClassVar[str] = "SendGrid"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        losses=("SendGrid sends as the verified sender of sender_id, with that one's name and addresses.",),
    )
    key_told: ClassVar[str] = "an API key with access to Marketing and, for reading, User Account"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        self._settings = settings
        headers = {"Authorization": f"Bearer {key}"}
        self._caller = Caller(self.title, settings.url or _API, headers, (key,), tools)

    def problems(self, draft: Draft) -> Iterator[str]:  # noqa: ARG002 - another provider's depend on it
        """The sender and one way to unsubscribe must be named; SendGrid sends nothing without them."""
        if not self._settings.sender_id:
            yield (
                "no sender is named; write sender_id = NUMBER under [providers.sendgrid] in digest.toml "
                "(the number stands in the address of the sender's page at SendGrid)"
            )
        if not self._settings.suppression_group_id and not self._settings.custom_unsubscribe_url:
            yield (
                "no way to unsubscribe is named; write suppression_group_id = NUMBER, of an unsubscribe "
                'group, or custom_unsubscribe_url = "https://…" under [providers.sendgrid] in digest.toml'
            )

    def audience(self) -> str:
        """The lists and segments by their ids."""
        lists, segments = self._settings.list_ids, self._settings.segment_ids
        told = (f"list {each}" for each in lists), (f"segment {each}" for each in segments)
        return ", ".join(name for group in told for name in group)

    def account(self) -> str:
        """The user name of the account."""
        return self._caller.get(_User, "v3", "user", "username").username

    def find(self, name: str) -> Ids | None:
        """The newest of that name; SendGrid searches for names in which it stands."""
        found = [each for each in self._search(name) if each.name == name]
        newest = max(found, key=lambda each: each.created_at, default=None)
        return {"id": newest.id} if newest else None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """One request."""
        made = self._caller.post(_Made, *_SENDS, body=self._body(draft))
        ids = {"id": made.id}
        keep(ids)
        still_draft(self.title, draft.name, made.status)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """One request, with everything in it."""
        changed = self._caller.patch(_Made, *_SENDS, ids["id"], body=self._body(draft))
        still_draft(self.title, draft.name, changed.status)
        return ids

    def look(self, ids: Ids) -> Remote:
        """One request."""
        try:
            held = self._caller.get(_Send, *_SENDS, ids["id"])
        except RefusedError as refusal:
            return gone(refusal)
        config = held.email_config
        return Remote(
            state=state_of(held.status, _STATES),
            url=_WEB,
            facts={
                "subject": config.subject or "",
                "sender": str(config.sender_id or ""),
                "audience": _addressed(held.send_to),
                "html": config.html_content or "",
                "text": config.plain_content or "",
            },
        )

    def _search(self, name: str) -> tuple[_Found, ...]:
        """What is found; a POST that changes nothing, so that a lost answer may be asked for again."""
        body = {"name": name}
        try:
            return self._caller.post(_Search, *_SENDS, "search", body=body).result
        except UncertainError:
            pass
        try:
            return self._caller.post(_Search, *_SENDS, "search", body=body).result
        except UncertainError as error:
            raise UnreachedError(str(error)) from None

    def _body(self, draft: Draft) -> dict[str, object]:
        named = self._settings
        group, url = named.suppression_group_id, named.custom_unsubscribe_url
        config = {
            "subject": draft.subject,
            "html_content": draft.html,
            "plain_content": draft.text,
            "generate_plain_content": False,
            "editor": "code",
            "sender_id": named.sender_id,
            **({"suppression_group_id": group} if group else {"custom_unsubscribe_url": url}),
        }
        body: dict[str, object] = {"name": draft.name, "email_config": config}
        if not named.list_ids and not named.segment_ids:
            return body
        to = {"list_ids": named.list_ids, "segment_ids": named.segment_ids, "all": False}
        return {**body, "send_to": to}


def _addressed(to: _To) -> str:
    lists = (f"list {each}" for each in sorted(to.list_ids or ()))
    segments = (f"segment {each}" for each in sorted(to.segment_ids or ()))
    return ", ".join((*(("everybody",) if to.all else ()), *lists, *segments))
