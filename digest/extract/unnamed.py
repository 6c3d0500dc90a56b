"""People whom an article lets speak without naming them: "a shop owner in the audience", "one witness".

Theory of operation. Such a person is brought in by an indefinite noun phrase whose head says what somebody
is. A pronoun right behind the sentence means them, although a name may stand in it ("a friend of Lee's").
"""

from typing import Final

from digest.extract.phrases import Place, sentence_subject
from digest.extract.roles import MANLY, OFFICES, WOMANLY
from digest.extract.speech import words
from digest.patterns import pattern

_INDEFINITE: Final = pattern(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?!of\b)")
_APPOSED: Final = pattern(r"[A-Z][\w’'.-]+(?<!day), \Z")  # "According to Ann Lee, a farmer, …"
_WHO: Final = pattern(r",? (?:who|which|that)\b")
_PHRASE: Final = pattern(r"\b(?:an?|one|another) ((?:[\w-]+ ?){1,4})")
_WORD: Final = pattern(r"[\w-]+")
_COMPLEMENT: Final = pattern(r" (?:of|for|from|in|at|on|with|to|who|near|outside|and)\b|[,(]")
_PERSONS: Final = (
    OFFICES
    | WOMANLY
    | MANLY
    | words(
        "person teenager teen child passer-by reader viewer fan customer passenger shopper guest patient user"
    )
)


def unnamed_subject(text: str, start: int, end: int) -> Place | None:
    """The subject of a sentence, without its article, when it is somebody without a name."""
    if not _INDEFINITE.search(text, start, end):
        return None
    place = sentence_subject(text, start, end)
    found = _INDEFINITE.match(text, *place) if place else None
    if not place or not found or _APPOSED.search(text, start, place[0]):
        return None
    name = _WHO.split(text[found.end() : place[1]], maxsplit=1)[0]
    return (found.end(), found.end() + len(name)) if _is_person(name) else None


def unnamed_object(text: str, start: int, end: int) -> Place | None:
    """The last such person anywhere in a sentence, without the article."""
    last = None
    for found in _PHRASE.finditer(text, start, end):
        for word in _WORD.finditer(text, *found.span(1)):
            if word.group() in _PERSONS:
                last = found.start(1), word.end()
                break
    return last


def _is_person(phrase: str) -> bool:
    """Whether the head of a phrase, which stands before its complement, says what somebody is."""
    words = _COMPLEMENT.split(phrase, maxsplit=1)[0].split()
    return bool(words) and words[-1].lower() in _PERSONS
