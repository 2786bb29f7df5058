"""The `github` format: workflow commands, which GitHub Actions turns into annotations on the files.

The runner drops a command with columns when its lines differ, so a finding over several lines gets none.
"""

from __future__ import annotations

from typing import Final

from claimcheck.diagnostic import Finding, Severity
from claimcheck.reporters.base import Report, title, visible_region
from claimcheck.reporters.escape import printable, workflow_data, workflow_property

COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    """One workflow command a line."""
    return "".join(_command(finding) + "\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    properties = {**_place(finding), "title": title(finding)}
    listed = ",".join(f"{name}={workflow_property(printable(str(value)))}" for name, value in properties.items())
    text = "\n".join(printable(line) for line in (finding.message, finding.help) if line)
    return f"::{COMMANDS[finding.severity]} {listed}::{workflow_data(text)}"


def _place(finding: Finding) -> dict[str, str | int]:
    if finding.label is None:
        return {"file": finding.file} if finding.file else {}
    at = visible_region(finding.label)
    lines: dict[str, str | int] = {"file": finding.file, "line": at.line, "endLine": at.end_line}
    return {**lines, "col": at.column, "endColumn": at.end_column} if at.line == at.end_line else lines
