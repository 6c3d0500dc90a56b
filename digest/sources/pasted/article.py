"""A pasted page becomes an Article: every line of it in exactly one place.

Theory of operation. A page is a desk (page.py) with one mark a line; the steps below settle the marks in
this order, each only what the ones before it left open, and none is unsettled again. When unsure a line stays
in the body and the editor is told.

1. lines      hard wraps undone (decoding.py has mended the letters)
2. opening    headline, standfirst; the lines are looked through first (front), the page's own set aside
              (masthead), credits marked (credits, bylines, dates)
3. second     another article further down is cut off
4. marking    each line by its own words: junk (surroundings, prompts, notices), captions, links, promos
              (partners, moments), blockheads
5. closing    notes to editors, comments, biography, the page's last words, signed byline
6. related    what stands between paragraphs, gap by gap (gaps): neighbours first, then runs, then lines
              alone, weighed (weighing, vocabulary, headlines)
7. details    addresses, days and "Book now" go to the link above them; titles are cleaned (titles)
8. overruling what the editor says of lines
9. assembly   the marks become an Article (language)

What a line says by its own words is judged in the room judges/, as for pages of any kind.
"""

from collections.abc import Mapping

from digest.errors import SourceError
from digest.model import Article, Level, LineSort, Source
from digest.sources.assembly import put_together
from digest.sources.capture import Capture
from digest.sources.closing import settle_closing
from digest.sources.credits import settle_places
from digest.sources.decoding import decode, mendings
from digest.sources.details import settle_details
from digest.sources.judges.marking import mark_line
from digest.sources.lines import lines_of
from digest.sources.overruling import overrule
from digest.sources.page import Mark, Page, Sort
from digest.sources.pasted.opening import read_opening
from digest.sources.pasted.related import settle
from digest.sources.pasted.titles import clean_titles
from digest.sources.second import cut_second_article

_BODY = frozenset({Sort.PROSE, Sort.LIST})
_CLAIM = 0.1  # text is what everything else is not


def claims(_captured: Capture, _opening: str) -> float:
    """Anything may be a pasted page."""
    return _CLAIM


def read(captured: Capture) -> Article:
    """What a pasted page says; raises SourceError when there is no article in it."""
    return read_text(decode(captured), captured.lines)


def read_text(source: Source, lines_said: Mapping[int, LineSort] | None = None) -> Article:
    """What a pasted page says; raises SourceError when there is no article in it."""
    lines = lines_of(source)
    if not lines:
        raise SourceError(f"{source.name}: is empty; paste the article's text into it")
    page = Page(source, lines, [Mark(Sort.PROSE) for _ in lines], mendings(source.name, source.notes))
    opening = read_opening(page)
    cut_second_article(page, opening.end)
    for index in range(opening.end, len(lines)):
        if page.marks[index].sort is Sort.PROSE:
            page.marks[index] = mark_line(lines[index])
    settle_closing(page, opening)
    settle(page, opening.end)
    settle_details(page)
    clean_titles(page)
    settle_places(page)
    if lines_said:
        overrule(page, opening, lines_said)
    _refuse(page)
    return put_together(page, opening)


def _refuse(page: Page) -> None:
    """Refuse a page without a paragraph; a page without a headline is read, and the editor told."""
    sorts = {mark.sort for mark in page.marks}
    name = page.source.name
    if not sorts & _BODY:
        raise SourceError(f"{name}: {_lack(sorts)}; paste the whole article, headline and paragraphs")
    if Sort.HEADLINE not in sorts:
        page.note(
            "no-headline",
            0,
            "no headline found",
            Level.WARNING,
            "put the headline on a line of its own at the top",
        )


def _lack(sorts: set[Sort]) -> str:
    if sorts <= {Sort.JUNK, Sort.CAPTION, Sort.DETAIL}:
        return "holds only a page's surroundings (share lines, prompts and the like) and no article"
    if Sort.RELATED in sorts or Sort.PROMO in sorts:
        return "holds headlines only and no paragraph of an article"
    return "has a headline and nothing else" if Sort.HEADLINE in sorts else "has no paragraph of an article"
