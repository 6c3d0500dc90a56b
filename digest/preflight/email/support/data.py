"""The table of what mail programs can: facts of caniemail.com, packed by `tests/support_table.py`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct, json

KNOWN_LIMITS = "an"  # supported in part, not supported; "y" is supported and "u" not known


class Support(Struct, frozen=True):
    """What a client does with a feature: a letter (y, a for in part, n, u) and caniemail's note numbers."""

    letter: str
    notes: tuple[int, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether the client is known to show the feature in part only, or not at all."""
        return self.letter in KNOWN_LIMITS


class Table(Struct, frozen=True):
    """`features` has a code for each of `clients`, with blanks between: `a2.3` is in part, notes 2 and 3."""

    source: str
    date: str
    licence: str
    copyright: tuple[str, ...]
    clients: tuple[str, ...]
    features: Mapping[str, str]

    def support(self, feature: str, client: str) -> Support:
        """What a client (caniemail's key, "gmail.ios") does with a feature that is in the table."""
        code = self.features[feature].split(" ")[self.clients.index(client)]
        return Support(code[0], tuple(int(note) for note in code[1:].split(".") if note))


@cache
def table() -> Table:
    """The table that ships with this package."""
    return json.decode((files(__package__) / "caniemail.json").read_bytes(), type=Table)
