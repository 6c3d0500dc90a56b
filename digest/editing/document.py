"""An issue's `issue.toml`, changed one edit at a time: checked first, written whole or not at all.

Rule 1. An edit is made against a version of the file. If the file says something else by now, the edit is
        made on what it says now where that is the same in all that the edit rests on; else it is refused,
        and both texts are shown. What somebody else wrote is never overwritten.
Rule 2. The new text is opened as a build opens it before it is written. A mistake that was not there before
        refuses the edit; those that were do not stand in the way of mending them one by one.
"""

import difflib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from digest.editing.edit import Edit, Shown
from digest.editing.letters import bytes_of, text_of, version_of
from digest.editing.sheet import Sheet, read
from digest.errors import ConflictError, DigestError, EditRefusedError, MistakesError
from digest.files import write_whole
from digest.model import Issue
from digest.newsroom import ISSUE_FILE

Opened = Callable[[str], Issue]
"""The issue that a text of `issue.toml` makes, as a build opens it; raises InputError."""

Asked = tuple[Issue | None, frozenset[str]]

_CONTEXT = 2  # lines around each change of a diff


class Change(Struct, frozen=True, kw_only=True):
    """What an edit did: the bytes before and after, the new version's name, a unified diff, words for it.

    `merged`: the file had been changed meanwhile. `issue` is what the new text makes; None while it has
    mistakes that were there before.
    """

    label: str
    before: bytes
    after: bytes
    version: str
    diff: str
    merged: bool = False
    issue: Issue | None = None


class IssueDocument:
    """The `issue.toml` of an issue's folder; several threads may use one."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder = folder
        self.path = folder / ISSUE_FILE
        self.lock = threading.RLock()
        self._opened = opened
        self._known: dict[str, bytes] = {}
        self._asked: dict[str, Asked] = {}

    def version(self) -> str:
        """The name of what the file says now; edits made against it are recognised later."""
        return version_of(self.read())

    def read(self) -> bytes:
        """The file as it stands now."""
        try:
            raw = self.path.read_bytes()
        except OSError as error:
            raise EditRefusedError(f"{self.path}: cannot be read ({error.strerror})") from None
        self._known[version_of(raw)] = raw
        return raw

    def apply(self, edit: Edit, version: str = "") -> Change:
        """Makes an edit against a version ("": whatever stands there) and writes it.

        Raises ConflictError (Rule 1) or EditRefusedError, and then has written nothing.
        """
        with self.lock:
            raw = self.read()
            merged = version not in ("", version_of(raw))
            if merged:
                self._refuse_conflict(edit, version, raw)
            after = self._edited(edit, raw)
            label = edit.told(self._headline(edit, text_of(raw), text_of(after)))
            return self.write(raw, after, label, merged=merged)

    def write(self, before: bytes, after: bytes, label: str, *, merged: bool = False) -> Change:
        """Checks a new text and writes it in place of what stands there, `before`."""
        with self.lock:
            issue = self._checked(text_of(before), text_of(after))
            self._asked.clear()
            if self.read() != before:
                raise ConflictError(*self._told(after, self.read()))
            if after != before:
                write_whole({self.path: after})
            self._known[version_of(after)] = after
            return Change(
                label=label,
                before=before,
                after=after,
                version=version_of(after),
                diff=diff(before, after),
                merged=merged,
                issue=issue,
            )

    def _edited(self, edit: Edit, raw: bytes) -> bytes:
        text = text_of(raw)
        sheet = Sheet(text)
        edit.on(sheet, Shown(self.folder, lambda: self._shown(text)))
        return bytes_of(sheet.finished(), raw)

    def _refuse_conflict(self, edit: Edit, version: str, raw: bytes) -> None:
        base = self._known.get(version)
        if base is not None and edit.seen(read(text_of(base))) == edit.seen(read(text_of(raw))):
            return
        mine = b""
        with suppress(EditRefusedError):
            mine = self._edited(edit, base) if base is not None else b""
        raise ConflictError(*self._told(mine, raw))

    def _told(self, mine: bytes, theirs: bytes) -> tuple[str, str, str, str]:
        message = "issue.toml was changed meanwhile, in the same place; nothing was written, look at both"
        return message, text_of(mine), text_of(theirs), version_of(theirs)

    def _shown(self, text: str) -> Issue:
        issue, mistakes = self._open(text)
        if issue is None:
            raise EditRefusedError(f"mend first what is wrong in issue.toml: {'; '.join(sorted(mistakes))}")
        return issue

    def _checked(self, before: str, after: str) -> Issue | None:
        """Rule 2."""
        had = self._open(before)[1]
        issue, mistakes = self._open(after)
        if new := mistakes - had:
            raise EditRefusedError("; ".join(sorted(new)))
        return issue

    def _open(self, text: str) -> Asked:
        """The issue that a text makes, or what is wrong with it; asked once an edit, as sources change."""
        if text not in self._asked:
            self._asked[text] = self._ask(text)
        return self._asked[text]

    def _ask(self, text: str) -> Asked:
        try:
            return self._opened(text), frozenset()
        except MistakesError as error:
            return None, frozenset(mistake.message for mistake in error.mistakes)
        except DigestError as error:
            return None, frozenset([str(error)])

    def _headline(self, edit: Edit, *texts: str) -> str:
        """The headline of an edit's story as the first of the texts shows it; its slug where none does."""
        slug = str(getattr(edit, "story", ""))
        issues = filter(None, (self._open(text)[0] for text in texts))
        stories = (each for issue in issues for each in issue.stories)
        return next((each.headline.value for each in stories if each.slug == slug), "") or slug


def diff(before: bytes, after: bytes) -> str:
    """What differs between two texts, as a unified diff."""
    old, new = (text_of(raw).splitlines(keepends=True) for raw in (before, after))
    return "".join(difflib.unified_diff(old, new, "before", "after", n=_CONTEXT))
