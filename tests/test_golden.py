"""The sample issues, built, are the same letter for letter as the golden files.

`pytest --renew-golden` writes them anew; the diff is to be read before it is committed.
"""

from pathlib import Path

import pytest

from digest.build import Press, open_issue
from digest.newsroom import bundled_issues, issue_folders

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = [folder.name for folder in issue_folders(bundled_issues())]


def test_both_samples_are_there():
    assert SAMPLES == ["sample-edge", "sample-weekly"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_built_letter_for_letter(sample, tmp_path, request):
    built = Press(tmp_path).build(*open_issue(bundled_issues() / sample))
    for made in (built.html, built.text):
        golden = GOLDEN / f"{sample}{made.suffix}"
        if request.config.getoption("--renew-golden"):
            golden.write_bytes(made.read_bytes())
        assert made.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_has_nothing_an_editor_must_mend(sample, tmp_path):
    built = Press(tmp_path).build(*open_issue(bundled_issues() / sample))
    assert [finding for finding in built.findings if finding.level in {"error", "warning"}] == []
