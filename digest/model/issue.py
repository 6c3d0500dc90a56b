"""What will be sent."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from digest.model.article import Article, Link, Picture, Promo
from digest.model.extract import Decided, Origin, Quote, SummaryStyle
from digest.model.publication import Publication
from digest.shapes import Url


class Layout(StrEnum):
    """How wide a story stands: two that are half as wide as the mail, one after the other, share a row."""

    FULL = "full"
    HALF = "half"


class Story(Struct, frozen=True, kw_only=True):
    """One story of an issue. `slug` is unique in the issue; a value nobody gave is empty."""

    slug: str
    article: Article
    kicker: Decided[str]
    headline: Decided[str]
    standfirst: Decided[str]
    byline: Decided[tuple[str, ...]]
    published: Decided[date | None]
    url: Decided[str]
    summary: tuple[Decided[str], ...]
    quotes: tuple[Decided[Quote], ...]
    related: tuple[Decided[Link], ...]
    promos: tuple[Decided[Promo], ...]
    read_more: Decided[str]
    image: Decided[Picture | None] = Decided(value=None, origin=Origin.DEFAULT)
    layout: Layout = Layout.FULL
    summary_style: SummaryStyle = SummaryStyle.SENTENCES


class Sponsor(Struct, frozen=True, kw_only=True):
    """Who pays for an issue; `label` is said before the name, an empty one in the theme's words."""

    name: str
    url: Url = ""
    label: str = ""
    text: str = ""


class ListingItem(Struct, frozen=True, kw_only=True):
    """A line of a listing: a job, a date for the diary; `detail` is what else to say in a few words."""

    title: str
    url: Url = ""
    when: datetime | date | None = None
    detail: str = ""


class Listing(Struct, frozen=True, kw_only=True):
    """A list under a title of its own, such as jobs or a diary."""

    title: str
    items: tuple[ListingItem, ...] = ()


class Ignored(Struct, frozen=True, kw_only=True):
    """A check's code that the editor sets aside, for one story (its slug) or for the whole issue ("")."""

    code: str
    story: str = ""


class Issue(Struct, frozen=True, kw_only=True):
    """What will be sent: the editor's word laid over what was extracted. The first story is the lead."""

    slug: str
    publication: Publication
    theme: str
    number: Decided[int | None]
    day: Decided[date | None]
    subject: Decided[str]
    preheader: Decided[str]
    note: Decided[str]
    stories: tuple[Story, ...]
    sponsor: Sponsor | None = None
    listings: tuple[Listing, ...] = ()
    ignored: tuple[Ignored, ...] = ()
