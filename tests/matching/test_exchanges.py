"""How clearly two numbers seem to be exchanged: which words tell it, and how much, worked out by hand.

A word takes one step of the line; "and" has 2 of room before it, a comma 3, a full stop 8.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.attach import Exchange, exchanges

Make = Callable[..., Dataset]


def found(make: Make, sentence: str, *claims: dict[str, object]) -> list[Exchange]:
    named = ({"id": name, **claim} for name, claim in zip("abc", claims, strict=False))
    (quote,) = make(sentence, *named).papers[0].quotes
    return exchanges(quote)


@pytest.mark.parametrize(
    ("sentence", "first", "second", "gain", "why"),
    [
        # Alba 1 gets 2 64% 3 on 4 Harbour 5 and 8 81% 9 on 10 Meadow 11: Harbour is 2 from 64% and 4 from 81%, Meadow 2 and 8.
        (
            "Alba gets 64% on Harbour and 81% on Meadow.",
            {"value": "81%", "dataset": "Harbour"},
            {"value": "64%", "dataset": "Meadow"},
            2 + 6,
            "'Meadow' stands nearer to '81%'",
        ),
        # It 1 gets 2 64% 3 recall 4 on 5 Harbour 6 and 9 81% 10 precision 11.
        (
            "It gets 64% recall on Harbour and 81% precision there.",
            {"value": "81%", "metric": "recall"},
            {"value": "64%", "metric": "precision"},
            5 + 7,
            "'precision' stands nearer to '81%'",
        ),
        # Of two fields the metric counts twice as much as the subject.
        # Alba 1 gets 2 64% 3 recall 4 on 5 Harbour 6 and 9 81% 10 Borea 11 precision 12.
        (
            "Alba gets 64% recall on Harbour and 81% Borea precision.",
            {"value": "81%", "metric": "recall", "subject": "Alba"},
            {"value": "64%", "metric": "precision", "subject": "Borea"},
            (2 * (6 - 1) + (9 - 2)) / 3 + (2 * (9 - 2) + (8 - 1)) / 3,
            "'precision' stands nearer to '81%'",  # as much as "Alba" does to 64%: the later by its letters
        ),
        # So does the data set: Alba 1 gets 2 64% 3 Harbour 4 in 5 winter 6 and 9 81% 10 Borea 11 Meadow 12.
        (
            "Alba gets 64% Harbour in winter and 81% Borea Meadow.",
            {"value": "81%", "dataset": "Harbour", "subject": "Alba"},
            {"value": "64%", "dataset": "Meadow", "subject": "Borea"},
            (2 * (6 - 1) + (9 - 2)) / 3 + (2 * (9 - 2) + (8 - 1)) / 3,
            "'Meadow' stands nearer to '81%'",
        ),
        # A field is as far as the mean of its words. It 1 gets 2 64% 3 hard 4 games 5 and 8 81% 9 easy 10 words 11.
        (
            "It gets 64% hard games and 81% easy words.",
            {"value": "81%", "metric": "hard games"},
            {"value": "64%", "metric": "easy words"},
            ((5 - 1) + (4 - 2)) / 2 + ((7 - 1) + (8 - 2)) / 2,
            "'words' stands nearer to '81%'",  # as much as "easy" does
        ),
        # What both have tells nothing. It 1 gets 2 64% 3 games 4 on 5 Harbour 6 and 9 81% 10 games 11 on 12 Meadow 13.
        (
            "It gets 64% games on Harbour and 81% games on Meadow.",
            {"value": "81%", "metric": "games", "dataset": "Harbour"},
            {"value": "64%", "metric": "games", "dataset": "Meadow"},
            (4 - 3) + (10 - 3),
            "'Meadow' stands nearer to '81%'",
        ),
    ],
)  # fmt: skip
def test_gain(
    sentence: str, first: dict[str, object], second: dict[str, object], gain: float, why: str, make: Make
) -> None:
    (exchange,) = found(make, sentence, first, second)
    assert exchange.gain == pytest.approx(gain)
    assert exchange.why == why
    assert (exchange.first.id, exchange.second.id) == ("a", "b")
    numbers = exchange.first.paper.numbers
    assert [numbers[at].text for at in (exchange.first_at, exchange.second_at)] == [first["value"], second["value"]]


def swapped(first: dict[str, object], second: dict[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    return {**first, "value": second["value"]}, {**second, "value": first["value"]}


DELTA = {"kind": "delta", "change": "increase", "delta": "unstated"}
RATIO = {"kind": "ratio", "change": "increase"}


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        # Each of these fields tells by itself.
        ("With greedy it has 81% and with beam 64%.", {"conditions": {"mode": "greedy"}}, {"conditions": {"mode": "beam"}}),
        ("It has 81% over runs and 64% over seeds.", {"agg": {"how": "mean", "of": "runs"}}, {"agg": {"how": "mean", "of": "seeds"}}),
        ("It has 81% in the median and 64% on average.", {"agg": {"how": "median"}}, {"agg": {"how": "mean"}}),
        ("It gains 81% over Borea and 64% over Cirrus.", {**DELTA, "baseline": "Borea"}, {**DELTA, "baseline": "Cirrus"}),
        ("It has 81% of Borea and 64% of Cirrus.", {**RATIO, "baseline": "Borea"}, {**RATIO, "baseline": "Cirrus"}),
        (
            "It gains 81% relative and 64% absolute.",
            {**DELTA, "baseline": "Borea", "delta": "relative"},
            {**DELTA, "baseline": "Borea", "delta": "absolute"},
        ),
        ("Here It has 81% and there We have 64%.", {"subject_as": "It"}, {"subject_as": "We"}),
    ],
)  # fmt: skip
def test_fields_that_tell(sentence: str, first: dict[str, object], second: dict[str, object], make: Make) -> None:
    true = {"value": "81%", **first}, {"value": "64%", **second}
    assert found(make, sentence, *true) == []
    assert len(found(make, sentence, *swapped(*true))) == 1


def test_one_subject_called_otherwise_is_not_exchanged(make: Make) -> None:
    """What tells is another subject; one that two claims call by other words is theirs both."""
    sentence = "The results achieve 64% on plain and 81% on total texts, showing the gains of our method."
    first = {"value": "64%", "subject_as": "our method", "conditions": {"texts": "plain"}}
    second = {"value": "81%", "subject_as": "The results", "conditions": {"texts": "total"}}
    assert found(make, sentence, first, second) == []
    assert len(found(make, sentence, {**first, "subject": "Borea"}, second)) == 1
    sentence = sentence.replace("our method", "the method")
    assert len(found(make, sentence, {**first, "subject": "Borea", "subject_as": "method"}, second)) == 1


def test_a_pronoun_tells_nothing(make: Make) -> None:
    """By "we" no number is told from another, wherever it stands."""
    sentence = "Trying eleven LLMs on 158 school problems (474 instances), we find gaps of ten points."
    first = {"kind": "count", "subject": "Alba", "subject_as": "we", "metric": "LLMs tried", "value": "eleven"}
    second = {"kind": "count", "subject": "158 school problems", "metric": "instances", "value": "474"}
    assert found(make, sentence, first, second) == []


def test_a_word_of_another_clause_tells_nothing(make: Make) -> None:
    """Of two names, each must stand in the clause of the other's number: what a clause says of "it", nobody knows."""
    sentence = "The Borea set is old, while recall on it is 64%, precision on the Alba set is 81%."
    first = {"value": "64%", "metric": "recall", "subject": "Alba"}
    second = {"value": "81%", "metric": "precision", "subject": "Borea"}
    assert found(make, sentence, first, second) == []
    assert len(found(make, sentence.replace(", while recall on it is", " with recall of"), first, second)) == 1


def test_what_kind_of_thing_it_is_tells_nothing(make: Make) -> None:
    """The "method" of a name, the "metrics" of a measure, and a mere "data set" are no names of their own."""
    sentence = "The Corvus method has a 64% gain in mR metrics over Borea and an 81% gain over Cirrus."
    first = {**DELTA, "value": "64%", "subject": "Corvus", "metric": "mR", "baseline": "Borea"}
    second = {**DELTA, "value": "81%", "subject": "Corvus method", "metric": "mR metrics", "baseline": "Cirrus"}
    assert found(make, sentence, first, second) == []
    sentence = "The Corvus method achieves a 64% gain in mR metrics compared to Borea and an 81% gain over Cirrus."
    assert found(make, sentence, {**first, "metric": "mR"}, {**second, "metric": "mR"}) == []
    sentence = "The Corvus method has 64% and the Alba method has 81% there."
    one, other = {"value": "64%", "subject": "Corvus method"}, {"value": "81%", "subject": "Alba method"}
    assert len(found(make, sentence, *swapped(one, other))) == 1
    sentence = "With a dataset of 64 pairs taken from 81 books we made Corvus."
    first = {"kind": "count", "value": "64", "subject": "Corvus", "metric": "pairs"}
    second = {"kind": "count", "value": "81", "subject": "dataset", "metric": "books"}
    assert found(make, sentence, first, second) == []
    assert len(found(make, sentence, {**first, "value": "81"}, {**second, "value": "64"})) == 1


def test_the_baseline_of_a_level_tells_nothing(make: Make) -> None:
    """What is measured is the subject's; only a difference or a factor stands near its baseline."""
    true = {"value": "81%", "baseline": "Borea"}, {"value": "64%", "baseline": "Cirrus"}
    assert found(make, "It has 81% over Borea and 64% over Cirrus.", *swapped(*true)) == []


SIZES = "Models of 7B and 13B parameters are there."
SMALL, LARGE = ({"kind": "size", "conditions": {"scale": scale}} for scale in ("small", "large"))


@pytest.mark.parametrize(
    ("sentence", "first", "second", "why"),
    [
        (SIZES, {**SMALL, "value": "13B"}, {**LARGE, "value": "7B"}, "'a' must be smaller than 'b'"),
        (SIZES, {**LARGE, "value": "7B"}, {**SMALL, "value": "13B"}, "'b' must be smaller than 'a'"),
        (SIZES, {**SMALL, "value": "7B"}, {**LARGE, "value": "13B"}, None),
        (SIZES, {**SMALL, "value": "13B"}, {**SMALL, "value": "7B"}, None),  # both small
        (SIZES, {**SMALL, "value": "13B"}, {"kind": "size", "value": "7B"}, None),  # nobody says of what size
        (SIZES, {"kind": "size", "value": "13B"}, {**LARGE, "value": "7B"}, None),
        (SIZES, {**SMALL, "value": "13B"}, {**LARGE, "value": "7B", "subject": "Cirrus"}, None),  # of different things
        ("Models of 7B and 13 GB are there.", {**SMALL, "value": "13 GB"}, {**LARGE, "value": "7B"}, None),  # in different units
        ("Models of over 7B and 7B are there.", {**SMALL, "value": "over 7B"}, {**LARGE, "value": "7B"}, None),
        ("Models of 7B and 7B are there.", {**SMALL, "value": "7B"}, {**LARGE, "value": "7B"}, None),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "min"}}, {"value": "7", "agg": {"how": "max"}}, "'a' must be smaller than 'b'"),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "min"}}, {"value": "7", "agg": {"how": "median"}}, "'a' must be smaller than 'b'"),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "min"}}, {"value": "7", "agg": {"how": "mean"}}, "'a' must be smaller than 'b'"),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "median"}}, {"value": "7", "agg": {"how": "max"}}, "'a' must be smaller than 'b'"),
        ("It has 7 and 13 of them.", {"value": "7", "agg": {"how": "max"}}, {"value": "13", "agg": {"how": "mean"}}, "'b' must be smaller than 'a'"),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "median"}}, {"value": "7", "agg": {"how": "mean"}}, None),
        ("It has 7 and 13 of them.", {"value": "13", "agg": {"how": "total"}}, {"value": "7", "agg": {"how": "max"}}, None),
        ("It has 7 and 13 of 5 of them.", {"value": "13", "agg": {"n": "5"}}, {"value": "7", "agg": {"how": "max"}}, None),
        (
            "It has 7 in sun and 13 in rain.",
            {"value": "7", "agg": {"how": "max"}, "conditions": {"sky": "sun"}},
            {"value": "13", "agg": {"how": "min"}, "conditions": {"sky": "rain"}},
            None,  # of different things
        ),
        ("It has dozens and 13 of them.", {"value": "13", "agg": {"how": "min"}}, {"value": "dozens", "agg": {"how": "max"}}, None),
    ],
)  # fmt: skip
def test_sizes_and_extremes(
    sentence: str, first: dict[str, object], second: dict[str, object], why: str | None, make: Make
) -> None:
    assert [each.why for each in found(make, sentence, first, second)] == ([] if why is None else [why])


def test_the_clearest_comes_first_and_each_claim_once(make: Make) -> None:
    """All three have the value of another one; the claim that is left over is not exchanged with one that is used."""
    sentence = "It has 81% on Harbour and 64% on Meadow, and then 72% on Prairie."
    values = ("64%", "72%", "81%")
    claims = [
        {"value": value, "dataset": name} for value, name in zip(values, ("Harbour", "Meadow", "Prairie"), strict=True)
    ]
    (exchange,) = found(make, sentence, *claims)
    gains = [each.gain for pair in combinations(claims, 2) for each in found(make, sentence, *pair)]
    assert len(gains) > 1
    assert exchange.gain == max(gains)


@pytest.mark.parametrize(
    ("sentence", "first", "second", "crossed"),
    [
        ("Recall and precision are 81% and 64%, respectively.", "81%", "64%", False),
        ("Recall and precision are 81% and 64%, respectively.", "64%", "81%", True),
        ("It has 81% and 64% in recall and precision, respectively.", "81%", "64%", False),
        ("It has 81% and 64% in recall and precision, respectively.", "64%", "81%", True),
        ("It has 81% and 64% in precision and recall, respectively.", "81%", "64%", True),
        ("It has 81% and 64% in precision and recall, respectively.", "64%", "81%", False),
        ("Precision and recall are 81% and 64%, respectively.", "81%", "64%", True),
        ("Precision and recall are 81% and 64%, respectively.", "64%", "81%", False),
        ("Precision or recall are 81% and 64%.", "81%", "64%", False),  # without the word nobody says
        ("Recall is 81% and 64%, respectively.", "64%", "81%", False),
    ],
)
def test_respectively(sentence: str, first: str, second: str, crossed: bool, make: Make) -> None:
    claims = {"value": first, "metric": "recall"}, {"value": second, "metric": "precision"}
    why = [each.why for each in found(make, sentence, *claims)]
    assert why == (["'respectively' pairs them in the other order"] if crossed else [])


def test_a_factor_and_a_share_are_not_exchanged(make: Make) -> None:
    """Nobody takes "three times" for "40%"; two shares, or a ratio that has the share, may be."""
    sentence = "Alba gets three times on Harbour and 40% on Meadow."
    factor = {"kind": "ratio", "value": "three times", "change": "increase", "baseline": "Borea", "dataset": "Meadow"}
    share = {"value": "40%", "dataset": "Harbour"}
    assert [each.field for each in found(make, sentence, factor, share)] == ["dataset"]
    assert [each.field for each in found(make, sentence, share, factor)] == ["dataset"]
    assert [
        each.field for each in found(make, sentence, {**factor, "value": "40%"}, {**share, "value": "three times"})
    ] == []
    # who calls a share a ratio, or a factor no ratio, may take the one for the other
    of_ratio = {**factor, "value": "40%"}, {"value": "20%", "dataset": "Harbour"}
    assert [each.field for each in found(make, sentence.replace("three times", "20%"), *of_ratio)] == []
    assert [
        each.field
        for each in found(
            make,
            sentence.replace("three times", "20%"),
            {**of_ratio[0], "value": "20%"},
            {**of_ratio[1], "value": "40%"},
        )
    ] == ["value"]
    turned = {**factor, "value": "40%", "dataset": "Harbour"}, {**share, "value": "three times", "dataset": "Meadow"}
    assert [each.field for each in found(make, sentence, *turned)] == ["value"]
