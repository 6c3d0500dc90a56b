"""The order of work of `digest archive`: every issue that was handed over, as a folder for the web.

    index.html              all issues by year, the newest first
    atom.xml  sitemap.xml   for feed readers and search engines
    SLUG/index.html         an issue, with its pictures in SLUG/images/

It is made from what was kept at each hand-off (webcopy.py) and from `digest.toml`, and never looks at the
clock: what has not changed is not written again, so that an upload sends only what is new. Nothing is ever
deleted in it; what belongs to no issue any more is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

from msgspec import Struct

from digest.errors import InputError, UsageError
from digest.files import write_whole
from digest.newsroom import FILE, Newsroom, issue_folders
from digest.outward.webcopy import IMAGES, WebCopy, has_web_copy, read_web_copy
from digest.outward.webpage import address_in, canonical, published_page

INDEX, FEED, SITEMAP = "index.html", "atom.xml", "sitemap.xml"


class Archived(Struct, frozen=True, kw_only=True):
    """What was written, how many files stand as they stood, and what an editor should know besides."""

    folder: Path
    written: tuple[Path, ...]
    unchanged: int
    notes: tuple[str, ...] = ()


def archive_address(newsroom: Newsroom, slug: str) -> str:
    """The address of an issue's page in the newsroom's archive; nothing where no archive is set up.

    Raises:
        InputError: what `digest.toml` gives as the archive's address is none of a folder.
    """
    home = _home(newsroom)
    return address_in(home, slug) if home else ""


def write_archive(newsroom: Newsroom, output: Path | None = None) -> Archived:
    """Writes the archive to `output`, else to `archive` among what is built.

    Raises:
        InputError: `digest.toml` does not say where the archive will lie on the web, or a copy is broken.
        UsageError: no issue has been handed over yet, or a file cannot be written.
    """
    home = _home(newsroom)
    if not home:
        raise InputError(_unset(newsroom))
    copies, notes = _copies(newsroom)
    folder = output or newsroom.output(Path.cwd()) / "archive"
    files = {folder / name: content for name, content in _files(newsroom, home, copies).items()}
    changed = {path: content for path, content in files.items() if not _stands(path, content)}
    write_whole(changed)
    return Archived(
        folder=folder,
        written=tuple(changed),
        unchanged=len(files) - len(changed),
        notes=(*notes, *_left_over(folder, home, files)),
    )


def _home(newsroom: Newsroom) -> str:
    """The archive's address in plain letters, with a stroke at its end; nothing where none is given."""
    if not newsroom.archive:
        return ""
    try:
        parts = urlsplit(newsroom.archive)
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError:  # of a host that there cannot be
        host = ""
    if not host or "@" in host or parts.query or parts.fragment:
        raise InputError(
            f'{FILE}: archive.url: "{newsroom.archive}" is no address of a folder on the web; write one like '
            '"https://example.org/newsletter/"'
        )
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&()*+,;=~")
    return f"{parts.scheme}://{host}{path}/"


def _unset(newsroom: Newsroom) -> str:
    where = newsroom.root / FILE if newsroom.root else FILE
    return (
        f"{where}: does not say where the archive will lie on the web; add these lines, with its address:\n"
        '[archive]\nurl = "https://example.org/newsletter/"'
    )


def _copies(newsroom: Newsroom) -> tuple[list[WebCopy], list[str]]:
    """What was kept of the newsroom's issues, the newest first, and what is left out.

    An issue with a `digest.toml` of its own is another publication's.
    """
    handed = [folder for folder in issue_folders(newsroom.issues) if has_web_copy(folder)]
    ours = [folder for folder in handed if not (folder / FILE).is_file()]
    if not ours:
        raise UsageError(
            "no issue has been handed over yet, and an archive has nothing to show; "
            "an issue is in it after: digest handoff SLUG"
        )
    others = [
        f"{folder.name} has a {FILE} of its own and is not in it" for folder in handed if folder not in ours
    ]
    kept = sorted(map(read_web_copy, ours), key=_age, reverse=True)
    slugs = {copy.slug for copy in kept}
    copied = {copy.slug for copy in kept if copy.told.slug in slugs - {copy.slug}}
    others += [
        f"{slug} was copied from another issue, was not handed over yet and is not in it"
        for slug in sorted(copied)
    ]
    return [copy for copy in kept if copy.slug not in copied], others


def _age(copy: WebCopy) -> tuple[object, ...]:
    return copy.day, copy.told.number or 0, copy.told.published, copy.slug


def _files(newsroom: Newsroom, home: str, copies: Sequence[WebCopy]) -> dict[str, bytes]:
    """Every file of the archive, by its path in it."""
    from digest.outward.feedfiles import atom, sitemap
    from digest.outward.indexpage import index_page

    files: dict[str, bytes] = {}
    for copy in copies:
        page = published_page(
            copy.html,
            title=copy.told.title,
            description=copy.told.description,
            address=address_in(home, copy.slug),
            feed=f"../{FEED}",
        )
        files |= {f"{copy.slug}/{name}": content for name, content in copy.images.items()}
        files[f"{copy.slug}/{INDEX}"] = page.encode()
    index, images = index_page(newsroom, home, FEED, copies)
    files |= images
    files[INDEX] = index.encode()
    files[FEED] = atom(newsroom.publication, home, home + FEED, copies)
    files[SITEMAP] = sitemap(home, copies)
    return files


def _stands(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _left_over(folder: Path, home: str, files: Mapping[Path, bytes]) -> Iterator[str]:
    """What an earlier archive put into the folder and this one has no more: issues, and their pictures."""
    for page in sorted(set(folder.glob(f"*/{INDEX}")) - files.keys()):
        if canonical(address_in(home, page.parent.name)) in _head_of(page):
            yield f"{page.parent} is of an issue that is not there any more; delete it if it is to go"
    pictures = {path for page in files if page.name == INDEX for path in (page.parent / IMAGES).glob("*")}
    for path in sorted(pictures - files.keys()):
        yield f"{path} is shown by no issue any more and may be deleted"


def _head_of(page: Path) -> str:
    return (
        page.read_text(encoding="utf-8", errors="replace").partition("</head>")[0] if page.is_file() else ""
    )
