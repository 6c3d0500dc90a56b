"""Everything that can go wrong, as one tree. Knows nothing of the screen; `cli.py` gives the exit codes.

DigestError
├── InputError            an editor must mend a file                      exit 1
│   ├── SourceError       a page cannot be read or holds no article
│   │   └── UnreachableError  a web address that does not answer, or must not be asked   exit 4
│   ├── MistakesError     a TOML file, with every mistake in it at once
│   ├── EditRefusedError  a change asked for at the desk that is not made; the file stands as it stood
│   │   └── ConflictError     somebody else has changed the same place meanwhile
│   └── ThemeError        a theme is broken, with file and line
├── HandoffError          a provider or mail server refused, or cannot be reached      exit 5
│   ├── RefusedError      it answered, and said no
│   ├── UnreachedError    it did not answer, and may be asked again
│   ├── UncertainError    it did not answer, and what was asked may have been carried out
│   └── ChangedError      the draft there was changed, scheduled or sent since it was handed over
└── UsageError            the command was given what it cannot work with  exit 2
"""

from enum import StrEnum

from msgspec import Struct


class DigestError(Exception):
    """Base of all our errors; its text is one clear message: what, where, and what to do next."""


class InputError(DigestError):
    """Something an editor must mend."""


class SourceError(InputError):
    """A source that cannot be read, or in which there is no article."""


class Fault(StrEnum):
    """Why a web address was not reached."""

    ADDRESS = "address"  # it is none, or holds a login
    HOST = "host"  # nobody knows the host's name
    PRIVATE = "private"  # the host is not on the open web
    ROBOTS = "robots"  # its robots.txt keeps programs out
    CONNECTION = "connection"  # no connection, or one that broke off
    TLS = "tls"
    TIME = "time"
    LOOP = "loop"  # redirects without end
    ANSWER = "answer"  # an error page


class UnreachableError(SourceError):
    """A web address that cannot be reached, or must not be: the network, an error page, a private host.

    Its text is what is wrong and, after a semicolon, the advice for who wanted to read the page.
    """

    def __init__(self, what: str, advice: str = "", fault: Fault = Fault.ANSWER) -> None:
        self.what = what
        self.fault = fault
        super().__init__(f"{what}; {advice}" if advice else what)


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


class EditRefusedError(InputError):
    """A change of `issue.toml` that is not made, and why.

    For a quotation that stands nowhere `nearest` is the passage most like it, from character `start` to `end`
    of the story's source.
    """

    def __init__(self, message: str, nearest: str = "", start: int = 0, end: int = 0) -> None:
        self.nearest, self.start, self.end = nearest, start, end
        super().__init__(message)


class ConflictError(EditRefusedError):
    """A change of what somebody else has changed meanwhile.

    `mine` is the text of `issue.toml` that was wanted, `theirs` the one that stands there and `version` its
    name; `mine` is empty where nobody knows any more what the change was made against.
    """

    def __init__(self, message: str, mine: str, theirs: str, version: str) -> None:
        self.mine, self.theirs, self.version = mine, theirs, version
        super().__init__(message)


class ThemeError(InputError):
    """A theme that cannot be compiled or rendered; the text starts with `file:line:` where known."""


class HandoffError(DigestError):
    """Something between us and a provider or a mail server; no secret ever stands in its text."""


class RefusedError(HandoffError):
    """A provider or server said no; `status` is the number it said it with (HTTP or SMTP)."""

    def __init__(self, message: str, status: int = 0) -> None:
        self.status = status
        super().__init__(message)


class UnreachedError(HandoffError):
    """A provider or server that did not answer; what was asked was not carried out, or may be repeated."""


class UncertainError(HandoffError):
    """A request whose answer was lost: it may have been carried out, and is never blindly repeated."""


class ChangedError(HandoffError):
    """A draft that somebody changed, scheduled, sent or deleted at the provider since it was handed over."""


class UsageError(DigestError):
    """The command was asked for something that cannot be done as asked."""
