"""The `gitlab` format: a Code Quality report for merge requests.

Severities: an error is `major`, a warning `minor`, a note `info`; `critical` and `blocker` are left to tools that find
worse. The format wants a path and a line: a finding without a place is at line 1, one without a file at `(project)`.
"""

from __future__ import annotations

from typing import Any, Final

from claimcheck.diagnostic import Finding, Severity
from claimcheck.reporters.base import NO_FILE, Report, fingerprints, visible_region
from claimcheck.reporters.escape import printable, to_json

SEVERITY: Final[dict[Severity, str]] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """A JSON array with one issue a finding."""
    marked = zip(report.findings, fingerprints(report.findings), strict=True)
    return to_json([_issue(finding, fingerprint) for finding, fingerprint in marked]) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    at = visible_region(finding.label) if finding.label else None
    return {
        "description": f"{finding.code}: {printable(finding.message)}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITY[finding.severity],
        "location": {
            "path": printable(finding.file) or NO_FILE,
            "lines": {"begin": at.line, "end": at.end_line} if at else {"begin": 1},
        },
    }
