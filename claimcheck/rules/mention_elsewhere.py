"""CC208 mention-elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.attach import exchanges
from claimcheck.rules.base import finding, rule


@rule("CC208", scope="quote", severity="warning")
def mention_elsewhere(quote: QuoteInContext) -> Iterator[Finding]:
    """The words nearest to the number belong to another claim: two numbers of the quote seem to be swapped.

    Value and mention can both be those of another claim, and each still stands in the quote. What a claim says of itself
    (metric, data set, subject, conditions) stands near its own number in the sentence; where the numbers of two claims,
    exchanged, would stand clearly nearer to their claims' words, they were probably swapped. The same holds for the value
    and the baseline value of one claim.

    Flagged: "improves by 18.8% on BookMIA and by 7.6% on AIME" and `dataset: AIME`, `value: 18.8%`.

    Clean: `dataset: AIME`, `value: 7.6%`, `mention: by 7.6% on AIME`.
    """
    for each in exchanges(quote):
        first, second = each.first, each.second
        numbers = first.paper.numbers
        mine, theirs = numbers[each.first_at].text, numbers[each.second_at].text
        inside = first is second
        for claim, other in ((first, second),) if inside else ((first, second), (second, first)):
            assert claim.value is not None
            own, others = (mine, theirs) if claim is first else (theirs, mine)
            at, other_at = (each.first_at, each.second_at) if claim is first else (each.second_at, each.first_at)
            whose = "the baseline value" if inside else f"the value of '{other.id}'"
            yield finding(
                f"'{own}' seems to be exchanged with {whose}, '{others}': {each.why}",
                claim.label(claim.value.scalar),
                help="Read the sentence again: give each claim the number that its own words stand at. If it is right, waive this with the reason.",
                source=claim.paper.number_label(at),
                related=(claim.paper.number_label(other_at, "the other number"),),
                paper=claim.paper.id,
                claim=claim.id,
                field="value",
            )
