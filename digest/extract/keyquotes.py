"""Choosing the quotations a digest shows.

Rule 1. Only a speaker we are sure of, and only whole utterances: no fragment, scare quote or title. An
utterance ends with a stop, or right before the reporter's own (the British "It is", she said). A line
without a full stop that tells nothing past ("she said") is a headline, and may be another article's.
Rule 2. Neither a scrap nor a speech: a length window, and long ones lose with their length.
Rule 3. It says something: figures, stance and decision words, the matter of headline and standfirst and,
half as much, of the first paragraph, which sums up most articles.
Rule 4. It stands alone: what opens with "And" or "No" answers words that a reader of the digest does not see,
and "That" or "They" points to some.
Rule 5. Distinct speakers come first; the answer stands in the order of the article.
"""

from typing import Final

from digest.extract.speech import words
from digest.extract.terms import terms
from digest.model import Article, Quote
from digest.patterns import pattern

SURE: Final = 0.85
"""The bar for a speaker; above it 0.97 of the speakers of the development set are right."""

_SHORTEST: Final = 7  # words
_LONGEST: Final = 110  # words; a quotation above it is offered only when nothing else can be
_BEST: Final = range(14, 61)  # words
_STANCE: Final = words("""
must should need needs needed will won't cannot can't never always believe think want hope fear expect welcome
support oppose reject wrong right unacceptable vital crucial critical essential urgent important serious risk
danger failure failed success opportunity challenge change reform cut cuts decision plan plans save saves
savings better worse best worst first more less because priority ambition
""")
_STANCE_STEMS: Final = ("invest", "fund", "commit", "decid", "launch", "deliver", "improv", "protect")
_FIGURE: Final = pattern(r"[£$€]\s?\d|\b\d[\d,.]*\s?(?:%|per cent|percent|bn|m|million|billion)?")
_SENTENCE_START: Final = pattern(r"[\[(…\s.]*[^\W\d_a-zß-öø-ÿ]|[\[(…\s.]*[\d£$€]")
_STOPS: Final = tuple(".,!?…”\"’'—–")
_ENDS: Final = tuple(".!?…:;—–")
_CLOSING: Final = " \"”“’‘'»«)]"
_PAST: Final = pattern(r"\b(?:he|she|they|said|told|wrote|[a-z]+ed)\b")
_OUTSIDE: Final = pattern(r"\s?[\"”“’‘'»«][.,]")
_ANSWERS: Final = words("and but so then yes no because or well also too nor fair")
_POINTS: Final = words("that this these those they them he she his her their it")
_PLAIN: Final = ".,;:!?…\"'“”‘()[]–—"


def choose(quotes: tuple[Quote, ...], article: Article, limit: int = 3) -> tuple[Quote, ...]:
    """At most `limit` quotations worth showing, in document order; none rather than a doubtful one."""
    offered = [quote for quote in quotes if quote.confidence >= SURE and _is_complete(quote, article)]
    if len(offered) > limit:
        theme = terms(f"{article.headline} {article.standfirst}")
        lead = terms(article.body[0].text) - theme if article.body else frozenset()
        offered.sort(key=lambda quote: -_weight(quote, theme, lead))
    chosen = _distinct(offered)[:limit]
    return tuple(sorted(chosen, key=lambda quote: quote.spans[0].start))


def _distinct(ranked: list[Quote]) -> list[Quote]:
    """Rule 5: the best of each speaker, then the rest."""
    first = {quote.speaker: quote for quote in reversed(ranked)}
    best = [quote for quote in ranked if quote is first[quote.speaker]]
    return best + [quote for quote in ranked if quote is not first[quote.speaker]]


def _is_complete(quote: Quote, article: Article) -> bool:
    """Whether it begins and ends as an utterance does and is neither a scrap, a headline nor a speech."""
    if not _SENTENCE_START.match(quote.text) or _is_headline(quote, article):
        return False
    ends = quote.text.endswith(_STOPS) or _OUTSIDE.match(article.source.text, quote.spans[-1].end)
    return bool(ends) and _SHORTEST <= len(quote.text.split()) <= _LONGEST


def _is_headline(quote: Quote, article: Article) -> bool:
    """Whether its paragraph is shaped like a headline: no stop at its end, and a present tense behind it."""
    if quote.paragraph >= len(article.body):
        return False
    block = article.body[quote.paragraph]
    behind = article.source.text[quote.spans[-1].end : block.span.end]
    return not block.text.rstrip(_CLOSING).endswith(_ENDS) and not _PAST.search(behind)


def _weight(quote: Quote, theme: frozenset[str], lead: frozenset[str]) -> float:
    said = [word.strip(_PLAIN) for word in quote.text.lower().replace("’", "'").split()]
    about = terms(quote.text)
    weight = (
        1.0
        + min(sum(word in _STANCE or word.startswith(_STANCE_STEMS) for word in said), 4) * 0.35
        + min(len(_FIGURE.findall(quote.text)), 2) * 0.4
        + min(len(about & theme), 4) * 0.3
        + min(len(about & lead), 4) * 0.15
    )
    if (length := len(said)) not in _BEST:
        weight -= 0.8 if length < _BEST.start else (length - _BEST.stop) * 0.02
    if quote.text.rstrip("”\"’'").endswith("?"):
        weight -= 0.6
    return (weight - _leans(said[0])) * quote.confidence - quote.paragraph * 0.01


def _leans(first: str) -> float:
    """Rule 4, by the first word."""
    if first in _ANSWERS:
        return 0.6
    return 0.3 if first.partition("'")[0] in _POINTS else 0.0
