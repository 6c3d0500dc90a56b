"""The opening of a page: headline, standfirst, byline, date, and what pages put among them.

Rule 1. The headline is the first line that is none of the page's own (navigation, breadcrumb, section
        label, byline, date, caption).
Rule 2. A section label is a few words without a verb: of sections, in capitals, joined by "&" or "and", or
        with two more lines under it before the byline (headline and standfirst). A longer line that is
        no sentence comes after it.
Rule 3. Lines between the headline and the last of byline and date are the standfirst's; after them the
        body begins. Where there is none, the standfirst is one line without a full stop that stands alone
        before the first paragraph, or is parted from the block after it by room or by the block's heading.
Rule 4. The opening ends at the first thing that cannot stand in one: a long paragraph, a third plain
        line, a promo.
"""

import re

from digest.sources.blockheads import is_block_heading
from digest.sources.bylines import read_byline
from digest.sources.captions import is_caption
from digest.sources.credits import Opening, is_job_title, mark_byline, mark_date
from digest.sources.dates import is_moment, read_date_line
from digest.sources.headlines import has_news_verb
from digest.sources.junk import is_breadcrumb, junk_reason
from digest.sources.lines import Line
from digest.sources.links import after_prefix, bare_address
from digest.sources.page import Page, Sort
from digest.sources.patterns import pattern
from digest.sources.promos import promo_kind
from digest.sources.wordlists import SECTIONS

_REACH = 16  # lines in which an opening may lie
_MENU_REACH = 80  # lines of menus and labels that may stand above the headline
_LONGEST_HEADLINE, _HEADLINE_WORDS = 220, 32
_LONGEST_STANDFIRST = 420
_LABEL_WORDS, _SECTION_WORDS, _MOST_PLAIN = 3, 5, 2
_STANDFIRST_ALONE, _LONGEST_STANDFIRST_WORDS = range(5, 41), 60
_TOPIC_HEADLINE, _LABELS_REACH = 5, 6
_TWO_SENTENCES, _MASTHEAD_WORDS = 15, 4
_LABEL_SIGNS = ("|", "/", "▪", "•", "·", "&", ":", ",", "»")
_MENU = ("log in", "login", "sign in", "basket", "my account")
_WRITES = pattern(r",? (?:writes|reports|reporting by|by) ([^,.]{3,40})\.?$")
_JOINERS = frozenset(["&", "and", "und", "et", "y", "e", "en", "och", "og", "+", "/"])
_SENTENCE_INSIDE = pattern(r"[^\W\d_]{3,}[.!?]['\"’”]? [A-Z]")
_SECTIONS = frozenset(SECTIONS.split())


def read_opening(page: Page) -> Opening:
    """Mark the opening's lines on the page and tell what they say."""
    opening = Opening()
    start = _mark_headline(page, opening)
    opening.end = start
    _mark_rest(page, opening, start)
    return opening


def _mark_headline(page: Page, opening: Opening) -> int:
    """The index of the first line after the headline; what stands above it is set aside."""
    for index, line in enumerate(page.lines[:_MENU_REACH]):
        if _set_aside(page, opening, index):
            continue
        if _is_label(page.lines, index) or _is_page_title(page.lines, index) or _tops_menu(page.lines, index):
            page.set(index, Sort.JUNK, "section label")
            continue
        if is_headline(line) or _is_in_two_sentences(page.lines, index):
            page.set(index, Sort.HEADLINE)
            return index + 1
        return index
    return min(len(page.lines), _MENU_REACH)


def is_headline(line: Line) -> bool:
    """Whether a line is short enough, and one sentence at most."""
    return (
        len(line.text) <= _LONGEST_HEADLINE
        and line.words <= _HEADLINE_WORDS
        and not (line.is_sentence and _SENTENCE_INSIDE.search(line.text))
    )


def _is_in_two_sentences(lines: list[Line], index: int) -> bool:
    """A headline like "The plant is cold. The orders are not.": short, and no sentence right after it."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].words <= _TWO_SENTENCES and after is not None and not after.is_sentence


def _is_page_title(lines: list[Line], index: int) -> bool:
    """Whether a line says the next one with the site's name after it, as a browser's tab does."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    rest = lines[index].text[len(after) :].strip()
    return bool(after) and lines[index].text.startswith(after) and rest[:1] in {"|", "-", "–", "—", "·"}


def _tops_menu(lines: list[Line], index: int) -> bool:
    """Whether a line names the site: a menu for readers ("Log in | Basket") is next; no headline has one."""
    menu = lines[index + 1].text.lower() if index + 1 < len(lines) else ""
    return (
        "|" in menu and any(word in menu for word in _MENU) and _headline_after(lines, index + 1) is not None
    )


def _is_label(lines: list[Line], index: int) -> bool:
    """Whether a line labels the section and the headline is still to come."""
    line, after = lines[index], _headline_after(lines, index)
    listed = line.text.isupper() and any(sign in line.text for sign in _LABEL_SIGNS)
    if after is None or line.is_sentence:
        return False
    if line.words > _LABEL_WORDS and not (listed or _names_section(line) or _is_masthead(line, after)):
        return False
    if after.text.lower() == line.text.lower() or after.is_sentence or not is_headline(after):
        return False
    if line.words > 1 and len(after.text) <= len(line.text):
        return False
    shouted = line.text.isupper() and not after.text.isupper()
    dressed = shouted or _is_masthead(line, after)
    return line.words == 1 or dressed or _names_section(line) or _is_topic(lines, index, line, after)


def _is_masthead(line: Line, after: Line) -> bool:
    """A few words each with its capital, over a line that is written as sentences are."""
    few, first = line.words <= _MASTHEAD_WORDS, [word[0] for word in line.text.split()]
    plain = sum(word[0].islower() for word in after.text.split())
    return (
        few and line.words > 1 and 2 * plain > after.words and all(not letter.islower() for letter in first)
    )


def _is_topic(lines: list[Line], index: int, line: Line, after: Line) -> bool:
    """A few words without a verb, over a headline by its length that has a standfirst or "and" beside it."""
    if after.words < _TOPIC_HEADLINE or has_news_verb(line.text) or line.text[-1] in "?!":
        return False
    return not _JOINERS.isdisjoint(line.text.lower().split()) or len(_plain_after(lines, index)) > 1


def _headline_after(lines: list[Line], index: int) -> Line | None:
    """The next line that may be a headline; other labels of a word or two may stand between."""
    plain = _plain_after(lines, index)
    longer = (line for line in plain if line.words > 2 or line is plain[-1])  # noqa: PLR2004 # a label's words
    return next(longer, None)


def _names_section(line: Line) -> bool:
    words = re.split(r"[\s/|,:]+", line.text.lower().strip(" :|"))
    return len(words) <= _SECTION_WORDS and all(word in _SECTIONS for word in words)


def _plain_after(lines: list[Line], index: int) -> list[Line]:
    """The lines after a line, up to a byline, a day or a sentence, that are not the page's own."""
    plain: list[Line] = []
    for line in lines[index + 1 : index + 1 + _LABELS_REACH]:
        if read_byline(line.text) or read_date_line(line.text):
            break
        if not (junk_reason(line.text) or is_caption(line.text) or is_breadcrumb(line.text)):
            plain.append(line)
            if line.is_sentence:
                break
    return plain


def _mark_rest(page: Page, opening: Opening, start: int) -> None:
    plain: list[int] = []
    for index in range(start, min(len(page.lines), start + _REACH)):
        if _set_aside(page, opening, index, beside=bool(opening.names or opening.day)):
            opening.end = index + 1 if _is_anchor(page, index) else opening.end
            continue
        if page.marks[index].sort in {Sort.BYLINE, Sort.DATE}:
            continue
        if reason := _says_again(page, index, start):
            page.set(index, Sort.JUNK, reason)
            continue
        if _ends_opening(page.lines[index]):
            break
        plain.append(index)
        if (opening.names and opening.day) or len(plain) > _MOST_PLAIN:
            break
    _mark_standfirst(page, opening, plain, start)


def _is_anchor(page: Page, index: int) -> bool:
    return page.marks[index].sort in {Sort.BYLINE, Sort.DATE} or page.marks[index].reason == "job title"


def _says_again(page: Page, index: int, start: int) -> str:
    """Why a line under the headline says nothing new, or ""."""
    if start and page.lines[index].text.lower() == page.lines[start - 1].text.lower():
        return "headline repeated"
    return "section label" if _names_section(page.lines[index]) else ""


def _ends_opening(line: Line) -> bool:
    return (
        len(line.text) > _LONGEST_STANDFIRST
        or bool(line.bullet)
        or bool(promo_kind(line.text))
        or bool(after_prefix(line.text))
    )


def _mark_standfirst(page: Page, opening: Opening, plain: list[int], start: int) -> None:
    before = [index for index in plain if index < opening.end]
    if before and page.lines[before[0]].words <= _LONGEST_STANDFIRST_WORDS:
        page.set(before[0], Sort.STANDFIRST)
        writer = _WRITES.search(page.lines[before[0]].text)
        opening.names = opening.names or (read_byline(writer[1], bare=True) if writer else ())
    elif not before and plain and start and _is_standfirst_alone(page, plain[0]):
        page.set(plain[0], Sort.STANDFIRST)
        opening.end = plain[0] + 1


def _is_standfirst_alone(page: Page, index: int) -> bool:
    """One line without its full stop, before a paragraph or parted from the block after it."""
    line = page.lines[index]
    if line.is_sentence or line.text.endswith("?") or line.words not in _STANDFIRST_ALONE or line.bullet:
        return False
    for after in page.lines[index + 1 : index + 1 + _LABELS_REACH]:
        if is_caption(after.text) or (junk_reason(after.text) and not promo_kind(after.text)):
            continue
        if after.is_sentence or promo_kind(after.text) or after_prefix(after.text):
            return True
        return is_block_heading(after.text) or after.gap > line.gap
    return False


def _set_aside(page: Page, opening: Opening, index: int, *, beside: bool = False) -> bool:
    """Mark a line that is no headline, standfirst or paragraph; `beside`: a byline or day came before."""
    text = page.lines[index].text
    if page.marks[index].sort in {Sort.BYLINE, Sort.DATE}:
        return True
    if len(text) > _LONGEST_STANDFIRST:
        return False
    if mark_date(page, opening, index) or mark_byline(page, opening, index):
        return True
    reason = junk_reason(text) or ("breadcrumb" if is_breadcrumb(text) else "")
    if reason and not promo_kind(text):
        page.set(index, Sort.JUNK, reason)
    elif is_caption(text):
        page.set(index, Sort.CAPTION)
    elif address := bare_address(text):
        opening.url = opening.url or address
        page.set(index, Sort.DETAIL)
    elif text[0] == "@" and " " not in text:
        page.set(index, Sort.JUNK, "author line")
    elif is_moment(text):
        page.set(index, Sort.JUNK, "time")
    elif beside and is_job_title(page, index):
        page.set(index, Sort.JUNK, "job title")
    else:
        return False
    return True
