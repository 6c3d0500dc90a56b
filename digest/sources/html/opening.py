"""The head of an HTML article: headline (headline.py), byline (bylines.py), standfirst, day.

Rule 1. A standfirst is what the page shows between headline and text, named so, a heading, or before the
        byline; else what the data describes the article with, if that says more than the text's beginning
        and speaks of the story, not of the site.
Rule 2. A day in the page's head that is the data's next or last day is right: the data counts in UTC.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from digest.patterns import pattern
from digest.sources.credits import Opening
from digest.sources.html.bylines import mark_bylines
from digest.sources.html.desk import Desk, heading_of, is_linked
from digest.sources.html.headline import mark_headline, site_names
from digest.sources.html.meta import day_of
from digest.sources.html.region import is_named
from digest.sources.html.tree import count_words, letters, words
from digest.sources.html.words import ELSEWHERE_PARTS, STANDFIRST_NAMES, SURE_STANDFIRST_NAMES
from digest.sources.judges.bylines import is_role
from digest.sources.judges.captions import is_caption
from digest.sources.judges.dates import read_date_line
from digest.sources.judges.junk import junk_reason
from digest.sources.page import Sort
from digest.sources.rows import Row

_SURELY = frozenset(SURE_STANDFIRST_NAMES.split())
_STANDFIRST = _SURELY | frozenset(STANDFIRST_NAMES.split())
_REACH = 12  # lines above the headline among which byline and day may stand
_LONGEST_BESIDE_DAY = 55
_LONGEST_STANDFIRST_WORDS, _FEWEST_WORDS = 75, 4
_ELSEWHERE = frozenset(" ".join(ELSEWHERE_PARTS.split()).split(" | "))
_FEWEST_DESCRIBING, _LONGEST_DESCRIPTION, _OWN_WORDS = 8, 45, 0.7
_LATER = pattern(r"(?i)modif|updat|edit")


def read_opening(desk: Desk) -> Opening:
    """Settle the article's head; what it said comes back."""
    headline = mark_headline(desk, _first_paragraph(desk))
    first = _first_paragraph(desk, headline)
    head = range(max(0, (headline if headline >= 0 else first) - _REACH), max(first, headline + 1))
    names = mark_bylines(desk, head)
    day = _mark_days(desk, head)
    _mark_standfirst(desk, headline, first)
    desk.start = max(headline + 1, 0) if headline >= 0 else first
    desk.first = first
    return Opening(names=names, day=day, url=desk.told.url)


def _first_paragraph(desk: Desk, after: int = -1) -> int:
    """The first sure line that stands with others of its kind; a standfirst stands alone."""
    sure = [index for index in desk.region.sure if index > after]
    beside = (index for index in sure if index in desk.paragraphs and not _is_surely_standfirst(desk, index))
    return next(beside, sure[0] if sure else max(after, 0))


def _is_surely_standfirst(desk: Desk, index: int) -> bool:
    return is_named(desk.blocks[index].node, _SURELY)


def _mark_days(desk: Desk, head: range) -> date | None:
    shown: list[date] = []
    for index in head:
        told = read_date_line(desk.blocks[index].text)
        if told is None or not _may_date(desk, index, told.rest):
            continue
        if desk.is_open(index):
            desk.set(index, Sort.DATE)
        if not told.later:
            shown.append(told.found.day)
    stamped = filter(None, map(day_of, _stamps(desk, head)))
    return _settled(desk.told.day, [*shown, *stamped])


def _may_date(desk: Desk, index: int, rest: str) -> bool:
    """Whether a line with a day and these other words is one that dates the article."""
    rows = desk.rows[index]
    if desk.part(index) in _ELSEWHERE or (rows and rows[0].sort is not Sort.BYLINE):
        return False
    return bool(rows) or (len(rest) <= _LONGEST_BESIDE_DAY and not is_linked(desk.blocks[index]))


def _stamps(desk: Desk, head: range) -> Iterator[str]:
    """What the <time> elements beside the headline say, those of changes left out."""
    for index in head:
        for node in (desk.blocks[index].node, *desk.blocks[index].node.iter("time")):
            said = words(node.text_content()) if node.tag == "time" else ""
            if said and not _LATER.search(f"{node.get('class')} {node.get('itemprop')} {said}"):
                yield node.get("datetime") or said


def _settled(told: date | None, shown: list[date]) -> date | None:
    """Rule 2."""
    if told is None:
        return shown[0] if shown else None
    near = (day for day in shown if abs(day - told) <= timedelta(days=1))
    return next(near, told)


def _mark_standfirst(desk: Desk, headline: int, first: int) -> None:
    byline = max((index for index in range(headline + 1, first) if desk.rows[index]), default=headline)
    for index in range(headline + 1, min(first + 1, len(desk.blocks))):
        if desk.is_open(index) and _is_standfirst(desk, index, first, before_byline=index < byline):
            desk.set(index, Sort.STANDFIRST)
            return
    if headline >= 0 and _is_written(desk, desk.told.description):
        desk.rows[headline] = [*(desk.rows[headline] or []), Row(Sort.STANDFIRST, desk.told.description)]


def _is_written(desk: Desk, text: str) -> bool:
    """Whether the data's description is a standfirst: one or two sentences that say something of their own.

    A site's own description names the site, a machine's is cut off or begins as the text begins.
    """
    if text.endswith(("...", "…")) or not _FEWEST_DESCRIBING <= count_words(text) <= _LONGEST_DESCRIPTION:
        return False
    plain, spoken = letters(text), set(text.casefold().split())
    if any(name in plain for name in map(letters, site_names(desk.told)) if name):
        return False
    paragraphs = [block.text.casefold() for block in desk.blocks if len(block.text) > len(text) // 2]
    said = max((len(spoken & set(paragraph.split())) for paragraph in paragraphs), default=0)
    return said < _OWN_WORDS * len(spoken)


def _is_standfirst(desk: Desk, index: int, first: int, *, before_byline: bool) -> bool:
    block = desk.blocks[index]
    count = count_words(block.text)
    if not _FEWEST_WORDS <= count <= _LONGEST_STANDFIRST_WORDS or block.linked > 0.5 or desk.part(index):  # noqa: PLR2004 # half
        return False
    if junk_reason(block.text) or is_caption(block.text) or is_role(block.text):
        return False
    beside = index in desk.paragraphs
    if _is_surely_standfirst(desk, index) or (is_named(block.node, _STANDFIRST) and not beside):
        return True
    if heading_of(block.node) in {"h2", "h3"} and index < first:
        return True
    return before_byline and index < first and not beside
