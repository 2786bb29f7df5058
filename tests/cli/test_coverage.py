"""`verify --coverage`: how the numbers of each abstract are accounted for, and on which stream that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CLAIMS, Run
from .test_show import FILE, MIXED

TABLE = """\
paper  numbers  claimed  in fields  excused  unaccounted  names and others
mixed        4        1          1        1            1                 2
quick        2        2          0        0            0                 0
total        6        3          1        1            1                 2
"""


@pytest.fixture
def mixed(project: Path) -> Path:
    (project / "seeds/m.txt").write_text(f"Abstract:{MIXED}\n", encoding="utf-8")
    (project / "claims/mixed.yaml").write_text(FILE, encoding="utf-8")
    return project


def test_each_number_is_counted_once(mixed: Path, run: Run) -> None:
    """Of "mixed": 91.5% claimed, 7 in a condition, 3 excused, 40 nothing; and twice the 2 of the name."""
    done = run("verify", "--coverage", "--format", "concise")
    assert done.stdout.endswith(TABLE)
    assert "CC401" in done.stdout.removesuffix(TABLE)


@pytest.mark.parametrize("form", ["json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"])
def test_nothing_stands_behind_what_a_program_reads(form: str, mixed: Path, run: Run) -> None:
    """GitHub takes the lines behind a Markdown table for rows of it, and a program the whole for no JSON or XML."""
    alone, done = run("verify", "--format", form), run("verify", "--format", form, "--coverage")
    assert done.stdout == alone.stdout
    assert TABLE in done.stderr


def test_a_paper_that_cannot_be_read_has_no_row(mixed: Path, run: Run) -> None:
    (mixed / "claims/quick.yaml").write_text(CLAIMS.replace("evidence:", "evidnce:"), encoding="utf-8")
    done = run("verify", "--coverage", "--format", "concise")
    assert "quick  " not in done.stdout
    assert done.stdout.endswith("total        4        1          1        1            1                 2\n")
