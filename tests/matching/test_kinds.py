"""What the words at a number make of it: the size of a change, a level, an aggregate, a hedge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.aggregates import Aggregates
from claimcheck.matching.hedges import governing_hedge
from claimcheck.matching.kinds import Kinds
from claimcheck.matching.proofs import proved
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


def found(sentence: str, number: str, make: Make, metric: str = "accuracy") -> tuple[str | None, str | None]:
    """The word of change and the word of a level at a number."""
    paper = make(sentence).papers[0]
    (quote,) = paper.quotes
    kinds = Kinds(Sentence(quote))
    at = next(at for at in quote.numbers if number in paper.numbers[at].text)
    change, level = kinds.change(at, paper.numbers[at].unit), kinds.level(at, metric)
    return change.text if change else None, level.text if level else None


@pytest.mark.parametrize(
    ("sentence", "number", "change", "level"),
    [
        # "by" behind a word of change, however far back it stands in the sentence
        ("Alba outperforms Borea by an average of 5%.", "5%", "by", None),
        ("Alba improves accuracy on Harbour by 5% and, on Meadow, by 7%.", "7%", "by", None),
        ("Alba is improved by 5% there.", "5%", "by", None),
        # "by" of something else
        ("Alba is followed by 31% for Borea.", "31%", None, None),
        ("Alba was chosen by 62% of raters.", "62%", None, None),
        ("Alba is outperformed by 3 parsers.", "3", None, None),
        ("Alba improves. It was chosen by 62% of raters.", "62%", None, None),
        # a noun of change, where it ends what the number belongs to
        ("We see a 12% average improvement on Harbour.", "12%", "improvement", None),
        ("We see a 12% improvement.", "12%", "improvement", None),
        ("We see a 12% reduction rate there.", "12%", None, None),
        ("We see gains of up to 12% there.", "12%", "gains", None),
        ("The probability of improvement of 95% is high.", "95%", None, None),
        ("The share of 40% increases to 60%.", "40%", None, None),
        ("We see 40% increases in recall.", "40%", "increases", None),
        # comparatives
        ("Alba needs 74% less compute.", "74%", "less", None),
        ("Alba is 3x faster.", "3x", "faster", None),
        ("Alba needs 3x more compute.", "3x", "more", None),
        ("Alba needs 40% more compute.", "40%", None, None),
        ("Among the top 5% better parsers it is one.", "5%", None, None),
        # levels
        ("Alba achieves 80% accuracy versus 70% for Borea.", "80%", None, "achieves"),
        ("Alba reaches 85% on Harbour.", "85%", None, "reaches"),
        ("Its gains reach 85% on Harbour.", "85%", None, None),
        ("Alba achieves 5% accuracy over Borea.", "5%", None, None),
        ("Alba achieves 5% accuracy gains.", "5%", "gains", None),
        ("We achieve 64%, 31% and 22% improvements.", "64%", None, None),
        ("We achieve 64% (Aria) and 22% (Bolt) improvements.", "64%", None, None),
        ("Alba has a recall of 71%.", "71%", None, "recall"),
        ("Alba has an increase in recall of 71%.", "71%", None, None),
        ("Alba improves accuracy to 85%.", "85%", None, "to"),
        ("Alba improves accuracy, which leads to 85% there.", "85%", None, None),
        ("Alba reduces it, compared to 85% before.", "85%", None, None),
        ("Alba is a suite of 400 tasks.", "400", None, None),
    ],
)
def test_change_or_level(sentence: str, number: str, change: str | None, level: str | None, make: Make) -> None:
    assert found(sentence, number, make) == (change, level)


def test_a_heap_of_what_is_counted(make: Make) -> None:
    """A count is told as one where the metric names the things."""
    assert found("Alba is a suite of 400 tasks.", "400", make, "tasks") == (None, "suite")
    assert found("Alba is a suite of 400 more tasks.", "400", make, "tasks") == (None, None)


@pytest.mark.parametrize(
    ("sentence", "number", "said"),
    [
        ("There are average gains of 3.0% and up to 8.0%.", "3.0%", {"mean"}),
        ("There are average gains of 3.0% and up to 8.0%.", "8.0%", {"max"}),
        ("It gains an average of 3.0% there.", "3.0%", {"mean"}),
        ("It has a median latency of 5 ms.", "5", {"median"}),
        ("It yields a 3% absolute average improvement.", "3%", {"mean"}),
        ("It yields a 3% average absolute gain.", "3%", {"mean"}),
        ("It has 18% tokens of the mentor on average.", "18%", {"mean"}),
        ("It gains 5% on Aria and on average 3% elsewhere.", "5%", set()),
        ("It gains at least 5% there.", "5%", {"min"}),
        ("It has 40 tasks, totaling 30 runs.", "30", {"total"}),
        # a measure's name says nothing on the number
        ("It has a mean squared error of 5 there.", "5", set()),
        ("The average user sees it on 5 tasks.", "5", set()),
    ],
)
def test_aggregates(sentence: str, number: str, said: set[str], make: Make) -> None:
    paper = make(sentence).papers[0]
    (quote,) = paper.quotes
    at = next(at for at in quote.numbers if number in paper.numbers[at].text)
    assert set(Aggregates(quote).of(at)) == said


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("It can lead to a 12% gain.", "can"),
        ("It may significantly improve recall by 12%.", "may"),
        ("It can choose among 12% of tools.", None),
        ("Alba, which can improve Borea, gains 12%.", None),
        ("It can improve Borea, and gains 12%.", None),
        ("Alba gains 12% where it can improve.", None),
    ],
)
def test_hedges(sentence: str, hedge: str | None, make: Make) -> None:
    (claim,) = make(sentence, {"value": "12%"}).papers[0].all_claims()
    word = governing_hedge(Sentence(claim.quote), claim)
    assert (word.text if word else None) == hedge


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "kind"),
    [
        ("It improves from 0.114 to 0.328 (+187%).", "+187%", "recall", "relative"),
        ("It improves from 70% to 75% (+5%).", "+5%", "accuracy", "absolute"),
        ("It improves from 0.50 to 0.55 (+5%).", "+5%", "accuracy", "absolute"),
        ("It improves from 0.50 to 0.55 (+7%).", "+7%", "accuracy", None),
        ("It improves from 99.5% to 100% (+0.5%).", "+0.5%", "accuracy", None),  # both, within rounding
        ("It falls by 33.4% (to 0.0571 s).", "33.4%", "delay", "relative"),
        ("It falls by 33.4% (to 71.2%).", "33.4%", "delay", None),
        ("It falls by 33.4% there.", "33.4%", "latency", "relative"),
        ("It falls by 33.4% there.", "33.4%", "memory utilization", None),
        ("It falls by 33.4% there.", "33.4%", "accuracy", None),
    ],
)
def test_what_proves_the_kind_of_a_difference(
    sentence: str, value: str, metric: str, kind: str | None, make: Make
) -> None:
    (claim,) = make(sentence, {"value": value, "metric": metric}).papers[0].all_claims()
    assert proved(claim) == kind
