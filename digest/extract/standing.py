"""Where a name or pronoun stands in its sentence: as a subject, in a clause of it, as whoever is let speak.

Told by the words right beside it; `antecedents.py` has the rules that use the answers.
"""

from typing import Final

from digest.extract.names import behind_preposition, possessive
from digest.extract.people import Mention
from digest.extract.phrases import BLANK
from digest.extract.roles import BODIES, OFFICES
from digest.extract.speech import PERSONAL, SAYING, words
from digest.patterns import pattern

_NEXT: Final = pattern(r" ([a-z]+)\b")
_HE_SAID: Final = pattern(r",? [–—-]* ?s?he\b")
_ASIDE: Final = pattern(r",? (?:has |had |also |later |then )*([a-z]+)(?: \w+)?,")
_REPLIES: Final = pattern(r" (?:replied|replies|answered|answers|retorted|shot back|said in reply)\b")
_OWNED: Final = pattern(r"[’']s? ([\w -]*)")
_APPOSITION: Final = pattern(r", (?:(?:a|an|the|\d\d)\b|[a-z]+(?:-[a-z]+)*(?:,| [a-z]))")
_WHO: Final = pattern(r",? (?:[—–-]+ )?who\b")
_VERB_BEFORE: Final = pattern(r"\b([a-z]++) (?:[\w’'.-]++ ){0,4}\Z")
_SUBORDINATE: Final = words("""
that which who whom whose when while as if because after before since until whether how why where than
although though
""")
_WINDOW: Final = 60  # characters before a name in which its conjunction stands
_VERB_REACH: Final = 40  # characters before a name in which its verb stands


def word_after(text: str, item: Mention) -> str:
    """The word in lower case that follows at once, "" where there is none."""
    following = _NEXT.match(text, item.end)
    return following[1] if following else ""


def is_subject(text: str, item: Mention, following: str) -> bool:
    """Whether somebody can be the subject; `following` is the word after the name."""
    if possessive(text, item.end) or text[item.start - 1 : item.start] == "(":
        return False
    if following in OFFICES or following in BODIES:
        return False
    return not behind_preposition(text, item.start)


def in_clause(text: str, item: Mention) -> bool:
    """Whether a name, its titles aside, stands behind a conjunction: "that Dr Lee is late"."""
    end = item.start - 1
    word = _word_before(text, end)
    while word[:1].isupper():
        end -= len(word) + 1
        word = _word_before(text, end)
    return word in _SUBORDINATE


def pronoun_in_clause(text: str, pronoun: Mention) -> bool:
    """The same for a pronoun, also where the clause opens the sentence: "If he was angry"."""
    return _word_before(text, pronoun.start - 1).rpartition("\n")[2].lower() in _SUBORDINATE


def is_not_said_of(text: str, item: Mention, following: str) -> bool:
    """Whether "he said" behind a name tells that he is somebody else: "Lee, he said, was late"."""
    return following in ("he", "she") if following else bool(_HE_SAID.match(text, item.end))


def is_aside(text: str, pronoun: Mention) -> bool:
    """The same further on: "Lee and Ray of the union, he alleged, were late"."""
    if not text.startswith(", ", max(pronoun.start - 2, 0)):
        return False
    said = _ASIDE.match(text, pronoun.end)
    return bool(said and said.group(1) in SAYING)


def replies(text: str, pronoun: Mention) -> bool:
    """Whether a pronoun behind a quotation answers somebody: '…," she replied'."""
    return BLANK in text[pronoun.start - 5 : pronoun.start] and bool(_REPLIES.match(text, pronoun.end))


def owns_thing(text: str, owner: Mention) -> bool:
    """Whether what somebody has is no person ("In Lee's speech", but not "At Lee's lawyer")."""
    owned = _OWNED.match(text, owner.end)
    words_of_it = owned[1].lower().split() if owned else ["owner"]
    return OFFICES.isdisjoint(words_of_it)


def is_introduced(text: str, item: Mention) -> bool:
    """Whether an apposition follows a name: "Lee, a farmer"."""
    return bool(_APPOSITION.match(text, item.end))


def is_let_speak(text: str, item: Mention, following: str) -> bool:
    """Whether somebody is the subject of a verb of saying, or of a relative clause."""
    if following in PERSONAL or following == "who":
        return True
    if not following and _WHO.match(text, item.end):
        return True
    if text[item.start - 1] != " ":
        return False
    before = _VERB_BEFORE.search(text, max(0, item.start - _VERB_REACH), item.start)
    return bool(before and before.group(1) in PERSONAL and _is_inverted(text, before.start(1)))


def _is_inverted(text: str, verb: int) -> bool:
    """Whether a verb's subject stands behind it: not in "he said Lee was late"."""
    return not text[max(verb - 2, 0) : verb].rstrip(" ").isalnum()


def _word_before(text: str, end: int) -> str:
    return text[text.rfind(" ", max(end - _WINDOW, 0), end) + 1 : end] if end > 0 else ""
