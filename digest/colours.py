"""How well two colours of a publication part, by WCAG 2.2, and the nearest shade that does.

Colours are #rrggbb. Ratios run from 1 (the same) to 21 (black on white); SC 1.4.3 asks for 4.5, and for 3
where letters are large.
"""

from collections.abc import Iterator

from msgspec import Struct

from digest.model import Look

TEXT = 4.5
LARGE_TEXT = 3.0
LINEAR_BELOW = 0.04045  # of sRGB, as WCAG 2.2 has it
_STEPS = 255
_INKS = {  # what is written on what; "ink" stands on the tint of promos and contents too
    "ink": ("paper", "tint"),
    "muted": ("paper", "tint", "canvas"),
    "accent": ("paper", "tint"),
    "accent_ink": ("accent",),
}


class Pair(Struct, frozen=True, kw_only=True):
    """Two colours of a brand that are too close; `shade` is the nearest to `ink` that passes on `paper`.

    `ink` and `paper` are keys of digest.toml ("dark_muted"), `ratio` what they have now.
    """

    ink: str
    paper: str
    ratio: float
    shade: str


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, whichever is the lighter."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_passing(ink: str, paper: str, wanted: float = TEXT) -> str:
    """The shade of `ink`, mixed with as little black or white as will do, that has the ratio on `paper`.

    `wanted` is 4.5 at most: on any paper black or white has that.
    """
    shades = (_mixed(ink, end, step) for step in range(_STEPS + 1) for end in ("#000000", "#ffffff"))
    return next(shade for shade in shades if ratio(shade, paper) >= wanted)


def close_pairs(look: Look) -> Iterator[Pair]:
    """The pairs of a brand that letters are set in and that have less than 4.5, light ones first."""
    for scheme in ("", "dark_"):
        for ink, papers in _INKS.items():
            for paper in papers:
                if (
                    has := ratio(front := getattr(look, scheme + ink), back := getattr(look, scheme + paper))
                ) < TEXT:
                    shade = nearest_passing(front, back)
                    yield Pair(ink=scheme + ink, paper=scheme + paper, ratio=has, shade=shade)


def told_ratio(value: float) -> str:
    """A ratio to a tenth, cut off, so that 4.49 is not told as 4.5."""
    return f"{int(value * 10) / 10}"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, end: str, step: int) -> str:
    pairs = zip(_parts(colour), _parts(end), strict=True)
    return "#" + "".join(f"{round(part + (goal - part) * step / _STEPS):02x}" for part, goal in pairs)
