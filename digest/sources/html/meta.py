"""What a page says of itself where readers do not look: JSON-LD, OpenGraph, meta tags, microdata.

Rule 1. JSON-LD beats meta tags, meta tags beat microdata: the first is written for the article, the last
        often stands in a template.
Rule 2. The day of publication is the one written there, in the zone it is written in; a day of a change is
        none.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import Any

from msgspec import Struct

from digest.patterns import pattern
from digest.sources.html.address import address_in, base_of, canonical_links, own_address
from digest.sources.html.jsonld import Thing, article_of, resolved, things_of, types_of
from digest.sources.html.names import names_told
from digest.sources.html.tree import Node, letters, words
from digest.sources.html.words import DAY_TAGS, IMAGE_TAGS, NAME_TAGS, SITE_TAGS, TITLE_TAGS
from digest.sources.judges.dates import find_day

_OUTLETS = frozenset(["organization", "newsmediaorganization", "website"])
_ISO = pattern(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)")
Meta = dict[str, list[str]]  # a meta tag's name -> all it says


class Told(Struct, frozen=True):
    """What a page's head and its data say; empty where they do not."""

    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    day: date | None = None
    url: str = ""
    base: str = ""
    images: tuple[str, ...] = ()
    credit: str = ""
    site: tuple[str, ...] = ()
    language: str = ""
    kinds: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""
    words: int = 0
    free: bool = True


def told_by(root: Node, address: str) -> Told:
    """What the page says of itself; `address` is where it was fetched from, "" for a saved file.

    The address that the page calls its own counts before it: the same page gives the same links from a
    staging host, from its file, and when the issue is built again.
    """
    meta = _meta_tags(root)
    things = things_of(root)
    article = article_of(things, letters(" ".join(_titles(root, meta))))
    site = tuple(_outlets(meta, things))
    said = [*canonical_links(root), *_said(meta, "og:url"), _text(article.get("url")), _main_page(article)]
    base = base_of(root, [*said, address])
    return Told(
        titles=tuple(dict.fromkeys(_clear([_text(article.get("headline")), *_titles(root, meta)]))),
        names=names_told(root, _authors(article, things), _said(meta, NAME_TAGS), site),
        day=_day(root, meta, article),
        url=own_address(base, [*said, address]),
        base=base,
        images=tuple(_images(meta, article, things, base)),
        credit=_credit(article, things),
        site=site,
        language=_language(root, meta, article),
        kinds=_kinds(meta, things),
        description=_description(meta, article),
        body=_text(article.get("articleBody")),
        words=_whole_number(article.get("wordCount")),
        free=_is_free(article),
    )


def _meta_tags(root: Node) -> Meta:
    """Each name with all it says, in the page's order."""
    tags: Meta = {}
    for tag in root.iter("meta"):
        said = words(tag.get("content") or "")
        for name in {(tag.get(key) or "").lower().strip() for key in ("property", "name")} - {""}:
            if said:
                tags.setdefault(name, []).append(said)
    return tags


def _said(meta: Meta, names: str) -> Iterator[str]:
    for name in names.split():
        yield from meta.get(name, ())


def _titles(root: Node, meta: Meta) -> list[str]:
    title = root.find(".//head/title")
    if title is None:
        title = root.find(".//title")
    return [*_said(meta, TITLE_TAGS), words(title.text_content()) if title is not None else ""]


def _clear(texts: Iterable[str]) -> Iterator[str]:
    return (words(unescape(text)) for text in texts if text)


def _text(value: Any) -> str:
    """A value's text: JSON-LD writes lists and objects where one expects a string."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url") or ""
    return value if isinstance(value, str) else ""


def _authors(article: Thing, things: list[Thing]) -> list[Any]:
    return resolved(article.get("author") or article.get("creator"), things)


def _kinds(meta: Meta, things: list[Thing]) -> frozenset[str]:
    """What the page's data says it is ("newsarticle", "website")."""
    kinds = {kind for thing in things for kind in types_of(thing)}
    return frozenset(kinds | {each.lower() for each in _said(meta, "og:type")})


def _main_page(article: Thing) -> str:
    main = article.get("mainEntityOfPage")
    return _text([main.get("@id") or main.get("url")]) if isinstance(main, dict) else _text(main)


def _outlets(meta: Meta, things: list[Thing]) -> Iterator[str]:
    yield from (name.lstrip("@") for name in _said(meta, SITE_TAGS))
    for thing in things:
        yield from filter(None, [_text(each) for each in resolved(thing.get("publisher"), things)])
        if not _OUTLETS.isdisjoint(types_of(thing)):
            yield from filter(None, [_text(thing.get("name"))])


def _day(root: Node, meta: Meta, article: Thing) -> date | None:
    micro = (
        node.get("content") or node.get("datetime") or words(node.text_content())
        for node in root.xpath("//*[@itemprop='datePublished']")[:3]
    )
    said = (
        _text(article.get("datePublished")),
        *_said(meta, DAY_TAGS),
        *micro,
        _text(article.get("dateCreated")),
    )
    return next((day for day in map(day_of, said) if day), None)


def day_of(text: str) -> date | None:
    """The day of a machine's date ("2024-03-19T06:30:12Z", "20240319") or of a written one."""
    iso = _ISO.match(text)
    found = find_day("-".join(iso.groups()) if iso else text)
    return found.day if found else None


def _images(meta: Meta, article: Thing, things: list[Thing], base: str) -> Iterator[str]:
    yield from filter(None, (address_in(base, each) for each in _said(meta, IMAGE_TAGS)))
    for image in resolved(article.get("image") or article.get("thumbnailUrl"), things):
        named = image.get("url") or image.get("contentUrl") if isinstance(image, dict) else image
        yield from filter(None, [address_in(base, _text(named))])


def _credit(article: Thing, things: list[Thing]) -> str:
    for image in resolved(article.get("image"), things):
        if isinstance(image, dict):
            said = (_text(image.get(key)) for key in ("creditText", "creator", "author", "copyrightHolder"))
            return next(_clear(said), "")
    return ""


def _description(meta: Meta, article: Thing) -> str:
    said = (
        _text(article.get("description")),
        *_said(meta, "og:description description twitter:description"),
    )
    return next(_clear(said), "")


def _language(root: Node, meta: Meta, article: Thing) -> str:
    said = (
        root.get("lang") or "",
        _text(article.get("inLanguage")),
        *_said(meta, "og:locale content-language language"),
    )
    codes = (each.replace("_", "-").partition("-")[0].strip().lower() for each in said)
    return next((code for code in codes if code.isalpha() and len(code) in {2, 3}), "")


def _whole_number(value: Any) -> int:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0  # noqa: PLR2004 # no article is longer


def _is_free(article: Thing) -> bool:
    return str(article.get("isAccessibleForFree", "true")).strip().lower().rpartition("/")[2] != "false"
