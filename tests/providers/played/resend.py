"""Resend's broadcasts: creating and changing answer with an id alone."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar
from uuid import UUID

from played.house import MOMENT, Call, House, RefusalError, Reply

SEGMENT_ID = "78261eea-8f8b-4381-83c6-79fa7120f1cf"
LISTED = (
    "id",
    "name",
    "audience_id",
    "segment_id",
    "status",
    "created_at",
    "scheduled_at",
    "sent_at",
    "topic_id",
)
NAMES = {401: "missing_api_key", 403: "invalid_api_key", 404: "not_found", 405: "method_not_allowed"}


class Resend(House):
    provider = "resend"
    base = ""
    key = "re_0123456789_ABCDEFGHIJKLMNOPQRSTUVWX"
    audience = SEGMENT_ID
    does: ClassVar = {
        "GET /domains": "domains",
        "GET /segments": "segments",
        "GET /segments/{id}": "segment",
        "GET /audiences/{id}": "segment",
        "GET /broadcasts": "all",
        "POST /broadcasts": "create",
        "GET /broadcasts/{id}": "look",
        "PATCH /broadcasts/{id}": "update",
        "DELETE /broadcasts/{id}": "remove",
    }
    places: ClassVar = {
        "name": ("name",),
        "subject": ("subject",),
        "preheader": ("preview_text",),
        "html": ("html",),
        "text": ("text",),
        "from_email": ("from",),
        "reply_to": ("reply_to",),
        "audience": ("segment_id",),
    }
    states: ClassVar = {"draft": "draft", "scheduled": "scheduled", "sending": "queued", "sent": "sent"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"Bearer {self.key}"

    def error(self, refused: RefusalError) -> Any:
        words = "; ".join((refused.words, *refused.faults))
        name = NAMES.get(refused.status, "validation_error")
        return {"statusCode": refused.status, "name": name, "message": words}

    def domains(self, _call: Call) -> Reply:
        domain = {
            "id": "d91cd9bd-1176-453e-8fc1-35364d380206",
            "name": "harbourpost.example",
            "status": "verified",
        }
        return Reply(200, {"object": "list", "has_more": False, "data": [domain]})

    def segments(self, _call: Call) -> Reply:
        return Reply(
            200, {"object": "list", "has_more": False, "data": [{"id": SEGMENT_ID, "name": "Readers"}]}
        )

    def segment(self, call: Call) -> Reply:
        if call.slots["id"] != SEGMENT_ID:
            raise RefusalError(404, "Segment not found")
        return Reply(200, {"object": "segment", "id": SEGMENT_ID, "name": "Readers", "created_at": MOMENT})

    def all(self, call: Call) -> Reply:
        wanted = [record for _, record in self.newest()]
        after = call.query.get("after")
        first = next((number for number, each in enumerate(wanted, 1) if each["id"] == after), 0)
        size = call.query.get("limit", 20)
        page = [
            {name: each[name] for name in LISTED if name in each} for each in wanted[first : first + size]
        ]
        return Reply(200, {"object": "list", "has_more": first + size < len(wanted), "data": page})

    def create(self, call: Call) -> Reply:
        self._known(call.body)
        ident = str(UUID(int=int(self.new_id())))
        self.keep(ident, self.blank(ident) | deepcopy(call.body))
        return Reply(201, {"id": ident, "object": "broadcast"})

    def blank(self, ident: str) -> dict[str, Any]:
        ident = ident if "-" in ident else str(UUID(int=int(ident)))
        return {
            "id": ident,
            "name": "",
            "created_at": MOMENT,
            "segment_id": SEGMENT_ID,
            "html": None,
            "text": None,
        }

    def look(self, call: Call) -> Reply:
        return Reply(200, {"object": "broadcast", **self.record(call.slots["id"])})

    def update(self, call: Call) -> Reply:
        self._known(call.body)
        self.change(call.slots["id"], call.body)
        return Reply(200, {"id": call.slots["id"], "object": "broadcast"})

    def remove(self, call: Call) -> Reply:
        ident = call.slots["id"]
        self.draft(ident)
        self.erase(ident)
        return Reply(200, {"object": "broadcast", "id": ident, "deleted": True})

    def _known(self, body: Mapping[str, Any]) -> None:
        if body.get("segment_id", SEGMENT_ID) != SEGMENT_ID:
            raise RefusalError(404, "Segment not found")
