"""From the text of a claim file to records: its YAML read, its form checked, everything that is wrong with it told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.claims.records import Agg, Claim, ClaimFile, Evidence, ExtraText, NotClaim, Paper, Relation, Waiver
from claimcheck.claims.schema import CLAIMS, Format, disagreement, explain, fits
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse, to_plain
from claimcheck.problem import Problem
from claimcheck.source import SourceFile, Span

if TYPE_CHECKING:
    from claimcheck.claims.extra.schema import ExtraSchema, Part


@dataclass(frozen=True, slots=True, eq=False)
class LoadedClaims:
    """A claim file as far as it could be read: `claims` is None if anything is wrong with it; `problems` says what."""

    file: SourceFile
    claims: ClaimFile | None
    problems: tuple[Problem, ...]


def load_claim_file(file: SourceFile, extra: ExtraSchema | None = None) -> LoadedClaims:
    """Reads a claim file; `extra` is the schema of the project's own fields, if it has one.

    Never raises: all that is wrong with the file is in the problems, in the file's order.
    """
    root, problems = read_mapping(file, CLAIMS, lambda node: _extra_problems(node, extra))
    return LoadedClaims(file, None if root is None else claim_file(file, root, extra), problems)


def read_mapping(
    file: SourceFile, form: Format, more: Callable[[Mapping], Iterable[Problem]] = lambda node: ()
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The mapping that a file of a format holds, if nothing is wrong with it, or else everything that is.

    `more` tells what is wrong besides, of any mapping.
    """
    node, problems = parse(file.text)
    if node is None and not problems:
        problems = [_empty(form)]
    if node is not None and not fits(to_plain(node), form):
        told = explain(node, form) or [disagreement(node, form)]
        # What YAML's rules have refused already needs no second word.
        problems += [problem for problem in told if not any(problem.span.overlaps(known.span) for known in problems)]
    if isinstance(node, Mapping):
        problems += more(node)
    if problems or not isinstance(node, Mapping):
        return None, tuple(sorted(problems, key=lambda problem: problem.span))
    return node, ()


def scalar(mapping: Mapping, name: str) -> Scalar | None:
    """The text of a field, or None if the field is absent. Of files that fit their schema alone, like all below."""
    node = mapping.get(name)
    return node if isinstance(node, Scalar) else None


def required(mapping: Mapping, name: str) -> Scalar:
    """The text of a field that the schema requires."""
    found = mapping.get(name)
    if not isinstance(found, Scalar):
        raise TypeError(f"the schema let a mapping pass whose '{name}' is no text")
    return found


def texts(node: Node | None) -> tuple[Scalar, ...]:
    """One text, or a list of texts, or nothing, as a tuple."""
    match node:
        case Scalar():
            return (node,)
        case Sequence():
            return tuple(item for item in node.items if isinstance(item, Scalar))
    return ()


def mappings(node: Node | None) -> tuple[Mapping, ...]:
    """The mappings of a list, or nothing."""
    return tuple(item for item in node.items if isinstance(item, Mapping)) if isinstance(node, Sequence) else ()


def pairs(node: Node | None) -> tuple[tuple[Scalar, Scalar], ...]:
    """Names and texts of a mapping; a name with a list stands once for each text of the list."""
    if not isinstance(node, Mapping):
        return ()
    return tuple((key, text) for key, value in node.entries for text in texts(value))


def _empty(form: Format) -> Problem:
    return Problem("schema", f"the file is empty; {form.described_as} begins with 'schema: {form.name}'", Span(0, 0))


def claim_file(file: SourceFile, root: Mapping, extra: ExtraSchema | None = None) -> ClaimFile:
    """The records of a mapping that fits the schema, or that has at least every text that a record cannot do without."""
    paper = root.get("paper")
    if not isinstance(paper, Mapping):
        raise TypeError("the schema let a file pass whose 'paper' is no mapping")
    return ClaimFile(
        file,
        _paper(paper, extra),
        tuple(_evidence(each, extra) for each in mappings(root.get("evidence"))),
        texts(root.get("names")),
        tuple(NotClaim(required(each, "text"), required(each, "why")) for each in mappings(root.get("not_claims"))),
        tuple(
            Relation(scalar(each, "id"), required(each, "expr"), scalar(each, "why"))
            for each in mappings(root.get("relations"))
        ),
        root=root,
    )


def _paper(node: Mapping, extra: ExtraSchema | None) -> Paper:
    checked = ("id", "name", "starts", "abstract")
    return Paper(
        required(node, "id"),
        required(node, "name"),
        required(node, "starts"),
        required(node, "abstract"),
        metadata=tuple((key, value) for key, value in pairs(node) if key.text not in checked),
        extra=_extra(node, "paper", extra),
    )


def _extra_problems(root: Mapping, extra: ExtraSchema | None) -> Iterable[Problem]:
    if extra is None:
        return ()
    from claimcheck.claims.extra.problems import extra_problems  # few projects have fields of their own

    return extra_problems(root, extra)


def _extra(node: Mapping, part: Part, extra: ExtraSchema | None) -> tuple[ExtraText, ...]:
    if node.get("extra") is None:
        return ()
    from claimcheck.claims.extra.fields import extra_texts

    return extra_texts(node, part, extra)


def _evidence(node: Mapping, extra: ExtraSchema | None) -> Evidence:
    quote = required(node, "quote")
    return Evidence(quote, tuple(_claim(each, quote, extra) for each in mappings(node.get("claims"))))


def _claim(node: Mapping, quote: Scalar, extra: ExtraSchema | None) -> Claim:
    return Claim(
        id=required(node, "id"),
        kind=required(node, "kind"),
        subject=required(node, "subject"),
        metric=required(node, "metric"),
        node=node,
        quote=quote,
        value=scalar(node, "value"),
        rank=scalar(node, "rank"),
        baseline=texts(node.get("baseline")),
        baseline_value=scalar(node, "baseline_value"),
        change=scalar(node, "change"),
        delta=scalar(node, "delta"),
        dataset=texts(node.get("dataset")),
        better=scalar(node, "better"),
        agg=_agg(node.get("agg")),
        conditions=pairs(node.get("conditions")),
        mention=scalar(node, "mention"),
        subject_as=scalar(node, "subject_as"),
        dataset_from=scalar(node, "dataset_from"),
        hedge=scalar(node, "hedge"),
        doubt=scalar(node, "doubt"),
        note=scalar(node, "note"),
        waive=tuple(_waiver(each) for each in mappings(node.get("waive"))),
        extra=_extra(node, "claim", extra),
    )


def _agg(node: Node | None) -> Agg | None:
    return Agg(scalar(node, "how"), scalar(node, "n"), scalar(node, "of")) if isinstance(node, Mapping) else None


def _waiver(node: Mapping) -> Waiver:
    return Waiver(required(node, "rule"), scalar(node, "reason"), scalar(node, "until"), node.span)
