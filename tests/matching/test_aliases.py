"""Two names that an abstract compares are two; a name and what its letters stand for are one."""

from __future__ import annotations

import pytest

from claimcheck.matching.aliases import held_apart
from claimcheck.text.fold import fold


def held(text: str, one: str, other: str) -> str | None:
    source = fold(text)
    span = held_apart(one, other, source)
    assert span == held_apart(other, one, source), "whichever is called the name"
    return text[span.start : span.end] if span is not None else None


@pytest.mark.parametrize(
    ("text", "one", "other", "stretch"),
    [
        ("Here Lumen 3.1 outperforms the Corvus net.", "Lumen 3.1", "Corvus", "Lumen 3.1 outperforms the Corvus"),
        ("Then mLumen does well compared to xCorvus.", "mLumen", "xCorvus", "mLumen does well compared to xCorvus"),
        ("Here Corvus is told of. There Lumen beats Corvus.", "Corvus", "Lumen", "Lumen beats Corvus"),
        ("Here is Corvus. There Lumen is like Corvus.", "Corvus", "Lumen", None),
        ("Here Lumen outperforms Alba with Corvus.", "Lumen", "Corvus", None),
        # Both must stand there, and both be names.
        ("Here Lumen outperforms Corvus.", "Lumen", "Alba", None),
        ("Here Lumen outperforms nets.", "Lumen", "nets", None),
        # An acronym, and what it is made of: its letters, or more or less of them.
        ("CoT outperforms Chain of Thought.", "CoT", "Chain of Thought", None),
        ("Co-T outperforms Chain of Thought.", "Co-T", "Chain of Thought", None),
        ("CoTs outperform Chain of Thought.", "CoTs", "Chain of Thought", None),
        ("CoT outperforms Chain of Thought Prompting.", "CoT", "Chain of Thought Prompting", None),
        ("ML outperforms Machine Learning.", "ML", "Machine Learning", None),
        ("CoT outperforms Tree of Thought.", "CoT", "Tree of Thought", "CoT outperforms Tree of Thought"),
        # A letter is none, nor does one stand for a word.
        ("C outperforms Chain of Thought.", "C", "Chain of Thought", "C outperforms Chain of Thought"),
        ("CoT outperforms Corvus.", "CoT", "Corvus", "CoT outperforms Corvus"),
    ],
)
def test_held_apart(text: str, one: str, other: str, stretch: str | None) -> None:
    assert held(text, one, other) == stretch
