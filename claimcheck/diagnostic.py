"""Findings: what a rule says, where it says it, and what to do next."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    `related` further places. `help` says what to do next. `path` is the file where no place in it can be shown. `paper`
    and `claim` are ids, `field` names the field that is wrong. A rule that sets `own_severity` has chosen a milder one.
    `unless` are findings of the same file, as rule and claim, that say the same better: where one of them is told, this is not.
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
    unless: frozenset[tuple[str, str]] = frozenset()

    @property
    def file(self) -> str:
        """The path of the file to mend, below the project's root."""
        return self.label.file.path if self.label else (self.path or "")

    @property
    def offset(self) -> int:
        return self.label.span.start if self.label else 0


_LONG: Final = 1000
"""Characters that a message may have."""
_KEPT: Final = 80
_QUOTED: Final = re.compile(r"'([^'\n]{160,})'")


def brief(text: str) -> str:
    """A message without the middle of what it quotes, where that is long: a value of any length stands in the file already."""
    if len(text) <= _LONG:
        return text
    text = _QUOTED.sub(lambda match: f"'{match[1][:_KEPT]} … {match[1][-_KEPT // 4 :]}'", text)
    return text if len(text) <= _LONG else f"{text[: _LONG - 5 * _KEPT]} … {text[-2 * _KEPT :]}"


def sort_key(finding: Finding) -> tuple[str, int, str, str, str]:
    """The order of findings in every output: file, place, code; never the machine's."""
    return (finding.file, finding.offset, finding.code, finding.claim or "", finding.message)
