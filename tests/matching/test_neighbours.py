"""A claim's field that stands in the sentence at another number than the claim's: told by what stands at its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.neighbours import at_neighbours

Make = Callable[..., Dataset]

BEHIND = "Alba gains 5% lower WER on Harbour and 7% on Meadow."
LISTED = "On Harbour, Meadow and Orchard, Alba reaches 50%, 60% and 70%."
NAMED = "Alba (70.1%) beats Borea (68.2%) and Cora (65.0%) on Harbour (64.0%)."
CLAUSES = "In all, Alba achieves 79%, while Borea still achieves 77% and 31% over all."
MEASURED = (
    "In drills, it has higher detection confidence (0.79 vs. 0.72) and improved person detection rates (91% vs. 75%)."
)
BY = "Tests show that it improves effectiveness by 2% to 5% and stability by 57% compared with it, at 7% cost."
OVERALL = "The system achieves 0.7 spelling accuracy with 0.65 overall accuracy."
VERBS = "Tests on Harbour and Meadow show that Alba outperforms tuning and Borea baselines, reducing leaks by 41.8% and 37.7%, respectively."
WIDE = "It has new large sets Harbour, Meadow and very old Orchard with 50%, 60% and 70%."
DELTA = {"kind": "delta", "change": "increase", "delta": "unstated"}


def found(
    make: Make, sentence: str, claim: dict[str, object], abstract: str | None = None
) -> tuple[str, str, str] | None:
    paper = make(sentence, claim, abstract=abstract).papers[0]
    told = list(at_neighbours(paper.quotes[0]))
    assert len(told) < 2, "a claim is told once"
    return next(((each.field, paper.numbers[each.other].text, each.own) for each in told), None)


@pytest.mark.parametrize(
    ("sentence", "claim", "expected"),
    [
        # Behind the numbers, by the same preposition.
        (BEHIND, {"value": "7%", "dataset": "Harbour"}, ("dataset", "5%", "Meadow")),
        (BEHIND, {"value": "5%", "dataset": "Meadow"}, ("dataset", "7%", "Harbour")),
        (BEHIND, {"value": "5%", "conditions": {"texts": "on Meadow"}}, ("conditions.texts", "7%", "Harbour")),
        (BEHIND, {"value": "5%", "dataset": "on Meadow"}, ("dataset", "7%", "Harbour")),
        ("Gains are 5% for Alba and 7% for Borea.", {"value": "5%", "subject": "Borea"}, ("subject", "7%", "Alba")),
        ("It gains 5% on short texts and 7% on long texts.", {"value": "7%", "conditions": {"on": "short texts"}}, ("conditions.on", "5%", "long texts")),
        ("It gains 5% over Borea and 7% over Cora.", {**DELTA, "value": "5%", "baseline": "Cora"}, ("baseline", "7%", "Borea")),
        # The second phrase behind a number: for whom, on what.
        ("It gains 5% in recall on Harbour and 7% in recall on Meadow.", {"value": "5%", "dataset": "Meadow"}, ("dataset", "7%", "Harbour")),
        # Before the numbers.
        ("It raises recall on Harbour by 5% and recall on Meadow by 7%.", {"value": "5%", "dataset": "recall on Meadow"}, None),
        ("It gains on Harbour by 5%, and on Meadow by 7%.", {"value": "5%", "dataset": "Meadow"}, ("dataset", "7%", "Harbour")),
        # In brackets behind the numbers, or the numbers in brackets behind names.
        ("It reaches 44% (drafts) and 51% (proofs).", {"value": "44%", "conditions": {"texts": "proofs"}}, ("conditions.texts", "51%", "drafts")),
        (NAMED, {"value": "70.1%", "subject": "Cora"}, ("subject", "65.0%", "Alba")),
        (NAMED, {"value": "70.1%", "subject": "Alba", "baseline": "Borea", "baseline_value": "65.0%"}, ("baseline", "68.2%", "Cora")),
        # What is measured: named before brackets, of whatever unit the numbers are.
        (MEASURED, {"value": "0.79", "metric": "person detection rate"}, ("metric", "91%", "confidence")),
        (MEASURED, {"value": "91%", "metric": "detection confidence"}, ("metric", "0.79", "rates")),
        (MEASURED, {"value": "91%", "metric": "confidence"}, ("metric", "0.79", "rates")),
        # What is measured: before "by", right behind the number, behind "in"; what it was measured on may be anything.
        ("It gains 5% in speed and 7% in recall.", {"value": "5%", "metric": "recall"}, ("metric", "7%", "speed")),
        ("It gains 5% on speed and 7% on recall.", {"value": "5%", "metric": "recall"}, None),
        (BY, {"value": "57%", "metric": "effectiveness"}, ("metric", "2% to 5%", "stability")),
        (BY, {"value": "2% to 5%", "metric": "stability"}, ("metric", "57%", "effectiveness")),
        (BY, {"value": "57%", "metric": "stability"}, None),
        (BY, {"value": "57%", "metric": "effectiveness of its stability"}, None),
        (BY, {"value": "7%", "metric": "stability"}, None),  # "cost" stands behind its number
        (OVERALL, {"value": "0.65", "metric": "spelling accuracy"}, ("metric", "0.7", "overall accuracy")),
        (OVERALL, {"value": "0.7", "metric": "overall accuracy"}, ("metric", "0.65", "spelling accuracy")),
        (OVERALL, {"value": "0.65", "metric": "accuracy"}, None),
        (OVERALL, {"value": "0.65", "metric": "spelling accuracy", "conditions": {"of": "overall"}}, None),
        ("It improves recall by 5% and Borea by 7%.", {"value": "7%", "metric": "recall"}, None),  # a name is no measure
        ("It has 64% recall, a 5% gain.", {"value": "5%", "metric": "recall"}, None),
        ("It has 64% recall and 5% in all.", {"value": "5%", "metric": "recall"}, None),
        ("It has 64% recall and 5% (drill) noise.", {"value": "5%", "metric": "recall"}, None),
        # What the clause is about.
        (CLAUSES, {"value": "79%", "subject": "Borea"}, ("subject", "77%", "Alba")),
        (CLAUSES, {"value": "31%", "subject": "Alba"}, ("subject", "79%", "Borea")),
        ("While older baselines stagnate around 50%, the Alba reaches 70%.", {"value": "around 50%", "subject": "Alba"}, ("subject", "70%", "older baselines")),
        ("In all, Alba reaches 70%, compared to 65% for Borea.", {"value": "70%", "subject": "Borea"}, ("subject", "65%", "Alba")),
        ("In all, Borea is at 65%, while Alba is at 70%.", {"value": "70%", "subject": "Borea"}, ("subject", "65%", "Alba")),
        # Whose each number is, the one in this way, the other in that.
        ("In all, Alba solves 92% of all, Borea 31%.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba solves 92% of all, Borea 31%.", {"value": "92%", "subject": "Borea"}, ("subject", "31%", "Alba")),
        ("In all, Alba solves 92% and Borea 31%.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba keeps 92% recall, whereas Borea falls to 31%.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("The recall of Alba is 92% and that of Borea is 31%.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("The mean recall of Alba is 92%, while that of Borea is 31%.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba obtains 92% recall, versus 31% by Borea.", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba obtains 92% recall, versus 31% over Borea.", {"value": "31%", "subject": "Alba"}, None),
        ("In all, Alba beats Borea (92% vs. 31%).", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba beats Borea (92% vs. 31%).", {"value": "92%", "subject": "Borea"}, ("subject", "31%", "Alba")),
        ("In all, Alba trails the very old Borea with 31% against 92%.", {"value": "92%", "subject": "Alba"}, ("subject", "31%", "very old Borea")),
        ("In all, Alba beats Borea (92% compared to 31%).", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba beats Borea (92% and 31%).", {"value": "31%", "subject": "Alba"}, None),
        ("In all, Alba beats others (92% vs. 31%).", {"value": "31%", "subject": "Alba"}, None),
        ("In all, Alba reaches Borea (92% vs. 31%).", {"value": "31%", "subject": "Alba"}, None),
        ("In all, with Alba beating Borea (92% vs. 31%), it wins.", {"value": "31%", "subject": "Alba"}, None),
        ("In all, Alba gets 90% on Harbour, and beats Borea (92% on Meadow).", {"value": "92%", "subject": "Alba"}, None),
        ("In all, Alba reaches 80% and outperforms Borea 92% of the time.", {"value": "92%", "subject": "Alba"}, None),
        ("In all, Alba solves 92% and has 31% on Harbour.", {"value": "31%", "subject": "Alba", "dataset": "Meadow"}, None),
        ("In all, Alba beats Cora by 5% and Borea by 7%.", {**DELTA, "value": "7%", "subject": "Alba", "baseline": "unstated"}, None),
        ("In all, Harbour gives it 92%, Meadow 31%.", {"value": "31%", "dataset": "Harbour"}, None),
        ("In all, Harbour yields 92%, Meadow 31%.", {"value": "31%", "dataset": "Harbour"}, ("dataset", "92%", "Meadow")),
        ("In all, Alba has 92% and 7 ms, and beats Borea (50% vs. 31%).", {"value": "31%", "subject": "Alba"}, ("subject", "92%", "Borea")),
        ("In all, Alba beats all those of Borea (92% vs. 31%).", {"value": "31%", "subject": "Alba"}, None),
        # What opens the clause.
        ("On Harbour, it reaches 50%, and on Meadow, it reaches 60%.", {"value": "60%", "dataset": "Harbour"}, ("dataset", "50%", "Meadow")),
        ("On Harbour, it reaches 50%; on Meadow, 60%.", {"value": "60%", "dataset": "Harbour"}, ("dataset", "50%", "Meadow")),
        # A name right before the number, or but for one word.
        ("It finds much (Harbour: 50%, Meadow: 60%).", {"value": "60%", "dataset": "Harbour"}, ("dataset", "50%", "Meadow")),
        ("Alba leads, followed by Borea at 65% and Cora at 60%.", {"value": "65%", "subject": "Cora"}, ("subject", "60%", "Borea")),
        ("Alba beats Borea by 5% and Cora by 7%.", {**DELTA, "value": "5%", "baseline": "Cora"}, ("baseline", "7%", "Borea")),
        # Lists, in their order.
        (LISTED, {"value": "70%", "dataset": "Harbour"}, ("dataset", "50%", "Orchard")),
        (LISTED, {"value": "50%", "dataset": "Meadow"}, ("dataset", "60%", "Harbour")),
        # Verbs before a list and behind it are none of its items; what only looks like one is.
        ("Tests on isolated Harbour and Meadow reach 41.8% and 37.7%.", {"value": "41.8%", "dataset": "Meadow"}, ("dataset", "37.7%", "isolated Harbour")),
        ("Tests give Harbour scores and Meadow scores of 41.8% and 37.7%, respectively.", {"value": "41.8%", "dataset": "Meadow scores"},
         ("dataset", "37.7%", "Harbour scores")),
        ("It has drops and gains of 41.8% and 37.7%, respectively.", {"value": "41.8%", "conditions": {"part": "gains"}},
         ("conditions.part", "37.7%", "drops")),
        ("Tests on Harbour isolates and Meadow isolates reach 41.8% and 37.7%.", {"value": "41.8%", "dataset": "Meadow isolates"},
         ("dataset", "37.7%", "Harbour isolates")),
        ("By 5% and 7%, it has outperformed Borea and Cora, respectively.", {**DELTA, "value": "5%", "baseline": "Cora"}, ("baseline", "7%", "Borea")),
        ("By 5% and 7%, its scores match Borea and Cora, respectively.", {**DELTA, "value": "5%", "baseline": "Cora"}, ("baseline", "7%", "Borea")),
        ("It has drops and gains at 41.8% and 37.7%, respectively.", {"value": "41.8%", "conditions": {"part": "gains"}},
         ("conditions.part", "37.7%", "drops")),
        ("And Meadow reaches 41.8% and 37.7%.", {"value": "37.7%", "dataset": "Meadow"}, None),
        (VERBS, {"value": "41.8%", "dataset": "Meadow"}, ("dataset", "37.7%", "Harbour")),
        (VERBS.replace("show", "reveal"), {"value": "41.8%", "dataset": "Meadow"}, ("dataset", "37.7%", "Harbour")),
        ("Alba-7B and Alba-13B reach 44.8% and 51.2%.", {"value": "44.8%", "subject": "Alba-13B"}, ("subject", "51.2%", "Alba 7B")),
        ("It has 93.9%/91.9% (pitch/roll) accuracy.", {"value": "93.9%", "conditions": {"axis": "roll"}}, ("conditions.axis", "91.9%", "pitch")),
        ("It gains 5% and 7% for nouns and verbs, respectively.", {"value": "7%", "conditions": {"words": "nouns"}}, ("conditions.words", "5%", "verbs")),
        ("In our tests, Harbour and Meadow give 50% and 60%.", {"value": "50%", "dataset": "Meadow"}, ("dataset", "60%", "Harbour")),
        ("It runs NANO/SMALL at 320/416 px on average.", {"value": "320", "conditions": {"tier": "SMALL"}}, None),
        ("It runs NANO/SMALL at 320.5 and 416.5 px.", {"value": "320.5", "conditions": {"tier": "SMALL"}}, ("conditions.tier", "416.5 px", "NANO")),
        ("It has 93.9%/91.9% (pitch/roll) accuracy.", {"value": "91.9%", "conditions": {"axis": "pitch"}}, ("conditions.axis", "93.9%", "roll")),
        ("By 5% and 7%, it beats Borea and Cora, respectively.", {**DELTA, "value": "5%", "baseline": "Cora"}, ("baseline", "7%", "Borea")),
        ("Tests, proofs and letters give 50%, 60% and 70%.", {"value": "60%", "conditions": {"on": "tests"}}, ("conditions.on", "50%", "proofs")),
        # What stands before the first of a list is not its own: no more words than two, or than the field has.
        (WIDE, {"value": "50%", "dataset": "Meadow"}, ("dataset", "60%", "sets Harbour")),
        (WIDE, {"value": "50%", "dataset": "very old Orchard"}, ("dataset", "70%", "large sets Harbour")),
        (WIDE, {"value": "70%", "dataset": "Meadow"}, ("dataset", "60%", "very old Orchard")),
        # A part of the words behind a number, before it, or that open its clause; of other words, their beginning or end.
        ("It gains 5% on hard Harbour texts and 7% on the very old Meadow.", {"value": "5%", "dataset": "Meadow"}, ("dataset", "7%", "hard Harbour texts")),
        ("It gains 5% on hard Harbour texts and 7% on just the Meadow.", {"value": "7%", "dataset": "Harbour"}, ("dataset", "5%", "just Meadow")),
        ("It gains on hard Harbour texts by 5% and on Meadow by 7%.", {"value": "7%", "dataset": "Harbour"}, ("dataset", "5%", "Meadow")),
        ("On hard Harbour texts, it reaches 50%, and on Meadow, it reaches 60%.", {"value": "60%", "dataset": "Harbour"}, ("dataset", "50%", "Meadow")),
        ("In all, New Alba reaches 79%, while Borea has 77%.", {"value": "77%", "subject": "Alba"}, ("subject", "79%", "Borea")),
        # The next field, where one says nothing: nothing stands at its number, the same number twice, words of another sort.
        ("It has 70%, against Borea (68%) and Cora (65%).", {"value": "70%", "baseline": "Cora", "baseline_value": "68%"}, ("baseline", "65%", "Borea")),
        ("Alba (5%), Borea (5%) and Cora (6%) lose.", {"value": "5%", "subject": "Borea", "dataset": "Cora"}, ("dataset", "6%", "Alba")),
        ("It gains 5% on old Harbour texts and 7% on Meadow.", {"value": "7%", "dataset": ["old", "Harbour"]}, ("dataset", "5%", "Meadow")),
        # A common word that the claim has tells nothing where a name stands; nor do letters of its other fields, or remarks.
        ("It gains 5% on Harbour and 7% on hard Meadow.",
         {"value": "7%", "dataset": "Harbour", "conditions": {"x": "hard texts"}}, ("dataset", "5%", "hard Meadow")),
        ("It gains 5% on new texts and 7% on old texts.",
         {"value": "7%", "subject": "Open Loader", "conditions": {"x": "new texts"}}, ("conditions.x", "5%", "old texts")),
        *((BEHIND, {"value": "7%", "dataset": "Harbour", field: "Meadow"}, ("dataset", "5%", "Meadow")) for field in ("note", "doubt", "hedge")),
        (BEHIND, {"value": "7%", "dataset": "Harbour", "mention": "7% on Meadow"}, ("dataset", "5%", "Meadow")),
    ],
)  # fmt: skip
def test_told(sentence: str, claim: dict[str, object], expected: tuple[str, str, str] | None, make: Make) -> None:
    assert found(make, sentence, claim) == expected


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        # As the sentence has it.
        (BEHIND, {"value": "7%", "dataset": "Meadow"}),
        (LISTED, {"value": "60%", "dataset": "Meadow"}),
        (NAMED, {"value": "65.0%", "subject": "Cora"}),
        (CLAUSES, {"value": "77%", "subject": "Borea"}),
        # The claim names what stands at its number, too, in this field or another.
        (BEHIND, {"value": "7%", "dataset": ["Harbour", "Meadow"]}),
        (BEHIND, {"value": "7%", "dataset": "Harbour", "conditions": {"part": "Meadow"}}),
        (LISTED, {"value": "70%", "dataset": ["Harbour", "Meadow", "Orchard"]}),
        (NAMED, {"value": "70.1%", "subject": "Alba", "baseline": "Borea"}),
        (CLAUSES, {"value": "77%", "subject": "Alba", "conditions": {"with": "Borea"}}),
        (BEHIND, {"value": "7%", "dataset": "Harbour", "conditions": {"part": "New Meadow"}}),
        ("It gains 5% on Harbour and 7% on New Meadow.", {"value": "7%", "dataset": "Harbour", "conditions": {"part": "Meadow"}}),
        ("It gains 5% on Harbour and 7% on PN.", {"value": "7%", "dataset": "Harbour", "subject": "Pattern Net"}),
        ("It gains 5% on new texts and 7% on long texts.", {"value": "7%", "conditions": {"on": "new texts", "part": "long ones"}}),
        # What something is held against is no subject, and what is no rival of a value is no baseline.
        ("It gains 5% over Borea and 7% over Cora.", {"value": "5%", "subject": "Cora"}),
        ("Alba (from 50% to 60%) beats Borea (from 40% to 45%).", {"value": "60%", "baseline_value": "50%", "subject": "it", "baseline": "Borea"}),
        ("Alba (70%) beats Borea (65%).", {"value": "65%", "subject": "it", "baseline": "Alba"}),
        # The field is more than what stands at the other number, or in the midst of it, or says nothing.
        ("It gains 5% on Harbour for adults and 7% on Meadow.", {"value": "7%", "dataset": "Harbour for adults"}),
        ("It gains 44% (the old drafts only) and 51% (proofs).", {"value": "51%", "conditions": {"x": "drafts"}}),
        (BEHIND, {"value": "7%", "conditions": {"part": "on"}}),
        # The field stands elsewhere in the sentence, too, or the data set is said to be named elsewhere.
        ("On Harbour, it gains 5% on Harbour and 7% on Meadow.", {"value": "7%", "dataset": "Harbour"}),
        ("On Harbour, it has 50% and 60%, and on Harbour-Hard, 70%.", {"value": "60%", "dataset": "Harbour"}),
        (BEHIND, {"value": "7%", "dataset": "Harbour", "dataset_from": "context"}),
        (CLAUSES, {"value": "31%", "subject": "Alba", "subject_as": "all"}),
        # Nothing, or something of another sort, stands at the claim's number.
        ("It gains 5% on Harbour and 7% over all.", {"value": "7%", "dataset": "Harbour"}),
        ("It gains 5% on Harbour and 7% on hard texts.", {"value": "7%", "dataset": "Harbour"}),
        ("It gains 5% on Harbour and 7% with Meadow.", {"value": "7%", "dataset": "Harbour"}),
        ("It gains 5% on Harbour and 7% on the Harbour-Hard data.", {"value": "7%", "dataset": "Harbour"}),
        ("It gains 5% on hard texts and 7% on average.", {"value": "7%", "conditions": {"texts": "hard texts"}}),
        ("It gains 5% in-domain and 7% in-context.", {"value": "7%", "conditions": {"setting": "domain"}}),
        ("It beats Borea at 65% and then at 70%.", {"value": "70%", "subject": "Borea"}),
        # What opens a clause reaches no further; what a comma puts behind a number opens none.
        ("On Harbour, it reaches 50%; it has 60% over all.", {"value": "60%", "dataset": "Harbour"}),
        ("It gains 5%, on Harbour, 7%, on Meadow, and 9%, on Orchard.", {"value": "7%", "dataset": "Meadow"}),
        ("In all, Alba has 5 views, while on Harbour and Meadow it has 3 views.", {"value": "3", "subject": "Alba"}),
        # Whom something is done to may be named as what the number is held against.
        ("Alba improves Borea by 37%, beating Cora by 13%.", {**DELTA, "value": "13%", "baseline": "Cora", "conditions": {"of": "Borea"}}),
        # The other number is of another kind, or is the same again.
        ("It needs 5 ms on Harbour and gains 7% on Meadow.", {"value": "7%", "dataset": "Harbour"}),
        ("Alba (5%), Borea (5%) and Cora (6%) lose.", {"value": "5%", "subject": "Borea"}),
        # A list shares what stands behind it.
        ("It gains 5% and 7% on Meadow and 9% on Harbour.", {"value": "7%", "dataset": "Harbour"}),
        # What is measured may be told in other words, or by a part of them.
        (MEASURED, {"value": "91%", "metric": "person detection rate"}),
        (MEASURED, {"value": "91%", "metric": "detection"}),
        (MEASURED, {"value": "91%", "metric": "detection rates of confidence"}),
        (MEASURED, {"value": "0.79", "metric": "confidence of the detection rate"}),
        (MEASURED, {"value": "0.79", "metric": "detection confidence"}),
        (MEASURED, {"value": "0.79", "metric": "person detection"}),
        # A data set in brackets is no rival of a system.
        (NAMED, {"value": "64.0%", "subject": "Cora"}),
        # Common words in two pairs need "respectively": they may stand side by side by chance.
        ("Trained with drafts and proofs, it needs 12 ms and 9 ms.", {"value": "9 ms", "conditions": {"with": "drafts"}}),
        ("With nets and trees of 8.9x and 3.3x it grows.", {"value": "8.9x", "conditions": {"of": "trees"}}),
        # So do counts.
        ("On Harbour and Meadow it has 3 and 6 views.", {"value": "6", "dataset": "Harbour"}),
        # Two lists of words: nothing tells which is meant.
        ("Alba and Borea reach 50% and 60% on Harbour and Meadow, respectively.", {"value": "60%", "dataset": "Harbour"}),
        # A clause or another number parts the lists; or they are not of one length.
        ("On Harbour and Meadow it is tested, while it reaches 50% and 60%.", {"value": "60%", "dataset": "Harbour"}),
        ("On Harbour and Meadow it needs 3 ms for 50% and 60%.", {"value": "60%", "dataset": "Harbour"}),
        ("On Harbour and Meadow, it reaches 50%, 60% and 70%.", {"value": "60%", "dataset": "Harbour"}),
        # What a clause is about is in doubt: a list, a pronoun, or somebody who changes another's number.
        ("Alba and Borea achieved 70%, while Cora gets 60%.", {"value": "70%", "subject": "Alba"}),
        ("Alba gets 70%, while Borea gets 60% and then it gets 50%.", {"value": "50%", "subject": "Alba"}),
        ("Alba gets 70%, but Borea lowers the score to 50%.", {"value": "50%", "subject": "Alba"}),
        ("In all, Alba has 34% recall, and the best CLIP and BLIP scores (33% and 31%).", {"value": "33%", "subject": "Alba"}),
        ("BLEU scores of Alba reach 70%, and BLEU scores of Borea reach 60%.", {"value": "70%", "subject": "BLEU"}),
    ],
)  # fmt: skip
def test_not_told(sentence: str, claim: dict[str, object], make: Make) -> None:
    assert found(make, sentence, claim) is None
