"""How the numbers of each abstract are accounted for, as a table."""

from __future__ import annotations

from collections import Counter

from claimcheck.dataset import Dataset
from claimcheck.reporters.escape import printable

_COLUMNS = ("paper", "numbers", "claimed", "in fields", "excused", "unaccounted", "names and others")


def coverage_table(dataset: Dataset) -> str:
    """One row a paper, with totals: quantities of the abstract, by what they are accounted for, and refused numbers."""
    rows: list[tuple[str, ...]] = []
    total: Counter[str] = Counter()
    for paper in dataset.papers:
        counted: Counter[str] = Counter()
        for at, mention in enumerate(paper.numbers):
            if not mention.is_quantity:
                counted["names and others"] += 1
                continue
            if mention.indefinite:
                continue
            counted["numbers"] += 1
            by = paper.accounted.get(at)
            if by is None:
                counted["unaccounted"] += 1
            elif by.startswith("claimed by "):
                counted["claimed"] += 1
            elif by == "excused":
                counted["excused"] += 1
            else:
                counted["in fields"] += 1
        total += counted
        rows.append((printable(paper.id), *(str(counted[name]) for name in _COLUMNS[1:])))
    rows.append(("total", *(str(total[name]) for name in _COLUMNS[1:])))
    widths = [max(len(row[at]) for row in (_COLUMNS, *rows)) for at in range(len(_COLUMNS))]
    lines = [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (_COLUMNS, *rows)
    ]
    return "\n".join(line.rstrip() for line in lines)
