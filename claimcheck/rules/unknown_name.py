"""CC601 unknown-name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.claims.records import Claim
from claimcheck.claims.vocabulary import Entry, Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.named import stands
from claimcheck.matching.spelling import nearly
from claimcheck.rules.base import finding, rule


@rule("CC601", scope="dataset", severity="warning")
def unknown_name(dataset: Dataset) -> Iterator[Finding]:
    """A subject, baseline, data set or metric is almost a name of the vocabulary, but not it.

    Names that differ by a letter, by case or by a hyphen are different names to tables and to the search for duplicates.
    What the abstract itself writes so is no typo; nor is a name with other digits.

    Flagged: `metric: win-rates` where the vocabulary has "win rate" and the abstract neither.

    Clean: any name or alias of the vocabulary; any name that the abstract has as it is.
    """
    vocabulary = dataset.vocabulary
    spellings = _spellings(vocabulary)
    known: dict[tuple[str, str], Scalar | None] = {}
    for paper in dataset.papers:
        for claim in paper.all_claims():
            for field, scalar in _names(claim.claim):
                if vocabulary.find(scalar.text) is not None or stands(scalar.text, paper):
                    continue
                at = (_SECTION[field], scalar.text)
                if at not in known:
                    known[at] = nearly(scalar.text, spellings[at[0]])
                near = known[at]
                if near is not None:
                    assert vocabulary.file is not None
                    yield finding(
                        f"'{scalar.text}' is almost '{near.text}' of the vocabulary, but not it",
                        claim.label(scalar),
                        help=f"Write '{vocabulary.resolve(near.text)}'; or add the spelling to the vocabulary as an alias, or as a name of its own.",
                        related=(Label(vocabulary.file, near.span, "the name in the vocabulary"),),
                        paper=paper.id,
                        claim=claim.id,
                        field=field,
                    )


_SECTION = {"subject": "named", "baseline": "named", "dataset": "named", "metric": "metric"}


def _spellings(vocabulary: Vocabulary) -> dict[str, Sequence[Scalar]]:
    """All names and aliases: of models and benchmarks together, since both are subjects, and of metrics."""

    def of(entries: Sequence[Entry]) -> list[Scalar]:
        return [spelling for entry in entries for spelling in entry.spellings]

    return {"named": of([*vocabulary.models, *vocabulary.benchmarks]), "metric": of(vocabulary.metrics)}


def _names(claim: Claim) -> Iterator[tuple[str, Scalar]]:
    yield "subject", claim.subject
    yield "metric", claim.metric
    for scalar in claim.baseline:
        if scalar.text != "unstated":
            yield "baseline", scalar
    for scalar in claim.dataset:
        yield "dataset", scalar
