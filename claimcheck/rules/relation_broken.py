"""CC504 relation-broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from claimcheck.claims.records import Claim, Relation
from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.intervals import Interval, told, told_apart, written
from claimcheck.matching.relations import Expression, RelationError, Units, can_hold, must_be_alike, parse
from claimcheck.numerals import read_value
from claimcheck.rules.base import finding, rule

_MOST_READINGS: Final = 64


@rule("CC504", scope="paper")
def relation_broken(paper: PaperInContext) -> Iterator[Finding]:
    """A relation does not hold for any values that round to what is written.

    `relations` says how the numbers of a paper hang together: "prompts = 3 * templates * issues". `expr` holds ids of the
    file's claims, exact numbers, `+ - * /` and parentheses, and one of `= < > <= >=`. A written number stands for all that
    rounds to it: 2.49m for 2485000 to 2495000; a `count` written to the ones is exact. A range stands for all between
    its ends, "up to" and "over" are open to their side, and a number said to be approximate may be off by a tenth.
    Where the text alone cannot tell what is written (10K: thousand or kelvin), either reading will do. A percentage
    counts as its number. The relation holds as long as both sides have a value in common; else the message
    tells the bounds of both. An expression that cannot be computed is a finding, too: an unknown id, a claim without a
    number, a divisor that may be zero, a percentage compared with a count.

    An id with hyphens is written as it is; a minus between two ids stands between spaces.

    Flagged: `expr: prompts = 4 * templates * issues`, where 2.49m, 3.9k and 212 are written.

    Clean: `expr: prompts = 3 * templates * issues`.
    """
    claims = {claim.id.text: claim for claim in paper.claims.claims()}
    for relation in paper.claims.relations:
        try:
            found = _checked(paper, relation, claims)
        except RelationError as error:
            span = relation.expr.locate(paper.claims.file.text, error.start, error.end)
            found = finding(
                error.message, Label(paper.claims.file, span), help=error.help, paper=paper.id, field=_FIELD
            )
        if found is not None:
            yield found


_FIELD: Final = "relations.expr"


def _checked(paper: PaperInContext, relation: Relation, claims: dict[str, Claim]) -> Finding | None:
    """The finding about a relation that cannot hold; RelationError where it cannot be computed."""
    expression = parse(relation.expr.text, claims)
    names = [step.text for step in expression.names()]
    units = {name: _units(claims[name]) for name in names}
    must_be_alike(expression.left.units(units), expression.right.units(units), len(relation.expr.text))
    readings = [_readings(claims[step.text], step.start, step.end) for step in expression.names()]
    first: tuple[Interval, Interval] | None = None
    for values in islice(product(*readings), _MOST_READINGS):
        known = dict(zip(names, values, strict=True))
        left, right = expression.left.value(known), expression.right.value(known)
        if can_hold(left, expression.sign, right):
            return None
        first = first or (left, right)
    assert first is not None  # every claim has a reading
    return _broken(paper, relation, expression, [claims[name] for name in names], first)


def _units(claim: Claim) -> Units:
    """The units that the value of a claim may have; points are percentages, a factor is a plain number, and a difference that is
    written without a unit may be one of percentages ("from 46.9% to 71.4%, a gain of +24.5")."""
    mention = read_value(claim.value.text)[0] if claim.value is not None else None
    if mention is None:
        return None
    units = frozenset(_SAME_UNIT.get(each.unit, each.unit or "") for each in mention.all_readings())
    share = claim.delta is not None and claim.delta.text == "relative"
    return units | {"%"} if claim.kind.text == "delta" and "" in units and not share else units


_SAME_UNIT: Final = {None: "", "x": "", "pp": "%"}


def _readings(claim: Claim, start: int, end: int) -> list[Interval]:
    """What the value of a claim may stand for, by each way to read it ("m": million or metre)."""
    if claim.value is None:
        raise RelationError(
            f"the claim '{claim.id.text}' has no value", start, end, "Only claims with a number can be computed with."
        )
    mention, _ = read_value(claim.value.text)
    whole = _is_whole(claim)
    found = [written(each, whole=whole) for each in mention.all_readings()] if mention is not None else []
    intervals = [each for each in found if each is not None]
    if not intervals:
        raise RelationError(
            f"the value '{claim.value.text}' of '{claim.id.text}' is no single number",
            start,
            end,
            "Only single numbers, ranges and bounds can be computed with.",
        )
    return intervals


def _is_whole(claim: Claim) -> bool:
    """Whether the claim counts whole things; a mean of counts is no whole number."""
    how = claim.agg.how if claim.agg is not None else None
    return claim.kind.text == "count" and (how is None or how.text not in ("mean", "median"))


def _broken(
    paper: PaperInContext,
    relation: Relation,
    expression: Expression,
    claims: list[Claim],
    sides: tuple[Interval, Interval],
) -> Finding:
    file = paper.claims.file
    left, right = told_apart(*sides)
    stated = ", ".join(f"{claim.id.text} as '{claim.value.text}'" for claim in claims if claim.value is not None)
    return finding(
        f"'{expression.left.text}' is {left}, but '{expression.right.text}' is {right}"
        + (f", so it is not {expression.sign}" if expression.sign != "=" else ""),
        Label(file, relation.expr.span),
        help=f"The file has {stated}. Mend the wrong value, or the relation; check both against the source.",
        related=tuple(
            Label(file, claim.value.span, told(_readings(claim, 0, 0)[0]))
            for claim in claims
            if claim.value is not None
        ),
        paper=paper.id,
        field=_FIELD,
    )
