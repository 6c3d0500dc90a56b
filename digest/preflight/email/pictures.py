"""Checks on pictures, and on everything else that a mail program would fetch from the web."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.model import ImageFile, Issue, Level
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.places import placed, story_at

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEAVY = 300_000  # bytes; at twice its width on screen a photograph of a whole column stays under it
HEAVY_TOGETHER = 1_000_000
HEAVY_ANIMATION = 500_000
GIF_FRAME = b"\x21\xf9\x04"  # opens a frame's control block
LOADED = {"link": "href", "source": "srcset"}  # where the address stands; elsewhere in src
IN_CSS = pattern(r"""(?:url\(|@import\s+)\s*["']?(https?://[^"')\s;]+)""")
IN_OUTLOOK = pattern(r"""<v:[^>]*\ssrc=["'](https?://[^"']+)""")
SECOND_LEVEL = 3  # letters: "co" of .co.uk, "com" of .com.au
KEY = 'give it in issue.toml, under [stories.image]: alt = "…"'


def alt_missing(galley: Galley) -> Iterator[Hit]:
    """Pictures that say nothing to those who do not see them."""
    for image, place in _images(galley):
        story = story_at(place, galley.issue)
        if image.get("alt") is None or (not image.get("alt", "").strip() and (story or _is_link(image))):
            yield Hit(
                message=f"the picture {_name(image)} has no alt text",
                where="email.html",
                place=place,
                story=story,
                mend=KEY if story else "give it an alt in the theme, or in digest.toml: brand.logo_alt",
            )


def size_missing(galley: Galley) -> Iterator[Hit]:
    """Pictures that do not say their width and height."""
    for image, place in _images(galley):
        lacking = [name for name in ("width", "height") if not image.get(name, "").rstrip("px%").isdigit()]
        if lacking:
            yield Hit(
                message=f"the picture {_name(image)} does not say its {' and '.join(lacking)}",
                where="email.html",
                place=place,
                story=story_at(place, galley.issue),
                mend="give its width and height in pixels where the picture is named",
            )


def unreachable(galley: Galley) -> Iterator[Hit]:
    """Pictures that no reader's mail program can load."""
    carried = {image.name for image in galley.images if galley.embedded}
    for image, place in _images(galley):
        source = image.get("src", "")
        if source not in carried and not source.startswith(("https://", "http://", "cid:", "data:")):
            yield Hit(
                message=f"the picture {_name(image)} is not on the web",
                where="email.html",
                place=place,
                story=story_at(place, galley.issue),
                mend='upload it and give [images] base_url in digest.toml, or how = "embed" there',
            )


def weights(galley: Galley) -> Iterator[Hit]:
    """Pictures that are slow to load, one by one and together."""
    for file in galley.images:
        if len(file.content) > HEAVY and not _is_animated(file):
            yield _heavy(galley, file, f"the picture {file.name} weighs {_kb(len(file.content))}")
    together = sum(len(file.content) for file in galley.images)
    if together > HEAVY_TOGETHER:
        yield Hit(
            message=f"{len(galley.images)} pictures weigh {_kb(together)} together",
            where="email.html",
            mend="leave some out, or save them as JPEG at twice the width they are shown in",
        )


def animations(galley: Galley) -> Iterator[Hit]:
    """Moving pictures that are heavy."""
    for file in galley.images:
        if _is_animated(file) and len(file.content) > HEAVY_ANIMATION:
            yield _heavy(galley, file, f"the moving picture {file.name} weighs {_kb(len(file.content))}")


def third_parties(galley: Galley) -> Iterator[Hit]:
    """Hosts that learn who opens the email, and are neither the publication's nor its pictures'."""
    publication = galley.issue.publication
    own = {_site(url) for url in (publication.url, publication.images_base) if url}
    fonts = _site(publication.brand.web_fonts)
    for site, (url, place) in _loaded(galley).items():
        if site not in own:
            yield Hit(
                message=f"the email loads from {urlsplit(url).hostname}: {url}",
                level=Level.NOTE if site == fonts else None,
                where="digest.toml: brand.web_fonts" if site == fonts else "email.html",
                place=place,
                story=story_at(place, galley.issue),
                mend="load it from your own site, or from [images] base_url in digest.toml",
            )


def _loaded(galley: Galley) -> dict[str, tuple[str, str]]:
    """By site the first thing that is loaded from it, and where it stands."""
    found: dict[str, tuple[str, str]] = {}
    for element, place in placed(galley.tree):
        for url in (element.get(LOADED.get(element.tag, "src"), ""), element.get("background", "")):
            if url.startswith(("http://", "https://", "//")):
                found.setdefault(_site(url), (url, place))
    for expression in (IN_CSS, IN_OUTLOOK):
        for url in expression.findall(galley.email.html):
            found.setdefault(_site(url), (url, ""))
    return found


def _site(url: str) -> str:
    """The part of a host's name that somebody registered: "example.co.uk" of "img.example.co.uk"."""
    labels = (urlsplit(url).hostname or "").split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= SECOND_LEVEL  # noqa: PLR2004 # a country's own level
    return ".".join(labels[-3:] if short else labels[-2:])


def _images(galley: Galley) -> Iterator[tuple["HtmlElement", str]]:
    return ((element, place) for element, place in placed(galley.tree) if element.tag == "img")


def _is_link(image: "HtmlElement") -> bool:
    """Whether a picture is all that there is to a link."""
    return any(each.tag == "a" and not "".join(each.itertext()).strip() for each in image.iterancestors())


def _name(image: "HtmlElement") -> str:
    return str(image.get("src", "")).partition("?")[0].rpartition("/")[2] or "without src"


def _is_animated(file: ImageFile) -> bool:
    return file.content.startswith(b"GIF8") and file.content.count(GIF_FRAME) > 1


def _heavy(galley: Galley, file: ImageFile, message: str) -> Hit:
    place = next((place for image, place in _images(galley) if file.name in image.get("src", "")), "")
    return Hit(
        message=message,
        where=_key(place, galley.issue),
        place=place,
        story=story_at(place, galley.issue),
        mend="save it smaller: as JPEG at twice the width it is shown in, a moving one with fewer frames",
    )


def _key(place: str, issue: Issue) -> str:
    slugs = [story.slug for story in issue.stories]
    slug = story_at(place, issue)
    return f"stories[{slugs.index(slug) + 1}].image" if slug else "email.html"


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"


_SLOW = "on a phone the words stand round an empty hole until it has come, and the reader pays for it"
ROWS = (
    Check(
        code="image-alt-missing",
        level=Level.WARNING,
        run=alt_missing,
        title="a picture has no alt text",
        why="with pictures off, and to a screen reader, it says nothing or its file's name",
        source="WCAG 2.2, SC 1.1.1",
        deep=True,
    ),
    Check(
        code="image-size-missing",
        level=Level.WARNING,
        run=size_missing,
        title="a picture does not say its width and height",
        why="the text jumps when it loads, and Outlook shows it at its file's size",
        source="caniemail.com, width attribute; HTML standard, Dimension attributes",
        deep=True,
    ),
    Check(
        code="image-unreachable",
        level=Level.ERROR,
        run=unreachable,
        title="a picture is not on the web and not in the email",
        why="every reader sees a broken picture",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="image-heavy",
        level=Level.WARNING,
        run=weights,
        title="pictures are heavy",
        why=_SLOW,
        deep=True,
    ),
    Check(
        code="animation-heavy",
        level=Level.WARNING,
        run=animations,
        title="a moving picture is heavy",
        why=_SLOW,
        deep=True,
    ),
    Check(
        code="third-party",
        level=Level.WARNING,
        run=third_parties,
        title="the email loads something from another's host",
        why="that host learns who opened it and when, and filters look at it with suspicion",
        source="Regulation (EU) 2016/679, recital 30",
        deep=True,
    ),
)
