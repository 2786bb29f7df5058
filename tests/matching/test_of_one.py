"""What is said of one thing alone, held against nothing: "struggles with noise", "is unreliable", "the overall winner"."""

from __future__ import annotations

import pytest

from claimcheck.matching.outcomes.ranks import Outcome

from .conftest import Make
from .test_outcomes import said

WINS, LOSES, NO_LOSS = Outcome.WINS, Outcome.LOSES, Outcome.NO_LOSS


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Alba struggles with noise.", LOSES),
        ("Alba collapses on Harbour.", LOSES),
        ("Alba collapsed on Harbour.", LOSES),
        ("Alba has often struggled with noise.", LOSES),
        ("Borea struggles with noise.", WINS),  # seen from the other side
        ("Alba never struggles with noise.", NO_LOSS),
        ("Borea is new; Alba struggles.", LOSES),
        ("Units struggle, Alba does not.", None),
        ("Alba is new, units struggled.", None),
        # of whom nobody tells where no name leads to it
        ("Units struggle with noise.", None),
        ("We see that old Alba struggles with noise.", None),
        ("Unlike units that struggle with noise, Alba is new.", None),
        ("Alba has units that struggle with noise.", None),
        ("Alba has units which struggle with noise.", None),
        ("Alba shows where units struggle.", None),
        ("Alba has those of us struggle.", None),
        ("Alba is new and they struggle.", None),
        ("Alba, as we said, struggled.", None),
        ("Alba struggles, as Borea struggled.", LOSES),
        ("Alba suffers from noise.", LOSES),
        ("Alba suffers no loss.", None),
        ("Alba performs poorly on Harbour.", LOSES),
        ("Alba works poorly.", LOSES),
        ("Alba has poorly lit scenes.", None),
        # how something is tells of the metric that has its name
        ("Alba is unreliable.", LOSES),
        ("Alba is quite clearly unreliable.", LOSES),
        ("Alba remains unreliable.", LOSES),
        ("Alba has unreliable parts.", None),
        ("Alba is inefficient.", None),
        ("Alba is new; it is unreliable.", None),
        # "winner" behind "is"
        ("Alba is the winner.", WINS),
        ("Alba is in all the winner.", WINS),
        ("Alba is so far in all the winner.", None),
        ("Alba, winner of it, has parts.", None),
        ("The Alba has the top score.", WINS),
        ("The Alba has a top score.", None),
        ("The Alba has the top scores.", None),
        ("The Alba is the top", None),
        ("The Alba is held against the top performer.", None),
        ("Alba compares favourably.", NO_LOSS),
        ("Alba compares favorably.", NO_LOSS),
    ],
)
def test_what_is_said_of_one(sentence: str, outcome: Outcome | None, make: Make) -> None:
    found = set(said(make, sentence, "higher", metric="reliability of text"))
    assert found == (set() if outcome is None else {outcome})


def test_what_never_struggles_to_match_does_so(make: Make) -> None:
    assert set(said(make, "Alba never struggles to match it.")) == {NO_LOSS, Outcome.EQUALS}
