"""Reads a theme's MJML before the tools do, and tells what is wrong by file and line.

MRML names byte ranges, lets a misspelt tag through and drops text that stands between elements. This reads
every file, from `issue.mjml` down its mj-includes, and knows a tag's parents across files.
"""

from collections.abc import Iterable, Mapping
from html.entities import name2codepoint
from xml.parsers import expat

from msgspec import Struct

from digest.errors import ThemeError
from digest.nearmiss import near_miss
from digest.render.files import Place, ThemeFiles
from digest.render.hide import Vault
from digest.render.mjml_tags import COMMON, COMPUTED, TAGS

_ENTITIES = "".join(
    f'<!ENTITY {name} "&#{code};">'
    for name, code in name2codepoint.items()
    if name not in {"amp", "lt", "gt", "quot"}  # XML knows these, and may not be told anew
)
_OPEN = f"<!DOCTYPE theme [{_ENTITIES}]><theme>"
_ANY_ATTRIBUTE = frozenset().union(*(tag.attributes for tag in TAGS.values()))


class Checked(Struct, frozen=True):
    """What a check needs to know of the whole theme: each MJML file's text has its Jinja hidden."""

    files: ThemeFiles
    hidden: Mapping[str, str]
    vault: Vault


def check_mjml(theme: Checked) -> None:
    """Refuses what MJML does not know.

    Raises:
        ThemeError: not well formed, a tag or attribute that is none or stands in the wrong place, text
            between MJML elements, an mj-include of no file or of itself.
    """
    _Reader(theme, "issue.mjml").read()


class _Reader:
    """One file, read under the tags and within the files that include it."""

    def __init__(
        self, theme: Checked, file: str, parents: Iterable[str] = (), within: Iterable[str] = ()
    ) -> None:
        self._theme = theme
        self._file = file
        self._within = (*within, file)
        self._parents = list(parents)
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self) -> None:
        text = self._theme.vault.with_lines(self._theme.hidden[self._file])
        try:
            self._parser.Parse(f"{_OPEN}{text}</theme>", True)  # noqa: FBT003 - expat takes it by position
        except expat.ExpatError as error:
            raise self._error(f"not well formed: {expat.ErrorString(error.code)}", error.lineno) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "theme":
            self._check_tag(name, attributes)
            self._parents.append(name)

    def _end(self, name: str) -> None:
        if name != "theme":
            self._parents.pop()

    def _text(self, text: str) -> None:
        if text.strip() and not self._in_text():
            shown = "Jinja" if self._theme.vault.holds(text.strip()) else "text"
            raise self._error(f"{shown} between MJML elements would be lost: put it into <mj-raw>")

    def _check_tag(self, name: str, attributes: dict[str, str]) -> None:
        if name not in TAGS:
            self._check_html(name)
            return
        parent = self._parents[-1] if self._parents else ""
        within_html = name == "mj-include" and self._in_text()
        if not within_html and parent != "mj-attributes" and parent not in (TAGS[name].parents or {""}):
            place = f"in <{parent}>" if parent else "outside <mjml>"
            wanted = " or ".join(f"<{tag}>" for tag in sorted(TAGS[name].parents)) or "outermost"
            raise self._error(f"<{name}> cannot stand {place}; its place is {wanted}")
        for attribute, value in attributes.items():
            self._check_attribute(name, attribute, value)
        if name == "mj-include":
            self._include(attributes.get("path", ""))

    def _check_html(self, name: str) -> None:
        if name.startswith("mj"):
            raise self._error(f"<{name}> is no MJML tag{near_miss(name, TAGS)}")
        if not self._in_text():
            raise self._error(f"<{name}> stands between MJML elements: put HTML into <mj-text> or <mj-raw>")

    def _check_attribute(self, name: str, attribute: str, value: str) -> None:
        known = TAGS[name].attributes | COMMON
        if name in {"mj-all", "mj-class"}:
            known = known | _ANY_ATTRIBUTE
        if attribute not in known:
            raise self._error(f"<{name}> has no attribute {attribute}{near_miss(attribute, known)}")
        if attribute in COMPUTED and self._theme.vault.holds(value):
            raise self._error(f"{attribute} of <{name}> is fixed when a theme is compiled: no Jinja here")

    def _include(self, path: str) -> None:
        if path not in self._theme.hidden:
            near = near_miss(path, self._theme.hidden)
            raise self._error(f'mj-include of "{path}", which this theme has not{near}')
        if path in self._within:
            raise self._error(f'mj-include of "{path}" within itself')
        _Reader(self._theme, path, self._parents, self._within).read()

    def _in_text(self) -> bool:
        return any(tag in TAGS and TAGS[tag].holds_text for tag in self._parents)

    def _error(self, message: str, line: int = 0) -> ThemeError:
        place = Place(self._file, line or self._parser.CurrentLineNumber)
        return self._theme.files.error(place, message)
