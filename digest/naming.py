"""How a story is called: the name of its file and of its anchor."""

import re
from pathlib import Path

from digest.model import Article

SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
LONGEST = 60  # characters


def slug_of(name: str) -> str:
    """A name in small letters, digits and hyphens; "story" when there is nothing to make one of."""
    if len(name) <= LONGEST and SLUG.fullmatch(name):
        return name
    from slugify import slugify

    return slugify(name, max_length=LONGEST, word_boundary=True) or "story"


def source_slug(reference: str, article: Article) -> str:
    """A story's slug: its file's name, or its headline when it was pasted or fetched."""
    nameless = reference == "-" or "://" in reference
    return slug_of(article.headline if nameless else Path(reference).stem)
