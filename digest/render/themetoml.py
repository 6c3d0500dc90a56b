"""What `theme.toml` may say, with what a theme takes over from the one it is based on."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from digest.errors import MistakesError, ThemeError
from digest.render.files import TOML, Place, ThemeFiles, shown
from digest.shapes import Slug
from digest.tomlfile import line_of, read_toml


class ThemeToml(Struct, frozen=True, kw_only=True):
    """Everything `theme.toml` may say; `blocks` tells of each file in `blocks/` what it is for."""

    description: str = ""
    base: Slug = ""
    words: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)


def read(path: Path) -> ThemeToml:
    """A `theme.toml`; raises ThemeError with all its mistakes."""
    try:
        return read_toml(Path(shown(path)), ThemeToml)
    except MistakesError as error:
        raise ThemeError(str(error)) from None


def read_theme(files: ThemeFiles) -> ThemeToml:
    """A theme's own `theme.toml`, its words and blocks laid over those of its base.

    Raises:
        ThemeError: it has mistakes, or tells of a block that is not there.
    """
    own = read(files.paths[TOML])
    base = read_theme(files.base) if files.base else ThemeToml()
    for name in own.blocks:
        if block_file(name) not in files.paths:
            line = line_of(files.texts[TOML], ("blocks", name))
            raise files.error(Place(TOML, line), f"[blocks] tells of {name}; there is no {block_file(name)}")
    return ThemeToml(
        description=own.description,
        base=own.base,
        words={**base.words, **own.words},
        blocks={**base.blocks, **own.blocks},
    )


def block_file(name: str) -> str:
    """The file of a block, by its name in the theme."""
    return f"blocks/{name}.mjml"
