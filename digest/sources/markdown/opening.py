"""The opening of a Markdown body: headline, standfirst, byline and day that the front matter leaves out.

Rule 1. The headline is the first heading of the first level, else a heading or a short line at the very
        top. What stands above it without being a sentence is the page's. With a headline in the front
        matter, one at the top of the body that says the same, or is the body's only one, is set aside.
Rule 2. Byline and day are found as in a pasted page (credits.py), in the lines right under the headline.
Rule 3. The standfirst is the one line between headline and byline, or one under the headline that is wholly
        in bold or italics with the body's first paragraph after it. A heading is one only where a byline or
        day is next.
"""

from digest.sources.credits import Opening, mark_byline, mark_date
from digest.sources.judges.marking import mark_line
from digest.sources.markdown.blocks import Kind
from digest.sources.markdown.desk import Desk
from digest.sources.page import Sort
from digest.sources.pasted.opening import is_headline

_REACH = 8  # lines in which an opening may lie
_LONGEST = 420  # characters of a standfirst or byline
_STANDFIRST_WORDS = range(4, 61)
_MOST_PLAIN = 1
_SAYS_NOTHING = frozenset({Sort.JUNK, Sort.CAPTION})


def read_opening(desk: Desk, opening: Opening) -> None:
    """Mark the opening's lines and tell `opening` what they say and where the body begins."""
    start = _settle_headline(desk, opening)
    opening.end = start
    plain: list[int] = []
    for index in range(start, min(start + _REACH, len(desk.page.lines))):
        if desk.page.marks[index].sort is Sort.CAPTION:
            continue
        if _ends_opening(desk, index):
            break
        if _mark_credit(desk, opening, index):
            opening.end = index + 1
        elif (mark := mark_line(desk.page.lines[index])).sort in _SAYS_NOTHING:
            desk.page.marks[index] = mark
        elif len(plain) == _MOST_PLAIN:
            break
        else:
            plain.append(index)
    if plain:
        _settle_standfirst(desk, opening, plain[0])


def _settle_headline(desk: Desk, opening: Opening) -> int:
    """The index of the line after the headline, or of the body's first."""
    if desk.front.headline:
        return _drop_repeated(desk)
    index = _headline(desk)
    if index is None:
        return desk.begin
    desk.page.set(index, Sort.HEADLINE)
    for above in range(desk.begin, index):
        label = (
            desk.part(above).kind in {Kind.PARAGRAPH, Kind.ITEM} and not desk.page.lines[above].is_sentence
        )
        if label and not _mark_credit(desk, opening, above):
            desk.page.set(above, Sort.JUNK, "section label")
    return index + 1


def _headline(desk: Desk) -> int | None:
    own = range(desk.begin, len(desk.page.lines))
    first_level = next((index for index in own if desk.part(index).level == 1), None)
    if first_level is not None:
        return first_level
    top = next((index for index in own if desk.part(index).kind is not Kind.CAPTION), None)
    if top is None or desk.part(top).kind is Kind.HEADING:
        return top
    line, part = desk.page.lines[top], desk.part(top)
    short = part.kind is Kind.PARAGRAPH and is_headline(line) and not part.linked
    return top if short and (part.emphasised or not line.is_sentence) else None


def _drop_repeated(desk: Desk) -> int:
    """Set the body's own headline aside; another one at the top, the only of its level, is told."""
    headings = [index for index in range(desk.begin, len(desk.page.lines)) if desk.part(index).level == 1]
    top = next((index for index in range(desk.begin, len(desk.page.lines)) if _has_words(desk, index)), None)
    if top is None or desk.part(top).kind is not Kind.HEADING:
        return desk.begin
    said = desk.page.lines[top].text
    if _same(said, desk.front.headline):
        desk.page.set(top, Sort.JUNK, "headline repeated")
    elif headings == [top]:
        desk.page.set(top, Sort.JUNK, "another headline")
        told = f"the front matter has another headline than the text, which was left out: {said}"
        desk.warn("two-headlines", desk.part(top).line, told)
    else:
        return desk.begin
    return top + 1


def _has_words(desk: Desk, index: int) -> bool:
    return desk.page.marks[index].sort is not Sort.CAPTION


def _ends_opening(desk: Desk, index: int) -> bool:
    part = desk.part(index)
    if part.kind is Kind.HEADING:
        return index + 1 == len(desk.page.lines) or not _is_credit(desk, index + 1)
    return part.kind is not Kind.PARAGRAPH or part.linked or len(part.text) > _LONGEST


def _mark_credit(desk: Desk, opening: Opening, index: int) -> bool:
    return mark_date(desk.page, opening, index) or mark_byline(desk.page, opening, index)


def _is_credit(desk: Desk, index: int) -> bool:
    """Whether a line is a byline or a day; nothing is marked."""
    mark = desk.page.marks[index]
    kept, told = (mark.sort, mark.reason), Opening()
    found = _mark_credit(desk, told, index)
    desk.page.set(index, *kept)
    return found


def _settle_standfirst(desk: Desk, opening: Opening, index: int) -> None:
    line = desk.page.lines[index]
    if desk.front.standfirst:
        if _same(line.text, desk.front.standfirst):
            desk.page.set(index, Sort.JUNK, "standfirst repeated")
            opening.end = max(opening.end, index + 1)
        return
    before_credits = index < opening.end and line.words < _STANDFIRST_WORDS.stop
    alone = desk.part(index).emphasised and line.words in _STANDFIRST_WORDS
    if before_credits or (alone and _has_paragraph(desk, index + 1)):
        desk.page.set(index, Sort.STANDFIRST)
        opening.end = max(opening.end, index + 1)


def _has_paragraph(desk: Desk, start: int) -> bool:
    return any(desk.part(index).kind is Kind.PARAGRAPH for index in range(start, len(desk.page.lines)))


def _same(one: str, other: str) -> bool:
    def plain(text: str) -> str:
        return "".join(letter for letter in text.casefold() if letter.isalnum())

    return plain(one) == plain(other)
