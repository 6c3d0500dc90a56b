"""A guess at a text's language: by its script, else by its commonest small words. "" when unsure."""

import re

from digest.sources.wordlists import SMALL_WORDS

_SAMPLE = 2000
_SURE, _CLEAR = 3, 1.5
_LANGUAGES_OF: dict[str, list[str]] = {}
_CODES: list[str] = []
for _language in SMALL_WORDS.split("|"):
    _code, _, _words = _language.strip().partition(" = ")
    _CODES.append(_code)
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
_BEYOND_LATIN = re.compile("[\u0370-\ud7a3]+")
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
    strange = "".join(_BEYOND_LATIN.findall(sample))
    if len(strange) <= _SCRIPT_SHARE * len(sample):
        return _by_small_words(sample.split())
    for code, first, last, share in _SCRIPTS:
        if sum(first <= letter <= last for letter in strange) > share * len(strange):
            return "uk" if code == "ru" and any(letter in strange for letter in _UKRAINIAN) else code
    return ""


def _by_small_words(words: list[str]) -> str:
    counts = dict.fromkeys(_CODES, 0)
    for word in words:
        for code in _LANGUAGES_OF.get(word, ()):
            counts[code] += 1
    (most, code), (second, _) = sorted(((count, code) for code, count in counts.items()), reverse=True)[:2]
    return code if most >= _SURE and most >= _CLEAR * second else ""
