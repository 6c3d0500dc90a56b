"""Mailjet: a draft in two requests, its settings and then its content.

Facts: Mailjet's guide "Send marketing campaigns" (what a draft must have; a POST of the content puts both
parts in the place of what was there; the states Draft and Programmed), its official client libraries (the
names of the fields; Basic with the public and the private key), and its list of status codes, where a PUT
that changed nothing answers 304. The guide gives the sender's name as Sender, the libraries also have
SenderName: it is in both. The list of drafts is walked through, the newest first, and its titles compared.

Not confirmed without an account: PUT of a draft and ReplyEmail; whether a state is told by its number or its
word, both of which are understood; that the text part goes out without IsTextPartIncluded; the address of the
page. Mailjet publishes no description of its API.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import ClassVar, TypeVar

from msgspec import Struct, field

from digest.errors import HandoffError, RefusedError
from digest.handoff.caller import Caller, Tools, basic
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

T = TypeVar("T")

_API = "https://api.mailjet.com/v3/REST"
_WEB = "https://app.mailjet.com/campaigns/creation/"
_AT_ONCE = 1000  # drafts of a page of the list
_PAGES = 10
_STATES = {
    "0": DraftState.DRAFT,
    "draft": DraftState.DRAFT,
    "1": DraftState.SCHEDULED,
    "programmed": DraftState.SCHEDULED,
    "2": DraftState.SENT,
    "sent": DraftState.SENT,
    "-1": DraftState.GONE,
    "archived": DraftState.GONE,
    "-2": DraftState.GONE,
    "deleted": DraftState.GONE,
}
_LOCALES = {"de": "de_DE", "en": "en_US", "es": "es_ES", "fr": "fr_FR", "it": "it_IT"}


class Settings(Struct, frozen=True, kw_only=True):
    """`list` is the number of the contact list; `locale` is for Mailjet's own words, else by the language."""

    url: Url = ""
    list: int = 0
    locale: str = ""


class _User(Struct, frozen=True, rename="pascal"):
    username: str


class _Users(Struct, frozen=True, rename="pascal"):
    data: tuple[_User, ...]


class _Draft(Struct, frozen=True, rename="pascal"):
    status: int | str
    id: int = field(name="ID")
    title: str = ""
    subject: str = ""
    sender: str = ""
    sender_name: str = ""
    sender_email: str = ""
    reply_email: str | None = None
    list: int = field(default=0, name="ContactsListID")

    @property
    def state(self) -> DraftState:
        """How it stands."""
        return state_of(str(self.status).lower(), _STATES)


class _Drafts(Struct, frozen=True, rename="pascal"):
    data: tuple[_Draft, ...]


class _Content(Struct, frozen=True):
    html: str = field(default="", name="Html-part")
    text: str = field(default="", name="Text-part")


class _Contents(Struct, frozen=True, rename="pascal"):
    data: tuple[_Content, ...]


class Mailjet:
    """Mailjet, REST API v3."""

    title: ClassVar[str] = "Mailjet"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities()
    key_told: ClassVar[str] = (
        "the API key and the secret key (Account, API keys) with a colon between: KEY:SECRET"
    )

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        public, _, private = key.partition(":")
        headers = {"Authorization": basic(public, private)}
        self._caller = Caller(self.title, settings.url or _API, headers, (key, public, private), tools)
        self._list, self._locale = settings.list, settings.locale

    def problems(self, draft: Draft) -> Iterator[str]:
        """A draft without a list or a sender cannot be made."""
        if not self._list:
            yield (
                "no contact list is named; write list = NUMBER under [providers.mailjet] in digest.toml "
                "(Mailjet shows it in the address of the list's page)"
            )
        if not draft.from_email:
            yield "no sender is named; write address under [sender] in digest.toml, one validated at Mailjet"

    def audience(self) -> str:
        """The list by its number."""
        return f"the contact list {self._list}"

    def account(self) -> str:
        """The name of the user whose key it is."""
        return _first(self._caller.get(_Users, "user").data).username

    def find(self, name: str) -> Ids | None:
        """The newest of that title."""
        for number in range(_PAGES):
            params: dict[str, str | int] = {"Limit": _AT_ONCE, "Offset": number * _AT_ONCE, "Sort": "ID DESC"}
            page = self._caller.get(_Drafts, "campaigndraft", params=params).data
            for each in page:
                if each.title == name and each.state is not DraftState.GONE:
                    return {"id": str(each.id)}
            if len(page) < _AT_ONCE:
                break
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """Two requests; what breaks off between them is gone on with by `update`."""
        body = {name: value for name, value in self._body(draft).items() if value}
        made = _first(self._caller.post(_Drafts, "campaigndraft", body=body).data)
        ids = {"id": str(made.id)}
        keep(ids)
        self._check(made, draft)
        self._fill(ids, draft)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """The settings, then the content."""
        try:
            self._caller.put(object, "campaigndraft", ids["id"], body=self._body(draft))
        except RefusedError as refusal:
            if refusal.status != HTTPStatus.NOT_MODIFIED:
                raise
        self._check(self._held(ids), draft)
        self._fill(ids, draft)
        return ids

    def look(self, ids: Ids) -> Remote:
        """Two requests."""
        try:
            held = self._held(ids)
        except RefusedError as refusal:
            return gone(refusal)
        content = self._content(ids)
        return Remote(
            state=held.state,
            url=f"{_WEB}{held.id}",
            facts={
                "subject": held.subject,
                "sender": mailbox(held.sender_name or held.sender, held.sender_email),
                "reply_to": held.reply_email or "",
                "audience": str(held.list),
                "html": content.html,
                "text": content.text,
            },
        )

    def _held(self, ids: Ids) -> _Draft:
        return _first(self._caller.get(_Drafts, "campaigndraft", ids["id"]).data)

    def _content(self, ids: Ids) -> _Content:
        """Nothing where there is none yet: the draft itself was there a moment ago."""
        try:
            return _first(self._caller.get(_Contents, "campaigndraft", ids["id"], "detailcontent").data)
        except RefusedError as refusal:
            if refusal.status != HTTPStatus.NOT_FOUND:
                raise
            return _Content()

    def _check(self, made: _Draft, draft: Draft) -> None:
        still_draft(self.title, draft.name, made.state)

    def _fill(self, ids: Ids, draft: Draft) -> None:
        body = {"Html-part": draft.html, "Text-part": draft.text}
        self._caller.post(object, "campaigndraft", ids["id"], "detailcontent", body=body)

    def _body(self, draft: Draft) -> dict[str, str | int]:
        return {
            "Locale": self._locale or _LOCALES.get(draft.language.partition("-")[0].lower(), "en_US"),
            "Sender": draft.from_name,
            "SenderName": draft.from_name,
            "SenderEmail": draft.from_email,
            "ReplyEmail": draft.reply_to,
            "Subject": draft.subject,
            "ContactsListID": self._list,
            "Title": draft.name,
        }


def _first(data: tuple[T, ...]) -> T:
    if not data:
        raise HandoffError("Mailjet answered with nothing where one thing was asked for; run it again")
    return data[0]
