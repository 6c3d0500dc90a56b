"""Related headlines told apart from crossheads, list items and paragraphs without their full stop.

Theory of operation. An article's paragraphs are sentences. What stands in a gap between two of them
without a full stop either heads what follows (a crosshead), belongs to the text (a list, a paragraph
whose stop was lost) or was put there by the page: related headlines, promos. Crossheads come one at a
time; blocks come in runs and break the rhythm of blank lines.

Rule 1. What neighbouring lines decide comes first (neighbours.py): headings, addresses, broken lines.
        A line that reads like a sentence without its stop is of the block it stands in without room.
Rule 2. Two short lines and more in one gap are a block: a crosshead has a paragraph under it. A last line
        of a few words before a paragraph is a crosshead all the same, and a first line of a few words
        heads the block.
Rule 3. Some runs are the article's own lists (ownlists.py).
Rule 4. One line alone is weighed (weighing.py). When unsure the line stays in the body, and the editor is
        told.
Rule 5. After the last paragraph nothing can be a crosshead: what looks like a headline is one, and a few
        words are the page's.
"""

from digest.patterns import pattern
from digest.sources.judges.captions import is_spoken
from digest.sources.judges.headlines import (
    has_news_verb,
    headline_weight,
    is_sentence_like,
    is_statement,
)
from digest.sources.lines import is_link_bullet
from digest.sources.page import Page, Sort
from digest.sources.pasted.displayed import settle_displayed
from digest.sources.pasted.gaps import Gap, gaps_of, usual_gap
from digest.sources.pasted.live import settle_live
from digest.sources.pasted.neighbours import (
    CROSSHEAD_WORDS,
    is_crosshead,
    is_date,
    settle_neighbours,
    stands_in_run,
)
from digest.sources.pasted.ownlists import is_announced_list, is_own_list, keep_list, opens_list
from digest.sources.pasted.weighing import Weigher

_HEADED_RUN = 3
_SURE, _BESIDE_LINKS, _DOUBT = 2.0, 1.0, 1.0
_CAPTION = 2.5
_FEW_SIGNS, _NO_SIGNS = 1.5, 1.0  # of headlines, in headline_weight
_PUBLISHED = pattern(r"(?i)(?:last |first )?(?:published|updated|posted|modified)\b")


def settle(page: Page, begin: int) -> None:
    """Settle every SHORT and HEADING mark from the line `begin` on."""
    usual = usual_gap(page, begin)
    settle_live(page, begin)
    settle_displayed(page, begin, usual)
    settle_neighbours(page, begin)
    gaps = gaps_of(page, begin)
    weigher = Weigher(page, gaps, usual)
    for gap in gaps:
        _settle_dates(page, gap)
        if gap.after is None:
            _settle_end(page, gap, weigher)
        else:
            _settle_gap(page, gap, weigher)


def _settle_dates(page: Page, gap: Gap) -> None:
    """A day among links is theirs; alone in a gap it is the crosshead of a chronicle."""
    for index in gap.shorts(page) if len(gap.members) > 1 else ():
        if is_date(page, index):
            under_promo = page.marks[index - 1].sort in {Sort.PROMO, Sort.DETAIL}
            page.set(index, Sort.DETAIL if under_promo else Sort.JUNK, "day of a related headline")


def _settle_gap(page: Page, gap: Gap, weigher: Weigher) -> None:
    shorts = gap.shorts(page)
    if shorts and is_crosshead(page, shorts[-1], gap.after or 0):
        _settle_crosshead(page, gap, shorts.pop())
    elif shorts and weigher.is_question(shorts[-1]):
        page.set(shorts.pop(), Sort.CROSSHEAD)
    if is_own_list(page, gap, shorts, weigher.usual):
        keep_list(page, shorts)
        return
    for index in shorts:
        if _reads_as_sentence(page, index, weigher):
            page.marks[index].sort = Sort.PROSE
    shorts = gap.shorts(page)
    if len(shorts) > 1:
        _settle_run(page, shorts)
    elif shorts:
        _settle_alone(page, gap, shorts[0], weigher)


def _reads_as_sentence(page: Page, index: int, weigher: Weigher) -> bool:
    """Sentence-like, and not right in a block while blank lines part the paragraphs."""
    in_block = weigher.usual > 0 and stands_in_run(page, index)
    return not in_block and is_sentence_like(page.marks[index].title)


def _settle_run(page: Page, shorts: list[int]) -> None:
    """A block; its first line may be a heading that is not known as one."""
    for index in shorts:
        page.marks[index].sort = Sort.RELATED
    if (
        len(shorts) >= _HEADED_RUN
        and page.lines[shorts[0]].words <= CROSSHEAD_WORDS
        and not page.lines[shorts[0]].bullet
    ):
        page.set(shorts[0], Sort.JUNK, "heading of related headlines")


def _settle_crosshead(page: Page, gap: Gap, index: int) -> None:
    """A crosshead; before the first paragraph there is none, and a word or two are the page's."""
    if gap.before is None and not opens_list(page.marks[index].title):
        page.set(index, Sort.JUNK, "words above the article")
    else:
        page.set(index, Sort.CROSSHEAD)


def _may_be_caption(text: str) -> bool:
    """Whether a line between headline and first paragraph has nothing of a headline."""
    return headline_weight(text) < _CAPTION and not (has_news_verb(text) or text.endswith("?"))


def _settle_alone(page: Page, gap: Gap, index: int, weigher: Weigher) -> None:
    weight = weigher.weigh(index, gap)
    if _PUBLISHED.match(page.lines[index].text) and is_date(page, index):
        page.set(index, Sort.JUNK, "another date")
        return
    if (
        gap.before is None
        and not is_date(page, index - 1)
        and _may_be_caption(page.lines[index].text)
        and not gap.anchors(page)
    ):
        page.set(index, Sort.CAPTION)
        return
    if weight >= (_BESIDE_LINKS if gap.anchors(page) else _SURE):
        page.marks[index].sort = Sort.RELATED
        return
    if is_spoken(page.lines[index].text):
        page.set(index, Sort.CAPTION)
    elif page.lines[index].bullet:
        page.marks[index].sort = Sort.LIST
    else:
        page.marks[index].sort = Sort.PROSE if is_statement(page.marks[index].title) else Sort.CROSSHEAD
    if weight >= _DOUBT:
        page.note(
            "text-unplaced", index, f"kept in the body, may be a related headline: {page.lines[index].text}"
        )


def _is_in_block(page: Page, shorts: list[int], index: int) -> bool:
    """Whether a line has signs of a headline, and others of its kind beside it have more."""
    weight = headline_weight(page.marks[index].title)
    beside = [
        other for other in (index - 1, index + 1) if other in shorts and not page.lines[max(index, other)].gap
    ]
    best = max((headline_weight(page.marks[other].title) for other in beside), default=0.0)
    return is_link_bullet(page.lines[index].bullet) or (weight >= _NO_SIGNS and best >= _FEW_SIGNS)


def _settle_end(page: Page, gap: Gap, weigher: Weigher) -> None:
    """The lines after the last paragraph; one alone may still be a paragraph, until the page's own begin."""
    shorts = gap.shorts(page)
    if is_announced_list(page, gap, shorts, weigher.usual) and not gap.anchors(page):
        keep_list(page, shorts)
        return
    for index in shorts:
        title, words = page.marks[index].title, page.lines[index].words
        page_begun = index > gap.members[0] or len(shorts) > 1
        enough = _DOUBT if page_begun else _SURE
        if words <= CROSSHEAD_WORDS and page_begun:
            page.set(index, Sort.JUNK, "words after the article's end")
        elif (
            words > CROSSHEAD_WORDS
            and not _reads_as_sentence(page, index, weigher)
            and (_is_in_block(page, shorts, index) or weigher.weigh(index, gap) >= enough)
            and (headline_weight(title) >= _FEW_SIGNS or _is_in_block(page, shorts, index))
        ):
            page.marks[index].sort = Sort.RELATED
        elif page_begun and not _reads_as_sentence(page, index, weigher):
            page.set(index, Sort.JUNK, "words after the article's end")
        else:
            page.marks[index].sort = Sort.LIST if page.lines[index].bullet else Sort.PROSE
            if not is_sentence_like(title):
                page.note(
                    "text-unplaced",
                    index,
                    f"kept in the body, after the last paragraph: {page.lines[index].text}",
                )
