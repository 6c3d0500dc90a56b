"""The lines of a page down to its byline or first paragraph, looked through before any of them is marked.

Rule 1. A menu, a path through the site or a mail's head takes all above it away: that is the site's.
Rule 2. A byline ends the front, by its words or by its neighbours, once a line has stood that may be a
        headline. A day does not, since mastheads have one.
Rule 3. A long sentence is the first paragraph, unless the credits come right after it: then it is a
        standfirst.
"""

from msgspec import Struct

from digest.patterns import pattern
from digest.sources.credits import names_writer, says_by, tells_day
from digest.sources.judges.captions import is_caption
from digest.sources.judges.dates import is_moment
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import bare_address
from digest.sources.judges.masthead import begins_page, names_section
from digest.sources.judges.promos import promo_kind
from digest.sources.lines import Line
from digest.sources.page import Page

_REACH = 80  # lines of menus and labels that may stand above the headline
_LONGEST_STANDFIRST, _LONGEST_SENTENCE = 420, 220
_PARAGRAPH_WORDS, _CREDIT_REACH, _LABEL_WORDS = 15, 6, 3
_SIGNS = pattern(r"[\d\W_]+")


class Front(Struct):
    """The plain lines above the first paragraph; `days` are lines of days, `byline` its line or 0."""

    plain: list[int]
    days: list[int]
    byline: int = 0


def survey(page: Page) -> Front:
    """Look the lines through down to the byline or the first paragraph, marking nothing."""
    front = Front([], [])
    above: list[int] = []
    for index, line in enumerate(page.lines[:_REACH]):
        if _holds_headline(page, front.plain) and names_writer(page, index):
            front.byline = index
            break
        if says_by(page, index):
            continue
        if tells_day(line):
            front.days.append(index)
        elif begins_page(line.text):
            above, front.plain = front.plain or above, []
        elif not (_is_of_page(line.text) or begins_caption(page, index)):
            if front.plain and _is_paragraph(line) and not _credit_follows(page, index):
                break
            front.plain.append(index)
    front.plain = front.plain or above
    return front


def _holds_headline(page: Page, plain: list[int]) -> bool:
    """Whether one of the lines may be a headline; the others are labels."""
    return any(page.lines[index].words >= _LABEL_WORDS for index in plain) or (
        bool(plain) and not names_section(page.lines[plain[-1]].text)
    )


def _is_of_page(text: str) -> bool:
    """Whether a line is the page's own by its words, and so neither headline nor standfirst."""
    if len(text) > _LONGEST_STANDFIRST:
        return False
    aside = junk_reason(text) or is_caption(text) or bare_address(text) or is_moment(text)
    return (bool(aside) and not promo_kind(text)) or is_picture_text(text)


def begins_caption(page: Page, index: int) -> bool:
    """Whether the next line is a caption that begins with this one: a picture's text, said twice."""
    after = page.lines[index + 1].text if index + 1 < len(page.lines) else ""
    return after.startswith(page.lines[index].text) and is_caption(after)


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > _LONGEST_SENTENCE or (line.is_sentence and line.words > _PARAGRAPH_WORDS)


def _credit_follows(page: Page, index: int) -> bool:
    """Whether a byline or a day comes next, so that a long line is the standfirst."""
    if len(page.lines[index].text) > _LONGEST_STANDFIRST:
        return False
    for after in range(index + 1, min(index + _CREDIT_REACH, len(page.lines))):
        text = page.lines[after].text
        if names_writer(page, after) or tells_day(page.lines[after]):
            return True
        if not _is_of_page(text):
            return False
    return False


def is_picture_text(text: str) -> bool:
    """Whether a line has digits and signs only: a count, an icon."""
    return _SIGNS.fullmatch(text) is not None
