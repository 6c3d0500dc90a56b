"""Headings of related blocks, known by their vocabulary rather than by a list of them.

Rule 1. Every word of the line is one that pages use to speak of their own stories, and one of them points away
        from this story ("related", "also", "more", "popular").
Rule 2. So does "More from …", "Also in …", "Latest …" with a name after it.
A heading is only a heading when headlines follow it: the caller looks.
"""

import re

_POINTING = frozenset(
    """related recommended trending popular archive archives picks pick choice miss missed elsewhere also more latest top next
    further similar featured recent read viewed shared discussed reading commented series links see others""".split()
)
_WORDS = _POINTING | frozenset(
    """a an the in on of for from to this that these our your you us we site web website week day month today now here section topic
    topics theme story stories article articles news headlines headline content like liked might may enjoy enjoyed interested be
    around across editor's editors editors' editor don't didn't dont it case features feature analysis link posts post explore
    keep continue must reads best hot what's others people are is viewing everyone what else subject coverage full author by
    video videos insight insights opinion updates events resources and most stay get up informed promoted sponsored you'll love
    issue edition other new past previous earlier happening making picked selected suggestions suggested i'm""".split()
)
_NAMED = re.compile(r"(?i)(?:more|also|latest|elsewhere|other|top|related|recent|read more)(?: (?:news|stories|articles|headlines|reading))? (?:from|in|on|about|at) \S")
_MOST_WORDS = 7


def is_block_heading(text: str) -> bool:
    """Whether a line could head a block of related headlines."""
    plain = text.strip(" :.-–—*•·|[]()>»#…").lower().replace("’", "'")
    words = plain.replace("/", " ").split()
    if not 0 < len(words) <= _MOST_WORDS or text.endswith("."):
        return False
    known = all(word.strip(",&'") in _WORDS or word == "&" for word in words)
    return (known and any(word in _POINTING for word in words)) or bool(_NAMED.match(plain))
