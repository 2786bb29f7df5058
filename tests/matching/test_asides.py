"""A name that its sentence has only beside what it states: a claim of it is told, one of what the sentence is about is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.asides import asides

Make = Callable[..., Dataset]


def told(make: Make, sentence: str, **claim: object) -> list[tuple[str, str]]:
    """The fields that are said of something else, and the words that set them aside."""
    quote = make(sentence, {"value": "79.6%", **claim}).papers[0].quotes[0]
    return [(each.field, each.mark) for each in asides(quote)]


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        # behind the number
        ("Alba reaches 79.6% and outperforms {}.", "outperforms {}"),
        ("Alba reaches 79.6%, surpassing the {} by far.", "surpassing the {}"),
        ("Alba reaches 79.6%, unlike {}.", "unlike {}"),
        ("Alba is better by 79.6% than {}.", "than {}"),
        ("We gain 79.6% over {}.", "over {}"),
        ("The gain of it is 79.6% over {}.", "over {}"),
        ("Alba wins 79.6% against {}.", "against {}"),
        ("Alba reaches 79.6%, versus {}.", "versus {}"),
        ("Alba reaches 79.6%, compared to {}.", "compared to {}"),
        ("Alba reaches 79.6%, compared with {}.", "compared with {}"),
        ("Alba reaches 79.6%, as opposed to {}.", "opposed to {}"),
        ("Alba gains 79.6% relative to {}.", "relative to {}"),
        ("Alba reaches 79.6% in contrast to {}.", "contrast to {}"),
        ("Alba reaches 79.6% in contrast with {}.", "contrast with {}"),
        ("Alba reaches 79.6% in comparison to {}.", "comparison to {}"),
        ("Alba reaches 79.6% in comparison with {}.", "comparison with {}"),
        ("We use Alba for 79.6% instead of {}.", "instead of {}"),
        ("Alba reaches 79.6% and is built on {}.", "built on {}"),
        # before the number: a clause of its own begins behind the name, or what the sentence began with goes on
        ("Outperforming {}, Alba reaches 79.6%.", "Outperforming {}"),
        ("Unlike {}, we reach 79.6%.", "Unlike {}"),
        ("Unlike {}, our method reaches 79.6%.", "Unlike {}"),
        ("Unlike {}, the method reaches 79.6%.", "Unlike {}"),
        ("Unlike {}, this reaches 79.6%.", "Unlike {}"),
        ("Unlike {}, these reach 79.6%.", "Unlike {}"),
        ("Unlike {}, it reaches 79.6%.", "Unlike {}"),
        ("Built on {}, Alba reaches 79.6%.", "Built on {}"),
        ("Building on {}, Alba reaches 79.6%.", "Building on {}"),
        ("Based on the {}, Alba reaches 79.6%.", "Based on the {}"),
        ("Distilled from {}, Alba reaches 79.6%.", "Distilled from {}"),
        ("Initialized from {}, Alba reaches 79.6%.", "Initialized from {}"),
        ("Initialised from {}, Alba reaches 79.6%.", "Initialised from {}"),
        ("Derived from {}, Alba reaches 79.6%.", "Derived from {}"),
        ("Adapted from {}, Alba reaches 79.6%.", "Adapted from {}"),
        ("Extending {}, Alba reaches 79.6%.", "Extending {}"),
        ("Alba extends {} and reaches 79.6%.", "extends {}"),
        ("Alba builds on {} and reaches 79.6%.", "builds on {}"),
        ("Alba, tested against all, reaches 79.6%, outperforming {}.", "outperforming {}"),
        ("Alba beats {} and reaches 79.6%.", "beats {}"),
        ("Alba models beat {} and reach 79.6%.", "beat {}"),
        ("A gain is here; Alba builds on {} and reaches 79.6%.", "builds on {}"),
        ("The Alba, an extension of {}, reaches 79.6%.", "extension of {}"),
        ("The successor of {}, Alba, reaches 79.6%.", "successor of {}"),
        ("The successor to {}, Alba, reaches 79.6%.", "successor to {}"),
    ],
)
def test_what_the_sentence_is_not_about(sentence: str, mark: str, make: Make) -> None:
    assert told(make, sentence.format("Borea"), subject="Borea") == [("subject", mark.format("Borea"))]
    assert told(make, sentence.format("Borea"), subject="Alba") == []


@pytest.mark.parametrize(
    "sentence",
    [
        # the number behind the name is its own
        "Alba outperforms Borea (79.6%).",
        "Alba outperforms Borea, which reaches 79.6%.",
        "Alba outperforms Borea and Cirrus, which reach 79.6%.",
        "Alba is better than Borea with 79.6%.",
        "Alba reaches more than Borea reaches, 79.6%.",
        "Alba is better than Borea, reaching 79.6%.",
        "Alba beats Borea's 79.6%.",
        # the second of two numbers that are held against each other
        "Alba runs faster than Borea, 5 ms compared to 79.6%.",
        "Compared with Borea, Alba lowered the rate (12% vs. 79.6%).",
        "Alba has 12% against 79.6%, outperforming Borea.",
        "Alba has 12% compared to 79.6%, outperforming Borea.",
        # what begins behind the name is a number
        "Alba runs faster than Borea, 5 ms and 79.6%.",
        # it stands elsewhere, too, or what stands there is no mark
        "Unlike Alba, Borea reaches 79.6% and outperforms Borea.",
        "Borea reaches 79.6%.",
        "Alba is outperformed, Borea reaches 79.6%.",
        "Of Borea, Alba reaches 79.6%.",
        # passive: it is the one that won
        "Alba was surpassed Borea by 79.6%.",
        "With 79.6%, Alba was surpassed Borea says.",
        # nobody else is named who might be built on it
        "Building on Borea, we reach 79.6%.",
        "Building on Borea, our method reaches 79.6%.",
        "This reaches 79.6% and is built on Borea.",
        "This builds on Borea and reaches 79.6%.",
        "A rival builds on Borea and reaches 79.6%.",
        # a mark parts it from the word
        "Alba reaches 79.6% and outperforms: Borea is new.",
        "Beats Borea and reaches 79.6%.",
        # no clause begins behind the name
        "Unlike Borea, 79.6% is reached by it.",
        "Unlike Borea: Alba reaches 79.6%.",
        "Unlike Borea, as was seen, Alba reaches 79.6%.",
        # of several numbers one may be its own where it has another
        "It reaches 79.6% on cats, and for dogs 80% compared to Borea's 60%.",
    ],
)
def test_what_the_number_may_be_of(sentence: str, make: Make) -> None:
    assert told(make, sentence, subject="Borea") == []


def test_a_number_in_the_name_is_its_own(make: Make) -> None:
    """At the end of the sentence, too, and where another clause follows."""
    assert told(make, "Alba outperforms the 79.6% rule.", subject="79.6% rule") == []
    assert told(make, "Alba outperforms the 79.6% rule and has Borea.", subject="79.6% rule") == []


def test_with_one_number_between_the_name_has_its_own(make: Make) -> None:
    assert told(make, "It reaches 79.6% compared to Borea's 60%.", subject="Borea")
    assert told(make, "It reaches 79.6% on cats and 80% on dogs compared to Borea.", subject="Borea")


@pytest.mark.parametrize(
    "fields",
    [
        {"subject_as": "it"},  # the claim says what the sentence calls it
        {"baseline": "Alba"},  # the sides of the comparison are another rule's
        {"kind": "count"},
        {"value": "5"},  # not in the sentence
    ],
)
def test_claims_that_are_not_asked(fields: dict[str, object], make: Make) -> None:
    sentence = "Alba: it reaches 79.6%, outperforming Borea."
    assert told(make, sentence, subject="Borea", **fields) == []
    assert told(make, sentence, subject="Borea", baseline="unstated") == [("subject", "outperforming Borea")]


@pytest.mark.parametrize("kind", ["result", "delta", "ratio", "size"])
def test_the_kinds_that_are_asked(kind: str, make: Make) -> None:
    change = {"change": "increase", "baseline": "unstated"} if kind in ("delta", "ratio") else {}
    delta = {"delta": "unstated"} if kind == "delta" else {}
    assert told(make, "Alba has 79.6%, unlike Borea.", subject="Borea", kind=kind, **change, **delta)


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Trained on Aria, Alba reaches 79.6% on Bolt.", "Trained on Aria"),
        ("After training on the Aria, Alba reaches 79.6% on Bolt.", "training on the Aria"),
        ("Pretrained on Aria, Alba reaches a score of 79.6% on the Bolt.", "Pretrained on Aria"),
        ("Pre-trained on Aria, Alba reaches 79.6% on Bolt.", "Pre trained on Aria"),
        ("After pretraining on Aria, Alba reaches 79.6% on Bolt.", "pretraining on Aria"),
        ("Finetuned on Aria, Alba reaches 79.6% on Bolt.", "Finetuned on Aria"),
        ("After finetuning on Aria, Alba reaches 79.6% on Bolt.", "finetuning on Aria"),
        ("Fine-tuned on Aria, Alba reaches 79.6% on Bolt.", "Fine tuned on Aria"),
        ("Alba reaches 79.6% on Bolt without fine-tuning on Aria.", "fine tuning on Aria"),
        ("Tuning on Aria gives 79.6% on Bolt.", "Tuning on Aria"),
        ("Alba is trained on Aria and tested on Bolt, with 79.6%.", "trained on Aria"),
        ("Alba is trained on Aria and evaluated on the Bolt, with 79.6%.", "trained on Aria"),
        ("Alba is trained on Aria and validated on Bolt, with 79.6%.", "trained on Aria"),
        ("Trained on Aria, the 79.6% of Alba on Bolt is fine", "Trained on Aria"),
        ("Tested on Bolt, Alba, trained on Aria, reaches 79.6%.", "trained on Aria"),
        ("Trained on Aria, Alba reaches 79.6% on Bolt, by far.", "Trained on Aria"),
    ],
)
def test_what_was_but_trained_on(sentence: str, mark: str, make: Make) -> None:
    assert told(make, sentence, dataset="Aria") == [("dataset", mark)]
    assert told(make, sentence, dataset="Bolt") == []


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Trained on Aria, Alba reaches 79.6%.", {}),  # it may be tested there, too
        ("Trained on Aria, Alba reaches 79.6% on held-out data.", {}),
        ("Trained on Aria, Alba reaches 79.6% on GPUs.", {}),
        ("Trained on Aria, Alba reaches 79.6% in Bolt.", {}),
        ("Trained on Aria, Alba reaches 79.6%, on Bolt it fails.", {}),
        ("Trained on Aria, Alba reaches 79.6% on Aria-test.", {}),
        ("Based on Aria, Alba reaches 79.6% on Bolt.", {}),
        ("Trained with Aria, Alba reaches 79.6% on Bolt.", {}),
        ("Aria gives 79.6% on Bolt to what it is trained on", {}),
        ("On Aria, Alba reaches 79.6% on Bolt after it is trained", {}),
        ("Cirrus and Alba reach 79.6%, trained on Aria and then evaluated on", {}),
        ("On Bolt, Alba trained on Aria has 79.6%, as tested", {}),
        ("Trained on Aria and on Bolt, Alba reaches 79.6%.", {}),
        ("Trained on Aria, Alba reaches 79.6%, yet on Bolt it fails.", {}),
        ("On Aria, Alba reaches 79.6% on Bolt.", {}),
        ("Trained on Aria, Alba reaches 79.6% on Bolt, and so on Aria.", {}),
        ("Trained on Aria, it takes Bolt on: Alba reaches 79.6%.", {}),
        ("Trained on Bolt, Alba reaches 79.6% on Bolt.", {}),
        # the claim has the other one, or says where it has its data set from
        ("Trained on Aria, Alba reaches 79.6% on Bolt.", {"dataset": ["Aria", "Bolt"]}),
        ("Trained on Aria, Alba reaches 79.6% on Bolt.", {"conditions": {"test": "Bolt"}}),
        ("Trained on Aria, Alba reaches 79.6% on Bolt.", {"dataset_from": "context"}),
    ],
)
def test_what_may_be_tested_on(sentence: str, fields: dict[str, object], make: Make) -> None:
    assert told(make, sentence, **{"dataset": "Aria", **fields}) == []


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Alba falls below its targets (79.6%).", "targets"),
        ("Alba misses the goal (here 79.6%) by far.", "goal"),
        ("Alba (new) misses its target (79.6%).", "target"),
        ("Alba misses its target(79.6%).", "target"),
        ("Alba falls below its targets (70% for cats, 79.6% for dogs).", "targets"),
        ("Alba falls below its targets for cats (79.6%).", None),
        ("Alba reaches the target (of old) with 79.6%.", None),
        ("Alba misses the target (with 70%) by far (79.6%).", None),
        ("Alba misses the target, and has 79.6%.", None),
        ("(79.6%) is what Alba reaches.", None),
        (f"Alba misses the target (as {'it is ' * 11}79.6%).", "target"),
        (f"Alba misses the target (as {'it is ' * 14}79.6%).", None),  # too long for a bracket to be of it
    ],
)
def test_what_was_but_a_target(sentence: str, mark: str | None, make: Make) -> None:
    assert told(make, sentence) == ([("metric", mark)] if mark else [])


def test_a_claim_of_the_target_itself(make: Make) -> None:
    sentence = "Alba falls below its targets (79.6%)."
    assert told(make, sentence, metric="target score") == []
    assert told(make, sentence, conditions={"what": "of the Targets"}) == []
    assert told(make, sentence, conditions={"what": "targeted"}) != []
