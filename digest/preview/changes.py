"""Changes of the issue, asked for by a page: one desk's journal, shared by all pages open on it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from digest.editing.document import Change, IssueDocument
from digest.editing.edits import edit_of
from digest.editing.journal import Journal
from digest.editing.stories import shelve
from digest.errors import ConflictError, DigestError, EditRefusedError
from digest.preview.tray import Tray
from digest.preview.workshop import Workshop
from digest.report import Json
from digest.sources.capture import Take


class Wanted(Struct, frozen=True, kw_only=True):
    """An edit and the version of `issue.toml` that its page saw.

    AddStory may name what lies in the tray in the place of a source; the lines assigned to it go with it.
    """

    change: Mapping[str, Any]
    version: str = ""


class Changes:
    """The edits of one issue folder. Methods may be called from any thread."""

    def __init__(self, workshop: Workshop, take: Take) -> None:
        self.tray = Tray(take)
        self._document = IssueDocument(workshop.folder, lambda text: workshop.open(text)[1])
        self._journal = Journal(self._document)

    def state(self) -> Json:
        """The version of the file, and what can be undone and done again ("" for nothing)."""
        return {
            "document": self._version(),
            "undo": next(iter(self._journal.undoable), ""),
            "redo": next(iter(self._journal.redoable), ""),
        }

    def make(self, wanted: Wanted) -> Json:
        """Makes a change; raises as `Journal.do` does, and SourceError and UsageError for what is added."""
        if wanted.change.get("edit") == "AddStory" and "tray" in wanted.change:
            return self._add(str(wanted.change["tray"]), wanted.version)
        return told(self._journal.do(edit_of(wanted.change), wanted.version))

    def undo(self) -> Json:
        """Takes the last change back."""
        return told(self._journal.undo())

    def redo(self) -> Json:
        """Makes the change again that was taken back last."""
        return told(self._journal.redo())

    def _add(self, name: str, version: str) -> Json:
        brought = self.tray.get(name)
        adding = shelve(self._document.folder, brought.reference, brought.captured)
        return {**told(self._journal.do(adding, version)), "story": adding.story}

    def _version(self) -> str:
        try:
            return self._document.version()
        except (DigestError, OSError):
            return ""  # there is no file just now, and the problems say so


def told(change: Change) -> Json:
    """A change that was made, as the page shows it."""
    return {
        "label": change.label,
        "diff": change.diff,
        "version": change.version,
        "merged": change.merged,
        "changed": change.before != change.after,
    }


def refusal(error: DigestError) -> tuple[Json, int]:
    """Why a change was not made, and the status to say it with."""
    refused: Json = {"message": str(error)}
    if isinstance(error, ConflictError):
        names = ("mine", "theirs", "version")
        return {**refused, **{name: getattr(error, name) for name in names}}, 409
    if isinstance(error, EditRefusedError) and error.nearest:
        refused |= {"nearest": error.nearest, "start": error.start, "end": error.end}
    return refused, 422
