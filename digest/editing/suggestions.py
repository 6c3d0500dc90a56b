"""Subjects and preheaders for an issue, out of its lead story's own words.

Theory of operation. Nothing is written: a suggestion is a piece of what stands in the lead, letter for
letter, that has the right length. The pieces are its headline, standfirst, summary sentences and quotations,
then the sentences that the summary might have had.

Rule 1. A piece is a whole sentence, or one cut where a clause begins that only adds to it: before ", which"
        or ", as", at a colon, a semicolon or a dash. The sign must not come again, or the cut would fall
        inside an aside ("The board, which runs it, said"). None that points back ("None of them") stands
        alone.
Rule 2. Nothing is cut off that takes back what stays ("unless", "but", "not"), and no quotation is cut within
        a sentence.
Rule 3. A full stop or comma at the end comes off. A quotation keeps its marks.
Rule 4. Pieces of different kinds come first, and within a kind those that fill the room; none is over length.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from digest.editing.choices import MOST
from digest.extract.pointing import points_back, points_to_somebody
from digest.extract.sentences import sentences
from digest.extract.summary import ranked
from digest.model import Issue, Span, Story
from digest.patterns import pattern
from digest.verbatim import find_verbatim, fold

SUBJECT: Final = range(35, 61)  # characters: what phones show of a subject
PREHEADER: Final = range(40, 111)  # characters: what inboxes show behind it
_EACH: Final = 3
_CUT: Final = pattern(
    r"(?P<sign>, (?=(?:which|who|whose|where|when|while|as|after|before|because|since|with|following|and) )"
    r"|: |; | [–—-] )"
)
_TAKES_BACK: Final = pattern(
    r"(?i)\b(?:but|unless|if|except|although|though|despite|however|yet|not|no|never|none|nor|only|until|without"
    r"|denied|denies|deny|false|wrong|alleged|allegedly|reportedly|claimed|claims|said|says)\b|n['’]t\b"
)
_ENDS: Final = " .,;:–—-"


class Suggestion(Struct, frozen=True, kw_only=True):
    """A piece of the lead; `source` is what it was taken from, `span` where the article has it, if so."""

    text: str
    source: str
    span: Span | None = None


class Suggestions(Struct, frozen=True, kw_only=True):
    """Up to three of each, the best first."""

    subjects: tuple[Suggestion, ...]
    preheaders: tuple[Suggestion, ...]


def suggestions(issue: Issue) -> Suggestions:
    """What may stand as subject and preheader; no preheader says again what the issue's subject says."""
    pieces = list(_pieces(issue.stories[0]))
    beside = [each for each in pieces if fold(each.text) != fold(issue.subject.value)]
    return Suggestions(subjects=_chosen(pieces, SUBJECT), preheaders=_chosen(beside, PREHEADER))


def _chosen(pieces: Iterable[Suggestion], room: range) -> tuple[Suggestion, ...]:
    """Rule 4."""
    fitting = {each.text: each for each in pieces if 0 < len(each.text) < room.stop}
    filling = sorted(fitting.values(), key=lambda each: len(each.text) not in room)
    kinds: Counter[str] = Counter()
    ranked = []
    for each in filling:
        kinds[each.source] += 1
        ranked.append((len(each.text) not in room, kinds[each.source], each))
    return tuple(each for *_, each in sorted(ranked, key=lambda row: row[:2])[:_EACH])


def _pieces(lead: Story) -> Iterator[Suggestion]:
    told = [("headline", lead.headline.value), ("standfirst", lead.standfirst.value)]
    told += [("summary", each.value) for each in lead.summary]
    told += [("article", each.text) for each in ranked(lead.article, MOST)]
    for source, text in told:
        for piece in _cut(text):
            if source == "headline" or not _points(piece, lead):
                yield _suggestion(lead, source, piece, piece)
    for quote in lead.quotes:
        for paragraph in quote.value.text.split("\n\n"):
            for start, end in sentences(paragraph):
                words = paragraph[start:end].rstrip(_ENDS)
                if words and not points_back(words):
                    yield _suggestion(lead, "quotation", words, f"“{words}”")


def _points(piece: str, lead: Story) -> bool:
    return not piece or points_back(piece) or points_to_somebody(piece, lead.article.source.text)


def _cut(text: str) -> Iterator[str]:
    """A text's first sentences, whole and cut (Rules 1 to 3)."""
    for start, end in sentences(text):
        sentence = text[start:end]
        yield sentence.rstrip(_ENDS)
        for found in _CUT.finditer(sentence):
            sign, rest = found["sign"], sentence[found.end() :]
            if sign not in rest and "," not in rest and not _TAKES_BACK.search(rest):
                yield sentence[: found.start()].rstrip(_ENDS)


def _suggestion(lead: Story, source: str, words: str, text: str) -> Suggestion:
    spans = find_verbatim(words, lead.article.source.text)
    return Suggestion(text=text, source=source, span=spans[0] if len(spans) == 1 else None)
