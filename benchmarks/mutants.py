"""Mutation testing: which small changes of the code does no test notice?

    python benchmarks/mutants.py FILE.py … [--tests PATH …] [--every 3] [--tables] [--out FILE.jsonl]
    python benchmarks/mutants.py --report FILE.jsonl … --write docs/mutants.md

Each mutant is one change of one expression or statement: `<` for `<=`, `and` for `or`, a condition that is always true, a
number one higher, a statement left out. With `--tables` the constants of the modules are changed as well: a word of a list,
an alternative or an assertion of a regular expression is left out.

Nothing is written to the sources. The tests are collected once, and each of them is run once to see which lines it reaches.
Every mutant then gets a process of its own, forked from there, in which the functions of the module are given the mutated
code; the tests that reach it run until one fails. A mutant that no test fails on has survived, and is printed. What a test
starts in another process is not seen by the mutant. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from mutation import ROOT
from mutation.report import report
from mutation.running import Runner

from claimcheck.redteam.report import fill_region

REGION: Final = "benchmarks/mutants"
TESTS: Final = ("tests/rules", "tests/matching", "tests/numerals", "tests/unit", "tests/properties")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", help="the modules to mutate")
    parser.add_argument(
        "--report", nargs="+", metavar="FILE.jsonl", help="tell what runs (--out) found, and run nothing"
    )
    parser.add_argument(
        "--write",
        metavar="PAGE",
        help="write the report into the region of this page; modules that no run has stay as they are there",
    )
    parser.add_argument("--tests", nargs="+", default=TESTS)
    parser.add_argument("--every", type=int, default=1, help="only each so manieth mutant")
    parser.add_argument("--first", type=int, default=0, help="which of them is the first")
    parser.add_argument("--only", help="only mutants that this regular expression finds")
    parser.add_argument("--longest", type=float, default=3.0, help="seconds that a test may take (while it is watched)")
    parser.add_argument("--tables", action="store_true", help="the constants of the modules instead of the functions")
    parser.add_argument(
        "--again",
        nargs="+",
        metavar="FILE.jsonl",
        help="only mutants that earlier runs (--out) left open, and those that none of them has",
    )
    parser.add_argument("--texts", metavar="FILE.jsonl", help="what survives reads the numbers of these texts, too")
    parser.add_argument("--verdicts", type=int, metavar="N", help="what survives judges each N-th falsified claim, too")
    parser.add_argument("--out", help="a file to write every mutant to, one JSON object a line")
    options = parser.parse_args(arguments)
    if options.report:
        if options.write is None:
            print(report(options.report))
            return 0
        page = Path(options.write)
        text = page.read_text(encoding="utf-8")
        filled = fill_region(text, REGION, report(options.report, text))
        if filled is None:
            parser.error(f"{page} has no region {REGION}")
        page.write_text(filled, encoding="utf-8")
        return 0
    runner = Runner(options)
    os.chdir(ROOT)
    pytest.main([*options.tests, "-q", "-s", "-p", "no:cacheprovider", "-p", "no:faulthandler"], plugins=[runner])
    return 1 if runner.survivors else 0


if __name__ == "__main__":
    sys.exit(main())
