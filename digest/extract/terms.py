"""What a sentence is about: its content words, in any language.

A term is a word of three letters or more cut to six ("minister", "ministerial", "ministers" are one), a
figure, or one Chinese or Japanese character. Frequent words that carry no matter are left out; they are
listed for the languages our readers are likely to paste, and in others their weight is shared by all
sentences alike, so little is lost.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import sqrt
from typing import Final

from digest.patterns import pattern

STEM: Final = 6
TERM: Final = pattern(r"[^\W_ァ-鿿]{3,}|\d[\d.,]*\d|[ァ-鿿]")
ASCII_TERM: Final = pattern(r"[a-z0-9]{3,}|\d[\d.,]*\d")  # the same, for texts of nothing else: half the time
COMMON_WORDS: Final = """
    about above after again against all also although always among and another any are around because been
    before being below between both but can cannot could did does doing down during each either else even
    ever every few for from further get gets getting give given got had has have having her here hers
    herself him himself his how however into its itself just last least less like made make makes making
    many may might more most much must myself neither never new next nor not now off often once one only
    onto other others our ours out over own per put rather said same say saying says second see seen several
    shall she should since some still such take taken than that the their theirs them themselves then there
    these they thing things this those though three through thus told too took toward towards two under
    until upon use used very via was way well went were what when where whether which while who whom whose
    why will with within without would year years yet you your yours aber als auch auf aus bei das dass dem
    den der des die ein eine einem einen einer eines für hat ist mit nach nicht oder sein sich sie sind und
    von vor war werden wie wird zum zur über aux avec cette ces dans elle est été leur les mais ont par pas
    plus pour que qui ses son sont sur une como con del las los más para pero por sus una este esta che dei
    della delle gli non sono aan dat een het hij maar met niet ook van voor zijn
"""
COMMON: Final = frozenset([word[:STEM] for word in COMMON_WORDS.split()])


def terms(text: str) -> frozenset[str]:
    """The terms of a text, each once."""
    expression = ASCII_TERM if text.isascii() else TERM
    return frozenset([word[:STEM] for word in expression.findall(text.lower())]) - COMMON


def weights(said: Iterable[frozenset[str]], favoured: frozenset[str]) -> dict[str, float]:
    """How much each term matters, given the terms of each sentence.

    The square root of the number of sentences that hold it, less one: what is said once adds nothing. A
    term of the headline, `favoured`, counts half a point more: on 32 pages whose standfirst was held back to
    be found again that gained a little, and more than half cost as much where the headline says nothing.
    """
    counts = Counter(chain.from_iterable(said))
    return {
        term: sqrt(count) - 1 + (0.5 if term in favoured else 0.0)
        for term, count in counts.items()
        if count > 1 or term in favoured
    }
