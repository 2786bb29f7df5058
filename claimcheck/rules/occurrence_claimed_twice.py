"""CC305 occurrence-claimed-twice."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import finding, rule


@rule("CC305", scope="paper")
def occurrence_claimed_twice(paper: PaperInContext) -> Iterator[Finding]:
    """Two claims rest on one occurrence of a number.

    A number that stands once says one thing. It may be the value of one claim, and besides the baseline value of others.

    Flagged: two claims with `value: 79.6%` from the one "79.6%" of the abstract.

    Clean: `value: 80.8%` with `baseline_value: 68.5%`, and another claim with `value: 68.5%` for the baseline itself.
    """
    first: dict[int, ClaimInContext] = {}
    for claim in paper.all_claims():
        if claim.value_at is None or claim.value is None:
            continue
        known = first.setdefault(claim.value_at, claim)
        if known is not claim:
            yield finding(
                f"this '{paper.numbers[claim.value_at].text}' of the abstract is the value of '{known.id}' already",
                claim.label(claim.value.scalar),
                help="Keep one of the two; where the number stands more than once, name each place with `mention`.",
                source=paper.number_label(claim.value_at),
                related=(known.label(known.value.scalar, "the other claim"),) if known.value is not None else (),
                paper=paper.id,
                claim=claim.id,
                field="value",
            )
