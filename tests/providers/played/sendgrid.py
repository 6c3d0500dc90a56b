"""SendGrid's Single Sends. Who sends is an id; the list and the search tell less than a single one does."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar
from uuid import UUID

from played.house import MOMENT, Call, House, RefusalError, Reply

LIST_ID = "4b7e9a52-0f0e-4c0c-9a51-5d5c4f2b6a10"
SENDER_ID = 4071
AT = "/v3/marketing/singlesends"
SHORT = ("id", "name", "status", "categories", "updated_at", "created_at")


class Sendgrid(House):
    provider = "sendgrid"
    base = ""
    key = "SG.0123456789abcdefghijkl.0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
    audience = LIST_ID
    does: ClassVar = {
        "GET /v3/user/profile": "profile",
        "GET /v3/user/username": "username",
        "GET /v3/user/account": "account",
        "GET /v3/scopes": "scopes",
        "GET /v3/marketing/lists/{id}": "list_",
        "GET /v3/marketing/senders/{id}": "sender",
        f"GET {AT}": "all",
        f"POST {AT}": "create",
        f"POST {AT}/search": "search",
        f"GET {AT}/{{id}}": "look",
        f"PATCH {AT}/{{id}}": "update",
        f"DELETE {AT}/{{id}}": "remove",
    }
    places: ClassVar = {
        "name": ("name",),
        "subject": ("email_config", "subject"),
        "html": ("email_config", "html_content"),
        "text": ("email_config", "plain_content"),
        "from_email": ("email_config", "sender_id"),
        "audience": ("send_to", "list_ids"),
    }
    states: ClassVar = {"draft": "draft", "scheduled": "scheduled", "sent": "triggered"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"Bearer {self.key}"

    def error(self, refused: RefusalError) -> Any:
        if refused.status == 401:
            return {"errors": [{"field": None, "message": refused.words}]}
        told = refused.faults or (refused.words,)
        return {"errors": [{"field": "", "message": each, "error_id": "invalid"} for each in told]}

    def profile(self, _call: Call) -> Reply:
        return Reply(
            200, {"company": "The Harbour Post", "first_name": "Ida", "last_name": "Vance", "website": ""}
        )

    def username(self, _call: Call) -> Reply:
        return Reply(200, {"username": "harbourpost", "user_id": 180171})

    def account(self, _call: Call) -> Reply:
        return Reply(200, {"type": "paid", "reputation": 99.7})

    def scopes(self, _call: Call) -> Reply:
        return Reply(200, {"scopes": ["marketing.read", "marketing.automation.read"]})

    def list_(self, call: Call) -> Reply:
        if call.slots["id"] != LIST_ID:
            raise RefusalError(404, "list not found")
        return Reply(200, {"id": LIST_ID, "name": "Readers", "contact_count": 1200})

    def sender(self, call: Call) -> Reply:
        if call.slots["id"] != str(SENDER_ID):
            raise RefusalError(404, "sender not found")
        sender = {"email": "desk@harbourpost.example", "name": "The Harbour Post"}
        return Reply(200, {"id": SENDER_ID, "nickname": "Desk", "from": sender, "reply_to": sender})

    def all(self, call: Call) -> Reply:
        return self._page([record for _, record in self.newest()], call.query)

    def search(self, call: Call) -> Reply:
        asked = call.body
        wanted = [
            record
            for _, record in self.newest()
            if asked.get("name", "").casefold() in record["name"].casefold()
            and record["status"] in asked.get("status", [record["status"]])
        ]
        return self._page(wanted, call.query)

    def create(self, call: Call) -> Reply:
        self._known(call.body)
        ident = str(UUID(int=int(self.new_id())))
        record = self.blank(ident) | deepcopy(call.body)
        return Reply(201, self.keep(ident, record))

    def blank(self, ident: str) -> dict[str, Any]:
        ident = ident if "-" in ident else str(UUID(int=int(ident)))
        sent_to = {"list_ids": [], "segment_ids": [], "all": False}
        dated = {"send_at": None, "created_at": MOMENT, "updated_at": MOMENT}
        return {"id": ident, "name": "", "categories": [], "send_to": sent_to, "email_config": {}} | dated

    def look(self, call: Call) -> Reply:
        return Reply(200, self.record(call.slots["id"]))

    def update(self, call: Call) -> Reply:
        self._known(call.body)
        return Reply(202, self.change(call.slots["id"], call.body))

    def _page(self, wanted: list[dict[str, Any]], query: Mapping[str, Any]) -> Reply:
        first, size = int(query.get("page_token", 0)), query.get("page_size", 50)
        page = [
            {name: each[name] for name in SHORT} | {"abtest": None, "is_abtest": False} for each in wanted
        ]
        after = first + size
        following = (
            {"next": f"https://api.sendgrid.com{AT}?page_token={after}"} if after < len(wanted) else {}
        )
        return Reply(200, {"result": page[first:after], "_metadata": {"count": len(wanted), **following}})

    def _known(self, body: Mapping[str, Any]) -> None:
        lists = body.get("send_to", {}).get("list_ids", [])
        if any(each != LIST_ID for each in lists):
            raise RefusalError(400, "send_to.list_ids: unknown list")
        if body.get("email_config", {}).get("sender_id", SENDER_ID) != SENDER_ID:
            raise RefusalError(400, "email_config.sender_id: sender not found")
