"""The running text of an article's body as one string, so that each search is a single pass.

Paragraphs and the items of lists become lines; crossheads are left out, since they are neither spoken nor
part of a sentence. Every position can be led back to the source.
"""

from bisect import bisect_right

from msgspec import Struct

from digest.model import Article, BlockKind, Span


class Line(Struct, frozen=True, gc=False):
    """A paragraph or list item: its place in `Body.text`, its block, and the way back to the source."""

    start: int
    end: int
    paragraph: int
    shift: int


class Body(Struct, frozen=True):
    """`text` has one line for each of `lines`; `starts` are their first characters."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def line_at(self, position: int) -> int:
        """The index of the line a character stands on."""
        return bisect_right(self.starts, position) - 1

    def span(self, start: int, end: int) -> Span:
        """The characters of the source that stand from `start` to `end`, both on one line."""
        shift = self.lines[self.line_at(start)].shift
        return Span(start + shift, end + shift)


def body_of(article: Article) -> Body:
    """The body's paragraphs and list items; a paragraph's own line ends have become spaces."""
    pieces: list[str] = []
    lines: list[Line] = []
    start = 0
    for index, block in enumerate(article.body):
        if block.kind is BlockKind.CROSSHEAD:
            continue
        text = block.text if block.kind is BlockKind.LIST else block.text.replace("\n", " ")
        shift = block.span.start - start
        for piece in text.split("\n"):
            lines.append(Line(start, start + len(piece), index, shift))
            pieces.append(piece)
            start += len(piece) + 1
    return Body("\n".join(pieces), tuple(lines), tuple([line.start for line in lines]))
