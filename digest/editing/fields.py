"""Edits of one field of a story or the issue."""

from datetime import date, datetime
from typing import Any, Final

from digest.editing.edit import Edit, Shown, StoryEdit, of, said_in, said_of
from digest.editing.sheet import Sheet, Values
from digest.errors import EditRefusedError
from digest.issuefile import IssueFile, StoryEntry
from digest.model import Decided, LineSort, Link, Promo, Story
from digest.nearmiss import near_miss
from digest.verbatim import same_words

_LISTS: Final = {"source", "encoding", "quotes", "related", "promos", "links", "lines", "stories", "listings"}
ISSUE_FIELDS: Final = (*(set(IssueFile.__struct_fields__) - _LISTS - {"sponsor"}), *(
    f"sponsor.{key}" for key in ("name", "url", "label", "text")
))  # fmt: skip
STORY_FIELDS: Final = (*(set(StoryEntry.__struct_fields__) - _LISTS), *(
    f"image.{key}" for key in ("file", "url", "alt", "credit", "width", "height")
))  # fmt: skip
_LINKED: Final = ("related", "promos")
_DAYS: Final = {"date", "published", "starts", "when"}
_WORDS: Final = {
    "published": "Day",
    "url": "Address",
    "read_more": "Words of the button",
    "number": "Number of the issue",
    "date": "Day of the issue",
    "note": "Note",
    "image": "Picture",
    "ignore": "Checks set aside",
}


class SetField(Edit, frozen=True, kw_only=True):
    """A field of a story ("" is the issue) is what the editor says; "" and [] mean none, please.

    `image.alt` and the like name a key of a table. A day is a `date`, or text like "2026-11-20".
    """

    story: str = ""
    field: str
    value: Any

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes the key; raises EditRefusedError for what is no field."""
        del shown
        known_field(self.story, self.field)
        if self.value is None:
            sheet.drop(self.story, tuple(self.field.split(".")))
        else:
            sheet.put(self.story, tuple(self.field.split(".")), as_day(self.field, self.value))

    def seen(self, data: Values) -> object:
        """The field, with the table it stands in."""
        return said_of(data, self.story, self.field.partition(".")[0])

    def told(self, headline: str) -> str:
        """Which field was changed."""
        return f"{field_told(self.field)}{of(headline)} changed"


class ResetField(Edit, frozen=True, kw_only=True):
    """A field, or a list such as `quotes`, is again what the article says; its comments stay."""

    story: str = ""
    field: str

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Takes the key out, of headlines also the addresses that `[stories.links]` has for them."""
        if self.field not in ("summary", "quotes", "links", "lines", *_LINKED):
            known_field(self.story, self.field)
        if self.field in _LINKED and self.story and sheet.said(self.story).get("links"):
            _unlink(sheet, shown.story(self.story), self.field)
        sheet.drop(self.story, tuple(self.field.split(".")))

    def seen(self, data: Values) -> object:
        """The field, with the table it stands in."""
        also = ("links",) if self.field in _LINKED else ()
        return said_of(data, self.story, self.field.partition(".")[0], *also)

    def told(self, headline: str) -> str:
        """Which field was given back."""
        return f"{field_told(self.field)}{of(headline)} given back to the article"


class AssignLine(StoryEdit, frozen=True, kw_only=True):
    """A line of the story's source, counted from 1, is taken for `sort`; None leaves it to the reader."""

    line: int
    sort: LineSort | None

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes a key of `[stories.lines]`."""
        del shown
        keys = ("lines", str(self.line))
        if self.sort:
            sheet.put(self.story, keys, str(self.sort))
        else:
            sheet.drop(self.story, keys)

    def seen(self, data: Values) -> object:
        """What the editor said of this line."""
        lines = (said_in(data, self.story) or {}).get("lines")
        return lines.get(str(self.line)) if isinstance(lines, dict) else lines

    def told(self, headline: str) -> str:
        """Which line is what."""
        return (
            f"Line {self.line}{of(headline)} {f'taken for {self.sort}' if self.sort else 'left to the tool'}"
        )


def _unlink(sheet: Sheet, story: Story, key: str) -> None:
    """Takes out the addresses of the headlines of a list, as shown and as the page has them."""
    shown: list[Decided[Link | Promo]] = getattr(story, key)
    titles = [each.value.title for each in shown] + [each.title for each in getattr(story.article, key)]
    for headline in list(sheet.said(story.slug)["links"]):
        if any(same_words(headline, title) for title in titles):
            sheet.drop(story.slug, ("links", headline))


def known_field(slug: str, field: str) -> None:
    """Raises EditRefusedError for a field that a story, or the issue (""), does not have."""
    fields = STORY_FIELDS if slug else ISSUE_FIELDS
    if field not in fields:
        whose = "a story" if slug else "an issue"
        raise EditRefusedError(f'"{field}" is no field of {whose}{near_miss(field, fields)}')


def as_day(field: str, value: Any) -> Any:
    """A day or moment written as text, as what it is; whatever is none is told when the issue is opened."""
    if field not in _DAYS or not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value) if len(value) == len("2026-11-20") else datetime.fromisoformat(value)
    except ValueError:
        return value


def field_told(field: str) -> str:
    """A field's name as a label begins with it."""
    first = field.partition(".")[0]
    return _WORDS.get(first, first.replace("_", " ").capitalize())
