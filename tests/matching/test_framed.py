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
