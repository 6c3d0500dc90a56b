"""Mailchimp: a campaign in two requests, its settings and then its content.

Facts: Mailchimp's description of its Marketing API, version 3.0.90 (root, campaigns, content). A campaign
that nobody has scheduled has the status "save". Our CSS is inlined already and our footer has the tags, so
inline_css and auto_footer are off. An update leaves the recipients alone while they are of the same audience:
a segment chosen at Mailchimp stays chosen.

Not confirmed without an account, but taken for granted by other people's integrations: that the end of a key
names its data centre, and that the address for replies is shown as the sender's. Not known: how Mailchimp's
own editor treats HTML that came through the API.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from digest.errors import HandoffError, RefusedError
from digest.handoff.caller import Caller, Tools, basic
from digest.handoff.drafts import gone, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.patterns import pattern
from digest.shapes import Url

_DRAFT = "save"
_STATES = {
    _DRAFT: DraftState.DRAFT,
    "sending": DraftState.SENDING,
    "sent": DraftState.SENT,
    "canceling": DraftState.SENT,
    "canceled": DraftState.SENT,
    "archived": DraftState.SENT,
}
_AT_ONCE = 100  # campaigns of a page of the list
_PAGES = 20


class Settings(Struct, frozen=True, kw_only=True):
    """`audience` is the number of the audience: Audience, Settings, Audience name and defaults."""

    url: Url = ""
    audience: str = ""


class _Account(Struct, frozen=True):
    account_id: str


class _Words(Struct, frozen=True):
    title: str = ""
    subject_line: str = ""
    preview_text: str = ""
    from_name: str = ""
    reply_to: str = ""


class _Recipients(Struct, frozen=True):
    list_id: str = ""


class _Campaign(Struct, frozen=True):
    id: str
    status: str
    web_id: int = 0
    settings: _Words = _Words()
    recipients: _Recipients = _Recipients()


class _Campaigns(Struct, frozen=True):
    campaigns: tuple[_Campaign, ...] = ()


class _Content(Struct, frozen=True):
    html: str = ""
    plain_text: str = ""


class Mailchimp:
    """Mailchimp, Marketing API 3.0."""

    title: ClassVar[str] = "Mailchimp"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        losses=("Mailchimp takes one address, that for replies: readers see it as the sender's too.",),
    )
    key_told: ClassVar[str] = "an API key (Account, Extras, API keys); it ends like “-us6”"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        self._audience, self._url = settings.audience, settings.url
        self._key, self._tools = key, tools
        self._centre = key.rpartition("-")[2] if pattern(r".+-[a-z]{2,3}\d{1,3}").fullmatch(key) else ""

    @cached_property
    def _caller(self) -> Caller:
        if not self._url and not self._centre:
            raise HandoffError(
                "Mailchimp's key does not end in its data centre, like “-us6”; copy the whole key again "
                "and keep it with: digest login mailchimp"
            )
        base = self._url or f"https://{self._centre}.api.mailchimp.com/3.0"
        headers = {"Authorization": basic("digest", self._key)}
        return Caller(self.title, base, headers, (self._key,), self._tools)

    def problems(self, draft: Draft) -> Iterator[str]:
        """An audience and an address must be named; Mailchimp takes no campaign without them."""
        if not self._audience:
            yield (
                'no audience is named; write audience = "ID" under [providers.mailchimp] in digest.toml '
                "(Mailchimp shows it under Audience, Settings, Audience name and defaults)"
            )
        if not draft.reply_to and not draft.from_email:
            yield 'no address is named; write address = "desk@…" under [sender] in digest.toml'

    def audience(self) -> str:
        """The audience by its id."""
        return f"audience {self._audience}"

    def account(self) -> str:
        """The number of the account."""
        return self._caller.get(_Account, params={"fields": "account_id"}).account_id

    def find(self, name: str) -> Ids | None:
        """The newest of that title; titles need not be unique there."""
        asked: dict[str, str | int] = {
            "sort_field": "create_time",
            "sort_dir": "DESC",
            "count": _AT_ONCE,
            "fields": "campaigns.id,campaigns.status,campaigns.settings.title",
        }
        for number in range(_PAGES):
            params = {**asked, "offset": number * _AT_ONCE}
            page = self._caller.get(_Campaigns, "campaigns", params=params).campaigns
            for campaign in page:
                if campaign.settings.title == name:
                    return {"id": campaign.id}
            if len(page) < _AT_ONCE:
                break
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """Two requests; what breaks off between them is gone on with by `update`."""
        body = {"type": "regular", "recipients": self._recipients(), "settings": _settings(draft)}
        made = self._caller.post(_Campaign, "campaigns", body=body)
        ids = {"id": made.id}
        keep(ids)
        still_draft(self.title, draft.name, made.status, _DRAFT)
        self._fill(made.id, draft)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """The settings, then the content."""
        body: dict[str, object] = {"settings": _settings(draft)}
        changed = self._caller.patch(_Campaign, "campaigns", ids["id"], body=body)
        if changed.recipients.list_id != self._audience:
            body = {**body, "recipients": self._recipients()}
            changed = self._caller.patch(_Campaign, "campaigns", ids["id"], body=body)
        still_draft(self.title, draft.name, changed.status, _DRAFT)
        self._fill(ids["id"], draft)
        return ids

    def look(self, ids: Ids) -> Remote:
        """Two requests."""
        try:
            held = self._caller.get(_Campaign, "campaigns", ids["id"])
            content = self._caller.get(_Content, "campaigns", ids["id"], "content")
        except RefusedError as refusal:
            return gone(refusal)
        place = f"https://{self._centre}.admin.mailchimp.com/campaigns/show/?id={held.web_id}"
        return Remote(
            state=state_of(held.status, _STATES),
            url=place if self._centre and held.web_id else "",
            facts={
                "subject": held.settings.subject_line,
                "preheader": held.settings.preview_text,
                "sender": held.settings.from_name,
                "reply_to": held.settings.reply_to,
                "audience": held.recipients.list_id,
                "html": content.html,
                "text": content.plain_text,
            },
        )

    def _recipients(self) -> dict[str, str]:
        return {"list_id": self._audience}

    def _fill(self, campaign: str, draft: Draft) -> None:
        body = {"html": draft.html, "plain_text": draft.text}
        self._caller.put(object, "campaigns", campaign, "content", body=body)


def _settings(draft: Draft) -> dict[str, str | bool]:
    return {
        "title": draft.name,
        "subject_line": draft.subject,
        "preview_text": draft.preheader,
        "from_name": draft.from_name,
        "reply_to": draft.reply_to or draft.from_email,
        "inline_css": False,
        "auto_footer": False,
    }
