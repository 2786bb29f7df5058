"""The `concise` format: one line a finding, `path:line:column: CC201 value-not-in-quote message`."""

from __future__ import annotations

from claimcheck.reporters.base import Report, place, title
from claimcheck.reporters.escape import printable


def render(report: Report) -> str:
    """One line a finding; where no place can be shown, the line begins with the path alone."""
    return "".join(f"{place(finding)}: {title(finding)} {printable(finding.message)}\n" for finding in report.findings)
