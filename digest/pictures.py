"""An issue's own pictures made ready for its email, or taken out; a mistake has its file, line and key."""

from functools import partial
from pathlib import Path

from digest.model import Images, Issue
from digest.newsroom import FILE, ISSUE_FILE, Newsroom
from digest.render.placing import Album, Placed, has_files, place, without_pictures
from digest.tomlfile import Key, TomlFile


def placed(newsroom: Newsroom, issue: Issue, how: Images) -> Placed:
    """The issue as it is rendered, and the files that go with its email.

    Raises MistakesError with every picture that cannot be shown.
    """
    if how is Images.NONE:
        return Placed(issue=without_pictures(issue))
    if not has_files(issue):
        return Placed(issue=issue)
    folder, root = newsroom.opened or Path(), newsroom.root or Path()
    files: dict[Path, TomlFile] = {}
    album = Album(
        issue=folder,
        newsroom=root,
        tell=partial(_tell, files, folder / ISSUE_FILE),
        tell_newsroom=partial(_tell, files, root / FILE),
    )
    made = place(issue, how, album)
    for file in files.values():
        file.refuse()
    return made


def _tell(files: dict[Path, TomlFile], path: Path, message: str, *key: Key) -> None:
    if path not in files:
        files[path] = TomlFile(path)
    files[path].tell(message, *key)
