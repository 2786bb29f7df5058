"""What every reporter is given, and what several of them need: places, fingerprints, the summary in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from claimcheck.diagnostic import SEVERITIES, Finding, Label, Severity
from claimcheck.reporters.escape import printable
from claimcheck.source import Span

NO_FILE: Final = "(project)"
"""Stands for the path of a finding that belongs to no file."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleInfo:
    """A rule as its users see it: `summary` is one line, `doc` the full text (plain text or Markdown)."""

    code: str
    name: str
    severity: Severity
    summary: str
    doc: str


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What was checked, in numbers.

    `verified` of `numbers` stand in their abstracts; `findings` counts by severity (a missing one is 0), without the
    `suppressed` ones. `relaxed` says what the configuration keeps from being told or from counting; empty, if nothing.
    """

    files: int
    claims: int
    numbers: int
    verified: int
    findings: Mapping[Severity, int]
    suppressed: int
    relaxed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A run of `verify`: findings in the order in which they are shown, and `rules` by name, the unused ones too.

    `fail_on` is the mildest severity with which a finding fails the run.
    """

    version: str
    findings: tuple[Finding, ...]
    summary: Summary
    rules: Mapping[str, RuleInfo]
    fail_on: Severity = "error"

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run."""
        return SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.fail_on)


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Where a label stands, counted from 1; the end is the column after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(label: Label) -> Region:
    """Line and column of a label's two ends."""
    start, end = label.file.position(label.span.start), label.file.position(label.span.end)
    return Region(start.line, start.column, end.line, end.column)


def visible_region(label: Label) -> Region:
    """Line and column of a label without the white space that it may end with, such as the line breaks of a block."""
    text = label.file.text[label.span.start : label.span.end].rstrip()
    return region(replace(label, span=Span(label.span.start, label.span.start + len(text))))


def label_place(label: Label) -> str:
    """`path:line:column` of a label's beginning, printable."""
    start = label.file.position(label.span.start)
    return f"{printable(label.file.path)}:{start.line}:{start.column}"


def place(finding: Finding) -> str:
    """`path:line:column` of a finding, printable; the path alone, or `NO_FILE`, where no place can be shown."""
    return label_place(finding.label) if finding.label else printable(finding.file) or NO_FILE


def title(finding: Finding) -> str:
    """The rule of a finding: code and name."""
    return f"{finding.code} {finding.rule}"


def count_findings(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, all severities named, the gravest first."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in reversed(SEVERITIES)}


def plural(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def findings_line(summary: Summary) -> str:
    """`0 errors, 1 warning, 2 notes (1 suppressed)`."""
    counts = ", ".join(plural(summary.findings.get(severity, 0), severity) for severity in reversed(SEVERITIES))
    return f"{counts} ({summary.suppressed} suppressed)" if summary.suppressed else counts


def summary_line(summary: Summary) -> str:
    """The last line of a run: `18 files, 60 claims: 140 of 140 numbers verified; 0 errors, 1 warning, 2 notes`."""
    checked = f"{plural(summary.files, 'file')}, {plural(summary.claims, 'claim')}"
    verified = f"{summary.verified} of {plural(summary.numbers, 'number')} verified"
    relaxed = f"; by configuration: {printable(summary.relaxed)}" if summary.relaxed else ""
    return f"{checked}: {verified}; {findings_line(summary)}{relaxed}"


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """For each finding, in order, 64 hexadecimal digits that stay when lines move, and differ within a report.

    SHA-256 over rule, file, claim, field and message, white space in the message aside, and over how many findings
    with the same came before.
    """
    from hashlib import sha256
    from json import dumps

    seen: Counter[str] = Counter()
    for finding in findings:
        message = " ".join(finding.message.split())
        key = dumps([finding.rule, finding.file, finding.claim, finding.field, message])
        yield sha256(f"{key}{seen[key]}".encode()).hexdigest()
        seen[key] += 1
