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
        # a blank that was lost: before a word that begins sentences
        ("Lumen reads T-MED.The set is old.Furthermore, we tell more.", "set", "The set is old."),
        ("Lumen reads T-MED.The set is old.Furthermore, we tell more.", "The", "The set is old."),
        ("Lumen reads T-MED.The set is old.Furthermore, we tell more.", "reads", "Lumen reads T-MED."),
        ("Lumen reads T-MED.The set is old.Furthermore, we tell more.", "tell", "Furthermore, we tell more."),
        ("We use Lumen.Ai and torch.Tensor here.", "torch", "We use Lumen.Ai and torch.Tensor here."),
        ("We use torch.The and U.S.The here.", "torch", "We use torch."),
        ("We use U.S.The and here.", "use", "We use U.S.The and here."),
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
