"""Links asked for, politely: real servers on loopback."""

import json
import socket
import time
from itertools import pairwise

import pytest

from digest.errors import Fault
from digest.sources.web import ask as asking
from digest.sources.web import remembered, survey
from digest.sources.web.ask import ask
from website import Website, running, untrusted


@pytest.fixture
def site():
    answers = {
        "/": (200, {"Content-Type": "text/html; charset=utf-8"}),
        "/fees": (200, {"Content-Type": "text/html"}),
        "/quay.png": (200, {"Content-Type": "image/png"}),
        "/taken-down": (410, {}),
        "/busy": (503, {}),
        "/often": (429, {}),
        "/old": (301, {"Location": "/older"}),
        "/older": (308, {"Location": "/fees"}),
        "/today": (302, {"Location": "/fees"}),
        "/to-nothing": (301, {"Location": "/nothing"}),
        "/round": (302, {"Location": "/round"}),
        "/away": (302, {"Location": "http://10.0.0.1/"}),
    }
    with running(Website(answers, get_only={"/fees"})) as server:
        yield server


def asked(url, **options):
    return ask(url, {}, **{"allow_private": True, **options})


def many(urls, folder=None, told=lambda *_: None, **options):
    return survey.survey(urls, folder, told, **{"allow_private": True, **options})


@pytest.fixture
def hasty(monkeypatch):
    monkeypatch.setattr(survey, "PAUSE", 0)


def test_a_page_that_is_there_is_asked_for_with_head_alone(site):
    reply = asked(site.url("/"))
    assert (reply.status, reply.kind, reply.final, reply.fault) == (200, "text/html", "", None)
    assert site.asked == [("HEAD", "/")]


def test_a_server_that_refuses_head_is_asked_with_get(site):
    assert asked(site.url("/fees")).status == 200
    assert site.asked == [("HEAD", "/fees"), ("GET", "/fees")]


def test_a_server_that_asks_for_fewer_questions_is_asked_no_more(site):
    assert asked(site.url("/often")).status == 429
    assert len(site.asked) == 1


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/taken-down", 410), ("/busy", 503)])
def test_error_pages_are_told_by_their_status(site, path, status):
    assert asked(site.url(path)).status == status


def test_redirects_are_followed_to_where_they_lead_and_whether_for_good(site):
    old, today = asked(site.url("/old")), asked(site.url("/today"))
    assert (old.status, old.final, old.lasting) == (200, site.url("/fees"), True)
    assert (today.final, today.lasting) == (site.url("/fees"), False)
    gone = asked(site.url("/to-nothing"))
    assert (gone.status, gone.final) == (404, site.url("/nothing"))


def test_redirects_in_a_circle_are_told(site):
    reply = asked(site.url("/round"))
    assert reply.fault is Fault.LOOP
    assert "without end" in reply.told
    assert "save the page" not in reply.told


def test_private_hosts_are_refused_unless_allowed_and_never_behind_the_open_web(site):
    reply = ask(site.url("/"), {})
    assert (reply.fault, site.asked) == (Fault.PRIVATE, [])
    assert "127.0.0.1" in reply.told


def test_a_host_nobody_knows_is_told():
    assert asked("http://nowhere.invalid/").fault is Fault.HOST


def test_a_port_where_nobody_listens_is_told():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert asked(f"http://127.0.0.1:{port}/").fault is Fault.CONNECTION


def test_a_host_without_sound_tls_is_told(site):
    assert asked(site.url("/").replace("http:", "https:")).fault is Fault.TLS


def test_what_is_no_address_is_told():
    assert asked("http://[::1/").fault is Fault.ADDRESS


def test_a_server_that_does_not_reply_in_time_is_told(site, monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    site.slow["/"] = 2
    assert asked(site.url("/")).fault is Fault.TIME


def test_a_host_that_keeps_programs_out_is_left_alone(site, monkeypatch):
    monkeypatch.setattr("digest.sources.web.visit.is_public", lambda _address: True)
    monkeypatch.setattr("digest.sources.web.visit.body_of", lambda *_: b"User-agent: *\nDisallow: /fees\n")
    site.answers["/robots.txt"] = (200, {})
    rules = {}
    assert ask(site.url("/fees"), rules).fault is Fault.ROBOTS
    assert ask(site.url("/"), rules).status == 200
    assert site.asked == [("GET", "/robots.txt"), ("HEAD", "/")]


@pytest.mark.usefixtures("hasty")
def test_every_address_gets_its_reply_and_is_asked_once(site):
    steps = []
    urls = [site.url("/"), site.url("/nowhere"), "http://[::1/", site.url("/")]
    replies = many(urls, told=lambda done, total: steps.append((done, total)))
    assert [replies[url].status for url in urls] == [200, 404, 0, 200]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert site.asked.count(("HEAD", "/")) == 1


def test_a_host_is_asked_for_one_address_at_a_time_with_a_pause(site, monkeypatch):
    monkeypatch.setattr(survey, "PAUSE", 0.05)
    many([site.url(f"/?{number}") for number in range(4)])
    assert site.most_at_once == 1
    heads = [when for (method, _), when in zip(site.asked, site.times, strict=True) if method == "HEAD"]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(heads))


@pytest.mark.usefixtures("hasty")
def test_several_hosts_are_asked_at_once(site, monkeypatch):
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _host, port, *_, **_kind: [(2, 1, 6, "", ("127.0.0.1", port))]
    )
    site.slow["/"] = 0.3
    many([site.url("/", host=f"{name}.test") for name in "abcd"])
    assert site.most_at_once > 1


@pytest.mark.usefixtures("hasty")
def test_good_replies_are_remembered_for_some_hours_and_bad_ones_are_asked_anew(site, tmp_path, monkeypatch):
    urls = [site.url("/"), site.url("/nowhere")]
    first = many(urls, tmp_path)
    site.asked.clear()
    assert many(urls, tmp_path) == first
    assert site.asked == [("HEAD", "/nowhere"), ("GET", "/nowhere")]
    late = time.time() + remembered.HOURS * 3600
    monkeypatch.setattr(remembered, "time", lambda: late)
    many(urls, tmp_path)
    assert ("HEAD", "/") in site.asked


@pytest.mark.usefixtures("hasty")
def test_what_a_private_host_replied_is_not_remembered_for_who_must_not_ask_it(site, tmp_path):
    many([site.url("/")], tmp_path)
    assert many([site.url("/")], tmp_path, allow_private=False)[site.url("/")].fault is Fault.PRIVATE


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("content", [b"", b"{", b"[1]", json.dumps({"http://a": 3}).encode()])
def test_a_memory_that_is_damaged_is_no_memory(site, tmp_path, content):
    (tmp_path / "replies-private.json").write_bytes(content)
    assert many([site.url("/")], tmp_path)[site.url("/")].status == 200


@pytest.mark.usefixtures("hasty")
def test_a_folder_that_cannot_be_written_costs_nothing_but_time(site, tmp_path):
    (tmp_path / "file").write_text("")
    assert many([site.url("/")], tmp_path / "file")[site.url("/")].status == 200


def test_a_certificate_nobody_trusts_is_told(tmp_path):
    with untrusted(tmp_path) as url:
        reply = asked(url)
    assert reply.fault is Fault.TLS
    assert "does not prove who it is" in reply.told
