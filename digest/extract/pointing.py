"""What in a sentence's own words points to another sentence.

Rule 1. "It", "This", "But", "Meanwhile", "The move" point to the sentence before; so do answers ("No, …",
        "If so, the answer is …"), and a number or quantity that leaves out what it counts ("Four have since
        been …", "Most say …", "Two of them …"). "Most ferries run" and "Four of the ferries run" say it.
Rule 2. So does "this ruling" further on, unless the sentence names the thing itself ("charged with theft,
        though these charges …") or means a time ("this week").
Rule 3. "He", "She", "The company", "The 42-year-old", and a "he", "they" or "it" early in a sentence that
        opens with another part ("After the vote she …") point to somebody named before.
Rule 4. So does "he" or "her" further on, outside quotation marks, when nobody it could mean stands in
        front of it: no name, no office or kin ("the driver said he"), nobody just introduced ("a caller
        said she"); a part that opens the sentence may look ahead ("In his report, Osei says …").
"""

from typing import Final

from digest.extract.candidates import QUOTED
from digest.extract.roles import MANLY, OFFICES, WOMANLY
from digest.extract.sentences import OPENERS
from digest.extract.speech import words
from digest.extract.terms import STEM
from digest.patterns import pattern

POINTING: Final = pattern(
    r"(?:It|Its|They|Their|This|That|These|Those|Such|But|And|Or|So|Yet|Nor|However|Indeed|Instead|Meanwhile|Also|Then"
    r"|Thus|Therefore|Moreover|Furthermore|Besides|Nevertheless|Nonetheless|Still|Similarly|Likewise|Both"
    r"|Neither|Another|Others?|In addition|As a result|For (?:example|instance)|(?:By|In) contrast"
    r"|On the other hand|At the same time"
    r"|The (?:move|former|latter|two|pair|same|decision|announcement|ruling|incident|news|findings?|changes?"
    r"|comments?|remarks?))\b"
)
QUANTITIES: Final = words("""
One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Most Many Some Several Few All Each None Half
Others Both Either
""")
AFTER_QUANTITIES: Final = words("""
also now then still even since later already will would can could may might must should do did is are was were
has have had say says said think want hope believe fear expect agree disagree came come went go took take made
make gave left stayed remain remained voted refused
""")
THEM: Final = frozenset(("them", "these", "those", "which", "whom"))
ANSWER: Final = pattern(r"(?:Yes|No|Not (?:so|quite|yet)|Perhaps|Maybe|Well),|[^.,]{0,60},? the answer is\b")
THIS: Final = pattern(
    r"[a-z,;:—–-] (?:this|these) (?!(?:second|minute|hour|morning|afternoon|evening|night|day|week|weekend"
    r"|month|quarter|season|spring|summer|autumn|fall|winter|year|term|time|decade|century|past|last|coming)"
    r"(?:s|['’]s)?\b)([a-z]\w*)"
)
PERSON: Final = pattern(
    r"(?:He|She|His|Her|According to (?:him|his|her|them|their)"
    r"|The (?:\d+-year-old|company|firm|group|couple|man|woman|suspect|victim))\b"
)
FRONTED: Final = pattern(
    r"(?:After|Although|As|Asked|At|Before|Despite|During|For|If|In|Last|Later|Now|On|Once|Since|Speaking|Though"
    r"|Today|Under|Until|When|While|With|Yesterday|[A-Z][a-z]+ly)\b[^.]{0,60}?\b(?:he|she|they|it)\b"
)
NAME: Final = pattern(
    r"(?<=[\w,;:’”)] )(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)[A-Z][\w’'-]+"
)
SOMEBODY: Final = pattern(r" (?:he|she|him|his|her|hers|himself|herself)\b")
AHEAD: Final = pattern(
    r"(?:After|Although|As|At|Before|Despite|During|For|From|If|In|Like|Likely|Now|On|Once|Since|Soon|Though|Throughout"
    r"|Under|Until|Upon|When|While|With|[A-Z][a-z]+(?:ed|ing))\b[^,]*\b(?:he|she|him|his|her)\b[^,]*, [A-Z]\w"
)
INTRODUCED: Final = pattern(r"\b(?:[Aa]n?|[Aa]nother|[Ee]very|[Ee]ach|[Ww]hoever|[Aa]nyone|[Ss]omeone) ")
POSSESSIVE: Final = pattern(r"(?:['’]s?)?[,;:]?\Z")
PEOPLE: Final = OFFICES | MANLY | WOMANLY


def points_back(text: str) -> bool:
    """Whether a sentence points to what the one before it says (Rules 1 and 2)."""
    return bool(POINTING.match(text) or _leaves_out_its_noun(text) or ANSWER.match(text)) or _this(text)


def points_to_somebody(text: str, around: str) -> bool:
    """Whether a sentence points to somebody named before it (Rules 3 and 4).

    `around` is the text it stands in, which tells whether its first word is a name.
    """
    return bool(PERSON.match(text)) or _fronted(text) or _somebody(text, around)


def _leaves_out_its_noun(text: str) -> bool:
    """A number or quantity alone: "Four have since …", "Most say …", "Two of them …"."""
    first, *rest = text.split(maxsplit=4)
    if first not in QUANTITIES and not first.replace(",", "").isdigit():
        return False
    following = [word.rstrip(",") for word in rest[:3] if word not in ("more", "other", "others,", "others")]
    return bool(following) and (
        following[0] in AFTER_QUANTITIES or (following[0] == "of" and not THEM.isdisjoint(following[1:2]))
    )


def _this(text: str) -> bool:
    if " this " not in text and " these " not in text:
        return False
    text = QUOTED.sub("“”", text)
    found = THIS.search(text)
    return found is not None and found[1][:STEM] not in text[: found.start()]


def _fronted(text: str) -> bool:
    found = FRONTED.match(text)
    return found is not None and not NAME.search(found.group())


def _somebody(text: str, around: str) -> bool:
    found = SOMEBODY.search(text) and SOMEBODY.search(QUOTED.sub("“”", text))
    if not found:
        return False
    before = found.string[: found.start()]
    if NAME.search(before) or INTRODUCED.search(before) or AHEAD.match(found.string):
        return False
    first, *others = (POSSESSIVE.sub("", word) for word in before.split())
    named = first not in OPENERS and f" {first}" in around
    return not named and PEOPLE.isdisjoint((first.lower(), *others))
