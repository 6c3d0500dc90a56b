"""CSS in the shape that the checks read it in: rules with their conditions, at-rules, and what they say."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

GROUPING = ("media", "supports")  # at-rules with rules in them


class Declaration(Struct, frozen=True, kw_only=True):
    """`value` in lower case without blanks round it; `functions` and `units` are those used in it.

    `glued` is true when `!important` follows its value without a blank.
    """

    name: str
    value: str
    important: bool = False
    glued: bool = False
    functions: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


class Rule(Struct, frozen=True, kw_only=True):
    """What a style block says of a selector; `conditions` are the at-rules round it, the outermost first."""

    selector: str
    conditions: tuple[str, ...]
    says: tuple[Declaration, ...]


class AtRule(Struct, frozen=True, kw_only=True):
    """An at-rule ("media", its prelude "(max-width: 520px)"); `says` is empty for one that holds rules."""

    name: str
    prelude: str
    conditions: tuple[str, ...]
    says: tuple[Declaration, ...] = ()

    @property
    def condition(self) -> str:
        """The at-rule as a condition of what stands in it."""
        return f"{self.name} {self.prelude}".strip()


@lru_cache(maxsize=2048)
def declarations(style: str) -> tuple[Declaration, ...]:
    """What a style attribute says; what cannot be read is left out, as a browser would."""
    import tinycss2

    parsed = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return tuple(_declaration(node) for node in parsed if node.type == "declaration")


def rules(css: str, conditions: tuple[str, ...] = ()) -> Iterator[Rule | AtRule]:
    """The rules of a style block in their order, those inside at-rules after these."""
    import tinycss2

    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            selector = " ".join(tinycss2.serialize(node.prelude).split())
            yield Rule(selector=selector, conditions=conditions, says=_says(node))
        elif node.type == "at-rule":
            yield from _at_rule(node, conditions)


def _at_rule(node: Any, conditions: tuple[str, ...]) -> Iterator[Rule | AtRule]:
    import tinycss2

    groups = node.lower_at_keyword in GROUPING
    at_rule = AtRule(
        name=node.lower_at_keyword,
        prelude=tinycss2.serialize(node.prelude).strip().lower(),
        conditions=conditions,
        says=() if groups else _says(node),
    )
    yield at_rule
    if groups:
        yield from rules(tinycss2.serialize(node.content or ()), (*conditions, at_rule.condition))


def _says(node: Any) -> tuple[Declaration, ...]:
    import tinycss2

    return declarations(tinycss2.serialize(node.content or ()))


def _declaration(node: Any) -> Declaration:
    import tinycss2

    inside = tuple(_components(node.value))
    value = tinycss2.serialize(node.value).lower()
    return Declaration(
        name=node.lower_name,
        value=value.strip(),
        important=node.important,
        glued=node.important and value == value.rstrip(),
        functions=frozenset(each.lower_name for each in inside if each.type == "function"),
        units=frozenset(_unit(each) for each in inside if each.type in ("dimension", "percentage")),
    )


def _components(nodes: Any) -> Iterator[Any]:
    for node in nodes:
        yield node
        yield from _components(getattr(node, "arguments", getattr(node, "content", ())) or ())


def _unit(node: Any) -> str:
    return "percent" if node.type == "percentage" else str(node.lower_unit)
