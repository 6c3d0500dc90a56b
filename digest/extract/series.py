"""Bodies whose names are lists: "the Department for Environment, Food and Rural Affairs".

Theory of operation. A comma parts a sentence, and what follows one may be a subject or a person of its own:
"Rural Affairs said" would speak. So the commas and spaces of such a list are written in other signs, one for
one, before anybody looks for subjects and names.

Rule 1. A list of capitalised names with "and" before its last is one name after a body's or office's word
        and "of", "for" or "on" ("Union of Shop, Distributive and Allied Workers").
Rule 2. It is one after "the" when its last word is a body's ("the Health, Care and Families Committee").
Rule 3. A first name or a title in it makes it a list of people, and those stay apart.
Rule 4. Surnames with "&" before the last, or "and Partners", are a firm, wherever they stand.
"""

import re
from typing import Final

from digest.extract.names import CAPITAL, is_forename
from digest.extract.roles import BODIES, HONORIFICS, is_office
from digest.patterns import pattern

COMMA: Final = "\ue001"
SPACE: Final = "\ue002"

_ITEM: Final = rf"{CAPITAL}[\w’'-]*+(?: {CAPITAL}[\w’'-]*+){{0,4}}+"  # possessive: giving back helps nothing
_NEXT: Final = rf", (?:the )?{_ITEM}"
_REST: Final = rf"{_NEXT}(?:{_NEXT}){{0,4}}+,? (?:and|&) (?:the )?{_ITEM}"
_TAIL: Final = pattern(_REST)  # begins with a comma outside of any group, which the engine can skip to
_LIST: Final = pattern(rf"(?: (?P<link>of|for|on) (?:the )?|\b[Tt]he )(?P<list>{_ITEM}{_REST})")
_OF_FIRM: Final = r"(?:&|and(?= (?:Partners|Sons|Daughters|Co|Company|Associates)\b))"
_SURNAME: Final = rf", {CAPITAL}[\w’'-]*+"
_FIRM: Final = pattern(rf"{_SURNAME}(?:{_SURNAME}){{0,3}}+ {_OF_FIRM} {_ITEM}")  # behind its first surname
_PARTS: Final = pattern(r"(?:,? (?:and|&)|,) ")
_SIGNS: Final = {COMMA: ",", SPACE: " "}
_WRITTEN: Final = str.maketrans({sign: name for name, sign in _SIGNS.items()})
_PLAIN: Final = str.maketrans(_SIGNS)
_FIRST_ITEM: Final = 90  # characters in which the list's first item stands, with the words before it
_WINDOW: Final = 24  # characters in which the body's word stands


def joined(text: str) -> str:
    """The text, as long as before, with the separators of such lists written in the other signs."""
    text = _FIRM.sub(_join_firm, text)
    pieces, at = [], 0
    for tail in _TAIL.finditer(text):
        found = _LIST.search(text, max(tail.start() - _FIRST_ITEM, at), tail.end())
        if found and _is_one(text, found):
            pieces += [text[at : found.start("list")], _join(found["list"])]
            at = found.end("list")
    return "".join((*pieces, text[at:])) if pieces else text


def plain(text: str) -> str:
    """The text with its commas and spaces as they were."""
    return text.translate(_PLAIN)


def is_item(text: str, start: int, end: int) -> bool:
    """Whether the name from `start` to `end` is an item of such a list."""
    return text.startswith((COMMA, SPACE), end) or (start > 0 and text[start - 1] == SPACE)


def _join(names: str) -> str:
    return _PARTS.sub(lambda part: part[0].translate(_WRITTEN), names)


def _join_firm(firm: re.Match[str]) -> str:
    first = firm.string[max(firm.start() - _WINDOW, 0) : firm.start()].rpartition(" ")[2]
    return _join(firm[0]) if first[:1].isupper() else firm[0]


def _is_one(text: str, found: re.Match[str]) -> bool:
    items = _PARTS.split(found["list"])
    firsts = (item.partition(" ")[0].lower() for item in items)
    if any(is_forename(first) or first.rstrip(".") in HONORIFICS for first in firsts):
        return False
    if not found["link"]:
        return items[-1].rpartition(" ")[2].lower() in BODIES
    before = text[max(found.start() - _WINDOW, 0) : found.start()].split()
    return bool(before) and (before[-1].lower() in BODIES or is_office(before[-1]))
