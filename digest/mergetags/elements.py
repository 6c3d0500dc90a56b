"""Campaign Monitor's way: a link to unsubscribe by is an element of its own, not an `a` with an address."""

import re

from digest.patterns import pattern

_LINK = pattern(
    '<a\\b(?P<before>[^<>]*?)\\s+href="\ue000(?P<name>\\w+)\ue001"(?P<after>[^<>]*)>(?P<words>.*?)</a\\s*>',
    re.DOTALL | re.IGNORECASE,
)


def linked(html: str, elements: dict[str, str]) -> str:
    """`html` with every link to a neutral tag of `elements` made the element named there.

    What else the `a` said, its style above all, goes with a `span` inside, which is sure to be kept.
    """

    def element(link: re.Match[str]) -> str:
        if link["name"] not in elements:
            return link[0]
        name, said = elements[link["name"]], link["before"] + link["after"]
        words = f"<span{said}>{link['words']}</span>" if said.strip() else link["words"]
        return f"<{name}>{words}</{name}>"

    return _LINK.sub(element, html) if elements else html
