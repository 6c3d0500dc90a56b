"""Edits of a story's promos."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import to_builtins

from digest.editing.edit import Shown, StoryEdit, found, of, said_of
from digest.editing.entries import entries_of, give
from digest.editing.fields import as_day
from digest.editing.sheet import Sheet, Values
from digest.errors import EditRefusedError
from digest.issuefile import PromoEntry
from digest.model import Promo
from digest.nearmiss import near_miss


class SetPromos(StoryEdit, frozen=True, kw_only=True):
    """The promos are these, in this order, each with the keys of `[[stories.promos]]`.

    What an entry leaves out is the page's, found by its title.
    """

    promos: tuple[dict[str, Any], ...]

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes `[[stories.promos]]`."""
        del shown
        if not all(promo.get("title") for promo in self.promos):
            raise EditRefusedError("a promo needs a title")
        entries = [{key: as_day(key, value) for key, value in promo.items()} for promo in self.promos]
        sheet.put_list(self.story, "promos", [_plain(entry) for entry in entries])

    def seen(self, data: Values) -> object:
        """The promos."""
        return said_of(data, self.story, "promos")

    def told(self, headline: str) -> str:
        """Whose promos were changed."""
        return f"Promos{of(headline)} changed"


class SetPromo(StoryEdit, frozen=True, kw_only=True):
    """One field of a promo, which is named by its title; None gives it back to the page."""

    promo: str
    field: str
    value: Any

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes the key; a promo that gets another title is written whole, as no page has it."""
        if self.field not in PromoEntry.__struct_fields__:
            raise EditRefusedError(
                f'"{self.field}" is no field of a promo{near_miss(self.field, PromoEntry.__struct_fields__)}'
            )
        story = shown.story(self.story)
        place = found(story.promos, "title", self.promo)
        entries = entries_of(sheet, story, "promos")
        if self.field == "title":
            entries[place] = _whole(story.promos[place].value)
        give(entries[place], self.field, as_day(self.field, self.value))
        sheet.put_list(self.story, "promos", entries)

    def seen(self, data: Values) -> object:
        """The promos."""
        return said_of(data, self.story, "promos")

    def told(self, headline: str) -> str:
        """Whose promo was changed."""
        return f"Promo{of(headline)} changed"


class MovePromo(StoryEdit, frozen=True, kw_only=True):
    """A promo, named by its title, stands with another story, after its own promos."""

    promo: str
    to: str

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Takes it from one list and writes it whole into the other, as that story's page may not have it."""
        story, other = shown.story(self.story), shown.story(self.to)
        if story.slug == other.slug:
            return
        place = found(story.promos, "title", self.promo)
        theirs, mine = entries_of(sheet, other, "promos"), entries_of(sheet, story, "promos")
        sheet.put_list(self.to, "promos", [*theirs, _whole(story.promos[place].value)])
        sheet.put_list(self.story, "promos", mine[:place] + mine[place + 1 :])

    def seen(self, data: Values) -> object:
        """The promos of both stories."""
        return [said_of(data, self.story, "promos"), said_of(data, self.to, "promos")]

    def told(self, headline: str) -> str:
        """Whose promo was moved."""
        return f"Promo{of(headline)} moved to another story"


def _whole(promo: Promo) -> dict[str, Any]:
    """A promo as an entry that needs no page."""
    given = {key: getattr(promo, key) for key in PromoEntry.__struct_fields__}
    return dict(_plain({key: value for key, value in given.items() if value not in (None, "", (), False)}))


def _plain(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is given, as TOML has it: no enumerations, lists for tuples; a moment stays one."""
    given = {key: value for key, value in values.items() if value is not None}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in to_builtins(given, builtin_types=(date, datetime)).items()
    }
