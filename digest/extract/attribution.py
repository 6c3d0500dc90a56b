"""Finding the words that tell who speaks: the clause around a quotation and the subject of its verb.

Theory of operation. The text is a frame in which the words of every quotation are blanked, so that nothing
said inside one is taken for an attribution. Around a quotation these are looked for; `cues.py` has their
order.

Rule 1. After it: '," said Ann Lee, who …', '," Lee told MPs', '," according to Lee'.
Rule 2. Before it in the same sentence: the nearest verb of saying and its subject; a verb in the passive
gives what follows "by"; a participle ("adding") gives the name right before it, else the sentence's
subject.
Whoever is quoted "as saying" it speaks, and not who quotes.
Rule 3. Later in the same sentence: '… "too slow" for most schools, Lee said.'
"""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct

from digest.extract.names import CAPITAL
from digest.extract.phrases import (
    BLANK,
    opens_with_function,
    phrase_end,
    sentence_subject,
    subject_before,
)
from digest.extract.speech import PARTICIPLES, SAYING, words
from digest.patterns import pattern


class How(StrEnum):
    """How a speaker was found."""

    AFTER = "clause after"
    ACCORDING = "according to"
    BEFORE = "clause before"
    PARTICIPLE = "participle"
    LATER = "clause at the sentence's end"
    LABEL = "label"
    SIGNATURE = "signature"
    SUBJECT = "subject of the sentence"
    INTRODUCED = "colon on the line above"
    PRECEDING = "sentence before"
    SAME_LINE = "same paragraph"
    CARRIED = "paragraph before"


SAID: Final = frozenset(How) - {How.SUBJECT, How.PRECEDING, How.SAME_LINE, How.CARRIED}
"""The ways that rest on a quotation's own verb of saying, label or signature."""


class Cue(Struct, frozen=True, gc=False):
    """A noun phrase that may name the speaker (`start` to `end`), and the verb or words that say so."""

    how: How
    start: int
    end: int
    verb_start: int
    verb_end: int


_GAP: Final = pattern(r"[\s,.–—―-]*(?:as )?")
_WORD: Final = pattern(r"(?<![\w’'-])[a-z]{3,}\b(?!')")
_ADVERBS: Final = pattern(
    r"(?:(?:also|then|later|once|often|now|still|even|again|since|first|further|repeatedly|has|have|had"
    r"|would|will|could|did|is"
    r"|are|was|were|[a-z]+ly) )*"
)
_NO_SUBJECT_AFTER: Final = pattern(
    r" (?:(?:to|that|in|on|at|he|she|they|it|him|by|for|of|me|us|so)\b|her [a-z]+ (?:to|that)\b)"
)
_OUTSIDE: Final = pattern(rf"[\"“”„«»{BLANK}\n;:?!]")
_CLAUSE: Final = pattern(r" (?<!, )(?:which|that|when|while|because|if|during)\b")
_LONGEST: Final = 180  # characters of a subject
_BESIDE: Final = 3  # characters between a verb and the mark it stands beside
_ACCORDING: Final = pattern(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s quoted by) ")
_ACCORDING_WORDS: Final = ("ccording to ", "n the words of ", "s quoted by ")  # found faster than the pattern
_BEFORE_NOUN: Final = words("""
the a an his her its their my our your this that these those no any some of recent new to not by such for in
with other several many public media news police
""")
_REPORTING: Final = SAYING | PARTICIPLES
_NEVER_NOUNS: Final = frozenset(("said", "told", "wrote"))
_AUXILIARY: Final = pattern(r" (?:will|would|are|were|have|can|could|may|must|should)\b")
_PASSIVE: Final = pattern(
    r"\b(?:was|were|been|be|being|is|are|gets?|got) (?:[a-z]+ly |also |once |even |now |often )*\Z"
)
_BY: Final = pattern(rf"[^\"“”;{BLANK}]{{0,60}}?\bby ")
_NAMED: Final = pattern(rf"(?<!, )(?<!\w)({CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'.-]+){{0,3}}) \Z")
_SAID_FIRST: Final = pattern(
    r", (s?he|they) (?:said|says|told [^,]{2,40}), (?:but )?\Z"
)  # "Nothing broke, he said, adding"
_QUOTED: Final = pattern(
    rf"[^{BLANK}\n]{{0,80}}?\b(quot(?:ed|es|ing)) ([^{BLANK}\n:;]{{2,90}}?)"
    r" as (?:saying|telling|writing|adding|having)\b"
)
_OWN_VERB: Final = pattern(
    r"(?:[A-Z][\w’'.-]*|the [a-z-]+)(?: [A-Z][\w’'.-]*){0,3}"
    r" (?:was|is|were|are|had|has|have|would|could|will|did|does|can|should|may|might)\b"
)  # "The note, which was “slashed,” said Lee was ill"
_BEGINS_NOUN: Final = pattern(
    rf"(?:{CAPITAL}|\d|(?:the|an?|his|her|its|their|our|my|one|two|three|four|another|some|many|several|both"
    r"|other|each|every|most|those|these|this|that)\b|(?![a-z]+(?:ing|ly)\b|perhaps\b"
    r"|[a-z]+ed (?:and|but|by|to|in|at|on|with|for|from)\b)[a-z-]+(?: [a-z-]+){0,3} )"
)
_INVERTED: Final = pattern(
    r"(?:(?:And|But|Yet|Then) )?([Ss]a(?:id|ys)|[Aa]dd(?:ed|s)|[Ww](?:rote|rites)|[Tt]weeted|[Rr]eplie[ds]) "
    rf"(?!(?:to|in|on|at|of|that)\b)([^{BLANK}\n:;]{{2,140}})[,:] [\"“‘'«]*\Z"
)
_INVERTS: Final = frozenset("ABRSTWYarstw")  # what such a sentence can begin with
_FEELING: Final = words("felt feels thought thinks believed believes hoped hopes knew knows expects expected")
_THAT_HE: Final = pattern(r" (?:that )?(?:s?he|it|they) (?:had |has |also )?")
_SUBORDINATORS: Final = frozenset(("when", "after", "before", "once", "because", "until"))


def cue_after(text: str, position: int, end: int) -> Cue | None:
    """Rule 1, from behind the closing mark to the sentence's end."""
    if position >= end:
        return None
    gap = _GAP.match(text, position, end)
    start = gap.end() if gap else position
    if found := _ACCORDING.match(text, start, end):
        return Cue(How.ACCORDING, found.end(), phrase_end(text, found.end(), end), *found.span())
    if quoted := _quoted_as(text, start, end):
        return Cue(How.AFTER, *quoted.span(2), *quoted.span(1))
    return _inverted(text, start, end) or _with_subject(text, How.AFTER, start, end)


def cue_before(text: str, start: int, position: int) -> Cue | None:
    """Rule 2, from the sentence's start to the opening mark."""
    if quoted := _quoted_as(text, start, position):
        return Cue(How.BEFORE, *quoted.span(2), *quoted.span(1))
    if text[start : start + 1] in _INVERTS and (inverted := _INVERTED.match(text, start, position)):
        place = inverted.start(2), phrase_end(text, *inverted.span(2))
        return Cue(How.BEFORE, *place, *inverted.span(1))
    verbs = reporting_verbs(text, start, position)
    for number in range(len(verbs) - 1, -1, -1):
        verb = verbs[number]
        if (
            number
            and verb.group() in _FEELING
            and _THAT_HE.fullmatch(text, verbs[number - 1].end(), verb.start())
        ):
            continue
        if (cue := _before(text, start, position, verb)) and not _is_subordinate(text, start, position, cue):
            return cue
    return _according(text, start, position)


def _is_subordinate(text: str, start: int, position: int, cue: Cue) -> bool:
    """Whether the subject of `cue` only sets the scene: "Lee had an answer when Ray put it to her: …".

    A verb right before the mark does not: "Lee sat up when Ray asked, “…”".
    """
    main, _, word = text[start : cue.start].rstrip().rpartition(" ")
    return bool(main) and word in _SUBORDINATORS and position - cue.verb_end > _BESIDE


def cue_later(text: str, position: int, end: int) -> Cue | None:
    """Rule 3, from behind the closing mark to the sentence's end."""
    if found := _according(text, position, end):
        return found
    comma = text.find(", ", position, end) if reporting_verbs(text, position, end) else -1
    while comma >= 0:
        if found := _with_subject(text, How.LATER, comma + 2, end):
            return found
        comma = text.find(", ", comma + 2, end)
    return None


def reporting_verbs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words between two positions that can report speech."""
    return [word for word in _WORD.finditer(text, start, end) if word.group() in _REPORTING]


def _quoted_as(text: str, start: int, end: int) -> re.Match[str] | None:
    return _QUOTED.match(text, start, end) if text.find("quot", start, end) >= 0 else None


def _inverted(text: str, start: int, end: int) -> Cue | None:
    """'said Ann Lee': the verb first, its subject behind it."""
    adverbs = _ADVERBS.match(text, start, end)
    verb = _WORD.match(text, adverbs.end() if adverbs else start, end)
    if not verb or verb.group() not in SAYING or _NO_SUBJECT_AFTER.match(text, verb.end()):
        return None
    subject = verb.end() + 1
    if not text[subject : subject + 1].isalnum() or text[verb.end()] != " ":
        return None
    if _OWN_VERB.match(text, subject, end):
        return None
    return Cue(How.AFTER, subject, phrase_end(text, subject, end), *verb.span())


def _with_subject(text: str, how: How, start: int, end: int) -> Cue | None:
    """'Ann Lee, who …, said': the subject first, up to the first verb of saying."""
    if not _BEGINS_NOUN.match(text, start, end) or (
        text[start].islower() and opens_with_function(text, start)
    ):
        return None
    outside = _OUTSIDE.search(text, start, end)
    reach = min(start + _LONGEST, outside.start() if outside else end)
    verbs = (word for word in _WORD.finditer(text, start + 1, reach) if word.group() in SAYING)
    verb = next((word for word in verbs if not _is_noun(text, start, *word.span())), None)
    if verb and verb.group() == "called" and text[verb.end() + 1 : verb.end() + 2].isupper():
        verb = next(verbs, None)  # "a user called Ann Lee said"
    if not verb or _CLAUSE.search(text, start, verb.start()):
        return None
    if _is_passive(text, start, verb):
        return _agent(how, text, verb, end)
    return Cue(how, start, _subject_end(text, start, verb.start()), *verb.span())


def _is_passive(text: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb makes its subject the one who is told; who "was quoted as saying" something is not."""
    if verb.group().endswith("ing") or text.startswith(" as ", verb.end()):
        return False
    return bool(_PASSIVE.search(text, max(start, verb.start() - 30), verb.start()))


def _agent(how: How, text: str, verb: re.Match[str], end: int) -> Cue | None:
    """'MPs were told by Ann Lee': who did it, where that is said."""
    agent = _BY.match(text, verb.end(), end)
    return Cue(how, agent.end(), phrase_end(text, agent.end(), end), *verb.span()) if agent else None


def _subject_end(text: str, start: int, verb: int) -> int:
    """Before the adverbs, auxiliaries and the comma that may stand between subject and verb."""
    space = text.find(" ", start, verb)
    while space >= 0:
        adverbs = _ADVERBS.match(text, space + 1, verb)
        if adverbs and adverbs.end() == verb:
            break
        space = text.find(" ", space + 1, verb)
    stop = verb if space < 0 else space
    return start + len(text[start:stop].rstrip(" ,"))


def _before(text: str, start: int, position: int, verb: re.Match[str]) -> Cue | None:
    if _is_noun(text, start, *verb.span()):
        return None
    if _is_passive(text, start, verb):
        return _agent(How.BEFORE, text, verb, position)
    if verb.group() in PARTICIPLES:
        near = text, max(start, verb.start() - 60), verb.start()
        named = _SAID_FIRST.search(*near) or _NAMED.search(*near)
        subject = named.span(1) if named else sentence_subject(text, start, verb.start())
        return Cue(How.PARTICIPLE, *subject, *verb.span()) if subject else None
    subject = subject_before(text, start, verb.start())
    return Cue(How.BEFORE, *subject, *verb.span()) if subject else None


def _is_noun(text: str, start: int, verb: int, end: int) -> bool:
    """Whether the word at `verb` looks like a verb and is a noun: "the reports", "night calls will go"."""
    piece = text[max(start, verb - 16) : verb]
    if text[verb:end] in _NEVER_NOUNS:
        return False
    before = piece.split()[-1].lower() if piece.endswith(" ") and piece.strip() else ""
    return (
        before in _BEFORE_NOUN or before.endswith(("'s", "’s", "'", "’")) or bool(_AUXILIARY.match(text, end))
    )


def _according(text: str, start: int, end: int) -> Cue | None:
    named = any(text.find(words, start, end) >= 0 for words in _ACCORDING_WORDS)
    found = _ACCORDING.search(text, start, end) if named else None
    return (
        Cue(How.ACCORDING, found.end(), phrase_end(text, found.end(), end), *found.span()) if found else None
    )
