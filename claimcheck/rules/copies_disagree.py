"""CC307 copies-disagree."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.similar import near_abstracts
from claimcheck.rules.base import finding, rule


@rule("CC307", scope="dataset")
def copies_disagree(dataset: Dataset) -> Iterator[Finding]:
    """Two abstracts are equal but for their numbers.

    One of them is an older version, or mistyped: a claim that is right by one copy is wrong by the other. Case,
    typography and the writing of a number (10k, 10,000) do not count; a number word does (six, seven), and so do a
    unit, a sign and words such as "up to".

    Flagged: an abstract "…by an average of 79.6%", and a copy of it "…by an average of 76.9%".

    Clean: one of the two alone.
    """
    for near in near_abstracts(dataset.abstracts):
        if not near.disagree:
            continue
        first, second = near.first, near.second
        line = first.file.position(first.span.start).line
        yield finding(
            f"the same abstract stands in {first.file.path}:{line} with other numbers: {near.said()}",
            Label(second.file, near.comparison.differences[0].second.shifted(second.span.start)),
            help="Find out which of the two is right, and remove the other.",
            related=tuple(
                Label(first.file, each.first.shifted(first.span.start), "there")
                for each in near.comparison.differences[:4]
            ),
        )
