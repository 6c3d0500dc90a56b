"""Who said it: from the words around a quotation to a person or body of the article.

Theory of operation. `cues.py` gives the noun phrase that attributes a quotation; here it is led to a person of
the register, or kept as the name of a body. What has no cue of its own is lent a speaker.

Rule 1. A pronoun means whom `antecedents.py` says; the more rivals it has nearby, the less we trust it.
Rule 2. The head of the phrase speaks: "Lee's spokesman" and "a lawyer for Lee" are not Lee; "Acme chief executive
Ann Lee" and "the head of Acme, Ann Lee," are.
Rule 3. A quotation without a cue goes with the one before it in its paragraph, unless a sentence about somebody
else stands between them; else with the next one in its paragraph.
Rule 4. A paragraph that only quotes goes on with the speaker of the paragraph before.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from digest.extract.antecedents import Antecedents
from digest.extract.attribution import Cue, How, cue_before
from digest.extract.body import Body
from digest.extract.cues import Cues
from digest.extract.names import possessive
from digest.extract.people import Mention, Register, behind_preposition
from digest.extract.phrases import BLANK, FUNCTION, PRONOUN, Place, sentence_subject
from digest.extract.quotation import Part, Quotation
from digest.extract.roles import is_office, office_after, office_before

CERTAIN: Final = {
    How.AFTER: (0.98, 0.97),
    How.BEFORE: (0.98, 0.93),
    How.ACCORDING: (0.94, 0.93),
    How.LATER: (0.95, 0.9),
    How.LABEL: (0.97, 0.93),
    How.INTRODUCED: (0.94, 0.8),
    How.PARTICIPLE: (0.93, 0.6),
    How.PRECEDING: (0.8, 0.6),
    How.SUBJECT: (0.75, 0.4),
}
"""For each rule the share that was right on the development set, for people and for bodies, lower where few were seen."""

_RIVALRY: Final = (0.97, 0.95, 0.84)
"""What is left of it when a pronoun stands for the name, by how many others of that sex were spoken of nearby."""

_ASIDE: Final = re.compile(r",| [–—-] | \(")
_LOOSE: Final = (How.SUBJECT, How.PARTICIPLE, How.INTRODUCED, How.PRECEDING)
_PAIR: Final = re.compile(r"(?:the )?(?:pair|two|duo|both|couple)\b", re.IGNORECASE)
_TOGETHER: Final = re.compile(r"(?:, [^.\n]{0,60})? and (?:[A-Z][a-z]+\.? )?")
_TWO: Final = 0.8  # how sure we are of two people named together
_DETERMINER: Final = re.compile(r"(?:the|a|an|one|his|her|its|their|our)\s+(?=\w)", re.IGNORECASE)
_TITLES: Final = re.compile(r"[\s,]*(?:[A-Z][a-z]{1,9}\.?\s)*\Z")
_NAME_REACH: Final = 30  # characters in which a name must follow the comma behind its office
_NAME_ENDS: Final = re.compile(r"[,.;)]|$|\n| [a-z]")
_LONGEST_BODY: Final = 8  # words
_LONGEST_SPLIT: Final = 240  # characters
_ANOTHER: Final = re.compile(r"(?:ing(?: that)?[,:]?|:) \Z")


class Speaker(NamedTuple):
    """Who speaks: `person` in the register or -1, the name as printed, and where the words stand that decided."""

    name: str
    person: int
    how: How
    where: Place
    verb: Place
    confidence: float = 0.0


class Speakers:
    """Attributes the quotations of one body."""

    def __init__(self, body: Body, quotations: list[Quotation], heading: str) -> None:
        self._body = body
        self._quotations = quotations
        self._cues = Cues(body, quotations)
        self._frame = self._cues.frame
        self._register = Register(self._frame, heading)
        self._antecedents = Antecedents(self._frame, self._cues.sentences, self._register)
        self._found: list[Speaker | None] = []
        self._offices: dict[int, Place | None] = {}

    def attribute(self) -> list[Speaker | None]:
        """The speaker of each quotation, in their order; None or a nameless one where nobody can be named."""
        self._found = []
        for index, quotation in enumerate(self._quotations):
            speaker = self._own(quotation)
            if speaker is None or not speaker.name:
                speaker = self._lent(index, quotation) or speaker
            self._found.append(speaker)
        return self._found

    def office(self, person: int) -> Place | None:
        """Where the office of a person stands: at the first mention that tells it, before the name or after."""
        if person not in self._offices:
            self._offices[person] = self._first_office(person)
        return self._offices[person]

    def only_splits(self, before: Part, after: Part, speaker: Speaker | None, following: Speaker) -> bool:
        """Whether between two parts of one paragraph there is nothing but the attribution of the first."""
        if before.line != after.line or not speaker or speaker.how is not How.AFTER:
            return False
        if following.how is not How.SAME_LINE or following.name != speaker.name:
            return False
        if not before.closes <= speaker.verb[0] < after.opens or after.opens - before.closes > _LONGEST_SPLIT:
            return False
        sentences_on = self._cues.sentence(after.opens) - self._cues.sentence(before.closes)
        return sentences_on <= 1 and not _ANOTHER.search(self._frame, before.closes, after.opens)

    def _first_office(self, person: int) -> Place | None:
        for mention in self._register.mentions:
            if mention.person == person:
                line = self._body.lines[self._body.line_at(mention.start)]
                place = office_before(self._frame, mention.start, line.start)
                if place := place or office_after(self._frame, mention.end, line.end):
                    return place
        return None

    def _own(self, quotation: Quotation) -> Speaker | None:
        first = quotation.parts[0]
        if quotation.label:
            return self._labelled(quotation.label, (first.opens, first.start))
        for part in dict.fromkeys((first, quotation.parts[-1])):
            cue = self._cues.cue(part)
            if cue and (speaker := self._resolve(cue)):
                return speaker
        return None

    def _labelled(self, label: str, place: Place) -> Speaker:
        number = self._register.find(label.title())
        name = label if number is None else self._register.people[number].name
        return Speaker(name, -1 if number is None else number, How.LABEL, place, place, CERTAIN[How.LABEL][0])

    def _resolve(self, cue: Cue) -> Speaker | None:
        start, end = cue.start, cue.end
        while start < end and not self._frame[start].isalnum():
            start += 1
        head = _ASIDE.split(self._frame[start:end], maxsplit=1)[0].rstrip()
        if pronoun := PRONOUN.match(head):
            return self._meant(cue, start, pronoun.group())
        if _PAIR.fullmatch(head):
            return self._pair(cue, (start, start + len(head)))
        mention = self._spoken_of(start, head)
        if mention is None and cue.how in _LOOSE and not _DETERMINER.match(head):
            mention = self._first_subject(cue)
        return self._person(cue, mention) if mention else self._of_body(cue, start, head)

    def _spoken_of(self, start: int, head: str) -> Mention | None:
        """Rule 2."""
        end = start + len(head)
        for mention in reversed(self._register.within(start, end)):
            if possessive(self._frame, mention.end) and mention.end < end:
                break
            before = self._frame[start : mention.start]
            if not before or not behind_preposition(before, len(before)):
                return mention
        return self._apposed(end)

    def _apposed(self, end: int) -> Mention | None:
        """The name behind an office and a comma."""
        following = next(iter(self._register.within(end, end + _NAME_REACH)), None)
        if self._frame[end : end + 2] != ", " or not following:
            return None
        named = _TITLES.match(self._frame, end, following.start) and _NAME_ENDS.match(
            self._frame, following.end
        )
        return following if named else None

    def _first_subject(self, cue: Cue) -> Mention | None:
        """The first person in the sentence who is no complement, where the phrase found is no name."""
        start = self._cues.sentence_start(cue.start)
        mentions = self._register.within(start, max(cue.end, cue.verb_start))
        return next((mention for mention in mentions if self._may_be_subject(mention)), None)

    def _may_be_subject(self, mention: Mention) -> bool:
        return not possessive(self._frame, mention.end) and not behind_preposition(self._frame, mention.start)

    def _person(self, cue: Cue, mention: Mention) -> Speaker:
        name = self._register.people[mention.person].name
        where, verb = (mention.start, mention.end), (cue.verb_start, cue.verb_end)
        return Speaker(name, mention.person, cue.how, where, verb, CERTAIN[cue.how][0])

    def _meant(self, cue: Cue, start: int, word: str) -> Speaker | None:
        """Rule 1; "it" and "they" mean the subject of their sentence, else the body that spoke last."""
        where, verb = (start, start + len(word)), (cue.verb_start, cue.verb_end)
        if meant := self._antecedents.means.get(start):
            name = self._register.people[meant.person].name
            sure = CERTAIN[cue.how][0] * _RIVALRY[min(meant.rivals, len(_RIVALRY) - 1)]
            return Speaker(name, meant.person, cue.how, where, verb, sure)
        if word.lower() in ("it", "they"):
            subject = sentence_subject(self._frame, self._cues.sentence_start(start), start)
            if subject and subject[1] < start and not PRONOUN.match(self._frame, subject[0]):
                return self._resolve(cue._replace(start=subject[0], end=subject[1]))
            bodies = (speaker for speaker in reversed(self._found) if speaker and speaker.person < 0)
            if last := next(bodies, None):
                return last._replace(how=cue.how, confidence=last.confidence * _RIVALRY[1])
        return Speaker("", -1, cue.how, where, verb)

    def _pair(self, cue: Cue, where: Place) -> Speaker:
        """The last two people that were named together."""
        verb = (cue.verb_start, cue.verb_end)
        for one, other in reversed(list(pairwise(self._register.within(0, where[0])))):
            if _TOGETHER.fullmatch(self._frame, one.end, other.start) and one.person != other.person:
                names = [self._register.people[mention.person].name for mention in (one, other)]
                return Speaker(" and ".join(names), -1, cue.how, where, verb, _TWO)
        return Speaker("", -1, cue.how, where, verb)

    def _of_body(self, cue: Cue, start: int, head: str) -> Speaker | None:
        if FUNCTION.match(head) or not head or possessive(head + " ", len(head) - 2):
            return None
        determiner = _DETERMINER.match(head)
        shown = head[determiner.end() if determiner else 0 :].strip(" .\"'“”")
        sure = CERTAIN[cue.how][1] * (1.0 if _looks_like_body(shown) else 0.7)
        return Speaker(shown, -1, cue.how, (start, start + len(head)), (cue.verb_start, cue.verb_end), sure)

    def _lent(self, index: int, quotation: Quotation) -> Speaker | None:
        """Rules 3 and 4."""
        part = quotation.parts[0]
        before = self._quotations[index - 1].parts[-1] if index else None
        last = self._found[-1] if self._found else None
        if before and last and before.line == part.line:
            return self._sentence_before(part, last) or _share(last, How.SAME_LINE, 0.97)
        if speaker := self._sentence_before(part, None) or self._next_in_line(index, quotation):
            return speaker
        if before and last and before.line >= part.line - 1:
            return _share(last, How.CARRIED, 0.95 if self._cues.is_alone(quotation) else 0.7)
        return self._paragraph_before(part.line) or (_share(last, How.CARRIED, 0.6) if last else None)

    def _next_in_line(self, index: int, quotation: Quotation) -> Speaker | None:
        following = self._quotations[index + 1] if index + 1 < len(self._quotations) else None
        if not following or following.parts[0].line != quotation.parts[-1].line:
            return None
        own = self._own(following)
        return _share(own, How.SAME_LINE, 0.96) if own and own.name else None

    def _sentence_before(self, part: Part, last: Speaker | None) -> Speaker | None:
        """The subject of the sentence before in the paragraph, unless that sentence attributes what came before it."""
        number = self._cues.sentence(part.opens) - 1
        start, end = self._cues.sentences[max(number, 0)]
        if number < 0 or start < self._body.lines[part.line].start or end > part.opens:
            return None
        attributes = last and last.how is not How.SUBJECT and start <= last.verb[0] < end
        if attributes or not self._frame[start:end].strip(' "“”.,?!' + BLANK):
            return None
        speaker = self._subject_of(start, end)
        return speaker if speaker and speaker.name and speaker.person >= 0 else None

    def _subject_of(self, start: int, end: int) -> Speaker | None:
        cue = cue_before(self._frame, start, end)
        place = (cue.start, cue.end) if cue else sentence_subject(self._frame, start, end)
        return self._resolve(Cue(How.PRECEDING, *place, *place)) if place else None

    def _paragraph_before(self, line: int) -> Speaker | None:
        """The one whom the paragraph above lets speak at its end, or speaks of first."""
        if not line:
            return None
        start, end, *_ = self._body.lines[line - 1]
        cue = cue_before(self._frame, self._cues.sentence_start(max(end - 1, start)), end)
        if cue and (speaker := self._resolve(cue)) and speaker.name:
            return _share(speaker, How.PRECEDING, 0.85)
        mention = next(iter(self._register.within(start, end)), None)
        return self._person(Cue(How.PRECEDING, start, start, start, start), mention) if mention else None


def _share(speaker: Speaker, how: How, share: float) -> Speaker:
    return speaker._replace(how=how, confidence=speaker.confidence * share)


def _looks_like_body(name: str) -> bool:
    words = name.split()
    return len(words) <= _LONGEST_BODY and (any(map(str.isupper, name)) or any(map(is_office, words)))
