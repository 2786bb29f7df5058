"""Which values of a metric are the better ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import load_vocabulary
from claimcheck.dataset import Dataset
from claimcheck.matching.better import better_of
from claimcheck.source import SourceFile

Make = Callable[..., Dataset]
VOCABULARY = """
schema: claimcheck-vocabulary/1
metrics:
  - name: recall
    better: lower
  - name: taste
    better: higher
  - name: errors
"""


@pytest.mark.parametrize(
    ("fields", "better"),
    [
        ({"metric": "recall"}, "lower"),  # as the vocabulary says, whatever the word says
        ({"metric": "recall", "better": "higher"}, "higher"),  # as the claim says, whatever the vocabulary says
        ({"metric": "taste"}, "higher"),
        ({"metric": "errors"}, "lower"),  # the vocabulary names it, and does not say
        ({"metric": "precision"}, "higher"),
        ({"metric": "F1 weighted"}, "higher"),
        ({"metric": "weighted-average F1"}, "higher"),
        ({"metric": "precision", "better": "lower"}, "lower"),
        ({"metric": "smell"}, None),
        # the last word that is known decides …
        ({"metric": "cost estimation accuracy"}, "higher"),
        ({"metric": "toxicity detection F1"}, "higher"),
        ({"metric": "accuracy loss"}, "lower"),
        ({"metric": "success time"}, "lower"),
        ({"metric": "error rate"}, "lower"),
        ({"metric": "runtime frame rate"}, "higher"),
        # … of the first phrase that has one
        ({"metric": "accuracy of cost estimates"}, "higher"),
        ({"metric": "rate of failures"}, "lower"),
        ({"metric": "change in accuracy"}, "higher"),
        # what is done about something bad
        ({"metric": "error correction rate"}, "higher"),
        ({"metric": "delay tolerance"}, "higher"),
        ({"metric": "detection error"}, "lower"),
        ({"metric": "detection"}, None),
        # of an unknown head nothing is known, but of one that only carries it
        ({"metric": "memory retention"}, None),
        ({"metric": "perplexity tradeoff"}, None),
        ({"metric": "latency improvement"}, None),
        ({"metric": "recall@10"}, "higher"),
        ({"metric": "recall R2"}, None),
        ({"metric": "accuracy 5"}, "higher"),
        ({"metric": "k"}, None),
        ({"metric": "survival time"}, None),
        ({"metric": "time in range"}, None),
        ({"metric": "explained variance"}, None),
        # a score is as what it is a score of
        ({"metric": "score"}, "higher"),
        ({"metric": "ECE scores"}, "lower"),
        ({"metric": "score of perplexity"}, "lower"),
        ({"metric": "score of smell"}, "higher"),
        # the measure in brackets says the same, or the two leave it open
        ({"metric": "visual fidelity (FID)"}, None),
        ({"metric": "transcription errors (WER)"}, "lower"),
        ({"metric": "smell (WER)"}, "lower"),
        ({"metric": "quality (of smell)"}, "higher"),
    ],
)
def test_which_values_are_better(fields: dict[str, str], better: str | None, make: Make) -> None:
    loaded = load_vocabulary(SourceFile("claims/vocabulary.yaml", VOCABULARY))
    assert loaded.problems == ()
    assert loaded.vocabulary is not None
    assert (
        better_of(make("Alba gains 5%.", {"value": "5%", **fields}).papers[0].quotes[0].claims[0], loaded.vocabulary)
        == better
    )
