"""A story's lines in `issue.toml`: what was read stands in comments, ready to be changed.

Lines that are not comments are what no later build could find out again: the address and encoding of a page
that was fetched, and the links that a site's feed gave.
"""

import json
from collections.abc import Iterator

from msgspec import Struct

from digest.model import Article, Extract
from digest.sources.capture import Capture
from digest.sources.feeds.matching import Match


class Offered(Struct, frozen=True, kw_only=True):
    """A source that was taken into an issue, with the feed's matches by the headline each is for."""

    file: str
    captured: Capture
    extract: Extract
    matches: tuple[tuple[str, Match], ...] = ()


def entry(offered: Offered) -> str:
    """The `[[stories]]` table of a source."""
    return "\n".join(
        [*_known(offered), *_read(offered), *_links(offered), *_lines(offered), *_lists(offered), ""]
    )


def _known(offered: Offered) -> Iterator[str]:
    captured = offered.captured
    yield "[[stories]]"
    yield f"source = {quoted(f'sources/{offered.file}')}"
    if captured.url:
        yield f"url = {quoted(_address(offered))}"
    if captured.encoding.lower() not in ("", "utf-8", "utf8"):
        yield f"encoding = {quoted(captured.encoding)}"


def _address(offered: Offered) -> str:
    return offered.extract.article.url or offered.captured.url


def _read(offered: Offered) -> Iterator[str]:
    extract, article = offered.extract, offered.extract.article
    yield f"# headline = {quoted(article.headline)}"
    yield f"# standfirst = {quoted(article.standfirst)}"
    yield '# kicker = ""'
    yield '# layout = "full"'
    if not offered.captured.url:
        yield f"# url = {quoted(article.url)}"
    yield "# summary = ["
    yield from (f"#   {quoted(sentence.text)}," for sentence in extract.summary)
    yield "# ]"


def _links(offered: Offered) -> Iterator[str]:
    """What a feed gave: sure matches are taken, and shown; unsure ones are offered."""
    if not offered.matches:
        return
    yield "[stories.links]   # from the site's feed, by headline; the figure says how alike the headlines are"
    for headline, match in offered.matches:
        line = f"{quoted(headline)} = {quoted(match.url)}   # {match.score:.2f}"
        yield line if match.sure else f"# {line}, perhaps: {' '.join(match.title.split())}"


def _lines(offered: Offered) -> Iterator[str]:
    """What the editor said of the page's lines before it was taken in."""
    if offered.captured.lines:
        yield "[stories.lines]"
        yield from (f"{line} = {quoted(sort)}" for line, sort in sorted(offered.captured.lines.items()))


def _lists(offered: Offered) -> Iterator[str]:
    article: Article = offered.extract.article
    if article.image:
        image = article.image
        yield from _table("[stories.image]", url=image.url, alt=image.alt, credit=image.credit)
    for quote in offered.extract.key_quotes:
        yield from _table("[[stories.quotes]]", text=quote.text, speaker=quote.speaker, role=quote.role)
    for link in article.related:
        yield from _table("[[stories.related]]", title=link.title, url=link.url)
    for promo in article.promos:
        yield from _table("[[stories.promos]]", title=promo.title, url=promo.url)


def _table(header: str, **values: str) -> Iterator[str]:
    yield f"# {header}"
    yield from (f"# {key} = {quoted(value)}" for key, value in values.items())


def quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0); JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
