"""The end of a page, where prose can be the page's too: comments, the author's biography, a signed byline.

Rule 1. After a line that opens the comments, in the page's last half, all that follows is readers' words, up
        to the heading of a block.
Rule 2. A paragraph among the last that begins with the author's name and tells who that is, or that
        stands under "About the author", is a biography. A piece about somebody of that name keeps it:
        only a short paragraph after all others counts.
        Under a line of the author's name alone it may begin with the first name. The first paragraph may be
        one, when it introduces ("Jo Bloggs is a …").
Rule 3. A byline or a labelled day after the last paragraph counts when the opening had none.
Rule 4. After "Notes to editors", tags, a copyright line or a biography no article goes on: up to three
        paragraphs there, none long and none with a quotation, are the page's. Share lines, prompts and
        related headlines prove nothing, since they stand within articles too.
"""

from digest.patterns import pattern
from digest.sources.credits import Opening
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.dates import in_american, read_date_line
from digest.sources.page import Page, Sort

_COMMENTS = pattern(
    r"(?i)\W*(?:(?:all |readers?['’]? |your )?comments?\W*(?:\(?\d+\)?)?|\d+ (?:comments?|replies"
    r"|responses)|leave a (?:reply|comment)|join the (?:discussion|conversation)"
    r"|(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|commenti|reacties)\W*(?:\(?\d+\)?)?"
    r"|(?:sort by\W*)?(?:(?:newest|oldest|most recent|top rated|most liked|best)\b\W*)+)\W*"
)
_NOTES = pattern(r"(?i)\W*(?:ends?|notes? (?:to|for) editors?|media contacts?|for further information)\W*")
_ENDS = frozenset(["tags", "copyright line", "author's biography", "reader's comment", "publication line"])
_TEXT = frozenset({Sort.PROSE, Sort.SHORT, Sort.LIST})
_TAIL_LINES, _TAIL_WORDS, _LONGEST_NOTES = 3, 45, 40
_ABOUT_AUTHOR = pattern(r"(?i)\W*about (?:the )?(?:author|writer)s?\W*")
_BIOGRAPHY_WORDS = 80
_INTRODUCES = pattern(r"(?:[^\W\d]\S* ){2,4}(?:is (?:an?|the|our|a former)|writes|covers|reports|edits)\b")
_TELLS_WHO = pattern(
    r"(?i)(?:is|was|has|are|works|writes|covers|reports|edits|joined|can be|tweets|leads|heads|runs|lives"
    r"|trained|ist|schreibt|arbeitet|est|écrit|couvre)\b|,"
)


def settle_closing(page: Page, opening: Opening) -> None:
    """Mark what stands after the article's end."""
    half = range(_half(page, opening.end), len(page.lines))
    _mark_notes(page, half)
    _mark_comments(page, half)
    _mark_biography(page, opening)
    _mark_tail(page, half)
    _mark_signature(page, opening)


def _mark_comments(page: Page, half: range) -> None:
    start = next((index for index in half if _opens_comments(page, index)), len(page.lines))
    for index in range(start, len(page.lines)):
        mark = page.marks[index]
        if mark.sort is Sort.HEADING:
            return
        if mark.sort in {Sort.PROSE, Sort.SHORT, Sort.LIST} or (mark.sort is Sort.RELATED and not mark.url):
            page.set(index, Sort.JUNK, "reader's comment")


def _half(page: Page, begin: int) -> int:
    """The first line of the last half of the page's text."""
    end = page.lines[-1].end
    middle = (page.lines[min(begin, len(page.lines) - 1)].start + end) / 2
    return next(
        (index for index, line in enumerate(page.lines) if index > begin and line.start >= middle),
        len(page.lines),
    )


def _opens_comments(page: Page, index: int) -> bool:
    return page.marks[index].sort is Sort.JUNK and bool(_COMMENTS.fullmatch(page.lines[index].text))


def _mark_notes(page: Page, half: range) -> None:
    """Set aside what a press release adds for editors."""
    start = next((index for index in half if _opens_notes(page.lines[index].text)), len(page.lines))
    for index in range(start, len(page.lines)):
        if page.marks[index].sort in _TEXT:
            page.set(index, Sort.JUNK, "notes to editors")


def _opens_notes(text: str) -> bool:
    return len(text) <= _LONGEST_NOTES and _NOTES.fullmatch(text) is not None


def _mark_tail(page: Page, half: range) -> None:
    end = next((index for index in half if page.marks[index].reason in _ENDS), len(page.lines))
    tail = [
        index for index in range(end, len(page.lines)) if page.marks[index].sort in {Sort.PROSE, Sort.LIST}
    ]
    if len(tail) <= _TAIL_LINES and all(_may_be_tail(page.lines[index].text) for index in tail):
        for index in tail:
            page.set(index, Sort.JUNK, "words after the article's end")


def _may_be_tail(text: str) -> bool:
    return text.count(" ") < _TAIL_WORDS and not any(sign in text for sign in '"“„«')


def _mark_biography(page: Page, opening: Opening) -> None:
    prose = [index for index in range(opening.end, len(page.lines)) if page.marks[index].sort is Sort.PROSE]
    if len(prose) <= 2:  # noqa: PLR2004 # what would be left is no article
        return
    for index in range(prose[-2], len(page.lines)):
        if page.marks[index].sort in {Sort.PROSE, Sort.SHORT} and _is_biography(page, index, opening.names):
            page.set(index, Sort.JUNK, "author's biography")
    for index in range(opening.end, prose[0] + 1):
        told = _INTRODUCES.match(page.lines[index].text) and _is_biography(page, index, opening.names)
        if told and page.marks[index].sort in _TEXT:
            page.set(index, Sort.JUNK, "author's biography")
    for index in range(prose[-2], len(page.lines)):
        if page.marks[index].sort is Sort.SHORT and page.lines[index].text in opening.names:
            page.set(index, Sort.JUNK, "author line")


def _is_biography(page: Page, index: int, names: tuple[str, ...]) -> bool:
    line = page.lines[index]
    if line.words > _BIOGRAPHY_WORDS:
        return False
    above = page.lines[index - 1].text
    if _ABOUT_AUTHOR.fullmatch(above) or (above in names and line.text.startswith(tuple(above.split()))):
        return True
    name = next((name for name in names if line.text.lower().startswith(name.lower())), "")
    return bool(name) and bool(_TELLS_WHO.match(line.text[len(name) :].strip()))


def _mark_signature(page: Page, opening: Opening) -> None:
    last = max(
        (index for index, mark in enumerate(page.marks) if mark.sort is Sort.PROSE), default=len(page.lines)
    )
    for index in range(last + 1, len(page.lines)):
        if page.marks[index].sort is not Sort.SHORT:
            continue
        names, told = read_byline(page.lines[index].text), read_date_line(page.lines[index].text)
        if names and not opening.names:
            opening.names = names
            page.set(index, Sort.BYLINE)
        elif told and not told.rest and opening.day is None:
            opening.day = in_american(told.found, page.source.text)
            page.set(index, Sort.DATE)
