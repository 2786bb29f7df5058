"""CC203 partial-quantity."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_verdicts, rule


@rule("CC203", scope="claim")
def partial_quantity(claim: ClaimInContext) -> Iterator[Finding]:
    """The value is a part of the quantity that stands in the quote, or more than it.

    Number, unit, suffix, sign, qualifier and both ends of a range are one quantity: `19.3%` alone is not "9.2% to 19.3%",
    `8.0%` is not "up to 8.0%", and "up to 8.0%" is not "8.0%". A stated change "from 17.3 to 12.9" is one claim with
    `baseline_value: 17.3` and `value: 12.9`.

    Flagged: `value: 8.0%` for "gains of up to 8.0%".

    Clean: `value: up to 8.0%`.
    """
    return from_verdicts("partial-quantity", claim)
