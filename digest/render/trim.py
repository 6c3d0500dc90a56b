"""Takes out of a theme's HTML what no mail program needs: indents, and classes that no kept style asks for.

Rules that went into style attributes leave their classes behind, some two hundred bytes a story, and Gmail
clips a mail at about 102 kB.
"""

import re

from digest.render.hide import WORD

_INDENT = re.compile(r"\n\s+")
_CLASSES = re.compile(r' class="([^"]*)"')
_STYLES = re.compile(r"<style\b.*?</style>", re.DOTALL)
_ASKED_FOR = re.compile(r"\.([A-Za-z][\w-]*)")


def trimmed(html: str) -> str:
    """`html` without them; a class that is hidden Jinja stays."""
    asked_for = set(_ASKED_FOR.findall(" ".join(_STYLES.findall(html))))

    def kept(classes: re.Match[str]) -> str:
        names = [name for name in classes[1].split() if name in asked_for or WORD.search(name)]
        return f' class="{" ".join(names)}"' if names else ""

    return _CLASSES.sub(kept, _INDENT.sub("\n", html))
