"""A claim that names things as the vocabulary does is judged as one that names them as the sentence does."""

from __future__ import annotations

import json

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.vocabulary import load_vocabulary
from claimcheck.dataset import build
from claimcheck.rules import registry
from claimcheck.runner import found_by
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

VOCABULARY = """\
schema: claimcheck-vocabulary/1
models:
  - {name: Prime-7, aliases: [Lumen]}
  - {name: Corvex, aliases: [Corvus]}
benchmarks:
  - {name: A-Bench, aliases: [Aria]}
  - {name: B-Suite, aliases: [Bolt]}
metrics:
  - {name: PPV, aliases: [precision], better: higher}
  - {name: TPR, aliases: [recall], better: higher}
  - {name: exactness, aliases: [accuracy], better: higher}
  - {name: response delay, aliases: [latency], better: lower}
"""
NAMES = {
    "Lumen": "Prime-7",
    "Corvus": "Corvex",
    "Aria": "A-Bench",
    "Bolt": "B-Suite",
    "precision": "PPV",
    "recall": "TPR",
    "accuracy": "exactness",
    "latency": "response delay",
}


def rules(
    sentence: str, *claims: dict[str, object], as_vocabulary: bool = False, vocabulary: str = VOCABULARY
) -> set[str]:
    """The rules that say something of claims that name things as the sentence, or as the vocabulary does."""
    source = read_source("seeds/s.txt", f"Abstract: {sentence}".encode())
    given = [
        {
            "id": f"c{at}",
            "kind": "result",
            "subject": "Lumen",
            "metric": "accuracy",
            **claim,
        }
        for at, claim in enumerate(claims)
    ]
    if as_vocabulary:
        given = [_named(claim) for claim in given]
    content = {
        "schema": "claimcheck/1",
        "paper": {"id": "p", "name": "p", "starts": sentence, "abstract": f"sha256:{source.abstracts[0].digest}"},
        "evidence": [{"quote": sentence, "claims": given}],
    }
    loaded = load_claim_file(SourceFile("claims/p.yaml", json.dumps(content)))
    assert loaded.problems == ()
    dataset = build([source], [loaded], load_vocabulary(SourceFile("claims/vocabulary.yaml", vocabulary)))
    return {name for name, rule in registry().items() if any(found_by(rule, dataset, {}))}


def _named(claim: dict[str, object]) -> dict[str, object]:
    fields = ("subject", "metric", "baseline", "dataset")
    named = {name: NAMES.get(str(value), value) if name in fields else value for name, value in claim.items()}
    if "conditions" in claim:
        conditions = claim["conditions"]
        assert isinstance(conditions, dict)
        named["conditions"] = {key: NAMES.get(value, value) for key, value in conditions.items()}
    return named


DELTA = {"kind": "delta", "delta": "unstated", "change": "increase", "baseline": "Corvus", "value": "42%"}
RANK = {"kind": "ranking", "rank": "outperforms", "baseline": "Corvus"}


@pytest.mark.parametrize("as_vocabulary", [False, True])
@pytest.mark.parametrize(
    ("sentence", "claims", "rule"),
    [
        # subject, data set, metric, condition of the one stand at the number of the other
        (
            "Lumen and Corvus reach 79.6% and 70.1% accuracy, respectively.",
            ({"value": "70.1%"}, {"value": "79.6%", "subject": "Corvus"}),
            "mention-elsewhere",
        ),
        (
            "Lumen reaches 79.6% accuracy on Aria and 70.1% on Bolt.",
            ({"value": "70.1%", "dataset": "Aria"}, {"value": "79.6%", "dataset": "Bolt"}),
            "mention-elsewhere",
        ),
        (
            "Lumen reaches a precision of 79.6% and a recall of 70.1%.",
            ({"value": "70.1%", "metric": "precision"}, {"value": "79.6%", "metric": "recall"}),
            "mention-elsewhere",
        ),
        (
            "Lumen reaches 79.6% accuracy with Aria and 70.1% with Bolt.",
            (
                {"value": "70.1%", "conditions": {"data": "Aria"}},
                {"value": "79.6%", "conditions": {"data": "Bolt"}},
            ),
            "mention-elsewhere",
        ),
        # value and baseline value
        (
            "Lumen reaches 79.6% accuracy compared to 70.1% for Corvus.",
            ({"value": "70.1%", "baseline": "Corvus", "baseline_value": "79.6%"},),
            "mention-elsewhere",
        ),
        # direction, sides, rank
        (
            "Lumen has 42% lower latency than Corvus.",
            ({**DELTA, "metric": "latency"},),
            "direction-contradicted",
        ),
        (
            "Replacing Corvus with Lumen improves accuracy by 42%.",
            ({**DELTA, "subject": "Corvus", "baseline": "Lumen"},),
            "direction-contradicted",
        ),
        (
            "Lumen outperforms Corvus in accuracy.",
            ({**RANK, "rank": "underperforms"},),
            "direction-contradicted",
        ),
        # what the number measures
        (
            "Lumen reaches an accuracy of 79.6% and a latency of 12 ms.",
            ({"value": "79.6%", "metric": "latency"},),
            "metric-contradicted",
        ),
    ],
)
def test_what_is_told_of_names(
    sentence: str, claims: tuple[dict[str, object], ...], rule: str, as_vocabulary: bool
) -> None:
    assert rule in rules(sentence, *claims, as_vocabulary=as_vocabulary)


def test_a_vocabulary_that_takes_one_score_for_another() -> None:
    """An alias makes no precision of what the sentence calls recall."""
    claim = {"metric": "precision", "value": "79.6%"}
    turned = VOCABULARY.replace("{name: PPV, aliases: [precision]", "{name: precision, aliases: [recall]").replace(
        "  - {name: TPR, aliases: [recall], better: higher}\n", ""
    )
    assert "metric-contradicted" in rules("Lumen reaches a recall of 79.6%.", claim, vocabulary=turned)


@pytest.mark.parametrize("as_vocabulary", [False, True])
@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "Lumen reaches 79.6% accuracy on Aria and 70.1% on Bolt.",
            (
                {"value": "79.6%", "dataset": "Aria", "mention": "79.6% accuracy on Aria"},
                {"value": "70.1%", "dataset": "Bolt", "mention": "70.1% on Bolt"},
            ),
        ),
        (
            "Lumen reaches 79.6% accuracy compared to 70.1% for Corvus.",
            ({"value": "79.6%", "baseline": "Corvus", "baseline_value": "70.1%", "mention": "79.6% accuracy"},),
        ),
        ("Lumen has 42% lower latency than Corvus.", ({**DELTA, "metric": "latency", "change": "decrease"},)),
        ("Lumen outperforms Corvus in accuracy.", (RANK,)),
        # where the sentence has the vocabulary's own name, too, it is that
        (
            "Lumen and Corvus reach 79.6% and 70.1% recall (TPR).",
            (
                {"value": "79.6%", "metric": "TPR", "mention": "79.6%"},
                {"value": "70.1%", "metric": "TPR", "subject": "Corvus", "mention": "70.1%"},
            ),
        ),
    ],
)
def test_what_is_true(sentence: str, claims: tuple[dict[str, object], ...], as_vocabulary: bool) -> None:
    assert rules(sentence, *claims, as_vocabulary=as_vocabulary) == set()
