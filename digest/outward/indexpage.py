"""The archive's first page: all its issues by year, in the publication's words and look."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from msgspec.structs import replace

from digest.model import Decided, Images, Issue, Origin, Publication
from digest.newsroom import Newsroom
from digest.outward.webcopy import WebCopy
from digest.pictures import placed
from digest.render.archive import ArchiveView, Entry, Year, archive_page, archive_words
from digest.render.cleaning import clean, one_line
from digest.render.context import css_look
from digest.render.language import day_written, is_right_to_left
from digest.render.pictures import logo_view
from digest.render.theme import bundled_templates
from digest.render.tracking import safe_url


def index_page(
    newsroom: Newsroom, home: str, feed: str, copies: Sequence[WebCopy]
) -> tuple[str, Mapping[str, bytes]]:
    """The page, and the logo where the newsroom keeps it in a file, by its name in the page.

    Raises:
        InputError: a logo cannot be read, or a label is renamed that the theme does not have.
        ThemeError: the page's template is broken; the text starts with file and line.
    """
    folders = (*newsroom.templates, bundled_templates())
    words = archive_words(newsroom.publication, folders)
    publication, images = _with_logo(newsroom)
    language = publication.language
    view = ArchiveView(
        lang=language,
        dir="rtl" if is_right_to_left(language) else "ltr",
        name=one_line(publication.name),
        masthead=one_line(publication.masthead or publication.name),
        strapline=one_line(publication.strapline),
        url=safe_url(publication.url),
        address=tuple(line for line in clean(publication.postal_address).splitlines() if line.strip()),
        logo=logo_view(publication.brand, one_line(publication.masthead or publication.name)),
        web_fonts=safe_url(publication.brand.web_fonts),
        brand=css_look(publication.brand),
        words=words,
        home=home,
        feed=feed,
        years=tuple(
            Year(year=str(year), issues=tuple(_entry(copy, words["number"], language) for copy in few))
            for year, few in groupby(copies, lambda copy: copy.day.year)
        ),
    )
    return archive_page(view, folders), images


def _entry(copy: WebCopy, number: str, language: str) -> Entry:
    told = copy.told
    return Entry(
        address=f"{quote(copy.slug, safe='')}/",
        lang=told.language if told.language != language else "",
        dir="rtl" if is_right_to_left(told.language) else "ltr",
        title=told.title,
        description=told.description,
        number="" if told.number is None else f"{number} {told.number}".strip(),
        day=day_written(copy.day, language),
        written=copy.day.isoformat(),
    )


def _with_logo(newsroom: Newsroom) -> tuple[Publication, dict[str, bytes]]:
    """The publication with its logo placed as in its emails, and the files of it."""
    nothing = Decided(value="", origin=Origin.DEFAULT)
    cover = Issue(
        slug="",
        publication=replace(newsroom.publication, images_base=""),
        theme=newsroom.publication.theme,
        number=Decided(value=None, origin=Origin.DEFAULT),
        day=Decided(value=None, origin=Origin.DEFAULT),
        subject=nothing,
        preheader=nothing,
        note=nothing,
        stories=(),
    )
    how = newsroom.publication.images
    made = placed(newsroom, cover, Images.LINK if how is Images.EMBED else how)
    return made.issue.publication, {image.name: image.content for image in made.images}
