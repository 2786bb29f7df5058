"""Which number of a sentence a condition's own word stands at, and where that is another than the condition says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.counted import elsewhere

Make = Callable[..., Dataset]

SETUP = "Alba is tested with 5-shot prompting, 3 runs and a temperature of 0.7 with top-p 0.9 on 2, 4 and 8 GPUs."
PARTS = "Alba wins on 5 of the 10 tasks, over 3 seeds."
KINDS = "Alba trains on 5 training tasks and 10 evaluation tasks."
COMPOUND = "Alba is run with two state-of-the-art models across three data sets, spanning 15 topics."
YEARS = "Alba reads 241 countries in 2024 and knows AIME 2025."
PAIRED = "Alba reads 12 books with shots and runs of 5 and 3, or 7 and 9 seeds and folds, respectively."


def told(make: Make, sentence: str, claim: dict[str, object]) -> list[tuple[str, str, str]]:
    """The field, the number that its word stands at, and that word."""
    paper = make(sentence, {"subject": "Alba", **claim}).papers[0]
    return [(each.field.name, paper.numbers[each.other].text, each.word) for each in elsewhere(paper.quotes[0])]


@pytest.mark.parametrize(
    ("sentence", "condition", "number"),
    [
        (SETUP, "shots", "5"),
        (SETUP, "runs", "3"),
        (SETUP, "temperature", "0.7"),
        (SETUP, "sampling temperature", "0.7"),
        (SETUP, "GPUs", "2"),  # a list: its word is that of every number
        (SETUP, "GPUs", "8"),
        (SETUP, "setting", "5-shot"),  # the value names what it counts
        (SETUP, "examples", "3"),  # a word that stands nowhere tells nothing
        (PARTS, "tasks", "5"),
        (PARTS, "tasks", "10"),
        (KINDS, "training tasks", "5"),
        (KINDS, "evaluation tasks", "10"),
        (KINDS, "tasks", "5"),
        (COMPOUND, "models", "two"),
        (COMPOUND, "topics", "15"),
        (YEARS, "countries", "241"),
        (YEARS, "countries", "AIME 2025"),  # a name that ends in a number counts nothing
        (PAIRED, "runs", "3"),
        (PAIRED, "runs", "5"),  # told by the order alone
        (PAIRED, "folds", "7"),
    ],
)
def test_nothing_is_told_of_a_number_at_its_own_word(sentence: str, condition: str, number: str, make: Make) -> None:
    assert told(make, sentence, {"conditions": {condition: number}}) == []


@pytest.mark.parametrize(
    ("sentence", "condition", "number", "stands_at", "word"),
    [
        (SETUP, "shots", "3", "5", "shot"),
        (SETUP, "runs", "5", "3", "runs"),
        (SETUP, "temperature", "0.9", "0.7", "temperature"),
        (SETUP, "GPUs", "3", "2", "GPUs"),
        (SETUP, "setting", "3-shot", "5", "shot"),
        (PARTS, "tasks", "3", "5", "tasks"),
        (PARTS, "seeds", "10", "3", "seeds"),
        # A part of the name stands at the number, the whole of it at the other.
        (KINDS, "evaluation tasks", "5", "10", "tasks"),
        (KINDS, "training tasks", "10", "5", "tasks"),
        (COMPOUND, "models", "three", "two", "models"),
        (COMPOUND, "topics", "three", "15", "topics"),
        (YEARS, "countries", "2024", "241", "countries"),
        (PAIRED, "books", "9", "12", "books"),
    ],
)
def test_a_number_whose_word_stands_at_another(
    sentence: str, condition: str, number: str, stands_at: str, word: str, make: Make
) -> None:
    found = told(make, sentence, {"conditions": {condition: number}})
    assert found == [(f"conditions.{condition}", stands_at, word)]


def test_how_many_an_aggregate_is_of(make: Make) -> None:
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "10", "of": "tasks"}}) == []
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "3", "of": "tasks"}}) == [("agg.n", "5", "tasks")]
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "3"}}) == []


def test_a_condition_may_be_told_in_another_sentence(make: Make) -> None:
    sentence = "On 3 tasks, Alba wins with 7 seeds."
    claim = {"subject": "Alba", "conditions": {"seeds": "3"}}
    for before, expected in (("We train with 3 seeds.", 0), ("We train with 3 cooks.", 1)):
        paper = make(sentence, claim, abstract=f"{before} {sentence}").papers[0]
        assert len(list(elsewhere(paper.quotes[0]))) == expected
