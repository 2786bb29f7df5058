"""A ranking of time, memory or money rests on a sentence that speaks of such, in whatever words."""

from __future__ import annotations

import pytest

from claimcheck.matching.sentence import Sentence
from claimcheck.matching.spent import says_nothing_of

from .conftest import Make


@pytest.mark.parametrize(
    ("sentence", "metric", "nothing"),
    [
        ("Our Corvus gives greater variety than Lumen.", "cost", True),
        ("Our Corvus gives greater variety than Lumen.", "computation time", True),
        ("Our Corvus gives greater variety than Lumen.", "Memory use", True),
        ("Our Corvus gives greater variety than Lumen.", "variety", False),
        ("Our Corvus gives greater variety than Lumen.", "accuracy", False),
        ("Our Corvus gives greater variety than Lumen.", "efficiency", True),
        ("Our Corvus does it with fewer labels than Lumen.", "data efficiency", False),
        ("Our Corvus needs more walking than Lumen.", "walking time", False),
        ("Our Corvus has greater costs than Lumen.", "cost", False),
        ("Our Corvus accelerates the search of Lumen.", "speed", False),
        ("Our Corvus is cheaper than Lumen.", "energy", False),
        ("Our Corvus is faster than Lumen.", "latency", False),
        ("Our Corvus does the same in 3 ms.", "runtime", False),
        ("Our Corvus does the same for $3.", "budget", False),
        ("Our Corvus does the same with 3 GB.", "memory", False),
        ("Our Corvus does the same with 3 cats.", "memory", True),
        ("Our Corvus is more lightweight than Lumen.", "memory", False),
        ("Our Corvus is more compact than Lumen.", "memory", False),
        # Hardly any words, or none of this language, tell nothing.
        ("Corvus beats Lumen.", "cost", False),
        ("Corvus übertrifft Lumen bei weitem und immer.", "cost", False),
    ],
)
def test_what_a_sentence_speaks_of(sentence: str, metric: str, nothing: bool, make: Make) -> None:
    dataset = make(sentence, {"kind": "ranking", "subject": "Corvus", "metric": metric, "rank": "best"})
    (quote,) = dataset.papers[0].quotes
    assert says_nothing_of(Sentence(quote), quote.claims[0]) == nothing
