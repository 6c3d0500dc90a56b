"""SpamAssassin gives every letter no points at all, by the rules that need no network."""

import os
import re
import subprocess

import pytest

from letters import OF_SAMPLES, THEMES

RICH = [f"{theme}/rich" for theme in THEMES]
JUDGED = [*OF_SAMPLES, *RICH]
SCORE = re.compile(r"^X-Spam-Status: \w+, score=(-?[\d.]+)", re.MULTILINE)
RULES = re.compile(r"^\s*-?\d+\.\d+ [A-Z][A-Z0-9_]+ .*$", re.MULTILINE)


@pytest.fixture(scope="module")
def verdicts(letters, needed, tmp_path_factory):
    """Each letter's points and the rules that gave them; one call for all, for its rules take a second to read."""
    program = needed("spamassassin", "spamassassin")
    folder = tmp_path_factory.mktemp("messages")
    paths = [folder / f"{number}.eml" for number in range(len(JUDGED))]
    for name, path in zip(JUDGED, paths, strict=True):
        path.write_bytes(letters[name].message)
    command = [program, "--local", "--test-mode", "--nocreate-prefs", "--prefs-file", os.devnull, *paths]
    told = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode(
        errors="replace"
    )
    reports = re.split(r"^(?=X-Spam-Checker-Version:)", told, flags=re.MULTILINE)[1:]
    read = [(float(SCORE.search(report)[1]), RULES.findall(report)) for report in reports]
    return dict(zip(JUDGED, read, strict=True))


@pytest.mark.parametrize("name", JUDGED)
def test_the_letter_has_no_points(verdicts, name):
    score, rules = verdicts[name]
    assert score <= 0, rules
