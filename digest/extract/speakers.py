"""Who said it: every quotation's speaker, its own or one it borrows.

Theory of operation. `cues.py` finds the noun phrase that attributes a quotation, `subjects.py` leads it to a
person or body. What has no cue of its own is lent a speaker.

Rule 1. A quotation without a cue goes with the one before it in its paragraph, unless a sentence about
somebody else stands between them; else with the next one in its paragraph.
Rule 2. A paragraph that only quotes goes on with the speaker of the paragraph before.
Rule 3. Where nothing was quoted before, the paragraph above may have introduced the speaker.
Rule 4. Of a quotation over several paragraphs a verb of saying behind the last part tells more than the
subject of the sentence in which the first part stands.
"""

from typing import Final

from msgspec.structs import replace

from digest.extract.attribution import SAID, Cue, How, cue_before
from digest.extract.body import Body
from digest.extract.certainty import CERTAIN
from digest.extract.cues import Cues
from digest.extract.people import Register
from digest.extract.phrases import BLANK, PRONOUN, Place, sentence_subject
from digest.extract.quotation import Part, Quotation
from digest.extract.roles import office_after, office_before
from digest.extract.subjects import Speaker, Subjects
from digest.patterns import pattern

_LONGEST_SPLIT: Final = 240  # characters
_BETWEEN: Final = 3  # words between a quotation and the next whose speaker it may share
_BESIDE: Final = 12  # characters looked at behind a quotation
_OPEN: Final = 0.7  # what is left of our trust when its own attribution could not be read
_ANOTHER: Final = pattern(r"(?:ing(?: that)?[,:]?|:) \Z")


class Speakers:
    """Attributes the quotations of one body."""

    def __init__(self, body: Body, quotations: list[Quotation], heading: str) -> None:
        self._body = body
        self._quotations = quotations
        self._cues = Cues(body, quotations)
        self._frame = self._cues.frame
        self._register = Register(self._frame, heading)
        self._subjects = Subjects(self._cues, self._register)
        self._found: list[Speaker | None] = []
        self._offices: dict[int, Place | None] = {}

    def attribute(self) -> list[Speaker | None]:
        """The speaker of each quotation, in their order; None or a nameless one where nobody can be named."""
        self._found = []
        for index, quotation in enumerate(self._quotations):
            speaker = self._own(quotation)
            if speaker is None or (not speaker.name and not self._is_silent(speaker)):
                speaker = self._fitting(speaker, self._lent(index, quotation))
            self._found.append(speaker)
        return self._found

    def office(self, person: int) -> Place | None:
        """Where a person's office stands: at the first mention that tells it, before the name or after."""
        if person not in self._offices:
            self._offices[person] = self._first_office(person)
        return self._offices[person]

    def only_splits(self, before: Part, after: Part, speaker: Speaker | None, following: Speaker) -> bool:
        """Whether between two parts of one paragraph there is nothing but the attribution of the first."""
        if before.line != after.line or not speaker or speaker.how not in (How.AFTER, How.ACCORDING):
            return False
        if not before.closes <= speaker.verb[0] < after.opens or after.opens - before.closes > _LONGEST_SPLIT:
            return False
        sentences_on = self._cues.sentence(after.opens) - self._cues.sentence(before.closes)
        if following.verb == speaker.verb and following.how is How.BEFORE:
            return not sentences_on
        if following.how is not How.SAME_LINE or following.name != speaker.name or self._runs_on(after):
            return False
        return sentences_on <= 1 and not _ANOTHER.search(self._frame, before.closes, after.opens)

    def _is_silent(self, speaker: Speaker) -> bool:
        """Whether a fragment's own sentence is about a thing, which says nothing about who speaks."""
        return speaker.how is How.SUBJECT and not PRONOUN.match(self._frame, speaker.where[0])

    def _fitting(self, own: Speaker | None, lent: Speaker | None) -> Speaker | None:
        """A borrowed speaker, unless a pronoun that stayed open tells another sex; then nobody is better."""
        if own is None or lent is None:
            return lent or own
        word = self._frame[slice(*own.where)].lower()
        if word in ("it", "they") and lent.person >= 0:
            return own
        sex = self._subjects.sex(lent.person) if lent.person >= 0 else ""
        if {"he": "f", "she": "m"}.get(word) == sex:
            return own
        return replace(own, name=lent.name, person=lent.person, confidence=lent.confidence * _OPEN)

    def _first_office(self, person: int) -> Place | None:
        for mention in self._register.mentions_of(person):
            line = self._body.lines[self._body.line_at(mention.start)]
            place = office_before(self._frame, mention.start, line.start)
            if place := place or office_after(self._frame, mention.end, line.end):
                return place
        return None

    def _own(self, quotation: Quotation) -> Speaker | None:
        first = quotation.parts[0]
        if quotation.label:
            return self._labelled(quotation.label, (first.opens, first.start))
        guess = None
        for part in dict.fromkeys((first, quotation.parts[-1])):
            cue = self._cues.cue(part)
            speaker = self._subjects.speaker(cue, self._found) if cue else None
            if speaker and speaker.how in SAID:
                return speaker
            guess = guess or speaker
        return guess

    def _labelled(self, label: str, place: Place) -> Speaker:
        number = self._subjects.named(label.title())
        name = label if number is None else self._register.people[number].name
        return Speaker(name, -1 if number is None else number, How.LABEL, place, place, CERTAIN[How.LABEL][0])

    def _lent(self, index: int, quotation: Quotation) -> Speaker | None:
        """What a quotation without a cue of its own borrows."""
        part = quotation.parts[0]
        before = self._quotations[index - 1].parts[-1] if index else None
        last = self._found[-1] if self._found else None
        if before and last and before.line == part.line:
            share = _OPEN if self._runs_on(part) else 0.97
            return self._sentence_before(part, last) or _share(last, How.SAME_LINE, share)
        if speaker := self._sentence_before(part, None):
            return speaker
        if speaker := self._next_in_line(index, quotation):
            if before and last and last.name not in ("", speaker.name) and before.line >= part.line - 1:
                return _share(last, How.CARRIED, _OPEN)  # two quotations side by side may be two people's
            return speaker
        if before and last and before.line >= part.line - 1:
            return _share(last, How.CARRIED, 0.95 if self._cues.is_alone(quotation) else 0.7)
        return self._paragraph_before(part.line) or (_share(last, How.CARRIED, 0.6) if last else None)

    def _runs_on(self, part: Part) -> bool:
        """Whether a part ends in a comma and words follow: an attribution that we could not read."""
        line = self._body.lines[part.line]
        following = self._frame[part.closes : min(part.closes + _BESIDE, line.end)]
        return self._body.text[part.end - 1] == "," and any(map(str.isalpha, following))

    def _next_in_line(self, index: int, quotation: Quotation) -> Speaker | None:
        following = self._quotations[index + 1] if index + 1 < len(self._quotations) else None
        part = quotation.parts[-1]
        if not following or following.parts[0].line != part.line:
            return None
        if len(self._frame[part.closes : following.parts[0].opens].split()) > _BETWEEN:
            return None
        own = self._own(following)
        return _share(own, How.SAME_LINE, 0.96) if own and own.name and own.how in SAID else None

    def _sentence_before(self, part: Part, last: Speaker | None) -> Speaker | None:
        """The subject of the sentence before in the paragraph, unless that attributes what came before it."""
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
        return self._subjects.speaker(Cue(How.PRECEDING, *place, *place), self._found) if place else None

    def _paragraph_before(self, line: int) -> Speaker | None:
        """The one whom the paragraph above lets speak at its end, or speaks of first."""
        if not line:
            return None
        above = self._body.lines[line - 1]
        cue = cue_before(self._frame, self._cues.sentence_start(max(above.end - 1, above.start)), above.end)
        if cue and (speaker := self._subjects.speaker(cue, self._found)) and speaker.name:
            return _share(speaker, How.PRECEDING, 0.85)
        mention = next(iter(self._register.within(above.start, above.end)), None)
        return self._subjects.person(Cue(How.PRECEDING, *[above.start] * 4), mention) if mention else None


def _share(speaker: Speaker, how: How, share: float) -> Speaker:
    return replace(speaker, how=how, confidence=speaker.confidence * share)
