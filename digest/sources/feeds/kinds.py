"""The two ways in which a feed is written, XML and JSON, and what is told of a bad one."""

from digest.errors import SourceError
from digest.model import Finding, Level
from digest.patterns import pattern
from digest.sources.capture import Capture
from digest.sources.decoding import mendings
from digest.sources.feeds import jsonfeed
from digest.sources.feeds.cutting import MOST, FeedText, cut, fault
from digest.sources.feeds.entry import Entry, Feed, without_doubles
from digest.sources.feeds.markup import absolute
from digest.sources.feeds.xmlfeed import read_document

_ALTERNATE = pattern(r"(?i)<link\b[^<>]*>")
_FEED_TYPE = pattern(r"(?i)\btype\s*=\s*[\"']?application/(?:rss\+xml|atom\+xml|feed\+json|json)\b")
_HREF = pattern(r"(?i)\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")


def from_json(captured: Capture) -> Feed:
    """A JSON Feed; raises SourceError for other JSON, or one without an article."""
    found = jsonfeed.read_json(captured)
    entries = [entry for entry in jsonfeed.entries_of(found, captured.url) if entry.says_something]
    if not entries:
        raise SourceError(f"{captured.name}: is a feed without any article; give another")
    return Feed(
        title=jsonfeed.title_of(found),
        url=jsonfeed.url_of(found),
        entries=without_doubles(entries),
        notes=_notes(captured.name, entries),
    )


def from_xml(captured: Capture) -> Feed:
    """RSS or Atom; raises SourceError for what is neither, or has no article."""
    text = cut(captured)
    if not text.is_feed:
        raise SourceError(f"{captured.name}: {_what(captured, text)}")
    documents = [read_document(raw) for raw in text.documents()]
    entries = [document.entry for document in documents if document.entry]
    if not entries:
        raise SourceError(f"{captured.name}: is a feed without any article{_fault(captured)}; give another")
    return Feed(
        title=documents[0].title,
        url=documents[0].url,
        entries=without_doubles(entries),
        notes=(
            *mendings(captured.name, text.notes),
            *_broken(captured, sum(not document.sound for document in documents)),
            *_left(captured.name, len(text.entries), len(documents)),
            *_notes(captured.name, entries),
        ),
    )


def _what(captured: Capture, text: FeedText) -> str:
    """Why a text that is no feed is none."""
    if text.root in {"html", "head", "body"} or "<html" in text.head[:2000].lower():
        there = _named_feed(text.head, captured.url)
        return "is a web page, not a feed; " + (
            f"it names its feed: {there}" if there else "give the feed's own address"
        )
    if text.root:
        return f"is XML but no feed: it begins with <{text.root}>, not <rss>, <feed> or <rdf:RDF>"
    return f"is no feed{_fault(captured)}; give an RSS or Atom feed, or a JSON Feed"


def _named_feed(page: str, url: str) -> str:
    """The feed that a page's head names, or ""."""
    for link in _ALTERNATE.findall(page):
        href = _HREF.search(link)
        if href and _FEED_TYPE.search(link) and "alternate" in link.lower():
            given = next(filter(None, href.groups()), "").replace("&amp;", "&")
            return absolute(given, url) or given
    return ""


def _fault(captured: Capture) -> str:
    told = fault(captured)
    return f" ({told})" if told else ""


def _broken(captured: Capture, count: int) -> tuple[Finding, ...]:
    if not count:
        return ()
    message = f"articles in broken XML, read as far as it goes: {count}{_fault(captured)}"
    return (_note("feed-broken", message, captured.name, "compare them with the site"),)


def _left(name: str, there: int, read_: int) -> tuple[Finding, ...]:
    if there == read_:
        return ()
    message = f"holds {there} articles; only the first {read_} were read"
    return (_note("feed-long", message, name, f"give a feed of {MOST} articles at most"),)


def _notes(name: str, entries: list[Entry]) -> tuple[Finding, ...]:
    undated = sum(entry.published is None for entry in entries)
    doubles = len(entries) - len(without_doubles(entries))
    notes = []
    if undated:
        notes.append(
            _note("feed-undated", f"articles without a date: {undated}; --since leaves them out", name)
        )
    if doubles:
        notes.append(
            _note("feed-doubles", f"articles that stand in it twice: {doubles}; the first was taken", name)
        )
    return tuple(notes)


def _note(code: str, message: str, name: str, mend: str = "") -> Finding:
    return Finding(code=code, level=Level.NOTE, message=message, where=name, mend=mend)
