"""Whom "the senator", "her brother" or "the 28-year-old" means.

Theory of operation. News pages name somebody with an office and later call them by it. An epithet means the
one person who was introduced so; where two were, or none, it stays what it is, since a wrong name is worse
than none.

Rule 1. The office counts by its head: "a spokesman for the mayor" is no mayor, "vice president" no president.
Rule 2. A wider word may stand for a narrower one: a lawmaker for a senator, a filmmaker for a director.
Rule 3. Not when somebody without a name was introduced so, too ("a nurse told us …", "the nurse said").
Rule 4. Ages and nationalities are news of nobody new: when nobody was given that age, they mean whom the page
speaks of right before.
"""

import re
from functools import cached_property
from typing import Final

from digest.extract.names import behind_preposition, possessive
from digest.extract.people import Mention, Register
from digest.extract.roles import HONORIFICS, OFFICES, office_after, office_before
from digest.extract.speech import words
from digest.patterns import pattern

SURE: Final = 0.87
"""What is left of our trust when an epithet stands for a name: 13 of 13 were right on fresh pages."""
LIKELY: Final = 0.7
"""The same for a wider word, and for an age that nobody was given."""

_TITLES: Final = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "rev": "reverend",
    "prof": "professor",
    "dr": "doctor",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "gen": "general",
    "det": "detective",
    "cllr": "councillor",
}
_WIDER: Final = {
    "lawmaker": words("senator congressman congresswoman representative legislator mp msp rep"),
    "politician": words("senator congressman congresswoman governor mayor minister mp msp councillor"),
    "leader": words("president premier chancellor minister chairman chairwoman king pope head chief"),
    "executive": words("ceo cfo coo president director"),
    "boss": words("manager coach ceo executive"),
    "ceo": words("executive"),
    "chief": words("executive ceo"),
    "coach": words("manager"),
    "manager": words("coach"),
    "filmmaker": words("director producer"),
    "preacher": words("reverend rev pastor minister bishop"),
    "pastor": words("reverend rev preacher"),
    "priest": words("reverend father vicar bishop"),
    "cleric": words("reverend imam priest bishop ayatollah rabbi pope"),
    "star": words("actor actress singer player musician footballer striker midfielder presenter golfer"),
    "actor": words("star"),
    "actress": words("star"),
    "singer": words("star musician rapper songwriter"),
    "songwriter": words("singer musician"),
    "musician": words("singer songwriter guitarist rapper"),
    "player": words("footballer striker midfielder defender goalkeeper winger quarterback captain"),
    "footballer": words("striker midfielder defender goalkeeper winger player"),
    "officer": words("constable sergeant detective inspector captain lieutenant policeman deputy"),
    "lawyer": words("attorney barrister solicitor counsel"),
    "attorney": words("lawyer counsel"),
    "doctor": words("physician surgeon psychiatrist neurologist dr"),
    "scientist": words("professor researcher biologist physicist chemist astronomer"),
    "academic": words("professor lecturer"),
    "author": words("novelist writer"),
    "writer": words("novelist author columnist blogger"),
    "journalist": words("correspondent columnist reporter editor anchor"),
    "reporter": words("correspondent journalist"),
    "commander": words("general colonel admiral"),
    "diplomat": words("ambassador envoy"),
    "pilot": words("captain aviator"),
    "spokesperson": words("spokesman spokeswoman"),
}
_DEPUTIES: Final = words("vice deputy assistant associate")
_DEFINITE: Final = pattern(r"(?:the|his|her|its|their)\s+|(?=.*[’']s )", re.IGNORECASE)
_INDEFINITE: Final = pattern(r" (?:of|for|at|from) an? ")  # "the director of a large firm" is news
_COMPLEMENT: Final = pattern(r" (?:of|for|from|in|at|on|with|to|who|under)\b|,")
_PARTS: Final = pattern(r" and |[,;/]")
_AGE: Final = pattern(r"(\d\d?)-year-old\b")
_NATIONAL: Final = pattern(
    r"(?:Briton|Scot|Swede|Dane|Finn|Pole|Serb|Croat|Spaniard"
    r"|(?:[A-Z][a-z]+-)*[A-Z][a-z]+(?:ian|ican|ishman|chman)(?<!Guardian))\Z"
)
_TITLE_REACH: Final = 12  # characters before a name in which its title may stand
_AGE_REACH: Final = 30  # characters before a name in which an age may stand
_REACH: Final = 90  # characters on either side of a name in which its office may stand
_NEAR: Final = 400  # characters back in which the page speaks of whom an age means


class Epithets:
    """The people of a register by what they were introduced as."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self._register = register
        self._people: dict[str, tuple[Mention, float, str] | None] = {}
        self._ages: dict[str, list[Mention]] = {}

    @cached_property
    def _lower(self) -> str:
        return self._text.lower()

    def holder(self, phrase: str, start: int) -> tuple[Mention, float] | None:
        """Whom a subject that stands at `start` means, and what is left of our trust."""
        definite = _DEFINITE.match(phrase)
        if not definite:
            return None
        rest = phrase[definite.end() :]
        if _INDEFINITE.search(rest):
            return None
        if age := _AGE.match(rest):
            return self._aged(age[1], start)
        if rest.endswith("genarian") or _NATIONAL.match(rest):
            return self._spoken_of(start)
        *before, head = _head(rest)
        if head not in OFFICES and head not in HONORIFICS and head not in _WIDER:
            return None
        if head not in self._people:
            self._people[head] = self._only(head)
        return self._fitting(self._people[head], before)

    def _fitting(
        self, found: tuple[Mention, float, str] | None, before: list[str]
    ) -> tuple[Mention, float] | None:
        """The same unless the epithet has a trait that no introduction gave: "the rights director"."""
        if not found or not all(word in found[2] for word in before):
            return None
        return found[:2]

    def _only(self, head: str) -> tuple[Mention, float, str] | None:
        """The one person introduced by this head, else by a narrower word, with what was told; Rule 3."""
        for wanted, share in ((frozenset((head,)), SURE), (_WIDER.get(head, frozenset()), LIKELY)):
            found = {mention.person: mention for mention in self._introduced(wanted)}
            if len(found) > 1 or (found and self._unnamed(head)):
                return None
            for mention in found.values():
                return mention, share, " ".join(self._told(mention)).lower()
        return None

    def _introduced(self, wanted: frozenset[str]) -> list[Mention]:
        """The mentions beside which one of the offices stands as a head."""
        near: set[Mention] = set()
        for word in (*wanted, *(title for title, office in _TITLES.items() if office in wanted)):
            at = self._lower.find(word)
            while at >= 0:
                near.update(self._register.within(at - _REACH, at + len(word) + _REACH))
                at = self._lower.find(word, at + 1)
        told = ((mention, (_head(part)[-1] for part in self._told(mention))) for mention in sorted(near))
        return [mention for mention, heads in told if not wanted.isdisjoint(heads)]

    def _told(self, mention: Mention) -> list[str]:
        """What stands beside a name and tells what somebody is: offices and title."""
        start, end = mention.start, mention.end
        line, stop = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", end)
        places = (
            office_before(self._text, start, line),
            office_after(self._text, end, stop if stop > 0 else len(self._text)),
        )
        parts = [part for place in places if place for part in _PARTS.split(self._text[slice(*place)])]
        before = self._text[max(start - _TITLE_REACH, line) : start].lower().split()[-1:]
        titles = (word.rstrip(".") for word in before)
        return [
            *filter(str.strip, parts),
            *(_TITLES.get(title, title) for title in titles if title in HONORIFICS),
        ]

    def _unnamed(self, head: str) -> bool:
        """Rule 3."""
        pattern = rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{0,3}}{head}\b(?!,? [A-Z])"
        return any(
            not self._register.within(found.start() - 3, found.start() - 1)
            and self._text[found.start() - 2 : found.start()] != ", "
            for found in re.finditer(pattern, self._text)
        )

    def _aged(self, age: str, start: int) -> tuple[Mention, float] | None:
        """Rule 4, ages."""
        if age not in self._ages:
            self._ages[age] = [mention for mention in self._register.mentions if self._is_of(mention, age)]
        told = self._ages[age]
        if len({mention.person for mention in told}) == 1:
            return told[0], SURE
        return None if told else self._spoken_of(start)

    def _is_of(self, mention: Mention, age: str) -> bool:
        before = self._text[max(mention.start - _AGE_REACH, 0) : mention.start]
        behind = self._text.startswith((f", {age},", f" ({age})", f", {age}."), mention.end)
        return behind or f"{age}-year-old" in before

    def _spoken_of(self, start: int) -> tuple[Mention, float] | None:
        """Rule 4: whom the page speaks of last before a position."""
        near = self._register.within(start - _NEAR, start)
        fit = (
            (mention, LIKELY)
            for mention in reversed(near)
            if not possessive(self._text, mention.end) and not behind_preposition(self._text, mention.start)
        )
        return next(fit, None)


def _head(phrase: str) -> list[str]:
    """The words of a phrase before its complement, in lower case, "vice president" as one."""
    found = _COMPLEMENT.search(phrase, 1)
    said = phrase[: found.start() if found else None].lower().split()
    while len(said) > 1 and said[-2] in _DEPUTIES:
        said[-2:] = [" ".join(said[-2:])]
    return said or [""]
