"""A guess at a text's language: by its script, else by its commonest small words. "" when unsure."""

from collections import Counter
from functools import cache

from digest.patterns import pattern
from digest.sources.judges.wordlists import SMALL_WORDS

_SAMPLE = 1200
_SURE, _CLEAR = 3, 1.5
_BEYOND_LATIN = pattern("[\u0370-\ud7a3]+")
# code, first and last letter, their share in such a text: most letters of Japanese are Chinese too
_SCRIPTS = (
    ("ja", "\u3041", "\u30ff", 0.1),
    ("zh", "\u4e00", "\u9fff", 0.5),
    ("ko", "\uac00", "\ud7a3", 0.5),
    ("ar", "\u0620", "\u064a", 0.5),
    ("he", "\u05d0", "\u05ea", 0.5),
    ("ru", "\u0430", "\u044f", 0.5),
    ("el", "\u0370", "\u03ff", 0.5),
)
_UKRAINIAN = "іїєґ"
_SCRIPT_SHARE = 0.2


def guess_language(text: str) -> str:
    """The language's two-letter code, or "" where the signs are few or disagree."""
    sample = text[:_SAMPLE].lower()
    beyond = len(sample) - len(sample.encode("latin-1", "ignore"))  # counted in a tenth of the time
    if beyond <= _SCRIPT_SHARE * len(sample):
        return _by_small_words(sample.split())
    strange = "".join(_BEYOND_LATIN.findall(sample))
    if len(strange) <= _SCRIPT_SHARE * len(sample):
        return _by_small_words(sample.split())
    for code, first, last, share in _SCRIPTS:
        if sum(first <= letter <= last for letter in strange) > share * len(strange):
            return "uk" if code == "ru" and any(letter in strange for letter in _UKRAINIAN) else code
    return ""


@cache
def _small_words() -> tuple[dict[str, list[str]], list[str]]:
    """Each small word with its languages, and all languages."""
    languages: dict[str, list[str]] = {}
    codes = []
    for cell in SMALL_WORDS.split("|"):
        code, _, words = cell.strip().partition(" = ")
        codes.append(code)
        for word in words.split():
            languages.setdefault(word, []).append(code)
    return languages, codes


def _by_small_words(words: list[str]) -> str:
    languages, codes = _small_words()
    counts = dict.fromkeys(codes, 0)
    for word, times in Counter(filter(languages.__contains__, words)).items():
        for code in languages[word]:
            counts[code] += times
    second, most = sorted(counts.values())[-2:]
    return max(codes, key=counts.__getitem__) if most >= _SURE and most >= _CLEAR * second else ""
