"""Comparing quantities: whether two say the same, and if not, what the difference is.

This is the one place that decides equality. Two quantities are the same when exact value, unit, sign, bound and
approximation agree, and no trailing zero after the decimal point was added or lost; the writing may differ (10k and
10,000; five and 5; 2.49m and 2,490,000; three-fold and 3x).
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from claimcheck.numerals.model import End, Mention


class Difference(Enum):
    """What tells two quantities apart; the value is a sentence about it."""

    SAME = "the same quantity in the same writing"
    OTHER_WRITING = "the same quantity, written otherwise"
    PRECISION = "the same value with another precision"
    UNIT = "the same number with another unit"
    SCALE = "the same digits with another scale"
    SIGN = "the same number with another sign"
    PART = "part of a larger quantity"
    EXTENDED = "more than the quantity that stands there"
    ORDER = "the two ends the other way round"
    BOUND_LOST = "the bound is lost"
    BOUND_INVENTED = "a bound that does not stand there"
    BOUND_CHANGED = "another bound"
    APPROXIMATE_LOST = "the word that makes it approximate is lost"
    APPROXIMATE_INVENTED = "approximate, where an exact number stands"
    OTHER = "another quantity"

    @property
    def is_same(self) -> bool:
        return self in (Difference.SAME, Difference.OTHER_WRITING)


_SEVERITY = {difference: rank for rank, difference in enumerate(Difference)}


def compare(claimed: Mention, stated: Mention) -> Difference:
    """What a claimed quantity is to a stated one; of all readings of both, the nearest."""
    best = Difference.OTHER
    for mine in claimed.all_readings():
        for theirs in stated.all_readings():
            found = _compare(mine, theirs)
            if _SEVERITY[found] < _SEVERITY[best]:
                best = found
    return best


def same(claimed: Mention, stated: Mention) -> bool:
    """Whether the two say the same quantity in some reading."""
    return compare(claimed, stated).is_same


def _compare(claimed: Mention, stated: Mention) -> Difference:
    if claimed.low is None or stated.low is None:
        return Difference.OTHER
    if claimed.low.mantissa is None or stated.low.mantissa is None:
        return _vague(claimed, stated)
    double_claimed = claimed.high is not claimed.low
    double_stated = stated.high is not stated.low
    assert claimed.high is not None and stated.high is not None
    if double_claimed != double_stated:
        whole, single = (stated, claimed) if double_stated else (claimed, stated)
        assert single.low is not None
        for end in whole.ends():
            if _ends(single.low, end, single.unit, whole.unit) in (None, Difference.UNIT):
                return Difference.PART if double_stated else Difference.EXTENDED
        return Difference.OTHER
    difference = _ends(claimed.low, stated.low, claimed.unit, stated.unit)
    if double_stated:
        other = _ends(claimed.high, stated.high, claimed.unit, stated.unit)
        if difference is Difference.OTHER or other is Difference.OTHER:
            crossed = (
                _ends(claimed.low, stated.high, claimed.unit, stated.unit),
                _ends(claimed.high, stated.low, claimed.unit, stated.unit),
            )
            return Difference.ORDER if crossed == (None, None) else Difference.OTHER
        difference = difference or other
        if difference is None and _family(claimed) != _family(stated):
            return Difference.OTHER
    if difference is not None:
        return difference
    return _qualified(claimed, stated)


def _family(mention: Mention) -> str:
    """Ranges and changes compare; a tolerance is no range."""
    return "pair" if mention.kind in ("range", "change") else mention.kind


def _vague(claimed: Mention, stated: Mention) -> Difference:
    """Vague quantities are their words."""
    if (claimed.low is None or claimed.low.mantissa is None) != (stated.low is None or stated.low.mantissa is None):
        return Difference.OTHER
    assert claimed.low is not None and stated.low is not None
    if " ".join(claimed.low.text.lower().split()) != " ".join(stated.low.text.lower().split()):
        return Difference.OTHER
    if _unit(claimed.unit) != _unit(stated.unit):
        return Difference.UNIT
    return _qualified(claimed, stated)


def _ends(claimed: End, stated: End, claimed_unit: str | None, stated_unit: str | None) -> Difference | None:
    """What tells two single numbers apart, qualifiers aside; None if nothing does."""
    mine, theirs = claimed.value, stated.value
    if mine is None or theirs is None:
        return Difference.OTHER
    if mine != theirs:
        if mine == -theirs and mine:
            return Difference.SIGN
        if mine and theirs and claimed.divisor == stated.divisor == 1 and _power_of_ten(mine / theirs) and (claimed.power or stated.power):
            return Difference.SCALE
        return Difference.OTHER
    if _unit(claimed_unit) != _unit(stated_unit):
        return Difference.UNIT
    if zeros(claimed) != zeros(stated):
        return Difference.PRECISION
    if claimed.signed != stated.signed and mine >= 0:
        return Difference.SIGN
    return None


def _unit(unit: str | None) -> str | None:
    """A unit in one spelling: the micro sign is the letter mu."""
    return unit.replace("\u00b5", "\u03bc") if unit else unit


def _power_of_ten(ratio: Fraction) -> bool:
    ratio = abs(ratio)
    number = ratio.numerator if ratio.denominator == 1 else ratio.denominator
    if ratio.numerator != 1 and ratio.denominator != 1:
        return False
    return number in (10**3, 10**6, 10**9, 10**12)


def zeros(end: End) -> Fraction | None:
    """The place of the last decimal if it is a zero (8.0, 17.30, 2.490m): precision that is stated by it. Else None."""
    if end.mantissa is None or end.divisor != 1:
        return None
    _, digits, exponent = end.mantissa.as_tuple()
    assert isinstance(exponent, int)
    return end.last_place if exponent < 0 and digits[-1] == 0 else None


def _qualified(claimed: Mention, stated: Mention) -> Difference:
    if claimed.bound != stated.bound:
        if claimed.bound is None:
            return Difference.BOUND_LOST
        return Difference.BOUND_INVENTED if stated.bound is None else Difference.BOUND_CHANGED
    if claimed.approximate != stated.approximate:
        return Difference.APPROXIMATE_LOST if stated.approximate else Difference.APPROXIMATE_INVENTED
    return Difference.SAME if claimed.text == stated.text else Difference.OTHER_WRITING


def change_between(value: Mention, baseline_value: Mention, stated: Mention) -> Difference:
    """What "value against baseline value" is to a stated pair "from a to b": a is the baseline's value, b the claim's."""
    if not stated.is_pair or stated.low is None or stated.high is None or value.low is None or baseline_value.low is None:
        return Difference.OTHER
    best = Difference.OTHER
    for pair in stated.all_readings():
        for mine in value.all_readings():
            for theirs in baseline_value.all_readings():
                assert pair.low is not None and pair.high is not None and mine.low is not None and theirs.low is not None
                if mine.high is not mine.low or theirs.high is not theirs.low:
                    continue
                first = _ends(theirs.low, pair.low, theirs.unit, pair.unit)
                last = _ends(mine.low, pair.high, mine.unit, pair.unit)
                if first is None and last is None:
                    return Difference.SAME
                if _ends(mine.low, pair.low, mine.unit, pair.unit) is None and _ends(theirs.low, pair.high, theirs.unit, pair.unit) is None:
                    best = Difference.ORDER
    return best
