"""`claimcheck why`: which place is meant, what is told of it, and how it ends where nothing is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import ABSTRACT, CLAIMS, Run

AT = len("Abstract:") + ABSTRACT.index("91.5%") + 1
"""The column of the value in the source's only line."""
LINE = CLAIMS[: CLAIMS.index("91.5%\n        baseline")].count("\n") + 1
"""The line of the value in the claim file."""


def test_a_number_of_a_source_is_told_with_what_accounts_for_it(run: Run) -> None:
    done = run("why", f"seeds/s.txt:1:{AT}")
    assert done.returncode == 0, done.stderr
    first, read, because, status = done.stdout.splitlines()
    assert first == f"seeds/s.txt:1:{AT}: 91.5%"
    assert read == "  read as   91.5 %"
    assert because.startswith("  because   ")
    assert status == "  status    claimed by accuracy (quick)"


def test_without_a_column_all_numbers_of_the_line_are_told(run: Run) -> None:
    done = run("why", "seeds/s.txt:1")
    told = [line.rpartition(": ")[2] for line in done.stdout.splitlines() if not line.startswith("  ")]
    assert told == ["91.5%", "88.0%"]


@pytest.mark.parametrize("column", [AT, AT + len("91.5%") - 1])
def test_the_first_and_the_last_character_of_a_number_are_in_it(column: int, run: Run) -> None:
    assert "91.5%" in run("why", f"seeds/s.txt:1:{column}").stdout


def test_a_number_behind_a_claim_is_followed_to_the_abstract(run: Run) -> None:
    done = run("why", f"claims/quick.yaml:{LINE}")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == f"claims/quick.yaml:{LINE}:16 (accuracy.value): 91.5%"
    assert lines[-1] == f"  status    rests on '91.5%' at seeds/s.txt:1:{AT}"


def test_a_claim_that_rests_on_nothing_is_told(run: Run, project: Path) -> None:
    text = CLAIMS.replace("value: 91.5%\n        baseline", "value: 92.5%\n        baseline")
    (project / "claims/quick.yaml").write_text(text, encoding="utf-8")
    assert "status    rests on nothing in its quote" in run("why", f"claims/quick.yaml:{LINE}").stdout


def test_a_number_that_nothing_accounts_for(run: Run, project: Path) -> None:
    (project / "claims/quick.yaml").write_text(
        CLAIMS.replace("        baseline: Slow\n        baseline_value: 88.0%\n", "")
    )
    assert "status    not accounted for (quick)" in run("why", "seeds/s.txt:1").stdout


def test_any_text_is_read_for_itself(run: Run, project: Path) -> None:
    (project / "plain.txt").write_text("\ufeffWith 3 to 5 of\r\n17 runs\n", encoding="utf-8", newline="")
    assert "plain.txt:1:6: 3 to 5\n  read as   3 to 5\n" in run("why", "plain.txt:1").stdout
    assert run("why", "plain.txt:2").stdout.startswith("plain.txt:2:1: 17\n")


@pytest.mark.parametrize(
    ("place", "said"),
    {
        "plain.txt:1:4": "plain.txt:1 has 3 characters; there is no column 4",
        "plain.txt:1:999": "there is no column 999",
        "plain.txt:3:0": "there is no column 0",
        "plain.txt:2:1": "plain.txt:2 has 0 characters",
        "plain.txt:5": "plain.txt has 4 lines; there is no line 5",
        "plain.txt:0": "there is no line 0",
        "plain.txt": "'plain.txt' is no place; write FILE:LINE or FILE:LINE:COL",
        "missing.txt:1": "missing.txt: cannot be read: No such file or directory",
        "bytes.txt:1": "bytes.txt: not UTF-8 at byte 1",
    }.items(),
)  # fmt: skip
def test_a_place_that_is_not_there_is_2(place: str, said: str, run: Run, project: Path) -> None:
    """A column beyond the line's end is not the next line's: number 17 of line 3 must not be told for line 1."""
    (project / "plain.txt").write_text("abc\n\n17 runs\n", encoding="utf-8")
    (project / "bytes.txt").write_bytes(b"a\xff")
    done = run("why", place)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("place", ["plain.txt:1", "plain.txt:2", "plain.txt:3:4"])
def test_a_place_without_a_number_is_3(place: str, run: Run, project: Path) -> None:
    (project / "plain.txt").write_text("abc\n\n17 runs\n", encoding="utf-8")
    done = run("why", place)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{place}: no number stands there" in done.stderr


def test_a_configuration_that_cannot_be_used_is_2(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.claimcheck]\nsorces = []\n", encoding="utf-8")
    done = run("why", "seeds/s.txt:1")
    assert done.returncode == 2
    assert "Did you mean 'sources'?" in done.stderr


def test_hostile_text_is_shown_harmless(run: Run, project: Path) -> None:
    name = "ev\x1b[31mil\u202e.txt"
    (project / name).write_text("17\u202f%\n", encoding="utf-8")
    done = run("why", f"{name}:1")
    assert done.returncode == 0
    assert not {"\x1b", "\u202e"} & set(done.stdout)
