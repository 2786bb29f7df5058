"""Where the sentence of a stretch of text begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.sentences import around


def sentence(text: str, part: str) -> str:
    start = text.index(part)
    first, last = around(text, start, start + len(part))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("One is old. Two is new. Three is late.", "is new", "Two is new."),
        ("One is old. Two is new. Three is late.", "Two is new.", "Two is new."),
        ("One is old. Two is new. Three is late.", "One", "One is old."),
        ("One is old. Two is new. Three is late.", "late.", "Three is late."),
        ("One is old. Two is new. Three is late.", "new. Three", "Two is new. Three is late."),
        ("Is it old? Yes! It is (very old.) And so on.", "Yes", "Yes!"),
        ("Is it old? Yes! It is (very old.) And so on.", "very", "It is (very old."),
        # a full stop that ends none: before a small letter, in a number, behind an abbreviation or an initial
        ("One has 3.5 points vs. Two and e.g. Three. four.", "points", "One has 3.5 points vs. Two and e.g. Three. four."),
        ("See J. Smith et al. Two is new.", "Smith", "See J. Smith et al. Two is new."),
        ('One is old. "Two" is new.', "new", '"Two" is new.'),
        ("One is old. 3 are new.", "new", "3 are new."),
    ],
)  # fmt: skip
def test_the_sentence(text: str, part: str, found: str) -> None:
    assert sentence(text, part) == found


def test_no_sentence_is_endless() -> None:
    """What has no end in reach is cut there, at a whole word in front."""
    text = "word " * 2000
    first, last = around(text, 5000, 5004)
    assert 0 < first < 5000 < 5004 < last < len(text)
    assert text[first - 1] == " "


@given(st.text(alphabet="ab .!?AB1", max_size=60), st.data())
def test_the_stretch_itself_is_always_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
