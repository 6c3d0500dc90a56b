"""A newsroom with an issue of two stories, its desk asked in this process, and served as editors serve it."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from browsing import CHROMIUM, FLAGS
from desk_browser import LEAD, WIDE, email
from desk_door import ORIGIN, TOKEN
from digest.preview.app import desk
from digest.preview.guard import Address
from digest.preview.live import Live
from digest.preview.workshop import Workshop
from mailhouse import PASSWORD, USER, House, Inbox, serving
from pasted import FEES
from server import Server

DIGEST_TOML = '[publication]\nname = "Quayside"\nurl = "https://quayside.example"\n'
ISSUE_TOML = """\
# This week's issue
number = 4
date = 2026-11-20

[[stories]]
source = "sources/fees.txt"
kicker = "Ports"   # a word above

[[stories]]
source = "sources/ferry.txt"
"""
FERRY = """Ferry timetable loses its last boat

By Ida Brandt
18 November 2026

The night boat to Sandholm will stop in March, the Coast Ferry Board told its forty crew on Tuesday.

"Nobody sails at two in the morning for the view," said Olaf Brekke, who runs the board.

The board says the money saved will pay for a second boat on summer mornings, when queues are long.
"""
FILES = {
    "digest.toml": DIGEST_TOML,
    "issues/week/issue.toml": ISSUE_TOML,
    "issues/week/sources/fees.txt": FEES,
    "issues/week/sources/ferry.txt": FERRY,
}


@pytest.fixture(autouse=True)
def _quick_checks(without_spam_filter):
    """The desk looks at an issue after every change, and no test here is about spam."""


@pytest.fixture
def week(newsroom):
    """The folder of an issue of two stories."""
    return newsroom(FILES) / "issues" / "week"


@pytest.fixture
def workshop(week):
    made = Workshop(week)
    made.refresh()
    return made


@pytest.fixture
def mailchimp(week, monkeypatch):
    """Mailchimp on this computer, where issues go to, and its key in the environment."""
    with Server("mailchimp") as server:
        monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", server.key)
        add(week, '[handoff]\nprovider = "mailchimp"\n')
        add(week, f'[providers.mailchimp]\naudience = "{server.house.audience}"\nurl = "{server.url}"\n')
        yield server


@pytest.fixture
def inbox(week, monkeypatch):
    """What colleagues at quay.example got, but for Ben, whom nobody there knows."""
    house, inbox = House(week.parent.parent), Inbox(refused={"ben@quay.example"})
    monkeypatch.setenv("DIGEST_SMTP_KEY", PASSWORD)
    with serving(inbox, house.context()) as port:
        add(week, f'[proof]\nhost = "localhost"\nport = {port}\nuser = "{USER}"\n')
        add(week, 'ca_file = "authority.pem"\nproof_to = ["quay.example"]\n')
        yield inbox


def add(week, text):
    """Writes more into digest.toml, and whom mail is from."""
    file = week.parent.parent / "digest.toml"
    said = file.read_text()
    sender = "" if "[sender]" in said else '[sender]\naddress = "weekly@quayside.example"\n'
    file.write_text(f"{said}{sender}{text}")


@pytest.fixture
def stranger_of():
    """Somebody who knows the address of a folder's desk, but not its key."""
    with ExitStack() as open_desks:

        def knock(folder):
            app = desk(Live(Workshop(folder)), Address("127.0.0.1", 8710), TOKEN)
            return open_desks.enter_context(TestClient(app, base_url=ORIGIN, follow_redirects=False))

        yield knock


@pytest.fixture
def editor_of(stranger_of):
    """The editor's browser on a folder's desk, with the key in its cookie."""

    def sit_down(folder):
        client = stranger_of(folder)
        client.get("/", params={"token": TOKEN})
        return client

    return sit_down


@pytest.fixture
def stranger(stranger_of, week):
    return stranger_of(week)


@pytest.fixture
def editor(editor_of, week):
    return editor_of(week)


@pytest.fixture
def served(week):
    """The address, with its key, of a desk that is served by the command itself, where no spam filter is found."""
    command = [sys.executable, "-m", "digest", "preview", str(week), "-a", "127.0.0.1:0", "--no-open"]
    environment = {**os.environ, "PATH": str(Path(sys.executable).parent)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(scope="module")
def browser():
    """Of each module its own: while one is open, no other test may run a loop of its own."""
    if not CHROMIUM:
        told = "chromium is not installed: bash tests/setup"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def desk_at(browser, served):
    """Opens the desk in a browser of its own, at one of its addresses; nothing may go wrong in its scripts."""
    contexts, wrong = [], []

    def opened(at="", viewport=WIDE, scheme="light"):
        context = browser.new_context(viewport=viewport, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(served)
        page.goto(f"{page.url.partition('#')[0]}{at}")
        page.locator("#stories .headline").nth(1).wait_for(state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def page(desk_at):
    """The desk, with the email on it."""
    page = desk_at()
    email(page).get_by_role("heading", name=LEAD).wait_for()
    return page
