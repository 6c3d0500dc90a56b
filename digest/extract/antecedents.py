"""Whom "he" and "she" mean.

Theory of operation. The text is walked once, sentence by sentence, keeping for each sex the person the text
is about: its centre.

Rule 1. Inside a sentence a pronoun means an earlier subject of that sentence, when the sex fits.
Rule 2. Else it means the centre of its sex, which is the subject of the last sentence that had one.
Rule 3. Somebody newly introduced by name and office becomes the centre even as an object: pages introduce
people in order to let them speak.
Rule 4. Another person becomes the centre only when nobody of that sex was spoken of in the last sentences.
Rule 5. A pronoun tells the sex of a person whose name did not: first where a paragraph speaks of nobody else
before it, then where nobody else near can be meant. A guess among several teaches nothing, or one mistake
would make the next one look certain.
Rule 6. '…," she replied': she is not the one who spoke last, when there is somebody else.
Rule 7. "Lee, he said, was late": he is not Lee.
Rule 8. The subject of the main clause comes before that of a clause in it ("that Ray is …, Lee said").
This holds for a pronoun too: behind "If he was angry, Lee hid it" "he" is Lee.
Rule 9. "In Lee's speech, he said": he is Lee.
"""

from bisect import bisect_right
from collections import deque
from functools import cached_property
from typing import Final

from msgspec import Struct

from digest.extract import standing
from digest.extract.names import possessive
from digest.extract.people import Mention, Register
from digest.extract.speech import SAYING
from digest.patterns import pattern

_PRONOUN: Final = pattern(r"e\b(?:(?<=\b[Hh]e)|(?<=\b[Ss]he))")  # by its last letter, the rarest
_OWNS: Final = pattern(r"\s*(?:In|At|During|On|With) [^,.;:]*, ?")
_REACH: Final = 150  # characters of a phrase that opens a sentence
_STALE: Final = 2  # sentences
_RECENT: Final = 4  # sentences in which somebody else of the same sex makes a pronoun doubtful


class Antecedent(Struct, frozen=True, gc=False):
    """Whom a pronoun means; `rivals` is how many others of that sex, or of an open one, stand near it.

    `open` where the name does not tell the sex and nothing before did; `far` where the last sentences do not
    name the person.
    """

    person: int
    rivals: int
    open: bool
    far: bool


class Antecedents:
    """Leads each "he" and "she" of a text to a person of its register, no further than it is asked."""

    def __init__(self, text: str, sentences: list[tuple[int, int]], register: Register) -> None:
        self._text = text
        self._sentences = sentences
        self._register = register
        self._centre: dict[str, tuple[int, int]] = {}
        self._met: set[int] = set()
        self._recent: deque[list[int]] = deque(maxlen=_RECENT)
        self._means: dict[int, Antecedent] = {}
        self._number = 0  # of the sentence the walk has come to
        self._at = 0  # the same in the items

    def means(self, pronoun: int) -> Antecedent | None:
        """Whom the pronoun at a position means."""
        self._walk(pronoun)
        return self._means.get(pronoun)

    def sex(self, person: int) -> str:
        """The sex of a person once the whole text was read."""
        self.finish()
        return self._sex(person)

    def finish(self) -> None:
        """Reads the whole text, so that the register has every sex that its pronouns tell."""
        self._walk(len(self._text))

    @cached_property
    def _items(self) -> list[Mention]:
        """All mentions and pronouns, whose person is -1, in their order; none where there is no pronoun."""
        ends = [match.end() for match in _PRONOUN.finditer(self._text)]
        pronouns = [Mention(end - 2 - (self._text[end - 3 : end - 2] in ("s", "S")), end, -1) for end in ends]
        if not pronouns:
            return []
        self._learn(pronouns)
        return sorted([*pronouns, *self._register.mentions])

    def _learn(self, pronouns: list[Mention]) -> None:
        """Rule 5: the sex of somebody who is alone in a paragraph and the subject of a sentence before."""
        told: dict[int, set[str]] = {}
        starts = [start for start, _ in self._sentences] if "" in map(self._sex, self._everyone()) else []
        for item in pronouns if starts else ():
            line = self._text.rfind("\n", 0, item.start) + 1
            here = self._register.within(line, item.start)
            if not here or any(mention.person != here[0].person for mention in here):
                continue
            opening = starts[max(bisect_right(starts, item.start) - 1, 0)]
            if here[0].start < opening and self._opens_sentence(here[0], starts):
                told.setdefault(here[0].person, set()).add(self._told(item))
        for person, sexes in told.items():
            if len(sexes) == 1:
                self._register.learn(person, *sexes)

    def _opens_sentence(self, mention: Mention, starts: list[int]) -> bool:
        """Whether somebody is a sentence's subject and is not only spoken of ("Lee said that Ray …")."""
        start = starts[max(bisect_right(starts, mention.start) - 1, 0)]
        before = self._text[start : mention.start].split()
        following = standing.word_after(self._text, mention)
        return standing.is_subject(self._text, mention, following) and SAYING.isdisjoint(before)

    def _everyone(self) -> range:
        return range(len(self._register.people))

    def _told(self, item: Mention) -> str:
        return "m" if self._text[item.start] in "Hh" else "f"

    def _walk(self, until: int) -> None:
        """Reads on to the end of the sentence of a position."""
        items = self._items
        while self._at < len(items) and items[self._at].start <= until:
            while self._sentences[self._number][1] <= items[self._at].start:
                self._number += 1
            first, end = self._at, self._sentences[self._number][1]
            while self._at < len(items) and items[self._at].start < end:
                self._at += 1
            if self._at == first + 1 and items[first].person >= 0:
                self._read_lone(items[first])
            else:
                self._read(items[first : self._at])

    def _read(self, items: list[Mention]) -> None:
        recent: list[int] = []
        self._recent.append(recent)
        subjects: list[int] = []
        lower: list[int] = []
        others: list[int] = []
        leading: list[int] = []
        for item in items:
            person = item.person
            if person < 0:
                known = [] if standing.is_aside(self._text, item) else subjects + lower
                meant = self._mean(item, known, others)
                if meant is None:
                    continue
                person = meant
                (lower if standing.pronoun_in_clause(self._text, item) else subjects).append(person)
                if standing.word_after(self._text, item) in SAYING:
                    leading.append(person)
            elif not standing.is_not_said_of(
                self._text, item, following := standing.word_after(self._text, item)
            ):
                self._rank(item, following, subjects, lower, others).append(person)
                if self._leads(item, following):
                    leading.append(person)
            recent.append(person)
            self._met.add(person)
        self._move(leading + subjects + lower, others)

    def _read_lone(self, item: Mention) -> None:
        """Where a sentence has one name and no pronoun, nobody has to be put in front of somebody else."""
        following = standing.word_after(self._text, item)
        if not standing.is_not_said_of(self._text, item, following):
            first = standing.is_subject(self._text, item, following) or self._leads(item, following)
            self._move(*([item.person], []) if first else ([], [item.person]))
        self._recent.append([item.person])
        self._met.add(item.person)

    def _rank(self, item: Mention, following: str, *ranks: list[int]) -> list[int]:
        """Of the subjects, those of subordinate clauses and the rest, the one somebody belongs to."""
        subjects, lower, others = ranks
        if not standing.is_subject(self._text, item, following):
            return others
        return lower if standing.in_clause(self._text, item) else subjects

    def _leads(self, item: Mention, following: str) -> bool:
        """Rule 3: introduced just now, or the subject of a verb of saying."""
        introduced = item.person not in self._met and standing.is_introduced(self._text, item)
        return introduced or standing.is_let_speak(self._text, item, following)

    def _mean(self, item: Mention, subjects: list[int], others: list[int]) -> int | None:
        sex = self._told(item)
        if (owner := self._owner_before(item, sex)) is not None:
            subjects = [owner, *subjects]
        around = [person for sentence in reversed(self._recent) for person in sentence]
        person = self._in_sentence(sex, subjects, others)
        if person is None:
            person = self._spoken_of(item, sex, around)
        if person is None:
            return None
        rivals = len({other for other in around if self._sex(other) in ("", sex)} - {person})
        self._means[item.start] = Antecedent(person, rivals, not self._sex(person), person not in around)
        if not rivals and person in around:
            self._register.learn(person, sex)
        return person

    def _in_sentence(self, sex: str, subjects: list[int], others: list[int]) -> int | None:
        """Rule 1; somebody who is no subject is meant while the text has no centre of that sex."""
        known = subjects if self._centre.get(sex) else subjects + others
        person = self._first_of((sex,), known)
        return self._first_of(("",), subjects) if person is None else person

    def _spoken_of(self, item: Mention, sex: str, around: list[int]) -> int | None:
        """Rules 2 and 6, `around` being who was named last, the nearest sentence first."""
        centre = self._centre.get(sex)
        held = centre[0] if centre and self._sex(centre[0]) in ("", sex) else None
        if held is None:
            return self._first_of((sex,), around)
        if standing.replies(self._text, item):
            other = self._first_of(("", sex), [person for person in around if person != held])
            return held if other is None else other
        return held

    def _owner_before(self, item: Mention, sex: str) -> int | None:
        """Whose thing opens the sentence: "In Lee's annual speech, he said"."""
        if not self._text.startswith(", ", max(item.start - 2, 0)):
            return None
        window = max(item.start - _REACH, 0)
        begins = max(self._text.rfind(sign, window, item.start) for sign in (". ", "\n", "” ", '" ')) + 1
        if not _OWNS.match(self._text, begins, item.start):
            return None
        owners = [m for m in self._register.within(begins, item.start) if possessive(self._text, m.end)]
        fitting = [
            m.person for m in owners if self._sex(m.person) == sex and standing.owns_thing(self._text, m)
        ]
        return fitting[-1] if len(fitting) == 1 else None

    def _move(self, subjects: list[int], others: list[int]) -> None:
        for sex in "mf":
            person = self._first_of(("", sex), subjects)
            centre = self._centre.get(sex)
            if person is None and (not centre or self._number - centre[1] >= _STALE):
                person = self._first_of(("", sex), others)
            if person is not None:
                self._centre[sex] = person, self._number

    def _first_of(self, sexes: tuple[str, ...], persons: list[int]) -> int | None:
        people = self._register.people
        for person in persons:
            if people[person].sex in sexes:
                return person
        return None

    def _sex(self, person: int) -> str:
        return self._register.people[person].sex
