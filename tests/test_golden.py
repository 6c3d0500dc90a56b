"""The sample issues, built in every theme, are the same letter for letter as the golden files.

`pytest --renew-golden` writes them anew; the diff is to be read before it is committed.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.newsroom import bundled_issues, issue_folders
from digest.render.files import theme_names
from digest.render.theme import bundled_templates

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = [folder.name for folder in issue_folders(bundled_issues())]
THEMES = theme_names([bundled_templates()])


def test_all_samples_and_themes_are_there():
    assert SAMPLES == ["sample-bulletin", "sample-edge", "sample-weekly"]
    assert THEMES == ["bulletin", "plain", "weekly"]


@pytest.fixture(params=[(theme, sample) for theme in THEMES for sample in SAMPLES], ids="/".join)
def built(request, tmp_path):
    theme, sample = request.param
    newsroom, issue = open_issue(bundled_issues() / sample)
    return Press(tmp_path).build(newsroom, replace(issue, theme=theme))


def test_a_sample_is_built_letter_for_letter(built, request):
    for made in (built.html, built.text):
        golden = GOLDEN / built.issue.theme / f"{built.issue.slug}{made.suffix}"
        if request.config.getoption("--renew-golden"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(made.read_bytes())
        assert made.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")


def test_a_sample_has_nothing_an_editor_must_mend(built):
    assert [finding for finding in built.findings if finding.level in {"error", "warning"}] == []


def test_every_golden_file_is_of_a_sample_and_a_theme_there_is():
    wanted = {
        f"{theme}/{sample}{kind}" for theme in THEMES for sample in SAMPLES for kind in (".html", ".txt")
    }
    there = {
        path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.suffix in {".html", ".txt"}
    }
    assert there == wanted
