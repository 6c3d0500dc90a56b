"""Files are written whole or not at all: beside their place first, then renamed."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from digest.errors import UsageError


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Writes all the files, or none of them when one cannot be written; folders are made as needed.

    Where a symbolic link stands, the file it leads to is written. Raises UsageError, naming the file and why.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():  # told before anything is renamed: a rename would fail only at this one
                raise IsADirectoryError(errno.EISDIR, "a folder is in its place")
            place = path.resolve()
            ready.append((_write_beside(place, content), place))
        while ready:
            waiting, path = ready.pop(0)
            waiting.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from None
    finally:
        for waiting, _ in ready:
            waiting.unlink(missing_ok=True)


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that must not be there yet; raises UsageError when it is."""
    if path.exists():
        raise UsageError(f"{path}: is there already, and is never overwritten")
    write_whole({path: content})


def _write_beside(path: Path, content: bytes) -> Path:
    """The content in a file of its own beside `path`; no other process writes under the same name."""
    waiting = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        waiting.write_bytes(content)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    return waiting
