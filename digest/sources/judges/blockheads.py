"""Headings of related blocks, known by their vocabulary rather than by a list of them.

Rule 1. Every word of the line is one that pages use to speak of their own stories, and one of them points
        away from this story ("related", "also", "more", "popular").
Rule 2. So does "More from …", "Also in …", "Latest …" with a name after it.
A heading is only a heading when headlines follow it: the caller looks.
"""

from digest.patterns import pattern
from digest.sources.judges.wordlists import HEADING_WORDS, POINTING_WORDS

_POINTING = frozenset(POINTING_WORDS.split())
_WORDS = _POINTING | frozenset(HEADING_WORDS.split())
_NAMED = pattern(
    r"(?i)(?:(?:most )?(?:popular|read|viewed|shared)|trending|more|also|latest|elsewhere|other|top|related"
    r"|recent|read more)(?: (?:news|stories"
    r"|articles|headlines|reading))? (?:from|in|on|about|at) \S"
)
_MOST_WORDS = 7
_SURELY = pattern(
    r"(?i)\W*(?:related|recommended|trending|(?:most|more) (?:read|popular|viewed|shared)|popular (?:this|in"
    r"|now)"
    r"|editor['’]?s['’]? (?:picks?|choice)|you (?:may|might)|see also|read (?:more|next|also)|also read"
    r"|up next"
    r"|further reading|don['’]t miss|more (?:from|on this|stories|news|in)\b)"
)


def is_block_heading(text: str) -> bool:
    """Whether a line could head a block of related headlines."""
    plain = text.strip(" :.-–—*•·|[]()>»#…")
    if text.endswith(".") or plain.count(" ") >= _MOST_WORDS:
        return False
    plain = plain.lower().replace("’", "'")
    words = plain.replace("/", " ").split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    known = all(word.strip(",&'") in _WORDS or word == "&" for word in words)
    return (known and any(word in _POINTING for word in words)) or bool(_NAMED.match(plain))


def is_surely_heading(text: str) -> bool:
    """Whether a heading could be no crosshead of an article, were no headlines under it."""
    return _SURELY.match(text) is not None
