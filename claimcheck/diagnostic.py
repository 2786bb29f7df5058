"""Findings: what a rule says, where it says it, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from claimcheck.source import SourceFile, Span

Severity = Literal["error", "warning", "note"]

SEVERITIES: Final[tuple[Severity, ...]] = ("note", "warning", "error")
"""From the mildest to the gravest."""


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A marked stretch of a file with a word about it."""

    file: SourceFile
    span: Span
    message: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One defect: plain data, with places as offsets.

    `label` is where a person mends it (the claim file, mostly); `source` the stretch of a source text that it is about;
    `related` further places. `help` says what to do next. `file` is set where no place in a readable file can be shown.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    help: str = ""
    label: Label | None = None
    source: Label | None = None
    related: tuple[Label, ...] = ()
    paper: str | None = None
    claim: str | None = None
    field: str | None = None
    path: str | None = None
    own_severity: bool = False

    @property
    def file(self) -> str:
        """The path of the file to mend, below the project's root."""
        return self.label.file.path if self.label else (self.path or "")

    @property
    def offset(self) -> int:
        return self.label.span.start if self.label else 0

    def with_severity(self, severity: Severity) -> Finding:
        return replace(self, severity=severity)


def sort_key(finding: Finding) -> tuple[str, int, str, str, str]:
    """The order of findings in every output: file, place, code; never the machine's."""
    return (finding.file, finding.offset, finding.code, finding.claim or "", finding.message)
