"""Every link of an email, wherever it comes from: the issue's keys, the editor's note, the theme."""

from collections.abc import Iterator

from digest.preflight.addresses import page_of
from digest.preflight.galley import Galley
from digest.preflight.places import placed
from digest.preflight.spots import Spot, Target, targets

_NOTE = Spot(key="note", place="note")
_MERGE_TAGS = ("[[", "{{", "*|", "%%", "\ue000")


def links(galley: Galley) -> list[Target]:
    """The links of an email, each with the place where it is mended; those that lead nowhere are left out."""
    given = [target for target in targets(galley.issue) if target.url]
    noted = list(note_links(galley))
    known = {page_of(target.url) or target.url for target in (*given, *noted)}
    theirs = [target for target in sent(galley) if (page_of(target.url) or target.url) not in known]
    return [*given, *noted, *theirs]


def note_links(galley: Galley) -> Iterator[Target]:
    """The links of the editor's note as they are written, of whatever kind."""
    if not galley.issue.note.value.strip():
        return
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False})
    reader.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005 - its name is asked
    for block in reader.parse(galley.issue.note.value):
        shown, url = "", None
        for token in block.children or ():
            if token.type == "link_open":
                shown, url = "", str(token.attrGet("href"))
            elif token.type == "link_close" and url is not None:
                yield Target(shown=shown, url=url, spot=_NOTE)
                url = None
            else:
                shown += token.content


def sent(galley: Galley) -> Iterator[Target]:
    """The links of the email's HTML as readers follow them, without merge tags and places in the mail."""
    for element, place in placed(galley.tree):
        url = element.get("href", "").strip() if element.tag == "a" else ""
        if url and not url.startswith(("#", *_MERGE_TAGS)):
            shown = " ".join(element.text_content().split())
            yield Target(shown=shown, url=url, spot=Spot(key="email.html", place=place))
