"""What a claim file says, as plain records that keep where each word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from claimcheck.claims.yaml import Mapping, Scalar
from claimcheck.problem import Problem as Problem
from claimcheck.source import SourceFile, Span

Kind = Literal["result", "delta", "ratio", "count", "size", "ranking"]

LEFT: Final = re.compile(r"\s*TODO(?![\w-])\s*:?")
"""How a text begins that a draft leaves to be written."""


@dataclass(frozen=True, slots=True, eq=False)
class Waiver:
    """A finding accepted for one claim, with the reason; after the date `until` (YYYY-MM-DD) it no longer holds."""

    rule: Scalar
    reason: Scalar | None
    until: Scalar | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Agg:
    """How a number was aggregated: `how` (mean, median, max, min, range, total) over `n` things called `of`."""

    how: Scalar | None
    n: Scalar | None
    of: Scalar | None


@dataclass(frozen=True, slots=True, eq=False)
class ExtraText:
    """A text of one of the project's own fields, by the path of its field (`extra.gpu.count`).

    The numbers of a `free` one are none of the abstract's: the project's schema says so.
    """

    name: str
    scalar: Scalar
    free: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One stated metric. Single-valued fields are scalars (None where absent), list fields tuples of scalars.

    `conditions` are (key, value) pairs; `node` is the mapping as it stands in the file.
    """

    id: Scalar
    kind: Scalar
    subject: Scalar
    metric: Scalar
    node: Mapping
    quote: Scalar
    value: Scalar | None = None
    rank: Scalar | None = None
    baseline: tuple[Scalar, ...] = ()
    baseline_value: Scalar | None = None
    change: Scalar | None = None
    delta: Scalar | None = None
    dataset: tuple[Scalar, ...] = ()
    better: Scalar | None = None
    agg: Agg | None = None
    conditions: tuple[tuple[Scalar, Scalar], ...] = ()
    mention: Scalar | None = None
    subject_as: Scalar | None = None
    dataset_from: Scalar | None = None
    hedge: Scalar | None = None
    doubt: Scalar | None = None
    note: Scalar | None = None
    waive: tuple[Waiver, ...] = ()
    extra: tuple[ExtraText, ...] = ()

    def texts(self) -> Iterator[tuple[str, Scalar]]:
        """Every scalar of the claim that may hold a number, with the path of its field (`agg.n`, `conditions.budget`).

        `value`, `baseline_value` and `mention` come along; ids, closed vocabularies, waivers and free fields do not.
        """
        for name, scalar in (
            ("subject", self.subject),
            ("metric", self.metric),
            ("value", self.value),
            ("baseline_value", self.baseline_value),
            ("mention", self.mention),
            ("subject_as", self.subject_as),
            ("hedge", self.hedge),
            ("doubt", self.doubt),
            ("note", self.note),
        ):
            if scalar is not None:
                yield name, scalar
        for scalar in self.baseline:
            yield "baseline", scalar
        for scalar in self.dataset:
            yield "dataset", scalar
        if self.agg is not None:
            if self.agg.n is not None:
                yield "agg.n", self.agg.n
            if self.agg.of is not None:
                yield "agg.of", self.agg.of
        for key, value in self.conditions:
            yield "conditions", key
            yield f"conditions.{key.text}", value
        for each in self.extra:
            if not each.free:
                yield each.name, each.scalar


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A sentence of the abstract and the claims that rest on it."""

    quote: Scalar
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NotClaim:
    """Words of the abstract whose numbers are no claim, and why."""

    text: Scalar
    why: Scalar


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """An equation between claims of the file that must hold over the rounding intervals of what is written."""

    id: Scalar | None
    expr: Scalar
    why: Scalar | None


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """The paper a claim file is about; `metadata` holds the optional fields, which are never checked for numbers.

    `extra` are the project's own fields, whose numbers are checked.
    """

    id: Scalar
    name: Scalar
    starts: Scalar
    abstract: Scalar
    metadata: tuple[tuple[Scalar, Scalar], ...] = ()
    extra: tuple[ExtraText, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ClaimFile:
    """One `claims/<paper>.yaml` that fits the schema."""

    file: SourceFile
    paper: Paper
    evidence: tuple[Evidence, ...]
    names: tuple[Scalar, ...] = ()
    not_claims: tuple[NotClaim, ...] = ()
    relations: tuple[Relation, ...] = ()
    root: Mapping = field(kw_only=True)

    def claims(self) -> Iterator[Claim]:
        """All claims of the file, in its order."""
        for evidence in self.evidence:
            yield from evidence.claims
