"""CC209 condition-elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.counted import elsewhere, foreign_unit
from claimcheck.rules.base import finding, rule


@rule("CC209", scope="quote", severity="warning")
def condition_elsewhere(quote: QuoteInContext) -> Iterator[Finding]:
    """A number of a condition, or `agg.n`, stands at other words; the condition's own word stands at another number.

    A condition's number need only stand in the abstract, so two of them can change places unseen. What a number counts
    stands right behind it ("5-shot", "13 small language models"), or its name right before ("a temperature of 0.7"). Where
    the quote has the condition's word so at another number, and nothing of it near this one, the two were mixed up. Where
    the words leave a choice, nothing is said. Nor does "400 environments" make "400 hours", 400 GPUs or a batch size of 400,
    in a condition or a remark, where the abstract speaks of none.

    Flagged: "with 5-shot prompting, over 3 runs" and `conditions: {shots: 3, runs: 5}`.

    Clean: `conditions: {shots: 5, runs: 3}`.
    """
    for found in elsewhere(quote):
        claim, name = found.claim, found.field.name
        numbers = claim.paper.numbers
        yield finding(
            f"`{name}` is '{found.field.mention.text}', but '{found.word}' stands at '{numbers[found.other].text}'",
            claim.label(found.field.scalar),
            help="Give the condition the number that its own word stands at, or name it as the quote does. "
            "If it is right, waive this with the reason.",
            source=claim.paper.number_label(found.other),
            related=(claim.paper.number_label(found.at, f"'{numbers[found.at].text}' stands here"),),
            paper=claim.paper.id,
            claim=claim.id,
            field=name,
        )
    for claim in quote.claims:
        for field in claim.fields:
            stated = foreign_unit(claim, field)
            if stated is not None and field.at is not None:
                yield finding(
                    f"`{field.name}` is '{field.scalar.text}', but the abstract has '{stated}'",
                    claim.label(field.scalar),
                    help="Write what the abstract counts.",
                    source=claim.paper.number_label(field.at),
                    paper=claim.paper.id,
                    claim=claim.id,
                    field=field.name,
                )
