"""`digest handoff` against providers on loopback: what is asked, what is made there, what is refused."""

import json
import os
import shutil
import socket
import stat
import subprocess
import sys

import pytest
from filelock import FileLock

from digest.handoff.patience import TRIES
from digest.handoff.providers.mailchimp import Mailchimp
from digest.model import Capabilities
from handing import ISSUE, SLUG, files, reword
from played.mailchimp import LIST_ID
from server import Server
from trouble import broken, dropped, lost, refusal, too_many

pytestmark = pytest.mark.usefixtures("without_spam_filter")


@pytest.fixture
def mailchimp(monkeypatch):
    with Server("mailchimp") as server:
        monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", server.key)
        monkeypatch.setattr("time.sleep", lambda _: None)
        yield server


@pytest.fixture
def desk(mailchimp, newsroom):
    return newsroom(files("mailchimp", url=mailchimp.url, audience=LIST_ID))


@pytest.fixture
def hand_over(digest, desk):  # noqa: ARG001 - the newsroom it stands in
    def run(*args, stdin=b""):
        return digest("handoff", SLUG, *args, stdin=stdin)

    return run


def state(desk):
    return json.loads((desk / "issues" / SLUG / "handoff.json").read_text())["drafts"]["mailchimp"]


def test_it_shows_what_will_be_made_asks_once_and_makes_a_draft(hand_over, mailchimp, desk):
    code, out, err = hand_over(stdin=b"y\n")
    assert code == 0
    for told in ("Mailchimp: a draft called “2026-11-20: Harbour Weekly”", LIST_ID, "Berth fees come down",
                 "What small boats will pay from October (in its own field)", "a new draft will be made"):  # fmt: skip
        assert told in err
    assert err.count("Go on?") == 1
    assert "made a draft" in out
    held = mailchimp.held(mailchimp.drafts[0])
    assert held["subject"] == "Berth fees come down"
    assert held["preheader"] == "What small boats will pay from October"
    assert "What small boats will pay" not in held["html"]
    assert "*|UNSUB|*" in held["html"]
    assert "*|UNSUB|*" in held["text"]
    assert "\ue000" not in held["html"] + held["text"]
    assert state(desk)["ids"]["id"] == mailchimp.drafts[0]


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b""])
def test_without_a_yes_nothing_is_done(hand_over, mailchimp, desk, answer):
    code, _, err = hand_over(stdin=answer)
    assert code == 130
    assert "nothing was done" in err
    assert mailchimp.drafts == []
    assert not (desk / "issues" / SLUG / "handoff.json").exists()


def test_a_dry_run_only_reads(hand_over, mailchimp, desk):
    code, out, _ = hand_over("--dry-run")
    assert code == 0
    assert "a new draft will be made" in out
    assert out.rstrip().endswith("nothing was done")
    assert {asked.method for asked in mailchimp.requests} == {"GET"}
    assert sorted(path.name for path in (desk / "issues" / SLUG).iterdir()) == ["issue.toml", "sources"]


def test_a_dry_run_without_a_key_asks_nobody(hand_over, mailchimp, monkeypatch):
    monkeypatch.delenv("DIGEST_MAILCHIMP_KEY")
    code, out, _ = hand_over("--dry-run")
    assert code == 0
    assert "Mailchimp was not asked, since there is no key for it here" in out
    assert mailchimp.requests == []


def test_a_dry_run_is_told_to_programs(hand_over):
    told = json.loads(hand_over("--dry-run", "--json")[1])
    assert told["draft"]["subject"] == "Berth fees come down"
    assert told["survey"]["step"] == "create"
    assert told["is_blocked"] is False


def test_run_again_it_brings_the_same_draft_up_to_date(hand_over, mailchimp, desk):
    hand_over("--yes")
    reword(desk, "Berth fees come down", "Berth fees halve")
    code, out, _ = hand_over("--yes")
    assert (code, len(mailchimp.drafts)) == (0, 1)
    assert "brought the draft up to date" in out
    assert mailchimp.held(mailchimp.drafts[0])["subject"] == "Berth fees halve"


def test_where_nothing_changed_nothing_is_asked_and_nothing_is_done(hand_over, mailchimp):
    hand_over("--yes")
    before = len(mailchimp.changes)
    code, out, err = hand_over()
    assert code == 0
    assert "left the draft as it was" in out
    assert "Go on?" not in err
    assert len(mailchimp.changes) == before


def test_the_receipt_is_told_to_programs(hand_over, mailchimp):
    told = json.loads(hand_over("--yes", "--json")[1])
    assert told["step"] == "create"
    assert told["ids"] == {"id": mailchimp.drafts[0]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"subject": "Berth fees explode"}, "subject: was “Berth fees come down”, is “Berth fees explode”"),
        ({"html": "<p>Something else.</p>"}, "+ Something else."),
        ({"text": "Something else."}, "+ Something else."),
    ],
)
def test_what_somebody_changed_there_is_shown_and_not_overwritten(hand_over, mailchimp, desk, change, told):
    hand_over("--yes")
    mailchimp.edit(mailchimp.drafts[0], **change)
    reword(desk, "Berth fees come down", "Berth fees halve")
    code, _, err = hand_over("--yes")
    assert code == 5
    assert told in err
    assert "--overwrite" in err
    assert {**mailchimp.held(mailchimp.drafts[0]), **change} == mailchimp.held(mailchimp.drafts[0])


def test_what_was_changed_there_is_given_up_when_that_is_wanted(hand_over, mailchimp):
    hand_over("--yes")
    mailchimp.edit(mailchimp.drafts[0], subject="Berth fees explode")
    code, _, err = hand_over("--yes", "--overwrite")
    assert code == 0
    assert "somebody changed the draft there" in err
    assert mailchimp.held(mailchimp.drafts[0])["subject"] == "Berth fees come down"


@pytest.mark.parametrize("fate", ["scheduled", "sending", "sent"])
def test_what_is_scheduled_or_sent_is_never_touched(hand_over, mailchimp, desk, fate):
    if fate not in mailchimp.house.states:
        pytest.skip("there is no such state at Mailchimp")
    hand_over("--yes")
    mailchimp.set_status(mailchimp.drafts[0], fate)
    before = mailchimp.held(mailchimp.drafts[0])
    reword(desk, "Berth fees come down", "Berth fees halve")
    code, _, err = hand_over("--yes", "--overwrite")
    assert code == 5
    assert "not touched any more" in err
    assert mailchimp.held(mailchimp.drafts[0]) == before


def test_a_draft_that_was_deleted_there_is_made_anew(hand_over, mailchimp):
    hand_over("--yes")
    mailchimp.delete(mailchimp.drafts[0])
    code, out, _ = hand_over("--yes")
    assert (code, len(mailchimp.drafts)) == (0, 1)
    assert "made a draft" in out


def test_broken_off_between_two_requests_it_is_gone_on_with(hand_over, mailchimp, desk):
    mailchimp.script("PUT", "*", [dropped()] * TRIES)
    assert hand_over("--yes")[0] == 5
    assert state(desk)["fingerprint"] == ""
    code, _, err = hand_over("--yes")
    assert code == 0
    assert "already" in err
    assert len(mailchimp.drafts) == 1
    assert "*|UNSUB|*" in mailchimp.held(mailchimp.drafts[0])["html"]


def test_an_update_that_broke_off_is_gone_on_with_unasked(hand_over, mailchimp, desk):
    hand_over("--yes")
    reword(desk, "Berth fees come down", "Berth fees halve")
    reword(desk, "What small boats will pay", "What they will pay")
    mailchimp.script("PUT", "*", [dropped()] * TRIES)
    assert hand_over("--yes")[0] == 5
    assert hand_over("--yes")[0] == 0
    held = mailchimp.held(mailchimp.drafts[0])
    assert (held["subject"], held["preheader"][:9]) == ("Berth fees halve", "What they")


@pytest.mark.parametrize("change", [{"text": "Ours."}, {"html": "<p>Ours.</p>"}, {"subject": "Ours."}])
def test_what_somebody_changed_since_an_update_broke_off_is_not_overwritten(
    hand_over, mailchimp, desk, change
):
    hand_over("--yes")
    reword(desk, "Berth fees come down", "Berth fees halve")
    mailchimp.script("PUT", "*", [dropped()] * TRIES)
    assert hand_over("--yes")[0] == 5
    mailchimp.edit(mailchimp.drafts[0], **change)
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "Ours." in err
    assert {**mailchimp.held(mailchimp.drafts[0]), **change} == mailchimp.held(mailchimp.drafts[0])
    assert hand_over("--yes", "--overwrite")[0] == 0


def test_a_page_that_could_not_be_kept_is_kept_when_it_is_run_again(hand_over, desk):
    page = desk / "issues" / SLUG / "handed-over" / "web.html"
    page.mkdir(parents=True)
    assert hand_over("--yes")[0] != 0
    page.rmdir()
    assert hand_over("--yes")[0] == 0
    assert page.is_file()


def test_broken_off_after_the_sender_was_changed_it_is_gone_on_with(hand_over, mailchimp, desk):
    hand_over("--yes")
    file = desk / "digest.toml"
    file.write_text(file.read_text().replace('name = "Harbour Weekly"\naddress', 'name = "Quay"\naddress'))
    mailchimp.script("PUT", "*", [dropped()] * TRIES)
    assert hand_over("--yes")[0] == 5
    assert hand_over("--yes")[0] == 0
    assert mailchimp.held(mailchimp.drafts[0])["from_name"] == "Quay"


def test_a_draft_whose_answer_was_lost_is_found_again_and_made_once(hand_over, mailchimp):
    mailchimp.script("POST", "*", [lost()])
    assert hand_over("--yes")[0] == 0
    assert len(mailchimp.drafts) == 1


def test_a_draft_that_was_not_made_after_all_is_made(hand_over, mailchimp):
    mailchimp.script("POST", "*", [broken(502)])
    assert hand_over("--yes")[0] == 0
    assert len(mailchimp.drafts) == 1


def test_busy_or_down_for_a_moment_does_not_matter(hand_over, mailchimp):
    mailchimp.script("*", "*", [too_many(1), broken(503), None, too_many(0)])
    assert hand_over("--yes")[0] == 0
    assert len(mailchimp.drafts) == 1


def test_killed_before_the_id_was_known_the_draft_is_ours_next_time(hand_over, mailchimp, desk, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("digest.handoff.providers.mailchimp.still_draft", killed)
        assert hand_over("--yes")[0] == 130
    reword(desk, "Berth fees come down", "Berth fees halve")
    assert hand_over("--yes")[0] == 0
    assert [mailchimp.held(each)["subject"] for each in mailchimp.drafts] == ["Berth fees halve"]


def test_after_a_refusal_a_draft_that_somebody_makes_by_that_name_is_not_ours(hand_over, mailchimp, desk):
    mailchimp.script("POST", "*", [refusal(400, "Not today.")])
    assert hand_over("--yes")[0] == 5
    assert "mailchimp" not in json.loads((desk / "issues" / SLUG / "handoff.json").read_text())["drafts"]
    mailchimp.crowd(1, "2026-11-20: Harbour Weekly")
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "--overwrite" in err


def test_where_the_state_is_lost_a_draft_of_that_name_is_not_made_twice(hand_over, mailchimp, desk):
    hand_over("--yes")
    (desk / "issues" / SLUG / "handoff.json").unlink()
    code, _, err = hand_over("--yes")
    assert code == 0
    assert "already" in err
    assert len(mailchimp.drafts) == 1


def test_where_the_state_is_lost_what_others_changed_is_not_overwritten(hand_over, mailchimp, desk):
    hand_over("--yes")
    (desk / "issues" / SLUG / "handoff.json").unlink()
    mailchimp.edit(mailchimp.drafts[0], subject="Berth fees explode")
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "Berth fees explode" in err


def test_where_the_state_is_lost_what_was_sent_is_not_made_again(hand_over, mailchimp, desk):
    hand_over("--yes")
    (desk / "issues" / SLUG / "handoff.json").unlink()
    mailchimp.set_status(mailchimp.drafts[0], "sent")
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "not touched any more" in err
    assert len(mailchimp.drafts) == 1


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"", b'{"drafts": 3}', b'{"version": 99}'])
def test_a_broken_state_stops_everything_and_stays(hand_over, mailchimp, desk, content):
    path = desk / "issues" / SLUG / "handoff.json"
    path.write_bytes(content)
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "handoff.json" in err
    assert path.read_bytes() == content
    assert mailchimp.changes == []


def test_a_state_with_ids_that_lead_elsewhere_leads_nowhere(hand_over, mailchimp, desk):
    hand_over("--yes")
    path = desk / "issues" / SLUG / "handoff.json"
    path.write_text(path.read_text().replace(mailchimp.drafts[0], "../lists/x"))
    assert hand_over("--yes")[0] in (0, 5)
    assert all("/lists/" not in asked.path for asked in mailchimp.requests)
    assert len(mailchimp.drafts) == 1


def test_a_state_from_another_account_is_told(hand_over, mailchimp, desk):
    hand_over("--yes")
    path = desk / "issues" / SLUG / "handoff.json"
    path.write_text(path.read_text().replace(state(desk)["account"], "another-account"))
    code, _, err = hand_over("--yes")
    assert code == 5
    assert "another-account" in err
    assert len(mailchimp.drafts) == 1


def test_an_issue_copied_from_the_last_one_does_not_take_its_draft(hand_over, digest, mailchimp, desk):
    hand_over("--yes")
    folder, copied = desk / "issues" / SLUG, desk / "issues" / "2026-11-27"
    shutil.copytree(folder, copied)
    code, _, err = digest("handoff", "2026-11-27", "--yes")
    assert code == 5
    assert f"copied from {SLUG}" in err
    assert [mailchimp.held(each)["name"] for each in mailchimp.drafts] == [f"{SLUG}: Harbour Weekly"]
    (copied / "handoff.json").unlink()
    assert digest("handoff", "2026-11-27", "--yes")[0] == 0
    assert len(mailchimp.drafts) == 2
    assert hand_over("--yes")[0] == 0


def test_an_issue_that_was_renamed_keeps_its_draft(hand_over, digest, mailchimp, desk):
    hand_over("--yes")
    (desk / "issues" / SLUG).rename(desk / "issues" / "harbours")
    assert digest("handoff", "harbours", "--yes")[0] == 0
    assert [mailchimp.held(each)["name"] for each in mailchimp.drafts] == ["harbours: Harbour Weekly"]


def test_settings_that_change_after_the_plan_was_shown_change_nothing(mailchimp, desk):
    from digest.outward.handover import hand_over
    from digest.outward.plan import plan
    from digest.outward.survey import foresee

    planned = plan(desk / "issues" / SLUG, "mailchimp")
    agreed = foresee(planned)
    file = desk / "digest.toml"
    file.write_text(file.read_text().replace(LIST_ID, "nowhere000"))
    hand_over(planned, agreed)
    assert mailchimp.held(mailchimp.drafts[0])["audience"] == LIST_ID


def test_where_nothing_can_be_written_any_more_it_is_said_that_there_may_be_a_draft(
    hand_over, mailchimp, desk
):
    (desk / "issues" / SLUG / "handed-over").write_text("in the way")
    code, _, err = hand_over("--yes")
    assert code == 2
    assert "handed-over" in err
    assert "the draft may be at Mailchimp already" in err
    (desk / "issues" / SLUG / "handed-over").unlink()
    assert hand_over("--yes")[0] == 0
    assert len(mailchimp.drafts) == 1


def test_a_sender_s_name_of_two_lines_is_one(hand_over, mailchimp, desk):
    file = desk / "digest.toml"
    file.write_text(
        file.read_text().replace(
            'name = "Harbour Weekly"\naddress', 'name = "Harbour\\nWeekly\\u0007"\naddress'
        )
    )
    hand_over("--yes")
    assert mailchimp.held(mailchimp.drafts[0])["from_name"] == "Harbour Weekly"


def test_two_at_once_are_one(hand_over, mailchimp, desk):
    with FileLock(desk / "issues" / SLUG / ".handoff.json.lock"):
        code, _, err = hand_over("--yes")
    assert code == 5
    assert "being handed over" in err
    assert mailchimp.drafts == []


def test_an_issue_with_errors_stays_here(digest, mailchimp, newsroom):
    newsroom(files("mailchimp", issue=ISSUE.replace("Berth fees come down", "Headline TK goes here"),
                   url=mailchimp.url, audience=LIST_ID))  # fmt: skip
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 3
    assert "TK" in err
    assert mailchimp.requests == []


@pytest.mark.parametrize("provider", ["mailchimp", "mailerlite"])
def test_what_keeps_it_here_is_told_to_programs_too(digest, mailchimp, newsroom, provider):
    newsroom(files("mailchimp", issue=ISSUE.replace("Berth fees come down", "Headline TK goes here"),
                   url=mailchimp.url, audience=LIST_ID))  # fmt: skip
    code, out, _ = digest("handoff", SLUG, "--to", provider, "--yes", "--json")
    assert code == 3
    assert json.loads(out)["is_blocked"] is True
    assert mailchimp.requests == []


def test_an_audience_that_is_missing_is_told_with_the_line_to_write(digest, mailchimp, newsroom):
    newsroom(files("mailchimp", url=mailchimp.url))
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 3
    assert 'audience = "ID" under [providers.mailchimp] in digest.toml' in err
    assert mailchimp.requests == []


def test_an_audience_that_is_wrong_is_told_in_the_provider_s_words(digest, mailchimp, newsroom):
    newsroom(files("mailchimp", url=mailchimp.url, audience="nowhere000"))
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 5
    assert "Mailchimp refused (4" in err
    assert mailchimp.drafts == []


def test_pictures_without_an_address_keep_it_here(digest, mailchimp, newsroom, tmp_path):
    from PIL import Image

    files_ = files("mailchimp", issue=ISSUE + '\n[stories.image]\nfile = "quay.png"\nalt = "The quay"\n',
                   url=mailchimp.url, audience=LIST_ID)  # fmt: skip
    newsroom(files_)
    Image.new("RGB", (800, 400), "navy").save(tmp_path / "issues" / SLUG / "quay.png")
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 3
    assert "[images] base_url" in err


def test_an_email_that_is_too_large_for_a_provider_stays_here(hand_over, mailchimp, monkeypatch):
    monkeypatch.setattr(Mailchimp, "capabilities", Capabilities(max_html=1000))
    code, _, err = hand_over("--yes")
    assert code == 3
    assert "Mailchimp takes 1,000" in err
    assert mailchimp.requests == []


def test_an_unknown_provider_is_told_with_a_near_miss(hand_over):
    code, _, err = hand_over("--to", "mailchmp")
    assert code == 2
    assert 'did you mean "mailchimp"?' in err


def test_without_a_provider_it_is_said_how_to_name_one(digest, newsroom):
    newsroom(files())
    code, _, err = digest("handoff", SLUG)
    assert code == 2
    assert "[handoff] provider" in err


def test_where_nobody_answers_it_is_said(digest, newsroom, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", "abc-us7")
    newsroom(files("mailchimp", url=f"http://127.0.0.1:{port}", audience=LIST_ID))
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 5
    assert "cannot be reached" in err


def test_a_loss_is_told_before_anything_is_asked(digest, newsroom, monkeypatch):
    with Server("buttondown") as server:
        monkeypatch.setenv("DIGEST_BUTTONDOWN_KEY", server.key)
        newsroom(files("buttondown", url=server.url))
        code, _, err = digest("handoff", SLUG, stdin=b"n\n")
        assert server.drafts == []
    assert code == 130
    assert err.index("not as built") < err.index("Go on?")


ASKING = (("handoff", SLUG, "--yes"), ("login", "mailchimp"))
SILENT = (("handoff", SLUG, "--dry-run", "--json"), ("status",), ("export", SLUG), ("build", SLUG))
DRIVER = """
import json, logging, sys, time
logging.basicConfig(level=logging.DEBUG)
time.sleep = lambda _: None
from digest.cli import main
for command in json.loads(sys.argv.pop()):
    sys.argv = ["digest", *command]
    try:
        main()
    except SystemExit as ended:
        print(command, "ended with", ended.code)
"""


@pytest.mark.parametrize("status", [401, 500, 0])
def test_every_output_of_a_failing_run_is_free_of_the_key(newsroom, tmp_path, status):
    """In a process of its own, so that tracebacks and logs are looked at too."""
    with Server("mailchimp") as server:
        newsroom(files("mailchimp", url=server.url, audience=LIST_ID))
        key = server.key
        if status:
            server.script("*", "*", [refusal(status, f"the key {key} of anystring:{key} is wrong")] * 40)
        commands = ASKING if status else (*ASKING, *SILENT)
        environment = {**os.environ, "DIGEST_MAILCHIMP_KEY": key, "PYTHONPATH": "", "PYTHONDEVMODE": "1"}
        run = subprocess.run(
            [sys.executable, "-c", DRIVER, json.dumps(commands)], cwd=tmp_path, env=environment,
            input=f"{key}\n".encode(), capture_output=True, check=True,
        )  # fmt: skip
    said = run.stdout + run.stderr
    assert said.count(b"ended with") == len(commands)
    assert (b"is wrong" in said) == bool(status)
    assert b"DEBUG:" in said
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert key.encode() not in said + written


def test_a_file_of_keys_that_others_can_read_is_refused(digest, mailchimp, newsroom, monkeypatch, tmp_path):
    monkeypatch.delenv("DIGEST_MAILCHIMP_KEY")
    made = files("mailchimp", more='[secrets]\nfile = "keys.toml"\n', url=mailchimp.url, audience=LIST_ID)
    newsroom({**made, "keys.toml": f'mailchimp = "{mailchimp.key}"\n'})
    (tmp_path / "keys.toml").chmod(stat.S_IRUSR | stat.S_IWUSR | stat.S_IROTH)
    code, _, err = digest("handoff", SLUG, "--yes")
    assert code == 5
    assert "chmod 600" in err
    (tmp_path / "keys.toml").chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert digest("handoff", SLUG, "--yes")[0] == 0


def test_a_provider_that_takes_no_draft_gets_a_kit_and_the_issue_counts_as_handed_over(
    digest, newsroom, tmp_path
):
    newsroom(files(more='[handoff]\nprovider = "campaign-monitor"\n'))
    code, out, err = digest("handoff", SLUG, "--yes")
    assert code == 0
    assert "Campaign Monitor takes no draft from here" in err
    assert f"{SLUG}-campaign-monitor.zip" in out
    assert (tmp_path / "issues" / SLUG / "handed-over" / "web.html").is_file()
    (issue,) = json.loads(digest("status", "--json")[1])["issues"]
    assert [(place["provider"], place["made"]) for place in issue["places"]] == [
        ("campaign-monitor", "as it stands")
    ]


def test_a_kit_is_kept_back_by_errors_and_by_a_no(digest, newsroom, tmp_path):
    newsroom(files(issue=ISSUE.replace("Berth fees come down", "Headline TK goes here")))
    for args in (["--yes"], ["--dry-run"], []):
        code, _, err = digest("handoff", SLUG, "--to", "mailerlite", *args)
        assert code == 3
        assert "TK" in err
        assert "Go on?" not in err
    newsroom(files())
    assert digest("handoff", SLUG, "--to", "mailerlite", stdin=b"n\n")[0] == 130
    assert digest("handoff", SLUG, "--to", "mailerlite", "--dry-run")[0] == 0
    assert (
        json.loads(digest("handoff", SLUG, "--to", "mailerlite", "--dry-run", "--json")[1])["is_blocked"]
        is False
    )
    assert not (tmp_path / "build").exists()
    assert not (tmp_path / "issues" / SLUG / "handoff.json").exists()


def test_a_page_of_our_own_is_to_be_uploaded_first(digest, newsroom, monkeypatch):
    with Server("resend") as server:
        monkeypatch.setenv("DIGEST_RESEND_KEY", server.key)
        archive = '[archive]\nurl = "https://weekly.example.org/mail/"\n'
        newsroom(files("resend", more=archive, url=server.url, segment="a"))
        assert (
            "upload first  https://weekly.example.org/mail/2026-11-20/" in digest("handoff", "--dry-run")[1]
        )
        newsroom(files("resend", url=server.url, segment="a"))
        assert (
            "Resend has no page for “view in browser”, so the link is left out"
            in digest("handoff", "--dry-run")[1]
        )


def test_a_refusal_is_told_to_programs_too(hand_over, mailchimp):
    hand_over("--yes")
    mailchimp.set_status(mailchimp.drafts[0], "sent")
    code, out, err = hand_over("--yes", "--json")
    assert code == 5
    assert "not touched any more" in json.loads(out)["error"]
    assert "not touched any more" in err
