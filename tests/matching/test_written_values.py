"""Values as the source writes them: each form passes where it is true, and is stopped where it says another thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.verdicts import verdicts
from claimcheck.rules.mention import mention

Make = Callable[..., Dataset]


def stopped(made: Dataset) -> list[str]:
    """The rules that find fault with the values of the claims."""
    return [verdict.rule for claim in made.papers[0].all_claims() for _, verdict in verdicts(claim)]


def left(made: Dataset) -> list[str]:
    """The numbers of the abstract that nothing accounts for."""
    paper = made.papers[0]
    return [each.text for at, each in enumerate(paper.numbers) if at not in paper.accounted]


TRUE = {
    "Alba has a 15-point improvement on the set.": ["15-point", "15 points", "15-point improvement"],
    "Alba has a 3.4-point gain on the set.": ["3.4-point", "3.4 points"],
    "Alba is rated on a 7-point scale.": ["7-point", "7"],
    "Alba has a 3-point gain and a 1.5-point one.": ["3-point", "1.5-point", "1.5 points"],
    "Alba has a 0.11-point lower score.": ["0.11-point", "0.11 points"],
    "With Alba the score improves by 2.4 to 77.9.": ["2.4", "77.9", "2.4 to 77.9"],
    "Alba raises the voltage by 48 mV to 1.27 V.": ["48 mV", "1.27 V"],
    "With Alba the rate rose by 3% to 12%.": ["3%", "12%", "3% to 12%"],
    "Alba improves the score by 2 to 3 points.": ["2 to 3 points"],
    "Alba gave $11 to 200 users.": ["$11", "200"],
    "Alba falls from 98.1% at 4K to 93.6% at 128K.": ["98.1%", "4K", "93.6%", "128K"],
    "Alba is right in three in four cases.": ["three in four", "3 in 4", "three out of four"],
    "Alba is right in 4 in 10 cases.": ["4 in 10", "4 out of 10"],
    "Alba is wrong in 3 of 1.9 million cases.": ["3 of 1.9 million", "3 of 1,900,000"],
    "Alba errs in 6.1 per 1,000 cases.": ["6.1 per 1,000", "6.1"],
    "Alba costs $12 per 1,000 queries.": ["$12 per 1,000", "$12"],
    "With Alba the rate went from 47% up to 79%.": ["47%", "79%", "from 47% up to 79%", "up to 79%"],
    "Alba is worth about as much as a 1.3-fold increase.": ["1.3-fold"],
    "Alba is close to the 0.71 of people.": ["0.71"],
    "Without Alba cells lost a quarter within 600 h.": ["a quarter", "a fourth", "1/4"],
    "Alba cools it to 6(2) nK.": ["6(2) nK", "6 ± 2 nK"],
    "The interval of Alba is [11.5, 18.5] in May.": ["11.5, 18.5", "[11.5, 18.5]", "11.5", "18.5", "11.5 to 18.5"],
    "Alba is rated 8.5/10 by them.": ["8.5/10"],
    "Alba makes fewer errors (12) than Corvus (31).": ["12", "31"],
    "Alba wins 12 games and Corvus 9 games.": ["12", "9"],
    "Corvus is old. Alba takes 12 minutes and Corvus 31.": ["12", "31"],
    "Raters gave Alba 4.3 out of 5.": ["4.3 out of 5"],
    "Raters gave Alba 8.5/10 and Corvus 7.2/10.": ["8.5/10", "7.2/10"],
    "Alba fails in 4 out of 5 times.": ["4 out of 5", "four out of five", "4 out of 5 times"],
    "With Alba losses double.": ["double", "2x"],
    "The score of Alba (95% CI [78, 84]) is high.": ["78, 84", "[78, 84]", "78", "84"],
    "Alba helps those of 65 and above (91% of them).": ["91%", "65 and above"],
    "Alba has 126k dialogues over 3,600 sites.": ["3,600"],
    "A one percentage point rise is what Alba finds.": ["one percentage point"],
    # in one unit both ends of a change, as they are written there
    "Alba lowers it from 4.9 to 1.3 points.": ["from 4.9 to 1.3 points"],
}
FALSE = {
    "Alba has a 15-point improvement on the set.": ["15%", "14-point", "15-fold", "15-page"],
    "Alba is rated on a 7-point scale.": ["7 points of it", "8-point", "7%"],
    "With Alba the score improves by 2.4 to 77.9.": ["77.9 to 2.4", "2.4 to 78", "2.4%", "by 3"],
    "Alba raises the voltage by 48 mV to 1.27 V.": ["48 V", "1.27 mV", "27 V"],
    "With Alba the rate rose by 3% to 12%.": ["3", "12 points", "3% to 11%"],
    # here nothing tells more than a range
    "Alba improves the score by 2 to 3 points.": ["2 points", "3 points", "2", "3"],
    "Alba improves the score by 3% to 12%.": ["3%", "12%"],
    "Alba gave $11 to 200 users.": ["$11 to 200", "$200", "11"],
    "Alba falls from 98.1% at 4K to 93.6% at 128K.": ["4K to 93.6%", "98.1", "4%"],
    "Alba is right in three in four cases.": ["three", "four", "four in three", "three in five", "two in four"],
    "Alba is right in 4 in 10 cases.": ["4 in 100", "5 in 10", "10 in 4"],
    "Alba is wrong in 3 of 1.9 million cases.": ["3 of 1.9 billion", "3 of 1.9", "4 of 1.9 million"],
    "Alba errs in 6.1 per 1,000 cases.": ["6.1 per 100", "6.0 per 1,000", "6 per 1,000", "61 per 10,000"],
    "Alba costs $12 per 1,000 queries.": ["12 per 1,000", "$12 per 100", "€12 per 1,000"],
    "With Alba the rate went from 47% up to 79%.": ["from 79% up to 47%", "at least 79%", "up to 47%", "79"],
    "Alba gains up to 79%.": ["79%"],
    "Alba is worth about as much as a 1.3-fold increase.": ["over 1.3-fold", "1.4-fold"],
    "Alba saves as much as 40%.": ["40%"],
    "Alba is close to 0.71.": ["0.71"],
    "Without Alba cells lost a quarter within 600 h.": ["a third", "600 h", "three quarters"],
    "Alba cools it to 6(2) nK.": ["6 nK", "62 nK", "6(3) nK"],
    "The interval of Alba is [11.5, 18.5] in May.": ["18.5, 11.5", "11.5, 18", "11.5 ± 18.5"],
    "Alba takes 11.5, 18.5 and 20 s.": ["11.5, 18.5"],
    "Alba is rated 8.5/10 by them.": ["8.5", "8.5/100", "8/10", "10"],
    "Alba is rated 8.0/10 by them.": ["8/10"],
    "As others saw (12), Alba makes errors (31).": ["12", "31"],
    "Alba wins 12 games and Corvus 9 games.": ["10", "129"],
    "Alba runs on 32 nodes and Corvus 3.": ["3"],
    "Raters gave Alba 4.3 out of 5.": ["4.3", "5", "4.3 out of 10"],
    "Alba fails in 4 out of 5 times.": ["4", "5 times", "5x"],
    "With Alba losses double.": ["3x", "half"],
    "As others say, Alba is high [78, 84].": ["78", "78, 84"],
    "Alba helps those of 65 and above (91% of them).": ["above 91%", "65", "over 65"],
    "Alba handles over 3,600 sites.": ["3,600"],
    "A one percentage point rise is what Alba finds.": ["one", "one percent", "two percentage points"],
}


@pytest.mark.parametrize(("sentence", "value"), [(each, value) for each, values in TRUE.items() for value in values])
def test_what_the_source_writes_passes(make: Make, sentence: str, value: str) -> None:
    assert stopped(make(sentence, {"value": value})) == []


@pytest.mark.parametrize(("sentence", "value"), [(each, value) for each, values in FALSE.items() for value in values])
def test_what_it_does_not_write_is_stopped(make: Make, sentence: str, value: str) -> None:
    assert stopped(make(sentence, {"value": value})) != []


def test_by_how_much_and_to_what_level_are_two_claims(make: Make) -> None:
    made = make(
        "Alba raises the voltage by 48 mV to 1.27 V.",
        {
            "id": "gain",
            "kind": "delta",
            "change": "increase",
            "delta": "absolute",
            "baseline": "unstated",
            "value": "48 mV",
        },
        {"id": "level", "value": "1.27 V"},
    )
    assert (stopped(made), left(made)) == ([], [])


def test_two_shares_account_for_four_numbers(make: Make) -> None:
    sentence = "Twins were born to 12 of 100 patients with Alba and 31 of 100 patients with Corvus."
    both = make(sentence, {"value": "12 of 100", "baseline": "Corvus", "baseline_value": "31 of 100"})
    assert (stopped(both), left(both)) == ([], [])
    # who states the first number of a share alone has said nothing of the second
    assert left(make(sentence, {"value": "12", "baseline": "Corvus", "baseline_value": "31"})) == ["100", "100"]
    assert left(make(sentence, {"value": "12 of 100", "baseline": "Corvus", "baseline_value": "31"})) == ["100"]
    assert stopped(make(sentence, {"value": "12 of 100", "baseline": "Corvus", "baseline_value": "31 of 200"})) != []


@pytest.mark.parametrize("written", ["$145", "\\$145"])
def test_a_mention_may_begin_with_a_currency_sign(make: Make, written: str) -> None:
    # Folding leaves out dollars, as those of a formula: the sign before the number is a part of it all the same.
    sentence = f"With Alba they paid {written} a head, and $12 for it."
    told = make(sentence, {"value": "$145", "mention": f"{written} a head"})
    assert (stopped(told), list(mention(next(told.papers[0].all_claims())))) == ([], [])
    cut = make(sentence, {"value": "$145", "mention": "145 a head"})
    assert list(mention(next(cut.papers[0].all_claims()))) != []


@pytest.mark.parametrize(
    ("value", "baseline", "fine"),
    [("1.3 points", "4.9", True), ("1.3", "4.9", False), ("4.9", "1.3 points", False), ("1.3 points", "4.8", False)],
)
def test_both_ends_of_a_change_in_points(make: Make, value: str, baseline: str, *, fine: bool) -> None:
    told = {"value": value, "baseline": "Corvus", "baseline_value": baseline}
    assert (stopped(make("Alba lowers Corvus from 4.9 to 1.3 points.", told)) == []) == fine


@pytest.mark.parametrize("named", ["405B one", "the 405B one"])
def test_one_of_a_size_is_no_number(make: Make, named: str) -> None:
    made = make("Alba beats the 405B one by 5%.", {"value": "5%", "subject_as": named})
    assert [each.mention.text for claim in made.papers[0].all_claims() for each in claim.fields] == ["405B"]


@pytest.mark.parametrize(
    ("value", "baseline", "change", "fine"),
    [
        ("1.4 million", "1.9", "decrease", True),
        ("1.4 million", "1.9 million", "decrease", True),
        ("1.4 million", "1.90", "decrease", False),
        ("1.4 million", "1.8", "decrease", False),
        ("1.4 million", "1.9 thousand", "decrease", False),
        ("1.9", "1.4 million", "increase", False),
        ("1.4", "1.9 million", "decrease", False),
    ],
)
def test_the_first_end_has_the_scale_of_the_second(
    make: Make, value: str, baseline: str, change: str, *, fine: bool
) -> None:
    told = {"kind": "delta", "delta": "unstated", "value": value, "baseline": "Corvus", "baseline_value": baseline}
    made = make("Alba fell from 1.9 to 1.4 million of Corvus.", {**told, "change": change})
    assert (stopped(made) == []) == fine
    if fine:  # and it is reckoned with as what it stands for
        found = next(made.papers[0].all_claims()).baseline_value
        assert found is not None and found.mention is not None and found.mention.low is not None
        assert found.mention.low.value == 1_900_000
