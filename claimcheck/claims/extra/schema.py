"""The JSON Schema of a project's own fields: read, and refused where it is none or could not be used safely.

It is an object with `properties` `paper` and `claim`: what `extra` holds there. It comes with the project, so it is
trusted as the configuration is, and no further: it reaches nothing outside its file, its patterns are matched in linear
time, and references that multiply are given up on. `jsonschema` is imported when a schema is read, and only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from claimcheck.suggest import hint

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Part = Literal["paper", "claim"]

PARTS: Final[tuple[Part, ...]] = ("paper", "claim")

MARK: Final = "x-claimcheck"
FREE: Final = "free"
"""`"x-claimcheck": "free"`: the numbers of this field are none of the abstract's."""

MAX_BYTES: Final = 64 * 1024
MAX_DEPTH: Final = 32
_MAX_FOLLOWED: Final = 10_000
"""References that may be followed for one `extra`; an honest schema needs a few."""

_AT_TOP: Final = (
    "properties", "$schema", "$id", "id", "$defs", "definitions", "type", "additionalProperties",
    "title", "description", "$comment",
)  # fmt: skip

# Where a schema holds schemas: one, a list of them, or a mapping of names to them.
_ONE: Final = (
    "additionalProperties", "unevaluatedProperties", "propertyNames", "items", "additionalItems", "unevaluatedItems",
    "contains", "not", "if", "then", "else",
)  # fmt: skip
_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems", "items")
_MAPPINGS: Final = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies")
REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")
IN_PLACE: Final = frozenset(
    {"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies"}
)
"""Keywords whose schemas are about the same value as the schema that they stand in."""

_KEYWORDS: Final = frozenset(
    (
        *_ONE, *_LISTS, *_MAPPINGS, *REFERENCES, *_AT_TOP,
        "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary",
        "default", "examples", "deprecated", "readOnly", "writeOnly", "enum", "const", "format",
        "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern",
        "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties",
        "required", "dependentRequired", "contentEncoding", "contentMediaType", "contentSchema",
        # What the YAML language server shows and offers by.
        "markdownDescription", "enumDescriptions", "markdownEnumDescriptions", "deprecationMessage", "errorMessage",
        "patternErrorMessage", "defaultSnippets", "doNotSuggest",
    )
)  # fmt: skip
"""The keywords of all dialects. JSON Schema passes over every other one: a constraint that is mistyped would be none."""

Schema = dict[str, Any]

FORBIDDEN: Final[Schema] = {"not": {}}
"""What no value fits."""


class ExtraSchemaError(ValueError):
    """The schema cannot be used; the message says where in it, and why."""


class _TooManyError(Exception):
    """More references were followed than any honest schema needs."""


@dataclass(slots=True, eq=False)
class ExtraSchema:
    """The schema of a project's own fields, ready for use; `path` and `text` are those of its file."""

    path: str
    text: str
    root: Schema
    _validator: Any
    _lookup: Callable[[str], Any]
    _followed: list[int]

    def part(self, part: Part) -> Schema:
        """The schema of the `extra` of papers, or of claims; an empty one where the project describes none."""
        found = self.root.get("properties", {}).get(part, {})
        return found if isinstance(found, dict) else {}

    def refers_to(self, reference: str) -> Any:
        """The schema that a reference of this file leads to."""
        return self._lookup(reference)

    def errors(self, schema: Schema, instance: Any) -> list[ValidationError] | None:
        """What keeps a value from fitting a schema of this file; None if its references have no end."""
        self._followed[0] = 0
        try:
            return list(self._validator.evolve(schema=schema).iter_errors(instance))
        except (_TooManyError, RecursionError, ArithmeticError):  # ArithmeticError: multipleOf of 1e999999999
            return None

    def fits(self, schema: Schema, instance: Any) -> bool:
        return self.errors(schema, instance) == []

    def free_fields(self) -> frozenset[str]:
        """The fields whose numbers are free, as far as `properties` name them: `claim.extra.reviewed`."""
        found: set[str] = set()
        seen: set[tuple[str, int]] = set()
        todo: list[tuple[str, Any]] = [(f"{part}.extra", self.part(part)) for part in PARTS]
        while todo:
            name, schema = todo.pop()
            if not isinstance(schema, dict) or (name, id(schema)) in seen or name.count(".") > MAX_DEPTH:
                continue
            seen.add((name, id(schema)))
            if schema.get(MARK) == FREE:
                found.add(name)
                continue
            todo += [(name, self.refers_to(schema[word])) for word in REFERENCES if word in schema]
            for tokens, inner in subschemas(schema):
                if tokens[0] in IN_PLACE or tokens[0] in ("items", "prefixItems", "contains"):
                    todo.append((name, inner))
                elif tokens[0] == "properties" and len(seen) < MAX_BYTES:
                    todo.append((f"{name}.{tokens[1]}", inner))
        return frozenset(found)


def read_schema(path: str, data: bytes) -> ExtraSchema:
    """The schema that a file holds.

    Raises:
        ExtraSchemaError: it is no JSON, no JSON Schema, refers outside of itself, or could not be applied safely.
    """
    from jsonschema import FormatChecker
    from jsonschema.validators import extend
    from referencing import Registry
    from referencing.jsonschema import specification_with

    text, root = _json(data)
    dialect, kind = _dialect(root.pop("$schema", None))
    _check_top(root)
    _check_dialect(kind, root, "")
    resource = specification_with(dialect).create_resource(root)
    resolver = Registry().resolver_with_root(resource)

    def lookup(reference: str) -> Any:
        return resolver.lookup(reference).contents

    _name_places(root)
    _check(root, kind, lookup)
    followed = [0]
    safe = extend(  # type: ignore[no-untyped-call]
        kind,
        {
            "pattern": _pattern,
            "patternProperties": _pattern_properties,
            "additionalProperties": _additional_properties,
            **{word: _counted(kind.VALIDATORS[word], followed) for word in REFERENCES if word in kind.VALIDATORS},
        },
    )
    validator = safe(root, registry=Registry(), format_checker=FormatChecker(formats=("date",)))
    return ExtraSchema(path, text, root, validator, lookup, followed)


def subschemas(schema: Schema) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The schemas that stand in a schema, each with its way there (`properties`, `name`); references aside."""
    for word in _ONE:
        if isinstance(schema.get(word), (dict, bool)):
            yield (word,), schema[word]
    for word in _LISTS:
        if isinstance(schema.get(word), list):
            yield from (((word, str(at)), each) for at, each in enumerate(schema[word]))
    for word in _MAPPINGS:
        if isinstance(schema.get(word), dict):
            # Before 2019-09, `dependencies` may name fields instead.
            yield from (((word, key), each) for key, each in schema[word].items() if not isinstance(each, list))


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> Any:
    import jsonschema_rs

    options = jsonschema_rs.RegexOptions(size_limit=1 << 20)
    return jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=options)


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text, in time that grows with the text's length alone: it cannot backtrack."""
    return bool(_regex(pattern).is_valid(text))


def _json(data: bytes) -> tuple[str, Schema]:
    import json

    if len(data) > MAX_BYTES:
        raise ExtraSchemaError(f"larger than {MAX_BYTES // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
        root = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ExtraSchemaError(f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ExtraSchemaError("nested too deep") from error
    except UnicodeDecodeError as error:
        raise ExtraSchemaError(f"not UTF-8 at byte {error.start}") from error
    except ExtraSchemaError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise ExtraSchemaError(f"not JSON: {error}") from error
    if _depth(root) > MAX_DEPTH:
        raise ExtraSchemaError(f"nested deeper than {MAX_DEPTH} levels")
    if not isinstance(root, dict):
        raise ExtraSchemaError("no JSON Schema of extra fields: expected an object with 'properties'")
    return text, root


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ExtraSchemaError(f"the key '{key:.100}' stands twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise ExtraSchemaError(f"not JSON: {name} is no number")


def _depth(value: Any) -> int:
    depth = 0
    level = [value]
    while level and depth <= MAX_DEPTH:
        level = [
            each
            for outer in level
            if isinstance(outer, (dict, list))
            for each in (outer.values() if isinstance(outer, dict) else outer)
        ]
        depth += bool(level)
    return depth


def _dialect(named: Any) -> tuple[str, Any]:
    """The dialect that `$schema` names, and jsonschema's validator of it; the latest for none."""
    from jsonschema import validators

    kinds: list[Any] = [
        validators.Draft202012Validator,
        validators.Draft201909Validator,
        validators.Draft7Validator,
        validators.Draft6Validator,
        validators.Draft4Validator,
    ]
    known = {str(kind.META_SCHEMA.get("$id") or kind.META_SCHEMA["id"]): kind for kind in kinds}
    if named is None:
        return next(iter(known.items()))
    for name, kind in known.items():
        if isinstance(named, str) and named.rstrip("#") == name.rstrip("#"):
            return name, kind
    raise ExtraSchemaError(f"$schema: {named!r:.100} is not known. Known: {', '.join(known)}.")


def _check_top(root: Schema) -> None:
    for key in root:
        if key not in _AT_TOP and not key.startswith("x-"):
            raise ExtraSchemaError(
                f"the schema of extra fields has no '{key:.100}' at its top.{hint(key, _AT_TOP)} "
                "It describes `extra` in 'properties': 'paper' and 'claim', each with a schema of its own."
            )
    described = root.get("properties")
    if not isinstance(described, dict) or not described:
        raise ExtraSchemaError("expected 'properties' with a schema for 'claim', for 'paper', or for both")
    for key in described:
        if key not in PARTS:
            raise ExtraSchemaError(f"properties: '{key:.100}' is neither 'paper' nor 'claim'.{hint(key, PARTS)}")


def _check_dialect(kind: Any, schema: Schema, where: str) -> None:
    """Refuses what is no schema. What `format` asks for is left alone: patterns are compiled by the engine that runs them."""
    from jsonschema import FormatChecker
    from jsonschema.exceptions import SchemaError

    try:
        kind.check_schema(schema, format_checker=FormatChecker(formats=()))
    except SchemaError as error:
        way = ([where] if where else []) + list(error.absolute_path)
        raise ExtraSchemaError(f"{_pointer(way)}: {error.message:.200}") from error
    except RecursionError as error:
        raise ExtraSchemaError("nested too deep") from error


def _check(root: Schema, kind: Any, lookup: Callable[[str], Any]) -> None:
    """Refuses what could reach out of the file, run for ever, or mean nothing."""
    from graphlib import CycleError, TopologicalSorter

    places: dict[int, str] = {}
    around: dict[int, list[int]] = {}  # the schemas that are about the same value
    referred: set[int] = set()
    words: set[str] = set()
    todo: list[tuple[tuple[str, ...], Any]] = [((), root)]
    while todo:
        way, schema = todo.pop()
        if not isinstance(schema, dict) or id(schema) in places:
            continue
        where = places[id(schema)] = _pointer(way)
        words.update(schema)
        _check_words(schema, where, top=schema is root)
        inner = around[id(schema)] = []
        for tokens, each in subschemas(schema):
            if tokens[0] not in kind.VALIDATORS:  # the dialect has no such word, and has not looked at what it holds
                _check_dialect(kind, each, _pointer((*way, *tokens)))
            todo.append(((*way, *tokens), each))
            if tokens[0] in IN_PLACE:
                inner.append(id(each))
        for word in REFERENCES:
            if word in schema:
                target = _target(schema[word], lookup, f"{where}.{word}")
                inner.append(id(target))
                if isinstance(target, dict) and id(target) not in referred:
                    referred.add(id(target))
                    _check_dialect(kind, target, str(schema[word]))
                    todo.insert(0, ((str(schema[word]),), target))  # if it has a place of its own, by that
    if {"patternProperties", "unevaluatedProperties"} <= words:
        raise ExtraSchemaError("'unevaluatedProperties' does not go with 'patternProperties' here; name the fields")
    try:
        TopologicalSorter(around).prepare()
    except CycleError as error:
        raise ExtraSchemaError(f"{places.get(error.args[1][0], 'a schema')}: refers to itself without end") from error


def _name_places(value: Any) -> None:
    """Writes `"field": false` as `{"not": {}}`, which is the same: for it, jsonschema tells the field's place."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _name_places(inner)
    if isinstance(value, dict):
        for word in ("properties", "patternProperties"):
            if isinstance(value.get(word), dict):
                value[word] = {key: FORBIDDEN if each is False else each for key, each in value[word].items()}


def _check_words(schema: Schema, where: str, *, top: bool) -> None:
    if not top and any(isinstance(schema.get(word), str) for word in ("$id", "id", "$schema")):
        raise ExtraSchemaError(f"{where}: '$id' and '$schema' stand at the top alone")
    for word in schema:
        if word not in _KEYWORDS and not word.startswith("x-"):
            raise ExtraSchemaError(
                f"{where}: JSON Schema has no keyword '{word:.100}'.{hint(word, sorted(_KEYWORDS))} "
                "What is a note of your own begins with 'x-'."
            )
    mark = schema.get(MARK)
    if MARK in schema and mark != FREE:
        raise ExtraSchemaError(f"{where}.{MARK}: {mark!r:.100} is not known.{hint(str(mark), [FREE])} Known: {FREE}.")
    for pattern in [schema["pattern"]] if "pattern" in schema else []:
        _compiled(pattern, f"{where}.pattern")
    for pattern in schema.get("patternProperties", {}):
        _compiled(pattern, f"{where}.patternProperties")


def _compiled(pattern: str, where: str) -> None:
    try:
        _regex(pattern)
    except ValueError as error:
        raise ExtraSchemaError(
            f"{where}: {pattern!r:.100} cannot be used: it is no regular expression, is too large, or looks around or "
            "back (patterns are matched in linear time)"
        ) from error


def _target(reference: Any, lookup: Callable[[str], Any], where: str) -> Any:
    from referencing.exceptions import Unresolvable

    if not isinstance(reference, str) or not reference.startswith("#"):
        raise ExtraSchemaError(
            f"{where}: {reference!r:.100} leads out of the file; references begin with '#', such as '#/$defs/name'"
        )
    try:
        target = lookup(reference)
    except (Unresolvable, LookupError, ValueError, TypeError) as error:
        raise ExtraSchemaError(f"{where}: {reference!r:.100} leads to nothing in the file") from error
    if not isinstance(target, (dict, bool)):
        raise ExtraSchemaError(f"{where}: {reference!r:.100} leads to no schema")
    return target


def _pointer(way: Any) -> str:
    return ".".join(str(each) for each in way) or "the top"


def _pattern(validator: Any, pattern: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, str) and not matches(pattern, instance):
        yield ValidationError(f"does not match {pattern!r}")


def _pattern_properties(
    validator: Any, patterns: dict[str, Any], instance: Any, schema: Schema
) -> Iterator[ValidationError]:
    for pattern, wanted in patterns.items() if isinstance(instance, dict) else ():
        for key, value in instance.items():
            if matches(pattern, key):
                yield from validator.descend(value, wanted, path=key, schema_path=pattern)


def _additional_properties(validator: Any, wanted: Any, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """An error for each field too many, at that field."""
    from jsonschema.exceptions import ValidationError

    for key, value in instance.items() if isinstance(instance, dict) else ():
        if key in schema.get("properties", {}) or any(
            matches(each, key) for each in schema.get("patternProperties", ())
        ):
            continue
        if wanted is False:
            yield ValidationError("unknown", path=(key,))
        else:
            yield from validator.descend(value, wanted, path=key)


def _counted(keyword: Any, followed: list[int]) -> Any:
    """A keyword that follows references, and gives up where they multiply."""

    def counted(validator: Any, reference: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
        followed[0] += 1
        if followed[0] > _MAX_FOLLOWED:
            raise _TooManyError
        yield from keyword(validator, reference, instance, schema) or ()

    return counted
