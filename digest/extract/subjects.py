"""From the noun phrase of an attribution to a person or body of the article.

Rule 1. A pronoun means whom `antecedents.py` says; the more rivals it has nearby, the less we trust it.
Rule 2. The head of the phrase speaks, which `heads.py` finds.
Rule 3. What is no person is a body and keeps the name the article gives it, without its article.
Rule 4. "A spokeswoman said …. “…,” she said": she is the spokeswoman, though nobody named her.
Rule 5. An office stands for the one who was introduced by it ("the dean said"; "The dean has offered …. “…,”
he said"), else for itself.
Rule 6. Two people named together speak together, and neither alone; a digest offers no such quotation.
"""

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.extract.antecedents import Antecedents
from digest.extract.attribution import Cue, How, cue_before
from digest.extract.certainty import (
    CERTAIN,
    COMPLEMENT,
    DIM,
    RIVALRY,
    SHARED,
    TWO,
    can_speak,
    office_sex,
    trust,
)
from digest.extract.cues import Cues
from digest.extract.epithets import Epithets
from digest.extract.heads import Heads
from digest.extract.names import is_forename, possessive, sex_of_office
from digest.extract.people import Mention, Register
from digest.extract.phrases import BLANK, PRONOUN, Place, opens_with_function, sentence_subject
from digest.extract.roles import is_office
from digest.extract.series import plain
from digest.extract.together import PAIR, first_of_bodies, last_pair, partner
from digest.extract.unnamed import unnamed_object, unnamed_subject
from digest.patterns import pattern

_ASIDE: Final = pattern(r",| [–—-] | \(")
_LETTER: Final = pattern(r"[^\W_]")
_LOOSE: Final = (How.SUBJECT, How.PARTICIPLE, How.INTRODUCED, How.PRECEDING)
_DETERMINER: Final = pattern(r"(?:the|a|an|one|his|her|its|their|our)\s+(?=\w)(?!of\b)", re.IGNORECASE)
_LAST_ADVERB: Final = pattern(r"(?: (?:also|then|later|once|now|still|even|again|[a-z]+ly))+\Z")
_AND_FIRST: Final = pattern(r"(?:(?<=said )|(?<=says )|(?<![^\W\d_] ))(?<!\w)([A-Z][a-z]+) and \Z")
_NAME_REACH: Final = 20  # characters before a name in which another first name may stand
_RECENT: Final = 12  # quotations back in which "it" may have spoken
_SEXES: Final = {"he": "m", "she": "f"}
_THE_OFFICE: Final = pattern(r"The (?:[a-z-]+ ){0,2}?([a-z-]+)(?= )")
_QUOTED: Final = " \"'“”‘’«».,?!" + BLANK


class Speaker(Struct, frozen=True, gc=False):
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
        self._heads = Heads(cues, register)
        self._epithets = Epithets(cues.frame, register)
        self._antecedents = Antecedents(cues.frame, cues.sentences, register)

    def speaker(self, cue: Cue, spoken: list[Speaker | None]) -> Speaker | None:
        """Whom a cue names; nameless where a pronoun stays open. `spoken` are the speakers so far."""
        begins = _LETTER.search(self._frame, cue.start, cue.end)
        start, end = begins.start() if begins else cue.end, cue.end
        aside = _ASIDE.search(self._frame, start, end)
        head = self._frame[start : aside.start() if aside else end].rstrip()
        if pronoun := PRONOUN.match(head):
            return self._meant(cue, start, pronoun.group(), spoken)
        if head in ("him", "her", "them"):
            return Speaker("", -1, cue.how, (start, start + len(head)), (cue.verb_start, cue.verb_end))
        if PAIR.fullmatch(head):
            return self._pair(cue, (start, start + len(head)))
        mention = self._heads.spoken_of(start, head)
        if mention is None and cue.how in _LOOSE and not _DETERMINER.match(head):
            mention = self._heads.first_subject(cue.start, max(cue.end, cue.verb_start))
        if mention and (other := partner(self._register, (start, end), mention)):
            return self._both(cue, *sorted((mention, other)))
        if mention:
            return self._couple(cue, mention) or self.person(cue, mention)
        return self._held(cue, start, head) or self._of_body(cue, start, head)

    def sex(self, person: int) -> str:
        """The sex of a person, as the whole text tells it."""
        return self._antecedents.sex(person)

    def named(self, name: str) -> int | None:
        """The person of a name that stands outside the text's sentences."""
        self._antecedents.finish()
        return self._register.find(name)

    def _held(self, cue: Cue, start: int, head: str) -> Speaker | None:
        """Rule 5: the one who was introduced as what the phrase says."""
        if not (held := self._epithets.holder(head, start)):
            return None
        mention, share = held
        sure = CERTAIN[cue.how][0] * share
        return replace(self.person(cue, mention), where=(start, start + len(head)), confidence=sure)

    def _couple(self, cue: Cue, mention: Mention) -> Speaker | None:
        """Two with one surname, the first of whom has only a first name: "Bo and Ann Lee"."""
        if not self._frame.startswith(" and ", mention.start - len(" and ")):
            return None
        first = _AND_FIRST.search(self._frame, max(mention.start - _NAME_REACH, 0), mention.start)
        if not first or not is_forename(first[1].lower()):
            return None
        name = f"{first[1]} and {self._register.people[mention.person].name}"
        where = first.start(1), mention.end
        return Speaker(name, -1, cue.how, where, (cue.verb_start, cue.verb_end), TWO)

    def _both(self, cue: Cue, one: Mention, other: Mention) -> Speaker:
        name = " and ".join(self._register.people[mention.person].name for mention in (one, other))
        where, verb = (one.start, other.end), (cue.verb_start, cue.verb_end)
        return Speaker(name, -1, cue.how, where, verb, TWO)

    def person(self, cue: Cue, mention: Mention) -> Speaker:
        """The person a mention names, as the answer to a cue."""
        name = self._register.people[mention.person].name
        where, verb = (mention.start, mention.end), (cue.verb_start, cue.verb_end)
        sure = CERTAIN[cue.how][0] * (SHARED if self._register.is_shared(mention) else 1)
        return Speaker(name, mention.person, cue.how, where, verb, sure)

    def _meant(self, cue: Cue, start: int, word: str, spoken: list[Speaker | None]) -> Speaker | None:
        """Rule 1; "it" and "they" mean the subject of their sentence, else the body that spoke last."""
        where, verb = (start, start + len(word)), (cue.verb_start, cue.verb_end)
        if unnamed := self._unnamed_before(cue, start, word.lower(), spoken):
            return replace(unnamed, how=cue.how, where=where, verb=verb)
        if holder := self._holder_before(cue, start, word.lower()):
            return replace(holder, where=where, verb=verb)
        if meant := self._antecedents.means(start):
            name = self._register.people[meant.person].name
            most = len(RIVALRY) - 1
            doubt = most if meant.far or (meant.open and meant.rivals) else min(meant.rivals, most)
            sure = CERTAIN[cue.how][0] * RIVALRY[doubt]
            return Speaker(name, meant.person, cue.how, where, verb, sure)
        if word.lower() in ("it", "they"):
            subject = sentence_subject(self._frame, self._cues.sentence_start(start), start)
            if subject and subject[1] < start and not PRONOUN.match(self._frame, subject[0]):
                return self.speaker(replace(cue, start=subject[0], end=subject[1]), spoken)
            bodies = (speaker for speaker in reversed(spoken[-_RECENT:]) if speaker and speaker.person < 0)
            if last := next(bodies, None):
                sure = last.confidence * RIVALRY[1]
                return replace(last, how=cue.how, where=where, verb=verb, confidence=sure)
        return self._introduced_before(cue, start, word.lower()) or Speaker("", -1, cue.how, where, verb)

    def _introduced_before(self, cue: Cue, start: int, word: str) -> Speaker | None:
        """Somebody without a name whom the sentence before brings in: "stopped by a girl of three"."""
        place = unnamed_object(self._frame, *self._sentence_before(start, above=True))
        speaker = self._nobody(cue, place, word) if place else None
        return replace(speaker, confidence=DIM) if speaker else None

    def _unnamed_before(
        self, cue: Cue, start: int, word: str, spoken: list[Speaker | None]
    ) -> Speaker | None:
        """Rule 4: the spokeswoman, or the body, that the sentence before let speak without a name."""
        above = self._sentence_before(start, above=True)
        if f" {word} " not in self._frame[slice(*above)] and (place := unnamed_subject(self._frame, *above)):
            return self._nobody(cue, place, word)
        begins, ends = self._sentence_before(start)
        said = cue_before(self._frame, begins, ends) if begins < ends else None
        if not said or PRONOUN.match(self._frame, said.start) or self._register.within(begins, said.end):
            return None
        speaker = self.speaker(replace(said, how=How.BEFORE), spoken)
        if not speaker or speaker.person >= 0 or not speaker.name:
            return None
        sex = office_sex(speaker.name)
        fits = sex is None if word == "it" else sex in ("", _SEXES.get(word))
        return replace(speaker, confidence=CERTAIN[cue.how][1] * RIVALRY[1]) if fits else None

    def _nobody(self, cue: Cue, place: Place, word: str) -> Speaker | None:
        """Rule 4, where the sentence before is about "a shop owner in the audience"."""
        name = plain(self._frame[slice(*place)])
        fits = word in _SEXES and sex_of_office(COMPLEMENT.split(name)[0]) in ("", _SEXES[word])
        return Speaker(name, -1, cue.how, place, place, TWO) if fits else None

    def _holder_before(self, cue: Cue, start: int, word: str) -> Speaker | None:
        """Rule 5: "The dean has offered …. “…,” he said" means who was introduced as dean, else the dean."""
        begins, ends = self._sentence_before(start)
        office = _THE_OFFICE.match(self._frame, begins, ends)
        if not office or not is_office(office[1]) or word not in ("he", "she"):
            return None
        if self._register.within(begins, ends):
            return None
        where = (begins, office.end())
        held = self._held(cue, begins, office[0])
        if held and self.sex(held.person) in ("", _SEXES[word]):
            return held
        return Speaker(office[0][4:], -1, cue.how, where, where, TWO)

    def _sentence_before(self, start: int, *, above: bool = False) -> Place:
        """The last sentence before the one of `start` that is no quotation; (0, 0) where there is none.

        It stands in the same paragraph, or also in the one `above`.
        """
        number = self._cues.sentence(start) - 1
        line = self._frame.rfind("\n", 0, start) + 1
        if above:
            line = self._frame.rfind("\n", 0, max(line - 1, 0)) + 1
        while number > 0 and not self._frame[slice(*self._cues.sentences[number])].strip(_QUOTED):
            number -= 1
        begins, ends = self._cues.sentences[max(number, 0)]
        return (begins, ends) if number >= 0 and line <= begins < ends <= start else (0, 0)

    def _pair(self, cue: Cue, where: Place) -> Speaker:
        """The last two people that were named together."""
        if pair := last_pair(self._register, where[0]):
            return replace(self._both(cue, *pair), where=where)
        return Speaker("", -1, cue.how, where, (cue.verb_start, cue.verb_end))

    def _of_body(self, cue: Cue, start: int, head: str) -> Speaker | None:
        if opens_with_function(head) or not head or possessive(head + " ", len(head) - 2):
            return None
        first = first_of_bodies(self._frame, self._cues.sentence_start(start), start)
        start, head = first, self._frame[first:start] + head
        determiner = _DETERMINER.match(head)
        shown = plain(head[determiner.end() if determiner else 0 :].strip(" .-–—\"'“”"))
        shown = _LAST_ADVERB.sub("", shown)
        if cue.how in _LOOSE and not can_speak(shown):
            silent = Speaker("", -1, cue.how, (start, start + len(head)), (cue.verb_start, cue.verb_end))
            return silent if cue.how is How.SUBJECT else None
        sure = CERTAIN[cue.how][1] * trust(shown)
        return Speaker(shown, -1, cue.how, (start, start + len(head)), (cue.verb_start, cue.verb_end), sure)
