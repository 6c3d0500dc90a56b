"""`digest login`: a key is tried, and kept only when it is right."""

import sys

import keyring
import pytest

from digest.cli import main
from handing import files
from played.mailchimp import LIST_ID
from server import Server
from test_secrets import Broken, Ring

pytestmark = pytest.mark.usefixtures("without_spam_filter")


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def mailchimp(newsroom):
    with Server("mailchimp") as server:
        newsroom(files("mailchimp", url=server.url, audience=LIST_ID))
        yield server


def test_a_right_key_is_kept_and_whose_it_is_is_told(digest, mailchimp, ring):
    code, out, err = digest("login", "mailchimp", stdin=f"{mailchimp.key}\n".encode())
    assert code == 0
    assert out.startswith("kept: Mailchimp, account ")
    assert list(ring.kept.values()) == [mailchimp.key]
    assert mailchimp.key not in out + err
    assert digest("handoff", "--yes")[0] == 0


@pytest.mark.parametrize("given", ["wrong-key-us7", "", "  "])
def test_a_wrong_key_or_none_is_not_kept(digest, mailchimp, ring, given):
    code, out, err = digest("login", "mailchimp", stdin=f"{given}\n".encode())
    assert code == 5
    assert len(mailchimp.requests) == bool(given.strip())
    assert ring.kept == {}
    assert "wrong-key" not in out + err


def test_where_there_is_no_standard_input_no_key_was_given(mailchimp, ring, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["digest", "login", "mailchimp"])
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 5
    assert "no key was given" in capsys.readouterr().err
    assert (mailchimp.requests, ring.kept) == ([], {})


def test_where_nothing_can_keep_it_the_other_ways_are_told(digest, mailchimp):
    before = keyring.get_keyring()
    keyring.set_keyring(Broken())
    code, _, err = digest("login", "mailchimp", stdin=f"{mailchimp.key}\n".encode())
    keyring.set_keyring(before)
    assert code == 5
    assert "DIGEST_MAILCHIMP_KEY" in err
    assert mailchimp.key not in err


def test_an_unknown_provider_is_refused_before_a_key_is_asked_for(digest, mailchimp):
    code, _, err = digest("login", "mailchump")
    assert code == 2
    assert 'did you mean "mailchimp"?' in err
    assert mailchimp.requests == []


def test_a_provider_that_takes_no_draft_needs_no_key(digest, newsroom):
    newsroom(files())
    code, _, err = digest("login", "mailerlite", stdin=b"k\n")
    assert code == 2
    assert "mailerlite takes no draft from here and needs no key" in err
