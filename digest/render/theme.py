"""A theme ready to render: found, compiled or taken from the cache, and quick from then on."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Template
from msgspec import structs

from digest import __version__
from digest.model import Look, ThemeLine
from digest.render import cache as kept
from digest.render.environment import HTML, TEXT, line_of, template
from digest.render.files import Place, ThemeFiles, gather
from digest.render.views import Context

_COMPILER = ("compile.py", "hide.py", "environment.py", "width.py", "themetoml.py", "trim.py", "head.py")


class Theme:
    """A compiled theme, which renders any number of issues; `words` are its fixed labels."""

    def __init__(self, files: ThemeFiles, made: Mapping[str, Any]) -> None:
        self.name = files.name
        self.words: Mapping[str, str] = made["words"]
        self._files = files
        self._html: str = made["html"]
        self._places: Sequence[tuple[str, int]] = made["places"]
        self._parts: dict[str, Template] = {name: template(made[name]) for name in (HTML, TEXT)}

    @property
    def lines(self) -> tuple[ThemeLine, ...]:
        """The lines of the HTML before an issue is put in, and where each came from."""
        return tuple(
            ThemeLine(text=text, file=self._files.shown(file), line=line)
            for text, (file, line) in zip(self._html.split("\n"), self._places, strict=True)
        )

    def html(self, context: Context) -> str:
        """The HTML part.

        Raises:
            ThemeError: the theme cannot be rendered with this issue; the text starts with file and line.
        """
        return self._rendered(HTML, context)

    def text(self, context: Context) -> str:
        """The plain text part; raises as `html` does."""
        return self._rendered(TEXT, context)

    def _rendered(self, name: str, context: Context) -> str:
        try:
            return self._parts[name].render(structs.asdict(context))
        except Exception as error:
            place = self._place(name, line_of(error, name))
            raise self._files.error(place, str(error) or type(error).__name__) from error

    def _place(self, name: str, line: int) -> Place:
        return Place(*self._places[line - 1]) if name == HTML else Place(name, line)


def bundled_templates() -> Path:
    """The folder of the themes that come with the tool, in a checkout or in a wheel."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_bundled" / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def load_theme(
    name: str, folders: Sequence[Path], cache: Path | None = None, width: int = Look().width
) -> Theme:
    """The theme called `name`, from `folders` in order; a file of an earlier folder shadows a later one's.

    `cache` is where compiled themes are kept; None is the user's own cache folder. The mails will be `width`
    pixels wide, as the brand of the issues says.

    Raises:
        InputError: no folder has such a theme.
        ThemeError: the theme is broken; the text starts with file and line.
    """
    files = gather(name, folders)
    folder = cache or kept.user_cache()
    key = kept.key([*_compiler(), str(width), *files.told()])
    made = folder and kept.fetch(folder, key)
    if not made:
        made = _compiled(files, width)
        if folder:
            kept.keep(folder, key, made)
    return Theme(files, made)


def _compiler() -> list[str]:
    """Our own part in what is kept; a number, to be raised with every change, would be forgotten."""
    with suppress(OSError):
        return [Path(__file__).with_name(file).read_text(encoding="utf-8") for file in _COMPILER]
    return [__version__]


def _compiled(files: ThemeFiles, width: int) -> dict[str, Any]:
    from digest.render.compile import compile_theme

    theme = compile_theme(files, width)
    return {
        **theme.code,
        "html": theme.html,
        "places": [(place.file, place.line) for place in theme.places],
        "words": dict(theme.words),
    }
