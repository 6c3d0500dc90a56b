"""Who is refused at the desk's door, and what every answer carries."""

import pytest

from desk_door import CHANGING, HOST, ORIGIN, TOKEN
from digest.preview.guard import Address

EVERYWHERE = [
    "/",
    "/events",
    "/api/state",
    "/api/story/fees",
    "/view/html",
    "/out/email.html",
    "/static/desk.js",
]


@pytest.mark.parametrize("path", [*EVERYWHERE, "/nowhere"])
def test_without_the_key_nothing_is_answered(stranger, path):
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "Open the address that digest preview printed" in answer.text


def test_the_key_is_exchanged_for_a_cookie_that_scripts_and_other_sites_do_not_have(stranger):
    answer = stranger.get("/", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "digest-desk-8710=" in cookie
    assert stranger.get("/api/state").status_code == 200


def test_the_key_of_another_run_opens_nothing(stranger):
    assert stranger.get("/", params={"token": "another"}).status_code == 403
    cookie = {"cookie": "digest-desk-8710=another"}
    assert stranger.get("/api/state", headers=cookie).status_code == 403
    assert stranger.get("/api/state", params={"token": TOKEN}).status_code == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8710", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8710", ""],
)
def test_a_foreign_host_is_refused_even_with_the_key(editor, host):
    assert editor.get("/api/state", headers={"host": host}).status_code == 421
    assert editor.get("/", params={"token": TOKEN}, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8710", "localhost:8710", "LOCALHOST:8710", "[::1]:8710"])
def test_this_computer_s_own_names_are_known(host):
    assert Address("127.0.0.1", 8710).is_ours(host)


def test_at_an_address_for_all_networks_an_ip_will_do_but_no_name():
    anywhere = Address("0.0.0.0", 8710)
    assert anywhere.is_ours("192.168.0.7:8710")
    assert not anywhere.is_ours("192.168.0.7:8711")
    assert not anywhere.is_ours("rebound.example:8710")


def test_the_usual_port_may_be_left_out():
    assert Address("127.0.0.1", 80).is_ours("127.0.0.1")
    assert Address("::1", 80).is_ours("[::1]")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", EVERYWHERE[1:])
def test_a_page_of_another_site_or_port_may_not_ask(editor, site, path):
    assert editor.get(path, headers={"sec-fetch-site": site}).status_code == 403


def test_a_link_from_elsewhere_may_lead_to_the_desk(editor):
    assert editor.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-desk": "1"},
        {"origin": ORIGIN},
        {**CHANGING, "origin": "http://evil.example"},
        {**CHANGING, "origin": "http://127.0.0.1:3000"},
        {**CHANGING, "origin": f"https://{HOST}"},
        {**CHANGING, "origin": "null"},
        {**CHANGING, "sec-fetch-site": "cross-site"},
    ],
)
def test_only_the_desk_s_own_page_changes_anything(editor, headers):
    assert editor.post("/api/open-folder", headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(editor, method):
    assert editor.request(method, "/api/state", headers=CHANGING).status_code == 405


@pytest.mark.parametrize("path", ["/", "/api/state", "/static/desk.js", "/nowhere"])
def test_every_answer_keeps_other_pages_out(editor, path):
    headers = editor.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fcli.py",
        "/static//etc/passwd",
        "/view/images/..%2f..%2fissue.toml",
        "/view/images/%2fetc%2fpasswd",
        "/view/../issue.toml",
        "/out/..%2fissue.toml",
        "/api/story/..%2f..%2fdigest.toml",
    ],
)
def test_no_path_leads_out_of_what_is_served(editor, path):
    assert editor.get(path).status_code in {404, 405}
