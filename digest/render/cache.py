"""Keeps compiled themes, so that a build from a warm cache imports no MJML or CSS tool and parses nothing.

A kept theme is named by everything its compilation depends on and starts with its own checksum, so a file
that is old, cut short or tampered with by accident is never used; a folder that cannot be written costs time
only. Files are written beside and renamed, so two processes may compile at once.
"""

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

_TOOLS = ("mjml_python", "premailer", "cssutils", "lxml", "jinja2")
_KEPT = 40
_CHECKSUM = 32


def user_cache() -> Path | None:
    """The folder for kept themes under the user's cache folder; None where the user has no home."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "newsroom-digest"
    with suppress(RuntimeError):
        return Path.home() / ".cache" / "newsroom-digest"
    return None


def key(parts: list[str]) -> str:
    """The name of what is made of `parts` by this Python with these versions of our tools."""
    told = [*parts, *_versions(), sys.version]
    return sha256("".join(f"{len(part)}:{part}" for part in told).encode("utf-8", "replace")).hexdigest()


def fetch(folder: Path, name: str) -> Any:
    """What was kept under `name`, or None when there is nothing or it is not whole."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = (folder / name).read_bytes()
        if sha256(kept[_CHECKSUM:]).digest() == kept[:_CHECKSUM]:
            return marshal.loads(kept[_CHECKSUM:])  # noqa: S302 - whole, as we wrote it ourselves
    return None


def keep(folder: Path, name: str, value: Any) -> None:
    """Keeps a value that marshal knows, if it can, and forgets the longest unused of many."""
    import tempfile

    content = marshal.dumps(value)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(content).digest() + content)
            Path(beside).replace(folder / name)
        finally:
            Path(beside).unlink(missing_ok=True)
        _forget_old(folder)


def _forget_old(folder: Path) -> None:
    by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[_KEPT:]:
        path.unlink(missing_ok=True)


def _versions() -> list[str]:
    """Our tools with their versions, read off the names of their folders: importlib.metadata costs 29 ms."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in os.listdir(folder or "."):  # noqa: PTH208 - pathlib takes five times as long
                if entry.endswith(".dist-info"):
                    name = entry.partition("-")[0].lower()
                    if name in _TOOLS:
                        found.setdefault(name, entry)
    return [found.get(tool) or _slow_version(tool) for tool in _TOOLS]


def _slow_version(tool: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{tool}-{version(tool)}"
    except PackageNotFoundError:
        return tool
