"""How a story is called: the name of its folder, file and anchor."""

from pathlib import Path

from slugify import slugify

from digest.model import Article


def source_slug(reference: str, article: Article) -> str:
    """A story's slug: its file's name, or its headline when it came by standard input."""
    name = article.headline if reference == "-" else Path(reference).stem
    return slugify(name, max_length=60, word_boundary=True) or "story"
