"""The played providers themselves: what is not in a provider's description must not pass."""

import json
from base64 import b64encode

import httpx
import pytest

from reading import description
from server import HOUSES, Server
from trouble import broken, dropped, html_page, lost, nonsense, refusal, silent, too_many

PROVIDERS = [house.provider for house in HOUSES]
KLAVIYO_TYPE = "application/vnd.api+json"
TITLE = "weekly-2026-11-22"

MAILCHIMP = {
    "type": "regular",
    "recipients": {"list_id": "a1b2c3d4e5"},
    "settings": {"title": TITLE, "subject_line": "Fog", "from_name": "Post", "reply_to": "a@post.example"},
}
KLAVIYO_MESSAGE = {
    "channel": "email",
    "label": "x",
    "content": {"subject": "Fog", "from_email": "a@post.example", "from_label": "Post"},
}
KLAVIYO_MESSAGES = {"data": [{"type": "campaign-message", "attributes": {"definition": KLAVIYO_MESSAGE}}]}
KLAVIYO = {
    "data": {
        "type": "campaign",
        "attributes": {
            "name": TITLE,
            "audiences": {"included": ["XyZ123"]},
            "campaign-messages": KLAVIYO_MESSAGES,
        },
    }
}
SENDGRID_CONFIG = {
    "subject": "Fog",
    "html_content": "<p>",
    "plain_content": "Fog",
    "generate_plain_content": False,
    "editor": "code",
    "suppression_group_id": 3,
    "sender_id": 4071,
}

GOOD = {
    "brevo": (
        "/emailCampaigns",
        {
            "name": TITLE,
            "subject": "Fog",
            "sender": {"name": "Post", "email": "a@post.example"},
            "htmlContent": "<p>",
            "previewText": "Fog again",
        },
    ),
    "buttondown": (
        "/emails",
        {
            "subject": "Fog",
            "body": "<p>",
            "status": "draft",
            "description": "Fog again",
            "metadata": {"digest": TITLE},
        },
    ),
    "klaviyo": ("/api/campaigns", KLAVIYO),
    "listmonk": (
        "/campaigns",
        {
            "name": TITLE,
            "subject": "Fog",
            "lists": [1],
            "type": "regular",
            "content_type": "html",
            "body": "<p>",
            "altbody": "Fog",
            "headers": [{"X-A": "b"}],
        },
    ),
    "mailchimp": ("/campaigns", MAILCHIMP),
    "mailjet": (
        "/campaigndraft",
        {
            "Locale": "en_US",
            "Sender": "Post",
            "SenderEmail": "a@post.example",
            "Subject": "Fog",
            "ContactsListID": 5521,
            "Title": TITLE,
        },
    ),
    "resend": (
        "/broadcasts",
        {
            "name": TITLE,
            "segment_id": "78261eea-8f8b-4381-83c6-79fa7120f1cf",
            "from": "Post <a@post.example>",
            "subject": "Fog",
            "html": "<p>",
            "text": "Fog",
        },
    ),
    "sendgrid": (
        "/v3/marketing/singlesends",
        {
            "name": TITLE,
            "send_to": {"list_ids": ["4b7e9a52-0f0e-4c0c-9a51-5d5c4f2b6a10"]},
            "email_config": SENDGRID_CONFIG,
        },
    ),
}
SENDING = {
    "brevo": {"scheduledAt": "2026-12-01T06:00:00Z"},
    "buttondown": {"status": "about_to_send"},
    "listmonk": {"send_later": True},
    "resend": {"send": True},
    "sendgrid": {"send_at": "2026-12-01T06:00:00Z"},
}


def keys(server: Server) -> dict[str, str]:
    key = server.key
    basic = f"Basic {b64encode((key if ':' in key else f'any:{key}').encode()).decode()}"
    return {
        "brevo": {"api-key": key},
        "buttondown": {"Authorization": f"Token {key}"},
        "klaviyo": {"Authorization": f"Klaviyo-API-Key {key}", "revision": "2026-07-15"},
        "resend": {"Authorization": f"Bearer {key}"},
        "sendgrid": {"Authorization": f"Bearer {key}"},
    }.get(server.house.provider, {"Authorization": basic})


@pytest.fixture
def served(request):
    with (
        Server(request.param) as server,
        httpx.Client(base_url=server.url, headers=keys(server), timeout=5) as client,
    ):
        yield server, client


every = pytest.mark.parametrize("served", PROVIDERS, indirect=True)
mailchimp = pytest.mark.parametrize("served", ["mailchimp"], indirect=True)


def make(served, body=None, path=""):
    server, client = served
    usual, good = GOOD[server.house.provider]
    kind = KLAVIYO_TYPE if server.house.provider == "klaviyo" else "application/json"
    content = json.dumps(good if body is None else body)
    return client.post(path or usual, content=content, headers={"Content-Type": kind})


def tables(value, at=()):
    """The places of all tables in a body."""
    if isinstance(value, dict):
        yield at
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in below:
        yield from tables(each, (*at, name))


def with_more(value, at, name):
    changed = json.loads(json.dumps(value))
    place = changed
    for part in at:
        place = place[part]
    place[name] = "x"
    return changed


@every
def test_what_is_right_makes_one_draft(served):
    server, client = served
    answer = make(served)
    assert answer.status_code in (200, 201)
    ident = server.drafts[0]
    assert client.get(f"{GOOD[server.house.provider][0]}/{ident}").status_code == 200
    held = server.held(ident)
    assert (held["subject"], held["state"]) == ("Fog", "draft")
    assert server.changes == [("created", ident)]


@every
def test_a_misspelt_field_is_refused_at_every_depth(served):
    server, _ = served
    good = GOOD[server.house.provider][1]
    free = {("metadata",), ("headers", 0)}
    for at in tables(good):
        answer = make(served, with_more(good, at, "preveiw"))
        faults = server.forgive()
        assert bool(faults) is (at not in free), at
        assert (answer.status_code >= 400) is (at not in free), at


@every
def test_a_misspelt_field_stands_in_the_answer_and_in_the_faults(served):
    server, _ = served
    answer = make(served, {**GOOD[server.house.provider][1], "preveiw": "x"})
    assert "preveiw" in answer.text
    assert "preveiw" in server.forgive()[0]
    assert server.drafts == []


@every
def test_without_a_field_it_needs_it_is_refused(served):
    server, _ = served
    _, good = GOOD[server.house.provider]
    for name in good:
        if name in ("previewText", "altbody", "headers", "description", "metadata", "Title", "send_to"):
            continue
        assert make(served, {key: value for key, value in good.items() if key != name}).status_code >= 400, (
            name
        )
        assert server.forgive(), name


@every
def test_a_fault_fails_the_test_at_its_end(served):
    server, _ = served
    make(served, {"nothing": "right"})
    with pytest.raises(AssertionError, match="nothing"):
        server.__exit__(None)
    server.forgive()


@every
def test_a_wrong_key_is_refused_and_is_no_fault(served):
    server, _ = served
    answer = httpx.get(
        server.url + GOOD[server.house.provider][0], headers={"Authorization": "Basic !", "api-key": "x"}
    )
    assert answer.status_code == 401
    assert "This key is not known here" in answer.text


@every
def test_what_no_description_names_is_404_or_405_and_a_fault(served):
    server, client = served
    assert client.get("/campaings").status_code == 404
    assert client.put(GOOD[server.house.provider][0], json={}).status_code == 405
    assert len(server.forgive()) == 2


@every
def test_an_unknown_id_is_refused_and_is_no_fault(served):
    server, client = served
    assert client.get(f"{GOOD[server.house.provider][0]}/7").status_code in (400, 404)


@every
def test_a_parameter_that_is_unknown_or_of_another_kind_is_a_fault(served):
    server, client = served
    client.get(GOOD[server.house.provider][0], params={"colour": "red"})
    assert any("colour" in fault for fault in server.forgive())


@mailchimp
def test_a_number_must_be_a_number(served):
    server, client = served
    assert client.get("/campaigns", params={"count": "many"}).status_code == 400
    assert "count" in server.forgive()[0]


@every
def test_another_content_type_is_a_fault(served):
    server, client = served
    path, good = GOOD[server.house.provider]
    client.post(path, content=json.dumps(good), headers={"Content-Type": "text/plain"})
    assert "text/plain" in server.forgive()[0]


@pytest.mark.parametrize("served", list(SENDING), indirect=True)
def test_a_field_that_sends_is_the_loudest_fault(served):
    server, _ = served
    make(served, {**GOOD[server.house.provider][1], **SENDING[server.house.provider]})
    assert any("WOULD SEND" in fault for fault in server.forgive())
    assert server.drafts == []


@every
def test_every_operation_that_sends_is_a_fault(served):
    server, client = served
    for operation in description(server.house.provider).overlay.sends:
        method, _, path = operation.operation.partition(" ")
        client.request(method, path.partition("{")[0] + "1" + path.partition("}")[2] if "{" in path else path)
        assert any("WOULD SEND" in fault for fault in server.forgive()), operation


@every
def test_a_person_there_edits_schedules_and_deletes(served):
    server, client = served
    make(served)
    ident = server.drafts[0]
    path = f"{GOOD[server.house.provider][0]}/{ident}"
    server.edit(ident, subject="Rain")
    assert server.held(ident)["subject"] == "Rain"
    server.set_status(ident, "sent")
    assert server.held(ident)["state"] == "sent"
    assert client.get(path).status_code == 200
    server.delete(ident)
    assert client.get(path).status_code in (400, 404)


@every
def test_what_others_have_there_is_listed_too(served):
    server, client = served
    server.crowd(3)
    params = {"filter": "equals(messages.channel,'email')"} if server.house.provider == "klaviyo" else {}
    listed = client.get(GOOD[server.house.provider][0], params=params)
    assert listed.status_code == 200
    assert listed.text.count("Somebody else's") == 3 or server.house.provider == "buttondown"


@every
def test_trouble_comes_in_the_order_it_was_written(served):
    server, _ = served
    path = GOOD[server.house.provider][0]
    server.script(
        "POST",
        "*",
        [too_many(9), broken(503), refusal(400, "Not on Sundays."), None, html_page(), nonsense()],
    )
    first = make(served)
    assert (first.status_code, first.headers["retry-after"]) == (429, "9")
    assert make(served).status_code == 503
    refused = make(served)
    assert "Not on Sundays." in refused.text
    assert server.drafts == []
    assert make(served).is_success
    assert make(served).headers["content-type"] == "text/html"
    assert len(server.drafts) == 1
    with pytest.raises(ValueError, match="Expecting"):
        make(served).json()
    assert len(server.drafts) == 2
    assert [asked.path for asked in server.requests] == [path] * 6


@every
def test_a_connection_is_lost_after_or_dropped_before(served):
    server, _ = served
    server.script("POST", "*", [dropped(), lost()])
    with pytest.raises(httpx.RemoteProtocolError):
        make(served)
    assert server.drafts == []
    with pytest.raises(httpx.RemoteProtocolError):
        make(served)
    assert len(server.drafts) == 1


@mailchimp
def test_silence_ends_with_the_client_s_patience(served):
    server, client = served
    server.script("GET", "/ping", [silent()])
    with pytest.raises(httpx.ReadTimeout):
        client.get("/ping", timeout=0.1)


@every
def test_new_drafts_can_be_born_scheduled(served):
    server, _ = served
    server.born("scheduled")
    make(served)
    assert server.held(server.drafts[0])["state"] == "scheduled"


@mailchimp
def test_only_the_fields_asked_for_are_answered(served):
    _, client = served
    make(served)
    told = client.get("/campaigns", params={"fields": "campaigns.settings.title,total_items"}).json()
    assert told == {"campaigns": [{"settings": {"title": TITLE}}], "total_items": 1}


@pytest.mark.parametrize("served", ["klaviyo"], indirect=True)
def test_klaviyo_copies_a_template_when_it_is_assigned(served):
    server, client = served
    make(served)
    fields = {"name": TITLE, "editor_type": "CODE", "html": "<p>", "text": "Fog"}
    template = make(served, {"data": {"type": "template", "attributes": fields}}, "/api/templates").json()[
        "data"
    ]["id"]
    message = server.raw(server.drafts[0])["message"]["id"]
    relation = {"template": {"data": {"type": "template", "id": template}}}
    body = {"data": {"type": "campaign-message", "id": message, "relationships": relation}}
    assert make(served, body, "/api/campaign-message-assign-template").status_code == 200
    server.house.templates[template]["html"] = "<p>later"
    assert server.held(server.drafts[0])["html"] == "<p>"
    shown = client.get(f"/api/campaign-messages/{message}", params={"include": "template"}).json()
    assert shown["included"][0]["attributes"]["html"] == "<p>"


@pytest.mark.parametrize("served", ["klaviyo"], indirect=True)
def test_klaviyo_wants_its_revision(served):
    server, client = served
    client.headers["revision"] = "2024-01-01"
    assert client.get("/api/accounts").status_code == 400
    assert "revision" in server.forgive()[0]


@pytest.mark.parametrize("served", ["mailjet"], indirect=True)
def test_mailjet_wants_both_parts_with_post_and_keeps_one_with_put(served):
    server, client = served
    make(served)
    path = f"/campaigndraft/{server.drafts[0]}/detailcontent"
    client.post(path, json={"Html-part": "<p>", "Text-part": "Fog"})
    client.put(path, json={"Html-part": "<b>"})
    assert (server.held(server.drafts[0])["html"], server.held(server.drafts[0])["text"]) == ("<b>", "Fog")
    client.post(path, json={"Html-part": "<i>"})
    assert "Text-part" in server.forgive()[0]
