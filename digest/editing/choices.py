"""What an editor can choose from: the sentences fit for a summary, and every quotation of a story."""

from typing import Final

from msgspec import Struct

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from digest.extract.summary import ranked
from digest.model import Quote, Sentence, Story
from digest.verbatim import fold

MOST: Final = 12  # sentences; what ranks lower is not what the article is about


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


def quote_choices(story: Story) -> tuple[QuoteChoice, ...]:
    """All quotations of the article, in its order, the speakers as they were found."""
    shown = {fold(each.value.text) for each in story.quotes}
    return tuple(
        QuoteChoice(quote=each, sure=each.confidence >= SURE, chosen=fold(each.text) in shown)
        for each in find_quotes(story.article)
    )
