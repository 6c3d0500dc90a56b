"""Texts made comparable."""

from digest.patterns import pattern

_WORDS = pattern(r"\w+")
_SHORTEST_SHOUT = 8  # letters; "NATO" and "COP30" are names


def told_words(text: str) -> str:
    """The words of a text in small letters, without punctuation: the same for two that say the same."""
    return " ".join(_WORDS.findall(text.casefold()))


def shouts(text: str) -> bool:
    """Whether a text of two words or more is all capitals."""
    letters = sum(map(str.isalpha, text))
    return text.isupper() and letters >= _SHORTEST_SHOUT and " " in text.strip()


def listed(text: str) -> frozenset[str]:
    """Words written one after the other, as a set."""
    return frozenset(text.split())
