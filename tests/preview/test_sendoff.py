"""Proof and hand-off asked for at the desk: real answers of a provider and a mail server on this computer."""

import asyncio
import email
import email.policy
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from io import BytesIO
from zipfile import ZipFile

import pytest
from starlette.exceptions import HTTPException

from desk_browser import change
from desk_door import CHANGING, ORIGIN
from digest.handoff.state import COPIES, FILE, read_state
from digest.outward.status import Made
from digest.preview.tickets import MOST, Tickets
from digest.preview.watch import changes, watched
from trouble import Trouble

HANDOFF, PROOF = "/api/handoff/prepare", "/api/proof/prepare"
PATHS = [HANDOFF, "/api/handoff/go", PROOF, "/api/proof/send"]
BROKEN = ('source = "sources/ferry.txt"', 'source = "sources/ferry.txt"\nurl = "http://localhost/ferry"')


@pytest.fixture
def ask(editor_of, week):
    """Asks the desk of the week's issue, once all is set up that is: status and answer."""

    def asking(path, **said):
        asking.editor = asking.editor or editor_of(week)
        answer = asking.editor.post(path, json=said, headers=CHANGING)
        return answer.status_code, answer.json()

    asking.editor = None
    return asking


def prepared(ask, path=HANDOFF, **said):
    status, shown = ask(path, **said or {"provider": "mailchimp"})
    assert status == 200, shown
    return shown


def done(ask, **more):
    return ask("/api/handoff/go", ticket=prepared(ask)["ticket"], **more)


def newsroom_file(week):
    return week.parent.parent / "digest.toml"


def add(week, text):
    newsroom_file(week).write_text(newsroom_file(week).read_text() + text)


def test_where_nothing_is_set_up_it_is_told_what_there_is(editor):
    told = editor.get("/api/sendoff").json()
    assert told["providers"] == []
    assert told["known"]["mailchimp"] == "Mailchimp"
    assert "[proof]" in told["proof"]["wanting"]
    assert told["standing"]["places"] == []


def test_a_provider_is_set_up_by_digest_toml_or_by_a_key(mailchimp, editor, monkeypatch):
    monkeypatch.setenv("DIGEST_BREVO_KEY", "brevo-key")
    answer = editor.get("/api/sendoff")
    assert [each["name"] for each in answer.json()["providers"]] == ["mailchimp", "brevo"]
    assert mailchimp.key not in answer.text
    assert "brevo-key" not in answer.text
    assert mailchimp.requests == []


@pytest.mark.usefixtures("mailchimp")
def test_a_mistake_in_a_provider_s_settings_is_told_when_it_is_to_go_there(week, ask):
    add(week, "[providers.brevo]\nlistz = 3\n")
    status, told = ask(HANDOFF, provider="brevo")
    assert (status, "listz" in told["message"]) == (422, True)
    assert [each["name"] for each in ask.editor.get("/api/sendoff").json()["providers"]] == [
        "mailchimp",
        "brevo",
    ]


def test_an_issue_is_shown_first_and_then_handed_over(mailchimp, ask):
    shown = prepared(ask)
    assert ["subject", "Harbour board cuts its fees"] in shown["rows"]
    assert shown["survey"]["step"] == "create"
    assert shown["losses"]
    assert mailchimp.changes == []
    status, receipt = ask("/api/handoff/go", ticket=shown["ticket"])
    assert (status, receipt["step"], receipt["notes"]) == (200, "create", [])
    assert "Harbour board cuts its fees" in mailchimp.held(mailchimp.drafts[0])["html"]
    place = ask.editor.get("/api/sendoff").json()["standing"]["places"][0]
    assert (place["provider"], place["made"], place["url"]) == ("mailchimp", Made.AS_IT_IS, receipt["url"])
    again = prepared(ask)
    assert (again["survey"]["step"], again["ticket"]) == ("nothing", "")


def test_a_yes_is_good_once(mailchimp, ask):
    ticket = prepared(ask)["ticket"]
    assert ask("/api/handoff/go", ticket=ticket)[0] == 200
    assert ask("/api/handoff/go", ticket=ticket)[0] == 409
    assert ask("/api/proof/send", ticket=prepared(ask, provider="mailchimp")["ticket"])[0] == 409
    assert len(mailchimp.drafts) == 1


def test_only_the_latest_that_were_shown_are_remembered():
    tickets = Tickets()
    oldest, *_, latest = [tickets.give(number) for number in range(MOST + 1)]
    assert tickets.take(latest, int) == MOST
    with pytest.raises(HTTPException):
        tickets.take(oldest, int)


@pytest.mark.parametrize(
    "edit",
    [
        ("issue.toml", 'kicker = "Ports"', 'kicker = "Quays"'),
        ("issue.toml", "number = 4", 'number = 4\nignore = ["link-missing"]'),
        ("../../digest.toml", 'audience = "', 'audience = "another'),
    ],
)
def test_what_was_changed_since_it_was_shown_is_not_handed_over(mailchimp, week, ask, edit):
    file, old, new = edit
    ticket = prepared(ask)["ticket"]
    place = week / file
    assert old in place.read_text()
    place.write_text(place.read_text().replace(old, new))
    status, told = ask("/api/handoff/go", ticket=ticket)
    assert (status, "changed since this was shown" in told["message"]) == (409, True)
    assert mailchimp.changes == []


def test_what_somebody_changed_there_is_shown_and_given_up_only_when_that_is_said(mailchimp, ask):
    done(ask)
    mailchimp.edit(mailchimp.drafts[0], subject="Fog")
    assert prepared(ask)["survey"]["differences"]
    status, told = done(ask)
    assert (status, "Fog" in told["message"]) == (422, True)
    assert mailchimp.held(mailchimp.drafts[0])["subject"] == "Fog"
    assert done(ask, overwrite=True)[0] == 200
    assert mailchimp.held(mailchimp.drafts[0])["subject"] == "Harbour board cuts its fees"
    assert len(mailchimp.drafts) == 1


def test_an_error_of_the_checks_keeps_it_here_and_nobody_is_asked(mailchimp, week, ask):
    change(week, *BROKEN)
    shown = prepared(ask)
    assert (shown["is_blocked"], shown["ticket"], shown["survey"]) == (True, "", None)
    assert any(each["level"] == "error" and each["place"] for each in shown["findings"])
    assert mailchimp.requests == []


def test_what_a_provider_is_missing_keeps_it_here(mailchimp, week, ask):
    file = newsroom_file(week)
    file.write_text(file.read_text().replace(f'audience = "{mailchimp.house.audience}"\n', ""))
    shown = prepared(ask)
    assert (shown["ticket"], "audience" in shown["problems"][0]) == ("", True)


@pytest.mark.usefixtures("mailchimp")
def test_a_refusal_comes_in_the_provider_s_words_and_without_the_key(ask, monkeypatch):
    monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", "a-wrong-key-us7")
    status, told = ask(HANDOFF, provider="mailchimp")
    assert (status, "Mailchimp refused (401)" in told["message"]) == (422, True)
    assert "a-wrong-key" not in told["message"]
    monkeypatch.delenv("DIGEST_MAILCHIMP_KEY")
    assert "digest login mailchimp" in ask(HANDOFF, provider="mailchimp")[1]["message"]


@pytest.mark.usefixtures("mailchimp", "inbox")
@pytest.mark.parametrize(
    ("path", "said"), [(HANDOFF, {"provider": "mailchimp"}), (PROOF, {"to": "a@quay.example"})]
)
def test_an_issue_that_is_broken_on_disk_goes_nowhere(week, ask, path, said):
    ask(path, **said)
    change(week, "number = 4", "number = four")
    status, told = ask(path, **said)
    assert (status, bool(told["message"])) == (422, True)


def test_a_provider_that_nobody_knows_is_told(ask):
    assert "mailchamp" in ask(HANDOFF, provider="mailchamp")[1]["message"]


def test_what_is_no_question_is_refused(editor):
    for path in PATHS:
        assert editor.post(path, content=b'{"provider": 3}', headers=CHANGING).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [{}, {"x-desk": "1"}, {"origin": ORIGIN}, {**CHANGING, "origin": "http://evil.example"}],
)
def test_no_other_page_sends_anything(mailchimp, editor, headers):
    for path in PATHS:
        said = {"provider": "mailchimp", "to": "ada@quay.example", "ticket": ""}
        assert editor.post(path, json=said, headers=headers).status_code == 403
    assert mailchimp.requests == []


def test_a_proof_is_shown_first_and_then_sent(inbox, week, ask):
    shown = prepared(ask, PROOF, to="ada@quay.example, ben@quay.example")
    assert ["subject", "[PROOF] Harbour board cuts its fees"] in shown["rows"]
    assert inbox.taken == []
    status, told = ask("/api/proof/send", ticket=shown["ticket"])
    assert status == 200
    assert [each["accepted"] for each in told["deliveries"]] == [True, False]
    assert "550" in told["lines"][1]
    (_, got, content, _) = inbox.taken[0]
    assert got == ("ada@quay.example",)
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert message["subject"] == "[PROOF] Harbour board cuts its fees"
    assert ask.editor.get("/api/sendoff").json()["proof"]["to"] == "ada@quay.example"
    assert read_state(week).proof.to == ("ada@quay.example",)
    assert ask("/api/proof/send", ticket=shown["ticket"])[0] == 409
    assert len(inbox.taken) == 1


def test_a_proof_of_what_was_shown_is_not_sent_of_something_else(inbox, week, ask):
    ticket = prepared(ask, PROOF, to="ada@quay.example")["ticket"]
    change(week, 'kicker = "Ports"', 'kicker = "Quays"')
    assert ask("/api/proof/send", ticket=ticket)[0] == 409
    assert inbox.taken == []


@pytest.mark.usefixtures("inbox")
def test_a_proof_goes_only_to_whom_digest_toml_allows(ask):
    status, told = ask(PROOF, to="reader@elsewhere.example")
    assert (status, "reader@elsewhere.example" in told["message"]) == (422, True)


@pytest.mark.parametrize("provider", ["", "mailchimp"])
def test_the_kit_is_taken_away_as_a_file(editor_of, week, provider):
    if provider:
        add(week, f'[handoff]\nprovider = "{provider}"\n')
    answer = editor_of(week).get("/out/kit.zip")
    assert f"week-{provider or 'generic'}.zip" in answer.headers["content-disposition"]
    with ZipFile(BytesIO(answer.content)) as kit:
        assert any(name.endswith("HANDOFF.md") for name in kit.namelist())
    assert sorted(path.name for path in week.iterdir()) == ["issue.toml", "sources"]


def test_the_desk_answers_while_a_provider_takes_its_time(mailchimp, ask):
    prepared(ask)
    mailchimp.requests.clear()
    mailchimp.script("GET", "/", [Trouble(503, "Later.", seconds=1.0)])
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(prepared, ask)
        while not mailchimp.requests and not waiting.done():
            time.sleep(0.01)
        assert ask.editor.get("/api/state").status_code == 200
        assert not waiting.done()
        assert waiting.result()["ticket"]


def test_what_is_remembered_of_a_hand_off_is_no_change_of_the_issue(week):
    async def play():
        what = watched(week, None)
        async with aclosing(changes(what)) as stream:
            await anext(stream)
            (week / FILE).write_text("{}")
            (week / COPIES).mkdir()
            (week / COPIES / "mailchimp.html").write_text("<p>Fees</p>")
            await asyncio.sleep(0.3)
            (week / "issue.toml").touch()
            assert await asyncio.wait_for(anext(stream), 20) == {week / "issue.toml"}
        assert what.may_matter(week / "sources" / FILE)

    asyncio.run(play())
