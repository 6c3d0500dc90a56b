"""Which attribution belongs to a part of a quotation: the order in which `attribution.py` is asked.

Rule 1. A clause after it, when the quotation ends in a comma, a dash, a question or a cry, or when the
clause is all that follows.
Rule 2. A label or a clause before it.
Rule 3. A sentence with a colon on the line above, when the quotation opens its paragraph.
Rule 4. A clause at the sentence's end.
Rule 5. Without any verb of saying, the subject of the sentence a fragment stands in; where a colon announces
it, of the last clause ("I cannot list them all, but Lee puts it well: …").
"""

from bisect import bisect_right
from typing import Final

from digest.extract.attribution import Cue, How, cue_after, cue_before, cue_later
from digest.extract.body import Body
from digest.extract.labels import cue_label, cue_signature, cue_unlisted, cue_words_of
from digest.extract.phrases import BLANK, Place, sentence_subject
from digest.extract.quotation import Part, Quotation
from digest.extract.sentences import sentences
from digest.extract.series import joined
from digest.patterns import pattern

_RUNS_ON: Final = ",?!…—–―-"
_ENDS: Final = pattern(r"[^.\n]{0,40}\.?\s*\Z")
_REACH: Final = 600  # characters of a sentence looked at on either side
_FEW: Final = 6  # characters in which a bullet or full stop may stand beside a quotation
_MARKS: Final = " \"'“‘«"
_COORDINATED: Final = pattern(r"(?:;|, (?:but|and|so|yet)) ")
_BULLET: Final = " •*-("


class Cues:
    """The text of a body as a frame with blanked quotations, its sentences, and the cue of each part."""

    def __init__(self, body: Body, quotations: list[Quotation]) -> None:
        self.body = body
        self.frame = joined(blanked(body.text, quotations))
        self.sentences = sentences(self.frame)
        self._starts = [0, *[start for start, _ in self.sentences[1:]]]
        self._found: dict[Part, Cue | None] = {}

    def sentence(self, position: int) -> int:
        """The index of the sentence a character stands in."""
        return bisect_right(self._starts, position) - 1

    def sentence_start(self, position: int) -> int:
        """Where that sentence begins, or its line, whichever comes later."""
        line = self.body.lines[self.body.line_at(position)]
        return max(self.sentences[self.sentence(position)][0], line.start, position - _REACH)

    def cue(self, part: Part) -> Cue | None:
        """What attributes one part, None when nothing around it does."""
        if part not in self._found:
            self._found[part] = self._cue(part)
        return self._found[part]

    def _cue(self, part: Part) -> Cue | None:
        line = self.body.lines[part.line]
        start = self.sentence_start(part.opens)
        last = self.body.text[part.start : part.end].rstrip("\"”’'»")[-1:]
        return (
            cue_signature(self.frame, part.closes)
            or cue_words_of(self.frame, part.closes, line.end)
            or self._nearby(part, last)
            or cue_label(self.frame, line.start, part.opens)
            or cue_before(self.frame, start, part.opens)
            or (self._above(part.line) if self._opens_line(part) else None)
            or (cue_later(self.frame, part.closes, self._end(part, 0)) if last != "." else None)
            or self._subject(start, part.opens)
        )

    def is_alone(self, quotation: Quotation) -> bool:
        """Whether nothing but the quotation stands in its first paragraph."""
        part = quotation.parts[0]
        rest = self.frame[part.closes : min(self.body.lines[part.line].end, part.closes + _FEW)]
        return self._opens_line(part) and not rest.strip(_BULLET + ".)")

    def _nearby(self, part: Part, last: str) -> Cue | None:
        end = self._end(part, 0)
        runs_on = last in _RUNS_ON or self.frame.startswith((", ", " –", " —", " ―"), part.closes)
        if end == part.closes and last in "?!":  # the splitter takes a cry for a sentence's end
            runs_on, end = False, self._end(part, 1)
        found = cue_after(self.frame, part.closes, end)
        if found and (runs_on or self._is_whole(part, found, end)):
            return found
        comma = last == "," or self.frame.startswith(", ", part.closes)
        return cue_unlisted(self.frame, part.closes, end) if comma else None

    def _is_whole(self, part: Part, found: Cue, end: int) -> bool:
        """Whether a clause attributes a quotation that ended: its verb comes first, or nothing follows it."""
        return found.verb_start - part.closes < _FEW or bool(_ENDS.match(self.frame, found.verb_end, end))

    def _end(self, part: Part, further: int) -> int:
        """The end of the sentence behind a part, or of one further on; never behind the line."""
        number = min(self.sentence(part.closes) + further, len(self.sentences) - 1)
        line = self.body.lines[part.line]
        return min(max(self.sentences[number][1], part.closes), line.end, part.closes + _REACH)

    def _opens_line(self, part: Part) -> bool:
        start = self.body.lines[part.line].start
        return part.opens - start < _FEW and not self.frame[start : part.opens].strip(_BULLET)

    def _above(self, index: int) -> Cue | None:
        """Rule 3."""
        line = self.body.lines[max(index - 1, 0)]
        if not index or not self.body.text[line.start : line.end].rstrip().endswith(":"):
            return None
        start = self.sentence_start(line.end - 1)
        if cue := cue_before(self.frame, start, line.end):
            return cue
        subject = sentence_subject(self.frame, start, line.end)
        return Cue(How.INTRODUCED, *subject, *subject) if subject else None

    def _subject(self, start: int, opens: int) -> Cue | None:
        """Rule 5."""
        if not self.frame[start:opens].strip(_BULLET):
            return None
        if self.frame[start:opens].rstrip(_MARKS).endswith(":"):
            start = max(
                (found.end() for found in _COORDINATED.finditer(self.frame, start, opens)), default=start
            )
        subject: Place | None = sentence_subject(self.frame, start, opens)
        return Cue(How.SUBJECT, *subject, *subject) if subject else None


def blanked(text: str, quotations: list[Quotation]) -> str:
    """The text with the words of all quotations blanked; marks and a last stop or comma stay."""
    pieces, at = [], 0
    for quotation in quotations:
        for part in quotation.parts:
            keep = 1 if text[part.end - 1] in ".,?!…" else 0
            pieces += [text[at : part.start], BLANK * (part.end - part.start - keep)]
            at = part.end - keep
    return "".join((*pieces, text[at:]))
