"""The headline of an HTML page.

Rule 1. The page shows it: the line that is worded as the page's data calls it, whatever its tag; else the
        `<h1>` before the text, or what is marked as a headline; else, on a page that marks nothing, the line
        right before the byline.
Rule 2. Where no line is, it is the page's title without the site's name, which stands before or after it.
Rule 3. The site's own name is no headline.
"""

from digest.patterns import pattern
from digest.sources.html.blocks import Block
from digest.sources.html.desk import Desk, heading_of
from digest.sources.html.meta import Told
from digest.sources.html.names import is_outlet
from digest.sources.html.region import is_named
from digest.sources.html.tree import count_words, letters
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.dates import read_date_line
from digest.sources.page import Sort
from digest.sources.rows import Row

_LETTERS = 12  # fewer stand in a title by chance: a section's name
_FEWEST_WORDS, _MOST_WORDS = 4, 25
_SHORTEST_SITE = 3  # letters
_SURE_LINES = 2  # of the text, among which a headline may stand
_HEADLINE_NAMES = frozenset(["headline"])
_SITE_AFTER = pattern(r"\s+(?:[|»·•–—-]|::)\s+|\s*\|\s*")
_SITE_BEFORE = pattern(r"^[^:|]{2,40}(?::|\s[|–—-])\s+")


def mark_headline(desk: Desk, first: int) -> int:
    """The headline's line, -1 when only the data names it; `first` is the first paragraph's."""
    index = _best_heading(desk, first)
    if index >= 0:
        desk.set(index, Sort.HEADLINE)
        desk.region.clear(desk.blocks[index].node)
    elif desk.told.titles:
        place = min(first, len(desk.rows) - 1)
        row = Row(Sort.HEADLINE, without_site(desk.told.titles[0], desk.told))
        desk.rows[place] = [*(desk.rows[place] or []), row]
    return index


def without_site(title: str, told: Told) -> str:
    """A page's title without the name of the site before or after it."""
    parts = _SITE_AFTER.split(title)
    while len(parts) > 1 and (is_site(parts[-1], told) or _said_elsewhere(parts[:-1], told)):
        parts.pop()
    while len(parts) > 1 and is_site(parts[0], told):
        parts.pop(0)
    begin = title.find(parts[0])
    title = title[begin : title.find(parts[-1], begin) + len(parts[-1])]
    before = _SITE_BEFORE.match(title)
    return title[before.end() :] if before and is_site(before[0].strip(" :|–—-"), told) else title


def is_site(text: str, told: Told) -> bool:
    """Whether a text is the site's name, as its data or its address has it."""
    host = letters(told.base.partition("//")[2].partition("/")[0].removeprefix("www."))
    plain = letters(text).removeprefix("the")
    return is_outlet(text, told.site) or (len(plain) > _SHORTEST_SITE and plain in host)


def site_names(told: Told) -> list[str]:
    """What the data calls the site, and what stands before or after the headline in the page's titles."""
    headline = {letters(without_site(title, told)) for title in told.titles}
    parts = [part for title in told.titles for part in _SITE_AFTER.split(title)[1:]]
    return [*told.site, *(part for part in parts if letters(part) not in headline)]


def _said_elsewhere(parts: list[str], told: Told) -> bool:
    plain = letters("".join(parts))
    return len(plain) > _LETTERS and any(letters(title) == plain for title in told.titles)


def _best_heading(desk: Desk, first: int) -> int:
    """The line that is most surely the headline, the first of several."""
    titles = [letters(without_site(title, desk.told)) for title in desk.told.titles]
    later = frozenset(desk.region.sure[_SURE_LINES:])
    ranked = [
        (_weight(desk, block, titles), -index)
        for index, block in enumerate(desk.blocks[: first + 1 + _SURE_LINES])
        if index not in later and desk.part(index) != "navigation"
    ]
    weight, index = max(ranked, default=(0.0, 0))
    return -index if weight >= 1 else _before_byline(desk, first)


def _weight(desk: Desk, block: Block, titles: list[str]) -> float:
    """How sure it is that a line is the headline; below 1 it is none."""
    if is_outlet(block.text, desk.told.site):
        return 0
    heading, plain = heading_of(block.node), letters(block.text)
    same = bool(plain) and plain in titles
    marked = is_named(block.node, _HEADLINE_NAMES, levels=1)
    if not (same or _is_close(plain, titles) or heading == "h1" or marked):
        return 0
    return 2 * same + 1.5 * _is_close(plain, titles) + (heading == "h1") + 0.5 * bool(heading or marked)


def _is_close(plain: str, titles: list[str]) -> bool:
    """Whether a line is part of a title, or a title most of the line."""
    long = [title for title in titles if len(title) > _LETTERS]
    return len(plain) > _LETTERS and any(
        plain in title or (title in plain and 2 * len(title) > len(plain)) for title in long
    )


def _before_byline(desk: Desk, first: int) -> int:
    """A line right before a byline, on a page that marks no headline; -1 where there is none."""
    for index in range(1, first):
        text, before = desk.blocks[index].text, desk.blocks[index - 1]
        told = read_date_line(text)
        if (read_byline(text) or (told and read_byline(told.rest.split(" | ")[0]))) and not before.anchors:
            return index - 1 if _FEWEST_WORDS <= count_words(before.text) <= _MOST_WORDS else -1
    return -1
