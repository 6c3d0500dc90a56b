"""All edits of an issue, by the name they have as JSON under "edit"."""

from typing import Any

from msgspec import ValidationError, convert

from digest.editing.additions import SetListings, SetSponsor
from digest.editing.edit import Edit
from digest.editing.fields import AssignLine, ResetField, SetField
from digest.editing.links import SetLinkUrl, SetRelated
from digest.editing.lists import SetQuotes, SetQuoteSpeaker, SetSummary
from digest.editing.promos import MovePromo, SetPromo, SetPromos
from digest.editing.stories import AddStory, MoveStory, RemoveStory
from digest.errors import EditRefusedError

AnyEdit = (
    SetField
    | ResetField
    | AssignLine
    | MoveStory
    | RemoveStory
    | AddStory
    | SetSummary
    | SetQuotes
    | SetQuoteSpeaker
    | SetRelated
    | SetLinkUrl
    | SetPromos
    | SetPromo
    | MovePromo
    | SetSponsor
    | SetListings
)


def edit_of(values: Any) -> Edit:
    """The edit that parsed JSON tells of; raises EditRefusedError for what is none."""
    try:
        edit: Edit = convert(values, AnyEdit)
    except ValidationError as error:
        raise EditRefusedError(f"this is no edit: {error}") from None
    return edit
