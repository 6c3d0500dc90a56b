"""RSS and Atom: an entry's document read by feedparser, and its many ways of saying one thing made one.

feedparser is given bytes in hand, never an address; its cleaning of HTML is left out, since no HTML of a
feed reaches an email.
"""

import datetime as dt
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from msgspec import Struct

from digest.patterns import pattern
from digest.sources.feeds.entry import Entry
from digest.sources.feeds.markup import absolute, absolute_markup, as_markup, paragraphs
from digest.sources.feeds.teasers import told_apart, words_of

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_HTML = frozenset(["text/html", "application/xhtml+xml"])
_TAG = pattern(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
_MARKUP = pattern(r"(?i)<(em|i|b|strong|span|a|sup|sub|q|cite)\b[^<>]*>[^<>]*</\1>|<br ?/?>")
_NOBODY = frozenset(["admin", "administrator", "webmaster", "editor", "root", "user", "unknown", "noreply"])
_YEARS = range(1900, 2101)  # feeds write 0001 and 9999 for "not known"
_PICTURE = pattern(r"(?i)<img\b[^<>]{0,500}?\ssrc\s*=\s*[\"']([^\"'<>]{1,2000})[\"'][^<>]{0,2000}>")
_DOT = pattern(r"(?i)\b(?:width|height)\s*=\s*[\"']?[01](?:px)?\b")  # a counter, not a picture


class Document(Struct, frozen=True, kw_only=True):
    """What a document of one entry says; `entry` is None when none can be made out in it."""

    title: str
    url: str
    sound: bool
    entry: Entry | None = None


def read_document(raw: bytes) -> Document:
    """A feed of one entry, as `cutting` cuts them."""
    parsed = _parsed(raw)
    head = parsed.get("feed", {})
    found = parsed.get("entries", [])
    entry = _entry(found[0], head, raw) if found else None
    return Document(
        title=_plain(head, "title"),
        url=absolute(_text(head, "link"), ""),
        sound=not parsed.get("bozo"),
        entry=entry if entry and entry.says_something else None,
    )


def _parsed(raw: bytes) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            BytesIO(raw), sanitize_html=False, resolve_relative_uris=False, response_headers=_HEADERS
        )
    except Exception:  # noqa: BLE001 # feedparser lets through whatever its parts raise on broken XML
        return {"bozo": True}


def _entry(entry: Any, head: Any, raw: bytes) -> Entry:
    base = _base(entry, head)
    summary, content = told_apart(_summary(entry), _content(entry))
    return Entry(
        title=_plain(entry, "title"),
        url=absolute(_text(entry, "link"), base),
        authors=_authors(entry) or _authors(head),
        published=_moment(entry),
        summary=absolute_markup(summary, base),
        content=absolute_markup(content, base),
        image=absolute(_image(entry) or _first_picture(content or summary), base),
        language=_text(head, "language").partition("-")[0].lower(),
        raw=raw,
    )


def _text(values: Any, key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _base(entry: Any, head: Any) -> str:
    """Where relative links count from: `xml:base`, else the site's address."""
    details = [*entry.get("content", ()), entry.get("summary_detail"), entry.get("title_detail")]
    told = (detail.get("base") for detail in details if detail)
    return next(filter(None, told), "") or _text(head, "link")


def _plain(values: Any, key: str) -> str:
    """A title's words without tags."""
    text, detail = _text(values, key), values.get(f"{key}_detail") or {}
    marked = detail.get("type") in _HTML or _MARKUP.search(text)
    return words_of(text) if marked else " ".join(text.split())


def _summary(entry: Any) -> str:
    """The description; feedparser repeats the content where there is none."""
    contents = {each.get("value") for each in entry.get("content", ())}
    text = _text(entry, "summary")
    return "" if text in contents else _markup(text, entry.get("summary_detail") or {})


def _content(entry: Any) -> str:
    texts = [
        _markup(each.get("value") or "", each)
        for each in entry.get("content", ())
        if (each.get("type") or "text/html").startswith(("text/", "application/xhtml"))
    ]
    return max(texts, key=len, default="")


def _markup(text: str, detail: Any) -> str:
    return (
        paragraphs(text) if detail.get("type") == "text/plain" and not _TAG.search(text) else as_markup(text)
    )


def _authors(values: Any) -> tuple[str, ...]:
    names = (_text(author, "name") for author in values.get("authors", ()) if author)
    known = (name for name in names if "@" not in name and name.lower() not in _NOBODY)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in known if name))


def _moment(entry: Any) -> dt.datetime | None:
    """When it was published, else updated, in the feed's own zone."""
    for key in ("published", "updated", "created"):
        if key in entry and (moment := read_moment(_text(entry, key)) or _as_parsed(entry, key)):
            return moment
    return None


def read_moment(text: str) -> dt.datetime | None:
    """A moment written as RFC 822 or ISO 8601 have it, UTC where it names no zone."""
    for read in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return _likely(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC))
    return None


def _as_parsed(entry: Any, key: str) -> dt.datetime | None:
    """What feedparser makes of the many other ways to write a day."""
    try:
        year, month, day, hour, minute, second = entry[f"{key}_parsed"][:6]
        return _likely(dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC))
    except (KeyError, ValueError, TypeError):
        return None


def _likely(moment: dt.datetime) -> dt.datetime | None:
    return moment if moment.year in _YEARS else None


def _image(entry: Any) -> str:
    """The picture that the feed gives beside the text."""
    given = [
        *(each for each in entry.get("media_content", ()) if _is_picture(each)),
        *entry.get("media_thumbnail", ()),
        *({"url": each.get("href")} for each in entry.get("enclosures", ()) if _is_picture(each)),
        {"url": _text(entry.get("image") or {}, "href")},
    ]
    return next((each["url"] for each in given if each.get("url")), "")


def _is_picture(each: Any) -> bool:
    kind = each.get("medium") or each.get("type") or ""
    return kind.startswith("image")


def _first_picture(markup: str) -> str:
    return next((found[1] for found in _PICTURE.finditer(markup) if not _DOT.search(found[0])), "")
