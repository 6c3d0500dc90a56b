"""A page built from parts that a structured source (HTML, Markdown, a feed) gives with their sort.

The Source that comes of it is the article as one reads it: one part a line, a blank line between them, so
that every span means the same as in a pasted page.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from digest.model import Finding, Source
from digest.sources.decoding import clean
from digest.sources.lines import Line
from digest.sources.page import Mark, Page, Sort


class Row(Struct, frozen=True):
    """One part: what it is, its words, for a link or promo its address.

    `reason` is for junk what it was taken for, for a promo its kind where another line told it.
    """

    sort: Sort
    text: str
    url: str = ""
    reason: str = ""


def page_of(name: str, rows: Iterable[Row], notes: Sequence[Finding] = ()) -> Page:
    """The rows as a page: those without words left out, list items that follow each other together."""
    page = Page(Source(name=name, text=""), [], [], list(notes))
    parts: list[str] = []
    end = 0
    for row in rows:
        words = " ".join(clean(row.text).split())
        if not words:
            continue
        joint = _joint(page, row)
        start = end + len(joint)
        end = start + len(words)
        page.lines.append(Line(words, start, end, len(joint) // 2))
        page.marks.append(Mark(row.sort, words if row.url else "", row.url, row.reason))
        parts += (joint, words)
    page.source = Source(name=name, text="".join(parts))
    return page


def _joint(page: Page, row: Row) -> str:
    if not page.marks:
        return ""
    return "\n" if row.sort is page.marks[-1].sort is Sort.LIST else "\n\n"
