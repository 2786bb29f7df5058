"""Which way a number of change goes: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.matching.directions import gives_up, is_denied, stated_change, with_denial
from claimcheck.matching.sentence import Sentence
from claimcheck.rules import registry
from claimcheck.runner import found_by
from claimcheck.text.render import render
from claimcheck.text.words import Word, words

Make = Callable[..., Dataset]
UP, DOWN = "increase", "decrease"


def a_claim(make: Make, sentence: str, **fields: str) -> ClaimInContext:
    kind = {"kind": "delta", "baseline": "unstated", "change": UP, "delta": "unstated"}
    (claim,) = make(sentence, {**kind, **fields}).papers[0].all_claims()
    return claim


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "change"),
    [
        # What goes up or down is named between the word and the number, or behind the later of them in the same clause.
        ("Alba cuts by 5% the errors of Borea.", "5%", "errors", DOWN),
        ("Alba cuts cost by 5%, and errors grow.", "5%", "errors", None),
        ("Alba cuts cost by 5% there, errors grow.", "5%", "errors", None),
        ("Errors fall where Alba cuts cost by 5%.", "5%", "errors", None),
        ("Alba cuts latency, errors and cost by 5%.", "5%", "cost", DOWN),
        ("We see a 5% reduction of errors.", "5%", "errors", DOWN),
        ("We see a 5% error reduction.", "5%", "errors", DOWN),
        ("We see a 5% reduction; errors fall.", "5%", "errors", None),
        # A word on either side: both say one thing, or they are of two clauses, or nothing is known.
        ("Alba gains 5% higher recall.", "5%", "recall", UP),
        ("Alba improves by 5% higher recall.", "5%", "recall", UP),
        ("Alba grows by a 5% gain in recall.", "5%", "recall", UP),
        ("Alba drops by a 5% degradation of recall.", "5%", "recall", DOWN),
        ("Alba reduces errors by 5% more.", "5%", "errors", None),
        ("On Meadow, Alba reduces cost by 5% more errors.", "5%", "errors", None),
        ("Alba reduces cost by 5% more errors, and wins.", "5%", "errors", None),
        ("Here, reducing cost by 5% more errors is good.", "5%", "errors", None),
        ("Alba reduces cost, and by 5% more recall it wins.", "5%", "recall", UP),
        ("Alba reduces, by 5% more recall, the cost.", "5%", "recall", UP),
        # Behind a number: nouns a few words on, comparatives at most one word on; nothing across a preposition or comma.
        ("It has 5% overall fewer errors.", "5%", "errors", DOWN),
        ("It has 5% on most fewer errors.", "5%", "errors", None),
        ("It has 5% test set fewer errors.", "5%", "errors", None),
        ("It has 5%, fewer errors come.", "5%", "errors", None),
        ("It has 5%, better recall comes.", "5%", "recall", None),
        ("It has 5% of gains in recall.", "5%", "recall", None),
        ("It has 5% less-known errors.", "5%", "errors", None),
        # Before a number: right before it, or at the very beginning; a comma ends it but for "by 5%".
        ("Alba cuts 5% of errors.", "5%", "errors", DOWN),
        ("Reducing errors by 5% is good.", "5%", "errors", DOWN),
        ("Alba improved recall by 5%.", "5%", "recall", UP),
        ("Increased recall by 5% is such", "5%", "recall", UP),
        ("Alba raises recall, 5% of it.", "5%", "recall", None),
        ("Alba raises recall, precision nears 5%.", "5%", "precision", None),
        ("Alba raises recall, precision and more by 5%.", "5%", "precision", UP),
        ("Alba raises recall, precision and all that by an average of 5%.", "5%", "precision", UP),
        ("Alba has 5% errors in decline", "5%", "errors", None),  # what stands behind is not before
        ("Alba has 5% recall in improvement", "5%", "recall", None),
        # What is named by its change is not read: neither whether it rises, nor whether that is better.
        # where the subject is left out, it is the other way round
        ("Removing Alba drops recall by 5%.", "5%", "recall", None),
        ("The removal of Alba lowers recall by 5%.", "5%", "recall", None),
        ("Recall decreases by 5% without Alba.", "5%", "recall", None),
        ("Recall drops by 5% when Alba is removed.", "5%", "recall", None),
        ("Recall drops by 5% when Alba is.", "5%", "recall", "decrease"),
        ("Recall drops by 5% when Alba is used.", "5%", "recall", "decrease"),
        ("Recall drops by 5% without the help of Alba.", "5%", "recall", "decrease"),
        ("Alba reduces recall by 5% without Borea.", "5%", "recall", "decrease"),
        ("Without tuning, Alba raises recall by 5%.", "5%", "recall", "increase"),
        ("After removing noise Alba raises recall by 5%.", "5%", "recall", "increase"),
        # a factor of speed below one is a loss of it; what slows down takes longer
        ("Alba brings a 0.5x speedup in latency.", "0.5x", "latency", "increase"),
        ("Alba brings a 2x speedup in latency.", "2x", "latency", "decrease"),
        ("Alba brings a 0.5x speedup.", "0.5x", "speedup", None),
        ("Alba slows down inference by 3x.", "3x", "inference latency", "increase"),
        ("Alba speeds up inference by 3x.", "3x", "inference latency", "decrease"),
        ("Alba goes down by 3x.", "3x", "latency", None),
        ("The latency with Alba is 5% above that of Borea.", "5%", "latency", "increase"),
        ("As latency counts, with Alba it is 5% above that of Borea.", "5%", "latency", None),
        ("Alba gives up 5% recall.", "5%", "recall", "decrease"),
        ("Alba gives 5% recall.", "5%", "recall", None),
        ("Alba raises compression by 5%.", "5%", "compression", None),
        ("Alba improves the compression quality by 5%.", "5%", "compression quality", None),
        # "Faster" and "cheaper" say it of speed and cost alone.
        ("It has 5% faster speed.", "5%", "speed", UP),
        ("It has 5% slower speed.", "5%", "speed", DOWN),
        ("It has 5% cheaper cost.", "5%", "cost", DOWN),
        ("It has 5% pricier cost.", "5%", "cost", UP),
        ("It has 5% faster recall.", "5%", "recall", None),
        ("It has 5% slower recall.", "5%", "recall", None),
        ("It has 5% cheaper recall.", "5%", "recall", None),
        ("It has 5% pricier recall.", "5%", "recall", None),
        # How it was done is not what changed.
        ("By reducing memory, Alba moves recall by 5%.", "5%", "memory", None),
        ("We win by reducing memory by 5%.", "5%", "memory", DOWN),
        ("Cutting cost, latency and errors by 5% is what it is for", "5%", "errors", DOWN),
        ("By us cutting cost, latency and errors by 5% is tried.", "5%", "errors", DOWN),
        # A negation counts where it stands before the word, three words at most.
        ("Alba does not in fact reduce errors by 5%.", "5%", "errors", None),
        ("Not reducing errors by 5% is bad.", "5%", "errors", None),
        ("With not one of its peers Alba reduces errors by 5%.", "5%", "errors", DOWN),
        ("Alba reduces errors by 5%, not cost.", "5%", "errors", DOWN),
        # What is lost for something else.
        ("It costs only 3% in accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("Here, costing 3% accuracy, it wins.", "3%", "accuracy", DOWN),
        ("It wins at the cost of 3% accuracy.", "3%", "accuracy", DOWN),
        ("It wins at the cost, of 3% accuracy.", "3%", "accuracy", None),
        ("It wins at the cost of, say, 3% accuracy.", "3%", "accuracy", None),
        ("It wins with sacrifices of 3% accuracy.", "3%", "accuracy", None),
        ("It wins at an expense 3% accuracy.", "3%", "accuracy", None),
        ("It costs 3% of the accuracy.", "3%", "accuracy", None),
        ("It wins without costing 3% accuracy.", "3%", "accuracy", None),
        ("It never costs 3% accuracy.", "3%", "accuracy", None),
        ("Never said we that it costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% recall.", "3%", "accuracy", None),
        ("The accuracy costs 3% recall.", "3%", "accuracy", None),
        ("It costs 3%, accuracy says.", "3%", "accuracy", None),
        ("It costs 3% cost.", "3%", "cost", None),
        ("It costs 3% there, accuracy says.", "3%", "accuracy", None),
        ("Costing 3% accuracy, it wins.", "3%", "accuracy", DOWN),
        ("3% accuracy is what it costs", "3%", "accuracy", None),
        ("It costs, 3% accuracy.", "3%", "accuracy", None),
        ("It has low-cost 3% accuracy.", "3%", "accuracy", None),
        ("Cutting costs 3% more accuracy.", "3%", "accuracy", None),
        ("Never costing 3% accuracy, it wins.", "3%", "accuracy", None),
        ("It is never said it costs 3% accuracy.", "3%", "accuracy", None),
        ("Never said that it costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% accuracy and not time.", "3%", "accuracy", DOWN),
        ("Of 3% accuracy it is the cost", "3%", "accuracy", None),
        ("Alba raises recall by (5%).", "5%", "recall", UP),
        # A list goes on with what governs its first number.
        ("Alba raises recall by 3%, 5% and 7%.", "5%", "recall", UP),
        ("Alba raises recall by 3%, 5% and 7%.", "7%", "recall", UP),
        ("Alba cuts errors by 5% on X, 7% on Y.", "7%", "errors", DOWN),
        ("Alba cuts errors by 3%, 5% more recall.", "5%", "recall", UP),
        ("Alba raises recall by (3% / 5%).", "5%", "recall", UP),
        ("Alba raises recall by 3% there, with precision nearing 5%.", "5%", "recall", None),
    ],
)  # fmt: skip
def test_stated_change(sentence: str, value: str, metric: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric=metric)
    assert claim.value_at is not None
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Alba is outperformed in recall by 5%.", DOWN),
        ("Alba Two is outperformed in recall by 5%.", DOWN),
        ("The second is outperformed in recall by 5%.", DOWN),  # as the sentence calls it
        ("Alba is outperformed by 5% in recall, says the paper on Alba.", DOWN),
        ("Borea is outperformed by Alba in recall by 5%.", DOWN),  # it is Borea that has less
        ("Others are outperformed by Alba in recall by 5%.", UP),
        ("Borea is outperformed in recall by 5%.", None),  # by whom?
    ],
)
def test_who_was_beaten(sentence: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value="5%", metric="recall", baseline="Borea", subject_as="the second")
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


def test_what_is_named_by_its_change_may_say_which_is_better(make: Make) -> None:
    """Then "improves" is read; whether "raises" is of the change or of what changes is not known even so."""
    for verb, change in (("improves", UP), ("raises", None)):
        claim = a_claim(make, f"Alba {verb} compression by 5%.", value="5%", metric="compression", better="higher")
        found = stated_change(Sentence(claim.quote), claim, Vocabulary())
        assert (found[0] if found is not None else None) == change


def test_a_metric_without_words_is_not_named(make: Make) -> None:
    claim = a_claim(make, "It costs 3% there.", value="3%", metric="€", better="higher")
    assert stated_change(Sentence(claim.quote), claim, Vocabulary()) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It sacrifices recall for speed.", True),
        ("At the expense of recall it is fast.", True),
        ("It costs some recall.", True),
        ("It has recall and speed.", False),
    ],
)
def test_something_is_given_up(sentence: str, told: bool, make: Make) -> None:
    assert gives_up(Sentence(a_claim(make, sentence).quote)) == told


@pytest.mark.parametrize("value", ["5%", "several"])
def test_no_number_no_change(value: str, make: Make) -> None:
    """The value stands nowhere, or is a word that says no number."""
    claim = a_claim(make, "Alba raises recall by several points.", value=value, metric="recall")
    assert stated_change(Sentence(claim.quote), claim, Vocabulary()) is None


DELTA = {
    "kind": "delta",
    "delta": "unstated",
    "change": "increase",
    "metric": "errors",
    "value": "5%",
    "baseline": "Borea",
}


@pytest.mark.parametrize(
    ("sentence", "claim", "field"),
    [
        ("Alba reduces errors by 5% here.", DELTA, "change"),
        # What is measured is no change; with two values these tell.
        ("Alba reduces errors by 5% here.", {"kind": "result", "change": "increase", "metric": "errors", "value": "5%", "baseline": "Borea"}, None),
        ("Alba reduces errors by 5% from 9% here.", {**DELTA, "baseline_value": "9%"}, None),
        # Told from the other side, and the number turned with it.
        ("Borea makes 3x fewer passes than Alba.", {"kind": "ratio", "change": "increase", "metric": "passes", "value": "3x", "baseline": "Borea"}, None),
        ("Borea makes 3x fewer passes than Alba.", {"kind": "ratio", "change": "decrease", "metric": "passes", "value": "3x", "baseline": "Borea"}, "subject"),
        # A rank without a baseline is one, too.
        ("Alba is worst in recall.", {"kind": "ranking", "rank": "best", "metric": "recall"}, "rank"),
        ("Alba is best in recall.", {"kind": "ranking", "rank": "best", "metric": "recall"}, None),
        ("Alba is best in recall.", {"kind": "ranking", "rank": "not-best", "metric": "recall"}, "rank"),
    ],
)  # fmt: skip
def test_which_field_is_contradicted(sentence: str, claim: dict[str, object], field: str | None, make: Make) -> None:
    found = list(found_by(registry()["direction-contradicted"], make(sentence, claim), {}))
    assert [each.field for each in found] == ([] if field is None else [field])


def line_and_word(sentence: str, word: str) -> tuple[tuple[Word, ...], int]:
    line = words(render(sentence))
    return line, next(index for index, each in enumerate(line) if each.low == word)


@pytest.mark.parametrize(
    ("sentence", "word", "denied"),
    [
        ("Alba does not improve it.", "improve", True),
        ("Alba doesn't improve it.", "improve", True),
        ("Alba doesn’t improve it.", "improve", True),
        ("Not improving it is bad.", "improving", True),
        ("Alba does not really even improve it.", "improve", True),
        ("Alba is not really, even improving it.", "improving", False),
        ("Alba is not, improving it.", "improving", None),
        ("Alba does improve it.", "improve", False),
        ("Improve it not.", "improve", False),
        # "not only" denies nothing.
        ("Alba does not only improve it.", "improve", False),
        ("Alba does not merely improve it.", "improve", False),
        ("Alba does only improve it.", "improve", False),
        ("Only improve it, or not", "improve", False),
        ("Improve it, or only", "improve", False),
        ("Alba never merely improves it.", "improves", False),
        ("Only improving it is bad.", "improving", False),
        # Failing, and never failing.
        ("Alba fails to improve it.", "improve", True),
        ("Fails to improve it.", "improve", True),
        ("To improve it, or to fail", "improve", False),
        ("Alba never fails to improve it.", "improve", False),
        ("Alba wants to improve it.", "improve", False),
        ("Never failing to improve it, Alba wins.", "improve", False),
        ("Fails to improve it, or will never", "improve", True),
        ("Where Alba fails it improves much.", "improves", False),
        # "no" of some words; before others it leaves it open.
        ("Alba brings no gain there.", "gain", True),
        ("Alba no longer improves it.", "improves", True),
        ("Alba no more improves it.", "improves", None),
        ("Running it longer improves it.", "improves", False),
        ("No tuning improves it.", "improves", None),
        ("Really improving it is good.", "improving", False),
        ("Hardly improving it is bad.", "improving", True),
        ("Improving it is done not early", "improving", False),
        ("Alba brings no new gain there.", "gain", None),
        ("Alba with no tuning improves it.", "improves", None),
        ("Alba with no such tuning improves it.", "improves", False),
    ],
)
def test_words_that_are_denied(sentence: str, word: str, denied: bool | None) -> None:
    assert is_denied(*line_and_word(sentence, word)) is denied


@pytest.mark.parametrize(
    ("sentence", "word", "shown"),
    [
        ("Alba does not improve it.", "improve", "not improve"),
        ("Alba doesn't ever improve it.", "improve", "doesn't ever improve"),
        ("Alba fails to improve it.", "improve", "fails to improve"),
        ("Alba brings no gain there.", "gain", "no gain"),
        ("Not improving it, or not", "improving", "Not improving"),
        ("Alba does improve it.", "improve", "improve"),
        ("Alba does not ever even still always improve it.", "improve", "not ever even still always improve"),
        ("Alba doesn’t improve it, and never did, or will not", "improve", "doesn’t improve"),
        ("It is not that Alba doesn't improve it.", "improve", "doesn't improve"),
        ("It is not that Alba does improve it.", "improve", "improve"),
    ],
)
def test_denials_are_shown(sentence: str, word: str, shown: str) -> None:
    line, index = line_and_word(sentence, word)
    assert with_denial(line, line[index]) == shown


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("Alba does not raise recall by 3%.", "3%", UP),
        ("Alba does not raise recall by 3%, 5% and 7%.", "5%", UP),
        ("Alba raises recall by 3%, 5% and 7%.", "5%", None),
        ("Alba raises recall by 3%.", "3%", None),
        ("It costs 3% recall.", "3%", None),
        ("Alba fails to raise recall, moving precision by 3%.", "3%", None),
    ],
)
def test_changes_that_are_denied(sentence: str, value: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric="recall")
    found = stated_change(Sentence(claim.quote), claim, Vocabulary(), denied=True)
    assert (found[0] if found is not None else None) == change
