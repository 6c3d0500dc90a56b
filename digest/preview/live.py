"""The workshop kept up with its files, and the pages told of it; all slow work is done in threads.

One loop watches and refreshes. Checks and themes have a loop of their own each: however often they are asked
for while one is running, it runs once more.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

from digest.preview.changes import Changes
from digest.preview.events import Events, Kind
from digest.preview.watch import Watched, changes, watched
from digest.preview.workshop import Workshop
from digest.sources.capture import Take, capture

_UNTIL_SEEN = 0.25  # seconds that a browser has for showing an email before checks take the processor
_PATIENCE = 1.0  # seconds until a folder that cannot be watched is tried again


class Live:
    """A workshop with its events, `take` for addresses it is brought; made and run on one asyncio loop."""

    def __init__(self, workshop: Workshop, take: Take = capture) -> None:
        self.workshop = workshop
        self.changes = Changes(workshop, take)
        self.events = Events()
        self.theming = False
        self._stop = asyncio.Event()
        self._check = asyncio.Event()
        self._theme = asyncio.Event()

    async def refresh(self) -> None:
        """Makes a new edition of the files as they are, and tells of it."""
        await self._renew(self.workshop.refresh)

    async def run(self, ready: asyncio.Event) -> None:
        """Keeps up until `close`; `ready` is set once there is something to show or to tell."""
        await self.refresh()
        ready.set()
        loops = (
            self._keep_watching(),
            self._again(self._check, self._inspect_soon),
            self._again(self._theme, self._retheme),
        )
        tasks = [asyncio.create_task(loop) for loop in loops]
        await self._stop.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def close(self) -> None:
        """Ends the watching, and every page's stream."""
        self._stop.set()
        self.events.close()

    async def _keep_watching(self) -> None:
        """Follows the files' changes; others may have to be watched after any of them."""
        while True:
            what = self._watched()
            async with aclosing(changes(what)) as stream:
                async for paths in stream:
                    await self._changed(paths, what)
                    if self._watched() != what or not what.issue.is_dir():
                        break
            if self._watched() == what:
                await asyncio.sleep(_PATIENCE)

    async def _changed(self, paths: frozenset[Path], what: Watched) -> None:
        theme = {path for path in paths if what.is_theme(path)}
        if paths - theme or not paths:
            await self.refresh()
        if theme:
            self._theme.set()

    def _watched(self) -> Watched:
        edition = self.workshop.edition
        sources = [story.article.source.name for story in edition.issue.stories] if edition else []
        return watched(self.workshop.folder, edition.newsroom if edition else None, sources)

    async def _renew(self, work: Callable[[], bool]) -> None:
        before = self.workshop.edition
        if await asyncio.to_thread(work):
            fresh = self.workshop.edition is not before
            self.events.tell(Kind.EMAIL if fresh else Kind.ERROR)
        if not self.workshop.is_checked:
            self._check.set()

    async def inspect(self) -> None:
        """Runs every check on the edition at hand, and tells of it."""
        if await asyncio.to_thread(self.workshop.inspect):
            self.events.tell(Kind.FINDINGS)

    async def _inspect_soon(self) -> None:
        await asyncio.sleep(_UNTIL_SEEN)
        await self.inspect()

    async def _retheme(self) -> None:
        self.theming = True
        self.events.tell(Kind.THEME)
        try:
            await self._renew(self.workshop.retheme)
        finally:
            self.theming = False
            self.events.tell(Kind.THEME)

    async def _again(self, wanted: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
        while await wanted.wait():
            wanted.clear()
            await work()
