"""What is proofed, and what a check is: the values that every module of checks shares.

Galley ─► Check.run ─► Hits ─► table.check ─► Findings
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from digest.mergetags.plain import Own
from digest.model import Email, ImageFile, Issue, Level, ThemeLine
from digest.reply import Replies

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class PastStory(Struct, frozen=True, kw_only=True):
    """A story as an earlier issue ran it."""

    headline: str
    url: str = ""


class PastIssue(Struct, frozen=True, kw_only=True):
    """An earlier issue: what would be noticed if it came again."""

    slug: str
    day: date | None = None
    number: int | None = None
    subject: str = ""
    stories: tuple[PastStory, ...] = ()


class Galley(Struct, frozen=True, kw_only=True, dict=True):
    """An issue and its email as they will be sent, and what else a check may hold them against.

    `root` is the newsroom's folder, `past` holds earlier issues, the latest first, `message` makes the
    `.eml`, in which `images` travel when they are `embedded`, `replies` are what the email's addresses
    replied, None when they were not asked. `tags` are the merge tags that the email asks for, `shared_tags`
    those in HTML and text alike, `provider` is who fills them ("" where none is chosen), `own` what stands in
    for those that it has not.
    """

    issue: Issue
    email: Email
    root: Path | None = None
    past: tuple[PastIssue, ...] = ()
    theme_lines: tuple[ThemeLine, ...] = ()
    message: Callable[[], bytes] | None = None
    images: tuple[ImageFile, ...] = ()
    embedded: bool = False
    replies: Replies | None = None
    provider: str = ""
    tags: tuple[str, ...] = ()
    shared_tags: tuple[str, ...] = ()
    own: Own = Own()

    @cached_property
    def tree(self) -> "HtmlElement":
        """The email's HTML, parsed once; only for deep checks, since lxml is slow to import."""
        from lxml import html

        return html.document_fromstring(self.email.html or "<html></html>")


class Hit(Struct, frozen=True, kw_only=True):
    """One thing that a check found; the fields are a Finding's. `level` only where it is not the check's."""

    message: str
    where: str = ""
    story: str = ""
    file: str = ""
    line: int = 0
    place: str = ""
    mend: str = ""
    level: Level | None = None


class Check(Struct, frozen=True, kw_only=True):
    """A row of the catalogue.

    `title` says what is wrong, `why` what that does to readers, `source` who says so (an RFC, a law, a
    provider). A `deep` one is left to `digest check`: it takes lxml, other files or many words to look at.
    An `online` one, which is deep too, speaks only where addresses were asked. An editor cannot ignore what
    is not `ignorable`.
    """

    code: str
    level: Level
    run: Callable[[Galley], Iterable[Hit]]
    title: str
    why: str
    source: str = ""
    ignorable: bool = True
    deep: bool = False
    online: bool = False
