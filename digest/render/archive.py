"""The first page of an archive, rendered from `templates/archive/index.html`, which a newsroom may shadow."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, structs

from digest.errors import ThemeError
from digest.model import Look, Publication
from digest.render.context import renamed
from digest.render.environment import compiled, environment, line_of, template
from digest.render.files import gather, shown
from digest.render.theme import bundled_templates
from digest.render.themetoml import read_theme
from digest.render.views import LogoView

TEMPLATE = "archive/index.html"
_BASE = "weekly"  # has every label that a page of ours asks for


class Entry(Struct, frozen=True, kw_only=True):
    """An issue: `day` is written out, `written` is 2026-11-20; `lang` only where it is not the page's."""

    address: str
    lang: str
    dir: str
    title: str
    description: str
    number: str
    day: str
    written: str


class Year(Struct, frozen=True, kw_only=True):
    """The issues of a year."""

    year: str
    issues: tuple[Entry, ...]


class ArchiveView(Struct, frozen=True, kw_only=True):
    """What the template may name; what nobody gave is empty. `home` is the page's own address."""

    lang: str
    dir: str
    name: str
    masthead: str
    strapline: str
    url: str
    address: tuple[str, ...]
    logo: LogoView | None
    web_fonts: str
    brand: Look
    words: Mapping[str, str]
    home: str
    feed: str
    years: tuple[Year, ...]


def archive_words(publication: Publication, folders: Sequence[Path]) -> Mapping[str, str]:
    """The labels of the publication's theme, renamed as it wishes; ours stand in for those it has not."""
    theme = read_theme(gather(publication.theme, folders)).words
    base = read_theme(gather(_BASE, [bundled_templates()])).words
    return {**base, **renamed(theme, publication.words)}


def archive_page(view: ArchiveView, folders: Sequence[Path]) -> str:
    """The page, from the template in the first folder that has one.

    Raises:
        ThemeError: the template is broken; the text starts with file and line.
    """
    path = next(folder / TEMPLATE for folder in folders if (folder / TEMPLATE).is_file())
    name = shown(path)
    try:
        tree = environment().parse(path.read_text(encoding="utf-8"), name)
        return template(compiled(tree, name)).render(structs.asdict(view))
    except Exception as error:
        line = getattr(error, "lineno", 0) or line_of(error, name)
        raise ThemeError(f"{name}:{line}: {error}") from error
