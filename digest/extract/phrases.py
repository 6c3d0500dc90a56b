"""Noun phrases, as far as an attribution needs them: where the subject of a verb begins and ends.

There is no parser here: a phrase runs from the last word or sign that must stand outside it ("but",
"while", a colon, a comma) to the verb, and an apposition or relative clause between them is stepped over.
"""

import re
from typing import Final

from digest.extract.names import CAPITAL
from digest.extract.roles import is_office
from digest.extract.speech import SAYING, words
from digest.patterns import pattern

BLANK: Final = "\ue000"
"""Stands for each character of a quotation."""

Place = tuple[int, int]

FUNCTION: Final = words("""
when but and while which who whom in on at after before because if or to for with of that even until
although though since during from then than by where how what why so yet not into over about against
among as is was are were has have had will would according adding saying referring speaking
""")
"""Words, in lower case, that no noun phrase begins with."""

_WORD: Final = pattern(r"\w+")
PRONOUN: Final = pattern(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)\b")
_LAST_PRONOUN: Final = pattern(r"\b([Hh]e|[Ss]he|[Tt]hey|[Ii]t)\Z")
_AUXILIARIES: Final = words("""
also then later once often now still even again since first further repeatedly has have had would will
could did does is are was were
""")
_GO_ON: Final = (" go on to", " goes on to", " went on to")
_LAST: Final = 8  # characters in which the last word before a verb is looked for, more than ", which"
_WHO: Final = pattern(r",? (?:who|which|that)\Z")
_ANYBODY: Final = pattern(r".*\b(?:(?:any|some|every|no)(?:body|one)|those|people)\b", re.DOTALL)
_SEVERAL: Final = pattern(
    r" (?:of|from|by|with|among|to|for) ((?:[a-z-]+ ){0,2}(?:people|residents|officials|fans|users))\Z"
)
_CONNECTED: Final = pattern(r"(?:^|[\s,])(?:and|but|or|then|while)\Z")
_CONJUNCTIONS: Final = (
    "but|while|because|that|if|where|although|though|since|so|nor|until|unless|what|how|why|whether"
    "|then|yet|than"
)
_CUT: Final = pattern(
    rf"[;:(\[–—\"“”]\s*|, |(?<!\w)(?i:{_CONJUNCTIONS}|when|after|as|before|which|who|whom|whose|or|saying"
    rf"|adding"
    r"|and(?= (?:[a-z]|He |She )))\s+"
)
_CLAUSE_CUT: Final = pattern(rf"[;:\"“”]\s*|(?<!\w)(?i:{_CONJUNCTIONS})\s+")
_END: Final = pattern(
    rf"[,;:(–—\"“”{BLANK}\n]|\.(?=\s*$)| (?:who|whom|whose|which|that|when|while|as|after|before|during"
    rf"|about|by|via|this|last"
    r"|yesterday|today|outside|inside|following|through|until|because|if|but|shortly|earlier|later"
    r"|and (?:[a-z])"
    r"|in (?:a|an|the|his|her|its|their|response|reference|one|what)|at (?:a|an|the|one)"
    r"|on (?:a|the|his|her|its|[A-Z][a-z]+day|Twitter|Facebook|LinkedIn))\b"
)
_ADVERBIAL: Final = pattern(
    r"(?:In|On|At|Near|Around|Amid|Toward|Towards|Throughout|Besides|Inside|Outside|Across|Upon|Until|Once"
    r"|Given|Halfway|Midway|Soon|Minutes|Hours|Days|Weeks|Months|Years|Moments|For|With|When|While|As|After|Before|During|Since|Speaking|Asked|Despite|By|From|If"
    r"|Although|Though|Because"
    r"|Under|Pressed|To|Over|Among|Without|Within|Against|Like|Unlike|Instead|However|Meanwhile|Earlier"
    r"|Later|Last|Yesterday"
    r"|Today|And|But|So|Still|Yet|[A-Z][a-z]+ing|[A-Z][a-z]+ly)\b"
    rf"(?:[^\"“”]{{0,200}}?, (?=(?:{CAPITAL}|\d)|(?:the|a|an|one|he|she|they|it|his|her|its|their|some"
    rf"|several|many|two|[a-z]+s|people|police)\b)"
    rf"| (?=(?:he|she|they|it|the|{CAPITAL})\b)"
    rf"| (?:this |last |that |the )?(?:same )?(?:week|month|year|day|night|morning|afternoon|evening|\d{{4}})"
    rf" (?=(?:he|she|they|it|the|an?|{CAPITAL})\b))"
)
_FINITE: Final = pattern(
    r" (?:is|was|are|were|has|had|have|will|would|could|can|may|might|should|does|did|do|[a-z]{2,}(?:ed"
    r"|es|s)|made|took|gave|went"
    r"|said|told|wrote|spoke|stood|sat|got|became|came|saw|found|kept|held|left|met|set|hit|led|ran|sent"
    r"|spent|won|lost|drew|began)\b"
)
_PLURALS: Final = words("news affairs sports members residents officers rights services systems")
_BEFORE_SENTENCE: Final = pattern(rf"[\s\"'“‘”’«»({BLANK}]*+")


def opens_with_function(text: str, start: int = 0) -> bool:
    """Whether the word at `start` is one that no noun phrase begins with."""
    word = _WORD.match(text, start)
    return bool(word and word.group().lower() in FUNCTION)


def phrase_end(text: str, start: int, end: int) -> int:
    """Where a noun phrase that begins at `start` ends."""
    found = _END.search(text, start, end)
    return found.start() if found else end


def subject_before(text: str, start: int, verb: int) -> Place | None:
    """The subject of the verb at `verb`, looked for back to `start`; of "and said" the sentence's subject."""
    stop = _without_auxiliaries(text, start, verb)
    last = max(start, stop - _LAST)
    if pronoun := _LAST_PRONOUN.search(text, last, stop):
        return pronoun.span(1)
    if who := _WHO.search(text, last, stop):
        antecedent = _phrase(text, start, who.start())
        if antecedent and (several := _SEVERAL.search(text, *antecedent)):
            return several.span(1)
        words_between = text[slice(*antecedent)].split() if antecedent else []
        return (
            None
            if SAYING.intersection(words_between) or _ANYBODY.match(text, *(antecedent or (0, 0)))
            else antecedent
        )
    if _CONNECTED.search(text, last, stop):
        return sentence_subject(text, start, stop)
    if text[stop - 1 : stop] in (",", "–", "—", ")"):
        return _before_apposition(text, start, stop - 1)
    return _phrase(text, start, stop) or sentence_subject(text, start, stop)


def sentence_subject(text: str, start: int, stop: int) -> Place | None:
    """The first noun phrase of a sentence, past an adverbial in front of it."""
    before = _BEFORE_SENTENCE.match(text, start, stop)
    start = _past_adverbial(text, before.end() if before else start, stop)
    if pronoun := PRONOUN.match(text, start, stop):
        return pronoun.span()
    verbs = _FINITE.finditer(text, start, stop)
    end = next((verb.start() for verb in verbs if not _is_plural(verb.group()[1:])), stop)
    return (start, end) if start < end else None


def _is_plural(word: str) -> bool:
    """Whether a word that ends as a verb does is a noun: "federal prosecutors", "the news agency"."""
    return word.endswith("s") and (word in _PLURALS or (is_office(word) and word not in SAYING))


def _past_adverbial(text: str, start: int, stop: int) -> int:
    found = _ADVERBIAL.match(text, start, stop)
    return found.end() if found else start


def _without_auxiliaries(text: str, start: int, verb: int) -> int:
    """The end of what stands before the verb, its adverbs and auxiliaries aside."""
    piece = text[start:verb].rstrip()
    while piece:
        before, _, last = piece.rpartition(" ")
        if piece.endswith(_GO_ON):
            before = piece.rsplit(" ", 3)[0]
        elif last not in _AUXILIARIES and not (last.endswith("ly") and last.isalpha() and last.islower()):
            break
        piece = before.rstrip()
    return start + len(piece)


def _phrase(text: str, start: int, end: int) -> Place | None:
    for found in _CUT.finditer(text, start, end):
        start = found.end()
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if start < end else None


def _before_apposition(text: str, start: int, stop: int) -> Place | None:
    """A phrase with its apposition or relative clause, which a comma closes at `stop`."""
    begin = start
    start = _past_adverbial(text, start, stop)
    for found in _CLAUSE_CUT.finditer(text, start, stop):
        start = found.end()
    start = _past_adverbial(text, start, stop)
    if start < stop and not opens_with_function(text, start):
        return start, stop
    return sentence_subject(text, begin, stop)
