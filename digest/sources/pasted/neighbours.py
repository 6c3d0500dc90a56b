"""What the lines right above and below say of a short line, before whole gaps are looked at.

Rule 1. Under a block's heading every short line is a related headline, up to the next paragraph; only a few
        words right before that paragraph are a crosshead. Lines of a few words each are subjects (tags).
Rule 2. A short line with an address right under it is a link.
Rule 3. A line that goes on in lower case on the next is a piece of a sentence, broken where a link stood.
Rule 4. Right under a promo, a line that opens with a day, or a few words of admission ("Places are free"),
        tells about the promo.
Rule 5. Capitals over lines that are not in capitals head them, whatever their words.
Rule 6. Under a line that opens the page's tags ("Related topics") lines of a few words are tags; bulleted
        lines right under a prompt are what it promises.
"""

from digest.patterns import pattern
from digest.sources.judges.blockheads import is_surely_heading
from digest.sources.judges.dates import begins_with_day, is_moment, read_date_line
from digest.sources.judges.headlines import has_news_verb, tells_news
from digest.sources.judges.wordlists import ADMISSION_WORDS
from digest.sources.lines import Line
from digest.sources.page import Page, Sort

CROSSHEAD_WORDS = 3
_HEADING_WORDS, _LONGEST_DETAIL, _ADMISSION_LENGTH, _TAGS_WORDS = 5, 130, 10, 5
_LINKS = frozenset({Sort.RELATED, Sort.PROMO, Sort.HEADING})
_OPEN = frozenset({Sort.SHORT, Sort.PROSE, Sort.LIST})
_BOXES = frozenset(["newsletter prompt", "login line", "reader prompt"])
_PROMO_LABEL = pattern(
    r"(?i)(?:(?:guest |keynote )?speakers?|panel(?:lists?)?|chair(?:ed by)?|venue|where|when|date|time"
    r"|host(?:s|ed by)?"
    r"|location|price|cost|cpd|in association with|in partnership with|sponsored by|register|book)\b ?(?::"
    r"|by |with )"
)
_ADMISSION = frozenset(ADMISSION_WORDS.split())


def settle_neighbours(page: Page, begin: int) -> None:
    """Settle what neighbouring lines decide, from `begin` on."""
    _settle_promo_details(page, begin)
    _settle_tags(page, begin)
    _settle_boxes(page, begin)
    _join_broken(page, begin)
    _find_shouted_headings(page, begin)
    _settle_headings(page, begin)
    _settle_addressed(page, begin)


def is_crosshead(page: Page, index: int, after: int) -> bool:
    """A few words, the last thing before a paragraph, that neither tell news nor cling to a block above."""
    line = page.lines[index]
    if line.words > CROSSHEAD_WORDS or line.bullet:
        return False
    in_block = index > 0 and page.marks[index - 1].sort in _LINKS | {Sort.SHORT}
    clings = not line.gap and page.lines[index + 1].gap > 0
    if in_block and (clings or tells_news(line.text)):
        return False
    between = {page.marks[between].sort for between in range(index + 1, after)}
    return not between & {Sort.SHORT, Sort.RELATED, Sort.PROMO}


def is_date(page: Page, index: int) -> bool:
    """Whether a line holds a day or a time and nothing else."""
    text = page.lines[index].text
    told = read_date_line(text)
    return (told is not None and not told.rest) or is_moment(text)


def stands_in_run(page: Page, index: int) -> bool:
    """Whether a headline, link or heading stands right above or below, without a blank line."""
    lines, last = page.lines, len(page.lines) - 1
    above = index > 0 and not lines[index].gap and _is_of_block(page, index - 1)
    return above or (index < last and not lines[index + 1].gap and _is_of_block(page, index + 1))


def _is_of_block(page: Page, index: int) -> bool:
    sort = page.marks[index].sort
    return sort in _LINKS or (sort is Sort.SHORT and page.lines[index].words > CROSSHEAD_WORDS)


def _settle_promo_details(page: Page, begin: int) -> None:
    for index in range(begin + 1, len(page.lines)):
        line, mark = page.lines[index], page.marks[index]
        under = page.marks[index - 1].sort is Sort.PROMO and not line.gap and mark.sort in _OPEN
        if under and len(line.text) <= _LONGEST_DETAIL and _tells_of_promo(line):
            page.set(index, Sort.DETAIL)


def _tells_of_promo(line: Line) -> bool:
    return begins_with_day(line.text) or _admits(line) or _PROMO_LABEL.match(line.text) is not None


def _admits(line: Line) -> bool:
    words = line.text.lower().replace(",", " ").replace(".", " ").split()
    return (
        len(words) <= _ADMISSION_LENGTH and not _ADMISSION.isdisjoint(words) and not has_news_verb(line.text)
    )


def _find_shouted_headings(page: Page, begin: int) -> None:
    for index in range(begin, len(page.lines) - 1):
        title = page.marks[index].title
        if page.marks[index].sort is not Sort.SHORT or not title.isupper():
            continue
        under, line = page.marks[index + 1], page.lines[index]
        heads = under.sort in _LINKS or (under.sort is Sort.SHORT and not page.lines[index + 1].bullet)
        if heads and not under.title.isupper() and not line.bullet and line.words <= _HEADING_WORDS:
            page.marks[index].sort = Sort.HEADING


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


def _settle_tags(page: Page, begin: int) -> None:
    for index in range(begin + 1, len(page.lines)):
        line, above = page.lines[index], page.marks[index - 1]
        opens = above.reason == "tags" and page.lines[index - 1].words <= _TAGS_WORDS
        if opens and page.marks[index].sort is Sort.SHORT and line.words <= CROSSHEAD_WORDS:
            page.set(index, Sort.JUNK, "tags")


def _settle_boxes(page: Page, begin: int) -> None:
    for index in range(begin + 1, len(page.lines)):
        line, above = page.lines[index], page.marks[index - 1]
        if above.sort is not Sort.JUNK or above.reason not in _BOXES:
            continue
        if line.bullet and not line.gap and page.marks[index].sort in {Sort.SHORT, Sort.LIST}:
            page.set(index, Sort.JUNK, above.reason)


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
        sure = ends or is_surely_heading(page.marks[index].title)
        page.set(index, Sort.JUNK if sure else Sort.SHORT, "heading without headlines")


def _headed(page: Page, heading: int) -> tuple[list[int], bool]:
    """The short lines under a heading, up to a paragraph or heading, and whether links are among them."""
    headed, others, after = [], False, None
    for index in range(heading + 1, len(page.lines)):
        sort = page.marks[index].sort
        if sort in {Sort.PROSE, Sort.LIST, Sort.HEADING}:
            after = index if sort is not Sort.HEADING else None
            break
        if page.marks[index].title.isdigit():
            page.set(index, Sort.JUNK, "number")
        elif sort is Sort.SHORT and not is_date(page, index):
            headed.append(index)
        others = others or sort in {Sort.RELATED, Sort.PROMO}
    if headed and after is not None and is_crosshead(page, headed[-1], after):
        headed.pop()
    return headed, others


def _are_tags(page: Page, headed: list[int]) -> bool:
    """Whether the lines under a heading are subjects rather than headlines: a few words each."""
    return len(headed) > 1 and all(page.lines[line].words <= CROSSHEAD_WORDS for line in headed)
