"""A claim's difference is one from something else in its sentence than the baseline that it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.held_against import held_against_another

Make = Callable[..., Dataset]

TWO = "Corvus outperforms the small Lumen by 12% and surpasses Aria."
COMMON: dict[str, object] = {
    "kind": "delta",
    "change": "increase",
    "delta": "unstated",
    "subject": "Corvus",
    "metric": "recall",
}
GAINS = "Corvus has a 6% gain compared to state-of-the-art PEFT methods and a 2% gain over the tuned Lumen."


def phrase(make: Make, sentence: str, value: str, baseline: object, **fields: object) -> str | None:
    claim = {name: each for name, each in {**COMMON, **fields}.items() if each is not None}
    (quote,) = make(sentence, {**claim, "value": value, "baseline": baseline}).papers[0].quotes
    return next((each.phrase for each in held_against_another(quote)), None)


@pytest.mark.parametrize(
    ("sentence", "value", "baseline", "found"),
    [
        (TWO, "12%", "Aria", "small Lumen"),
        (TWO, "12%", "small Lumen", None),
        (TWO, "12%", "Lumen", None),
        (TWO, "12%", "the small net Lumen", None),  # not in these words
        (TWO, "12%", "Borea", None),  # not in the sentence
        (GAINS, "6%", "tuned Lumen", "state-of-the-art PEFT methods"),
        (GAINS, "6%", "state-of-the-art PEFT methods", None),
        (GAINS, "2%", "state-of-the-art PEFT methods", "tuned Lumen"),
        (GAINS, "2%", "tuned Lumen", None),
        # behind the number, whatever is counted between
        ("Corvus gains 6% in 20 steps over Lumen, and it is like Aria.", "6%", "Aria", "Lumen"),
        ("Corvus gains 6% on 7% of the texts over Lumen, like Aria.", "6%", "Aria", None),
        ("Corvus gains 6% and improves over Lumen, like Aria.", "6%", "Aria", None),  # another verb
        ("Corvus gains 6%; over Lumen, it is like Aria.", "6%", "Aria", None),
        ("Corvus gains 6%, relative to Lumen, like Aria.", "6%", "Aria", None),  # what follows may be of one list
        ("Corvus gains 6% versus Lumen; it is like Aria.", "6%", "Aria", "Lumen"),
        ("Corvus gains 6% over Lumen and Aria.", "6%", "Aria", None),
        ("Corvus gains 6% over Lumen, Borea, and Aria.", "6%", "Aria", None),
        ("Corvus gains 6% over Lumen and beats Aria.", "6%", "Aria", "Lumen"),
        ("Aria is old; Corvus gains 6% over Lumen.", "6%", "Aria", "Lumen"),
        # before it, by how much
        ("Corvus improves over Lumen by about 6%, like Aria, in 7 steps.", "about 6%", "Aria", "Lumen"),
        ("Corvus improves over Lumen by an average of 6% beside 9 of Aria.", "6%", "Aria", "Lumen"),
        ("Aria is old. Corvus beats Lumen by 6%.", "6%", "Aria", "Lumen"),
        ("Aria is old, and Corvus beats Lumen by 6%.", "6%", "Aria", "Lumen"),
        ("Aria is old, and Corvus beats Lumen, by 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen by, say, 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen, which gains by 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen in 7 of 9 and by 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus gains by 6%.", "6%", "Aria", None),
        ("By 6% Corvus gains, like Aria.", "6%", "Aria", None),
        ("6% Corvus gains, like Aria.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen by a total of 6%.", "6%", "Aria", "Lumen"),
        ("Aria is old, and Corvus beats Lumen nets by 5 of 7, or 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen by, 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats Lumen by good 6%.", "6%", "Aria", None),
        ("Aria is old; Borea is over Dora; Corvus beats Lumen by 6%.", "6%", "Aria", "Lumen"),
        ("Aria is over Lumen, and it beats, by 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats ToolBench by 6%.", "6%", "Aria", "ToolBench"),
        ("Aria systems are old, and Corvus beats Lumen systems by 6%.", "6%", "Aria systems", "Lumen systems"),
        ("Corvus gains 6%, 7% or 8% over Lumen; Aria is old.", "6%", "Aria", None),
        ("Corvus gains 6% in more than 7 of all, over Lumen; Aria is old.", "6%", "Aria", "Lumen"),
        ("Corvus gains 6% as is known over Lumen; Aria is old.", "6%", "Aria", None),
        ("Corvus gains 6% over Lumen; Aria is old.", "6%", "Aria", "Lumen"),
        ("Corvus gains 6% over Lumen with 9 Aria nets.", "6%", "Aria nets", "Lumen"),
        ("Corvus gains 6% over Aria; Aria is old.", "6%", "Aria", None),
        ("Aria is old; Corvus gains 6% over Lumen and Aria.", "6%", "Aria", None),
        ("Corvus gains 6% over the best systems Lumen; it is old.", "6%", "best systems", None),
        ("Corvus beats by 6% what is over Lumen; Aria is old.", "6%", "Aria", None),
        # who that is nobody knows, or it may be the one
        ("Aria is old, and Corvus beats the best baselines by 6%.", "6%", "Aria", None),
        ("Aria is old, and Corvus beats it by 6%.", "6%", "Aria", None),
        ("Aria Lumen Net is old, and Corvus beats ALN by 6%.", "6%", "Aria Lumen Net", None),
        ("ALN is old, and Corvus beats Aria Lumen Net by 6%.", "6%", "ALN", None),
        ("Aria is old, and Corvus beats recall systems by 6%.", "6%", "Aria", None),  # as the metric says
        ("Aria is old, and Corvus beats systems that it made by 6%.", "6%", "Aria", None),
    ],
)
def test_what_a_difference_is_held_against(
    sentence: str, value: str, baseline: str, found: str | None, make: Make
) -> None:
    assert phrase(make, sentence, value, baseline) == found


def test_of_differences_and_factors_alone(make: Make) -> None:
    assert phrase(make, TWO, "12%", "Aria", kind="ratio", delta=None) == "small Lumen"
    assert phrase(make, TWO, "12%", "Aria", kind="result", delta=None, change=None) is None
    assert phrase(make, TWO, "13%", "Aria") is None


def test_one_claim_says_nothing_of_the_next(make: Make) -> None:
    sentence = "Corvus beats it by 7%, beats Borea by 8%, beats the small Lumen by 12%, and surpasses Aria."
    given = (("a", "7%", "Aria"), ("b", "8%", "Borea"), ("c", "12%", "Aria"), ("d", "12", "Aria"))
    claims = [{**COMMON, "id": name, "value": value, "baseline": baseline} for name, value, baseline in given]
    (quote,) = make(sentence, {"id": "e", "value": "7%"}, *claims).papers[0].quotes
    assert [(each.claim.id, each.phrase) for each in held_against_another(quote)] == [("c", "small Lumen")]


def test_of_several_baselines_one_is_told(make: Make) -> None:
    assert phrase(make, TWO, "12%", ["small Lumen", "Aria"]) is None
    assert phrase(make, TWO, "12%", ["Borea", "Aria"]) == "small Lumen"
