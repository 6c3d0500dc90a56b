"""Klaviyo: JSON:API; a campaign has a message, and a message gets a copy of a template when that is assigned."""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, ClassVar

from played.house import MOMENT, Call, House, RefusalError, Reply, merge

LIST_ID = "XyZ123"
REVISION = "2026-07-15"
FILTER = re.compile(r"(equals|contains|any)\(([\w.]+),([^()]*)\)")
CONTENT = ("message", "definition", "content")


class Klaviyo(House):
    provider = "klaviyo"
    base = ""
    key = "pk_0123456789abcdef0123456789abcdef01"
    error_type = "application/vnd.api+json"
    audience = LIST_ID
    does: ClassVar = {
        "GET /api/accounts": "accounts",
        "GET /api/lists/{id}": "list_",
        "GET /api/segments/{id}": "list_",
        "GET /api/campaigns": "all",
        "POST /api/campaigns": "create",
        "GET /api/campaigns/{id}": "look",
        "PATCH /api/campaigns/{id}": "update",
        "DELETE /api/campaigns/{id}": "remove",
        "GET /api/campaigns/{id}/campaign-messages": "messages",
        "GET /api/campaign-messages/{id}": "message",
        "PATCH /api/campaign-messages/{id}": "update_message",
        "GET /api/campaign-messages/{id}/template": "message_template",
        "GET /api/campaign-messages/{id}/relationships/template": "message_template",
        "POST /api/campaign-message-assign-template": "assign",
        "GET /api/templates": "templates_",
        "POST /api/templates": "create_template",
        "GET /api/templates/{id}": "template",
        "PATCH /api/templates/{id}": "update_template",
        "DELETE /api/templates/{id}": "remove_template",
    }
    places: ClassVar = {
        "name": ("attributes", "name"),
        "subject": (*CONTENT, "subject"),
        "preheader": (*CONTENT, "preview_text"),
        "from_name": (*CONTENT, "from_label"),
        "from_email": (*CONTENT, "from_email"),
        "reply_to": (*CONTENT, "reply_to_email"),
        "audience": ("attributes", "audiences", "included"),
        "html": ("template", "html"),
        "text": ("template", "text"),
    }
    states: ClassVar = {"draft": "Draft", "scheduled": "Scheduled", "sending": "Sending", "sent": "Sent"}
    state_at = ("attributes", "status")

    def __init__(self) -> None:
        super().__init__()
        self.templates: dict[str, dict[str, Any]] = {}

    def admits(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"Klaviyo-API-Key {self.key}"

    def misses(self, headers: Mapping[str, str]) -> list[str]:
        told = headers.get("revision")
        return [] if told == REVISION else [f"revision: the header says {told}, and should say {REVISION}"]

    def error(self, refused: RefusalError) -> Any:
        titles = {401: "Incorrect authentication credentials.", 404: "Not found."}
        base = {"id": "9d2c5f1e", "code": "invalid", "title": titles.get(refused.status, "Invalid input.")}
        told = refused.faults or (refused.words,)
        return {"errors": [base | {"detail": each, "source": {"pointer": "/data"}} for each in told]}

    def accounts(self, _call: Call) -> Reply:
        contact = {"default_sender_name": "The Harbour Post", "organization_name": "The Harbour Post"}
        attributes = {"contact_information": contact, "timezone": "Europe/London"}
        return Reply(
            200, {"data": [{"type": "account", "id": "AbC123", "attributes": attributes, "links": LINKS}]}
        )

    def list_(self, call: Call) -> Reply:
        self._known([call.slots["id"]])
        kind = "segment" if "segments" in call.name else "list"
        return Reply(
            200, {"data": {"type": kind, "id": LIST_ID, "attributes": {"name": "Readers"}, "links": LINKS}}
        )

    def all(self, call: Call) -> Reply:
        wanted = [record for _, record in self.newest() if self._passes(record, call.query["filter"])]
        if (
            call.query.get("sort", "").lstrip("-") in ("created_at", "updated_at")
            and call.query["sort"][0] != "-"
        ):
            wanted.reverse()
        first, size = int(call.query.get("page[cursor]", 0)), call.query.get("page[size]", 100)
        more = f"https://a.klaviyo.com/api/campaigns?page%5Bcursor%5D={first + size}&page%5Bsize%5D={size}"
        links = {"self": LINK, "next": more if first + size < len(wanted) else None}
        page = wanted[first : first + size]
        return Reply(
            200, {"data": [self._shown(each) for each in page], "links": links, **self._along(page, call)}
        )

    def create(self, call: Call) -> Reply:
        attributes = deepcopy(call.body["data"]["attributes"])
        self._known(attributes["audiences"]["included"])
        message = attributes.pop("campaign-messages")["data"][0]["attributes"]["definition"]
        ident = f"01CAMPAIGN{int(self.new_id()):016}"
        record = self.blank(ident)
        merge(record, {"attributes": attributes, "message": {"definition": message}})
        return Reply(201, {"data": self._shown(self.keep(ident, record)), "links": LINKS})

    def blank(self, ident: str) -> dict[str, Any]:
        attributes = {
            "name": "",
            "archived": False,
            "audiences": {"included": [LIST_ID], "excluded": []},
            "send_options": {"use_smart_sending": True},
            "tracking_options": None,
            "send_strategy": {"method": "immediate"},
            "created_at": MOMENT,
            "scheduled_at": None,
            "updated_at": MOMENT,
            "send_time": None,
        }
        message = {
            "id": f"01MESSAGE{ident[-16:]}",
            "definition": {"channel": "email", "label": None, "content": {}},
        }
        return {"id": ident, "attributes": attributes, "message": message, "template": {}}

    def look(self, call: Call) -> Reply:
        record = self.record(call.slots["id"])
        return Reply(200, {"data": self._shown(record), "links": LINKS, **self._along([record], call)})

    def update(self, call: Call) -> Reply:
        ident = self._same(call)
        attributes = {
            name: value for name, value in call.body["data"]["attributes"].items() if value is not None
        }
        self._known(attributes.get("audiences", {}).get("included") or [])
        return Reply(
            200, {"data": self._shown(self.change(ident, {"attributes": attributes})), "links": LINKS}
        )

    def messages(self, call: Call) -> Reply:
        record = self.record(call.slots["id"])
        return Reply(
            200, {"data": [self._message(record)], "links": LINKS, **self._with_template(record, call)}
        )

    def message(self, call: Call) -> Reply:
        record = self._of_message(call.slots["id"])
        return Reply(
            200, {"data": self._message(record), "links": LINKS, **self._with_template(record, call)}
        )

    def update_message(self, call: Call) -> Reply:
        record = self._of_message(self._same(call))
        definition = call.body["data"]["attributes"].get("definition") or {}
        self.change(record["id"], {"message": {"definition": definition}})
        return Reply(200, {"data": self._message(record), "links": LINKS})

    def assign(self, call: Call) -> Reply:
        record = self.draft(self._of_message(call.body["data"]["id"])["id"])
        original = self._template(call.body["data"]["relationships"]["template"]["data"]["id"])
        record["template"] = deepcopy(original) | {"id": f"CLONE{next(self.numbers)}"}
        self.changes.append(("filled", record["id"]))
        return Reply(200, {"data": self._message(record), "links": LINKS})

    def message_template(self, call: Call) -> Reply:
        record = self._of_message(call.slots["id"])
        if not record["template"]:
            raise RefusalError(404, "No template is assigned to this message.")
        return Reply(200, {"data": self._shown_template(record["template"]), "links": LINKS})

    def templates_(self, call: Call) -> Reply:
        asked = call.query.get("filter", "")
        wanted = [
            each
            for each in reversed(self.templates.values())
            if all(
                value.strip("'\"") == str(each.get(name, each["id"]))
                for _, name, value in FILTER.findall(asked)
            )
        ]
        return Reply(
            200, {"data": [self._shown_template(each) for each in wanted], "links": {**LINKS, "next": None}}
        )

    def create_template(self, call: Call) -> Reply:
        ident = f"TPL{next(self.numbers)}"
        self.templates[ident] = {"id": ident, **call.body["data"]["attributes"]}
        return Reply(201, {"data": self._shown_template(self.templates[ident]), "links": LINKS})

    def template(self, call: Call) -> Reply:
        return Reply(200, {"data": self._shown_template(self._template(call.slots["id"])), "links": LINKS})

    def update_template(self, call: Call) -> Reply:
        template = self._template(self._same(call))
        merge(
            template,
            {name: each for name, each in call.body["data"]["attributes"].items() if each is not None},
        )
        return Reply(200, {"data": self._shown_template(template), "links": LINKS})

    def remove_template(self, call: Call) -> Reply:
        del self.templates[self._template(call.slots["id"])["id"]]
        return Reply(204)

    def _same(self, call: Call) -> str:
        if call.body["data"]["id"] != call.slots["id"]:
            raise RefusalError(409, "The id in the body is not the one in the address.")
        return call.slots["id"]

    def _known(self, lists: list[str]) -> None:
        if any(each != LIST_ID for each in lists):
            raise RefusalError(404, f"A list or segment with id {lists[0]} does not exist.")

    def _passes(self, record: Mapping[str, Any], asked: str) -> bool:
        conditions = FILTER.findall(asked)
        if not any(name == "messages.channel" for _, name, _ in conditions):
            raise RefusalError(400, "A filter on messages.channel is required.")
        return all(_holds(record, *condition) for condition in conditions)

    def _of_message(self, ident: str) -> dict[str, Any]:
        for record in self.drafts.values():
            if record["message"]["id"] == ident:
                return record
        raise RefusalError(404, f"A campaign message with id {ident} does not exist.")

    def _template(self, ident: str) -> dict[str, Any]:
        if ident not in self.templates:
            raise RefusalError(404, f"A template with id {ident} does not exist.")
        return self.templates[ident]

    def _shown(self, record: Mapping[str, Any]) -> dict[str, Any]:
        message = {"data": [{"type": "campaign-message", "id": record["message"]["id"]}], "links": BOTH}
        relations = {"campaign-messages": message, "tags": {"data": [], "links": BOTH}}
        told = {"id": record["id"], "attributes": record["attributes"], "relationships": relations}
        return {"type": "campaign", "links": LINKS, **deepcopy(told)}

    def _message(self, record: Mapping[str, Any]) -> dict[str, Any]:
        relations: dict[str, Any] = {
            "campaign": {"data": {"type": "campaign", "id": record["id"]}, "links": BOTH}
        }
        if record["template"]:
            template = {"type": "template", "id": record["template"]["id"]}
            relations["template"] = {"data": template, "links": BOTH}
        attributes = {
            "definition": record["message"]["definition"],
            "send_times": [],
            "created_at": MOMENT,
            "updated_at": MOMENT,
        }
        told = {"id": record["message"]["id"], "attributes": attributes, "relationships": relations}
        return {"type": "campaign-message", "links": LINKS, **deepcopy(told)}

    def _along(self, records: list[dict[str, Any]], call: Call) -> dict[str, Any]:
        asked = call.query.get("include", [])
        return {"included": [self._message(each) for each in records]} if "campaign-messages" in asked else {}

    def _with_template(self, record: Mapping[str, Any], call: Call) -> dict[str, Any]:
        if "template" not in call.query.get("include", []) or not record["template"]:
            return {}
        return {"included": [self._shown_template(record["template"])]}

    def _shown_template(self, template: Mapping[str, Any]) -> dict[str, Any]:
        attributes = {name: value for name, value in template.items() if name != "id"}
        attributes |= {"created": MOMENT, "updated": MOMENT}
        return {"type": "template", "id": template["id"], "attributes": attributes, "links": LINKS}


LINK = "https://a.klaviyo.com/api/"
LINKS = {"self": LINK}
BOTH = {"self": LINK, "related": LINK}


def _holds(record: Mapping[str, Any], how: str, name: str, value: str) -> bool:
    told = {
        "name": record["attributes"]["name"],
        "status": record["attributes"]["status"],
        "messages.channel": "email",
    }
    told |= {"archived": "false", "id": record["id"]}
    asked = value.strip().strip("\"'")
    if how == "contains":
        return asked.casefold() in str(told[name]).casefold()
    if how == "any":
        return told[name] in [each.strip("\"' ") for each in value.strip("[] ").split(",")]
    return bool(told[name] == asked)
