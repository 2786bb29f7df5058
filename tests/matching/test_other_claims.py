"""What a claim's sentence names of other claims: the subject that a clause begins with, the data set it was measured on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.other_claims import led_by_another, measured_on
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("sentence", "subject", "other", "found"),
    [
        ("The T-MED dataset includes 14 songs.", "Corvus", "T-MED", "T-MED"),
        ("T-MED includes 14 songs.", "Corvus", "T-MED", "T-MED"),
        ("Closed models reach 85%.", "open models", "Closed models", "Closed models"),
        ("It is shown that closed models (V1) reach 85%.", "open models", "closed models (V1)", None),  # of "it"
        ("We show that closed models (V1) reach 85%.", "open models", "closed models (V1)", "closed models (V1)"),
        ("We show that closed models are at 85%.", "open models", "closed models", "closed models"),
        ("Closed models reach an old model, and a new model is 85%.", "open models", "Closed models", "Closed models"),
        ("Here we see 85%, and closed models are old.", "open models", "closed models", None),
        ("The closed model reaches 85%.", "open model", "Closed model", "Closed model"),
        ("We reach 85% here, T-MED dataset.", "Corvus", "T-MED", None),
        ("T-MED dataset, includes 14 songs.", "Corvus", "T-MED", None),
        ("T-MED datasets include 14 songs.", "Corvus", "T-MED", "T-MED"),
        ("Lumen without a net has 85%.", "Corvus", "Lumen", None),
        ("Lumen solves 85%.", "Corvus", "Lumen", "Lumen"),
        ("Lumen isotopes hold 85%.", "Corvus", "Lumen", None),
        ("LMM nets reach 85%.", "Corvus", "LMM nets", "LMM nets"),
        ("LMM reaches 85%.", "large music model", "LMM", None),
        ("Large music models reach 85%.", "LMM", "Large music models", None),
        ("Lumen trains a small net of 85%.", "Corvus", "Lumen", "Lumen"),
        ("Lumen texts are small, 85%.", "Corvus", "Lumen", None),
        # whoever it is, it may stand for the claim's own
        ("The T-MED dataset includes 14 songs of the system.", "Corvus", "T-MED", None),
        ("Closed models reach 85%, and they win.", "open models", "Closed models", None),
        # one name, or one of them a part of the other
        ("Closed models reach 85%.", "models", "Closed models", None),
        ("Closed models reach 85%.", "closed systems", "Closed models", None),
        ("Closed models reach 85%.", "closed model", "Closed models", None),
        # it begins no clause, or does nothing there
        ("On T-MED, 14 songs are old.", "Corvus", "T-MED", None),
        ("On T-MED are 14 songs.", "Corvus", "T-MED", None),
        ("T-MED, includes 14 songs.", "Corvus", "T-MED", None),
        ("T-MED songs are 14.", "Corvus", "T-MED", None),
        ("T-MED songs and 14 dataset", "Corvus", "14 dataset", None),
        ("The systems reach 14.", "Corvus", "The", None),
    ],
)
def test_with_whom_a_clause_begins(sentence: str, subject: str, other: str, found: str | None, make: Make) -> None:
    claims = [{"subject": subject, "value": "85%"}, {"id": "d", "subject": other, "value": "85%"}]
    paper = make(sentence, *claims, abstract=f"We use Corvus and open models. {sentence}").papers[0]
    claim = paper.quotes[0].claims[0]
    assert led_by_another(claim, sentence, paper.vocabulary) == found


@pytest.mark.parametrize(
    ("sentence", "dataset", "other", "found"),
    [
        ("On SlideSpeech, we reduce it by 41%.", "LibriSpeech", "SlideSpeech", "SlideSpeech"),
        ("We reduce it by 41% on the SlideSpeech set.", "LibriSpeech", "SlideSpeech", "SlideSpeech"),
        ("We reduce it by 41% on SlideSpeech test.", "LibriSpeech test", "SlideSpeech test", "SlideSpeech test"),
        ("Of SlideSpeech, we reduce it by 41% on SlideSpeech.", "LibriSpeech", "SlideSpeech", "SlideSpeech"),
        ("We reduce it by 41% with SlideSpeech.", "LibriSpeech", "SlideSpeech", None),
        ("We reduce it by 41% on the test set.", "SlideSpeech", "SlideSpeech", None),
        ("On SlideSpeech, we reduce it by 41%.", "SlideSpeech test", "SlideSpeech", None),
        ("On Aria, we reduce it by 41%.", "LibriSpeech", "SlideSpeech", None),
        ("On LSP, we reduce it by 41%.", "LibriSpeech of people", "LSP", None),
    ],
)
def test_what_was_measured_on(sentence: str, dataset: str, other: str, found: str | None, make: Make) -> None:
    claims = [
        {"value": "41%", "dataset": dataset, "dataset_from": "context"},
        {"id": "d", "value": "41%", "dataset": other},
    ]
    paper = make(sentence, *claims, abstract=f"We use LibriSpeech. {sentence}").papers[0]
    assert measured_on(paper.quotes[0].claims[0], paper.vocabulary) == found


@pytest.mark.parametrize(
    ("called", "sentence", "found"),
    [
        ("the Aria and Bolt datasets", "On Aria, we reduce it by 41%.", "Aria"),
        ("the Aria and Bolt datasets", "We reduce it by 41% on the Bolt set.", "Bolt"),
        ("Aria, Bolt, and Crux benchmarks", "On Aria, we reduce it by 41%.", "Aria"),
        ("the Aria-2k corpus", "On Aria, we reduce it by 41%.", "Aria"),
        ("Aria/ Bolt corpora", "On Aria, we reduce it by 41%.", "Aria"),
        ("the Aria text data set", "On Aria, we reduce it by 41%.", "Aria"),
        ("the Aria text\ndata sets", "On Aria, we reduce it by 41%.", "Aria"),
        ("the Aria and the Bolt dataset", "On Aria, we reduce it by 41%.", "Aria"),
        # nobody calls it one
        ("the Aria method and Bolt datasets", "On Aria, we reduce it by 41%.", None),
        ("the Aria method", "On Aria, we reduce it by 41%.", None),
        ("the CodAria dataset", "On Aria, we reduce it by 41%.", None),
        ("the Aria datasetting", "On Aria, we reduce it by 41%.", None),
        # nothing was measured on it there
        ("the Aria dataset", "With Aria, we reduce it by 41%.", None),
        ("the aria dataset", "On aria, we reduce it by 41%.", None),
        ("the LibriSpeech dataset", "On LibriSpeech, we reduce it by 41%.", None),
    ],
)
def test_what_the_abstract_calls_a_data_set(called: str, sentence: str, found: str | None, make: Make) -> None:
    claim = {"value": "41%", "dataset": "LibriSpeech", "dataset_from": "context"}
    paper = make(sentence, claim, abstract=f"We use LibriSpeech and {called}. {sentence}").papers[0]
    assert measured_on(paper.quotes[0].claims[0], paper.vocabulary) == found


@pytest.mark.parametrize(
    ("sentence", "claim", "said_of"),
    [
        (
            "The Corvus had the highest F1 of 0.95 for plain sets while the Lumen had the highest F1 of 0.86 for noisy sets.",
            {"subject": "Lumen", "metric": "F1", "rank": "best", "conditions": {"sets": "plain sets"}},
            "Corvus",
        ),
        (
            "The Corvus had the highest F1 of 0.95 for plain sets while the Lumen had the highest F1 of 0.86 for noisy sets.",
            {"subject": "Lumen", "metric": "F1", "rank": "best", "conditions": {"sets": "noisy sets"}},
            None,
        ),
        ("Lumen challenges all models, while Corvus improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "best"}, "Corvus"),
        ("Lumen challenges all models, while Corvus improves tool use.", {"subject": "Corvus", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen challenges all models, while it improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen challenges all models, while Aria improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen challenges all models, while in Corvus tool use improves.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen challenges all models, while Corvus tool use improves.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen is fast, while in tests Corvus improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen is fast; Corvus improves speed; tool use is high.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen is fast, while Corvus issues help tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
        ("Lumen beats old Lumen in speed, while Corvus improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "best"}, "Corvus"),
        # the one that the claim compares with
        (
            "Lumen wins in speed, while Corvus improves tool use.",
            {"subject": "Lumen", "baseline": "Corvus", "metric": "tool use", "rank": "underperforms"},
            None,
        ),
        ("All models use Lumen, while Corvus improves tool use.", {"subject": "Lumen", "metric": "tool use", "rank": "outperforms"}, None),
    ],
)  # fmt: skip
def test_of_whom_a_part_of_the_sentence_speaks(
    sentence: str, claim: dict[str, object], said_of: str | None, make: Make
) -> None:
    other = {"id": "d", "subject": "Corvus", "value": "0.95"}
    dataset = make(sentence, {"kind": "ranking", **claim}, other)
    found = [each.message for each in found_by(registry()["direction-contradicted"], dataset, {})]
    told = f"it says of '{said_of}', not of '{claim['subject']}'"
    assert found == [] if said_of is None else [each for each in found if told in each] == found != []


def test_two_data_sets_of_one_sentence(make: Make) -> None:
    """What the sentence names too, it may have been measured on."""
    claims = [
        {"value": "41%", "dataset": "LibriSpeech", "dataset_from": "context"},
        {"id": "d", "value": "41%", "dataset": "SlideSpeech"},
    ]
    for sentence, told in (
        ("On SlideSpeech, it falls by 41%.", 1),
        ("On SlideSpeech, as on LibriSpeech, it falls by 41%.", 0),
    ):
        dataset = make(sentence, *claims, abstract=f"We use LibriSpeech. {sentence}")
        found = found_by(registry()["not-named-in-quote"], dataset, {})
        assert len([each for each in found if "the dataset" in each.message]) == told


def test_only_names_that_stand_there_are_compared(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many names is not compared with itself, name by name: what the sentence has not is no rival."""
    asked: list[str] = []
    monkeypatch.setattr("claimcheck.matching.other_claims.may_be_one", lambda name, _: asked.append(name))
    others = [{"id": f"c{at}", "subject": f"Net{at}", "dataset": f"Set{at}", "value": "5%"} for at in range(20)]
    paper = make("On Set7, Net7 reaches 5%.", {"subject": "Corvus", "value": "5%"}, *others).papers[0]
    claim = paper.quotes[0].claims[0]
    assert (
        led_by_another(claim, "On Set7, Net7 reaches 5%.", paper.vocabulary),
        measured_on(claim, paper.vocabulary),
    ) == ("Net7", "Set7")
    assert {*asked} == {"Net7", "Set7"}
