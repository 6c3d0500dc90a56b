"""What programs read of an archive: its feed (Atom, RFC 4287) and its map (sitemaps.org 0.9).

An issue's id in the feed is a `tag:` (RFC 4151), made of the archive's host, the day of the first hand-off
and the issue's name: an archive that moves to another folder, or from http to https, does not announce every
issue to its readers anew.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from digest.model import Publication
from digest.outward.webcopy import WebCopy
from digest.outward.webpage import address_in
from digest.render.cleaning import clean, one_line

MOST = 50  # entries; what a reader of feeds missed of older issues is in the index
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(publication: Publication, home: str, feed: str, copies: Sequence[WebCopy]) -> bytes:
    """The feed at the address `feed`, its entries as `copies` stand; `home` is the archive's address."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _LANGUAGE: publication.language})
    _put(root, "title", publication.name)
    if publication.strapline:
        _put(root, "subtitle", publication.strapline)
    _put(root, "id", home)
    _put(root, "updated", _written(latest(copies)))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=feed)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=home)
    _put(ET.SubElement(root, "author"), "name", publication.name)
    for copy in copies[:MOST]:
        _entry(root, home, copy)
    return _file(root)


def sitemap(home: str, copies: Sequence[WebCopy]) -> bytes:
    """The addresses of the archive and of each issue, with the moment each was changed last."""
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address, moment in (
        (home, latest(copies)),
        *((address_in(home, copy.slug), copy.told.updated) for copy in copies),
    ):
        page = ET.SubElement(root, "url")
        _put(page, "loc", address)
        _put(page, "lastmod", _written(moment))
    return _file(root)


def latest(copies: Sequence[WebCopy]) -> datetime:
    """The moment anything was changed last."""
    return max(copy.told.updated for copy in copies)


def _entry(root: ET.Element, home: str, copy: WebCopy) -> None:
    entry = ET.SubElement(root, "entry", {_LANGUAGE: copy.told.language})
    host, day = urlsplit(home).hostname, f"{copy.told.published.astimezone(UTC):%Y-%m-%d}"
    _put(entry, "title", copy.told.title)
    _put(entry, "id", f"tag:{host},{day}:{quote(copy.slug, safe='')}")
    _put(entry, "published", _written(copy.told.published))
    _put(entry, "updated", _written(copy.told.updated))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address_in(home, copy.slug))
    _put(entry, "summary", copy.told.description)


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = one_line(clean(text))


def _written(moment: datetime) -> str:
    """A moment as RFC 3339 and W3C have it, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _file(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
