"""CC204 unit-differs."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_verdicts, rule


@rule("CC204", scope="claim")
def unit_differs(claim: ClaimInContext) -> Iterator[Finding]:
    """The number stands in the quote with another unit or scale.

    `79.6` is not "79.6%", 10k is not "10M", and 3 points are not "3%".

    Flagged: `value: '79.6'` for "79.6%"; `value: 10k` for "10M".

    Clean: `value: 79.6%`.
    """
    return from_verdicts("unit-differs", claim)
