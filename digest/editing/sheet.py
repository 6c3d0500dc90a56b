"""The text of an `issue.toml` and what it says, changed side by side.

Every change is made twice, to the text and to the data that tomllib read from it. `finished` reads the text
back: a text that does not say exactly what was meant is never handed on.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from pathlib import PurePosixPath
from typing import Any

from digest.editing.listing import Row, end_of, with_entries, with_rows, with_table, without_tables
from digest.editing.order import added, arranged
from digest.editing.pairs import with_value, without
from digest.editing.statements import Keys
from digest.editing.tables import STORIES, Story, Table, stories_of, tables_of
from digest.errors import EditRefusedError
from digest.naming import slug_of

Values = dict[str, Any]
LISTINGS = "listings"
NAMES = {"quotes": "text", "related": "title", "promos": "title"}
"""The key by which an entry of a list is known."""

_NO_TABLES = "write the stories of issue.toml as [[stories]] tables, so that one can be changed"


def slug_in(story: Mapping[str, Any]) -> str:
    """The slug of a `[[stories]]` table: its source's name, as when the issue is opened."""
    return slug_of(PurePosixPath(str(story.get("source", ""))).stem)


def read(text: str) -> Values:
    """What a text says; raises EditRefusedError when it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EditRefusedError(f"issue.toml cannot be read ({error}); mend it by hand first") from None


class Sheet:
    r"""A text with "\n" for its line ends; where a story is asked for, "" is the issue itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = read(text)

    def finished(self) -> str:
        """The changed text."""
        with suppress(tomllib.TOMLDecodeError):
            if tomllib.loads(self.text) == self.data:
                return self.text
        raise EditRefusedError(
            "issue.toml is written in a way that this change cannot follow; make it by hand"
        )

    @property
    def stories(self) -> list[Values]:
        """What the file says of its stories; raises EditRefusedError where they are no tables."""
        stories: list[Values] = self.data.get(STORIES, [])
        if not (isinstance(stories, list) and all(isinstance(story, dict) for story in stories)):
            raise EditRefusedError(_NO_TABLES)
        return stories

    def slugs(self) -> list[str]:
        """The slugs of its stories, in order."""
        return list(map(slug_in, self.stories))

    def number(self, slug: str) -> int:
        """A story's place, from 0; raises EditRefusedError when there is none of that slug."""
        slugs = self.slugs()
        if slug not in slugs:
            raise EditRefusedError(f'no story "{slug}" in the issue any more; look at what it holds now')
        return slugs.index(slug)

    def said(self, slug: str) -> Values:
        """What the file says of a story, or of the issue."""
        return self.stories[self.number(slug)] if slug else self.data

    def put(self, slug: str, keys: Keys, value: Any) -> None:
        """Gives a key its value; of two keys the first is a table ("image", "alt")."""
        self._make_room(slug, keys)
        own, deeper = self._own(slug), self._tables(slug, keys[0])
        if len(keys) == 1 or own.dotted(keys[0]):
            self.text = with_value(self.text, own, keys, value)
        elif own.pair(keys[0]):
            self.text = with_value(self.text, own, keys[:1], {**self.said(slug)[keys[0]], keys[1]: value})
        elif deeper:
            self.text = with_value(self.text, deeper[0], keys[1:], value)
        else:
            self._put_table(slug, keys[0], {keys[1]: value})
        values = self.said(slug) if len(keys) == 1 else self.said(slug).setdefault(keys[0], {})
        values[keys[-1]] = deepcopy(value)

    def drop(self, slug: str, keys: Keys) -> None:
        """Takes a key out, with all that stands in it; a table whose last key it was goes too."""
        said = self.said(slug)
        if len(keys) == 2:  # noqa: PLR2004 - a table and a key in it
            there = said.get(keys[0])
            if isinstance(there, dict) and keys[1] in there:
                self._drop_deeper(slug, keys)
            return
        self.text = without(self.text, self._own(slug), keys)
        while tables := self._tables(slug, keys[0]):
            self.text = without_tables(self.text, tables[:1])
        while own := next((each for each in self._own(slug).pairs if each.keys[0] == keys[0]), None):
            self.text = without(self.text, self._own(slug), own.keys)
        said.pop(keys[0], None)

    def put_list(self, slug: str, key: str, entries: Sequence[Mapping[str, Any]]) -> None:
        """Gives a story a list of tables; an empty one is written as such."""
        if not entries:
            self.put(slug, (key,), [])
            return
        if not self._tables(slug, key):
            self.drop(slug, (key,))
        self.text = with_entries(self.text, self._story(slug), key, entries, NAMES[key])
        self.said(slug)[key] = [dict(entry) for entry in entries]

    def put_listings(self, listings: Sequence[Values]) -> None:
        """Gives the issue its listings, each with its items."""
        if not any(table.keys[0] == LISTINGS for table in tables_of(self.text)[1:]):
            self.drop("", (LISTINGS,))
        everything = tables_of(self.text)
        tables = [table for table in everything if table.keys[:1] == (LISTINGS,)]
        if rows := [row for listing in listings for row in _rows(listing)]:
            self.text = with_rows(self.text, Story(tuple(everything)), tables, rows, "title")
            self.data[LISTINGS] = deepcopy(list(listings))
        else:
            self.text = without_tables(self.text, tables)
            self.data.pop(LISTINGS, None)

    def arrange(self, order: Sequence[int]) -> None:
        """Puts the stories of these numbers in this order, and takes out all others."""
        self.text = arranged(self.text, self._stories(), order)
        self.data[STORIES] = [self.stories[n] for n in order]
        if not order:
            del self.data[STORIES]

    def append(self, entry: str) -> None:
        """Adds a story's lines at the end."""
        self._stories()
        self.text = added(self.text, entry)
        self.data.setdefault(STORIES, []).extend(read(entry)[STORIES])

    def _make_room(self, slug: str, keys: Keys) -> None:
        """Takes out what stands in the way: a table where a value goes, or a value where a table goes."""
        there = self.said(slug).get(keys[0])
        tables = isinstance(there, dict) or bool(self._tables(slug, keys[0]))
        if there is not None and (tables if len(keys) == 1 else not isinstance(there, dict)):
            self.drop(slug, keys[:1])

    def _drop_deeper(self, slug: str, keys: Keys) -> None:
        said, own = self.said(slug), self._own(slug)
        if len(said[keys[0]]) == 1:
            self.drop(slug, keys[:1])
            return
        del said[keys[0]][keys[1]]
        if own.pair(*keys):
            self.text = without(self.text, own, keys)
        elif own.pair(keys[0]):
            self.text = with_value(self.text, own, keys[:1], said[keys[0]])
        else:
            self.text = without(self.text, self._tables(slug, keys[0])[0], keys[1:])

    def _put_table(self, slug: str, key: str, values: Values) -> None:
        if slug:
            story = self._story(slug)
            self.text = with_table(self.text, end_of(self.text, story), f"[{STORIES}.{key}]", values)
        else:
            self.text = with_table(self.text, end_of(self.text, Story((self._own(""),))), f"[{key}]", values)

    def _own(self, slug: str) -> Table:
        return self._story(slug).tables[0] if slug else tables_of(self.text)[0]

    def _tables(self, slug: str, key: str) -> list[Table]:
        if slug:
            return self._story(slug).of(key)
        return [table for table in tables_of(self.text) if table.keys == (key,)]

    def _story(self, slug: str) -> Story:
        return self._stories()[self.number(slug)]

    def _stories(self) -> list[Story]:
        stories = stories_of(tables_of(self.text))
        if len(stories) != len(self.stories):
            raise EditRefusedError(_NO_TABLES)
        return stories


def _rows(listing: Values) -> Iterator[Row]:
    """A listing as tables, its items' after its own."""
    yield (LISTINGS,), {key: value for key, value in listing.items() if key != "items"}
    yield from (((LISTINGS, "items"), item) for item in listing.get("items", ()))
