"""What a Markdown body's parts are: paragraphs, links to other stories, promos, captions, the page's own.

Rule 1. A part is first judged by its words, as a pasted line is (marking.py). What is short and nothing else
        stays what its Markdown makes of it: only a link or a heading can show it to be a headline.
Rule 2. A part that is one link of more than a few words and no sentence is a related headline, or a promo;
        a link to a place in the same file is its table of contents.
Rule 3. A heading that speaks of other stories ("Related", "Read more") heads what follows it, items without
        a link too, up to the next paragraph or heading. When nothing follows it is a crosshead.
Rule 4. Headings are crossheads whatever their words, but for those of comments, prompts and share lines.
"""

from digest.sources.judges.blockheads import is_block_heading
from digest.sources.judges.marking import mark_line
from digest.sources.judges.promos import promo_kind
from digest.sources.markdown.blocks import FEW_WORDS, Kind, Part
from digest.sources.markdown.desk import Desk
from digest.sources.markdown.fields import web_address
from digest.sources.page import Mark, Sort

_JUDGED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE})
_OF_PAGE = frozenset(
    {"comments", "newsletter prompt", "reader prompt", "share line", "cookie notice", "advertisement"}
)
_HEADED = frozenset({Sort.RELATED, Sort.PROMO, Sort.SHORT, Sort.DETAIL, Sort.CAPTION, Sort.JUNK})
_LINKS = frozenset({Sort.RELATED, Sort.PROMO, Sort.SHORT})
_LONGEST_ITEM = 320  # characters of a link with its teaser


def judge(desk: Desk, start: int) -> None:
    """Mark the body's parts from the line `start` on; SHORT and HEADING are still to be settled."""
    for index in range(start, len(desk.page.lines)):
        part, mark = desk.part(index), desk.page.marks[index]
        if part.kind is Kind.HEADING and mark.sort is Sort.CROSSHEAD:
            desk.page.marks[index] = _heading(desk, index)
        elif part.kind in _JUDGED and mark.sort in {Sort.PROSE, Sort.LIST}:
            desk.page.marks[index] = _judged(desk, index, part, mark)


def settle_sections(desk: Desk, start: int) -> None:
    """Settle every HEADING with what follows it, then every SHORT."""
    for index in range(start, len(desk.page.lines)):
        if desk.page.marks[index].sort is Sort.HEADING:
            _settle_section(desk, index)
    for index in range(start, len(desk.page.lines)):
        if desk.page.marks[index].sort is Sort.SHORT:
            desk.page.set(index, Sort.LIST if desk.part(index).kind is Kind.ITEM else Sort.PROSE)


def _heading(desk: Desk, index: int) -> Mark:
    line = desk.page.lines[index]
    if is_block_heading(line.text):
        return Mark(Sort.HEADING, line.text)
    mark = mark_line(line)
    return mark if mark.sort is Sort.JUNK and mark.reason in _OF_PAGE else Mark(Sort.CROSSHEAD)


def _judged(desk: Desk, index: int, part: Part, given: Mark) -> Mark:
    line = desk.page.lines[index]
    mark = mark_line(line)
    if part.linked and part.links[0].url.startswith("#"):
        return Mark(Sort.JUNK, reason="table of contents")
    if mark.sort in {Sort.RELATED, Sort.PROMO}:
        return Mark(mark.sort, mark.title or line.text, mark.url or _address(desk, part))
    if mark.sort in {Sort.JUNK, Sort.CAPTION, Sort.DETAIL}:
        return mark
    if part.linked and not line.is_sentence and line.words > FEW_WORDS:
        return Mark(Sort.RELATED, part.links[0].text, _address(desk, part))
    if mark.sort is Sort.HEADING or (mark.sort is Sort.SHORT and part.kind is not Kind.QUOTE):
        return Mark(mark.sort, line.text, _address(desk, part))
    return given


def _address(desk: Desk, part: Part) -> str:
    return next(filter(None, (web_address(link.url, desk.front.url) for link in part.links)), "")


def _settle_section(desk: Desk, index: int) -> None:
    end, marks = index + 1, desk.page.marks
    while end < len(marks) and (marks[end].sort in _HEADED or _leads_away(desk, end)):
        end += 1
    members = [line for line in range(index + 1, end) if marks[line].sort in _LINKS | {Sort.LIST}]
    for line in members:
        if marks[line].sort in {Sort.SHORT, Sort.LIST}:
            marks[line] = _headed(desk, line)
    if members:
        desk.page.set(index, Sort.JUNK, "heading of related headlines")
    else:
        desk.page.set(index, Sort.CROSSHEAD if desk.part(index).kind is Kind.HEADING else Sort.PROSE)


def _leads_away(desk: Desk, index: int) -> bool:
    """Whether a list item is a link with a sentence of teaser after it."""
    part = desk.part(index)
    begins = bool(part.links) and part.text.startswith(part.links[0].text)
    return desk.page.marks[index].sort is Sort.LIST and begins and len(part.text) <= _LONGEST_ITEM


def _headed(desk: Desk, index: int) -> Mark:
    """A line under a heading of other stories: its link's words are the headline."""
    part = desk.part(index)
    title = part.links[0].text if part.links else part.text
    sort = Sort.PROMO if promo_kind(part.text) else Sort.RELATED
    return Mark(sort, part.text if sort is Sort.PROMO else title, _address(desk, part))
