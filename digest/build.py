"""The order of work, written once; no step knows another.

1. capture   the page as it came                     sources/capture.py
2. read      what the page says                      sources/readers.py  } reading.py
3. extract   quotes, key quotes, summary             extract/            }
4. lay over  what the editor says                    issue.py
5. render    pictures, then HTML and text            pictures.py, render/
6. check     what an editor should know before       preflight/
7. write     all parts, whole or not at all          files.py
"""

import codecs
import hashlib
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.errors import DigestError, SourceError, UsageError
from digest.extract.wish import Wish
from digest.files import write_whole
from digest.illustration import check_images
from digest.issue import Filed, check_summarisers, lay_over, wished
from digest.issuefile import IssueFile, StoryEntry, line_sorts
from digest.mergetags.plain import Own, asked, asked_in_both, generic
from digest.model import Email, Finding, ImageFile, Images, Issue, Publication
from digest.naming import source_slug
from digest.newsroom import ISSUE_FILE, Newsroom, find_issue, known_issue, open_newsroom
from digest.pictures import placed
from digest.preflight.galley import Galley
from digest.preflight.ignoring import refusal
from digest.preflight.table import catalogue, check
from digest.reading import LEAD_QUOTES, STORY_QUOTES, Reading, extract
from digest.render.cleaning import clean
from digest.render.email import render
from digest.render.theme import Theme, bundled_templates, load_theme
from digest.sources.capture import Capture, Take, capture
from digest.sources.readers import suffix_of
from digest.tomlfile import TomlFile

MESSAGE = "email.eml"
DRAFTS = "summaries"  # the folder in an issue for what a model drafted


class Built(Struct, frozen=True, kw_only=True):
    """What one build made: the finished email (its merge tags filled), what was found, and where it lies."""

    issue: Issue
    email: Email
    findings: tuple[Finding, ...]
    html: Path
    text: Path
    calendars: tuple[Path, ...] = ()
    images: tuple[Path, ...] = ()
    message: Path | None = None


class Neutral(Struct, frozen=True, kw_only=True):
    """An email whose merge tags are still neutral, and the local pictures that go with it.

    They travel in the message when they are `embedded`; else they are to be uploaded.
    """

    email: Email
    images: tuple[ImageFile, ...]
    embedded: bool


class Order(Struct, frozen=True, kw_only=True):
    """What a call of `digest build` made, and what was refused on the way; the one never stops the other."""

    built: tuple[Built, ...]
    refused: tuple[DigestError, ...]


def build_all(names: Sequence[str], newsroom: Newsroom, press: "Press", take: Take) -> Order:
    """Builds each of the issues named, or one digest of all the loose sources named, the first as its lead.

    Without names it builds the newsroom's latest issue. Raises UsageError when issues and sources are mixed.
    """
    sources = [name for name in names if is_source(name, newsroom)]
    if sources and len(sources) < len(names):
        mixed = next(name for name in names if name not in sources)
        raise UsageError(f'"{mixed}" is an issue and "{sources[0]}" an article; use digest add to put it in')
    if sources:
        return _build_loose(sources, newsroom, press, take)
    built: list[Built] = []
    refused: list[DigestError] = []
    for name in names or ("",):
        try:
            built.append(press.build(*open_issue(find_issue(name, newsroom))))
        except DigestError as error:
            refused.append(error)
    return Order(built=tuple(built), refused=tuple(refused))


def is_source(name: str, newsroom: Newsroom) -> bool:
    """True for what is meant as an article: "-", a web address, a file, or what looks like a path of one.

    An issue beats what else is called the same, such as the folder its email was built into.
    """
    path = Path(name)
    if name == "-" or "://" in name:
        return True
    if path.name == ISSUE_FILE or known_issue(name, newsroom):
        return False
    return path.exists() or path.suffix != ""


def open_issue(folder: Path, text: str | None = None, read: Reading = extract) -> tuple[Newsroom, Issue]:
    """Steps 1 to 4 for an issue folder; raises MistakesError with everything wrong in `issue.toml`.

    `text` is what `issue.toml` is about to say, where that is to be opened instead; `read` reads its sources.
    """
    newsroom = open_newsroom(folder)
    file = TomlFile(folder / ISSUE_FILE, text)
    said = file.convert(IssueFile)
    if not said.stories:
        file.tell(f"no stories yet; add one with: digest add {folder.name} ARTICLE.txt")
    check_summarisers(said, file.tell)
    check_images(said, folder, file.tell)
    _check_ignored(said, file)
    filed = _file_stories(said, newsroom.publication, folder, file, read)
    issue = lay_over(said, filed, newsroom.publication, folder.resolve().name, file.tell) if filed else None
    file.refuse()
    assert issue is not None  # noqa: S101  # where no story was filed there is a mistake, and it was refused
    return replace(newsroom, opened=folder), issue


def _check_ignored(said: IssueFile, file: TomlFile) -> None:
    """Tells the codes to be ignored that no check has, and those that nobody may ignore."""
    entries = (((), said.ignore), *((("stories", n), entry.ignore) for n, entry in enumerate(said.stories)))
    for path, codes in entries:
        for code in codes:
            if message := refusal(code, catalogue()):
                file.tell(message, *path, "ignore")


class Press:
    """Steps 5 to 7 for any number of issues; each theme is loaded once.

    `images` goes before what a newsroom says of its pictures.
    """

    def __init__(self, output: Path | None = None, images: Images | None = None) -> None:
        self._output = output
        self._images = images
        self._themes: dict[tuple[str, tuple[Path, ...], int], Theme] = {}

    def build(self, newsroom: Newsroom, issue: Issue) -> Built:
        """The issue's email, checked, and written to `<output>/<slug>/`.

        A message of an earlier build that no longer says what the email says is taken away.
        """
        galley = self.proof(newsroom, issue)
        email = galley.email
        folder = self.output(newsroom) / issue.slug
        html, text, message = folder / "email.html", folder / "email.txt", folder / MESSAGE
        calendars = {folder / calendar.name: calendar.content for calendar in email.calendars}
        images = {folder / image.name: image.content for image in galley.images}
        messages = {message: galley.message()} if galley.message else {}
        write_whole({html: email.html.encode(), text: email.text.encode(), **calendars, **images, **messages})
        if not messages:
            message.unlink(missing_ok=True)
        return Built(
            issue=issue,
            email=email,
            findings=check(galley, deep=False),
            html=html,
            text=text,
            calendars=tuple(calendars),
            images=tuple(images),
            message=message if messages else None,
        )

    def proof(self, newsroom: Newsroom, issue: Issue, *, deep: bool = False) -> Galley:
        """The issue and its email, ready to be checked; nothing is written.

        `deep`: with what deep checks ask.
        """
        made = self.neutral(newsroom, issue)
        own = own_words(issue.publication, newsroom.archive)
        email = generic(made.email, own)
        galley = Galley(
            issue=issue,
            email=email,
            root=newsroom.root,
            images=made.images,
            embedded=made.embedded,
            provider=newsroom.provider,
            tags=asked(made.email),
            shared_tags=asked_in_both(made.email),
            own=own,
        )
        carried = made.images if made.embedded else ()
        if not deep and not made.embedded:
            return galley
        from digest.handoff.message import compose

        galley = replace(galley, message=partial(compose, issue, email, carried))
        if not deep:
            return galley
        from digest.earlier import past_issues

        lines = self._theme(issue, newsroom).lines
        return replace(galley, theme_lines=lines, past=past_issues(newsroom, issue))

    def neutral(
        self,
        newsroom: Newsroom,
        issue: Issue,
        *,
        images: Images | None = None,
        web: bool = False,
        without: Collection[str] = (),
    ) -> Neutral:
        """The issue's email before any provider is chosen.

        `web`: as a page for browsers, without tracking; `without`: merge tags that its theme can do without.
        """
        how = images or self._images or issue.publication.images
        pictured = placed(newsroom, issue, how)
        email = render(pictured.issue, self._theme(issue, newsroom), web=web, without=without)
        return Neutral(email=email, images=pictured.images, embedded=how is Images.EMBED)

    def output(self, newsroom: Newsroom) -> Path:
        """The folder under which a newsroom's emails are written."""
        return self._output or newsroom.output(Path.cwd())

    def _theme(self, issue: Issue, newsroom: Newsroom) -> Theme:
        folders = (*newsroom.templates, bundled_templates())
        key = (issue.theme, folders, issue.publication.brand.width)
        if key not in self._themes:
            self._themes[key] = load_theme(issue.theme, folders, width=issue.publication.brand.width)
        return self._themes[key]


def _build_loose(references: Sequence[str], newsroom: Newsroom, press: Press, take: Take) -> Order:
    """What was pasted or fetched is kept beside the email, so that nothing is lost."""
    filed: list[Filed] = []
    refused: list[DigestError] = []
    for reference in references:
        try:
            captured = take(reference)
            entry = StoryEntry(source=reference)
            wish = wished(entry, IssueFile(), newsroom.publication)
            filed.append(_file_story(entry, captured, filed, wish))
            if reference == "-" or captured.url:
                _keep(captured, press.output(newsroom) / filed[0].slug)
        except SourceError as error:
            refused.append(error)
    if not filed:
        return Order(built=(), refused=tuple(refused))
    issue = lay_over(IssueFile(), filed, newsroom.publication, filed[0].slug, _nothing_to_tell)
    return Order(built=(press.build(newsroom, issue),), refused=tuple(refused))


def _file_stories(
    said: IssueFile, publication: Publication, folder: Path, file: TomlFile, read: Reading
) -> list[Filed]:
    filed: list[Filed] = []
    for index, entry in enumerate(said.stories):
        try:
            captured = capture(str(folder / entry.source))
            told = replace(
                captured, url=entry.url or "", encoding=_known(entry.encoding), lines=line_sorts(entry)
            )
            wish = wished(entry, said, publication, folder / DRAFTS)
            story = _file_story(entry, told, filed, wish, read)
        except LookupError:
            file.tell(f'"{entry.encoding}" is no encoding; try "windows-1252"', "stories", index, "encoding")
        except SourceError as error:
            file.tell(str(error), "stories", index, "source")
        else:
            filed.append(replace(story, index=index))
    return filed


def _known(encoding: str) -> str:
    """The encoding, if Python knows it; raises LookupError."""
    return codecs.lookup(encoding).name if encoding else ""


def _file_story(
    entry: StoryEntry, captured: Capture, filed: Sequence[Filed], wish: Wish, read: Reading = extract
) -> Filed:
    drawn = read(captured, STORY_QUOTES if filed else LEAD_QUOTES, wish)
    slug = source_slug(entry.source, drawn.article)
    if (entry.source == "-" or "://" in entry.source) and any(other.slug == slug for other in filed):
        slug = f"{slug}-{len(filed) + 1}"  # it has no file that could be renamed, and must not be lost
    if twin := next((other for other in filed if other.slug == slug), None):
        raise SourceError(
            f'{entry.source}: has the same slug, "{slug}", as {twin.entry.source}; rename one of the files'
        )
    return Filed(index=len(filed), slug=slug, entry=entry, extract=drawn, wish=wish)


def _keep(captured: Capture, folder: Path) -> None:
    """Keeps a source under a name made from its bytes, so that another one never takes its place."""
    how = "fetched" if captured.url else "pasted"
    name = f"{how}-{hashlib.sha256(captured.raw).hexdigest()[:8]}{suffix_of('-', captured)}"
    write_whole({folder / name: captured.raw})


def own_words(publication: Publication, view_in_browser: str = "") -> Own:
    """What a publication says where a provider has no merge tag for it; `view_in_browser` is an address."""
    return Own(postal_address=clean(publication.postal_address), view_in_browser=view_in_browser)


def _nothing_to_tell(message: str, *_: object) -> None:
    raise AssertionError(message)  # only an editor's entry can be wrong, and loose sources have none
