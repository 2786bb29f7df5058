"""A claim file that is being written: what it says so far, with an empty text for every field that it lacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcheck.claims.extra.schema import ExtraSchema
from claimcheck.claims.load import LoadedClaims, claim_file
from claimcheck.claims.records import ClaimFile
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse
from claimcheck.source import SourceFile, Span

_NO_HASH: Final = "sha256:-"
"""Stands for a hash that is not there: the beginning of none."""


def lenient(loaded: LoadedClaims, extra: ExtraSchema | None) -> LoadedClaims:
    """The same file with what can be understood of it, where the whole does not fit the format."""
    if loaded.claims is not None:
        return loaded
    claims = lenient_claims(loaded.file, parse(loaded.file.text)[0], extra)
    return loaded if claims is None else LoadedClaims(loaded.file, claims, loaded.problems)


def lenient_claims(file: SourceFile, node: Node | None, extra: ExtraSchema | None) -> ClaimFile | None:
    """What a file's YAML says so far; None if it is no mapping."""
    return claim_file(file, _root(node), extra) if isinstance(node, Mapping) else None


def _root(node: Mapping) -> Mapping:
    paper = node.get("paper")
    at = Span(node.span.start, node.span.start)
    complete = _with(
        paper if isinstance(paper, Mapping) else Mapping((), at), "id", "name", "starts", abstract=_NO_HASH
    )
    fields: list[tuple[Scalar, Node]] = [(Scalar("paper", at), complete)]
    for key, value in node.entries:
        match key.text:
            case "paper":
                continue
            case "evidence":
                value = _each(value, _evidence)
            case "not_claims":
                value = _each(value, lambda each: _with(each, "text", "why"))
            case "relations":
                value = _each(value, lambda each: _with(each, "expr"))
        fields.append((key, value))
    return Mapping(tuple(fields), node.span)


def _evidence(node: Mapping) -> Mapping:
    return _replaced(_with(node, "quote"), "claims", lambda claims: _each(claims, _claim))


def _claim(node: Mapping) -> Mapping:
    complete = _with(node, "id", "kind", "subject", "metric")
    return _replaced(complete, "waive", lambda waive: _each(waive, lambda each: _with(each, "rule")))


def _each(node: Node, change: Callable[[Mapping], Mapping]) -> Node:
    if not isinstance(node, Sequence):
        return node
    return Sequence(tuple(change(item) if isinstance(item, Mapping) else item for item in node.items), node.span)


def _replaced(node: Mapping, name: str, change: Callable[[Node], Node]) -> Mapping:
    entries = ((key, change(value) if key.text == name else value) for key, value in node.entries)
    return Mapping(tuple(entries), node.span)


def _with(node: Mapping, *names: str, **others: str) -> Mapping:
    """The mapping with a text for each of these fields: its own, if it has one."""
    at = Span(node.span.start, node.span.start)
    wanted = {**dict.fromkeys(names, ""), **others}
    kept = tuple((key, value) for key, value in node.entries if key.text not in wanted or isinstance(value, Scalar))
    there = {key.text for key, _ in kept}
    added = tuple((Scalar(name, at), Scalar(text, at)) for name, text in wanted.items() if name not in there)
    return Mapping((*kept, *added), node.span)
