"""CC501 not-named-in-abstract."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.diagnostic import Finding
from claimcheck.matching.named import Names, stands
from claimcheck.rules.base import finding, rule
from claimcheck.suggest import nearest


@rule("CC501", scope="dataset", severity="warning")
def not_named_in_abstract(dataset: Dataset) -> Iterator[Finding]:
    """The subject, a baseline or a data set of a claim is not named in the abstract.

    A name that the source does not have was mistyped, or is somebody's guess. A field is named if the abstract has it as
    it is (case, typography and markup aside), if it has another spelling of it from the vocabulary, or if it has all its
    words: proper names (with capitals or digits) as they are, other words in any form and order. `subject_as` gives the
    words by which the quote names the subject, and must stand in the quote; `dataset_from: context` says that the data set
    is named elsewhere; `baseline: unstated` names none.

    Flagged: `dataset: BookMEA` where the abstract has "BookMIA".

    Clean: `subject: ADRA+` with `subject_as: \\MethodPlus`, where the quote says "\\MethodPlus improves".
    """
    for paper in dataset.papers:
        if paper.folded is None:
            continue
        names = Names(paper, dataset.vocabulary)
        for claim in paper.all_claims():
            if claim.quote.place is not None:
                yield from _of_claim(claim, names)


def _of_claim(claim: ClaimInContext, names: Names) -> Iterator[Finding]:
    said = claim.claim
    subject_as = said.subject_as
    if subject_as is None:
        yield from _of_field(claim, names, "subject", said.subject)
    elif not stands(subject_as.text, claim.paper, claim.quote.place):
        yield _finding(
            claim,
            "subject_as",
            subject_as,
            f"the quote does not say '{subject_as.text}'",
            "Copy the words from the quote.",
        )
    for baseline in said.baseline:
        if baseline.text != "unstated":
            yield from _of_field(claim, names, "baseline", baseline)
    for each in said.dataset if said.dataset_from is None else ():
        yield from _of_field(claim, names, "dataset", each)


_WAYS = {
    "subject": "give the quote's own words as `subject_as`",
    "baseline": "write `unstated`, if the source names none",
    "dataset": "write `dataset_from: context`, if it is named elsewhere",
}


def _of_field(claim: ClaimInContext, names: Names, field: str, scalar: Scalar) -> Iterator[Finding]:
    missing = names.missing(scalar.text)
    if missing is None:
        return
    near = nearest(missing, names.candidates(missing))
    what = f"the {field} '{scalar.text}'" if missing == scalar.text else f"'{missing}' of the {field} '{scalar.text}'"
    hint = f" The nearest there is '{near[0]}'." if near else ""
    help = f"Name it as the abstract does; or {_WAYS[field]}; or give the spelling as an alias in the vocabulary."
    yield _finding(claim, field, scalar, f"the abstract does not name {what}.{hint}", help)


def _finding(claim: ClaimInContext, field: str, scalar: Scalar, message: str, help: str) -> Finding:
    return finding(message, claim.label(scalar), help=help, paper=claim.paper.id, claim=claim.id, field=field)
