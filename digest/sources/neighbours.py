"""What the lines right above and below say of a short line, before whole gaps are looked at.

Rule 1. Under a block's heading every short line is a related headline, up to the next paragraph; only a few
        words right before that paragraph are a crosshead. Lines of a few words each are subjects (tags).
Rule 2. A short line with an address right under it is a link.
Rule 3. A line that goes on in lower case on the next is a piece of a sentence, broken where a link stood.
"""

from digest.sources.dates import is_moment, read_date_line
from digest.sources.page import Page, Sort

CROSSHEAD_WORDS = 3


def settle_neighbours(page: Page, begin: int) -> None:
    """Settle what neighbouring lines decide, from the line `begin` on."""
    _join_broken(page, begin)
    _settle_headings(page, begin)
    _settle_addressed(page, begin)


def is_crosshead(page: Page, index: int, after: int) -> bool:
    """A few words, the last thing before a paragraph."""
    between = {page.marks[line].sort for line in range(index + 1, after)}
    few = page.lines[index].words <= CROSSHEAD_WORDS and not page.lines[index].bullet
    return few and not between & {Sort.SHORT, Sort.RELATED, Sort.PROMO}


def is_date(page: Page, index: int) -> bool:
    """Whether a line holds a day or a time and nothing else."""
    text = page.lines[index].text
    told = read_date_line(text)
    return (told is not None and not told.rest) or is_moment(text)


def _join_broken(page: Page, begin: int) -> None:
    """A line that goes on in lower case on the next is a piece of a sentence, broken where a link stood."""
    for index in range(begin, len(page.lines) - 1):
        mark, after = page.marks[index], page.marks[index + 1]
        if page.lines[index + 1].gap or not page.lines[index + 1].text[0].islower():
            continue
        if (
            after.sort in {Sort.PROSE, Sort.SHORT}
            and mark.sort is Sort.SHORT
            and not page.lines[index].bullet
        ):
            mark.sort = Sort.PROSE
        if after.sort is Sort.SHORT and mark.sort is Sort.PROSE:
            after.sort = Sort.PROSE


def _settle_addressed(page: Page, begin: int) -> None:
    """A short line with an address right under it is a link."""
    for index in range(begin, len(page.lines) - 1):
        under = page.marks[index + 1]
        if page.marks[index].sort is Sort.SHORT and under.sort is Sort.DETAIL and under.url:
            page.marks[index].sort = Sort.RELATED


def _settle_headings(page: Page, begin: int) -> None:
    last = max((index for index, mark in enumerate(page.marks) if mark.sort is Sort.PROSE), default=0)
    for index in range(begin, len(page.lines)):
        if page.marks[index].sort is Sort.HEADING:
            _settle_heading(page, index, ends=index > last)


def _settle_heading(page: Page, index: int, *, ends: bool) -> None:
    """Settle a heading and the lines under it; without headlines it may be a crosshead, if text follows."""
    headed, others = _headed(page, index)
    if _are_tags(page, headed):
        for line in (index, *headed):
            page.set(line, Sort.JUNK, "tags")
    elif headed or others:
        page.set(index, Sort.JUNK, "heading of related headlines")
        for line in headed:
            page.marks[line].sort = Sort.RELATED
    else:
        page.set(index, Sort.JUNK if ends else Sort.SHORT, "heading without headlines")


def _headed(page: Page, heading: int) -> tuple[list[int], bool]:
    """The short lines under a heading, up to a paragraph or heading, and whether links are among them."""
    headed, others, after = [], False, None
    for index in range(heading + 1, len(page.lines)):
        sort = page.marks[index].sort
        if sort in {Sort.PROSE, Sort.LIST, Sort.HEADING}:
            after = index if sort is not Sort.HEADING else None
            break
        if sort is Sort.SHORT and not is_date(page, index):
            headed.append(index)
        others = others or sort in {Sort.RELATED, Sort.PROMO}
    if headed and after is not None and is_crosshead(page, headed[-1], after):
        headed.pop()
    return headed, others


def _are_tags(page: Page, headed: list[int]) -> bool:
    """Whether the lines under a heading are subjects rather than headlines: a few words each."""
    return len(headed) > 1 and all(page.lines[line].words <= CROSSHEAD_WORDS for line in headed)
