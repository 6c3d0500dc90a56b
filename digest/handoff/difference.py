"""What differs between two versions of a draft, told so that an editor sees where."""

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff

_TAGS = re.compile(r"<style\b.*?</style>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MOST = 3  # lines of a text that went, and as many that came
_WIDEST = 100
_TOLD = {
    "subject": "subject",
    "preheader": "preheader",
    "sender": "sender",
    "reply_to": "reply address",
    "audience": "audience",
    "html": "HTML part",
    "text": "text part",
}


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """A line or more for every fact that both know and that is not the same."""
    changed = (name for name in before if name in now and before[name] != now[name])
    return tuple(line for name in changed for line in _told(name, before[name], now[name]))


def words_differ(before: str, now: str) -> tuple[str, ...]:
    """The differing lines of two HTML texts, as readers see them; markup does not count."""
    return tuple(_lines(_visible(before), _visible(now)))


def _told(name: str, before: str, now: str) -> Iterator[str]:
    if name not in ("html", "text"):
        yield f"{_TOLD.get(name, name)}: was “{_shown(before)}”, is “{_shown(now)}”"
        return
    old, new = (_visible(before), _visible(now)) if name == "html" else (before.split("\n"), now.split("\n"))
    yield f"{_TOLD[name]}:"
    yield from list(_lines(old, new)) or ["  only what readers do not see, such as its markup"]


def _lines(old: list[str], new: list[str]) -> Iterator[str]:
    """The first lines that went and the first that came; empty ones do not count."""
    heads = ("---", "+++", "@@")
    found = [line for line in unified_diff(old, new, n=0, lineterm="") if not line.startswith(heads)]
    for sign in "-+":
        told = [line[1:].strip() for line in found if line[0] == sign and line[1:].strip()]
        for words in told[:_MOST]:
            yield f"  {sign} {_shown(words[:_WIDEST])}"
        if len(told) > _MOST:
            yield f"  {sign} … and {len(told) - _MOST} lines more"


def _visible(html: str) -> list[str]:
    return [line for line in (" ".join(part.split()) for part in _TAGS.split(html)) if line]


def _shown(words: str) -> str:
    """Words that anybody may have written, without what a terminal would do something at."""
    return _ACTING.sub(" ", words)
