"""A newsroom that hands its issue over to a provider on loopback, for the tests of what looks outward."""

from pathlib import Path

from pasted import FEES

SLUG = "2026-11-20"
NEWSROOM = """\
[publication]
name = "Harbour Weekly"
url = "https://weekly.example.org"
postal_address = "1 Quay Street\\nHarbourtown"

[sender]
name = "Harbour Weekly"
address = "desk@harbour.example"
"""
ISSUE = """\
number = 7
date = 2026-11-20
subject = "Berth fees come down"
preheader = "What small boats will pay from October"

[[stories]]
source = "sources/fees.txt"
url = "https://weekly.example.org/fees"
related = []
promos = []
"""


def files(provider="", more="", issue=ISSUE, **settings):
    """The files of a newsroom whose provider has these settings."""
    table = "".join(f"{name} = {value!r}\n" for name, value in settings.items()).replace("'", '"')
    chosen = f'\n[handoff]\nprovider = "{provider}"\n\n[providers.{provider}]\n{table}' if provider else ""
    return {
        "digest.toml": f"{NEWSROOM}{chosen}\n{more}",
        f"issues/{SLUG}/issue.toml": issue,
        f"issues/{SLUG}/sources/fees.txt": FEES,
    }


def reword(root: Path, old: str, new: str):
    """Changes the issue as its editor would."""
    path = root / "issues" / SLUG / "issue.toml"
    path.write_text(path.read_text().replace(old, new))
