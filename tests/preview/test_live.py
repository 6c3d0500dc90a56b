"""The desk kept up with its files: real files, a real watcher, and what the pages are told."""

import asyncio
import json
import shutil
from contextlib import aclosing, asynccontextmanager

from digest.preview.events import Events, Kind
from digest.preview.live import Live
from digest.preview.watch import changes, is_ours, watched
from digest.preview.workshop import Workshop
from digest.render.theme import bundled_templates


def kinds_of(stream):
    """What a stream tells, one kind after another."""

    async def kind():
        while True:
            event = (await asyncio.wait_for(anext(stream), 20)).decode()
            if "data: " in event:
                return json.loads(event.partition("data: ")[2])["kind"]

    return kind


@asynccontextmanager
async def followed(folder):
    """A live desk on a folder, and the kinds of what happens on it."""
    live, ready = Live(Workshop(folder)), asyncio.Event()
    running = asyncio.create_task(live.run(ready))
    await ready.wait()
    kind = kinds_of(live.events.listen())
    assert await kind() == Kind.HELLO
    while not live.workshop.is_checked:
        await kind()
    try:
        yield live, kind
    finally:
        live.close()
        await asyncio.wait_for(running, 10)


async def until(kind, wanted):
    while await kind() != wanted:
        pass


def test_a_save_is_shown_and_then_checked(week):
    async def play():
        async with followed(week) as (live, kind):
            toml = week / "issue.toml"
            toml.write_text(f'subject = "Boats"\n{toml.read_text("utf-8")}', "utf-8")
            await until(kind, Kind.EMAIL)
            assert live.workshop.edition.issue.subject.value == "Boats"
            await until(kind, Kind.FINDINGS)
            assert live.workshop.is_checked

    asyncio.run(play())


def test_a_broken_file_is_told_and_so_is_its_recovery(week):
    async def play():
        async with followed(week) as (live, kind):
            toml = week / "issue.toml"
            sound = toml.read_text("utf-8")
            toml.write_text("number =", "utf-8")
            await until(kind, Kind.ERROR)
            assert live.workshop.problems
            other = toml.with_name("saved")
            other.write_text(sound, "utf-8")
            other.replace(toml)  # as editors save: written beside, then renamed
            await until(kind, Kind.ERROR)
            assert not live.workshop.problems

    asyncio.run(play())


def test_a_change_in_digest_toml_and_in_a_source_is_seen(week):
    async def play():
        async with followed(week) as (live, kind):
            toml = week.parent.parent / "digest.toml"
            toml.write_text(toml.read_text("utf-8").replace("Quayside", "The Quay"), "utf-8")
            await until(kind, Kind.EMAIL)
            source = week / "sources" / "ferry.txt"
            source.write_text(source.read_text("utf-8").replace("loses its", "keeps its"), "utf-8")
            await until(kind, Kind.EMAIL)
            assert "keeps its last boat" in live.workshop.edition.galley.email.text

    asyncio.run(play())


def test_a_theme_that_appears_is_watched_and_compiled_in_the_background(week):
    async def play():
        async with followed(week) as (live, kind):
            theme = week.parent.parent / "templates" / "weekly"
            shutil.copytree(bundled_templates() / "weekly", theme)
            toml = week / "issue.toml"
            toml.write_text(f'subject = "Boats"\n{toml.read_text("utf-8")}', "utf-8")
            await until(kind, Kind.EMAIL)
            await asyncio.sleep(0.3)
            block = theme / "blocks" / "opening.mjml"
            block.write_text(f"<p>Seen at once</p>{block.read_text('utf-8')}", "utf-8")
            await until(kind, Kind.THEME)
            await until(kind, Kind.EMAIL)
            assert "Seen at once" in live.workshop.edition.galley.email.html
            await until(kind, Kind.THEME)
            assert not live.theming

    asyncio.run(play())


def test_every_page_is_told_and_a_closed_desk_tells_no_more():
    async def play():
        events = Events()
        one, two = events.listen(), events.listen()
        for stream in (one, two):
            assert b'"hello"' in await anext(stream)
        events.tell(Kind.EMAIL)
        for stream in (one, two):
            assert b'"version":1,"kind":"email"' in await anext(stream)
        events.close()
        assert [event async for event in one] == []
        assert [event async for event in events.listen()] == [
            b'retry: 500\nid: 1\ndata: {"version":1,"kind":"hello"}\n\n'
        ]

    asyncio.run(play())


def test_a_quiet_stream_is_kept_alive():
    async def play():
        stream = Events().listen(keep_alive=0.01)
        await anext(stream)
        assert (await anext(stream)).startswith(b":")

    asyncio.run(play())


def test_a_newsroom_s_folder_is_not_watched_with_all_that_lies_in_it(workshop):
    what = watched(workshop.folder, workshop.edition.newsroom, ["/elsewhere/a.txt"])
    assert what.issue == workshop.folder
    assert what.flat == {workshop.folder.parent.parent}
    assert bundled_templates() in what.themes


def test_the_copies_that_editors_and_we_write_beside_a_file_are_not_ours():
    for name in (".issue.toml.swp", "issue.toml~", "#issue.toml#", ".issue.toml.7.part", "4913.tmp"):
        assert not is_ours(f"/issues/week/{name}")
    assert is_ours("/issues/week/issue.toml")


def test_an_issue_that_is_moved_away_and_back_is_followed_again(week):
    async def play():
        async with followed(week) as (live, kind):
            away = week.with_name("away")
            week.rename(away)
            (week.parent.parent / "digest.toml").touch()
            await until(kind, Kind.ERROR)
            away.rename(week)
            await until(kind, Kind.ERROR)
            assert not live.workshop.problems
            toml = week / "issue.toml"
            toml.write_text(f'subject = "Boats"\n{toml.read_text("utf-8")}', "utf-8")
            await until(kind, Kind.EMAIL)

    asyncio.run(play())


def test_watching_has_begun_when_that_is_told(week):
    async def play():
        async with aclosing(changes(watched(week, None))) as stream:
            assert await anext(stream) == frozenset()
            toml = week / "issue.toml"
            toml.write_text(toml.read_text("utf-8"), "utf-8")
            assert await asyncio.wait_for(anext(stream), 20) == {toml}

    asyncio.run(play())


def test_a_save_made_before_the_watching_begins_is_shown_too(week):
    async def play():
        live, ready = Live(Workshop(week)), asyncio.Event()
        running = asyncio.create_task(live.run(ready))
        await ready.wait()
        toml = week / "issue.toml"
        toml.write_text(f'subject = "Boats"\n{toml.read_text("utf-8")}', "utf-8")
        await until(kinds_of(live.events.listen()), Kind.EMAIL)
        assert live.workshop.edition.issue.subject.value == "Boats"
        live.close()
        await asyncio.wait_for(running, 10)

    asyncio.run(play())
