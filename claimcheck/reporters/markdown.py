"""The `markdown` format: a heading, the totals and a table, made for `$GITHUB_STEP_SUMMARY`."""

from __future__ import annotations

from typing import Final

from claimcheck.diagnostic import Finding
from claimcheck.reporters.base import Report, place, plural, summary_line, title
from claimcheck.reporters.escape import markdown

LIMIT: Final = 1_000_000
"""Bytes: GitHub refuses a step's summary of more than 1 MiB altogether."""


def render(report: Report) -> str:
    """GitHub-flavoured Markdown. Findings that would not fit into a step's summary are counted, not listed."""
    found = plural(len(report.findings), "finding") if report.findings else "no findings"
    lines = [f"## claimcheck: {found}", "", summary_line(report.summary)]
    if report.findings:
        lines += ["", "| severity | place | rule | message |", "| --- | --- | --- | --- |"]
    room = LIMIT
    for number, finding in enumerate(report.findings):
        row = _row(finding)
        room -= len(row.encode()) + 1
        if room < 0:
            unlisted = plural(len(report.findings) - number, "more finding")
            lines += ["", f"{unlisted} not listed: the summary would be too large."]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _row(finding: Finding) -> str:
    message = "<br>".join(markdown(line) for line in (finding.message, finding.help) if line)
    return f"| {finding.severity} | {markdown(place(finding))} | {title(finding)} | {message} |"
