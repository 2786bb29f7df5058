"""CC306 two-files-one-abstract."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule


@rule("CC306", scope="dataset")
def two_files_one_abstract(dataset: Dataset) -> Iterator[Finding]:
    """Two claim files are about one abstract.

    Each number of an abstract is claimed once. Two files about it would each pass and count it twice.

    Flagged: `claims/flip.yaml` and `claims/flip-2.yaml` with the same `starts`.

    Clean: one file with all claims of the abstract.
    """
    first: dict[str, Label] = {}
    for paper in dataset.papers:
        if paper.abstract is None:
            continue
        label = Label(paper.claims.file, paper.claims.paper.starts.span)
        known = first.setdefault(paper.abstract.digest, label)
        if known is not label:
            yield finding(
                f"{known.file.path} is about this abstract too",
                label,
                help="Move the claims into one file and remove the other.",
                related=(known,),
                paper=paper.id,
                field="paper.starts",
            )
