"""Which words say that a difference is absolute or relative, and of which numbers: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.deltas import Cues
from claimcheck.matching.sentence import Sentence
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]


def cues_at(sentence: str, number: str, make: Make) -> set[str]:
    """The cues of a number, a doubtful one with a question mark."""
    dataset = make(sentence)
    quote = dataset.papers[0].quotes[0]
    cues = Cues(Sentence(quote))
    (at,) = (at for at in quote.numbers if dataset.papers[0].numbers[at].text == number)
    return {cue.delta + ("" if cue.clear else "?") for cue in cues.of(at, dataset.papers[0].numbers[at])}


@pytest.mark.parametrize(
    ("sentence", "number", "cues"),
    [
        # A capital is part of a name, but at the beginning of a sentence.
        ("Relative gains of 5% are seen.", "5%", {"relative"}),
        ("It works. Relative gains are 5%.", "5%", {"relative"}),
        ("The Relative gains are 5%.", "5%", set()),
        # Points: behind "percentage", or right behind a number.
        ("Told in percentage points, it gains 5.", "5", {"absolute"}),
        ("Told in data points, it gains 5.", "5", set()),
        ("Points are what it gains, 5.", "5", set()),
        ("Points it gains, 5, and no percentage", "5", set()),
        ("It gains 3.1 exactness points.", "3.1", {"absolute"}),
        ("It gains 3.1 in exactness points.", "3.1", set()),
        ("It gains 3.1 exactness points, at a cost of 9%.", "3.1", {"absolute"}),
        ("It cuts 5 exactness points error from it.", "5", {"absolute"}),
        # A measure is no cue, unless it is the measure's change that is told, within four words and before a comma.
        ("The relative error falls by 8.1%.", "8.1%", set()),
        ("The absolute error falls by 8.1%.", "8.1%", set()),
        ("The abs error falls by 8.1%.", "8.1%", set()),
        ("It gains 5 relative percentage points.", "5", {"relative", "absolute"}),
        ("The rel error falls by 8.1%.", "8.1%", set()),
        ("We see relative error reductions of 12%.", "12%", {"relative"}),
        ("A relative error on X reduction of 12%.", "12%", {"relative"}),
        ("A relative error on the X reduction of 12%.", "12%", set()),
        ("The relative error, a reduction of 12%.", "12%", set()),
        # "relatively", and what is relative to something, may be said of either.
        ("It is relatively 5% ahead.", "5%", {"relative?"}),
        ("It gains 5% relative to it.", "5%", {"relative?"}),
        ("It gains 5% relative, to us.", "5%", {"relative"}),
        # Behind a number, with nothing between; a share of an amount is relative, more of a quality may be either.
        ("It needs 74%, less than others.", "74%", set()),
        ("It makes 40% fewer erroneous calls.", "40%", {"relative"}),
        ("It makes 40% more erroneous calls.", "40%", {"relative?"}),
        ("It makes it 40% more erroneous", "40%", {"relative?"}),
        ("It is 40% lower there.", "40%", {"relative?"}),
        ("It needs 40% more validators.", "40%", {"relative"}),  # begins as an adjective ends
        ("It needs 40% less", "40%", {"relative"}),
        ("It needs 0.4x less compute.", "0.4x", {"relative"}),
        ("It needs 0.4 less compute.", "0.4", set()),
        ("It is 5% betterment.", "5%", set()),
        ("It gains 5%", "5%", set()),
    ],
)
def test_which_words(sentence: str, number: str, cues: set[str], make: Make) -> None:
    assert cues_at(sentence, number, make) == cues


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        # ahead of a list: for all that follows in it, and nothing before
        ("At 9% cost we see absolute gains of 5% on X and 7% on Y.", {"5%", "7%"}),
        ("We see absolute gains of 5% on X and 7% on Y and 8% on Z.", {"5%", "7%", "8%"}),
        ("We see absolute gains of 5% on X; 7% is lost on Y and 8% on Z.", {"5%"}),
        ("We see absolute gains of 5% on X. And 7% on Y.", {"5%"}),
        ("We see absolute gains of 5% where 7% is lost.", {"5%"}),
        ("It is new; we see absolute gains of 5% on X and 7%; it is good.", {"5%", "7%"}),
        ("We see absolute gains of 5% on X (7% on Y).", {"5%", "7%"}),
        ("We see absolute gains of 5% by 7%.", {"5%", "7%"}),
        # behind a list: for all that went before
        ("It costs 9% and gains 5%, 7% and 8% absolute.", {"5%", "7%", "8%"}),
        ("It gains 5%, 7% and 8% absolute at 9% cost.", {"5%", "7%", "8%"}),
        ("At 4%, 9% is lost where 5% and 8% absolute are won.", {"5%", "8%"}),
        # the word behind the last number of a bare list
        ("It needs 5%, 7% and 8% less compute.", {"5%", "7%", "8%"}),
        ("It costs 3% where it needs 5% and 8% less compute.", {"5%", "8%"}),
        ("It needs 4%, 3% in all where it needs 8% less compute.", {"8%"}),
        ("It needs 8% less compute and 5% of it.", {"8%", "5%"}),  # its own cue: "of"
    ],
)
def test_whose_they_are(sentence: str, owners: set[str], make: Make) -> None:
    numbers = [word.strip(",;.()") for word in sentence.split() if "%" in word]
    assert {number for number in numbers if cues_at(sentence, number, make)} == owners


def test_the_nearest_cue_is_the_first(make: Make) -> None:
    paper = make("It has absolute gains, on all tasks of it, of 5% relative.").papers[0]
    (quote,) = paper.quotes
    cues = Cues(Sentence(quote))
    assert [cues.text(cue) for at in quote.numbers for cue in cues.of(at, paper.numbers[at])] == [
        "relative",
        "absolute",
    ]


def test_a_sentence_without_numbers(make: Make) -> None:
    paper = make("It has absolute and relative gains, by several points.").papers[0]
    (quote,) = paper.quotes
    cues = Cues(Sentence(quote))
    assert [cues.of(at, paper.numbers[at]) for at in quote.numbers] == [[] for _ in quote.numbers]


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        # Called unstated, though a word says it: only where it stands right there, at most two words between.
        ("It has absolute gains of 5% there.", True),
        ("It has absolute recall gains of 5% there.", False),
        ("It gains 5% of recall absolute.", True),
        ("It gains 5% in its recall absolute.", False),
    ],
)
def test_unstated_where_it_is_stated(sentence: str, flagged: bool, make: Make) -> None:
    fields = {"kind": "delta", "baseline": "unstated", "change": "increase", "delta": "unstated", "value": "5%"}
    (quote,) = make(sentence, fields).papers[0].quotes
    assert bool(list(registry()["delta-without-cue"].check(quote))) == flagged


def findings(make: Make, sentence: str, *claims: dict[str, object]) -> list[str]:
    (quote,) = make(sentence, *claims).papers[0].quotes
    return [found.message for found in registry()["delta-without-cue"].check(quote)]


DELTA = {"kind": "delta", "baseline": "unstated", "change": "increase"}


@pytest.mark.parametrize(
    ("sentence", "value", "delta", "message"),
    [
        # In units of its own a difference is absolute without a word; of shares somebody has to say it.
        ("It gains 2.3 in all.", "2.3", "absolute", None),
        ("It gains 2.3 in all.", "2.3", "relative", "no word at '2.3' says that the difference is relative"),
        ("It gains 5% in all.", "5%", "absolute", "no word at '5%' says that the difference is absolute"),
        ("It gains 5% in all.", "5%", "relative", "no word at '5%' says that the difference is relative"),
        ("It gains 5% in all.", "5%", "unstated", None),
        # A doubtful word allows, and refuses nothing.
        ("It gains 5% relative to it.", "5%", "relative", None),
        ("It gains 5% relative to it.", "5%", "unstated", None),
        ("It gains 5% relative to it.", "5%", "absolute", "no word at '5%' says that the difference is absolute"),
        # The nearest clear word says it, though a doubtful one stands nearer.
        ("It gains 5% relative to it, absolute.", "5%", "relative", "'absolute' at '5%' says that the difference is absolute, not relative"),
        # Points and factors say it themselves, whatever word stands far off.
        ("It gains 5 pp in all.", "5 pp", "absolute", None),
        ("It gains 5 pp in all.", "5 pp", "relative", "'points' at '5 pp' says that the difference is absolute, not relative"),
        ("It gains 5 pp in all.", "5 pp", "unstated", "'points' at '5 pp' says that the difference is absolute"),
        ("It has relative gains, on all of the many tasks here, of 5 pp.", "5 pp", "unstated", "'points' at '5 pp' says that the difference is absolute"),
        ("It gains 3x in all.", "3x", "relative", None),
        ("It gains 3x in all.", "3x", "absolute", "'times' at '3x' says that the difference is relative, not absolute"),
        # Where the quote has the word for another number, that is told.
        ("It has absolute gains of 5% on X; 7% is lost.", "7%", "absolute", "no word at '7%' says that the difference is absolute: 'absolute' belongs to '5%'"),
        ("It has relative gains of 5% on X; 7% is lost.", "7%", "absolute", "no word at '7%' says that the difference is absolute"),
        # What is not there is the matter of other rules.
        ("It gains 5% in all.", "7%", "absolute", None),
    ],
)  # fmt: skip
def test_what_a_difference_is_called(sentence: str, value: str, delta: str, message: str | None, make: Make) -> None:
    found = findings(make, sentence, {**DELTA, "value": value, "delta": delta})
    assert found == ([] if message is None else [message])


def test_only_differences_are_called_so(make: Make) -> None:
    ratio = {"kind": "ratio", "baseline": "unstated", "change": "increase", "value": "5%"}
    assert findings(make, "It gains 5% in all.", ratio) == []
    change = {**DELTA, "baseline": "Borea", "value": "12.9%", "baseline_value": "17.3%", "delta": "absolute"}
    assert findings(make, "It falls from 17.3% to 12.9% there.", change) == []


@pytest.mark.parametrize(
    ("sentence", "value", "fitting"),
    [
        ("Alba finds 31 more bugs than Borea.", "31", {"absolute", "unstated"}),
        ("Alba uses 5 GB less memory than Borea.", "5 GB", {"absolute", "unstated"}),
        ("Alba needs two fewer steps than Borea.", "two", {"absolute", "unstated"}),
        ("Alba is 5 m longer than Borea.", "5 m", {"absolute", "unstated"}),
        ("Alba finds 31% more bugs than Borea.", "31%", {"relative"}),
        ("Alba finds 3‰ more bugs than Borea.", "3‰", {"relative"}),
        ("With Alba, errors drop by half.", "half", {"absolute", "relative", "unstated"}),
        ("With Alba, errors drop by 5%.", "5%", {"unstated"}),
        ("Alba finds half more bugs than Borea.", "half", {"relative"}),
        ("Alba finds 3x more bugs than Borea.", "3x", {"relative"}),
    ],
)
def test_an_amount_is_no_share(sentence: str, value: str, fitting: set[str], make: Make) -> None:
    """ "31% more" is a share of what there was, "31 more" are units."""
    told = set()
    for delta in ("absolute", "relative", "unstated"):
        claim = {"kind": "delta", "value": value, "baseline": "Borea", "change": "increase", "delta": delta}
        if not list(found_by(registry()["delta-without-cue"], make(sentence, claim), {})):
            told.add(delta)
    assert told == fitting
