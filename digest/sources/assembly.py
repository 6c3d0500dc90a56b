"""The marks of a page put together into an Article; every line goes to one place and keeps its span."""

from datetime import date

from msgspec.structs import replace

from digest.model import Article, Block, BlockKind, Caption, Junk, Link, Promo, PromoKind, Span
from digest.sources.credits import Opening
from digest.sources.judges.dates import find_day
from digest.sources.judges.language import guess_language
from digest.sources.judges.promos import promo_kind, read_promo
from digest.sources.page import Page, Sort

_BLOCKS = {Sort.PROSE: BlockKind.PARAGRAPH, Sort.CROSSHEAD: BlockKind.CROSSHEAD, Sort.LIST: BlockKind.LIST}
_PLACES = {
    Sort.HEADLINE: "headline",
    Sort.STANDFIRST: "standfirst",
    Sort.BYLINE: "byline",
    Sort.DATE: "published",
}
_ROW_SPACES, _PAIR_SPACES = 2, 3


def put_together(page: Page, opening: Opening) -> Article:
    """The article of a page whose marks are all settled."""
    body = _body(page)
    return Article(
        source=page.source,
        headline=_text_of(page, Sort.HEADLINE),
        standfirst=_standfirst(page),
        byline=opening.names,
        published=opening.day,
        url=opening.url,
        language=guess_language("\n".join(block.text for block in body)),
        body=body,
        captions=_captions(page),
        related=_related(page),
        promos=_promos(page, opening.day),
        junk=_junk(page),
        places=_places(page, opening),
        notes=tuple(page.notes),
    )


def _marked(page: Page, sort: Sort) -> list[tuple[int, Span]]:
    """The lines of one sort, each with its span."""
    return [(index, _span(page, index, index)) for index, mark in enumerate(page.marks) if mark.sort is sort]


def _span(page: Page, first: int, last: int) -> Span:
    return Span(page.lines[first].start, page.lines[last].end)


def _text_of(page: Page, sort: Sort) -> str:
    return next(
        (
            mark.title or line.text
            for line, mark in zip(page.lines, page.marks, strict=True)
            if mark.sort is sort
        ),
        "",
    )


def _standfirst(page: Page) -> str:
    """The standfirst's lines in one, the first without its bullet."""
    lines = [line for line, mark in zip(page.lines, page.marks, strict=True) if mark.sort is Sort.STANDFIRST]
    return " ".join(line.text for line in lines)[len(lines[0].bullet) :] if lines else ""


def _body(page: Page) -> tuple[Block, ...]:
    blocks, index = [], 0
    while index < len(page.lines):
        kind = _BLOCKS.get(page.marks[index].sort)
        last = _list_end(page, index) if kind is BlockKind.LIST else index
        if kind is not None:
            span = _span(page, index, last)
            text = "\n".join([line.text for line in page.lines[index : last + 1]])
            blocks.append(Block(kind=kind, text=text, span=span))
        index = last + 1
    return tuple(blocks)


def _list_end(page: Page, index: int) -> int:
    """The last of the list items that follow each other without a blank line."""
    while (
        index + 1 < len(page.lines)
        and page.marks[index + 1].sort is Sort.LIST
        and not page.lines[index + 1].gap
    ):
        index += 1
    return index


def _with_details(page: Page, index: int) -> Span:
    """A link's span, with the lines of details under it."""
    last = index
    while last + 1 < len(page.marks) and page.marks[last + 1].sort is Sort.DETAIL:
        last += 1
    return _span(page, index, last)


def _related(page: Page) -> tuple[Link, ...]:
    return tuple(
        Link(title=title, url=mark.url, span=_with_details(page, index))
        for index, mark in enumerate(page.marks)
        if mark.sort is Sort.RELATED
        for title in _apart(mark.title or page.lines[index].text)
    )


def _apart(title: str) -> list[str]:
    """The headlines of a line: a row of them stands between bars, each of them too long for a site's name."""
    parts = title.split(" | ")
    fewest = _ROW_SPACES if len(parts) > 2 else _PAIR_SPACES  # noqa: PLR2004 # a pair or more
    return parts if len(parts) > 1 and all(part.count(" ") >= fewest for part in parts) else [title]


def _promos(page: Page, published: date | None) -> tuple[Promo, ...]:
    return tuple(
        _promo(page, index, published) for index, mark in enumerate(page.marks) if mark.sort is Sort.PROMO
    )


def _promo(page: Page, index: int, published: date | None) -> Promo:
    mark, span = page.marks[index], _with_details(page, index)
    under = page.source.text[page.lines[index].end : span.end].split("\n")
    details = [line for line in under if line and line != mark.url]
    kind = PromoKind(mark.reason) if mark.reason else promo_kind(mark.title) or PromoKind.EVENT
    promo = read_promo(mark.title, kind, published, details)
    return replace(promo, url=mark.url, span=span)


def _captions(page: Page) -> tuple[Caption, ...]:
    return tuple(
        Caption(text=page.lines[index].text, span=span) for index, span in _marked(page, Sort.CAPTION)
    )


def _junk(page: Page) -> tuple[Junk, ...]:
    return tuple(
        Junk(text=page.lines[index].text, span=span, reason=page.marks[index].reason)
        for index, span in _marked(page, Sort.JUNK)
    )


def _places(page: Page, opening: Opening) -> dict[str, Span]:
    places: dict[str, Span] = {}
    for index, mark in enumerate(page.marks):
        name = _PLACES.get(mark.sort)
        if name:
            places[name] = (
                Span(places[name].start, page.lines[index].end)
                if name in places
                else _span(page, index, index)
            )
    if opening.day and "published" not in places and "byline" in places:
        places["published"] = _day_in(page, places["byline"])
    return places


def _day_in(page: Page, byline: Span) -> Span:
    """Where in a byline's lines its day stands."""
    found = find_day(page.source.text[byline.start : byline.end])
    return Span(byline.start + found.start, byline.start + found.end) if found else byline
