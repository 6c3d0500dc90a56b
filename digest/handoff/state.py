"""What was done with an issue outside: `handoff.json` in its folder, written whole and under a lock.

It holds ids and fingerprints, never a key, and may travel with the folder to another machine. What a provider
held of an email, word for word, lies beside it in `handed-over/`, so that a change made there can be shown.

An entry without a fingerprint is a hand-off that was begun and not brought to its end; its facts are those
of the one before it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

from digest.errors import HandoffError
from digest.files import write_whole

FILE = "handoff.json"
COPIES = "handed-over"
_VERSION = 1
Moment = Annotated[datetime, Meta(tz=True)]
_LONG = {"html", "text"}  # facts kept as files of their own


class Handed(Struct, frozen=True, kw_only=True):
    """An issue at one provider: its ids there, and what was handed over last.

    `email` is the fingerprint of the email itself, whatever the provider; `facts` are what the provider held
    right after, the long ones as the SHA-256 of what lies in the copies.
    """

    account: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    url: str = ""
    fingerprint: str = ""
    email: str = ""
    at: Moment | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.ids and not self.ids.get("id"):
            raise ValueError("the ids of a draft are without its id")


class Proofed(Struct, frozen=True, kw_only=True):
    """A proof that went out: when, to whom, and of what."""

    at: Moment
    to: tuple[str, ...]
    fingerprint: str


class State(Struct, frozen=True, kw_only=True):
    """All that is remembered of an issue; `drafts` by the provider's name."""

    version: int = _VERSION
    drafts: Mapping[str, Handed] = field(default_factory=dict)
    proof: Proofed | None = None


class StateBook:
    """The state of one issue, open for writing: nobody else hands it over meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.state = read_state(folder)

    def handed(self, provider: str) -> Handed | None:
        """What is known of the issue at a provider."""
        return self.state.drafts.get(provider)

    def ids(self, provider: str) -> Mapping[str, str]:
        """What the provider knows the issue's draft by, as far as anybody knows."""
        handed = self.handed(provider)
        return handed.ids if handed else {}

    def keep(self, provider: str, handed: Handed, copies: Mapping[str, str] | None = None) -> None:
        """Writes down how the issue stands at a provider; `copies` are its long facts."""
        drafts = {**self.state.drafts, provider: handed}
        files = {
            copy_of(self._folder, provider, name): text.encode() for name, text in (copies or {}).items()
        }
        self._write(replace(self.state, drafts=drafts), files)

    def restore(self, provider: str, handed: Handed | None) -> None:
        """Writes down again what was known before; nothing, where nothing was."""
        others = {name: each for name, each in self.state.drafts.items() if name != provider}
        self._write(replace(self.state, drafts=others | ({provider: handed} if handed else {})), {})

    def keep_proof(self, proof: Proofed) -> None:
        """Writes down that a proof went out."""
        self._write(replace(self.state, proof=proof), {})

    def _write(self, state: State, files: Mapping[Path, bytes]) -> None:
        content = msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n"
        write_whole({**files, self._folder / FILE: content})
        self.state = state


@contextmanager
def open_state(folder: Path) -> Iterator[StateBook]:
    """The state of an issue folder, for one at a time; raises HandoffError when somebody else has it open."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / f".{FILE}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise HandoffError(
            f"{folder.name} is being handed over or proofed by somebody else; wait for them, and look again"
        ) from None
    except OSError as error:
        raise HandoffError(f"{folder}: nothing can be written there ({error.strerror})") from None
    try:
        yield StateBook(folder)
    finally:
        lock.release()


def read_state(folder: Path) -> State:
    """What is remembered; an empty state where there is none. Raises HandoffError for a broken file."""
    path = folder / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HandoffError(
            f"{path}: cannot be read ({error}), and nothing was done; it remembers which draft is this "
            "issue's. Mend it, or move it away: the draft is then looked for by its name"
        ) from None
    except OSError as error:
        raise HandoffError(f"{path}: cannot be read ({error.strerror}), and nothing was done") from None
    if found.version != _VERSION:
        raise HandoffError(
            f"{path}: was written by a newer version of digest; update digest, nothing was done"
        )
    return found


def copy_of(folder: Path, provider: str, name: str) -> Path:
    """The file in which a long fact of a provider lies."""
    return folder / COPIES / f"{provider}.{'html' if name == 'html' else 'txt'}"


def shortened(facts: Mapping[str, str]) -> dict[str, str]:
    """Facts as the state file has them."""
    return {name: digest_of(value) if name in _LONG else value for name, value in facts.items()}


def long_ones(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts that are kept as files of their own."""
    return {name: value for name, value in facts.items() if name in _LONG}


def digest_of(text: str) -> str:
    """The SHA-256 of a text, as the state file has it."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"
