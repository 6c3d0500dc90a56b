"""The lines of a story's source, each with what it was taken for: what an editor colours and corrects.

A wrapped paragraph takes several lines; each of them is told, in the words of `[stories.lines]`.
"""

from collections.abc import Iterator

from msgspec import Struct

from digest.model import Article, BlockKind, Span

_BLOCKS = {BlockKind.PARAGRAPH: "body", BlockKind.CROSSHEAD: "crosshead", BlockKind.LIST: "list"}
_FIELDS = {"published": "date"}
EMPTY, UNUSED = "", "unused"


class SourceLine(Struct, frozen=True, kw_only=True):
    """A line, counted from 1, its place in `Source.text`, and its sort ("" for an empty one).

    `reason` says why a line is junk; `index` is its place in the article's list of its sort, or -1.
    """

    number: int
    start: int
    end: int
    text: str
    sort: str
    reason: str = ""
    index: int = -1


class _Part(Struct, frozen=True, order=True):
    """What a stretch of the source was taken for; the narrower of two that begin together goes first."""

    start: int
    end: int
    sort: str
    reason: str = ""
    index: int = -1


def source_lines(article: Article) -> tuple[SourceLine, ...]:
    """Every line of an article's source."""
    parts = sorted(_parts(article))
    return tuple(_line(number, place, article.source.text, parts) for number, place in _places(article))


def _places(article: Article) -> Iterator[tuple[int, Span]]:
    start = 0
    for number, line in enumerate(article.source.text.split("\n"), 1):
        yield number, Span(start, start + len(line))
        start += len(line) + 1


def _line(number: int, place: Span, text: str, parts: list[_Part]) -> SourceLine:
    words = text[place.start : place.end]
    over = next((part for part in parts if part.start < place.end and part.end > place.start), None)
    sort = (over.sort if over else UNUSED) if words.strip() else EMPTY
    return SourceLine(
        number=number,
        start=place.start,
        end=place.end,
        text=words,
        sort=sort,
        reason=over.reason if over and sort else "",
        index=over.index if over and sort else -1,
    )


def _parts(article: Article) -> Iterator[_Part]:
    for name, span in article.places.items():
        yield _Part(span.start, span.end, _FIELDS.get(name, name))
    for index, block in enumerate(article.body):
        yield _Part(block.span.start, block.span.end, _BLOCKS[block.kind], "", index)
    for index, caption in enumerate(article.captions):
        yield _Part(caption.span.start, caption.span.end, "caption", "", index)
    for index, junk in enumerate(article.junk):
        yield _Part(junk.span.start, junk.span.end, "junk", junk.reason, index)
    spans = [("related", n, link.span) for n, link in enumerate(article.related)]
    spans += [("promo", n, promo.span) for n, promo in enumerate(article.promos)]
    yield from (_Part(span.start, span.end, sort, "", index) for sort, index, span in spans if span)
