"""Addresses on a page: which are web addresses, and what relative ones are relative to."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from digest.sources.html.tree import Node

_WEB = frozenset(["http", "https"])


def address_in(base: str, reference: str) -> str:
    """A reference as an absolute web address.

    "" for scripts, mail addresses, places on the page, nonsense, and what stays relative without a base.
    """
    reference = "".join(reference.split()) if "\n" in reference else reference.strip()
    if not reference or reference.startswith("#"):
        return ""
    try:
        whole = urljoin(base, reference)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole.replace(" ", "%20") if parts.scheme in _WEB and parts.hostname else ""


def base_of(root: Node, said: list[str]) -> str:
    """What relative addresses are relative to: `<base>`, else the first web address of those said."""
    base = root.find(".//base[@href]")
    own = next((each for each in said if address_in("", each)), "")
    return address_in(own, base.get("href")) or own if base is not None else own


def own_address(base: str, said: list[str]) -> str:
    """The page's own address: the first of those said, without a place on the page; "" for none."""
    found = (urldefrag(address_in(base, each))[0] for each in said)
    return next(filter(None, found), "")


def canonical_links(root: Node) -> Iterator[str]:
    """What the page's canonical links say."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""
