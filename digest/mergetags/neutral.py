"""Merge tags stay neutral until the very end: U+E000, the tag's name, U+E001.

Both are private-use characters, taken out of everything a person or a page wrote, so nobody can forge a tag.
They pass through attributes, text and escaping unchanged. A first name brings along what stands in for it
where nobody knows it: U+E000, `first_name|there`, U+E001.
"""

import re
from collections.abc import Mapping

from digest.errors import InputError

FALLBACK = "<fallback>"
"""Stands in a provider's tag for what readers get whose first name nobody knows."""

GENERIC: Mapping[str, str] = {
    "unsubscribe": "[[unsubscribe_url]]",
    "view_in_browser": "[[view_in_browser_url]]",
    "first_name": f"[[first_name|{FALLBACK}]]",
    "email": "[[email]]",
    "postal_address": "[[postal_address]]",
}
"""What the built files say until a provider is chosen, but for the postal address, which is its own.

Its keys are the tags a theme may ask for.
"""

_TAG = re.compile("\ue000([^\ue000\ue001|]*)\\|?([^\ue000\ue001]*)\ue001")
_OF_NAMES = frozenset(" .-’")


def merge(name: str, fallback: str = "") -> str:
    """The neutral form of a merge tag; templates call it as `merge("unsubscribe")`.

    `merge("first_name", "there")` says "there" to readers whose name nobody knows. A straight apostrophe in
    it becomes a curly one, since providers write the fallback between straight ones.

    Raises:
        InputError: there is no such tag, a first name has no fallback or one of other signs than names have,
            or another tag has one.
    """
    if name not in GENERIC:
        known = ", ".join(GENERIC)
        raise InputError(f'there is no merge tag "{name}"; there are: {known}')
    if name != "first_name":
        if fallback:
            raise InputError(f'the merge tag "{name}" takes no fallback; only "first_name" does')
        return f"\ue000{name}\ue001"
    fallback = fallback.replace("'", "’")
    if not fallback.strip() or not all(sign.isalnum() or sign in _OF_NAMES for sign in fallback):
        raise InputError(
            'the merge tag "first_name" needs a word for readers whose name nobody knows, of letters, '
            """digits, spaces, and the signs ' - and . only: merge("first_name", "there")"""
        )
    return f"\ue000{name}|{fallback}\ue001"


def used(text: str) -> tuple[str, ...]:
    """The names of the neutral tags in `text`, each once, in the order of their first use."""
    return tuple(dict.fromkeys(tag[1] for tag in _TAG.finditer(text)))


def fill(text: str, tags: Mapping[str, str]) -> str:
    """`text` with every neutral tag swapped for the provider's own.

    Raises:
        InputError: the text holds a tag that `tags` does not know, for it would reach the reader.
    """

    def own(match: re.Match[str]) -> str:
        if match[1] not in tags:
            raise InputError(f'the merge tag "{match[1]}" cannot be expressed: no text is given for it')
        return tags[match[1]].replace(FALLBACK, match[2])

    return _TAG.sub(own, text)


def swap(text: str, name: str, words: str) -> str:
    """`text` with one neutral tag, wherever it stands, replaced by words; the others stay neutral."""
    return text.replace(f"\ue000{name}\ue001", words)
