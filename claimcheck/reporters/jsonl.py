"""The `jsonl` format: one line a finding, the object that `json` has for it."""

from __future__ import annotations

from claimcheck.reporters.base import Report
from claimcheck.reporters.escape import to_json
from claimcheck.reporters.json import finding_object


def render(report: Report) -> str:
    """One JSON object a line."""
    return "".join(to_json(finding_object(finding), indent=None) + "\n" for finding in report.findings)
