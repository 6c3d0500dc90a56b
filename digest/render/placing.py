"""The pictures of an issue put in their places: local files made ready, and an issue that names them.

Rule 1. A story's picture is shown as wide as the words of the bundled themes: the mail's width less 40 pixels
        at either side; in a story of half the width, half of that less the gap. An editor's `width` and
        `height` make it smaller, never larger, and never bend it.
Rule 2. A logo of which no size is given is shown at most 240 pixels wide.
Rule 3. What lies on the web is used as it is; nothing is fetched.
"""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from digest.errors import InputError
from digest.model import Brand, ImageFile, Images, Issue, Layout, Story

Tell = Callable[..., None]
"""Told of a mistake: the message, then the key path."""

_MARGIN, _GAP = 40, 20
_LOGO = 240
_LOGOS = ("logo", "dark_logo")


class Placed(Struct, frozen=True, kw_only=True):
    """An issue whose pictures have the addresses and sizes they are shown with, and their files."""

    issue: Issue
    images: tuple[ImageFile, ...] = ()


class Album(Struct, frozen=True, kw_only=True):
    """Where an issue's own pictures lie: stories' from the issue's folder, logos from the newsroom's.

    What is wrong with one is told with its key in `issue.toml`, or in `digest.toml`.
    """

    issue: Path
    newsroom: Path
    tell: Tell
    tell_newsroom: Tell


def has_files(issue: Issue) -> bool:
    """Whether any picture of the issue, or a logo, lies in a file."""
    brand = issue.publication.brand
    pictures = (story.image.value for story in issue.stories)
    return any(picture and picture.file for picture in pictures) or any(
        _is_file(getattr(brand, key)) for key in _LOGOS
    )


def without_pictures(issue: Issue) -> Issue:
    """The issue with no picture at all, nor a logo."""
    stories = tuple(replace(story, image=replace(story.image, value=None)) for story in issue.stories)
    return _with(issue, stories, replace(issue.publication.brand, logo="", dark_logo=""))


def place(issue: Issue, how: Images, album: Album) -> Placed:
    """The issue with its local pictures made ready; one that something was told of is left as it was.

    Embedded pictures have the names of files, since that is what `email.html` shows; linked ones too, unless
    the publication names the web folder they will lie in.
    """
    publication = issue.publication
    placer = _Placer(
        base="" if how is Images.EMBED else publication.images_base,
        room=publication.brand.width - 2 * _MARGIN,
        album=album,
    )
    stories = tuple(placer.story(story, n) for n, story in enumerate(issue.stories))
    placed = _with(issue, stories, placer.brand(publication.brand))
    return Placed(issue=placed, images=tuple(placer.images.values()))


def fitted(size: tuple[int, int], width: int, height: int = 0) -> tuple[int, int]:
    """The size to show a picture at: within `width` and `height` (0: as it comes), never enlarged or bent."""
    share = min(1.0, width / size[0], height / size[1] if height else 1.0)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


class _Placer(Struct, kw_only=True):
    """Puts pictures in their places; `images` are those it made ready, by name."""

    base: str
    room: int
    album: Album
    images: dict[str, ImageFile] = field(default_factory=dict)

    def story(self, story: Story, number: int) -> Story:
        picture = story.image.value
        if not picture or not picture.file:
            return story
        room = self.room if story.layout is Layout.FULL else (self.room - _GAP) // 2
        try:
            place, (width, height) = self._put(
                self.album.issue / picture.file, min(picture.width or room, room), picture.height
            )
        except InputError as error:
            self.album.tell(str(error), "stories", number, "image", "file")
            return story
        where = {"url": place, "file": ""} if self.base else {"file": place}
        shown = replace(picture, width=width, height=height, **where)
        return replace(story, image=replace(story.image, value=shown))

    def brand(self, brand: Brand) -> Brand:
        """The brand with its logos placed; the one for the dark is shown as large as the other."""
        width = min(brand.logo_width or (self.room if brand.logo_height else _LOGO), self.room)
        given: dict[str, Any] = {}
        for key in reversed([key for key in _LOGOS if _is_file(getattr(brand, key))]):
            try:
                given[key], size = self._put(
                    self.album.newsroom / getattr(brand, key), width, brand.logo_height
                )
                given["logo_width"], given["logo_height"] = size
            except InputError as error:
                self.album.tell_newsroom(str(error), "brand", key)
        return replace(brand, **given)

    def _put(self, path: Path, width: int, height: int) -> tuple[str, tuple[int, int]]:
        """The address of the picture in a file and the size to show it at."""
        from digest.render.darkroom import develop

        image = develop(path, width, height)
        self.images[image.name] = image
        name = PurePosixPath(image.name).name
        address = f"{self.base.rstrip('/')}/{name}" if self.base else image.name
        return address, fitted((image.width, image.height), width, height)


def _with(issue: Issue, stories: tuple[Story, ...], brand: Brand) -> Issue:
    return replace(issue, stories=stories, publication=replace(issue.publication, brand=brand))


def _is_file(place: str) -> bool:
    return bool(place) and "://" not in place
