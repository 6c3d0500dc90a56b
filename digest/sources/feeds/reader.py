"""Feeds: RSS 0.9 to 2.0, Atom and JSON Feed, read as a list of entries or as the one article in front.

Each entry is read out of a small feed of its own (cutting.py), the very bytes that an issue stores: so what
is read today and what is built from the stored entry in a year cannot differ. This module is asked about
every source, pasted ones too: what reads feeds is imported when there is one.
"""

import re

from digest.model import Article, Finding, Level
from digest.patterns import pattern
from digest.sources.capture import Capture
from digest.sources.feeds.entry import Entry, Feed, since

__all__ = ["Entry", "Feed", "claims", "parse_feed", "read", "since"]

_OF_ONE = frozenset(["text-mended", "feed-broken"])  # notes that matter though one article is read
_SURE, _LIKELY = 0.9, 0.4
_PROLOG = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!(?!--)[^>]*>)*+"
_FEED = pattern(rf"{_PROLOG}<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)\b", re.DOTALL | re.IGNORECASE)
_XML = pattern(rf"(?=<\?xml\b){_PROLOG}<(?!html\b)", re.DOTALL | re.IGNORECASE)
_JSON = pattern(r"(?:\[\s*)?\{\s*\"")
_JSON_FEED = pattern(r"\{.*?jsonfeed\.org\\?/version\\?/", re.DOTALL)


def claims(captured: Capture, opening: str) -> float:
    """Sure of what begins as a feed does; of other XML or JSON likely, so as to say that it is none."""
    del captured
    if _FEED.match(opening) or _JSON_FEED.match(opening):
        return _SURE
    return _LIKELY if _XML.match(opening) or _JSON.match(opening) else 0.0


def read(captured: Capture) -> Article:
    """The first entry of a feed; a note tells of others. Raises SourceError when it has none."""
    from digest.sources.feeds.article import article_of

    feed = parse_feed(captured)
    notes = [note for note in feed.notes if note.code in _OF_ONE]
    notes += _more(feed, captured.name)
    return article_of(feed.entries[0], captured.name, notes, captured.lines)


def parse_feed(captured: Capture) -> Feed:
    """Everything in a feed; raises SourceError for what is no feed, or one without an entry."""
    from digest.sources.feeds.kinds import from_json, from_xml

    return from_json(captured) if captured.opening().startswith(("{", "[")) else from_xml(captured)


def _more(feed: Feed, name: str) -> tuple[Finding, ...]:
    if len(feed.entries) == 1:
        return ()
    message = f"holds {len(feed.entries)} articles; the first was read"
    mend = f"to make an issue of it: digest new SLUG --feed {name}"
    return (Finding(code="feed-entries", level=Level.NOTE, message=message, where=name, mend=mend),)
