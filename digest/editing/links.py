"""Edits of a story's related headlines, and of where headlines lead."""

from digest.editing.edit import Shown, StoryEdit, of, said_of
from digest.editing.entries import entries_of, give, given
from digest.editing.sheet import Sheet, Values
from digest.errors import EditRefusedError
from digest.issuefile import LinkEntry
from digest.model import Story
from digest.verbatim import same_words


class SetRelated(StoryEdit, frozen=True, kw_only=True):
    """The related headlines are these, in this order; an address left out is the page's or a feed's."""

    links: tuple[LinkEntry, ...]

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes `[[stories.related]]`."""
        del shown
        sheet.put_list(self.story, "related", [given(link) for link in self.links])

    def seen(self, data: Values) -> object:
        """The related headlines."""
        return said_of(data, self.story, "related")

    def told(self, headline: str) -> str:
        """Whose related headlines were changed."""
        return f"Related headlines{of(headline)} changed"


class SetLinkUrl(StoryEdit, frozen=True, kw_only=True):
    """Where a headline leads, the story's own or a related one's or a promo's; "" leads nowhere."""

    title: str
    url: str

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes the address with the entry it belongs to: `[stories.links]` is for what feeds say."""
        story = shown.story(self.story)
        if same_words(self.title, story.article.headline):
            sheet.put(self.story, ("url",), self.url)
            return
        key, place = _listed(story, self.title)
        if getattr(story, key)[place].value.url == self.url:
            return
        entries = entries_of(sheet, story, key)
        give(entries[place], "url", self.url)
        sheet.put_list(self.story, key, entries)

    def seen(self, data: Values) -> object:
        """The addresses and lists that may hold it."""
        return said_of(data, self.story, "url", "links", "related", "promos")

    def told(self, headline: str) -> str:
        """Which headline leads elsewhere."""
        del headline
        return f"Address of “{self.title}” changed"


def _listed(story: Story, title: str) -> tuple[str, int]:
    """The list that holds a headline, and its place there."""
    for key in ("related", "promos"):
        for place, each in enumerate(getattr(story, key)):
            if same_words(each.value.title, title):
                return key, place
    raise EditRefusedError(f"“{title}” is not shown with the story any more; look at what it holds now")
