"""What no page of a rule can show, because its texts would be too long."""

from __future__ import annotations

from claimcheck.dataset import build
from claimcheck.rules.base import registry
from claimcheck.sources import read_source


def test_differences_of_repetitive_abstracts_are_not_looked_for() -> None:
    """Six words two hundred times over, in another order: the pairs of equal words are too many to align, and to tell."""
    one = "Rows of plain words like these " * 200
    other = "like these rows of plain words " * 200
    text = f"Abstract: Corvus begins here. {one}And it ends.\nAbstract: Lumen starts there. {other}So it closes.\n"
    found = list(registry()["near-duplicate-abstract"].check(build([read_source("s.txt", text.encode())], [])))
    assert [each.message for each in found] == [
        "this abstract (Lumen starts there. like these rows …) shares much of its text with the one of s.txt:1"
    ]
    # Less than half of the sequences of words are shared, but what they differ in is not known: no mere note.
    assert not found[0].own_severity
