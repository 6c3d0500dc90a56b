"""Keeps Jinja that stands between the elements of a head: to HTML tools it is text, and text ends a head.

Such words are made empty meta elements before the tools read the page, and words again afterwards.
"""

import re

from digest.render.hide import WORD

_PARTS = re.compile(
    rf"<title\b.*?</title>|<style\b.*?</style>|<!--.*?-->|<[^>]*>|({WORD.pattern})", re.DOTALL
)
_SHELTERED = re.compile(rf'<meta name="({WORD.pattern})"\s*/?>')


def sheltered(html: str) -> str:
    """`html` with the hidden Jinja between its head's elements in elements of its own."""
    head, end, body = html.partition("</head>")
    return _PARTS.sub(lambda part: f'<meta name="{part[1]}">' if part[1] else part[0], head) + end + body


def unsheltered(html: str) -> str:
    """`html` as it was before `sheltered`."""
    return _SHELTERED.sub(r"\1", html)
