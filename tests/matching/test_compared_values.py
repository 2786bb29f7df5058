"""Value and baseline value that stand side by side: the sentence says which of the two does better, or in which order they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from claimcheck.dataset import Dataset
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]

TOLD = [
    # the sentence; subject, baseline, metric, value, baseline value
    ("Alba outperforms Borea in accuracy (0.81 vs. 0.70) on Harbour.", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("Alba outperforms Borea in accuracy, reaching 81% against 70%.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba outperforms Borea, with an accuracy of 81% compared to 70%.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba surpasses Borea on Harbour (F1 81.2 vs. 70.3).", "Alba; Borea; F1; 81.2; 70.3"),
    ("Borea is outperformed by Alba in accuracy (0.81 vs 0.70).", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("Borea trails Alba in accuracy (0.70 vs 0.81).", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("Alba underperforms Borea in accuracy (0.70 vs 0.81).", "Alba; Borea; accuracy; 0.70; 0.81"),
    ("Over Borea, Alba improves accuracy on Harbour (0.81 vs 0.70).", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("Compared with Borea, Alba has better accuracy (81% vs. 70%).", "Alba; Borea; accuracy; 81%; 70%"),
    ("Unlike Borea, Alba reaches a higher accuracy (0.81 vs 0.70).", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("Alba has lower error than Borea (0.70 vs 0.81).", "Alba; Borea; error; 0.70; 0.81"),
    ("Alba needs less memory than Borea (2 GB vs. 5 GB).", "Alba; Borea; memory; 2 GB; 5 GB"),
    ("Alba was faster than Borea (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    ("Alba is slower than Borea (5 s vs. 2 s).", "Alba; Borea; latency; 5 s; 2 s"),
    ("Alba outperforms Borea in accuracy, with 81% against 70% of Borea.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba is new, outperforming Borea on Bolt in accuracy (81% vs. 70%).", "Alba; Borea; accuracy; 81%; 70%; Bolt"),
    ("When trained longer, Alba outperforms Borea in recall (81% vs. 70%).", "Alba; Borea; recall; 81%; 70%"),
    ("Mortality was lower with Alba than with Borea (2% vs. 7%).", "Alba; Borea; mortality; 2%; 7%"),
    ("Mortality decreased with Alba compared with Borea (2% vs. 7%).", "Alba; Borea; mortality; 2%; 7%"),
    ("The accuracy of Alba is higher than that of Borea (0.81 against 0.70).", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("The accuracy of Alba and Borea is 0.81 vs 0.70.", "Alba; Borea; accuracy; 0.81; 0.70"),
    ("For Borea and Alba, accuracy was 70% versus 81%.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba vs. Borea: 81% compared with 70% accuracy.", "Alba; Borea; accuracy; 81%; 70%"),
]
"""Where the values of a claim, exchanged, go against the sentence, and so do its subject and baseline."""

LEFT_OPEN = [
    # another metric than the one that the outcome is told of
    ("Alba outperforms Borea in recall, with a precision of 70% vs 81%.", "Alba; Borea; precision; 70%; 81%"),
    ("At 70% vs. 81% precision, Alba outperforms Borea in recall.", "Alba; Borea; precision; 70%; 81%"),
    ("Alba outperforms Borea in recall at the cost of precision (70% vs 81%).", "Alba; Borea; precision; 70%; 81%"),
    ("Alba improves recall over Borea, losing some precision (70% vs. 81%).", "Alba; Borea; precision; 70%; 81%"),
    ("Alba outperforms Borea at a latency of 30 ms vs. 20 ms.", "Alba; Borea; latency; 30 ms; 20 ms"),
    ("Alba outperforms Borea despite a lower recall (70% vs. 81%).", "Alba; Borea; recall; 70%; 81%"),
    ("Alba outperforms Borea despite a lower recall (70% vs. 81%).", "Borea; Alba; recall; 81%; 70%"),
    (
        "Alba is superior to Borea in speed at a small loss in recall (80.4% vs. 81.2%).",
        "Alba; Borea; recall; 80.4%; 81.2%",
    ),
    ("Alba outperforms Borea except in latency (30 ms vs. 20 ms).", "Alba; Borea; latency; 30 ms; 20 ms"),
    ("Alba outperforms Borea using 30 GB of memory vs. 20 GB.", "Alba; Borea; memory; 30 GB; 20 GB"),
    # another case, or another clause
    ("Alba outperforms Borea on all sets except Bolt (70% vs. 81%).", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba beats Borea on Aria, and on Bolt reaches 70% against 81%.", "Alba; Borea; accuracy; 70%; 81%; Bolt"),
    ("Although Alba outperforms Borea on Aria, it reaches 70% on Bolt against 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Over Borea, Alba gains and on Bolt reaches 70% against 81%.", "Alba; Borea; accuracy; 70%; 81%; Bolt"),
    (
        "It is new, and although Alba outperforms Borea on Aria, it reaches 70% against 81%.",
        "Alba; Borea; accuracy; 70%; 81%",
    ),
    ("Alba beats Borea overall, yet accuracy drops to 70% against 81% on Bolt.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Borea reaches 81%; Alba is better in speed but has 70%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Borea is strong; Alba is better than Cato in accuracy, with 70% against 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba outperforms Borea; on Bolt it has 70% against 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    # another system is beaten, or all of them
    ("Alba, which outperforms Cato, reaches 81% against 95% for Borea.", "Alba; Borea; accuracy; 81%; 95%"),
    ("Behind Borea, Alba has the best accuracy (70% vs. 81%).", "Alba; Borea; accuracy; 70%; 81%"),
    ("The best model, Alba, reaches 81% accuracy, and Borea 95%.", "Alba; Borea; accuracy; 81%; 95%"),
    ("Larger models are better: Alba reaches 70% and Borea 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba degrades gracefully, with 70% accuracy compared to 51% for Borea.", "Alba; Borea; accuracy; 70%; 51%"),
    # without it, the outcome is the contrary
    ("Removing Alba in favour of Borea decreases accuracy (70% vs 81%).", "Alba; Borea; accuracy; 81%; 70%"),
    (
        "With Borea for Alba, removing attention from Alba decreases accuracy (70% vs 81%).",
        "Alba; Borea; accuracy; 81%; 70%",
    ),
    # both are said, or it is denied, or the values are the same
    ("Alba beats Borea in speed, trailing it in accuracy (70% vs 81%).", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba does not improve accuracy over Borea significantly (82% vs 81%).", "Alba; Borea; accuracy; 82%; 81%"),
    ("Alba outperforms Borea slightly in accuracy (81% vs. 81.2%).", "Alba; Borea; accuracy; 81%; 81.2%"),
    # nobody knows which values are the better ones
    ("Alba outperforms Borea in glimmer (0.70 vs. 0.81).", "Alba; Borea; glimmer; 0.70; 0.81"),
    # the names do not stand side by side
    ("Behind Borea, Alba has 70% vs. 81% accuracy.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Of Borea and its rival Alba, here Alba reaches 70% vs. 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Borea and, at last, Alba differ in accuracy, by 81% vs. 70% of Cato.", "Alba; Cato; accuracy; 81%; 70%"),
]
"""What is true, and goes against no word of the sentence."""


def _told(make: Make, sentence: str, fields: list[str]) -> Iterator[str]:
    subject, baseline, metric, value, against, *dataset = fields
    claim = {"subject": subject, "baseline": baseline, "metric": metric, "value": value, "baseline_value": against}
    dataset_field = {"dataset": dataset[0]} if dataset else {}
    project = make(sentence, claim | dataset_field, abstract=f"We study things here. {sentence}")
    for name in ("direction-contradicted", "mention-elsewhere"):
        yield from (each.message for each in found_by(registry()[name], project, {}))


def _fields(text: str) -> list[str]:
    return text.split("; ")


@pytest.mark.parametrize(("sentence", "fields"), [*TOLD, *LEFT_OPEN])
def test_no_true_pair_is_stopped(sentence: str, fields: str, make: Make) -> None:
    """What the sentence says, in either order of names and numbers, is claimed without a word."""
    assert list(_told(make, sentence, _fields(fields))) == []


@pytest.mark.parametrize(("sentence", "fields"), TOLD)
def test_a_pair_that_is_turned_round_is_told(sentence: str, fields: str, make: Make) -> None:
    """The values exchanged, or the names: both say the contrary of the sentence."""
    subject, baseline, metric, value, against, *dataset = _fields(fields)
    assert list(_told(make, sentence, [subject, baseline, metric, against, value, *dataset]))
    assert list(_told(make, sentence, [baseline, subject, metric, value, against, *dataset]))


def test_the_message_names_both_values_and_the_word(make: Make) -> None:
    """A person sees what was held against what."""
    (message,) = _told(
        make, "Alba outperforms Borea in accuracy (0.81 vs. 0.70).", ["Alba", "Borea", "accuracy", "0.70", "0.81"]
    )
    assert message == (
        "'0.70' is worse than the baseline value '0.81', but 'outperforms' says that 'Alba' does better: exchanged?"
    )
