"""Whatever cannot be used gets one clear message and the right exit code, and costs nobody else's work."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from commands import built
from pasted import CRANES, FEES


def test_a_source_that_cannot_be_read_is_left_out_and_told_and_the_others_are_built(digest, newsroom):
    root = newsroom({"fees.txt": FEES, "empty.txt": " \n"})
    code, _, err = digest("build", "fees.txt", "empty.txt")
    assert code == 1
    assert "empty.txt" in err
    assert built(root) == ["build/fees/email.html", "build/fees/email.txt"]


def test_one_broken_issue_does_not_stop_the_others(digest, newsroom):
    root = newsroom({
        "digest.toml": '[publication]\nname = "Q"\n',
        "issues/a/issue.toml": "nonsense",
        "issues/b/issue.toml": '[[stories]]\nsource = "fees.txt"\n',
        "issues/b/fees.txt": FEES,
    })  # fmt: skip
    code, _, err = digest("build", "a", "b")
    assert code == 1
    assert "issue.toml:1" in err
    assert built(root) == ["build/b/email.html", "build/b/email.txt"]


BAD = {
    "an empty file": ("empty.txt", b""),
    "white space only": ("blank.txt", b" \n\t\n"),
    "a binary file": ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "a page of only junk": ("junk.txt", b"Share this page\n\nTweet\n\nAdvertisement\n\nLeave a comment\n"),
    "a headline and nothing else": ("bare.txt", b"Harbour board cuts its fees\n"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_source_gets_one_clear_message_and_nothing_is_written(digest, newsroom, case):
    name, content = BAD[case]
    root = newsroom({name: content})
    code, out, err = digest("build", name)
    assert code == 1
    assert out == ""
    assert len(err.splitlines()) == 1
    assert name in err
    assert built(root) == []


@pytest.mark.parametrize("case", BAD)
def test_a_bad_source_does_not_lose_what_was_read_of_the_others(digest, newsroom, case):
    name, content = BAD[case]
    newsroom({name: content, "fees.txt": FEES})
    code, out, _ = digest("read", name, "fees.txt", "--json")
    bad, good = map(json.loads, out.splitlines())
    assert code == 1
    assert list(bad) == ["error"]
    assert good["title"] == "Harbour board cuts its fees"


def test_a_missing_file_a_folder_and_a_closed_file_are_told_apart(digest, newsroom):
    root = newsroom({"folder/x": "", "closed.txt": FEES})
    (root / "closed.txt").chmod(0)
    told = {}
    for name in ("gone.txt", "folder", "closed.txt"):
        if name == "closed.txt" and os.access(root / name, os.R_OK):
            continue  # root reads everything
        code, _, err = digest("build", name)
        assert code == 1
        assert name in err
        told[name] = err
    assert len(set(told.values())) == len(told)


def test_five_megabytes_of_text_are_read(digest, newsroom):
    newsroom(
        {"long.txt": FEES + "\nThe board met again and nothing more was decided on that day.\n" * 80_000}
    )
    code, out, _ = digest("read", "long.txt", "--json")
    assert code == 0
    assert len(json.loads(out)["body"]) > 80_000


def test_two_sources_of_one_slug_are_told_and_the_first_is_built(digest, newsroom):
    root = newsroom({"a/fees.txt": FEES, "b/fees.txt": CRANES})
    code, _, err = digest("build", "a/fees.txt", "b/fees.txt")
    assert code == 1
    assert "same slug" in err
    assert "Harbour board" in (root / "build/fees/email.html").read_text()


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("<mj-txt>x</mj-txt>", "<mj-txt>"),
        ("<mj-text>", "story.mjml:1"),
        ("<mj-raw>{{ storey.headline }}</mj-raw>", "storey"),
        ("<mj-raw>{% if %}</mj-raw>", "story.mjml:1"),
    ],
)
def test_a_broken_theme_is_told_with_file_and_line(digest, newsroom, story, told):
    root = newsroom({
        "digest.toml": '[publication]\nname = "Q"\n', "templates/weekly/blocks/story.mjml": story, "fees.txt": FEES,
    })  # fmt: skip
    code, _, err = digest("build", "fees.txt")
    assert code == 1
    assert "blocks/story.mjml:1" in err
    assert told in err
    assert built(root) == []


@pytest.mark.parametrize("command", [("build",), ("show",), ("new",), ("add", "x")])
def test_a_name_too_long_for_any_file_is_one_message(digest, newsroom, command):
    newsroom({})
    code, out, err = digest(*command[:1], "a" * 5000, *command[1:])
    assert (code, out) == (2, "")
    assert "name too long" in err


def test_what_the_system_refuses_is_one_message(digest, newsroom):
    newsroom({"x/issues": "a file where a folder is wanted"})
    code, _, err = digest("init", "x")
    assert code == 2
    assert err.startswith("error: x/issues: ")


def test_mistakes_in_digest_toml_stop_a_loose_article_and_come_at_once(digest, newsroom):
    root = newsroom({"digest.toml": "[publication]\nname = 3\n[brnd]\n", "fees.txt": FEES})
    code, _, err = digest("build", "fees.txt")
    assert code == 1
    assert "digest.toml:2: publication.name" in err
    assert "digest.toml:3: brnd" in err
    assert built(root) == []


def test_a_paste_outlives_a_broken_theme(digest, newsroom):
    root = newsroom({"digest.toml": '[publication]\nname = "Q"\ntheme = "nope"\n'})
    assert digest("build", "-", stdin=FEES.encode())[0] == 1
    assert [path.read_text() for path in root.glob("build/*/pasted-*.txt")] == [FEES]


def test_an_unknown_theme_is_told_with_those_there_are(digest, newsroom):
    newsroom({"digest.toml": '[publication]\nname = "Q"\ntheme = "nope"\n', "fees.txt": FEES})
    code, _, err = digest("build", "fees.txt")
    assert code == 1
    assert 'no theme "nope"; there are: bulletin, plain, weekly' in err


def test_standard_input_given_twice_is_told_and_built_once(digest, newsroom):
    root = newsroom({})
    code, _, err = digest("build", "-", "-", stdin=FEES.encode())
    assert code == 1
    assert "error: standard input" in err
    assert "build/harbour-board-cuts-its-fees/email.html" in built(root)


def test_without_standard_input_files_are_built_and_a_dash_is_empty(newsroom):
    newsroom({"fees.txt": FEES})
    command = [sys.executable, "-m", "digest", "read", "fees.txt", "-"]
    run = subprocess.run(
        ["bash", "-c", f"{shlex.join(command)} <&-"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "Harbour board cuts its fees" in run.stdout
    assert "error: standard input: is empty" in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_message(newsroom):
    newsroom({"fees.txt": FEES})
    command = shlex.join([sys.executable, "-m", "digest", "read", "fees.txt"])
    run = subprocess.run(["bash", "-c", f"{command} >/dev/full"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "error: No space left on device" in run.stderr
    assert "Traceback" not in run.stderr
