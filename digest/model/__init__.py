"""The values that travel down the line: frozen, slotted, complete at birth.

    Source ─► Article ─► Extract ─► Issue (stories, each value Decided) ─► Email, Findings

A later stage makes a new value and never changes one. Every place is a `Span` of characters in
`Source.text`, the page as it was read; the bytes as they came stay on disk.
"""

from digest.model.article import (
    Article,
    Block,
    BlockKind,
    Caption,
    Junk,
    LineSort,
    Link,
    Picture,
    Promo,
    PromoKind,
    Source,
    Span,
)
from digest.model.email import Calendar, Email, ImageFile, ThemeLine
from digest.model.extract import Decided, Extract, Origin, Quote, Sentence, SummaryStyle
from digest.model.finding import Finding, Level
from digest.model.handoff import Capabilities, Draft, DraftState, ProofSettings, Remote, Security
from digest.model.issue import Ignored, Issue, Layout, Listing, ListingItem, Sponsor, Story
from digest.model.publication import Brand, CheckWish, Images, Look, Publication, Utm

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Brand",
    "Calendar",
    "Capabilities",
    "Caption",
    "CheckWish",
    "Decided",
    "Draft",
    "DraftState",
    "Email",
    "Extract",
    "Finding",
    "Ignored",
    "ImageFile",
    "Images",
    "Issue",
    "Junk",
    "Layout",
    "Level",
    "LineSort",
    "Link",
    "Listing",
    "ListingItem",
    "Look",
    "Origin",
    "Picture",
    "Promo",
    "PromoKind",
    "ProofSettings",
    "Publication",
    "Quote",
    "Remote",
    "Security",
    "Sentence",
    "Source",
    "Span",
    "Sponsor",
    "Story",
    "SummaryStyle",
    "ThemeLine",
    "Utm",
]
