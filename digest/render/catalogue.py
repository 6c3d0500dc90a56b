"""The themes there are, with what each says of itself and of its blocks; nothing is compiled for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from digest.render.files import ThemeFiles, files_in, gather, shown, theme_names
from digest.render.themetoml import block_file, read_theme


class BlockEntry(Struct, frozen=True, kw_only=True):
    """A block of a theme, and the file that it comes from."""

    name: str
    description: str
    file: str


class ThemeEntry(Struct, frozen=True, kw_only=True):
    """A theme; `shadowing` are the files that stand in place of others of the same theme."""

    name: str
    description: str
    base: str
    blocks: tuple[BlockEntry, ...]
    shadowing: tuple[str, ...]


def catalogue(folders: Sequence[Path]) -> tuple[ThemeEntry, ...]:
    """Every theme in `folders`, by name; raises ThemeError for one that cannot be read."""
    return tuple(_entry(gather(name, folders), folders) for name in theme_names(folders))


def _entry(files: ThemeFiles, folders: Sequence[Path]) -> ThemeEntry:
    toml = read_theme(files)
    return ThemeEntry(
        name=files.name,
        description=toml.description,
        base=toml.base,
        blocks=tuple(
            BlockEntry(name=name, description=toml.blocks.get(name, ""), file=files.shown(block_file(name)))
            for name in dict.fromkeys((*toml.blocks, *_block_names(files)))
        ),
        shadowing=tuple(dict.fromkeys(map(shown, _shadowing(files, folders)))),
    )


def _block_names(files: ThemeFiles) -> Iterator[str]:
    return (Path(file).stem for file in files.texts if file == block_file(Path(file).stem))


def _shadowing(files: ThemeFiles, folders: Sequence[Path]) -> Iterator[Path]:
    """The files, of a theme and those it is based on, that an earlier folder has as well as a later one."""
    first: dict[str, Path] = {}
    for folder in folders:
        for file, path in files_in(folder / files.name).items():
            if first.setdefault(file, path) != path and files.paths[file] == first[file]:
                yield first[file]
    if files.base:
        yield from (path for path in _shadowing(files.base, folders) if path in files.paths.values())
