"""A theme's files: of each, the one in the first folder that has it, else the one of its base theme."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from digest.errors import InputError, ThemeError

TOML = "theme.toml"
_KINDS = {".mjml", ".txt", ".css", ".toml"}
_NEEDED = ("issue.mjml", "issue.txt", TOML)
_HAS_BASE = re.compile(r"^\s*base\s*=", re.MULTILINE)  # most have none, and reading TOML takes time


class Place(Struct, frozen=True):
    """A line of a theme's file, counted from 1."""

    file: str
    line: int


class ThemeFiles(Struct, frozen=True, kw_only=True):
    """What a theme says: the text of each file by its name in the theme ("blocks/story.mjml").

    The files of `base`, the theme it is based on, are among them where it has none of its own.
    """

    name: str
    paths: Mapping[str, Path]
    texts: Mapping[str, str]
    base: "ThemeFiles | None" = None

    def error(self, place: Place, message: str) -> ThemeError:
        """The error to raise about a place, so that an editor can jump to it."""
        return ThemeError(f"{self.shown(place.file)}:{place.line}: {message}")

    def shown(self, file: str) -> str:
        """Where a file of the theme lies."""
        return shown(self.paths[file])

    def told(self) -> list[str]:
        """Everything that is read of the theme, files and texts in turn."""
        ours = [part for item in self.texts.items() for part in item]
        return [*ours, *(self.base.told() if self.base else ())]


def gather(name: str, folders: Sequence[Path]) -> ThemeFiles:
    """The files of the theme `name`, those of an earlier folder shadowing those of a later one.

    Raises:
        InputError: no folder has such a theme.
        ThemeError: a file that every theme needs is missing, or one cannot be read; the theme it is based on
            is not there, or is based on it in turn.
    """
    return _gather(name, folders, ())


def files_in(folder: Path) -> dict[str, Path]:
    """The files of a theme in a folder of its own, by their names in the theme."""
    found = (path for path in folder.rglob("*") if path.suffix in _KINDS and path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def theme_names(folders: Sequence[Path]) -> list[str]:
    """The themes there are."""
    return sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{TOML}")})


def shown(path: Path) -> str:
    """A path as people read it: from where they stand, if it lies there."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)


def _gather(name: str, folders: Sequence[Path], based: Sequence[str]) -> ThemeFiles:
    own: dict[str, Path] = {}
    for folder in reversed(folders) if _is_plain(name) else ():
        own |= files_in(folder / name)
    if not own:
        raise InputError(_no_such(name, folders))
    base = _base(own, folders, (*based, name))
    paths = {**(base.paths if base else {}), **own}
    for needed in _NEEDED:
        if needed not in paths:
            raise ThemeError(f'the theme "{name}" has no {needed}')
    texts = {file: _read(paths[file]) for file in sorted(paths)}
    return ThemeFiles(name=name, paths=paths, texts=texts, base=base)


def _base(own: Mapping[str, Path], folders: Sequence[Path], based: Sequence[str]) -> ThemeFiles | None:
    """The theme that a theme is based on; `based` are the themes on the way to it, and it."""
    if TOML not in own or not _HAS_BASE.search(_read(own[TOML])):
        return None
    from digest.render.themetoml import read

    base = read(own[TOML]).base
    if base in based:
        raise ThemeError(f'{shown(own[TOML])}: base: "{base}" is based on this theme itself')
    if base and base not in theme_names(folders):
        raise ThemeError(f"{shown(own[TOML])}: base: {_no_such(base, folders)}")
    return _gather(base, folders, based) if base else None


def _is_plain(name: str) -> bool:
    return bool(name) and Path(name).name == name and name not in {".", ".."}


def _no_such(name: str, folders: Sequence[Path]) -> str:
    listed = ", ".join(theme_names(folders)) or "none"
    return f'there is no theme "{name}"; there are: {listed}'


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(f"{shown(path)}: cannot be read: {error}") from error
