"""The opening of a page: headline, standfirst, byline, date, and what pages put among them.

Rule 1. The headline is the first line that is none of the page's own (navigation, breadcrumb, section label, byline, date, caption).
Rule 2. A section label is one or two words of sections or in capitals, with a longer line after it that is no sentence.
Rule 3. Lines between the headline and the last of byline and date are the standfirst's; after them the body begins.
        Without byline and date the standfirst is a line without a full stop before the first paragraph.
Rule 4. The opening ends at the first thing that cannot stand in one: a long paragraph, a third plain line, a promo.
"""

import re
from datetime import date

from msgspec import Struct

from digest.sources.bylines import is_lead_alone, is_role, read_byline
from digest.sources.captions import is_caption
from digest.sources.dates import is_moment, read_date_line
from digest.sources.headlines import has_news_verb
from digest.sources.junk import is_breadcrumb, junk_reason
from digest.sources.lines import Line
from digest.sources.links import after_prefix, bare_address
from digest.sources.page import Page, Sort
from digest.sources.promos import promo_kind

_REACH = 16  # lines in which an opening may lie
_LONGEST_HEADLINE, _HEADLINE_WORDS = 220, 32
_LONGEST_STANDFIRST = 420
_LABEL_WORDS, _MOST_PLAIN = 3, 2
_STANDFIRST_WORDS = range(5, 41)
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?]['\"’”]? [A-Z]")
_SECTIONS = frozenset(
    """news analysis opinion comment features feature exclusive interview interviews blog blogs column columns editorial letters review reviews
    local government health housing technology tech business politics policy economy education environment transport energy world
    home sport culture science finance money markets property law legal media retail farming agriculture logistics construction
    planning infrastructure regulation workforce people jobs careers events video podcast podcasts press release update live special
    report briefing latest breaking international national regional uk us europe central civil service defence security digital data
    cloud social care public private sector procurement pensions skills leadership insight insights research case study long read
    explainer q&a guest post sponsored industry innovation ai and & the of in mental community councils schools universities nhs food arable livestock
    dairy rail road aviation shipping freight supply chain safety sustainability net zero climate research top story must""".split()
)


class Opening(Struct):
    """What the opening said and where the body begins (a line's index)."""

    names: tuple[str, ...] = ()
    day: date | None = None
    later: bool = False
    url: str = ""
    end: int = 0


def read_opening(page: Page) -> Opening:
    """Mark the opening's lines on the page and tell what they say."""
    opening = Opening()
    start = _mark_headline(page, opening)
    opening.end = start
    _mark_rest(page, opening, start)
    return opening


def _mark_headline(page: Page, opening: Opening) -> int:
    """The index of the first line after the headline; lines that cannot be headlines are left aside on the way."""
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
    if line.words > _LABEL_WORDS or after is None or line.is_sentence:
        return False
    if after.text.lower() == line.text.lower() or after.is_sentence or after.words <= line.words or not is_headline(after):
        return False
    shouted = line.text.isupper() and not after.text.isupper()
    return line.words == 1 or shouted or _names_section(line)


def _names_section(line: Line) -> bool:
    words = re.split(r"[\s/|,:]+", line.text.lower().strip(" :|"))
    return len(words) <= _LABEL_WORDS and all(word in _SECTIONS for word in words)


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
        if _repeats_headline(page, index, start) or _names_section(page.lines[index]):
            page.set(index, Sort.JUNK, "section label" if _names_section(page.lines[index]) else "headline repeated")
            continue
        if _ends_opening(page.lines[index]) or len(plain) == _MOST_PLAIN:
            break
        plain.append(index)
    _mark_standfirst(page, opening, plain, start)


def _is_anchor(page: Page, index: int) -> bool:
    return page.marks[index].sort in {Sort.BYLINE, Sort.DATE} or page.marks[index].reason == "job title"


def _repeats_headline(page: Page, index: int, start: int) -> bool:
    return start > 0 and page.lines[index].text.lower() == page.lines[start - 1].text.lower()


def _ends_opening(line: Line) -> bool:
    return (
        len(line.text) > _LONGEST_STANDFIRST
        or bool(line.bullet)
        or bool(promo_kind(line.text))
        or bool(after_prefix(line.text))
    )


def settle_places(page: Page) -> None:
    """One place for byline and day each: lines that follow each other; what stands apart from them is set aside."""
    for sort in (Sort.BYLINE, Sort.DATE):
        indexes = [index for index, mark in enumerate(page.marks) if mark.sort is sort]
        for first, index in zip(indexes, indexes[1:], strict=False):
            if index != first + 1 or page.marks[first].sort is Sort.JUNK:
                page.set(index, Sort.JUNK, f"another {sort.name.lower()}")


def _mark_standfirst(page: Page, opening: Opening, plain: list[int], start: int) -> None:
    before = [index for index in plain if index < opening.end]
    if before:
        page.set(before[0], Sort.STANDFIRST)
    elif not opening.end > start and _is_standfirst_alone(page, plain):
        page.set(plain[0], Sort.STANDFIRST)
        opening.end = plain[0] + 1


def _is_standfirst_alone(page: Page, plain: list[int]) -> bool:
    """Without byline and date: one line without its full stop, and a paragraph after it."""
    line = page.lines[plain[0]] if plain else None
    if line is None or line.is_sentence or line.text.endswith("?") or line.words not in _STANDFIRST_WORDS:
        return False
    after = page.lines[plain[0] + 1] if plain[0] + 1 < len(page.lines) else None
    return after is not None and after.is_sentence


def _set_aside(page: Page, opening: Opening, index: int, *, beside: bool = False) -> bool:
    """Mark a line that is no headline, standfirst or paragraph; `beside`: byline or date were there already."""
    text = page.lines[index].text
    if page.marks[index].sort in {Sort.BYLINE, Sort.DATE}:
        return True
    if len(text) > _LONGEST_STANDFIRST:
        return False
    if _mark_date(page, opening, index) or _mark_byline(page, opening, index):
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
    elif beside and _is_job_title(page, index):
        page.set(index, Sort.JUNK, "job title")
    else:
        return False
    return True


def _is_job_title(page: Page, index: int) -> bool:
    """A role right under its byline ("Health correspondent"), and no headline about somebody in one."""
    line = page.lines[index]
    under = page.marks[index - 1].sort is Sort.BYLINE
    return under and is_role(line.text) and not (line.is_sentence or has_news_verb(line.text))


def _mark_date(page: Page, opening: Opening, index: int) -> bool:
    """A line that holds a day and perhaps a byline; a later line's day counts when the first was an update's."""
    told = read_date_line(page.lines[index].text)
    if told is None:
        return False
    names = read_byline(told.rest, bare=True)
    if told.rest and not names and (page.lines[index].is_sentence or not _goes_with_date(told.rest)):
        return False
    page.set(index, Sort.BYLINE if names else Sort.DATE)
    opening.names = opening.names or names
    if opening.day is None or (opening.later and not told.later):
        opening.day, opening.later = told.found.day, told.later
    return True


def _goes_with_date(rest: str) -> bool:
    """What may stand beside a day: a place or outlet, a count of minutes, a share button."""
    return bool(junk_reason(rest)) or rest.count(" ") < 3 or all(_is_small(part) for part in re.split(r"\s[|·•–—-]\s|,\s", rest))


def _is_small(part: str) -> bool:
    return part.count(" ") < 4 or bool(junk_reason(part))


def _mark_byline(page: Page, opening: Opening, index: int) -> bool:
    text, after = page.lines[index].text, page.lines[index + 1].text if index + 1 < len(page.lines) else ""
    if is_lead_alone(text) and (names := read_byline("By " + after)):
        page.set(index + 1, Sort.BYLINE)
    else:
        names = read_byline(text) or (read_byline(text, bare=True) if _expects_name(page, opening, index) else ())
    if not names:
        return False
    page.set(index, Sort.BYLINE)
    opening.names = opening.names or names
    return True


def _expects_name(page: Page, opening: Opening, index: int) -> bool:
    """A bare name may stand after the headline only, and beside a day, a job title or the first paragraph."""
    if opening.names or not any(mark.sort is Sort.HEADLINE for mark in page.marks[:index]):
        return False
    after = page.lines[index + 1] if index + 1 < len(page.lines) else None
    before = page.marks[index - 1].sort if index else None
    text = page.lines[index].text
    return (
        before is Sort.DATE
        or is_role(text)
        or (after is not None and (read_date_line(after.text) is not None or is_role(after.text) or after.is_sentence))
    )
