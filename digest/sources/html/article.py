"""An HTML page becomes an Article: saved from a browser, or fetched.

Theory of operation. Two witnesses and a judge. Trafilatura says which words are the article's text; the
page's data (JSON-LD, OpenGraph, meta tags) says what it is called, who wrote it and when. Neither is
believed where the page itself shows otherwise. The judge walks the tree as a reader's eye does, line by line,
and settles in this order what each line is; a step takes only what the ones before left open.

1. tree     bytes to a tree, the letters by decoding.py
2. blocks   the tree to lines, each with its element and its links (breaks by lines.py)
3. meta     what the data says, JSON-LD by jsonld.py
4. region   which lines are trafilatura's, the column they stand in, what the page calls its parts
5. opening  standfirst and day, headline by headline.py, byline by bylines.py (names by names.py)
6. cards    the cards that invite: promos
7. links    related headlines and lines of links
8. body     the rest of the column: paragraphs, crossheads, lists, captions, surroundings
9. refusal  no article: what stands there instead
10. image   the lead picture, its maker by credit.py

Lists of words stand in words.py, addresses are made in address.py; desk.py holds the lines and their rows.
The rows then make a page (rows.py) that is closed and put together as a pasted one is.
"""

from msgspec.structs import replace

from digest.errors import SourceError
from digest.model import Article, Finding
from digest.sources.assembly import put_together
from digest.sources.capture import Capture
from digest.sources.closing import settle_closing
from digest.sources.decoding import mendings
from digest.sources.html.blocks import Block, blocks_of
from digest.sources.html.body import rows_of, settle_body, settle_from_data
from digest.sources.html.bylines import read_signature
from digest.sources.html.cards import settle_promos
from digest.sources.html.desk import Desk, desk_of
from digest.sources.html.image import image_of
from digest.sources.html.links import settle_links
from digest.sources.html.meta import told_by
from digest.sources.html.opening import read_opening
from digest.sources.html.refusal import refuse
from digest.sources.html.region import region_of
from digest.sources.html.tree import Node, tree_of
from digest.sources.overruling import overrule
from digest.sources.rows import page_of


def read_html(captured: Capture) -> Article:
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
    return _article(desk, root, captured, mendings(captured.name, mended))


def _article(desk: Desk, root: Node, captured: Capture, notes: list[Finding]) -> Article:
    opening = read_opening(desk)
    settle_promos(desk)
    settle_links(desk)
    settle_body(desk)
    read_signature(desk, opening)
    if settle_from_data(desk):
        notes += mendings(captured.name, ["the page shows no text itself; it was read from the page's data"])
    notes += refuse(desk, root, captured.name, bare=not (opening.names or opening.day))
    page = page_of(captured.name, rows_of(desk), notes)
    settle_closing(page, opening)
    if captured.lines:
        overrule(page, opening, captured.lines)
    article = put_together(page, opening)
    language = article.language or desk.told.language
    return replace(article, language=language, image=image_of(desk, root))
