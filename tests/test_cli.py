"""What an editor types, what comes out, and the exit code."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from commands import built
from digest.cli import cli
from pasted import CRANES, FEES


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


def test_a_paste_of_the_same_headline_as_another_source_is_kept_and_built(digest, newsroom):
    root = newsroom({"harbour-board-cuts-its-fees.txt": FEES})
    code, _, _ = digest("build", "harbour-board-cuts-its-fees.txt", "-", stdin=FEES.encode())
    assert code == 0
    assert len(list(root.glob("build/*/pasted-*.txt"))) == 1
    assert (root / "build/harbour-board-cuts-its-fees/email.html").read_text().count("</h2>") >= 2


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


def test_what_read_prints_has_the_keys_that_programs_rely_on(digest, newsroom):
    newsroom({})
    read = json.loads(digest("read", "-", "--json", stdin=FEES.encode())[1])
    assert read["standfirst"] == "Small boats will pay a tenth less from October"
    assert len(read["body"]) == 5
    assert [list(link) for link in read["related"]] == [["title", "url"]] * 2
    (promo,) = read["promos"]
    assert (promo["kind"], promo["partners"], promo["url"]) == ("webinar", ["Quay Bank"], "")
    for quote in read["quotes"]:
        assert (quote["speaker"], quote["role"]) == ("Ada Brook", "chair of the board")
        assert read["body"][quote["paragraph"]].count(quote["text"].split("\n\n")[0]) == 1
        assert FEES[quote["start"] : quote["end"]].startswith(quote["text"].split("\n\n")[0])
    assert len(read["quotes"]) == 2
    assert all(any(sentence in block for block in read["body"]) for sentence in read["summary"])


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


def test_an_issue_whose_slug_has_dots_is_no_file(digest, newsroom):
    root = newsroom({"fees.txt": FEES})
    assert digest("new", "2026.11.20", "fees.txt")[0] == 0
    assert digest("build", "2026.11.20")[0] == 0
    assert built(root) == ["build/2026.11.20/email.html", "build/2026.11.20/email.txt"]


def test_an_issue_beats_the_folder_its_email_was_built_into(digest, newsroom):
    newsroom({})
    assert digest("build", "sample-edge", "-o", ".")[0] == 0
    assert digest("build", "sample-edge", "-o", ".")[0] == 0


def test_an_issue_is_built_from_within_and_by_paths_with_spaces_and_slashes(digest, newsroom, monkeypatch):
    root = newsroom({
        "digest.toml": '[publication]\nname = "Q"\n',
        "issues/a/issue.toml": '[[stories]]\nsource = "my sources/the fees.txt"\n',
        "issues/a/my sources/the fees.txt": FEES,
    })  # fmt: skip
    (root / "a link").symlink_to("issues/a")
    outs = [digest("build", name)[1] for name in ("issues/a/", "issues/../issues/a/issue.toml", "a")]
    linked = digest("build", "a link", "-o", root / "out there")[1]
    monkeypatch.chdir(root / "issues/a")
    outs += [digest("build", name)[1] for name in (".", "../a/", "issue.toml")]
    assert len(set(outs)) == 1
    assert outs[0].split() == [str(root / "build/a" / name) for name in ("email.html", "email.txt")]
    assert str(root / "out there/a/email.html") in linked


def test_a_subject_and_a_finding_are_one_line_each(digest, newsroom):
    newsroom({
        "issue.toml": '[[stories]]\nsource = "fees.txt"\nheadline = "One\\nBcc: two\\u2028three"\n',
        "fees.txt": FEES,
    })  # fmt: skip
    (issue,) = json.loads(digest("build", ".", "--json")[1])["issues"]
    assert issue["subject"] == "One Bcc: two three"
    assert all(line.startswith("warning: ") for line in digest("build", ".")[2].splitlines())


def test_two_processes_may_build_the_same_issue_at_once(newsroom):
    root = newsroom({"fees.txt": FEES})
    command = [sys.executable, "-m", "digest", "build", "fees.txt"]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in "abc"]
    told = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], told
    assert built(root) == ["build/fees/email.html", "build/fees/email.txt"]


def test_interrupted_work_says_so_with_its_exit_code(digest, newsroom, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    newsroom({"fees.txt": FEES})
    monkeypatch.setattr("digest.build.build_all", interrupted)
    assert digest("build", "fees.txt")[0] == 130


def test_an_unknown_option_is_wrong_usage(digest):
    code, _, err = digest("build", "--stric")
    assert code == 2
    assert "--strict" in err


def test_colours_are_left_out_of_what_is_no_terminal(digest, newsroom):
    newsroom({"fees.txt": FEES})
    assert "\x1b" not in digest("build", "fees.txt")[2]


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_no_color_is_set(newsroom, no_color, coloured):
    newsroom({})
    talk, screen = pty.openpty()
    command = [sys.executable, "-m", "digest", "build", "gone.txt"]
    subprocess.run(command, stderr=screen, env={**os.environ, "NO_COLOR": no_color}, check=False)
    told = os.read(talk, 4096)
    os.close(talk)
    os.close(screen)
    assert b"gone.txt" in told
    assert (b"\x1b" in told) is coloured


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
