"""Links as they may stand in a mail: of a safe kind, well spelt, with the campaign's parameters."""

import re
from collections.abc import Callable
from urllib.parse import quote

from digest.model import Utm

_SAFE = re.compile(r"https?://[^\s/?#]|mailto:.", re.IGNORECASE)
_UNSPELT = re.compile(r"""[\s\x00-\x20\x7f-\xa0"<>\\^`{|}\ud800-\udfff\ue000\ue001]""")


def safe_url(url: str) -> str:
    """`url` when it is http, https or mailto, else nothing: no other kind may become a link.

    Characters that no URL may hold are percent-encoded, so a link is one unbroken word in the text part
    and holds no brace a mail provider could take for its own.
    """
    url = url.strip()
    if not _SAFE.match(url):
        return ""
    return _UNSPELT.sub(lambda match: quote(match[0], errors="replace"), url)


def tracker(utm: Utm, slug: str) -> Callable[[str], str]:
    """What makes a link of the issue `slug`: `safe_url`, and UTM parameters on http and https.

    A parameter the link has already is left as it is. Without `utm.source` nothing is added.
    """
    if not utm.source:
        return safe_url
    wanted = {"utm_source": utm.source, "utm_medium": utm.medium, "utm_campaign": utm.campaign or slug}
    pairs = [(name, f"{name}={quote(value, safe='')}") for name, value in wanted.items() if value]
    every = "&".join(pair for _, pair in pairs)

    def track(url: str) -> str:
        url = safe_url(url)
        if not url or url[:4].lower() != "http":
            return url
        page, hash_mark, fragment = url.partition("#")
        address, _, query = page.partition("?")
        if not query:
            return f"{address}?{every}{hash_mark}{fragment}"
        there = {pair.partition("=")[0].lower() for pair in query.split("&")}
        missing = [pair for name, pair in pairs if name not in there]
        return f"{address}?{'&'.join([query.rstrip('&'), *missing])}{hash_mark}{fragment}"

    return track
