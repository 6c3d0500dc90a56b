"""The pixels of a picture, made anew: turned, sized, in sRGB, and encoded. The rules are in `darkroom.py`."""

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 80  # of 100: beyond it a photograph gains little and grows fast
_LIGHTER = 2
_GAP = 3.0  # from here on, Pillow says, its short cut for large pictures cannot be told from the long way
_UNBOUND = 1 << 16
_ORIENTATION = 0x0112
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_ON_ITS_SIDE = (5, 6, 7, 8)


def printed(image: "Image", width: int, height: int) -> tuple[bytes, str, tuple[int, int]]:
    """The picture as bytes, with the suffix of its format and its size in pixels.

    It is at most `width` and `height` pixels large (0: as it comes). What Pillow raises for a damaged file is
    passed on.
    """
    turn = _turn(image)
    box = (width or _UNBOUND, height or _UNBOUND)
    is_jpeg = image.format in ("JPEG", "MPO")
    ready = image if is_jpeg else _in_full_colour(image)
    _shrink(ready, box[::-1] if turn in _ON_ITS_SIDE else box)
    ready = _turned(_in_srgb(ready), turn)
    ready.info.clear()
    return *_encoded(ready, is_jpeg=is_jpeg), ready.size


def _turn(image: "Image") -> int:
    with suppress(Exception):  # a damaged EXIF block says nothing, and other programs pass over it too
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _in_full_colour(image: "Image") -> "Image":
    """The picture in a mode that can be sized: those with a palette lose their shades when they are."""
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    if image.mode in ("L", "RGB", "RGBA", "CMYK") and not image.has_transparency_data:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _shrink(image: "Image", box: tuple[int, int]) -> None:
    from PIL.Image import Resampling

    image.thumbnail(box, Resampling.LANCZOS, reducing_gap=_GAP)


def _in_srgb(image: "Image") -> "Image":
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile := image.info.get("icc_profile"):
        from PIL import ImageCms

        with suppress(ImageCms.PyCMSError, OSError):  # a profile that is none: the colours are as they are
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
            return made or image
    return image if image.mode == "L" else image.convert(mode)


def _turned(image: "Image", turn: int) -> "Image":
    from PIL.Image import Transpose

    return image.transpose(Transpose[_TURNS[turn]]) if turn in _TURNS else image


def _encoded(image: "Image", *, is_jpeg: bool) -> tuple[bytes, str]:
    if image.mode == "RGBA" and _is_opaque(image):
        image = image.convert("RGB")
    if image.mode == "RGBA":
        return _saved(image, "PNG"), "png"
    photograph = _saved(image, "JPEG", quality=_QUALITY, progressive=True)
    if is_jpeg:
        return photograph, "jpg"
    drawing = _saved(image, "PNG")
    return (photograph, "jpg") if len(photograph) * _LIGHTER < len(drawing) else (drawing, "png")


def _is_opaque(image: "Image") -> bool:
    return bool(image.getchannel("A").getextrema()[0] == 255)  # noqa: PLR2004 - all of it


def _saved(image: "Image", kind: str, **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, optimize=True, **how)
    return out.getvalue()
