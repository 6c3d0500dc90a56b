"""Related headlines told apart from crossheads, list items and paragraphs without their full stop.

Theory of operation. An article's paragraphs are sentences. What stands in a gap between two of them without a full stop either heads
what follows (a crosshead), belongs to the text (a list, a paragraph whose stop was lost) or was put there by the page: related
headlines, promos. Crossheads come one at a time; blocks come in runs and break the rhythm of blank lines.

Rule 1. Under a block's heading every short line is a related headline, up to the next paragraph.
Rule 2. Two short lines and more in one gap are a block: a crosshead has a paragraph under it. A last line of a few words before
        a paragraph is a crosshead all the same, and a first line of a few words heads the block.
Rule 3. Lines after a colon are the article's own list, unless the colon opens a quotation that goes on after the gap. So are
        lines of two or three words, lines that begin in lower case, and lines under "Key points".
Rule 4. One line alone is weighed (weighing.py). When unsure the line stays in the body, and the editor is told.
Rule 5. After the last paragraph nothing can be a crosshead: what looks like a headline is one, and a few words are the page's.
"""

import re

from digest.sources.dates import is_moment, read_date_line
from digest.sources.gaps import Gap, gaps_of, usual_gap
from digest.sources.headlines import is_sentence_like
from digest.sources.page import Page, Sort
from digest.sources.weighing import Weigher

_CROSSHEAD_WORDS = 3
_SURE, _BESIDE_LINKS, _DOUBT = 2.0, 1.0, 1.0
_OWN_LIST = re.compile(
    r"(?i)(?:(?:key|main|top|our|the) )?(?:points|findings|facts|takeaways|figures|dates|recommendations|measures|changes|stats|numbers|results|winners"
    r"|shortlist)|at a glance|in (?:brief|summary|numbers|short|figures)|summary|highlights|timeline|checklist|what you need to know|fact ?(?:file|box)|cv"
)
_OPENING_MARKS = ("\"", "“", "‘", "'", "«", "„")


def settle(page: Page, begin: int) -> None:
    """Settle every SHORT and HEADING mark from the line `begin` on."""
    _join_broken(page, begin)
    _settle_headings(page, begin)
    gaps = gaps_of(page, begin)
    weigher = Weigher(page, begin, gaps, usual_gap(page, begin))
    for gap in gaps:
        _settle_dates(page, gap)
        if gap.after is None:
            _settle_end(page, gap, weigher)
        else:
            _settle_gap(page, gap, weigher)


def _join_broken(page: Page, begin: int) -> None:
    """A line that the next one goes on in lower case is a piece of a sentence, broken where the page had a link."""
    for index in range(begin, len(page.lines) - 1):
        goes_on = page.lines[index + 1].text[0].islower() and not page.lines[index + 1].gap
        if goes_on and page.marks[index].sort is Sort.SHORT and not page.lines[index].bullet:
            page.marks[index].sort = Sort.PROSE
        if goes_on and page.marks[index + 1].sort is Sort.SHORT and page.marks[index].sort is Sort.PROSE:
            page.marks[index + 1].sort = Sort.PROSE


def _settle_headings(page: Page, begin: int) -> None:
    for index in range(begin, len(page.lines)):
        if page.marks[index].sort is Sort.HEADING:
            _settle_heading(page, index)


def _settle_heading(page: Page, index: int) -> None:
    headed = _headed(page, index)
    if headed:
        page.set(index, Sort.JUNK, "heading of related headlines")
        for line in headed:
            page.marks[line].sort = Sort.RELATED
    elif any(mark.sort is Sort.PROSE for mark in page.marks[index:]):
        page.marks[index].sort = Sort.SHORT
    else:
        page.set(index, Sort.JUNK, "heading without headlines")


def _headed(page: Page, heading: int) -> list[int]:
    """The short lines under a heading up to the next paragraph; a last one that is a crosshead left out."""
    headed, others, after = [], 0, None
    for index in range(heading + 1, len(page.lines)):
        sort = page.marks[index].sort
        if sort in {Sort.PROSE, Sort.LIST}:
            after = index
            break
        if sort is Sort.SHORT and not _is_date(page, index):
            headed.append(index)
        others += sort in {Sort.RELATED, Sort.PROMO}
    if headed and after is not None and (len(headed) > 1 or others) and _is_crosshead(page, headed[-1], after):
        headed.pop()
    return headed if len(headed) > 1 or others or not headed or page.lines[headed[0]].words > _CROSSHEAD_WORDS else []


def _is_crosshead(page: Page, index: int, after: int) -> bool:
    """A few words, the last thing before a paragraph."""
    between = {page.marks[line].sort for line in range(index + 1, after)}
    few = page.lines[index].words <= _CROSSHEAD_WORDS and not page.lines[index].bullet
    return few and not between & {Sort.SHORT, Sort.RELATED, Sort.PROMO}


def _is_date(page: Page, index: int) -> bool:
    text = page.lines[index].text
    told = read_date_line(text)
    return (told is not None and not told.rest) or is_moment(text)


def _settle_dates(page: Page, gap: Gap) -> None:
    """A day among links is theirs; alone in a gap it is the crosshead of a chronicle."""
    for index in gap.shorts(page):
        if len(gap.members) > 1 and _is_date(page, index):
            under_promo = page.marks[index - 1].sort in {Sort.PROMO, Sort.DETAIL}
            page.set(index, Sort.DETAIL if under_promo else Sort.JUNK, "day of a related headline")


def _settle_gap(page: Page, gap: Gap, weigher: Weigher) -> None:
    shorts = gap.shorts(page)
    if shorts and _is_crosshead(page, shorts[-1], gap.after or 0):
        page.set(shorts.pop(), Sort.CROSSHEAD)
    if _is_own_list(page, gap, shorts, weigher):
        _keep_list(page, shorts)
        return
    for index in [index for index in shorts if is_sentence_like(page.marks[index].title)]:
        page.marks[index].sort = Sort.PROSE
        shorts.remove(index)
    if len(shorts) > 1:
        _settle_run(page, shorts)
    elif shorts:
        _settle_alone(page, gap, shorts[0], weigher)


def _is_own_list(page: Page, gap: Gap, shorts: list[int], weigher: Weigher) -> bool:
    if not shorts:
        return False
    titles = [page.marks[index].title for index in shorts]
    if sum(title[:1].islower() for title in titles) * 2 > len(titles) and len(titles) > 1:
        return True
    if _OWN_LIST.fullmatch(titles[0].strip(" :")) and len(titles) > 1:
        return True
    if len(titles) > 1 and sum(page.lines[index].words for index in shorts) <= _CROSSHEAD_WORDS * len(shorts):
        return True
    return _follows_colon(page, gap, shorts[0], weigher)


def _follows_colon(page: Page, gap: Gap, first: int, weigher: Weigher) -> bool:
    """Whether a paragraph ending in a colon introduces the lines, and not a quotation after them."""
    if gap.before is None or gap.after is None or not page.lines[gap.before].text.endswith(":"):
        return False
    quotation = page.lines[gap.after].text.startswith(_OPENING_MARKS)
    return not quotation and not gap.anchors(page) and page.lines[first].gap <= weigher.usual


def _keep_list(page: Page, shorts: list[int]) -> None:
    for index in shorts:
        head = _OWN_LIST.fullmatch(page.marks[index].title.strip(" :")) and not page.lines[index].bullet
        page.marks[index].sort = Sort.CROSSHEAD if head else Sort.LIST if page.lines[index].bullet else Sort.PROSE


def _settle_run(page: Page, shorts: list[int]) -> None:
    """A block; its first line may be a heading that is not known as one."""
    for index in shorts:
        page.marks[index].sort = Sort.RELATED
    if len(shorts) > 2 and page.lines[shorts[0]].words <= _CROSSHEAD_WORDS and not page.lines[shorts[0]].bullet:  # noqa: PLR2004
        page.set(shorts[0], Sort.JUNK, "heading of related headlines")


def _settle_alone(page: Page, gap: Gap, index: int, weigher: Weigher) -> None:
    weight = weigher.weigh(index, gap)
    if weight >= (_BESIDE_LINKS if gap.anchors(page) else _SURE):
        page.marks[index].sort = Sort.RELATED
        return
    if page.lines[index].bullet:
        page.marks[index].sort = Sort.LIST
    else:
        page.marks[index].sort = Sort.CROSSHEAD if page.marks[index].title == page.lines[index].text else Sort.PROSE
    if weight >= _DOUBT:
        page.note("text-unplaced", index, f"kept in the body, may be a related headline: {page.lines[index].text}")


def _settle_end(page: Page, gap: Gap, weigher: Weigher) -> None:
    """The lines after the last paragraph; before the page's own lines begin, one alone may still be a paragraph."""
    shorts = gap.shorts(page)
    for index in shorts:
        title, words = page.marks[index].title, page.lines[index].words
        page_begun = index > gap.members[0] or len(shorts) > 1
        enough = _DOUBT if page_begun else _SURE
        if words <= _CROSSHEAD_WORDS and page_begun:
            page.set(index, Sort.JUNK, "words after the article's end")
        elif words > _CROSSHEAD_WORDS and not is_sentence_like(title) and (
            len(shorts) > 1 or weigher.weigh(index, gap) >= enough
        ):
            page.marks[index].sort = Sort.RELATED
        else:
            page.marks[index].sort = Sort.LIST if page.lines[index].bullet else Sort.PROSE
            page.note("text-unplaced", index, f"kept in the body, after the last full paragraph: {page.lines[index].text}")
