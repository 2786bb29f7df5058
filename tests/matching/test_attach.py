"""Which number belongs to which claim: the figures on this repository, and sentences of every form."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Sequence
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


COUNT: dict[str, object] = {"kind": "count"}
GAIN = {"kind": "delta", "baseline": "Borea", "change": "increase", "delta": "absolute"}


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Alba reaches 81% on Harbour and 64% on Meadow.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("Alba has a recall of 81% and a precision of 64%.", {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        ("Alba improves recall by 5% and precision by 3%.", {"value": "5%", "metric": "recall"}, {"value": "3%", "metric": "precision"}),
        ("On Harbour, it reaches 81%, and on Meadow 64%.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("Alba reaches 81%, whereas Borea has 64%.", {"value": "81%"}, {"value": "64%", "subject": "Borea"}),
        ("Rates are 81% of cats with Alba and 64% with Borea.", {"value": "81%"}, {"value": "64%", "subject": "Borea"}),
        ("Rates are 81% of cats with Alba and 64% of cats with Borea.", {"value": "81%"}, {"value": "64%", "subject": "Borea"}),
        ("Recall and precision are 81% and 64%, respectively.", {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        ("We reach 81% and 64% on Harbour and Meadow, respectively.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
        ("It holds 500 games and 90 players.", {"value": "500", "metric": "games"}, {"value": "90", "metric": "players"}),
        ("It holds 500 games and 90 players.", {**COUNT, "value": "500", "metric": "games"}, {**COUNT, "value": "90", "metric": "players"}),
        ("It solves 81% tasks and 64% hard ones.", {**COUNT, "value": "81%", "metric": "tasks"}, {"value": "64%", "metric": "hard ones"}),
        # "6 models" has no word of its own; what comes right behind the other number tells.
        ("It solves 81% tasks and 64% hard tasks.", {"value": "81%", "metric": "tasks"}, {"value": "64%", "metric": "hard tasks"}),
        # The words of how it was aggregated stand near, too.
        ("It gains 3% on average and 8% at best.", {"value": "3%", "agg": {"how": "mean"}}, {"value": "8%", "agg": {"how": "max"}}),
        # The whole field stands nearer than its single words, which stand at the other number, too.
        ("In test runs we see that it has 81%, while 64% is its test recall here.", {"value": "81%"}, {"value": "64%", "metric": "test recall"}),
        # A word that stands twice counts where it stands nearest.
        ("It solves 81% tasks and 64% hard ones, where hard is what it is.", {"value": "81%", "metric": "tasks"}, {"value": "64%", "metric": "hard"}),
        ("It solves 81% tasks and 64% hard ones, where hard is what it is.", {"value": "81%"}, {"value": "64%", "metric": "hard"}),
        # "Up" belongs to its number, and stands at it.
        ("Recall is 3% there and up to 8% in all.", {"value": "3%", "metric": "recall"}, {"value": "up to 8%", "agg": {"how": "max"}}),
        # In a list, too.
        ("Recall is 3% and up to 8%.", {"value": "3%", "metric": "recall"}, {"value": "up to 8%", "agg": {"how": "max"}}),
        ("Up to 8% and 3% is recall.", {"value": "3%", "metric": "recall"}, {"value": "Up to 8%", "agg": {"how": "max"}}),
        ("Recall gains 3 and 8 points.", {"value": "3", "metric": "recall"}, {**GAIN, "value": "8 points"}),
        # So near to each other, three words are enough; where all is far away, so many more as are a quarter of the way.
        ("We say recall over 81% precision 64%.", {"value": "over 81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        (f"Recall {'so ' * 10}81% so precision 64%.", {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}),
        # "Respectively" is soon said where each stands at its own.
        ("Alba reaches 81% on Harbour and 64% on Meadow, respectively.", {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}),
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
    """In either order of the claims."""
    one, two = {**first, "id": "a"}, {**second, "id": "b"}
    turned = {**one, "value": two["value"]}, {**two, "value": one["value"]}
    for order in (1, -1):
        assert exchanged(make(sentence, *(one, two)[::order])) == set()
        (quote,) = make(sentence, *turned[::order]).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == ["value"]


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


RECALL, PRECISION = {"value": "81%", "metric": "recall"}, {"value": "64%", "metric": "precision"}
HARBOUR, MEADOW = {"value": "81%", "dataset": "Harbour"}, {"value": "64%", "dataset": "Meadow"}


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Recall or precision reach 81% and 64%.", RECALL, PRECISION),  # nobody says which is which
        ("It reaches 81% and 64%.", RECALL, PRECISION),  # no word of either claim
        ("Recall, which is 81% and 64%, is good.", RECALL, PRECISION),  # a word of one alone, and not right behind a number
        # Not three words nearer, or not a quarter of the way.
        ("We say recall 81% precision 64%.", RECALL, PRECISION),
        (f"Recall {'so ' * 11}81% so precision 64%.", RECALL, PRECISION),
        # "Respectively", but not a list of words and one of numbers in one order or the other.
        ("Alba has 81% recall-precision 64%, respectively.", RECALL, PRECISION),
        ("Alba has recall 81% / 64% precision, respectively.", RECALL, PRECISION),
        ("Recall and precision are 81% and 64%, respectively, and recall is hard.", RECALL, PRECISION),
        ("Recall and precision in Harbour and Meadow are 81% and 64%, respectively.", {**RECALL, "dataset": "Meadow"}, {**PRECISION, "dataset": "Harbour"}),
        ("Recall is 81% and 64%, respectively.", RECALL, {"value": "64%", "dataset": "recall"}),
        ("In recall with rules, it has 81% and 64% on Meadow, respectively.", {**MEADOW, "value": "81%", "subject": "rules"}, {**RECALL, "value": "64%"}),
        ("With rules, it has 81% and 64% in recall and on Meadow, respectively.", {**MEADOW, "value": "81%"}, {**RECALL, "value": "64%", "subject": "rules"}),
        # "Up" and "points" belong to their numbers, and are no list with "recall".
        ("Recall is up to 8% and 3%, respectively.", {"value": "up to 8%", "agg": {"how": "max"}}, {"value": "3%", "metric": "recall"}),
        ("It gains 3 and 8 points in recall, respectively.", {"value": "3", "metric": "recall"}, {**GAIN, "value": "8 points"}),
        ("Respectively, 81% and, as we found in many of the long runs, 64% are what it has on Meadow.", HARBOUR, MEADOW),
        # Words that tell nothing, digits of the number itself, a field without a word.
        ("In the 81% that it has after very many long runs, 64% stands.", {"value": "81%", "dataset": "Brook"}, {"value": "64%", "dataset": "the Lagoon"}),
        ("Of the 10k ones that we made and then tested in all these runs, 5 fail.", {"value": "10k"}, {"value": "5", "metric": "failures of 10k"}),
        ("Alba has 81% and 64%.", {"value": "81%", "metric": "€"}, {"value": "64%"}),
        # "Respectively" pairs within each list: the second of one and the first of the next are no pair.
        (
            "Recall and precision are 70% and 64% there, and 81% and 50% here, respectively.",
            RECALL,
            PRECISION,
        ),
        # Aggregates alike, of other units, or of what is no number.
        ("Gains are 3% and 8% there.", {"value": "3%", "agg": {"how": "mean"}}, {"value": "8%", "agg": {"how": "mean"}}),
        ("Gains are 3% and 8 points there.", {"value": "3%", "agg": {"how": "mean"}}, {"value": "8 points", "agg": {"how": "max"}}),
        ("Gains are dozens and 8 there.", {"value": "dozens", "agg": {"how": "mean"}}, {"value": "8", "agg": {"how": "max"}}),
    ],
)  # fmt: skip
def test_in_doubt_nothing_is_said(
    sentence: str, first: dict[str, object], second: dict[str, object], make: Make
) -> None:
    one, two = {**first, "id": "a"}, {**second, "id": "b"}
    turned = {**one, "value": two["value"]}, {**two, "value": one["value"]}
    for claims in ((one, two), (two, one), turned, turned[::-1]):
        assert exchanged(make(sentence, *claims)) == set()


ALBA, BOREA = {"value": "3%", "subject": "Alba"}, {"value": "8%", "subject": "Borea"}
DELTA = {"kind": "delta", "baseline": "Dune", "change": "increase", "delta": "unstated"}


@pytest.mark.parametrize(
    ("sentence", "first", "second", "field"),
    [
        # The subjects are at their numbers, and what was measured at the other: that counts twice.
        ("With recall Alba has 3%, while with precision Borea has 8%.", {"metric": "precision"}, {"metric": "recall"}, "value"),
        # How it was aggregated, over what, against what and how it was counted: each counts as much as the subject.
        ("By mean Alba gains 3%, while by median Borea gains 8%.", {"agg": {"how": "median"}}, {"agg": {"how": "mean"}}, None),
        (
            "Over games Alba gains 3%, while over players Borea gains 8%.",
            {"agg": {"how": "mean", "of": "players"}},
            {"agg": {"how": "mean", "of": "games"}},
            None,
        ),
        ("In sun Alba gains 3%, while in rain Borea gains 8%.", {"conditions": {"sky": "rain"}}, {"conditions": {"sky": "sun"}}, "conditions"),
        # What it was measured on counts twice, too.
        ("On Harbour Alba has 3%, while on Meadow Borea has 8%.", {"dataset": "Meadow"}, {"dataset": "Harbour"}, "value"),
        ("In absolute terms Alba gains 3%, while in relative terms Borea gains 8%.", {**DELTA, "delta": "relative"}, {**DELTA, "delta": "absolute"}, None),
        ("Against Crane Alba gains 3%, while against Dune Borea gains 8%.", {**DELTA, "baseline": "Dune"}, {**DELTA, "baseline": "Crane"}, None),
        # "Respectively" pairs the metrics the other way; data sets right at the numbers, named twice, speak against it.
        (
            "On Harbour and Meadow, recall and precision are 3% (Harbour) and 8% (Meadow), respectively.",
            {"metric": "precision", "dataset": "Harbour"},
            {"metric": "recall", "dataset": "Meadow"},
            None,
        ),
    ],
)  # fmt: skip
def test_two_fields_against_each_other(
    sentence: str, first: dict[str, object], second: dict[str, object], field: str | None, make: Make
) -> None:
    claims = {**ALBA, **first, "id": "a"}, {**BOREA, **second, "id": "b"}
    for order in (1, -1):
        (quote,) = make(sentence, *claims[::order]).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == ([] if field is None else [field])


def test_a_baseline_with_a_value_of_its_own_stands_at_that(make: Make) -> None:
    """Borea is far away from the gain over it, and right at another number."""
    sentence = "Alba gains 5% over the 64% that it had seen in all of the earlier runs of Borea with 3%."
    gain = {**DELTA, "id": "a", "value": "5%", "baseline": "Borea"}
    other = {"id": "b", "value": "3%", "metric": "rate"}
    assert exchanged(make(sentence, gain, other)) == {"a", "b"}
    assert exchanged(make(sentence, {**gain, "baseline_value": "64%"}, other)) == set()


FIRST = {"value": "81%", "metric": "recall", "dataset": "Harbour", "subject": "Alba"}
SECOND = {"value": "64%", "metric": "precision", "dataset": "Meadow", "subject": "Borea"}


@pytest.mark.parametrize(
    ("sentence", "field", "told"),
    [
        ("Alba on Harbour has 81% recall, while Borea on Meadow has 64% precision.", "subject", True),
        ("Alba on Harbour has 81% recall, while Borea on Meadow has 64% precision.", "dataset", True),
        ("Alba on Harbour has 81% recall, while Borea on Meadow has 64% precision, respectively.", "subject", True),
        # not so clearly: four words nearer, five, or six
        ("By Alba 81% recall Borea 64% precision.", "subject", False),
        ("By Alba over 81% recall Borea 64% precision.", "subject", True),
        ("By Alba 81% recall by Borea 64% precision.", "subject", True),
        # a metric only where it stands right at the number, at both of them
        ("Alba on Harbour has 81% recall, while Borea on Meadow has 64% precision.", "metric", True),
        ("Alba on Harbour has 81% in recall, while Borea on Meadow has 64% in precision.", "metric", True),
        ("Alba on Harbour has 81% in its recall, while Borea on Meadow has 64% in its precision.", "metric", False),
        ("Alba on Harbour has 81% recall, while Borea on Meadow has 64% in its precision.", "metric", False),
        # the words of both must stand there
        ("It has on Harbour 81% recall, while there is on Meadow by Borea 64% precision.", "subject", False),
    ],
)
def test_one_field_exchanged(sentence: str, field: str, told: bool, make: Make) -> None:
    first = {**FIRST, "value": "over 81%" if "over" in sentence else "81%", "id": "a"}
    second = {**SECOND, "id": "b"}
    turned = {**first, field: second[field]}, {**second, field: first[field]}
    for order in (1, -1):
        assert exchanged(make(sentence, *(first, second)[::order])) == set()
        (quote,) = make(sentence, *turned[::order]).papers[0].quotes
        assert [each.field for each in exchanges(quote)] == ([field] if told else [])


@pytest.mark.parametrize(
    ("sentence", "conditions", "told"),
    [
        ("With long runs it has 81% recall, and with short runs 64% precision.", ("long", "short"), True),
        # the numbers of conditions are looked for by themselves; what stands nowhere is a word as any other
        ("With 500 runs it has 81% recall, and with 90 runs 64% precision.", ("500", "90"), True),
        ("With long runs it has 81% recall, and with short runs 64% precision.", ("long, of 500", "short, of 90"), True),
    ],
)  # fmt: skip
def test_conditions_exchanged(sentence: str, conditions: tuple[str, str], told: bool, make: Make) -> None:
    for one, two, expected in ((*conditions, set()), (*conditions[::-1], {"a", "b"} if told else set())):
        first, second = {**RECALL, "conditions": {"runs": one}}, {**PRECISION, "conditions": {"runs": two}}
        assert exchanged(make(sentence, {**first, "id": "a"}, {**second, "id": "b"})) == expected


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("All 81 ratings show that pruning cut the loss from 57% to 64% and that Alba has high precision.", False),
        ("All 81 ratings show that pruning cut the loss from 57% to 64%, and that Alba has high precision.", False),
        ("All 81 ratings show that pruning cut the loss from 57% to 64% and for Alba a high precision.", True),
        ("All 81 ratings show that pruning cut the loss from 57% to 64%; Alba has high precision.", False),
        ("All 81 ratings show that pruning cut the loss of 57%; 64% for Alba is of a high precision.", True),
        (
            "Precision is high with Alba; from 57% to 64% is the loss that pruning brings, as all 81 ratings show.",
            False,
        ),
        ("Precision is high with Alba from 57% to 64% is the loss that pruning brings, as all 81 ratings show.", True),
    ],
)
def test_a_subject_of_the_next_clause_tells_nothing(sentence: str, told: bool, make: Make) -> None:
    ratings = {"id": "a", "kind": "count", "subject": "Alba", "metric": "ratings", "value": "81"}
    loss = {
        "id": "b",
        "subject": "pruning",
        "metric": "loss",
        "value": "64%",
        "baseline": "unstated",
        "baseline_value": "57%",
    }
    assert bool(exchanged(make(sentence, ratings, loss))) == told


def test_a_metric_that_is_not_read_hides_no_other_field(make: Make) -> None:
    """Metrics and conditions are exchanged; of the metrics, which do not stand right at the numbers, nothing is said."""
    sentence = "Alba in sun in its recall on Harbour has 81%, while Borea in rain in its precision on Meadow has 64%."
    first, second = {**FIRST, "conditions": {"sky": "sun"}}, {**SECOND, "conditions": {"sky": "rain"}}
    turned = [{"metric": each["metric"], "conditions": each["conditions"]} for each in (second, first)]
    (quote,) = make(sentence, {**first, **turned[0], "id": "a"}, {**second, **turned[1], "id": "b"}).papers[0].quotes
    assert [each.field for each in exchanges(quote)] == ["conditions"]


def test_equal_numbers_are_not_exchanged(make: Make) -> None:
    """To exchange them would change nothing, however the words stand."""
    sentence = "It has, on Meadow and in all of its many runs, 81%, and then 81% as its test recall on Harbour."
    claims = [
        {"value": "81%", "dataset": "Harbour", "mention": "runs, 81%"},
        {"value": "81%", "dataset": "Meadow", "mention": "then 81%"},
    ]
    assert exchanged(make(sentence, *({**each, "id": id} for each, id in zip(claims, "ab", strict=True)))) == set()
    other = sentence.replace("then 81%", "then 64%")
    claims[1] |= {"value": "64%", "mention": "then 64%"}
    assert exchanged(make(other, *({**each, "id": id} for each, id in zip(claims, "ab", strict=True)))) == {"a", "b"}


EXCHANGED = {
    "subject": ("Alba", "Borea"),
    "dataset": ("Harbour", "Meadow"),
    "metric": ("recall", "precision"),
    "conditions": ({"sky": "sun"}, {"sky": "rain"}),
}
APART = {
    "subject": ("they", "others"),
    "dataset": ("a lake", "a hill"),
    "metric": ("a share", "a rate"),
    "conditions": ({"at": "dawn"}, {"at": "dusk"}),
    "baseline": ("Dora", "Edda"),
    "kind": ("result", "count"),
}


@pytest.mark.parametrize(
    ("field", "other"), [(field, other) for field in EXCHANGED for other in APART if other != field]
)
def test_a_field_exchanged_between_equal_numbers(field: str, other: str, make: Make) -> None:
    """The numbers are the same; whose field is which is not. Claims that differ in nothing else are one another's equals."""
    sentence = "In sun Alba on Harbour has 5% recall; in rain Borea on Meadow has 5% precision."

    def told(names: Sequence[object], apart: Sequence[object]) -> list[str]:
        first = {"id": "a", "value": "5%", "mention": "5% recall", field: names[0], other: apart[0]}
        second = {"id": "b", "value": "5%", "mention": "5% precision", field: names[1], other: apart[1]}
        (quote,) = make(sentence, first, second).papers[0].quotes
        return [each.field for each in exchanges(quote)]

    turned = EXCHANGED[field][::-1]
    assert told(turned, APART[other]) == [field]
    assert told(EXCHANGED[field], APART[other]) == []
    assert told(turned, [APART[other][0]] * 2) == []


def test_what_is_counted_is_no_subject_there(make: Make) -> None:
    """ "Eleven models" are the models of the study that counts them, and the gain is theirs all the same."""
    sentence = "Testing eleven Doras on 158 problems of Alba, we find in all of our runs gaps of 14%."
    counts = {"id": "a", "kind": "count", "subject": "Alba", "metric": "Doras", "value": "eleven"}
    others = {"id": "b", "kind": "count", "subject": "Alba", "metric": "problems", "value": "158"}
    gaps = {"id": "c", "subject": "Doras", "value": "14%", "metric": "gaps"}
    assert exchanged(make(sentence, counts, others, gaps)) == set()


def test_what_is_measured_elsewhere_is_a_subject_all_the_same(make: Make) -> None:
    """Only what is counted stands at its count, whosever it is; "the gap to Alba" takes nothing from Alba's own number."""
    sentence = (
        "Alba on Harbour has 81% recall, while Borea on Meadow has 64% precision; over all the gap to Alba is 17%."
    )
    gap = {"id": "c", "value": "17%", "metric": "gap to Alba", "subject": "others"}
    turned = {**FIRST, "id": "a", "subject": "Borea"}, {**SECOND, "id": "b", "subject": "Alba"}
    (quote,) = make(sentence, *turned, gap).papers[0].quotes
    assert [each.field for each in exchanges(quote)] == ["subject"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The recall between Alba and Dora was better than that between Borea and Dora (0.81 vs 0.70), as in Alba.", False),
        ("The recall between Alba and Dora was better than that between Borea and Dora (0.81 compared with 0.70), as in Alba.", False),
        ("The recall between Borea and Dora was worse than that between Alba and Dora (0.70 vs 0.81), as in Borea.", False),
        # Other words between the numbers, or a name that comes behind them: then the nearer one decides.
        ("The recall between Alba and Dora was better than that between Borea and Dora (0.81 or later 0.70), as in Alba.", True),
        ("The recall between Alba and Dora was better than that between Borea and Dora (0.81; 0.70), as in Alba.", True),
        ("The recall of Borea in all of our many runs was better (0.81 vs 0.70), and that of Alba is small.", True),
    ],
)  # fmt: skip
def test_two_values_held_against_each_other_behind_the_names(sentence: str, told: bool, make: Make) -> None:
    claim = {"baseline": "Borea", "value": "0.81", "baseline_value": "0.70"}
    assert exchanged(make(sentence, claim)) == ({"c"} if told else set())


@pytest.mark.parametrize(
    ("sentence", "fields", "told"),
    [
        ("Alba and Borea reach 0.81 vs 0.70.", {}, True),
        ("Alba and Borea reach 0.81 compared with 0.70.", {}, True),
        ("Alba vs. Borea: 0.81 vs. 0.70.", {}, True),
        ("Our Alba against their Borea: 0.81 against 0.70.", {}, True),
        ("It and Borea reach 0.81 vs 0.70, which is new for Alba.", {"subject_as": "it"}, True),
        # Names of one family have words of their own all the same.
        ("Lumen-5 and Lumen-4 reach 0.81 vs 0.70.", {"subject": "Lumen-5", "baseline": "Lumen-4"}, True),
        ("Lumen-5 is better than Lumen-4 (0.81 vs 0.70).", {"subject": "Lumen-5", "baseline": "Lumen-4"}, True),
        # What stands behind the numbers does not matter; what stands there, thrice or alone, is no pair.
        ("Alba and Borea reach 0.81 vs 0.70, as Alba did.", {}, True),
        ("Alba and Borea reach, without the Alba of old, 0.81 vs 0.70.", {}, False),
        ("Alba reaches 0.81 vs 0.70.", {}, False),
        ("It reaches 0.81 vs 0.70.", {}, False),
    ],
)
def test_names_in_the_other_order(sentence: str, fields: dict[str, object], told: bool, make: Make) -> None:
    """The true claim is never told; the turned one where the names stand side by side before the numbers, or are compared."""
    for value, baseline, turned in (("0.81", "0.70", False), ("0.70", "0.81", True)):
        claim = {"baseline": "Borea", **fields, "value": value, "baseline_value": baseline}
        (quote,) = make(sentence, claim).papers[0].quotes
        why = [each.why for each in exchanges(quote)]
        assert why == (["the names stand in the other order"] if told and turned else [])


def test_what_both_subjects_have_tells_nothing(make: Make) -> None:
    """Also where one of the two has but that: "models", and "400M models"."""
    sentence = "We train models at 400M and 1B sizes with 8B and 28B tokens, respectively."
    first = {"id": "a", "kind": "size", "subject": "400M models", "metric": "tokens", "value": "8B"}
    second = {"id": "b", "kind": "size", "subject": "models", "metric": "tokens", "value": "28B"}
    assert exchanged(make(sentence, first, second)) == set()


def test_what_subject_and_baseline_share_tells_nothing(make: Make) -> None:
    """Both are called a large trained model; that these words stand at one of the numbers is of no matter."""
    sentence = "Against Borea at 64%, Alba reaches 81% as a large trained model."
    names = {"subject": "Alba large trained model", "baseline": "Borea large trained model"}
    assert exchanged(make(sentence, {**names, "value": "81%", "baseline_value": "64%"})) == set()
    assert exchanged(make(sentence, {**names, "value": "64%", "baseline_value": "81%"})) == {"c"}


@pytest.mark.parametrize(
    ("sentence", "metric", "subject"),
    [
        ("Under it, bail@64 reaches 0.64 and 0.46 on Harbour for Alba and Borea, withholding 23 answer tokens.", "bail@64", "bail@64"),
        ("Under it, precise bailing reaches 0.64 and 0.46 on Harbour for Alba and Borea, withholding 23 answer tokens.", "precise bailing", "bailing"),
    ],
)  # fmt: skip
def test_what_is_measured_is_no_subject_there(sentence: str, metric: str, subject: str, make: Make) -> None:
    """What one claim measures is the subject of another, so it stands at both numbers; numbers that are exchanged are told."""
    alba = {"id": "a", "subject": "Alba", "metric": metric, "value": "0.64"}
    borea = {"id": "b", "subject": "Borea", "metric": metric, "value": "0.46"}
    tokens = {"id": "c", "subject": subject, "metric": "answer tokens", "value": "23"}
    assert exchanged(make(sentence, alba, borea, tokens)) == set()
    assert exchanged(make(sentence, alba, {**borea, "value": "23"}, {**tokens, "value": "0.46"})) >= {"b", "c"}


@pytest.mark.parametrize(("count", "told"), [(60, True), (61, False)])
def test_a_quote_of_many_claims_is_no_sentence(count: int, told: bool, make: Make) -> None:
    sentence = "Alba reaches 81% on Harbour and 64% on Meadow."
    turned = ({"value": "64%", "dataset": "Harbour"}, {"value": "81%", "dataset": "Meadow"})
    assert bool(exchanged(make(sentence, *({**turned[at % 2], "id": f"c{at}"} for at in range(count))))) == told


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


GROUPS = "Scores fell by 38% with Alba and rose by 11% with Borea (difference, 39 points)."
DELTA = {"kind": "delta", "delta": "unstated", "baseline": "unstated", "change": "decrease"}


@pytest.mark.parametrize(
    ("sentence", "claims", "told"),
    [
        # the difference of two others, which are claimed, stands anywhere; without its word, or the other's claim, it does not
        (
            GROUPS,
            (
                {**DELTA, "value": "38%"},
                {**DELTA, "value": "11%", "subject": "Borea", "change": "increase"},
                {**DELTA, "value": "39 points", "baseline": "Borea", "delta": "absolute"},
            ),
            set(),
        ),
        (
            "Rates improved by 7.9 points at home and 8.4 in the clinic, and later by 0.5 points.",
            (
                {**DELTA, "value": "0.5 points", "subject": "home", "metric": "rates improved"},
                {**DELTA, "value": "8.4", "subject": "clinic", "metric": "rates"},
                {**DELTA, "value": "7.9 points", "subject": "rates", "baseline": "clinic", "metric": "later"},
            ),
            {"a", "c"},
        ),
        (
            "Rates improved by 7.9 points at home and 8.4 in the clinic, a difference of 0.5 points.",
            (
                {**DELTA, "value": "7.9 points", "subject": "home", "metric": "rates improved"},
                {**DELTA, "value": "8.4", "subject": "clinic", "metric": "rates"},
                {**DELTA, "value": "0.5 points", "subject": "home", "baseline": "clinic", "metric": "rates"},
            ),
            set(),
        ),
        (
            "Rates improved by 7.9 points at home and 8.4 in the clinic, a difference of 0.5 points.",
            (
                {**DELTA, "value": "0.5 points", "subject": "home", "metric": "rates improved"},
                {**DELTA, "value": "7.9 points", "subject": "home", "baseline": "office", "metric": "difference"},
            ),
            {"a", "b"},
        ),
        # a p-value and an interval
        (
            "The peak changed by +1.1 in the first group, and +1.6 in the second (P = .02).",
            (
                {**DELTA, "value": "+1.1", "subject": "first group", "metric": "peak"},
                {"value": ".02", "metric": "P of the changed peak", "subject": "first group"},
            ),
            set(),
        ),
        (
            "P = .02: the first group changed by +1.1 in the peak.",
            (
                {"value": ".02", "metric": "P of the changed peak"},
                {**DELTA, "value": "+1.1", "metric": "change by the P test"},
            ),
            set(),
        ),
        (
            "The effect was 75% (95% CI, 50-87) overall.",
            (
                {"value": "75%", "metric": "overall effect", "subject": "it"},
                {"value": "50-87", "metric": "95% CI of the effect", "subject": "it"},
            ),
            set(),
        ),
        (
            "The effect was 75% (95% CI, 50-87) overall.",
            (
                {"value": "75%", "metric": "overall effect", "subject": "it"},
                {"value": "50-87", "metric": "effect", "subject": "it"},
            ),
            {"a", "b"},
        ),
        (
            "The 95% CI was 50-87 for an overall effect of 75%.",
            (
                {"value": "50-87", "metric": "overall effect", "subject": "it"},
                {"value": "75%", "metric": "95% CI", "subject": "it"},
            ),
            {"a", "b"},
        ),
        (
            "The overall effect was 75%; the 95% CI was 50-87.",
            (
                {"value": "50-87", "metric": "overall effect", "subject": "it"},
                {"value": "75%", "metric": "95% CI", "subject": "it"},
            ),
            {"a", "b"},
        ),
        # two intervals, and two differences, may be taken for each other
        (
            "Recall has a 95% CI of 50-87 and precision a 95% CI of 20-40.",
            ({"value": "20-40", "metric": "CI of recall"}, {"value": "50-87", "metric": "CI of precision"}),
            {"a", "b"},
        ),
        (
            "Borea with 2 has a gap of 5% in recall and a gap of 3% in precision.",
            (
                {**DELTA, "value": "3%", "baseline": "Borea", "metric": "recall"},
                {**DELTA, "value": "5%", "baseline": "Borea", "metric": "precision"},
                {"value": "2", "subject": "Borea"},
            ),
            {"a", "b"},
        ),
        # a count in words and a share
        (
            "In tests of planners, 81% is the mean of two in recall.",
            ({**COUNT, "value": "two", "metric": "planners"}, {"value": "81%", "metric": "recall"}),
            set(),
        ),
        (
            "Two planners of rules managed 81% and 64%.",
            (
                {"kind": "count", "value": "Two", "metric": "planners"},
                {"value": "81%", "subject": "Two planners", "metric": "management"},
            ),
            set(),
        ),
    ],
)
def test_of_two_natures(sentence: str, claims: tuple[dict[str, object], ...], told: set[str], make: Make) -> None:
    """Nobody takes a count for a share, a p-value or an interval for a score, or the difference of two for one of them."""
    named = [{"id": name, **claim} for name, claim in zip("abc", claims, strict=False)]
    assert exchanged(make(sentence, *named)) == told


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        # two lists pair in their order, and nearness tells nothing
        ("On cats and dogs, it is fast, with gains of 5% and 7%.", ("cats", "dogs"), False),
        ("It gains 5% and 7% where it is fast, on cats and dogs.", ("cats", "dogs"), False),
        ("From 1 to 2 on cats and from 3 to 4 on dogs it grows, a gain of 5% and 7%.", ("cats", "dogs"), False),
        # no list, or a word between the two
        ("On cats it gains 5%, and it gains 7% on dogs.", ("dogs", "cats"), True),
        ("It gains 5% on cats and 7% on dogs.", ("dogs", "cats"), True),
    ],
)
def test_two_lists(sentence: str, words: tuple[str, str], told: bool, make: Make) -> None:
    first, second = (
        {"value": value, "conditions": {"data": word}} for value, word in zip(("5%", "7%"), words, strict=True)
    )
    assert exchanged(make(sentence, {"id": "a", **first}, {"id": "b", **second})) == ({"a", "b"} if told else set())


def test_two_lists_on_either_side(make: Make) -> None:
    """The first number is that of the first word behind them, the second that of the second word before them."""
    first = {"id": "a", "value": "5%", "subject": "we", "dataset": "Aria"}
    second = {"id": "b", "value": "7%", "subject": "Borea", "dataset": "others"}
    for order in (1, -1):
        assert exchanged(make("Alba and Borea gain 5% and 7% on Aria and Bolt.", *(first, second)[::order])) == set()


def test_in_a_list_the_word_behind_tells(make: Make) -> None:
    """Where but one claim has a word of its own, and it stands right behind the other's number, no order of two lists tells."""
    sentence = "It is the best of 7B and 72B models."
    first, second = {"id": "a", "metric": "size", "kind": "size"}, {"id": "b", "metric": "models", "kind": "size"}
    assert exchanged(make(sentence, {**first, "value": "72B"}, {**second, "value": "7B"})) == {"a", "b"}
    assert exchanged(make(sentence, {**first, "value": "7B"}, {**second, "value": "72B"})) == set()


def test_what_stands_at_its_own_number_stays_there(make: Make) -> None:
    sentence = "It rises from 71% to 96% in cats and from 58% to 90% in dogs, with gains of 5% and 7%."
    first = {"id": "a", "value": "from 58% to 90%", "conditions": {"data": "dogs"}}
    second = {"id": "b", "value": "5%", "conditions": {"data": "cats"}}
    lie = {**second, "conditions": {"data": "dogs"}}, {**first, "conditions": {"data": "cats"}}
    for order in (1, -1):
        assert exchanged(make(sentence, *(first, second)[::order])) == set()
        assert exchanged(make(sentence, *lie[::order])) == {"a", "b"}
    # two words nearer is not surely there
    near = {"id": "a", "value": "81%", "metric": "recall"}, {"id": "b", "value": "64%", "metric": "precision"}
    assert exchanged(make("Precision 81% per recall of all the 64%.", *near)) == {"a", "b"}


def test_both_ends_of_one_change_are_not_exchanged(make: Make) -> None:
    """Where value and baseline value are one number of the text, "respectively" is said of another list."""
    claim = {"value": "9.81 to 9.44", "baseline_value": "9.81", "baseline": "Borea", "metric": "loss"}
    text = "Against Borea, Alba lowers loss from 9.81 to 9.44 and gains 1.2 and 0.9 on Aria and Bolt, respectively."
    for value in ("9.44", "from 9.81 to 9.44"):
        assert exchanged(make(text, {**claim, "value": value})) == set()
