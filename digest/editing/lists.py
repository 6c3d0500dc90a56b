"""Edits of what a story says: its summary and quotations.

A quotation stands in the source word for word, or the edit is refused with the nearest passage.
"""

from digest.editing.edit import Shown, StoryEdit, found, of, said_of
from digest.editing.entries import entries_of, give, given
from digest.editing.nearest import check_verbatim
from digest.editing.sheet import Sheet, Values
from digest.issuefile import QuoteEntry


class SetSummary(StoryEdit, frozen=True, kw_only=True):
    """The summary is these sentences, in this order; none at all for ()."""

    sentences: tuple[str, ...]

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes `summary`."""
        del shown
        sheet.put(self.story, ("summary",), [" ".join(text.split()) for text in self.sentences])

    def seen(self, data: Values) -> object:
        """The summary."""
        return said_of(data, self.story, "summary")

    def told(self, headline: str) -> str:
        """Whose summary was changed."""
        return f"Summary{of(headline)} changed"


class SetQuotes(StoryEdit, frozen=True, kw_only=True):
    """The quotations are these, in this order; a speaker or role left out is found again by their words."""

    quotes: tuple[QuoteEntry, ...]

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes `[[stories.quotes]]`; raises EditRefusedError for words that do not stand in the source."""
        article = shown.story(self.story).article
        for quote in self.quotes:
            check_verbatim(quote.text, article)
        sheet.put_list(self.story, "quotes", [given(quote) for quote in self.quotes])

    def seen(self, data: Values) -> object:
        """The quotations, and the lines they may stand in."""
        return said_of(data, self.story, "quotes", "lines", "source")

    def told(self, headline: str) -> str:
        """Whose quotations were changed."""
        return f"Quotations{of(headline)} changed"


class SetQuoteSpeaker(StoryEdit, frozen=True, kw_only=True):
    """Who says a quotation, named by its text; None leaves speaker or role as found, "" names nobody."""

    quote: str
    speaker: str | None = None
    role: str | None = None

    def on(self, sheet: Sheet, shown: Shown) -> None:
        """Writes the two keys of the quotation."""
        story = shown.story(self.story)
        place = found(story.quotes, "text", self.quote)
        entries = entries_of(sheet, story, "quotes")
        for key, value in (("speaker", self.speaker), ("role", self.role)):
            give(entries[place], key, value)
        sheet.put_list(self.story, "quotes", entries)

    def seen(self, data: Values) -> object:
        """The quotations."""
        return said_of(data, self.story, "quotes")

    def told(self, headline: str) -> str:
        """Whose speaker was changed."""
        return f"Speaker of a quotation{of(headline)} changed"
