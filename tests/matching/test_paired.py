"""Two claims that have exchanged a condition, or names that stand in the order of their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.attach import exchanges
from claimcheck.matching.paired import alone, same_order
from claimcheck.matching.sides import places
from claimcheck.numerals import scan
from claimcheck.source import Span
from claimcheck.text.render import render
from claimcheck.text.words import extent, words

Make = Callable[..., Dataset]


def told(make: Make, sentence: str, field: str, *said: tuple[str, object]) -> list[str]:
    """The fields that seem to be exchanged between claims of one quote, each with a value and with what it says in a field."""
    claims = [{"id": f"c{at}", "value": value, field: text} for at, (value, text) in enumerate(said)]
    (quote,) = make(sentence, *claims).papers[0].quotes
    return [each.field for each in exchanges(quote)]


def both_ways(make: Make, sentence: str, field: str, first: object, second: object) -> tuple[list[str], list[str]]:
    """What is told of the true claims (the first has 81 %, the second 64 %), and of those with the field exchanged; in either
    order of the claims the same."""
    true = told(make, sentence, field, ("81%", first), ("64%", second))
    lie = told(make, sentence, field, ("81%", second), ("64%", first))
    assert true == told(make, sentence, field, ("64%", second), ("81%", first))
    assert lie == told(make, sentence, field, ("64%", first), ("81%", second))
    return true, lie


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Alba has 81% with 5 shots and 64% with 32 shots.", "5", "32"),
        ("Alba has 81% with 5 shots, falling to 64% with 32.", "5", "32"),
        ("Alba has 81% (5 shots) and 64% (32 shots).", "5", "32"),
        ("With 5 shots, Alba has 81%; with 32 shots, 64%.", "5", "32"),
        ("With 32 shots, Alba has 64%; with 5 shots, 81%.", "5", "32"),
        ("Alba has 81% 5-shot recall and 64% 32-shot recall.", "5-shot", "32-shot"),
        ("Recall falls from 81%, which it has with 5 shots, to 64% with 32 shots.", "5 shots", "32 shots"),
        # the order of two lists, with what each number counts
        ("With 5 and 32 shots, Alba has 81% and 64%, respectively.", "5", "32"),
        ("The 5-shot and 32-shot recalls of Alba are 81% and 64%.", "5-shot", "32-shot"),
        ("At 1 hour and 2 days, Alba has 81% and 64%.", "1 hour", "2 days"),
        ("Alba has 81% (64%) with 5 (32) shots.", "5", "32"),
        # words: the whole of a hyphened one, the negation, and one that is named at its number alone
        ("Alba has 81% in the zero-shot setting and 64% in the few-shot setting.", "zero-shot", "few-shot"),
        ("The zero-shot recall of Alba is 81%, its few-shot recall 64%.", "zero-shot", "few-shot"),
        ("Alba has 81% in-domain, but only 64% out-of-domain.", "in-domain", "out-of-domain"),
        ("Alba has 81% with fine-tuning and 64% without fine-tuning.", "with fine-tuning", "without fine-tuning"),
        ("In-domain and out-of-domain recalls of Alba are 81% and 64%.", "in-domain", "out-of-domain"),
        ("Alba has clean and noisy recalls of 81% and 64%.", "clean recall", "noisy recall"),
        # a number is found in words, too
        ("With five shots and two shots, Alba has 81% and 64%.", "5 shots", "2 shots"),
        ("Alba has 81% with five shots and 64% with two shots.", "5", "2"),
    ],
)
def test_conditions(sentence: str, first: str, second: str, make: Make) -> None:
    """True claims are not suspected; with their conditions exchanged they are."""
    one, two = ({"case": each} for each in (first, second))
    true, lie = both_ways(make, sentence, "conditions", one, two)
    assert true == []
    assert len(lie) == 1


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        # Which is which, nothing tells: a number that stands twice, other words than "and"
        ("Alba has 81% with 5 shots (5 in all) and 64% with few.", "5", "32"),
        ("With 5 or 32 shots, Alba has 81% or 64%.", "5", "32"),
    ],
)
def test_conditions_in_doubt(sentence: str, first: str, second: str, make: Make) -> None:
    assert both_ways(make, sentence, "conditions", {"case": first}, {"case": second}) == ([], [])


def test_the_same_words_in_another_field(make: Make) -> None:
    """At each number stand the words of one field, which are those of the other claim in another field."""
    sentence = "Trained on short texts, it has 81% on long texts, and trained on long texts, 64% on short texts."
    claims = [
        ("81%", {"training": "short texts", "test": "long texts"}),
        ("64%", {"training": "long texts", "test": "short texts"}),
    ]
    assert told(make, sentence, "conditions", *claims) == []


def test_the_condition_that_was_exchanged_is_named(make: Make) -> None:
    """Of two conditions, the second."""
    sentence = "On texts, Alba has 81% with 5 shots and 64% with 32 shots."
    claims = [("81%", {"on": "texts", "shots": "32"}), ("64%", {"on": "texts", "shots": "5"})]
    assert told(make, sentence, "conditions", *claims) == ["conditions.shots"]


@pytest.mark.parametrize(
    ("sentence", "first", "second", "abstract"),
    [
        # What the number counts is the name of the condition.
        ("The 5-shot and 32-shot recalls of Alba are 81% and 64%.", {"shots": "5"}, {"shots": "32"}, None),
        ("With 5 shots and 32 shots, Alba has 81% and 64%.", {"shots": "5"}, {"shots": "32"}, None),
        # Another condition, and another number of the condition, that stands elsewhere.
        ("In 3 runs with five and two shots, Alba has 81% and 64%.", {"runs": "3", "shots": "5"}, {"runs": "3", "shots": "2"}, None),
        (
            "With five and two shots, Alba has 81% and 64%.",
            {"shots": "5 of 90"},
            {"shots": "2 of 90"},
            "It knows 90 shots. With five and two shots, Alba has 81% and 64%.",
        ),
        (
            "With five and two shots, Alba has 81% and 64%.",
            {"shots": "of 90, 5"},
            {"shots": "of 90, 2"},
            "It knows 90 shots. With five and two shots, Alba has 81% and 64%.",
        ),
    ],
)  # fmt: skip
def test_numbers_of_conditions(
    sentence: str, first: dict[str, str], second: dict[str, str], abstract: str | None, make: Make
) -> None:
    for one, two, found in ((first, second, []), (second, first, ["conditions.shots"])):
        claims = {"id": "a", "value": "81%", "conditions": one}, {"id": "b", "value": "64%", "conditions": two}
        (quote,) = make(sentence, *claims, abstract=abstract).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == found


@pytest.mark.parametrize("birds", ["dogs", "birds"])
def test_what_is_said_in_two_fields_tells_nothing(birds: str, make: Make) -> None:
    """Dogs are what the one was trained on, and the other tested."""
    sentence = f"Trained on old cats, it has 81% on old dogs, and the other way round 64% on old {birds}."
    claims = [
        ("81%", {"training": "old cats", "test": "old dogs"}),
        ("64%", {"training": "old dogs", "test": f"old {birds}" if birds != "dogs" else "old cats"}),
    ]
    assert told(make, sentence, "conditions", *claims) == []


def test_two_that_are_equal_hide_no_others(make: Make) -> None:
    """The recall is as high as the cover: between these two nothing can be exchanged, between others it can."""
    sentence = "The cover is 81%; recall and precision of Alba are 81% and 64%."
    said = ("81%", "cover"), ("81%", "precision"), ("64%", "recall")
    assert told(make, sentence, "metric", *said) == ["metric"]


def test_what_the_subject_is_called(make: Make) -> None:
    sentence = "The new one and Borea reach 81% and 64%."
    for value, other, found in (("81%", "64%", []), ("64%", "81%", ["subject"])):
        claims = (
            {"id": "a", "subject_as": "the new one", "value": value},
            {"id": "b", "subject": "Borea", "value": other},
        )
        (quote,) = make(sentence, *claims).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == found


def test_fields_of_two_natures(make: Make) -> None:
    """Nobody takes a factor for a share, but the metric of the one for that of the other."""
    speed = {"id": "a", "kind": "ratio", "change": "increase", "baseline": "Borea", "value": "three times"}
    recall = {"id": "b", "value": "40%"}
    for one, two, found in (("speed", "recall", []), ("recall", "speed", ["metric"])):
        claims = {**speed, "metric": one}, {**recall, "metric": two}
        (quote,) = make("Speed and recall of Alba are three times and 40%.", *claims).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == found


@pytest.mark.parametrize(
    ("sentence", "field", "first", "second"),
    [
        ("Recall and precision of Alba are 81% and 64%.", "metric", "recall", "precision"),
        ("Alba has 81% and 64% in recall and precision.", "metric", "recall", "precision"),
        ("Alba and Borea reach 81% and 64%.", "subject", "Alba", "Borea"),
        ("On Harbour and Meadow, it reaches 81% and 64%.", "dataset", ["Harbour"], ["Meadow"]),
        ("Recall, precision and cover of Alba are 81%, 64% and 70%.", "metric", "recall", "precision"),
        ("Cover, recall and precision of Alba are 70%, 81% and 64%.", "metric", "recall", "precision"),
        # numbers that are held against each other: in the order of two names that are compared
        ("Alba is more accurate than Borea: 81% against 64%.", "subject", "Alba", "Borea"),
        ("Alba outperforms Borea (81% vs. 64%).", "subject", "Alba", "Borea"),
        ("Recall was higher with Alba than with Borea (81% versus 64%).", "subject", "Alba", "Borea"),
        ("Alba and Borea differ (81% compared to 64%).", "subject", "Alba", "Borea"),
        ("Alba vs. Borea had 81% vs. 64%.", "subject", "Alba", "Borea"),
        ("Alba beats Borea and Cirrus: 81% against 64% and 60%.", "subject", "Alba", "Borea"),
    ],
)
def test_names_in_the_order_of_the_numbers(
    sentence: str, field: str, first: object, second: object, make: Make
) -> None:
    true, lie = both_ways(make, sentence, field, first, second)
    assert true == []
    assert lie == [field]


@pytest.mark.parametrize(
    ("sentence", "field", "first", "second"),
    [
        # another list behind the numbers may be what they are paired with
        ("Alba and Borea reach 81% and 64% on Harbour and Meadow.", "subject", "Alba", "Borea"),
        # the one that lost may stand first, and the winner's number
        ("Borea is outperformed by Alba (81% vs. 64%).", "subject", "Alba", "Borea"),
        ("Borea is worse than Alba (81% vs. 64%).", "subject", "Alba", "Borea"),
        ("Borea is inferior to and older than Alba (81% vs. 64%).", "subject", "Alba", "Borea"),
        ("Compared with Borea, Alba is good (81% vs. 64%).", "subject", "Alba", "Borea"),
        # not side by side, nor compared; a name that stands twice
        ("Alba with Borea has 81% and 64%.", "subject", "Alba", "Borea"),
        ("Alba and Borea and Alba again have 81% and 64%.", "subject", "Alba", "Borea"),
        ("Alba and Borea have 81% or 64%.", "subject", "Alba", "Borea"),
    ],
)
def test_names_in_no_order(sentence: str, field: str, first: object, second: object, make: Make) -> None:
    assert both_ways(make, sentence, field, first, second) == ([], [])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Recall was higher with Alba than with Borea (81% vs. 64%).", True),
        ("Alba and Borea reach 81% and 64%.", True),
        ("Borea is outperformed by Alba (81% vs. 64%).", False),
    ],
)
def test_value_and_baseline_value_in_order(sentence: str, told: bool, make: Make) -> None:
    for value, other, suspected in (("81%", "64%", False), ("64%", "81%", told)):
        claim = {"subject": "Alba", "baseline": "Borea", "value": value, "baseline_value": other}
        (quote,) = make(sentence, claim).papers[0].quotes
        assert bool(exchanges(quote)) == suspected


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        # a list of names and one of numbers, on one side
        ("Alba and Borea reach 64% and 81%.", True),
        ("Borea and Alba reach 64% and 81%.", False),
        ("We see 64% and 81% Alba and Borea.", True),
        ("Alba and Borea reach 64% and 81%; cats and dogs are data.", True),
        ("Alba and Borea reach 64% and 81% in all of the many tests that we have seen here and there.", True),
        # the numbers may be paired with another list; one of more numbers is none
        ("Alba and Borea reach 64% and 81% on cats and dogs.", None),
        ("Alba and Borea reach 64% and 81%, 5% and 6% there.", True),
        ("Alba and Borea reach 64% and 81% and 5% on cats and dogs.", None),
        # one on each side, or not side by side
        ("Alba reaches 64% and 81% is of Borea.", None),
        ("Alba with Borea reach 64% and 81%.", None),
        # two that are held against each other, behind the names
        ("Alba vs. Borea: 64% vs. 81%.", True),
        ("Borea versus Alba: 64% vs. 81%.", False),
        ("Alba is better than Borea (64% vs 81%).", True),
        ("81% vs 64%. Alba is better than Borea.", None),
        ("It is beyond doubt. Alba and the old Borea have 64% vs 81%.", None),
        ("Alba and Borea reach 64% and 81% and cats and dogs follow.", None),
        ("Alba is worse than Borea (64% vs 81%).", None),
        ("Above Alba and the old Borea, 64% vs 81%.", None),
        ("It beats Alba more than Borea (64% vs 81%).", None),
        ("Alba has what Borea has (64% vs 81%).", None),
    ],
)
def test_the_order_of_two_names(sentence: str, order: bool | None) -> None:
    """Whether Alba and Borea stand in the order of the two percentages; asked of either, it is the same."""
    line = words(render(sentence))
    first, second = (
        each
        for number in scan(sentence)
        if number.text in ("64%", "81%") and (each := extent(line, Span(number.start, number.end))) is not None
    )
    (mine,), (theirs,) = places(line, ["Alba"]), places(line, ["Borea"])
    assert same_order(line, first, second, mine, theirs) is order
    assert same_order(line, second, first, theirs, mine) is order
    assert same_order(line, first, first, mine, theirs) is None


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("clean recall", "noisy recall", "clean"),
        ("very clean recall", "very noisy recall", "very clean"),
        ("recall", "noisy recall", "recall"),
        ("clean top recall", "noisy top recall", "clean"),
        ("top recall", "bottom recall", "top recall"),
        ("is", "noisy recall", None),
        ("cats", "dogs", None),
    ],
)
def test_where_a_name_stands_alone(text: str, other: str, found: str | None) -> None:
    line = words(render("It is very clean, and of top recall."))
    place = alone(line, text, other)
    assert (" ".join(word.text for word in line[place.first : place.last]) if place else None) == found
