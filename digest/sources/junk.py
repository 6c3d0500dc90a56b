"""Lines of a page's surroundings, each with the reason it was taken for one.

Theory of operation. Surroundings speak to the reader about the page ("Share this page", "Sign up for our
newsletter"); an article speaks about the world. It shows in a line's first words, or in lines made of
nothing but the words of buttons.

Rule 1. Known phrases (surroundings.py): a short line that is one, or a line that begins with one.
Rule 2. A short order to the reader ("Read …", "Join …") about "our" things or "this page" is a prompt.
Rule 3. What counts readers, comments and minutes is about the page.
Rule 4. A long line is the page's only if it is a footer of some sort: a newsletter's, cookies', a
        publication's.
"""

import re

from digest.sources.surroundings import STARTS, WHOLE
from digest.sources.wordlists import BESIDE_BUTTONS, BUTTONS, PROMPT_VERBS

_FOOTERS = frozenset(
    {
        "newsletter prompt",
        "cookie notice",
        "publication line",
        "copyright line",
        "author line",
        "comments",
        "correction line",
    }
)
_PROMPT_VERBS, _BUTTONS = frozenset(PROMPT_VERBS.split()), frozenset(BUTTONS.split())
_BESIDE_BUTTONS = frozenset(BESIDE_BUTTONS.split())
_LONGEST_WHOLE, _LONGEST_START, _LONGEST_FOOTER, _LONGEST_PROMPT = 40, 160, 700, 120
_EDGE = " -–—*•·|[](){}_=~>»›<#!.…"
_ABOUT_PAGE = re.compile(
    r"(?i)\bour (?:web)?(?:site|page|app|newsletters?|emails?|bulletins?|briefings?|updates|channel"
    r"|coverage|journalism|team|guide"
    r"|community|reporting|full)\b|\bthis (?:article|page|story|site|post)\b|\b(?:newsletter|inbox"
    r"|mailing list|(?:email|news) alerts?)\b"
)
_NUMBER = r"(?:\d[\d.,]*[km]?\+?|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = re.compile(
    rf"(?i){_NUMBER}[ -](?:shares?|comments?|views?|likes?|reads?|reactions?|replies|votes?"
    rf"|followers|photos?|images?"
    r"|min(?:ute)?s?\.?(?:[ -]?(?:read|listen|watch|video))?|min(?:ute)?s? to read|(?:min(?:ute)?s?"
    r"|hours?|hrs?|days?|weeks?|months?|years?) ago)"
    r"|(?:(?:about|estimated|approx\.?|est\.?) )?(?:reading|read|listening) time:? ?\d+ ?(?:min(?:ute)?s?)?"
    r"|(?:comments?|shares?|views|likes|page views) ?[:(]? ?\d[\d,]* ?\)?|page \d+ of \d+"
    r"|\d+ ?/ ?\d+|yesterday|today|just now|\d{1,2}:\d\d"
)
_PUBLISHED_ELSEWHERE = re.compile(
    r"(?i)(?:a version of )?this (?:article|story|post|piece|feature|interview|report|column"
    r"|blog)(?: was| is| has been)?"
    r"(?: also| adapted)? (?:first |originally |re-?)?(?:appear|publish|posted|from the|produced in"
    r"|reproduced|funded)"
)
_POST = re.compile(
    r"[—–-]\s?[^@]{1,60}\(@\w{1,20}\)|(?:view|see) (?:this|the) (?:post|tweet) on \w+", re.IGNORECASE
)
_FOLLOW = re.compile(
    r"follow .{1,50} on (?:x|twitter|facebook|linkedin|instagram|bluesky|mastodon|threads|google news)\b.*"
)
_BARS = re.compile(r"\s[|/·•]\s")
_CRUMBS = re.compile(r"\s[>»›/]\s")
_CRUMB_WORDS, _CRUMB_FILL = 5, 2


def junk_reason(text: str) -> str:
    """What a line of the surroundings is ("share line"), or "" for any other line."""
    if len(text) > _LONGEST_FOOTER:
        return ""
    plain = text.strip(_EDGE).lower().replace("’", "'")
    if len(text) <= _LONGEST_WHOLE and plain in _WHOLE:
        return _WHOLE[plain]
    reason = _start_reason(plain, text)
    if reason and (reason in _FOOTERS or len(text) <= _LONGEST_START):
        return reason
    if len(text) > _LONGEST_PROMPT:
        return (
            "publication line"
            if plain.startswith(("this", "a version")) and _PUBLISHED_ELSEWHERE.match(plain)
            else ""
        )
    return _short_reason(plain, text)


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path through the site ("News > Health > Hospitals"), as over a headline."""
    parts = _CRUMBS.split(text.strip(_EDGE))
    return len(parts) > 1 and all(part.count(" ") < _CRUMB_WORDS for part in parts[:-1])


def _start_reason(plain: str, text: str) -> str:
    if text.startswith("©"):
        return "copyright line"
    for phrase, reason in _STARTS.get(plain.partition(" ")[0], ()):
        if plain.startswith(phrase) and not plain[len(phrase) : len(phrase) + 1].isalpha():
            return reason
    return ""


def _short_reason(plain: str, text: str) -> str:
    tests = (
        ("reader prompt", plain.partition(" ")[0] in _PROMPT_VERBS and _ABOUT_PAGE.search(plain)),
        ("author line", plain.startswith("follow ") and _FOLLOW.fullmatch(plain)),
        ("count line", _COUNT.fullmatch(plain)),
        ("publication line", plain.startswith(("this", "a version")) and _PUBLISHED_ELSEWHERE.match(plain)),
        ("copyright line", "all rights reserved" in plain),
        ("embedded post", "pic.twitter.com/" in plain or _POST.match(text)),
        ("share line", _is_buttons(plain)),
        ("navigation", all(part.strip() in _WHOLE for part in _BARS.split(plain))),
    )
    return next((reason for reason, found in tests if found), "")


def _is_buttons(plain: str) -> bool:
    words = re.split(r"[\s,|/·•]+", plain)
    buttons = sum(word in _BUTTONS for word in words)
    return buttons > 0 and all(
        word in _BUTTONS or word in _BESIDE_BUTTONS or word.isdigit() for word in words
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
