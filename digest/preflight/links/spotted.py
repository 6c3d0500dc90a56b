"""The web addresses of an email's links and pictures, and where each of them is mended."""

from collections.abc import Iterator

from msgspec import Struct

from digest.preflight.addresses import page_of
from digest.preflight.galley import Galley, Hit
from digest.preflight.places import placed, story_at
from digest.preflight.spots import targets

_CALENDARS = (  # made by us; they ask who is not logged in to log in
    "https://calendar.google.com/calendar/render?",
    "https://outlook.office.com/calendar/deeplink/compose?",
)
_MERGE_TAGS = ("[[", "{{", "*|", "\ue000")
_SHOWN = 80  # letters


class Spotted(Struct, frozen=True, kw_only=True):
    """An address in the email: what is shown for it (a link's words, a picture's alt text), and where."""

    url: str
    shown: str
    place: str
    picture: bool


def addresses(galley: Galley) -> tuple[Spotted, ...]:
    """The web addresses of the email, each once; merge tags, mailto:, tel: and anchors are none."""
    found = (each for each in _spotted(galley) if _is_address(each.url))
    return tuple({(each.url, each.picture): each for each in reversed([*found])}.values())[::-1]


def _spotted(galley: Galley) -> Iterator[Spotted]:
    for element, place in placed(galley.tree):
        if element.tag == "a" and (url := element.get("href")):
            alts = " ".join(element.xpath(".//img/@alt"))
            shown = " ".join(element.text_content().split()) or alts
            yield Spotted(url=url.strip(), shown=shown, place=place, picture=False)
        elif element.tag == "img" and (url := element.get("src")):
            yield Spotted(url=url.strip(), shown=element.get("alt", ""), place=place, picture=True)


def _is_address(url: str) -> bool:
    if any(sign in url for sign in _MERGE_TAGS) or url.startswith(_CALENDARS):
        return False
    return url.lower().startswith(("http://", "https://"))


def named(spotted: Spotted) -> str:
    """How messages call it: `“Port fees” (https://…)`."""
    shown = spotted.shown if len(spotted.shown) < _SHOWN else spotted.shown[:_SHOWN].rstrip() + " …"
    kind = "the picture " if spotted.picture else ""
    return f"{kind}“{shown}” ({spotted.url})" if shown else f"{kind}{spotted.url}"


def hit(galley: Galley, spotted: Spotted, message: str, mend: str) -> Hit:
    """A hit where the link was written, when one of the issue's keys has it, else where it stands."""
    for target in targets(galley.issue):
        if target.url and page_of(target.url) == page_of(spotted.url) and target.spot.place == spotted.place:
            return target.spot.hit(message, mend)
    story = story_at(spotted.place, galley.issue)
    return Hit(message=message, mend=mend, place=spotted.place, story=story)
