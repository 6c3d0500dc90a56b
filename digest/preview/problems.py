"""Errors as values: what is wrong, and where, for a page that goes on showing the last good email."""

from msgspec import Struct

from digest.errors import DigestError, MistakesError
from digest.patterns import pattern

_PLACED = pattern(r"(?P<file>[^\n]+?):(?P<line>\d+): (?P<message>.*)")


class Problem(Struct, frozen=True, kw_only=True):
    """Something that keeps the files on disk from being shown; `line` 0 where it is not known."""

    message: str
    file: str = ""
    line: int = 0
    key: str = ""


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """Everything an error tells."""
    if isinstance(error, MistakesError):
        return tuple(
            Problem(message=mistake.message, file=error.file, line=mistake.line, key=mistake.key)
            for mistake in error.mistakes
        )
    if not isinstance(error, DigestError | OSError):
        return (Problem(message=f"a mistake in digest itself ({type(error).__name__}: {error})"),)
    told = str(error) or type(error).__name__
    if placed := _PLACED.fullmatch(told):
        return (Problem(message=placed["message"], file=placed["file"], line=int(placed["line"])),)
    return (Problem(message=told),)
