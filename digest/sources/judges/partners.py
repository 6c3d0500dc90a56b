"""The partners a promo names.

Rule 1. Partners are the names after "sponsored by", "in association with" and the like; else those that
        "debate" something live or "invite you"; else those after "with", after the promo's word with
        "from" or "by" ("white paper from …"), or after a last ", by …". So in our other languages.
Rule 2. A name is words with capitals, "of", "&" or "the" among them. It ends before a comma, unless the
        comma is one of a list that closes with "and": in "with KPMG, London" London is no partner.
Rule 3. "&" belongs to the name it stands in ("Bain & Company"), but parts two initialisms ("CSW & KPMG") and
        two names of two words and more.
"""

import re
from functools import cache

from digest.patterns import holds_any, pattern
from digest.sources.judges.wordlists import CALENDAR

_WORD = r"(?:[^\W\da-z_][\w.'’+&-]*|[a-z]{1,3}[A-Z]\w*|\d+[A-Z]\w*)"
_ON = r"(?<![a-z]{3}\.)"  # "Hall & Bright. Tuesday": a sentence ends there; no "Inc." or "St." does
_ARTICLE = r"(?:(?:[Tt]he|der|dem|den|die|das|la|le|les|el|il|de|het) |l['’])?"
_NAME = rf"{_ARTICLE}{_WORD}(?:{_ON} (?:(?:of|for|&|and the|de|du|für|der) )?(?:the )?{_WORD})*"
_AND = r"(?:and|&|plus|und|et|y|e|en|och|og)"
_LIST = pattern(rf"{_NAME}(?:(?:, {_NAME})*,? {_AND} {_NAME})?")
_PAYING = pattern(
    r"(?i)\b(?:sponsor(?:ed by|s?:)|in (?:association|partnership|collaboration|conjunction|cooperation) with"
    r"|(?:supported|funded|powered|backed) by|brought to you by|with (?:support|thanks) (?:from|to)"
    r"|(?:produced|presented|organi[sz]ed|run|staged|delivered|convened|led) (?:with|by)"
    r"|(?:co-)?hosted (?:with|by)|partner(?:ed|ing) with|together with|partners?:"
    r"|(?:gesponsert|präsentiert|unterstützt|veranstaltet) von"
    r"|in (?:zusammenarbeit|kooperation|partnerschaft) mit|(?:en partenariat|avec le soutien|en association)"
    r" (?:avec|de)|(?:présentée?|organisée?|proposée?|sponsorisée?|offerte?) (?:par|avec)"
    r"|(?:en colaboración|in collaborazione|em parceria|in samenwerking|i samarbete|i samarbejde)"
    r" (?:con|com|met|med)|(?:patrocinad[oa]|presentad[oa]|organizad[oa]) por|sponsorizzato da"
    r"|(?:aangeboden|gesponsord) door)\s+"
)
_WITH = r"(?:with|mit|avec|con|met|com|med)"
_AFTER_NOUN = ("from ", "by ")
_LEADING = ("ith ", "mit ", "avec ", "con ", "met ", "com ", "med ", *_AFTER_NOUN)
_SPEAKERS = pattern(r"(?:^|[:|–—-] )(?=[A-Z])")
_DISCUSS = pattern(
    r" (?:(?:debate|discuss|explore|talk|explain|look at)s?|invites? you|welcomes? you|laden|invitent|vous)\b"
)
_INITIALS = pattern(
    r"\b([A-Z]{2,}) & (?=[A-Z]{2,}\b)|((?:^|, |and )[\w’'-]+ [\w’' -]+) & (?!(?:Sons?|Co|Company|Partners"
    r"|Associates)\b)(?=[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
)
_PARTS = pattern(r",? (?:and|plus|und|et|y|e|en|och|og) |, ")
_LOWER_ARTICLE = pattern(r"\b(?:(?:the|der|dem|den|die|das|la|le|les|el|il|de|het) |l['’])(?=[A-Z])")
_NOT_PARTNERS = frozenset(CALENDAR.split())


def paying(text: str) -> tuple[str, ...]:
    """The names after words that say who pays or co-hosts."""
    return _named_after(_PAYING.search(text), text)


def discussing(text: str) -> tuple[str, ...]:
    """The names of those who are to debate, explain or discuss, or who invite."""
    for speakers in _SPEAKERS.finditer(text):
        names = _LIST.match(text, speakers.end())
        if names and _DISCUSS.match(text, names.end()):
            return _split(names[0])
    return ()


def with_whom(text: str, noun: str) -> tuple[str, ...]:
    """The names after "with", after `noun` (a pattern) and "from" or "by", or after a last ", by"."""
    if not holds_any(text, _LEADING):
        return by_whom(text)
    leads = _with(noun if holds_any(text, _AFTER_NOUN) else "")
    return _named_after(leads.search(text), text) or by_whom(text)


def by_whom(text: str) -> tuple[str, ...]:
    """The names after a comma and "by" that end a line."""
    front, comma, names = text.rpartition(", by ")
    return _split(names) if comma and front and _LIST.fullmatch(names) else ()


@cache
def _with(noun: str) -> re.Pattern[str]:
    after_noun = rf"|(?i:{noun})s? (?:from|by)" if noun else ""
    return re.compile(rf"(?:\b{_WITH}|(?<=[.!?] )With{after_noun})\s+(?={_ARTICLE}[^\W\d_a-zß-öø-ÿ]|\d)")


def _named_after(match: re.Match[str] | None, text: str) -> tuple[str, ...]:
    names = _LIST.match(text, match.end()) if match else None
    return _split(names[0]) if names else ()


def _split(names: str) -> tuple[str, ...]:
    parts = _PARTS.split(_INITIALS.sub(r"\1\2, ", names))
    named = (_LOWER_ARTICLE.sub("", part.strip(" .")) for part in parts)
    return tuple(part for part in named if part.lower() not in _NOT_PARTNERS)
