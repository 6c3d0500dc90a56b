"""Attributions that need no known verb of saying: labels, signatures, "is the view of".

Rule 1. A name and a colon in front of a quotation.
Rule 2. A dash and a name behind it that end the line or stand on the next.
Rule 3. '" is the view of Ann Lee', '" Those were the words of Ann Lee'.
Rule 4. A name and any verb behind a quotation that ends in a comma: '," a tired Ann Lee confided'; or the
verb and a full name: '," confided Ann Lee.', « …, explique Anne Roux.
"""

from typing import Final

from digest.extract.attribution import Cue, How, reporting_verbs
from digest.extract.names import CAPITAL, is_forename, read_run
from digest.extract.phrases import FUNCTION, phrase_end
from digest.extract.roles import is_office
from digest.extract.speech import SAYING
from digest.patterns import pattern

_SIGNATURE: Final = pattern(
    rf"\s{{0,3}}(?:[―—–]|--?)\s?({CAPITAL}[\w’'.-]*(?: (?:(?:van|von|der|den|de|al|bin) ){{0,2}}"
    rf"{CAPITAL}[\w’'.-]*){{0,4}}?)"
    r"(?:, [^\n]{3,90}?)?\.?[^\S\n]*(?=\n|\Z)"
)
_LABEL: Final = pattern(
    rf"[\s•*-]*({CAPITAL}[\w’'.-]*(?: {CAPITAL}[\w’'.-]*){{0,4}})(?:, [^:\n]{{3,60}})?: ?"
)
_WORDS_OF: Final = pattern(
    r"[\s,–—-]*((?:(?:Those|These) )?(?:is|was|are|were) the (?:words?|view|verdict|assessment|opinion|advice"
    r"|message|conclusion|answer|reply|response) (?:of|from) )"
)
_TURNED: Final = pattern(
    r",? (?:s’|s')?(?!(?:with|near|by|from|of|at|in|on|to|for|and|or|but|than|via|like|[a-z]+ing|[a-z]+ly)\b)"
    r"([a-zà-ÿ]{4,}(?: pourtant)?)"
    rf" ({CAPITAL}[\w’'-]+(?: (?:(?:de|du|la|le|van|von) )?{CAPITAL}[\w’'-]+){{1,3}})(?=[,.;\n]|\Z)"
)
_NEAR: Final = 20  # characters in which the "the" of such words stands
_UNLISTED: Final = pattern(
    r" ((?:(?:the|an?|his|her|its|their) )?(?:[a-z-]+ ){0,3}"
    rf"{CAPITAL}[\w’'.-]*(?: {CAPITAL}[\w’'.-]*){{0,3}})"
    r" ([a-z]{2,}(?:ed|es|s))\b"
)


def cue_label(text: str, start: int, position: int) -> Cue | None:
    """Rule 1, from the line's start to the opening mark."""
    found = _LABEL.match(text, start, position) if ":" in text[position - 2 : position] else None
    if not found or found.end() != position or reporting_verbs(text, *found.span()):
        return None
    adverb = found[1].endswith("ly") and " " not in found[1] and not is_forename(found[1].lower())
    if adverb or not read_run(found[1]):
        return None
    return Cue(How.LABEL, *found.span(1), *found.span(1))


def cue_signature(text: str, position: int) -> Cue | None:
    """Rule 2, from behind the closing mark."""
    found = _SIGNATURE.match(text, position)
    return Cue(How.SIGNATURE, *found.span(1), *found.span(1)) if found else None


def cue_words_of(text: str, position: int, end: int) -> Cue | None:
    """Rule 3, from behind the closing mark to the line's end."""
    near = text.find(" the ", position, position + _NEAR) >= 0
    found = _WORDS_OF.match(text, position, end) if near else None
    return (
        Cue(How.ACCORDING, found.end(), phrase_end(text, found.end(), end), *found.span(1)) if found else None
    )


def cue_unlisted(text: str, position: int, end: int) -> Cue | None:
    """Rule 4, from behind the closing mark to the sentence's end."""
    if turned := _TURNED.match(text, position, end):
        return None if is_office(turned[1]) else Cue(How.AFTER, *turned.span(2), *turned.span(1))
    found = _UNLISTED.match(text, position, end)
    if not found or is_office(found[2]):
        return None
    if not (FUNCTION | SAYING).isdisjoint((*found[1].lower().split(), found[2])):
        return None
    return Cue(How.AFTER, *found.span(1), *found.span(2))
