"""What came of an attack, as a table, as data, and in the region of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from claimcheck.redteam.attack import Outcome, Tally
from claimcheck.reporters.escape import printable

_HEADS: Final = ("kind", "applied", "caught", "by the right rule", "stopped (exit 1)")


def rows(tallies: Sequence[Tally]) -> list[tuple[str, str, str, str, str]]:
    """One row a kind, and the sum; the kinds that nothing was there for come along with 0."""
    listed = [(each.kind.name, each.applied, each.caught, each.rightly, each.stopped) for each in tallies]
    listed.append(("all", *(sum(column) for column in zip(*(row[1:] for row in listed), strict=True))))  # type: ignore[arg-type]
    return [
        (name, f"{applied:,}", _share(caught, applied), _share(rightly, applied), _share(stopped, applied))
        for name, applied, caught, rightly, stopped in listed
    ]


def _share(part: int, whole: int) -> str:
    """ "46", or "45 (97.8%)" where one is missing; never rounded up to 100."""
    if part == whole:
        return f"{part:,}"
    return f"{part:,} ({part * 1000 // whole / 10}%)"


def text_table(tallies: Sequence[Tally]) -> str:
    """The table for a terminal."""
    lines = [_HEADS, *rows(tallies)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def markdown_table(tallies: Sequence[Tally], *, brief: bool = False) -> str:
    """The table for a document; with what each kind does and the rules that may rightly catch it, if not `brief`."""
    said = {
        each.kind.name: (each.kind.description, ", ".join(f"`{rule}`" for rule in each.kind.rules)) for each in tallies
    }
    more = () if brief else ("what is falsified", "right rules")
    heads = (_HEADS[0], *more, *_HEADS[1:])
    lines = [heads, ("---",) * (1 + len(more)) + ("---:",) * 4]
    for name, *counts in rows(tallies):
        words = () if brief else said.get(name, ("", ""))
        lines.append((name, *(word.replace("|", "\\|") for word in words), *counts))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def told(outcomes: Iterable[Outcome]) -> Iterable[str]:
    """A few lines on each falsification that was not caught, or not by the right rule."""
    for outcome in outcomes:
        made = outcome.falsification
        verdict = "caught, but not by the right rule at the line" if outcome.caught else "NOT CAUGHT"
        yield f"{outcome.kind.name}: {verdict}: {printable(outcome.file)} {printable(made.claim)}: {printable(made.changed)}"
        for finding in outcome.findings[:3]:
            yield f"    {finding.code} {finding.rule}: {printable(finding.message)}"


def as_data(tallies: Sequence[Tally]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "schema": "claimcheck-redteam/1",
        "applied": sum(each.applied for each in tallies),
        "caught": sum(each.caught for each in tallies),
        "right_rule": sum(each.rightly for each in tallies),
        "stopped": sum(each.stopped for each in tallies),
        "kinds": [
            {
                "kind": each.kind.name,
                "description": each.kind.description,
                "rules": list(each.kind.rules),
                "applied": each.applied,
                "caught": each.caught,
                "right_rule": each.rightly,
                "stopped": each.stopped,
                "failed": [_failed(outcome) for outcome in each.failed],
            }
            for each in tallies
        ],
    }


def _failed(outcome: Outcome) -> dict[str, Any]:
    made = outcome.falsification
    return {
        "file": outcome.file,
        "claim": made.claim,
        "changed": made.changed,
        "caught": outcome.caught,
        "findings": [
            {"code": each.code, "rule": each.rule, "severity": each.severity, "message": each.message}
            for each in outcome.findings
        ],
    }


def fill_region(document: str, name: str, body: str) -> str | None:
    """A document with the text between `<!-- NAME -->` and `<!-- /NAME -->` replaced; None where it has no such region."""
    region = re.compile(rf"(<!-- {re.escape(name)} -->(\r?\n)).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if region.search(document) is None:
        return None
    # Line ends are written as the document writes them.
    return region.sub(lambda match: match[1] + f"\n{body}\n\n".replace("\n", match[2]) + match[3], document, count=1)
