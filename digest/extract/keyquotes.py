"""Choosing the quotations a digest shows.

Rule 1. Only a speaker we are sure of, and only whole utterances: no fragment, scare quote or title.
Rule 2. Neither a scrap nor a speech: a length window, and long ones lose with their length.
Rule 3. It says something: figures, stance and decision words, the words of headline and standfirst.
Rule 4. Distinct speakers come first; the answer stands in the order of the article.
"""

import re
from typing import Final

from digest.extract.speech import words
from digest.model import Article, Quote

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
_FIGURE: Final = re.compile(r"[£$€]\s?\d|\b\d[\d,.]*\s?(?:%|per cent|percent|bn|m|million|billion)?")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_START: Final = re.compile(r"[\[(…\s.]*[^\W\d_a-zß-öø-ÿ]|[\[(…\s.]*[\d£$€]")


def choose(quotes: tuple[Quote, ...], article: Article, limit: int = 3) -> tuple[Quote, ...]:
    """At most `limit` quotations worth showing, in document order; none rather than a doubtful one."""
    theme = {word.lower() for word in _WORD.findall(f"{article.headline} {article.standfirst}")}
    offered = [quote for quote in quotes if quote.confidence >= SURE and _is_complete(quote)]
    ranked = sorted(offered, key=lambda quote: -_weight(quote, theme))
    chosen: list[Quote] = []
    for fresh in (True, False):
        for quote in ranked:
            known = {other.speaker for other in chosen}
            if len(chosen) < limit and quote not in chosen and (not fresh or quote.speaker not in known):
                chosen.append(quote)
    return tuple(sorted(chosen, key=lambda quote: quote.spans[0].start))


def _is_complete(quote: Quote) -> bool:
    """Whether it begins and ends as an utterance does and is neither a scrap nor a speech."""
    length = len(quote.text.split())
    begins, ends = bool(_SENTENCE_START.match(quote.text)), quote.text[-1:] in ".,!?…”\"’'—–"
    return _SHORTEST <= length <= _LONGEST and begins and ends


def _weight(quote: Quote, theme: set[str]) -> float:
    said = quote.text.lower().replace("’", "'").split()
    length = len(said)
    fit = len({word.lower() for word in _WORD.findall(quote.text)} & theme)
    weight = (
        1.0
        + min(_stances(said), 4) * 0.35
        + min(len(_FIGURE.findall(quote.text)), 2) * 0.4
        + min(fit, 4) * 0.3
    )
    if length not in _BEST:
        weight -= 0.8 if length < _BEST.start else (length - _BEST.stop) * 0.02
    if quote.text.rstrip("”\"’'").endswith("?"):
        weight -= 0.6
    return weight * quote.confidence - quote.paragraph * 0.01


def _stances(said: list[str]) -> int:
    """How many of these lower-case words take a stance or tell a decision."""
    plain = (word.strip(".,;:!?…\"'“”‘()[]–—") for word in said)
    return sum(word in _STANCE or word.startswith(_STANCE_STEMS) for word in plain)
