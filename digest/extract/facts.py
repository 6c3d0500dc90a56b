"""What else than figures a reader takes for facts: names, and the words that turn or weaken a statement."""

import re
from typing import Final

from digest.extract.sentences import OPENERS
from digest.extract.speech import words
from digest.extract.terms import COMMON, STEM
from digest.patterns import pattern

_TOKEN: Final = pattern(r"[^\W_]+(?:[-’'.&/][^\W_]+)*")
_POSSESSIVE: Final = pattern(r"['’]s?\Z")
_TURNING: Final = pattern(
    r"\b(accept|agree|allow|approv|permit|support|oppos|reject|refus|den(?=[yi])|ban|forbid|block|cancel|win|won|lost"
    r"|los(?=[ei])|ris(?=[ei])|rose|rais|increas|grow|grew|gain|fall|fell|drop|declin|decreas|cut|reduc|shrink|shrank|more"
    r"|less|fewer|most|least|all|every|only|open|clos|start|beg(?=[aiu]n)|end|stop|join|leav|left|quit|hire|fired"
    r"|resign|appoint|guilty|innocent|acquit|convict|clear|charg|arrest|confirm|tru|fals|alive|dead|die|kill"
    r"|surviv|succe|fail|defeat|best|worst|high|low|cheap|dear|expensive|safe|danger|legal|illegal)\w{0,5}\b",
    re.IGNORECASE,
)
_SAME: Final = {"won": "win", "lost": "los", "rose": "ris", "grew": "grow", "fell": "fall",
                "shrank": "shrink", "left": "leav"}  # fmt: skip
_NEGATIVE: Final = pattern(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|unable|fail(?:s|ed|ing)?"
    r"|refus\w+|den(?:y|ies|ied|ying)|reject\w+|lack\w*|\w+n['’]t)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = pattern(r"[,;:](?!\d)|[()—–]|\b(?:but|although|though|while|because|and)\b")
_DOUBT: Final = pattern(
    r"\b(?:alleg\w+|accus\w+|suspect\w*|reportedly|claim\w*|may|might|could|possibl\w+|perhaps|likely|unlikely"
    r"|plan(?:s|ned|ning)?|propos\w+|expect\w*|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?|intend\w*|consider\w*"
    r"|appear(?:s|ed)?|seem\w*|believ\w+|if|unless|would)\b"
)
_FUNCTION_WORDS: Final = {word.lower() for word in OPENERS} | words(
    "i it of or to up so we he us nobody nothing none"
)


def runs(text: str) -> list[list[str]]:
    """The names of a sentence, each as its words: words with a capital that only a space parts.

    The first word of the sentence is none of them when it is a function word; possessives are left off.
    """
    found: list[list[str]] = []
    end = 0
    for token in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", token.group())
        if word[0].isdigit() or word.islower() or (not token.start() and is_function_word(word)):
            continue
        if text[end : token.start()] in (" ", "' ", "’ "):
            found[-1].append(word)
        else:
            found.append([word])
        end = token.start() + len(word)
    return found


def is_function_word(word: str) -> bool:
    """Whether a word that begins a sentence says nothing by itself, so that it cannot be a name."""
    return word.lower() in _FUNCTION_WORDS or word.lower()[:STEM] in COMMON


def turning(text: str) -> set[str]:
    """The words whose opposite would turn a sentence round ("approved", "rose", "only"), each in one form."""
    return {_SAME.get(found.lower(), found.lower()) for found in _TURNING.findall(text)}


def denials(text: str) -> int:
    """How many words of a clause deny something."""
    return len(_NEGATIVE.findall(text))


def doubtful(text: str) -> bool:
    """Whether a clause says that something is planned, claimed or possible, and not that it is so."""
    return _DOUBT.search(text) is not None


def clauses(text: str) -> list[str]:
    """A sentence's parts, each of which may be denied or doubted alone."""
    return [part for part in _CLAUSE.split(text) if part.strip()]
