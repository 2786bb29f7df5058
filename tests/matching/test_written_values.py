"""Values as the source writes them: each form passes where it is true, and is stopped where it says another thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.verdicts import verdicts

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
