"""Where a finding is mended: the file and line of the key that it names."""

import re
from pathlib import Path

from msgspec.structs import replace

from digest.issuefile import IssueFile
from digest.model import Finding
from digest.newsroom import FILE, ISSUE_FILE
from digest.tomlfile import line_of

_IN_NEWSROOM = f"{FILE}: "
_STEP = re.compile(r"\[(\d+)\]|[^.\[\]]+")

Place = tuple[str, int]
"""A file as an editor would name it from here, and a line counted from 1; 0 where it is not known."""


class Whereabouts:
    """Finds the keys of one issue in its files."""

    def __init__(self, issue: Path, newsroom: Path | None) -> None:
        self._issue = issue / ISSUE_FILE
        self._newsroom = newsroom / FILE if newsroom else None
        self._texts: dict[Path, str] = {}

    def key(self, where: str) -> Place:
        """The place of a key ("stories[2].url", "digest.toml: brand.ink") or its nearest table, if any."""
        file, dotted = self._issue, where
        if where.startswith(_IN_NEWSROOM):
            file, dotted = self._newsroom or Path(FILE), where.removeprefix(_IN_NEWSROOM)
        path = tuple(int(step[1]) - 1 if step[1] else step[0] for step in _STEP.finditer(dotted))
        if not path or (file == self._issue and path[0] not in IssueFile.__struct_fields__):
            return "", 0
        return from_here(file), line_of(self._text(file), path)

    def located(self, finding: Finding) -> Finding:
        """The finding with the file and line of its key, unless it has a place in a source or a theme."""
        if finding.file:
            return replace(finding, file=from_here(Path(finding.file)))
        file, line = self.key(finding.where)
        return replace(finding, file=file, line=line)

    def _text(self, file: Path) -> str:
        if file not in self._texts:
            self._texts[file] = file.read_text("utf-8-sig") if file.is_file() else ""
        return self._texts[file]


def from_here(path: Path) -> str:
    """A path from the folder we stand in, where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
