"""The desk: what `issue.toml` says laid over what was extracted, field by field.

Rule 1. A key the editor wrote wins, and an empty one ("" or []) means "none, please".
Rule 2. What the editor left out is derived: the article's word first, then what was extracted.
Rule 3. A list the editor wrote replaces the derived list. An entry that names a derived one (same quotation,
        same title) takes from it the fields the editor did not give; `Decided.parts` says which.
Rule 4. A quotation must stand verbatim in its story's source, whoever chose it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from digest.extract.sentences import sentences
from digest.issuefile import IssueFile, LinkEntry, PromoEntry, QuoteEntry, StoryEntry
from digest.model import (
    Article,
    Decided,
    Extract,
    Issue,
    Link,
    Origin,
    Promo,
    PromoKind,
    Publication,
    Quote,
    Span,
    Story,
)
from digest.verbatim import find_verbatim, fold, nearest_passage, same_words

T = TypeVar("T")
Tell = Callable[..., None]  # tell(message, *key path)


class Filed(Struct, frozen=True, kw_only=True):
    """A story as it reaches the desk; `index` is its place among the `[[stories]]` of the file."""

    index: int
    slug: str
    entry: StoryEntry
    extract: Extract


def lay_over(
    said: IssueFile, filed: Sequence[Filed], publication: Publication, slug: str, tell: Tell
) -> Issue:
    """The issue to be sent, of one filed story or more.

    A quotation that does not stand in its source is told through `tell`, with the nearest passage.
    """
    stories = tuple(_story(each, partial(_tell_story, tell, each.index)) for each in filed)
    lead = stories[0]
    return Issue(
        slug=slug,
        publication=publication,
        theme=said.theme or publication.theme,
        number=_decided(said.number, None, Origin.DEFAULT),
        day=_decided(said.date, None, Origin.DEFAULT),
        subject=_own(said.subject) or lead.headline,
        preheader=_own(said.preheader) or _opening(lead),
        note=_decided(said.note, "", Origin.DEFAULT),
        stories=_promos_once(stories),
    )


def _tell_story(tell: Tell, index: int, message: str, *key: str | int) -> None:
    tell(message, "stories", index, *key)


def _story(filed: Filed, tell: Tell) -> Story:
    entry, extract, article = filed.entry, filed.extract, filed.extract.article
    return Story(
        slug=filed.slug,
        article=article,
        kicker=_decided(entry.kicker, "", Origin.DEFAULT),
        headline=_decided(
            entry.headline or None, article.headline, Origin.ARTICLE, _place(article, "headline")
        ),
        standfirst=_decided(
            entry.standfirst, article.standfirst, Origin.ARTICLE, _place(article, "standfirst")
        ),
        byline=_decided(entry.byline, article.byline, Origin.ARTICLE, _place(article, "byline")),
        published=_decided(entry.published, article.published, Origin.ARTICLE, _place(article, "published")),
        url=_decided(entry.url, article.url, Origin.ARTICLE),
        summary=_summary(entry.summary, extract),
        quotes=_quotes(entry.quotes, extract, tell),
        related=_related(entry.related, article),
        promos=_promos(entry.promos, article, tell),
        read_more=_decided(entry.read_more, "", Origin.DEFAULT),
    )


def _decided(said: T | None, derived: T, origin: Origin, evidence: tuple[Span, ...] = ()) -> Decided[T]:
    if said is not None:
        return Decided(value=said, origin=Origin.EDITOR)
    return Decided(value=derived, origin=origin, evidence=evidence)


def _own(said: str | None) -> Decided[str] | None:
    return None if said is None else Decided(value=said, origin=Origin.EDITOR)


def _place(article: Article, field: str) -> tuple[Span, ...]:
    return (article.places[field],) if field in article.places else ()


def _opening(lead: Story) -> Decided[str]:
    """The preheader nobody wrote: the lead's standfirst, else the first sentence of its summary."""
    if lead.standfirst.value:
        return lead.standfirst
    return lead.summary[0] if lead.summary else Decided(value="", origin=Origin.DEFAULT)


def _summary(said: Sequence[str] | None, extract: Extract) -> tuple[Decided[str], ...]:
    if said is not None:
        return tuple(Decided(value=text, origin=Origin.EDITOR) for text in said)
    return tuple(
        Decided(value=sentence.text, origin=sentence.origin, evidence=(sentence.span,))
        for sentence in extract.summary
    )


def _quotes(said: Sequence[QuoteEntry] | None, extract: Extract, tell: Tell) -> tuple[Decided[Quote], ...]:
    if said is None:
        return tuple(
            Decided(value=quote, origin=Origin.EXTRACTED, evidence=(*quote.spans, *quote.evidence))
            for quote in extract.key_quotes
        )
    laid = [_quote(entry, extract) for entry in said]
    for n, (entry, decided) in enumerate(zip(said, laid, strict=True)):
        if decided is None:
            tell(_not_verbatim(entry.text, extract), "quotes", n, "text")
    return tuple(decided for decided in laid if decided is not None)


def _quote(entry: QuoteEntry, extract: Extract) -> Decided[Quote] | None:
    """The editor's quotation with the letters of the source; None when it does not stand there."""
    same = next((quote for quote in extract.quotes if fold(quote.text) == fold(entry.text)), None)
    spans = same.spans if same else find_verbatim(entry.text, extract.article.source.text)
    if not spans:
        return None
    within = same or next((quote for quote in extract.quotes if _holds(quote, spans)), None)
    source = extract.article.source.text
    text = (
        same.text if same else "\n\n".join(" ".join(source[span.start : span.end].split()) for span in spans)
    )
    found = within or Quote(text=text, spans=spans, paragraph=_paragraph(extract.article, spans[0]))
    given = {"speaker": entry.speaker, "role": entry.role}
    quote = replace(
        found, text=text, spans=spans, **{key: said for key, said in given.items() if said is not None}
    )
    parts = {key: Origin.EXTRACTED for key, said in given.items() if said is None and getattr(quote, key)}
    return Decided(value=quote, origin=Origin.EDITOR, evidence=spans, parts=parts)


def _holds(quote: Quote, spans: tuple[Span, ...]) -> bool:
    return any(part.start <= spans[0].start and spans[0].end <= part.end for part in quote.spans)


def _paragraph(article: Article, span: Span) -> int:
    """The block in which a span begins; -1 when it stands outside the body."""
    return next(
        (n for n, block in enumerate(article.body) if block.span.start <= span.start < block.span.end), -1
    )


def _not_verbatim(text: str, extract: Extract) -> str:
    passages = [quote.text for quote in extract.quotes]
    passages += [
        block.text[start:end] for block in extract.article.body for start, end in sentences(block.text)
    ]
    nearest = nearest_passage(text, passages)
    hint = f'the nearest passage is: "{nearest}"' if nearest else "nothing like it is there"
    return f"this quotation does not stand in {extract.article.source.name} word for word; {hint}"


def _related(said: Sequence[LinkEntry] | None, article: Article) -> tuple[Decided[Link], ...]:
    if said is None:
        return tuple(_from_article(link, link.span) for link in article.related)
    laid = []
    for entry in said:
        link = next(
            (link for link in article.related if same_words(link.title, entry.title)), Link(title=entry.title)
        )
        laid.append(_merged(entry, link, link.span))
    return tuple(laid)


def _promos(said: Sequence[PromoEntry] | None, article: Article, tell: Tell) -> tuple[Decided[Promo], ...]:
    if said is None:
        return tuple(_from_article(promo, promo.span) for promo in article.promos)
    laid = []
    for n, entry in enumerate(said):
        promo = next((promo for promo in article.promos if same_words(promo.title, entry.title)), None)
        if promo is None and entry.kind is None:
            tell(f'"kind" is missing (one of {", ".join(PromoKind)})', "promos", n)
        promo = promo or Promo(title=entry.title, kind=entry.kind or PromoKind.EVENT)
        laid.append(_merged(entry, promo, promo.span))
    return tuple(laid)


V = TypeVar("V", Link, Promo)


def _merged(entry: LinkEntry | PromoEntry, derived: V, span: Span | None) -> Decided[V]:
    """What the entry gives laid over the derived value of the same title, if there was one."""
    given = {key: getattr(entry, key) for key in entry.__struct_fields__ if getattr(entry, key) is not None}
    kept = [key for key in entry.__struct_fields__ if key not in given and getattr(derived, key)]
    parts = dict.fromkeys(kept, Origin.ARTICLE) if span else {}
    return Decided(
        value=replace(derived, **given), origin=Origin.EDITOR, evidence=(span,) if span else (), parts=parts
    )


def _from_article(value: V, span: Span | None) -> Decided[V]:
    return Decided(value=value, origin=Origin.ARTICLE, evidence=(span,) if span else ())


def _promos_once(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    """The same promo pasted with several articles is shown once, with the first of them."""
    seen: list[str] = []
    result = []
    for story in stories:
        kept = []
        for promo in story.promos:
            if promo.origin is Origin.EDITOR or not any(
                same_words(promo.value.title, title) for title in seen
            ):
                kept.append(promo)
            seen.append(promo.value.title)
        result.append(replace(story, promos=tuple(kept)))
    return tuple(result)
