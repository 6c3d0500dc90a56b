"""What an editor asks of a story's summary."""

from pathlib import Path

from msgspec import Struct

from digest.model import SummaryStyle

EXTRACTIVE = "extractive"


class Wish(Struct, frozen=True, kw_only=True):
    """Up to `length` sentences in a `style`, by a summariser: its name, or "name:option".

    `drafts` is the issue's folder for what a model drafted; None where nothing may be sent to a model.
    """

    length: int = 3
    style: SummaryStyle = SummaryStyle.SENTENCES
    summariser: str = EXTRACTIVE
    drafts: Path | None = None

    @property
    def name(self) -> str:
        """The summariser's name among the plug-ins."""
        return self.summariser.partition(":")[0]

    @property
    def option(self) -> str:
        """What stands behind the name's colon: the model in "llm:MODEL"."""
        return self.summariser.partition(":")[2]


PLAIN = Wish()
