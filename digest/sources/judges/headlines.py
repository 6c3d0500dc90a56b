"""The shape of headlines: what tells them from the crossheads and sentences of an article.

Theory of operation. A headline is a whole piece of news in few words: it has a verb in the present, often
a speaker at its end ("…, says X"), a label at its front ("Opinion: …") or words in quote marks, and drops
articles and auxiliaries. A crosshead is a handful of words that lean on the text around them. A sentence
tells the past, with pronouns and auxiliaries.
"""

from itertools import pairwise

from digest.patterns import pattern
from digest.sources.judges.wordlists import NEWS_VERBS

_VERBS = frozenset(NEWS_VERBS.split())
_PLURAL_VERBS = frozenset(verb.removesuffix("s") for verb in _VERBS)  # "talks collapse"
_LETTERS = pattern(r"[a-z]+")
_SAYS = pattern(
    r"(?i),\s(?:says?|warns?|argues?|claims?|urges?|told|insists?|finds?|reveals?|shows?|suggests?"
    r"|according to|admits?|tells?|predicts?)\b"
    r"|[–—-]\s(?:report|study|survey|minister|poll|review|watchdog|source|MPs?|union)s?$|\b(?:says"
    r"|warns|argues|told)\s(?:[A-Z]\S+\s?){1,4}$"
)
_LABEL = pattern(r"[^\W\d_][^:.!?]{1,40}(?::|\s[|–—-])\s\S")
_FRAGMENT = pattern(r"(?<!\w)[‘'\"“][^‘’'\"“”]+[’'\"”](?!\w)")
_WHOLLY_QUOTED = pattern(r"[‘'\"“][^‘\"“”]+[’'\"”]")  # somebody's words over the part that tells them
_FIGURE = pattern(r"[£$€]\s?\d|\b\d[\d.,]*\s?(?:%|bn|m\b|k\b|per cent|percent|million|billion)")
_SENTENCE = pattern(
    r"(?i)\b(?:was|were|had|has|have|will be|said|added|would have|which|it is|it was|they are"
    r"|they were|you can|we are|i am|i have|he is|she is|is a|is an|is the|are the"
    r"|there is|there are|and that|said that|his|her|their own|this|these|please|don't|didn't|can't"
    r"|i'm|it's|we're)\b"
)
_COPULA = pattern(r"(?<=\s)(?:is|are|am)\s")
_ASKING_TOPIC = pattern(r"(?i)(?:how|what|why|where|when|who|whether)\b")
_SECTION_ARTICLE = pattern(r"(?i)(?:a|an|the|in|on|at|from|under|beyond|behind|about|our|my|its|their)\b")
_CROSSHEAD_WORDS, _HEADLINE_WORDS, _FULL_HEADLINE_WORDS, _SENTENCE_WORDS, _LONG = 3, 5, 7, 8, 15
_STATEMENT_WORDS = 12


def has_news_verb(text: str) -> bool:
    """Whether a verb of headlines stands after the line's first word."""
    return any(word in _VERBS for word in _LETTERS.findall(text.lower())[1:])


def tells_news(text: str) -> bool:
    """The same, or a plural's verb ("talks collapse"): enough for a line in a block, not for one alone."""
    words = _LETTERS.findall(text.lower())
    plural = any(word in _PLURAL_VERBS and before[-1] == "s" for before, word in pairwise(words))
    return has_news_verb(text) or (plural and not _ASKING_TOPIC.match(text))


def ends_in_speaker(text: str) -> bool:
    """Whether a line ends as headlines name who says it: "…, says Ada Fell"."""
    return _SAYS.search(text) is not None


def is_sentence_like(text: str) -> bool:
    """Whether a line without its full stop reads as a sentence: long, with the words that headlines drop."""
    words = text.count(" ") + 1
    if words > _LONG or words < _SENTENCE_WORDS:
        return words > _LONG
    if text.endswith("?") or _SAYS.search(text) or _LABEL.match(text):
        return False
    return bool(_SENTENCE.search(text)) or (words >= _STATEMENT_WORDS and is_statement(text))


def is_statement(text: str) -> bool:
    """Whether a line says that something is so ("The unions are cautious"), as a crosshead hardly does."""
    return bool(_COPULA.search(text)) and not _ASKING_TOPIC.match(text) and not text.endswith("?")


def headline_weight(text: str) -> float:
    """How much a line without a full stop looks like a headline: about 2 and more is one, below 0 is none."""
    words = text.count(" ") + 1
    if words <= _CROSSHEAD_WORDS:
        return -3.0
    weight = float(words >= _HEADLINE_WORDS) + float(words >= _FULL_HEADLINE_WORDS)
    weight += 2.0 * bool(_SAYS.search(text)) + bool(_LABEL.match(text))
    weight += -2.0 if _WHOLLY_QUOTED.fullmatch(text) else bool(_FRAGMENT.search(text))
    weight += has_news_verb(text) + 0.5 * bool(_FIGURE.search(text)) + 0.5 * text.endswith("?")
    return weight - _leaning(text, words)


def _leaning(text: str, words: int) -> float:
    """What speaks for a crosshead or a sentence."""
    weight = float(bool(_SECTION_ARTICLE.match(text)) and not has_news_verb(text))
    asking = bool(_ASKING_TOPIC.match(text)) and not text.endswith("?")
    weight += 0.5 * asking + is_statement(text)
    return weight + 1.5 * bool(_SENTENCE.search(text)) + 2.0 * (words > _LONG)
