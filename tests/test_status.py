"""`digest status`: how far each issue has come."""

import json

import pytest

from handing import SLUG, files, reword
from played.mailchimp import LIST_ID
from server import Server

pytestmark = pytest.mark.usefixtures("without_spam_filter")


@pytest.fixture
def desk(newsroom, monkeypatch):
    with Server("mailchimp") as server:
        monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", server.key)
        yield newsroom(files("mailchimp", url=server.url, audience=LIST_ID))


@pytest.fixture
def status(digest, desk):  # noqa: ARG001 - the newsroom it is asked in
    def ask():
        code, out, _ = digest("status", "--json")
        assert code == 0
        return json.loads(out)["issues"]

    return ask


def test_of_a_new_issue_nothing_is_done_yet(status):
    (issue,) = status()
    assert (issue["slug"], issue["day"], issue["number"]) == (SLUG, "2026-11-20", 7)
    assert (issue["built"], issue["proofed"], issue["places"]) == ("not yet", "not yet", [])
    assert issue["errors"] == 0
    assert issue["warnings"] > 0


def test_what_was_built_and_handed_over_stands_until_the_issue_is_changed(desk, digest, status):
    digest("build", SLUG)
    digest("handoff", SLUG, "--yes")
    (issue,) = status()
    assert issue["built"] == "as it stands"
    assert [(place["provider"], place["made"]) for place in issue["places"]] == [
        ("mailchimp", "as it stands")
    ]
    reword(desk, "come down", "halve")
    (issue,) = status()
    assert issue["built"] == "changed since"
    assert issue["places"][0]["made"] == "changed since"


def test_a_hand_off_that_broke_off_is_told(desk, digest, status):
    digest("handoff", SLUG, "--yes")
    path = desk / "issues" / SLUG / "handoff.json"
    kept = json.loads(path.read_text())
    kept["drafts"]["mailchimp"]["fingerprint"] = ""
    path.write_text(json.dumps(kept))
    assert status()[0]["places"][0]["made"] == "begun, not finished"


@pytest.mark.usefixtures("desk")
def test_an_issue_that_is_broken_hides_no_other(newsroom, digest):
    newsroom({"issues/2026-11-27/issue.toml": "subjct = 3\n", f"issues/{SLUG}/handoff.json": "{"})
    code, out, _ = digest("status")
    assert code == 0
    assert "2026-11-27" in out
    assert 'unknown key "subjct"' in out
    assert "handoff.json: cannot be read" in out


@pytest.mark.usefixtures("desk")
def test_it_is_told_in_words_and_opens_no_connection(digest, monkeypatch):
    digest("build", SLUG)
    monkeypatch.delenv("DIGEST_MAILCHIMP_KEY")
    code, out, _ = digest("status", SLUG)
    assert code == 0
    assert out.splitlines()[0] == f"{SLUG}  Berth fees come down"
    for line in ("  built         as it stands", "  proofed       not yet", "  handed over   not yet"):
        assert line in out


def test_a_newsroom_without_issues_is_told_how_to_make_one(newsroom, digest):
    newsroom({"digest.toml": '[publication]\nname = "x"\n'})
    code, out, err = digest("status")
    assert (code, out) == (0, "")
    assert "digest new" in err


def test_what_was_handed_over_as_it_stands_is_not_checked_again(digest, status):
    assert status()[0]["is_checked"] is True
    digest("handoff", SLUG, "--yes")
    assert status()[0]["is_checked"] is False
    assert "as they were at the hand-off" in digest("status")[1]
