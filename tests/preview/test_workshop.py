"""The issue kept as it is on disk, with the last good version shown while a file is broken."""

import shutil

import pytest

from digest.extract.wish import PLAIN
from digest.preview.problems import Problem, problems_of
from digest.preview.readings import MOST, Readings
from digest.preview.workshop import Workshop
from digest.reading import extract
from digest.render.theme import bundled_templates
from digest.sources.capture import Capture
from pasted import FEES


def put_first(path, line):
    path.write_text(f"{line}\n{path.read_text('utf-8')}", "utf-8")


def change(path, old, new):
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def own_theme(week):
    """The newsroom's own copy of the theme."""
    newsroom = week.parent.parent
    shutil.copytree(bundled_templates() / "weekly", newsroom / "templates" / "weekly")
    return newsroom / "templates" / "weekly"


def test_a_change_of_words_makes_a_new_edition(workshop):
    put_first(workshop.file, 'subject = "Boats"')
    assert workshop.refresh()
    assert workshop.edition.number == 2
    assert "<title>Boats</title>" in workshop.edition.galley.email.html


def test_a_change_of_a_source_makes_a_new_edition(workshop):
    source = workshop.folder / "sources" / "ferry.txt"
    source.write_text(source.read_text("utf-8").replace("loses its last boat", "keeps a boat"), "utf-8")
    assert workshop.refresh()
    assert "Ferry timetable keeps a boat" in workshop.edition.galley.email.text


def test_a_change_of_the_newsroom_makes_a_new_edition(workshop):
    toml = workshop.folder.parent.parent / "digest.toml"
    toml.write_text(toml.read_text("utf-8").replace("Quayside", "The Quay"), "utf-8")
    assert workshop.refresh()
    assert "The Quay" in workshop.edition.galley.email.html


def test_a_source_is_read_once_however_often_the_issue_changes(workshop, week, monkeypatch):
    read = []

    def reading(page, *more):
        read.append(page.name)
        return extract(page, *more)

    monkeypatch.setattr("digest.preview.readings.extract", reading)
    for number in (5, 6):
        change(week / "issue.toml", f"number = {number - 1}", f"number = {number}")
        assert workshop.refresh()
    assert read == []
    change(week / "sources" / "ferry.txt", "loses", "keeps")
    workshop.refresh()
    assert [name.rpartition("/")[2] for name in read] == ["ferry.txt"]


def test_a_line_or_a_length_that_the_editor_asks_for_is_read_anew(workshop, week):
    change(week / "issue.toml", "number = 4", "number = 4\nsummary_length = 1")
    workshop.refresh()
    assert [len(story.summary) for story in workshop.edition.issue.stories] == [1, 1]
    toml = week / "issue.toml"
    toml.write_text(f'{toml.read_text("utf-8")}lines = {{ 1 = "junk", 3 = "headline" }}\n', "utf-8")
    workshop.refresh()
    assert workshop.edition.issue.stories[1].headline.value == "By Ida Brandt"


def test_readings_that_nobody_asked_for_lately_are_forgotten():
    readings = Readings()
    for number in range(MOST + 5):
        readings.extract(Capture(name=f"{number}", raw=FEES.encode()), 2, PLAIN)
    assert len(readings._kept) == MOST  # noqa: SLF001 - memory is what this is about


def test_files_that_say_the_same_make_no_edition(workshop):
    put_first(workshop.file, "# a comment")
    assert not workshop.refresh()
    assert workshop.edition.number == 1


def test_a_broken_file_is_told_with_its_line_over_the_last_good_edition(workshop):
    good = workshop.edition
    put_first(workshop.file, "subjct = 3")
    assert workshop.refresh()
    assert workshop.edition is good
    (problem,) = workshop.problems
    assert (problem.file, problem.line) == (str(workshop.file), 1)
    assert 'did you mean "subject"' in problem.message


def test_a_file_made_right_again_recovers_by_itself(workshop):
    before = workshop.file.read_text("utf-8")
    put_first(workshop.file, "number = ")
    workshop.refresh()
    workshop.file.write_text(before, "utf-8")
    assert workshop.refresh()
    assert workshop.problems == ()
    assert workshop.edition.number == 1


def test_a_folder_that_goes_away_and_comes_back_ends_nothing(workshop):
    away = workshop.folder.with_name("away")
    workshop.folder.rename(away)
    assert workshop.refresh()
    assert workshop.problems
    away.rename(workshop.folder)
    assert workshop.refresh()
    assert not workshop.problems


def test_the_same_mistake_is_told_once(workshop):
    put_first(workshop.file, "subjct = 3")
    assert workshop.refresh()
    assert not workshop.refresh()


def test_before_there_was_a_good_version_there_are_only_problems(week):
    put_first(week / "issue.toml", "number = ")
    workshop = Workshop(week)
    assert workshop.refresh()
    assert workshop.edition is None
    assert workshop.problems
    assert not workshop.inspect()


def test_a_broken_theme_is_told_over_the_last_good_one_which_goes_on_rendering(own_theme, week):
    workshop = Workshop(week)
    workshop.refresh()
    block = own_theme / "blocks" / "opening.mjml"
    sound = block.read_text("utf-8")
    block.write_text(f"{sound}{{% if %}}", "utf-8")
    assert workshop.retheme()
    (problem,) = workshop.problems
    assert problem.file.endswith("blocks/opening.mjml")
    assert problem.line > 0
    put_first(workshop.file, 'subject = "Boats"')
    assert workshop.refresh()
    assert "<title>Boats</title>" in workshop.edition.galley.email.html
    assert workshop.problems
    block.write_text(sound.replace("{{ story.headline }}", "News: {{ story.headline }}"), "utf-8")
    assert workshop.retheme()
    assert workshop.problems == ()
    assert "News: Harbour board" in workshop.edition.galley.email.html


def test_the_mistakes_of_a_theme_go_when_the_issue_takes_another(own_theme, week):
    own_theme.rename(own_theme.with_name("ours"))
    sound = (week / "issue.toml").read_text("utf-8")
    put_first(week / "issue.toml", 'theme = "ours"')
    workshop = Workshop(week)
    workshop.refresh()
    (own_theme.with_name("ours") / "issue.txt").write_text("{% if %}", "utf-8")
    assert workshop.retheme()
    assert workshop.problems
    workshop.file.write_text(sound, "utf-8")
    assert workshop.refresh()
    assert workshop.problems == ()


@pytest.mark.parametrize("name", ["../../etc", "/etc/passwd", "..", "weekly/../../secret", "a\\..\\b"])
def test_a_hostile_theme_name_is_a_mistake_and_reads_nothing(workshop, name):
    good = workshop.edition
    put_first(workshop.file, f"theme = {name!r}")
    assert workshop.refresh()
    assert workshop.edition is good
    assert workshop.problems


def test_deep_findings_follow_and_say_which_edition_they_are_of(workshop):
    assert not workshop.is_checked
    quick = workshop.checked
    assert workshop.inspect()
    assert workshop.is_checked
    assert len(workshop.checked.findings) > len(quick.findings)
    put_first(workshop.file, 'subject = "Boats"')
    workshop.refresh()
    assert not workshop.is_checked


def test_findings_are_those_of_the_check_command(workshop, digest):
    import json

    workshop.inspect()
    _, printed, _ = digest("check", str(workshop.folder), "--json")
    codes = [(finding["code"], finding["line"]) for finding in json.loads(printed)["findings"]]
    assert [(finding.code, finding.line) for finding in workshop.checked.findings] == codes


def test_a_mistake_of_our_own_is_told_as_one():
    (problem,) = problems_of(KeyError("stories"))
    assert problem == Problem(message="a mistake in digest itself (KeyError: 'stories')")
