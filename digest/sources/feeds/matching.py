"""A headline looked for among headlines whose addresses are known.

Theory of operation. A wrong link under a headline is worse than none, so a match is sure only when nothing
that could change the news differs; how alike the letters are says little ("Fees rise 5%", "Fees rise 7%").

Rule 1. Headlines are compared by their words: without capitals, accents, kinds of quote mark, HTML's
        entities; figures keep their sign, point, currency and per cent.
Rule 2. A label in front ("Exclusive:", "Video:") may be missing on one side. Of two candidates the one with
        the same label wins.
Rule 3. Sure are the same words; or, with a score of 0.95, the same words but for articles and for one letter
        in a long word in small letters (harbor/harbour). So a figure, a "not", a name, a short or
        capitalised word that differs makes a match unsure.
Rule 4. Nothing is sure when another address is nearly as good, nor for one or two words: "Market report"
        heads a new article every week.
Rule 5. A headline that the other one begins with may be its short form: offered, never sure.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from msgspec import Struct

from digest.model import Link
from digest.patterns import pattern

_SURE, _OFFERED, _AHEAD, _SHORT_FORM = 0.95, 0.75, 0.02, 0.9
_FEWEST_WORDS, _FEWEST_LETTERS, _LONG_WORD, _SAME_START = 3, 10, 5, 3
_ACCENTS = pattern("[\u0300-\u036f]")
_APOSTROPHES = pattern(r"(?<=\w)['’‘`´](?=\w)")
_THOUSANDS = pattern(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_WORD = pattern(r"(?:(?<!\S)[-−–+](?=[£$€¥]?\d))?[£$€¥]?\d+(?:[.,:/]\d+)*%?|[^\W_]+|[%&£$€¥]")
_LABEL = pattern(
    r"(?i)\s*[\[(]?(?:exclusive|updated?|breaking(?: news)?|video|watch|audio|listen|podcast|just in"
    r"|live(?: updates?)?|in pictures|pictures|gallery|photos?|opinion|comment|analysis|feature|interview"
    r"|news|corrected|exklusiv|kommentar|analyse|exclusif|vidéo|vídeo)[\])]?"
    r"\s*(?:[:|]|\s[–—-]|(?<=[\])]))\s+(?=\S)"
)
_ARTICLES = frozenset(["a", "an", "the"])
_AND = {"&": "and"}


class Match(Struct, frozen=True, kw_only=True):
    """The known headline most like one, its address, and how alike they are (0 to 1)."""

    title: str
    url: str
    score: float
    sure: bool


class _Words(Struct, frozen=True):
    """A headline's words as they are compared, which of them were capitalised, and its label."""

    words: tuple[str, ...]
    names: frozenset[str]
    label: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


class _Candidate(Struct, frozen=True):
    link: Link
    words: _Words
    score: float
    weight: float


def match(headline: str, known: Sequence[Link]) -> Match | None:
    """The known headline that is most likely the same, if any is at all; those without address are passed."""
    ours = _words(headline)
    if not ours.words:
        return None
    ranked = sorted(_candidates(ours, known), key=lambda each: -each.weight)
    if not ranked:
        return None
    best = ranked[0]
    rival = next((each.weight for each in ranked if each.link.url != best.link.url), 0.0)
    sure = _is_telling(ours) and rival <= best.weight - _AHEAD and _is_safe(ours, best.words, best.score)
    return Match(title=best.link.title, url=best.link.url, score=best.score, sure=sure)


def _candidates(ours: _Words, known: Sequence[Link]) -> Iterator[_Candidate]:
    """What is worth offering; of candidates as good as each other, the same label is clearly ahead."""
    from rapidfuzz.fuzz import ratio

    for link in known:
        theirs = _words(link.title)
        if not link.url or not theirs.words:
            continue
        score = ratio(ours.text, theirs.text, score_cutoff=100 * _OFFERED) / 100
        if not score and _is_short_form(ours.words, theirs.words):
            score = _SHORT_FORM
        if score:
            weight = score + 2 * _AHEAD * (ours.label == theirs.label) + (ours.words == theirs.words)
            yield _Candidate(link, theirs, score, weight)


def _is_telling(headline: _Words) -> bool:
    """Rule 4; languages without spaces have few words and long ones."""
    return len(headline.words) >= _FEWEST_WORDS or (
        not headline.text.isascii() and len(headline.text) >= _FEWEST_LETTERS
    )


def _is_short_form(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    few, many = sorted((ours, theirs), key=len)
    return len(few) > _FEWEST_WORDS and many[: len(few)] == few


def _is_safe(ours: _Words, theirs: _Words, score: float) -> bool:
    """Rule 3."""
    if ours.words == theirs.words:
        return True
    if score < _SURE:
        return False
    pairs = tuple(_without_articles(each.words) for each in (ours, theirs))
    if len(pairs[0]) != len(pairs[1]):
        return False
    names = ours.names | theirs.names
    return all(one == other or _is_spelling(one, other, names) for one, other in zip(*pairs, strict=True))


def _without_articles(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word not in _ARTICLES]


def _is_spelling(one: str, other: str, names: frozenset[str]) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    long = min(len(one), len(other)) >= _LONG_WORD and one[:_SAME_START] == other[:_SAME_START]
    plain = one.isascii() and other.isascii() and one.isalpha() and other.isalpha()
    if not long or not plain or one in names or other in names:
        return False
    return DamerauLevenshtein.distance(one, other) == 1


@lru_cache(maxsize=4096)
def _words(headline: str) -> _Words:
    """Rule 1 and 2."""
    text = unescape(headline)
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    found = _WORD.findall(_folded(rest))
    capitals = [word for word in found[1:] if word[:1].isupper()]
    lowered = tuple(_AND.get(word.casefold(), word.casefold()) for word in found)
    return _Words(
        lowered,
        frozenset(word.casefold() for word in capitals),
        tuple(_WORD.findall(label[0].casefold())) if label else (),
    )


def _folded(text: str) -> str:
    """Without accents on letters of alphabets that only decorate with them, and marks inside words."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    plain = unicodedata.normalize("NFC", plain).replace("−", "-")
    return _THOUSANDS.sub("", _APOSTROPHES.sub("", plain))
