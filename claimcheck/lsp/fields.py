"""What the formats say of a field: its description, the words that may stand there, the fields below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Final

from claimcheck.claims.extra.schema import ExtraSchema
from claimcheck.claims.schema import Format
from claimcheck.fixing.model import Steps

_NOTHING: Final[Mapping[str, Any]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field as its format's schema has it: `words` are all that may stand there, `below` its own fields by name."""

    description: str
    words: tuple[str, ...] = ()
    below: Mapping[str, str] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    is_list: bool = False


def field_at(form: Format, steps: Steps, extra: ExtraSchema | None = None) -> Field | None:
    """The field at the end of the way from the top of a file; None if the format has none there.

    What lies below `extra` the project's own schema describes, if it has one.
    """
    here = _schema(form)
    resolve: Callable[[str], Any] = partial(_named, here)
    for at, step in enumerate(steps):
        if step == "extra" and extra is not None and at in (1, 4):
            about = _description(_inner(here, step), resolve)
            resolve = extra.refers_to
            here = {**extra.part("paper" if at == 1 else "claim"), "description": about}
            continue
        found = _inner(here, step)
        if not found:
            return None
        here = _resolved(found, resolve)
    words = here.get("enum", [here["const"]] if "const" in here else [])
    properties = {name: _description(each, resolve) for name, each in here.get("properties", {}).items()}
    return Field(
        str(here.get("description", "")),
        tuple(str(word) for word in words),
        properties,
        frozenset(here.get("required", ())),
        bool(_list_of(here)),
    )


def _inner(schema: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    """The schema of a field, or of an item; nothing, where there is none."""
    fields = schema.get("properties", _NOTHING)
    others = schema.get("additionalProperties")
    found = _list_of(schema).get("items") if isinstance(step, int) else fields.get(step, others)
    return found if isinstance(found, dict) else _NOTHING


def _description(schema: object, resolve: Callable[[str], Any]) -> str:
    return str(_resolved(schema, resolve).get("description", "")) if isinstance(schema, dict) else ""


@cache
def _schema(form: Format) -> Mapping[str, Any]:
    import json

    found: Mapping[str, Any] = json.loads(form.schema_path().read_text(encoding="utf-8"))
    return found


def _named(root: Mapping[str, Any], reference: str) -> Any:
    return root["$defs"][reference.rpartition("/")[2]]


def _resolved(schema: Mapping[str, Any], resolve: Callable[[str], Any]) -> Mapping[str, Any]:
    """A schema with its reference followed; its own words go before those of what it refers to."""
    if "$ref" not in schema:
        return schema
    target = resolve(schema["$ref"])
    return {**(target if isinstance(target, dict) else _NOTHING), **schema}


def _list_of(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The list that may stand there; of "one text or a list of texts", the list."""
    alternatives = (schema, *schema.get("oneOf", ()))
    return next((each for each in alternatives if isinstance(each, dict) and "items" in each), _NOTHING)
