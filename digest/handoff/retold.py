"""What somebody else's server said, fit to be shown."""

from collections.abc import Iterable
from urllib.parse import quote


def retold(text: str, secrets: Iterable[str] = (), longest: int = 600) -> str:
    """In one line of at most so many letters, none of which can steer a terminal, and without the secrets."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "…").replace(quote(secret, safe=""), "…")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:longest]
