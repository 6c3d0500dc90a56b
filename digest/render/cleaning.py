"""What a text must be freed of before a template meets it: control characters, and those of merge tags."""

import re

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufffe\uffff]")


def clean(text: str) -> str:
    """`text` without control characters, and without the private-use characters of merge tags."""
    return _UNWANTED.sub("", text) if _UNWANTED.search(text) else text


def one_line(text: str) -> str:
    """A clean text fit for a mail's header, which ends with its line."""
    return " ".join(line.strip() for line in clean(text).splitlines())


def paragraphs(text: str) -> tuple[str, ...]:
    """The clean parts of a text between its empty lines."""
    return tuple(part for part in (part.strip() for part in clean(text).split("\n\n")) if part)
