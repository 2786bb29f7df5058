"""CC201 value-not-in-quote."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_verdicts, rule


@rule("CC201", scope="claim")
def value_not_in_quote(claim: ClaimInContext) -> Iterator[Finding]:
    """The value is not among the numbers of its own quote.

    The value of a claim (and its baseline value) is a number of the sentence that the claim quotes. The message lists the
    numbers of the quote, and says where else in the abstract the value stands.

    Flagged: `value: 76.9%` with a quote that says "by an average of 79.6%".

    Clean: `value: 79.6%`.
    """
    return from_verdicts("value-not-in-quote", claim)
