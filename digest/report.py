"""What the commands print: values as JSON objects for programs, as lines for people."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from digest.errors import DigestError
from digest.model import (
    Article,
    Decided,
    Extract,
    Finding,
    Issue,
    Layout,
    Link,
    Origin,
    Picture,
    Promo,
    Quote,
    Source,
    Span,
    Story,
)

Json = dict[str, Any]

if TYPE_CHECKING:
    from digest.build import Built  # what prints a reading need not load what renders
    from digest.checkup import Checkup
    from digest.preflight.galley import Check
    from digest.render.catalogue import ThemeEntry


def encode(value: object) -> str:
    """One JSON object on one line."""
    return msgspec.json.encode(value).decode()


def reading(extract: Extract) -> Json:
    """What `digest read --json` prints: the article and what was drawn from it, dates as YYYY-MM-DD."""
    article = extract.article
    return {
        "title": article.headline,
        "standfirst": article.standfirst,
        "author": " and ".join(article.byline),
        "date": article.published.isoformat() if article.published else "",
        "body": [block.text for block in article.body],
        "related": [{"title": link.title, "url": link.url} for link in article.related],
        "promos": [_promo(promo) for promo in article.promos],
        "quotes": [_quote(quote) for quote in extract.quotes],
        "summary": [sentence.text for sentence in extract.summary],
        "key_quotes": [
            extract.quotes.index(quote) for quote in extract.key_quotes if quote in extract.quotes
        ],
        "url": article.url,
        "image": msgspec.to_builtins(article.image),
        "language": article.language,
        "captions": [caption.text for caption in article.captions],
        "junk": [junk.text for junk in article.junk],
        "notes": [told(finding) for finding in article.notes],
    }


def reading_lines(extract: Extract) -> Iterator[str]:
    """The same for people: what each line of the page was taken for, then what was drawn from it."""
    article = extract.article
    parts = [(place, kind, text) for kind, text, place in _parts(article) if text and place]
    for place, kind, text in sorted(parts):
        yield _line(article.source, place, kind, text)
    for sentence in extract.summary:
        yield _line(article.source, sentence.span, "summary", sentence.text)
    for quote in extract.quotes:
        mark = "key quote" if quote in extract.key_quotes else "quote"
        yield _line(article.source, quote.spans[0], mark, _quote_told(quote))


def _parts(article: Article) -> Iterator[tuple[str, str, Span | None]]:
    place = article.places.get
    yield "headline", article.headline, place("headline")
    yield "standfirst", article.standfirst, place("standfirst")
    yield "byline", " and ".join(article.byline), place("byline")
    yield "date", str(article.published or ""), place("published")
    yield from ((block.kind, block.text, block.span) for block in article.body)
    yield from (("caption", caption.text, caption.span) for caption in article.captions)
    yield from (("related", _link_told(link.title, link.url), link.span) for link in article.related)
    yield from (("promo", _promo_told(promo), promo.span) for promo in article.promos)
    yield from (("junk", f"{junk.text} ({junk.reason})", junk.span) for junk in article.junk)


def desk(issue: Issue) -> Json:
    """What `digest show --json` prints: every value with its origin and its evidence."""
    whole = _fields(issue, "slug", "theme", "number", "day", "subject", "preheader", "note")
    whole |= _fields(issue, "sponsor", "listings", "ignored")
    publication = issue.publication.name
    return {**whole, "publication": publication, "stories": [_story(story) for story in issue.stories]}


def desk_lines(issue: Issue) -> Iterator[str]:
    """The same for people: what stands in the issue, who decided it, and on which line it stands."""
    yield f"{issue.publication.name}: {issue.slug} (theme {issue.theme})"
    lead = issue.stories[0].article.source
    for name in ("number", "day", "subject", "preheader", "note"):
        yield from filter(None, [_decided(lead, name, getattr(issue, name))])
    for number, story in enumerate(issue.stories, 1):
        yield f"\n{number}. {story.slug} ({story.article.source.name})"
        yield from filter(None, _story_lines(story))
    yield from _own_lines(issue)


def order(built: Iterable["Built"], refused: Iterable[DigestError]) -> Json:
    """What `digest build --json` prints."""
    return {"issues": [_built(each) for each in built], "errors": [str(error) for error in refused]}


def themes(entries: Iterable["ThemeEntry"]) -> Json:
    """What `digest themes --json` prints."""
    return {"themes": msgspec.to_builtins(list(entries))}


def theme_lines(entries: Iterable["ThemeEntry"]) -> Iterator[str]:
    """The same for people: themes, their blocks, and the newsroom's own files among them."""
    for entry in entries:
        base = f" (based on {entry.base})" if entry.base else ""
        yield f"{entry.name}{base}: {entry.description}".rstrip(": ")
        width = max((len(block.name) for block in entry.blocks), default=0)
        yield from (f"  {block.name:{width}}  {block.description}".rstrip() for block in entry.blocks)
        yield from (f"  in place of the theme's own: {file}" for file in entry.shadowing)
        yield ""


def checkup(checkup: "Checkup") -> Json:
    """What `digest check --json` prints: findings, counts, and the bytes of each part of the HTML."""
    return {
        "issue": checkup.issue.slug,
        "findings": msgspec.to_builtins(checkup.findings),
        "counts": checkup.counts(),
        "meter": msgspec.to_builtins(checkup.meter),
        "asked": checkup.asked,
    }


def catalogue(rows: Iterable["Check"]) -> Json:
    """What `digest check --list --json` prints."""
    names = ("code", "level", "title", "why", "source", "ignorable", "online")
    return {"checks": [_fields(row, *names) for row in rows]}


def told(finding: Finding) -> str:
    """A finding in one line: `where: message (how to mend it)`."""
    place = f"{finding.where}: " if finding.where else ""
    return " ".join(f"{place}{finding.message}{f' ({finding.mend})' if finding.mend else ''}".split())


def _built(built: "Built") -> Json:
    return {
        "slug": built.issue.slug,
        "html": str(built.html),
        "text": str(built.text),
        "calendars": [str(calendar) for calendar in built.calendars],
        "images": [str(image) for image in built.images],
        "message": str(built.message or ""),
        "subject": built.email.subject,
        "preheader": built.email.preheader,
        "bytes": len(built.email.html.encode()),
        "findings": msgspec.to_builtins(built.findings),
    }


def _story(story: Story) -> Json:
    names = [name for name in story.__struct_fields__ if name != "article"]
    return {"source": story.article.source.name, **_fields(story, *names)}


def _fields(value: object, *names: str) -> Json:
    return {name: msgspec.to_builtins(getattr(value, name)) for name in names}


def _story_lines(story: Story) -> Iterator[str]:
    source = story.article.source
    for name in ("kicker", "headline", "standfirst", "byline", "published", "url"):
        yield _decided(source, name, getattr(story, name))
    for sentence in story.summary:
        yield _decided(source, "summary", sentence)
    for quote in story.quotes:
        yield _decided(source, "quote", quote)
    for link in story.related:
        yield _decided(source, "related", link)
    for promo in story.promos:
        yield _decided(source, "promo", promo)
    yield _decided(source, "read_more", story.read_more)
    yield _decided(source, "image", story.image)
    if story.layout is not Layout.FULL:
        yield _editors("layout", story.layout)


def _own_lines(issue: Issue) -> Iterator[str]:
    """What only an editor can give: sponsor and listings."""
    if issue.sponsor:
        yield f"\n{_editors('sponsor', _link_told(issue.sponsor.name, issue.sponsor.url))}"
    for listing in issue.listings:
        yield f"\n{_editors('listing', listing.title)}"
        yield from (_editors("", _link_told(item.title, item.url)) for item in listing.items)


def _editors(name: str, told: str) -> str:
    return f"  {name:11}{Origin.EDITOR:19} {_short(told)}"


def _decided(source: Source, name: str, decided: Decided[Any]) -> str:
    if decided.origin is not Origin.EDITOR and not decided.value:
        return ""
    line = f"line {source.line(decided.evidence[0].start)}" if decided.evidence else ""
    return f"  {name:11}{decided.origin:10}{line:9} {_short(_value_told(decided.value)) or '(none)'}"


def _value_told(value: object) -> str:
    match value:
        case Quote():
            return _quote_told(value)
        case Link():
            return _link_told(value.title, value.url)
        case Promo():
            return _promo_told(value)
        case Picture():
            return _picture_told(value)
        case tuple():
            return " and ".join(value)
    return "" if value is None else str(value)


def _line(source: Source, span: Span, name: str, text: str) -> str:
    return f"{source.line(span.start):5}  {name:11}{_short(text)}"


def _short(text: str) -> str:
    return textwrap.shorten(text, 160, placeholder=" …")


def _quote(quote: Quote) -> Json:
    place: Mapping[str, int] = {"start": quote.spans[0].start, "end": quote.spans[-1].end}
    return {**_fields(quote, "text", "speaker", "role", "paragraph"), **place, "confidence": quote.confidence}


def _promo(promo: Promo) -> Json:
    starts = promo.starts.isoformat() if promo.starts else ""
    return {
        **_fields(promo, "title", "url", "kind", "partners", "call_to_action", "partner_content"),
        "starts": starts,
    }


def _quote_told(quote: Quote) -> str:
    speaker = ", ".join(filter(None, (quote.speaker, quote.role))) or "nobody named"
    parts = " / ".join(quote.text.split("\n\n"))
    return f"{speaker}: “{parts}”"


def _link_told(title: str, url: str) -> str:
    return f"{title} ({url})" if url else title


def _picture_told(picture: Picture) -> str:
    credit = f", {picture.credit}" if picture.credit else ""
    return f"{picture.file or picture.url}: {picture.alt or 'no alternative text'}{credit}"


def _promo_told(promo: Promo) -> str:
    partners = f", with {' and '.join(promo.partners)}" if promo.partners else ""
    starts = f", {promo.starts}" if promo.starts else ""
    return f"{promo.kind}: {promo.title}{partners}{starts}"
