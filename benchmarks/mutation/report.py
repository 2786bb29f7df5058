"""What runs of mutants found, for the page: a table, the equivalent ones with their reasons, the open ones."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mutation import PACKAGE, ROOT, SURVIVED
from mutation.finding import Finder

REASONS: Final = ROOT / "benchmarks" / "mutants.toml"
MOST_SHOWN: Final = 5


@dataclass(slots=True)
class Reason:
    """Why some survivors are equivalent: regular expressions, found in how a mutant is told."""

    why: str
    mutants: list[re.Pattern[str]]


def reasons() -> list[Reason]:
    with open(REASONS, "rb") as file:
        return [
            Reason(each["why"], [re.compile(pattern) for pattern in each["mutants"]])
            for each in tomllib.load(file)["reason"]
        ]


def _latest(files: Sequence[str]) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """The records of all files by mutant (alike ones of a function together), each as the last file that has it says."""
    latest: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for file in files:
        found: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        with open(file, encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                found[tuple(record[name] for name in ("file", "owner", "kind", "before", "after"))].append(record)
        latest |= found
    return latest


def _there(files: Iterable[str]) -> set[tuple[str, ...]]:
    """The mutants that there are in these files now, tables too."""
    found: set[tuple[str, ...]] = set()
    for file in files:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        for tables in (False, True):
            found |= {
                (each.file, each.owner, each.kind, each.before, each.after) for each in Finder(file, tree, tables).found
            }
    return found


def report(files: Sequence[str]) -> str:
    """What runs found, for the page: a table by module, the equivalent mutants by their reasons, and the open ones.

    A later file says what became of mutants that an earlier one has, too (`--again`); what the code no longer has is left out.
    """
    latest = _latest(files)
    there = _there({key[0] for key in latest})
    records = [record for key, group in latest.items() if key in there for record in group]
    known = reasons()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    explained: defaultdict[int, list[str]] = defaultdict(list)
    unexplained: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        count = counts[record["file"].removeprefix(f"{PACKAGE}/")]
        count["mutants"] += 1
        if record["outcome"] not in SURVIVED:
            count["noticed"] += 1
            continue
        line = f"{record['file']} {record['owner']} [{record['kind']}] {record['before']} → {record['after']}"
        at = next((at for at, each in enumerate(known) if any(one.search(line) for one in each.mutants)), None)
        if record["outcome"] == "seen":
            at = None  # whatever was thought of it: something tells it
        count["equivalent" if at is not None else "seen" if record["outcome"] == "seen" else "open"] += 1
        told = f"`{line.removeprefix(PACKAGE + '/')}`"
        if at is None:
            unexplained[record["file"]].append(told)
        else:
            explained[at].append(told)
    heads = ("mutants", "noticed", "equivalent", "seen", "open")
    rows = [(file, *(str(count[head]) for head in heads)) for file, count in sorted(counts.items())]
    rows.append(("together", *(f"{sum(count[head] for count in counts.values()):,}" for head in heads)))
    table = [("module", *heads), ("---", *["---:"] * len(heads)), *rows]
    parts = ["\n".join(f"| {' | '.join(row)} |" for row in table), "### Equivalent"]
    for at, lines in sorted(explained.items()):
        parts += [f"{known[at].why} ({len(lines)})", "\n".join(f"- {line}" for line in sorted(lines))]
    parts += [
        "### Open",
        f"Of each module the first {MOST_SHOWN}; the file of the run has them all." if unexplained else "None.",
    ]
    for _, lines in sorted(unexplained.items()):
        parts.append("\n".join(f"- {line}" for line in lines[:MOST_SHOWN]))
    return "\n\n".join(parts)
