"""CC604 mixed-scripts."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.spelling import foreign_letter
from claimcheck.rules.base import finding, rule
from claimcheck.source import SourceFile


@rule("CC604", scope="dataset")
def mixed_scripts(dataset: Dataset) -> Iterator[Finding]:
    """A name has a letter of another script that looks like one of its own.

    A Cyrillic or Greek letter in a Latin word cannot be seen, and makes another name of it: to tables, to the search for
    duplicates and to the vocabulary. What a source itself writes so is accepted, and so are letters that cannot be
    mistaken, such as the μ of a unit.

    Flagged: `subject: FLI\u0420`, which ends in a Cyrillic letter.

    Clean: `subject: FLIP`; `metric: \u03b2-score`.
    """
    vocabulary = dataset.vocabulary
    named: list[tuple[SourceFile, Scalar, str | None, str | None, str | None]] = []
    if vocabulary.file is not None:
        spellings = [scalar for entry in vocabulary.entries() for scalar in entry.spellings]
        named += [(vocabulary.file, scalar, None, None, None) for scalar in spellings]
    for paper in dataset.papers:
        file = paper.claims.file
        named.append((file, paper.claims.paper.name, paper.id, None, "paper.name"))
        for claim in paper.all_claims():
            fields = [each for each in claim.claim.texts() if each[0].partition(".")[0] in _NAMES]
            named += [(file, scalar, paper.id, claim.id, name) for name, scalar in fields]
    for file, scalar, paper_id, claim_id, name in named:
        found = foreign_letter(scalar.text)
        if found is not None and not any(found[1] in abstract.text for abstract in dataset.abstracts):
            letter, word, script = found
            yield finding(
                f"'{word}' has a {script} letter ('{letter}', U+{ord(letter):04X}) among Latin ones",
                Label(file, scalar.span),
                help="Type the name anew.",
                paper=paper_id,
                claim=claim_id,
                field=name,
            )


_NAMES = ("subject", "baseline", "dataset", "metric", "conditions", "agg")
