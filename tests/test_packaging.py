"""Laid out as the wheel lays it out, the tool finds its themes and samples; `.ci/run` builds the real wheel."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from commands import built

ROOT = Path(__file__).parent.parent
WHEEL = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]


def test_what_the_wheel_holds_is_enough_to_build_a_sample(newsroom):
    root = newsroom({})
    for package in WHEEL["packages"]:
        shutil.copytree(ROOT / package, root / "site" / package)
    for kept, place in WHEEL["force-include"].items():
        shutil.copytree(ROOT / kept, root / "site" / place)
    where = "import digest.newsroom; print(digest.newsroom.bundled_issues())"
    environment = {**os.environ, "PYTHONPATH": str(root / "site")}
    told = [
        subprocess.run(
            [sys.executable, *call], env=environment, capture_output=True, text=True, check=True
        ).stdout
        for call in (["-c", where], ["-m", "digest", "build", "sample-weekly"])
    ]
    assert told[0].strip() == str(root / "site/digest/_bundled/issues")
    assert built(root)[-2:] == ["build/sample-weekly/email.html", "build/sample-weekly/email.txt"]
    golden = (ROOT / "tests/golden/weekly/sample-weekly.html").read_bytes()
    assert (root / "build/sample-weekly/email.html").read_bytes() == golden
