"""What an issue asks of theme and summaries, a story of its layout, and whether that is said there."""

from collections.abc import Mapping
from typing import Any, Final

from digest.editing.edit import said_in
from digest.editing.sheet import Values
from digest.model import Decided, Issue, Layout, Origin

Wishes = Mapping[str, Mapping[str, Decided[Any]]]
"""By slug ("" is the issue) and field; the editor's where `issue.toml` says it there, else a default."""

_OF_SUMMARIES: Final = ("summary_length", "summary_style")


def wishes(issue: Issue, said: Values) -> Wishes:
    """The fields that stand beside an issue's values, as `issue.toml` says them or as they are without it."""
    whole = {
        name: _decided(said, name, getattr(issue.publication, name)) for name in ("theme", *_OF_SUMMARIES)
    }
    return {"": whole, **{story.slug: _of_story(said, story.slug, whole) for story in issue.stories}}


def _of_story(said: Values, slug: str, whole: Mapping[str, Decided[Any]]) -> Mapping[str, Decided[Any]]:
    own = said_in(said, slug) or {}
    summary = {name: _decided(own, name, whole[name].value) for name in _OF_SUMMARIES}
    return {**summary, "layout": _decided(own, "layout", Layout.FULL)}


def _decided(said: Mapping[str, Any], name: str, otherwise: Any) -> Decided[Any]:
    if said.get(name) is None:
        return Decided(value=otherwise, origin=Origin.DEFAULT)
    return Decided(value=said[name], origin=Origin.EDITOR)
