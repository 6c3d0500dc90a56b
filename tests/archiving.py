"""A newsroom with an archive, and issues of it that were handed over."""

from datetime import UTC, datetime

from digest.build import Press, open_issue
from digest.newsroom import open_newsroom
from digest.outward.archive import write_archive
from digest.outward.webcopy import keep_web_copy
from pasted import CRANES, FEES

HOME = "https://news.example/quay/"
NEWSROOM = f"""
[publication]
name = "Quayside & Co"
strapline = "News for people who run ports"
url = "https://quayside.example/"
postal_address = "3 Rope Walk\\nHull <HU1>"

[utm]
source = "quayside"

[archive]
url = "{HOME}"
"""
ISSUE = """
number = {number}
date = {day}
subject = "{subject}"
preheader = "What the board told {number} skippers"
[[stories]]
source = "sources/a.txt"
url = "https://quayside.example/news/a"
[[stories]]
source = "sources/b.txt"
"""
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def issue_files(slug, day="2026-11-20", number=12, subject="Berth fees are cut", toml=""):
    return {
        f"issues/{slug}/issue.toml": toml or ISSUE.format(day=day, number=number, subject=subject),
        f"issues/{slug}/sources/a.txt": FEES,
        f"issues/{slug}/sources/b.txt": CRANES,
    }


def handed_over(root, slug, moment=MORNING):
    """Keeps the web version of an issue, as a hand-off does; gives the folder it lies in."""
    folder = root / "issues" / slug
    keep_web_copy(folder, *open_issue(folder), Press(root / "build"), moment)
    return folder / "handed-over"


def archived(root, output=None):
    return write_archive(open_newsroom(root), output)
