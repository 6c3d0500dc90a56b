"""The opening of a page: headline, standfirst, byline, date, and what pages put among them.

Rule 1. The headline is the first line that is none of the page's own (navigation, breadcrumb, section
        label, byline, date, caption).
Rule 2. A section label is one or two words of sections or in capitals, with a longer line after it that
        is no sentence.
Rule 3. Lines between the headline and the last of byline and date are the standfirst's; after them the
        body begins. Without byline and date the standfirst is a line without a full stop before the first
        paragraph.
Rule 4. The opening ends at the first thing that cannot stand in one: a long paragraph, a third plain
        line, a promo.
"""

import re

from digest.sources.bylines import read_byline
from digest.sources.captions import is_caption
from digest.sources.credits import Opening, is_job_title, mark_byline, mark_date
from digest.sources.dates import is_moment, read_date_line
from digest.sources.junk import is_breadcrumb, junk_reason
from digest.sources.lines import Line
from digest.sources.links import after_prefix, bare_address
from digest.sources.page import Page, Sort
from digest.sources.promos import promo_kind
from digest.sources.wordlists import SECTIONS

_REACH = 16  # lines in which an opening may lie
_LONGEST_HEADLINE, _HEADLINE_WORDS = 220, 32
_LONGEST_STANDFIRST = 420
_LABEL_WORDS, _SECTION_WORDS, _MOST_PLAIN = 3, 5, 2
_STANDFIRST_ALONE, _LONGEST_STANDFIRST_WORDS = range(5, 41), 60
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?]['\"’”]? [A-Z]")
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
    for index, line in enumerate(page.lines[:_REACH]):
        if _set_aside(page, opening, index):
            continue
        if _is_label(page.lines, index):
            page.set(index, Sort.JUNK, "section label")
            continue
        if is_headline(line):
            page.set(index, Sort.HEADLINE)
            return index + 1
        return index
    return min(len(page.lines), _REACH)


def is_headline(line: Line) -> bool:
    """Whether a line is short enough, and one sentence at most."""
    return (
        len(line.text) <= _LONGEST_HEADLINE
        and line.words <= _HEADLINE_WORDS
        and not (line.is_sentence and _SENTENCE_INSIDE.search(line.text))
    )


def _is_label(lines: list[Line], index: int) -> bool:
    """Whether a line labels the section and the headline is still to come."""
    line, after = lines[index], _next_plain(lines, index)
    if after is None or line.is_sentence or (line.words > _LABEL_WORDS and not _names_section(line)):
        return False
    if (
        after.text.lower() == line.text.lower()
        or after.is_sentence
        or len(after.text) <= len(line.text)
        or not is_headline(after)
    ):
        return False
    shouted = line.text.isupper() and not after.text.isupper()
    return line.words == 1 or shouted or _names_section(line)


def _names_section(line: Line) -> bool:
    words = re.split(r"[\s/|,:]+", line.text.lower().strip(" :|"))
    return len(words) <= _SECTION_WORDS and all(word in _SECTIONS for word in words)


def _next_plain(lines: list[Line], index: int) -> Line | None:
    """The next line if it is neither byline, date nor the page's own."""
    for line in lines[index + 1 : index + 4]:
        if read_byline(line.text) or read_date_line(line.text):
            return None
        if not (junk_reason(line.text) or is_caption(line.text) or is_breadcrumb(line.text)):
            return line
    return None


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
        complete = bool(opening.names and opening.day)
        if complete or _ends_opening(page.lines[index]) or len(plain) == _MOST_PLAIN:
            break
        plain.append(index)
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
    elif not opening.end > start and _is_standfirst_alone(page, plain):
        page.set(plain[0], Sort.STANDFIRST)
        opening.end = plain[0] + 1


def _is_standfirst_alone(page: Page, plain: list[int]) -> bool:
    """Without byline and date: one line without its full stop, and a paragraph after it."""
    line = page.lines[plain[0]] if plain else None
    if line is None or line.is_sentence or line.text.endswith("?") or line.words not in _STANDFIRST_ALONE:
        return False
    after = page.lines[plain[0] + 1] if plain[0] + 1 < len(page.lines) else None
    return after is not None and after.is_sentence


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
    elif is_moment(text):
        page.set(index, Sort.JUNK, "time")
    elif beside and is_job_title(page, index):
        page.set(index, Sort.JUNK, "job title")
    else:
        return False
    return True
