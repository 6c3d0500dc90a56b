"""Packs caniemail's published data into the table that the preflight reads; run it when the data is renewed.

    npm pack caniemail && tar xzf caniemail-*.tgz && python tests/support_table.py package

Facts only: per feature and client the latest verdict and the numbers of its notes; no text of theirs.
"""

import json
import sys
from pathlib import Path

from digest.preflight.email.support.clients import CLIENTS

TABLE = Path(__file__).parents[1] / "digest/preflight/email/support/caniemail.json"
KEYS = tuple(key for keys in CLIENTS.values() for key in keys)
UNKNOWN = "u"


def packed(folder: Path) -> str:
    """The table as JSON, a feature a line; `folder` is the unpacked npm package."""
    data = json.loads((folder / "data/caniemail.json").read_text())
    package = json.loads((folder / "package.json").read_text())
    head = {
        "source": f"caniemail.com, from the npm package caniemail {package['version']}",
        "date": data["last_update_date"][:10],
        "licence": package["license"],
        "copyright": owners(folder),
        "clients": KEYS,
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in head.items()]
    features = [f"    {json.dumps(each['slug'])}: {json.dumps(verdicts(each))}" for each in data["data"]]
    return "\n".join(["{", *lines, '  "features": {', ",\n".join(features), "  }", "}", ""])


def owners(folder: Path) -> list[str]:
    text = next(folder.glob("LICENSE*")).read_text()
    return [line.strip() for line in text.splitlines() if line.startswith("Copyright")]


def verdicts(feature: dict) -> str:
    return " ".join(verdict(feature["stats"], *key.split(".", 1)) for key in KEYS)


def verdict(stats: dict, family: str, platform: str) -> str:
    """The latest version's letter and note numbers, "a #1 #2" as "a1.2"; the data lists versions oldest first."""
    told = list(stats.get(family, {}).get(platform, {}).values()) or [UNKNOWN]
    letter, *notes = told[-1].replace("#", "").split()
    return letter + ".".join(note for note in notes if note.isdigit())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    TABLE.write_text(packed(Path(sys.argv[1])))
    print(f"{TABLE.name}: {TABLE.stat().st_size} bytes")
