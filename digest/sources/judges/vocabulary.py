"""Which words lines have in common, by their first letters (so that "councils" meets "council")."""

from collections.abc import Iterable

from digest.patterns import pattern
from digest.sources.judges.wordlists import COMMON_WORDS

_STEM = 6
_WORD = pattern(rf"(\w{{4,{_STEM}}})\w*")
_NO_LETTERS = pattern(r"[\d_]+")  # taken out first: "\w" alone is found in half the time of "[^\W\d_]"
_NAME = pattern(r"(?<=\s)[A-Z][^\W_]+")
_COMMON = frozenset(word[:_STEM] for word in COMMON_WORDS.split())


def stems(text: str) -> set[str]:
    """The beginnings of a text's telling words."""
    return set(_WORD.findall(_NO_LETTERS.sub(" ", text.lower()))) - _COMMON


def names(text: str) -> set[str]:
    """The capitalised words after the first one."""
    return set(_NAME.findall(text))


class Vocabulary:
    """The words of an article's paragraphs, gathered once and only when a line has to be weighed."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._text = "\n".join(paragraphs)
        self._stems = stems(self._text)

    def strange_names(self, text: str) -> bool:
        """Whether a line names somebody or something the article never names."""
        return any(name not in self._text for name in names(text))

    def unknown(self, words: set[str]) -> set[str]:
        """Those of the words that the article does not use."""
        return words - self._stems
