"""Buttondown: one email with a body; what it does not know it refuses with 422."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply

PAGE = 50
NEWSLETTER = "news_11aa22bb33cc44dd55ee66ff77"


class Buttondown(House):
    provider = "buttondown"
    base = "/v1"
    key = "0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d"
    audience = ""
    does: ClassVar = {
        "GET /ping": "ping",
        "GET /newsletters": "newsletters",
        "GET /accounts/me": "account",
        "GET /emails": "all",
        "POST /emails": "create",
        "GET /emails/{id}": "look",
        "PATCH /emails/{id}": "update",
        "DELETE /emails/{id}": "remove",
    }
    places: ClassVar = {
        "name": ("metadata", "digest"),
        "subject": ("subject",),
        "preheader": ("description",),
        "html": ("body",),
    }
    states: ClassVar = {"draft": "draft", "scheduled": "scheduled", "sending": "in_flight", "sent": "sent"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"Token {self.key}"

    def error(self, refused: RefusalError) -> Any:
        if refused.faults:
            told = (fault.partition(": ") for fault in refused.faults)
            loc = ("body", "payload")
            return {"detail": [{"type": "value_error", "loc": [*loc, at], "msg": msg} for at, _, msg in told]}
        return {"code": "refused", "detail": refused.words, "metadata": {}}

    def ping(self, _call: Call) -> Reply:
        return Reply(200, {})

    def newsletters(self, _call: Call) -> Reply:
        paper = {
            "id": NEWSLETTER,
            "name": "The Harbour Post",
            "username": "harbourpost",
            "email_address": "desk@harbourpost.example",
        }
        return Reply(200, {"results": [paper], "count": 1, "next": None, "previous": None})

    def account(self, _call: Call) -> Reply:
        return Reply(200, {"username": "harbourpost", "email_address": "desk@harbourpost.example"})

    def all(self, call: Call) -> Reply:
        query = call.query
        wanted = [
            record
            for _, record in self.newest()
            if record["status"] in query.get("status", [record["status"]])
            and query.get("subject", "").casefold() in record["subject"].casefold()
        ]
        page = query.get("page", 1)
        hidden = query.get("excluded_fields", [])
        shown = [
            {name: value for name, value in each.items() if name not in hidden or name == "id"}
            for each in wanted[(page - 1) * PAGE : page * PAGE]
        ]
        more = f"https://api.buttondown.com/v1/emails?page={page + 1}" if len(wanted) > page * PAGE else None
        return Reply(200, {"results": shown, "count": len(wanted), "next": more, "previous": None})

    def create(self, call: Call) -> Reply:
        body = call.body
        self._sound(body.get("body") or "", call.headers)
        ident = f"em_{int(self.new_id()):026}"
        return Reply(201, self.keep(ident, self.blank(ident) | deepcopy(body)))

    def blank(self, ident: str) -> dict[str, Any]:
        return {
            "id": ident,
            "creation_date": MOMENT,
            "modification_date": MOMENT,
            "publish_date": None,
            "absolute_url": f"https://buttondown.com/harbourpost/archive/{ident}/",
            "subject": "",
            "body": "",
            "description": "",
            "canonical_url": "",
            "image": "",
            "archival_mode": "enabled",
            "commenting_mode": "disabled",
            "email_type": "public",
            "featured": False,
            "filters": {"filters": [], "groups": [], "predicate": "and"},
            "metadata": {},
            "related_email_ids": [],
            "should_trigger_pay_per_email_billing": False,
            "source": "api",
            "slug": None,
            "template": None,
        }

    def look(self, call: Call) -> Reply:
        return Reply(200, self.record(call.slots["id"]))

    def update(self, call: Call) -> Reply:
        self._sound(call.body.get("body") or "", call.headers)
        record = self.draft(call.slots["id"])
        record |= deepcopy({name: value for name, value in call.body.items() if value is not None})
        self.changes.append(("updated", call.slots["id"]))
        return Reply(200, record)

    def _sound(self, body: str, headers: Mapping[str, str]) -> None:
        if body.startswith("---") and headers.get("x-buttondown-live-dangerously") != "true":
            raise RefusalError(400, "The body of the email contains frontmatter.")
