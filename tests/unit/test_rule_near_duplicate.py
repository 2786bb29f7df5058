"""CC302: what it marks in the earlier abstract."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.app import load
from claimcheck.diagnostic import Finding
from claimcheck.project import Chosen, Selection
from claimcheck.runner import run

SAID = "We present Corvus, a parser for noisy text that learns from its own mistakes. On Aria, Corvus is the best parser so far"


def found(root: Path, first: str, second: str) -> Finding:
    (root / "seeds").mkdir()
    (root / "pyproject.toml").touch()
    (root / "seeds/s.txt").write_text(f"Abstract:{first}\nAbstract:{second}\n")
    (found,) = [each for each in run(load(root), Chosen(True), Selection()).findings if each.code == "CC302"]
    return found


def test_so_many_equal_words_that_nobody_looks_for_what_differs(tmp_path: Path) -> None:
    told = found(tmp_path, f"One. {SAID} {'word ' * 200}three", f"Two. {SAID} {'word ' * 251}four")
    assert told.message.endswith("shares much of its text with the one of seeds/s.txt:1")
    assert told.severity == "warning"


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        (f"{SAID}.", f"{SAID}. The code is open.", "far"),  # the word before what only the other one says
        (f"{SAID}.", f"Today: {SAID}.", "We"),  # there is none before it
        (f"{SAID}.", SAID.replace("mistakes", "errors") + ".", "mistakes"),
    ],
)
def test_a_word_is_marked_in_the_earlier_one(first: str, second: str, marked: str, tmp_path: Path) -> None:
    (other,) = found(tmp_path, first, second).related
    assert other.file.text[other.span.start : other.span.end] == marked
    assert other.file.position(other.span.start).line == 1
