"""Pictures of a letter that are kept with the tests, and how alike two of them are."""

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from browsing import at_width, opened

FOLDER = Path(__file__).parent.parent / "snapshots"
COLOURS = 32
SOFTNESS = 2  # pixels over which a letter's edges are spread before two pictures are compared
SEEN = 24  # of 255: more than the edges of letters make that stand half a pixel further
FONTS = """
* { font-family: 'Liberation Sans', sans-serif !important; }
h1, h1 *, h2, h2 *, h3, h3 *, blockquote * { font-family: 'Liberation Serif', serif !important; }
"""


def drawn_small(browser, letter, scheme, width):
    """The whole letter at half its size."""
    with opened(browser, letter, scheme) as page:
        at_width(page, width).add_style_tag(content=FONTS)
        picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return picture.reduce(2)


def save(picture, path):
    """As a PNG of few colours: a tenth of the weight."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def read(path):
    assert path.is_file(), f"there is no {path.name}: pytest --renew-snapshots"
    return Image.open(path).convert("RGB")


def difference(one, other):
    """Black where both look the same; the lower edge of the higher one is left out."""
    size = (min(one.width, other.width), min(one.height, other.height))
    soft = [each.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(SOFTNESS)) for each in (one, other)]
    return ImageChops.difference(*soft)


def unlike(one, other):
    """The share of pixels that an eye would see to differ."""
    channels = difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    counts = worst.histogram()
    return sum(counts[SEEN:]) / sum(counts)
