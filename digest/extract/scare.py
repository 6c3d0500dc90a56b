"""Telling quotations from names, titles and scare quotes, which have marks too but which nobody said.

Rule 1. A title has capitals on all its longer words and no stop inside. One longer than a name is no
shout in capitals.
Rule 2. A name follows an article or "called" and goes on with the sentence: a new "group on technology"
will … Words that make a clause (a pronoun, a verb of being) speak against it.
Rule 3. With a capital right behind "a", "called" or the kind of a work it is a name wherever it stands (an
"Honoured friend of the port."); what a word means is nothing said either.
Rule 4. A phrase of a rule, contract or notice goes on with the reporter's sentence and begins in lower case;
nobody in particular says it: papers must be "typed on both sides" ("would be" reports what was said). So do
a few words that no verb of saying attributes; many are what somebody said or wrote.
"""

import re
from typing import Final

from digest.extract.quotation import Part
from digest.extract.speech import SAYING
from digest.extract.speech import words as _words
from digest.patterns import pattern

_LONG: Final = 4  # letters of a word that titles write with a capital
_LONGEST: Final = 10  # words of a name
_PHRASE: Final = 8  # words of a phrase that nobody said
_NAMING: Final = pattern(
    r"\b(?:an?|the|its|their|our|his|her|new|called|titled|entitled|named|dubbed|known as"
    r"|so-called)(?: new| so-called| [a-z]+al)?"
    r" [\"'“‘«„»`]{1,2}\Z",
    re.IGNORECASE,
)
_NAMED: Final = pattern(
    r"\b(?:an?|called|named|titled|entitled|dubbed|novel|book|memoir|film|movie|documentary|song|album|single|play"
    r"|musical|opera|show|series|sitcom|episode|poem|painting|podcast|magazine|essay),? [\"“‘«„']{1,2}\Z"
)
_MEANT: Final = pattern(r"\b(?:mean(?:s|ing|t)|translat(?:es|ed|ing) (?:as|to|into)) [\"“‘«„']{1,2}\Z")
_RULED: Final = pattern(r"\b(?!would|will|could|can|might)[a-z]+ be (?:[a-z]+ly )?\Z")
_GOES_ON: Final = pattern(r"[\"'”’»“«]{1,2} (?:would|will|is|was|has|to|for|at|[a-z]+s)\b")
_CLAUSE: Final = _words("""
i we you they he she it us them my our your not no never is are was were be been being has have had do
does did will would can could should must may might who what that this these those very too so more most
""")
_SHORT_FORMS: Final = ("n't", "'s", "'re", "'ve", "'ll", "'m", "'d")


def is_clause_of(text: str, part: Part, *, said: bool) -> bool:
    """Whether words that no person is known to have said are a phrase of a rule (Rule 4)."""
    if not text[part.start].islower():
        return False
    if not said:
        before = text[max(0, part.opens - 30) : part.opens].rstrip(" ,:").removesuffix(" that")
        is_short = len(text[part.start : part.end].split()) <= _PHRASE
        return is_short and before.rpartition(" ")[2] not in SAYING
    return bool(_RULED.search(text, max(0, part.opens - 30), part.opens))


def is_phrase(text: str, part: Part) -> bool:
    """Whether a stretch is part of the reporter's own sentence and goes on with nothing said before it."""
    before = text[max(0, part.opens - 2) : part.opens].rstrip()
    return text[part.start].islower() and not before.endswith((",", ";", ":", "–", "—", "-"))


def is_name(text: str, part: Part, words: list[str]) -> bool:
    """Whether a stretch between marks is a name rather than something said (Rules 2, 3)."""
    if len(words) > _LONGEST:
        return False
    sense = _NAMED if text[part.start].isupper() else _MEANT
    if sense.search(text, max(0, part.start - 30), part.start):
        return True
    if text[part.end - 1] in ".?!,":
        return False
    named = _NAMING.search(text, max(0, part.start - 40), part.start)
    return bool(named and _GOES_ON.match(text, part.end) and not any(map(_in_clause, words)))


def _in_clause(word: str) -> bool:
    plain = word.lower().replace("’", "'").strip('.,;:"')
    return plain in _CLAUSE or plain.endswith(_SHORT_FORMS)


def is_title(words: list[str]) -> bool:
    """Whether words between marks are written like a title (Rule 1)."""
    longer = 0
    for word in words:
        if len(word) >= _LONG and word[0].isalpha():
            if not word[0].isupper() or (word[-1] in ".!?" and word is not words[-1]):
                return False
            longer += 1
    return longer > 1 and not (len(words) > _LONGEST and all(map(str.isupper, words)))
