"""Which adjective and noun are of one root, and what it is that nobody does."""

from __future__ import annotations

import pytest

from claimcheck.matching.grammar import akin, none_does
from claimcheck.text.render import render
from claimcheck.text.words import stem, words


@pytest.mark.parametrize(
    ("adjective", "noun", "one"),
    [
        ("accurate", "accuracy", True),
        ("robust", "robustness", True),
        ("efficient", "efficiency", True),
        ("biased", "bias", True),
        ("costly", "cost", True),
        ("toxic", "toxicity", True),
        ("fluent", "fluency", True),
        ("clear", "clean", False),
        ("airy", "AI", False),
        # what only begins alike, with too few letters or too much behind them
        ("rational", "rate", False),
        ("compact", "comprehension", False),
        ("formative", "form", False),
        ("precise", "price", False),
        ("accurate", "recall", False),
    ],
)
def test_akin(adjective: str, noun: str, one: bool) -> None:
    assert akin(adjective, stem(noun)) is one


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("No baseline outperforms Alba.", True),
        ("None of the variants outperforms Alba.", True),
        ("We find that no other baseline outperforms Alba.", True),
        ("Here, nobody outperforms Alba.", True),
        ("It is new, but no baseline outperforms Alba.", True),
        ("It is new and no baseline outperforms Alba.", True),
        # it is another word that "no" belongs to
        ("With no tuning Borea outperforms Alba.", False),
        ("No tuning with Borea outperforms Alba.", False),
        ("No tuning is done, and Borea outperforms Alba.", False),
        ("The baseline outperforms Alba.", False),
        ("outperforms", False),
    ],
)
def test_nobody_does_it(sentence: str, nobody: bool) -> None:
    line = words(render(sentence))
    assert none_does(line, next(at for at, word in enumerate(line) if word.low == "outperforms")) is nobody
