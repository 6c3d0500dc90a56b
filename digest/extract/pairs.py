"""Pairing the marks of one paragraph: which opening mark goes with which closing one.

Rule 1. The outer pair counts; marks of another kind inside it are part of the quotation.
Rule 2. A closing mark goes with the nearest open one of its kind; where none is open, it is of the wrong kind
("… ”) and closes the innermost.
Rule 3. A double mark that stays open leaves the pairs behind it alone and is handed on as open: its closing
mark may be lost, or stand in another paragraph.
Rule 4. A single mark closes where it can be no plural's possessive and no clipped -ing; at a doubtful place
only when another quotation opens behind it.
Rule 5. A straight mark behind a figure means inches when another mark follows that can only close.
Rule 6. A mark with spaces on either side opens when nothing is open and the next one can only close.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from msgspec import Struct

from digest.extract.marks import OPENERS, Mark, is_elision

_NESTED: Final = 3  # how deep marks are looked for; deeper nesting is not written


class Stretch(Struct, frozen=True, gc=False):
    """An opening mark, the words `begin` to `end`, and behind the closing mark, `end` where it is lost."""

    opens: int
    begin: int
    end: int
    closes: int


class Pairs:
    """The marks of one paragraph that ends at `end`, and which double ones go together."""

    def __init__(self, text: str, end: int, marks: list[Mark]) -> None:
        self._text, self._end, self._marks = text, end, marks
        self._lead: int | None = None
        self._partners = self._paired()

    def lead(self, family: str) -> int | None:
        """The index of the first mark that closes something of an earlier paragraph, which had this kind."""
        if family != "single":
            return self._lead
        first = next((index for index, mark in enumerate(self._marks) if mark.family == family), None)
        if first is None or self._marks[first].opens or not self._marks[first].closes:
            return None
        return first if self._text[self._marks[first].start - 1] in ",.?!…" else None

    def stretches(self, first: int) -> Iterator[Stretch]:
        """Outer stretches from the mark `first` on; one left open runs to the paragraph's end."""
        index = first
        hopeless = False  # no single mark closes any more; looking again for each would take quadratic time
        while index < len(self._marks):
            mark, closing = self._marks[index], self._partners.get(index)
            if mark.family == "single" and mark.opens and not hopeless and not is_elision(self._text, mark):
                closing = self._closing_single(index + 1)
                hopeless = closing is None
                closing = len(self._marks) if hopeless else closing
            if closing is not None:
                yield self._stretch(mark, closing)
                index = closing if closing < len(self._marks) else index
            index += 1

    def _stretch(self, mark: Mark, closing: int) -> Stretch:
        if closing == len(self._marks):
            return Stretch(mark.start, mark.end, self._end, self._end)
        return Stretch(mark.start, mark.end, self._marks[closing].start, self._marks[closing].end)

    def _paired(self) -> dict[int, int]:
        """Double opening marks with the index of what closes them, which is behind the last for nothing."""
        partners: dict[int, int] = {}
        opened: list[tuple[int, str]] = []
        doubles = [index for index, mark in enumerate(self._marks) if mark.family != "single"]
        for index, following in zip_longest(doubles, doubles[1:]):
            mark = self._marks[index]
            only_opens = (mark.sign in OPENERS and mark.opens) or (
                not opened and self._opens(mark, following)
            )
            if mark.closes and not only_opens:
                if not opened:
                    self._lead = self._lead_or(index)
                elif not self._is_inches(mark, following):
                    at = _nearest(opened, mark.family)
                    partners[opened[at][0]] = index
                    del opened[at:]
            elif only_opens or mark.opens or mark.sign in OPENERS:
                opened.append((index, mark.family))
        return partners | dict.fromkeys((index for index, _ in opened), len(self._marks))

    def _opens(self, mark: Mark, following: int | None) -> bool:
        """Rule 6."""
        if mark.opens or following is None or not self._text[mark.end : mark.end + 1].isspace():
            return mark.opens
        spaced = not self._text[max(mark.start - 1, 0) : mark.start].strip()
        return spaced and self._marks[following].closes and not self._marks[following].opens

    def _lead_or(self, index: int) -> int | None:
        mark = self._marks[index]
        inches = mark.sign == '"' and self._text[mark.start - 1].isdigit()
        return index if self._lead is None and not inches else self._lead

    def _is_inches(self, mark: Mark, following: int | None) -> bool:
        """Rule 5."""
        if following is None or mark.sign != '"' or not self._text[mark.start - 1].isdigit():
            return False
        return self._marks[following].closes and not self._marks[following].opens

    def _closing_single(self, after: int) -> int | None:
        """Rule 4, outside double marks."""
        doubtful = None
        index = after
        while index < len(self._marks):
            mark = self._marks[index]
            if mark.family != "single":
                index = self._behind(index)
                continue
            if mark.closes and self._surely_closes(mark):
                return index
            if mark.closes:
                doubtful = index if doubtful is None else doubtful
            elif mark.opens and doubtful is not None:
                return doubtful
            index += 1
        return doubtful

    def _behind(self, index: int) -> int:
        """The index behind a double mark and what it pairs with."""
        closing = self._partners.get(index, index)
        return (closing if closing < len(self._marks) else index) + 1

    def _surely_closes(self, mark: Mark) -> bool:
        """Whether it is neither a possessive ("ministers' plans") nor a clipped -ing ("talkin' about")."""
        before = self._text[max(mark.start - 2, 0) : mark.start].lower()
        after = self._text[mark.start + 1 : mark.start + 3]
        return not (before.endswith(("s", "z", "in")) and after[:1] == " " and after[1:2].isalnum())


def _nearest(opened: list[tuple[int, str]], family: str) -> int:
    """Rule 2: which of the open marks, the outermost first, a mark of this kind closes."""
    last = len(opened) - 1
    if opened[last][1] == family:
        return last
    nested = range(last, max(last - _NESTED, -1), -1)
    return next((at for at in nested if opened[at][1] == family), last)
