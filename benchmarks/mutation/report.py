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
from mutation.finding import Finder, Key

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


def _reason(record: dict[str, Any], known: Sequence[Reason]) -> int | None:
    """Which reason says that a survivor is equivalent; none does where something besides the tests told it."""
    if record["outcome"] == "seen":
        return None
    line = record.get("told") or _told(record)
    return next((at for at, each in enumerate(known) if any(one.search(line) for one in each.mutants)), None)


def _told(record: dict[str, Any]) -> str:
    return f"{record['file']} {record['owner']} [{record['kind']}] {record['before']} → {record['after']}"


def _latest(files: Sequence[str]) -> dict[Key, list[dict[str, Any]]]:
    """The records of all files by mutant (alike ones of a function together), each as the last file that has it says."""
    latest: dict[Key, list[dict[str, Any]]] = {}
    for file in files:
        found: defaultdict[Key, list[dict[str, Any]]] = defaultdict(list)
        with open(file, encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                found[(record["file"], record["owner"], record["kind"], record["before"], record["after"])].append(
                    record
                )
        latest |= found
    return latest


def _mutants(files: Iterable[str], tables: bool) -> list[Key]:
    """The mutants that there are in these files now: of their functions, or of their tables."""
    return [
        each.key
        for file in files
        for each in Finder(file, ast.parse((ROOT / file).read_text(encoding="utf-8")), tables).found
    ]


def settled(files: Sequence[str]) -> set[Key]:
    """The mutants that these runs leave nothing to do about: noticed, or equivalent for a reason that is known."""
    known = reasons()
    return {
        key
        for key, group in _latest(files).items()
        if all(each["outcome"] not in SURVIVED or _reason(each, known) is not None for each in group)
    }


_ROW: Final = re.compile(r"^\| (\S+\.py) \| ([0-9 |]+) \|$", re.MULTILINE)
_LINE: Final = re.compile(r"^- `((\S+\.py) .*)`$", re.MULTILINE)
_HEADS: Final = ("mutants", "noticed", "equivalent", "seen", "open", "not run")


def report(files: Sequence[str], page: str = "") -> str:
    """What runs found, for the page: a table by module, the equivalent mutants by their reasons, and the open ones.

    A later file says what became of mutants that an earlier one has, too (`--again`); what the code no longer has is left
    out, and what it has only since is "not run". Of a module that no run has, all stays that the page says of it.
    """
    latest = _latest(files)
    there = _mutants(sorted({key[0] for key in latest}), tables=False)
    here = {*there, *_mutants(sorted({key[0] for key in latest}), tables=True)}
    records = [record for key, group in latest.items() if key in here for record in group]
    known = reasons()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    explained: defaultdict[int, list[str]] = defaultdict(list)
    unexplained: defaultdict[str, list[str]] = defaultdict(list)
    for key in there:
        if key not in latest:
            counts[key[0].removeprefix(f"{PACKAGE}/")].update(["mutants", "not run"])
    for record in records:
        count = counts[record["file"].removeprefix(f"{PACKAGE}/")]
        count["mutants"] += 1
        if record["outcome"] not in SURVIVED:
            count["noticed"] += 1
            continue
        at = _reason(record, known)
        count["equivalent" if at is not None else "seen" if record["outcome"] == "seen" else "open"] += 1
        told = f"`{_told(record).removeprefix(PACKAGE + '/')}`"
        if at is None:
            unexplained[record["file"]].append(told)
        else:
            explained[at].append(told)
    for module, numbers in _ROW.findall(page):
        if module not in counts and (ROOT / PACKAGE / module).is_file():
            counts[module].update(dict(zip(_HEADS, map(int, numbers.split(" | ")), strict=True)))
            for told, of in _LINE.findall(page):
                at = _reason({"outcome": "", "told": f"{PACKAGE}/{told}"}, known) if of == module else None
                if at is not None:
                    explained[at].append(f"`{told}`")
                elif of == module:
                    unexplained[f"{PACKAGE}/{module}"].append(f"`{told}`")
    rows = [(file, *(str(count[head]) for head in _HEADS)) for file, count in sorted(counts.items())]
    rows.append(("together", *(f"{sum(count[head] for count in counts.values()):,}" for head in _HEADS)))
    table = [("module", *_HEADS), ("---", *["---:"] * len(_HEADS)), *rows]
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
