"""When two claims say one thing: the same words in the same fields, in whatever order and writing; and the same value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Entry, Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Dataset
from claimcheck.matching.keys import pairs_with_one_key
from claimcheck.source import Span

Make = Callable[..., Dataset]
SENTENCE = "Alba gains 5% and 7% of GPT-4 here, as in 5 % of all, over Borea, the best."


def pairs(dataset: Dataset) -> list[tuple[str, str, bool]]:
    return [(first.id, second.id, equal) for first, second, equal in pairs_with_one_key(dataset)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"metric": "win–rate"}, {"metric": "Win-Rate"}),
        ({"dataset": ["Harbour", "Meadow"]}, {"dataset": ["Meadow", "Harbour"]}),
        ({"baseline": ["Borea", "Cirrus"]}, {"baseline": ["Cirrus", "Borea"]}),
        ({"conditions": {"a": "b", "c": "d"}}, {"conditions": {"c": "d", "a": "b"}}),
        ({"agg": {"how": "mean", "n": "5"}}, {"agg": {"n": "5", "how": "mean"}}),
    ],
)
def test_one_key(first: dict[str, object], second: dict[str, object], make: Make) -> None:
    claims = {"id": "a", "value": "5%", **first}, {"id": "b", "value": "7%", **second}, {"id": "c", "metric": "other"}
    assert pairs(make(SENTENCE, *claims)) == [("a", "b", False)]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "count"},
        {"subject": "Borea"},
        {"metric": "points"},
        {"dataset": "Harbour"},
        {"conditions": {"size": "small"}},
        {"baseline": "Borea"},
        {"agg": {"how": "mean"}},
    ],
)
def test_another_key(other: dict[str, object], make: Make) -> None:
    assert pairs(make(SENTENCE, {"id": "a", "value": "5%"}, {"id": "b", "value": "5%", **other})) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"agg": {"how": "mean"}}, {"agg": {"how": "max"}}),
        ({"agg": {"how": "mean", "n": "5"}}, {"agg": {"how": "mean", "of": "5"}}),
        ({"kind": "delta", "change": "increase", "delta": "absolute"}, {"kind": "delta", "change": "increase", "delta": "relative"}),
        ({"kind": "delta", "delta": "absolute", "change": "increase"}, {"kind": "delta", "delta": "absolute", "change": "decrease"}),
        ({"conditions": {"a": "b"}}, {"conditions": {"b": "a"}}),
    ],
)  # fmt: skip
def test_keys_that_differ_in_one_word(first: dict[str, object], second: dict[str, object], make: Make) -> None:
    base = {"value": "5%", "baseline": "Borea"}
    assert pairs(make(SENTENCE, {"id": "a", **base, **first}, {"id": "b", **base, **second})) == []


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ("5%", "5%", True),
        ("5%", "5 percent", True),
        ("5%", "7%", False),
        ("5%", "5", False),
        # what cannot be read is the same only to the letter
        ("the best", "the best", True),
        ("the best", "The best", False),
        ("the best", "5%", False),
        ("5%", "the best", False),
    ],
)
def test_one_value(first: str, second: str, equal: bool, make: Make) -> None:
    assert pairs(make(SENTENCE, {"id": "a", "value": first}, {"id": "b", "value": second})) == [("a", "b", equal)]


def test_one_outcome(make: Make) -> None:
    ranking = {"kind": "ranking", "baseline": "Borea"}
    for other, equal in (("outperforms", True), ("matches", False)):
        claims = {"id": "a", "rank": "outperforms", **ranking}, {"id": "b", "rank": other, **ranking}
        assert pairs(make(SENTENCE, *claims)) == [("a", "b", equal)]


def test_each_is_held_against_the_first(make: Make) -> None:
    claims = [{"id": each, "value": value} for each, value in (("a", "5%"), ("b", "7%"), ("c", "5%"))]
    assert pairs(make(SENTENCE, *claims)) == [("a", "b", False), ("a", "c", True)]


COMMON = {"metric": "score", "value": "5%"}


@pytest.mark.parametrize(
    ("subject", "one"),
    [
        # A name is one thing wherever it stands …
        ("Alba", True),
        ("GPT-4o", True),
        ("o1", True),
        ("the Alba model", True),
        ("AlbaNet", True),
        ("a small model", True),  # of the vocabulary
        # … the paper's own is one in one paper, and so is what it spoke of before, or what many are.
        ("our method", False),
        ("Our method", False),
        ("We", False),
        ("it", False),
        ("the proposed Alba", False),
        ("this GPT-4o agent", False),
        ("the framework", False),
        ("LLMs", False),
        ("LLM-based agents", False),
        ("an RL agent", False),
        ("7B models", False),
        ("Experts", False),  # which the abstract has in small letters, too
        # what does not begin the subject, is no mere word or is more than its first letter, is a name all the same
        ("small Experts", True),
        ("EXPERTS", True),
        ("E3", True),
        ("System A", True),
        ("tree-of-Alba", True),
    ],
)
def test_one_key_across_papers(subject: str, one: bool, make: Make) -> None:
    sentence = f"{subject} gains 5%, experts and e3 say."
    papers = [make(sentence, {"id": each, "subject": subject, **COMMON}).papers[0] for each in "ab"]
    entry = Entry(Scalar("a small model", Span(0, 0)))
    dataset = Dataset((), (), tuple(papers), Vocabulary(models=(entry,)))
    assert pairs(dataset) == ([("a", "b", True)] if one else [])


@pytest.mark.parametrize("subject", ["our method", "We", "LLMs"])
def test_one_key_in_one_paper(subject: str, make: Make) -> None:
    claims = [{"id": each, "subject": subject, **COMMON} for each in "ab"]
    assert pairs(make(SENTENCE, *claims)) == [("a", "b", True)]
