"""What a page says of itself in JSON-LD, whatever form it takes.

Rule 1. All blocks of a page are one heap of objects: lists, `@graph` and nesting are opened. An object
        that only names another by `@id` stands for it.
Rule 2. Broken JSON is mended where everybody breaks it (raw line ends in strings, a comma before a
        bracket, a comment around the whole); what stays broken is passed over.
"""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from digest.patterns import pattern
from digest.sources.html.tree import Node, letters

Thing = dict[str, Any]

_ARTICLES = ("article", "posting", "review", "analysis", "report", "newsitem")
_NOT_ARTICLES = ("livebloggingupdate", "websitearticle", "articlesection")
_TRAILING = pattern(r",(\s*[\]}])")
_DEEPEST = 40


def things_of(root: Node) -> list[Thing]:
    """Every object on the page, in its order."""
    things: list[Thing] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            things += _opened(_loaded(script.text or ""))
    return things


def article_of(things: list[Thing], titles: str) -> Thing:
    """The object that is the page's article, {} where there is none.

    `titles` is what the page is called elsewhere on it: lists of other articles stand on pages, too.
    """
    articles = [thing for thing in things if any(map(_is_article, types_of(thing)))]
    named = [thing for thing in articles if isinstance(thing.get("headline"), str) and thing["headline"]]
    ours = (thing for thing in named if letters(unescape(thing["headline"])) in titles)
    return next(ours, named[0] if named else articles[0] if articles else {})


def types_of(thing: Thing) -> list[str]:
    """An object's types in lower case, without their vocabulary's address."""
    named = thing.get("@type")
    names = named if isinstance(named, list) else [named]
    return [name.rpartition("/")[2].lower() for name in names if isinstance(name, str)]


def resolved(value: Any, things: list[Thing]) -> list[Any]:
    """A value as a list, those that only name an object by its `@id` replaced by that object."""
    values = value if isinstance(value, list) else [value]
    known = {
        thing["@id"]: thing
        for thing in reversed(things)
        if isinstance(thing.get("@id"), str) and len(thing) > 1
    }
    return [_stands_for(each, known) for each in values if each]


def _stands_for(value: Any, known: dict[str, Thing]) -> Any:
    named = value.get("@id") if isinstance(value, dict) and len(value) <= 2 else None  # noqa: PLR2004 # with a type
    return known.get(named, value) if isinstance(named, str) else value


def _is_article(name: str) -> bool:
    return name.endswith(_ARTICLES) and name not in _NOT_ARTICLES


def _loaded(text: str) -> Any:
    text = _bare(text)
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _bare(text: str) -> str:
    """From the first bracket to the last: what stands around it is a comment's or CDATA's."""
    text = text.replace("<![CDATA[", "").replace("]]>", "")
    starts = [position for position in (text.find("{"), text.find("[")) if position >= 0]
    return text[min(starts) : max(text.rfind("}"), text.rfind("]")) + 1] if starts else ""


def _opened(value: Any, depth: int = 0) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _opened(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _opened(inner, depth + 1)
