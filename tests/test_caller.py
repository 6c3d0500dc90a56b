import json
import socket
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import trustme
from msgspec import Struct

import apiserver
from apiserver import LOST, serving
from digest.errors import HandoffError, RefusedError, UncertainError, UnreachedError
from digest.handoff.caller import Caller, Tools, basic
from website import running

KEY = "key-4f0e2b91"


class Thing(Struct):
    id: str


def caller(base, waits=None, patience=5.0):
    waited = [] if waits is None else waits
    return Caller(
        "Postly",
        base,
        {"Authorization": f"Bearer {KEY}"},
        (KEY,),
        Tools(wait=waited.append, patience=patience),
    )


def refusal(status, body=None, **headers):
    return (
        status,
        {name.replace("_", "-"): value for name, value in headers.items()},
        json.dumps(body or {}).encode(),
    )


def test_an_answer_is_given_as_the_kind_that_was_asked_for():
    with serving() as server:
        assert caller(server.base).get(Thing, "drafts", "1", params={"page": 2}) == Thing(id="1")
    method, path, headers, _ = server.requests[0]
    assert (method, path) == ("GET", "/v1/drafts/1?page=2")
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert headers["User-Agent"].startswith("newsroom-digest/")


def test_a_body_is_sent_as_json():
    with serving() as server:
        caller(server.base).put(Thing, "drafts", "1", body={"subject": "Fähre"})
    assert server.requests[0][3] == {"subject": "Fähre"}
    assert server.requests[0][2]["Content-Type"] == "application/json"


def test_an_id_can_lead_to_no_other_path():
    with serving() as server:
        caller(server.base).get(Thing, "drafts", "../../admin?x=1#")
    assert server.requests[0][1] == "/v1/drafts/..%2F..%2Fadmin%3Fx%3D1%23"


@pytest.mark.parametrize("ident", ["", ".", ".."])
def test_an_id_that_leads_up_or_to_everything_is_not_asked_for(ident):
    with serving() as server, pytest.raises(HandoffError, match=r"handoff.json"):
        caller(server.base).patch(Thing, "drafts", ident, body={})
    assert server.requests == []


@pytest.mark.parametrize("method", ["get", "put", "patch"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_be_repeated_is_repeated_after_trouble(method, status):
    with serving(refusal(status), refusal(status)) as server:
        more = {} if method == "get" else {"body": {}}
        assert getattr(caller(server.base), method)(Thing, "a", **more).id == "1"
    assert len(server.requests) == 3


def test_it_is_not_repeated_for_ever():
    with (
        serving(*[refusal(503, {"message": "down"})] * 9) as server,
        pytest.raises(RefusedError, match=r"503.*down"),
    ):
        caller(server.base).get(Thing, "a")
    assert len(server.requests) == 4


def test_it_waits_as_long_as_it_is_told_to():
    waits = []
    with serving(refusal(429, Retry_After="7"), refusal(429, Retry_After="0")) as server:
        caller(server.base, waits).get(Thing, "a")
    assert waits == [7.0, 0.0]


def test_it_waits_until_the_moment_it_is_told():
    waits = []
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    with serving(refusal(503, Retry_After=moment)) as server:
        caller(server.base, waits).get(Thing, "a")
    assert 25 < waits[0] <= 30


def test_nobody_is_made_to_wait_for_an_hour():
    waits = []
    told = r"too many.*left alone for 3600 seconds"
    busy = refusal(429, {"message": "too many"}, Retry_After="3600")
    with serving(busy) as server, pytest.raises(RefusedError, match=told):
        caller(server.base, waits).get(Thing, "a")
    assert waits == []


def test_a_post_is_repeated_after_429_for_it_was_not_carried_out():
    with serving(refusal(429)) as server:
        caller(server.base).post(Thing, "drafts", body={})
    assert len(server.requests) == 2


@pytest.mark.parametrize("trouble", [refusal(500), refusal(502), refusal(504), LOST])
def test_a_post_that_may_have_been_carried_out_is_never_repeated(trouble):
    with serving(trouble) as server, pytest.raises(UncertainError):
        caller(server.base).post(Thing, "drafts", body={})
    assert len(server.requests) == 1


def test_a_post_whose_answer_cannot_be_read_may_have_been_carried_out():
    with serving((200, {}, b"<html>proxy login</html>")) as server, pytest.raises(UncertainError):
        caller(server.base).post(Thing, "drafts", body={})


def test_a_broken_connection_is_tried_again_where_that_changes_nothing():
    with serving(LOST, LOST) as server:
        assert caller(server.base).get(Thing, "a").id == "1"


def test_where_nobody_listens_it_is_said_and_a_post_was_not_carried_out():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(UnreachedError, match=r"Postly .127.0.0.1. cannot be reached"):
        caller(base).post(Thing, "a", body={})


def test_a_server_that_never_answers_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(UncertainError, match=r"broke off"):
            caller(base, patience=0.2).post(Thing, "a", body={})


def test_the_provider_s_own_words_are_told_and_no_key():
    body = {"title": "API Key Invalid", "detail": f"Your key {KEY} is not valid"}
    with serving(refusal(401, body)) as server, pytest.raises(RefusedError) as caught:
        caller(server.base).get(Thing, "a")
    told = str(caught.value)
    assert "API Key Invalid; Your key … is not valid" in told
    assert "digest login postly" in told
    assert KEY not in told
    assert caught.value.status == 401
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "form", [KEY, basic("any", KEY), basic("any", KEY).removeprefix("Basic "), f"any%3A{KEY}"]
)
def test_a_key_is_not_told_in_any_form_in_which_it_was_sent(form):
    with (
        serving(refusal(400, {"message": f"got {form} from you"})) as server,
        pytest.raises(RefusedError) as caught,
    ):
        Caller("Postly", server.base, {"Authorization": basic("any", KEY)}, (KEY,), Tools()).get(Thing, "a")
    assert str(caught.value).startswith("Postly refused (400): got ")
    for secret in (KEY, basic("any", KEY).removeprefix("Basic ")):
        assert secret not in str(caught.value)


def test_the_provider_s_words_are_told_with_a_status_that_nobody_knows_too():
    answers = refusal(499, {"message": "the quay is closed"}), (499, {}, b"")
    with serving(*answers) as server:
        for told in ("the quay is closed", "no reason was given"):
            with pytest.raises(RefusedError, match=rf"refused .499.: {told}"):
                caller(server.base).get(Thing, "a")


def test_redirects_are_not_followed_for_the_key_would_go_along():
    with (
        serving() as other,
        serving((302, {"Location": other.base}, b"")) as server,
        pytest.raises(RefusedError),
    ):
        caller(server.base).get(Thing, "a")
    assert other.requests == []


def test_control_characters_do_not_reach_the_screen():
    with serving((400, {}, b"\x1b[31mred\x07")) as server, pytest.raises(RefusedError) as caught:
        caller(server.base).get(Thing, "a")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "base", ["http://api.example.org", "ftp://example.org", "api.example.org", "http://10.0.0.1"]
)
def test_a_key_does_not_travel_without_https(base):
    with pytest.raises(HandoffError, match=r"without https"):
        caller(base)


@pytest.mark.parametrize(
    "base",
    ["https://", "https:///v1", "http://[::1", "https://a.example/v1?x=1", "https://a.example/#x",
     "https://desk:s3cret@a.example/v1", "http://desk:s3cret@a.example/v1"],
)  # fmt: skip
def test_an_address_that_is_more_or_less_than_a_base_is_refused_without_telling_a_password(base):
    with pytest.raises(HandoffError, match=r"digest.toml") as caught:
        caller(base)
    assert "s3cret" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_told_as_such():
    server = apiserver.ApiServer()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with (
        running(server),
        pytest.raises(UnreachedError, match=r"certificate of 127.0.0.1 is not to be trusted"),
    ):
        caller(server.base.replace("http:", "https:")).get(Thing, "a")
    assert server.requests == []


def test_the_environment_s_proxy_is_used_and_told_when_it_is_not_there(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(UnreachedError, match=r"look at the network or the proxy"):
        caller("https://api.example.org").get(Thing, "a")


def test_an_answer_without_content_is_none():
    with serving((204, {}, b"")) as server:
        assert caller(server.base).put(type(None), "a", body={}) is None


def test_name_and_password_are_one_header():
    assert basic("any", "key") == "Basic YW55OmtleQ=="


@pytest.mark.parametrize("key", ["two\nlines", "a\x00b", "schlüssel"])
def test_a_key_that_cannot_be_one_is_refused_without_telling_it(key):
    with pytest.raises(HandoffError, match="no key has") as caught:
        Caller("Postly", "https://api.example.org", {}, (key,), Tools())
    assert key not in str(caught.value)
