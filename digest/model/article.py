"""What a page says."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from digest.model.finding import Finding


class Span(Struct, frozen=True, order=True):
    """Characters `start` to `end` (exclusive) of `Source.text`."""

    start: int
    end: int


class Source(Struct, frozen=True, kw_only=True):
    r"""A page as it was read.

    `text` has one "\n" per line end, no byte order mark, plain spaces for no-break ones, no run of two
    spaces and none at a line's end, and its mojibake mended; `notes` tells what was mended.
    """

    name: str
    text: str
    notes: tuple[str, ...] = ()

    def line(self, position: int) -> int:
        """The line, counted from 1, on which a character stands."""
        return self.text.count("\n", 0, position) + 1


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    LIST = "list"


class Block(Struct, frozen=True, kw_only=True):
    """One block of an article's body.

    `text` is as long as its span and says the same letters: in a paragraph the line ends of a hard-wrapped
    paste are spaces, so character n of `text` is character `span.start + n` of the source. A list keeps one
    item a line, with its bullets.
    """

    kind: BlockKind
    text: str
    span: Span


class Caption(Struct, frozen=True, kw_only=True):
    """A picture's caption or credit, kept out of the body."""

    text: str
    span: Span


class Junk(Struct, frozen=True, kw_only=True):
    """A line of the page's surroundings; `reason` names what it was taken for ("share line")."""

    text: str
    span: Span
    reason: str


class Link(Struct, frozen=True, kw_only=True):
    """A related headline; `url` is empty when the page was pasted without it."""

    title: str
    url: str = ""
    span: Span | None = None


class PromoKind(StrEnum):
    """What a promo invites to."""

    WEBINAR = "webinar"
    ROUNDTABLE = "roundtable"
    CONFERENCE = "conference"
    EVENT = "event"
    PODCAST = "podcast"
    WHITEPAPER = "whitepaper"
    SURVEY = "survey"


class Promo(Struct, frozen=True, kw_only=True):
    """An invitation standing among the related headlines.

    `starts` is a day, or a moment: with a zone where the page gives one, without where it does not.
    `partner_content` is true when a partner pays or co-hosts, so that readers must be told.
    """

    kind: PromoKind
    title: str
    partners: tuple[str, ...] = ()
    starts: datetime | date | None = None
    url: str = ""
    call_to_action: str = ""
    partner_content: bool = False
    span: Span | None = None


class Picture(Struct, frozen=True, kw_only=True):
    """A lead image: a page's has its `url`, an editor's may be a `file`, a path from the issue's folder.

    `alt` and `credit` are empty where nobody gives any; `width` and `height` are pixels, 0 where not known.
    """

    url: str = ""
    file: str = ""
    alt: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0


class LineSort(StrEnum):
    """What a line of a source is taken for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    BODY = "body"
    CROSSHEAD = "crosshead"
    LIST = "list"
    CAPTION = "caption"
    RELATED = "related"
    PROMO = "promo"
    JUNK = "junk"


class Article(Struct, frozen=True, kw_only=True):
    """What a page says. `places` tells where headline, standfirst, byline and published stand.

    `lines` are those, counted from 1, of which the editor says what they are.
    """

    source: Source
    headline: str
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    image: Picture | None = None
    language: str = ""
    body: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    related: tuple[Link, ...] = ()
    promos: tuple[Promo, ...] = ()
    junk: tuple[Junk, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)
    lines: Mapping[int, LineSort] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()
