"""The article's own lists among short lines: what keeps a run of them from being a block of headlines.

Rule 1. Lines after a colon are the article's, unless the colon opens a quotation that goes on after the gap;
        so are numbered lines, and lines under "Key points".
Rule 2. So are lines of two or three words, and lines that begin in lower case.
Rule 3. So are three lines and more none of which has more than one sign of a headline. Two lines alone prove
        nothing: headlines of that kind exist, and lists of two hardly do.
"""

from digest.patterns import pattern
from digest.sources.judges.headlines import headline_weight, tells_news
from digest.sources.lines import is_link_bullet
from digest.sources.page import Page, Sort
from digest.sources.pasted.gaps import Gap
from digest.sources.pasted.neighbours import CROSSHEAD_WORDS

_FEWEST_ITEMS, _NO_SIGNS = 3, 1.0  # _NO_SIGNS in headline_weight
_OWN_LIST = pattern(
    r"(?i)(?:(?:key|main|top|our|the) )?(?:points|findings|facts|takeaways|figures|dates"
    r"|recommendations|measures|changes|stats|numbers|results|winners"
    r"|shortlist)|at a glance|in (?:brief|summary|numbers|short|figures)|summary|highlights|timeline"
    r"|checklist|what you need to know|fact ?(?:file|box)|cv"
)
_OPENING_MARKS = ('"', "“", "‘", "'", "«", "„")


def is_own_list(page: Page, gap: Gap, shorts: list[int], usual: int) -> bool:
    """Whether the short lines of a gap are a list of the article; `usual` counts the common blank lines."""
    if not shorts:
        return False
    if _has_no_signs(page, gap, shorts):
        return True
    titles = [page.marks[index].title for index in shorts]
    if sum(title[:1].islower() for title in titles) * 2 > len(titles) and len(titles) > 1:
        return True
    few = sum(page.lines[index].words for index in shorts) <= CROSSHEAD_WORDS * len(shorts)
    if len(titles) > 1 and few and not _tell_news(titles):
        return True
    return is_announced_list(page, gap, shorts, usual)


def _has_no_signs(page: Page, gap: Gap, shorts: list[int]) -> bool:
    """Whether three lines and more have so little of headlines that they are a list."""
    if (
        len(shorts) < _FEWEST_ITEMS
        or gap.anchors(page)
        or any(is_link_bullet(page.lines[index].bullet) for index in shorts)
    ):
        return False
    weights = [headline_weight(page.marks[index].title) for index in shorts]
    bulleted = any(page.lines[index].bullet for index in shorts)
    return max(weights) <= _NO_SIGNS and sum(weights) < _NO_SIGNS * len(weights) + bulleted


def is_announced_list(page: Page, gap: Gap, shorts: list[int], usual: int) -> bool:
    """Whether a colon, a crosshead like "Key points" or numbers say that the lines are a list."""
    if not shorts:
        return False
    first = page.marks[shorts[0]].title.strip(" :")
    if len(shorts) > 1 and (_OWN_LIST.fullmatch(first) or _are_numbered(page, shorts)):
        return True
    return _follows_colon(page, gap, shorts[0], usual)


def _tell_news(titles: list[str]) -> bool:
    """Whether most of the lines have the verb of a headline, as the items of a list hardly have."""
    return sum(map(tells_news, titles)) * 2 > len(titles)


def _are_numbered(page: Page, shorts: list[int]) -> bool:
    return all(page.lines[index].bullet[:1].isdigit() for index in shorts)


def _follows_colon(page: Page, gap: Gap, first: int, usual: int) -> bool:
    """Whether a paragraph ending in a colon introduces the lines, and not a quotation after them."""
    if gap.before is None or not _is_introduced(page, gap.before):
        return False
    quotation = gap.after is not None and page.lines[gap.after].text.startswith(_OPENING_MARKS)
    if page.lines[first].bullet and not is_link_bullet(page.lines[first].bullet):
        return not quotation
    return not quotation and not gap.anchors(page) and page.lines[first].gap <= max(usual, 1)


def _is_introduced(page: Page, before: int) -> bool:
    """Whether a line ends in a colon, or is itself the first item after one."""
    first_item = before > 0 and not page.lines[before].is_sentence
    return page.lines[before - first_item].text.endswith(":")


def keep_list(page: Page, shorts: list[int]) -> None:
    """Mark the lines of an own list; what opens it is a crosshead."""
    for index in shorts:
        head = _OWN_LIST.fullmatch(page.marks[index].title.strip(" :")) and not page.lines[index].bullet
        page.marks[index].sort = (
            Sort.CROSSHEAD if head else Sort.LIST if page.lines[index].bullet else Sort.PROSE
        )


def opens_list(title: str) -> bool:
    """Whether a line heads a list of the article's own ("Key points"), or numbers a chapter."""
    return _OWN_LIST.fullmatch(title.strip(" :")) is not None or title.isdigit()
