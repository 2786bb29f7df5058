"""How fast the number recogniser is: on plain texts beside its peers, as a whole process, and on hostile input.

    python benchmarks/numerals.py [TEXTS.jsonl] [--peers FOLDER | --no-peers] [--rounds N] [--write]

TEXTS.jsonl has a "text" or "abstract" a line; without it, the abstracts of this repository's seeds are read over and
over. Each reader runs in a process of its own, and in each round each peer is followed by this recogniser on the same
texts, so that whatever else the machine does meets both alike; what is compared are medians of the processor's time.
Peers are installed into FOLDER (kept; else into a temporary folder) and skipped with a word where that cannot be done.
A peer that is slow gets fewer of the texts. Exit code 1 if a goal is missed: 5 MB/s in process, 2 MB/s as a whole
process, and at most 2.3 times the time for twice the hostile input.
"""

from __future__ import annotations

import argparse
import json
import operator
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import docs_numbers  # noqa: E402
import peers  # noqa: E402

IN_PROCESS, WHOLE_PROCESS, GROWTH = 5.0, 2.0, 2.3
"""The goals: MB/s, MB/s, and the time of twice the input against that of once."""
SIZE: Final = 1_000_000
"""Characters of plain text that are read in a round, and by the whole process five times as many."""
BUDGET: Final = 2.0
"""Seconds after which a peer gets no more texts."""


def _spaced(head: str, count: int) -> str:
    return head + " " * count + "% here"


HOSTILE: Final[Mapping[str, Callable[[int], str]]] = {
    name: partial(operator.mul, unit)
    for name, unit in {
        "digits": "9",
        "digits and spaces": "9 ",
        "groups": "1,234,",
        "groups of two": "12,34,",
        "decimals": "1.1.",
        "decimal commas": "1,1 ",
        "words": "one hundred and ",
        "small words": "twenty-one ",
        "scales": "million ",
        "vague": "hundreds of thousands of ",
        "halves": "one and a half ",
        "fractions": "1/2/",
        "two thirds": "two thirds of ",
        "ordinals": "twenty-first ",
        "chains": "a-1 ",
        "long chains": "a-1-",
        "capital chains": "A1-b2.",
        "dollars": "$5",
        "math": "$5$",
        "open braces": "{",
        "braces": "{5}",
        "nested bold": r"\textbf{5",
        "nested math": r"\mathbf{$5",
        "backslashes": "\\",
        "tildes": "~",
        "tildes and digits": "~5",
        "fractions in LaTeX": r"\frac{1}{2}",
        "powers": "10^",
        "towers": "2^2^",
        "times ten": r"5\times10^{",
        "capitalised": "Foo 3. Foo 4. ",
        "names": "Llama 3.1-8B, ",
        "years": "(2019) in 2020, ",
        "citations": "[1, 2], [3",
        "open brackets": "[1,",
        "parentheses": "(1) ((",
        "addresses": "https://x.org/1/",
        "emails": "a1@b.c.",
        "dots": ".",
        "commas": ",",
        "hyphens": "-",
        "dashes": "5 – ",
        "ranges": "1-2-",
        "to": "1 to ",
        "from": "from 1 to ",
        "between": "between 1 and ",
        "bounds": "up to ",
        "stacked bounds": "at least more than about ",
        "percents": "5%%",
        "points": "5 percentage points or more ",
        "units": "5 m s-1 ",
        "dimensions": "3x3x",
        "tolerances": "5 ± ",
        "parenthesised": "4.18(4)(",
        "colons": "1:2:",
        "slashes": "a/1/",
        "spaces": " ",
        "newlines": "5\n",
        "tabs": "from 5\t",
        "ones": "one of the ",
        "p values": "p<.001, ",
        "vulgar": "½",
        "raised": "10⁵",
        "combining": "5\u0301",
        "soft hyphens": "5\u00ad",
        "letters": "a",
        "underscores": "x_1_",
        "dozens": "dozens of ",
        "money": "US$5 million, ",
        "orders": "orders of magnitude ",
        "quotes": "'5''",
        "plus signs": "5+",
        "hashes": "#1",
        "versions": "v1.2.3-",
        "magnets": "a 3T part, ",
        "drawn": "a diffusion SD 2 part, ",
        "variables": "$2K$ of $K$ ",
        "formulas": "$1-p$ and ",
        "shared powers": "(1-2)×10^3 ",
        "ranges of ranges": "1 to 2-3 ",
        "slashes with units": "142/88 mm Hg ",
        "equations": "at most N = 3 ",
        "quantities of a macro": "\\SI{5}{\\ms} ",
        "macros without end": "\\numlist{5;",
        "tags": "<b>5</b> ",
        "tags without end": "<b>5 ",
        "entities": "&lt;5 ",
        "splits": "8:1:",
        "split shares": "80-10-",
        "indexes": "x_{1,2} ",
        "counted brackets": "cats (9), ",
        "uncertainties below": "5.1_{\\pm 0.4} ",
        "uncertainties in brackets": "5 (±",
        "uneven": "36^{+5}_{-4} ",
        "shared units": "5, ",
        "levels": "5 points over ",
        "accelerators": "8×H100 ",
        "feet": "6'4\" ",
        "codes of money": "5 USD ",
        "labels": "lanes 1 and 2 ",
        "words glued": "than2 ms ",
    }.items()
} | {
    f"spaces behind {name}": partial(_spaced, head)
    for name, head in {"a number": "needs 5", "a word": "five", "from": "from 5", "a scale": "5 million"}.items()
}


def plain_texts(path: str | None) -> list[str]:
    """The texts to read; those of the seeds are repeated until they make up `SIZE` characters."""
    if path is None:
        from claimcheck.sources import read_source

        sources = [read_source(file.name, file.read_bytes()) for file in sorted((ROOT / "seeds").glob("*.txt"))]
        texts = [abstract.text for source in sources for abstract in source.abstracts]
    else:
        with open(path, encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines if line.strip()]
        texts = [record.get("text") or record["abstract"] for record in records]
    size = sum(map(len, texts))
    return texts * max(1, -(-SIZE // size))


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def compare(
    texts: list[str], names: list[str], folder: Path, rounds: int
) -> tuple[float, list[tuple[str, float, float]]]:
    """Our MB/s on all texts; and each peer's, with how many times as long as we it takes for the same texts."""
    with peers.started(folder, names, lambda word: print(f"  ({word})", file=sys.stderr)) as readers:
        ours = readers.pop(peers.OURS)
        shares = {name: texts[: reader.seconds(texts, BUDGET)[1]] for name, reader in readers.items()}
        ours.seconds(texts)
        mine: dict[str, list[float]] = {name: [] for name in readers}
        theirs: dict[str, list[float]] = {name: [] for name in readers}
        whole: list[float] = []
        for _ in range(rounds):
            whole.append(ours.seconds(texts)[0])
            for name, reader in readers.items():
                theirs[name].append(reader.seconds(shares[name])[0])
                mine[name].append(ours.seconds(shares[name])[0])
    rows = []
    for name in readers:
        median = statistics.median(theirs[name])
        rows.append((name, megabytes(shares[name]) / median, median / statistics.median(mine[name])))
    return megabytes(texts) / statistics.median(whole), rows


def whole_process(texts: list[str], rounds: int) -> float:
    """MB/s of `claimcheck numbers --jsonl`, from its start to its end."""
    lines = "".join(
        json.dumps({"id": at, "text": text}, ensure_ascii=False) + "\n" for at, text in enumerate(texts * 5)
    )
    command = [sys.executable, "-m", "claimcheck", "numbers", "--jsonl"]
    taken = []
    for _ in range(rounds):
        before = os.times()
        subprocess.run(command, cwd=ROOT, input=lines.encode(), stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return len(lines.encode()) / 1e6 / statistics.median(taken)


def growths(characters: int = 20_000) -> Iterator[tuple[str, float, float]]:
    """For each hostile text: milliseconds for it, and the ratio of the times of twice the text and of the text.

    Times are the processor's, and the shortest of several: what the work takes when nothing else disturbs it. A ratio
    above the goal is believed when more tries, of both, leave it there.
    """
    from claimcheck.numerals import scan

    def seconds(text: str) -> float:
        begun = time.process_time()
        scan(text)
        return time.process_time() - begun

    for name, make in HOSTILE.items():
        count = characters // len(make(1)) + 1
        texts = make(count), make(2 * count)
        once, twice = (min(seconds(text) for _ in range(5)) for text in texts)
        for _ in range(15):
            if twice / once <= GROWTH:
                break
            once, twice = (min(best, seconds(text)) for best, text in zip((once, twice), texts, strict=True))
        yield name, 1000 * once, twice / once


def main() -> int:
    """Measures and prints; the exit code says whether the goals are met."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", metavar="TEXTS.jsonl")
    parser.add_argument(
        "--peers", metavar="FOLDER", help="where the peers' environments are, or are to be made and kept"
    )
    parser.add_argument("--no-peers", action="store_true", help="only this recogniser and the naive regex")
    parser.add_argument("--hostile-only", action="store_true", help="only whether time is linear in hostile input")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="write the speeds into docs/numbers.md")
    options = parser.parse_args()
    missed = 0 if options.hostile_only else speeds(options)
    print(f"Hostile input of 20,000 characters, and twice that (goal: at most {GROWTH:g} times the time)")
    for name, once, growth in growths():
        late = growth > GROWTH
        missed += late
        print(f"  {name:<18} {once:8.2f} ms   × {growth:.2f}{'   SUPER-LINEAR' if late else ''}", flush=True)
    return 1 if missed else 0


def speeds(options: argparse.Namespace) -> int:
    """Measures and prints the speeds on plain text; how many goals are missed."""
    texts = plain_texts(options.texts)
    readers = [name for name, kind in peers.READERS.items() if not (options.no_peers and kind.packages)]
    size = f"{megabytes(texts):.2f} MB of plain text in {len(texts)} texts"
    print(f"In process, one core, {size}, medians of {options.rounds} rounds")
    with tempfile.TemporaryDirectory() as temporary:
        speed, rows = compare(texts, readers, Path(options.peers or temporary), options.rounds)
    print(f"  {peers.OURS:<18} {speed:8.3f} MB/s   (goal: {IN_PROCESS:g})")
    lines = [
        "| reader | MB/s | time for the same texts | |",
        "|---|---|---|---|",
        f"| **{peers.OURS}** | {speed:.2f} | 1 | |",
    ]
    for name, theirs, ratio in rows:
        remark = peers.READERS[name].remark
        print(f"  {name:<18} {theirs:8.3f} MB/s   {ratio:8.2f} times our time{f' ({remark})' if remark else ''}")
        lines.append(f"| {name} | {theirs:.3g} | {ratio:,.3g} | {remark} |")
    bulk = whole_process(texts, min(options.rounds, 5))
    print(f"As a whole process, `claimcheck numbers --jsonl`: {bulk:.2f} MB/s   (goal: {WHOLE_PROCESS:g})")
    if options.write:
        told = f"Medians of {options.rounds} rounds over {size}, on one core; as a whole process, `claimcheck numbers --jsonl` reads {bulk:.2f} MB/s."
        page = docs_numbers.PAGE.read_text(encoding="utf-8")
        page = docs_numbers.region(page, "measured: speed", "\n".join(lines) + f"\n\n{told}")
        docs_numbers.PAGE.write_text(page, encoding="utf-8")
    return (speed < IN_PROCESS) + (bulk < WHOLE_PROCESS)


if __name__ == "__main__":
    sys.exit(main())
