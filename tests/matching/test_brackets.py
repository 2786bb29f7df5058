"""Numbers in the brackets behind a name: which claims have that of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.brackets import behind_another

Make = Callable[..., Dataset]

BEATS = "Corvus (80%) beats Lumen (70%)."


def found(make: Make, sentence: str, claim: dict[str, object], abstract: str | None = None) -> tuple[str, str] | None:
    """The name that the claim's number stands behind, and the number behind its own."""
    (only,) = make(sentence, {"subject": "Corvus", "value": "70%", **claim}, abstract=abstract).papers[0].all_claims()
    bracketed = behind_another(only)
    return None if bracketed is None else (bracketed.name, only.paper.numbers[bracketed.other].text)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (BEATS, {}),
        (BEATS, {"subject": "corvus"}),
        (BEATS, {"baseline": "Lumen"}),
        (BEATS, {"subject": "our parser", "subject_as": "Corvus"}),
        (BEATS, {"subject": "our parser Lumenia", "subject_as": "Corvus", "conditions": {"mode": "greedy"}, "baseline": "Lumen"}),
        ("Corvus [80%] beats Lumen [70%].", {}),
        ("Corvus (with 80%) and Corvus (80%) beat Lumen (70%).", {}),
        ("The new Corvus (80%) beats Lumen (70%).", {}),
        ("It beats Lumen (70%) with the new Corvus (80%).", {}),
    ],
)  # fmt: skip
def test_a_number_behind_another_name(sentence: str, claim: dict[str, object], make: Make) -> None:
    expected = None if "Lumen" in str(claim.get("subject")) else ("Lumen", "80%")
    assert found(make, sentence, claim) == expected


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (BEATS, {"value": "80%"}),
        (BEATS, {"value": "60%"}),
        (BEATS, {"kind": "delta", "change": "increase", "baseline": "Lumen", "delta": "unstated"}),
        # The name is that of something else that the claim tells.
        (BEATS, {"metric": "lumen score"}),
        (BEATS, {"metric": "LUMEN score"}),
        (BEATS, {"dataset": "Lumen"}),
        (BEATS, {"conditions": {"mode": "Lumen"}}),
        (BEATS, {"conditions": {"Lumen": "yes"}}),
        (BEATS, {"agg": {"how": "mean", "of": "Lumen parts"}}),
        (BEATS, {"subject": "our parser", "subject_as": "Corvus of Lumen"}),
        ("Corvus (80%) beats CORVUS (70%).", {}),
        # The other number cannot be meant, or is not the subject's.
        ("Corvus (80 ms) beats Lumen (70%).", {}),
        ("Corvus 80% beats Lumen (70%).", {}),
        ("Borea (80%) beats Lumen (70%).", {}),
        ("Corvus (80%) beats Lumen, 70%.", {}),
        ("Corvus (80%) beats lumen (70%).", {}),  # no name
        # Where it was measured, not what.
        ("Corvus (80%) beats it on Lumen (70%).", {}),
        ("Corvus (80%) beats it On Lumen (70%).", {}),
        ("It wins with Corvus (80%) and loses with Lumen (70%).", {}),
    ],
)  # fmt: skip
def test_nothing_is_told_in_doubt(sentence: str, claim: dict[str, object], make: Make) -> None:
    assert found(make, sentence, claim) is None


def test_names_outside_the_quote_are_not_looked_at(make: Make) -> None:
    assert found(make, "(80%) beats Lumen (70%).", {}, abstract="Here Corvus (80%) beats Lumen (70%).") is None
