"""What keeps a project's own fields from fitting its schema, in words for people, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, cast

from claimcheck.claims.extra.reader import Reader
from claimcheck.claims.extra.schema import FORBIDDEN, ExtraSchema, Part, Schema
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence
from claimcheck.problem import Problem
from claimcheck.source import Span

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


_MAX_VALUES: Final = 1000
"""Texts, lists and mappings that one `extra` may hold: some keywords compare each with each."""

_MAX_WORDS: Final = 12


def extra_problems(root: Mapping, schema: ExtraSchema) -> Iterator[Problem]:
    """What keeps the fields of a claim file's `extra` from fitting; a file that does not fit its own format is read as
    far as it can be."""
    paper = root.get("paper")
    if isinstance(paper, Mapping):
        yield from _problems(paper, "paper", "paper", schema)
    for at, evidence in enumerate(_items(root.get("evidence"))):
        for number, claim in enumerate(_items(evidence.get("claims") if isinstance(evidence, Mapping) else None)):
            if isinstance(claim, Mapping):
                yield from _problems(claim, f"evidence[{at}].claims[{number}]", "claim", schema)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _problems(owner: Mapping, path: str, part: Part, schema: ExtraSchema) -> Iterator[Problem]:
    """What is wrong with the `extra` of a paper or claim; one that is not there is taken for an empty one."""
    node = owner.get("extra")
    if node is not None and not isinstance(node, Mapping):
        return  # the format's own schema tells it
    described = schema.part(part)
    reader = Reader(schema)
    if node is None and described == FORBIDDEN:
        return
    if node is not None and _size(node) > _MAX_VALUES:
        yield Problem("file-limits", f"'{path}.extra' holds more than {_MAX_VALUES} values", node.entries[0][0].span)
        return
    value = reader.value(node, [described]) if node is not None else {}
    errors = schema.errors(described, value)
    teller = _Teller(owner, node, f"{path}.extra", reader, described)
    if errors is None:
        yield teller.at((), f"'{path}.extra' cannot be checked: the references of {schema.path} multiply without end")
        return
    told = [problem for error in errors for problem in teller.told(error)]
    meant = teller.meant
    yield from {(problem.span, problem.message): problem for problem in told if problem.field not in meant}.values()


def _size(node: Node) -> int:
    match node:
        case Mapping():
            return 1 + sum(_size(value) for _, value in node.entries)
        case Sequence():
            return 1 + sum(map(_size, node.items))
    return 1


class _Teller:
    """Tells jsonschema's errors in words for people, each at its place in the claim file."""

    def __init__(self, owner: Mapping, node: Mapping | None, path: str, reader: Reader, described: Schema) -> None:
        self.owner = owner
        self.node = node
        self.path = path
        self.reader = reader
        self.described = described
        self.meant: set[str] = set()
        """The missing fields that an unknown one beside them is most like: that is one mistake."""

    def told(self, error: ValidationError) -> Iterator[Problem]:
        """What one error says; an alternative of which none fits is told by what comes nearest."""
        from jsonschema.exceptions import best_match

        if error.context:
            error = _nearest(best_match([error]))
        way, wanted, instance = (
            tuple(error.absolute_path),
            cast("Any", error.validator_value),
            cast("Any", error.instance),
        )
        name = self.name(way)
        match cast("str | None", error.validator):
            case "required":
                for key in wanted:
                    if key not in instance:
                        yield self.missing((*way, key))
            case "additionalProperties":
                yield self.unknown(way)
            case "unevaluatedProperties" if isinstance(instance, dict):
                keys = [key for key in instance if repr(key) in error.message]
                for key in keys:
                    yield self.unknown((*way, key))
                if not keys:
                    yield self.at(way, f"{name} has a field that is not described")
            case "type":
                expected = " or ".join(
                    _TYPES.get(each, each) for each in ([wanted] if isinstance(wanted, str) else wanted)
                )
                yield self.at(way, f"{name} is {self.kind(way)}; expected {expected}")
            case "enum":
                yield self.not_among(way, wanted)
            case "const":
                yield self.not_among(way, [wanted])
            case "pattern":
                yield self.at(way, f"{name} is '{instance}', which does not match {wanted}")
            case "format":
                yield self.at(way, f"{name} is '{instance}'; expected a {wanted}: YYYY-MM-DD")
            case "not" if wanted == FORBIDDEN["not"]:
                yield self.unknown(way)
            case "anyOf" | "oneOf" if error.context:
                yield self.at(way, f"{name} fits none of the alternatives")
            case word:
                says = _SAYS.get(word or "not")
                yield self.at(way, f"{name} {says.format(_shown(wanted)) if says else f'does not fit `{word}`'}")

    def name(self, way: tuple[str | int, ...]) -> str:
        return f"'{self._path(way)}'"

    def _path(self, way: tuple[str | int, ...]) -> str:
        return self.path + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)

    def kind(self, way: tuple[str | int, ...]) -> str:
        """What stands at a place."""
        _, node = self.place(way)
        match node:
            case Scalar(text=""):
                return "empty"
            case Scalar():
                return f"'{node.text}'" if node.style == "plain" else f"the text '{node.text}'"
            case Sequence():
                return "a list"
        return "a mapping of fields"

    def place(self, way: tuple[str | int, ...]) -> tuple[Scalar | None, Node | None]:
        """The key and the node at a place; of one that is not there, the nearest around it."""
        key, node = self.owner.key("extra"), self.node
        here: Node | None = node
        for step in way:
            match here, step:
                case Mapping(), str():
                    found = here.get(step)
                    if found is None:
                        break
                    key, here = here.key(step), found
                case Sequence(), int():
                    key, here = None, here.items[step]
        return key, here

    def at(self, way: tuple[str | int, ...], message: str, *, key: bool = False, help: str = "") -> Problem:
        name, node = self.place(way)
        if node is None:
            entries = self.owner.entries
            span = entries[0][0].span if entries else self.owner.span
        elif name is not None and (key or isinstance(node, Mapping) or node.span.start == node.span.end):
            span = name.span
        else:
            span = node.span if isinstance(node, Scalar) else Span(node.span.start, node.span.start + 1)
        return Problem("schema", message, span, help or self.help(way), self._path(way))

    def help(self, way: tuple[str | int, ...]) -> str:
        """What the field is for, as the project's schema describes it, and where that stands."""
        about = self.reader.at(way, [self.described])
        told = next((str(each["description"]) for each in about if each.get("description")), "")
        return f"{told} Described in {self.reader.schema.path}." if told else f"See {self.reader.schema.path}."

    def missing(self, way: tuple[str | int, ...]) -> Problem:
        problem = self.at(way[:-1], f"the field {self.name(way)} is missing", help=self.help(way))
        return Problem(problem.rule, problem.message, problem.span, problem.help, self._path(way))

    def unknown(self, way: tuple[str | int, ...]) -> Problem:
        from claimcheck.suggest import nearest

        around = self.reader.at(way[:-1], [self.described])
        known = list(
            dict.fromkeys(
                key for schema in around for key, each in schema.get("properties", {}).items() if each is not FORBIDDEN
            )
        )
        word = str(way[-1]) if way else "extra"
        _, node = self.place(way[:-1])
        absent = [key for key in known if not isinstance(node, Mapping) or node.get(key) is None]
        near = nearest(word, absent) or nearest(word, known)
        self.meant.update(self._path((*way[:-1], key)) for key in near if key in absent)
        said = f"Known here: {', '.join(known)}. " if known else ""
        message = f"unknown field '{word}'" + (f". Did you mean '{near[0]}'?" if near else "")
        return self.at(way, message, key=True, help=f"{said}See {self.reader.schema.path}.")

    def not_among(self, way: tuple[str | int, ...], allowed: list[Any]) -> Problem:
        from claimcheck.suggest import alternatives, hint

        words = [_shown(each) for each in allowed]
        said = alternatives(words) or "no value at all"
        if len(words) > _MAX_WORDS:
            quoted = ", ".join(f"'{word}'" for word in words[:_MAX_WORDS])
            said = f"{quoted} or one of {len(words) - _MAX_WORDS} others"
        _, node = self.place(way)
        near = hint(node.text, words) if isinstance(node, Scalar) else ""
        return self.at(way, f"{self.name(way)} is {self.kind(way)}; expected {said}" + (f".{near}" if near else ""))


def _nearest(error: ValidationError) -> ValidationError:
    """An error whose alternatives are all of another type, as one error of type; any other one as it is."""
    context = error.context or []
    types = [cast("Any", each.validator_value) for each in context if each.validator == "type" and not each.path]
    if not types or len(types) < len(context):
        return error
    one = context[0]
    one.validator_value = [name for each in types for name in ([each] if isinstance(each, str) else each)]
    return one


_TYPES: Final = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "a mapping of fields",
}

_SAYS: Final = {
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "exclusiveMinimum": "is not more than {}",
    "exclusiveMaximum": "is not less than {}",
    "multipleOf": "is no multiple of {}",
    "minLength": "is shorter than {} characters",
    "maxLength": "is longer than {} characters",
    "minItems": "has fewer than {} items",
    "maxItems": "has more than {} items",
    "uniqueItems": "has an item twice",
    "minProperties": "has fewer than {} fields",
    "maxProperties": "has more than {} fields",
    "oneOf": "fits more than one of the alternatives",
    "not": "is what it must not be",
    "contains": "has no item of the kind that is asked for",
    "dependentRequired": "has a field that needs another one: {}",
    "propertyNames": "has a field whose name does not fit",
}


def _shown(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "; ".join(f"{key}: {_shown(each)}" for key, each in value.items())
        case list():
            return ", ".join(_shown(each) for each in value)
    return str(value)
