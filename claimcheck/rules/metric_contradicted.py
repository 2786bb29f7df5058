"""CC514 metric-contradicted."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.records import LEFT
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.measures import Measures, better_contradicted
from claimcheck.matching.spent import says_nothing_of
from claimcheck.rules.base import finding, quote_label, rule


@rule("CC514", scope="quote", severity="warning")
def metric_contradicted(quote: QuoteInContext) -> Iterator[Finding]:
    """The number cannot be of the metric: its unit, or the words right at it, are of something else.

    "5 ms" is no memory and "3 GB" no latency. "80% accuracy" is no cost, "7B parameters" no accuracy, and "a failure rate of
    20%" no success rate. What is written "p = 0.03", "SD 0.3" or "95% CI" is no score. Where another measure stands right at
    the number and the metric's own word right at another number of the sentence alone, the two were mixed up, and so were
    they where what stands at the number is a setting ("80% accuracy with 50% sparsity"); and an "AUC of 93%" is no accuracy
    in a sentence that has no word for that; nor is "64% agreement" a speed that only other sentences tell of. And of an
    accuracy more is better, of an error less, unless the work is about doing harm or finding it. A ranking of what something
    takes (its latency, memory, cost) rests on a sentence that speaks of such, in any words.

    Flagged: "80% accuracy at 40% cost", `metric: cost` and `value: 80%`.

    Clean: the same with `value: 40%`.
    """
    if quote.place is None:
        return
    measures = Measures(quote.sentence)
    for claim in quote.claims:
        if LEFT.match(claim.claim.metric.text):
            continue
        better = better_contradicted(claim)
        if better is not None and claim.claim.better is not None:
            yield _finding(
                claim,
                "better",
                claim.claim.better,
                f"`better: {claim.claim.better.text}`, but of '{claim.claim.metric.text}' the {better} values are the better ones",
                f"Write `better: {better}`, or leave it out. If it is right, waive this with the reason.",
            )
        yield from _of_numbers(claim, measures)
        if claim.claim.rank is not None and says_nothing_of(quote.sentence, claim):
            yield _finding(
                claim,
                "metric",
                claim.claim.metric,
                f"no word of the sentence speaks of '{claim.claim.metric.text}', nor of time, memory or cost at all",
                "Write as `metric` what the sentence compares; or quote the sentence that speaks of it.",
            )


def _of_numbers(claim: ClaimInContext, measures: Measures) -> Iterator[Finding]:
    numbers = [(claim.value, claim.value_at)]
    if not claim.pair_claimed:
        numbers.append((claim.baseline_value, claim.baseline_at))
    for value, at in numbers:
        why = measures.against(claim, at)
        if why is not None and value is not None:
            yield _finding(
                claim,
                "metric",
                claim.claim.metric,
                f"'{value.scalar.text}' cannot be of the metric '{claim.claim.metric.text}': {why}",
                "Write as `metric` what the sentence says that the number is, or give the number that is of this metric.",
                at,
            )


def _finding(
    claim: ClaimInContext, field: str, scalar: Scalar, message: str, help: str, at: int | None = None
) -> Finding:
    source = claim.paper.number_label(at) if at is not None else quote_label(claim)
    return finding(
        message, claim.label(scalar), help=help, source=source, paper=claim.paper.id, claim=claim.id, field=field
    )
