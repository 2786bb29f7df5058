"""Which words say how a number was aggregated: at the number, elsewhere in the quote, and outside of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.aggregates import Aggregates
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("sentence", "number", "said"),
    [
        # Words that lead to a number, from the first word of the sentence on, and no further back than it.
        ("Averaging 5%, it beats Borea in the median.", "5%", {"mean": "Averaging"}),
        ("Averaging about 5%, it beats Borea.", "5%", {"mean": "Averaging"}),
        ("On average 5% are lost.", "5%", {"mean": "average"}),
        ("It has a median of 5 ms.", "5", {"median": "median"}),
        ("It has a median accuracy gain of only 5%.", "5%", {"median": "median"}),
        ("It has a maximum score of 5 there.", "5", {"max": "maximum"}),
        ("It has a minimum of 5 there.", "5", {"min": "a minimum of"}),
        ("Its total was nearly 5 hours.", "5", {"total": "total"}),
        # Four words that tell are looked at, the articles not counted.
        ("The median very good long score of a 5 is fine.", "5", {}),
        ("The median long score of about a 5 is fine.", "5", {"median": "median"}),
        # "of" and "by" once, and nothing that ends a phrase.
        ("The mean of errors falls by 5% there.", "5%", {}),
        ("The mean with gains of 5% is good.", "5%", {}),
        ("Its average accuracy 5% is good.", "5%", {}),
        ("On average, 5% are lost.", "5%", {}),
        ("The average 3 of 5 is good.", "5", {}),
        # Words that a number belongs to.
        ("It has 5% better total accuracy there.", "5%", {"total": "total"}),
        ("It has 5% better total, it says.", "5%", {"total": "total"}),
        ("It has 5% better recall in total there.", "5%", {}),
        ("It has 5% and the median is good.", "5%", {}),
        ("It has 5% higher, median accuracy.", "5%", {}),
        ("It has 5% higher recall score there total.", "5%", {}),
        ("It has 5% recall 3 total there.", "5%", {}),
        ("It has 5% total on Aria.", "5%", {"total": "total"}),
        ("It has 5% mean squared error there.", "5%", {}),
        ("It has 5% mean squared error drop there.", "5%", {"mean": "mean"}),
        ("It has 5% mean squared error rate drop there.", "5%", {}),
        # "on average" ends its clause, and is of no nearer number.
        ("It gains 5% recall for the users of Aria on average.", "5%", {"mean": "average"}),
        ("It gains 5% recall on average over 3 seeds.", "5%", {"mean": "average"}),
        ("It gains 5% there, on average.", "5%", {}),
        ("It gains 5% on Aria, and on average 3% elsewhere.", "5%", {}),
        ("It gains 5% on Aria on average 3% elsewhere.", "5%", {}),
        ("It gains 5% on Aria on average 3%.", "5%", {}),
        ("It gains 5% over 3 on average there.", "5%", {}),
        ("It gains 5% on the average day there.", "5%", {}),
        # The name of a measure, wherever it stands; not where a change of it is told.
        ("All in all it has a mean squared error of 5 there.", "5", {}),
        ("All in all it has a mean error reduction of 5 there.", "5", {"mean": "mean"}),
        ("All in all it has a mean time savings of 5 there.", "5", {"mean": "mean"}),
        ("It has a mean time of 5% there.", "5%", {}),
        ("It has a mean of 5% gains there.", "5%", {"mean": "mean"}),
        # The quantity itself says it.
        ("It gains up to 5% there.", "5%", {"max": "up to"}),
        ("It gains as much as 5% there.", "5%", {"max": "as much as"}),
        ("It gains as little as 5% there.", "5%", {"min": "as little as"}),
        ("It gains at least 5% on average.", "5%", {"min": "at least", "mean": "average"}),
    ],
)  # fmt: skip
def test_words_at_a_number(sentence: str, number: str, said: dict[str, str], make: Make) -> None:
    paper = make(sentence).papers[0]
    (quote,) = paper.quotes
    at = next(at for at in quote.numbers if number in paper.numbers[at].text)
    assert Aggregates(quote).of(at) == said


@pytest.mark.parametrize(
    ("sentence", "value", "how", "possible", "clear"),
    [
        # What stands at another number is taken by that.
        ("It has an average of 5% on Aria, while Borea has 3%.", "3%", "mean", False, False),
        ("It has an average of 5% on Aria, while Borea has 3%.", "5%", "mean", True, True),
        ("It gains ≥5% on Aria, while Borea gains 3%.", "3%", "min", False, False),
        ("It gains up to 5% on Aria, while Borea gains 3%.", "3%", "max", False, False),
        # At the first of a list it may be meant for all of it; not what stands at the last.
        ("It gains up to 5% and 3% on Aria.", "3%", "max", True, True),
        ("It gains up to 5%, 4%, and 3% on Aria.", "3%", "max", True, True),
        ("It gains up to 5 by 3 tiles.", "3", "max", True, True),
        ("It gains 5% and up to 3% on Aria.", "5%", "max", False, False),
        ("It gains up to 5% on Aria and 3% elsewhere.", "3%", "max", True, True),
        ("It gains up to 5% on Aria and Borea gains 3%.", "3%", "max", False, False),
        ("It has a best score of 5% on Aria, while Borea has 3%.", "3%", "max", True, True),  # "best" may be of both
        # Nor where a number is none that can be compared.
        ("It reads several books on average.", "several", "mean", True, True),
        ("While Borea reads several books on average, Alba has 3%.", "3%", "mean", True, True),
        # Words at no number; some only where nothing else is said.
        ("Overall, it gains 3%.", "3%", "mean", True, False),
        ("On average, it gains 3%.", "3%", "mean", True, True),
        ("It gains 3% in the upper quartile.", "3%", "median", True, True),
        ("The strongest gains 3%.", "3%", "max", True, False),
        ("The best gains 3%.", "3%", "max", True, True),
        ("The fastest gains 3%.", "3%", "min", True, False),
        ("The worst gains 3%.", "3%", "min", True, True),
        ("It gains 3%.", "3%", "min", False, False),
        # A measure that is a mean by its name, at another number.
        ("It has a recall of 5% and a mean Average Precision of 3%.", "5%", "mean", False, False),
        ("It has a recall of 5% and a mean Average Precision of 3%.", "3%", "mean", True, True),
        ("It has a recall of 5% and an mAP of 3%.", "5%", "mean", False, False),
        ("It has a recall of 5% and an mAP of 3%.", "3%", "mean", True, False),
        ("It has a recall of 5% and an mIoU50 of 3%.", "5%", "mean", False, False),
        ("It has a recall of 5% by an mAP's 3%.", "5%", "mean", False, False),
        ("It gains 5% mIoU and 3% IoU.", "3%", "mean", False, False),
        ("It gains 5% mIoU and 3% IoU.", "5%", "mean", True, False),
        ("It has a mean recall gain of 5% and Borea has 3%.", "5%", "mean", True, True),
        ("It has a best error of 5% on Aria, while Borea has 3%.", "3%", "max", True, True),
        (
            "Its mean squared score is low: 5% here and Borea has 3%.",
            "3%",
            "mean",
            True,
            True,
        ),  # what the claim measures
        ("It has a recall of 5%; the mean squared score is 3%.", "5%", "mean", True, True),
        # Only where it is called so there.
        ("It has a score of 5% and an mAP of 3%.", "5%", "mean", False, False),
        ("It has a recall of 5% and an mAP of 3%, scores that are low.", "5%", "mean", False, False),
        # A total needs no word but against another; a range none at all.
        ("It gains 3%.", "3%", "total", True, False),
        ("It gains 3% altogether.", "3%", "total", True, True),
        ("It gains 3%.", "3%", "range", True, True),
    ],
)
def test_words_at_no_number(sentence: str, value: str, how: str, possible: bool, clear: bool, make: Make) -> None:
    (claim,) = make(sentence, {"value": value}).papers[0].all_claims()
    found = Aggregates(claim.quote)
    assert found.possible(claim, how, clear=False) is possible
    assert found.possible(claim, how, clear=True) is clear


@pytest.mark.parametrize(
    "around", ["{}. On average it is good.", "On average it is good. {}.", "{} on the best day on average."]
)
def test_words_outside_the_quote_say_nothing_on_its_numbers(around: str, make: Make) -> None:
    quote = "Alba has 3% and Borea 5%"
    (claim,) = make(quote, {"value": "3%"}, abstract=around.format(quote)).papers[0].all_claims()
    found = Aggregates(claim.quote)
    assert not any(found.possible(claim, how, clear=False) for how in ("mean", "max"))


@pytest.mark.parametrize(
    ("outside", "says"),
    [
        ("Borea gains 8%.", set()),
        ("Average gains are good.", {"mean"}),
        ("MEDIANS are good.", {"median"}),
        ("Borea gains up to 8%.", {"max"}),
        ("Borea gains at least 8%.", {"min"}),
        ("The maximum is 8.", {"max"}),
        ("The minimum is 8.", {"min"}),
        ("The total is 8.", {"total"}),
        ("The totality is 8.", set()),
    ],
)
def test_said_outside_the_quote(outside: str, says: set[str], make: Make) -> None:
    """Before the quote or behind it; what the quote itself says does not count."""
    sentence = "Its average gain is up to 5%."
    for abstract in (f"{outside} {sentence}", f"{sentence} {outside}"):
        (quote,) = make(sentence, abstract=abstract).papers[0].quotes
        found = Aggregates(quote)
        assert {how for how in ("mean", "median", "max", "min", "total") if found.elsewhere(how)} == says


@pytest.mark.parametrize(
    ("sentence", "number", "part"),
    [
        ("It answers 512 questions in 30 languages with 5% errors.", "30", True),
        ("It answers 512 hard questions from 30 languages with 5% errors.", "30", True),
        ("It answers 512 hard open questions from 30 languages with 5% errors.", "30", True),
        ("Of all that is asked, it answers 512 questions in 30 languages with 5% errors.", "30", True),
        ("It answers 512 questions, but in 30 languages with 5% errors.", "30", False),
        ("It answers 512 questions, mostly in 30 languages with 5% errors.", "30", False),
        ("It answers 512 questions with 5% errors in 30 languages.", "30", False),  # of the value itself
        ("It answers 512 questions, in 30 languages, with 5% errors.", "30", False),
        ("It answers 512 questions of it in 30 languages with 5% errors.", "30", False),
        ("It answers 512 questions across 30 languages with 5% errors.", "30", False),
        ("It answers questions in 30 languages with 5% errors.", "30", False),
        ("It answers 512 in 30 languages with 5% errors.", "30", False),
    ],
)
def test_what_another_number_counts(sentence: str, number: str, part: bool, make: Make) -> None:
    paper = make(sentence, {"value": "5%"}).papers[0]
    (claim,) = paper.all_claims()
    (at,) = (each for each, found in enumerate(paper.numbers) if found.text == number)
    assert claim.value_at is not None
    assert Aggregates(claim.quote).counts_part(at, claim.value_at) is part


def test_what_another_sentence_counts_is_no_part(make: Make) -> None:
    sentence = "It answers 512 questions with 5% errors."
    (claim,) = make(sentence, {"value": "5%"}, abstract=f"{sentence} It knows 30 languages.").papers[0].all_claims()
    assert claim.value_at is not None
    assert not Aggregates(claim.quote).counts_part(len(claim.paper.numbers) - 1, claim.value_at)


@pytest.mark.parametrize(
    ("sentence", "fields", "ways"),
    [
        ("On average, Alba reaches 79%.", {}, "mean"),
        ("Averaged over all tasks, Alba reaches 79%.", {}, "mean"),
        ("Alba reaches 79% averaged across tasks.", {}, "mean"),
        ("In the median, Alba has 79%.", {}, "median"),
        ("In the best case, Alba reaches 79%.", {"metric": "glimmer"}, "max min"),  # nobody knows what is better
        ("In the best case, Alba reaches 79%.", {"better": "higher"}, "max"),
        ("In the best case, Alba reaches 79%.", {"better": "lower"}, "min"),
        ("In the worst case, Alba reaches 79%.", {"better": "higher"}, "min"),
        ("In the Worst case, Alba reaches 79%.", {"better": "lower"}, "max"),
        ("Alba reaches 79% there.", {}, ""),
        ("Alba has 79% in total.", {}, "total"),
        ("Alba has 79 pp in total and across tasks.", {}, "total mean"),
        ("The lowest score of Alba is 79%.", {}, "min"),
        ("The peak score of Alba is 79%.", {}, "max"),
        ("Alba has 61% on average; 79% at most.", {"value": "79% at most"}, "max mean"),
        ("Alba has 61% on average; 79% at the most.", {"value": "79% at the most"}, "max mean"),
        ("Alba has a mean score of 79% in the best runs.", {"better": "higher"}, "mean max"),
        *((f"The median of 5 {what} of Alba is 79%.", {}, "median") for what in ("runs", "seeds", "trials", "repetitions")),
        *((f"The median of 5 {what} of Alba is 79%.", {}, "median") for what in ("repeats", "folds", "splits", "replicates")),
        ("The median of 5 users of Alba is 79%.", {}, ""),
        *((f"The mean is 61% {against} 79% of Alba.", {}, "mean") for against in ("compared to", "as opposed to", "versus", "vs.", "against")),
        *((f"The mean is 61%, {beside} 79% of Alba.", {}, "mean") for beside in ("up from", "down from", "i.e. less by")),
        *((f"The mean is 61%, a {what} of 79% for Alba.", {}, "mean") for what in "gain improvement increase reduction decrease drop".split()),
        ("The mean is 61% there, but Alba has 79%.", {}, ""),
        ("The mean is 61% there; so Alba has 79% against Borea.", {}, ""),
        # what is no share may be a total without a word
        ("Alba needs 79 hours there.", {}, "total"),
        ("Alba is 79x there.", {}, ""),
    ],
)  # fmt: skip
def test_which_ways_a_sentence_lets_through(sentence: str, fields: dict[str, str], ways: str, make: Make) -> None:
    """Of mean, median, max, min and total, those that the words of the sentence may mean."""
    number = next(word for word in sentence.split() if word.startswith("79")).rstrip(".,")
    number = "79 pp" if "79 pp" in sentence else number
    passed = []
    for how in ("total", "mean", "median", "max", "min"):
        project = make(sentence, {"value": number, "agg": {"how": how}, **fields})
        if not list(found_by(registry()["agg-without-cue"], project, {})):
            passed.append(how)
    assert sorted(passed) == sorted(ways.split())
