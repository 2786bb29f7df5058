"""The schemas of the file formats: written from the model, used as a fast gate, explained where a file does not fit."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claimcheck.claims.yaml import Mapping, Node, Plain, Scalar, Sequence, to_plain
from claimcheck.problem import Problem
from claimcheck.source import Span

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A file format: its name, its model in `claimcheck.claims.model`, and the file of its schema beside this module."""

    name: str
    model: str
    schema_file: str
    described_as: str

    def schema_path(self) -> Path:
        return Path(__file__).with_name(self.schema_file)

    def model_class(self) -> type[BaseModel]:
        """The model itself (imports pydantic)."""
        from claimcheck.claims import model

        found: type[BaseModel] = getattr(model, self.model)
        return found


CLAIMS: Final = Format("claimcheck/1", "ClaimFile", "claims.schema.json", "a claim file")
VOCABULARY: Final = Format("claimcheck-vocabulary/1", "Vocabulary", "vocabulary.schema.json", "a vocabulary")


def schema_text(form: Format = CLAIMS) -> str:
    """The JSON Schema (draft 2020-12) of a format as the text of its committed file, written from the model."""
    import json

    from pydantic.json_schema import GenerateJsonSchema

    class WithoutNull(GenerateJsonSchema):
        """The model's None stands for an absent field; it is no part of the format, as a default or as a value."""

        def default_schema(self, schema: Any) -> dict[str, Any]:
            return self.generate_inner(schema["schema"])

        def nullable_schema(self, schema: Any) -> dict[str, Any]:
            return self.generate_inner(schema["schema"])

    generated = form.model_class().model_json_schema(schema_generator=WithoutNull)
    schema = {"$schema": GenerateJsonSchema.schema_dialect, "title": generated.pop("title"), **generated}
    schema["$defs"] = schema.pop("$defs")  # the file's own fields first
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def fits(plain: Plain, form: Format = CLAIMS) -> bool:
    """Whether a file, as dicts, lists and strings, fits its format. Asks the committed schema; imports no pydantic."""
    return bool(_gate(form).is_valid(plain))


@lru_cache
def _gate(form: Format) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(form.schema_path().read_text(encoding="utf-8"))


def explain(node: Node, form: Format = CLAIMS) -> list[Problem]:
    """Everything that keeps a file from fitting its format, each at its place; empty if it fits.

    For files that did not pass `fits`: it imports pydantic, and takes its time.
    """
    import json

    from pydantic import ValidationError

    if not isinstance(node, Mapping):
        return [
            Problem(
                "schema",
                f"{form.described_as} is a mapping of fields, not {_kind_of(node)}",
                _first_char(node.span),
                f"It begins with 'schema: {form.name}'.",
            )
        ]
    try:
        form.model_class().model_validate(to_plain(node))
    except ValidationError as error:
        schema = json.loads(form.schema_path().read_text(encoding="utf-8"))
        errors = [_Error(detail["type"], detail, _Place.of(detail["loc"], node, schema)) for detail in error.errors()]
        told = [_told(each) for each in _without_misspelt(errors)]
        return sorted(told, key=lambda problem: problem.span)
    return []


def disagreement(node: Node, form: Format = CLAIMS) -> Problem:
    """What to say if the schema refused a file and the model accepts it: a defect of claimcheck, and never silence."""
    return Problem(
        "schema",
        f"the file does not fit the schema of {form.described_as}, but the model finds nothing wrong",
        _first_char(node.span),
        "This is a defect of claimcheck; please report it with the file.",
    )


def _without_misspelt(errors: list[_Error]) -> list[_Error]:
    """The errors, without a missing field where an unknown one beside it is most like it: that is one mistake."""
    meant = {
        (error.place.parent.span, name)
        for error in errors
        if error.type == "extra_forbidden"
        for name in error.place.nearest_field()
    }
    missing = ("missing", "needed_by_kind")
    return [e for e in errors if e.type not in missing or (e.place.parent.span, e.place.name) not in meant]


def _told(error: _Error) -> Problem:
    """One error of pydantic's in words for people."""
    place, ctx = error.place, error.details.get("ctx", {})
    match error.type:
        case "missing":
            return place.missing(f"the field '{place.name}' is missing")
        case "needed_by_kind":
            return place.missing(f"a claim of kind '{ctx['kind']}' needs the field '{place.name}'")
        case "not_for_kind":
            return place.at_key(
                f"a claim of kind '{ctx['kind']}' has no field '{place.name}'", "Remove it, or choose another kind."
            )
        case "needs_baseline":
            return place.at_key(f"'{place.name}' needs the field 'baseline'", "Say whose value it is.")
        case "extra_forbidden":
            return place.unknown()
        case "literal_error":
            return place.not_among()
        case "string_pattern_mismatch":
            return place.at_value(_pattern_message(ctx["pattern"], place.label, place.text), place.description)
        case "string_too_short":
            return place.at_value(f"{place.label} is empty", place.description)
        case "too_short":
            return place.at_value(f"{place.label} is an empty list", place.description)
        case "string_type":
            return place.wrong_type("a text")
        case "list_type":
            return place.wrong_type("a list")
        case "model_type" | "dict_type" | "model_attributes_type":
            return place.wrong_type("a mapping of fields")
        case "union_tag_not_found":
            return place.wrong_type("a text or a list of texts")
    return place.at_value(f"{place.label}: {error.details['msg']}", place.description)


def _pattern_message(pattern: str, label: str, text: str) -> str:
    from claimcheck.claims import model

    if pattern == model.NOT_BLANK_PATTERN:
        return f"{label} is empty"
    what, expected = {
        model.SLUG_PATTERN: ("identifier", "letters and digits, with '-', '_' or '.' between"),
        model.IDENTITY_PATTERN: ("identity", "'sha256:' and 16 to 64 digits of 0-9 and a-f"),
        model.DATE_PATTERN: ("date", "YYYY-MM-DD"),
    }[pattern]
    return f"{label} is no {what}: '{text}'. Expected {expected}"


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Where in the file an error is: the innermost node there, the mapping around it, and what the schema says."""

    path: str
    name: str
    parent: Mapping
    node: Node
    key: Scalar | None
    fields: tuple[str, ...]
    schema: AnyMapping[str, Any]

    @classmethod
    def of(cls, loc: tuple[int | str, ...], root: Mapping, schema: dict[str, Any]) -> _Place:
        """Follows pydantic's location through the file and through the schema at once."""
        path, name = "", ""
        node: Node = root
        parent, key = root, None
        here = schema
        fields: tuple[str, ...] = ()
        for step in loc:
            match node, step:
                case Sequence(), int():
                    node = node.items[step]
                    path += f"[{step}]"
                    here = {**_words(here), **_resolved(_resolved(here, schema).get("items", {}), schema)}
                    key = None
                case Mapping(), str():
                    within = _resolved(here, schema)
                    fields = tuple(within.get("properties", {}))
                    here = within.get("properties", {}).get(step) or within.get("additionalProperties") or {}
                    parent, key, name = node, node.key(step), step
                    path += f".{step}" if path else step
                    node = node.get(step) or node
                case Sequence(), _:
                    here = {**_words(here), **here["oneOf"][1]}  # of "one text or a list of texts", the list
        return cls(path, name, parent, node, key, fields, here)

    @property
    def label(self) -> str:
        """How a message names the field."""
        return f"'{self.path}'"

    @property
    def text(self) -> str:
        return self.node.text if isinstance(self.node, Scalar) else ""

    @property
    def description(self) -> str:
        """What the field is for, with an example, as editors show it."""
        told = str(self.schema.get("description", ""))
        examples = self.schema.get("examples", ())
        if told and examples and isinstance(examples[0], str):
            told += f" For example: {examples[0]}"
        return told

    def missing(self, message: str) -> Problem:
        entries = self.parent.entries
        span = entries[0][0].span if entries else _first_char(self.parent.span)
        return Problem("schema", message, span, self.description, self.path)

    def nearest_field(self) -> list[str]:
        """The field that an unknown one may be meant for, if there is one: rather one that is not given yet."""
        from claimcheck.suggest import nearest

        absent = [name for name in self.fields if self.parent.get(name) is None]
        return nearest(self.name, absent) or nearest(self.name, self.fields)

    def unknown(self) -> Problem:
        message = f"unknown field '{self.name}'"
        if found := self.nearest_field():
            message += f". Did you mean '{found[0]}'?"
        value = self.parent.get(self.name)
        if " " in self.name and isinstance(value, Scalar) and not value.text:
            # {note: one thing, and another}
            return self.at_key(message, "A text with a comma stands in quotation marks where it is inside { }.")
        return self.at_key(message, f"Known here: {', '.join(self.fields)}.")

    def not_among(self) -> Problem:
        from claimcheck.suggest import alternatives, hint

        allowed = self.schema["enum"] if "enum" in self.schema else [self.schema["const"]]
        words = alternatives(allowed)
        if not self.text:
            return self.wrong_type(words)
        message = f"{self.label} is '{self.text}'; expected {words}." + hint(self.text, allowed)
        return self.at_value(message.removesuffix("."), self.description)

    def wrong_type(self, expected: str) -> Problem:
        return self.at_value(f"{self.label} is {_kind_of(self.node)}; expected {expected}", self.description)

    def at_value(self, message: str, help: str) -> Problem:
        span = self.node.span
        if span.start == span.end and self.key is not None:
            span = self.key.span  # nothing is written there
        return Problem("schema", message, span, help, self.path)

    def at_key(self, message: str, help: str) -> Problem:
        return Problem("schema", message, self.key.span if self.key else self.node.span, help, self.path)


@dataclass(frozen=True, slots=True, eq=False)
class _Error:
    """An error of pydantic's, and its place."""

    type: str
    details: ErrorDetails
    place: _Place


def _resolved(schema: AnyMapping[str, Any], root: AnyMapping[str, Any]) -> dict[str, Any]:
    """A schema with its reference followed; its own words go before those of what it refers to."""
    if "$ref" not in schema:
        return dict(schema)
    return {**root["$defs"][schema["$ref"].rpartition("/")[2]], **schema}


def _words(schema: AnyMapping[str, Any]) -> dict[str, Any]:
    """What a field's schema says about it in words; it holds for the items of a list too."""
    return {name: schema[name] for name in ("description", "examples") if name in schema}


def _kind_of(node: Node) -> str:
    match node:
        case Scalar(text=""):
            return "empty"
        case Scalar():
            return "a text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping of fields"


def _first_char(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 1))
