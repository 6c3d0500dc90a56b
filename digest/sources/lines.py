"""A page's lines, those of a hard-wrapped paste put together again.

Theory of operation. A mail program or an old editor wraps greedily: a line ends where the next word would
not have fitted any more. So a page is hard-wrapped at width W, the longest of its lines with another right
under it, when nearly every such line could not have taken the next one's first word. A line that could have
taken it ended because its writer ended it: there the paragraph ends too, blank line or not. Lines that end
a sentence prove nothing: a page of paragraphs of one length would be taken for one long paragraph.
"""

import re
from itertools import pairwise

from msgspec import Struct

from digest.model import Source

_WIDEST_WRAP, _NARROWEST_WRAP = 132, 45
_FEWEST_WRAPS, _MOST_LONGER, _LONGEST_WORD = 4, 2, 20
_WRAPPED_SHARE = 0.6  # the rest are blocks of headlines and lists, one item a line
_BULLET = re.compile(r"(?:[•▪‣●○◦·∙■□►▶»›>→✓*–—-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")  # no escapes in a set
_ENDED = re.compile(r"[.!?][\"'”’)]*$")
_LINK_BULLETS = "»›>→►▶"
_CLOSERS = "\"'”’)]»*_"


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
        """Its bullet or number with the space after, or ""."""
        found = _BULLET.match(self.text)
        return found[0] if found else ""

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
    width = max((len(line.text) for line, _ in followed), default=0)
    if len(followed) < _FEWEST_WRAPS or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    wrapped = sum(
        _is_wrapped(line, after, width) and not _ENDED.search(line.text) for line, after in followed
    )
    longer = sum(len(line.text) > width + _LONGEST_WORD for line in lines)
    sure = wrapped >= max(_FEWEST_WRAPS * (longer + 1), _WRAPPED_SHARE * len(followed))
    return width if sure and longer <= _MOST_LONGER else 0


def _is_wrapped(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted; a bullet always begins a line of its own."""
    first = after.text.partition(" ")[0]
    return not after.gap and not after.bullet and len(line.text) + 1 + len(first) > width


def _unwrap(lines: list[Line], width: int, text: str) -> list[Line]:
    whole, begin = [], 0
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after is None or not _is_wrapped(line, after, width):
            start = lines[begin].start
            whole.append(Line(text[start : line.end].replace("\n", " "), start, line.end, lines[begin].gap))
            begin = index + 1
    return whole
