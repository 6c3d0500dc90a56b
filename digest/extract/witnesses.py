"""The sentences of an article as witnesses: what each can bear out of a drafted summary."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from digest.extract.facts import turning
from digest.extract.sentences import sentences
from digest.extract.terms import terms
from digest.figures import figures
from digest.model import Article, BlockKind, Quote, Span
from digest.patterns import pattern

WORD: Final = pattern(r"\w+(?:[-’'.]\w+)*")


class Witness(Struct, frozen=True, kw_only=True):
    """A sentence of the article, and what it can bear out; `paragraph` is -1 outside the body.

    `quote` is the quotation that more than half of it stands in.
    """

    place: int
    text: str
    span: Span
    paragraph: int
    terms: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]
    turning: frozenset[str]
    quote: Quote | None


def witnesses(article: Article, quotes: Sequence[Quote]) -> list[Witness]:
    """Headline, standfirst and the sentences of the body; crossheads say too little to bear out anything."""
    return [
        _witness(n, text, span, paragraph, _quote_round(span, quotes))
        for n, (text, span, paragraph) in enumerate(_sentences(article))
    ]


def _sentences(article: Article) -> Iterator[tuple[str, Span, int]]:
    """Text, place and paragraph of each sentence a draft may lean on, headline and standfirst first."""
    for field in ("headline", "standfirst"):
        span = article.places.get(field, Span(0, 0))
        if text := getattr(article, field):
            yield text, span, -1
    for paragraph, block in enumerate(article.body):
        if block.kind is not BlockKind.CROSSHEAD:
            for start, end in sentences(block.text):
                span = Span(block.span.start + start, block.span.start + end)
                yield block.text[start:end], span, paragraph


def _quote_round(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation in which more than half of a sentence stands."""
    for quote in quotes:
        inside = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in quote.spans)
        if inside * 2 > span.end - span.start:
            return quote
    return None


def _witness(place: int, text: str, span: Span, paragraph: int, quote: Quote | None) -> Witness:
    return Witness(
        place=place,
        text=text,
        span=span,
        paragraph=paragraph,
        terms=terms(text),
        figures=frozenset(figure.value for figure in figures(text)),
        words=frozenset(word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text)),
        turning=frozenset(turning(text)),
        quote=quote,
    )
