"""CC303 duplicate-claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.matching.keys import pairs_with_one_key
from claimcheck.rules.base import finding, rule


@rule("CC303", scope="dataset")
def duplicate_claim(dataset: Dataset) -> Iterator[Finding]:
    """The same claim stands twice.

    Two claims are the same when subject, metric, data set, conditions, aggregation and baseline agree (names resolved
    through the vocabulary) and they state the same value. In one file that is an error. In two files it is a warning, since
    two papers may report one number, and only where the subject is a name: "our method" is another one in each paper.

    Flagged: a claim copied under another id.

    Clean: claims that differ in metric, data set or conditions.
    """
    for first, second, equal in pairs_with_one_key(dataset):
        if not equal:
            continue
        elsewhere = first.paper is not second.paper
        where = f" of {first.paper.id}" if elsewhere else ""
        yield finding(
            f"the claim '{first.id}'{where} says the same",
            second.label(second.claim.id),
            help="Remove one of the two, or write down what tells them apart (`dataset`, `conditions`, `agg`).",
            related=(first.label(first.claim.id, "the other claim"),),
            paper=second.paper.id,
            claim=second.id,
            severity="warning" if elsewhere else None,
        )
