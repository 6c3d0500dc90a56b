"""Which lines of an HTML page are its article's body, and what sort of lines they are.

Rule 1. A line is the body's when trafilatura took it, or when it stands as a sure one does: in the same
        element, or in one named alike (articles are cut in two by advertisements).
Rule 2. What the page itself names a share bar, a caption, an author's box is that. A caption stays with
        the article, the rest goes.
        Names like "ad-free" or "paywall-content" say little of sentences that trafilatura took.
Rule 3. A pull quote that repeats the body is left out; so are headline, standfirst and byline said again.
Rule 4. A page that shows next to nothing of the text that its data holds is filled by scripts: the data's
        text stands in, unless the data says that readers pay for it.
Rule 5. The words of surroundings are known by the same judges as in a pasted page.
"""

from digest.patterns import pattern
from digest.sources.html.desk import Desk, heading_of, homes_of
from digest.sources.html.region import part_of
from digest.sources.html.tree import Node, count_words, letters
from digest.sources.judges.captions import is_caption
from digest.sources.judges.dates import read_date_line
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import bare_address
from digest.sources.page import Sort
from digest.sources.rows import Row

_BESIDE = frozenset(["blockquote", "aside", "figure", "q"])
_LONGEST_CROSSHEAD, _PULLED, _LONG = 14, 20, 60  # words; letters; letters
_NAME_WORDS = 8  # at most, under a pull quote
_LETTER = pattern(r"[^\W_]")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "”", '"', "’")
_DOUBTFUL_PARTS = frozenset(["advertisement", "tag", "paywall", "share line", "promo"])
_KEPT_PARTS = frozenset(["", "pull quote", "embed"])
_BODY = frozenset([Sort.PROSE, Sort.LIST, Sort.CROSSHEAD])


def settle_body(desk: Desk) -> None:
    """Settle every line of the article that is still open."""
    names = {_signature(home) for home in desk.homes} - {""}
    said = {
        letters(row.text)
        for rows in desk.rows
        for row in rows or ()
        if row.sort in {Sort.HEADLINE, Sort.STANDFIRST}
    }
    last = desk.region.sure[-1] if desk.region.sure else -1
    for index in range(desk.start, len(desk.blocks)):
        if not desk.is_open(index):
            continue
        alike = desk.is_home(index) or _signature(homes_of(desk.blocks[index].node)[1]) in names
        begins = index < desk.first and index in desk.region.sure
        if not (
            begins
            or desk.region.in_column(index)
            or (alike and (desk.region.taken[index] or _reads_on(desk, index)))
        ):
            continue
        if letters(desk.blocks[index].text) in said:
            desk.set(index, Sort.JUNK, "headline repeated")
        elif index < desk.first and not (alike or begins or _heads_first(desk, index)):
            _settle_surroundings(desk, index)
        elif (
            desk.region.taken[index]
            or (index < last and _is_plain(desk, index))
            or (alike and (index < last or _reads_on(desk, index)))
        ):
            _settle_line(desk, index)
        else:
            _settle_surroundings(desk, index)
    _settle_pull_quotes(desk)


def settle_from_data(desk: Desk) -> bool:
    """Take the text from the page's data where the page shows less than a quarter of it and is free."""
    shown = sum(len(row.text) for rows in desk.rows for row in rows or () if row.sort in _BODY)
    if not desk.told.free or 4 * shown >= len(desk.told.body):
        return False
    for rows in desk.rows:
        if rows:
            rows[:] = [row for row in rows if row.sort not in _BODY]
    lines = desk.told.body.replace("\r", "\n").split("\n")
    desk.rows[-1] = [*(desk.rows[-1] or []), *(Row(Sort.PROSE, line) for line in lines)]
    return True


def rows_of(desk: Desk) -> list[Row]:
    """All rows; a line about comments between the paragraphs opens none and is left out (see closing.py)."""
    placed = [(index, row) for index, rows in enumerate(desk.rows) for row in rows or ()]
    return [row for index, row in placed if not _opens_nothing(desk, index, row)]


def _opens_nothing(desk: Desk, index: int, row: Row) -> bool:
    if row.sort is not Sort.JUNK or junk_reason(row.text) != "comments":
        return False
    return bool(desk.blocks[index].anchors) or sum(other > index for other in desk.paragraphs) > 1


def _heads_first(desk: Desk, index: int) -> bool:
    """Whether a line is the crosshead of the first paragraph."""
    return index == desk.first - 1 and desk.region.taken[index] and bool(heading_of(desk.blocks[index].node))


def _signature(node: Node) -> str:
    """What an element is called, "" for one without a class."""
    return f"{node.tag}.{node.get('class')}" if node is not None and node.get("class") else ""


def _reads_on(desk: Desk, index: int) -> bool:
    block = desk.blocks[index]
    return block.text.endswith(_SENTENCE_ENDS) and block.linked < 0.5  # noqa: PLR2004 # half


def _is_plain(desk: Desk, index: int) -> bool:
    """Whether a line reads as a paragraph or heads one, in a part that is named for nothing else."""
    block = desk.blocks[index]
    if desk.part(index) or block.linked >= 0.5:  # noqa: PLR2004 # half
        return False
    return (len(block.text) >= _LONG and block.text.endswith(_SENTENCE_ENDS)) or bool(heading_of(block.node))


def _settle_surroundings(desk: Desk, index: int) -> None:
    part = desk.part(index)
    text = desk.blocks[index].text
    if part == "caption" or is_caption(text):
        desk.set(index, Sort.CAPTION)
    else:
        desk.set(index, Sort.JUNK, part or junk_reason(text) or "surroundings")


def _settle_line(desk: Desk, index: int) -> None:
    block = desk.blocks[index]
    if _is_set_aside(desk, index) or junk_reason(block.text):
        _settle_surroundings(desk, index)
    elif is_caption(block.text):
        desk.set(index, Sort.CAPTION)
    elif (told := read_date_line(block.text)) and not told.rest:
        desk.set(index, Sort.JUNK, "day")
    elif not _LETTER.search(block.text):
        desk.set(index, Sort.JUNK, "rule")
    elif bare_address(block.text):
        desk.set(index, Sort.JUNK, "web address")
    else:
        desk.set(index, _sort(desk, index))


def _is_set_aside(desk: Desk, index: int) -> bool:
    """Rule 2."""
    part = desk.part(index)
    doubtful = part in _DOUBTFUL_PARTS and index in desk.region.sure and _reads_on(desk, index)
    return part not in _KEPT_PARTS and not doubtful


def _sort(desk: Desk, index: int) -> Sort:
    block = desk.blocks[index]
    short = block.text.count(" ") < _LONGEST_CROSSHEAD
    if heading_of(block.node) or (
        short and block.bold and block.linked < 1 and not block.text.endswith(_SENTENCE_ENDS[:6])
    ):
        return Sort.CROSSHEAD if short else Sort.PROSE
    holder = block.node if block.node.tag == "li" else block.node.getparent()
    return Sort.LIST if holder is not None and holder.tag == "li" else Sort.PROSE


def _settle_pull_quotes(desk: Desk) -> None:
    """Rule 3: lines set apart, one of which another line says too."""
    body = [index for index, rows in enumerate(desk.rows) if rows and rows[0].sort in _BODY]
    apart = {index for index in body if _set_apart(desk, index) is not None}
    text = (
        "\n".join(letters(desk.blocks[index].text) for index in body if index not in apart) if apart else ""
    )
    for index in apart:
        first, last = desk.extent(_set_apart(desk, index))
        lines = range(first, last + 1)
        again = {other for other in lines if _is_in(desk, other, text)}
        for other in lines if again else ():
            if other in again or count_words(desk.blocks[other].text) <= _NAME_WORDS:
                desk.set(other, Sort.JUNK, "pull quote")


def _is_in(desk: Desk, index: int, text: str) -> bool:
    said = letters(desk.blocks[index].text)
    return len(said) >= _PULLED and said in text


def _set_apart(desk: Desk, index: int) -> Node:
    """The element that sets a line apart from the paragraphs, or None."""
    node = desk.blocks[index].node
    if heading_of(node):
        return node
    found = None
    for _ in range(4):
        if node is None or node in desk.region.around:
            return found
        if node.tag in _BESIDE or part_of(node) == "pull quote":
            found = node
        node = node.getparent()
    return found
