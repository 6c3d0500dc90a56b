"""A provider's API description, read so strictly that a misspelt field is an error.

Theory of operation. The descriptions come as Swagger 2.0, OpenAPI 3.0 and 3.1; all become JSON Schema 2020-12,
which knows `unevaluatedProperties`: what no part of a schema has named is refused, through any depth of
`allOf` and `$ref`. It is set wherever a value of its own begins (a body, a property, an item), never on the
pieces that such a value is put together from.

Rule 1. A table that names no fields at all is a free one (Buttondown's metadata) and stays free.
Rule 2. `oneOf` becomes `anyOf`: Klaviyo offers three send options of one and the same shape.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from overlays import OVERLAYS

SPECS = Path(__file__).parent / "specs"
METHODS = ("get", "post", "put", "patch", "delete")
SPEC = "urn:spec"
LAX = "urn:lax"


@dataclass(frozen=True)
class Parameter:
    name: str
    where: str
    required: bool
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Operation:
    """One line of the description; `name` is "POST /campaigns", `body` the address of its schema or ""."""

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: str
    content_type: str
    responses: Mapping[str, str]
    extra: bool = False


class Description:
    """The operations of a provider and what their requests and answers must look like."""

    def __init__(self, provider: str) -> None:
        self.file = next(SPECS / name for name in spec_names(provider) if (SPECS / name).is_file())
        document = json.loads(self.file.read_text(encoding="utf-8"))
        lax = modern(deepcopy(document))
        self.strict = tightened(modern(document))
        self.overlay = OVERLAYS[provider]
        told = tuple(self._filtered(each) for each in described(self.strict))
        self.operations = (*told, *self._extras({each.name for each in told}))
        for change in self.overlay.changes:
            self._apply(change.where, change.at, change.schema)
        resources = [(SPEC, self.strict), (LAX, lax)]
        self._registry = Registry().with_resources(
            (name, DRAFT202012.create_resource(content)) for name, content in resources
        )

    def operation(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], bool]:
        """The operation, the values in its path, and whether the path is known with another method."""
        known = False
        for each in sorted(self.operations, key=lambda each: each.path.count("{")):
            values = matched(each.path, path)
            if values is not None and each.method == method:
                return each, values, True
            known |= values is not None
        return None, {}, known

    def faults(self, pointer: str, value: Any) -> list[str]:
        return [told(error) for error in self._errors(SPEC + pointer, value)]

    def unlike(self, pointer: str, value: Any) -> list[str]:
        """What is wrong with an answer of ours."""
        return [told(error) for error in self._errors(LAX + pointer, value)]

    def fits(self, schema: Mapping[str, Any], value: Any) -> list[str]:
        """What is wrong with the value of one parameter."""
        return [told(error) for error in self._validator(addressed(schema)).iter_errors(value)]

    def filled(self, pointer: str, answer: Any) -> Any:
        """An answer of ours with whatever else it must say, as zeros and empty words."""
        return filled(self.strict, {"$ref": pointer}, answer)

    def _errors(self, address: str, value: Any) -> Iterator[ValidationError]:
        return self._validator({"$ref": address}).iter_errors(value)

    def _validator(self, schema: Mapping[str, Any]) -> Draft202012Validator:
        return Draft202012Validator(
            schema, registry=self._registry, format_checker=Draft202012Validator.FORMAT_CHECKER
        )

    def _apply(self, where: str, at: tuple[str, ...], schema: Mapping[str, Any]) -> None:
        operation = next(each for each in self.operations if each.name == where)
        site: dict[str, Any] = followed(self.strict, {"$ref": operation.body})
        for name in at:
            site = followed(self.strict, field_of(self.strict, site, name))
        site.setdefault("allOf", []).append(schema)

    def _filtered(self, operation: Operation) -> Operation:
        """The same operation with what may be said in its query by the overlay."""
        said = {each.name: each.schema for each in self.overlay.filters if each.where == operation.name}
        theirs = (each for each in operation.parameters if each.name not in said)
        ours = (Parameter(name, "query", required=False, schema=schema) for name, schema in said.items())
        return replace(operation, parameters=(*theirs, *ours))

    def _extras(self, told: set[str]) -> Iterator[Operation]:
        wanted = (*self.overlay.extras, *self.overlay.sends)
        for number, extra in enumerate(each for each in wanted if each.operation not in told):
            method, _, path = extra.operation.partition(" ")
            self.strict.setdefault("extras", []).append(site(self.strict, dict(extra.body)))
            parameters = (
                *(Parameter(name, "path", required=True, schema={"type": "string"}) for name in slots(path)),
                *(
                    Parameter(name, "query", required=False, schema={"type": "string"})
                    for name in extra.query
                ),
            )
            body = f"#/extras/{number}" if extra.body else ""
            yield Operation(
                extra.operation, method, path, parameters, body, extra.content_type, {}, extra=True
            )


def spec_names(provider: str) -> tuple[str, ...]:
    return f"{provider}.openapi.json", f"{provider}.json"


@cache
def description(provider: str) -> Description:
    if not SPECS.is_dir():
        pytest.skip("the mail providers' API descriptions are in no source distribution, only in a checkout")
    return Description(provider)


def described(document: dict[str, Any]) -> Iterator[Operation]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield _operation(document, path, method, item)


def _operation(document: dict[str, Any], path: str, method: str, item: dict[str, Any]) -> Operation:
    raw = item[method]
    at = f"#/paths/{escaped(path)}/{method}"
    listed = [followed(document, each) for each in (*item.get("parameters", []), *raw.get("parameters", []))]
    body, content_type = _body(document, raw, listed, at)
    return Operation(
        f"{method.upper()} {path}",
        method.upper(),
        path,
        tuple(_parameter(each) for each in listed if each["in"] != "body"),
        body,
        content_type,
        dict(_responses(document, raw["responses"], f"{at}/responses")),
    )


def _parameter(raw: Mapping[str, Any]) -> Parameter:
    schema = raw.get("schema") or {
        name: raw[name] for name in ("type", "enum", "items", "maximum") if name in raw
    }
    return Parameter(raw["name"], raw["in"], bool(raw.get("required")), schema)


def _body(document: Any, raw: Mapping[str, Any], listed: list[Any], at: str) -> tuple[str, str]:
    for number, each in enumerate(listed):
        if each["in"] == "body":
            return f"{at}/parameters/{number}/schema", "application/json"
    if "requestBody" not in raw:
        return "", ""
    content = followed(document, raw["requestBody"])["content"]
    kind = next((each for each in content if "json" in each), next(iter(content)))
    base = raw["requestBody"].get("$ref", f"{at}/requestBody")
    return f"{base}/content/{escaped(kind)}/schema", kind


def _responses(document: Any, raw: Mapping[str, Any], at: str) -> Iterator[tuple[str, str]]:
    for status, each in raw.items():
        base = each.get("$ref", f"{at}/{status}")
        answer = followed(document, each)
        if "schema" in answer:
            yield status, f"{base}/schema"
        for kind in answer.get("content", {}):
            if "schema" in answer["content"][kind]:
                yield status, f"{base}/content/{escaped(kind)}/schema"
                break


def modern(value: Any) -> Any:
    """The same document with OpenAPI's `nullable` said as JSON Schema says it, and rule 2."""
    if isinstance(value, list):
        return [modern(each) for each in value]
    if not isinstance(value, dict):
        return value
    table = {name: modern(each) for name, each in value.items()}
    if isinstance(table.get("oneOf"), list):
        table["anyOf"] = table.pop("oneOf")
    return nullable(table) if table.pop("nullable", False) is True else table


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
        return schema
    return {"anyOf": [schema, {"type": "null"}]}


def tightened(document: dict[str, Any]) -> dict[str, Any]:
    """The same document, whose request bodies may hold nothing that it does not name."""
    for named in (document.get("components", {}).get("schemas", {}), document.get("definitions", {})):
        for schema in named.values():
            pieces(document, schema)
    sites(document, document.get("paths", {}))
    sites(document, document.get("components", {}).get("requestBodies", {}))
    return document


def sites(document: Any, value: Any) -> None:
    if isinstance(value, list):
        for each in value:
            sites(document, each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "schema" and isinstance(each, dict):
                site(document, each)
            else:
                sites(document, each)


def site(document: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """A place where a value begins: what nothing names is refused here."""
    pieces(document, schema)
    if names_fields(document, schema):
        schema["unevaluatedProperties"] = False
    return schema


def pieces(document: Any, schema: dict[str, Any]) -> None:
    for each in schema.get("properties", {}).values():
        site(document, each)
    if schema.get("properties"):
        schema.pop("additionalProperties", None)
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict):
            site(document, schema[name])
    for name in ("allOf", "anyOf"):
        for each in schema.get(name, []):
            pieces(document, each)


def names_fields(document: Any, schema: Any) -> bool:
    """Whether a table of this kind has names for what may be in it (rule 1)."""
    schema = followed(document, schema)
    parts = (*schema.get("allOf", []), *schema.get("anyOf", []))
    return bool(schema.get("properties")) or any(names_fields(document, each) for each in parts)


def followed(document: Any, schema: Any) -> Any:
    while "$ref" in schema:
        pointer = schema["$ref"]
        schema = document
        for part in pointer.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            schema = schema[int(key) if isinstance(schema, list) else key]
    return schema


def field_of(document: Any, schema: Any, name: str) -> Any:
    if name in schema.get("properties", {}):
        return schema["properties"][name]
    for each in (*schema.get("allOf", []), *schema.get("anyOf", [])):
        found = field_of(document, followed(document, each), name)
        if found is not None:
            return found
    return None


def filled(document: Any, schema: Any, value: Any) -> Any:
    schema = followed(document, schema)
    for each in schema.get("allOf", []):
        value = filled(document, each, value)
    if isinstance(value, list) and "items" in schema:
        return [filled(document, schema["items"], each) for each in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    fields = schema["properties"]
    known = {
        name: filled(document, fields[name], each) if name in fields else each for name, each in value.items()
    }
    missing = (name for name in schema.get("required", ()) if name not in known and name in fields)
    return known | {name: least(document, fields[name]) for name in missing}


def least(document: Any, schema: Any) -> Any:
    schema = followed(document, schema)
    if "enum" in schema:
        return schema["enum"][0]
    made: Any = {}
    for each in schema.get("allOf", []):
        part = least(document, each)
        made = {**made, **part} if isinstance(part, dict) else part
    if "properties" in schema or schema.get("type") == "object":
        fields = {
            name: each
            for name, each in schema.get("properties", {}).items()
            if name in schema.get("required", ())
        }
        return {**made, **{name: least(document, each) for name, each in fields.items()}}
    kind = schema.get("type")
    if isinstance(kind, list):
        return None if "null" in kind else least(document, {"type": kind[0]})
    if any(each.get("type") == "null" for each in schema.get("anyOf", [])):
        return None
    zeros = {"string": "", "integer": 0, "number": 0, "boolean": False, "array": []}
    word = {"date-time": "2026-11-22T06:00:00+00:00"}.get(schema.get("format", ""))
    return word or zeros.get(kind or "", made)


def told(error: ValidationError) -> str:
    """Where, and what; of several ways to be right the one that came nearest."""
    from jsonschema.exceptions import best_match

    deepest = error
    while deepest.context:
        deepest = best_match(deepest.context) or deepest.context[0]
        if deepest.validator in ("const", "enum") and len(error.context) > 1:
            others = [each for each in error.context if each.validator not in ("const", "enum", "type")]
            deepest = others[0] if others else deepest
            break
    where = "/".join(str(part) for part in deepest.absolute_path)
    return f"{where or 'body'}: {deepest.message[:300]}"


def matched(template: str, path: str) -> dict[str, str] | None:
    theirs, ours = template.strip("/").split("/"), path.strip("/").split("/")
    if len(theirs) != len(ours):
        return None
    values = {}
    for slot, part in zip(theirs, ours, strict=True):
        if slot.startswith("{"):
            values[slot.strip("{}")] = part
        elif slot != part:
            return None
    return values


def addressed(schema: Any) -> Any:
    """The same schema, its references from outside the description."""
    if isinstance(schema, list):
        return [addressed(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {name: SPEC + each if name == "$ref" else addressed(each) for name, each in schema.items()}


def slots(path: str) -> Iterator[str]:
    return (part.strip("{}") for part in path.split("/") if part.startswith("{"))


def escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
