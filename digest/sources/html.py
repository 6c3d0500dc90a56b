"""An HTML page becomes an Article: saved from a browser, or fetched.

Theory of operation. Two witnesses and a judge. Trafilatura says which words are the article's text; the
page's data (JSON-LD, OpenGraph, meta tags) says what it is called, who wrote it and when. Neither is
believed where the page itself shows otherwise. The judge walks the tree as a reader's eye does, line by line,
and settles in this order what each line is; a step takes only what the ones before left open.

1. htmltree     bytes to a tree, the letters by decoding.py
2. htmlblocks   the tree to lines, each with its element and its links (breaks by htmllines)
3. htmlmeta     what the data says, JSON-LD by htmljsonld
4. htmlregion   which lines are trafilatura's, the column they stand in, what the page calls its parts
5. htmlopening  standfirst and day, headline by htmlheadline, byline by htmlbylines (names by htmlnames)
6. htmlcards    the cards that invite: promos
7. htmllinks    related headlines and lines of links
8. htmlbody     the rest of the column: paragraphs, crossheads, lists, captions, surroundings
9. htmlrefusal  no article: what stands there instead
10. htmlimage   the lead picture, its maker by htmlcredit

Lists of words stand in htmlwords; htmldesk is the desk on which the lines lie.

The rows then make a page (rows.py) that is closed and put together as a pasted one is.
"""

import re

from msgspec.structs import replace

from digest.errors import SourceError
from digest.model import Article, Finding, Level
from digest.sources.assembly import put_together
from digest.sources.capture import Capture
from digest.sources.closing import settle_closing
from digest.sources.htmlblocks import Block, blocks_of
from digest.sources.htmlbody import rows_of, settle_body, settle_from_data
from digest.sources.htmlbylines import read_signature
from digest.sources.htmlcards import settle_promos
from digest.sources.htmldesk import Desk, desk_of
from digest.sources.htmlimage import image_of
from digest.sources.htmllinks import settle_links
from digest.sources.htmlmeta import told_by
from digest.sources.htmlopening import read_opening
from digest.sources.htmlrefusal import refuse
from digest.sources.htmlregion import region_of
from digest.sources.htmltree import Node, tree_of
from digest.sources.patterns import pattern
from digest.sources.rows import page_of

_PROLOG = r"(?>\ufeff|\s+|<\?xml[^>]*>|<!--.*?-->)*+"
_HTML = pattern(
    rf"{_PROLOG}<(?:!doctype html|html|head|body|article|main|div|meta|title|p|h1)\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_CLAIM = 0.9


def claims(_captured: Capture, opening: str) -> float:
    """Sure of what begins with a tag of HTML; a feed begins with others."""
    return _CLAIM if _HTML.match(opening) else 0.0


def read(captured: Capture) -> Article:
    """The article on a page; raises SourceError where there is none, and says what stands there instead."""
    root, mended = tree_of(captured)
    told = told_by(root, captured.url)
    blocks = blocks_of(root) or [Block(title, root) for title in told.titles[:1] if told.body]
    if not blocks:
        raise SourceError(
            f"{captured.name}: shows no text; if the page is filled by JavaScript, open it in the browser and"
            " copy the text, or save the page from there"
        )
    desk = desk_of(region_of(root, blocks), told)
    return _article(desk, root, captured, [_note(captured, note) for note in mended])


def _article(desk: Desk, root: Node, captured: Capture, notes: list[Finding]) -> Article:
    opening = read_opening(desk)
    settle_promos(desk)
    settle_links(desk)
    settle_body(desk)
    read_signature(desk, opening)
    if settle_from_data(desk):
        notes.append(_note(captured, "the page shows no text itself; it was read from the page's data"))
    notes += refuse(desk, root, captured.name, bare=not (opening.names or opening.day))
    page = page_of(captured.name, rows_of(desk), notes)
    settle_closing(page, opening)
    article = put_together(page, opening)
    language = article.language or desk.told.language
    return replace(article, language=language, image=image_of(desk, root))


def _note(captured: Capture, note: str) -> Finding:
    return Finding(code="text-mended", level=Level.NOTE, message=note, where=captured.name)
