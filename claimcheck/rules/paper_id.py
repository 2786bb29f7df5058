"""CC006 paper-id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule


@rule("CC006", scope="dataset")
def paper_id(dataset: Dataset) -> Iterator[Finding]:
    """The paper's id differs from the file's name, or an id is used twice.

    A claim's global id is `paper/claim`. It stays the same only if the paper's id is the file's name without ending, no
    other file has it, and no two claims of a file share theirs.

    Flagged: `id: rlve` in `claims/rvle.yaml`; two claims with `id: gain` in one file.

    Clean: `id: rlve` in `claims/rlve.yaml`, with claims `gain` and `compute`.
    """
    files: dict[str, Label] = {}
    for paper in dataset.papers:
        file, node = paper.claims.file, paper.claims.paper.id
        stem = PurePosixPath(file.path).stem
        here = Label(file, node.span)
        if node.text != stem:
            yield finding(
                f"the paper's id is '{node.text}', but the file is called '{stem}'",
                here,
                help=f"Write `id: {stem}`, or rename the file to {node.text}.yaml.",
                paper=paper.id,
                field="paper.id",
            )
        elif node.text in files:
            yield finding(
                f"the id '{node.text}' is another file's too",
                here,
                related=(files[node.text],),
                help="Give one of the two another id and file name.",
                paper=paper.id,
                field="paper.id",
            )
        files.setdefault(node.text, here)
        seen: dict[str, Label] = {}
        for claim in paper.claims.claims():
            place = Label(file, claim.id.span)
            if claim.id.text in seen:
                yield finding(
                    f"the claim id '{claim.id.text}' is used twice in this file",
                    place,
                    related=(seen[claim.id.text],),
                    help="Give each claim its own id.",
                    paper=paper.id,
                    claim=claim.id.text,
                    field="id",
                )
            seen.setdefault(claim.id.text, place)
