"""CC304 conflicting-claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.matching.either import is_either
from claimcheck.matching.keys import pairs_with_one_key
from claimcheck.rules.base import finding, rule


@rule("CC304", scope="dataset")
def conflicting_claim(dataset: Dataset) -> Iterator[Finding]:
    """Two claims agree in everything but the value.

    One subject has one value for one metric on one data set under the same conditions, aggregation and baseline. In one
    file two values are an error: something that tells them apart was left out. Across papers it is a warning, since both
    may be true, and only where the subject is a name: "our method" is another one in each paper.
    Two ranks are no conflict where one sentence tells both of one thing: "matches or outperforms", "reaches, and often
    outperforms".

    Flagged: FLIP's improvement once as 79.6% and once as 76.9%, with nothing else different.

    Clean: average and maximum told apart by `agg: {how: mean}` and `agg: {how: max}`.
    """
    for first, second, equal in pairs_with_one_key(dataset):
        if equal or is_either(first, second):
            continue
        elsewhere = first.paper is not second.paper
        where = f" of {first.paper.id}" if elsewhere else ""
        mine, theirs = ((claim.claim.value or claim.claim.rank or claim.claim.id) for claim in (second, first))
        yield finding(
            f"'{mine.text}' here, but '{theirs.text}' in the claim '{first.id}'{where}, which agrees with this one in all else",
            second.label(mine),
            help="Write down what tells them apart (`dataset`, `conditions`, `agg`, `baseline`), or mend the wrong one.",
            related=(first.label(theirs, "the other value"),),
            paper=second.paper.id,
            claim=second.id,
            field="value",
            severity="warning" if elsewhere else None,
        )
