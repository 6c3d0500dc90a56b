"""Each check finds what it is for, and says where and how to mend it."""

import pytest
from msgspec.structs import replace

from digest.build import open_issue
from digest.errors import MistakesError
from digest.model import Email, Finding, Ignored, Level
from digest.preflight.galley import Galley
from digest.preflight.table import catalogue, check
from pasted import CRANES, FEES

URLS = """url = "https://example.org/fees"
[[stories.related]]
title = "Why do the cranes stand still?"
url = "https://example.org/cranes"
[[stories.promos]]
title = "Webinar: berths and budgets, with Quay Bank"
url = "https://example.org/webinar"
"""
EMAIL = Email(subject="Harbour board cuts its fees", preheader="", html="<html></html>", text="")


@pytest.fixture
def issue(newsroom):
    def opened(toml=URLS, page=FEES):
        root = newsroom({
            "digest.toml": '[publication]\nname = "Q"\npostal_address = "1 Quay"\n',
            "issue.toml": f'[[stories]]\nsource = "fees.txt"\n{toml}',
            "fees.txt": page,
        })  # fmt: skip
        return open_issue(root)[1]

    return opened


def codes(issue, email=EMAIL):
    return [(finding.code, finding.level) for finding in check(Galley(issue=issue, email=email), deep=False)]


def test_a_sound_issue_has_no_findings(issue):
    assert codes(issue()) == []


def test_a_quotation_nobody_is_named_for_is_an_error(issue):
    toml = '[[stories.quotes]]\ntext = "Nobody should have to leave home waters over a bill,"\nspeaker = ""\n'
    assert ("quote-speaker-missing", Level.ERROR) in codes(issue(URLS + toml))


def test_the_reporters_own_words_offered_as_a_quotation_are_told(issue):
    toml = (
        '[[stories.quotes]]\ntext = "Skippers had asked for a cut since the spring"\nspeaker = "Ada Brook"\n'
    )
    assert codes(issue(URLS + toml)) == [("quote-not-quoted", Level.WARNING)]


def test_the_middle_of_a_quotation_is_in_quotation_marks(issue):
    toml = '[[stories.quotes]]\ntext = "leave home waters over a bill,"\n'
    assert codes(issue(URLS + toml)) == []


def test_a_speaker_the_source_never_names_is_told(issue):
    toml = '[[stories.quotes]]\ntext = "We want every one of them to come back."\nspeaker = "Eve Lund"\n'
    assert codes(issue(URLS + toml)) == [("speaker-not-in-source", Level.WARNING)]


def test_links_that_lead_nowhere_are_told_with_the_key_to_mend(issue):
    findings = check(Galley(issue=issue(""), email=EMAIL), deep=False)
    assert {(finding.code, finding.where) for finding in findings} == {
        ("promo-url-missing", "stories[1].promos[1].url"),
        ("link-missing", "stories[1].url"),
        ("link-missing", "stories[1].related"),
    }


def test_a_story_without_a_summary_is_told(issue):
    bare = issue()
    bare = replace(bare, stories=(replace(bare.stories[0], summary=()),))
    assert codes(bare) == [("summary-empty", Level.WARNING)]


def test_a_story_without_a_headline_is_an_error(issue):
    bare = issue()
    headline = replace(bare.stories[0].headline, value="")
    bare = replace(bare, stories=(replace(bare.stories[0], headline=headline),))
    assert codes(bare) == [("headline-missing", Level.ERROR)]


@pytest.mark.parametrize("tag", ["[[unsubscribe_url]]", "{{ name }}", "*|FNAME|*"])
def test_words_that_look_like_a_merge_tag_are_told(issue, tag):
    assert codes(issue(f'headline = "{tag} and more"\n{URLS}')) == [("merge-tag-in-text", Level.NOTE)]


def test_a_missing_postal_address_is_told(issue):
    nowhere = issue()
    nowhere = replace(nowhere, publication=replace(nowhere.publication, postal_address=""))
    assert codes(nowhere) == [("address-missing", Level.WARNING)]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("", [("subject-missing", Level.ERROR)]), ("x" * 61, [("subject-long", Level.NOTE)]), ("x" * 60, [])],
)
def test_a_subject_is_there_and_fits(issue, subject, expected):
    assert codes(issue(), replace(EMAIL, subject=subject)) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [(90_000, []), (90_001, [("size", Level.WARNING)]), (102_001, [("size", Level.ERROR)])],
)
def test_html_near_gmails_limit_is_a_warning_and_beyond_it_an_error(issue, size, expected):
    assert codes(issue(), replace(EMAIL, html="x" * size)) == expected


def test_bytes_are_counted_not_characters(issue):
    assert codes(issue(), replace(EMAIL, html="é" * 51_001)) == [("size", Level.ERROR)]


def test_mjml_that_was_not_compiled_is_an_error(issue):
    assert codes(issue(), replace(EMAIL, html="<mj-text>")) == [("mjml-left", Level.ERROR)]


def test_what_the_reader_noticed_is_told(issue):
    mojibake = FEES.replace("The cut covers", "The boardâ€™s cut covers").replace("£40,000", "Â£40,000")
    assert any(level is Level.NOTE for _, level in codes(issue(URLS, mojibake)))


def test_the_worst_comes_first(issue):
    bad = issue("")
    levels = [
        finding.level
        for finding in check(
            Galley(issue=bad, email=replace(EMAIL, subject="", html="x" * 95_000)), deep=False
        )
    ]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert levels[0] is Level.ERROR


def test_every_row_of_the_catalogue_has_a_code_of_its_own_and_says_what_and_why():
    rows = catalogue()
    assert len({row.code for row in rows}) == len(rows)
    for row in rows:
        assert row.title
        assert row.why


def test_a_build_leaves_the_deep_checks_alone(issue):
    told = issue()
    quick = {finding.code for finding in check(Galley(issue=told, email=EMAIL), deep=False)}
    deep = {finding.code for finding in check(Galley(issue=told, email=EMAIL), deep=True)}
    assert "preheader-missing" in deep - quick


@pytest.mark.parametrize("scope", ["whole", "story"])
def test_what_the_editor_ignores_stays_visible_and_comes_last(newsroom, scope):
    ignore = 'ignore = ["link-missing"]\n'
    before, inside = (ignore, "") if scope == "whole" else ("", ignore)
    root = newsroom({
        "issue.toml": f'{before}[[stories]]\nsource = "fees.txt"\n{inside}',
        "fees.txt": FEES,
    })  # fmt: skip
    findings = check(Galley(issue=open_issue(root)[1], email=EMAIL), deep=False)
    assert [finding.ignored for finding in findings] == sorted(finding.ignored for finding in findings)
    assert {finding.code for finding in findings if finding.ignored} == {"link-missing"}
    assert {finding.code for finding in findings if not finding.ignored} >= {"promo-url-missing"}


def test_a_story_ignores_for_itself_alone(newsroom):
    root = newsroom({
        "issue.toml": '[[stories]]\nsource = "fees.txt"\nignore = ["link-missing"]\n'
        '[[stories]]\nsource = "cranes.txt"\n',
        "fees.txt": FEES,
        "cranes.txt": CRANES,
    })  # fmt: skip
    findings = check(Galley(issue=open_issue(root)[1], email=EMAIL), deep=False)
    told = {(finding.story, finding.ignored) for finding in findings if finding.code == "link-missing"}
    assert told == {("fees", True), ("cranes", False)}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("link-mising", 'there is no check "link-mising"; did you mean "link-missing"?'),
        ("xyzzy", "digest check --list"),
        ("quote-speaker-missing", '"quote-speaker-missing" cannot be ignored: readers cannot weigh'),
    ],
)
def test_a_code_that_cannot_be_ignored_is_a_mistake_with_its_line(newsroom, code, said):
    root = newsroom({
        "issue.toml": f'[[stories]]\nsource = "fees.txt"\nignore = ["{code}"]\n',
        "fees.txt": FEES,
    })  # fmt: skip
    with pytest.raises(MistakesError) as caught:
        open_issue(root)
    (mistake,) = caught.value.mistakes
    assert said in mistake.message
    assert (mistake.key, mistake.line) == ("stories[1].ignore", 3)


def test_what_would_hurt_readers_is_told_even_if_it_is_ignored(issue):
    bare = issue()
    bare = replace(
        bare,
        stories=(replace(bare.stories[0], headline=replace(bare.stories[0].headline, value="")),),
        ignored=(Ignored(code="headline-missing"),),
    )
    assert codes(bare) == [("headline-missing", Level.ERROR)]


def test_what_a_reader_of_another_package_noticed_is_told_under_one_code(issue):
    told = issue()
    note = Finding(code="odd-page", level=Level.WARNING, message="an odd page", where="fees.txt:7")
    article = replace(told.stories[0].article, notes=(note,))
    told = replace(told, stories=(replace(told.stories[0], article=article),))
    (finding,) = check(Galley(issue=told, email=EMAIL), deep=False)
    assert (finding.code, finding.level, finding.line) == ("page-noticed", Level.WARNING, 7)
