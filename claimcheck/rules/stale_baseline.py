"""CC903 stale-baseline: its findings come from the baseline itself, once all other rules have run."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import rule


@rule("CC903", scope="dataset")
def stale_baseline(dataset: Dataset) -> Iterator[Finding]:
    """An entry of the baseline accepts a finding that is not there any more, or names no rule.

    What is accepted in vain hides the next mistake of that kind. `claimcheck verify --update-baseline` removes such
    entries, and never adds one.

    Flagged: an entry for a value that was mended since.

    Clean: entries whose findings are still there.
    """
    return iter(())
