"""The checks against earlier issues, and how these are gathered."""

import datetime as dt

import pytest

from digest.build import Press, open_issue
from digest.earlier import past_issues
from digest.preflight.galley import PastIssue, PastStory
from pasted import CRANES, FEES
from proofing import FRIDAY, hits, issue, wheres

RAN = PastStory(headline="Ferry timetable loses its last boat", url="https://quayside.example/old")
LAST = PastIssue(slug="q-11", day=dt.date(2026, 11, 13), number=11, subject="Eels", stories=(RAN,))
OTHER = PastStory(headline="Eels return", url="https://www.quayside.example/ferry?utm_source=x")


def past(**fields):
    return [PastIssue(**{name: getattr(LAST, name) for name in LAST.__struct_fields__} | fields)]


def test_a_story_that_ran_is_known_by_its_headline_or_its_address():
    for told in (RAN, OTHER):
        (hit,) = hits("story-run", issue(), past=past(stories=(told,)))
        assert hit.where == "stories[1]"
        assert "q-11 (2026-11-13)" in hit.message
    new = PastStory(headline="Eels return", url="https://quayside.example/eels")
    assert hits("story-run", issue(), past=past(stories=(new,))) == []
    assert hits("story-run", issue(), past=past(stories=(PastStory(headline=""),))) == []


def test_a_subject_is_held_against_the_last_issue_alone():
    same = past(subject="LAST boat to Sandholm!")
    assert wheres("subject-as-last", issue(), past=same) == ["subject"]
    assert wheres("subject-as-last", issue(), past=[LAST, *same]) == []


def test_a_number_and_a_day_belong_to_one_issue():
    told = issue(number=11)
    assert wheres("number-taken", told, past=[LAST]) == ["number"]
    assert wheres("number-taken", issue(number=12), past=[LAST]) == []
    assert wheres("day-taken", told, past=past(day=FRIDAY)) == ["date"]
    assert wheres("day-taken", told, past=[LAST]) == []


ENTRY = '[[stories]]\nsource = "fees.txt"\n'
FILES = {
    "digest.toml": '[publication]\nname = "Q"\n[check]\npast_issues = 2\n',
    "issues/now/issue.toml": f"date = 2024-06-21\nnumber = 4\n{ENTRY}",
    "issues/now/fees.txt": FEES,
    "issues/a-week-ago/issue.toml": f'date = 2024-06-14\nnumber = 3\nsubject = "Cranes"\n{ENTRY}',
    "issues/a-week-ago/fees.txt": CRANES,
    "issues/older/issue.toml": f'date = 2024-06-07\n{ENTRY}url = "https://example.org/fees"\n',
    "issues/older/fees.txt": FEES,
}


@pytest.fixture
def gathered(newsroom):
    def gather(more=()):
        root = newsroom({**FILES, **dict(more)})
        return past_issues(*open_issue(root / "issues" / "now"))

    return gather


def test_earlier_issues_come_latest_first_with_their_fronts(gathered):
    assert gathered() == (
        PastIssue(
            slug="a-week-ago",
            day=dt.date(2024, 6, 14),
            number=3,
            subject="Cranes",
            stories=(PastStory(headline="Crane drivers go back to work"),),
        ),
        PastIssue(
            slug="older",
            day=dt.date(2024, 6, 7),
            subject="Harbour board cuts its fees",
            stories=(PastStory(headline="Harbour board cuts its fees", url="https://example.org/fees"),),
        ),
    )


def test_no_more_are_gathered_than_are_asked_for(gathered):
    more = {"issues/oldest/issue.toml": f"date = 2024-05-31\n{ENTRY}", "issues/oldest/fees.txt": FEES}
    assert [each.slug for each in gathered(more)] == ["a-week-ago", "older"]


def test_later_issues_and_those_of_another_publication_are_not_earlier(gathered):
    more = {
        "issues/next/issue.toml": f"date = 2024-06-28\n{ENTRY}",
        "issues/sister/issue.toml": f"date = 2024-06-20\n{ENTRY}",
        "issues/sister/digest.toml": '[publication]\nname = "Sister"\n',
    }
    assert [each.slug for each in gathered(more)] == ["a-week-ago", "older"]


@pytest.mark.parametrize(
    "broken",
    [
        {"issues/broken/issue.toml": "date = 2024-06-20\nthis is no TOML"},
        {"issues/broken/issue.toml": "date = 2024-06-20\nnumbr = 2\n"},
        {"issues/broken/issue.toml": b"\xff\xfe\x00"},
    ],
)
def test_an_earlier_issue_that_cannot_be_read_is_passed_over(gathered, broken):
    assert [each.slug for each in gathered(broken)] == ["a-week-ago", "older"]


@pytest.mark.parametrize("page", [b"", None, b"\x00\x01"])
def test_a_source_that_cannot_be_read_costs_its_story_alone(gathered, page):
    toml = f'date = 2024-06-20\n{ENTRY}url = "https://example.org/lost"\n'
    files = {"issues/lost/issue.toml": toml, **({"issues/lost/fees.txt": page} if page is not None else {})}
    (lost, _) = gathered(files)
    assert [told.url for told in lost.stories] == ["https://example.org/lost"]


def test_a_deep_proof_is_held_against_them(newsroom, gathered):
    gathered()
    root = newsroom({})
    assert len(Press().proof(*open_issue(root / "issues" / "now"), deep=True).past) == 2
    assert Press().proof(*open_issue(root / "issues" / "now")).past == ()
