"""A Markdown file becomes an Article: every visible word of it in exactly one place.

The marks tell what a pasted page leaves to be guessed (headings, lists, links); the words themselves go to
the judges of the pasted reader. The order of work:

1. frontmatter  YAML or TOML at the top, its mistakes told with file and line; fields: what it says
2. blocks       the body's parts in order (inline: the words of one, raw: those of raw HTML)
3. desk         front matter and parts as the lines of a page
4. opening      headline, standfirst, byline, day
5. second       another article further down is cut off
6. links        each part by its words and links; headings of related blocks
7. closing, details, credits, assembly   as in a pasted page

A file called ".md" with no Markdown in it is a pasted page and read as one.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from digest.errors import SourceError
from digest.model import Article, Finding, LineSort, Picture, Promo
from digest.sources.assembly import put_together
from digest.sources.capture import Capture
from digest.sources.closing import settle_closing
from digest.sources.credits import settle_places
from digest.sources.decoding import letters, mendings
from digest.sources.details import settle_details
from digest.sources.markdown.blocks import DEEPEST, Markdown, markdown_of
from digest.sources.markdown.desk import Desk, desk_of, opening_of
from digest.sources.markdown.fields import Front, read_fields, web_address
from digest.sources.markdown.frontmatter import front_matter
from digest.sources.markdown.links import judge, settle_sections
from digest.sources.markdown.opening import read_opening
from digest.sources.overruling import overrule
from digest.sources.page import Sort
from digest.sources.pasted import article as pasted
from digest.sources.second import cut_second_article

_UNCLOSED = "html-unclosed"


def read_markdown(captured: Capture) -> Article:
    """What a Markdown file says; raises SourceError, with the line where there is one, when it cannot."""
    text, notes = _text(captured)
    matter = front_matter(captured.name, text)
    made = markdown_of(matter.body)
    if made.depth >= DEEPEST:
        message = f"lists or quotes lie in each other over {DEEPEST} deep; is it an article?"
        raise SourceError(f"{captured.name}: {message}")
    if not matter.given and not made.marked:
        return pasted.read(captured)
    front = read_fields(matter, captured.url)
    desk = desk_of(captured.name, front, made.parts, notes)
    _tell_unclosed(desk, made)
    said = _front_promos(desk)
    return _finished(_settled(desk, captured.lines), front, made, said)


def _text(captured: Capture) -> tuple[str, list[Finding]]:
    """The letters with their line ends and indents: `decode` makes a pasted page's text, without any."""
    text, notes = letters(captured)
    return text.replace("\r\n", "\n").replace("\r", "\n"), mendings(captured.name, notes)


def _front_promos(desk: Desk) -> dict[int, Promo]:
    """The front matter's promos by where on the page they stand."""
    places = [n for n in range(desk.begin) if desk.page.marks[n].sort is Sort.PROMO]
    return {desk.page.lines[n].start: promo for n, promo in zip(places, desk.front.promos, strict=False)}


def _settled(desk: Desk, lines: Mapping[int, LineSort]) -> Article:
    if not desk.parts:
        name = desk.page.source.name
        raise SourceError(f"{name}: has front matter or marks and no text; paste the whole article")
    opening = opening_of(desk.front)
    read_opening(desk, opening)
    cut_second_article(desk.page, opening.end)
    judge(desk, opening.end)
    settle_closing(desk.page, opening)
    settle_sections(desk, opening.end)
    settle_details(desk.page)
    settle_places(desk.page)
    if lines:
        overrule(desk.page, opening, lines)
    _refuse(desk)
    return put_together(desk.page, opening)


def _refuse(desk: Desk) -> None:
    sorts = {mark.sort for mark in desk.page.marks}
    if not sorts & {Sort.PROSE, Sort.LIST}:
        hidden = next((note for note in desk.page.notes if note.code == _UNCLOSED), None)
        if hidden:
            raise SourceError(f"{hidden.where}: {hidden.message}; {hidden.mend}")
        had = "a headline" if Sort.HEADLINE in sorts else "links or pictures"
        message = f"has {had} and no paragraph of an article; paste the whole article"
        raise SourceError(f"{desk.page.source.name}: {message}")
    if Sort.HEADLINE not in sorts:
        desk.warn("no-headline", 0, "no headline found", 'put it at the top, after "# "')


def _tell_unclosed(desk: Desk, made: Markdown) -> None:
    if made.unclosed:
        message = "an HTML comment or script begins here and never ends: all that follows was left out"
        desk.warn(_UNCLOSED, made.unclosed, message, 'end it ("-->")')


def _finished(article: Article, front: Front, made: Markdown, said: Mapping[int, Promo]) -> Article:
    """With what no line of the page tells: picture, language, promos as the front matter has them."""
    return replace(
        article,
        url=front.url,
        image=front.image or _lead_image(made, front.url),
        language=front.language or article.language,
        promos=tuple(
            replace(said.get(promo.span.start, promo) if promo.span else promo, span=promo.span)
            for promo in article.promos
        ),
    )


def _lead_image(made: Markdown, base: str) -> Picture | None:
    for image in made.images:
        if address := web_address(image.url, base):
            return Picture(url=address, alt=image.alt)
    return None
