"""`digest check`: what an editor, a program and a code-review tool are told, and the exit codes."""

import json
import os
import pty
import re
import subprocess
import sys

import pytest
from msgspec import convert
from msgspec.structs import replace

from digest import __version__
from digest.build import Press, open_issue
from digest.preflight.email import spam
from digest.preflight.links.spotted import addresses
from digest.preflight.table import catalogue
from digest.sources.web import survey
from pasted import CRANES, FEES
from website import Website, running

TOML = """subject = "Fees, cranes and a new rota"
[[stories]]
source = "sources/fees.txt"
url = "https://example.org/fees"
related = []
promos = []
[[stories]]
source = "sources/cranes.txt"
promos = []
"""


@pytest.fixture
def issue(newsroom, monkeypatch):
    monkeypatch.setattr(spam, "PROGRAM", "no-such-filter")  # for it takes its time

    def made(toml=TOML, publication='name = "Q"\npostal_address = "1 Quay"\n', **more):
        return newsroom({
            "digest.toml": f"[publication]\n{publication}",
            "issues/one/issue.toml": toml,
            "issues/one/sources/fees.txt": FEES,
            "issues/one/sources/cranes.txt": CRANES,
            **more,
        })  # fmt: skip

    return made


@pytest.fixture
def checked(digest):
    """What `digest check --json` finds, by code."""

    def run(*args):
        code, out, err = digest("check", "one", "--json", *args)
        assert err == ""
        told = json.loads(out)
        return code, told, {finding["code"]: finding for finding in told["findings"]}

    return run


def test_nothing_is_written(issue, digest):
    root = issue()
    before = sorted(root.rglob("*"))
    digest("check", "one")
    assert sorted(root.rglob("*")) == before


def test_findings_stand_under_the_headline_of_their_story_worst_first(issue, digest):
    quote = '[[stories.quotes]]\ntext = "The new rota gives our members two nights at home"\nspeaker = ""\n'
    issue(TOML + quote)
    code, out, _ = digest("check", "one")
    assert code == 3
    worst, other = out.index("Crane drivers go back to work"), out.index("Harbour board cuts its fees")
    assert worst < other
    assert worst < out.index("error", worst) < out.index("quote-speaker-missing") < out.index("link-missing")


def test_a_finding_says_where_it_is_mended_by_file_and_line(issue, checked):
    issue()
    found = checked()[2]["link-missing"]
    assert (found["file"], found["where"]) == ("issues/one/issue.toml", "stories[2].url")
    assert TOML.split("\n")[found["line"] - 1] == "[[stories]]"
    assert found["line"] == 7


def test_a_key_of_the_newsroom_is_found_in_its_own_file(issue, checked):
    issue(publication='name = "Q"\n')
    found = checked()[2]["address-missing"]
    assert (found["file"], found["line"]) == ("digest.toml", 1)


def test_errors_exit_with_three_and_warnings_only_when_strict(issue, digest):
    issue()
    assert digest("check", "one")[0] == 0
    assert digest("check", "one", "--strict")[0] == 3


def test_what_is_ignored_counts_for_nothing_and_stands_last(issue, digest, checked):
    issue('ignore = ["link-missing"]\n' + TOML)
    _, told, found = checked()
    assert found["link-missing"]["ignored"]
    assert told["counts"]["ignored"] == 1
    out = digest("check", "one")[1]
    assert out.index("Ignored, as issue.toml asks") < out.index("link-missing")
    assert "1 ignored" in out.splitlines()[-1]


def test_a_broken_issue_is_told_as_everywhere_and_exits_with_one(issue, digest):
    issue(TOML + "colour = 3\n")
    code, out, err = digest("check", "one")
    assert (code, out) == (1, "")
    assert 'unknown key "colour"' in err


def test_without_an_argument_the_issue_changed_last_is_checked(issue, digest):
    issue()
    assert json.loads(digest("check", "--json")[1])["issue"] == "one"


@pytest.mark.parametrize("others", [["--json"], ["--list"]])
def test_sarif_goes_with_no_other_answer(issue, digest, others):
    issue()
    assert digest("check", "one", "--sarif", *others)[0] == 2


def test_the_meter_tells_what_every_story_weighs(issue, digest, checked):
    issue()
    meter = {part["place"]: part["size"] for part in checked()[1]["meter"]}
    assert {"story-fees", "story-cranes"} <= meter.keys()
    out = digest("check", "one")[1]
    assert re.search(r"Harbour board cuts its fees +\d+\.\d kB █+", out)
    assert f"{sum(meter.values()) / 1000:.1f} kB of HTML" in out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_fit_the_terminal_but_for_what_cannot_be_broken(issue, digest, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    issue()
    for line in digest("check", "one", "--why")[1].splitlines():
        assert len(line) <= min(columns, 100) or len(line.split()) == 1


def test_why_is_told_on_request(issue, digest):
    issue()
    why = next(row.why for row in catalogue() if row.code == "link-missing")
    told = " ".join(digest("check", "one", "--why")[1].split())
    assert f"why: {why}" in told
    assert "why:" not in digest("check", "one")[1]


def test_many_notes_of_one_kind_are_counted_and_shown_on_request(issue, digest):
    issue(TOML.replace("Fees, cranes", "{{a}} {{b}} {{c}} {{d}}"))
    few, all_of_them = digest("check", "one")[1], digest("check", "one", "--why")[1]
    assert re.search(r"and \d+ notes? of the same kinds: digest check --why", few)
    assert "{{d}}" not in few
    assert "{{d}}" in all_of_them


def on_a_terminal(root, **environment):
    screen, terminal = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "digest", "check", "one"],
        stdout=terminal,
        cwd=root,
        env={**os.environ, "TERM": "xterm", "PATH": "", **environment},
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            if not (piece := os.read(screen, 65536)):
                break
        except OSError:  # Linux says so when the other end is closed
            break
        shown += piece
    run.wait()
    os.close(screen)
    return shown.decode()


def test_a_terminal_gets_colours_unless_it_wants_none(issue):
    root = issue()
    assert "\x1b[1mCrane" in on_a_terminal(root, NO_COLOR="")
    assert "\x1b[" not in on_a_terminal(root, NO_COLOR="1")


# the catalogue


def test_the_list_tells_every_check_with_its_level_and_why(digest):
    code, out, _ = digest("check", "--list")
    assert code == 0
    for row in catalogue():
        assert f"{row.code}  {row.level}" in out
    assert out.splitlines()[-1] == f"{len(catalogue())} checks"


def test_the_list_is_one_object_for_programs(digest):
    checks = json.loads(digest("check", "--list", "--json")[1])["checks"]
    assert [each["code"] for each in checks] == [row.code for row in catalogue()]
    assert checks[0].keys() == {"code", "level", "title", "why", "source", "ignorable", "online"}


# SARIF


def sarif(digest):
    return json.loads(digest("check", "one", "--sarif")[1])


def test_sarif_has_a_rule_for_every_check_and_a_result_for_every_finding(issue, digest, checked):
    issue('ignore = ["link-missing"]\n' + TOML)
    log = sarif(digest)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (log["version"], driver["semanticVersion"]) == ("2.1.0", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [row.code for row in catalogue()]
    for rule, row in zip(driver["rules"], catalogue(), strict=True):
        assert rule["shortDescription"]["text"] == row.title
        assert row.why in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] == row.level
    findings = checked()[1]["findings"]
    assert [result["ruleId"] for result in run["results"]] == [finding["code"] for finding in findings]
    for result, finding in zip(run["results"], findings, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == finding["code"]
        assert result["level"] == finding["level"]
        assert finding["message"] in result["message"]["text"]
        assert bool(result.get("suppressions")) is finding["ignored"]


def test_sarif_names_files_by_relative_addresses_and_counts_lines_from_one(issue, digest):
    issue(TOML.replace("fees.txt", "port fees.txt"), **{"issues/one/sources/port fees.txt": FEES})
    places = [place["physicalLocation"] for place in locations(sarif(digest)) if "physicalLocation" in place]
    assert "issues/one/issue.toml" in {place["artifactLocation"]["uri"] for place in places}
    for place in places:
        assert re.fullmatch(r"[\w./%-]+", place["artifactLocation"]["uri"])
        assert place.get("region", {"startLine": 1})["startLine"] >= 1


def locations(log):
    return [place for result in log["runs"][0]["results"] for place in result.get("locations", [])]


def test_sarif_has_what_the_schema_asks_for(issue, digest):
    """The required members and closed lists of the OASIS schema, as far as we write them."""
    issue('ignore = ["link-missing"]\n' + TOML)
    log = sarif(digest)
    assert convert(log, dict) == log
    assert log.keys() == {"$schema", "version", "runs"}
    for run in log["runs"]:
        assert run.keys() == {"tool", "columnKind", "results"}
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        assert run["tool"]["driver"].keys() == {"name", "semanticVersion", "rules"}
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(rules) == len(set(rules))
        for result in run["results"]:
            assert {"ruleId", "ruleIndex", "level", "message"} <= result.keys()
            assert result["level"] in {"none", "note", "warning", "error"}
            assert isinstance(result["message"]["text"], str)
            for suppression in result.get("suppressions", []):
                assert suppression["kind"] in {"inSource", "external"}
                assert suppression["status"] in {"accepted", "underReview", "rejected"}
    for place in locations(log):
        assert place.keys() <= {"physicalLocation", "logicalLocations"}
        for logical in place.get("logicalLocations", []):
            assert logical.keys() == {"fullyQualifiedName", "kind"}


# --online


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(survey, "PAUSE", 0)
    answers = {"/fees": (200, {"Content-Type": "text/html"}), "/old": (301, {"Location": "/fees"})}
    with running(Website(answers)) as server:
        yield server


def linked(site, path):
    return TOML.replace("https://example.org/fees", site.url(path))


def test_without_online_nobody_is_asked(issue, site, checked):
    issue(linked(site, "/fees"))
    assert checked()[1]["asked"] is None
    assert site.asked == []


def test_a_dead_link_is_an_error_where_its_url_is_written(issue, site, checked):
    issue(linked(site, "/nowhere"))
    code, told, found = checked("--online", "--allow-private")
    dead = found["link-dead"]
    assert (code, told["asked"]) == (3, 1)
    assert "answers 404: there is no such page" in dead["message"]
    assert (dead["where"], dead["story"], dead["line"]) == ("stories[1].url", "fees", 4)


def test_a_redirect_is_noted_with_its_end(issue, site, checked):
    issue(linked(site, "/old"))
    found = checked("--online", "--allow-private")[2]
    assert f"has moved for good to {site.url('/fees')}" in found["link-moved"]["message"]


def test_campaign_parameters_lost_on_the_way_are_told(issue, site, checked):
    issue(linked(site, "/old"), 'name = "Q"\npostal_address = "1 Quay"\n[utm]\nsource = "q"\n')
    site.answers |= {f"/old?{query}": (301, {"Location": "/fees"}) for query in campaign(site, checked)}
    message = checked("--online", "--allow-private")[2]["link-moved"]["message"]
    assert "loses the campaign's parameters" in message


def campaign(site, checked):
    checked("--online", "--allow-private")
    return {path.partition("?")[2] for _, path in site.asked if "utm_source=" in path}


def test_a_private_host_is_an_error_and_not_asked(issue, site, checked):
    issue(linked(site, "/fees"))
    assert "127.0.0.1" in checked("--online")[2]["link-inside"]["message"]
    assert site.asked == []


def test_only_web_addresses_are_asked_each_once(issue):
    html = "".join(
        f'<a href="{url}">x</a>'
        for url in (
            "https://quay.example/a", "#top", "mailto:desk@quay.example", "tel:+44", "[[unsubscribe_url]]",
            "https://quay.example/[[reader]]", "https://quay.example/a", "HTTP://quay.example/b",
            "https://calendar.google.com/calendar/render?action=TEMPLATE",
        )
    )  # fmt: skip
    galley = Press().proof(*open_issue(issue() / "issues/one"))
    changed = replace(galley, email=replace(galley.email, html=html + '<img src="https://quay.example/c">'))
    found = [(each.url.rpartition("/")[2], each.picture) for each in addresses(changed)]
    assert found == [("a", False), ("b", False), ("c", True)]
