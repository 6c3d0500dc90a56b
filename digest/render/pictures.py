"""Pictures as templates meet them: an address, a size where one is known, and words in their place."""

from pathlib import PurePosixPath
from urllib.parse import quote

from digest.model import Brand, Picture
from digest.render.cleaning import clean, one_line
from digest.render.tracking import safe_url
from digest.render.views import LogoView, PictureView

FOLDER = "images"


def picture_view(picture: Picture | None) -> PictureView | None:
    """A story's picture; None where there is none, or none that a mail may show."""
    src = address_of(picture.file or picture.url) if picture else ""
    if not picture or not src:
        return None
    return PictureView(
        src=src,
        alt=one_line(picture.alt),
        credit=clean(picture.credit),
        width=picture.width or "",
        height=picture.height or "",
    )


def logo_view(brand: Brand, name: str) -> LogoView | None:
    """The logo, whose words are the publication's `name` unless the brand gives others."""
    src = address_of(brand.logo)
    if not src:
        return None
    return LogoView(
        src=src,
        dark_src=address_of(brand.dark_logo),
        alt=one_line(brand.logo_alt) or name,
        width=brand.logo_width or "",
        height=brand.logo_height or "",
    )


def address_of(place: str) -> str:
    """What `src` says of a picture: a web address (http or https) as it is, or the name of a file."""
    if not place or ":" in place.partition("/")[0]:
        return safe_url(place) if place[:4].lower() == "http" else ""
    return f"{FOLDER}/{quote(PurePosixPath(place.replace(chr(92), '/')).name, errors='replace')}"
