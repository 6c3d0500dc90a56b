"""What an editor types, what comes out, and the exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.cli import cli, main
from pasted import CRANES, FEES


@pytest.fixture
def digest(monkeypatch, capsys):
    """Runs a command line in this process: (exit code, standard output, standard error)."""

    def run(*args, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        return caught.value.code, captured.out, captured.err

    return run


def built(root):
    return sorted(str(path.relative_to(root)) for path in root.rglob("build/**/*") if path.is_file())


def test_a_bare_digest_says_what_it_can_do(digest):
    code, out, _ = digest()
    assert code == 0
    for command in ("init", "new", "add", "read", "show", "build"):
        assert command in out


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(digest, name):
    code, out, _ = digest(name, "--help")
    assert code == 0
    assert f"Example: digest {name}" in out or f"| digest {name}" in out
    assert f"digest {name}" in (Path(__file__).parent.parent / "README.md").read_text()


def test_one_article_makes_a_digest_without_a_newsroom(digest, newsroom):
    root = newsroom({"fees.txt": FEES})
    code, out, _ = digest("build", "fees.txt")
    assert code == 0
    assert built(root) == ["build/fees/email.html", "build/fees/email.txt"]
    assert out.split() == [str(root / "build/fees/email.html"), str(root / "build/fees/email.txt")]
    for name in built(root):
        content = (root / name).read_text()
        assert "Harbour board cuts its fees" in content
        assert "Ada Brook" in content


def test_two_builds_of_the_same_inputs_write_the_same_bytes(digest, newsroom):
    root = newsroom({"fees.txt": FEES})
    digest("build", "fees.txt", "-o", "one")
    digest("build", "fees.txt", "-o", "two")
    for name in ("email.html", "email.txt"):
        assert (root / "one/fees" / name).read_bytes() == (root / "two/fees" / name).read_bytes()


def test_several_articles_make_one_digest_with_the_first_as_its_lead(digest, newsroom):
    root = newsroom({"cranes.txt": CRANES, "fees.txt": FEES})
    assert digest("build", "cranes.txt", "fees.txt")[0] == 0
    assert built(root) == ["build/cranes/email.html", "build/cranes/email.txt"]
    text = (root / "build/cranes/email.txt").read_text()
    assert text.index("Crane drivers go back to work") < text.index("Harbour board cuts its fees")


def test_a_paste_on_standard_input_is_kept_beside_its_email(digest, newsroom):
    root = newsroom({})
    assert digest("build", "-", stdin=FEES.encode())[0] == 0
    kept = list(root.glob("build/harbour-board-cuts-its-fees/pasted-*.txt"))
    assert [path.read_text() for path in kept] == [FEES]
    assert (root / "build/harbour-board-cuts-its-fees/email.html").exists()


def test_an_issue_goes_from_init_to_email(digest, newsroom):
    root = newsroom({"fees.txt": FEES, "cranes.txt": CRANES})
    assert digest("init")[0] == 0
    code, out, _ = digest("new", "june", "fees.txt")
    assert code == 0
    assert "issue.toml" in out
    assert digest("add", "june", "cranes.txt")[0] == 0
    code, out, _ = digest("show", "june")
    assert code == 0
    assert "article   line 1    Harbour board cuts its fees" in out
    assert digest("build")[0] == 0
    assert built(root) == ["build/june/email.html", "build/june/email.txt"]


def test_show_as_json_gives_every_value_with_its_origin(digest, newsroom):
    newsroom({"issue.toml": 'subject = "S"\n[[stories]]\nsource = "fees.txt"\n', "fees.txt": FEES})
    shown = json.loads(digest("show", ".", "--json")[1])
    assert shown["subject"] == {"value": "S", "origin": "editor", "evidence": [], "parts": {}}
    (story,) = shown["stories"]
    assert story["headline"]["origin"] == "article"
    assert story["summary"][0]["origin"] == "extracted"
    assert story["quotes"][0]["value"]["speaker"] == "Ada Brook"


def test_read_prints_one_object_a_line_and_an_error_in_the_place_of_a_source_it_cannot_read(digest, newsroom):
    newsroom({"fees.txt": FEES, "empty.txt": "", "cranes.txt": CRANES})
    code, out, err = digest("read", "fees.txt", "empty.txt", "cranes.txt", "--json")
    assert code == 1
    first, second, third = (json.loads(line) for line in out.splitlines())
    assert list(first)[:9] == [
        "title", "standfirst", "author", "date", "body", "related", "promos", "quotes", "summary",
    ]  # fmt: skip
    assert (first["author"], first["date"]) == ("Ada Fell", "2024-06-03")
    assert list(second) == ["error"]
    assert "empty.txt" in second["error"]
    assert third["title"] == "Crane drivers go back to work"
    assert "empty.txt" in err


def test_read_for_people_says_what_each_line_was_taken_for(digest, newsroom):
    newsroom({"fees.txt": FEES})
    code, out, _ = digest("read", "fees.txt")
    assert code == 0
    assert "    1  headline   Harbour board cuts its fees" in out
    assert "   13  related" in out
    assert "   15  promo      webinar: Webinar: berths and budgets" in out


def test_json_of_a_build_is_one_object_and_talk_stays_off_standard_output(digest, newsroom):
    root = newsroom({"fees.txt": FEES})
    code, out, _ = digest("build", "fees.txt", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["errors"] == []
    (issue,) = answer["issues"]
    assert issue["subject"] == "Harbour board cuts its fees"
    assert issue["bytes"] == (root / "build/fees/email.html").stat().st_size
    assert {finding["code"] for finding in issue["findings"]} >= {"link-missing", "address-missing"}


def test_strict_lets_warnings_stop(digest, newsroom):
    newsroom({"fees.txt": FEES})
    assert digest("build", "fees.txt", "--strict")[0] == 3


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
        ("<mj-section><mj-column><mj-txt>x</mj-txt></mj-column></mj-section>", "<mj-txt>"),
        ("<mj-section><mj-column>", "story.mjml:1"),
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


def test_an_unknown_issue_is_wrong_usage(digest, newsroom):
    newsroom({})
    code, _, err = digest("build", "sample-weekli")
    assert code == 2
    assert 'did you mean "sample-weekly"' in err


def test_issues_and_articles_are_not_mixed(digest, newsroom):
    newsroom({"fees.txt": FEES})
    code, _, err = digest("build", "sample-weekly", "fees.txt")
    assert code == 2
    assert "digest add" in err


def test_an_unknown_option_is_wrong_usage(digest):
    code, _, err = digest("build", "--stric")
    assert code == 2
    assert "--strict" in err


def test_colours_are_left_out_of_what_is_no_terminal(digest, newsroom):
    newsroom({"fees.txt": FEES})
    assert "\x1b" not in digest("build", "fees.txt")[2]


def test_python_m_digest_is_digest(newsroom):
    newsroom({})
    run = subprocess.run(
        [sys.executable, "-m", "digest", "--version"], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("digest, version")


def test_a_reader_that_stops_early_is_no_error(newsroom):
    newsroom({"fees.txt": FEES})
    command = f"{sys.executable} -m digest read {'fees.txt ' * 300} --json | head -c 10"
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in run.stderr
