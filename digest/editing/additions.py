"""Edits of what no article gives: an issue's sponsor, and its listings."""

from collections.abc import Mapping
from typing import Any

from digest.editing.edit import Edit, Shown
from digest.editing.fields import as_day
from digest.editing.sheet import Sheet, Values
from digest.errors import EditRefusedError
from digest.model import Sponsor
from digest.nearmiss import near_miss


class SetSponsor(Edit, frozen=True, kw_only=True):
    """Who pays for the issue, with the keys of `[sponsor]`, an empty one left out; None for nobody."""

    sponsor: dict[str, str] | None

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes `[sponsor]`, or takes it out; raises EditRefusedError for one without a name."""
        del shown
        if self.sponsor is None:
            sheet.drop("", ("sponsor",))
            return
        keys = Sponsor.__struct_fields__
        for key in self.sponsor:
            if key not in keys:
                raise EditRefusedError(f'"{key}" is no field of a sponsor{near_miss(key, keys)}')
        given = {key: self.sponsor.get(key, "").strip() for key in keys}
        if not given["name"]:
            raise EditRefusedError("a sponsor needs a name")
        for key, value in given.items():
            if value:
                sheet.put("", ("sponsor", key), value)
            else:
                sheet.drop("", ("sponsor", key))

    def seen(self, data: Values) -> object:
        """The sponsor."""
        return data.get("sponsor")

    def told(self, headline: str) -> str:
        """That there is another, or none."""
        del headline
        return "Sponsor changed" if self.sponsor else "Sponsor taken out"


class SetListings(Edit, frozen=True, kw_only=True):
    """The listings are these, in this order, with the keys of `[[listings]]` and `[[listings.items]]`.

    What is empty is left out; `when` may be text, a day or a moment.
    """

    listings: tuple[dict[str, Any], ...]

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes the tables; raises EditRefusedError for a listing or an item without a title."""
        del shown
        sheet.put_listings([_listing(each) for each in self.listings])

    def seen(self, data: Values) -> object:
        """The listings."""
        return data.get("listings")

    def told(self, headline: str) -> str:
        """That they are others."""
        del headline
        return "Listings changed"


def _listing(said: Mapping[str, Any]) -> Values:
    items = said.get("items") or ()
    if not isinstance(items, list | tuple) or not all(isinstance(item, dict) for item in items):
        raise EditRefusedError(f"the items of “{said.get('title', '')}” are no list of items")
    listing = _titled(said, "a listing")
    return (
        {**listing, "items": [_titled(item, "a line of a listing") for item in items]} if items else listing
    )


def _titled(said: Mapping[str, Any], what: str) -> Values:
    """What is given without the items; raises EditRefusedError where the title is missing."""
    given = {
        key: as_day(key, value) for key, value in said.items() if value not in (None, "") and key != "items"
    }
    if "title" not in given:
        raise EditRefusedError(f"{what} needs a title")
    return given
