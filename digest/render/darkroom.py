"""A local picture made ready for mail: turned, sized, and in a format that every mail program shows.

Rule 1. Mail programs show JPEG, PNG and GIF. WebP, AVIF, TIFF and BMP become JPEG or PNG. SVG is refused, for
        it would have to be drawn first; so is HEIC, for which no reader comes with Pillow.
Rule 2. It is twice as large as it is shown, for dense screens, and never larger than it was.
Rule 3. It is turned as its EXIF block says, its colours are made sRGB, which is what programs take for
        granted, and then nothing is kept but the picture: not the place it was taken, the camera, or the
        photographer's telephone number.
Rule 4. What lets the ground show through is PNG. A JPEG stays JPEG. Of anything else, a drawing is sharp and
        light as PNG and a photograph is many times lighter as JPEG: it is PNG unless JPEG takes less than
        half.
Rule 5. An animated GIF goes as it is, for every frame made smaller by itself makes it heavier. An animation
        of another kind is refused, since it would silently stand still.
Rule 6. It is called by its content, so that the same bytes have the same name, and a program that keeps
        pictures by name never shows an old one.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import InputError
from digest.model import ImageFile
from digest.render.pictures import FOLDER
from digest.render.prints import printed

if TYPE_CHECKING:
    from PIL.Image import Image

_DENSITY = 2
_READ = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")  # and none of Pillow's lesser-used readers
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def develop(path: Path, width: int, height: int = 0) -> ImageFile:
    """The picture in a file, ready to be shown at most `width` and `height` pixels large (0: as it comes).

    Raises:
        InputError: the file is no picture, one that cannot be read whole, one of more pixels than are safe to
            unpack (Pillow's limit, some 89 million), or one that mail programs do not show.
    """
    with _refusals(path):
        _check_kind(path)
        from PIL import Image

        with Image.open(path, formats=_READ) as image:
            if getattr(image, "is_animated", False) and image.format != "MPO":
                return _animation(path, image)
            content, suffix, size = printed(image, _DENSITY * width, _DENSITY * height)
            return _named(content, suffix, size)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Tells whatever Pillow trips over; it only warns of a picture too large to unpack: refused too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.filterwarnings("error", message=".*decompression bomb")
        try:
            yield
        except InputError:
            raise
        except Exception as error:
            raise InputError(f"{path}: {_told(error)}") from error


def _told(error: Exception) -> str:
    match type(error).__name__:
        case "DecompressionBombWarning" | "DecompressionBombError":
            return "is far larger than any screen; save it smaller, 2000 pixels wide at most"
        case "UnidentifiedImageError":
            return "is no picture, or one of a kind not known here; save it as JPEG or PNG"
        case _ if isinstance(error, OSError) and error.strerror:
            return f"cannot be read ({error.strerror})"
        case _:
            return f"is a damaged picture ({error}); save it anew, as JPEG or PNG"


def _check_kind(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
    if path.suffix.lower() in (".svg", ".svgz") or b"<svg" in head.lower():
        raise InputError(
            f"{path}: is SVG, which mail programs do not show; export it as PNG, twice as wide as it is shown"
        )
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        raise InputError(f"{path}: is HEIC, which only Apple's programs show; export it as JPEG")


def _animation(path: Path, image: "Image") -> ImageFile:
    if image.format != "GIF":
        raise InputError(
            f"{path}: is an animated {image.format}, which mail programs do not play; save it as GIF, or "
            "as a still picture"
        )
    return _named(path.read_bytes(), "gif", image.size)


def _named(content: bytes, suffix: str, size: tuple[int, int]) -> ImageFile:
    name = f"{FOLDER}/{sha256(content).hexdigest()[:12]}.{suffix}"
    return ImageFile(name=name, content=content, width=size[0], height=size[1])
