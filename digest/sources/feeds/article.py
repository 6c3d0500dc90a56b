"""An entry of a feed as an Article.

Theory of operation. An entry's HTML has no menus and no footers, so its blocks (html/blocks.py) are the
article's, and what the feed says beside them is its opening. What stands among them that is not the article
(links to others, promos, captions, the site's own lines) is judged by the pasted reader's judges: a link
that is a whole block tells them more than a paste could.

Rule 1. A block that is one link and no sentence points to another article; so does a list of such blocks,
        unless a colon introduces it.
Rule 2. A heading's tag makes a crosshead, unless its words head a block of links.
Rule 3. What repeats the headline, the byline or the day at the top says nothing new.
Rule 4. The summary is the standfirst when it is whole sentences of its own: not the article's beginning,
        and not cut off.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from digest.errors import SourceError
from digest.model import Article, Finding, Level, LineSort, Picture
from digest.patterns import pattern
from digest.sources.assembly import put_together
from digest.sources.closing import settle_closing
from digest.sources.credits import Opening, mark_byline, mark_date, settle_places
from digest.sources.details import settle_details
from digest.sources.feeds.entry import Entry
from digest.sources.feeds.teasers import ADDED, words_of
from digest.sources.html.blocks import Block, blocks_of
from digest.sources.html.tree import Node
from digest.sources.judges.bylines import read_byline
from digest.sources.judges.marking import mark_line
from digest.sources.overruling import overrule
from digest.sources.page import Mark, Page, Sort
from digest.sources.pasted.related import settle
from digest.sources.rows import Row, page_of

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ITEMS = frozenset(["li", "tr"])
_EMBEDS = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-post")
_CUT_OFF = pattern(r"\s*\[\s*(?:…|\.\.\.)\s*\]$")
_OPENING = frozenset({Sort.HEADLINE, Sort.STANDFIRST, Sort.BYLINE, Sort.DATE})
_JUDGED = frozenset({Sort.JUNK, Sort.CAPTION, Sort.PROMO, Sort.RELATED, Sort.HEADING})
_LINKED = 0.9  # the share of a block's letters that makes it a link: a bullet or an arrow may stand beside
_LINK_WORDS, _STANDFIRST_WORDS, _TOP = 22, 60, 3


def article_of(
    entry: Entry, name: str, notes: Sequence[Finding] = (), lines: Mapping[int, LineSort] | None = None
) -> Article:
    """The article that an entry holds, its teaser where it holds no more; `lines`: as in Capture.

    Raises SourceError when it has no paragraph.
    """
    names = tuple(person for author in entry.authors for person in _people(author))
    page = page_of(name, _rows(entry, names), (*notes, *_lacks(entry, name)))
    day = entry.published.date() if entry.published else None
    opening = Opening(names=names, day=day, url=entry.url)
    opening.end = sum(mark.sort in _OPENING for mark in page.marks)
    if opening.end < len(page.lines):
        _judge(page, opening)
    if lines:
        overrule(page, opening, lines)
    if not any(mark.sort in {Sort.PROSE, Sort.LIST} for mark in page.marks):
        raise SourceError(f"{name}: its article has no paragraph in the feed{_instead(entry)}")
    article = put_together(page, opening)
    image = Picture(url=entry.image) if entry.image else None
    return replace(article, image=image, language=article.language or entry.language)


def _people(author: str) -> tuple[str, ...]:
    return read_byline(f"By {author}") or (author,)


def _instead(entry: Entry) -> str:
    return f"; add its page: digest add ISSUE {entry.url}" if entry.url else "; add its page instead"


def _lacks(entry: Entry, name: str) -> Iterator[Finding]:
    if not entry.title:
        message = "the feed gives the article no headline"
        yield Finding(code="no-headline", level=Level.WARNING, message=message, where=name)
    if not entry.content:
        message = "the feed carries a teaser of the article only"
        mend = f"for the whole of it: digest add ISSUE {entry.url or 'ADDRESS'}"
        yield Finding(code="teaser-only", level=Level.NOTE, message=message, where=name, mend=mend)


def _rows(entry: Entry, names: Sequence[str]) -> Iterator[Row]:
    yield Row(Sort.HEADLINE, entry.title)
    yield Row(Sort.STANDFIRST, _standfirst(entry))
    yield Row(Sort.BYLINE, f"By {', '.join(names)}" if names else "")
    yield Row(Sort.DATE, entry.published.date().isoformat() if entry.published else "")
    yield from _body(entry.content or entry.summary, entry.title)


def _standfirst(entry: Entry) -> str:
    """Rule 4."""
    if not entry.content or not entry.summary:
        return ""
    words, body = words_of(entry.summary), words_of(entry.content)
    own = not body.startswith(words) and words != entry.title
    whole = not words.endswith(("…", "...", "[…]", "[...]"))
    return words if own and whole and words.count(" ") < _STANDFIRST_WORDS and not ADDED.search(words) else ""


def _body(markup: str, title: str) -> Iterator[Row]:
    from lxml import etree, html

    try:
        parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        root = html.fragment_fromstring(markup, create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        yield Row(Sort.PROSE, words_of(markup))
        return
    blocks = blocks_of(root)
    if not blocks:  # nested deeper than any parser follows
        yield Row(Sort.PROSE, words_of(markup))
    lists = _lists_of_links(blocks)
    for number, block in enumerate(blocks):
        if number < _TOP and block.text.casefold() == title.casefold():
            yield Row(Sort.JUNK, block.text, reason="headline repeated")
        else:
            yield _row(block, in_list_of_links=block.node.getparent() in lists)


def _lists_of_links(blocks: Sequence[Block]) -> set[Node]:
    """The lists all of whose items are links, those left out that a colon introduces."""
    linked: set[Node] = set()
    others: set[Node] = set()
    before = ""
    for block in blocks:
        if block.node.tag == "li":
            mine = block.node.getparent()
            introduced = before.endswith(":") and mine not in linked
            (linked if block.linked >= _LINKED and not introduced else others).add(mine)
        before = block.text
    return linked - others


def _row(block: Block, *, in_list_of_links: bool) -> Row:
    text = _CUT_OFF.sub("…", block.text)
    url = _address(block)
    if ADDED.fullmatch(text):
        return Row(Sort.JUNK, text, reason="syndication line")
    if _stands_in(block, _EMBEDS):
        return Row(Sort.JUNK, text, reason="embedded post")
    if block.node.tag == "figcaption" or _stands_in(block, ("wp-caption-text",)):
        return Row(Sort.CAPTION, text)
    if block.node.tag in _HEADINGS:
        return Row(Sort.CROSSHEAD, text, url)
    if block.node.tag in _ITEMS and not in_list_of_links:
        return Row(Sort.LIST, text)
    linked = block.linked >= _LINKED and len(block.anchors) == 1
    return Row(Sort.SHORT if linked else Sort.PROSE, text, url)


def _address(block: Block) -> str:
    hrefs = (anchor.node.get("href", "") for anchor in block.anchors)
    return next((href for href in hrefs if href.startswith(("http://", "https://"))), "")


def _stands_in(block: Block, classes: Sequence[str]) -> bool:
    around = (block.node, *block.node.iterancestors())
    return any(name in (node.get("class") or "").split() for node in around for name in classes)


def _judge(page: Page, opening: Opening) -> None:
    """Settle every mark, with the judges of a pasted page in their order (text.py)."""
    _mark_top(page, opening)
    for index in range(opening.end, len(page.lines)):
        _mark(page, index)
    settle_closing(page, opening)
    settle(page, opening.end)
    settle_details(page)
    settle_places(page)


def _mark_top(page: Page, opening: Opening) -> None:
    """Rule 3."""
    for index in range(opening.end, min(opening.end + _TOP, len(page.lines))):
        repeated = page.marks[index].sort is Sort.JUNK
        if page.lines[index].is_sentence or page.marks[index].sort not in {Sort.PROSE, Sort.JUNK}:
            break
        if not (repeated or mark_date(page, opening, index) or mark_byline(page, opening, index)):
            break
        opening.end = index + 1


def _mark(page: Page, index: int) -> None:
    given, line = page.marks[index], page.lines[index]
    if given.sort in {Sort.JUNK, Sort.CAPTION}:
        return
    told = mark_line(line)
    told.url = told.url or given.url
    if given.sort is Sort.SHORT and told.sort not in _JUDGED:  # Rule 1
        link = line.words <= _LINK_WORDS and not line.is_sentence
        told = Mark(Sort.RELATED, line.text, given.url) if link and given.url else Mark(Sort.PROSE)
    if given.sort in {Sort.CROSSHEAD, Sort.LIST} and told.sort not in _JUDGED - {Sort.CAPTION}:
        told = Mark(given.sort)
    page.marks[index] = told
