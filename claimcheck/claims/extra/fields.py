"""A project's own fields as a claim file has them: the mappings `extra` of papers and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.claims.extra.reader import Reader, below, inside
from claimcheck.claims.extra.schema import FREE, MARK, ExtraSchema, Part
from claimcheck.claims.records import ExtraText
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence


def extra_texts(owner: Mapping, part: Part, schema: ExtraSchema | None) -> tuple[ExtraText, ...]:
    """The texts of a paper's or a claim's `extra`; names of fields that no schema describes are among them."""
    node = owner.get("extra")
    if not isinstance(node, Mapping):
        return ()
    if schema is None:
        return tuple(_texts(node, "extra", None, (), None, False))
    reader = Reader(schema)
    described = [schema.part(part)]
    return tuple(_texts(node, "extra", reader.value(node, described), described, reader, False))


def extra_field(owner: Mapping, name: str) -> Node | None:
    """What a paper or claim has in one of the project's own fields, named by its path: `extra.gpu.count`."""
    here: list[tuple[Node, str]] = [(owner, name)]
    while here:
        node, rest = here.pop()
        if not rest:
            return node
        if isinstance(node, Mapping):
            here += [
                (value, rest[len(key.text) + 1 :])
                for key, value in node.entries
                if rest == key.text or rest.startswith(f"{key.text}.")  # a name may hold a dot itself
            ]
    return None


def extra_text(node: Node | None) -> str:
    """A field in one line: lists, and the fields of a mapping, are joined by "; "."""
    match node:
        case Scalar():
            return node.text
        case Mapping():
            return "; ".join(f"{key.text}: {extra_text(value)}" for key, value in node.entries)
        case Sequence():
            return "; ".join(extra_text(item) for item in node.items)
    return ""


def extra_names(owner: Mapping) -> list[str]:
    """The fields that a paper or claim has in `extra`, as `extra.gpu`."""
    node = owner.get("extra")
    return [f"extra.{key.text}" for key, _ in node.entries] if isinstance(node, Mapping) else []


def described_fields(schema: ExtraSchema, part: Part) -> list[str]:
    """The fields that the schema names for a part, as `extra.gpu`."""
    around = Reader(schema).about([schema.part(part)])
    return [f"extra.{name}" for name in dict.fromkeys(name for each in around for name in each.get("properties", {}))]


def field_title(schema: ExtraSchema, part: Part, name: str) -> str | None:
    """The title that the schema gives a field (`extra.gpu.count`), which may be empty; None if it does not describe it."""
    about = Reader(schema).at(name.split(".")[1:], [schema.part(part)])
    return next((str(each["title"]) for each in about if each.get("title")), "") if about else None


def _texts(
    node: Node, name: str, value: Any, schemas: Iterable[Any], reader: Reader | None, free: bool
) -> Iterator[ExtraText]:
    """The texts below a node. A field is free if a schema that it fits, or that of a mapping around it, says so."""
    about = reader.about(schemas, value) if reader is not None else ()
    free = free or any(schema.get(MARK) == FREE for schema in about)
    match node:
        case Scalar():
            yield ExtraText(name, node, free)
        case Mapping():
            for key, inner in node.entries:
                if not any(key.text in schema.get("properties", {}) for schema in about):
                    yield ExtraText(name, key, free)
                part = value[key.text] if reader is not None else None
                yield from _texts(inner, f"{name}.{key.text}", part, below(about, key.text), reader, free)
        case Sequence():
            for at, item in enumerate(node.items):
                part = value[at] if reader is not None else None
                yield from _texts(item, name, part, inside(about, at), reader, free)
