"""Whom a sentence compares with, where it names none of the claim's baselines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.compared_with import compared_instead

Make = Callable[..., Dataset]


def instead(make: Make, sentence: str, baseline: str, before: str = "We use Borea.", **fields: object) -> str | None:
    claim = {"subject": "Corvus CNN", "kind": "result", "value": "80%", "baseline": baseline, **fields}
    paper = make(sentence, claim, abstract=f"{before} {sentence}").papers[0]
    return compared_instead(paper.quotes[0].sentence, paper.quotes[0].claims[0], baseline, paper.vocabulary)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Corvus CNN reaches 80%, surpassing Lumen.", "Lumen"),
        ("Corvus CNN reaches 80%, surpassing the Lumen baseline of 70%.", "Lumen baseline"),
        ("Corvus CNN reaches 80%, surpassing a small CNN baseline.", "small CNN baseline"),
        ("Against Lumen, Corvus CNN reaches 80%.", "Lumen"),
        ("Corvus CNN reaches 80% compared to Lumen.", "Lumen"),
        ("Corvus CNN reaches 80% versus Lumen on Aria.", "Lumen"),
        ("Corvus CNN improves to 80% over Lumen, and over Alba.", "Lumen"),
        # nobody, whoever it may be, or the claim's own
        ("Corvus CNN reaches 80%.", None),
        ("Corvus CNN reaches 80%, surpassing all baselines.", None),
        ("Corvus CNN reaches 80%, surpassing Lumen and beating others.", None),
        ("Corvus CNN reaches 80%, surpassing 70%.", None),
        ("Corvus CNN reaches 80%, surpassing Borea-2.", None),
        ("Corvus CNN reaches 80%, surpassing Corvus.", None),
        ("Corvus CNN with tools reaches 80%, surpassing Corvus CNN without tools.", None),
        ("Corvus CNN reaches 80%, surpassing it.", None),
        ("Corvus CNN reaches 80% on Lumen-versus-Alba.", None),
        ("Corvus CNN reaches 80%, surpassing the.", None),
        ("Corvus CNN reaches 80%, surpassing (Lumen).", None),
        ("Corvus CNN reaches 80%, surpassing Lumen, Alba and more.", "Lumen"),
        (
            "Corvus CNN reaches 80%, surpassing Lumen red blue green white black gray.",
            "Lumen red blue green white black",
        ),
        ("Corvus CNN reaches 80%, surpassing Lumen 70% of the time.", "Lumen"),
        ("Corvus CNN reaches 80%, surpassing Corvus CNN 2.", None),
        # the claim tells it from the other side
        ("We reach 80%, surpassing Lumen, including Corvus CNN.", None),
        ("We reach 80%, and Corvus CNN is there, surpassing Lumen.", "Lumen"),
        ("We reach 80% with Corvus CNN, surpassing Lumen.", "Lumen"),
        ("Compared to Lumen, Corvus CNN reaches 80%.", "Lumen"),
        ("We reach 80%, surpassing Lumen.", "Lumen"),
    ],
)
def test_what_stands_behind_a_word_that_compares(sentence: str, found: str | None, make: Make) -> None:
    assert instead(make, sentence, "Borea") == found


def test_a_baseline_that_is_no_name_may_be_called_by_one(make: Make) -> None:
    assert instead(make, "Corvus CNN reaches 80%, surpassing Lumen.", "the strongest rival") is None


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("We use Borea.", True),
        ("We use Borea (a Lumen).", False),
        ("We use Lumen, called Borea.", False),
        ("We use Borea. Lumen is used, too.", True),  # of two sentences, what stands between says nothing
        ("We use Borea; Lumen is used, too.", True),
    ],
)
def test_two_names_of_one(before: str, told: bool, make: Make) -> None:
    assert (instead(make, "Corvus CNN reaches 80%, surpassing Lumen.", "Borea", before) is not None) == told


def test_what_the_claim_has_in_another_field(make: Make) -> None:
    sentence = "Corvus CNN reaches 80%, surpassing Lumen on Aria."
    assert instead(make, sentence, "Borea", conditions={"compared": "Lumen"}) is None
    assert instead(make, sentence, "Borea", dataset="Aria") == "Lumen"


def test_of_several_each_must_be_another(make: Make) -> None:
    sentence = "Corvus CNN reaches 80%, surpassing Alba and beating Lumen."
    assert instead(make, sentence, "Borea") == "Alba"
    assert instead(make, sentence, "Borea", "We use Borea (a Lumen).") is None


@pytest.mark.parametrize(
    ("sentence", "baseline", "other", "found"),
    [
        ("Corvus CNN gains 80% relative to plain rules under load.", "deep rules", "plain rules", "plain rules"),
        ("Corvus CNN gains 80% relative to plain rules under load.", "deep rules", "rules", None),
        ("Corvus CNN gains 80% relative to plain rules under load.", "plain methods", "plain rules", None),
        ("Corvus CNN gains 80% relative to plain rules under load.", "Borea", "strong baselines", None),
        ("Corvus CNN gains 80% relative to strong baselines.", "Borea", "strong baselines", None),
        ("Corvus CNN gains 80% with plain rules.", "deep rules", "plain rules", None),
        ("Corvus CNN gains 80% relative to plain rules today.", "deep rules", "plain rules", "plain rules"),
        ("Corvus CNN gains 80% relative to PRS.", "plain rules set", "PRS", None),
        ("Corvus CNN gains 80% relative to the plain rules.", "deep rules", "plain rules", "plain rules"),
        ("Corvus CNN gains 80% relative to the old plain rules.", "deep rules", "plain rules", None),
        ("It gains 80% relative to Corvus CNN, and relative to plain rules.", "deep rules", "plain rules", None),
        ("It gains 80% with Corvus CNN, and relative to plain rules.", "deep rules", "plain rules", "plain rules"),
    ],
)
def test_the_baseline_of_another_claim(sentence: str, baseline: str, other: str, found: str | None, make: Make) -> None:
    claims = [
        {"id": name, "subject": "Corvus CNN", "value": "80%", "baseline": each}
        for name, each in (("c", baseline), ("d", other))
    ]
    paper = make(sentence, *claims, abstract=f"We use deep rules. {sentence}").papers[0]
    assert compared_instead(paper.quotes[0].sentence, paper.quotes[0].claims[0], baseline, paper.vocabulary) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Alba is better than deep rules.", "Lumen"),
        ("Alba is better than deep rules. We use deep rules.", None),
        ("We use rules that are deep.", None),
    ],
)
def test_what_is_compared_with_elsewhere_alone(before: str, found: str | None, make: Make) -> None:
    """A baseline that is no name is one of another sentence where all sentences that have it compare with it."""
    assert instead(make, "Corvus CNN reaches 80%, surpassing Lumen.", "deep rules", before) == found
