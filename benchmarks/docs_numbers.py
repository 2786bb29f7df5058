"""Writes the part of docs/numbers.md that the cases of the number recogniser give.

    python benchmarks/docs_numbers.py [--check]

For each file of tests/numerals: what its first line says it is about, examples of what is read, and examples of what is
refused, taken in turn from the file's groups. The tests hold the recogniser to these very lines. With --check nothing is
written, and the exit code is 1 if the page is out of date.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "numbers.md"
CASES: Final = ROOT / "tests" / "numerals"
READ, REFUSED, WIDTH = 10, 6, 90
"""Examples a file of what is read and what is refused, and the characters of a text that is one."""
TITLES: Final = {
    "apart": "Two numbers and no range",
    "names_ellipsis": "Behind a name, without a verb",
    "names_models": "Names of models and products",
    "names_benchmarks": "Names of benchmarks and metrics",
    "names_chains": "Names that are chains",
    "names_chemical": "Names of science and medicine",
    "names_versions": "Versions and standards",
    "pronoun_one": "The word one",
    "percent": "Percentages and points",
    "latex": "LaTeX",
    "traps": "Where others go wrong",
    "words": "Numbers in words",
    "decimals": "Integers and decimals",
    "factors": "Multiples",
    "grouped": "Thousands groups",
    "modifiers": "Fixed adjectives",
    "scales": "Scales",
    "scientific": "Powers of ten",
    "shares": "Shares and rates",
    "vague": "Vague quantities",
}
"""Headings that are not just the file's name."""
LEFT_OUT: Final = ("hostile", "sentences")
"""Files whose cases show no form of their own."""
_SIGNS: Final = {"<=": "at most ", ">=": "at least ", "<": "less than ", ">": "more than ", "": ""}
_VALUE: Final = re.compile(r"(?P<about>~?)(?P<bound><=|>=|<|>|)(?P<core>\S+)(?P<fraction> \(frac\))?(?P<unit> .+)?")


class Case(NamedTuple):
    """A text and what its test expects of it."""

    text: str
    expected: list[str]


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file, one of each group in turn; those on which good readers differ are left out."""
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = [
        [Case(text, expected) for text, expected in lines.items()]
        for group, lines in groups.items()
        if not group.endswith("_debatable")
    ]
    for row in zip_longest(*columns):
        yield from (case for case in row if case is not None and len(case.text) <= WIDTH)


def said(value: str) -> str:
    """A value in the notation of the cases, in words: how it is read first, then how else it may be."""
    first, *others = value.removesuffix(" (indefinite)").split(" | ")
    return said_once(first) + "".join(f", or {said_once(other)}" for other in others)


def said_once(value: str) -> str:
    """One reading in words."""
    match = _VALUE.fullmatch(value)
    assert match is not None, value
    core = re.sub(r"(?<=\d)\.\.(?=-?\d)", " to ", match["core"])
    core = core.replace("->", " → ").replace("±", " ± ").replace("vague", "no figure")
    if ":" in core:
        core = core.replace(":", " of ")
    about = "about " if match["about"] else ""
    return f"{_SIGNS[match['bound']]}{about}{core}{match['unit'] or ''}"


def code(text: str) -> str:
    """A text as code in a table's cell."""
    text = text.replace("\n", "⏎").replace("\t", "⇥").replace("|", "\\|")
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text or text.startswith(" ") or text.endswith(" ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def table(head: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    lines = [f"| {left} | {right} |" for left, right in rows]
    return [head, "|---|---|", *lines, ""] if lines else []


def section(path: Path) -> str:
    """One form: what it is about, what is read, what is not."""
    about = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    title = TITLES.get(path.stem) or path.stem.capitalize()
    found = list(cases(path))
    read = [case for case in found if case.expected and all(" => " in line for line in case.expected)]
    refused = [case for case in found if not any(" => " in line for line in case.expected)]
    reading = (
        (code(case.text), "; ".join(f"{code(text)}: {said(value)}" for text, _, value in map(_parted, case.expected)))
        for case in islice(read, READ)
    )
    refusing = (
        (code(case.text), "; ".join(f"{code(text)}: {cls}" for text, _, cls in map(_split, case.expected)) or "nothing")
        for case in islice(refused, REFUSED)
    )
    lines = [
        f"### {title}",
        "",
        about,
        "",
        *table("| text | what is read |", reading),
        *table("| text | no quantity |", refusing),
    ]
    return "\n".join(lines)


def _parted(line: str) -> tuple[str, str, str]:
    return line.rpartition(" => ")


def _split(line: str) -> tuple[str, str, str]:
    return line.rpartition(" : ")


def generated() -> str:
    """What stands between the marks of the page."""
    paths = [path for path in sorted(CASES.glob("*.toml")) if path.stem not in LEFT_OUT]
    count = sum(1 for path in CASES.glob("*.toml") for _ in chain.from_iterable(_groups(path)))
    return f"{count:,} cases stand in `tests/numerals`; these are a few of each form.\n\n" + "\n".join(
        map(section, paths)
    )


def _groups(path: Path) -> Iterator[dict[str, list[str]]]:
    yield from tomllib.loads(path.read_text(encoding="utf-8")).values()


def region(page: str, name: str, text: str) -> str:
    """A page whose region of that name holds the text instead. Raises `ValueError` where it has no such region."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    head, opened, rest = page.partition(begin)
    _, closed, tail = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"{begin.strip()} … {end} is not in the page")
    return f"{head}{begin}\n{text.strip()}\n\n{end}{tail}"


def main() -> int:
    """Writes the page, or says whether it is as it would be written."""
    page = PAGE.read_text(encoding="utf-8")
    anew = region(page, "from the cases", generated())
    if "--check" in sys.argv[1:]:
        if anew != page:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run `make docs-numbers`", file=sys.stderr)
        return int(anew != page)
    PAGE.write_text(anew, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
