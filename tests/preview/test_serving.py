"""The desk as the command serves it: a real server, and a real browser in front of it."""

import http.server
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from functools import partial
from pathlib import Path

import httpx
import pytest

from browsing import CHROMIUM, FLAGS
from digest.errors import UsageError
from digest.preview.guard import Address
from digest.preview.server import parse_address, serve
from pasted import CRANES

IDLE_LIMIT = 80_000  # kilobytes of memory, once everything has been looked at


@pytest.fixture
def page(served):
    """A browser's page on the desk, and everything it complained of."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context().new_page()
        page.complaints = []
        page.on("console", lambda said: page.complaints.append(said.text))
        page.goto(served)
        yield page
        browser.close()


def until(page, script):
    """Waits until a script of the page says yes; the desk's policy lets Playwright's own waiting not run."""
    deadline = time.monotonic() + 30
    while not page.evaluate(script):
        assert time.monotonic() < deadline, script
        page.wait_for_timeout(20)


def frame_of(page, path):
    """A frame with a view of the email in it, as the page has one, at the desk's own origin."""
    page.evaluate(
        """path => new Promise(done => {
        const frame = document.createElement("iframe");
        frame.id = "seen"; frame.setAttribute("sandbox", "allow-same-origin");
        frame.onload = done; frame.src = path; document.body.append(frame); })""",
        path,
    )
    return page.query_selector("#seen").content_frame()


def test_the_printed_address_opens_the_desk_and_hides_its_key(page):
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", page.url)
    assert page.evaluate("document.cookie") == ""


def test_a_script_in_an_article_does_not_run_nor_reach_the_desk(page, week):
    headline = "Fees <img src=x onerror=\"parent.document.title='taken'\"> fall again"
    text = f"{headline}\n\nThe board said on Monday that every one of its fees would fall by a tenth."
    (week / "sources" / "fees.txt").write_text(text, "utf-8")
    until(page, "fetch('/view/source').then(r => r.text()).then(t => t.includes('fall again'))")
    frame = frame_of(page, "/view/html")
    assert "onerror" in frame.inner_text("body")
    assert page.title() != "taken"
    assert frame.evaluate("document.querySelectorAll('script, [onerror], form').length") == 0


def test_the_frame_s_scripts_are_off_whatever_it_holds(page):
    frame = frame_of(page, "/view/html")
    page.evaluate(
        """() => { const inside = document.querySelector("#seen").contentDocument;
        const script = inside.createElement("script"); script.textContent = "parent.document.title = 'taken'";
        inside.body.append(script); }"""
    )
    assert frame.evaluate("document.querySelectorAll('script').length") == 1
    assert page.title() != "taken"


def test_another_page_of_this_computer_can_neither_read_nor_change_nor_frame_the_desk(page, week):
    before = (week / "issue.toml").read_bytes()
    desk = page.url
    elsewhere = page.context.new_page()
    elsewhere.route(
        "http://127.0.0.1:1/**", lambda route: route.fulfill(body="<p>elsewhere", content_type="text/html")
    )
    elsewhere.goto("http://127.0.0.1:1/")
    tried = elsewhere.evaluate(
        """async desk => {
        const outcomes = [];
        for (const how of [{}, {mode: "no-cors"}, {method: "POST", mode: "no-cors", body: "{}"},
                           {method: "POST", headers: {"X-Desk": "1"}, body: "{}"}]) {
            const path = how.method ? "api/undo" : "api/state";
            const asked = fetch(desk + path, {credentials: "include", ...how});
            outcomes.push(await asked.then(got => got.text()).catch(() => "refused"));
        }
        const frame = document.createElement("iframe"); frame.src = desk; document.body.append(frame);
        await new Promise(done => { frame.onload = done; });
        outcomes.push(frame.contentDocument ? "seen" : "refused");
        return outcomes; }""",
        desk,
    )
    assert all(outcome in ("refused", "") for outcome in tried), tried
    assert (week / "issue.toml").read_bytes() == before


def test_forced_dark_is_dark_and_light_is_light_in_a_real_browser(page):
    background = "getComputedStyle(document.documentElement).filter"
    assert "invert" in frame_of(page, "/view/html?scheme=forced").evaluate(background)
    page.evaluate("document.querySelector('#seen').remove()")
    dark = frame_of(page, "/view/html?scheme=dark").evaluate("matchMedia('(min-width: 0)').matches")
    assert dark


def test_a_save_reaches_the_page_by_itself(page, week):
    page.evaluate(
        """() => { window.told = []; new EventSource("/events").onmessage = event =>
        window.told.push(JSON.parse(event.data).kind); }"""
    )
    until(page, "window.told.includes('hello')")
    toml = week / "issue.toml"
    until(page, "fetch('/api/state').then(r => r.json()).then(s => s.checked.deep)")
    toml.write_text(f'subject = "Boats"\n{toml.read_text("utf-8")}', "utf-8")
    until(page, "window.told.includes('email')")
    assert page.evaluate("fetch('/view/source').then(r => r.text())").count("<title>Boats</title>") == 1


def test_the_page_keeps_to_its_own_policy(page):
    page.wait_for_timeout(300)
    assert [said for said in page.complaints if "Content Security Policy" in said] == []


def test_an_idle_desk_takes_little_memory(page):
    until(page, "fetch('/api/check').then(r => r.json()).then(s => s.checked.deep)")
    port = page.url.rpartition(":")[2].strip("/")
    assert resident(port) <= IDLE_LIMIT


def resident(port):
    """The memory, in kilobytes, of the process that serves a port; where /proc cannot be asked, none."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            if b"digest\0preview" in command and listens(folder, port):
                return int(re.search(r"VmRSS:\s+(\d+)", (folder / "status").read_text())[1])
        except OSError:
            continue
    return 0


def listens(folder, port):
    sockets = {link.readlink().name for link in (folder / "fd").iterdir() if link.is_symlink()}
    lines = (folder / "net" / "tcp").read_text().splitlines()[1:]
    return any(
        int(line.split()[1].partition(":")[2], 16) == int(port) and f"socket:[{line.split()[9]}]" in sockets
        for line in lines
    )


def test_an_editor_ends_it_with_ctrl_c_and_without_complaint(week):
    command = [sys.executable, "-m", "digest", "preview", str(week), "-a", "127.0.0.1:0", "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    url = process.stdout.readline().strip()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    opener.open(url)
    stream = opener.open(f"{url.partition('?')[0]}events")  # a page that is still open
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=10)
    stream.close()
    assert (process.returncode, complaints) == (0, "")


def bring(week, address, *flags):
    """What the desk, as the command serves it, answers to an article brought by its address."""
    command = [sys.executable, "-m", "digest", "preview", str(week), "-a", "127.0.0.1:0", "--no-open", *flags]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        desk = httpx.URL(process.stdout.readline().strip())
        origin = str(desk.copy_with(query=None)).rstrip("/")
        with httpx.Client(base_url=origin, headers={"origin": origin, "x-desk": "1"}) as editor:
            editor.get(desk)
            answer = editor.post("/api/capture", json={"url": address}).json()
        process.terminate()
    return answer


def test_a_page_on_a_private_host_is_fetched_with_leave_only(week, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "cranes.txt").write_text(CRANES, "utf-8")
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/cranes.txt"
        assert "--allow-private" in bring(week, address)["message"]
        assert (
            bring(week, address, "--allow-private")["article"]["headline"] == "Crane drivers go back to work"
        )
        server.shutdown()


def test_an_address_that_is_taken_is_told(week):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match="cannot be served"):
            serve(week, Address("127.0.0.1", port), print, browser=False)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("8800", Address("127.0.0.1", 8800)),
        (":8800", Address("127.0.0.1", 8800)),
        ("localhost", Address("localhost", 8710)),
        ("[::1]:8800", Address("::1", 8800)),
        ("[::1]", Address("::1", 8710)),
        ("0.0.0.0:0", Address("0.0.0.0", 0)),
    ],
)
def test_an_address_may_be_given_in_part(given, address):
    assert parse_address(given) == address


@pytest.mark.parametrize("given", ["127.0.0.1:port", "127.0.0.1:70000", ":-1"])
def test_what_is_no_address_is_refused(given):
    with pytest.raises(UsageError, match="give HOST:PORT"):
        parse_address(given)
