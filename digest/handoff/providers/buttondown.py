"""Buttondown: one email with its HTML as the body, made as a draft in so many words.

Facts: Buttondown's own description of its API, and its documentation: "Body format detection" (a first-line
comment says how a body is read: `plaintext` is Markdown, `fancy` is rich HTML; a body that begins with front
matter is refused), "Naked mode" (the HTML is the email, and must have a link to unsubscribe), "Idempotency
keys", "Metadata", and the glossary, by which the description is the preheader. Who an email is from is a
setting of the newsletter. Left out, the status is about_to_send: it stands in every request, and in no other
form than "draft".

The body says `fancy`: read as Markdown, an indented line of HTML becomes code, and a * in a quotation the
beginning of italics. There is no name to find a draft by; ours stands in its metadata, beside what others
keep there.

Not confirmed without an account: that the description also is the preheader of an email in the template
"naked"; that an email made that way opens in Naked mode; the address of the page.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal
from uuid import uuid4, uuid5

import msgspec
from msgspec import Struct

from digest.errors import RefusedError
from digest.handoff.caller import Caller, Tools
from digest.handoff.drafts import gone, state_of, still_draft
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

_API = "https://api.buttondown.com/v1"
_WEB = "https://buttondown.com/emails/"
_DRAFT = "draft"
_NAME = "digest"  # in the metadata
_MODE = "<!-- buttondown-editor-mode: fancy -->\n"
_LONGEST_SUBJECT = 2000
_PAGES = 20
_STATES = {
    _DRAFT: DraftState.DRAFT,
    "about_to_send": DraftState.SENDING,
    "in_flight": DraftState.SENDING,
    "throttled": DraftState.SENDING,
    "resending": DraftState.SENDING,
    "sent": DraftState.SENT,
    "imported": DraftState.SENT,
    "deleted": DraftState.GONE,
}


class Settings(Struct, frozen=True, kw_only=True):
    """`template` is the one the email is put into there: "naked" for none (a plan that is paid for)."""

    url: Url = ""
    template: Literal["naked", "classic", "modern", "plaintext", "custom"] = "naked"


class _Account(Struct, frozen=True):
    username: str


class _Email(Struct, frozen=True):
    id: str
    status: str
    subject: str = ""
    description: str = ""
    body: str = ""
    filters: Any = None
    metadata: Mapping[str, Any] = {}

    @property
    def state(self) -> DraftState:
        """How it stands."""
        return state_of(self.status, _STATES)


class _Emails(Struct, frozen=True):
    results: tuple[_Email, ...] = ()
    next: str | None = None


class Buttondown:
    """Buttondown, API v1."""

    title: ClassVar[str] = "Buttondown"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        text="made",
        losses=(
            "Buttondown makes the text part from the HTML.",
            "Sender and reply address are those that the newsletter has at Buttondown.",
            "Whatever is changed there in Fancy or Markdown mode costs layout; change it in Naked mode.",
        ),
    )
    key_told: ClassVar[str] = "the newsletter's API key (buttondown.com/requests)"

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        headers = {"Authorization": f"Token {key}"}
        self._caller = Caller(self.title, settings.url or _API, headers, (key,), tools)
        self._template = settings.template
        self._hand_off = uuid4()

    def problems(self, draft: Draft) -> Iterator[str]:
        """The length of the subject."""
        if len(draft.subject) > _LONGEST_SUBJECT:
            yield f"the subject has {len(draft.subject):,} letters, and Buttondown takes 2,000; shorten it"

    def audience(self) -> str:
        """Everybody, unless the draft is narrowed there: an update leaves that alone."""
        return "all subscribers of the newsletter"

    def account(self) -> str:
        """The name that the key's account has in its addresses there."""
        return self._caller.get(_Account, "accounts", "me").username

    def find(self, name: str) -> Ids | None:
        """Walks through the newest emails: the list can be asked for none by its metadata."""
        asked = {"ordering": "-creation_date", "excluded_fields": "body"}
        for number in range(1, _PAGES + 1):
            page = self._caller.get(_Emails, "emails", params={**asked, "page": number})
            for email in page.results:
                if email.metadata.get(_NAME) == name and email.state is not DraftState.GONE:
                    return {"id": email.id}
            if not page.next or not page.results:
                break
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """One request, which makes one draft however often it arrives in the course of a hand-off.

        The key of another hand-off is another: an answer that Buttondown kept from the last one would tell of
        a draft that was deleted since, or refuse what a plan allows by now.
        """
        key = str(uuid5(self._hand_off, draft.name))
        body = {**self._body(draft), "metadata": {_NAME: draft.name}}
        made = self._caller.post(_Email, "emails", body=body, headers={"X-Idempotency-Key": key})
        ids = {"id": made.id}
        keep(ids)
        still_draft(self.title, draft.name, made.status)
        return ids

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:  # noqa: ARG002 - no id is added
        """Reads the metadata first: what others keep there stays."""
        held = self._caller.get(_Email, "emails", ids["id"])
        body = {**self._body(draft), "metadata": {**held.metadata, _NAME: draft.name}}
        changed = self._caller.patch(_Email, "emails", ids["id"], body=body)
        still_draft(self.title, draft.name, changed.status)
        return ids

    def look(self, ids: Ids) -> Remote:
        """One request."""
        try:
            held = self._caller.get(_Email, "emails", ids["id"])
        except RefusedError as refusal:
            return gone(refusal)
        return Remote(
            state=held.state,
            url=_WEB + held.id,
            facts={
                "subject": held.subject,
                "preheader": held.description,
                "audience": msgspec.json.encode(held.filters, order="sorted").decode(),
                "html": held.body.removeprefix(_MODE),
            },
        )

    def _body(self, draft: Draft) -> dict[str, str]:
        return {
            "status": _DRAFT,
            "subject": draft.subject,
            "description": draft.preheader,
            "body": _MODE + draft.html,
            "template": self._template,
        }
