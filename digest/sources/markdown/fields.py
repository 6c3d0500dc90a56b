"""What front matter says about an article, under the many names that sites give the same thing.

Rule 1. Of several keys with one meaning the first in the lists below counts. Keys not listed are ignored.
Rule 2. A headline that is no text is refused. Any other value that cannot be understood is left out, and
        the editor is told the line.
Rule 3. Only a web address (http, https) is one. A relative one counts where the page's own is known.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from digest.errors import SourceError
from digest.model import Finding, Level, Link, Picture, Promo, PromoKind
from digest.patterns import pattern
from digest.sources.decoding import clean
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.dates import find_day, in_american
from digest.sources.judges.links import split_address
from digest.sources.judges.moments import find_start
from digest.sources.judges.partners import with_whom
from digest.sources.judges.promos import promo_kind, read_promo
from digest.sources.markdown.frontmatter import Entry, FrontMatter, Value

_HEADLINE = ("headline", "title")
_STANDFIRST = ("standfirst", "dek", "deck", "subtitle", "description", "excerpt", "summary")
_BYLINE = ("byline", "authors", "author")
_PUBLISHED = ("date", "published", "pubdate", "publishdate", "publisheddate", "datepublished")
_URL = ("canonical", "canonicalurl", "url", "permalink", "link")
_IMAGE = ("image", "cover", "featuredimage")
_LANGUAGE = ("lang", "language")
_TITLES, _ADDRESSES = ("title", "headline", "name", "text"), ("url", "link", "href", "src", "image")
_STARTS = ("starts", "start", "date", "when")
_WEB = pattern(r"(?i)https?://[^\s/?#]\S*")
_CODE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BY = pattern(r"(?i)by:?\s+")

T = TypeVar("T")


class _OddError(ValueError):
    """A value that cannot be understood; the message follows its key."""


class Front(Struct, frozen=True, kw_only=True):
    """The front matter as values; what it does not say is empty."""

    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    image: Picture | None = None
    language: str = ""
    related: tuple[Link, ...] = ()
    promos: tuple[Promo, ...] = ()
    notes: tuple[Finding, ...] = ()


def read_fields(matter: FrontMatter, fetched: str = "") -> Front:
    """The values; `fetched` is the address the file came from, "" for a file from disk.

    Raises SourceError, with file and line, for a headline that is a list or a table.
    """
    return _Fields(matter, fetched).front()


def web_address(reference: str, base: str) -> str:
    """A link's full address, or "" where it leads to no web page."""
    try:
        address = urljoin(base, reference.strip())
        host = urlsplit(address).hostname
    except ValueError:
        return ""
    return address if reference.strip() and host and _WEB.fullmatch(address) else ""


class _Fields:
    """The entries of one file, and what was found wrong with them so far."""

    def __init__(self, matter: FrontMatter, fetched: str) -> None:
        self._matter = matter
        self._notes: list[Finding] = []
        self._url = next(filter(None, map(self._address, _URL)), fetched)

    def front(self) -> Front:
        published = self._first(_PUBLISHED, self._day)
        return Front(
            headline=self._headline(),
            standfirst=self._first(_STANDFIRST, self._text) or "",
            byline=self._first(_BYLINE, self._names) or (),
            published=published,
            url=self._url,
            image=self._first(_IMAGE, self._picture),
            language=self._first(_LANGUAGE, self._language) or "",
            related=tuple(self._links(self._entry("related"))),
            promos=tuple(self._promos(self._entry("promos"), published)),
            notes=tuple(self._notes),
        )

    def _entry(self, key: str) -> Entry | None:
        entry = self._matter.entries.get(key)
        return entry if entry is not None and _says(entry.value) else None

    def _first(self, keys: tuple[str, ...], read: Callable[[Entry], T]) -> T | None:
        """The first value that can be understood; of the others the editor is told."""
        for entry in filter(None, map(self._entry, keys)):
            try:
                return read(entry)
            except _OddError as odd:
                self._tell(entry, str(odd))
        return None

    def _headline(self) -> str:
        entry = next(filter(None, map(self._entry, _HEADLINE)), None)
        if entry is None:
            return ""
        if not isinstance(entry.value, str):
            message = f'"{entry.key}" is {_shape(entry.value)}; write the headline as one line of text'
            raise SourceError(f"{self._matter.name}:{entry.line}: {message}")
        return _line(entry.value)

    def _address(self, key: str) -> str:
        entry = self._entry(key)
        return web_address(entry.value, "") if entry and isinstance(entry.value, str) else ""

    def _text(self, entry: Entry) -> str:
        if isinstance(entry.value, str):
            return _line(entry.value)
        raise _OddError(f"is {_shape(entry.value)} where text was expected")

    def _names(self, entry: Entry) -> tuple[str, ...]:
        if isinstance(entry.value, str):
            said = _BY.sub("", _line(entry.value), count=1)
            return read_byline(f"By {said}") or (said,)
        people = entry.value if isinstance(entry.value, list) else [entry.value]
        names = tuple(filter(None, (_said(person, ("name", *_TITLES)) for person in people)))
        if not names:
            raise _OddError("names nobody")
        return names

    def _day(self, entry: Entry) -> date:
        found = find_day(entry.value) if isinstance(entry.value, str) else None
        if found is None:
            raise _OddError(f"gives no day ({_short(entry.value)}); write it as 2026-11-20")
        return in_american(found, self._matter.body)

    def _picture(self, entry: Entry) -> Picture | None:
        told = entry.value if isinstance(entry.value, dict) else {"url": entry.value}
        address = web_address(_said(told, _ADDRESSES), self._url)
        if not address:
            return None
        return Picture(url=address, alt=_said(told, ("alt",)), credit=_said(told, ("credit",)))

    def _language(self, entry: Entry) -> str:
        if isinstance(entry.value, str) and _CODE.fullmatch(entry.value):
            return entry.value.replace("_", "-")
        raise _OddError(f'is no language ({_short(entry.value)}); write it as "en" or "pt-BR"')

    def _links(self, entry: Entry | None) -> Iterator[Link]:
        for told in _items(entry):
            title, url = split_address(told) if isinstance(told, str) else (_said(told, _TITLES), "")
            url = url or _said(told, _ADDRESSES) if isinstance(told, dict) else url
            if title and not _WEB.fullmatch(title):
                yield Link(title=title, url=web_address(url, self._url))
            elif entry is not None:
                self._tell(entry, f"has an entry without a title ({_short(told)})")

    def _promos(self, entry: Entry | None, published: date | None) -> Iterator[Promo]:
        for told in _items(entry):
            told = {"title": told} if isinstance(told, str) else told  # noqa: PLW2901 # one shape for both
            title = _said(told, _TITLES)
            if title and isinstance(told, dict):
                yield self._promo(title, told, published)
            elif entry is not None:
                self._tell(entry, f"has an entry without a title ({_short(told)})")

    def _promo(self, title: str, told: dict[str, Value], published: date | None) -> Promo:
        kind = _kind(_said(told, ("kind", "type"))) or promo_kind(title) or PromoKind.EVENT
        promo = read_promo(title, kind, published)
        partners = _partners(told.get("partners") or told.get("partner")) or promo.partners
        return replace(
            promo,
            partners=partners,
            starts=_moment(_said(told, _STARTS), published) or promo.starts,
            url=web_address(_said(told, _ADDRESSES), self._url),
            call_to_action=_said(told, ("calltoaction", "button")) or promo.call_to_action,
            partner_content=promo.partner_content or bool(partners),
        )

    def _tell(self, entry: Entry, message: str) -> None:
        where = f"{self._matter.name}:{entry.line}"
        told = f'"{entry.key}" {message}; it was left out'
        self._notes.append(Finding(code="front-matter", level=Level.WARNING, message=told, where=where))


def _says(value: Value) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _shape(value: Value) -> str:
    return "a list" if isinstance(value, list) else "a table"


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _items(entry: Entry | None) -> list[Value]:
    if entry is None:
        return []
    return [item for item in entry.value if _says(item)] if isinstance(entry.value, list) else [entry.value]


def _said(told: Value, keys: tuple[str, ...]) -> str:
    """A text, or the first text a table has under one of the keys."""
    if isinstance(told, str):
        return _line(told)
    values = [told.get(key) for key in keys] if isinstance(told, dict) else []
    return next((_line(value) for value in values if isinstance(value, str) and value.strip()), "")


def _short(value: Value) -> str:
    said = str(value)
    return said if len(said) <= 40 else f"{said[:40]}…"  # noqa: PLR2004 # enough to know it again


def _kind(said: str) -> PromoKind | None:
    name = said.lower().replace(" ", "").replace("-", "").replace("_", "")
    return next((kind for kind in PromoKind if kind == name), None)


def _partners(told: Value) -> tuple[str, ...]:
    if isinstance(told, str):
        return with_whom(f"with {_line(told)}", "webinar") or (_line(told),)
    given = told if isinstance(told, list) else [told]
    return tuple(filter(None, (_said(each, ("name", *_TITLES)) for each in given)))


def _moment(said: str, published: date | None) -> datetime | date | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return find_start(said, published) if said else None
    return moment if any(sign in said for sign in "T: ") else moment.date()
