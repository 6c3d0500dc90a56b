"""SpamAssassin's verdict, from a stand-in of ours and, where it is installed, from itself."""

import shutil

import pytest

from digest.handoff.message import compose
from digest.model import Level
from digest.preflight.email import spam
from digest.preflight.email.spam import ROWS
from digest.render.email import render
from galleys import galley, hits
from issues_for_render import FULL, weekly

REPORT = """X-Spam-Status: No, score={score} required=5.0 tests=HTML_IMAGE_ONLY
\tautolearn=no

Content analysis details:   ({score} points, 5.0 required)

 pts rule name              description
---- ---------------------- ----------------------------------------
 2.0 HTML_IMAGE_ONLY        BODY: HTML: images with little text
 0.0 HTML_MESSAGE           BODY: HTML included in message
 1.5 SUBJ_ALL_CAPS          Subject is all capitals
"""


@pytest.fixture
def filtered(tmp_path, monkeypatch):
    """A galley whose filter replies with this; every reply is to a message of its own."""

    def made(reply, code=0):
        program = tmp_path / "spamassassin"
        program.write_text(f"#!/bin/sh\ncat >/dev/null\ncat <<'END'\n{reply}\nEND\nexit {code}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return galley(message=reply.encode)

    return made


def test_a_clean_message_is_left_alone(filtered):
    clean = filtered(REPORT.format(score="0.0"))
    assert [row.code for row in ROWS if list(row.run(clean))] == []


def test_a_message_near_the_limit_is_a_warning_that_names_the_rules_the_heaviest_first(filtered):
    (hit,) = hits(ROWS, "spam-score", filtered(REPORT.format(score="3.5")))
    assert hit.level is Level.WARNING
    assert "3.5 points (HTML_IMAGE_ONLY 2, SUBJ_ALL_CAPS 1.5)" in hit.message


def test_a_message_over_the_limit_is_an_error(filtered):
    (hit,) = hits(ROWS, "spam-score", filtered(REPORT.format(score="6.4")))
    assert hit.level is Level.ERROR


def test_a_filter_that_fails_or_says_nothing_is_a_note(filtered):
    assert hits(ROWS, "spam-unasked", filtered("gone", code=1))
    assert hits(ROWS, "spam-unasked", filtered("no score here"))


def test_a_filter_that_is_not_installed_is_a_note(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    unasked = galley(message=lambda: b"nobody has looked at this")
    assert "not installed" in hits(ROWS, "spam-unasked", unasked)[0].message
    assert hits(ROWS, "spam-score", unasked) == []


def test_a_filter_that_takes_too_long_is_a_note(filtered, monkeypatch):
    slow = filtered("x")
    monkeypatch.setattr(spam, "PATIENCE", 0)
    assert "did not answer" in hits(ROWS, "spam-unasked", slow)[0].message


def test_without_a_message_nothing_is_asked():
    assert [row.code for row in ROWS if list(row.run(galley()))] == []


@pytest.mark.skipif(not shutil.which("spamassassin"), reason="SpamAssassin is not installed")
def test_spamassassin_itself_has_nothing_against_the_bundled_theme():
    email = render(FULL, weekly())
    sound = galley(email.html, email.text, issue=FULL, message=lambda: compose(FULL, email))
    assert [hit.message for row in ROWS for hit in row.run(sound)] == []
