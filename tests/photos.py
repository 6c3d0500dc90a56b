"""Pictures made for the tests: nothing in them but what a test asks for."""

import io
import struct
from functools import cache

from PIL import Image, ImageDraw


@cache
def photograph(width=800, height=600):
    """A picture with so many shades that only JPEG makes it light: noise over a slope."""
    noise = Image.effect_noise((width, height), 60)
    slope = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (slope, noise, Image.blend(slope, noise, 0.5)))


def drawing(width=800, height=600):
    """A chart: a few colours and straight edges."""
    picture = Image.new("RGB", (width, height), "#ffffff")
    for n, colour in enumerate(("#0b5c6b", "#c0392b", "#566268")):
        left = width * (2 * n + 1) // 8
        picture.paste(colour, (left, height * (n + 1) // 5, left + width // 8, height))
    return picture


def emblem(width=400, height=200):
    """A logo: a coloured box on nothing."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    picture.paste((11, 92, 107, 255), (width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    return picture


def cornered(width=80, height=40):
    """White, with a red top left corner, so that it can be seen which way up it is."""
    picture = Image.new("RGB", (width, height), "#ffffff")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill="#ff0000")
    return picture


def stored(picture, kind="PNG", **how):
    """The bytes of a picture in a format."""
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def opened(content):
    """The picture that bytes hold, unpacked whole."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def swapped_profile():
    """A colour profile (ICC 2.4) whose red is sRGB's green and whose green is sRGB's red."""
    red, green, blue = (0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    gamma = b"curv" + bytes(4) + struct.pack(">IH", 1, int(2.2 * 256)) + bytes(2)
    name = b"Swapped\0"
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0\0\0\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(*green),
        b"gXYZ": _xyz(*red),
        b"bXYZ": _xyz(*blue),
        b"rTRC": gamma,
        b"gTRC": gamma,
        b"bTRC": gamma,
    }
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += tag + struct.pack(">II", start + len(data), len(padded))
        data += padded
    size = start + len(data)
    head = struct.pack(">I", size) + bytes(4) + struct.pack(">I", 0x02400000) + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _xyz(0.9642, 1.0, 0.8249)[8:]
    return head + bytes(128 - len(head)) + table + data


def _xyz(*values):
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))
