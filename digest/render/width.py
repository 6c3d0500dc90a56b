"""The mail's width, put into a theme before it is compiled: MJML reckons columns with it, and needs a number.

`{{ brand.width }}`, and sums of it such as `{{ brand.width - 80 }}`, become numbers wherever they stand; in
any other expression the width is a value like others, and free until an issue is rendered.
"""

import re

from jinja2 import TemplateSyntaxError
from msgspec.structs import replace

from digest.model import Look
from digest.render.environment import environment
from digest.render.files import Place, ThemeFiles

_REST = r"[ \d+*/%().-]*"
_SUM = re.compile(rf"\{{\{{ {_REST}(?:brand\.width{_REST})+\}}\}}")


def at_width(files: ThemeFiles, width: int) -> ThemeFiles:
    """The theme for mails `width` pixels wide.

    Raises:
        ThemeError: a sum cannot be worked out.
    """
    return replace(files, texts={file: _fixed(files, file, width) for file in files.texts})


def _fixed(files: ThemeFiles, file: str, width: int) -> str:
    text = files.texts[file]

    def number(found: re.Match[str]) -> str:
        try:
            return environment().from_string(found[0]).render(brand=Look(width=width))
        except (TemplateSyntaxError, ArithmeticError) as error:
            line = text.count("\n", 0, found.start()) + 1
            raise files.error(Place(file, line), f"{found[0]} cannot be worked out: {error}") from None

    return _SUM.sub(number, text)
