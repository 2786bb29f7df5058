"""What of a finding an editor shows, and where: findings by file, in words that are safe to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.diagnostic import Finding, Label
from claimcheck.reporters.escape import printable
from claimcheck.source import Span
from claimcheck.suppress import UNUSED

NOWHERE = Span(0, 0)
"""Where a finding is shown that has a file and no place in it."""


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each file, in their order; those of no file stand under the empty path."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.file, []).append(finding)
    return found


def words(finding: Finding) -> str:
    """What is wrong, and on a line of its own what to do next."""
    return "\n".join(printable(text) for text in (finding.message, finding.help) if text)


def span(finding: Finding) -> Span:
    """The stretch to underline: without the white space at its end, and one character at least where there is one."""
    if finding.label is None:
        return NOWHERE
    text, (start, end) = finding.label.file.text, finding.label.span
    end = start + len(text[start:end].rstrip())
    if end == start and text[start : start + 1] not in ("", "\r", "\n"):
        end += 1
    return Span(start, end)


def related(finding: Finding) -> tuple[Label, ...]:
    """The other places that a finding is about, each with a word on it: first the one in the source."""
    source = finding.source
    labels = () if source is None else (replace(source, message=source.message or "the source"),)
    others = (replace(label, message=label.message or "see also") for label in finding.related)
    return tuple(replace(label, message=printable(label.message)) for label in (*labels, *others))


def is_idle(finding: Finding) -> bool:
    """Whether the marked text does nothing, and can go."""
    return finding.rule == UNUSED
