"""What an editor can choose from: the sentences fit for a summary, and every quotation of a story."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from digest.extract.sentences import sentences
from digest.extract.summary import ranked
from digest.model import Article, BlockKind, Quote, Sentence, Span, Story
from digest.verbatim import fold

MOST: Final = 12  # sentences; what ranks lower is not what the article is about
_BULLETS: Final = " •·‣◦▪*-–"


class SentenceChoice(Struct, frozen=True, kw_only=True):
    """A sentence of the article; `rank` counts from 1, the best; `chosen`: the summary shown has it."""

    sentence: Sentence
    rank: int
    chosen: bool


class QuoteChoice(Struct, frozen=True, kw_only=True):
    """A quotation; `sure`: its speaker is certain enough to be offered; `chosen`: it is shown."""

    quote: Quote
    sure: bool
    chosen: bool


def summary_choices(story: Story) -> tuple[SentenceChoice, ...]:
    """The article's sentences that may stand in a summary, the best first."""
    shown = {fold(each.value) for each in story.summary}
    return tuple(
        SentenceChoice(sentence=each, rank=rank, chosen=fold(each.text) in shown)
        for rank, each in enumerate(ranked(story.article, MOST), 1)
    )


def body_sentences(article: Article) -> tuple[Sentence, ...]:
    """Every sentence of the body in its order, crossheads left out, those of a list without their bullets."""
    return tuple(
        Sentence(
            text=block.text[start:end],
            span=Span(block.span.start + start, block.span.start + end),
            paragraph=paragraph,
        )
        for paragraph, block in enumerate(article.body)
        if block.kind is not BlockKind.CROSSHEAD
        for start, end in _without_bullets(block.text)
    )


def _without_bullets(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        words = text[start:end].lstrip(_BULLETS)
        if words:
            yield end - len(words), end


def quote_choices(story: Story) -> tuple[QuoteChoice, ...]:
    """All quotations of the article, in its order, the speakers as they were found."""
    shown = {fold(each.value.text) for each in story.quotes}
    return tuple(
        QuoteChoice(quote=each, sure=each.confidence >= SURE, chosen=fold(each.text) in shown)
        for each in find_quotes(story.article)
    )
