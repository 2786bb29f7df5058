"""CC106 ambiguous-quote."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import finding, rule


@rule("CC106", scope="quote", severity="warning")
def ambiguous_quote(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote stands more than once in its abstract.

    A quote is the evidence of its claims; where it stands twice, nobody can tell which of the two places is meant, and
    the number of one could pass for that of the other. The first place is taken.

    Flagged: `quote: improves by 5%` where the abstract has "improves by 5% on MATH and improves by 5% on AIME".

    Clean: `quote: improves by 5% on AIME`.
    """
    if len(quote.places) < 2:
        return
    claim = quote.claims[0]
    paper = claim.paper
    yield finding(
        f"the quote stands {len(quote.places)} times in the abstract",
        claim.label(quote.evidence.quote),
        help="Quote more words, until it stands there once; best the whole sentence.",
        source=paper.source_label(quote.places[0].span, "taken for it"),
        related=(paper.source_label(quote.places[1].span, "it stands here too"),),
        paper=paper.id,
        claim=claim.id,
        field="quote",
    )
