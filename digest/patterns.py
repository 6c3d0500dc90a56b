"""Regular expressions compiled when they are first used.

Compiling the reader's expressions takes longer than reading ten pages, and most pages need few of them.
"""

import re
from collections.abc import Iterable
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later: the first use of the expression compiles it."""
    return cast("re.Pattern[str]", _Later(source, flags))


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts stands in a text; a loop, since `any` makes a generator for every line."""
    for part in parts:  # noqa: SIM110 # half the time of any()
        if part in text:
            return True
    return False


class _Later:
    """Stands for an expression; what is asked of it once is kept, so that later uses cost nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value
