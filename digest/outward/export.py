"""The order of work of `digest export`: an issue becomes a kit that an editor pastes into a provider by hand.

1. know      the provider, or say which there are                mergetags/table.py
2. render    without the preheader where it has a field          build.py
3. express   in the provider's language                          mergetags/express.py
4. pack      every file of the kit, and the page that tells      handoff/kitfiles.py
5. write     folder and zip, whole or not at all                 files.py

They lie in `<output>/<slug>/<provider>/` and `<output>/<slug>/<slug>-<provider>.zip`, below and beside what
`digest build` writes; none of its files is called like a provider. What an earlier export left is taken away,
as its manifest tells it, unless somebody has changed it since.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from digest.build import Press
from digest.errors import UsageError
from digest.files import write_whole
from digest.handoff.kit import Kit, in_words
from digest.handoff.kitfiles import MANIFEST, kit_files, zipped
from digest.handoff.message import moment_of
from digest.mergetags.table import TABLE
from digest.model import Issue
from digest.nearmiss import near_miss
from digest.newsroom import Newsroom
from digest.outward.packing import kit_of


class Exported(Struct, frozen=True, kw_only=True):
    """A kit that was written; `notes` are what an editor should know before pasting."""

    folder: Path
    archive: Path
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def export(
    newsroom: Newsroom, issue: Issue, provider: str = "generic", output: Path | None = None
) -> Exported:
    """Writes the issue's kit for `provider`, below `output`, else where emails are built.

    Raises:
        UsageError: the provider is not known, or something cannot be written; then nothing is.
        InputError: the email asks for a merge tag that the provider has no words for, holds an address it
            would take for one, or digest.toml names an address that no message can have.
    """
    _check_known(provider)
    press = Press(output)
    kit = kit_of(newsroom, issue, provider, press)
    files = kit_files(kit)
    place = press.output(newsroom) / issue.slug
    folder, archive = place / provider, place / f"{issue.slug}-{provider}.zip"
    stale = list(_stale(folder, files))
    written = {folder / name: content for name, content in files.items()}
    write_whole({**written, archive: zipped(files, moment_of(issue))})
    _take_away(stale, folder)
    return Exported(folder=folder, archive=archive, files=tuple(written), notes=tuple(_notes(kit)))


def _check_known(provider: str) -> None:
    if provider not in TABLE:
        near, known = near_miss(provider, TABLE), ", ".join(TABLE)
        there = f"{near} There are: {known}" if near else f"; there are: {known}"
        raise UsageError(f'there is no kit for "{provider}"{there}')


class _Told(Struct, frozen=True):
    """A file as a manifest tells it."""

    name: str
    sha256: str


class _Manifest(Struct, frozen=True):
    """What is asked of an earlier manifest; what else it says is passed over."""

    files: tuple[_Told, ...]


def _stale(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Files that an earlier export wrote, this one does not, and nobody has changed since."""
    try:
        before = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Manifest).files
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return
    for told in before:
        path = folder / told.name
        if told.name not in files and _is_inside(told.name) and _holds(path, told.sha256):
            yield path


def _take_away(paths: Iterable[Path], folder: Path) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UsageError(
                f"{path}: cannot be taken away ({error.strerror}), and is none of the kit"
            ) from None
        with suppress(OSError):  # it is not empty
            if path.parent != folder:
                path.parent.rmdir()


def _is_inside(name: str) -> bool:
    """Whether a name leads into the folder: a manifest may come from anybody."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _holds(path: Path, hashed: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == hashed
    except OSError:
        return False


def _notes(kit: Kit) -> Iterator[str]:
    if kit.unconfirmed:
        told = ", ".join(kit.unconfirmed)
        yield f"it is not confirmed how {kit.title} writes: {told}; look at it in a test mail"
    if kit.missing:
        told = ", ".join(map(in_words, kit.missing))
        yield f"{kit.title} insists on: {told}; the theme does not ask for it, which may be refused"
    if page := next((tag.html for tag in kit.tags if tag.own and tag.name == "view_in_browser"), ""):
        yield f"readers find it in a browser at {page}; see that the archive has it before you send"
    if kit.homeless:
        told = ", ".join(image.name for image in kit.images)
        yield f"to be uploaded: {told}; name their web folder ([images] base_url), and export again"
