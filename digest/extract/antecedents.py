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
Rule 9. "In Lee's speech, he said": he is Lee.
"""

import re
from bisect import bisect_right
from collections import deque
from typing import Final, NamedTuple

from digest.extract.names import behind_preposition, possessive
from digest.extract.people import Mention, Register
from digest.extract.phrases import BLANK
from digest.extract.roles import BODIES, OFFICES
from digest.extract.speech import PERSONAL, SAYING, words

_PRONOUN: Final = re.compile(r"[Hh]e\b(?:(?<=\b[Hh]e)|(?<=\b[Ss]he))")
_APPOSITION: Final = re.compile(r", (?:(?:a|an|the|\d\d)\b|[a-z]+(?:-[a-z]+)*(?:,| [a-z]))")
_WHO: Final = re.compile(r",? (?:[—–-]+ )?who\b")
_HE_SAID: Final = re.compile(r",? [–—-]* ?s?he\b")
_OWNS: Final = re.compile(r"\s*(?:In|At|During|On|With) [^,.;:]*, ?")
_OWNED: Final = re.compile(r"[’']s? ([\w -]*)")
_REPLIES: Final = re.compile(r" (?:replied|replies|answered|answers|retorted|shot back|said in reply)\b")
_NEXT: Final = re.compile(r" ([a-z]+)\b")
_VERB_BEFORE: Final = re.compile(r"\b([a-z]+) (?:[\w’'.-]+ ){0,4}\Z")
_SUBORDINATE: Final = words("""
that which who whom whose when while as if because after before since until whether how why where than
although though
""")
_ASIDE: Final = re.compile(r",? (?:has |had |also |later |then )*([a-z]+)(?: \w+)?,")
_WINDOW: Final = 60  # characters before a name in which its conjunction stands
_REACH: Final = 150  # characters of a phrase that opens a sentence
_STALE: Final = 2  # sentences
_RECENT: Final = 4  # sentences in which somebody else of the same sex makes a pronoun doubtful


class _Item(NamedTuple):
    start: int
    end: int
    person: int  # -1: a pronoun


class Antecedent(NamedTuple):
    """Whom a pronoun means; `rivals` is how many others of that sex, or of an open one, stand near it.

    `open` where the name does not tell the sex and nothing before did; `far` where the last sentences do not
    name the person.
    """

    person: int
    rivals: int
    open: bool
    far: bool


class Antecedents:
    """Every "he" and "she" of a text led to a person of its register: `means`, by the pronoun's position."""

    def __init__(self, text: str, sentences: list[tuple[int, int]], register: Register) -> None:
        self._text = text
        self._register = register
        self._centre: dict[str, tuple[int, int]] = {}
        self._met: set[int] = set()
        self._recent: deque[list[int]] = deque(maxlen=_RECENT)
        self.means: dict[int, Antecedent] = {}
        ends = [match.end() for match in _PRONOUN.finditer(text)]
        pronouns = [_Item(end - 2 - (text[end - 3 : end - 2] in ("s", "S")), end, -1) for end in ends]
        if pronouns:
            self._learn(sentences, pronouns)
            self._walk(sentences, sorted([*pronouns, *(_Item(*mention) for mention in register.mentions)]))

    def _learn(self, sentences: list[tuple[int, int]], pronouns: list[_Item]) -> None:
        """Rule 5: the sex of somebody who is alone in a paragraph and the subject of a sentence before."""
        told: dict[int, set[str]] = {}
        starts = [start for start, _ in sentences] if "" in map(self._sex, self._everyone()) else []
        for item in pronouns if starts else ():
            line = self._text.rfind("\n", 0, item.start) + 1
            here = self._register.within(line, item.start)
            opening = starts[max(bisect_right(starts, item.start) - 1, 0)]
            alone = len({mention.person for mention in here}) == 1
            if alone and here[0].start < opening and self._opens_sentence(here[0], starts):
                told.setdefault(here[0].person, set()).add(self._told(item))
        for person, sexes in told.items():
            if len(sexes) == 1:
                self._register.learn(person, *sexes)

    def _opens_sentence(self, mention: Mention, starts: list[int]) -> bool:
        """Whether somebody is a sentence's subject and is not only spoken of ("Lee said that Ray …")."""
        start = starts[max(bisect_right(starts, mention.start) - 1, 0)]
        before = self._text[start : mention.start].split()
        return self._is_subject(_Item(*mention)) and SAYING.isdisjoint(before)

    def _everyone(self) -> range:
        return range(len(self._register.people))

    def _told(self, item: _Item) -> str:
        return "m" if self._text[item.start] in "Hh" else "f"

    def _walk(self, sentences: list[tuple[int, int]], items: list[_Item]) -> None:
        at = 0
        for number, (_, end) in enumerate(sentences):
            first = at
            while at < len(items) and items[at].start < end:
                at += 1
            if at > first:
                self._read(number, items[first:at])

    def _read(self, number: int, items: list[_Item]) -> None:
        self._recent.append([])
        subjects: list[int] = []
        lower: list[int] = []
        others: list[int] = []
        leading: list[int] = []
        for item in items:
            person = item.person
            if person < 0:
                known = [] if self._is_aside(item) else subjects + lower
                meant = self._mean(item, known, others)
                if meant is None:
                    continue
                person = meant
                subjects.append(person)
                if self._is_said_by(item):
                    leading.append(person)
            elif not _HE_SAID.match(self._text, item.end):
                self._rank(item, subjects, lower, others).append(person)
                if self._leads(item):
                    leading.append(person)
            self._recent[-1].append(person)
            self._met.add(person)
        self._move(number, leading + subjects + lower, others)

    def _rank(self, item: _Item, *ranks: list[int]) -> list[int]:
        """Of the subjects, those of subordinate clauses and the rest, the one somebody belongs to."""
        subjects, lower, others = ranks
        if not self._is_subject(item):
            return others
        end = item.start - 1
        word = self._word_before(end)
        while word[:1].isupper():
            end -= len(word) + 1
            word = self._word_before(end)
        return lower if word in _SUBORDINATE else subjects

    def _word_before(self, end: int) -> str:
        return self._text[self._text.rfind(" ", max(end - _WINDOW, 0), end) + 1 : end] if end > 0 else ""

    def _is_said_by(self, item: _Item) -> bool:
        following = _NEXT.match(self._text, item.end)
        return bool(following and following.group(1) in SAYING)

    def _is_aside(self, item: _Item) -> bool:
        """Rule 7, also further on: "Lee and Ray of the union, he alleged, were late"."""
        if not self._text.startswith(", ", max(item.start - 2, 0)):
            return False
        said = _ASIDE.match(self._text, item.end)
        return bool(said and said.group(1) in SAYING)

    def _mean(self, item: _Item, subjects: list[int], others: list[int]) -> int | None:
        sex = self._told(item)
        centre = self._centre.get(sex)
        if (owner := self._owner_before(item, sex)) is not None:
            subjects = [owner, *subjects]
        known = [person for person in subjects if self._sex(person) == sex]
        near = [person for person in others if self._sex(person) == sex and not centre]
        unknown = [person for person in subjects if not self._sex(person)]
        held = [centre[0]] if centre and self._sex(centre[0]) in ("", sex) else []
        around = [person for sentence in reversed(self._recent) for person in sentence]
        before = [person for person in around if self._sex(person) == sex]
        if held and BLANK in self._text[item.start - 5 : item.start] and _REPLIES.match(self._text, item.end):
            before = [person for person in around if self._sex(person) in ("", sex)]
            held = [person for person in before if person not in held] or held
        person = next(iter(known + near + unknown + held + before), None)
        if person is None:
            return None
        rivals = len({other for other in around if self._sex(other) in ("", sex)} - {person})
        self.means[item.start] = Antecedent(person, rivals, not self._sex(person), person not in around)
        if not rivals and person in around:
            self._register.learn(person, sex)
        return person

    def _owner_before(self, item: _Item, sex: str) -> int | None:
        """Whose thing opens the sentence: "In Lee's annual speech, he said"."""
        if not self._text.startswith(", ", max(item.start - 2, 0)):
            return None
        window = max(item.start - _REACH, 0)
        begins = max(self._text.rfind(sign, window, item.start) for sign in (". ", "\n", "” ", '" ')) + 1
        if not _OWNS.match(self._text, begins, item.start):
            return None
        owners = [m for m in self._register.within(begins, item.start) if possessive(self._text, m.end)]
        fitting = [m.person for m in owners if self._sex(m.person) == sex and self._is_thing(m)]
        return fitting[-1] if len(fitting) == 1 else None

    def _is_thing(self, owner: Mention) -> bool:
        """Whether what somebody has is no person ("In Lee's speech", but not "At Lee's lawyer")."""
        owned = _OWNED.match(self._text, owner.end)
        words_of_it = owned[1].lower().split() if owned else ["owner"]
        return OFFICES.isdisjoint(words_of_it)

    def _move(self, number: int, subjects: list[int], others: list[int]) -> None:
        for sex in "mf":
            centre = self._centre.get(sex)
            stale = not centre or number - centre[1] >= _STALE
            fitting = [person for person in subjects if self._sex(person) in ("", sex)]
            rest = [person for person in others if stale and self._sex(person) in ("", sex)]
            if fitting or rest:
                self._centre[sex] = ((fitting or rest)[0], number)

    def _is_subject(self, item: _Item) -> bool:
        if possessive(self._text, item.end) or self._text[item.start - 1 : item.start] == "(":
            return False
        following = _NEXT.match(self._text, item.end)
        if following and (following.group(1) in OFFICES or following.group(1) in BODIES):
            return False
        return not behind_preposition(self._text, item.start)

    def _leads(self, item: _Item) -> bool:
        """Rule 3: introduced just now, or the subject of a verb of saying."""
        if item.person not in self._met and _APPOSITION.match(self._text, item.end):
            return True
        following = _NEXT.match(self._text, item.end)
        if following and following.group(1) in PERSONAL:
            return True
        before = _VERB_BEFORE.search(self._text, max(0, item.start - 40), item.start)
        inverted = before and before.group(1) in PERSONAL and self._is_inverted(before.start(1))
        return bool(inverted or _WHO.match(self._text, item.end))

    def _is_inverted(self, verb: int) -> bool:
        """Whether a verb's subject stands behind it: not in "he said Lee was late"."""
        return not self._text[max(verb - 2, 0) : verb].rstrip(" ").isalnum()

    def _sex(self, person: int) -> str:
        return self._register.people[person].sex
