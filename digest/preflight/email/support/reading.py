"""Reads an email's HTML into uses: declarations, selectors, at-rules, elements, attributes, in their setting.

Rule 1. A comment "[if mso]" is read as HTML of its own that Outlook on Windows alone sees; what stands after
"[if !mso]><!" is seen by all others.
Rule 2. A use stands at the place whose id was last passed: the masthead, a story, the footer.
Rule 3. What a style block says is remembered with the classes it says it of, and each class with what its
elements say in their style attributes: so it can be told whether the mail stands without its style blocks.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct
from msgspec.structs import replace

from digest.patterns import pattern
from digest.preflight.email.support.css import AtRule, Declaration, declarations, rules
from digest.preflight.places import is_place

OUTLOOK, OTHERS, EVERYBODY = "Outlook on Windows", "all but Outlook on Windows", "everybody"


class Setting(Struct, frozen=True, kw_only=True):
    """Where a use stands: for whom, at which place, and inside a style block under which rules and selector.

    `conditions` are the at-rules around it ("media (max-width:520px)"); `says` are the properties of its rule
    or style attribute.
    """

    audience: str = EVERYBODY
    place: str = ""
    tag: str = ""
    conditions: tuple[str, ...] = ()
    selector: str = ""
    says: frozenset[str] = frozenset()

    @property
    def inline(self) -> bool:
        """Whether it stands in the HTML itself rather than in a style block."""
        return not self.selector and not self.conditions


class Use(Struct, frozen=True, kw_only=True):
    """One thing used. `kind` is "declaration", "selector", "at-rule", "element" or "attribute"."""

    kind: str
    name: str
    value: str = ""
    declaration: Declaration | None = None
    setting: Setting


class Read(Struct, frozen=True, kw_only=True):
    """Everything used, and by class the properties that its elements say in their style attributes."""

    uses: tuple[Use, ...]
    inlined: dict[str, set[str]]


def read(html: str) -> Read:
    """The uses of a whole email."""
    reader = _Reader(Setting())
    reader.take(html)
    return Read(uses=tuple(dict.fromkeys(reader.uses)), inlined=reader.inlined)


class _Reader(HTMLParser):
    def __init__(self, setting: Setting) -> None:
        super().__init__(convert_charrefs=True)
        self.uses: list[Use] = []
        self.inlined: dict[str, set[str]] = {}
        self._setting = setting
        self._block: Setting | None = None

    def take(self, html: str) -> None:
        """Reads HTML to its end."""
        self.feed(_STRANGE_SECTION.sub("<!", html))
        self.close()

    def unknown_decl(self, data: str) -> None:
        revealed = OTHERS if data.startswith("if") and "!mso" in data else EVERYBODY
        self._setting = replace(self._setting, audience=revealed)

    def handle_decl(self, decl: str) -> None:
        self._use("element", "!" + " ".join(decl.lower().split()), self._setting)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if is_place(said.get("id", "")):
            self._setting = replace(self._setting, place=said["id"])
        setting = replace(self._setting, tag=tag)
        self._use(
            "element",
            tag,
            setting,
            " ".join(f"{name}={value}" for name, value in said.items() if name in _TELLING),
        )
        for name, value in said.items():
            self._use("attribute", name, setting, value)
        self._inline(said, setting)
        self._block = self._of_block(said) if tag == "style" else None

    def handle_endtag(self, tag: str) -> None:
        self._block = None if tag == "style" else self._block

    def handle_data(self, data: str) -> None:
        if self._block:
            self.uses.extend(_sheet(data, self._block))

    def handle_comment(self, data: str) -> None:
        condition, _, rest = data.strip().partition("]>")
        if data.strip() == "<![endif]":
            self._setting = replace(self._setting, audience=EVERYBODY)
        elif "[if" in condition and "!mso" in condition:
            self._setting = replace(self._setting, audience=OTHERS)
        elif condition.startswith("[if"):
            inner = _Reader(replace(self._setting, audience=OUTLOOK))
            inner.take(rest.removesuffix("<![endif]"))
            self.uses += inner.uses

    def _of_block(self, said: dict[str, str]) -> Setting:
        """The setting of a style block; its media attribute is a condition of all that it says."""
        return (
            replace(self._setting, conditions=(f"media {said['media']}",))
            if "media" in said
            else self._setting
        )

    def _inline(self, said: dict[str, str], setting: Setting) -> None:
        declared = declarations(said.get("style", ""))
        inside = replace(setting, says=frozenset(each.name for each in declared))
        self.uses += (_declared(each, inside) for each in declared)
        for name in said.get("class", "").split():
            self.inlined.setdefault(name, set()).update(each.name for each in declared)

    def _use(self, kind: str, name: str, setting: Setting, value: str = "") -> None:
        self.uses.append(Use(kind=kind, name=name, value=value, setting=setting))


_STRANGE_SECTION = pattern(r"<!\[(?!(?:if|endif|else)(?![\w.-]))")  # on which Python's reader would give up
_TELLING = ("type", "name", "src", "reversed")  # by these, elements of one name differ for mail programs


def _sheet(css: str, setting: Setting) -> Iterator[Use]:
    """The uses of a style block: its at-rules, its selectors, and what is said in either."""
    for rule in rules(css, setting.conditions):
        under = replace(setting, conditions=rule.conditions)
        if isinstance(rule, AtRule):
            yield Use(kind="at-rule", name=rule.name, value=rule.prelude, setting=under)
            inside = replace(under, conditions=(*rule.conditions, rule.condition))
        else:
            says = frozenset(each.name for each in rule.says)
            inside = replace(under, selector=rule.selector, says=says)
            yield Use(kind="selector", name=rule.selector, setting=inside)
        yield from (_declared(each, inside) for each in rule.says)


def _declared(declaration: Declaration, setting: Setting) -> Use:
    return Use(
        kind="declaration",
        name=declaration.name,
        value=declaration.value,
        declaration=declaration,
        setting=setting,
    )
