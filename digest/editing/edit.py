"""What every edit of an issue is: a value that says what to change, made against what somebody saw."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from digest.editing.sheet import Sheet, Values, slug_in
from digest.editing.tables import STORIES
from digest.errors import EditRefusedError
from digest.model import Decided, Issue, Story
from digest.verbatim import fold

T = TypeVar("T")


class Shown:
    """The issue as the editor sees it before the edit; opened when it is asked for."""

    def __init__(self, folder: Path, opened: Callable[[], Issue]) -> None:
        self.folder = folder
        self._opened = opened

    def story(self, slug: str) -> Story:
        """A story of it; raises EditRefusedError when it cannot be shown."""
        story = next((each for each in self._opened().stories if each.slug == slug), None)
        if story is None:
            raise EditRefusedError(f'no story "{slug}" in the issue any more; look at what it holds now')
        return story


class Edit(Struct, frozen=True, kw_only=True, tag_field="edit", tag=True, forbid_unknown_fields=True):
    """One change; as JSON it has its name under "edit": `{"edit": "MoveStory", "story": "fees", "to": 0}`."""

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Makes the change; raises EditRefusedError when it cannot be made."""
        raise NotImplementedError

    def seen(self, data: Values) -> object:
        """What in a file the change rests on: it is made on a newer file that says the same there."""
        raise NotImplementedError

    def told(self, headline: str) -> str:
        """The change in an editor's words; `headline` is its story's, "" where it has none."""
        raise NotImplementedError


class StoryEdit(Edit, frozen=True, kw_only=True, tag=True):
    """A change of one story, which is named by its slug."""

    story: str


def said_in(data: Values, slug: str) -> Mapping[str, Any] | None:
    """What a file says of a story, or of the issue (""); None when it has no such story."""
    if not slug:
        return data
    return next((each for each in stories_in(data) if slug_in(each) == slug), None)


def stories_in(data: Values) -> list[Values]:
    """What a file says of its stories, as far as it can be made out."""
    stories = data.get(STORIES)
    return [each for each in stories if isinstance(each, dict)] if isinstance(stories, list) else []


def said_of(data: Values, slug: str, *keys: str) -> object:
    """What a file says under some keys of a story or the issue."""
    said = said_in(data, slug)
    return None if said is None else [said.get(key) for key in keys]


def of(headline: str) -> str:
    """Whose something is, in a label."""
    return f" of “{headline}”" if headline else ""


def found(values: tuple[Decided[T], ...], name: str, words: str) -> int:
    """The place of the value with these words; raises EditRefusedError when it is not shown."""
    for n, each in enumerate(values):
        if fold(str(getattr(each.value, name))) == fold(words):
            return n
    raise EditRefusedError(f"“{words}” is not shown with the story any more; look at what it holds now")
