"""CC503 direction-contradicted."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.diagnostic import Finding
from claimcheck.matching.directions import change_of_values, stated_change
from claimcheck.matching.sentence import Sentence
from claimcheck.rules.base import finding, rule


@rule("CC503", scope="dataset", severity="warning")
def direction_contradicted(dataset: Dataset) -> Iterator[Finding]:
    """The claim's `change` goes against the words of the sentence, or against its own two values.

    Where a claim has a value and a baseline value, the numbers decide. For a difference or a factor it is the word that
    governs the number in its clause: "reduces errors by 5%" and "5% fewer errors" are a decrease, "outperforms by 5%" an
    increase of a metric of which more is better, and "improves perplexity by 3" a decrease. Where words contradict each
    other, are denied, or speak of something else than the metric, nothing is said.

    Flagged: "reduce diagnostic errors by 56.6%", `metric: diagnostic errors` and `change: increase`.

    Clean: the same with `change: decrease`.
    """
    for paper in dataset.papers:
        for quote in paper.quotes:
            claims = [claim for claim in quote.claims if claim.claim.change is not None and claim.value_at is not None]
            sentence = Sentence(quote) if claims else None
            for claim in claims:
                found = _by_values(claim)
                if sentence is not None and claim.baseline_value is None and claim.claim.kind.text in ("delta", "ratio"):
                    stated = stated_change(sentence, claim, dataset.vocabulary)
                    found = (stated[0], f"'{stated[1].text}' says") if stated is not None else None
                if found is not None:
                    yield from _contradicted(claim, *found)


def _by_values(claim: ClaimInContext) -> tuple[str, str] | None:
    """What value and baseline value say, unless the value is itself a difference."""
    if claim.claim.kind.text in ("delta", "ratio") and not claim.pair_claimed:
        return None
    change = change_of_values(claim)
    return (change, "value and baseline value say") if change is not None else None


def _contradicted(claim: ClaimInContext, change: str, who: str) -> Iterator[Finding]:
    said = claim.claim.change
    assert said is not None and claim.value_at is not None
    if said.text != change:
        number = claim.paper.numbers[claim.value_at].text
        yield finding(
            f"`change: {said.text}`, but {who} that '{number}' is {_ARTICLE[change]} {change} of '{claim.claim.metric.text}'",
            claim.label(said),
            help=f"Write `change: {change}`; or mend `metric`, if the number is of something else.",
            source=claim.paper.number_label(claim.value_at),
            paper=claim.paper.id,
            claim=claim.id,
            field="change",
        )


_ARTICLE = {"increase": "an", "decrease": "a"}
