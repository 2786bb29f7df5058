"""CC302: what it marks in the earlier abstract."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.app import load
from claimcheck.project import Chosen, Selection
from claimcheck.runner import run

SAID = "We present Corvus, a parser for noisy text that learns from its own mistakes. On Aria, Corvus is the best parser so far"


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        (f"{SAID}.", f"{SAID}. The code is open.", "far"),  # the word before what only the other one says
        (f"{SAID}.", f"Today: {SAID}.", "We"),  # there is none before it
        (f"{SAID}.", SAID.replace("mistakes", "errors") + ".", "mistakes"),
    ],
)
def test_a_word_is_marked_in_the_earlier_one(first: str, second: str, marked: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "seeds/s.txt").write_text(f"Abstract:{first}\nAbstract:{second}\n")
    (found,) = [each for each in run(load(tmp_path), Chosen(True), Selection()).findings if each.code == "CC302"]
    (other,) = found.related
    assert other.file.text[other.span.start : other.span.end] == marked
    assert other.file.position(other.span.start).line == 1
