"""Typed quotations held against their source, and what comes nearest to them."""

from collections.abc import Iterator

from digest.errors import EditRefusedError
from digest.extract.quotes import find_quotes
from digest.extract.sentences import sentences
from digest.model import Article, Span
from digest.verbatim import find_verbatim, fold, nearest_passage


def check_verbatim(text: str, article: Article) -> None:
    """Raises EditRefusedError, with the nearest passage and its place, when a text does not stand there."""
    if not text.strip():
        raise EditRefusedError("a quotation needs words; choose a passage of the article")
    if find_verbatim(text, article.source.text):
        return
    quotes = find_quotes(article)
    if any(fold(quote.text) == fold(text) for quote in quotes):
        return
    passages = dict([*_sentences(article), *((each.text, _around(each.spans)) for each in quotes)])
    nearest = nearest_passage(text, passages)
    hint = f"the nearest passage is: “{nearest}”" if nearest else "nothing like it is there"
    place = passages.get(nearest, Span(0, 0))
    message = f"these words do not stand in the article word for word; {hint}"
    raise EditRefusedError(message, nearest, place.start, place.end)


def _sentences(article: Article) -> Iterator[tuple[str, Span]]:
    for block in article.body:
        for start, end in sentences(block.text):
            yield block.text[start:end], Span(block.span.start + start, block.span.start + end)


def _around(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end)
