"""Merge tags stay neutral until the very end: U+E000, the tag's name, U+E001.

Both are private-use characters, taken out of everything a person or a page wrote, so nobody can forge a tag.
They pass through attributes, text and escaping unchanged.
"""

import re
from collections.abc import Mapping

from digest.errors import InputError

GENERIC: Mapping[str, str] = {
    "unsubscribe": "[[unsubscribe_url]]",
    "view_in_browser": "[[view_in_browser_url]]",
}
"""What the built files say until a provider is chosen; its keys are the tags a theme may ask for."""

_TAG = re.compile("\ue000([^\ue000\ue001]*)\ue001")


def merge(name: str) -> str:
    """The neutral form of a merge tag; templates call it as `merge("unsubscribe")`."""
    if name not in GENERIC:
        known = ", ".join(GENERIC)
        raise InputError(f'there is no merge tag "{name}"; there are: {known}')
    return f"\ue000{name}\ue001"


def fill(text: str, tags: Mapping[str, str]) -> str:
    """`text` with every neutral tag swapped for the provider's own.

    Raises:
        InputError: the text holds a tag that `tags` does not know, for it would reach the reader.
    """

    def own(match: re.Match[str]) -> str:
        if match[1] not in tags:
            raise InputError(f'the merge tag "{match[1]}" cannot be expressed: no text is given for it')
        return tags[match[1]]

    return _TAG.sub(own, text)
