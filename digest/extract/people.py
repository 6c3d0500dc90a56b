"""The register of an article's people: full names, surnames, sex, and every place they are mentioned.

Theory of operation. One scan finds the runs of capitalised words; each different run is read once
(`names.py`).

Rule 1. A run is a person when a title ("Dr", "Cllr"), an office before it ("minister Ann Lee") or a known
first name says so, when its last word alone is used later on as news pages use surnames, or when a verb
stands beside it that has people for its subject.
Rule 2. A surname belongs to the person whose full name was given first, unless a title tells another sex.
Rule 3. The sex comes from the title, else the office ("spokeswoman"), else the first name; else it is open.
"""

import re
from bisect import bisect_left
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.extract.names import CAPITAL, Name, is_forename, read_run, runs
from digest.extract.roles import BODIES, OFFICES, is_office
from digest.extract.series import SPACE, is_item
from digest.extract.speech import PERSONAL, words
from digest.patterns import pattern

_PERSONAL: Final = pattern(r",? (?:\([RDI]-|who\b)|, \d\d\b")
_APPOSED: Final = pattern(r", (?:the |an? |its )?((?:[\w-]+ ?){1,3})")
_NEXT_WORD: Final = pattern(r" (?:also |later |has |had )?([a-z]+)\b")
_APPOSED_REACH: Final = 80  # characters before a name in which its office may stand
_OF_A_BODY: Final = pattern(r",? (?:of|from|at) (?:the )?[A-Z]")
_CLAUSE_BREAK: Final = pattern(r"[.,;:!?\n]")
_WINDOW: Final = 32  # characters before a name that are looked at
_OF_BODIES: Final = words(
    "owner partner supplier contractor buyer developer builder employer regulator investor operator insurer"
)  # what a company may be as well as somebody
_DETERMINERS: Final = frozenset(("the", "a", "an", "this", "that", "its", "their"))
_INITIALS: Final = 2  # capitals of "JJ"; with more, "SKC Surat", a name is a firm's
_NAME_LENGTHS: Final = (2, 3)  # words of a full name nothing else tells to be one


class Person(Struct, frozen=True, gc=False):
    """Somebody in the article; `name` is the fullest form given, `sex` is "f", "m" or open ("")."""

    name: str
    surname: str
    first: str
    sex: str


class Mention(Struct, frozen=True, order=True, gc=False):
    """A place where a person is named, without the title; `person` is an index in the register."""

    start: int
    end: int
    person: int


class Register:
    """The people of one text, and their mentions in its order."""

    def __init__(self, text: str, heading: str = "") -> None:
        self.text = text
        self.people: list[Person] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_first: dict[str, int] = {}
        self._speaking: dict[int, bool] = {}
        found = runs(text)
        if SPACE in text:
            found = [(start, run) for start, run in found if not is_item(text, start, start + len(run))]
        self._introduce(found)
        self._complete(heading)
        self.mentions = self._mentions(found)
        self._starts = [mention.start for mention in self.mentions]
        self._of: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self._of.setdefault(mention.person, []).append(mention)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that stand between two positions."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mentions_of(self, person: int) -> list[Mention]:
        """Where a person is named, in order."""
        return self._of.get(person, [])

    def is_shared(self, mention: Mention) -> bool:
        """Whether a surname stands alone that another person who speaks in the article has, too."""
        person = self.people[mention.person]
        if " " in self.text[mention.start : mention.end].replace(". ", ""):
            return False
        people = self._by_surname.get(person.surname, ())
        return len(people) > 1 and any(self._speaks(i) for i in people if i != mention.person)

    def _speaks(self, number: int) -> bool:
        """Whether a verb of saying stands behind somebody's name where it stands in full."""
        if number not in self._speaking:
            self._speaking[number] = self._is_let_speak(number)
        return self._speaking[number]

    def _is_let_speak(self, number: int) -> bool:
        found = (
            _NEXT_WORD.match(self.text, m.end)
            for m in self.mentions_of(number)
            if m.end - m.start > len(self.people[number].surname)
        )
        return any(verb and verb[1] in PERSONAL for verb in found)

    def learn(self, number: int, sex: str) -> None:
        """Set the sex of a person for whom it was open."""
        if not self.people[number].sex:
            self.people[number] = replace(self.people[number], sex=sex)

    def find(self, run: str) -> int | None:
        """The person a run of capitals names, if there is one."""
        name = read_run(run)
        return self._find(name) if name else None

    def _introduce(self, runs: list[tuple[int, str]]) -> None:
        unsettled = {run: name for run in {run for _, run in runs} if (name := read_run(run))}
        singles = {name.surname for run, name in unsettled.items() if " " not in run or name.title}
        for start, run in runs:
            name = unsettled.get(run)
            if not name:
                continue
            if name.sure or self._may_be_personal(name):
                if not name.sure and not self._looks_personal(name, start, start + len(run), singles):
                    continue
                self._add(name)
            del unsettled[run]

    def _may_be_personal(self, name: Name) -> bool:
        """Whether a run that does not tell by itself can be another person's name than those known by now."""
        return not (
            (len(name.words) == 1 and name.surname in self._by_surname)
            or name.surname in BODIES
            or name.words[-1].isupper()
            or (name.words[0].isupper() and len(name.words[0]) > _INITIALS)
        )

    def _looks_personal(self, name: Name, start: int, end: int, singles: set[str]) -> bool:
        """Rule 1, where the run alone does not tell."""
        single = len(name.words) == 1
        before = self._word_before(start + name.skip)
        holds = before in OFFICES and before not in _OF_BODIES
        if holds or before in _DETERMINERS or (not single and _names_body(name)):
            return holds
        if len(name.words) in _NAME_LENGTHS and (
            name.surname in singles
            or self._is_introduced(end)
            or self._is_apposed(start, end)
            or self._is_somebody_of(start, end)
        ):
            return True
        following = _NEXT_WORD.match(self.text, end)
        return before in PERSONAL or bool(following and following.group(1) in PERSONAL)

    def _word_before(self, start: int) -> str:
        """The last word before a name and its space, in lower case and without its comma."""
        if self.text[start - 1 : start] != " ":
            return ""
        last = self.text[max(start - _WINDOW, 0) : start].rsplit(None, 1)[-1:]
        return last[0].removesuffix(",").lower() if last else ""

    def _is_introduced(self, end: int) -> bool:
        apposed = _APPOSED.match(self.text, end)
        return bool(_PERSONAL.match(self.text, end)) or bool(
            apposed and any(map(is_office, apposed.group(1).split()))
        )

    def _is_somebody_of(self, start: int, end: int) -> bool:
        """At a paragraph's start and of a body: "Zsófia Harangi of the Brewers' Guild was kinder"."""
        return self.text[start - 1 : start] in ("", "\n") and bool(_OF_A_BODY.match(self.text, end))

    def _is_apposed(self, start: int, end: int) -> bool:
        """Between commas behind an office: "Her counterpart at Quay Trust, Anneliese Vogt, disagreed"."""
        before = self.text[max(start - _APPOSED_REACH, 0) : start]
        if not before.endswith(", ") or self.text[end : end + 1] != ",":
            return False
        phrase = _CLAUSE_BREAK.split(before[:-2])[-1]
        return any(word in OFFICES for word in phrase.split())

    def _add(self, name: Name) -> None:
        known = self._find(name)
        if known is not None:
            self._fill(known, name)
            return
        number = len(self.people)
        self.people.append(Person(name.full(), name.surname, name.first, name.sex))
        self._by_surname.setdefault(name.surname, []).append(number)
        if name.first:
            self._by_first.setdefault(name.first, number)

    def _complete(self, heading: str) -> None:
        """The headline or standfirst may give the first name of somebody the body knows by surname."""
        lower = heading.lower()
        for number, person in enumerate(self.people):
            if person.surname in lower and not person.first and person.surname.isalpha():
                found = re.search(rf"({CAPITAL}[\w-]+) ((?i:{person.surname}))\b", heading)
                if found and is_forename(found.group(1).lower()):
                    self._fill(number, Name(found.groups(), person.surname, first=found[1].lower()))

    def _mentions(self, runs: list[tuple[int, str]]) -> list[Mention]:
        found: dict[str, tuple[int, int] | None] = {}
        mentions = []
        for start, run in runs:
            if run not in found:
                name = read_run(run) or self._surname_alone(run)
                number = self._find(name) if name else None
                found[run] = (name.skip, number) if name and number is not None else None
            if at := found[run]:
                mentions.append(Mention(start + at[0], start + len(run), at[1]))
        return mentions

    def _surname_alone(self, run: str) -> Name | None:
        """A surname that is also a title or office ("Bishop", "King"), of somebody with a first name."""
        surname = run.rpartition(" ")[2].lower()
        people = self._by_surname.get(surname)
        if not people or not any(self.people[number].first for number in people):
            return None
        return Name((run[-len(surname) :],), surname, skip=len(run) - len(surname))

    def _find(self, name: Name) -> int | None:
        people = self._by_surname.get(name.surname)
        if not people:
            return None if name.first else self._by_first.get(name.surname)
        if name.first:
            same = next((i for i in people if _same_first(self.people[i].first, name.first)), None)
            return self._ending_in(people, name) if same is None else same
        if name.title:
            sex = name.sex
            return next((i for i in people if not sex or self.people[i].sex in ("", sex)), None)
        return people[0]

    def _ending_in(self, people: list[int], name: Name) -> int | None:
        """The one whose name ends in another: "Spencer Brown" may be Carolyn Spencer Brown."""
        ending = f" {' '.join(name.words)}"
        return next((number for number in people if self.people[number].name.endswith(ending)), None)

    def _fill(self, number: int, name: Name) -> None:
        person = self.people[number]
        if name.first and not person.first:
            person = replace(person, name=name.full(), first=name.first, sex=name.sex or person.sex)
            self._by_first.setdefault(name.first, number)
        self.people[number] = replace(person, sex=person.sex or name.sex)


def _names_body(name: Name) -> bool:
    return not BODIES.isdisjoint([word.lower() for word in name.words])


def _same_first(known: str, other: str) -> bool:
    """The same first name, or its beginning ("Rob", "Robert"; "J.", "Jane"); true where none is known yet."""
    known, other = known.rstrip("."), other.rstrip(".")
    return known.startswith(other) or other.startswith(known)
