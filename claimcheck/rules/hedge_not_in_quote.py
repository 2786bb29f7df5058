"""CC508 hedge-not-in-quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.hedges import governing_hedge
from claimcheck.matching.quotes import cut, locate
from claimcheck.rules.base import finding, quote_label, rule
from claimcheck.source import Span

_LEFT_OUT: Final = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\]|\[…\])\s*")


@rule("CC508", scope="quote", severity="warning")
def hedge_not_in_quote(quote: QuoteInContext) -> Iterator[Finding]:
    """The hedge of a claim is not in its quote; or the quote weakens what the claim states without a hedge.

    `hedge` holds the words by which the source weakens its claim, verbatim ("can lead to"; `…` where words between are left
    out). Words of one's own would weaken or strengthen what the source says. Where "can", "may", "might", "could" or "would", or "aims
    to", "is expected to", stands right before the verb that the claim's number or outcome hangs on, or the sentence only tells that
    "it is often said that", or that a number is "estimated" or "projected", a claim without `hedge` says more than the source.

    Flagged: "can lead to a 12% improvement" and `hedge: always leads to`.

    Clean: the same with `hedge: can lead to`.
    """
    if quote.place is None:
        return
    for claim in quote.claims:
        hedge = claim.claim.hedge
        if hedge is not None:
            if not all(_stands(claim, part) for part in _LEFT_OUT.split(hedge.text) if part):
                yield finding(
                    f"the hedge '{hedge.text}' is not in the quote",
                    claim.label(hedge),
                    help="Copy the words that weaken the claim from the quote; put words of your own into `note` or `doubt`.",
                    source=quote_label(claim),
                    paper=claim.paper.id,
                    claim=claim.id,
                    field="hedge",
                )
            continue
        word = governing_hedge(quote.sentence, claim)
        if word is not None:
            yield finding(
                f"the quote says '{word.text}' of what the claim states, and the claim has no hedge",
                claim.label(claim.claim.id),
                help=f"Add `hedge:` with the words of the quote ('{word.text} …').",
                source=claim.paper.source_label(Span(word.start, word.end)),
                paper=claim.paper.id,
                claim=claim.id,
                field="hedge",
            )


def _stands(claim: ClaimInContext, words: str) -> bool:
    """Whether the quote has these words, whole."""
    folded = claim.paper.folded
    assert folded is not None
    return any(cut(place, folded, ()) is None for place in locate(words, folded, claim.quote.place))
