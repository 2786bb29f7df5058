"""How well numbers are read in texts that others annotated, by this recogniser and by its peers.

    python benchmarks/accuracy.py SET.jsonl… [--peers FOLDER] [--missed] [--write]

A set has one {"id", "text", "gold": [{"start", "end", "values", "digit"}], "non": [[start, end]]} a line; none is part of
this repository. A number of the set is right when a number that was read overlaps its place, where the set gives one and
the reader tells one, and one of its ends equals one of the accepted values: sign aside, a percentage also as a fraction.
`non` are digits that are no quantity: to read one as a quantity counts against the reader. With --peers the peers are
measured, too, in environments that are made and kept in FOLDER; --missed lists what this recogniser misses; --write puts
the table into docs/numbers.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import docs_numbers
import peers

_NEAR: Final = Decimal("1e-9")
"""How far a value may be off, relatively: peers reckon in floating point."""


class Score(NamedTuple):
    """What a reader made of a set."""

    right: int
    numbers: int
    taken: int
    others: int
    missed: list[tuple[str, list[str]]]

    def __str__(self) -> str:
        share = f"{100 * self.right / self.numbers:.1f} %" if self.numbers else "–"
        return f"{share}, takes {100 * self.taken / self.others:.0f} %" if self.others else share


def decimals(values: list[str]) -> list[Decimal]:
    found = []
    for value in values:
        try:
            number = Decimal(value)
        except InvalidOperation:  # a peer's own notation
            continue
        if number.is_finite():
            found.append(abs(number))
    return found


def equal(read: Decimal, accepted: Decimal, percent: bool) -> bool:
    """Whether a value is an accepted one, signs aside, be it a percentage that one of them has as a fraction."""
    if read * 100 == accepted or (percent and read == accepted * 100):
        return True
    return abs(read - accepted) <= _NEAR * accepted


def is_right(gold: dict[str, Any], found: list[peers.Found]) -> bool:
    accepted = decimals(gold["values"])
    for each in found:
        placed = gold["start"] is not None and each["start"] is not None
        if placed and not (each["start"] < gold["end"] and each["end"] > gold["start"]):
            continue
        percent = each.get("unit") == "%"
        if any(equal(read, value, percent) for read in decimals(each["values"]) for value in accepted):
            return True
    return False


def score(rows: list[dict[str, Any]], answers: list[list[peers.Found]]) -> Score:
    """Right and missed numbers, and digits wrongly taken for quantities."""
    right = numbers = taken = others = 0
    missed = []
    for row, answer in zip(rows, answers, strict=True):
        found = [each for each in answer if each.get("class", "quantity") in ("quantity", "date")]
        for gold in row["gold"]:
            numbers += 1
            if is_right(gold, found):
                right += 1
            else:
                start, end = gold["start"] or 0, gold["end"] or 80
                missed.append((" ".join(row["text"][max(0, start - 40) : end + 30].split()), gold["values"]))
        for start, end in row["non"]:
            others += 1
            taken += any(each["start"] is not None and each["start"] < end and each["end"] > start for each in found)
    return Score(right, numbers, taken, others, missed)


def markdown(scores: dict[str, dict[str, Score]]) -> str:
    """A row a set, a column a reader."""
    names = [name for name in peers.READERS if any(name in row for row in scores.values())]
    lines = [f"| set | numbers | {' | '.join(names)} |", "|---|---|" + "---|" * len(names)]
    for name, row in scores.items():
        shares = [str(row[reader]) if reader in row else "–" for reader in names]
        shares = [
            f"**{share}**" if reader == peers.OURS else share for reader, share in zip(names, shares, strict=True)
        ]
        lines.append(f"| {name} | {next(iter(row.values())).numbers:,} | {' | '.join(shares)} |")
    return "\n".join(lines)


def main() -> int:
    """Measures and prints; exit code 2 if a set cannot be read."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET.jsonl")
    parser.add_argument("--peers", metavar="FOLDER", help="measure the peers, installed into this folder")
    parser.add_argument("--missed", action="store_true", help="list what this recogniser misses")
    parser.add_argument("--write", action="store_true", help="write the table into docs/numbers.md")
    options = parser.parse_args()
    try:
        sets = {
            Path(path).stem: [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
            for path in options.sets
        }
    except (OSError, ValueError) as error:
        print(f"a set cannot be read: {error}", file=sys.stderr)
        return 2
    names = list(peers.READERS) if options.peers else [peers.OURS, "naive regex"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.peers or temporary)
        with peers.started(folder, names, lambda word: print(word, file=sys.stderr)) as readers:
            scores = {
                name: {reader: score(rows, readers[reader].read([row["text"] for row in rows])) for reader in readers}
                for name, rows in sets.items()
            }
    table = markdown(scores)
    print(table)
    if options.missed:
        for name, row in scores.items():
            for text, values in row[peers.OURS].missed:
                print(f"{name}: {' or '.join(values)} in: {text}")
    if options.write:
        page = docs_numbers.PAGE.read_text(encoding="utf-8")
        docs_numbers.PAGE.write_text(docs_numbers.region(page, "measured: accuracy", table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
