"""What an editor may write in `digest.toml`; what is left out has its usual value."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from digest.model import Brand, CheckWish, Images, ProofSettings, SummaryStyle, Utm
from digest.shapes import Address, Language, ListId, OneClick, Slug, Summariser, SummaryLength, Url


class PublicationEntry(Struct, frozen=True, kw_only=True):
    """`[publication]`: what stands on the email itself."""

    name: str
    masthead: str = ""
    strapline: str = ""
    url: Url = ""
    language: Language = "en"
    postal_address: str = ""
    boilerplate: str = ""
    theme: Slug = "weekly"
    summary_length: SummaryLength = 3
    summary_style: SummaryStyle = SummaryStyle.SENTENCES
    summariser: Summariser = "extractive"


class SenderEntry(Struct, frozen=True, kw_only=True):
    """`[sender]`: who the email comes from.

    `unsubscribe_url` takes one-click unsubscriptions (RFC 8058) of mail that no provider sends, `list_id` is
    the list's name in its head (RFC 2919).
    """

    name: str = ""
    address: Address = ""
    reply_to: Address = ""
    unsubscribe_url: OneClick = ""
    list_id: ListId = ""


class ImagesEntry(Struct, frozen=True, kw_only=True):
    """`[images]`: `base_url` is the web folder own pictures are uploaded to, `how` they reach readers."""

    base_url: Url = ""
    how: Images = Images.LINK


class FeedsEntry(Struct, frozen=True, kw_only=True):
    """`[feeds]`: addresses or files (from the newsroom's folder) of feeds that know the site's links."""

    links: tuple[str, ...] = ()


class HandoffEntry(Struct, frozen=True, kw_only=True):
    """`[handoff]`: the provider that issues go to, unless a command says otherwise."""

    provider: str = ""


class SecretsEntry(Struct, frozen=True, kw_only=True):
    """`[secrets]`: a file with the keys of providers, from the newsroom's folder."""

    file: str = ""


class ArchiveEntry(Struct, frozen=True, kw_only=True):
    """`[archive]`: the web folder that `digest archive` is uploaded to."""

    url: Url = ""


class NewsroomFile(Struct, frozen=True, kw_only=True):
    """Everything `digest.toml` may say."""

    publication: PublicationEntry
    sender: SenderEntry = field(default_factory=SenderEntry)
    brand: Brand = field(default_factory=Brand)
    feeds: FeedsEntry = field(default_factory=FeedsEntry)
    utm: Utm = field(default_factory=Utm)
    words: Mapping[str, str] = field(default_factory=dict)
    social: Mapping[str, Url] = field(default_factory=dict)
    images: ImagesEntry = field(default_factory=ImagesEntry)
    check: CheckWish = field(default_factory=CheckWish)
    proof: ProofSettings = field(default_factory=ProofSettings)
    handoff: HandoffEntry = field(default_factory=HandoffEntry)
    providers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    secrets: SecretsEntry = field(default_factory=SecretsEntry)
    archive: ArchiveEntry = field(default_factory=ArchiveEntry)
