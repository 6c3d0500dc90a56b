"""Edits of an issue's stories as a whole: their order, one taken out, one added."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import field

from digest.editing.edit import Edit, Shown, StoryEdit, said_in, stories_in
from digest.editing.sheet import Sheet, Values, slug_in
from digest.errors import EditRefusedError, SourceError
from digest.files import write_new
from digest.model import LineSort
from digest.naming import source_slug
from digest.offer import Offered, entry
from digest.reading import extract
from digest.sources.capture import Capture, capture
from digest.sources.readers import suffix_of

SOURCES = "sources"


class MoveStory(StoryEdit, frozen=True, kw_only=True):
    """A story stands at place `to`, counted from 0 without it; place 0 is the lead's."""

    to: int

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Puts its lines elsewhere, with the comments right above them."""
        del shown
        mine = sheet.number(self.story)
        order = [n for n in range(len(sheet.stories)) if n != mine]
        order.insert(max(0, self.to), mine)
        sheet.arrange(order)

    def seen(self, data: Values) -> object:
        """The order of the stories."""
        return _slugs(data)

    def told(self, headline: str) -> str:
        """Which story was moved."""
        return f"“{headline}” moved" if self.to else f"“{headline}” made the lead"


class RemoveStory(StoryEdit, frozen=True, kw_only=True):
    """A story is taken out of the issue; its source file stays."""

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Takes its lines out, with their comments."""
        del shown
        mine = sheet.number(self.story)
        if len(sheet.stories) == 1:
            raise EditRefusedError("an issue needs a story; add another one before you take this one out")
        sheet.arrange([n for n in range(len(sheet.stories)) if n != mine])

    def seen(self, data: Values) -> object:
        """All that is said of the story."""
        return said_in(data, self.story)

    def told(self, headline: str) -> str:
        """Which story was taken out."""
        return f"“{headline}” taken out"


class AddStory(Edit, frozen=True, kw_only=True):
    """A source in the issue's folder ("sources/port-fees.txt", see `shelve`) becomes its last story.

    `url` is the address it was fetched from, `encoding` the one a server named for it, `lines` what its lines
    are where they would be taken for something else.
    """

    source: str
    url: str = ""
    encoding: str = ""
    lines: Mapping[int, LineSort] = field(default_factory=dict)

    @property
    def story(self) -> str:
        """The slug that the story gets."""
        return slug_in({"source": self.source})

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Adds its lines, as `digest add` does; raises SourceError when there is no article in it."""
        if self.story in sheet.slugs():
            raise EditRefusedError(f"{self.source}: is in the issue already")
        place = shown.folder / self.source
        if not place.resolve().is_relative_to((shown.folder / SOURCES).resolve()):
            raise EditRefusedError(f"{self.source}: lies outside of the issue's {SOURCES}/")
        raw = capture(str(place)).raw
        captured = Capture(name=self.source, raw=raw, url=self.url, encoding=self.encoding, lines=self.lines)
        name = self.source.removeprefix(f"{SOURCES}/")
        sheet.append(entry(Offered(file=name, captured=captured, extract=extract(captured))))

    def seen(self, data: Values) -> object:
        """Whether the story is there already."""
        return self.story in _slugs(data)

    def told(self, headline: str) -> str:
        """Which story was added."""
        return f"“{headline}” added"


def shelve(folder: Path, reference: str, captured: Capture) -> AddStory:
    """Keeps a captured page among an issue's sources; gives the edit that adds it.

    `reference` is the file name it came with, its address, or "-" for what was pasted. Raises SourceError
    when there is no article in it, or another source has its name; one with the same bytes is used again.
    """
    article = extract(captured).article
    name = f"{source_slug(reference, article)}{suffix_of(reference, captured)}"
    place = folder / SOURCES / name
    if not place.exists():
        write_new(place, captured.raw)
    elif place.read_bytes() != captured.raw:
        raise SourceError(f"{captured.name}: another source of the issue is called {name}; rename the file")
    url = (article.url or captured.url) if captured.url else ""
    return AddStory(source=f"{SOURCES}/{name}", url=url, encoding=captured.encoding, lines=captured.lines)


def _slugs(data: Values) -> list[str]:
    return [slug_in(each) for each in stories_in(data)]
