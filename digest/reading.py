"""One page, read and drawn from: the steps that every command shares."""

from collections.abc import Callable

from digest.extract.keyquotes import choose
from digest.extract.quotes import find_quotes
from digest.extract.summarisers import summarise
from digest.extract.wish import PLAIN, Wish
from digest.model import Extract
from digest.sources.capture import Capture
from digest.sources.readers import read

Reading = Callable[[Capture, int, Wish], Extract]
"""Reads a page as `extract` does."""

LEAD_QUOTES, STORY_QUOTES = 3, 2  # a lead may speak longer than the stories under it


def extract(captured: Capture, key_quotes: int = LEAD_QUOTES, wish: Wish = PLAIN) -> Extract:
    """The article on a page with its quotations and summary; raises SourceError when there is none."""
    article, summary = summarise(read(captured), wish)
    quotes = find_quotes(article)
    return Extract(
        article=article,
        summary=summary,
        quotes=quotes,
        key_quotes=choose(quotes, article, key_quotes),
    )
