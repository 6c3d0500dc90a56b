"""A page's lines, those of a hard-wrapped paste put together again.

Theory of operation. A mail program or an old editor wraps greedily: a line ends where the next word would
not have fitted any more.

Rule 1. A page is hard-wrapped at width W, among the longest of its lines with another right under it, when
        most such lines could not have taken the next one's first word. Lines of less than half the width
        (bylines, items) and lines that end a sentence prove nothing: a page of paragraphs of one length
        would be taken for one long paragraph.
Rule 2. A line that could have taken the next word ended because its writer ended it: there the paragraph
        ends too, blank line or not.
Rule 3. Among lines none of which ends a sentence (a block of headlines) a full line may end by chance: the
        next one continues it only in lower case, after a word that cannot end a headline ("of", "and"),
        or with a word or two.
Rule 4. On a wrapped page a line of more than half the width that ends no sentence goes on in lower case on
        the next, full or not: headlines are broken where they balance.
"""

from itertools import pairwise

from msgspec import Struct

from digest.model import Source
from digest.patterns import pattern
from digest.sources.judges.dates import begins_with_month
from digest.sources.judges.wordlists import LEANING_WORDS

_WIDEST_WRAP, _NARROWEST_WRAP = 132, 45
_FEWEST_WRAPS, _MOST_LONGER, _LONGEST_WORD = 4, 2, 20
_WRAPPED_SHARE = 0.6
_TAIL_WORDS = 2
_BULLET = pattern(r"(?:[•▪‣●○◦·∙■□►▶»›>→✓*–—-]|>{2,3}|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")  # no escapes in a set
_ENDS = (".", "!", "?")
_NEVER_GOES_ON = ("www.", "http", "©")
_LINK_BULLETS = "»›>→►▶"
_CLOSERS = "\"'”’)]»*_“‘«"  # the last three close German quotations
_LEANING = frozenset(LEANING_WORDS.split())


class Line(Struct, frozen=True):
    """A line, or a paragraph put together from wrapped ones; `gap` counts the blank lines before it."""

    text: str
    start: int
    end: int
    gap: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def bullet(self) -> str:
        """Its bullet or number with the space after, or ""; "3. März" is a day."""
        found = _BULLET.match(self.text)
        if found is None or (found[0][0].isdigit() and begins_with_month(self.text[found.end() :])):
            return ""
        return found[0]

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as sentences and their parts end; a question may be a headline: it does not."""
        return self.text.rstrip(_CLOSERS).endswith((".", "!", "…", ":", ";", ",", "。", "！"))


def is_link_bullet(bullet: str) -> bool:
    """Whether a bullet points somewhere, as pages mark links and never list items."""
    return bool(bullet) and bullet[0] in _LINK_BULLETS


def lines_of(source: Source) -> list[Line]:
    """The lines of a page that are not blank, wrapped paragraphs whole."""
    lines, position, gap = [], 0, 0
    for text in source.text.split("\n"):
        if text and not text.isspace():
            lines.append(Line(text, position, position + len(text), gap))
            gap = 0
        else:
            gap += 1
        position += len(text) + 1
    width = _wrap_width(lines)
    return _unwrap(lines, width, source.text) if width else lines


def _wrap_width(lines: list[Line]) -> int:
    """The width a page is hard-wrapped at, or 0; one or two lines (a headline, an address) may be longer."""
    followed = [(line, after) for line, after in pairwise(lines) if not after.gap]
    widths = sorted({len(line.text) for line, _ in followed}, reverse=True)[: _MOST_LONGER + 1]
    if len(followed) < _FEWEST_WRAPS:
        return 0
    return next((width for width in widths if _is_width(width, lines, followed)), 0)


def _is_width(width: int, lines: list[Line], followed: list[tuple[Line, Line]]) -> bool:
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    longer = sum(len(line.text) > width + _LONGEST_WORD for line in lines)
    if longer > _MOST_LONGER:
        return False
    telling = [
        (line, after) for line, after in followed if 2 * len(line.text) > width and not _ends_sentence(line)
    ]
    wrapped = sum(_is_wrapped(line, after, width) for line, after in telling)
    return wrapped >= max(_FEWEST_WRAPS * (longer + 1), _WRAPPED_SHARE * len(telling))


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_ENDS)


def _is_wrapped(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted; a bullet always begins a line of its own."""
    first = after.text.partition(" ")[0]
    full = len(line.text) <= width < len(line.text) + 1 + len(first)
    return full and not after.gap and not after.bullet and not after.text.startswith(_NEVER_GOES_ON)


def _is_balanced(line: Line, after: Line, width: int) -> bool:
    """Rule 4."""
    lower = not after.gap and after.text[0].islower() and not after.bullet
    return lower and 2 * len(line.text) > width and not line.is_sentence


def _unwrap(lines: list[Line], width: int, text: str) -> list[Line]:
    prose = _in_prose(lines)
    whole, begin = [], 0
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after and _is_wrapped(line, after, width) and (prose[index] or _leads_on(line, after)):
            continue
        if after and not prose[index] and _is_balanced(line, after, width):
            continue
        start = lines[begin].start
        whole.append(Line(text[start : line.end].replace("\n", " "), start, line.end, lines[begin].gap))
        begin = index + 1
    return whole


def _in_prose(lines: list[Line]) -> list[bool]:
    """For each line whether one of those it stands with, blank line to blank line, ends a sentence."""
    prose: list[bool] = []
    stretch: list[Line] = []
    for line in lines:
        if line.gap:
            prose += [any(map(_ends_sentence, stretch))] * len(stretch)
            stretch = []
        stretch.append(line)
    return prose + [any(map(_ends_sentence, stretch))] * len(stretch)


def _leads_on(line: Line, after: Line) -> bool:
    """Whether a full line of a block of headlines is continued by the next."""
    last = line.text.rpartition(" ")[2].lower()
    return after.text[0].islower() or last in _LEANING or last[-1] in ",:–—-" or after.words <= _TAIL_WORDS
