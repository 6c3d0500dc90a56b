"""A page's lines, those of a hard-wrapped paste put together again.

Theory of operation. A mail program or an old editor wraps greedily: a line ends where the next word would
not have fitted any more. So a page is hard-wrapped at width W (its longest line) when nearly every line
that is followed by another one at once could not have taken the next line's first word. A line that could
have taken it ended because its writer ended it: there the paragraph ends too, blank line or not.
"""

import re

from msgspec import Struct

from digest.model import Source

_WIDEST_WRAP, _NARROWEST_WRAP = 132, 32
_FEWEST_WRAPS = 4
_WRAPPED_SHARE = 0.75
_BULLET = re.compile(r"(?:[•▪‣●○◦·∙■□►▶»›>→✓*–—-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")  # noqa: RUF039 # no escapes in a set
_LINK_BULLETS = "»›>→►▶"
_CLOSERS = "\"'”’)]»*_"


class Line(Struct, frozen=True):
    """A line of text, or a paragraph put together from wrapped ones; `gap` counts the blank lines before it."""

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
        """Whether it ends as sentences and their parts end; a question may be a headline, so it does not count."""
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
    """The width a page is hard-wrapped at, or 0."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    followed = [(line, after) for line, after in zip(lines, lines[1:], strict=False) if not after.gap]
    wrapped = sum(_is_wrapped(line, after, width) for line, after in followed)
    return width if wrapped >= max(_FEWEST_WRAPS, _WRAPPED_SHARE * len(followed) * 0.8) else 0


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
