"""The newsroom: `digest.toml`, the folders round it, and where an issue is found in them."""

from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from digest.errors import UsageError
from digest.model import Brand, ProofSettings, Publication
from digest.nearmiss import near_miss
from digest.newsroomfile import NewsroomFile
from digest.plugins import PROVIDERS, offered
from digest.tomlfile import TomlFile

FILE = "digest.toml"
ISSUE_FILE = "issue.toml"

S = TypeVar("S", bound=Struct)


class Newsroom(Struct, frozen=True, kw_only=True):
    """A publication, its folder (None where no `digest.toml` was found), and its feeds as sources.

    `opened` is the folder of the issue at hand, from which its pictures are named; None where there is none.
    `provider` is the one that issues go to, `secrets` the file with the keys of providers, `archive` the web
    address below which issues can be read in a browser.
    """

    publication: Publication
    root: Path | None = None
    opened: Path | None = None
    feeds: tuple[str, ...] = ()
    proof: ProofSettings = field(default_factory=ProofSettings)
    provider: str = ""
    secrets: Path | None = None
    archive: str = ""

    @property
    def issues(self) -> Path:
        """The folder in which a new issue is made."""
        return (self.root or Path()) / "issues"

    @property
    def templates(self) -> tuple[Path, ...]:
        """The newsroom's own theme folder, when there is one; it shadows the bundled themes file by file."""
        return (self.root / "templates",) if self.root and (self.root / "templates").is_dir() else ()

    def provider_settings(self, name: str, kind: type[S]) -> S:
        """`[providers.NAME]` as a value of `kind`; raises MistakesError with all its mistakes."""
        return TomlFile(self.root / FILE).convert_table(kind, "providers", name) if self.root else kind()

    def output(self, here: Path) -> Path:
        """`build/` beside `digest.toml` for those who stand in the newsroom, else where they stand."""
        return (self.root if self.root and here.is_relative_to(self.root) else here) / "build"


def open_newsroom(start: Path) -> Newsroom:
    """The newsroom whose `digest.toml` is nearest above `start`; a nameless one when there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return read_newsroom(folder / FILE)
    return Newsroom(publication=Publication(name="News digest"))


def read_newsroom(path: Path) -> Newsroom:
    """What `digest.toml` says; raises MistakesError with all its mistakes."""
    file = TomlFile(path)
    said = file.convert(NewsroomFile)
    _check_logos(said.brand, file)
    _check_providers(said, file)
    root = path.parent
    feeds = (feed if "://" in feed else str(root / feed) for feed in said.feeds.links)
    return Newsroom(
        publication=_publication(said),
        root=root,
        feeds=tuple(feeds),
        proof=said.proof,
        provider=said.handoff.provider,
        secrets=root / Path(said.secrets.file).expanduser() if said.secrets.file else None,
        archive=said.archive.url,
    )


def _check_logos(brand: Brand, file: TomlFile) -> None:
    """Refuses a logo that is neither an address nor a file in the newsroom."""
    for key in ("logo", "dark_logo"):
        named: str = getattr(brand, key)
        if named and "://" not in named and not (file.path.parent / named).is_file():
            file.tell(f'there is no file "{named}" in {file.path.parent}', "brand", key)
    file.refuse()


def _check_providers(said: NewsroomFile, file: TomlFile) -> None:
    """Refuses settings of a provider that nothing here can hand over to, and such a one as the usual one."""
    if not said.providers and not said.handoff.provider:
        return
    from digest.mergetags.table import TABLE

    known = sorted(offered(PROVIDERS))
    for name in said.providers:
        if name not in known:
            file.tell(_unknown(name, known), "providers", name)
    usual, any_known = said.handoff.provider, sorted({*known, *TABLE})
    if usual and usual not in any_known:
        file.tell(_unknown(usual, any_known), "handoff", "provider")
    file.refuse()


def _unknown(name: str, known: list[str]) -> str:
    return f'there is no provider "{name}"{near_miss(name, known) or "; there are: " + ", ".join(known)}'


def _publication(said: NewsroomFile) -> Publication:
    about = {name: getattr(said.publication, name) for name in said.publication.__struct_fields__}
    return Publication(
        **about,
        sender_name=said.sender.name,
        sender_address=said.sender.address,
        reply_to=said.sender.reply_to,
        unsubscribe_url=said.sender.unsubscribe_url,
        list_id=said.sender.list_id,
        brand=said.brand,
        utm=said.utm,
        words=said.words,
        socials=said.social,
        images_base=said.images.base_url,
        images=said.images.how,
        check=said.check,
    )


def find_issue(name: str | None, newsroom: Newsroom) -> Path:
    """The folder of an issue, given as its path, its `issue.toml` or its slug; bundled samples count too.

    Without a name it is the one changed last. Raises UsageError with the issues there are.
    """
    if not name:
        return latest_issue(newsroom)
    if folder := known_issue(name, newsroom):
        return folder
    known = [folder.name for place in (newsroom.issues, bundled_issues()) for folder in issue_folders(place)]
    there = f"; there are: {', '.join(dict.fromkeys(known))}" if known else ""
    raise UsageError(f'there is no issue "{name}"{near_miss(name, known) or there}')


def known_issue(name: str, newsroom: Newsroom) -> Path | None:
    """The folder of an issue, as `find_issue` finds it; None when there is none of that name."""
    given = Path(name)
    if given.name == ISSUE_FILE:
        given = given.parent
    places = (given, newsroom.issues / name, bundled_issues() / name)
    return next((folder for folder in places if (folder / ISSUE_FILE).is_file()), None)


def latest_issue(newsroom: Newsroom) -> Path:
    """The folder of the newsroom's issue changed last; raises UsageError when there is none."""
    folders = issue_folders(newsroom.issues)
    if not folders:
        raise UsageError(
            f"there is no issue in {newsroom.issues}; make one with: digest new SLUG ARTICLE.txt"
        )
    return max(folders, key=lambda folder: ((folder / ISSUE_FILE).stat().st_mtime_ns, folder.name))


def issue_folders(place: Path) -> list[Path]:
    """The issue folders in a folder, by name."""
    return sorted(file.parent for file in place.glob(f"*/{ISSUE_FILE}") if file.is_file())


def bundled_issues() -> Path:
    """The sample issues: inside an installed package, or the checkout's own `issues/`."""
    packaged = Path(__file__).parent / "_bundled" / "issues"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "issues"
