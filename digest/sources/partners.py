"""The partners a promo names.

Rule 1. Partners are the names after "sponsored by", "in association with" and the like; else those that
        "debate" something live; else those after "with", or right after the promo's word with "from" or
        "by" ("white paper from …").
Rule 2. A name is words with capitals, "of", "&" or "the" among them. It ends before a comma, unless the
        comma is one of a list that closes with "and": in "with KPMG, London" London is no partner.
Rule 3. "&" belongs to the name it stands in ("Bain & Company"), but parts two initialisms ("CSW & KPMG").
"""

import re

from digest.sources.wordlists import CALENDAR

_WORD = r"(?:[^\W\da-z_][\w.'’+&-]*|[a-z]{1,3}[A-Z]\w*|\d+[A-Z]\w*)"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|for|&|and the|de) )?(?:the )?{_WORD})*"
_LIST = re.compile(rf"{_NAME}(?:(?:, {_NAME})*,? (?:and|&|plus) {_NAME})?")
_PAYING = re.compile(
    r"(?i)\b(?:sponsor(?:ed by|s?:)|in (?:association|partnership|collaboration|conjunction) with"
    r"|(?:supported|funded|powered) by|brought to you by"
    r"|(?:produced|presented|organi[sz]ed|run) (?:with|by)|(?:co-)?hosted (?:with|by)|partner(?:ed"
    r"|ing) with|together with|partners?:)\s+"
)
_SPEAKERS = re.compile(r"(?:^|[:|–—-] )(?=[A-Z])")
_DISCUSS = re.compile(r" (?:debate|discuss|explore|talk|explain|look at)s?\b")
_INITIALS = re.compile(r"\b([A-Z]{2,}) & (?=[A-Z]{2,}\b)")
_NOT_PARTNERS = frozenset(CALENDAR.split())


def paying(text: str) -> tuple[str, ...]:
    """The names after words that say who pays or co-hosts."""
    return _named_after(_PAYING.search(text), text)


def discussing(text: str) -> tuple[str, ...]:
    """The names of those who are to debate, explain or discuss."""
    for speakers in _SPEAKERS.finditer(text):
        names = _LIST.match(text, speakers.end())
        if names and _DISCUSS.match(text, names.end()):
            return _split(names[0])
    return ()


def with_whom(text: str, noun: str) -> tuple[str, ...]:
    """The names after "with", or after `noun` (a pattern) and "from" or "by"."""
    match = re.search(rf"(?:\bwith|(?i:{noun})s? (?:from|by))\s+(?=(?:[Tt]he )?[A-Z0-9])", text)
    return _named_after(match, text)


def _named_after(match: re.Match[str] | None, text: str) -> tuple[str, ...]:
    names = _LIST.match(text, match.end()) if match else None
    return _split(names[0]) if names else ()


def _split(names: str) -> tuple[str, ...]:
    parts = re.split(r",? (?:and|plus) |, ", _INITIALS.sub(r"\1, ", names))
    return tuple(part for part in (part.strip(" .") for part in parts) if part.lower() not in _NOT_PARTNERS)
