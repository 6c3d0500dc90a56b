"""Which words lines have in common, by their first letters (so that "councils" meets "council")."""

import re
from collections.abc import Iterable

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=\s)[A-Z][^\W_]+")
_COMMON = frozenset(
    word[:_STEM]
    for word in """with that from this have will what when which their about after over into more says said than been were they them
    then there these those would could should might must also just only some such very your yours what's where who's whose while
    because before between under against being does doing down each every first good great here home however last like long made make
    many most much need needs never next news once other our ours people plan plans said same since still take than that's their
    time today took year years week weeks month months work working""".split()
)


def stems(text: str) -> set[str]:
    """The beginnings of a text's telling words."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())} - _COMMON


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

    def knows(self, words: set[str]) -> bool:
        """Whether the article uses any of these words."""
        return bool(words & self._stems)
