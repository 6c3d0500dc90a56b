"""A guess at a text's language: by its script, else by its commonest small words. "" when unsure."""

import re

_SAMPLE = 3000
_SURE, _CLEAR = 3, 1.5
_SMALL_WORDS = {
    "en": "the of and to in that is was for on with he it as his at by be have from this had are but not they which would said will",
    "fr": "le la les des et en un une du que qui dans pour est pas sur au plus par avec ce il sont aux cette ont été mais nous",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei",
    "es": "el la los las del y en que un una por con para es se al lo como más pero sus le ha este son fue entre también está",
    "it": "il la di che e in un una per con non del della dei è si le i gli nel alla sono anche più da ha come delle dal",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er om ook als bij dan nog maar uit door over worden naar",
    "pt": "o a os as de do da em um uma que e para com não por mais dos das ao se na no como mas foi são pela pelo à",
    "sv": "och att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när hon ska har",
    "da": "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi fra blev kan",
    "no": "og i det på som er en til å av for at med den har ikke de var men et om vi fra han seg jeg ble skal",
    "pl": "i w na z do że się nie jest to o jak po dla co ale od przez przy oraz są za ich był tym tego",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[\u0430-\u044f]")),
    ("el", re.compile("[\u03b1-\u03c9]")),
)
_SCRIPT_SHARE = 0.2


def guess_language(text: str) -> str:
    """The language's two-letter code, or "" where the signs are few or disagree."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        for code, letters in _SCRIPTS:
            if len(letters.findall(sample)) > _SCRIPT_SHARE * len(sample) / (6 if code in {"ja", "uk"} else 1):
                return code
    return _by_small_words(sample.lower().split())


def _by_small_words(words: list[str]) -> str:
    counts = dict.fromkeys(_SMALL_WORDS, 0)
    for word in words:
        for code in _LANGUAGES_OF.get(word, ()):
            counts[code] += 1
    (most, code), (second, _) = sorted(((count, code) for code, count in counts.items()), reverse=True)[:2]
    return code if most >= _SURE and most >= _CLEAR * second else ""
