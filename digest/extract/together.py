"""Two who speak together: "Ann Lee and Bo Ray said", "Acre Homes and the Quay Trust said", "the pair said".

What two people say is neither's alone; `subjects.py` names both and trusts it too little to be shown.
"""

import re
from itertools import pairwise
from typing import Final

from digest.extract.names import CAPITAL, possessive
from digest.extract.people import Mention, Register
from digest.extract.phrases import Place
from digest.patterns import pattern

PAIR: Final = pattern(r"(?:the )?(?:pair|two|duo|both|couple)\b", re.IGNORECASE)
"""A subject that means two people named before."""

_TOGETHER: Final = pattern(
    r"(?:, [^.\n]{0,60})? and (?:(?:his|her|its|their) (?:[a-z-]+ ){1,4})?(?:[A-Z][a-z]+\.? )?"
)
_ONE_MORE: Final = pattern(r"[^\W\d_]{2},? and (?:the )?\Z")
_FIRST_BODY: Final = pattern(rf"(?:[Tt]he )?({CAPITAL}[\w’'-]*(?: {CAPITAL}[\w’'-]*){{0,4}} and (?:the )?)")
_AND_REACH: Final = 12  # characters of "Lee, and the "
_BEFORE_AND: Final = 70  # characters in which the first of two people stands
_REACH: Final = 2000  # characters back in which two people must have been named together


def are_joined(register: Register, one: Mention, other: Mention) -> bool:
    """Whether two people stand in one phrase with "and" between; "Ann Lee and Bo Ray's deputy" is one."""
    both = one.person != other.person and not possessive(register.text, other.end)
    return both and bool(_TOGETHER.fullmatch(register.text, one.end, other.start))


def partner(register: Register, phrase: Place, mention: Mention) -> Mention | None:
    """Who is named in the same subject with a person, also where the phrase was cut at its "and"."""
    start, end = phrase
    begin = register.text.rfind("\n", 0, start) + 1
    before = max(begin, start - _AND_REACH)
    if register.text.find(" and ", before, start) >= 0 and _ONE_MORE.search(register.text, before, start):
        start = max(start - _BEFORE_AND, begin)
    for one, other in pairwise(register.within(start, end)):
        if mention in (one, other) and are_joined(register, one, other):
            return other if mention == one else one
    return None


def last_pair(register: Register, position: int) -> tuple[Mention, Mention] | None:
    """The last two people before a position that were named together."""
    pairs = list(pairwise(register.within(position - _REACH, position)))
    return next((pair for pair in reversed(pairs) if are_joined(register, *pair)), None)


def first_of_bodies(text: str, begin: int, start: int) -> int:
    """Where the first of two bodies begins, when it alone stands from the sentence's `begin` to `start`."""
    found = _FIRST_BODY.fullmatch(text, begin, start)
    return found.start(1) if found else start
