"""The figures of a sentence, each in one form for all its spellings.

"£40,000", "£40k" and "40,000 pounds" are one figure, "10%" and "ten per cent" too. A figure of another build
("3-2", "11:30", "2019/20") is taken as it is written.
"""

import re
from typing import Final, NamedTuple

from digest.patterns import pattern

_SMALL: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
                "eighty": 80, "ninety": 90}  # fmt: skip
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
                    "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_VALUES: Final = _SMALL | _TENS | _ORDINALS
_SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9,
                  "bn": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12}  # fmt: skip
_CURRENCIES: Final = {"pound": "£", "dollar": "$", "euro": "€"}
_FIGURE: Final = pattern(
    r"(?P<sign>[£$€¥₹]) ?(?=\d)"
    r"|(?<![\w.])(?P<number>\d+(?:[.,:/–-]\d+)*"
    rf"|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_SMALL)}))?(?!\w)|(?:{'|'.join(_SMALL | _ORDINALS)})(?!\w))"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?"
    rf"(?P<scale>(?:[ -]?(?:{'|'.join(_SCALES)})s?\b)*)"
    r"(?P<unit> ?%| ?per ?cent\b| (?:pound|dollar|euro)s?\b)?"
    r"|\b(?P<loose>half|halv|quarter|twice|doubl|tripl|dozen|hundred|thousand|million|billion)",
    re.IGNORECASE,
)
_PLAIN: Final = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


class Figure(NamedTuple):
    """A figure's value in one form for all its spellings, and where it stands."""

    value: str
    start: int
    end: int


def figures(text: str) -> list[Figure]:
    """Every number of a sentence, in digits or words."""
    found, sign = [], ""
    for match in _FIGURE.finditer(text):
        if match["sign"]:
            sign = match["sign"]
            continue
        found.append(Figure(_value(match, sign), match.start(), match.end()))
        sign = ""
    return found


def _value(match: re.Match[str], sign: str) -> str:
    if match["loose"]:
        return match["loose"].lower()
    number, unit = match["number"].lower(), (match["unit"] or "").strip().lower()
    currency = sign or _CURRENCIES.get(unit.rstrip("s"), "")
    ordinal = "th" if match["ordinal"] or number in _ORDINALS else ""
    return currency + _amount(number, match["scale"].lower()) + ordinal + "%" * unit.startswith(("%", "per"))


def _amount(number: str, scale: str) -> str:
    if number[0].isdigit() and not _PLAIN.fullmatch(number):
        return number.replace("–", "-") + scale
    amount = (
        float(number.replace(",", ""))
        if number[0].isdigit()
        else float(sum(_VALUES[word] for word in re.split("[ -]", number)))
    )
    for word in re.findall("[a-z]+", scale):
        amount *= _SCALES.get(word) or _SCALES[word.removesuffix("s")]
    return repr(round(amount, 4))
