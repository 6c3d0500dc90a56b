"""The places of an email that a finding may point to: the ids of its parts, in reading order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from digest.model import Issue

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PLACES = ("masthead", "note", "contents", "sponsor", "listings", "footer")
STORY = "story-"


def is_place(name: str) -> bool:
    """Whether an id is that of a part of the email."""
    return name in PLACES or name.startswith(STORY)


def placed(tree: "HtmlElement") -> Iterator[tuple["HtmlElement", str]]:
    """Each element of an email with the part it stands in: the last one begun; "" above the first."""
    place = ""
    for element in tree.iter("*"):
        if is_place(name := element.get("id", "")):
            place = name
        yield element, place


def story_at(place: str, issue: Issue) -> str:
    """The slug of the story at a place, "" when no story stands there."""
    return next((story.slug for story in issue.stories if place == f"{STORY}{story.slug}"), "")
