"""The desk: what `issue.toml` says laid over what was extracted, field by field.

Rule 1. A key the editor wrote wins, and an empty one ("" or []) means "none, please".
Rule 2. What the editor left out is derived: the article's word first, then what was extracted.
Rule 3. A list the editor wrote replaces the derived list. An entry that names a derived one (same quotation,
        same title) takes from it the fields the editor did not give; `Decided.parts` says which.
Rule 4. A quotation must stand verbatim in its story's source, whoever chose it.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from digest.extract.sentences import sentences
from digest.extract.summarisers import unknown
from digest.extract.wish import EXTRACTIVE, PLAIN, Wish
from digest.illustration import lay_image
from digest.issuefile import LINE_NUMBER, IssueFile, QuoteEntry, StoryEntry
from digest.model import (
    Article,
    Decided,
    Extract,
    Ignored,
    Issue,
    Layout,
    Origin,
    Publication,
    Quote,
    Span,
    Story,
)
from digest.related import Tell, check_links, lay_promos, lay_related, linked
from digest.sources.overruling import has_words
from digest.verbatim import find_verbatim, fold, nearest_passage, same_words

T = TypeVar("T")


class Filed(Struct, frozen=True, kw_only=True):
    """A story as it reaches the desk; `index` is its place among the `[[stories]]` of the file."""

    index: int
    slug: str
    entry: StoryEntry
    extract: Extract
    wish: Wish = PLAIN


def wished(entry: StoryEntry, said: IssueFile, publication: Publication, drafts: Path | None = None) -> Wish:
    """What a story's summary is to be, by the story's word, else the issue's, else the newsroom's."""

    def first(key: str) -> Any:
        return next(value for of in (entry, said, publication) if (value := getattr(of, key)) is not None)

    return Wish(
        length=first("summary_length"),
        style=first("summary_style"),
        summariser=first("summariser") if entry.summary is None else EXTRACTIVE,
        drafts=drafts,
    )


def check_summarisers(said: IssueFile, tell: Tell) -> None:
    """Tells every summariser that nobody offers."""
    if message := unknown(said.summariser):
        tell(message, "summariser")
    for n, entry in enumerate(said.stories):
        if message := unknown(entry.summariser):
            tell(message, "stories", n, "summariser")


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
        sponsor=said.sponsor,
        listings=said.listings,
        ignored=_ignored(said, filed),
    )


def _ignored(said: IssueFile, filed: Sequence[Filed]) -> tuple[Ignored, ...]:
    whole = [Ignored(code=code) for code in said.ignore]
    of_stories = [Ignored(code=code, story=each.slug) for each in filed for code in each.entry.ignore]
    return (*whole, *of_stories)


def _tell_story(tell: Tell, index: int, message: str, *key: str | int) -> None:
    tell(message, "stories", index, *key)


def _story(filed: Filed, tell: Tell) -> Story:
    entry, extract, article = filed.entry, filed.extract, filed.extract.article
    check_links(entry, article, tell)
    _check_lines(entry, article, tell)
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
        url=_url(entry, article),
        summary=_summary(entry.summary, extract),
        quotes=_quotes(entry.quotes, extract, tell),
        related=lay_related(entry, article),
        promos=lay_promos(entry, article, tell),
        read_more=_decided(entry.read_more, "", Origin.DEFAULT),
        image=lay_image(entry, article, tell),
        layout=entry.layout or Layout.FULL,
        summary_style=filed.wish.style,
    )


def _check_lines(entry: StoryEntry, article: Article, tell: Tell) -> None:
    """Tells of lines that are none of the source's."""
    for number in entry.lines:
        if not (LINE_NUMBER.fullmatch(number) and has_words(article.source, int(number))):
            last = article.source.text.count("\n") + 1
            tell(f"is no line with words in {entry.source}, which has {last}", "lines", number)


def _decided(said: T | None, derived: T, origin: Origin, evidence: tuple[Span, ...] = ()) -> Decided[T]:
    if said is not None:
        return Decided(value=said, origin=Origin.EDITOR)
    return Decided(value=derived, origin=origin, evidence=evidence)


def _url(entry: StoryEntry, article: Article) -> Decided[str]:
    if article.url:
        return _decided(entry.url, article.url, Origin.ARTICLE)
    url = linked(entry.links, article.headline)
    return _decided(entry.url, url, Origin.FEED if url else Origin.ARTICLE)


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
