"""Numbers that a claim may state in two ways: some of all ("25 of 30"), and those of adjectives ("four-step")."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.matching.verdicts import verdicts
from claimcheck.rules.mention import mention
from claimcheck.rules.unaccounted_number import unaccounted_number

Make = Callable[..., Dataset]

SOME = "Alba has the best score on 25 of the 30 sets, and five of them are new."
STEPS = "Alba has a four-step search and two-stage training on two sets."


def stopped(made: Dataset) -> list[str]:
    """The rules that find fault with the values of the claims."""
    return [verdict.rule for claim in made.papers[0].all_claims() for _, verdict in verdicts(claim)]


def asked(made: Dataset) -> list[Finding]:
    """What is said of the mentions of the claims."""
    return [each for claim in made.papers[0].all_claims() for each in mention(claim)]


@pytest.mark.parametrize("value", ["25 of the 30", "25 of 30", "25 out of 30", "25", "30"])
def test_some_of_all_or_each_of_the_two(make: Make, value: str) -> None:
    assert stopped(make(SOME, {"kind": "count", "value": value})) == []


@pytest.mark.parametrize("value", ["25 of 40", "20 of 30", "30 of 25", "5 of 30", "25:30"])
def test_other_parts_are_stopped(make: Make, value: str) -> None:
    assert stopped(make(SOME, {"kind": "count", "value": value})) != []


@pytest.mark.parametrize(
    ("value", "left"),
    [("25 of 30", 1), ("25", 2), ("30", 2)],  # "five" is another one
)
def test_who_states_both_accounts_for_both(make: Make, value: str, left: int) -> None:
    paper = make(SOME, {"kind": "count", "value": value}).papers[0]
    assert len([at for at, _ in enumerate(paper.numbers) if at not in paper.accounted]) == left


def test_the_whole_is_no_rival_of_what_states_it(make: Make) -> None:
    sentence = "Alba has the best score on 25 of the 30 sets."
    assert asked(make(sentence, {"kind": "count", "value": "25 of 30"})) == []
    assert asked(make(sentence, {"kind": "count", "value": "25"})) != []


@pytest.mark.parametrize("value", ["four", "4", "four-step", "two"])
def test_the_number_of_an_adjective(make: Make, value: str) -> None:
    assert stopped(make(STEPS, {"kind": "count", "value": value})) == []


def test_another_number_than_that_of_the_adjective(make: Make) -> None:
    assert stopped(make(STEPS, {"kind": "count", "value": "five"})) != []


def test_a_count_goes_before_an_adjective(make: Make) -> None:
    # "two" is the two of "two sets": the stages are there only for who has nothing else to state.
    paper = make(STEPS, {"kind": "count", "value": "two"}).papers[0]
    (claim,) = paper.all_claims()
    assert claim.value_at is not None
    assert paper.numbers[claim.value_at].text == "two"


def test_nobody_has_to_account_for_an_adjective(make: Make) -> None:
    paper = make(STEPS, {"kind": "count", "value": "two"}).papers[0]
    assert list(unaccounted_number(paper)) == []


def test_conditions_may_state_an_adjective(make: Make) -> None:
    paper = make(STEPS, {"kind": "count", "value": "two", "conditions": {"steps": "4"}}).papers[0]
    assert [None if field.at is None else paper.numbers[field.at].text for field in paper.fields] == ["four-step"]
