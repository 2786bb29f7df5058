"""CC202 number-in-name."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_verdicts, rule


@rule("CC202", scope="claim")
def number_in_name(claim: ClaimInContext) -> Iterator[Finding]:
    """The value is found only inside a name.

    The 3 of "Olmo 3", the 8 of "Llama3.1-8B", the digits of a URL or of an enumerator "(1)" support no value.

    Flagged: `value: '3'` with a quote that speaks of "Olmo 3" alone.

    Clean: a value that stands in the quote as a quantity of its own.
    """
    return from_verdicts("number-in-name", claim)
