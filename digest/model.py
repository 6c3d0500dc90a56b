"""The values that travel down the line: frozen, slotted, complete at birth.

    Source ─► Article ─► Extract ─► Issue (stories, each value Decided) ─► Email, Findings

A later stage makes a new value and never changes one. Every place is a `Span` of characters in
`Source.text`, the page as it was read; the bytes as they came stay on disk.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from digest.shapes import Colour, Fonts, PastIssues, Radius, Side, Url, Width

T_co = TypeVar("T_co", covariant=True)


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


class SummaryStyle(StrEnum):
    """How a summary is shown: a paragraph for each sentence, a list of points, or all in one paragraph."""

    SENTENCES = "sentences"
    POINTS = "points"
    PARAGRAPH = "paragraph"


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
    notes: tuple["Finding", ...] = ()


class Origin(StrEnum):
    """Who decided a value: the editor, the page, our own reading of it, a site's feed, a language model."""

    EDITOR = "editor"
    ARTICLE = "article"
    EXTRACTED = "extracted"
    FEED = "feed"
    MODEL = "model"
    DEFAULT = "default"


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of a summary: word for word of the body, unless its origin is a model.

    `paragraph` is its block's index in `Article.body`. A model's sentence has the span of what bears it out.
    """

    text: str
    span: Span
    paragraph: int
    origin: Origin = Origin.EXTRACTED


class Quote(Struct, frozen=True, kw_only=True):
    """A direct quotation, word for word, without its outer marks.

    The parts of a quotation that was split (by its attribution, or over paragraphs) have a span each and are
    joined in `text` by a blank line. `speaker` is empty when nobody can be named; `confidence` runs from 0 to
    1; `evidence` is where the deciding words stand.
    """

    text: str
    spans: tuple[Span, ...]
    paragraph: int
    speaker: str = ""
    role: str = ""
    confidence: float = 0.0
    evidence: tuple[Span, ...] = ()


class Extract(Struct, frozen=True, kw_only=True):
    """An article and what was drawn from it; `key_quotes` is the choice among `quotes`."""

    article: Article
    summary: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    key_quotes: tuple[Quote, ...]


class Decided(Struct, Generic[T_co], frozen=True, kw_only=True):
    """A value, who decided it, and where in the story's source its evidence stands.

    `parts` names the fields of a value that somebody else decided: the speaker an editor left to us.
    """

    value: T_co
    origin: Origin
    evidence: tuple[Span, ...] = ()
    parts: Mapping[str, Origin] = field(default_factory=dict)


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


class Look(Struct, frozen=True, kw_only=True):
    """Colours (#rrggbb, light and dark), font stacks, and the corner radius and width of a mail in pixels."""

    accent: Colour = "#0b5c6b"
    accent_ink: Colour = "#ffffff"
    ink: Colour = "#1c2326"
    muted: Colour = "#566268"
    paper: Colour = "#ffffff"
    canvas: Colour = "#eef1f2"
    tint: Colour = "#f3f7f8"
    rule: Colour = "#d5dcdf"
    dark_accent: Colour = "#7cc9d6"
    dark_accent_ink: Colour = "#0e1416"
    dark_ink: Colour = "#eceff0"
    dark_muted: Colour = "#a9b4b8"
    dark_paper: Colour = "#161c1f"
    dark_canvas: Colour = "#0e1315"
    dark_tint: Colour = "#1f282c"
    dark_rule: Colour = "#364247"
    heading_font: Fonts = "Georgia, 'Times New Roman', serif"
    body_font: Fonts = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
    radius: Radius = 3
    width: Width = 600


class Brand(Look, frozen=True, kw_only=True):
    """How a publication looks.

    `logo` and `dark_logo` are web addresses or files, from the folder of `digest.toml`; their width and
    height are pixels on screen, 0 where not known. `web_fonts` is the address of a style sheet.
    """

    logo: str = ""
    dark_logo: str = ""
    logo_width: Side = 0
    logo_height: Side = 0
    logo_alt: str = ""
    web_fonts: Url = ""


class Utm(Struct, frozen=True, kw_only=True):
    """Campaign parameters put on links; an empty one is left off, an empty campaign is the issue's slug."""

    source: str = ""
    medium: str = "email"
    campaign: str = ""


class CheckWish(Struct, frozen=True, kw_only=True):
    """What a newsroom asks of its checks.

    `clients` are the mail programs that count (none named: the usual ones), `past_issues` how many earlier
    issues a story must not have run in, `staging` the hosts that no reader must be sent to.
    """

    clients: tuple[str, ...] = ()
    past_issues: PastIssues = 8
    staging: tuple[str, ...] = ()


class Images(StrEnum):
    """How local pictures reach readers: linked to, embedded in the message, or not at all (nor any other)."""

    LINK = "link"
    EMBED = "embed"
    NONE = "none"


class Publication(Struct, frozen=True, kw_only=True):
    """Who sends the digest. `boilerplate` stands in the footer; `words` renames fixed labels.

    `socials` are addresses by the name of the network; `images_base` is the web folder that local pictures
    are uploaded to, `images` how they reach readers unless a build says otherwise. The three about
    summaries are what an issue that does not say otherwise asks for (`extract/wish.py`).
    """

    name: str
    masthead: str = ""
    strapline: str = ""
    url: str = ""
    language: str = "en"
    sender_name: str = ""
    sender_address: str = ""
    reply_to: str = ""
    postal_address: str = ""
    boilerplate: str = ""
    theme: str = "weekly"
    summary_length: int = 3
    summary_style: SummaryStyle = SummaryStyle.SENTENCES
    summariser: str = "extractive"
    brand: Brand = field(default_factory=Brand)
    utm: Utm = field(default_factory=Utm)
    words: Mapping[str, str] = field(default_factory=dict)
    socials: Mapping[str, str] = field(default_factory=dict)
    images_base: str = ""
    images: Images = Images.LINK
    check: CheckWish = field(default_factory=CheckWish)


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


class Calendar(Struct, frozen=True, kw_only=True):
    """An event as a file for calendars (`.ics`): the file's name, unique in its email, and its bytes."""

    name: str
    content: bytes


class ImageFile(Struct, frozen=True, kw_only=True):
    """A picture made ready to go out with an email: its name in the HTML, its bytes, its size in pixels."""

    name: str
    content: bytes
    width: int = 0
    height: int = 0


class Email(Struct, frozen=True, kw_only=True):
    """Both parts of a finished email; merge tags in them are still neutral (`render/mergetags.py`).

    `calendars` lie beside the email and are no part of it.
    """

    subject: str
    preheader: str
    html: str
    text: str
    calendars: tuple[Calendar, ...] = ()


class ThemeLine(Struct, frozen=True, kw_only=True):
    """A line of a theme's HTML before an issue is put in, and the file and line that it came from."""

    text: str
    file: str
    line: int


class Level(StrEnum):
    """How much a finding weighs: errors stop, warnings stop when strict, notes only tell."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True, kw_only=True):
    """Something an editor should know: a stable code, what, where (file and line, or key), how to mend it.

    `line` counts in `file`, the source or template that is to blame; `story` is a slug, and `place` the id of
    the element in the email ("masthead", "story-fees"). One that the editor ignores counts for nothing.
    """

    code: str
    level: Level
    message: str
    where: str = ""
    mend: str = ""
    story: str = ""
    file: str = ""
    line: int = 0
    place: str = ""
    ignored: bool = False
