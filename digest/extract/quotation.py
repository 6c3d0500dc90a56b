"""Finding quotations by their marks.

Theory of operation. A mark is read by its kind and by what stands on either side of it; a small state
machine walks the marks of one paragraph.

Rule 1. An opening mark has a space, a bracket, a dash or nothing before it and no space after it; a closing
mark has no space before it, unless there is one behind it too, and no letter after it. What stands around
a mark beats its shape, since straight marks have none and curly ones are often turned the wrong way round.
Rule 2. An apostrophe is no mark: not inside a word, not in 'em, 'til, '90s, not after a plural s when a
surer closing mark follows, not beside its like.
Rule 3. The outer pair counts; marks of another kind inside it are part of the quotation.
Rule 4. A closing mark may be of the wrong kind ("… ”); it closes unless a mark of its kind is open inside.
Rule 5. Without a closing mark a quotation runs to the end of its paragraph. When the next paragraph opens
with the same kind of mark, the quotation goes on there (every paragraph opens, only the last one closes).
When it does not, the closing mark is missing: the quotation then ends before its attribution, if it has
one.
Rule 6. A paragraph that opens with a speaker's label ("SMITH: …") is a new turn, not a continuation.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from digest.extract.body import Body
from digest.extract.speech import SAYING

_SIGN: Final = re.compile(r"[\"“”„‟«»'‘’‚‹›](?!(?<=\w['’])\w)")
_FAMILY: Final = {
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("'‘’‚‹›", "single"),
    '"': "straight",
}
_OPENERS: Final = frozenset(("“", "„", "«", "‘", "‚", "‹"))
_SINGLE_OPENERS: Final = frozenset("'‘‚‹")
_BEFORE_OPENING: Final = frozenset(" \t\n([{-–—―/\u200b•*:…,\"“‘'«„>")
_INSIDE: Final = frozenset('£$€[(…"“')
_FEW: Final = 6  # characters in which a bullet may stand before a quotation
_BULLETS: Final = " •*\t-"
_ELISION: Final = re.compile(
    r"['’‘](?:em|tis|twas|til|till|cause|bout|n|\d\ds?)\b(?![^\n]{0,300}[,.?!…]['’](?!\w))", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|Q|A)(?: \([^)\n]{2,40}\))?:\s+(?=\S)"
)
_LOST_END: Final = re.compile(
    r"[,?!…]\s+(?:(?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) ([a-z]+)\b|([a-z]+) (?:[A-Z]\w"
    r"|he\b|she\b|the\b|a\b))"
)


class Part(NamedTuple):
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


class Quotation(NamedTuple):
    """What stands between outer marks, over one or several paragraphs; `label` is a transcript's "SMITH"."""

    parts: tuple[Part, ...]
    label: str = ""


class _Mark(NamedTuple):
    start: int
    sign: str
    family: str
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        return self.start + len(self.sign)


def find_quotations(body: Body) -> list[Quotation]:
    """All stretches between outer quotation marks, in order; fragments and scare quotes among them."""
    found: list[Quotation] = []
    for part in _parts(body):
        label = _LABEL.match(body.text, part.start, part.end)
        if label and label.end() < part.end:
            found.append(Quotation((part._replace(start=label.end()),), label.group().partition(":")[0]))
        elif found and _goes_on(body, found[-1].parts[-1], part):
            found[-1] = found[-1]._replace(parts=(*found[-1].parts, part))
        else:
            found.append(Quotation((part,)))
    return [_mended(body.text, quotation) for quotation in found]


def _goes_on(body: Body, before: Part, part: Part) -> bool:
    """Rule 5."""
    if before.closed or part.line != before.line + 1 or not _opens_line(body, part.line, part.opens):
        return False
    return _FAMILY.get(body.text[before.opens]) == _FAMILY.get(body.text[part.opens])


def _opens_line(body: Body, line: int, position: int) -> bool:
    start = body.lines[line].start
    return position - start < _FEW and not body.text[start:position].strip(_BULLETS)


def _mended(text: str, quotation: Quotation) -> Quotation:
    """Rule 5, where the closing mark is missing."""
    last = quotation.parts[-1]
    if last.closed:
        return quotation
    for lost in _LOST_END.finditer(text, last.start, last.end):
        if (lost.group(1) or lost.group(2)) in SAYING:
            end = lost.start() + 1
            return quotation._replace(parts=(*quotation.parts[:-1], last._replace(end=end, closes=end)))
    return quotation


def _parts(body: Body) -> Iterator[Part]:
    by_line: dict[int, list[_Mark]] = {}
    for match in _SIGN.finditer(body.text):
        if mark := _mark(body.text, match.start(), match.group()):
            by_line.setdefault(body.line_at(mark.start), []).append(mark)
    for index, marks in by_line.items():
        for opens, begin, end, closes in _pairs(body, index, marks):
            inner = body.text[begin:end]
            start = begin + len(inner) - len(inner.lstrip())
            stop = end - len(inner) + len(inner.rstrip())
            if start < stop:
                yield Part(index, opens, start, stop, max(closes, stop))


def _mark(text: str, start: int, sign: str) -> _Mark | None:
    """A sign with what it may do; None for an apostrophe and for doubled single marks.

    The latter stand for double marks on some pages and for names or inches on others: read as quotations they
    brought 57 to the development set, of which its annotators count none.
    """
    before = text[start - 1] if start else "\n"
    after = text[start + 1] if start + 1 < len(text) else "\n"
    family = _FAMILY[sign]
    lone = before.isspace() and after.isspace()
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = (not before.isspace() or (lone and sign not in _OPENERS)) and not after.isalnum()
    if family == "single":
        if sign == "'" and "'" in (before, after):
            return None
        opens = opens and sign in _SINGLE_OPENERS and (after.isalnum() or after in _INSIDE)
        closes = closes and not lone and before not in "([" and sign not in "‚‹"
        if not opens and not closes:
            return None
    return _Mark(start, sign, family, opens, closes)


def _pairs(body: Body, line: int, marks: list[_Mark]) -> Iterator[tuple[int, int, int, int]]:
    """Outer pairs of a line as (opening mark, behind it, closing mark or line's end, behind it)."""
    index = 0
    hopeless = False  # no single mark closes any more; looking again for each would take quadratic time
    while index < len(marks):
        mark = marks[index]
        index += 1
        single = mark.family == "single"
        if not _may_open(body.text, mark) or (single and hopeless):
            continue
        closing = _closing(body.text, marks, index)
        if closing is not None:
            yield mark.start, mark.end, marks[closing].start, marks[closing].end
            index = closing + 1
        elif single and not _opens_line(body, line, mark.start) and not _may_run_on(body, line, mark):
            hopeless = True
        else:
            end = body.lines[line].end
            yield mark.start, mark.end, end, end
            return


def _may_run_on(body: Body, line: int, mark: _Mark) -> bool:
    """Whether a single mark within a line may lack its like: a sentence begins, the next line opens too."""
    before, after = body.text[max(mark.start - 2, 0) : mark.start], body.text[mark.end]
    if line + 1 == len(body.lines) or before[:1] not in ".:,?!" or not after.isupper():
        return False
    return body.text.startswith(mark.sign, body.lines[line + 1].start)


def _may_open(text: str, mark: _Mark) -> bool:
    if mark.family == "single":
        return mark.opens and not _ELISION.match(text, mark.start)
    return mark.opens or (mark.sign in _OPENERS and not mark.closes)


def _closing(text: str, marks: list[_Mark], after: int) -> int | None:
    """The index of the mark that closes the one before `after`."""
    if marks[after - 1].family == "single":
        return _closing_single(text, marks, after)
    inside: list[str] = []
    for index in range(after, len(marks)):
        mark = marks[index]
        if mark.family == "single":
            continue
        if inside and mark.family == inside[-1] and mark.closes:
            inside.pop()
        elif mark.closes and not (mark.sign in _OPENERS and mark.opens):
            return index
        elif mark.opens:
            inside.append(mark.family)
    return None


def _closing_single(text: str, marks: list[_Mark], after: int) -> int | None:
    """The first sure closing mark outside nested ones; a doubtful one when a quotation opens before it."""
    inside = 0
    doubtful = None
    for index in range(after, len(marks)):
        mark = marks[index]
        if mark.family != "single":
            inside = max(inside + (1 if mark.opens and not (inside and mark.closes) else -1), 0)
        elif mark.closes and not inside:
            if _surely_closes(text, mark):
                return index
            doubtful = index if doubtful is None else doubtful
        elif mark.opens and doubtful is not None:
            return doubtful
    return doubtful


def _surely_closes(text: str, mark: _Mark) -> bool:
    """Whether it can be no plural's possessive ("ministers' plans") and no clipped -ing ("talkin' about")."""
    before = text[max(mark.start - 2, 0) : mark.start].lower()
    after = text[mark.start + 1 : mark.start + 3]
    return not (before.endswith(("s", "z", "in")) and after[:1] == " " and after[1:2].isalnum())
