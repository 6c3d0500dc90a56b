"""Checks on how links are written."""

from collections.abc import Iterator
from urllib.parse import unquote

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.addresses import host_of, parts_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.links.anchors import links, note_links

_SCHEME = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE = ("http:", "https:", "mailto:")
_TWO_SCHEMES = pattern(
    r"https?:/*(?:https?(?::|/))",
)
_ADDR_SPEC = pattern(r"[^\s@<>()\[\],;:\\\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_HFIELD = pattern(r"[A-Za-z][\w-]*=.*")
_GLOBAL_NUMBER = pattern(r"\+[-.()\d]*\d[-.()\d]*(?:;[\w-]+(?:=[^;\s]*)?)*")
_LOCAL_NUMBER = pattern(r"[-.()\dA-Fa-f*#]+(?:;[\w-]+(?:=[^;\s]*)?)*;phone-context=[^;\s]+(?:;[^\s]*)?")
_PAIRS = {")": "(", "]": "[", ">": "<", "”": "“", "’": "‘"}


def relative(galley: Galley) -> Iterator[Hit]:
    """A link without its host, which has nothing to be relative to in a mail."""
    for link in links(galley):
        if not _SCHEME.match(link.url):
            yield link.spot.hit(
                f"“{link.shown}” leads to {link.url}, which is not a whole address",
                "write the whole of it, from https:// on",
            )


def unsafe(galley: Galley) -> Iterator[Hit]:
    """A link of the note that is left out, since mail programs refuse its kind."""
    for link in note_links(galley):
        scheme = _SCHEME.match(link.url)
        if scheme and scheme[0].lower() not in _SAFE:
            yield link.spot.hit(
                f"“{link.shown}” leads to {link.url}; links of that kind are not sent",
                "give a web address, or write it out in words",
            )


def insecure(galley: Galley) -> Iterator[Hit]:
    """A link over plain http."""
    for link in links(galley):
        if link.url.lower().startswith("http://"):
            yield link.spot.hit(f"{link.url} is not secure", "write https://, if the site has it")


def malformed(galley: Galley) -> Iterator[Hit]:
    """A web address with a slip in it."""
    for link in links(galley):
        if link.url.lower().startswith("http") and (slip := _slip(link.url)):
            yield link.spot.hit(f"{link.url} {slip}", "open it in a browser, and copy it from there")


def mailto(galley: Galley) -> Iterator[Hit]:
    """A mailto link that is not written as mail programs expect."""
    for link in links(galley):
        if link.url.lower().startswith("mailto:") and not _is_mailto(link.url[len("mailto:") :]):
            yield link.spot.hit(
                f"{link.url} is not well formed",
                "write it like mailto:desk@example.org?subject=Your%20digest",
            )


def tel(galley: Galley) -> Iterator[Hit]:
    """A telephone link that telephones cannot read."""
    for link in links(galley):
        number = link.url[len("tel:") :]
        is_number = _GLOBAL_NUMBER.fullmatch(number) or _LOCAL_NUMBER.fullmatch(number)
        if link.url.lower().startswith("tel:") and not is_number:
            yield link.spot.hit(
                f"{link.url} is not well formed", "write it with its country, like tel:+44-20-7946-0000"
            )


def place_missing(galley: Galley) -> Iterator[Hit]:
    """A link to a place in the mail that is not there."""
    there = {element.get(name) for element in galley.tree.iter("*") for name in ("id", "name")}
    for element in galley.tree.iter("a"):
        url = element.get("href", "")
        if len(url) > 1 and url[0] == "#" and unquote(url[1:]) not in there:
            shown = " ".join(element.text_content().split())
            yield Hit(
                message=f"“{shown}” leads to {url}, and no element of the mail has that id",
                where="email.html",
                mend="mend the theme",
            )


def _slip(url: str) -> str:
    host, parts = host_of(url), parts_of(url)
    if _TWO_SCHEMES.match(url):
        return "begins twice"
    if not host or ".." in host or any(sign in host for sign in "_ ,;|%"):
        return "names no host that can be found"
    if parts.username or parts.password:
        return "holds a user's name or password"
    last = url[-1]
    if last in ",;:!'\"…" or (last == "." and not parts.query):
        return f"ends with “{last}”, which was probably copied with it"
    if last in _PAIRS and url.count(last) > url.count(_PAIRS[last]):
        return f"ends with “{last}”, which was probably copied with it"
    return ""


def _is_mailto(rest: str) -> bool:
    """RFC 6068, section 2: addresses with commas between them, then fields, percent-encoded where need be."""
    to, _, fields = rest.partition("?")
    if any(sign in rest for sign in ' <>"') or not (to or fields):
        return False
    addresses = [unquote(address) for address in to.split(",")] if to else []
    return all(map(_ADDR_SPEC.fullmatch, addresses)) and all(
        map(_HFIELD.fullmatch, fields.split("&") if fields else ())
    )


ROWS = (
    Check(
        code="link-relative",
        level=Level.ERROR,
        run=relative,
        title="a link is not a whole address",
        why="in a mail there is no page that it could be relative to",
        source="RFC 3986, 5.1; RFC 2557, 5",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="link-refused",
        level=Level.WARNING,
        run=unsafe,
        title="a link in the note is of a kind that is not sent",
        why="its Markdown is shown as it is written",
        deep=True,
    ),
    Check(
        code="link-insecure",
        level=Level.WARNING,
        run=insecure,
        title="a link is not secure (http)",
        why="others can see and change what readers get, and browsers warn of it",
        source="RFC 7258; web.dev: Why HTTPS matters",
        deep=True,
    ),
    Check(
        code="link-malformed",
        level=Level.WARNING,
        run=malformed,
        title="a web address has a slip in it",
        why="readers come to an error page, or to nobody's",
        source="RFC 3986",
        deep=True,
    ),
    Check(
        code="mailto-malformed",
        level=Level.WARNING,
        run=mailto,
        title="a mailto link is not well formed",
        why="mail programs open an empty message, or none",
        source="RFC 6068, 2",
        deep=True,
    ),
    Check(
        code="tel-malformed",
        level=Level.WARNING,
        run=tel,
        title="a telephone link is not well formed",
        why="telephones dial a wrong number, or none",
        source="RFC 3966, 3",
        deep=True,
    ),
    Check(
        code="place-missing",
        level=Level.WARNING,
        run=place_missing,
        title="a link leads to a place in the mail that is not there",
        why="nothing happens when readers follow it",
        source="WCAG 2.2, 2.4.1",
        deep=True,
    ),
)
