"""Brevo: one request a campaign, and few of them, since an hour has a hundred.

Facts: Brevo's published definition of its API of 2024 (emailCampaigns), and for `previewText` and the page of
fifty the reference of its Python library 4.0. What answers a request does not say how the campaign stands, so
each is asked for once afterwards. Its sendTest is never used: without addresses it mails a whole list.

Not confirmed without an account: whether `{{ mirror }}` needs mirrorActive (it is set where the tag is used);
the address at which people open a draft; today's limit of requests.
"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from digest.errors import RefusedError
from digest.handoff.caller import Caller, Tools
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.patterns import pattern
from digest.shapes import Url

_API = "https://api.brevo.com/v3"
_STATES = {
    "draft": DraftState.DRAFT,
    "in_process": DraftState.SENDING,
    "inProcess": DraftState.SENDING,
    "sent": DraftState.SENT,
    "archive": DraftState.SENT,
}
_AT_ONCE = 50  # campaigns of a page of the list
_PAGES = 10
_MIRROR = pattern(r"\{\{\s*mirror\s*\}\}")


class Settings(Struct, frozen=True, kw_only=True):
    """`lists` are the numbers of the lists it goes to; without them they are chosen at Brevo.

    `sender_id` is the number of a sender there; without it the sender's address goes along.
    """

    url: Url = ""
    lists: tuple[int, ...] = ()
    sender_id: int = 0


class _Account(Struct, frozen=True):
    email: str


class _Made(Struct, frozen=True):
    id: int


class _Sender(Struct, frozen=True):
    name: str = ""
    email: str = ""


class _Recipients(Struct, frozen=True, rename="camel"):
    lists: tuple[int, ...] = ()
    exclusion_lists: tuple[int, ...] = ()


class _Found(Struct, frozen=True):
    id: int
    name: str


class _Campaign(Struct, frozen=True, rename="camel"):
    status: str
    subject: str = ""
    preview_text: str | None = None
    reply_to: str = ""
    html_content: str = ""
    sender: _Sender = _Sender()
    recipients: _Recipients = _Recipients()


class _Campaigns(Struct, frozen=True):
    campaigns: tuple[_Found, ...] = ()


class Brevo:
    """Brevo, API 3."""

    title: ClassVar[str] = "Brevo"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        text="made",
        losses=("Brevo makes the text part itself, from the HTML: ours is not taken.",),
    )
    key_told: ClassVar[str] = "an API key (SMTP & API, API keys); it begins with “xkeysib-”"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        self._lists, self._sender = settings.lists, settings.sender_id
        self._caller = Caller(self.title, settings.url or _API, {"api-key": key}, (key,), tools)

    def problems(self, draft: Draft) -> Iterator[str]:
        """A sender must be there, by number or by address."""
        if not self._sender and not draft.from_email:
            yield (
                'no sender is named; write address = "desk@…" under [sender] in digest.toml, '
                "or sender_id = NUMBER under [providers.brevo]"
            )

    def audience(self) -> str:
        """The lists by their numbers."""
        return ", ".join(f"list {number}" for number in self._lists)

    def account(self) -> str:
        """The address the account is logged in to with."""
        return self._caller.get(_Account, "account").email

    def find(self, name: str) -> Ids | None:
        """The newest of that name; Brevo tells the newest first."""
        for number in range(_PAGES):
            params: dict[str, str | int] = {
                "type": "classic",
                "limit": _AT_ONCE,
                "offset": number * _AT_ONCE,
                "excludeHtmlContent": "true",
            }
            page = self._caller.get(_Campaigns, "emailCampaigns", params=params).campaigns
            for campaign in page:
                if campaign.name == name:
                    return {"id": str(campaign.id)}
            if len(page) < _AT_ONCE:
                break
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """One request, and a look at what it made."""
        made = self._caller.post(_Made, "emailCampaigns", body=self._body(draft))
        ids = {"id": str(made.id)}
        keep(ids)
        self._check(ids, draft)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """One request, which answers nothing, and a look at what it made."""
        self._caller.put(object, "emailCampaigns", ids["id"], body=self._body(draft))
        self._check(ids, draft)
        return ids

    def look(self, ids: Ids) -> Remote:
        """One request; what is queued or suspended there is none of `_STATES`, and nothing touches it."""
        try:
            held = self._get(ids)
        except RefusedError as refusal:
            return gone(refusal)
        facts = {
            "subject": held.subject,
            "sender": mailbox(held.sender.name, held.sender.email),
            "reply_to": held.reply_to,
            "audience": _addressed(held.recipients),
            "html": held.html_content,
        }
        if held.preview_text is not None:
            facts["preheader"] = held.preview_text
        return Remote(state=state_of(held.status, _STATES), facts=facts)

    def _get(self, ids: Ids) -> _Campaign:
        return self._caller.get(_Campaign, "emailCampaigns", ids["id"])

    def _check(self, ids: Ids, draft: Draft) -> None:
        still_draft(self.title, draft.name, self._get(ids).status)

    def _body(self, draft: Draft) -> dict[str, object]:
        replies = draft.reply_to or draft.from_email
        who = {"id": self._sender} if self._sender else {"email": draft.from_email}
        return {
            "name": draft.name,
            "subject": draft.subject,
            "previewText": draft.preheader,
            "sender": {"name": draft.from_name, **who},
            "htmlContent": draft.html,
            "mirrorActive": bool(_MIRROR.search(draft.html)),
            **({"replyTo": replies} if replies else {}),
            **({"recipients": {"listIds": self._lists}} if self._lists else {}),
        }


def _addressed(recipients: _Recipients) -> str:
    lists = ", ".join(map(str, sorted(recipients.lists)))
    without = ", ".join(map(str, sorted(recipients.exclusion_lists)))
    return f"{lists} without {without}" if without else lists
