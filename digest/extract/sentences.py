"""Where sentences begin and end.

Theory of operation. One scan finds every stop together with the closing marks and the space behind it;
few places remain, and each is judged by what stands on either side.

Rule 1. A stop needs space behind it ("3.5", "gov.uk"); the stops of scripts written without spaces do not.
Rule 2. A lower-case letter goes on with the sentence, which keeps '"Why?" she asked.' and '"…!" und lief'
        whole. A name with its capital inside ("iPhone", "eBay") is not lower case.
Rule 3. A short form ("Sen.", "U.S.", "J.") ends a sentence only where the next word is one that seldom
        stands inside a sentence with a capital ("The", "But"): "the U.S. Senate" is far more frequent
        than "in the U.S. Smith said", and two sentences left together harm less than one cut in two.
Rule 4. A question or a cry that closes a quotation goes on when its speaker follows ('"Why?" Smith asked.').
Rule 5. A line end ends a sentence: paragraphs have none, and in a list each line is an item.
"""

import re
from typing import Final

from digest.patterns import pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOPS: Final = r"[.!?…؟۔।॥。！？｡\n]"
STOP: Final = pattern(rf"""{_STOPS}{_STOPS}*(?: \.)*(?:["'”’)\]」』）»›]| [»›])*\s*""")
"""It begins with one plain class, which the regex engine can skip to."""
NEXT: Final = pattern(r"""["'“‘„‚«‹»›(\[{¿¡—–―*•\s-]*([^\W_]{1,15})?(['’.-]?)""")
LAST: Final = pattern(r"""[^\s"'“‘„«‹(\[/—–]*+\Z""")
INNER_CAPITAL: Final = pattern(r"[a-z]{1,2}[A-Z]")
ATTRIBUTION: Final = pattern(
    r"(?:[A-Z][\w.’'-]{0,20} ){1,4}(?:said|says|asked|asks|told|wrote|cried|shouted|added|replied|wondered)\b"
)
LONGEST: Final = 12  # characters looked back over, more than the longest short form
LETTERS: Final = 3  # "Ph.D." is a short form, "gov.uk." and "bbc.co." are addresses
SPACELESS: Final = frozenset("。！？｡\n")
GOES_ON: Final = frozenset("と、，っ")

SHORT_FORMS: Final = _words(
    "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Rev Fr Hon "
    "Msgr Pres Supt Det Insp Amb Atty Messrs Mme Mlle Sra Jr Sr St Ste Mt Ft Ave Blvd Rd Inc Ltd Co Corp Cos "
    "Bros Dept Univ Assn Bhd Pty vs v cf al approx ca bzw Nr Str Fig Vol Ch Sec Art Op "
    "Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla "
    "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo"
)
BEFORE_FIGURES: Final = _words("No Nos no nos p pp")
CLOCK: Final = _words("a.m p.m A.M P.M etc")
AFTER_CLOCK: Final = _words(
    "E C M P ET EST EDT CT CST CDT MT MST PT PST PDT GMT BST UTC CET Eastern Central Mountain Pacific "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
OPENERS: Final = _words(
    "A After Again All Also Although An And Another Any As At Because Before Both But By Despite During "
    "Each Earlier Even Every For From He Her Here His How However I If In Instead It Its Last Later Many "
    "Meanwhile Most Mr Mrs Ms Much My No Nor Not Now On Once One Only Or Other Others Our Over Perhaps "
    "She Since So Some Still Such That The Their Then There These They This Those Though Through To Today "
    "Under Until We What When Where Whether Which While Who Why With Yet You Your"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; together they hold every character that is not space."""
    found = []
    start = len(text) - len(text.lstrip())
    for stop in STOP.finditer(text):
        if _ends(text, stop):
            end = start + len(text[start : stop.end()].rstrip())
            if start < end:
                found.append((start, end))
            start = max(start, stop.end())
    if start < len(text):
        found.append((start, start + len(text[start:].rstrip())))
    return found


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at this stop."""
    found, end = stop.group(), stop.end()
    if end == len(text) or "\n" in found:
        return True
    if found[0] in SPACELESS:
        return text[end] not in GOES_ON
    following = NEXT.match(text, end) if found[-1].isspace() else None
    if following is None:
        return False
    word = following[1] or ""
    if word[:1].islower():
        return bool(INNER_CAPITAL.match(word))
    if found.rstrip() == ".":
        return not _shortens(text, stop.start(), following)
    return found[0] not in "?!" or len(found.rstrip()) == 1 or not ATTRIBUTION.match(text, end)


def _shortens(text: str, stop: int, following: re.Match[str]) -> bool:
    """Whether the full stop at `stop` belongs to a short form, seen by what follows it."""
    last, word = _last(text, stop), following[1] or ""
    if last.isdecimal():
        return stop == len(last) or text[stop - len(last) - 1] == "\n"
    if last in BEFORE_FIGURES:
        return word[:1].isdecimal()
    if last in CLOCK:
        return word in AFTER_CLOCK
    return _short(last) and (word not in OPENERS or following[2] == ".")


def _last(text: str, stop: int) -> str:
    word = text[max(0, stop - LONGEST) : stop].rpartition(" ")[2]
    if word.isalpha():
        return word
    found = LAST.search(text, max(0, stop - LONGEST), stop)
    return found.group() if found else ""


def _short(word: str) -> bool:
    """A listed short form, an initial, or letters with stops between ("U.S", "Ph.D")."""
    if word in SHORT_FORMS or (len(word) == 1 and word.isupper()):
        return True
    return "." in word and all(len(part) < LETTERS and part.isalpha() for part in word.split("."))
