"""CC007 todo-left."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.records import LEFT, Claim, ClaimFile
from claimcheck.claims.yaml import Scalar, parse, scalars
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import locate
from claimcheck.rules.base import finding, rule
from claimcheck.source import SourceFile
from claimcheck.text.fold import fold


@rule("CC007", scope="dataset")
def todo_left(dataset: Dataset) -> Iterator[Finding]:
    """A draft's TODO is still there.

    `claimcheck new` writes TODO where a person has to say something. What is left of it is no claim: any text of a claim
    file that is TODO, or begins with it, is refused. Words of an abstract are not meant: a quote that begins with "TODO
    comments" is fine where the abstract says so.

    Flagged: `metric: TODO`; `subject: 'TODO: which model?'`.

    Clean: `metric: accuracy`.
    """
    for loaded in dataset.loaded:
        yield from _left(dataset, loaded.file, loaded)
    if dataset.loaded_vocabulary is not None:
        yield from _left(dataset, dataset.loaded_vocabulary.file, None)


def _left(dataset: Dataset, file: SourceFile, loaded: LoadedClaims | None) -> Iterator[Finding]:
    if "TODO" not in file.text:
        return
    # A draft need not fit the schema ("kind: TODO"), so it is read once more as plain YAML.
    root, _ = parse(file.text)
    if root is None:
        return
    claims = loaded.claims if loaded is not None else None
    for path, scalar in scalars(root):
        match = LEFT.match(scalar.text)
        if match is None or (
            match.end() < len(scalar.text) and ":" not in match[0] and _in_source(dataset, scalar.text)
        ):
            continue
        claim = _claim_at(claims, scalar)
        wanted = scalar.text[match.end() :].strip()
        yield finding(
            f"a TODO is left{f': {wanted}' if wanted else ''}",
            Label(file, scalar.span),
            help="Write what belongs here; an optional field may be removed.",
            paper=claims.paper.id.text if claims is not None else None,
            claim=claim.id.text if claim is not None else None,
            field=path,
        )


def _in_source(dataset: Dataset, text: str) -> bool:
    """Whether an abstract has these words."""
    return any("TODO" in abstract.text and locate(text, fold(abstract.text)) for abstract in dataset.abstracts)


def _claim_at(claims: ClaimFile | None, scalar: Scalar) -> Claim | None:
    """The claim that a text belongs to; the first one of its quote, for a quote."""
    for evidence in claims.evidence if claims is not None else ():
        if evidence.quote.span == scalar.span:
            return evidence.claims[0]
        for claim in evidence.claims:
            if claim.node.span.holds(scalar.span):
                return claim
    return None
