"""The `jsonl` export: one JSON object a line, one line a claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.exporters.record import claims, record
from claimcheck.reporters.escape import to_json


def export(dataset: Dataset) -> Iterator[str]:
    """A line for each claim."""
    for claim in claims(dataset):
        yield to_json(record(claim), indent=None) + "\n"
