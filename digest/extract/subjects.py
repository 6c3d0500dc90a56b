"""From the noun phrase of an attribution to a person or body of the article.

Rule 1. A pronoun means whom `antecedents.py` says; the more rivals it has nearby, the less we trust it.
Rule 2. The head of the phrase speaks: "Lee's spokesman" and "a lawyer for Lee" are not Lee; "Acme chief
executive Ann Lee" and "the head of Acme, Ann Lee," are.
Rule 3. What is no person is a body and keeps the name the article gives it, without its article.
Rule 4. "A spokeswoman said …. “…,” she said": she is the spokeswoman, though nobody named her.
Rule 5. "The dean has offered …. “…,” he said": he is whoever was introduced as the dean.
Rule 6. Two people named together speak together, and neither alone; a digest offers no such quotation.
"""

import re
from typing import Final, NamedTuple

from digest.extract.antecedents import Antecedents
from digest.extract.attribution import Cue, How, cue_before
from digest.extract.cues import Cues
from digest.extract.names import possessive, sex_of_office
from digest.extract.people import Mention, Register, behind_preposition
from digest.extract.phrases import BLANK, PRONOUN, Place, opens_with_function, sentence_subject
from digest.extract.roles import is_office
from digest.extract.series import plain
from digest.extract.together import PAIR, are_joined, first_of_bodies, last_pair, partner

CERTAIN: Final = {
    How.AFTER: (0.98, 0.97),
    How.BEFORE: (0.98, 0.93),
    How.ACCORDING: (0.94, 0.93),
    How.LATER: (0.95, 0.9),
    How.LABEL: (0.97, 0.93),
    How.SIGNATURE: (0.97, 0.93),
    How.INTRODUCED: (0.94, 0.8),
    How.PARTICIPLE: (0.93, 0.6),
    How.PRECEDING: (0.8, 0.6),
    How.SUBJECT: (0.75, 0.4),
}
"""What share of each rule was right when measured, for people and for bodies; lower where few were seen."""

_RIVALRY: Final = (0.97, 0.95, 0.84)
"""What is left of it when a pronoun stands for the name, by how many others of that sex are near."""

_ASIDE: Final = re.compile(r",| [–—-] | \(")
_LOOSE: Final = (How.SUBJECT, How.PARTICIPLE, How.INTRODUCED, How.PRECEDING)
_TWO: Final = 0.8  # how sure we are of two people named together
_DETERMINER: Final = re.compile(r"(?:the|a|an|one|his|her|its|their|our)\s+(?=\w)", re.IGNORECASE)
_TITLES: Final = re.compile(r"[\s,]*(?:[A-Z][a-z]{1,9}\.?\s)*\Z")
_RECENT: Final = 12  # quotations back in which "it" may have spoken
_NAME_REACH: Final = 30  # characters in which a name must follow the comma behind its office
_NAME_ENDS: Final = re.compile(r"[,.;)]|$|\n| [a-z]")
_LONGEST_BODY: Final = 8  # words
_BEFORE_NAME: Final = re.compile(r" (?:for|of|at|from|in|on|to|with) ")
_SEXES: Final = {"he": "m", "she": "f"}
_THE_OFFICE: Final = re.compile(r"The (?:[a-z-]+ ){0,2}?([a-z-]+)(?= )")
_CLAUSE: Final = re.compile(r"[.;:\n]")
_QUOTED: Final = " \"'“”‘’«».,?!" + BLANK


class Speaker(NamedTuple):
    """Who speaks: `person` in the register or -1, the name as printed, and where the deciding words stand."""

    name: str
    person: int
    how: How
    where: Place
    verb: Place
    confidence: float = 0.0


class Subjects:
    """Leads the cues of one text to the people of its register."""

    def __init__(self, cues: Cues, register: Register) -> None:
        self._cues = cues
        self._frame = cues.frame
        self._register = register
        self._antecedents = Antecedents(cues.frame, cues.sentences, register)

    def speaker(self, cue: Cue, spoken: list[Speaker | None]) -> Speaker | None:
        """Whom a cue names; nameless where a pronoun stays open. `spoken` are the speakers so far."""
        start, end = cue.start, cue.end
        while start < end and not self._frame[start].isalnum():
            start += 1
        head = _ASIDE.split(self._frame[start:end], maxsplit=1)[0].rstrip()
        if pronoun := PRONOUN.match(head):
            return self._meant(cue, start, pronoun.group(), spoken)
        if PAIR.fullmatch(head):
            return self._pair(cue, (start, start + len(head)))
        mention = self._spoken_of(start, head)
        if mention is None and cue.how in _LOOSE and not _DETERMINER.match(head):
            mention = self._first_subject(cue)
        if mention and (other := partner(self._register, (start, end), mention)):
            return self._both(cue, *sorted((mention, other)))
        return self.person(cue, mention) if mention else self._of_body(cue, start, head)

    def _both(self, cue: Cue, one: Mention, other: Mention) -> Speaker:
        name = " and ".join(self._register.people[mention.person].name for mention in (one, other))
        where, verb = (one.start, other.end), (cue.verb_start, cue.verb_end)
        return Speaker(name, -1, cue.how, where, verb, _TWO)

    def _spoken_of(self, start: int, head: str) -> Mention | None:
        """Rule 2."""
        end = start + len(head)
        for mention in reversed(self._register.within(start, end)):
            if possessive(self._frame, mention.end) and mention.end < end:
                break
            if not self._is_complement(start, mention):
                return mention
        return self._apposed(end)

    def _is_complement(self, start: int, mention: Mention) -> bool:
        """Whether a name hangs on a preposition of its phrase, also with another ("for Roe and Lee")."""
        before = self._frame[start : mention.start]
        if before and behind_preposition(before, len(before)):
            return True
        others = self._register.within(start, mention.start)
        return (
            bool(others)
            and are_joined(self._register, others[-1], mention)
            and self._is_complement(start, others[-1])
        )

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

    def person(self, cue: Cue, mention: Mention) -> Speaker:
        """The person a mention names, as the answer to a cue."""
        name = self._register.people[mention.person].name
        where, verb = (mention.start, mention.end), (cue.verb_start, cue.verb_end)
        return Speaker(name, mention.person, cue.how, where, verb, CERTAIN[cue.how][0])

    def _meant(self, cue: Cue, start: int, word: str, spoken: list[Speaker | None]) -> Speaker | None:
        """Rule 1; "it" and "they" mean the subject of their sentence, else the body that spoke last."""
        where, verb = (start, start + len(word)), (cue.verb_start, cue.verb_end)
        if unnamed := self._unnamed_before(cue, start, word.lower(), spoken):
            return unnamed._replace(how=cue.how, where=where, verb=verb)
        if holder := self._holder_before(cue, start, word.lower()):
            return holder._replace(where=where, verb=verb)
        if meant := self._antecedents.means.get(start):
            name = self._register.people[meant.person].name
            doubt = len(_RIVALRY) - 1 if meant.open and meant.rivals else min(meant.rivals, len(_RIVALRY) - 1)
            sure = CERTAIN[cue.how][0] * _RIVALRY[doubt]
            return Speaker(name, meant.person, cue.how, where, verb, sure)
        if word.lower() in ("it", "they"):
            subject = sentence_subject(self._frame, self._cues.sentence_start(start), start)
            if subject and subject[1] < start and not PRONOUN.match(self._frame, subject[0]):
                return self.speaker(cue._replace(start=subject[0], end=subject[1]), spoken)
            bodies = (speaker for speaker in reversed(spoken[-_RECENT:]) if speaker and speaker.person < 0)
            if last := next(bodies, None):
                sure = last.confidence * _RIVALRY[1]
                return last._replace(how=cue.how, where=where, verb=verb, confidence=sure)
        return Speaker("", -1, cue.how, where, verb)

    def _unnamed_before(
        self, cue: Cue, start: int, word: str, spoken: list[Speaker | None]
    ) -> Speaker | None:
        """Rule 4: the spokeswoman, or the body, that the sentence before let speak without a name."""
        begins, ends = self._sentence_before(start)
        said = cue_before(self._frame, begins, ends) if begins < ends else None
        if not said or PRONOUN.match(self._frame, said.start) or self._register.within(begins, said.end):
            return None
        speaker = self.speaker(said._replace(how=How.BEFORE), spoken)
        if not speaker or speaker.person >= 0 or not speaker.name:
            return None
        sex = _office_sex(speaker.name)
        fits = sex is None if word == "it" else sex in ("", _SEXES.get(word))
        return speaker._replace(confidence=CERTAIN[cue.how][1] * _RIVALRY[1]) if fits else None

    def _holder_before(self, cue: Cue, start: int, word: str) -> Speaker | None:
        """Rule 5: "The dean has offered …. “…,” he said" means who was introduced as dean, else the dean."""
        begins, ends = self._sentence_before(start)
        office = _THE_OFFICE.match(self._frame, begins, ends)
        if not office or not is_office(office[1]) or word not in ("he", "she"):
            return None
        if self._register.within(begins, ends):
            return None
        where = (begins, office.end())
        for mention in self._register.within(0, begins):
            sex = self._register.people[mention.person].sex
            if sex in ("", _SEXES[word]) and self._introduced_as(mention, office[1]):
                return self.person(cue, mention)._replace(confidence=CERTAIN[cue.how][0] * _RIVALRY[1])
        return Speaker(office[0][4:], -1, cue.how, where, where, _TWO)

    def _introduced_as(self, mention: Mention, office: str) -> bool:
        """Whether an office stands beside a name in the same clause."""
        before = _CLAUSE.split(self._frame[max(mention.start - _NAME_REACH, 0) : mention.start])[-1]
        after = self._frame[mention.end : mention.end + _NAME_REACH].partition(".")[0]
        return office in f"{before} {after}".lower().replace(",", " ").split()

    def _sentence_before(self, start: int) -> Place:
        """The last sentence before the one of `start` in its paragraph that is no quotation; else (0, 0)."""
        number = self._cues.sentence(start) - 1
        line = self._frame.rfind("\n", 0, start) + 1
        while number > 0 and not self._frame[slice(*self._cues.sentences[number])].strip(_QUOTED):
            number -= 1
        begins, ends = self._cues.sentences[max(number, 0)]
        return (begins, ends) if number >= 0 and line <= begins < ends <= start else (0, 0)

    def _pair(self, cue: Cue, where: Place) -> Speaker:
        """The last two people that were named together."""
        if pair := last_pair(self._register, where[0]):
            return self._both(cue, *pair)._replace(where=where)
        return Speaker("", -1, cue.how, where, (cue.verb_start, cue.verb_end))

    def _of_body(self, cue: Cue, start: int, head: str) -> Speaker | None:
        if opens_with_function(head) or not head or possessive(head + " ", len(head) - 2):
            return None
        first = first_of_bodies(self._frame, self._cues.sentence_start(start), start)
        start, head = first, self._frame[first:start] + head
        determiner = _DETERMINER.match(head)
        shown = plain(head[determiner.end() if determiner else 0 :].strip(" .-–—\"'“”"))
        sure = CERTAIN[cue.how][1] * _trust(shown)
        return Speaker(shown, -1, cue.how, (start, start + len(head)), (cue.verb_start, cue.verb_end), sure)


def _office_sex(name: str) -> str | None:
    """The sex of somebody called by an office only, "" where it tells none; None for a body or several."""
    words = _BEFORE_NAME.split(name, maxsplit=1)[0].split()
    if not words or not is_office(words[-1]) or words[-1].endswith("s"):
        return None
    return sex_of_office(words[-1])


def _trust(name: str) -> float:
    """What is left of our trust: "Quay Trust" and its spokesman are bodies, "the company" could be any."""
    words = _BEFORE_NAME.split(name, maxsplit=1)[0].split()
    if len(name.split()) > _LONGEST_BODY or not words:
        return 0.7
    if not any(map(str.isupper, name)):
        return 0.8
    if words[-1].lower().startswith(("spokes", "statement", "report")):
        return 1.0
    return 0.85 if is_office(words[-1]) else 1.0
