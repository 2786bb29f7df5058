"""What goes up or down may stand before the word that says so: "the accuracy of Alba drops by 16%"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import Dataset
from claimcheck.matching.directions import stated_change
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("sentence", "metric", "change"),
    [
        ("The accuracy of Alba drops by 16% on Aria.", "accuracy", "decrease"),
        ("With Alba, accuracy falls 16% on Aria.", "accuracy", "decrease"),
        ("Alba's accuracy is reduced by 16%.", "accuracy", "decrease"),
        ("RMSE rises by a further 16%.", "RMSE", "increase"),
        ("It is fast, and its recall increases by 16%.", "recall", "increase"),
        ("Accuracy sees a drop of 16%.", "accuracy", "decrease"),
        ("Recall shows an increase of 16% there.", "recall", "increase"),
        ("We see an accuracy drop of 16%.", "accuracy", "decrease"),
        ("Alba has a WER reduction of 16%.", "WER", "decrease"),
        # Not the metric, or more than it, goes up or down:
        ("Higher accuracy reduces cost by 16%.", "accuracy", None),
        ("The gap in accuracy drops by 16%.", "accuracy", None),
        ("The cost of accuracy falls by 16%.", "accuracy", None),
        ("As accuracy grows, latency drops by 16%.", "accuracy", None),
        ("Accuracy is high, while latency drops by 16%.", "accuracy", None),
        ("The accuracy of Alba needs a drop of 16% in size.", "accuracy", None),
        ("Speech accuracy sees a drop of 16%.", "speech recall", None),
        ("A quality drop of 16% is seen.", "accuracy", None),
        ("Accuracy does not drop by 16%.", "accuracy", None),
        ("Without Alba, accuracy drops by 16%.", "accuracy", None),
        ("When Alba is ablated or removing it, accuracy falls by 16%.", "accuracy", None),
    ],
)
def test_the_subject_of_a_change(sentence: str, metric: str, change: str | None, make: Make) -> None:
    fields = {
        "kind": "delta",
        "value": "16%",
        "metric": metric,
        "baseline": "unstated",
        "change": "increase",
        "delta": "unstated",
    }
    (quote,) = make(sentence, fields).papers[0].quotes
    found = stated_change(Sentence(quote), quote.claims[0], Vocabulary())
    assert (found[0] if found is not None else None) == change
