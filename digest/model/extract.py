"""What is drawn from an article, and who decided what."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from digest.model.article import Article, Span

T_co = TypeVar("T_co", covariant=True)


class Origin(StrEnum):
    """Who decided a value: the editor, the page, our own reading of it, a site's feed, a language model."""

    EDITOR = "editor"
    ARTICLE = "article"
    EXTRACTED = "extracted"
    FEED = "feed"
    MODEL = "model"
    DEFAULT = "default"


class SummaryStyle(StrEnum):
    """How a summary is shown: a paragraph for each sentence, a list of points, or all in one paragraph."""

    SENTENCES = "sentences"
    POINTS = "points"
    PARAGRAPH = "paragraph"


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
