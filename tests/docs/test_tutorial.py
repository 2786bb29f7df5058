"""The tutorial is true: all that it shows was run as it stands.

After an intended change: CLAIMCHECK_WRITE_GOLDEN=1 python -m pytest tests/docs, and read the diff of the pages.
"""

from __future__ import annotations

import re
from pathlib import Path

from .conftest import DOCS, blocks, command_output, follow, held

TUTORIAL = DOCS / "tutorial.md"


def test_everything_that_the_tutorial_shows_is_what_happens(tmp_path: Path) -> None:
    shown = follow(TUTORIAL.read_text(encoding="utf-8"), tmp_path)
    assert len(shown) >= 7
    held(TUTORIAL, shown)


def test_at_its_end_nothing_is_found_and_the_table_is_fresh(tutorial_project: Path) -> None:
    assert command_output("claimcheck verify", tutorial_project).endswith("0 errors, 0 warnings, 0 notes\n")
    assert "up to 40%" in (tutorial_project / "REPORT.md").read_text(encoding="utf-8")
    assert command_output("claimcheck table --check REPORT.md", tutorial_project).endswith("up to date\n")


def test_it_shows_a_finding_for_the_broken_number() -> None:
    """Else the tests above would hold for a tutorial in which nothing is ever wrong."""
    assert any("partial-quantity" in block.body.partition("\n")[2] for block in blocks(TUTORIAL.read_text("utf-8")))


def test_from_the_abstract_to_the_table_it_takes_at_most_five_commands() -> None:
    lines = re.findall(r"^\$ (.*)$", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE)
    needed = {"claimcheck new", "claimcheck verify", "claimcheck table --write", "claimcheck table --check"}
    kept = [line for line in lines if any(line.startswith(each) for each in needed) and "--select" not in line]
    assert len(kept) <= 5, kept
    assert any("--write" in line for line in kept)
