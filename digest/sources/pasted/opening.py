"""The opening of a page: headline, standfirst, byline, date, and what pages put among them.

Theory of operation. An editor's copy begins anywhere above the headline and runs on into the article. Three
things are known of the place between: the credits (who and when) stand right under the headline or its
standfirst, the first paragraph ends it, and what stands above a menu or a path through the site is the
site's. So the lines are looked through first, down to the byline or the first paragraph (front.py); the
headline is the first of them that is no label.

Rule 1. The headline is the first plain line under the menus that is no label (masthead.py). A day may stand
        above it, as mastheads have one; a byline above it counts too, when none is under it.
Rule 2. Lines between the headline and the byline are the standfirst's: the first, and what goes on in a
        sentence or a bullet more. Another line among them without its stop is a picture's caption.
Rule 3. Without a byline, lines between the headline and the last day are the standfirst's. Where there is
        none, the standfirst is one line without a full stop that stands alone before the first paragraph, or
        is parted from the block after it by room or by the block's heading.
Rule 4. The opening ends at the first thing that cannot stand in one: a long paragraph, a third plain
        line, a promo.
"""

from itertools import pairwise

from digest.patterns import pattern
from digest.sources.credits import (
    Opening,
    is_job_title,
    is_outlet,
    mark_byline,
    mark_date,
)
from digest.sources.judges.blockheads import is_block_heading
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.captions import is_caption
from digest.sources.judges.dates import is_moment
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import after_prefix, bare_address
from digest.sources.judges.masthead import begins_page, is_label, names_section, site_title
from digest.sources.judges.promos import promo_kind
from digest.sources.lines import Line
from digest.sources.page import Page, Sort
from digest.sources.pasted.front import Front, begins_caption, is_picture_text, survey

_REACH = 16  # lines in which an opening may lie
_LONGEST_HEADLINE, _HEADLINE_WORDS = 220, 32
_LONGEST_STANDFIRST, _LONGEST_STANDFIRST_WORDS = 420, 60
_MOST_PLAIN, _STANDFIRST_LINES = 2, 4
_STANDFIRST_ALONE = range(5, 41)
_TWO_SENTENCES, _LABELS_REACH = 15, 6
_LABEL_WORDS, _NAME_WORDS = 3, 4
_WRITES = pattern(r",? (?:writes|reports|reporting by|by) ([^,.]{3,40})\.?$")
_SENTENCE_INSIDE = pattern(r"[^\W\d_]{3,}[.!?]['\"’”]? [A-Z]")


def read_opening(page: Page) -> Opening:
    """Mark the opening's lines on the page and tell what they say."""
    opening = Opening()
    front = survey(page)
    headline = _find_headline(page, front)
    if headline is not None:
        page.set(headline, Sort.HEADLINE)
        page.marks[headline].title = site_title(page.lines[headline].text)
        opening.end = headline + 1
    _mark_rest(page, opening, opening.end, front.byline)
    _mark_above(page, opening, headline or 0)
    return opening


def is_headline(line: Line) -> bool:
    """Whether a line is short enough, and one sentence at most."""
    return (
        len(line.text) <= _LONGEST_HEADLINE
        and line.words <= _HEADLINE_WORDS
        and not (line.is_sentence and _SENTENCE_INSIDE.search(line.text))
    )


def _find_headline(page: Page, front: Front) -> int | None:
    """The first plain line that is no label; None when it cannot be a headline."""
    for place, index in enumerate(front.plain):
        under = _lines_under(page, front, place)
        if not (is_label(page.lines, index, under) or (under and _names_site(page, index, under))):
            fits = is_headline(page.lines[index]) or _is_in_two_sentences(page.lines, index)
            return index if fits else None
    return None


def _names_site(page: Page, index: int, under: list[Line]) -> bool:
    """Whether a few words with capitals stand elsewhere too: in the site's footer, a mail's subject."""
    line = page.lines[index]
    named = 1 < line.words <= _NAME_WORDS and all(not word[0].islower() for word in line.text.split())
    if not named or line.is_sentence or not any(other.words > _NAME_WORDS for other in under):
        return False
    name = line.text.lower()
    return any(name in other.text.lower() and other.text != line.text for other in page.lines)


def _lines_under(page: Page, front: Front, place: int) -> list[Line]:
    """The plain lines under one that may be a label, down to a day where no byline follows."""
    index, under = front.plain[place], front.plain[place + 1 :]
    day = next((day for day in front.days if day > index), None)
    if not front.byline and day is not None and not page.lines[index].text.isupper():
        under = [line for line in under if line < day]
    return [page.lines[line] for line in under]


def _is_in_two_sentences(lines: list[Line], index: int) -> bool:
    """A headline like "The plant is cold. The orders are not.": short, and no sentence right after it."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].words <= _TWO_SENTENCES and after is not None and not after.is_sentence


def _mark_above(page: Page, opening: Opening, headline: int) -> None:
    """Set aside what stands above the headline; a byline or a day there counts when none is under it."""
    for index in range(headline):
        above = Opening(url=opening.url)
        if not _set_aside(page, above, index):
            page.set(index, Sort.JUNK, "section label")
            continue
        if page.marks[index].sort in {Sort.BYLINE, Sort.DATE}:
            dated = Sort.DATE if above.day and not opening.day else Sort.JUNK
            page.set(index, Sort.BYLINE if above.names and not opening.names else dated, "masthead")
        opening.names, opening.day = opening.names or above.names, opening.day or above.day
        opening.url = above.url


def _mark_rest(page: Page, opening: Opening, start: int, byline: int) -> None:
    """Mark what stands under the headline, up to the first thing that cannot stand in an opening."""
    plain: list[int] = []
    for index in range(start, min(len(page.lines), start + _REACH)):
        if page.marks[index].sort in {Sort.BYLINE, Sort.DATE}:
            continue
        if _set_aside(page, opening, index, beside=bool(opening.names or opening.day)):
            opening.end = index + 1 if _is_anchor(page, index) else opening.end
            continue
        if reason := _says_again(page, index, start):
            page.set(index, Sort.JUNK, reason)
            continue
        if index > byline and _ends_opening(page.lines[index]):
            break
        plain.append(index)
        if index > byline and ((opening.names and opening.day) or len(plain) > _MOST_PLAIN):
            break
    _mark_standfirst(page, opening, plain, start)


def _is_anchor(page: Page, index: int) -> bool:
    return page.marks[index].sort in {Sort.BYLINE, Sort.DATE} or page.marks[index].reason == "job title"


def _says_again(page: Page, index: int, start: int) -> str:
    """Why a line under the headline says nothing new, or ""."""
    if start and page.lines[index].text.lower() == page.lines[start - 1].text.lower():
        return "headline repeated"
    return "section label" if names_section(page.lines[index].text) else ""


def _ends_opening(line: Line) -> bool:
    return (
        len(line.text) > _LONGEST_STANDFIRST
        or bool(line.bullet)
        or bool(promo_kind(line.text))
        or bool(after_prefix(line.text))
    )


def _mark_standfirst(page: Page, opening: Opening, plain: list[int], start: int) -> None:
    before = [index for index in plain if index < opening.end]
    while before and page.lines[before[0]].words <= _LABEL_WORDS:
        page.set(before.pop(0), Sort.JUNK, "section label")
    if before and page.lines[before[0]].words <= _LONGEST_STANDFIRST_WORDS:
        page.set(before[0], Sort.STANDFIRST)
        _settle_between(page, before)
        writer = _WRITES.search(page.lines[before[0]].text)
        opening.names = opening.names or (read_byline(writer[1], bare=True) if writer else ())
    elif not before and plain and start and _is_standfirst_alone(page, plain[0]):
        page.set(plain[0], Sort.STANDFIRST)
        opening.end = plain[0] + 1


def _settle_between(page: Page, before: list[int]) -> None:
    """What the lines between the headline and its credits are after the first: Rule 2."""
    goes_on = len(before) <= _STANDFIRST_LINES
    for above, index in pairwise(before):
        line, first = page.lines[index], page.lines[above]
        goes_on = goes_on and index == above + 1 and bool(line.bullet) == bool(first.bullet)
        if goes_on and (line.bullet or line.text[0].islower() or (line.is_sentence and first.is_sentence)):
            page.set(index, Sort.STANDFIRST)
        elif not line.is_sentence and not line.bullet:
            page.set(index, Sort.CAPTION)


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


def _set_aside(page: Page, opening: Opening, index: int, *, beside: bool = False) -> bool:  # one kind a line
    """Mark a line that is no headline, standfirst or paragraph; `beside`: a byline or day came before."""
    text = page.lines[index].text
    if len(text) > _LONGEST_STANDFIRST:
        return False
    if mark_date(page, opening, index) or mark_byline(page, opening, index):
        return True
    is_path = begins_page(text) and not after_prefix(text)
    reason = junk_reason(text) or ("breadcrumb" if is_path else "")
    if reason and not promo_kind(text):
        page.set(index, Sort.JUNK, reason)
    elif is_caption(text) or begins_caption(page, index):
        page.set(index, Sort.CAPTION)
    elif address := bare_address(text):
        opening.url = opening.url or address
        page.set(index, Sort.DETAIL)
    elif (text[0] == "@" and " " not in text) or is_picture_text(text):
        page.set(index, Sort.JUNK, "author line" if text[0] == "@" else "count line")
    elif is_moment(text):
        page.set(index, Sort.JUNK, "time")
    elif beside and (is_job_title(page, index) or is_outlet(page, index)):
        page.set(index, Sort.JUNK, "job title")
    else:
        return False
    return True
