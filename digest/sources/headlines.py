"""The shape of headlines: what tells a line that heads another page from a crosshead or a sentence of this one.

Theory of operation. A headline is a whole piece of news in few words: it has a verb in the present, often a speaker at its
end ("…, says X"), a label at its front ("Opinion: …") or words in quote marks, and drops articles and auxiliaries. A crosshead
is a handful of words that lean on the text around them. A sentence tells the past, with pronouns and auxiliaries.
"""

import re

_VERBS = frozenset(
    """accuses admits agrees aims announces appoints approves argues asks attacks backs bans bars beats begins bids blames blasts blocks boosts
    breaks brings calls cancels claims clears closes collapses comes condemns confirms considers criticises criticizes cuts debuts defends
    delays demands denies dies dismisses doubles drops eases eclipses ends enters expands explodes faces fails falls fears fights files finds
    fires gains gets gives goes grows halts heads helps hints hires hits holds honours hopes hosts insists introduces invests joins jumps keeps kicks kills
    lands launches leads leaves lifts looks loses makes meets merges misses moves names needs offers opens orders outlines overtakes
    pays pledges plunges praises predicts prepares promises proposes pulls pushes puts quits raises reaches rebuts recalls recommends
    rejects remains replaces resigns returns reveals reviews rises rules runs saves says scraps secures seeks sees sells sets settles shows
    shuts signs slams slips slumps soars spends splits starts stays steps stops strikes struggles suffers sues supports surges
    suspends takes targets tells tests threatens tightens tops tries triggers turns unveils upholds urges vows wants warns wins
    withdraws works axes adds buys hails joins outspent rapped boosted named hit set cut wins weighs tackles rallies revisits
    explores expects eyes defies courts cheers probes mulls""".split()
)
_SAYS = re.compile(
    r"(?i),\s(?:says?|warns?|argues?|claims?|urges?|told|insists?|finds?|reveals?|shows?|suggests?|according to|admits?|tells?|predicts?)\b"
    r"|[–—-]\s(?:report|study|survey|minister|poll|review|watchdog|source|MPs?|union)s?$|\b(?:says|warns|argues|told)\s(?:[A-Z]\S+\s?){1,4}$"
)
_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,40}(?::|\s[|–—-])\s\S")
_FRAGMENT = re.compile(r"(?<!\w)[‘'\"“][^‘’'\"“”]+[’'\"”](?!\w)")
_FIGURE = re.compile(r"[£$€]\s?\d|\b\d[\d.,]*\s?(?:%|bn|m\b|k\b|per cent|percent|million|billion)")
_SENTENCE = re.compile(
    r"(?i)\b(?:was|were|had|has been|have been|said|added|would have|which|it is|it was|they are|they were|you can|we are|i am|i have|he is|she is|is a|is an|is the|are the"
    r"|there is|there are|and that|said that|his|her|their own|this|these|please|don't|didn't|can't|i'm|it's|we're)\b"
)
_COPULA = re.compile(r"(?<=\s)(?:is|are|am)\s")
_ASKING_TOPIC = re.compile(r"(?i)(?:how|what|why|where|when|who|whether)\b")
_SECTION_ARTICLE = re.compile(r"(?i)(?:a|an|the|in|on|at|from|under|beyond|behind|about|our|my|its|their)\b")
_CROSSHEAD_WORDS, _HEADLINE_WORDS, _FULL_HEADLINE_WORDS, _SENTENCE_WORDS, _LONG = 3, 5, 7, 10, 15


def has_news_verb(text: str) -> bool:
    """Whether a verb of headlines stands after the line's first word."""
    words = re.findall(r"[a-z]+", text.lower())
    return any(word in _VERBS for word in words[1:])


def is_sentence_like(text: str) -> bool:
    """Whether a line without its full stop reads as a sentence of an article: long, with the words headlines drop."""
    words = text.count(" ") + 1
    return words > _LONG or (words > _SENTENCE_WORDS and bool(_SENTENCE.search(text)) and not _SAYS.search(text))


def headline_weight(text: str) -> float:
    """How much a line without a full stop looks like a headline: about 2 and more is one, below 0 is none."""
    words = text.count(" ") + 1
    if words <= _CROSSHEAD_WORDS:
        return -3.0
    weight = float(words >= _HEADLINE_WORDS) + float(words >= _FULL_HEADLINE_WORDS)
    weight += 2.0 * bool(_SAYS.search(text)) + bool(_LABEL.match(text)) + bool(_FRAGMENT.search(text))
    weight += has_news_verb(text) + 0.5 * bool(_FIGURE.search(text)) + 0.5 * text.endswith("?")
    return weight - _leaning(text, words)


def _leaning(text: str, words: int) -> float:
    """What speaks for a crosshead or a sentence."""
    weight = float(bool(_SECTION_ARTICLE.match(text)) and not has_news_verb(text))
    asking = bool(_ASKING_TOPIC.match(text)) and not text.endswith("?")
    weight += 0.5 * asking + (not asking and not text.endswith("?") and bool(_COPULA.search(text)))
    return weight + 1.5 * bool(_SENTENCE.search(text)) + 2.0 * (words > _LONG)
