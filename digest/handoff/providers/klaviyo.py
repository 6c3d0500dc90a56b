"""Klaviyo: a campaign, the message in it, a template, and a copy of the template within the message.

Facts: Klaviyo's own description of its API, revision 2026-07-15 (campaigns, messages, templates, and that
assigning makes a copy which later changes of the template do not reach), and its documentation of JSON:API
filters. Nothing here ever asks for a send job.

Rule 1. The campaign comes first: it is what a hand-off that broke off is found again by.
Rule 2. There is one template for an issue; it bears the issue's name and is assigned anew at every update.
Rule 3. A step that was done may be done again, so an update starts from wherever the last hand-off stopped.

Not confirmed without an account: how a quotation mark within a filter is written; that the copy of a template
is no template of the same name in the list; the address of the page.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, ClassVar

from msgspec import Struct

from digest.errors import RefusedError
from digest.handoff.caller import Caller, Tools
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.handoff.jsonapi import Many, Thing, Things
from digest.handoff.provider import Ids, Keep
from digest.model import Capabilities, Draft, DraftState, Remote
from digest.shapes import Url

_API = "https://a.klaviyo.com"
_WEB = "https://www.klaviyo.com/campaign/"
_REVISION = "2026-07-15"
_KIND = "application/vnd.api+json"
_AT_ONCE = 100  # campaigns of a page of the list
_PAGES = 20
_MESSAGES = "campaign-messages"
_DRAFT = "Draft"
_STATES = {
    _DRAFT: DraftState.DRAFT,
    "Scheduled": DraftState.SCHEDULED,
    "Preparing to schedule": DraftState.SCHEDULED,
    "Queued without Recipients": DraftState.SCHEDULED,
    "Sending": DraftState.SENDING,
    "Sending Segments": DraftState.SENDING,
    "Preparing to send": DraftState.SENDING,
    "Adding Recipients": DraftState.SENDING,
    "Sent": DraftState.SENT,
    "Variations Sent": DraftState.SENT,
}


class Settings(Struct, frozen=True, kw_only=True):
    """`audiences` and `excluded` are ids of lists and segments; Klaviyo shows them in their addresses."""

    url: Url = ""
    audiences: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class _Audiences(Struct, frozen=True):
    included: tuple[str, ...] | None = None
    excluded: tuple[str, ...] | None = None


class _Campaign(Struct, frozen=True):
    name: str
    status: str
    archived: bool = False
    audiences: _Audiences = _Audiences()

    @property
    def state(self) -> DraftState:
        """How it stands; a draft put into the archive is gone."""
        if self.archived and self.status == _DRAFT:
            return DraftState.GONE
        return state_of(self.status, _STATES)


class _Content(Struct, frozen=True):
    subject: str | None = None
    preview_text: str | None = None
    from_email: str | None = None
    from_label: str | None = None
    reply_to_email: str | None = None


class _Definition(Struct, frozen=True):
    content: _Content | None = None


class _Message(Struct, frozen=True):
    definition: _Definition | None = None


class _Template(Struct, frozen=True):
    html: str = ""
    text: str | None = None


class Klaviyo:
    """Klaviyo, campaigns by email."""

    title: ClassVar[str] = "Klaviyo"
    settings: ClassVar[type[Struct]] = Settings
    capabilities: ClassVar[Capabilities] = Capabilities(
        losses=(
            "Every issue leaves a template of its name at Klaviyo, which takes 1,000 of them from outside.",
        ),
    )
    key_told: ClassVar[str] = (
        "a private API key (Settings, API keys) that may read accounts and write campaigns and templates; it "
        "begins with “pk_”"
    )

    def __init__(self, settings: Settings, key: str, tools: Tools) -> None:
        headers = {
            "Authorization": f"Klaviyo-API-Key {key}",
            "revision": _REVISION,
            "Accept": _KIND,
            "Content-Type": _KIND,
        }
        caller = Caller(self.title, settings.url or _API, headers, (key,), tools)
        self._things = Things(caller, "api")
        self._audiences = {"included": settings.audiences, "excluded": settings.excluded}

    def problems(self, draft: Draft) -> Iterator[str]:
        """A campaign without an audience or a sender cannot be made."""
        if not self._audiences["included"]:
            yield (
                'no audience is named; write audiences = ["ID"] under [providers.klaviyo] in digest.toml '
                "(Klaviyo shows the id in the address of a list or segment)"
            )
        if not draft.from_email:
            yield "no sender is named; write address under [sender] in digest.toml"

    def audience(self) -> str:
        """The lists and segments by their ids."""
        included, excluded = map(", ".join, self._audiences.values())
        return f"the lists or segments {included}" + (f", without {excluded}" if excluded else "")

    def account(self) -> str:
        """The account's public id."""
        return self._things.many("accounts").first.id

    def find(self, name: str) -> Ids | None:
        """The newest of that name, of the newest campaigns for email."""
        asked = 'equals(messages.channel,"email")'
        params: dict[str, str | int] = {"filter": asked, "sort": "-created_at", "page[size]": _AT_ONCE}
        for _ in range(_PAGES):
            page = self._things.many("campaigns", **params)
            for thing in page.data:
                campaign = thing.told(_Campaign)
                if campaign.name == name and campaign.state is not DraftState.GONE:
                    return {"id": thing.id}
            if not page.cursor:
                break
            params["page[cursor]"] = page.cursor
        return None

    def create(self, draft: Draft, keep: Keep) -> Ids:
        """Up to five requests; what breaks off between them is gone on with by `update`."""
        message = {"type": "campaign-message", "attributes": _definition(draft)}
        attributes = {**self._attributes(draft), "campaign-messages": {"data": [message]}}
        made = self._things.make("campaigns", {"type": "campaign", "attributes": attributes})
        ids = {"id": made.id}
        keep(ids)
        self._check(made, draft)
        return self._fill(ids, draft, keep)

    def update(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:
        """The campaign, the message, the template, and that put into the message anew."""
        changed = self._things.change("campaigns", "campaign", ids["id"], self._attributes(draft))
        self._check(changed, draft)
        ids = self._with_message(ids, keep)
        self._things.change(_MESSAGES, "campaign-message", ids["message"], _definition(draft))
        return self._fill(ids, draft, keep)

    def look(self, ids: Ids) -> Remote:
        """Two requests; of a campaign without content yet the message's facts alone."""
        try:
            campaign = self._things.one("campaigns", ids["id"]).told(_Campaign)
            messages = self._things.many("campaigns", ids["id"], _MESSAGES, include="template")
        except RefusedError as refusal:
            return gone(refusal)
        return Remote(
            state=campaign.state,
            url=f"{_WEB}{ids['id']}/wizard",
            facts={**_facts(messages), "audience": _addressed(campaign.audiences)},
        )

    def _fill(self, ids: Ids, draft: Draft, keep: Keep) -> Ids:
        ids = self._with_message(ids, keep)
        ids = {**ids, "template": self._template(ids, draft)}
        keep(ids)
        template = {"data": {"type": "template", "id": ids["template"]}}
        message = {"type": "campaign-message", "id": ids["message"], "relationships": {"template": template}}
        self._things.make("campaign-message-assign-template", message)
        return ids

    def _with_message(self, ids: Ids, keep: Keep) -> Ids:
        if "message" in ids:
            return ids
        ids = {**ids, "message": self._things.many("campaigns", ids["id"], _MESSAGES).first.id}
        keep(ids)
        return ids

    def _template(self, ids: Ids, draft: Draft) -> str:
        """The id of the issue's template, which now says what the draft says (rule 2)."""
        said = {"name": draft.name, "html": draft.html, "text": draft.text}
        known = ids.get("template") or self._template_named(draft.name)
        if known:
            try:
                return self._things.change("templates", "template", known, said).id
            except RefusedError as refusal:
                if refusal.status != HTTPStatus.NOT_FOUND:
                    raise
        attributes = {**said, "editor_type": "CODE"}
        return self._things.make("templates", {"type": "template", "attributes": attributes}).id

    def _template_named(self, name: str) -> str:
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        params = {"filter": f'equals(name,"{escaped}")', "fields[template]": "name"}
        found = self._things.many("templates", **params).data
        return next((each.id for each in found if each.attributes.get("name") == name), "")

    def _attributes(self, draft: Draft) -> dict[str, Any]:
        return {"name": draft.name, "audiences": self._audiences}

    def _check(self, made: Thing, draft: Draft) -> None:
        still_draft(self.title, draft.name, made.told(_Campaign).status, _DRAFT)


def _definition(draft: Draft) -> dict[str, Any]:
    content = {
        "subject": draft.subject,
        "preview_text": draft.preheader,
        "from_email": draft.from_email,
        "from_label": draft.from_name,
        "reply_to_email": draft.reply_to or None,
    }
    return {"definition": {"channel": "email", "label": draft.name, "content": content}}


def _facts(messages: Many) -> dict[str, str]:
    """What the message says; of its template nothing as long as none was put into it."""
    definition = messages.first.told(_Message).definition or _Definition()
    content = definition.content or _Content()
    facts = {
        "subject": content.subject or "",
        "preheader": content.preview_text or "",
        "sender": mailbox(content.from_label or "", content.from_email or ""),
        "reply_to": content.reply_to_email or "",
    }
    for thing in messages.included:
        template = thing.told(_Template)
        facts |= {"html": template.html, "text": template.text or ""}
    return facts


def _addressed(audiences: _Audiences) -> str:
    included, excluded = sorted(audiences.included or ()), sorted(audiences.excluded or ())
    return " ".join((*included, *(f"-{each}" for each in excluded)))
