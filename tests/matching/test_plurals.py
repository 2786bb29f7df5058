"""Names that a text has in the plural are named there, and those that it does not have are not."""

from __future__ import annotations

import pytest

from claimcheck.matching.plurals import in_plural
from claimcheck.text.fold import fold

TEXT = (
    "Alba has lower F1-scores than Bora and a better top-level-loss. Positions 2 and 13 differ from Position 1. Tasks A, B, or D "
    "are hard; Stages II & IV, and Tables 5 and 6.5, are not. Repositions 7 and 8 are no names, and GPT-4s are none. "
    "Runs of all sorts were 8 and 9."
)


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("F1-score", ["F1-scores"]),
        ("top-level-losses", []),  # no plural that an "s" makes
        ("Position 2", ["2"]),
        ("Position 13", ["13"]),
        ("Position 3", []),  # a part of a number is none
        ("Position 1", []),  # stands there as it is, which is not asked here
        ("Task A", ["A"]),
        ("Task D", ["D"]),
        ("Task C", []),
        ("Stage IV", ["IV"]),
        ("Stage I", []),
        ("Table 6", []),  # 6.5 is another table, and no list of two
        ("Table 5", []),
        ("Run 8", []),  # not right behind the word
        ("GPT-4", []),  # a letter behind digits may make another model of it
        ("position 2", []),
        ("Reposition 7", ["7"]),
    ],
)
def test_in_plural(name: str, stated: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in in_plural(name, fold(TEXT))] == stated


def test_the_singular_of_a_plural() -> None:
    text = "The F1-score and the top-level-loss are told."
    assert [text[span.start : span.end] for span in in_plural("F1-scores", fold(text))] == ["F1-score"]
    assert not list(in_plural("F1-losss", fold(text)))
