"""Checks on the words of links: do they say where they lead?"""

from collections.abc import Iterator

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.addresses import host_of, page_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.links.anchors import links, note_links
from digest.preflight.spots import Spot, Target, targets, texts
from digest.preflight.wording import told_words

_VAGUE = {
    "click here", "here", "click", "click this", "this", "this link", "link", "the link", "this page",
    "page", "read here", "see here", "tap here", "click for more", "go", "hier", "hier klicken",
    "klicken sie hier", "ici", "cliquez ici", "aquí", "haga clic aquí", "clicca qui", "qui", "klik hier",
    "clique aqui", "aqui"
}  # fmt: skip
_ADDRESS = pattern(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|eu|de|fr|io)(?:/\S*)?")


def vague(galley: Galley) -> Iterator[Hit]:
    """A link whose words say nothing alone."""
    shown = [(link.shown, link.spot) for link in (*targets(galley.issue), *note_links(galley))]
    shown += [
        (text.value, text.spot)
        for text in texts(galley.issue)
        if text.name in {"read_more", "call_to_action"}
    ]
    for words, here in shown:
        if told_words(words) in _VAGUE:
            yield here.hit(f"a link says only “{words}”", "say where it leads: “Read the report”")


def same_words(galley: Galley) -> Iterator[Hit]:
    """Two links that say the same and lead to different pages."""
    seen: dict[str, tuple[str, Spot]] = {}
    for link in _worded(galley):
        page, here = page_of(link.url), link.spot
        first, there = seen.setdefault(told_words(link.shown), (page, here))
        if page != first:
            yield here.hit(
                f"“{link.shown}” leads to {page}, and at {there.key} to {first}",
                "give one of them other words, or the same address",
            )


def disguised(galley: Galley) -> Iterator[Hit]:
    """A link that shows one address and leads to another."""
    for link in links(galley):
        shown = link.shown.strip().strip("<>")
        if link.url.startswith("http") and _ADDRESS.fullmatch(shown):
            host = host_of(shown if "://" in shown else f"https://{shown}").removeprefix("www.")
            if host != host_of(link.url).removeprefix("www."):
                yield link.spot.hit(f"a link says {shown} and leads to {link.url}", "make them agree")


def _worded(galley: Galley) -> Iterator[Target]:
    """The links that an editor words, and that lead to a page."""
    for link in (*targets(galley.issue), *note_links(galley)):
        if page_of(link.url) and told_words(link.shown) and "digest.toml" not in link.spot.key:
            yield link


ROWS = (
    Check(
        code="link-vague",
        level=Level.WARNING,
        run=vague,
        title="a link says “click here”, or as little",
        why="those who hear a mail's links one after the other cannot tell where it leads",
        source="WCAG 2.2, 2.4.4 and 2.4.9",
        deep=True,
    ),
    Check(
        code="link-same-words",
        level=Level.WARNING,
        run=same_words,
        title="two links say the same and lead to different pages",
        why="readers cannot tell them apart; one of the addresses is probably wrong",
        source="WCAG 2.2, 2.4.4 and 2.4.9",
        deep=True,
    ),
    Check(
        code="link-disguised",
        level=Level.WARNING,
        run=disguised,
        title="a link shows one address and leads to another",
        why="that is how phishing works, and mail programs warn of it",
        source="Thunderbird: phishing detection",
        deep=True,
    ),
)
