"""Which number belongs to which claim: the figures on this repository, and sentences of every form."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dataset import Dataset
from claimcheck.matching.attach import exchanges

Make = Callable[..., Dataset]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_attach", ROOT / "benchmarks" / "attach.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_swaps_in_this_repository(benchmark: ModuleType) -> None:
    """The figures that were set: values alone 100 % by `mention`, with their mentions 90 % by this, no false alarm."""
    scores = benchmark.repository(ROOT).values()
    pairs = sum(score.pairs for score in scores)
    assert pairs >= 30
    assert sum(score.values_caught for score in scores) == pairs
    assert sum(score.caught for score in scores) >= 0.9 * pairs
    assert sum(score.false_alarms for score in scores) == 0


def exchanged(dataset: Dataset) -> set[str]:
    """The claims of a project whose numbers seem to be exchanged."""
    (quote,) = dataset.papers[0].quotes
    return {claim.id for exchange in exchanges(quote) for claim in (exchange.first, exchange.second)}


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Alba reaches 81% on Harbour and 64% on Meadow.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("Alba has a recall of 81% and a precision of 64%.", {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        ("Alba improves recall by 5% and precision by 3%.", {"value": "5%", "metric": "recall"}, {"value": "3%", "metric": "precision"}),
        ("On Harbour, it reaches 81%, and on Meadow 64%.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("Alba reaches 81%, whereas Borea has 64%.", {"value": "81%"}, {"value": "64%", "subject": "Borea"}),
        ("Recall and precision are 81% and 64%, respectively.", {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        ("We reach 81% and 64% on Harbour and Meadow, respectively.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("It holds 500 games and 90 players.", {"value": "500", "metric": "games"}, {"value": "90", "metric": "players"}),
        # "6 models" has no word of its own; what comes right behind the other number tells.
        ("It solves 81% tasks and 64% hard tasks.", {"value": "81%", "metric": "tasks"}, {"value": "64%", "metric": "hard tasks"}),
        # The words of how it was aggregated stand near, too.
        ("It gains 3% on average and 8% at best.", {"value": "3%", "agg": {"how": "mean"}}, {"value": "8%", "agg": {"how": "max"}}),
        # Nothing near tells these two apart but that a mean is below its maximum, and the smaller below the larger.
        ("The gains are 3% and 8%.", {"value": "3%", "agg": {"how": "mean"}}, {"value": "8%", "agg": {"how": "max"}}),
        (
            "Models of 7B and 13B parameters are there.",
            {"value": "7B", "kind": "size", "conditions": {"scale": "the smaller"}},
            {"value": "13B", "kind": "size", "conditions": {"scale": "the larger"}},
        ),
    ],
)  # fmt: skip
def test_swapped_and_true(sentence: str, first: dict[str, object], second: dict[str, object], make: Make) -> None:
    swapped = {"value": second["value"]}, {"value": first["value"]}
    assert exchanged(make(sentence, {**first, "id": "a"}, {**second, "id": "b"})) == set()
    assert exchanged(make(sentence, {**first, "id": "a", **swapped[0]}, {**second, "id": "b", **swapped[1]})) == {
        "a",
        "b",
    }


@pytest.mark.parametrize(
    ("sentence", "value", "baseline_value"),
    [
        ("Alba reaches 81% recall versus 64% for Borea.", "81%", "64%"),
        ("Compared to 64% for Borea, Alba reaches 81%.", "81%", "64%"),
        ("Alba stores 10K words against the 8M of Borea.", "10K", "8M"),
    ],
)
def test_value_and_baseline_value(sentence: str, value: str, baseline_value: str, make: Make) -> None:
    def claim(value: str, baseline_value: str) -> Dataset:
        return make(sentence, {"baseline": "Borea", "value": value, "baseline_value": baseline_value})

    assert exchanged(claim(value, baseline_value)) == set()
    assert exchanged(claim(baseline_value, value)) == {"c"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Recall and precision reach 81% and 64%.",  # a list: nobody says which is which
        "It reaches 81% and 64%.",  # no word of either claim
        "Recall, which is 81% and 64%, is good.",  # a word of one claim alone, and not right behind a number
    ],
)
def test_in_doubt_nothing_is_said(sentence: str, make: Make) -> None:
    for one, two in (("81%", "64%"), ("64%", "81%")):
        claims = {"id": "a", "metric": "recall", "value": one}, {"id": "b", "metric": "precision", "value": two}
        assert exchanged(make(sentence, *claims)) == set()


_WORDS = st.lists(
    st.sampled_from("recall precision harbour meadow on of and with , ; ( reaches by respectively".split()), max_size=6
)


@pytest.mark.parametrize("field", ["metric", "dataset"])
@settings(max_examples=150, deadline=None)
@given(before=_WORDS, between=_WORDS, behind=_WORDS)
def test_never_both_ways(field: str, before: list[str], between: list[str], behind: list[str], make: Make) -> None:
    """Of a pair that differs in one field and its exchange at most one is suspected: what is nearer one way is farther the other.

    Where two fields speak against each other (the metric is at one number, the data set at the other) both may be.
    """
    sentence = " ".join(["Alba", *before, "81%", *between, "64%", *behind, "then"])
    names = {"metric": ("recall", "precision"), "dataset": ("harbour", "meadow")}[field]
    found = []
    for one, two in (("81%", "64%"), ("64%", "81%")):
        first = {"id": "a", "metric": "score", field: names[0], "value": one}
        second = {"id": "b", "metric": "score", field: names[1], "value": two}
        found.append(bool(exchanged(make(sentence, first, second))))
    assert found != [True, True]
