"""CC401 unaccounted-number."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule


@rule("CC401", scope="paper", severity="warning")
def unaccounted_number(paper: PaperInContext) -> Iterator[Finding]:
    """A number of the abstract is neither claimed, nor in a name, nor excused.

    Every quantity of the abstract, each occurrence, is the value or baseline value of a claim, a number in another field
    of a claim (then inside its own quote), part of a name, or listed under `not_claims` with a reason. Nothing is passed
    over in silence.

    Flagged: an abstract with "six benchmarks" of which no claim speaks.

    Clean: `agg: {n: six, of: benchmarks}` in the claim of that sentence, or `{text: two key metrics, why: counts the
    paper's own list}` under `not_claims`.
    """
    for at, mention in enumerate(paper.numbers):
        if not mention.is_quantity or mention.indefinite or at in paper.accounted:
            continue
        label = paper.number_label(at)
        yield finding(
            f"'{mention.text}' of the abstract is not accounted for",
            Label(paper.claims.file, paper.claims.paper.id.span),
            help="Claim it, name it in `agg` or `conditions` of a claim on its sentence, add the name it belongs to under `names`, or excuse it under `not_claims`.",
            source=label,
            paper=paper.id,
        )
