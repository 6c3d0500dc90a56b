"""What is brought for an issue: sources by name, the entries of a feed, and the links that feeds know."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from digest.errors import SourceError
from digest.model import Article, Link, Promo
from digest.sources.capture import Capture, Take
from digest.sources.feeds.matching import Match, match
from digest.sources.feeds.reader import Entry, parse_feed, since

PASTED = "-"  # the reference of what has no file name of its own: its headline names it


class Brought(Struct, frozen=True, kw_only=True):
    """A source before it is read; `reference` is what the editor called it."""

    reference: str
    captured: Capture


class FeedWish(Struct, frozen=True, kw_only=True):
    """Which entries of a feed an editor asks for: those of `since` or later, `limit` at most (None: all)."""

    reference: str
    since: dt.date
    limit: int | None = None


def bring(references: Iterable[str], take: Take) -> tuple[list[Brought], list[SourceError]]:
    """The sources by their names, and why some could not be had."""
    brought: list[Brought] = []
    refused: list[SourceError] = []
    for reference in references:
        try:
            brought.append(Brought(reference=reference, captured=take(reference)))
        except SourceError as error:
            refused.append(error)
    return brought, refused


def bring_feed(wish: FeedWish, take: Take) -> tuple[list[Brought], list[str]]:
    """The articles of a feed, and what was left out of it; raises SourceError when there are none.

    A feed that was fetched and carries only teasers has the articles' pages fetched too. Where that fails
    the teaser is taken, and the failure told.
    """
    feed = parse_feed(take(wish.reference))
    entries = since(feed.entries, wish.since, wish.limit)
    if not entries:
        raise SourceError(
            f"{wish.reference}: has no article of {wish.since} or later; ask for an earlier day"
        )
    missed = [f"{note.where}: {note.message}" for note in feed.notes]
    online = "://" in wish.reference
    return [_brought(entry, wish.reference, take if online else None, missed) for entry in entries], missed


def _brought(entry: Entry, feed: str, take: Take | None, missed: list[str]) -> Brought:
    if take and entry.url and not entry.content:
        try:
            return Brought(reference=PASTED, captured=take(entry.url))
        except SourceError as error:
            missed.append(str(error))
    return Brought(reference=PASTED, captured=Capture(name=f"{feed}: {entry.title}", raw=entry.raw))


def known_links(feeds: Sequence[str], take: Take) -> tuple[list[Link], list[str]]:
    """Headlines and their addresses, of all the feeds that could be read."""
    known: list[Link] = []
    missed: list[str] = []
    for feed in feeds:
        try:
            known += [Link(title=entry.title, url=entry.url) for entry in parse_feed(take(feed)).entries]
        except SourceError as error:
            missed.append(str(error))
    return [link for link in known if link.title and link.url], missed


def matches(article: Article, known: Sequence[Link]) -> tuple[tuple[str, Match], ...]:
    """What feeds know of an article's headlines that came without an address, its own first."""
    theirs: list[Link | Promo] = [*article.related, *article.promos]
    wanted = [] if article.url else [article.headline]
    wanted += [each.title for each in theirs if not each.url]
    found = ((headline, match(headline, known)) for headline in dict.fromkeys(filter(None, wanted)))
    return tuple((headline, each) for headline, each in found if each)
