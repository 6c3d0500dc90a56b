"""Checks on the sponsor line and on the listings, such as jobs or a diary."""

from collections.abc import Iterator
from datetime import datetime

from digest.model import Level, ListingItem
from digest.preflight.calendars import sending_day, told
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Spot


def sponsor_link_missing(galley: Galley) -> Iterator[Hit]:
    """A sponsor line that leads nowhere."""
    sponsor = galley.issue.sponsor
    if sponsor and not sponsor.url:
        yield Spot(key="sponsor.url", place="sponsor").hit(
            f"the sponsor, {sponsor.name}, has no link", "give its url in issue.toml"
        )


def listing_link_missing(galley: Galley) -> Iterator[Hit]:
    """A line of a listing that leads nowhere."""
    for item, here in _items(galley, "url"):
        if not item.url:
            yield here.hit(f"“{item.title}” has no link", "give its url in issue.toml")


def listing_past(galley: Galley) -> Iterator[Hit]:
    """A line of a listing whose day is over."""
    day = sending_day(galley.issue)
    for item, here in _items(galley, "when"):
        when = item.when.date() if isinstance(item.when, datetime) else item.when
        if day and when and when < day:
            yield here.hit(f"“{item.title}” was on {told(when)}, before the issue's day", "take it out")


def listing_empty(galley: Galley) -> Iterator[Hit]:
    """A listing with nothing in it."""
    for m, listing in enumerate(galley.issue.listings, 1):
        if not listing.items:
            yield Spot(key=f"listings[{m}]", place="listings").hit(
                f"“{listing.title}” has no items", "give some in issue.toml, or take the listing out"
            )


def _items(galley: Galley, key: str) -> Iterator[tuple[ListingItem, Spot]]:
    for m, listing in enumerate(galley.issue.listings, 1):
        for n, item in enumerate(listing.items, 1):
            yield item, Spot(key=f"listings[{m}].items[{n}].{key}", place="listings")


ROWS = (
    Check(
        code="sponsor-url-missing",
        level=Level.NOTE,
        run=sponsor_link_missing,
        title="the sponsor has no link",
        why="readers cannot follow it, and the sponsor will ask why",
        deep=True,
    ),
    Check(
        code="listing-url-missing",
        level=Level.NOTE,
        run=listing_link_missing,
        title="a line of a listing has no link",
        why="readers cannot find out more",
        deep=True,
    ),
    Check(
        code="listing-past",
        level=Level.WARNING,
        run=listing_past,
        title="a line of a listing is of a day that is past",
        why="readers are told of something that is over",
        deep=True,
    ),
    Check(
        code="listing-empty",
        level=Level.WARNING,
        run=listing_empty,
        title="a listing has nothing in it",
        why="its title stands alone",
        deep=True,
    ),
)
