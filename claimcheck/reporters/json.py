"""The `json` format: the whole report as one object, for programs.

Text is exact (see `escape.to_json`). Lines and columns count from 1, columns in code points; the end is the column
after the last character. They are null where a finding has no place in a file that could be read, and `file` is null
where it belongs to no file. `source` is null where no source text is meant; `paper`, `claim` and `field` are null, and
`help` is empty, where a finding has none.
"""

from __future__ import annotations

from typing import Any, Final

from claimcheck.diagnostic import SEVERITIES, Finding, Label
from claimcheck.reporters.base import Report, region
from claimcheck.reporters.escape import to_json

SCHEMA: Final = "claimcheck-report/1"


def render(report: Report) -> str:
    """The report as an indented JSON object."""
    summary = report.summary
    return (
        to_json(
            {
                "schema": SCHEMA,
                "version": report.version,
                "summary": {
                    "files": summary.files,
                    "claims": summary.claims,
                    "numbers": summary.numbers,
                    "verified": summary.verified,
                    "findings": {severity: summary.findings.get(severity, 0) for severity in reversed(SEVERITIES)},
                    "suppressed": summary.suppressed,
                },
                "findings": [finding_object(finding) for finding in report.findings],
            }
        )
        + "\n"
    )


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as an object of the format `claimcheck-report/1`."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "file": finding.file or None,
        **_region(finding.label),
        "paper": finding.paper,
        "claim": finding.claim,
        "field": finding.field,
        "source": _source(finding.source) if finding.source else None,
    }


def _region(label: Label | None) -> dict[str, int | None]:
    if label is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    at = region(label)
    return {"line": at.line, "column": at.column, "end_line": at.end_line, "end_column": at.end_column}


def _source(label: Label) -> dict[str, Any]:
    return {"file": label.file.path, **_region(label), "text": label.file.text[label.span.start : label.span.end]}
