"""Reading a run of capitalised words: which of them are title, office, name.

Sen. Ann Lee title "Sen.", words ("Ann", "Lee") Cabinet Office Minister Ann Lee office "Cabinet Office
Minister", words ("Ann", "Lee") But Lee words ("Lee",): a word that only begins a sentence is skipped
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from msgspec import Struct

from digest.extract.forenames import FORENAMES, gender
from digest.extract.roles import BODIES, HONORIFICS, MANLY, OFFICES, WOMANLY
from digest.extract.speech import words
from digest.patterns import pattern

CAPITAL: Final = r"[^\0-@\W\d_a-zß-öø-ÿ\ue000]"
"""A capital; beyond Latin-1 any letter, since a wider class takes ten times as long to compile.

Spaces, figures and the blank of `phrases.py` are named by their codes, too: what it knows by code the engine
is quick to pass over.
"""
_LETTERS: Final = rf"[\w-]*+(?:(?:[’'](?!s\b)(?=\w)|\.(?={CAPITAL}\b))[\w-]*+)*+"
_SHORT: Final = (
    r"(?=\.)(?:(?<=\b[A-Z])|(?<=\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt))|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Maj|Sgt|Rev|Adm"
    r"|Hon|Det))"
    r"|(?<=\b(?:Capt|Prof|Cllr|Insp|Supt)))\."
)
_PARTICLE: Final = "(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|af|zu|y)"
_WORD: Final = rf"(?:(?:al|el|ul|d)[-’'])?{CAPITAL}{_LETTERS}(?:{_SHORT})?"
RUN: Final = pattern(rf"{CAPITAL}(?<!\w\w){_LETTERS}(?:{_SHORT})?(?: (?:{_PARTICLE} ){{0,3}}{_WORD})*")
"""A run of capitalised words, with particles ("van der") and short forms ("Sen.").

It begins with a plain class of letters, which the regex engine can skip to.
"""
_ARTICLE: Final = pattern(r"\b(?:al|el|ul|d)[-’']\Z")

_LEADING: Final = words("""
a after again all also although an and another any as asked at because before both but by despite does did
during each earlier even every for from had has have he her here his how however i if in indeed instead is
it its last later like many meanwhile most my neither no nor not now of off on once one only or other our
over per perhaps she similarly since so some speaking still such that the their then there these they this
those though through thus to today tomorrow two under unlike until upon was we what when where whether which
while who why will with within without would yes yesterday yet you your told according responding writing
monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december ahead following back let just well ok oh please thank thanks are were be
been do can could should may might must let's it's he's she's that's there's i'm we're they're don't here's
meet see watch read everybody everyone everything nobody somebody someone anybody anyone others
""")
_SUFFIXES: Final = words("jr jr. sr sr. ii iii iv obe cbe mbe qc kc mp msp phd md")
_KEPT: Final = words("dr prof professor sir dame lord lady baroness baron viscount earl cllr councillor rev")
_TRAITS: Final = (
    "-born",
    "-based",
    "-winner",
    "-winning",
    "-educated",
    "-trained",
    "-raised",
    "-turned",
    "-elect",
)
_PREPOSITIONS: Final = words(
    "for to of by with from under at near in on against about behind between over like than into including "
    "through across around despite without via"
)
_BEFORE_NAMES: Final = words(
    "the mr mrs ms dr sir lord lady sen rep gov prof cllr president senator secretary"
).union(OFFICES)
_WINDOW: Final = 32  # characters before a name that are looked at
_INITIAL: Final = 2  # characters of "J."
_LONGEST: Final = 5  # words; a longer run of capitals is a headline


class Name(Struct, frozen=True):
    """A run, read. `skip` characters of it stand before `words`; `sure` when it must be a person's name.

    `first` is the first name in lower case, "" where there is only a surname.
    """

    words: tuple[str, ...]
    surname: str
    title: str = ""
    office: str = ""
    skip: int = 0
    sure: bool = False
    first: str = ""

    @property
    def sex(self) -> str:
        """What title, office and first name tell, in this order: "f", "m" or ""."""
        told = _sex_of_title(self.title) or sex_of_office(self.office)
        alone = "" if self.title or self.office else self.surname
        return told or gender(_plain((self.first or alone).partition("-")[0]))

    def full(self) -> str:
        """The name as a newsroom prints it: a title that is part of it stays, courtesy titles go."""
        titles = self.title.split(" ") if self.title else []
        kept = [word for word in titles if word.lower().rstrip(".") in _KEPT]
        courtesy = titles if len(self.words) == 1 and not self.office else []
        return " ".join((*(kept or courtesy), *self.words))


def sex_of_office(office: str) -> str:
    """The sex an office tells: "f" for a spokeswoman, "m" for a spokesman, "" for most."""
    if not office:
        return ""
    words = office.lower().split()
    if any(word in WOMANLY for word in words):
        return "f"
    return "m" if any(word in MANLY for word in words) else ""


def runs(text: str) -> list[tuple[int, str]]:
    """The runs of capitalised words with their places; the "al-" of "al-Amin" belongs to it."""
    found = []
    for match in RUN.finditer(text):
        start, run = match.start(), match[0]
        if text[start - 1] in "-’'" and (article := _ARTICLE.search(text, max(0, start - 4), start)):
            start, run = article.start(), article.group() + run
        found.append((start, run))
    return found


@lru_cache(maxsize=8192)
def read_run(run: str) -> Name | None:
    """What a run says without its context; None when nothing of it can be a name."""
    words = run.split(" ")
    lower = [word.lower() for word in words]
    first = _past(lower, 0, _stands_apart)
    if first == len(words):
        return None
    last = len(words) - 1
    start = _past(lower[:last], first, _is_title)
    office = next((i + 1 for i in range(last - 1, start - 1, -1) if lower[i] in OFFICES), first)
    title = words[first:start]
    known = next((i for i in range(max(start, office), last) if is_forename(lower[i])), None)
    if office > start:
        start = _past(lower[:last], office, _is_title)
        title = words[office:start]
    elif known is not None and not title:
        start = known
    if start == last and (_is_title(lower[last]) or (not title and lower[last] in OFFICES)):
        return None
    named = bool(title) or office > first or known is not None
    sure = named and len(words) - start <= _LONGEST and bool(title or lower[last] not in BODIES)
    skip = sum(map(len, words[:start])) + start
    surname = next((word for word in reversed(lower[start:]) if word not in _SUFFIXES), lower[start])
    offices = " ".join(words[first:office])
    forename = lower[start] if start < last else ""
    return Name(tuple(words[start:]), surname, " ".join(title), offices, skip, sure, forename)


def is_forename(word: str) -> bool:
    """A known first name in lower case, accents aside, or an initial."""
    return _plain(word.partition("-")[0]) in FORENAMES or (len(word) == _INITIAL and word[1] == ".")


def possessive(text: str, end: int) -> bool:
    """Whether the name that ends at `end` is somebody's ("Lee's", "Jones' plan")."""
    return text.startswith(("'s", "’s", "' ", "’ "), end)


def behind_preposition(text: str, start: int) -> bool:
    """Whether the name at `start` stands behind a preposition and so is no subject."""
    if text[start - 1 : start] != " ":
        return False
    words = text[max(0, start - _WINDOW) : start].split()
    if words and words[-1] == "and" and len(words) > 1 and words[-2][0].isupper():
        words.pop()  # "a lawyer for Hale and Lee": what holds for the first name holds for the second
        while words and words[-1][0].isupper():
            words.pop()
    while words and _stands_before_names(words[-1]):
        words.pop()
    return bool(words) and words[-1] in _PREPOSITIONS


def _sex_of_title(title: str) -> str:
    if not title:
        return ""
    words = title.lower().replace(".", "").split(" ")
    return next((HONORIFICS[word] for word in words if HONORIFICS.get(word)), "")


def _stands_before_names(word: str) -> bool:
    """A title, an office or the house somebody is of: "by Chief Lee", "with CNN's Ann Lee"."""
    plain = word.lower().rstrip(".")
    return plain in _BEFORE_NAMES or (word[0].isupper() and word.endswith(("'s", "’s")))


def _past(words: list[str], start: int, holds: Callable[[str], bool]) -> int:
    while start < len(words) and holds(words[start]):
        start += 1
    return start


def _stands_apart(word: str) -> bool:
    """A word that only begins a sentence, or a trait: "Finland-born Lee"."""
    return word in _LEADING or word.endswith(_TRAITS)


def _is_title(word: str) -> bool:
    return word.rstrip(".") in HONORIFICS


def _plain(word: str) -> str:
    return word if word.isascii() else normalize("NFD", word).encode("ascii", "ignore").decode()
