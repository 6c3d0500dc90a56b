"""What a web address replied when it was asked, as the checks of links need to know it."""

from collections.abc import Mapping

from msgspec import Struct

from digest.errors import Fault


class Reply(Struct, frozen=True, kw_only=True):
    """The `status` of what an address led to; or, in words, what kept us from it, and the `fault`.

    `final` is where it led to, empty where it led nowhere else; `lasting` is true when every redirect on the
    way was for good. `kind` is the media type as the server names it ("image/png").
    """

    status: int = 0
    kind: str = ""
    final: str = ""
    lasting: bool = False
    fault: Fault | None = None
    told: str = ""


Replies = Mapping[str, Reply]
"""Replies by the address that was asked."""
