"""Finding quotations: over paragraphs, over lost marks and over marks that were set again.

Theory of operation. `marks.py` reads the marks, `pairs.py` pairs them within each paragraph. A mark that
stays open waits for what the next paragraphs bring, since the paragraph breaks of a pasted page are not
always the author's.

Rule 1. When the next paragraph opens with the same kind of mark, the quotation goes on there (every paragraph
opens, only the last one closes). A phrase with another quotation behind it does not go on.
Rule 2. When the first mark of one of the next paragraphs can only close, the quotation goes on up to there,
for the breaks fell into it; not over words that attribute, and over several paragraphs only when half of
them say "I", "we" or "you".
Rule 3. When a mark of the same kind opens again behind a full stop, the quotation goes on, for its paragraphs
were run together: in the same paragraph unless something is attributed in between; in a later one when
what stands in front says "I", "we" or "you", which reporters seldom do.
Rule 4. What waits in vain has lost its closing mark. It ends before its attribution, or with the sentence
before one that introduces the next quotation; else with its first sentence, which at least was said. With
quotations behind it in its paragraph its opening mark is a stray one, unless it opened the paragraph; a
single mark inside a paragraph is an apostrophe.
Rule 5. A first mark that can only close, right before its attribution, has lost its opening mark; its
sentence at least was said.
Rule 6. A paragraph that opens with a speaker's label ("SMITH: …") is a new turn, not a continuation.
"""

from dataclasses import dataclass
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.extract import breaks
from digest.extract.body import Body
from digest.extract.marks import FAMILY, Mark, marks_by_line
from digest.extract.pairs import Pairs, Stretch

_FEW: Final = 6  # characters in which a bullet may stand before a quotation
_BULLETS: Final = " •*\t-"
_REACH: Final = (
    8  # paragraphs in which a closing mark is waited for while half of them say "I", "we" or "you"
)
_NEAR: Final = 2  # the same for paragraphs that a reporter may have written


class Part(Struct, frozen=True, gc=False):
    """The words of a quotation in one paragraph, `start` to `end`; with its marks `opens` to `closes`."""

    line: int
    opens: int
    start: int
    end: int
    closes: int

    @property
    def closed(self) -> bool:
        """Whether it has a closing mark."""
        return self.closes > self.end


class Quotation(Struct, frozen=True):
    """What stands between outer marks, over one or several paragraphs; `label` is a transcript's "SMITH"."""

    parts: tuple[Part, ...]
    label: str = ""


def find_quotations(body: Body) -> list[Quotation]:
    """All stretches between outer quotation marks, in order; fragments and scare quotes among them."""
    finder = _Finder(body)
    for index, marks in marks_by_line(body).items():
        finder.read(index, marks)
    return [Quotation(tuple(one.parts), one.label) for one in finder.finish()]


@dataclass(slots=True)
class _Found:
    """A quotation that may still grow."""

    parts: list[Part]
    label: str = ""

    @property
    def line(self) -> int:
        return self.parts[0].line


class _Finder:
    """Reads the paragraphs in order. The quotation at `_open` waits; those found behind it may lie inside."""

    def __init__(self, body: Body) -> None:
        self._body, self._text = body, body.text
        self._found: list[_Found] = []
        self._open: int | None = None

    def read(self, index: int, marks: list[Mark]) -> None:
        """Takes in one paragraph that has marks."""
        pairs = Pairs(self._text, self._body.lines[index].end, marks)
        first = 0 if self._open is None else self._resume(index, marks, pairs)
        if self._open is None and not first:
            first = self._begin_unopened(index, marks[0], pairs)
        for stretch in pairs.stretches(first):
            self._take(index, stretch)

    def finish(self) -> list[_Found]:
        """All that was found, when no paragraph follows."""
        if self._open is not None:
            self._give_up(len(self._text))
        return self._found

    def _resume(self, index: int, marks: list[Mark], pairs: Pairs) -> int:
        """Rule 2: the first mark behind what went on from the paragraphs before."""
        last = self._waiting.parts[-1]
        alike = (mark for mark in marks if (mark.family == "single") == (self._family == "single"))
        lead = None if self._opens_line(index, next(alike, marks[0]).start) else pairs.lead(self._family)
        until = marks[lead or 0].start
        between = self._text[last.end : until].split("\n")
        reach = _REACH if breaks.are_spoken(between[1:]) else _NEAR
        if index - last.line > reach or breaks.attributes(self._text, last.end, until):
            self._give_up(last.end)
        elif lead is not None and not breaks.attributes(self._text, last.start, last.end):
            start = self._body.lines[index].start
            if part := self._part(index, Stretch(start, start, until, marks[lead].end)):
                self._go_on(part)
                return lead + 1
        return 0

    def _begin_unopened(self, index: int, mark: Mark, pairs: Pairs) -> int:
        """Rule 5: the first mark behind a quotation whose opening mark is lost."""
        line = self._body.lines[index]
        if pairs.lead("") != 0 or not breaks.is_attributed(self._text, mark.end + 1, line.end):
            return 0
        start = breaks.last_start(self._text, line.start, mark.start)
        if self._text[mark.start - 1] in ",?!" and self._text[start].isupper():
            self._found.append(_Found([Part(index, start, start, mark.start, mark.end)]))
        return 1

    def _take(self, index: int, stretch: Stretch) -> None:
        """Takes in what stands between the marks of one paragraph."""
        part = self._part(index, stretch)
        if part is None or self._lies_inside(part) or not (part.closed or self._may_stay_open(part)):
            return
        label, start = breaks.label(self._text, part.start, part.end)
        if not label and self._open is not None and self._goes_on(part):
            self._go_on(part)
            return
        if self._open is not None and (label or not part.closed):
            self._give_up(part.opens)
        self._found.append(_Found([replace(part, start=start) if label else part], label))
        if not part.closed:
            self._open = len(self._found) - 1

    def _lies_inside(self, part: Part) -> bool:
        """Whether single marks stand behind a double one that is open in their paragraph."""
        if self._open is None or self._family == "single" or part.line != self._waiting.parts[-1].line:
            return False
        return FAMILY[self._text[part.opens]] == "single"

    def _may_stay_open(self, part: Part) -> bool:
        """Whether a mark without its like is no apostrophe: a single one opens its line or a sentence."""
        if FAMILY[self._text[part.opens]] != "single" or self._opens_line(part.line, part.opens):
            return True
        begins = self._text[max(part.opens - 2, 0)] in ".:,?!" and self._text[part.start].isupper()
        return begins and self._open is None

    def _goes_on(self, part: Part) -> bool:
        """Rules 1 and 3."""
        last, between = self._waiting.parts[-1], self._found[-1]
        if FAMILY[self._text[part.opens]] != self._family:
            return False
        opens_line = self._opens_line(part.line, part.opens)
        if opens_line and part.line == last.line + 1:
            return between is self._waiting or not self._text[last.start].islower()
        if between is not self._waiting and between.line == part.line:
            return False
        if part.line == last.line:
            return breaks.is_set_again(self._text, last.start, part.opens)
        before = self._body.lines[part.line - opens_line]
        return breaks.is_spoken(self._text[before.start : min(part.opens, before.end)])

    def _go_on(self, part: Part) -> None:
        """Joins a part, and all that stands before it, to the quotation that waits."""
        waiting = self._waiting
        del self._found[(self._open or 0) + 1 :]
        last = waiting.parts.pop()
        waiting.parts.append(self._cut(last, min(last.end, part.opens)) or last)
        for index in range(last.line + 1, part.line + 1):
            line = self._body.lines[index]
            end = min(line.end, part.opens)
            if between := self._part(index, Stretch(line.start, line.start, end, end)):
                waiting.parts.append(between)
        waiting.parts.append(part)
        self._open = None if part.closed else self._open

    def _give_up(self, until: int) -> None:
        """Rule 4; `until` is where the next mark opens that has no like."""
        at, waiting = self._open or 0, self._waiting
        self._open = None
        last = waiting.parts.pop()
        inside = [one for one in self._found[at + 1 :] if one.line == last.line]
        behind = min([until, last.end, *(one.parts[0].opens for one in inside[:1])])
        end = self._end_of(waiting, last, min(until, last.end), behind)
        if cut := self._cut(last, end):
            waiting.parts.append(cut)
        swallowed = sum(one.parts[0].opens < end for one in inside)
        self._found[at : at + 1 + swallowed] = [waiting] if waiting.parts else []

    def _end_of(self, waiting: _Found, last: Part, until: int, behind: int) -> int:
        """Where the last part ends, whose closing mark is lost; 0 where its opening mark is a stray one.

        The next mark stands at `behind`, the next one without its like at `until`.
        """
        if end := breaks.lost_end(self._text, last.start, until):
            if end < behind < last.end and breaks.introduces(self._text, end, behind):
                return breaks.last_start(self._text, last.start, end)
            return end
        if waiting.parts or waiting.label:
            return until
        alone = behind == last.end and FAMILY[self._text[last.opens]] != "single"
        if not alone and not self._opens_line(last.line, last.opens):
            return 0
        return breaks.first_stop(self._text, last.start, until)

    @property
    def _waiting(self) -> _Found:
        return self._found[self._open or 0]

    @property
    def _family(self) -> str:
        return FAMILY.get(self._text[self._waiting.parts[0].opens], "")

    def _opens_line(self, index: int, position: int) -> bool:
        start = self._body.lines[index].start
        return position - start < _FEW and not self._text[start:position].strip(_BULLETS)

    def _part(self, index: int, stretch: Stretch) -> Part | None:
        """A stretch without the spaces at its ends; None for an empty one."""
        start, end = stretch.begin, stretch.end
        while start < end and self._text[start].isspace():
            start += 1
        while start < end and self._text[end - 1].isspace():
            end -= 1
        closes = end if stretch.closes == stretch.end else stretch.closes
        return Part(index, stretch.opens, start, end, closes) if start < end else None

    def _cut(self, part: Part, end: int) -> Part | None:
        return self._part(part.line, Stretch(part.opens, part.start, end, end))
