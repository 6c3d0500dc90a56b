"""Who wrote a page, as its data names them.

Rule 1. JSON-LD beats meta tags, meta tags beat microdata.
Rule 2. A name is somebody's: no address, no handle, no desk ("Newsroom"), no body's ("Society for …"), no
        outlet that the page names as its own.
Rule 3. A name is given whole: what reads as one only when it is cut ("AMournfulHowl") is none.
"""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from digest.patterns import pattern
from digest.sources.html.jsonld import types_of
from digest.sources.html.tree import Node, letters, words
from digest.sources.html.words import NO_NAMES
from digest.sources.judges.bylines import is_agency, read_byline

_BODY_NAME = pattern(r"(?i)\s(?:for|of the)\s")
_REVERSED = pattern(r"([^\W\d_][\w'’-]*), ([^\W\d_][\w'’-]*(?: (?:[A-Z]\.|[a-z]+))*)")  # "Roe, Jane"
_NAME = pattern(r"[^\W\d_][^\d,;|/:()]*(?: [^\d,;|/:()]+){1,4}")
_NO_NAME = pattern(r"(?i)https?:|www\.|@|\.(?:com|net|org|co\.\w\w)\b|^\d")
_FIRM = pattern(r"(?i)\b(?:ltd|limited|inc|llc|gmbh|plc|media|group|team|publishing|verlag|staff|press)\b")
_NO_NAMES = frozenset(NO_NAMES.split())
_BODIES = frozenset(["organization", "newsmediaorganization"])
_MOST_MARKS = 5  # elements of microdata; the rest are other articles'


def names_told(root: Node, authors: list[Any], tags: Iterable[str], site: Iterable[str]) -> tuple[str, ...]:
    """The authors; `authors` is as JSON-LD has them, `tags` what meta tags say, `site` the outlet's names."""
    plain = filter(is_plain, tags)
    for source in (_people(authors), plain, _marked(root)):
        names = [name for text in source for name in _persons(text)]
        found = dict.fromkeys(name for name in names if not is_outlet(name, site))
        if found:
            return tuple(found)
    return ()


def whole_names(names: Iterable[str], text: str) -> tuple[str, ...]:
    """The names that stand in a text as whole words, whatever their capitals."""
    low = text.casefold()
    ends = ((name, low.find(name.casefold()) + len(name)) for name in names)
    return tuple(name for name, end in ends if not low[end : end + 1].isalpha())


def is_outlet(name: str, site: Iterable[str]) -> bool:
    """Whether a name is the publication's own."""
    plain = letters(name).removeprefix("the")
    return any(plain == letters(outlet).removeprefix("the") for outlet in site)


def is_plain(text: str) -> bool:
    """Whether a text reads as persons' names and as nothing else: no outlet's words, no firm's.

    Scripts without capitals tell nothing, so that what is written in them passes.
    """
    capitals = text.lower() != text
    if _REVERSED.fullmatch(text):
        return True
    return not capitals or (bool(read_byline(text.removeprefix("By "), bare=True)) and not _FIRM.search(text))


def _people(authors: list[Any]) -> Iterator[str]:
    for author in authors:
        if isinstance(author, str):
            yield author
        elif isinstance(author, dict) and _BODIES.isdisjoint(types_of(author)):
            names = author.get("name")
            yield from filter(_is_text, names if isinstance(names, list) else [names])


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _marked(root: Node) -> Iterator[str]:
    for node in root.xpath("//*[@itemprop='author']")[:_MOST_MARKS]:
        name = node.find(".//*[@itemprop='name']")
        yield words((node if name is None else name).text_content())


def _persons(text: str) -> tuple[str, ...]:
    """The names in what a page gives as its author."""
    text = words(unescape(text)).strip(" .,;|")
    if not text or _NO_NAME.search(text) or text.lower() in _NO_NAMES:
        return ()
    if is_agency(text) or _BODY_NAME.search(text):
        return ()
    if reversed_name := _REVERSED.fullmatch(text):
        return (f"{reversed_name[2]} {reversed_name[1]}",)
    lead = "" if text.lower().startswith("by ") else "By "
    return whole_names(read_byline(lead + text), text) or ((text,) if _NAME.fullmatch(text) else ())
