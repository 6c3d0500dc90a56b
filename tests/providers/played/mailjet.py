"""Mailjet: a draft and its content; POST of the content empties the part not given, PUT keeps it."""

from base64 import b64decode
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply

LIST_ID = 5521


class Mailjet(House):
    provider = "mailjet"
    base = "/v3/REST"
    key = "00112233445566778899aabbccddeeff:ffeeddccbbaa99887766554433221100"
    audience = str(LIST_ID)
    does: ClassVar = {
        "GET /apikey": "keys",
        "GET /user": "user",
        "GET /myprofile": "user",
        "GET /contactslist/{id}": "list_",
        "GET /campaigndraft": "all",
        "POST /campaigndraft": "create",
        "GET /campaigndraft/{id}": "look",
        "PUT /campaigndraft/{id}": "update",
        "GET /campaigndraft/{id}/detailcontent": "content",
        "POST /campaigndraft/{id}/detailcontent": "replace",
        "PUT /campaigndraft/{id}/detailcontent": "fill",
    }
    places: ClassVar = {
        "name": ("Title",),
        "subject": ("Subject",),
        "from_name": ("SenderName",),
        "from_email": ("SenderEmail",),
        "reply_to": ("ReplyEmail",),
        "audience": ("ContactsListID",),
        "html": ("content", "Html-part"),
        "text": ("content", "Text-part"),
    }
    states: ClassVar = {"draft": 0, "scheduled": 1, "sent": 2, "gone": -2}
    state_at = ("Status",)

    def admits(self, headers: Mapping[str, str]) -> bool:
        kind, _, value = headers.get("authorization", "").partition(" ")
        return kind == "Basic" and b64decode(value).decode() == self.key

    def error(self, refused: RefusalError) -> Any:
        words = "; ".join((refused.words, *refused.faults))
        return {"ErrorInfo": "", "ErrorMessage": words, "StatusCode": refused.status}

    def keys(self, _call: Call) -> Reply:
        return listed(
            {"ID": 77, "APIKey": self.key.partition(":")[0], "Name": "harbourpost", "IsActive": True}
        )

    def user(self, _call: Call) -> Reply:
        return listed({"ID": 9001, "Username": "harbourpost", "Email": "desk@harbourpost.example"})

    def list_(self, call: Call) -> Reply:
        if call.slots["id"] != str(LIST_ID):
            raise RefusalError(404, "Object not found")
        return listed({"ID": LIST_ID, "Name": "Readers", "SubscriberCount": 1200, "IsDeleted": False})

    def all(self, call: Call) -> Reply:
        query = call.query
        wanted = [self._shown(record) for record in self.drafts.values() if _asked(record, query)]
        if query.get("Sort", "").upper().endswith("DESC"):
            wanted.reverse()
        first = query.get("Offset", 0)
        return listed(*wanted[first : first + query.get("Limit", 10)], total=len(wanted))

    def create(self, call: Call) -> Reply:
        self._known(call.body)
        ident = self.new_id()
        record = self.keep(ident, self.blank(ident) | deepcopy(call.body))
        return listed(self._shown(record), status=201)

    def blank(self, ident: str) -> dict[str, Any]:
        return {
            "ID": int(ident),
            "CreatedAt": MOMENT,
            "ModifiedAt": MOMENT,
            "Title": "",
            "Subject": "",
            "content": {},
        }

    def look(self, call: Call) -> Reply:
        return listed(self._shown(self.record(call.slots["id"])))

    def update(self, call: Call) -> Reply:
        self._known(call.body)
        return listed(self._shown(self.change(call.slots["id"], call.body)))

    def content(self, call: Call) -> Reply:
        return self._content(self.record(call.slots["id"]))

    def replace(self, call: Call) -> Reply:
        record = self.draft(call.slots["id"])
        record["content"] = {"Html-part": "", "Text-part": "", **call.body}
        self.changes.append(("filled", call.slots["id"]))
        return self._content(record, 201)

    def fill(self, call: Call) -> Reply:
        record = self.draft(call.slots["id"])
        record["content"] |= call.body
        self.changes.append(("filled", call.slots["id"]))
        return self._content(record)

    def unknown(self, _ident: str) -> str:
        return "Object not found"

    def _content(self, record: Mapping[str, Any], status: int = 200) -> Reply:
        return listed(
            {"Html-part": "", "Text-part": "", "MJMLContent": "", "Headers": {}, **record["content"]},
            status=status,
        )

    def _known(self, body: Mapping[str, Any]) -> None:
        if body.get("ContactsListID", LIST_ID) != LIST_ID:
            raise RefusalError(400, "ContactsListID: the contacts list does not exist.")

    def _shown(self, record: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in record.items() if name != "content"}


def listed(*data: Any, total: int | None = None, status: int = 200) -> Reply:
    found = len(data)
    return Reply(status, {"Count": found, "Data": list(data), "Total": found if total is None else total})


def _asked(record: Mapping[str, Any], query: Mapping[str, Any]) -> bool:
    return (
        query.get("Title") in (None, record["Title"])
        and query.get("Status") in (None, str(record["Status"]))
        and query.get("ContactsListID") in (None, record.get("ContactsListID"))
    )
