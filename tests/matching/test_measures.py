"""What a number surely measures, by its unit, by the words at it, by how it is written; and what it may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.measures import Measures, better_contradicted
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


def against(make: Make, sentence: str, claim: dict[str, object]) -> str | None:
    (only,) = make(sentence, claim).papers[0].all_claims()
    return Measures(Sentence(only.quote)).against(only, only.value_at)


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "amount"),
    [
        ("Alba runs in 5 ms there.", "5 ms", "memory", "time"),
        ("Alba runs in 5 ms there.", "5 ms", "accuracy", "time"),
        ("Alba holds 3 GB there.", "3 GB", "latency", "memory"),
        ("Alba costs $5 there.", "$5", "accuracy", "money"),
        ("Alba takes 2 kWh there.", "2 kWh", "latency", "energy"),
        ("Alba takes 30 seconds.", "30", "accuracy", "time"),
        ("Alba takes 30 seconds longer.", "30", "accuracy", None),
        ("Alba takes 30 second-hand.", "30", "accuracy", None),
        ("Alba takes 3 GB hours.", "3 GB", "memory", None),
        ("Alba takes 30 books.", "30", "accuracy", None),
        ("Alba is at 30-seconds.", "30", "accuracy", None),
        ("Alba takes several seconds.", "several", "accuracy", None),
        # The same kind, both, or what may have any unit.
        ("Alba runs in 5 ms there.", "5 ms", "latency", None),
        ("Alba runs in 5 ms there.", "5 ms", "memory delay", None),
        ("Alba runs in 5 ms there.", "5 ms", "score", None),
        ("Alba runs in 5 ms there.", "6 ms", "memory", None),
        # What the metric itself puts in the unit, or the text says that it is an amount of.
        ("Alba was kept 30 seconds.", "30", "seconds of storage", None),
        ("Alba was kept 30 seconds.", "30", "days of storage", "time"),
        ("Alba holds 3 GB there.", "3 GB", "GB of latency logs", None),
        ("Alba was kept for 30 seconds of cold storage.", "30", "storage", None),
        ("Alba was kept for 30 seconds of cold storage.", "30", "storage memory", "time"),
        ("Alba was kept for 30 seconds of rest in storage.", "30", "storage", "time"),
        ("Alba was kept for 30 seconds of rest, storage says.", "30", "storage", "time"),
        ("Alba was kept for 30 seconds, of storage.", "30", "storage", "time"),
        ("Alba was kept for 30 seconds of storage.", "30", "storage", None),
        ("Alba was kept for 30 seconds in storage.", "30", "storage", "time"),
        ("Alba was kept for 30 seconds of which storage took part.", "30", "storage", "time"),
        ("Storage kept Alba for 30 seconds of rest.", "30", "storage", "time"),
        ("Alba holds 3 GB of latency logs.", "3 GB", "latency", None),
        ("Alba holds 3 GB there.", "3 GB", "latency of stage 3", "memory"),
        ("Alba holds 3 GB", "3 GB", "latency", "memory"),
    ],
)
def test_units(sentence: str, value: str, metric: str, amount: str | None, make: Make) -> None:
    text = "30 seconds" if value == "30" else value
    expected = None if amount is None else f"'{text}' is an amount of {amount}"
    assert against(make, sentence, {"value": value, "metric": metric}) == expected


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "called"),
    [
        ("Alba has 80% accuracy at 40% cost.", "80%", "cost", "accuracy"),
        ("Alba has 80% high-accuracy at 40% there.", "80%", "cost", None),  # part of a name
        ("Alba has 80% good high-accuracy at 40% there.", "80%", "cost", None),
        ("Alba has 80% quite very long test accuracy.", "80%", "cost", None),  # too far
        ("Alba has 80% very good accuracy right here today.", "80%", "cost", None),
        ("Alba has 80% quite very long test accuracy of it.", "80%", "cost", None),
        ("It is a recall of 80%.", "80%", "cost", "recall"),
        ("It is the recall of 80%.", "80%", "cost", "recall"),
        ("It is in recall at 80%.", "80%", "cost", None),
        ("Alba has 80% very long test accuracy.", "80%", "cost", "very long test accuracy"),
        ("It is an accuracy of 80% there.", "80%", "cost", None),
        ("It is an accuracy of 80%.", "80%", "cost", "accuracy"),
        ("It is a long test accuracy of 80%.", "80%", "cost", "test accuracy"),
        ("Accuracy of 80%: this is it.", "80%", "cost", "Accuracy"),
        ("It is a good, accuracy of 80%.", "80%", "cost", "accuracy"),
        ("It is the accuracy of, say (80%).", "80%", "cost", None),
        ("It is an accuracy of (80%).", "80%", "cost", None),
        ("It is an accuracy, of 80%.", "80%", "cost", None),
        ("It is an accuracy of 80%, in all.", "80%", "cost", "accuracy"),
        ("It is an accuracy of 80% in all.", "80%", "cost", None),
        ("It is an accuracy of 80% of all.", "80%", "cost", None),
        ("It is an accuracy of 80% per book.", "80%", "cost", None),
        ("It is an accuracy of 80% over all.", "80%", "cost", "accuracy"),
        ("It wins on accuracy of 80%.", "80%", "cost", "accuracy"),
        ("Alba has 7B parameters.", "7B", "recall", "parameters"),
        # What is done of an amount is good or bad.
        ("Alba has 80% accuracy at 40% cost.", "80%", "cost estimation", None),
        ("Alba has 80% accuracy at 40% cost.", "80%", "accuracy per cost", None),
        ("Alba has 80% accuracy at 40% cost.", "80%", "taste", None),
        # What is left of a hundred.
        ("It has a failure rate of 20%.", "20%", "success rate", "failure rate"),
        ("It has a success rate of 20%.", "20%", "failure rate", "success rate"),
        ("It has a usual rate of 20%.", "20%", "success rate", None),
        ("It has success with a failure rate of 20%.", "20%", "success rate", None),
        ("It has a failure rate of 20%.", "20%", "success and failure rate", None),
        # Which of a list has which name is not known.
        ("Alba has 81% and 64% accuracy.", "64%", "cost", None),
        ("Alba has accuracies of 81% and 64%.", "81%", "cost", None),
        ("Alba and Borea have 81% accuracy at 64% cost, respectively.", "81%", "cost", None),
    ],
)
def test_words_at_a_number(sentence: str, value: str, metric: str, called: str | None, make: Make) -> None:
    expected = None if called is None else f"the words at '{value}' are '{called}'"
    assert against(make, sentence, {"value": value, "metric": metric}) == expected


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "called"),
    [
        # What a change is of stands before its "from" and its "to".
        ("Alba cuts the error rate from 12% to 9%.", "from 12% to 9%", "accuracy", "error rate"),
        ("Alba cuts the error rate to 9%.", "9%", "accuracy", "error rate"),
        ("Alba reduces memory from 12% to 9%.", "from 12% to 9%", "accuracy", "memory"),
        ("Alba reads the error rate from 12% to 9%.", "from 12% to 9%", "accuracy", None),
        ("Alba is cutting the error rate to 9%.", "9%", "accuracy", "error rate"),
        ("Cuts the error rate to 9%.", "9%", "accuracy", "error rate"),
        ("Alba cuts these known error rates to 9%.", "9%", "accuracy", "error rates"),
        ("Alba raises accuracy for $9.", "$9", "cost", None),
        # … where a verb of change leads to it
        ("Alba cuts it, with an error rate next to 9%.", "9%", "accuracy", None),
        ("Alba cuts all these known error rates to 9%.", "9%", "accuracy", None),
        ("Alba cuts it all, errors next to 9%.", "9%", "accuracy", None),
        ("Alba cuts it in errors next to 9%.", "9%", "accuracy", None),
        ("Of all that Alba cuts, errors next to 9% are few.", "9%", "accuracy", None),
        ("Alba cuts the error rate to 9%.", "9%", "error rate", None),
        # One well-known score is no other, unless the sentence has that, too.
        ("Alba reaches 93.8% AUC.", "93.8%", "accuracy estimation", None),
        ("Alba reaches 93.8% AUC.", "93.8%", "accuracy", "AUC"),
        ("Alba reaches 93.8% AUC.", "93.8%", "AUROC", None),
        ("Alba reaches 93.8% test AUC.", "93.8%", "test accuracy", "test AUC"),
        ("Alba reaches 42.8% log loss.", "42.8%", "accuracy", "log loss"),
        ("Alba reaches 42.8% test log loss.", "42.8%", "accuracy", "test log loss"),
        ("Alba reaches 42.8% loss.", "42.8%", "accuracy", None),
        ("Alba reaches 93.8% AUC.", "93.8%", "accuracy and recall", None),
        ("Alba reaches 93.8% AUC.", "93.8%", "score", None),
        ("Alba has 81% recall and 64% precision.", "81%", "F1", "recall"),
    ],
)
def test_scores_and_what_changes(sentence: str, value: str, metric: str, called: str | None, make: Make) -> None:
    text = value.removeprefix("from ")
    found = against(make, sentence, {"value": value, "metric": metric})
    assert (found is None) == (called is None), found
    if called is not None and found is not None:
        assert found.endswith(f"{text}' are '{called}'")


SCORES = (
    "accuracy acc,precision PPV,recall sensitivity TPR,specificity TNR,F1 Dice,AUC AUROC AUPRC,BLEU,ROUGE,IoU mIoU,PSNR,SSIM,RMSE,MAE,MSE,WER,"
    "CER,EER,perplexity PPL,kappa,NDCG,FID,MRR,METEOR,CIDEr"
).split(",")


@pytest.mark.parametrize("group", SCORES)
def test_scores_right_at_a_number(group: str, make: Make) -> None:
    """What two names say of one score is no other; "BLEU" is no "recall"."""
    other = "BLEU" if group.startswith("recall") else "recall"
    for score in group.split():
        sentence = f"Alba has {score} 80%, {other} 70% there."
        assert against(make, sentence, {"value": "80%", "metric": other}) == f"'{score}' stands at '80%'"
        for same in group.split():
            assert against(make, sentence, {"value": "80%", "metric": same}) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # the score before its number
        ("Alba has BLEU (80%) but lower recall (70%).", True),
        ("Alba has BLEU: 80%, recall: 70%.", True),
        ("Alba has BLEU = 80% and recall = 70%.", True),
        ("Alba has BLEU, 80%, and recall, 70%.", False),
        ("Alba has BLEU; 80%, recall; 70%.", False),
        ("BLEU 80%.", True),
        ("80% it has.", False),
        ("80% is what Alba has for its BLEU", False),
        *((f"Here BLEU {word} 80% and recall 70%.", True) for word in "of is was were are by to reaches reached reaching".split()),
        ("Here BLEU just 80% and recall 70%.", True),
        ("Here BLEU at 80% and recall 70%.", False),  # BLEU where something else is 80%
        ("Of 80%, recall is part.", False),
        *((f"Here a BLEU {word} of just 80% and recall 70%.", True) for word in "score scores rate rates value values".split()),
        ("Here a BLEU change of just 80% and recall 70%.", False),
        ("Here a self-BLEU of 80% and recall 70%.", False),
        ("Recall and test BLEU of 80% and 70%, respectively.", False),
        ("Recall or BLEU of 80% and 70%.", False),
        ("Recall on Harbour and BLEU of 80% there.", True),
        ("Recall, quite as good and very good long BLEU of 80%.", True),
        ("Recall needs very good long BLEU of 80%.", True),
        ("Recall needs good long BLEU of 80%.", False),
        ("Here is a recall/BLEU of 80%.", False),
        ("BLEU 80%, as they say, and good recall", True),
        ("Alba wins in BLEU, by 80% of all.", False),
        ("Recall 70%, BLEU 80%.", True),
        # the score behind it
        ("Alba has 80% BLEU, and 70% recall.", True),
        ("Alba has 80% (BLEU) and 70% (recall).", True),
        ("Alba has 80%, BLEU and 70% recall.", False),
        ("Alba has 80% for BLEU and 70% for recall.", True),
        ("Alba has 80% in BLEU and 70% in recall.", True),
        ("Alba has 80% for test (BLEU) and 70% for recall.", False),
        ("Alba has 80% on BLEU and 70% in recall.", False),
        ("Alba has 80% BLEU scores and 70% recall.", True),
        ("Alba has 80% BLEU loss and some recall.", False),
        ("Alba has 80% self-BLEU and 70% recall.", False),
        ("Alba has 80% of the BLEU and 70% recall.", False),
        ("Alba has 80% good long test BLEU and 70% recall.", True),
        ("Alba has 80% very good long test BLEU and 70% recall.", False),
        ("Alba has 80%/70% BLEU/recall.", False),
        ("Alba has 70% and 80% BLEU and recall.", False),
        ("Alba has 70% and 80% BLEU or recall there.", False),
        ("Alba has 80% BLEU and recall of 70%.", True),
        ("Alba has 80% BLEU and a recall of 70%.", True),
        ("Alba has 80% BLEU", True),
        # … where recall has its own number
        *((f"Here recall 70%, 80% {behind}", True) for behind in ("BLEU", "BLEU scores there", "test BLEU.", "BLEU, Alba told.", "BLEU on Harbour and Dune.")),
        ("For recall, Alba has 80% (70% BLEU).", False),
        # what goes on with another score
        ("Alba has 80% recall/BLEU.", False),
        ("Alba has 80% BLEU and good recall.", False),
        ("Alba has 80% BLEU scores and recall.", False),
        ("Alba has 80% BLEU, recall and MRR.", False),
        ("Alba has 80% BLEU and good recall 70%.", True),
        ("Alba has 80% BLEU and recall for all 70% of runs.", False),
        # one on either side
        ("Here recall 70%, AUC of 80% (AUROC).", True),
        ("Alba has MRR 80% BLEU; recall is there.", False),
        ("Alba has BLEU 80% BLEU.", True),
    ],
)  # fmt: skip
def test_where_a_score_stands(sentence: str, told: bool, make: Make) -> None:
    found = against(make, sentence, {"value": "80%", "metric": "recall"})
    assert (found is not None) == told, found


def test_scores_that_the_claim_has_or_may_have(make: Make) -> None:
    sentence = "Alba has BLEU 80%, recall 70%."
    for metric in ("BLEU estimation recall", "recall of extraction", "recall and MRR", "taste"):
        assert against(make, sentence, {"value": "80%", "metric": metric}) is None
    assert against(make, sentence, {"value": "80%", "metric": "recall", "conditions": {"by": "BLEU"}}) is None
    for told_by in ("measured as", "measuring", "in terms of"):
        assert against(make, f"{told_by} BLEU 80%, recall 70%.", {"value": "80%", "metric": "recall"}) is None
    assert against(make, sentence, {"value": "80%", "metric": "test recall"}) == "'BLEU' stands at '80%'"


@pytest.mark.parametrize(
    "word",
    "to with as in on for from across at under over when and or than of by using via but while compared versus vs against per between among "
    "through after before during without despite within beyond amid because although though since until upon due thanks prior instead rather "
    "given plus except unlike so not no if whose that which who where is are was were".split(),
)  # fmt: skip
def test_a_phrase_ends(word: str, make: Make) -> None:
    """What stands behind such a word is not what the number is called by: "reduces latency by 42% without degrading accuracy"."""
    claim: dict[str, object] = {"value": "42%", "metric": "latency"}
    assert against(make, f"Alba cuts latency by 42% {word} test accuracy.", claim) is None
    assert against(make, "Alba cuts latency by 42% test accuracy.", claim) is not None


def test_a_score_that_the_claim_speaks_of(make: Make) -> None:
    claim: dict[str, object] = {"value": "93.8%", "metric": "accuracy", "conditions": {"measure": "AUC"}}
    assert against(make, "Alba reaches 93.8% AUC.", claim) is None


def test_only_of_a_result_the_rest_of_a_hundred(make: Make) -> None:
    delta = {"kind": "delta", "change": "decrease", "delta": "unstated", "baseline": "unstated"}
    claim = {"value": "20%", "metric": "success rate"}
    assert against(make, "It has a failure rate of 20%.", {**delta, **claim}) is None


@pytest.mark.parametrize(
    ("sentence", "claim", "other"),
    [
        ("Alba has 81% recall and 64% precision.", {}, "64%"),
        ("Alba has 81% recall and 64% test precision.", {}, "64%"),
        ("Alba has 81% test recall and 64% precision.", {"dataset": "test set"}, "64%"),
        ("Alba has 81% recall and 0.64 precision.", {}, "0.64"),
        ("Alba has 81% recall and a precision of 64%.", {}, "64%"),
        # The claim says the other word, too; the metric's own word stands nowhere, or at no number alone.
        ("Alba has 81% recall and 64% precision.", {"dataset": "recall set"}, None),
        ("Alba has 81% recall and 64% precision.", {"metric": "share"}, None),
        ("Alba has 81% share and 64% precision.", {}, None),
        ("Alba has 64% share, precision and 81% error.", {}, None),
        ("Alba has 81% recall, 64% precision and, over 5%, all.", {}, "64%"),
        ("Precision: 81% recall, 64% precision and, over 5%, all.", {}, None),
        ("Alba has 81% recall and 64% precision.", {"mention": "81% recall"}, "64%"),
        ("Alba has 81% error, good precision and 64% precision.", {}, None),
        ("Alba has 81% error, as 5% and 64% precision are there.", {}, None),
        ("Alba has 81% recall and precision.", {}, None),
    ],
)
def test_the_metric_stands_at_another_number(
    sentence: str, claim: dict[str, object], other: str | None, make: Make
) -> None:
    expected = None if other is None else f"'precision' stands at '{other}'"
    assert against(make, sentence, {"value": "81%", "metric": "precision", **claim}) == expected


@pytest.mark.parametrize(
    ("sentence", "claim", "told"),
    [
        ("Alba reaches 64% precision with 81% sparsity.", {}, True),
        ("Alba reaches 64% precision using an 81% sample.", {}, True),
        ("Alba reaches 64% precision at 81% coverage.", {}, True),
        ("Alba reaches 64% precision under an 81% load.", {}, True),
        ("Alba reaches 64% precision over an 81% chance.", {}, True),
        ("Alba reaches 64% precision against an 81% baseline.", {}, True),
        ("Given 81% noise, Alba reaches 64% precision.", {}, True),
        ("For 81% noise, Alba reaches 64% precision.", {}, True),
        ("Alba reaches 64% precision at a dropout of 81%.", {}, True),
        ("With a dropout of 81%, Alba reaches a precision of 64%.", {}, True),
        # the other number is of another unit, the claim speaks of the word, or is of another kind, or of no known measure
        ("Alba reaches 0.64 precision with 81% sparsity.", {}, False),
        ("Alba reaches 64% precision with 81% sparsity.", {"conditions": {"pruned": "sparsity"}}, False),
        ("Alba reaches 64% precision with 81% sparsity.", {"kind": "size"}, False),
        ("Alba reaches 64% freshness with 81% sparsity.", {"metric": "freshness"}, False),
        # nothing makes a setting of it, or the word says nothing of what is measured
        ("Alba reaches 64% precision, and 81% alone.", {}, False),
        ("Alba reaches 64% precision and has 81% sparsity.", {}, False),
        ("81% sparsity leaves 64% precision.", {}, False),
        ("Alba reaches 64% precision with 81% average.", {}, False),
        ("Alba stops at 81% even after tuning, and at 64% precision.", {}, False),
        # it is short for the metric, or the metric stands at no other number
        ("Alba reaches 64% overall precision at 81% OP.", {"metric": "overall precision"}, False),
        ("Alba reaches good precision with 81% sparsity.", {}, False),
    ],
)
def test_a_setting_is_no_result(sentence: str, claim: dict[str, object], told: bool, make: Make) -> None:
    """A number that something was done with is not of the measure that stands at the result."""
    found = against(make, sentence, {"value": "81%", "metric": "precision", **claim})
    assert found == ("'precision' stands at '64%'" if told else None)


OTHER = "Speed and gloss count here. Alba {}."


@pytest.mark.parametrize(
    ("words", "claim", "told"),
    [
        ("reaches 64% agreement", {}, "agreement"),
        ("reaches 64% agreement in all", {}, "agreement"),
        ("reaches 64% test agreement", {}, "test agreement"),
        ("reaches an agreement of 64%", {}, "agreement"),
        (
            "improves agreement by 64%",
            {"kind": "delta", "change": "increase", "delta": "unstated", "baseline": "it"},
            "agreement",
        ),
        ("reaches 64% agreement", {"kind": "ratio", "change": "increase", "baseline": "it"}, "agreement"),
        ("reaches 64% agreement", {"metric": "gloss and speed"}, "agreement"),
        # no other measure, or one that may be of any
        ("reaches 64% performance", {}, None),
        ("reaches a 64% gain", {}, None),
        ("reaches 64% baselines", {}, None),
        ("is 64% faster", {}, None),
        ("is 64% closest", {}, None),
        ("is 64% absolutely", {}, None),
        ("has 64% solved", {}, None),
        ("is 64% winning", {}, None),
        ("reaches 64% Aria", {}, None),
        ("runs for 64 minutes", {"value": "64"}, None),
        ("reaches 64% in agreement", {}, None),
        ("reaches 64% agreement there", {}, None),
        # what the claim has, or this sentence; what no other sentence has
        ("reaches 64% agreement", {"dataset": "agreement"}, None),
        ("reaches 64% agreement at good speed", {}, None),
        ("reaches 64% agreement, as speedy", {}, None),
        ("reaches 64% agreement", {"metric": "haste"}, None),
        ("reaches 64% agreement", {"metric": "speed of haste"}, None),
        ("reaches 64% agreement", {"kind": "count"}, None),
        ("reaches 64% agreement", {"kind": "size"}, None),
    ],
)
def test_a_measure_of_another_sentence(words: str, claim: dict[str, object], told: str | None, make: Make) -> None:
    """Where the sentence calls its number otherwise and only other sentences have the metric, it is theirs."""
    abstract = OTHER.format(words)
    dataset = make(abstract.partition(". ")[2], {"value": "64%", "metric": "speed", **claim}, abstract=abstract)
    (only,) = dataset.papers[0].all_claims()
    found = Measures(only.quote.sentence).against(only, only.value_at)
    assert found == (f"the words at '{only.value.scalar.text}' are '{told}'" if told and only.value else None)


def test_a_baseline_is_no_setting(make: Make) -> None:
    """The baseline's number is of the same measure, though it is called a baseline; the value is not."""
    sentence = "Alba reaches 64% precision on it, improving over an 81% baseline using text."
    dataset = make(sentence, {"value": "64%", "metric": "precision", "baseline": "text", "baseline_value": "81%"})
    (claim,) = dataset.papers[0].quotes[0].claims
    measures = Measures(claim.quote.sentence)
    assert claim.baseline_at is not None
    assert measures.against(claim, claim.baseline_at) is None
    told = "'precision' stands at '64%'"
    for subject, found in (("text", None), ("Alba", told), ("Borea", told), ("it", told)):
        assert against(make, sentence, {"value": "81%", "metric": "precision", "subject": subject}) == found
    assert (
        against(make, sentence.replace("on it", "on text"), {"value": "81%", "metric": "precision", "subject": "text"})
        == told
    )


LONG = "and this is said in a sentence of more than eighty characters, so that much of it stands behind"


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "written"),
    [
        (f"It differs (p = 0.03), {LONG}.", "0.03", "accuracy", "p = 0.03"),
        ("It differs with a p-value of 0.03 there.", "0.03", "accuracy", "p-value of 0.03"),
        ("It differs (p < 0.05) there.", "< 0.05", "accuracy", "p < 0.05"),
        (f"SD 0.3 is it, {LONG}.", "0.3", "accuracy", "SD 0.3"),
        (f"{LONG}, so SD = 0.3 is it.", "0.3", "accuracy", "SD = 0.3"),
        ("It has a standard deviation of 0.3 there.", "0.3", "accuracy", "standard deviation of 0.3"),
        ("It has this (95% CI) there.", "95%", "accuracy", "95% CI"),
        ("It has this (95% CI) there.", "95% CI", "accuracy", "95% CI"),
        ("It has ≥95% confidence intervals there.", "≥95%", "accuracy", "≥95% confidence intervals"),
        # The claim says so; or what stands there is something else.
        ("It differs (p = 0.03) there.", "0.03", "significance", None),
        ("It has a standard deviation of 0.3 there.", "0.3", "spread", None),
        ("It has this (95% CI) there.", "95%", "confidence", None),
        ("It has a step = 0.03 there.", "0.03", "accuracy", None),
        ("It has a pressure of p = 0.3 bar there.", "0.3 bar", "pressure", None),
        ("It has a patch of p = 64 there.", "64", "patch", None),
        ("It has a norm of p = 1.5 there.", "1.5", "norm", None),
        ("It has a patch of p = 1 to 64 there.", "1 to 64", "patch", None),
        ("It has a yield p of thousands there.", "thousands", "yield", None),
        ("It differs not at all (p = 1.0) there.", "1.0", "accuracy", "p = 1.0"),
        ("It has a power of P = 12 W (SD = 5 W) there.", "5 W", "power", "SD = 5 W"),
        ("It has 95% CIs there.", "95%", "accuracy", "95% CIs"),
        ("It has 95% CIFAR there.", "95%", "accuracy", None),
        ("It has 95% of the CI there.", "95%", "accuracy", None),
        ("SD is good, and it has 0.3 there.", "0.3", "accuracy", None),
    ],
)
def test_statistics(sentence: str, value: str, metric: str, written: str | None, make: Make) -> None:
    expected = None if written is None else f"the abstract writes '{written}'"
    assert against(make, sentence, {"value": value, "metric": metric}) == expected


@pytest.mark.parametrize(
    ("sentence", "metric", "better", "known"),
    [
        ("It is 5.", "Accuracy", "lower", "higher"),
        ("It is 5.", "word  error rate", "higher", "lower"),
        ("It is 5.", "average test accuracy", "lower", "higher"),
        ("It is 5.", "accuracy drop", "higher", None),
        ("It is 5.", "guessed accuracy", "lower", None),
        ("It is 5.", "hallucination rate", "higher", "lower"),
        ("It is 5.", "test", "lower", None),
        ("It is 5.", "accuracy", "higher", None),
        ("It is 5.", "accuracy", None, None),
        ("It is 5.", "taste", "lower", None),
        ("It is 5 under attack.", "accuracy", "lower", None),
        ("It is 5 in Unlearning.", "accuracy", "lower", None),
    ],
)
def test_better_values_that_everybody_knows(
    sentence: str, metric: str, better: str | None, known: str | None, make: Make
) -> None:
    claim = {"value": "5", "metric": metric, **({"better": better} if better else {})}
    (only,) = make(sentence, claim).papers[0].all_claims()
    assert better_contradicted(only) == known
