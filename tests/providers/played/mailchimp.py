"""Mailchimp: a campaign, and its content beside it. Errors are problem+json (RFC 9457)."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply, pruned

LIST_ID = "a1b2c3d4e5"


class Mailchimp(House):
    provider = "mailchimp"
    base = "/3.0"
    key = "0123456789abcdef0123456789abcdef-us7"
    error_type = "application/problem+json"
    audience = LIST_ID
    does: ClassVar = {
        "GET /": "account",
        "GET /ping": "ping",
        "GET /lists/{list_id}": "list_",
        "GET /campaigns": "all",
        "POST /campaigns": "create",
        "GET /campaigns/{campaign_id}": "look",
        "PATCH /campaigns/{campaign_id}": "update",
        "DELETE /campaigns/{campaign_id}": "remove",
        "GET /campaigns/{campaign_id}/content": "content",
        "PUT /campaigns/{campaign_id}/content": "fill",
        "GET /campaigns/{campaign_id}/send-checklist": "checklist",
    }
    places: ClassVar = {
        "name": ("settings", "title"),
        "subject": ("settings", "subject_line"),
        "preheader": ("settings", "preview_text"),
        "from_name": ("settings", "from_name"),
        "reply_to": ("settings", "reply_to"),
        "audience": ("recipients", "list_id"),
        "html": ("content", "html"),
        "text": ("content", "plain_text"),
    }
    states: ClassVar = {"draft": "save", "scheduled": "schedule", "sending": "sending", "sent": "sent"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        kind, _, value = headers.get("authorization", "").partition(" ")
        if kind == "Bearer":
            return value == self.key
        return kind == "Basic" and b64decode(value).decode().partition(":")[2] == self.key

    def error(self, refused: RefusalError) -> Any:
        titles = {
            400: "Invalid Resource",
            401: "API Key Invalid",
            404: "Resource Not Found",
            405: "Method Not Allowed",
        }
        return {
            "type": "https://mailchimp.com/developer/marketing/docs/errors/",
            "title": titles.get(refused.status, "Internal Server Error"),
            "status": refused.status,
            "detail": refused.words,
            "instance": "995c5cb0-3280-4a6e-808b-3b096d0bb219",
            **(
                {"errors": [{"field": "", "message": fault} for fault in refused.faults]}
                if refused.faults
                else {}
            ),
        }

    def account(self, _call: Call) -> Reply:
        return Reply(
            200,
            {"account_id": "8d3a3db4d97663a9074efcc16", "account_name": "The Harbour Post", "login_id": "1"},
        )

    def ping(self, _call: Call) -> Reply:
        return Reply(200, {"health_status": "Everything's Chimpy!"})

    def list_(self, call: Call) -> Reply:
        self._known(call.slots["list_id"])
        return Reply(200, {"id": LIST_ID, "name": "Readers", "stats": {"member_count": 1200}})

    def all(self, call: Call) -> Reply:
        query = call.query
        wanted = [
            self._shown(record)
            for _, record in self.newest()
            if query.get("status") in (None, record["status"])
            and query.get("list_id") in (None, record.get("recipients", {}).get("list_id"))
        ]
        if query.get("sort_dir", "DESC") == "ASC":
            wanted.reverse()
        first = query.get("offset", 0)
        page = wanted[first : first + query.get("count", 10)]
        return Reply(200, pruned({"campaigns": page, "total_items": len(wanted)}, query.get("fields", [])))

    def create(self, call: Call) -> Reply:
        self._known(call.body.get("recipients", {}).get("list_id", LIST_ID))
        ident = f"{int(self.new_id()):010x}"
        record = self.blank(ident) | call.body
        return Reply(200, self._shown(self.keep(ident, record)))

    def blank(self, ident: str) -> dict[str, Any]:
        recipients = {"list_id": LIST_ID}
        return {
            "id": ident,
            "web_id": int(ident, 16),
            "type": "regular",
            "create_time": MOMENT,
            "archive_url": f"http://eepurl.com/{ident}",
            "emails_sent": 0,
            "recipients": recipients,
            "settings": {},
            "content": {},
        }

    def look(self, call: Call) -> Reply:
        record = self.record(call.slots["campaign_id"])
        return Reply(200, pruned(self._shown(record), call.query.get("fields", [])))

    def update(self, call: Call) -> Reply:
        self._known(call.body.get("recipients", {}).get("list_id", LIST_ID))
        return Reply(200, self._shown(self.change(call.slots["campaign_id"], call.body)))

    def content(self, call: Call) -> Reply:
        record = self.record(call.slots["campaign_id"])
        content = record["content"]
        shown = {**content, "archive_html": content["html"]} if "html" in content else content
        return Reply(200, pruned(shown, call.query.get("fields", [])))

    def fill(self, call: Call) -> Reply:
        ident = call.slots["campaign_id"]
        self.draft(ident)["content"] = dict(call.body)
        self.changes.append(("filled", ident))
        return self.content(call)

    def checklist(self, call: Call) -> Reply:
        self.record(call.slots["campaign_id"])
        return Reply(200, {"is_ready": True, "items": []})

    def _known(self, list_id: str) -> None:
        if list_id != LIST_ID:
            raise RefusalError(400, f"The list {list_id} does not exist in this account.")

    def _shown(self, record: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in record.items() if name != "content"}
