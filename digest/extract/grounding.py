"""Whether a sentence that a model drafted is borne out by its article.

Theory of operation. A model may leave out, join and shorten. Whatever a reader would take for a fact must
stand in headline, standfirst or body, and where a check cannot tell, the sentence is refused: the article's
own sentence that takes its place costs little, a false one a newsroom's name.

Rule 1. Each figure stands in the article, beside the word it counts, in a sentence about the same: one that
        shares two more terms with the draft. So does each word that turns a meaning ("approved", "fewer").
Rule 2. Each name stands in the article, and two of its words in a row do so there. It stands in the sentence
        that bears out the draft, or is whom a pronoun there means, or brings two more words of its own with
        it: of the names that a page holds, a model takes the wrong one easily. Names keep their order, unless
        "by" tells that the verb was turned.
Rule 3. Words in quotation marks stand so in the article, and who said them is named in the draft. So is the
        speaker of a quotation that the draft puts into its own words.
Rule 4. What the article denies, plans or suspects, the draft does too: its clauses are held against the most
        alike clauses of the article.
Rule 5. Three in four of its terms stand in the article, whatever else is right: nothing is made up of plain
        words. The sentence that shares most terms with it is its evidence.
Rule 6. A question, a fragment, an address, a script without capitals (where no name can be told), and what
        says the headline again are refused.

A sentence that stands in the article word for word needs none of these but the speaker of Rule 3. On 200 news
articles, of sentences of theirs with one digit changed 0.6 % came through, with a "not" put in 0.3 %, with
a name changed for another of the same article 8 %; of highlights written by their editors, who rewrite
freely, a quarter; of highlights of another article none.
"""

import re
from itertools import pairwise
from typing import Final

from digest.extract.candidates import FEWEST_WORDS, QUOTED
from digest.extract.facts import clauses, denials, doubtful, is_function_word, runs, turning
from digest.extract.quotes import find_quotes
from digest.extract.speech import SAYING
from digest.extract.summary import CLOSING, REPEATS
from digest.extract.terms import terms
from digest.extract.witnesses import WORD, Witness, witnesses
from digest.figures import Figure, figures
from digest.model import Article, Quote
from digest.patterns import pattern
from digest.verbatim import fold

KNOWN: Final = 0.75
ABOUT: Final = 2  # terms that a sentence shares with the draft when both are about the same
BACK: Final = 3  # sentences from a pronoun back to the name it means
LONGEST: Final = 60  # words
POINTER: Final = pattern(r"\b(?:he|she|him|his|her|they|them|their|it|its|this)\b", re.IGNORECASE)
MARKS: Final = '"“”„«»'
CLOSING_MARKS: Final = "\"”“»'’"
APPOSITION: Final = pattern(
    r"\b((?:[A-Z][\w’'.-]* ){0,3}[A-Z][\w’'-]*), (?:an?|the|its|his|her|their) [^,]{1,80},"
)
POSSESSIVE: Final = pattern(r"(?<=\w)['’]s?(?!\w)")


class Ground:
    """What an article says, made ready to hold drafted sentences against it."""

    def __init__(self, article: Article) -> None:
        self._quotes = find_quotes(article)
        self.witnesses = witnesses(article, self._quotes)
        self.text = fold(" | ".join(witness.text for witness in self.witnesses))
        self._sentences = {fold(witness.text) for witness in self.witnesses}
        self._bare = POSSESSIVE.sub("", self.text)
        self._headline = terms(article.headline) | terms(article.standfirst)
        self._terms = frozenset[str]().union(*(witness.terms for witness in self.witnesses))
        self._words = frozenset[str]().union(*(witness.words for witness in self.witnesses))
        self._clauses = [(terms(part), part) for witness in self.witnesses for part in clauses(witness.text)]

    def evidence(self, text: str) -> Witness | None:
        """The sentence of the body that shares most terms with the draft, the first of several."""
        told = terms(text)
        body = [witness for witness in self.witnesses if witness.paragraph >= 0]
        return max(body, key=lambda witness: len(witness.terms & told), default=None)

    def against(self, text: str) -> str:
        """Why a drafted sentence is not borne out; "" when it is."""
        told, evidence = terms(text), self.evidence(text)
        if misshapen := _misshapen(text):
            return misshapen
        if fold(text) in self._sentences:
            return self._voice(text, told, evidence) if evidence else ""
        plain = terms(_without(text, figures(text)))
        if not told or not evidence or len(plain & self._terms) < KNOWN * len(plain):
            return "too few of its words stand in the article"
        if len(told & self._headline) >= REPEATS * len(told):
            return "it says what headline and standfirst say"
        return next(
            (
                reason
                for check in (
                    self._figures,
                    self._turning,
                    self._names,
                    self._quotations,
                    self._voice,
                    self._denial,
                )
                if (reason := check(text, told, evidence))
            ),
            "",
        )

    def _about(self, told: frozenset[str], *, without: frozenset[str]) -> list[Witness]:
        """The sentences that are about the same as the draft, whatever one fact is taken away."""
        told = told - without
        needed = min(ABOUT, len(told))
        return [witness for witness in self.witnesses if len(witness.terms & told) >= needed]

    def _figures(self, text: str, told: frozenset[str], _: Witness) -> str:
        for figure in figures(text):
            counted = _counted(text, figure)
            about = self._about(told, without=terms(text[figure.start : figure.end]))
            if not any(figure.value in each.figures and counted <= each.terms for each in about):
                return f"the article does not say “{text[figure.start : figure.end].strip()}” of this"
        return ""

    def _turning(self, text: str, told: frozenset[str], _: Witness) -> str:
        about = self._about(told, without=frozenset())
        for word in sorted(turning(text)):
            if not any(word in witness.turning for witness in about):
                return f"the article does not say “{word}…” of this"
        return ""

    def _names(self, text: str, told: frozenset[str], evidence: Witness) -> str:
        spoken = {word.lower() for word in evidence.words}
        for run in self._names_in(text):
            shown = " ".join(run)
            if not self._stands(run):
                return f"the article does not name “{shown}”"
            if spoken.isdisjoint(map(str.lower, run)) and not self._belongs(run, text, told, evidence):
                return f"the article does not name “{shown}” with this"
        return "it may turn round who did what" if self._turned(text, evidence) else ""

    def _turned(self, text: str, evidence: Witness) -> bool:
        """Whether two names change places, and no "by" says that the verb is turned with them."""
        places = [evidence.text.find(run[-1]) for run in self._names_in(text)]
        known = [place for place in places if place >= 0]
        return known != sorted(known) and " by " not in text and " by " not in evidence.text

    def _names_in(self, text: str) -> list[list[str]]:
        """The names of a draft; its first word is none when the article writes it without a capital."""
        found = runs(text)
        if found and text.startswith(found[0][0]) and found[0][0].lower() in self._words:
            found[0] = found[0][1:]
        return [run for run in found if run]

    def _stands(self, run: list[str]) -> bool:
        """Whether each word of a name is one of the article's, and each two of them stand in a row there."""
        return self._words.issuperset(run) and all(
            f"{one} {other}" in self._bare or one.lower() in self._words or is_function_word(one)
            for one, other in pairwise(run)
        )

    def _belongs(self, run: list[str], text: str, told: frozenset[str], evidence: Witness) -> bool:
        """Whether a name that the evidence does not hold is whom it means, or comes with words of its own."""
        if evidence.quote and evidence.quote.speaker.split()[-1:] == run[-1:]:
            return True
        holders = [witness for witness in self.witnesses if not witness.words.isdisjoint(run)]
        named = len(POINTER.findall(evidence.text)) > len(POINTER.findall(text))
        if named and any(0 < evidence.place - each.place <= BACK for each in holders):
            return True
        more = told - evidence.terms - terms(" ".join(run))
        return any(len(more & witness.terms) >= ABOUT for witness in holders)

    def _quotations(self, text: str, _: frozenset[str], __: Witness) -> str:
        for found in QUOTED.finditer(text):
            if found.group()[-1] not in CLOSING_MARKS:
                return "a quotation in it does not end"
            words = fold(found.group()[1:-1]).strip(" .,")
            quote = next((each for each in self._quotes if words in fold(each.text)), None)
            if not words or (not quote and f'"{words}' not in self.text and f"'{words}" not in self.text):
                return f"“{words}” is no quotation of the article"
            if not _names_speaker(text, quote):
                return f"it does not say who said “{words}”"
        return ""

    def _voice(self, text: str, _: frozenset[str], evidence: Witness) -> str:
        """A quotation put into the draft's own words needs its speaker as much as one given whole."""
        if evidence.quote and not _names_speaker(text, evidence.quote):
            return "it gives as a fact what the article quotes"
        return ""

    def _denial(self, text: str, _: frozenset[str], evidence: Witness) -> str:
        for clause in clauses(APPOSITION.sub(r"\1", text)):
            alike = self._alike(terms(clause)) or [evidence.text]
            if denials(clause) not in map(denials, alike):
                return "the article says the contrary, or does not deny it"
            if not doubtful(text) and all(map(doubtful, alike)):
                return "it is sure of what the article only plans, claims or holds possible"
        return ""

    def _alike(self, told: frozenset[str]) -> list[str]:
        shared = max((len(each & told) for each, _ in self._clauses), default=0)
        return [part for each, part in self._clauses if len(each & told) == shared] if shared >= ABOUT else []


def _misshapen(text: str) -> str:
    if any(letter.isalpha() and letter.lower() == letter.upper() for letter in text):
        return "names cannot be told from other words in its script"
    count = len(text.split())
    if not FEWEST_WORDS <= count <= LONGEST or not text.rstrip(CLOSING).endswith((".", "!", "…")):
        return "it is no whole sentence"
    if "://" in text or "@" in text or "www." in text:
        return "it holds an address"
    return "" if sum(map(text.count, MARKS)) % 2 == 0 else "a quotation in it does not end"


def _without(text: str, found: list[Figure]) -> str:
    for figure in reversed(found):
        text = text[: figure.start] + text[figure.end :]
    return text


def _counted(text: str, figure: Figure) -> frozenset[str]:
    """The term right behind a figure: the jobs in "300 jobs"."""
    following = WORD.search(text, figure.end)
    beside = following is not None and text[figure.end : following.start()].strip() == ""
    return terms(following.group()) if following and beside else frozenset()


def _names_speaker(text: str, quote: Quote | None) -> bool:
    """Whether a draft names who said a quotation, or gives a few words that nobody said to nobody."""
    if quote is None:
        return SAYING.isdisjoint(text.split())
    return bool(quote.speaker) and quote.speaker.split()[-1] in WORD.findall(text)
