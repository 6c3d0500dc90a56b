"""The issue as it is on disk: opened, rendered and checked, with the last good version kept.

Theory of operation. Files break and mend while they are written, so nothing here raises for them:

Rule 1. What is shown is the last version that could be made; what keeps a newer one from being shown stands
        beside it as problems, and goes when the files are right again.
Rule 2. A change of words costs one rendering. A theme is compiled anew only when one of its files changed,
        beside the theme in use, which goes on rendering until the new one has proved that it can.
Rule 3. Deep checks take longer than an eye notices: they follow the email, and are of the version they say.

Methods may be called from any thread; one refreshes at a time.
"""

from pathlib import Path
from threading import Lock

from msgspec import Struct

from digest.build import Press, open_issue
from digest.checkup import find
from digest.editing.letters import text_of
from digest.editing.sheet import read
from digest.errors import DigestError
from digest.model import Finding, Issue
from digest.newsroom import ISSUE_FILE, Newsroom
from digest.preflight.galley import Galley
from digest.preview.problems import Problem, problems_of
from digest.preview.readings import Readings
from digest.preview.wishes import Wishes, wishes


class Edition(Struct, frozen=True, kw_only=True):
    """A version of the issue that could be made; `issue` names its pictures as the editor does."""

    number: int
    newsroom: Newsroom
    issue: Issue
    wishes: Wishes
    galley: Galley


class Checked(Struct, frozen=True, kw_only=True):
    """Findings, and the number of the edition that they are about."""

    number: int = 0
    findings: tuple[Finding, ...] = ()
    deep: bool = False


class Workshop:
    """One issue folder. `edition` is the last good one, None before there was any."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edition: Edition | None = None
        self.checked = Checked()
        self._press = Press()
        self._readings = Readings()
        self._mistakes: tuple[Problem, ...] = ()
        self._theme_mistakes: dict[str, tuple[Problem, ...]] = {}
        self._lock = Lock()

    @property
    def file(self) -> Path:
        """The issue's `issue.toml`."""
        return self.folder / ISSUE_FILE

    @property
    def is_checked(self) -> bool:
        """Whether every check has looked at the edition at hand."""
        number = self.edition.number if self.edition else 0
        return self.checked.deep and self.checked.number == number

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the files as they are from being shown."""
        theme = self.edition.issue.theme if self.edition else ""
        return (*self._mistakes, *self._theme_mistakes.get(theme, ()))

    def open(self, text: str | None = None) -> tuple[Newsroom, Issue]:
        """The issue as `open_issue` opens it; sources that are the same as before are not read again."""
        return open_issue(self.folder, text, self._readings.extract)

    def refresh(self) -> bool:
        """Makes a new edition of the files as they are; whether there is anything new to show or to tell."""
        with self._lock:
            before = self._mistakes
            try:
                fresh = self._made(self._press)
            except Exception as error:  # noqa: BLE001 - a mistake of ours is told too, and ends nothing
                self._mistakes = problems_of(error)
                return self._mistakes != before
            self._mistakes = ()
            return self._put_out(fresh) or before != ()

    def retheme(self) -> bool:
        """Compiles the theme's files as they are, and shows the issue in it; as `refresh`."""
        press, before, edition = Press(), self.problems, self.edition
        try:
            if edition:
                press.proof(edition.newsroom, edition.issue)
        except Exception as error:  # noqa: BLE001 - as above
            self._theme_mistakes = {edition.issue.theme: problems_of(error)} if edition else {}
            return self.problems != before
        self._press, self._theme_mistakes = press, {}
        return self.refresh() or self.problems != before

    def inspect(self) -> bool:
        """Runs every check that needs no network on the edition at hand; whether it is at hand still."""
        edition = self.edition
        if edition is None:
            return False
        try:
            galley = self._press.proof(edition.newsroom, edition.issue, deep=True)
            findings = find(galley, self.folder, deep=True)
        except (DigestError, OSError):
            return False  # a file went away meanwhile; the next edition tells what is wrong
        with self._lock:
            if self.edition is edition:
                self.checked = Checked(number=edition.number, findings=findings, deep=True)
            return self.edition is edition

    def _made(self, press: Press) -> Edition:
        newsroom, issue = self.open()
        return Edition(
            number=self.edition.number + 1 if self.edition else 1,
            newsroom=newsroom,
            issue=issue,
            wishes=wishes(issue, read(text_of(self.file.read_bytes()))),
            galley=press.proof(newsroom, issue),
        )

    def _put_out(self, fresh: Edition) -> bool:
        """Puts an edition in the place of the last one, unless it says the same."""
        last = self.edition
        if last and _same(last, fresh):
            return False
        self.edition = fresh
        if not last:
            self.checked = Checked(number=1, findings=find(fresh.galley, self.folder, deep=False))
        return True


def _same(one: Edition, other: Edition) -> bool:
    return (
        one.issue == other.issue
        and one.newsroom == other.newsroom
        and one.wishes == other.wishes
        and one.galley.email == other.galley.email
        and one.galley.images == other.galley.images
    )
