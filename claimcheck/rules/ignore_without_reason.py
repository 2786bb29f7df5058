"""CC902 ignore-without-reason: its findings come from the suppressions themselves, once all other rules have run."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import rule


@rule("CC902", scope="dataset")
def ignore_without_reason(dataset: Dataset) -> Iterator[Finding]:
    """An ignore or waiver gives no reason, and so does not apply.

    Whoever reads the file next must see why a finding is accepted, in words.

    Flagged: `# claimcheck: ignore[mention]`.

    Clean: `# claimcheck: ignore[mention] both numbers are this claim's`.
    """
    return iter(())
