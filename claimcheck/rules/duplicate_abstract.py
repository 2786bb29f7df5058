"""CC301 duplicate-abstract."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.sources.abstract import Abstract


@rule("CC301", scope="dataset", severity="note")
def duplicate_abstract(dataset: Dataset) -> Iterator[Finding]:
    """One abstract stands in two places.

    Copies are harmless as long as they are identical, but a later edit of one of them would not be.

    Flagged: the same abstract in two source files.

    Clean: each abstract once.
    """
    first: dict[str, Abstract] = {}
    for abstract in dataset.abstracts:
        known = first.setdefault(abstract.digest, abstract)
        if known is not abstract:
            place = known.file.position(known.span.start)
            yield finding(
                f"this abstract stands in {known.file.path}:{place.line} too ({known.words(6)} …)",
                Label(abstract.file, abstract.span),
                help="Nothing to do as long as the two are equal: sources stay as they are. A new one need not repeat an abstract.",
                related=(Label(known.file, known.span, "the other copy"),),
            )
