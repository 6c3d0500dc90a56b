"""Checks every name a template uses before any issue is rendered, so that a slip is told when it is made.

A shape says what a value has: a dictionary of its attributes' shapes, a list of one shape for a sequence,
None for what is not followed further. Shapes come from the annotations of `views.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import FunctionType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes
from jinja2.runtime import LoopContext
from msgspec import Struct

from digest.errors import InputError
from digest.mergetags.neutral import GENERIC, merge
from digest.nearmiss import near_miss
from digest.render.views import Context

_KEEPS_SHAPE = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"}
_LOOP = dict.fromkeys(name for name in dir(LoopContext) if not name.startswith("_"))

Shape = Any
Scope = dict[str, Shape]
Mistakes = Iterator[tuple[int, str]]


def context_shape(words: Iterable[str]) -> dict[str, Shape]:
    """The shape of the whole context of a theme with these labels."""
    return {**_shape(Context), "words": dict.fromkeys(words), "note": {"html": None, "text": None}}


def _shape(kind: Any) -> Shape:
    if get_origin(kind) is tuple:
        return [_shape(get_args(kind)[0])]
    if isinstance(kind, UnionType):  # of a value and None, or of values that are not followed further
        return _shape(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind).items()
        methods = (name for name, value in vars(kind).items() if isinstance(value, FunctionType))
        told = {**{name: _shape(hint) for name, hint in hints}, **dict.fromkeys(methods)}
        return {name: shape for name, shape in told.items() if name[0] != "_"}
    return None


def mistakes(tree: nodes.Template, environment: Environment, scope: Mapping[str, Shape]) -> Mistakes:
    """Line and message of every name, attribute, filter, test and merge tag in `tree` that there is not."""
    return _Walk(environment).through(tree.body, dict(scope))


class _Walk:
    """A walk through a template with the names in scope; a node that binds names has a method of its own."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def through(self, body: Iterable[nodes.Node | None], scope: Scope) -> Mistakes:
        """What is wrong in nodes that share a scope; a `set` adds to it."""
        for node in body:
            if node is not None:
                visit = getattr(self, f"_{type(node).__name__.lower()}", self._children)
                yield from visit(node, scope)

    def _children(self, node: nodes.Node, scope: Scope) -> Mistakes:
        return self.through(node.iter_child_nodes(), scope)

    def _for(self, node: nodes.For, scope: Scope) -> Mistakes:
        yield from self.through([node.iter], scope)
        inner = {**scope, "loop": _LOOP, **self._bound(node.target, _item(self._shape(node.iter, scope)))}
        yield from self.through([node.test, *node.body], inner)
        yield from self.through(node.else_, dict(scope))

    def _assign(self, node: nodes.Assign, scope: Scope) -> Mistakes:
        yield from self.through([node.node], scope)
        scope |= self._bound(node.target, self._shape(node.node, scope))

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope) -> Mistakes:
        yield from self.through([node.filter, *node.body], dict(scope))
        scope |= self._bound(node.target, None)

    def _with(self, node: nodes.With, scope: Scope) -> Mistakes:
        yield from self.through(node.values, scope)
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            inner |= self._bound(target, self._shape(value, scope))
        yield from self.through(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: Scope) -> Mistakes:
        scope[node.name] = None
        names = {argument.name: None for argument in node.args}
        inner = {**scope, **names, **dict.fromkeys(("caller", "varargs", "kwargs"))}
        yield from self.through([*node.defaults, *node.body], inner)

    def _composing(self, node: nodes.Node, _: Scope) -> Mistakes:
        yield (
            node.lineno,
            "a theme is composed with <mj-include>, not with Jinja's include, import or extends",
        )

    _include = _import = _fromimport = _extends = _composing

    def _name(self, node: nodes.Name, scope: Scope) -> Mistakes:
        if node.name not in scope and node.name not in self._environment.globals:
            yield node.lineno, f"there is no {node.name}{near_miss(node.name, scope)}"

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Mistakes:
        yield from self.through([node.node], scope)
        shape = self._shape(node.node, scope)
        if isinstance(shape, dict) and node.attr not in shape:
            yield node.lineno, f"{_told(node.node)} has no {node.attr}{near_miss(node.attr, shape)}"

    def _filter(self, node: nodes.Filter, scope: Scope) -> Mistakes:
        if node.name not in self._environment.filters:
            near = near_miss(node.name, self._environment.filters)
            yield node.lineno, f"there is no filter {node.name}{near}"
        yield from self._children(node, scope)

    def _test(self, node: nodes.Test, scope: Scope) -> Mistakes:
        if node.name not in self._environment.tests:
            yield node.lineno, f"there is no test {node.name}{near_miss(node.name, self._environment.tests)}"
        yield from self._children(node, scope)

    def _call(self, node: nodes.Call, scope: Scope) -> Mistakes:
        yield from self._children(node, scope)
        if isinstance(node.node, nodes.Name) and node.node.name == "merge":
            yield from _mismerged(node)

    def _shape(self, node: nodes.Node, scope: Scope) -> Shape:
        match node:
            case nodes.Name():
                return scope.get(node.name)
            case nodes.Getattr():
                shape = self._shape(node.node, scope)
                return shape.get(node.attr) if isinstance(shape, dict) else None
            case nodes.Getitem():
                shape = self._shape(node.node, scope)
                return shape if isinstance(node.arg, nodes.Slice) else _item(shape)
            case nodes.Filter(name="batch", node=nodes.Node() as inner):
                return [self._shape(inner, scope)]
            case nodes.Filter(node=nodes.Node() as inner):
                shape = self._shape(inner, scope)
                return (
                    shape
                    if node.name in _KEEPS_SHAPE
                    else _item(shape)
                    if node.name in {"first", "last"}
                    else None
                )
            case _:
                return None

    def _bound(self, target: nodes.Node, shape: Shape) -> Scope:
        if isinstance(target, nodes.Name):
            return {target.name: shape}
        return {name.name: None for name in target.find_all(nodes.Name)}


def _mismerged(call: nodes.Call) -> Mistakes:
    """What is wrong with a merge tag whose name, and fallback if it has one, stand in the template."""
    name = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else None
    if name is not None and name not in GENERIC:
        yield call.lineno, f"there is no merge tag {name}{near_miss(str(name), GENERIC)}"
        return
    args = [value.value for value in call.args if isinstance(value, nodes.Const)]
    named = {named.key: named.value.value for named in call.kwargs if isinstance(named.value, nodes.Const)}
    if len(args) + len(named) == len(call.args) + len(call.kwargs):
        try:
            merge(*args, **named)
        except (InputError, TypeError) as error:
            yield call.lineno, str(error)


def _item(shape: Shape) -> Shape:
    return shape[0] if isinstance(shape, list) else None


def _told(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_told(node.node)}.{node.attr}"
        case _:
            return "this"
