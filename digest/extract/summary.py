"""A summary of an article in its own sentences.

Theory of operation. News tells the most important thing first, so on news no classical summariser beats the
first three sentences; what can be gained is choosing well among the first dozen. A sentence's value is

Rule 1. its place, falling smoothly: a sentence is worth half of the first one twelve places on;
Rule 2. what it covers: the weights of its terms, by the square root of its length so that long sentences
        do not win by length alone. A term already said, by a chosen sentence or the standfirst that stands
        above the summary, counts half, which keeps the sentences from repeating one another;
Rule 3. less what makes it read badly: quotation, "I" and "we" outside of one, more than 25 words (or fewer
        than ten), no full stop at its end.

A sentence whose terms nearly all stand in headline or standfirst is left out: it says nothing new. So is
one that shares more than half of its terms with a chosen one. Sentences are chosen one after another by
value, a leaning one (`leaning.py`) together with what it leans on at their mean value.

The numbers are round ones from a flat top, measured on 200 news articles with editors' highlights: half or
double of any of them costs at most a hundredth of ROUGE-1. Of 7,800 settings drawn at random, the best on
four fifths of the articles did no better than these on the last fifth; nor did weights fitted by regression
(to place, length, names, figures, the most frequent terms of the whole body), or counts of the whole body.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final

from digest.extract.candidates import ENOUGH, Candidate, candidates
from digest.extract.leaning import Needs, leaning
from digest.extract.terms import terms, weights
from digest.extract.wish import PLAIN, Wish
from digest.model import Article, Sentence

PLACE: Final = 2.0
HALF_AT: Final = 12
SAID_BEFORE: Final = 0.5
REPEATS: Final = 0.8
SAME: Final = 0.5
QUOTED: Final = 0.5
LONG: Final = 25
PER_LONG_WORD: Final = 0.02
SHORT: Final = 10
PER_SHORT_WORD: Final = 0.03
SPEAKS: Final = 0.5
UNSTOPPED: Final = 0.5

FIRST_PERSON: Final = frozenset(
    ["I", "I'm", "I’m", "We", "we", "My", "my", "Our", "our", "us", "You", "you", "your"]
)
FULL_STOPS: Final = tuple(".!…。！｡।۔")
CLOSING: Final = "\"'”’» )]」』）"


def summarise(article: Article, wish: Wish = PLAIN) -> tuple[Sentence, ...]:
    """As many sentences as are wished, in the article's order; fewer, or none, when no others are fit."""
    choice = _Choice(article, candidates(article, max(ENOUGH, 2 * wish.length)))
    return _in_order(choice.best(wish.length))


def beside(article: Article, said: Sequence[str], limit: int) -> tuple[Sentence, ...]:
    """Up to `limit` sentences that say something new beside those `said`, and need no other beside them."""
    choice = _Choice(article, candidates(article, ENOUGH))
    return _in_order(choice.best(limit, choice.apart([terms(text) for text in said])))


def ranked(article: Article, limit: int) -> tuple[Sentence, ...]:
    """Up to `limit` sentences that a summary may take, the best first, each new beside those before it."""
    choice = _Choice(article, candidates(article, max(ENOUGH, limit)))
    return tuple(candidate.sentence for candidate in choice.best(limit))


def _in_order(chosen: Iterable[Candidate]) -> tuple[Sentence, ...]:
    return tuple(candidate.sentence for candidate in sorted(chosen, key=lambda candidate: candidate.place))


class _Choice:
    """The sentences to be had, and how much each term still has to say."""

    def __init__(self, article: Article, everyone: list[Candidate]) -> None:
        headline, standfirst = terms(article.headline), terms(article.standfirst)
        needs = leaning(everyone, article.headline + " " + article.standfirst)
        self.needs = _telling(needs, everyone, headline | standfirst)
        self.pool = {place: everyone[place] for place in self.needs}
        self.weights = weights([candidate.terms for candidate in everyone], headline)
        self.weighty = {place: self._weighty(candidate) for place, candidate in self.pool.items()}
        self._say(standfirst)
        self.standing = {place: _standing(candidate) for place, candidate in self.pool.items()}
        self.most = max(map(self._coverage, self.pool.values()), default=0.0) or 1.0

    def best(self, limit: int, left: Needs | None = None) -> list[Candidate]:
        """Up to `limit` candidates of those `left`, the best first."""
        chosen: dict[int, Candidate] = {}
        left = self.needs if left is None else left
        while len(chosen) < limit and (unit := self._next(left, limit - len(chosen))):
            chosen |= {place: self.pool[place] for place in unit}
            for place in unit:
                self._say(self.pool[place].terms)
            left = self._left(left, chosen, [self.pool[place].terms for place in unit])
        return list(chosen.values())

    def apart(self, said: list[frozenset[str]]) -> Needs:
        """The candidates that need no other and repeat nothing said."""
        for each in said:
            self._say(each)
        alone = {place: needs for place, needs in self.needs.items() if not needs}
        return self._left(alone, {}, said)

    def _left(self, left: Needs, chosen: dict[int, Candidate], said: list[frozenset[str]]) -> Needs:
        """What says something new beside what was just said, as all it needs does."""
        new = {
            place: needs
            for place, needs in left.items()
            if place not in chosen and not repeats(self.pool[place].terms, said)
        }
        kept = new.keys() | chosen.keys()
        return {place: needs for place, needs in new.items() if needs <= kept}

    def _next(self, left: Needs, room: int) -> list[int]:
        """The places of the best sentence and of what it needs, if there is room for them."""
        value = {place: self.standing[place] + self._coverage(self.pool[place]) / self.most for place in left}
        units = [
            sorted((needs & left.keys()) | {place}) if needs else [place] for place, needs in left.items()
        ]
        fitting = [unit for unit in units if len(unit) <= room]
        return max(fitting, key=lambda unit: sum([value[place] for place in unit]) / len(unit), default=[])

    def _weighty(self, candidate: Candidate) -> list[str]:
        return [term for term in candidate.terms if term in self.weights]

    def _coverage(self, candidate: Candidate) -> float:
        told = sum([self.weights[term] for term in self.weighty[candidate.place]])
        return told / sqrt(max(candidate.words, SHORT))

    def _say(self, said: frozenset[str]) -> None:
        for term in said & self.weights.keys():
            self.weights[term] *= SAID_BEFORE


def _telling(needs: Needs, everyone: list[Candidate], known: frozenset[str]) -> Needs:
    """Without the sentences that say what headline and standfirst say, and those that need one of them."""
    new = {c.place for c in everyone if not c.terms or len(c.terms & known) < REPEATS * len(c.terms)}
    return {place: on for place, on in needs.items() if place in new and on <= new}


def repeats(told: frozenset[str], said: list[frozenset[str]]) -> bool:
    """Whether a sentence, by its terms, says what another one says."""
    for other in said:  # noqa: SIM110 - half the time of any()
        if len(told & other) > SAME * min(len(told), len(other)):
            return True
    return False


def _standing(candidate: Candidate) -> float:
    """What a sentence is worth by its place and its manners (Rules 1 and 3)."""
    text, words = candidate.sentence.text, candidate.words
    value = PLACE / (1 + candidate.place / HALF_AT) - QUOTED * candidate.quoted
    value -= PER_LONG_WORD * max(0, words - LONG) + PER_SHORT_WORD * max(0, SHORT - words)
    value -= UNSTOPPED * (not text.rstrip(CLOSING).endswith(FULL_STOPS))
    return value - SPEAKS * (not candidate.quoted and not FIRST_PERSON.isdisjoint(text.split()))
