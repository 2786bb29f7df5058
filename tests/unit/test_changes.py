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
    ],
)
def test_direction(value: str, baseline_value: str, change: str, kind: str, flagged: bool) -> None:
    sentence = f"P has {value} and Q has {baseline_value} here."
    assert bool(told(sentence, level(value, baseline_value, f", change: {change}", kind))) is flagged


def test_direction_message() -> None:
    assert told("P cuts it from 17.3 to 12.9 here.", level("12.9", "17.3", ", change: increase")) == [
        "`change: increase` is stated, but the value '12.9' (12.85 to 12.95) is not above the baseline value '17.3' (17.25 to 17.35)"
    ]


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
