"""CC505 change-inconsistent."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.changes import clashes
from claimcheck.rules.base import finding, rule


@rule("CC505", scope="paper")
def change_inconsistent(paper: PaperInContext) -> Iterator[Finding]:
    """A stated change is one that the value and the baseline value cannot give.

    A claim with a value, a baseline value and `change: increase` has the higher value. A difference of "-3%" is a decrease, and
    one of "+3%" an increase (of a metric of which less is better it may be an improvement). A difference (`kind: delta`) or a
    factor (`kind: ratio`) of a subject is that between its value and its baseline's, where the file states both for the
    same metric, data set, conditions and aggregation: in points for `delta: absolute`, in percent of the baseline for
    `delta: relative`, either of the two for `delta: unstated`. Everything is computed over the values that round to
    what is written, and the message tells the bounds. Ranges, bounds and approximate numbers are left alone.

    Flagged: `value: 12.9`, `baseline_value: 17.3`, `change: increase`.

    Flagged: a gain of 13.2 points (`delta: absolute`) beside the values 80.8% and 68.5%, which are 12.2 to 12.4 apart.

    Clean: a gain of 12.3 points; a gain of 18% (`delta: relative`).
    """
    for clash in clashes(paper, paper.vocabulary):
        yield finding(
            clash.message,
            clash.claim.label(clash.stated.scalar),
            help="Mend the value, the change or the type of difference; or write down what tells the values apart "
            "(`dataset`, `conditions`, `agg`).",
            source=paper.number_label(clash.claim.value_at) if clash.claim.value_at is not None else None,
            related=tuple(claim.label(value.scalar, "held against this") for claim, value in clash.against),
            paper=paper.id,
            claim=clash.claim.id,
            field=clash.stated.name,
        )
