"""CC205 precision-differs."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_verdicts, rule


@rule("CC205", scope="claim")
def precision_differs(claim: ClaimInContext) -> Iterator[Finding]:
    """The value has another precision than the source.

    `17.30` is not `17.3`: it claims a digit that nobody measured; and `8` is not `8.0`. Writings of one precision are equal:
    10k and 10,000, 2.49m and 2,490,000.

    Flagged: `value: '17.30'` for "17.3".

    Clean: `value: '17.3'`.
    """
    return from_verdicts("precision-differs", claim)
