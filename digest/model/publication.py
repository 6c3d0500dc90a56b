"""Who sends the digest, and how it looks."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from digest.model.extract import SummaryStyle
from digest.shapes import Colour, Fonts, PastIssues, Radius, Side, Url, Width


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
    unsubscribe_url: str = ""
    list_id: str = ""
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
