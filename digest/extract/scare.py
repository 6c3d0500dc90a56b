"""Telling quotations from names, titles and scare quotes, which have marks too but which nobody said.

Rule 1. A title has capitals on all its longer words and no stop of its own.
Rule 2. A name follows an article or "called" and goes on with the sentence: a new "group on technology"
will … Words that make a clause (a pronoun, a verb of being) speak against it.
"""

import re
from typing import Final

from digest.extract.quotation import Part

_LONG: Final = 4  # letters of a word that titles write with a capital
_LONGEST: Final = 10  # words of a name or title
_NAMING: Final = re.compile(
    r"\b(?:an?|the|its|their|our|his|her|new|called|titled|entitled|named|dubbed|known as"
    r"|so-called)(?: new| so-called| [a-z]+al)?"
    r" [\"'“‘«„»]\Z",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"[\"'”’»“«] (?:would|will|is|was|has|to|for|at|[a-z]+s)\b")
_CLAUSE: Final = re.compile(
    r"\b(?:i|we|you|they|he|she|it|us|them|my|our|your|not|no|never|is|are|was|were|be|been|being|has"
    r"|have|had|do|does|did|will|would"
    r"|can|could|should|must|may|might|who|what|that|this|these|those|very|too|so|more|most"
    r"|[a-z]+n[’']t)\b|[’'](?:s|re|ve|ll|m|d)\b",
    re.IGNORECASE,
)


def is_name(text: str, part: Part, words: list[str]) -> bool:
    """Whether a stretch between marks is a name rather than something said (Rule 2)."""
    if len(words) > _LONGEST or text[part.end - 1] in ".?!,":
        return False
    named = _NAMING.search(text, max(0, part.start - 40), part.start)
    return bool(named and _GOES_ON.match(text, part.end) and not _CLAUSE.search(" ".join(words)))


def is_title(words: list[str]) -> bool:
    """Whether words between marks are written like a title (Rule 1)."""
    longer = [word for word in words if len(word) >= _LONG and word[0].isalpha()]
    return len(words) <= _LONGEST and len(longer) > 1 and all(word[0].isupper() for word in longer)
