"""Words that tell whether a quotation goes on over a break, or where it ends without a closing mark."""

from typing import Final

from digest.extract.sentences import sentences
from digest.extract.speech import SAYING
from digest.patterns import pattern

_NAME: Final = r"[A-Z][\w’'-]{1,30}"
_CLAUSE: Final = pattern(
    rf"(?:(?:he|she|they|{_NAME}(?: {_NAME}){{0,2}}) ([a-z]+)\b|([a-z]+) (?:[A-Z]\w|he\b|she\b|the\b|a\b))"
)
_LOST_END: Final = pattern(rf"[,?!…]\s{{1,3}}{_CLAUSE.pattern}")
_ATTRIBUTES: Final = pattern(
    rf"[\n,.!?…\"”’] ?(?:(?:[Hh]e|[Ss]he|[Tt]hey|{_NAME}(?: {_NAME}){{0,2}}) (?:said|says|told|added|asked"
    r"|wrote|explained|tweeted|replied|warned|argued|insisted)\b|(?:said|says|added|wrote) [A-Z][a-z])"
)
_SPEAKS: Final = pattern(r"\b(?:I|[Ww]e|[Uu]s|[Mm]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et[’']s)\b")
_LONGEST: Final = 700  # characters told without an attribution
_ANSWER: Final = pattern(
    r"(?:(?:Uh|Um|Oh|Er|Well), )?(?:[Yy]es|[Nn]o|[Yy]eah|[Nn]ope|[Ss]ure|Absolutely)[,.!]"
)
_STOP: Final = pattern(r"[.!?…][\"'”’)\]]{0,3}\s{1,3}(?=[^\sa-z])")
_ENDS: Final = pattern(r"[.!?…][’')\]]{0,3}\s{0,3}\Z")
_LABEL: Final = pattern(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|Q|A)(?: \([^)\n]{2,40}\))?:\s+(?=\S)")


def attributes(text: str, start: int, end: int) -> bool:
    """Whether a clause that attributes begins there: ", she said", "said Lee"; not "as she said"."""
    return bool(_ATTRIBUTES.search(text, start, end))


def is_attributed(text: str, position: int, end: int) -> bool:
    """Whether an attribution begins at a position."""
    clause = _CLAUSE.match(text, position, end)
    return clause is not None and (clause[1] or clause[2]) in SAYING


def lost_end(text: str, start: int, end: int) -> int:
    """Where an attribution begins that no closing mark parts from what was said; 0 without one."""
    for lost in _LOST_END.finditer(text, start, end):
        if (lost[1] or lost[2]) in SAYING:
            return lost.start() + 1
    return 0


def is_spoken(head: str) -> bool:
    """Whether half of the sentences in front of a mark say "I", "we" or "you"; reporters seldom do."""
    told = _STOP.split(head.rstrip())
    return bool(_ENDS.search(head)) and 2 * sum(map(bool, map(_SPEAKS.search, told))) >= len(told)


def are_spoken(paragraphs: list[str]) -> bool:
    """Whether half of the paragraphs say "I", "we" or "you"."""
    return 2 * sum(bool(_SPEAKS.search(said)) for said in paragraphs) >= len(paragraphs)


def is_set_again(text: str, start: int, end: int) -> bool:
    """Whether between two opening marks of a paragraph stand whole sentences that attribute nothing."""
    if end - start > _LONGEST or not _ENDS.search(text, max(start, end - 8), end):
        return False
    return not attributes(text, start, end) and not lost_end(text, start, end)


def introduces(text: str, start: int, mark: int) -> bool:
    """Whether an attribution leads up to the next mark: ", Lee said: "."""
    clause = text[start:mark].rstrip()
    return clause.endswith((":", ",")) and len(sentences(clause)) == 1


def is_answer(question: str, answer: str) -> bool:
    """Whether somebody else answers what was asked: "Will it float?" "Yes, it will."."""
    return question.endswith("?") and bool(_ANSWER.match(answer))


def first_stop(text: str, start: int, end: int) -> int:
    """The end of the first of several sentences, `end` when there is one only."""
    return next((start + stop for _, stop in sentences(text[start:end])), end)


def last_start(text: str, start: int, end: int) -> int:
    """Where the last sentence begins."""
    return max((start + begin for begin, _ in sentences(text[start:end])), default=start)


def label(text: str, start: int, end: int) -> tuple[str, int]:
    """A transcript's label ("SMITH: …") and where the words behind it begin; "" without one."""
    found = _LABEL.match(text, start, end)
    return (found[1], found.end()) if found and found.end() < end else ("", start)
