"""Brevo: one call makes a campaign whole. A change is answered with nothing; plain text it does not take."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply, merge

LIST_ID = 7
SENDER_ID = 3
CODES = {401: "unauthorized", 404: "document_not_found", 405: "method_not_allowed"}


class Brevo(House):
    provider = "brevo"
    base = "/v3"
    key = "xkeysib-0123456789abcdef0123456789abcdef-AbCdEfGhIjKlMnOp"
    audience = str(LIST_ID)
    does: ClassVar = {
        "GET /account": "account",
        "GET /senders": "senders",
        "GET /contacts/lists/{listId}": "list_",
        "GET /emailCampaigns": "all",
        "POST /emailCampaigns": "create",
        "GET /emailCampaigns/{campaignId}": "look",
        "PUT /emailCampaigns/{campaignId}": "update",
        "DELETE /emailCampaigns/{campaignId}": "remove",
    }
    places: ClassVar = {
        "name": ("name",),
        "subject": ("subject",),
        "preheader": ("previewText",),
        "from_name": ("sender", "name"),
        "from_email": ("sender", "email"),
        "reply_to": ("replyTo",),
        "audience": ("recipients", "lists"),
        "html": ("htmlContent",),
    }
    states: ClassVar = {"draft": "draft", "scheduled": "queued", "sending": "in_process", "sent": "sent"}

    def admits(self, headers: Mapping[str, str]) -> bool:
        return headers.get("api-key") == self.key

    def error(self, refused: RefusalError) -> Any:
        words = "; ".join((refused.words, *refused.faults))
        return {"code": CODES.get(refused.status, "invalid_parameter"), "message": words}

    def account(self, _call: Call) -> Reply:
        return Reply(
            200,
            {
                "email": "desk@harbourpost.example",
                "firstName": "Ida",
                "lastName": "Vance",
                "companyName": "The Harbour Post",
                "plan": [{"type": "free", "credits": 300, "creditsType": "sendLimit"}],
            },
        )

    def senders(self, _call: Call) -> Reply:
        sender = {
            "id": SENDER_ID,
            "name": "The Harbour Post",
            "email": "desk@harbourpost.example",
            "active": True,
        }
        return Reply(200, {"senders": [sender]})

    def list_(self, call: Call) -> Reply:
        if call.slots["listId"] != str(LIST_ID):
            raise RefusalError(404, "List ID does not exist")
        return Reply(
            200,
            {
                "id": LIST_ID,
                "name": "Readers",
                "totalSubscribers": 1200,
                "totalBlacklisted": 0,
                "folderId": 1,
            },
        )

    def all(self, call: Call) -> Reply:
        query = call.query
        status = {"inProcess": "in_process"}.get(query.get("status"), query.get("status"))
        wanted = [record for _, record in self.newest() if status in (None, record["status"])]
        if query.get("sort") == "asc":
            wanted.reverse()
        first = query.get("offset", 0)
        page = [deepcopy(each) for each in wanted[first : first + query.get("limit", 50)]]
        if query.get("excludeHtmlContent"):
            page = [each | {"htmlContent": ""} for each in page]
        return Reply(200, {"campaigns": page, "count": len(wanted)} if page else {"count": len(wanted)})

    def create(self, call: Call) -> Reply:
        ident = self.new_id()
        record = self.blank(ident)
        merge(record, self._fields(call.body))
        self.keep(ident, record)
        return Reply(201, {"id": int(ident)})

    def blank(self, ident: str) -> dict[str, Any]:
        return {
            "id": int(ident),
            "type": "classic",
            "subject": "",
            "testSent": False,
            "header": "[DEFAULT_HEADER]",
            "footer": "[DEFAULT_FOOTER]",
            "sender": {},
            "replyTo": "desk@harbourpost.example",
            "toField": "",
            "htmlContent": "",
            "tag": "",
            "createdAt": MOMENT,
            "modifiedAt": MOMENT,
            "recipients": {"lists": [], "exclusionLists": []},
        }

    def look(self, call: Call) -> Reply:
        return Reply(200, self.record(call.slots["campaignId"]))

    def update(self, call: Call) -> Reply:
        self.change(call.slots["campaignId"], self._fields(call.body))
        return Reply(204)

    def locked(self) -> str:
        return "Campaign is already sent or queued and cannot be updated"

    def _fields(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """What is asked in one shape is told in another: listIds become lists, a sender gets an id."""
        fields = dict(body)
        asked = fields.pop("recipients", {})
        if any(each != LIST_ID for each in asked.get("listIds", [])):
            raise RefusalError(400, f"Invalid list IDs: {asked['listIds']}")
        if asked:
            lists = {"lists": asked.get("listIds", []), "exclusionLists": asked.get("exclusionListIds", [])}
            fields["recipients"] = lists
        if "sender" in fields:
            fields["sender"] = self._sender(fields["sender"])
        return fields

    def _sender(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        if "id" in asked and asked["id"] != SENDER_ID:
            raise RefusalError(400, "Sender is invalid / inactive")
        known = {"name": "The Harbour Post", "email": "desk@harbourpost.example"}
        return {**known, **asked, "id": SENDER_ID}
