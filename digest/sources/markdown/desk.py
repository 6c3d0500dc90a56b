"""A Markdown file on the desk: its parts as a page's lines, with what the front matter says above them."""

from msgspec import Struct

from digest.model import Finding, Level
from digest.sources.credits import Opening
from digest.sources.markdown.blocks import Kind, Part
from digest.sources.markdown.fields import Front
from digest.sources.page import Page, Sort
from digest.sources.rows import Row, page_of

_SORTS = {
    Kind.HEADING: Sort.CROSSHEAD,
    Kind.PARAGRAPH: Sort.PROSE,
    Kind.ITEM: Sort.LIST,
    Kind.QUOTE: Sort.PROSE,
    Kind.ROW: Sort.PROSE,
    Kind.CODE: Sort.PROSE,
    Kind.CAPTION: Sort.CAPTION,
    Kind.FOOTNOTE: Sort.JUNK,
}


class Desk(Struct):
    """The page; line `begin + n` of it is part n, the lines before are the front matter's."""

    page: Page
    parts: list[Part]
    begin: int
    front: Front

    def part(self, index: int) -> Part:
        """The part that is a line of the page, from `begin` on."""
        return self.parts[index - self.begin]

    def warn(self, code: str, line: int, message: str, mend: str = "") -> None:
        """Tell the editor something about a line of the file."""
        where = f"{self.page.source.name}:{line}" if line else self.page.source.name
        warning = Finding(code=code, level=Level.WARNING, message=message, where=where, mend=mend)
        self.page.notes.append(warning)


def desk_of(name: str, front: Front, parts: list[Part], notes: list[Finding]) -> Desk:
    """The front matter's lines and the body's, each marked with what it is by its Markdown alone."""
    above = [row for row in _above(front) if row.text]
    below = [
        Row(_SORTS[part.kind], part.text, reason="footnote" if part.kind is Kind.FOOTNOTE else "")
        for part in parts
    ]
    page = page_of(name, [*above, *below], [*notes, *front.notes])
    return Desk(page, parts, len(page.lines) - len(parts), front)


def opening_of(front: Front) -> Opening:
    """What the front matter says of writer, day and address."""
    return Opening(names=front.byline, day=front.published, url=front.url)


def _above(front: Front) -> list[Row]:
    return [
        Row(Sort.HEADLINE, front.headline),
        Row(Sort.STANDFIRST, front.standfirst),
        Row(Sort.BYLINE, " and ".join(front.byline)),
        Row(Sort.DATE, front.published.isoformat() if front.published else ""),
        *(Row(Sort.RELATED, link.title, link.url) for link in front.related),
        *(Row(Sort.PROMO, promo.title, promo.url) for promo in front.promos),
    ]
