"""Checks on campaign parameters (UTM): a link to one's own pages has one's own, and each of them once."""

from collections import Counter
from collections.abc import Iterator

from digest.model import Level
from digest.preflight.addresses import host_of, is_at, query_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.links.anchors import links, sent

_UTM = ("utm_source", "utm_medium", "utm_campaign")


def unset(galley: Galley) -> Iterator[Hit]:
    """A newsroom that puts no campaign on its links."""
    if not galley.issue.publication.utm.source:
        yield Hit(
            message="links carry no campaign parameters, since none are set",
            where="digest.toml: utm.source",
            mend='name the digest in digest.toml: [utm] source = "newsletter"',
        )


def missing(galley: Galley) -> Iterator[Hit]:
    """A link to one's own site that goes out without its campaign."""
    own = host_of(galley.issue.publication.url).removeprefix("www.")
    if not galley.issue.publication.utm.source or not own:
        return
    for link in sent(galley):
        names = {name for name, _ in query_of(link.url)}
        if is_at(host_of(link.url), own) and "utm_source" not in names:
            yield link.spot.hit(
                f"“{link.shown}” leads to {link.url} without campaign parameters",
                "a theme gets them by writing the address it is given, not one of its own",
            )


def duplicate(galley: Galley) -> Iterator[Hit]:
    """A link on which a campaign parameter stands twice."""
    for link in (*links(galley), *sent(galley)):
        counted = Counter(name for name, _ in query_of(link.url) if name.startswith("utm_"))
        twice = [name for name, count in counted.items() if count > 1]
        if twice:
            yield link.spot.hit(
                f"{link.url} carries {', '.join(twice)} twice", "take them out; they are put on at the end"
            )


def foreign(galley: Galley) -> Iterator[Hit]:
    """A link that came with the campaign of something else."""
    utm = galley.issue.publication.utm
    ours = dict(zip(_UTM, (utm.source, utm.medium, utm.campaign or galley.issue.slug), strict=True))
    for link in links(galley) if utm.source else ():
        there = dict(query_of(link.url))
        other = [f"{name}={there[name]}" for name in _UTM if there.get(name, ours[name]) != ours[name]]
        if other and link.spot.key != "email.html":
            yield link.spot.hit(
                f"{link.url} was copied with another campaign: {', '.join(other)}",
                "take it out of the address; your own is put on at the end",
            )


ROWS = (
    Check(
        code="utm-unset",
        level=Level.NOTE,
        run=unset,
        title="no campaign parameters are set",
        why="your web figures cannot tell what the digest brought",
        source="Google Analytics: Custom campaigns",
        deep=True,
    ),
    Check(
        code="utm-missing",
        level=Level.WARNING,
        run=missing,
        title="a link to your own site has no campaign parameters",
        why="your web figures cannot tell what the digest brought",
        source="Google Analytics: Custom campaigns",
        deep=True,
    ),
    Check(
        code="utm-duplicate",
        level=Level.WARNING,
        run=duplicate,
        title="a campaign parameter stands twice on a link",
        why="web figures take one of the two, and nobody knows which",
        deep=True,
    ),
    Check(
        code="utm-foreign",
        level=Level.WARNING,
        run=foreign,
        title="a link was copied with the campaign of something else",
        why="its readers are counted there, and not for the digest",
        deep=True,
    ),
)
