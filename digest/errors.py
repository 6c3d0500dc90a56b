"""Everything that can go wrong, as one tree. Knows nothing of the screen; `cli.py` gives the exit codes.

DigestError
├── InputError            an editor must mend a file                      exit 1
│   ├── SourceError       a page cannot be read or holds no article
│   │   └── UnreachableError  a web address that does not answer, or must not be asked   exit 4
│   ├── MistakesError     a TOML file, with every mistake in it at once
│   └── ThemeError        a theme is broken, with file and line
└── UsageError            the command was given what it cannot work with  exit 2
"""

from msgspec import Struct


class DigestError(Exception):
    """Base of all our errors; its text is one clear message: what, where, and what to do next."""


class InputError(DigestError):
    """Something an editor must mend."""


class SourceError(InputError):
    """A source that cannot be read, or in which there is no article."""


class UnreachableError(SourceError):
    """A web address that cannot be reached, or must not be: the network, an error page, a private host."""


class Mistake(Struct, frozen=True, kw_only=True):
    """One thing wrong in a file: `key` is its dotted path, `line` counts from 1 (0: not known)."""

    message: str
    key: str = ""
    line: int = 0


class MistakesError(InputError):
    """A file with mistakes, all of them, one a line as `file:line: key: message`."""

    def __init__(self, file: str, mistakes: list[Mistake]) -> None:
        self.file = file
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line))
        super().__init__("\n".join(self._told(mistake) for mistake in self.mistakes))

    def _told(self, mistake: Mistake) -> str:
        place = f"{self.file}:{mistake.line}" if mistake.line else self.file
        return ": ".join(part for part in (place, mistake.key, mistake.message) if part)


class ThemeError(InputError):
    """A theme that cannot be compiled or rendered; the text starts with `file:line:` where known."""


class UsageError(DigestError):
    """The command was asked for something that cannot be done as asked."""
