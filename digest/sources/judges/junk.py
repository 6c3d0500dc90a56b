"""Lines of a page's surroundings, each with the reason it was taken for one.

Theory of operation. Surroundings speak to the reader about the page ("Share this page", "Sign up for our
newsletter"); an article speaks about the world. It shows in a line's first words, or in lines made of
nothing but the words of buttons.

Rule 1. Known phrases (surroundings.py): a short line that is one, or a line that begins with one.
Rule 2. An order or a question to the reader about what pages deliver is a prompt (prompts.py).
Rule 3. What counts readers, comments and minutes is about the page; so is a line of such things in a row.
Rule 4. A line of an address or a handle, with words that only lead to it, says how to reach the author.
Rule 5. A long line is the page's only if it is a footer of some sort: a newsletter's, cookies', a
        publication's, an agency's.
Rule 6. What a line tells of the page's own text stands in notices.py.
"""

import re
from functools import cache

from digest.patterns import pattern
from digest.sources.judges.notices import long_notice_of, notice_of
from digest.sources.judges.prompts import NETWORK_NAMES, is_long_prompt, is_prompt
from digest.sources.judges.surroundings import STARTS, WHOLE
from digest.sources.judges.wordlists import (
    BESIDE_BUTTONS,
    BUTTONS,
    CONTACT_WORDS,
    MENU_WORDS,
    SECTIONS,
)

_FOOTERS = frozenset(
    [
        "newsletter prompt",
        "cookie notice",
        "publication line",
        "copyright line",
        "author line",
        "comments",
        "correction line",
        "syndication line",
    ]
)
_BUTTONS, _BESIDE_BUTTONS = frozenset(BUTTONS.split()), frozenset(BESIDE_BUTTONS.split())
_BUTTON_WORDS = _BUTTONS | _BESIDE_BUTTONS
_CONTACT_WORDS = frozenset(CONTACT_WORDS.split())
_LONGEST_WHOLE, _LONGEST_START, _LONGEST_FOOTER, _LONGEST_PROMPT = 40, 160, 700, 130
_EDGE = " -–—*•·|[](){}_=~>»›<#!.…$"
_SECTION_WORDS = frozenset(SECTIONS.split())
_BARS = (" | ", " / ", " · ", " • ", " ∙ ", " - ")
_CRUMBS = (" > ", " » ", " › ", " / ")
_MENU_SHARE = 0.6
_CRUMB_WORDS, _BAR_WORDS, _CONTACT_LENGTH = 5, 3, 9
_COPYRIGHT = ("(c)", "(C)")
_CENTURIES = frozenset(["19", "20"])  # "(c) 2026 Quay Media"
_MENU = frozenset(["home", "menu", "search", "news", "login", "subscribe", "contact", "about"])
_ALL_MENU = frozenset(MENU_WORDS.split())
_MENU_WORDS, _ROW_OPENERS = _MENU | _SECTION_WORDS, _MENU | _ALL_MENU
_PICTOGRAPHS = pattern("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_DIGIT = pattern(r"\d")
_SOCIAL = ("twitter.com/", "x.com/", "linkedin.com/", "instagram.com/", "facebook.com/", "bsky.app/")


@cache
def _count() -> re.Pattern[str]:
    number = r"(?:\d[\d.,]*[km]?\+?|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
    return re.compile(
        rf"(?:(?:last |first )?(?:updated|published|posted) )?"
        rf"{number}[ -](?:shares?|comments?|views?|likes?|reads?|reactions?|replies"
        r"|votes?|followers|photos?"
        r"|images?|min(?:ute)?s?\.?(?:[ -]?(?:read|listen|watch|video))?|min(?:ute)?s? to read"
        r"|(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago)"
        r"|(?:(?:about|estimated|approx\.?|est\.?) )?(?:reading|read|listening) time:? ?\d+"
        r" ?(?:min(?:ute)?s?)?"
        r"|(?:comments?|kommentare|commentaires|shares?|views|likes|page views)"
        r" ?[:(]? ?\d[\d,]* ?\)?|page \d+ of \d+"
        r"|temps de lecture ?: ?\d+ min(?:utes?)?|lesezeit:? ?\d+ min(?:uten)?\.?"
        r"|(?:last )?(?:updated|published):? \d{1,2}[.:]\d\d"
        r"|\d+ ?/ ?\d+|yesterday|today|just now|\d{1,2}:\d\d"
    )


_ON_THIS = pattern(r"(?:\w+ )?\d+ (?:comments?|messages?|replies|responses) (?:on|to|about) this\b")


def junk_reason(text: str) -> str:
    """What a line of the surroundings is ("share line"), or "" for any other line."""
    if not text or len(text) > _LONGEST_FOOTER:
        return ""
    if len(text) <= _LONGEST_PROMPT and not text.isascii():
        text = _PICTOGRAPHS.sub(" ", text).strip() or text
    plain = text.strip(_EDGE).lower().replace("’", "'")
    if len(text) <= _LONGEST_WHOLE and plain in _WHOLE:
        return _WHOLE[plain]
    reason = _start_reason(plain, text)
    if reason and (reason in _FOOTERS or len(text) <= _LONGEST_START):
        return reason
    if len(text) <= _LONGEST_PROMPT:
        return _short_reason(plain, text)
    return long_notice_of(plain, text) or ("reader prompt" if is_long_prompt(plain) else "")


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path through the site ("News > Health > Hospitals"), as over a headline."""
    plain = text.strip(_EDGE)
    for sign in _CRUMBS:
        if sign in plain and all(part.count(" ") < _CRUMB_WORDS for part in plain.split(sign)[:-1]):
            return True
    parts = plain.split(" | ")
    return len(parts) > (1 if text.isupper() else 2) and all(part.count(" ") < _BAR_WORDS for part in parts)


def _start_reason(plain: str, text: str) -> str:
    if text[0] == "©" or (text[:3] in _COPYRIGHT and text[3:].lstrip()[:2] in _CENTURIES):
        return "copyright line"
    for phrase, reason in _STARTS.get(plain.partition(" ")[0], ()):
        if plain.startswith(phrase) and not plain[len(phrase) : len(phrase) + 1].isalpha():
            return reason
    return ""


def _short_reason(plain: str, text: str) -> str:  # noqa: PLR0911 # one reason a line
    if reason := notice_of(plain, text):
        return reason
    if _ON_THIS.match(plain):
        return "comments"
    if plain.startswith("follow ") and " on " in plain and _on_network(plain):
        return "author line"
    if _is_row(plain):
        return "navigation"
    if is_prompt(plain):
        return "reader prompt"
    if _has_count(plain):
        return "count line"
    if "@" in text or "/" in text:
        return _address_reason(plain, text)
    return _row_reason(plain)


def _has_count(plain: str) -> bool:
    return len(plain) <= _LONGEST_WHOLE and _count().fullmatch(plain) is not None


def _address_reason(plain: str, text: str) -> str:
    if "pic.twitter.com/" in plain or (text[0] in "—–-" and "(@" in text):
        return "embedded post"
    words = [word.strip(":,;()|") for word in plain.split()]
    addressed = [word for word in words if "@" in word or word.startswith(_SOCIAL)]
    led = all(word in _CONTACT_WORDS or word in addressed for word in words if word)
    alone = plain.startswith("@") and len(words) == 1  # who wrote the post above it
    if addressed and len(words) < _CONTACT_LENGTH and led and not alone:
        return "author line"
    if len(words) < _CONTACT_LENGTH and "@" in words[-1] and "." in words[-1] and ":" in plain:
        return "author line"  # "Letters: desk@…"
    return _row_reason(plain)


def _on_network(plain: str) -> bool:
    """Whether a line that begins with "follow" names somebody and a network."""
    followed, _, network = plain.removeprefix("follow ").partition(" on ")
    return followed != "us" and network.partition(" ")[0].strip(":,") in NETWORK_NAMES


def _is_row(plain: str) -> bool:
    """Whether a line is a row of the page's own words between bars."""
    if plain.partition(" ")[0] in _ROW_OPENERS and _is_menu(plain.split()):
        return True
    for bar in _BARS:
        if bar in plain:
            parts = [part.strip(_EDGE) for part in plain.split(bar)]
            if all(part in _WHOLE or _has_count(part) or _is_buttons(part) for part in parts):
                return True
            parts[0] = parts[0].rpartition(": ")[2]
            short = all(part.count(" ") < _BAR_WORDS for part in parts)
            if len(parts) > 2 + (bar == " - ") and short and not _DIGIT.search(plain):  # two bars
                return True
    return False


def _is_menu(words: list[str]) -> bool:
    if len(words) <= _BAR_WORDS:
        return False
    mostly = sum(word in _MENU_WORDS for word in words) >= _MENU_SHARE * len(words)
    return _ALL_MENU.issuperset(words) or (words[0] in _MENU and mostly)


def _row_reason(plain: str) -> str:
    if plain.startswith(("view this post on ", "see this post on ", "view this tweet", "see this tweet")):
        return "embedded post"
    return "share line" if _is_buttons(plain) else ""


def _is_buttons(plain: str) -> bool:
    """Whether a line is made of buttons' words: at least one, and none but those that stand among them."""
    first = plain.partition(" ")[0].strip(",:")
    if first.isalpha() and first not in _BUTTON_WORDS:
        return False
    words = plain.replace("|", " ").replace("/", " ").replace("·", " ").split()
    words = words[next((place for place, word in enumerate(words) if not word.isdigit()), 0) :]
    if not words or words[0].strip(",:") not in _BUTTON_WORDS:
        return False
    words = [word.strip(",:") for word in words]
    return not _BUTTONS.isdisjoint(words) and all(
        word in _BUTTON_WORDS or word.isdigit() or not word for word in words
    )


def _phrases(cell: str) -> list[str]:
    return [phrase.strip() for phrase in cell.split("|") if phrase.strip()]


def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    """First word -> the phrases that begin with it, so that a line meets only a few of them."""
    index: dict[str, list[tuple[str, str]]] = {}
    for reason, cell in STARTS.items():
        for phrase in _phrases(cell):
            index.setdefault(phrase.partition(" ")[0], []).append((phrase, reason))
    return index


_WHOLE = {phrase: reason for reason, cell in WHOLE.items() for phrase in _phrases(cell)}
_STARTS = _by_first_word()
