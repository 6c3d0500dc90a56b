"""Who wrote it: names out of byline lines, without roles, handles, places and outlets.

Rule 1. "By …" (and its like: "Words: …", "Posted by …") is a byline when a name follows: capitalised
        words, a handle or "staff". "By 2020 the council will …" is none.
Rule 2. A bare line of names is a byline only beside the headline, and only two to four words a name: the
        caller asks for it (`bare=True`) where a name is expected.
Rule 3. What follows a name after a comma is a role or an outlet unless it looks like a name itself; what
        follows it after a bar, a stroke or a dash always is.
Rule 4. A name is given as it stands; only a line that the page's style put in capitals ("BY JO BLOGGS")
        is put back into a name's letters.
"""

import re

from digest.patterns import pattern
from digest.sources.judges.wordlists import AGENCIES, NOT_NAMES, ROLES

_LEADS = (
    "additional|analysis|article|blog|blogged|column|comment|compiled|contributed|created|edited"
    "|essay|exclusive|feature"
    "|guest|interview|investigation|news|opinion|original|post|posted|published|report|reported"
    "|reporting|research|researched"
    "|review|special|story|submitted|text|viewpoint|words|written|uploaded|produced|a|the|from"
)
_PICTURES = r"(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|videos?|graphics?|fotos?)"
_BY = pattern(
    rf"(?:(?:{_LEADS})\s+){{0,3}}by\b[: ]\s*(?=\S)|(?:words|text|author|authors|writer|reporter"
    rf"|byline|written by)\s*[:|]\s*(?=\S)"
    rf"|(?:words|text|story|report|interview|reporting) (?:and|&|\+) {_PICTURES}(?: by\b:?|:)\s*(?=\S)"
    r"|(?:(?:propos recueillis|texte?|reportage|bericht|ein beitrag|interview|entrevista|texto|testo|tekst"
    r"|escrito|geschrieben|aufgezeichnet|recueilli) )?(?:von|par|por|door|di|af|av|da|de)[: ]\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
_SHOUTED_LEAD = pattern(
    r"From (?=[A-Z]\S+ [A-Z]\S+ in [A-Z]\S+$)"
    r"|(?:WORDS|TEXT|REPORT|REPORTING|STORY|WRITER|INTERVIEW)\s+(?=[A-Z][a-zß-öø-ÿ])"
)
_BY_ALONE = pattern(rf"(?i)(?:(?:{_LEADS})\s+){{0,3}}(?:by|author|authors|words|writer|reporter)\s*:?$")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = r"(?:de|van|von|der|den|da|di|del|della|la|le|bin|bint|al|el|ap|ter|ten|dos|du|y|st)\b"
_WORD = rf"(?:{_CAPITAL}['’]?[\w'’-]*\.?|{_PARTICLE})"
_NAME = pattern(rf"(?:{_CAPITAL}[\w'’-]*\.?)(?:[ -]{_WORD}){{0,4}}")
_HANDLE = pattern(r"[a-z][\w-]*(?:[._][a-z][\w-]*)+|[a-z]{3,}[\w-]*")
_NOISE = pattern(r"\(?@\w+\)?|\(?\S+@\S+\.\w+\)?|https?://\S+|\[[^\]]*\]|\([^)]*\)")
_AWAY = pattern(
    r"\s(?:in|for|at|of|from|reports?|reporting|writes?|on)\s.*|\s(?:in|for|at|from|writes|reports)$",
    re.IGNORECASE,
)
_READING_TIME = pattern(r"(?i)\s*[|·•,–—-]\s*\d+[ -]?min(?:ute)?s?\.?(?: read)?$")
_PICTURED_BY = pattern(
    rf"(?i:(?:^|\s*[.,;|/–—-])\s*(?:and )?{_PICTURES}(?: ?by\b:?|:)\s.*)"
    r"| (?:Photo(?:s|graphs|graphy)|Pictures|PHOTO(?:S|GRAPHS|GRAPHY)|PICTURES) (?=[A-Z]).*"
)
_LABELLED = pattern(
    r"(?i:(?:interview|report(?:ing)?|reportage|review|essay|feature|analysis|story|exclusive|opinion|comment)"
    r"(?: [–—-] |: ?))|(?:Words|Text) (?=[A-Z])"
)
_PARTS = pattern(r"\s*[,;]\s*")
_OUTLET = pattern(r"\s*(?:[|/•·]|\s[-–—]\s).*")
_JOINERS = pattern(r"(?:^|\s+)(?:and|And|AND|&|und|et|y|e|en|och|with)\s+")
_GLUED = pattern(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(?<!Mac)(?=[A-Z][a-z])|(?<=[a-z]{2})(?=The [A-Z])")
_ROLE = frozenset(ROLES.split())
_AGENCIES = frozenset(AGENCIES.split()) | {
    "press association",
    "associated press",
    "agence france-presse",
    "pa media",
    "news agencies",
    "staff and agencies",
    "agencies and staff",
    "wire reports",
    "wire services",
    "staff and wire reports",
}
_DESK_NAMES = frozenset(["bureau", "newsdesk", "desk", "service", "agency", "newsroom", "newswire"])
_STAFF = frozenset(["staff", "our", "special", "web", "online", "editorial", "own", "local", "by"])
_DESKS = _DESK_NAMES | {"reporter", "reporters", "correspondent", "correspondents", "staff", "team", "writer"}
_NEWSROOMS = frozenset(["staff", "team", "reporters", "writers", "correspondents"])
_AGENCY_WORDS, _AWAY_WORDS = 4, 3
_NOT_NAMES = frozenset(NOT_NAMES.split())
_MOST_WORDS, _NAME_WORDS, _LONGEST = 24, (2, 4), 160


def read_byline(text: str, *, bare: bool = False) -> tuple[str, ...]:
    """The names in a byline line, () where it is none; `bare`: names may stand without a "By"."""
    if len(text) > _LONGEST or text.count(" ") > _MOST_WORDS:
        return ()
    lead = _BY.match(text) or _SHOUTED_LEAD.match(text)
    if lead is None and not bare:
        return ()
    text = _PICTURED_BY.sub("", text)
    if lead is None:
        return _bare_names(text)
    if is_agency(text[lead.end() :]):
        return (text[lead.end() :].strip(),)
    names = _names(text[lead.end() :], explicit=lead[0].strip(" :").lower()[-2:] == "by")
    return tuple(map(_in_letters, names))


def read_shouted(text: str) -> tuple[str, ...]:
    """The name in a line of two or three words in capitals; the caller knows that a name stands there."""
    if not text.isupper() or not 1 <= text.count(" ") <= 2:  # noqa: PLR2004 # two spaces: three words
        return ()
    return read_byline(_lowered(text), bare=True)


def is_lead_alone(text: str) -> bool:
    """Whether a line is only the lead of a byline ("By", "Written by:"), the name being on the next."""
    return bool(_BY_ALONE.match(text))


def is_role(text: str) -> bool:
    """Whether a short line tells what somebody does ("Health correspondent")."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return 1 <= len(words) <= 6 and any(word in _ROLE for word in words)  # noqa: PLR2004 # a job title's words


def _bare_names(text: str) -> tuple[str, ...]:
    """Names alone in their line: each of two to four words, none a section's or an ordinary headline word."""
    if is_agency(text):
        return (text.strip(),)
    text = _READING_TIME.sub("", text)
    away = _AWAY.search(text)
    if any(letter.isdigit() for letter in text) or (
        away and away[0].count(" ") > _AWAY_WORDS + 1 and "," not in text and not _JOINERS.search(text)
    ):
        return ()
    text = _LABELLED.sub("", text, count=1)
    if text.rstrip().endswith((".", "!", "?", ":")) or text.isupper():
        return ()
    if not all(_may_stand_by(segment) for segment in _PARTS.split(text)[1:]):
        return ()
    names = tuple(_in_letters(name) for name in _names(text, explicit=False))
    return names if names and all(_is_plain_name(name) for name in names) else ()


def _may_stand_by(segment: str) -> bool:
    """Whether a part after a comma may stand beside a bare name: a name, a place, a role, and no clause."""
    return not segment[:1].islower() or is_role(segment) or segment.count(" ") < _AWAY_WORDS


def is_agency(text: str) -> bool:
    """Whether a newsroom's name stands for a person's ("Staff reporter", "Harbour News Service")."""
    words = text.strip().lower().split()
    if " ".join(words) in _AGENCIES:
        return True
    if not 1 < len(words) <= _AGENCY_WORDS or words[-1] not in _DESKS or text.rstrip()[-1] in ".?!:":
        return False
    named = all(word[0].isupper() for word in text.split())
    newsroom = words[-1] in _NEWSROOMS and all(word[0].isupper() for word in text.split()[:-1])
    return named if words[-1] in _DESK_NAMES else words[0] in _STAFF or newsroom


def _is_plain_name(name: str) -> bool:
    words = name.split()
    few, many = _NAME_WORDS
    return few <= len(words) <= many and not any(word.lower() in _NOT_NAMES for word in words)


def _names(text: str, *, explicit: bool) -> tuple[str, ...]:
    text = _OUTLET.sub("", _NOISE.sub(" ", text).strip(" ,;|-–—•·/"))
    if not text or (explicit and text.endswith((".", "!")) and text.count(" ") > 4):  # noqa: PLR2004 # a sentence
        return ()
    people = [person for segment in _PARTS.split(text) for person in _people(segment)]
    names = [
        _name(person, first=not index, explicit=explicit) for index, person in enumerate(filter(None, people))
    ]
    if not names or not names[0] or _is_lone_word(names, text):
        return ()
    return tuple(name for name in names if name)


def _people(segment: str) -> list[str]:
    """The people of "A in Oslo and B in London" without the places; "A in Oslo and Rome" is one."""
    people = _JOINERS.split(segment)
    if len(people) > 1 and all(map(_AWAY.search, people)):
        return [_AWAY.sub("", person) for person in people]
    return _JOINERS.split(_AWAY.sub("", segment))


def _is_lone_word(names: list[str], text: str) -> bool:
    """Whether a capitalised word stands before others that are no names: a sentence, not a byline."""
    return (
        len(names) > 1
        and not any(names[1:])
        and names[0].isalpha()
        and not re.search(r"[,|/;•·–—]|\s-", text)
    )


def _name(text: str, *, first: bool, explicit: bool) -> str:
    """A name out of a part of the line, or ""; after the first part, single words are places or outlets."""
    text = _GLUED.split(text)[0].strip() if text.lower() not in _AGENCIES else text
    if text.lower() in _AGENCIES:
        return text if first else ""
    if explicit and first and _HANDLE.fullmatch(text):
        return text
    match = _NAME.match(text)
    if match is None:
        return ""
    return _without_role(text, match[0], first=first, explicit=explicit)


def _without_role(text: str, name: str, *, first: bool, explicit: bool) -> str:
    words = name.split()
    if len(name) < len(text):
        if not is_role(text[len(name) :]):
            return ""
        words = words[:2] + [word for word in words[2:] if word.lower() not in _NOT_NAMES]
        name = " ".join(words)
    if any(word.lower() in _ROLE for word in words):
        if len(words) < 4 or not first:  # noqa: PLR2004 # "Jo Bloggs Health Editor"
            return name if explicit and first else ""
        return " ".join(words[:2])
    if len(words) == 1 and not (explicit and first):
        return ""
    return name if first or not any(word.lower() in _NOT_NAMES for word in words) else ""


def _in_letters(name: str) -> str:
    return _lowered(name) if name.isupper() and " " in name else name


def _lowered(name: str) -> str:
    """A shouted name in a name's letters; words without vowels are initials and stay."""
    return " ".join(_lowered_word(word) for word in name.split())


def _lowered_word(word: str) -> str:
    if word.lower() in _AGENCIES or not re.search("[AEIOUYÀ-Þ]", word):
        return word
    lowered = "-".join(part.capitalize() for part in word.split("-"))
    return re.sub(r"^(Mc|O['’])(\w)", lambda match: match[1] + match[2].upper(), lowered)
