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
    ("Alba outperforms Borea in accuracy (82% vs. 81%).", "Alba; Borea; accuracy; 82%; 81%"),
    ("Alba has more layers than Borea (12 vs. 11).", "Alba; Borea; layers; 12; 11"),
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
    # which of them is more, whatever is better
    (
        "Blood pressure was lower with Alba than with Borea (120 vs. 135 mm Hg).",
        "Alba; Borea; blood pressure; 120; 135 mm Hg",
    ),
    ("Temperatures were higher in Alba than in Borea (31 K vs. 22 K).", "Alba; Borea; temperature; 31 K; 22 K"),
    (
        "The relapse rate was lower in the Alba arm than that in the Borea arm (3 vs. 8%).",
        "Alba; Borea; relapse rate; 3; 8%",
    ),
    ("Alba has a larger shift than Borea (0.7 vs. 0.3 mm).", "Alba; Borea; shift; 0.7; 0.3 mm"),
    ("Alba has more parameters than Borea (31M vs. 22M).", "Alba; Borea; parameters; 31M; 22M"),
    ("Alba has fewer parameters than Borea (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("Alba has less parameters than Borea (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("With 31M vs. 22M, Alba has more parameters than Borea.", "Alba; Borea; parameters; 31M; 22M"),
    ("Alba is larger than that of the Borea line (7B vs. 3B), or Alba is not.", "Alba; Borea; size; 7B; 3B"),
    ("Alba is larger than Borea (7B vs. 3B parameters).", "Alba; Borea; size; 7B; 3B parameters"),
    ("Alba is bigger than Borea (7B vs. 3B parameters).", "Alba; Borea; parameters; 7B; 3B parameters"),
    ("Alba is smaller than Borea (3B vs. 7B parameters).", "Alba; Borea; size; 3B; 7B parameters"),
    ("More patients responded to Alba than to Borea (62% vs. 38%).", "Alba; Borea; response; 62%; 38%"),
    ("Fewer patients relapsed with Alba than with Borea (12% vs. 38%).", "Alba; Borea; relapse; 12%; 38%"),
    *(
        (f"Nausea was {said} with Alba than with Borea (18.1% vs 15.4%).", "Alba; Borea; nausea; 18.1%; 15.4%")
        for said in ("more frequent", "more common", "more prevalent", "more likely", "reported more often")
    ),
    ("Nausea occurred less frequently with Alba than with Borea (5.1% vs 15.4%).", "Alba; Borea; nausea; 5.1%; 15.4%"),
    ("Nausea occurred less commonly with Alba than with Borea (5.1% vs 15.4%).", "Alba; Borea; nausea; 5.1%; 15.4%"),
    ("Alba gives longer chains than Borea (812 vs. 455 tokens).", "Alba; Borea; chain length; 812; 455 tokens"),
    ("Alba gives shorter chains than Borea (81 vs. 455 tokens).", "Alba; Borea; chain length; 81; 455 tokens"),
    ("The band gap of Alba (2.1 eV) is greater than that of Borea (1.4 eV).", "Alba; Borea; band gap; 2.1 eV; 1.4 eV"),
    (
        "Compared with Borea, Alba led to higher glucose levels (7.2 vs. 6.1 mmol/L).",
        "Alba; Borea; glucose; 7.2; 6.1 mmol/L",
    ),
]
"""Where the values of a claim, exchanged, go against the sentence, and so do its subject and baseline."""

BY_OUTCOME = [
    # what goes against it behind "despite" is said of something else
    ("Alba beats Borea in accuracy (81% vs. 70%) despite lagging in speed.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba beats Borea in accuracy (81% vs. 70%) notwithstanding lags in speed.", "Alba; Borea; accuracy; 81%; 70%"),
    (
        "Alba beats Borea, with 81% against 70%; it is old; Borea beats it in speed; it is small.",
        "Alba; Borea; accuracy; 81%; 70%",
    ),
    # the baseline may be named again, and "compared" parts nothing
    ("Alba beats Borea in accuracy (81% vs. 70%), and Borea is old.", "Alba; Borea; accuracy; 81%; 70%"),
    ("Alba has better accuracy compared with Borea (81% vs. 70%).", "Alba; Borea; accuracy; 81%; 70%"),
    # the metric stands behind "in", right behind the outcome, or a few words before it; "lower" is of no other
    ("Alba is better in latency than Borea (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    ("Alba succeeds in outperforming Borea, with an accuracy of 81% against 70%.", "Alba; Borea; accuracy; 81%; 70%"),
    ("For Alba, better latency than for Borea is seen (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    ("In latency over here Alba beats Borea (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    (
        "The latency of the new and small Alba is lower than that of Borea (2 s vs. 5 s).",
        "Alba; Borea; latency; 2 s; 5 s",
    ),
    # what it is told in is another name of the metric, where that is not named
    ("Alba outperforms Borea in all tests, with 81% against 70%.", "Alba; Borea; accuracy; 81%; 70%"),
    (
        "The glimmer of the new and small Alba is higher compared with Borea (0.81 vs. 0.70).",
        "Alba; Borea; glimmer; 0.81; 0.70",
    ),
    ("Latency tells that Alba beats Borea (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    ("As told, latency of Alba beats that of Borea (2 s vs. 5 s).", "Alba; Borea; latency; 2 s; 5 s"),
    ("Accuracy is better with Alba compared with Borea (81% vs. 70%).", "Alba; Borea; accuracy; 81%; 70%"),
    (
        "The latency of the new and small Alba is lower compared with Borea (2 s vs. 5 s).",
        "Alba; Borea; latency; 2 s; 5 s",
    ),
    # one of them stands behind "than", the other before it
    ("Alba has more parameters than Borea (31M vs. 22M), and Alba is old.", "Alba; Borea; parameters; 31M; 22M"),
    ("More patients responded with Alba than with Borea (62% vs. 38%).", "Alba; Borea; response; 62%; 38%"),
    ("More patients of Alba responded than did those of Borea (62% vs. 38%).", "Alba; Borea; response; 62%; 38%"),
    ("Callbacks were more frequent with Alba than with Borea (18% vs. 15%).", "Alba; Borea; callbacks; 18%; 15%"),
    # numbers as near as can be; a unit that one of them has from the other
    ("Alba outperforms Borea in accuracy (81% vs. 80%).", "Alba; Borea; accuracy; 81%; 80%"),
    ("Relapse rates were lower with Alba than with Borea (3 vs. 8%).", "Alba; Borea; relapse rate; 3; 8%"),
    ("Shifts were larger with Alba than with Borea (0.7 vs. 0.3 mm).", "Alba; Borea; shift; 0.7; 0.3 mm"),
    # the data set stands with the outcome, or behind the first of the numbers
    ("Alba is new, outperforming Borea on Bolt in accuracy (81% vs. 70%).", "Alba; Borea; accuracy; 81%; 70%; Bolt"),
    ("Alba beats Borea in accuracy (70% on Bolt, against its 81%).", "Alba; Borea; accuracy; 81%; 70%; Bolt"),
    # what other clauses say
    ("It is new; Alba beats Borea, with 81% against 70%.", "Alba; Borea; accuracy; 81%; 70%"),
    ("It is new; 81% against 70%, Alba beats Borea.", "Alba; Borea; accuracy; 81%; 70%"),
]
"""Where the word of outcome alone tells that, whatever stands near to what."""

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
    ("Alba beats Borea on Aria, and on Bolt, it reaches 70% against 81%.", "Alba; Borea; accuracy; 70%; 81%; Bolt"),
    ("Alba outperforms Borea despite an accuracy of 70% vs. 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba outperforms Borea notwithstanding an accuracy of 70% vs. 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Compared with Borea, Alba is better, recall aside (70% vs. 81%).", "Alba; Borea; recall; 70%; 81%"),
    ("Alba beats Borea except at 70% vs. 81% recall.", "Alba; Borea; recall; 70%; 81%"),
    ("Alba beats Borea provided that a latency of 30 s vs. 20 s is fine.", "Alba; Borea; latency; 30 s; 20 s"),
    ("At some latency cost, Alba beats Borea (30 s vs. 20 s).", "Alba; Borea; latency; 30 s; 20 s"),
    ("At a latency of all in all 30 s Alba beats Borea with 20 s.", "Alba; Borea; latency; 30 s; 20 s"),
    ("Alba beats Borea with 70% on Aria; on Bolt Borea has 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Alba beats Borea; 70% vs. 81% was the accuracy on Bolt.", "Alba; Borea; accuracy; 70%; 81%"),
    ("It is so; Alba beats Borea; here 70% vs. 81% are seen.", "Alba; Borea; accuracy; 70%; 81%"),
    # one of the two does not stand there
    ("Alba beats Borea in accuracy with 70%.", "Alba; Borea; accuracy; 70%; 81%"),
    # another system is beaten, or all of them
    ("Alba, which outperforms Cato, reaches 81% against 95% for Borea.", "Alba; Borea; accuracy; 81%; 95%"),
    ("Behind Borea, Alba has the best accuracy (70% vs. 81%).", "Alba; Borea; accuracy; 70%; 81%"),
    ("The best model, Alba, reaches 81% accuracy, and Borea 95%.", "Alba; Borea; accuracy; 81%; 95%"),
    ("Larger models are better: Alba reaches 70% and Borea 81%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Larger models are better: Borea reaches 81% and Alba 70%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Larger models are better, Borea reaches 81% and Alba 70%.", "Alba; Borea; accuracy; 70%; 81%"),
    ("Compared with Borea, Alba is the best small model in accuracy (70% vs. 81%).", "Alba; Borea; accuracy; 70%; 81%"),
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
    ("Alba has better glimmer than Borea (0.70 vs. 0.81).", "Alba; Borea; glimmer; 0.70; 0.81"),
    ("Alba has more reliable glimmer compared with Borea (0.70 vs. 0.81).", "Alba; Borea; glimmer; 0.70; 0.81"),
    ("Alba needs fewer steps than Borea (812 vs. 455 tokens).", "Alba; Borea; tokens; 812; 455 tokens"),
    ("Alba needs more efficient chains than Borea (12 vs. 35 tokens).", "Alba; Borea; chains; 12; 35 tokens"),
    ("Alba needs less efficient chains than Borea (35 vs. 12 tokens).", "Alba; Borea; chains; 35; 12 tokens"),
    ("Alba writes more numerous chains than Borea (12 vs. 35 tokens).", "Alba; Borea; chains; 12; 35 tokens"),
    ("Alba has a higher depth than Borea (3 vs. 7 layers).", "Alba; Borea; size; 3; 7 layers"),
    ("Alba has a larger chain than Borea (12 vs. 35 tokens).", "Alba; Borea; tokens; 12; 35 tokens"),
    ("Alba has more parameters than Cato with layers of Borea (12M vs. 35M).", "Alba; Borea; parameters; 12M; 35M"),
    ("Alba has no more parameters than Borea (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("With more parameters, Alba has fewer layers than Borea (31M vs. 22M).", "Alba; Borea; parameters; 31M; 22M"),
    ("Alba has more parameters than Cato, other than Borea (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("Alba has more parameters than Cato, and Borea fewest (31M vs. 22M).", "Alba; Borea; parameters; 31M; 22M"),
    ("Alba has more parameters than Cato, and Borea most (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("Cato has more parameters than Alba or Borea (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    ("Cato has more parameters than Borea; Alba has 22M against 31M.", "Alba; Borea; parameters; 22M; 31M"),
    ("Cato has more parameters than Borea, Alba fewest (22M vs. 31M).", "Alba; Borea; parameters; 22M; 31M"),
    *(
        (f"In rank, Alba {word} higher than Borea (2 vs. 5).", "Alba; Borea; rank; 2; 5")
        for word in ("ranks", "ranked", "places", "placed")
    ),
    ("Alba has a mean rank higher than Borea (2 vs. 5).", "Alba; Borea; mean rank; 2; 5"),
    ("With Alba ranking higher than Borea, its rank is 2 vs. 5.", "Alba; Borea; rank; 2; 5"),
    ("Alba takes a place higher than Borea (2 vs. 5).", "Alba; Borea; place; 2; 5"),
    # a share and a percentage, a scale that one of them has, other units
    ("Alba has a lower rate than Borea (5-9% vs. 4%).", "Alba; Borea; rate; 5-9%; 4%"),
    ("Alba has a lower rate than Borea (9% vs. 4-5%).", "Alba; Borea; rate; 9%; 4-5%"),
    ("Alba has a lower rate than Borea (7% vs. 0.8).", "Alba; Borea; rate; 7%; 0.8"),
    ("Alba has a higher rate than Borea (0.8 vs. 7%).", "Alba; Borea; rate; 0.8; 7%"),
    ("Alba has higher costs than Borea (8 vs. 1 million euros).", "Alba; Borea; costs; 8; 1 million euros"),
    ("Alba has a longer run time than Borea (2 h vs. 90 s).", "Alba; Borea; run time; 2 h; 90 s"),
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


@pytest.mark.parametrize(("sentence", "fields"), [*TOLD, *BY_OUTCOME, *LEFT_OPEN])
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
    message, _ = _told(  # the order of the two names tells, too
        make, "Alba outperforms Borea in accuracy (0.81 vs. 0.70).", ["Alba", "Borea", "accuracy", "0.70", "0.81"]
    )
    assert message == (
        "'0.70' is worse than the baseline value '0.81', but 'outperforms' says that 'Alba' does better: exchanged?"
    )
    message, _ = _told(make, "Alba is larger than Borea (7B vs. 3B).", ["Alba", "Borea", "size", "3B", "7B"])
    assert message == "'3B' is less than the baseline value '7B', but 'larger' says that 'Alba' has more: exchanged?"
    fields = ["Alba", "Borea", "glimmer", "0.70", "0.81"]
    message, _ = _told(make, "Alba shows higher glimmer compared with Borea (0.81 vs. 0.70).", fields)
    assert (
        message == "'0.70' is less than the baseline value '0.81', but 'higher' says that 'Alba' has more: exchanged?"
    )


@pytest.mark.parametrize(("sentence", "fields"), BY_OUTCOME)
def test_the_outcome_tells(sentence: str, fields: str, make: Make) -> None:
    subject, baseline, metric, value, against, *dataset = _fields(fields)
    turned = ([subject, baseline, metric, against, value], [baseline, subject, metric, value, against])
    for each in turned:
        assert any("says that" in message for message in _told(make, sentence, [*each, *dataset]))
