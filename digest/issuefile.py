"""What an editor may write in `issue.toml`. A key left out is None: it is derived (`issue.py`)."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from digest.model import Layout, LineSort, Listing, PromoKind, Sponsor, SummaryStyle
from digest.shapes import PicturePath, Pixels, Slug, SourcePath, Summariser, SummaryLength, Url

LINE_NUMBER = re.compile(r"[1-9][0-9]{0,6}")


class QuoteEntry(Struct, frozen=True, kw_only=True):
    """`[[stories.quotes]]`."""

    text: str
    speaker: str | None = None
    role: str | None = None


class LinkEntry(Struct, frozen=True, kw_only=True):
    """`[[stories.related]]`."""

    title: str
    url: Url | None = None


class PromoEntry(Struct, frozen=True, kw_only=True):
    """`[[stories.promos]]`."""

    title: str
    kind: PromoKind | None = None
    partners: tuple[str, ...] | None = None
    starts: dt.datetime | dt.date | None = None
    url: Url | None = None
    call_to_action: str | None = None
    partner_content: bool | None = None


class ImageEntry(Struct, frozen=True, kw_only=True):
    """`[stories.image]`; `file` is a path from the issue's folder."""

    file: PicturePath | None = None
    url: Url | None = None
    alt: str | None = None
    credit: str | None = None
    width: Pixels | None = None
    height: Pixels | None = None


class StoryEntry(Struct, frozen=True, kw_only=True):
    """`[[stories]]`; `source` is a path from the issue's folder, `encoding` what its bytes are written in.

    `links` are addresses by headline, the story's own or a related one's; they stand where no other is given.
    `lines` says of lines of the source, by their number, what they are to be taken for.
    """

    source: SourcePath
    encoding: str = ""
    kicker: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] | None = None
    published: dt.date | None = None
    url: Url | None = None
    summary: tuple[str, ...] | None = None
    summary_length: SummaryLength | None = None
    summary_style: SummaryStyle | None = None
    summariser: Summariser | None = None
    read_more: str | None = None
    quotes: tuple[QuoteEntry, ...] | None = None
    related: tuple[LinkEntry, ...] | None = None
    promos: tuple[PromoEntry, ...] | None = None
    image: ImageEntry | Literal[False] | None = None
    layout: Layout | None = None
    links: Mapping[str, Url] = field(default_factory=dict)
    lines: Mapping[str, LineSort] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()


class IssueFile(Struct, frozen=True, kw_only=True):
    """Everything `issue.toml` may say; what a story says of its summary goes before what stands here."""

    number: int | None = None
    date: dt.date | None = None
    subject: str | None = None
    preheader: str | None = None
    note: str | None = None
    theme: Slug | None = None
    summary_length: SummaryLength | None = None
    summary_style: SummaryStyle | None = None
    summariser: Summariser | None = None
    sponsor: Sponsor | None = None
    stories: tuple[StoryEntry, ...] = ()
    listings: tuple[Listing, ...] = ()
    ignore: tuple[str, ...] = ()


def line_sorts(entry: StoryEntry) -> dict[int, LineSort]:
    """What a story says of its source's lines; a key that is no line's number is told by `issue.py`."""
    return {int(key): sort for key, sort in entry.lines.items() if LINE_NUMBER.fullmatch(key)}
