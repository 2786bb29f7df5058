"""Value and baseline value of a change that the sentence tells with "from" and "to", some words between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.attach import exchanges

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Alba boosts recall from 74% (Borea) to 90%.", True),
        ("Alba boosts recall from 74% for Borea to 90%.", True),
        ("Alba boosts recall from a mere 74% with Borea to an impressive 90%.", True),
        ("Alba boosts recall from Borea, 74%, to 90%.", False),
        ("Alba boosts recall from Borea with 74% to 90%.", False),
        ("Alba boosts recall to 90%, up from 74%.", True),
        ("Alba boosts recall to about 90% from just 74%.", False),  # "about 90%" is not the claimed 90%
        ("Alba boosts recall to only 90% from just 74%.", True),
        # no frame: one of the two words is missing, belongs to another clause, or stands too far away
        ("Alba boosts recall to 90%, with which it leaves 74% behind.", False),
        ("Recall climbs from 74%. Then it gets to 90%.", False),
        (
            "From 74% it was led by a long and winding road of many small and careful steps and some luck on the whole to 90%.",
            False,
        ),
    ],
)
def test_the_end_of_a_change_is_its_value(sentence: str, told: bool, make: Make) -> None:
    """The true claim is never told, the turned one where both words lead to their numbers."""
    for value, baseline, turned in (("90%", "74%", False), ("74%", "90%", True)):
        claim = {"value": value, "baseline_value": baseline, "subject": "Alba", "baseline": "Borea", "metric": "recall"}
        found = [each.why for each in exchanges(make(sentence, claim).papers[0].quotes[0])]
        assert bool(found) == (told and turned)


@pytest.mark.parametrize("word", "in on for by than at".split())
def test_what_a_number_stands_at_may_be_left_for_another(word: str, make: Make) -> None:
    """ "Away from Alba, which has 90%": the words lead to the names, and the numbers are theirs."""
    sentence = f"Recall falls when moving from Alba {word} 90% to Borea {word} 74%."
    claim = {"value": "90%", "baseline_value": "74%", "subject": "Alba", "baseline": "Borea", "metric": "recall"}
    assert exchanges(make(sentence, claim).papers[0].quotes[0]) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # four words may stand before either number, fourteen between the two
        ("It boosts recall from the best value, 74%, to 90%.", False),  # a comma parts
        ("It boosts recall from the small and mere 74% there to 90%.", False),  # "and" parts
        ("It boosts recall from the long known weak 74% there to 90%.", True),
        ("It boosts recall from the long known very weak 74% there to 90%.", False),
        (f"It boosts recall from 74% {'as ever ' * 7}to 90%.", True),
        (f"It boosts recall from 74% {'as ever ' * 7}so to 90%.", False),
        ("From the long known weak 74% there to 90%.", True),
    ],
)
def test_how_far_a_frame_reaches(sentence: str, told: bool, make: Make) -> None:
    claim = {"value": "74%", "baseline_value": "90%", "subject": "Alba", "baseline": "Borea", "metric": "recall"}
    found = [each.why for each in exchanges(make(sentence, claim).papers[0].quotes[0])]
    assert ("'from' leads to the value, and 'to' to the baseline value" in found) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Whose number it is stands right behind it, whichever way the change goes.
        ("Recall drops from 90% with Alba to 74% with Borea.", False),
        ("Recall drops from 90% with Alba to 74% without it.", False),
        ("Recall drops from 90% (Alba) to 74%.", False),
        ("Recall drops from 90% with Borea to 74%.", True),
        ("Recall drops with Alba from 90% there to 74%.", True),
        ("Alba goes to 74% with Alba, from 90%.", True),
    ],
)
def test_the_subject_behind_its_number(sentence: str, told: bool, make: Make) -> None:
    claim = {"value": "90%", "baseline_value": "74%", "subject": "Alba", "baseline": "Borea", "metric": "recall"}
    assert bool(exchanges(make(sentence, claim).papers[0].quotes[0])) == told
