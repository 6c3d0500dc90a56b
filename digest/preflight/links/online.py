"""Checks on what the email's links and pictures lead to, told by what their addresses replied (--online).

Whoever runs the checks asks the addresses and lays the replies into the galley; without replies nothing is
found here. Servers tell programs other things than they tell people, so every finding can be ignored.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from digest.errors import Fault
from digest.model import Level
from digest.preflight.addresses import parts_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.links.spotted import Spotted, addresses, hit, named
from digest.reply import Reply

_UNCLEAR = {401, 402, 403, 407, 418, 429, 451}  # a login, a subscription, no programs, too often, the law
_GONE = {404: "there is no such page", 410: "the page has been taken down"}
_REFUSALS, _FAILURES = HTTPStatus.BAD_REQUEST, HTTPStatus.INTERNAL_SERVER_ERROR


def _dead(reply: Reply) -> str:
    if _REFUSALS <= reply.status < _FAILURES and reply.status not in _UNCLEAR:
        return _GONE.get(reply.status, "it is refused")
    return ""


def _failing(reply: Reply) -> str:
    return "the server has trouble of its own" if reply.status >= _FAILURES else ""


def _unclear(reply: Reply) -> str:
    return "programs are not let in" if reply.status in _UNCLEAR or reply.fault is Fault.ROBOTS else ""


def _late(reply: Reply) -> str:
    return "no reply in time" if reply.fault is Fault.TIME else ""


def _unproven(reply: Reply) -> str:
    return "no safe connection" if reply.fault is Fault.TLS else ""


def _inside(reply: Reply) -> str:
    return "not on the open web" if reply.fault is Fault.PRIVATE else ""


def _unreachable(reply: Reply) -> str:
    lost = {Fault.HOST, Fault.CONNECTION, Fault.LOOP, Fault.ADDRESS}
    return "cannot be reached" if reply.fault in lost else ""


def _links(concern: Callable[[Reply], str], mend: str) -> Callable[[Galley], Iterator[Hit]]:
    """The check that finds the links whose reply is of one's concern."""

    def run(galley: Galley) -> Iterator[Hit]:
        for spotted, reply in _replied(galley, picture=False):
            if why := concern(reply):
                yield hit(galley, spotted, _said(spotted, reply, why), mend)

    return run


def moved(galley: Galley) -> Iterator[Hit]:
    """Links that lead on to another page."""
    for spotted, reply in _replied(galley, picture=False):
        if _arrives(reply) and reply.final and not _at_front(spotted.url, reply):
            how = "for good" if reply.lasting else "for now"
            lost = "utm_source=" in spotted.url and "utm_source=" not in reply.final
            loses = ", and loses the campaign's parameters on the way" if lost else ""
            said = f"{named(spotted)} has moved {how} to {reply.final}{loses}"
            yield hit(galley, spotted, said, "link to where it leads")


def to_front(galley: Galley) -> Iterator[Hit]:
    """Links to a page that end on a front page: how many sites say that a page is gone."""
    for spotted, reply in _replied(galley, picture=False):
        if _arrives(reply) and _at_front(spotted.url, reply):
            said = f"{named(spotted)} leads to a front page, {reply.final}"
            yield hit(galley, spotted, said, "look whether the page is still there, and mend its url")


def dead_pictures(galley: Galley) -> Iterator[Hit]:
    """Pictures that do not come."""
    for spotted, reply in _replied(galley, picture=True):
        if not _arrives(reply):
            yield hit(galley, spotted, _said(spotted, reply, "no picture comes"), "mend its address")


def no_pictures(galley: Galley) -> Iterator[Hit]:
    """Addresses of pictures that bring something else."""
    for spotted, reply in _replied(galley, picture=True):
        if _arrives(reply) and reply.kind and not reply.kind.startswith("image/"):
            said = f"{named(spotted)} brings {reply.kind}, which is no picture"
            yield hit(galley, spotted, said, "give the address of the picture itself")


def _replied(galley: Galley, *, picture: bool) -> Iterator[tuple[Spotted, Reply]]:
    if galley.replies:
        for spotted in addresses(galley):
            if spotted.picture is picture and spotted.url in galley.replies:
                yield spotted, galley.replies[spotted.url]


def _arrives(reply: Reply) -> bool:
    return reply.fault is None and reply.status < _REFUSALS


def _at_front(url: str, reply: Reply) -> bool:
    return bool(reply.final) and _path(reply.final) == "" != _path(url)


def _path(url: str) -> str:
    return parts_of(url).path.strip("/")


def _said(spotted: Spotted, reply: Reply, why: str) -> str:
    """`“Port fees” (https://…) answers 404: there is no such page`."""
    if reply.told:
        return f"{named(spotted)} {reply.told}"
    leads = f"leads to {reply.final}, which " if reply.final else ""
    return f"{named(spotted)} {leads}answers {reply.status}: {why}"


ROWS = (
    Check(
        code="link-dead",
        level=Level.ERROR,
        run=_links(_dead, "look for the page's new address and mend its url"),
        title="a link leads to a page that is not there (404, 410 and the like)",
        why="readers who follow it find nothing, and trust the next link less",
        source="RFC 9110, 15.5",
        deep=True,
        online=True,
    ),
    Check(
        code="link-unreachable",
        level=Level.ERROR,
        run=_links(_unreachable, "check the address in a browser, and mend its url"),
        title="a link's host is unknown, takes no connection, or sends round in circles",
        why="readers who follow it get their browser's error page",
        deep=True,
        online=True,
    ),
    Check(
        code="link-tls",
        level=Level.ERROR,
        run=_links(_unproven, "tell the site's owner, or link to another page"),
        title="a link's host cannot prove who it is, or has no sound TLS",
        why="browsers put a full-page warning before the page",
        source="RFC 9110, 4.3.4",
        deep=True,
        online=True,
    ),
    Check(
        code="link-inside",
        level=Level.ERROR,
        run=_links(_inside, "link to the public page; if it is one, check again with --allow-private"),
        title="a link's host has a private address",
        why="only your own network can open it, no reader",
        source="RFC 6890",
        deep=True,
        online=True,
    ),
    Check(
        code="link-failing",
        level=Level.WARNING,
        run=_links(_failing, "check again later, and look at it in a browser"),
        title="a link's server fails (500 and above)",
        why="if it still does when the digest is read, readers find an error page",
        source="RFC 9110, 15.6",
        deep=True,
        online=True,
    ),
    Check(
        code="link-timeout",
        level=Level.WARNING,
        run=_links(_late, "check again later, and look at it in a browser"),
        title="a link does not reply in time",
        why="readers do not wait; and a digest sends many of them at once",
        deep=True,
        online=True,
    ),
    Check(
        code="link-to-front",
        level=Level.WARNING,
        run=to_front,
        title="a link to a page ends on a front page",
        why="this is how many sites hide that a page is gone; readers do not find what was promised",
        deep=True,
        online=True,
    ),
    Check(
        code="link-moved",
        level=Level.NOTE,
        run=moved,
        title="a link leads on to another address",
        why="every redirect takes time, may lose the campaign's parameters, and may end one day",
        source="RFC 9110, 15.4",
        deep=True,
        online=True,
    ),
    Check(
        code="link-unclear",
        level=Level.NOTE,
        run=_links(_unclear, "open it in a browser to be sure"),
        title="a link's site does not let programs look (a login, a subscription, robots.txt)",
        why="whether the page is there could not be seen",
        source="RFC 9309",
        deep=True,
        online=True,
    ),
    Check(
        code="picture-dead",
        level=Level.ERROR,
        run=dead_pictures,
        title="a picture's address brings no picture",
        why="readers see an empty frame",
        deep=True,
        online=True,
    ),
    Check(
        code="picture-kind",
        level=Level.ERROR,
        run=no_pictures,
        title="a picture's address brings something else, such as a web page",
        why="readers see an empty frame",
        deep=True,
        online=True,
    ),
)
