"""Choosing the quotations a digest shows.

Rule 1. Only a speaker we are sure of, and only whole utterances: no fragment, scare quote or title.
Rule 2. Neither a scrap nor a speech: a length window, and long ones lose with their length.
Rule 3. It says something: figures, stance and decision words, the words of headline and standfirst.
Rule 4. Distinct speakers come first; the answer stands in the order of the article.
"""

import re
from typing import Final

from msgspec.structs import replace

from digest.model import Article, Quote

SURE: Final = 0.85
"""The bar for a speaker; above it 0.97 of the speakers of the development set are right."""

_SHORTEST: Final = 7  # words
_LONGEST: Final = 110  # words; a quotation above it is offered only when nothing else can be
_BEST: Final = range(14, 61)  # words
_STANCE: Final = re.compile(
    r"\b(?:must|should|need(?:s|ed)?|will|won[’']t|cannot|can[’']t|never|always|believe|think|want|hope"
    r"|fear|expect|welcome|support"
    r"|oppose|reject|wrong|right|unacceptable|vital|crucial|critical|essential|urgent|important|serious"
    r"|risk|danger|failure|failed"
    r"|success|opportunity|challenge|change|reform|invest\w*|fund\w*|cut|cuts|commit\w*|decid\w*|decision"
    r"|plan|plans|launch\w*"
    r"|deliver\w*|improv\w*|protect\w*|save|saves|savings|better|worse|best|worst|first|more|less|because"
    r"|priority|ambition)\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"[£$€]\s?\d|\b\d[\d,.]*\s?(?:%|per cent|percent|bn|m|million|billion)?")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_START: Final = re.compile(r"[\[(…\s.]*[^\W\d_a-zß-öø-ÿ]|[\[(…\s.]*[\d£$€]")


def choose(quotes: tuple[Quote, ...], article: Article, limit: int = 3) -> tuple[Quote, ...]:
    """At most `limit` quotations worth showing, in document order; none rather than a doubtful one."""
    theme = {word.lower() for word in _WORD.findall(f"{article.headline} {article.standfirst}")}
    offered = [whole for quote in quotes if quote.confidence >= SURE and (whole := _whole(quote))]
    ranked = sorted(offered, key=lambda quote: -_weight(quote, theme))
    chosen: list[Quote] = []
    for fresh in (True, False):
        for quote in ranked:
            known = {other.speaker for other in chosen}
            if len(chosen) < limit and quote not in chosen and (not fresh or quote.speaker not in known):
                chosen.append(quote)
    return tuple(sorted(chosen, key=lambda quote: quote.spans[0].start))


def _whole(quote: Quote) -> Quote | None:
    """The quotation when it is a complete utterance; of one split after a comma, its longer part."""
    candidates = [quote, *_parts(quote)] if _joins_badly(quote) else [quote]
    return next((candidate for candidate in candidates if _is_complete(candidate)), None)


def _is_complete(quote: Quote) -> bool:
    words = len(quote.text.split())
    begins, ends = bool(_SENTENCE_START.match(quote.text)), quote.text[-1:] in ".,!?…”\"’'—–"
    return _SHORTEST <= words <= _LONGEST and begins and ends and not _joins_badly(quote)


def _joins_badly(quote: Quote) -> bool:
    """Two parts of one paragraph that do not read on: a comma, then a new sentence."""
    return len(quote.spans) > 1 and bool(re.search(r",[”\"’']? [^\W\d_a-z]", _joints(quote)))


def _joints(quote: Quote) -> str:
    at, found = 0, []
    for span in quote.spans[:-1]:
        at += span.end - span.start
        found.append(quote.text[at - 2 : at + 2])
        at += 2 if quote.text.startswith("\n\n", at) else 1
    return "\n".join(found)


def _parts(quote: Quote) -> list[Quote]:
    at, parts = 0, []
    for span in quote.spans:
        end = at + span.end - span.start
        parts.append(replace(quote, text=quote.text[at:end], spans=(span,)))
        at = end + (2 if quote.text.startswith("\n\n", end) else 1)
    return sorted(parts, key=lambda part: -len(part.text))


def _weight(quote: Quote, theme: set[str]) -> float:
    words = quote.text.split()
    length = len(words)
    fit = len({word.lower() for word in _WORD.findall(quote.text)} & theme)
    weight = (
        1.0
        + min(len(_STANCE.findall(quote.text)), 4) * 0.35
        + min(len(_FIGURE.findall(quote.text)), 2) * 0.4
        + min(fit, 4) * 0.3
    )
    if length not in _BEST:
        weight -= 0.8 if length < _BEST.start else (length - _BEST.stop) * 0.02
    if quote.text.rstrip("”\"’'").endswith("?"):
        weight -= 0.6
    return weight * quote.confidence - quote.paragraph * 0.01
