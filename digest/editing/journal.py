"""Undo and redo of the edits made at this desk, one line of them for all who have it open.

Rule. Undoing puts back the very bytes that stood there. Where the file was changed outside of the desk since,
only the lines of the edit are put back; it is refused where those changed too.
"""

from digest.editing.document import Change, IssueDocument
from digest.editing.edit import Edit
from digest.editing.letters import bytes_of, text_of, version_of
from digest.editing.merging import merged
from digest.errors import ConflictError, EditRefusedError


class Journal:
    """The edits of one document, made through it."""

    def __init__(self, document: IssueDocument) -> None:
        self.document = document
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def undoable(self) -> tuple[str, ...]:
        """What can be undone, the latest first, in an editor's words."""
        return tuple(change.label for change in reversed(self._done))

    @property
    def redoable(self) -> tuple[str, ...]:
        """What can be done again, the next first."""
        return tuple(change.label for change in reversed(self._undone))

    def do(self, edit: Edit, version: str = "") -> Change:
        """Makes an edit, as `IssueDocument.apply` does; one that changes nothing is not remembered."""
        with self.document.lock:
            change = self.document.apply(edit, version)
            if change.before != change.after:
                self._done.append(change)
                self._undone.clear()
            return change

    def undo(self) -> Change:
        """Takes the latest edit back; raises ConflictError where its lines were changed since."""
        return self._turn(self._done, self._undone, "to undo")

    def redo(self) -> Change:
        """Makes the edit again that was undone last."""
        return self._turn(self._undone, self._done, "to do again")

    def _turn(self, source: list[Change], target: list[Change], what: str) -> Change:
        with self.document.lock:
            if not source:
                raise EditRefusedError(f"there is nothing {what}")
            entry, now = source[-1], self.document.read()
            after = self._back(entry, now)
            change = self.document.write(now, after, entry.label, merged=now != entry.after)
            target.append(change)
            source.pop()
            return change

    def _back(self, entry: Change, now: bytes) -> bytes:
        """The file without the change."""
        if now == entry.after:
            return entry.before
        text = merged(text_of(entry.after), text_of(entry.before), text_of(now))
        if text is None:
            message = "issue.toml was changed in the same lines since; change them by hand"
            raise ConflictError(message, text_of(entry.before), text_of(now), version_of(now))
        return bytes_of(text, now)
