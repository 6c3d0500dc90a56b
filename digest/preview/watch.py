"""The files an issue is made of, watched: a change is told as what it is a change of.

Rule 1. The issue's folder and the folders of themes are watched with all that lies in them; of the newsroom's
        own folder only the files at its top (`digest.toml`): a site's folder may hold a hundred thousand.
Rule 2. A source or picture from elsewhere has its folder watched as the newsroom's is.
Rule 3. Editors save in several steps, so what comes within a few hundredths of a second is one change.
        Looking costs time too: the newsroom's own file, which changes seldom, is looked at less often.
Rule 4. What changes before the watching begins is seen by nobody, so its beginning is told too.
Rule 5. What is remembered of hand-offs and proofs lies in the issue's folder and is no part of the issue.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from pathlib import Path

from msgspec import Struct

from digest.handoff.state import COPIES, FILE
from digest.newsroom import Newsroom
from digest.render.theme import bundled_templates

STEP, SELDOM = 15, 60  # milliseconds of silence that end a change; how often is looked
DEBOUNCE = 100  # milliseconds that a change may go on


class Watched(Struct, frozen=True, kw_only=True):
    """Folders to be watched: the issue's and the themes' whole, of `flat` ones the files at the top."""

    issue: Path
    themes: frozenset[Path]
    flat: frozenset[Path]

    def is_theme(self, path: Path) -> bool:
        """Whether a file is one of a theme's."""
        return any(path.is_relative_to(folder) for folder in self.themes)

    def may_matter(self, path: Path) -> bool:
        """Whether a file may be part of what is shown (rule 5), and is no editor's own copy of one."""
        remembered = path == self.issue / FILE or path.is_relative_to(self.issue / COPIES)
        return is_ours(path.name) and not remembered


def watched(folder: Path, newsroom: Newsroom | None, sources: Iterable[str] = ()) -> Watched:
    """What to watch for an issue folder; `sources` are the files its stories come from."""
    folder = folder.resolve()
    themes = {place.resolve() for place in (*(newsroom.templates if newsroom else ()), bundled_templates())}
    root = (newsroom.root,) if newsroom and newsroom.root else ()
    places = {place.resolve() for place in (*root, *(Path(source).parent for source in sources))}
    return Watched(
        issue=folder,
        themes=frozenset(filter(Path.is_dir, themes)),
        flat=frozenset(place for place in places if place.is_dir() and not place.is_relative_to(folder)),
    )


async def changes(what: Watched) -> AsyncGenerator[frozenset[Path], None]:
    """First none, when the watching has begun, then the files that changed, each time some did.

    It ends when a folder can be watched no longer.
    """
    queue: asyncio.Queue[frozenset[Path] | None] = asyncio.Queue()
    watchers = [
        asyncio.create_task(_pass_on(places, queue, step, what.may_matter))
        for places, step in (((what.issue, *what.themes), STEP), (what.flat, SELDOM))
        if places
    ]
    try:
        await asyncio.sleep(0)  # each watcher runs up to its first wait, and has asked the system by then
        yield frozenset()
        while (changed := await queue.get()) is not None:
            yield changed
    finally:
        for watcher in watchers:
            watcher.cancel()
        await asyncio.gather(*watchers, return_exceptions=True)


async def _pass_on(
    places: Iterable[Path],
    queue: asyncio.Queue[frozenset[Path] | None],
    step: int,
    may_matter: Callable[[Path], bool],
) -> None:
    from watchfiles import awatch

    try:
        async for changed in awatch(
            *places,
            watch_filter=lambda _, path: may_matter(Path(path)),
            step=step,
            debounce=DEBOUNCE,
            recursive=step == STEP,
            ignore_permission_denied=True,
        ):
            queue.put_nowait(frozenset(Path(path) for _, path in changed))
    finally:
        queue.put_nowait(None)


def is_ours(path: str) -> bool:
    """Whether a file may be part of an issue: not hidden, nor an editor's own copy of one."""
    name = Path(path).name
    return not name.startswith((".", "#", "~")) and not name.endswith(("~", ".part", ".swp", ".tmp", ".pyc"))
