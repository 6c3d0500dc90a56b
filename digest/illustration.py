"""The lead image on the desk: the editor's word laid over the page's.

Rule 1. Without a word of the editor's it is the page's own; `image = false` means none.
Rule 2. A file or an address of the editor's is another picture, so nothing is said of it that was said of the
        page's: credit and alternative text go with the picture. The page's own address again is the same one.
Rule 3. An entry with neither tells more of the page's picture, whose other fields stay.
"""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from digest.issuefile import ImageEntry, IssueFile, StoryEntry
from digest.model import Article, Decided, Origin, Picture
from digest.related import Tell


def lay_image(story: StoryEntry, article: Article, tell: Tell) -> Decided[Picture | None]:
    """A story's lead image; an entry for a picture that is not there is told through `tell`."""
    entry = story.image
    if entry is None:
        return Decided(value=article.image, origin=Origin.ARTICLE)
    if entry is False:
        return Decided(value=None, origin=Origin.EDITOR)
    if entry.file and entry.url:
        tell("give either file or url; which of the two is the picture?", "image", "url")
    elif not (entry.file or entry.url or article.image):
        tell("the article has no image; give a file or a url", "image")
    return _laid(entry, article.image)


def _laid(entry: ImageEntry, page: Picture | None) -> Decided[Picture | None]:
    given: dict[str, Any] = {
        key: said for key in entry.__struct_fields__ if (said := getattr(entry, key)) is not None
    }
    if page is None or entry.file or (entry.url and entry.url != page.url):
        return Decided(value=Picture(**given), origin=Origin.EDITOR)
    kept = [key for key in page.__struct_fields__ if key not in given and getattr(page, key)]
    return Decided(
        value=replace(page, **given), origin=Origin.EDITOR, parts=dict.fromkeys(kept, Origin.ARTICLE)
    )


def check_images(said: IssueFile, folder: Path, tell: Tell) -> None:
    """Tells of pictures that are not in the issue's folder."""
    for n, story in enumerate(said.stories):
        if story.image and story.image.file and not (folder / story.image.file).is_file():
            tell(f'there is no file "{story.image.file}" in {folder}', "stories", n, "image", "file")
