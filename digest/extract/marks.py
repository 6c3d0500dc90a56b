"""Reading quotation marks: what is one, and whether it may open or close.

Rule 1. An opening mark has a space, a bracket, a dash or nothing before it and no space or stop after it; a
closing mark has no space before it, unless there is one or a stop behind it too, and no letter after it.
What stands around a mark beats its shape, since straight marks have none and curly ones are often turned the
wrong way round.
Rule 2. An apostrophe is no mark: not inside a word, not beside its like. (`is_elision` tells 'em, 'til and
'90s, which look like opening marks.)
Rule 3. Between a stop and a letter the space was lost: a mark there closes what is open, or opens. Scripts
without spaces (Chinese, Japanese) go by the shape alone.
"""

import re
from typing import Final

from msgspec import Struct

from digest.extract.body import Body
from digest.patterns import pattern

_SIGN: Final = pattern(r"[\"“”„‟«»'‘’‚‹›](?!(?<=\w['’])\w)")
FAMILY: Final = {
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("'‘’‚‹›", "single"),
    '"': "straight",
}
OPENERS: Final = frozenset(("“", "„", "«", "‘", "‚", "‹"))
_SINGLE_OPENERS: Final = frozenset("'‘‚‹")
_BEFORE_OPENING: Final = frozenset(" \t\n([{-–—―/\u200b•*:…,\"“‘'«„>")
_STOPS: Final = frozenset(".,;:?!")
_SPACELESS: Final = "\u2e80"  # the first of the signs of these scripts
_INSIDE: Final = frozenset('£$€[(…"“')
_ELISION: Final = pattern(
    r"['’‘](?:em|tis|twas|til|till|cause|bout|n|\d\ds?)\b(?![^\n]{0,300}[,.?!…]['’](?!\w))", re.IGNORECASE
)


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark and what the characters on either side let it do."""

    start: int
    sign: str
    family: str
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """The first character behind it."""
        return self.start + 1


def marks_by_line(body: Body) -> dict[int, list[Mark]]:
    """The marks of each line that has some, in order."""
    by_line: dict[int, list[Mark]] = {}
    line, ends = -1, -1
    for match in _SIGN.finditer(body.text):
        start = match.start()
        if mark := _mark(body.text, start, match[0]):
            if start >= ends:
                line = body.line_at(start)
                ends = body.lines[line].end
                by_line[line] = []
            by_line[line].append(mark)
    return by_line


def is_elision(text: str, mark: Mark) -> bool:
    """Whether a single mark only stands for letters left out."""
    return bool(_ELISION.match(text, mark.start))


def _mark(text: str, start: int, sign: str) -> Mark | None:
    """A sign with what it may do; None for an apostrophe and for doubled single marks.

    The latter stand for double marks on some pages and for names or inches on others: read as quotations they
    brought 57 to the development set, of which its annotators count none.
    """
    before = text[start - 1] if start else "\n"
    after = text[start + 1] if start + 1 < len(text) else "\n"
    family = FAMILY[sign]
    spaced, spaces = before.isspace(), after.isspace()
    lone = spaced and spaces
    stops = after in _STOPS and not text.startswith("..", start + 1)
    opens = before in _BEFORE_OPENING and not spaces and not stops
    closes = (not spaced or stops or (lone and sign not in OPENERS)) and not after.isalnum()
    if family == "single":
        if sign == "'" and "'" in (before, after):
            return None
        opens = opens and sign in _SINGLE_OPENERS and (after.isalnum() or after in _INSIDE)
        closes = closes and not lone and before not in "([" and sign not in "‚‹"
        if not opens and not closes:
            return None
    elif family == "curly" and max(before, after) >= _SPACELESS:
        opens = sign in OPENERS
        closes = not opens
    elif before in _STOPS and after.isalpha():
        opens = closes = True
    return Mark(start, sign, family, opens, closes)
