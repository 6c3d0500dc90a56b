"""The sentences of an article, each with what decides whether it may stand in a summary.

Theory of operation. A summary sentence is read away from its neighbours and as the article's own word, so
these are unfit, however well they would score:

Rule 1. Quotations: more than half of it in quotation marks, a quotation with its speaker behind ('"We won,"
        Osei said'), or one that begins or ends outside of it. Key quotes are offered apart from the summary.
Rule 2. What is no statement: fewer than six words, a question, a lead-in that ends in a colon, a list item,
        an aside in brackets, a line in capitals, a piece whose beginning or closing bracket is missing.
Rule 3. What talks to the reader of the page ("Click here", "Scroll down") or holds an address.

A dateline ("LONDON (Reuters) -", "(CNN)") in front of the first sentence is left out. The words are English
and find nothing elsewhere; there marks, place and coverage decide. `leaning.py` has the rule for pronouns.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.extract.sentences import sentences
from digest.extract.terms import terms
from digest.model import Article, Block, BlockKind, Sentence, Span
from digest.patterns import pattern

ENOUGH: Final = 10  # fit sentences looked at; ROUGE-1 on 200 articles: 0.302 with 8, 0.303 with 10 to 20

FARTHEST: Final = 40  # sentences: what stands further on is not what the article is about
DATELINED: Final = 5  # sentences: a kicker or an abstract may stand before the dateline
FEWEST_WORDS: Final = 6
MOSTLY: Final = 0.5

DATELINE: Final = pattern(
    r"(?:[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][A-Za-z.'’/-]*){0,5}"
    r"(?:,? \d{1,2}(?: [A-Z][a-z]{2,8})?(?:,? \d{4})?)? ?)?"
    r"(?:\([A-Z][\w ./&-]{1,30}\) ?|/[A-Z][\w .-]{1,30}/ ?)?(?:--?|[–—―]) "
    r"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]*){0,5},? \([A-Z][\w ./&-]{1,30}\) ?(?:--?|[–—―]) "
    r"|\([A-Z][\w ./&-]{1,30}\) ?(?=[A-Z“\"])"
)
QUOTED: Final = pattern(
    r"""["“”„«'‘](?:(?<=["“”„«])[^"“”«»]*["”“»]?|(?<=')'(?:[^'"]|'(?!'))*+(?:'')?"""
    r"""|(?<=['‘])(?<![\w'’].)(?=[^\W\d])(?:[^'‘’\n]|['’](?<=\w.)(?=\w))*+['’](?!\w))"""
)  # all begin with one plain class, which the regex engine can skip to
SPOKEN: Final = pattern(r"""(?:["“„«'‘]|'')[^"“”»]*?[,!?…] ?(?:["”’»]|'(?!\w))""")
TALK: Final = pattern(
    r"(?:Advertisement|(?:Click|Tap) (?:here|on|the|to)|Follow (?:us|me|the)|Join us|Listen to|Pictured"
    r"|Read (?:more|on|the|our)|Register (?:here|now|for)|Scroll down|See (?:also|more)|Share this|Sign up"
    r"|Subscribe|Watch (?:here|how|now|our|the|this))\b"
    r"|(?:Editor['’]s note|(?:Image|Photo|Picture|Video).{0,12}):"
)


class Candidate(Struct, frozen=True, kw_only=True):
    """A sentence of an article. `place` counts all sentences of the body's paragraphs from 0.

    `words` is near enough for scripts without spaces; `quoted` is the share in quotation marks;
    `fit` tells whether it is a statement of the article's own (Rules 1 to 3).
    """

    sentence: Sentence
    place: int
    words: int
    quoted: float
    fit: bool
    terms: frozenset[str]


def candidates(article: Article, enough: int = ENOUGH) -> list[Candidate]:
    """The first sentences of the body's paragraphs, in order, until enough of them are fit."""
    found: list[Candidate] = []
    for candidate in islice(_all(article), FARTHEST):
        found.append(candidate)
        enough -= candidate.fit
        if not enough:
            break
    return found


def _all(article: Article) -> Iterator[Candidate]:
    place = 0
    for paragraph, block in enumerate(article.body):
        if block.kind is BlockKind.PARAGRAPH:
            for candidate in _of_paragraph(block, paragraph, place):
                yield candidate
                place += 1


def _states(text: str) -> bool:
    if text[-1] in "?:？؟" or text[:2].islower() or text[0] in "([•*·–—-" or text.isupper():
        return False
    if TALK.match(text) or SPOKEN.match(text) or _addressed(text):
        return False
    return text.count("(") == text.count(")")


def _addressed(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


def _of_paragraph(block: Block, paragraph: int, place: int) -> Iterator[Candidate]:
    dateline = DATELINE.match(block.text) if place < DATELINED else None
    begin = dateline.end() if dateline else 0
    quotes = [match.span() for match in QUOTED.finditer(block.text)]
    for start, end in sentences(block.text[begin:]):
        yield _candidate(block, paragraph, place, (begin + start, begin + end), quotes)
        place += 1


def _candidate(
    block: Block, paragraph: int, place: int, where: tuple[int, int], quotes: list[tuple[int, int]]
) -> Candidate:
    start, end = where
    text = block.text[start:end]
    words, quoted = _words(text), _quoted(start, end, quotes)
    span = Span(block.span.start + start, block.span.start + end)
    return Candidate(
        sentence=Sentence(text=text, span=span, paragraph=paragraph),
        place=place,
        words=words,
        quoted=quoted,
        fit=quoted <= MOSTLY and words >= FEWEST_WORDS and _states(text),
        terms=terms(text),
    )


def _words(text: str) -> int:
    """Words by their spaces; in scripts without spaces two letters, seen by their longer bytes, make one."""
    spaced = text.count(" ") + 1
    return spaced if text.isascii() else max(spaced, (len(text.encode(errors="replace")) - len(text)) // 4)


def _quoted(start: int, end: int, quotes: list[tuple[int, int]]) -> float:
    """The share of a sentence that stands in quotation marks; 1 when a quotation runs on over its edge."""
    inside = 0
    for opened, closed in quotes:
        if opened < end and closed > start:
            if opened < start or closed > end:
                return 1.0
            inside += closed - opened
    return inside / (end - start)
