"""A theme's files: of each, the one in the first folder that has it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from digest.errors import InputError, ThemeError

_KINDS = {".mjml", ".txt", ".css", ".toml"}
_NEEDED = ("issue.mjml", "issue.txt", "theme.toml")


class Place(Struct, frozen=True):
    """A line of a theme's file, counted from 1."""

    file: str
    line: int


class ThemeFiles(Struct, frozen=True, kw_only=True):
    """What a theme says: the text of each file by its name in the theme ("blocks/story.mjml")."""

    name: str
    paths: Mapping[str, Path]
    texts: Mapping[str, str]

    def error(self, place: Place, message: str) -> ThemeError:
        """The error to raise about a place, so that an editor can jump to it."""
        return ThemeError(f"{_shown(self.paths[place.file])}:{place.line}: {message}")


def gather(name: str, folders: Sequence[Path]) -> ThemeFiles:
    """The files of the theme `name`, those of an earlier folder shadowing those of a later one.

    Raises:
        InputError: no folder has such a theme.
        ThemeError: a file that every theme needs is missing, or one cannot be read.
    """
    paths: dict[str, Path] = {}
    for folder in reversed(folders) if _is_plain(name) else ():
        paths |= _files_in(folder / name)
    if not paths:
        raise InputError(_no_such(name, folders))
    for needed in _NEEDED:
        if needed not in paths:
            raise ThemeError(f'the theme "{name}" has no {needed}')
    return ThemeFiles(name=name, paths=paths, texts={file: _read(paths[file]) for file in sorted(paths)})


def _files_in(folder: Path) -> dict[str, Path]:
    found = (path for path in folder.rglob("*") if path.suffix in _KINDS and path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def _is_plain(name: str) -> bool:
    return bool(name) and Path(name).name == name and name not in {".", ".."}


def _no_such(name: str, folders: Sequence[Path]) -> str:
    there = {path.parent.name for folder in folders for path in folder.glob("*/theme.toml")}
    listed = ", ".join(sorted(there)) or "none"
    return f'there is no theme "{name}"; there are: {listed}'


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(f"{_shown(path)}: cannot be read: {error}") from error


def _shown(path: Path) -> str:
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)
