"""Stated changes against stated values: what cannot be is flagged, and nothing that rounding could explain."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import build
from claimcheck.matching.changes import clashes
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

FILE = """\
schema: claimcheck/1
paper: {{id: p, name: P, starts: We present P, abstract: sha256:{hash}}}
evidence:
  - quote: {sentence}
    claims:
{claims}
"""


def told(sentence: str, *claims: str) -> list[str]:
    """The messages about claims that all rest on one sentence."""
    source = read_source("s.txt", f"Abstract:We present P. {sentence}".encode())
    lines = "\n".join(f"      - {{id: c{at}, {claim}}}" for at, claim in enumerate(claims))
    text = FILE.format(hash=source.abstracts[0].digest, sentence=sentence, claims=lines)
    loaded = load_claim_file(SourceFile("p.yaml", text))
    assert loaded.problems == ()
    (paper,) = build([source], [loaded]).papers
    return [clash.message for clash in clashes(paper, Vocabulary())]


def level(value: str, baseline_value: str, rest: str = "", kind: str = "result") -> str:
    return f"kind: {kind}, subject: P, metric: score, baseline: Q, value: '{value}', baseline_value: '{baseline_value}'{rest}"


def delta(value: str, kind: str, change: str = "increase", rest: str = "") -> str:
    return (
        f"kind: delta, subject: P, metric: score, baseline: Q, value: '{value}', change: {change}, delta: {kind}{rest}"
    )


def ratio(value: str, change: str = "increase", rest: str = "") -> str:
    return f"kind: ratio, subject: P, metric: score, baseline: Q, value: '{value}', change: {change}{rest}"


# -- a value against its own baseline value -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "baseline_value", "change", "kind", "flagged"),
    [
        ("12.9", "17.3", "increase", "result", True),
        ("12.9", "17.3", "decrease", "result", False),
        ("17.3", "12.9", "decrease", "result", True),
        ("80%", "80%", "increase", "result", False),  # 80.3 and 79.8 are both written so
        ("81%", "80%", "decrease", "result", True),  # 80.5 against 80.5 at best: no decrease
        ("80.4%", "80%", "decrease", "result", False),  # 80.4 is below 80.49, which is written 80
        ("12", "12", "increase", "count", True),  # twelve things are twelve
        ("13", "12", "increase", "count", False),
        ("900K", "1.2M", "increase", "size", True),
        ("0-28%", "39-62%", "increase", "result", False),  # ranges,
        ("up to 12.9", "17.3", "increase", "result", False),  # bounds
        ("~12.9", "17.3", "increase", "result", False),  # and what is approximate are left alone
        ("12.9%", "17.3", "increase", "result", False),  # as are two units
        ("1/2", "3/4", "increase", "result", True),
    ],
)
def test_direction(value: str, baseline_value: str, change: str, kind: str, flagged: bool) -> None:
    sentence = f"P has {value} and Q has {baseline_value} here."
    assert bool(told(sentence, level(value, baseline_value, f", change: {change}", kind))) is flagged


def test_direction_message() -> None:
    assert told("P cuts it from 17.3 to 12.9 here.", level("12.9", "17.3", ", change: increase")) == [
        "`change: increase` is stated, but the value '12.9' (12.85 to 12.95) is not above the baseline value '17.3' (17.25 to 17.35)"
    ]


def test_direction_message_of_a_decrease() -> None:
    assert told("P moves it from 12.9 to 17.3 here.", level("17.3", "12.9", ", change: decrease")) == [
        "`change: decrease` is stated, but the value '17.3' (17.25 to 17.35) is not below the baseline value '12.9' (12.85 to 12.95)"
    ]


def test_the_mean_of_a_count_is_rounded() -> None:
    sentence = "P has 12 and Q has 12 here."
    assert told(sentence, level("12", "12", ", change: increase", "count")) != []
    assert told(sentence, level("12", "12", ", change: increase, agg: {how: mean}", "count")) == []


def test_a_level_is_no_difference() -> None:
    """What is measured is not held against the difference of what is measured."""
    assert told("P has 80.8% and Q has 68.5% here.", level("80.8%", "68.5%", ", change: increase")) == []


def test_a_difference_has_no_side() -> None:
    """The value of a delta is a difference: it may well be below the baseline's own value."""
    assert told("P gains 3% over the 68.5% of Q.", delta("3%", "unstated", rest=", baseline_value: 68.5%")) == []


# -- a difference against two values --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "baseline_value", "stated", "kind", "change", "flagged"),
    [
        ("80.8%", "68.5%", "12.3%", "absolute", "increase", False),
        ("80.8%", "68.5%", "12.3 points", "absolute", "increase", False),
        ("80.8%", "68.5%", "12.4%", "absolute", "increase", False),  # 80.84 - 68.46 is 12.38
        ("80.8%", "68.5%", "12%", "absolute", "increase", False),
        ("80.8%", "68.5%", "13%", "absolute", "increase", True),
        ("80.8%", "68.5%", "18%", "absolute", "increase", True),
        ("80.8%", "68.5%", "18%", "relative", "increase", False),
        ("80.8%", "68.5%", "17.96%", "relative", "increase", False),
        ("80.8%", "68.5%", "12.3%", "relative", "increase", True),
        ("80.8%", "68.5%", "12.3%", "unstated", "increase", False),
        ("80.8%", "68.5%", "18%", "unstated", "increase", False),
        ("80.8%", "68.5%", "15%", "unstated", "increase", True),
        ("80.8%", "68.5%", "12.3%", "absolute", "decrease", True),  # it rose
        ("68.5%", "80.8%", "12.3%", "absolute", "decrease", False),
        ("68.5%", "80.8%", "-12.3%", "absolute", "decrease", False),
        ("68.5%", "80.8%", "15.2%", "relative", "decrease", False),
        ("68.5%", "80.8%", "18%", "relative", "decrease", True),  # of the baseline, not of the value
        ("0.808", "0.685", "12.3%", "absolute", "increase", False),  # shares of one
        ("0.808", "0.685", "13.2%", "absolute", "increase", True),
        ("0.808", "0.685", "0.123", "unstated", "increase", False),
        ("80.8", "68.5", "12.3", "absolute", "increase", False),
        ("80.8", "68.5", "21.3", "absolute", "increase", True),
        ("80.8%", "68.5%", "up to 13%", "absolute", "increase", False),  # bounds,
        ("80.8%", "68.5%", "about 13%", "absolute", "increase", False),  # approximate numbers
        ("80.8%", "68.5%", "13-14%", "absolute", "increase", False),  # and ranges are left alone
        ("39-62%", "0-28%", "13%", "absolute", "increase", False),
        ("80.8 ms", "68.5 ms", "13%", "absolute", "increase", False),  # milliseconds against a percentage: not told
        ("80.8 ms", "68.5 ms", "13%", "relative", "increase", True),
        ("80.8 ms", "68.5 ms", "12.3 ms", "absolute", "increase", False),
        ("80.8 ms", "68.5 ms", "13 ms", "absolute", "increase", True),
        ("80.8 ms", "68.5 ms", "13 ms", "relative", "increase", False),  # milliseconds are no share: not told
        ("80.8", "68.5", "13 ms", "absolute", "increase", False),
        ("80.8 ms", "68.5", "13", "absolute", "increase", False),
        # a share of the baseline may be written as a percentage, with its sign or without, or of one
        ("80.8 ms", "68.5 ms", "18", "relative", "increase", False),
        ("80.8 ms", "68.5 ms", "0.18", "relative", "increase", False),
        ("80.8 ms", "68.5 ms", "0.15", "relative", "increase", True),
        ("0.808", "0.685", "15%", "relative", "increase", True),
        # so may points of percentages
        ("80.8%", "68.5%", "12.3", "absolute", "increase", False),
        ("80.8%", "68.5%", "0.123", "absolute", "increase", False),
        ("80.8%", "68.5%", "0.15", "absolute", "increase", True),
        ("80.8%", "68.5%", "1230", "absolute", "increase", True),
        ("68.5%", "80.8%", "-13%", "absolute", "decrease", True),
        # of what may be nothing there is no share
        ("5 ms", "0 ms", "13%", "relative", "increase", False),
    ],
)
def test_difference(value: str, baseline_value: str, stated: str, kind: str, change: str, flagged: bool) -> None:
    sentence = f"P has {value} and Q has {baseline_value} or {stated} here."
    assert bool(told(sentence, level(value, baseline_value), delta(stated, kind, change))) is flagged


@pytest.mark.parametrize(
    ("value", "baseline_value", "stated", "change", "flagged"),
    [
        ("30 ms", "10 ms", "3x", "increase", False),
        ("30 ms", "10 ms", "2x", "increase", False),  # "2x more" may mean three times as many
        ("30 ms", "10 ms", "4x", "increase", True),
        ("30 ms", "10 ms", "3x", "decrease", True),
        ("10 ms", "30 ms", "3x", "decrease", False),
        ("10 ms", "30 ms", "three-fold", "decrease", False),
        ("10 ms", "20 ms", "0.5x", "decrease", False),
        ("10 ms", "30 ms", "over 4x", "decrease", False),
        ("30 ms", "10 ms", "4", "increase", True),
        ("30 ms", "10 ms", "0.33x", "increase", True),  # what remains, of a decrease alone
        ("30 ms", "10 ms", "400%", "increase", False),  # a percentage for a factor: not told
        ("30 ms", "0 ms", "4x", "increase", False),
    ],
)
def test_factor(value: str, baseline_value: str, stated: str, change: str, flagged: bool) -> None:
    sentence = f"P has {value} and Q has {baseline_value} or {stated} here."
    assert bool(told(sentence, level(value, baseline_value), ratio(stated, change))) is flagged


@pytest.mark.parametrize(
    "other",
    [
        ", dataset: Aria",
        ", conditions: {model: big}",
        ", agg: {how: max}",
    ],
)
def test_what_is_not_the_same_is_left_alone(other: str) -> None:
    sentence = "P has 80.8% and Q has 68.5% or 15% here on Aria."
    assert told(sentence, level("80.8%", "68.5%"), delta("15%", "unstated")) != []
    assert told(sentence, level("80.8%", "68.5%"), delta("15%", "unstated", rest=other)) == []
    assert told(sentence, level("80.8%", "68.5%", other), delta("15%", "unstated")) == []


def test_means() -> None:
    """A mean of differences is the difference of the means; a mean of relative gains is nothing that means could give."""
    sentence = "P has 80.8% and Q has 68.5% or 15% here."
    mean = ", agg: {how: mean}"
    assert told(sentence, level("80.8%", "68.5%", mean), delta("15%", "absolute", rest=mean)) != []
    for kind in ("relative", "unstated"):
        assert told(sentence, level("80.8%", "68.5%", mean), delta("15%", kind, rest=mean)) == []
    assert (
        told(sentence, level("80.8%", "68.5%", ", agg: {how: max}"), delta("15%", "absolute", rest=", agg: {how: max}"))
        == []
    )


def test_totals() -> None:
    sentence = "P has 80.8% and Q has 68.5% or 15% here, 5 of them."
    for agg, flagged in (("{how: total}", True), ("{n: 5}", False), ("{how: median}", False)):
        rest = f", agg: {agg}"
        assert bool(told(sentence, level("80.8%", "68.5%", rest), delta("15%", "absolute", rest=rest))) is flagged
    sentence = "P has 30 ms and Q has 10 ms or 4x here."
    for agg, flagged in ((", agg: {how: mean}", False), ("", True)):
        assert bool(told(sentence, level("30 ms", "10 ms", agg), ratio("4x", rest=agg))) is flagged


def test_a_count_of_nothing_has_no_factor() -> None:
    """Things that are counted are exact: none is none, and nothing is so many times as many."""
    sentence = "P has 5 and Q has 0 or 4x here."
    assert told(sentence, level("5", "0", kind="count"), ratio("4x")) == []


def test_difference_messages() -> None:
    """What the two values give, in every way that it may be written."""
    sentence = "P has {} and Q has {} or {} here.".format
    assert told(sentence("80.8 ms", "68.5 ms", "13 ms"), level("80.8 ms", "68.5 ms"), delta("13 ms", "absolute")) == [
        "an increase of '13 ms' does not fit: from '68.5 ms' to '80.8 ms' it is 12.2 to 12.4 ms"
    ]
    assert told(sentence("0.808", "0.685", "0.3"), level("0.808", "0.685"), delta("0.3", "unstated")) == [
        (
            "an increase of '0.3' does not fit: from '0.685' to '0.808' it is 0.122 to 0.124 or 17.797 to 18.115 percent "
            "of the baseline or 0.17797 to 0.18115 of the baseline"
        )
    ]
    assert told(sentence("80.8%", "68.5%", "15"), level("80.8%", "68.5%"), delta("15", "absolute")) == [
        "an increase of '15' does not fit: from '68.5%' to '80.8%' it is 12.2 to 12.4 points or 0.122 to 0.124"
    ]
    assert told(sentence("0.808", "0.685", "15%"), level("0.808", "0.685"), delta("15%", "absolute")) == [
        "an increase of '15%' does not fit: from '0.685' to '0.808' it is 0.122 to 0.124 points or 12.2 to 12.4 points"
    ]
    assert told(sentence("10.0 ms", "30.0 ms", "4x"), level("10.0 ms", "30.0 ms"), ratio("4x", "decrease")) == [
        (
            "a decrease of '4x' does not fit: from '30.0 ms' to '10.0 ms' it is 2.9801 to 3.0201 times or 1.9801 to 2.0201 "
            "times more or 0.33111 to 0.33556 times"
        )
    ]


def test_of_oneself_and_of_nobody() -> None:
    sentence = "P has 80.8% and Q has 68.5% or 15% here."
    itself = delta("15%", "unstated").replace("baseline: Q", "baseline: P")
    assert told(sentence, level("80.8%", "68.5%"), itself) == []
    # a baseline without a value of its own; a value that is one of several baselines'
    alone = "kind: result, subject: P, metric: score, baseline: Q, value: 80.8%"
    assert told(sentence, alone, delta("15%", "unstated")) == []
    several = level("80.8%", "68.5%").replace("baseline: Q", "baseline: [Q, R]")
    assert told(sentence, several, delta("15%", "unstated")) == []


def test_of_several_pairs_the_first_is_told() -> None:
    claims = [f"kind: result, subject: P, metric: score, value: {value}" for value in ("80.8%", "90%")]
    q = "kind: result, subject: Q, metric: score, value: 68.5%"
    (message,) = told("P has 80.8% or 90% and Q has 68.5% or 15% here.", *claims, q, delta("15%", "absolute"))
    assert "from '68.5%' to '80.8%'" in message


def test_values_of_two_claims() -> None:
    """The baseline's value may be a claim of its own, or stand with the difference; one pair that fits is enough."""
    p = "kind: result, subject: P, metric: score, value: 80.8%"
    q = "kind: result, subject: Q, metric: score, value: 68.5%"
    sentence = "P has 80.8% and Q has 68.5% or 15% here or 12.3%."
    assert told(sentence, p, q, delta("15%", "unstated")) == [
        "an increase of '15%' does not fit: from '68.5%' to '80.8%' it is 12.2 to 12.4 points or 17.797 to 18.115 percent of the baseline"
    ]
    assert told(sentence, p, q, delta("12.3%", "unstated")) == []
    assert told(sentence, p, delta("15%", "unstated", rest=", baseline_value: 68.5%")) != []
    assert told(sentence, p, p.replace("80.8", "12.3"), q, delta("15%", "unstated")) != []
    assert told(sentence, p, p.replace("80.8", "15"), q.replace("68.5", "12.3"), q, delta("12.3%", "unstated")) == []


def test_several_baselines_are_left_alone() -> None:
    """A gain over two baselines is the difference from neither in particular."""
    sentence = "P has 80.8% and Q has 68.5% or 15% here."
    assert (
        told(sentence, level("80.8%", "68.5%"), delta("15%", "unstated").replace("baseline: Q", "baseline: [Q, R]"))
        == []
    )


places = st.integers(0, 3)
exact = st.decimals(min_value=Decimal(1), max_value=Decimal(500), places=4)


@settings(deadline=None)
@given(exact, exact, places, places, st.sampled_from(["absolute", "relative", "unstated"]))
def test_true_changes_pass_however_they_are_rounded(
    value: Decimal, baseline: Decimal, level_places: int, delta_places: int, kind: str
) -> None:
    """All three numbers are written rounded from exact ones of which the change is true."""
    assume(value != baseline)
    change = "increase" if value > baseline else "decrease"
    difference = abs(Fraction(value) - Fraction(baseline))
    share = difference / Fraction(baseline) * 100
    size = share if kind == "relative" else difference
    stated = f"{Decimal(size.numerator) / Decimal(size.denominator):.{delta_places}f}%"
    high, low = f"{value:.{level_places}f}%", f"{baseline:.{level_places}f}%"
    sentence = f"P has {high} and Q has {low} or {stated} here."
    assert told(sentence, level(high, low, f", change: {change}"), delta(stated, kind, change)) == []
