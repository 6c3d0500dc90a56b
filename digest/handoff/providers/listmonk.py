"""listmonk, which a newsroom runs itself (4 or later, whose API users have tokens).

Facts: listmonk's documentation (APIs, Campaigns; Templating) and its source of 2025: a new campaign is always
a draft; an update keeps what it is not told, but for the lists, which must be told again; a campaign that is
not there is answered with 400; the body is put into a campaign template at {{ template "content" . }}.
Reply-To goes as a header of the campaign's own.

Not confirmed without an installation: that every release tells of an API user at /api/profile.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlsplit

from msgspec import Struct

from digest.errors import HandoffError, RefusedError
from digest.handoff.caller import Caller, Tools, basic
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

_STATES = {
    "draft": DraftState.DRAFT,
    "running": DraftState.SENDING,
    "paused": DraftState.SENDING,
    "finished": DraftState.SENT,
    "cancelled": DraftState.SENT,
}
_MISSING = 400
_TEMPLATE = '{{ template "content" . }}'
_WHERE = "under [providers.listmonk] in digest.toml"


class Settings(Struct, frozen=True, kw_only=True):
    """`url` is the address of the installation, `lists` are the numbers of the lists it goes to.

    `template_id` is the number of a campaign template that holds only {{ template "content" . }}.
    """

    url: Url = ""
    lists: tuple[int, ...] = ()
    template_id: int = 0


class _Profile(Struct, frozen=True):
    username: str


class _Made(Struct, frozen=True):
    id: int
    status: str
    name: str = ""


class _List(Struct, frozen=True):
    id: int


class _Campaign(_Made, frozen=True):
    subject: str = ""
    from_email: str = ""
    body: str = ""
    altbody: str | None = None
    lists: tuple[_List, ...] = ()
    headers: tuple[dict[str, str], ...] | None = None


class _Page(Struct, frozen=True):
    results: tuple[_Made, ...] = ()


class _OfProfile(Struct, frozen=True):
    data: _Profile


class _OfMade(Struct, frozen=True):
    data: _Made


class _OfCampaign(Struct, frozen=True):
    data: _Campaign


class _OfPage(Struct, frozen=True):
    data: _Page


class Listmonk:
    """listmonk, of one installation."""

    title: ClassVar[str] = "listmonk"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        losses=(
            f"The email arrives as built only if the template of template_id holds nothing but {_TEMPLATE}.",
        ),
    )
    key_told: ClassVar[str] = "an API user's name and its token with a colon between, like “digest:TOKEN”"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        self._settings, self._key, self._tools = settings, key, tools
        self._site = settings.url.rstrip("/").removesuffix("/api")

    @cached_property
    def _caller(self) -> Caller:
        user, colon, token = self._key.partition(":")
        if not self._site:
            raise HandoffError(f'listmonk\'s address is not named; write url = "https://…" {_WHERE}')
        if not colon:
            raise HandoffError(f"listmonk's key is not whole; it is {self.key_told}")
        headers = {"Authorization": basic(user, token)}
        return Caller(self.title, f"{self._site}/api", headers, (self._key, token), self._tools)

    def problems(self, draft: Draft) -> Iterator[str]:  # noqa: ARG002 - another provider's depend on it
        """Address, lists and template must be named."""
        if not self._site:
            yield f'listmonk\'s address is not named; write url = "https://…" {_WHERE}'
        if not self._settings.lists:
            yield f"no list is named, and listmonk asks for one; write lists = [NUMBER] {_WHERE}"
        if not self._settings.template_id:
            yield (
                f"no campaign template is named; make one in listmonk that holds only {_TEMPLATE} and "
                f"write its number: template_id = NUMBER {_WHERE}"
            )

    def audience(self) -> str:
        """The lists by their numbers; every campaign has one."""
        return ", ".join(f"list {number}" for number in self._settings.lists)

    def account(self) -> str:
        """The host of the installation, once it has known the API user."""
        self._caller.get(_OfProfile, "profile")
        return urlsplit(self._site).netloc

    def find(self, name: str) -> Ids | None:
        """The newest of that name; compared here, since listmonk's own search has a grammar."""
        params: dict[str, str | int] = {
            "order_by": "created_at",
            "order": "DESC",
            "per_page": "all",
            "no_body": "true",
        }
        for campaign in self._caller.get(_OfPage, "campaigns", params=params).data.results:
            if campaign.name == name:
                return {"id": str(campaign.id)}
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """One request."""
        made = self._caller.post(_OfMade, "campaigns", body=self._body(draft)).data
        ids = {"id": str(made.id)}
        keep(ids)
        still_draft(self.title, draft.name, made.status)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """One request, with everything in it."""
        changed = self._caller.put(_OfMade, "campaigns", ids["id"], body=self._body(draft)).data
        still_draft(self.title, draft.name, changed.status)
        return ids

    def look(self, ids: Ids) -> Remote:
        """One request."""
        try:
            held = self._caller.get(_OfCampaign, "campaigns", ids["id"]).data
        except RefusedError as refusal:
            return gone(refusal, _MISSING)
        headers = {name.lower(): value for each in held.headers or () for name, value in each.items()}
        return Remote(
            state=state_of(held.status, _STATES),
            url=f"{self._site}/admin/campaigns/{held.id}",
            facts={
                "subject": held.subject,
                "sender": held.from_email,
                "reply_to": headers.get("reply-to", ""),
                "audience": ", ".join(str(number) for number in sorted(each.id for each in held.lists)),
                "html": held.body,
                "text": held.altbody or "",
            },
        )

    def _body(self, draft: Draft) -> dict[str, object]:
        return {
            "name": draft.name,
            "subject": draft.subject,
            "lists": self._settings.lists,
            "type": "regular",
            "content_type": "html",
            "body": draft.html,
            "altbody": draft.text,
            "template_id": self._settings.template_id,
            "headers": [{"Reply-To": draft.reply_to}] if draft.reply_to else [],
            **({"from_email": mailbox(draft.from_name, draft.from_email)} if draft.from_email else {}),
        }
