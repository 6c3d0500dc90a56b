"""Which of the people named in a noun phrase, or beside it, is its head.

Rule 1. The head speaks: in "Lee's spokesman" and "a lawyer for Lee" it is not Lee.
Rule 2. A name behind an office and a comma is the head: "the head of Acme, Ann Lee,".
Rule 3. So is the name before one whose closing comma is left out, when it opens the sentence or a clause:
"Ann Lee, the head of Acme told MPs"; but in "he met Ann Lee, the head of Acme said" it is not Lee.
Rule 4. Who wrote it speaks: "Lee's review said" is Lee.
Rule 5. A name in brackets, behind a preposition or with a possessive is none.
"""

import re
from typing import Final

from digest.extract.certainty import COMPLEMENT
from digest.extract.cues import Cues
from digest.extract.names import behind_preposition, possessive
from digest.extract.people import Mention, Register
from digest.extract.roles import WRITINGS, is_office
from digest.extract.together import are_joined
from digest.patterns import pattern

_APPOSITIVE: Final = pattern(r"(?:the|an?|his|her|its|their) ", re.IGNORECASE)
_OPENS: Final = pattern(r"(?:As |But |And |Then |When )?(?:[A-Z][\w.]* ){0,3}")
_TITLES: Final = pattern(
    r"[\s,]*(?:(?:identified|named|known|writing|posting|who writes) (?:as )?)?(?:[A-Z][a-z]{1,9}\.?\s)*\Z"
)
_NAME_REACH: Final = 30  # characters in which a name must follow the comma behind its office
_NAME_ENDS: Final = pattern(r"[,.;)]|$|\n| [a-z]")


class Heads:
    """The heads of one text's noun phrases, as mentions of its register."""

    def __init__(self, cues: Cues, register: Register) -> None:
        self._cues = cues
        self._frame = cues.frame
        self._register = register

    def spoken_of(self, start: int, head: str) -> Mention | None:
        """Rules 1 to 5, for a phrase that begins at `start`."""
        end = start + len(head)
        for mention in reversed(self._register.within(start, end)):
            if possessive(self._frame, mention.end) and mention.end < end:
                wrote = _wrote(self._frame[mention.end : end]) and not self._is_complement(start, mention)
                return mention if wrote else self._apposed(end)
            if not self._is_complement(start, mention):
                return mention
        return self._apposed(end) or self._apposed_before(start, head)

    def _is_complement(self, start: int, mention: Mention) -> bool:
        """Whether a name hangs on a preposition of its phrase, also with another ("for Roe and Lee")."""
        before = self._frame[start : mention.start]
        if before and behind_preposition(before, len(before)):
            return True
        others = self._register.within(start, mention.start)
        return (
            bool(others)
            and are_joined(self._register, others[-1], mention)
            and self._is_complement(start, others[-1])
        )

    def _apposed(self, end: int) -> Mention | None:
        """The name behind an office and a comma."""
        following = next(iter(self._register.within(end, end + _NAME_REACH)), None)
        if self._frame[end : end + 2] != ", " or not following:
            return None
        named = _TITLES.match(self._frame, end, following.start) and _NAME_ENDS.match(
            self._frame, following.end
        )
        return following if named else None

    def _apposed_before(self, start: int, head: str) -> Mention | None:
        """The name before an office whose closing comma is left out: "Ann Lee, the head of Acme told MPs"."""
        if not _APPOSITIVE.match(head) or not any(map(is_office, COMPLEMENT.split(head)[0].split())):
            return None
        before = self._register.within(start - _NAME_REACH, start)[-1:]
        if not before or self._frame[before[0].end : start] != ", ":
            return None
        opening = self._frame[self._cues.sentence_start(start) : before[0].start]
        return before[0] if _OPENS.fullmatch(opening) or opening.endswith(", ") else None

    def first_subject(self, position: int, end: int) -> Mention | None:
        """The first person in the sentence of a position, before `end`, who is no complement."""
        mentions = self._register.within(self._cues.sentence_start(position), end)
        return next((mention for mention in mentions if self._may_be_subject(mention)), None)

    def _may_be_subject(self, mention: Mention) -> bool:
        bracketed = self._frame[mention.start - 1 : mention.start] == "("
        return not (
            bracketed
            or possessive(self._frame, mention.end)
            or behind_preposition(self._frame, mention.start)
        )


def _wrote(owned: str) -> bool:
    """Whether what somebody has is a text ("’s review"), and so what it says is said by its owner."""
    words = owned.split()
    return len(words) > 1 and words[-1].lower() in WRITINGS
