"""Computed changes: exact, rounded to what is written, and left out where they would not be well defined."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Value
from claimcheck.numerals import read_value
from claimcheck.source import Span
from claimcheck.tables.change import computed_change


def _value(text: str) -> Value:
    mention, mentions = read_value(text)
    return Value("value", Scalar(text, Span(0, len(text)), "plain"), mention, mentions)


@pytest.mark.parametrize(
    ("value", "baseline", "shown"),
    [
        ("80.8%", "68.5%", "+12.3 pp (+18%)"),  # 80.8/68.5 - 1 = 17.96%; the rounding of both leaves 17.8% to 18.1%
        ("12.9", "17.3", "-4.4 (-25%)"),  # -25.4%; between -25.9% and -24.9%
        ("8.4", "8.7", "-0.3"),  # between -4.6% and -2.3%
        ("16.9", "17.3", "-0.4 (-2%)"),
        ("80.85%", "68.5%", "+12.4 pp (+18.0%)"),  # 12.35, to the coarser precision, halves away from zero
        ("68.5%", "80.85%", "-12.4 pp (-15.3%)"),
        ("68.5%", "68.5%", "0.0 pp"),
        ("80%", "68.5%", "+12 pp (+17%)"),  # 11.5
        ("12,000", "10,000", "+2000 (+20.0%)"),
        ("1003", "1000", "+3"),  # between +0.2% and +0.4%
        ("3", "1", "+2"),  # 2.5/1.5 to 3.5/0.5: anything
        (
            "2.49 million",
            "1.2 million",
            "+1.3 million",
        ),  # 1.29 million, to the coarser precision; between +99% and +117%
        ("8B", "7B", "+1B"),
        ("10m", "8m", "+2m"),  # million or metres: two of them either way
        ("7K", "8.5K", "-2K"),  # -1.5, halves away from zero
        ("8K", "8K", "0"),
        ("1.2bn", "900 million", "+300000000"),  # as digits, for the suffixes differ
        ("$5M", "$3M", "+2M $"),
        ("0.0", "8.0", "-8.0 (-100%)"),
        ("-3.5%", "2.0%", "-5.5 pp"),  # a share of a value that changes its sign says nothing
        ("3.5%", "-2.0%", "+5.5 pp"),
        ("3x", "2x", "+1 x"),
        ("12 hours", "17 hours", "-5 hours"),  # between -34.3% and -24.2%
        ("79.6% accuracy", "70.1% accuracy", "+9.5 pp (+14%)"),
        ("five", "4", "+1"),
    ],
)
def test_the_change_is_as_exact_as_what_is_written(value: str, baseline: str, shown: str) -> None:
    assert str(computed_change(_value(value), _value(baseline))) == shown


@pytest.mark.parametrize(
    ("value", "baseline"),
    [
        ("39-62%", "0-28%"),  # ranges
        ("up to 8.0%", "3.0%"),
        ("8.0%", "over 3.0%"),
        ("~10K", "8K"),
        ("10K", "roughly 8K"),
        ("thousands", "5"),
        ("dozens", "dozens"),
        ("80.8%", "68.5"),  # units differ
        ("5 hours", "5 days"),
        ("5 s", "5"),
        ("10m", "8"),  # million or metres
        ("2.49m", "900K"),  # thousand or kelvin
        ("1/2", "0.4"),  # a fraction has no written precision
        ("5 ± 1", "4"),
        ("2 of 5", "1 of 5"),
        ("no number", "5"),
        ("5 and 6", "4"),
        ("about", "4"),
    ],
)
def test_no_change_where_it_is_not_well_defined(value: str, baseline: str) -> None:
    assert computed_change(_value(value), _value(baseline)) is None
    assert computed_change(_value(baseline), _value(value)) is None


def test_no_change_without_both_values() -> None:
    assert computed_change(_value("5"), None) is None
    assert computed_change(None, _value("5")) is None


_numbers = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**9), st.integers(0, 4))


@given(_numbers, _numbers)
def test_the_difference_is_the_exact_one_rounded_to_the_coarser_place(value: Decimal, baseline: Decimal) -> None:
    change = computed_change(_value(f"{value:f}%"), _value(f"{baseline:f}%"))
    assume(change is not None)
    assert change is not None
    place = max(value.as_tuple().exponent, baseline.as_tuple().exponent)
    written = Decimal(change.difference)
    assert written.as_tuple().exponent == place
    assert abs(Fraction(written) - (Fraction(value) - Fraction(baseline))) <= Fraction(10) ** place / 2
    assert change.unit == "pp"


@given(_numbers, _numbers)
def test_the_relative_change_holds_for_all_that_rounds_to_what_is_written(value: Decimal, baseline: Decimal) -> None:
    """Its last digit is off by two and a half at most, whichever values stand behind the written ones.

    All that is possible spans twice the doubt, which is one such digit at most, and rounding adds half a digit.
    """
    change = computed_change(_value(f"{value:f}"), _value(f"{baseline:f}"))
    assume(change is not None and change.relative is not None)
    assert change is not None and change.relative is not None
    relative = Decimal(change.relative.removesuffix("%"))
    digit = Fraction(10) ** (-1 if "." in change.relative else 0)
    half = [Fraction(10) ** number.as_tuple().exponent / 2 for number in (value, baseline)]
    for new in (Fraction(value) - half[0], Fraction(value) + half[0]):
        for old in (Fraction(baseline) - half[1], Fraction(baseline) + half[1]):
            assert abs((new / old - 1) * 100 - Fraction(relative)) <= 5 * digit / 2
