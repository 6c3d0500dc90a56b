"""listmonk: everything in {"data": …}; a change must name the lists again."""

from base64 import b64decode
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply

LIST_ID = 1
TEMPLATE_ID = 1
MOST = 50  # a page, whatever is asked for, except for all


class Listmonk(House):
    provider = "listmonk"
    base = "/api"
    user = "desk"
    token = "Nm4Qz8Xr2Tb6Wc0Vd5Ye9Uf3"
    key = f"{user}:{token}"
    audience = str(LIST_ID)
    does: ClassVar = {
        "GET /health": "health",
        "GET /about": "about",
        "GET /settings": "about",
        "GET /profile": "profile",
        "GET /lists": "lists",
        "GET /lists/{id}": "list_",
        "GET /templates": "templates",
        "GET /templates/{id}": "template",
        "GET /campaigns": "all",
        "POST /campaigns": "create",
        "GET /campaigns/{id}": "look",
        "PUT /campaigns/{id}": "update",
        "DELETE /campaigns/{id}": "remove",
    }
    places: ClassVar = {
        "name": ("name",),
        "subject": ("subject",),
        "html": ("body",),
        "text": ("altbody",),
        "from_email": ("from_email",),
        "headers": ("headers",),
        "audience": ("lists",),
    }
    states: ClassVar = {"draft": "draft", "scheduled": "scheduled", "sending": "running", "sent": "finished"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        kind, _, value = headers.get("authorization", "").partition(" ")
        return self.key == (
            b64decode(value).decode() if kind == "Basic" else value if kind == "token" else ""
        )

    def error(self, refused: RefusalError) -> Any:
        return {"message": "; ".join((refused.words, *refused.faults))}

    def health(self, _call: Call) -> Reply:
        return Reply(200, {"data": True})

    def about(self, _call: Call) -> Reply:
        return Reply(200, {"data": {"version": "v5.1.0"}})

    def profile(self, _call: Call) -> Reply:
        return Reply(
            200,
            {"data": {"id": 2, "username": self.user, "name": "Desk", "type": "api", "status": "enabled"}},
        )

    def lists(self, _call: Call) -> Reply:
        return Reply(200, {"data": {"results": [self._list()], "total": 1, "per_page": 20, "page": 1}})

    def list_(self, call: Call) -> Reply:
        if call.slots["id"] != str(LIST_ID):
            raise RefusalError(400, "List not found")
        return Reply(200, {"data": self._list()})

    def templates(self, _call: Call) -> Reply:
        return Reply(200, {"data": [self._template()]})

    def template(self, call: Call) -> Reply:
        if call.slots["id"] != str(TEMPLATE_ID):
            raise RefusalError(400, "Template not found")
        return Reply(200, {"data": self._template()})

    def all(self, call: Call) -> Reply:
        query = call.query
        asked = query.get("query", "").casefold()
        wanted = [
            deepcopy(record)
            for _, record in self.newest()
            if asked in f"{record['name']} {record['subject']}".casefold()
            and record["status"] in query.get("status", [record["status"]])
        ]
        size = (
            len(wanted) or 1 if query.get("per_page") == "all" else min(int(query.get("per_page", 20)), MOST)
        )
        page = query.get("page", 1)
        shown = wanted[(page - 1) * size : page * size]
        if query.get("no_body"):
            shown = [each | {"body": ""} for each in shown]
        told = {"results": shown, "total": len(wanted), "per_page": size, "page": page, "query": asked}
        return Reply(200, {"data": told})

    def create(self, call: Call) -> Reply:
        ident = self.new_id()
        record = self.blank(ident) | deepcopy(call.body) | {"lists": self._lists(call.body)}
        return Reply(200, {"data": self.keep(ident, record)})

    def blank(self, ident: str) -> dict[str, Any]:
        return {
            "id": int(ident),
            "uuid": f"00000000-0000-4000-8000-{int(ident):012}",
            "created_at": MOMENT,
            "updated_at": MOMENT,
            "views": 0,
            "clicks": 0,
            "to_send": 0,
            "sent": 0,
            "type": "regular",
            "name": "",
            "subject": "",
            "from_email": "The Harbour Post <desk@harbourpost.example>",
            "body": "",
            "altbody": None,
            "content_type": "html",
            "messenger": "email",
            "template_id": TEMPLATE_ID,
            "tags": [],
            "headers": [],
            "lists": [],
        }

    def look(self, call: Call) -> Reply:
        return Reply(200, {"data": self.record(call.slots["id"])})

    def record(self, ident: str) -> dict[str, Any]:
        if ident not in self.drafts:
            raise RefusalError(400, "Campaign not found")
        return self.drafts[ident]

    def update(self, call: Call) -> Reply:
        fields = {**call.body, "lists": self._lists(call.body)}
        return Reply(200, {"data": self.change(call.slots["id"], fields)})

    def remove(self, call: Call) -> Reply:
        self.record(call.slots["id"])
        self.erase(call.slots["id"])
        return Reply(200, {"data": True})

    def locked(self) -> str:
        return "Cannot update a running or a finished campaign."

    def _lists(self, body: Mapping[str, Any]) -> list[dict[str, Any]]:
        if not body.get("lists"):
            raise RefusalError(400, "No lists selected.")
        if any(each != LIST_ID for each in body["lists"]):
            raise RefusalError(400, "Error creating campaign: unknown list")
        return [{"id": LIST_ID, "name": "Readers"}]

    def _list(self) -> dict[str, Any]:
        return {
            "id": LIST_ID,
            "name": "Readers",
            "type": "private",
            "optin": "single",
            "subscriber_count": 1200,
        }

    def _template(self) -> dict[str, Any]:
        body = '{{ template "content" . }}'
        return {"id": TEMPLATE_ID, "name": "Bare", "type": "campaign", "is_default": True, "body": body}
