"""Headings of related blocks, known by their vocabulary rather than by a list of them.

Rule 1. Every word of the line is one that pages use to speak of their own stories, and one of them points
        away from this story ("related", "also", "more", "popular").
Rule 2. So does "More from …", "Also in …", "Latest …" with a name after it.
A heading is only a heading when headlines follow it: the caller looks.
"""

from digest.sources.patterns import pattern
from digest.sources.wordlists import HEADING_WORDS, POINTING_WORDS

_POINTING = frozenset(POINTING_WORDS.split())
_WORDS = _POINTING | frozenset(HEADING_WORDS.split())
_NAMED = pattern(
    r"(?i)(?:more|also|latest|elsewhere|other|top|related|recent|read more)(?: (?:news|stories"
    r"|articles|headlines|reading))? (?:from|in|on|about|at) \S"
)
_MOST_WORDS = 7


def is_block_heading(text: str) -> bool:
    """Whether a line could head a block of related headlines."""
    plain = text.strip(" :.-–—*•·|[]()>»#…").lower().replace("’", "'")
    words = plain.replace("/", " ").split()
    if not 0 < len(words) <= _MOST_WORDS or text.endswith("."):
        return False
    known = all(word.strip(",&'") in _WORDS or word == "&" for word in words)
    return (known and any(word in _POINTING for word in words)) or bool(_NAMED.match(plain))
