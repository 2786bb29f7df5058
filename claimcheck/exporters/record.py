"""A claim as one record: its fields as written, where its quote stands, and every number of it that its abstract holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.claims.yaml import Mapping, to_plain
from claimcheck.dataset import ClaimInContext, Dataset, PaperInContext, Value
from claimcheck.matching.values import change_between, same
from claimcheck.matching.verdicts import verified
from claimcheck.numerals.model import End, Mention


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number of a claim as its abstract states it.

    `mention` is how it is to be read; `end` is set where the field holds one end alone of a stated change.
    """

    field: str
    mention: Mention
    end: End | None = None

    def as_json(self) -> dict[str, Any]:
        """Exact decimal strings, code-point offsets into the abstract's raw text; `low` and `high` null if it is vague."""
        mention = self.mention
        place = self.end or mention
        low, high = self.end or mention.low, self.end or mention.high
        return {
            "field": self.field,
            "text": place.text,
            "start": place.start,
            "end": place.end,
            "low": low.decimal() if low is not None else None,
            "high": high.decimal() if high is not None else None,
            "unit": mention.unit,
            "bound": mention.bound,
            "approximate": mention.approximate,
        }


def claims(dataset: Dataset) -> Iterator[ClaimInContext]:
    """All claims: papers by their files' names, claims in the order of their files."""
    for paper in sorted(dataset.papers, key=lambda paper: paper.claims.file.path):
        yield from paper.all_claims()


def record(claim: ClaimInContext) -> dict[str, Any]:
    """The claim as JSON has it. What could not be found in the abstract is null, or not among the numbers.

    `verified` is false where quote, value or baseline value do not stand in the abstract, whether or not that is waived.
    """
    place = claim.quote.place
    fields = to_plain(claim.claim.node)
    assert isinstance(fields, dict)
    return {
        "paper": claim.paper.id,
        "global_id": f"{claim.paper.id}/{claim.id}",
        **fields,
        **({"paper_extra": extra} if (extra := paper_extra(claim.paper)) is not None else {}),
        "source": source(claim.paper),
        "quote": claim.claim.quote.text,
        "quote_start": place.span.start if place is not None else None,
        "quote_end": place.span.end if place is not None else None,
        "verified": verified(claim),
        "numbers": [number.as_json() for number in numbers(claim)],
    }


def paper_extra(paper: PaperInContext) -> Any:
    """The project's own fields of the paper, as written; None if it has none."""
    head = paper.claims.root.get("paper")
    node = head.get("extra") if isinstance(head, Mapping) else None
    return to_plain(node) if node is not None else None


def source(paper: PaperInContext) -> dict[str, str]:
    """The file that the abstract stands in, and the abstract's identity."""
    assert paper.abstract is not None  # a claim in context has one
    return {"file": paper.abstract.file.path, "abstract": f"sha256:{paper.abstract.digest}"}


def numbers(claim: ClaimInContext) -> Iterator[StatedNumber]:
    """Every number of the claim that stands in its abstract: value, baseline value, then the other fields in their order."""
    if claim.pair_claimed:
        yield from _both_ends(claim)
    else:
        for name, value, at in (
            ("value", claim.value, claim.value_at),
            ("baseline_value", claim.baseline_value, claim.baseline_at),
        ):
            if value is not None and at is not None:
                yield StatedNumber(name, _as_claimed(value, claim.paper.numbers[at]))
    for number in claim.paper.fields:
        if number.claim is claim and number.at is not None and claim.paper.numbers[number.at].is_quantity:
            yield StatedNumber(number.name, claim.paper.numbers[number.at])


def _as_claimed(value: Value, stated: Mention) -> Mention:
    """A stated number in the reading that the claim's value has, where it can be read in several ways."""
    readings = [replace(reading, readings=()) for reading in stated.all_readings()]
    return next((reading for reading in readings if value.mention is not None and same(value.mention, reading)), stated)


def _both_ends(claim: ClaimInContext) -> Iterator[StatedNumber]:
    """The two numbers of a stated change ("from 17.3 to 12.9"), each with its own place."""
    assert claim.value_at is not None and claim.value is not None and claim.baseline_value is not None
    value, baseline = claim.value.mention, claim.baseline_value.mention
    assert value is not None and baseline is not None
    for reading in claim.paper.numbers[claim.value_at].all_readings():
        pair = replace(reading, readings=())
        if all(each.is_same for each in change_between(value, baseline, pair)):
            yield StatedNumber("value", pair, pair.high)
            yield StatedNumber("baseline_value", pair, pair.low)
            return
