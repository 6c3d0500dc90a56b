"""What an editor should know of an issue."""

from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """How much a finding weighs: errors stop, warnings stop when strict, notes only tell."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True, kw_only=True):
    """Something an editor should know: a stable code, what, where (file and line, or key), how to mend it.

    `line` counts in `file`, the source or template that is to blame; `story` is a slug, and `place` the id of
    the element in the email ("masthead", "story-fees"). One that the editor ignores counts for nothing.
    """

    code: str
    level: Level
    message: str
    where: str = ""
    mend: str = ""
    story: str = ""
    file: str = ""
    line: int = 0
    place: str = ""
    ignored: bool = False

    @property
    def stops(self) -> bool:
        """Whether it keeps an issue here: an error that the editor does not ignore."""
        return self.level is Level.ERROR and not self.ignored
