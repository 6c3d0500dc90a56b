"""What a template may name: plain values, complete, with nothing left to decide.

What nobody gave is empty, so a template asks `{% if story.kicker %}`. The names here are all there is: a
theme that uses another is refused with file and line.
"""

from datetime import date, datetime
from typing import Any

from msgspec import Struct

from digest.model import Layout, Look
from digest.render.note import Note


class PictureView(Struct, frozen=True, kw_only=True):
    """A picture: `src` is a web address, or the name of a file sent along; an unknown size is empty."""

    src: str
    alt: str
    credit: str
    width: int | str
    height: int | str

    def height_at(self, width: int) -> int | str:
        """The height in pixels when shown `width` wide; empty when the picture's size is not known."""
        if isinstance(self.width, int) and isinstance(self.height, int):
            return max(round(width * self.height / self.width), 1)
        return ""


class LogoView(Struct, frozen=True, kw_only=True):
    """The masthead's logo; `dark_src` is empty where one logo serves in the dark too."""

    src: str
    dark_src: str
    alt: str
    width: int | str
    height: int | str


class QuoteView(Struct, frozen=True, kw_only=True):
    """A key quote: the language's mark opens each paragraph and the other closes the last.

    `is_long`: it would fill more than about five lines of large type.
    """

    paragraphs: tuple[str, ...]
    is_long: bool
    speaker: str
    role: str


class LinkView(Struct, frozen=True, kw_only=True):
    """A related headline; `url` may be empty."""

    title: str
    url: str


class CalendarView(Struct, frozen=True, kw_only=True):
    """A promo as an entry of a calendar: `google` and `outlook` are the links that add it there.

    `begins` and `ends` are days, moments in UTC, or moments without a zone; `details` is plain text in lines.
    """

    title: str
    begins: datetime | date
    ends: datetime | date
    url: str
    details: str
    google: str
    outlook: str


class DateView(Struct, frozen=True, kw_only=True):
    """A promo's day in the parts of a date block ("26", "Nov", "Thu"); `time` is empty where none is told."""

    day: str
    month: str
    weekday: str
    time: str


class PromoView(Struct, frozen=True, kw_only=True):
    """A promo: its kind in words, who is behind it, when, and its button's words (no `url`, no button).

    `code` is the kind for programs ("webinar"). `calendar` is None unless it is an event still to come whose
    day is known.
    """

    code: str
    kind: str
    label: str
    title: str
    starts: str
    date: DateView | None
    url: str
    button: str
    calendar: CalendarView | None


class StoryView(Struct, frozen=True, kw_only=True):
    """A story: `anchor` is its place in the mail, `byline` and `published` are written out.

    `in_points`: the editor wants the summary as a list of points.
    """

    anchor: str
    is_lead: bool
    kicker: str
    headline: str
    standfirst: str
    byline: str
    published: str
    url: str
    summary: tuple[str, ...]
    in_points: bool
    quotes: tuple[QuoteView, ...]
    related: tuple[LinkView, ...]
    promos: tuple[PromoView, ...]
    read_more: str
    image: PictureView | None
    layout: Layout


class RowView(Struct, frozen=True, kw_only=True):
    """Stories that stand side by side: one, or a pair; `promos` are theirs, in order."""

    is_pair: bool
    stories: tuple[StoryView, ...]
    promos: tuple[PromoView, ...]


class SponsorView(Struct, frozen=True, kw_only=True):
    """Who pays for the issue; `label` is said before the name."""

    label: str
    name: str
    url: str
    text: str


class ListingItemView(Struct, frozen=True, kw_only=True):
    """A line of a listing; `when` is written out."""

    title: str
    url: str
    when: str
    detail: str


class ListingView(Struct, frozen=True, kw_only=True):
    """A list under a title of its own; it has an item at least."""

    title: str
    items: tuple[ListingItemView, ...]


class SocialView(Struct, frozen=True, kw_only=True):
    """The publication's page at a social network, called `name`."""

    name: str
    url: str


class PublicationView(Struct, frozen=True, kw_only=True):
    """Who sends the digest; `boilerplate` is in paragraphs and `postal_address` in lines."""

    name: str
    masthead: str
    strapline: str
    url: str
    postal_address: tuple[str, ...]
    boilerplate: tuple[str, ...]


class Context(Struct, frozen=True, kw_only=True):
    """The whole issue. `start` and `end` are left and right as the language runs.

    `contents` lists the stories when there is more than one; `issue_line` is number and day in one; `opening`
    and `closing` are the language's quotation marks; `words` are the theme's labels; `rows` are the stories
    as they are laid out; `tags` are the merge tags that can be asked for. `web` is true for the page in a
    browser, which has nobody to be unsubscribed.
    """

    lang: str
    dir: str
    start: str
    end: str
    opening: str
    closing: str
    subject: str
    preheader: str
    publication: PublicationView
    logo: LogoView | None
    web_fonts: str
    brand: Look
    words: Any
    number: str
    day: str
    issue_line: str
    note: Note
    contents: tuple[StoryView, ...]
    stories: tuple[StoryView, ...]
    rows: tuple[RowView, ...]
    sponsor: SponsorView | None
    listings: tuple[ListingView, ...]
    socials: tuple[SocialView, ...]
    tags: tuple[str, ...] = ()
    web: bool = False
