"""Which parts of a project's schema are about a value, and what the value is for JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from claimcheck.claims.extra.schema import IN_PLACE, REFERENCES, ExtraSchema, Schema, matches, subschemas
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,99})")
_NUMBER: Final = re.compile(rf"{_INTEGER.pattern}(?:\.[0-9]{{1,99}})?(?:[eE][-+]?[0-9]{{1,6}})?")
_OF_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")

Schemas = tuple[Schema, ...]
"""All schemas that are about one value."""

_ANY: Final[Any] = object()
"""Stands for every value that there could be."""


class Reader:
    """Finds the schemas that are about a value."""

    def __init__(self, schema: ExtraSchema) -> None:
        self.schema = schema

    def about(self, schemas: Iterable[Any], value: Any = _ANY) -> Schemas:
        """The schemas with all that stand beside them: what they refer to, and those alternatives that a value fits."""
        found: dict[int, Schema] = {}
        todo = list(schemas)[::-1]
        while todo:
            schema = todo.pop()
            if isinstance(schema, dict) and id(schema) not in found:
                found[id(schema)] = schema
                todo += [self.schema.refers_to(schema[word]) for word in REFERENCES if word in schema]
                todo += [each for way, each in subschemas(schema) if self._applies(schema, way, each, value)]
        return tuple(found.values())

    def _applies(self, schema: Schema, way: tuple[str, ...], inner: Any, value: Any) -> bool:
        """Whether a schema inside another one is about the same value, and the value one that it speaks of."""
        if way[0] not in IN_PLACE or not isinstance(inner, dict):
            return False
        if value is _ANY or way[0] == "allOf":
            return True
        match way[0]:
            case "not":
                return False
            case "then":
                return "if" in schema and self.schema.fits({"allOf": [schema["if"]]}, value)
            case "else":
                return "if" in schema and not self.schema.fits({"allOf": [schema["if"]]}, value)
            case "dependentSchemas" | "dependencies":
                return isinstance(value, dict) and way[1] in value
        return self.schema.fits(inner, value)

    def value(self, node: Node, schemas: Iterable[Any]) -> Any:
        """What a node is for JSON Schema. A text that YAML need not quote is a number or a boolean only where one of
        the schemas asks for that: `400` is a fine text, too."""
        about = self.about(schemas)
        match node:
            case Mapping():
                return {key.text: self.value(value, below(about, key.text)) for key, value in node.entries}
            case Sequence():
                return [self.value(item, inside(about, at)) for at, item in enumerate(node.items)]
            case Scalar():
                return _typed(node, about)

    def at(self, path: Iterable[str | int], schemas: Iterable[Any]) -> Schemas:
        """The schemas that may be about what lies at a path."""
        about = self.about(schemas)
        for step in path:
            about = self.about(below(about, step) if isinstance(step, str) else inside(about, step))
        return about


def below(schemas: Schemas, key: str) -> list[Any]:
    """What `schemas`, which are about a mapping, hold about its field `key`."""
    found: list[Any] = []
    for schema in schemas:
        own = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        own += [each for pattern, each in schema.get("patternProperties", {}).items() if matches(pattern, key)]
        found += own or [schema.get("additionalProperties"), schema.get("unevaluatedProperties")]
    return found


def inside(schemas: Schemas, at: int) -> list[Any]:
    """What `schemas`, which are about a list, hold about its item number `at`."""
    found: list[Any] = []
    for schema in schemas:
        items = schema.get("items")
        first = items if isinstance(items, list) else schema.get("prefixItems", [])
        rest = schema.get("additionalItems") if isinstance(items, list) else items
        found += [first[at] if at < len(first) else rest, schema.get("unevaluatedItems"), schema.get("contains")]
    return found


def _typed(scalar: Scalar, schemas: Schemas) -> Any:
    text = scalar.text
    if scalar.style != "plain":
        return text
    wanted = {name for schema in schemas for name in _wanted(schema)}
    if "null" in wanted and text in ("", "~", "null"):
        return None
    if "boolean" in wanted and text in ("true", "false"):
        return text == "true"
    if wanted & {"integer", "number"} and _NUMBER.fullmatch(text):
        return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
    return text


def _wanted(schema: Schema) -> Iterator[str]:
    """The types that a schema speaks of, by name or by example."""
    types = schema.get("type", ())
    yield from [types] if isinstance(types, str) else types
    if any(word in schema for word in _OF_NUMBERS):
        yield "number"
    for example in [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])]:
        match example:
            case None:
                yield "null"
            case bool():
                yield "boolean"
            case int() | Decimal():
                yield "number"
