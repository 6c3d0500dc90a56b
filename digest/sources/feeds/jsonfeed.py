"""JSON Feed (jsonfeed.org, versions 1 and 1.1); what has the wrong type in one is passed over."""

import json
from collections.abc import Iterator
from typing import Any

from digest.errors import SourceError
from digest.sources.capture import Capture
from digest.sources.decoding import decode
from digest.sources.feeds.entry import Entry
from digest.sources.feeds.markup import absolute, absolute_markup, as_markup, paragraphs
from digest.sources.feeds.teasers import told_apart
from digest.sources.feeds.xmlfeed import read_moment


def read_json(captured: Capture) -> dict[str, Any]:
    """The feed as JSON has it; raises SourceError for what is no JSON, or no feed."""
    text = decode(captured).text
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        told = f"is no sound JSON (line {error.lineno}: {error.msg}); give a feed, or the article's text"
        raise SourceError(f"{captured.name}: {told}") from error
    except (RecursionError, ValueError) as error:
        raise SourceError(f"{captured.name}: is JSON nested or numbered past reading, and no feed") from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        told = 'is JSON but no feed: a JSON Feed has "items"; give the feed\'s own address'
        raise SourceError(f"{captured.name}: {told}")
    return found


def entries_of(feed: dict[str, Any], url: str) -> Iterator[Entry]:
    """The entries; `url` is where the feed was fetched from, "" for a file."""
    head = {key: value for key, value in feed.items() if key != "items"}
    if url:
        head.setdefault("feed_url", url)
    base = url or _text(head, "feed_url") or _text(head, "home_page_url")
    for item in feed["items"]:
        if isinstance(item, dict):
            yield _entry(item, head, base)


def title_of(feed: dict[str, Any]) -> str:
    """The feed's name."""
    return " ".join(_text(feed, "title").split())


def url_of(feed: dict[str, Any]) -> str:
    """The address of the feed's site."""
    return absolute(_text(feed, "home_page_url"), _text(feed, "feed_url"))


def _entry(item: dict[str, Any], head: dict[str, Any], base: str) -> Entry:
    text = _text(item, "content_text")
    content = _text(item, "content_html") or (paragraphs(text) if text else "")
    summary, content = told_apart(as_markup(_text(item, "summary")), content)
    return Entry(
        title=" ".join(_text(item, "title").split()),
        url=absolute(_text(item, "url") or _text(item, "external_url") or _text(item, "id"), base),
        authors=_authors(item) or _authors(head),
        published=read_moment(_text(item, "date_published")) or read_moment(_text(item, "date_modified")),
        summary=absolute_markup(summary, base),
        content=absolute_markup(content, base),
        image=absolute(_text(item, "image") or _text(item, "banner_image"), base),
        language=(_text(item, "language") or _text(head, "language")).partition("-")[0].lower(),
        raw=_document(item, head),
    )


def _document(item: dict[str, Any], head: dict[str, Any]) -> bytes:
    """The item as a feed of its own; letters that are half a pair in JSON's escapes become "?"."""
    return json.dumps({**head, "items": [item]}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return value.strip().encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _authors(values: dict[str, Any]) -> tuple[str, ...]:
    """`authors` is of version 1.1, `author` of version 1."""
    given = values.get("authors")
    people = given if isinstance(given, list) else [values.get("author")]
    names = (_text(person, "name") for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name))
