"""Intervals: all the values that a written number may stand for, and exact arithmetic over them.

"79.6%" stands for everything from 79.55 to 79.65. What is computed from written numbers is therefore an interval too;
two sides of an equation agree as long as their intervals have a value in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from claimcheck.numerals.model import End, Mention

ABOUT: Final = Fraction(1, 10)
"""How far, as a share of it, a number that is said to be approximate may be off: "about 400" is 360 to 440."""

_FEW: Final = 5
_MANY: Final = 15


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; None is an end without limit."""

    low: Fraction | None
    high: Fraction | None

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low))

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [_product(mine, theirs) for mine in self._ends() for theirs in other._ends()]
        low, high = min(corners), max(corners)
        return Interval(None if low[0] else low[1], None if high[0] else high[1])

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; ZeroDivisionError where the divisor may be zero."""
        if other.holds(Fraction(0)):
            raise ZeroDivisionError
        low = Fraction(0) if other.high is None else 1 / other.high
        high = Fraction(0) if other.low is None else 1 / other.low
        return self * Interval(low, high)

    def holds(self, value: Fraction) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.may_be(other, equal=True) and other.may_be(self, equal=True)

    def may_be(self, other: Interval, *, equal: bool) -> bool:
        """Whether some value of this interval is below some value of the other (or equal to it, if `equal`)."""
        if self.low is None or other.high is None:
            return True
        return self.low <= other.high if equal else self.low < other.high

    def _ends(self) -> tuple[_Extended, _Extended]:
        low = (-1, Fraction(0)) if self.low is None else (0, self.low)
        return low, (1, Fraction(0)) if self.high is None else (0, self.high)


_Extended = tuple[int, Fraction]
"""A number, or infinity of a sign: (0, number), (-1, 0), (1, 0); these compare as they should."""


def _product(first: _Extended, second: _Extended) -> _Extended:
    if not first[0] and not second[0]:
        return 0, first[1] * second[1]
    sign = _sign(first) * _sign(second)
    return sign, Fraction(0)  # infinity times zero is zero: the infinite end itself is no value of the interval


def _sign(number: _Extended) -> int:
    return number[0] or (number[1] > 0) - (number[1] < 0)


def _negated(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def point(value: Fraction | int) -> Interval:
    """The interval of one exact value."""
    return Interval(Fraction(value), Fraction(value))


def written(mention: Mention, *, whole: bool = False) -> Interval | None:
    """What a number may stand for: all that rounds to it; None for what is no single number (a change, 3 × 4, "dozens").

    A range holds everything between its ends, a tolerance its half-width either way, a bound ("up to", "over") is open
    to its side, an approximate number is off by up to a tenth (`ABOUT`). `whole` says that whole things are counted: a
    number written down to the ones is then exact.
    """
    if not mention.is_quantity or mention.kind in ("change", "ratio", "product"):
        return None
    found = [_rounding(end, whole and not mention.approximate) for end in mention.ends()]
    ends = [each for each in found if each is not None]
    if len(ends) < len(found):
        return None
    if mention.kind == "tolerance":
        (low, high), (_, width) = ends
        low, high = low - width, high + width
    else:
        low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    if mention.approximate:
        low, high = low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return Interval(
        None if mention.bound in ("at-most", "less-than") else low,
        None if mention.bound in ("at-least", "more-than") else high,
    )


def _rounding(end: End, whole: bool) -> tuple[Fraction, Fraction] | None:
    value = end.value
    if whole and value is not None and end.last_place == 1:
        return value, value
    return end.interval()


def told(interval: Interval, digits: int = _FEW) -> str:
    """An interval for people: "2504300 to 2571800", "at least 2.5", "212"."""
    if interval.low is None:
        return "any number" if interval.high is None else f"at most {decimal(interval.high, digits)}"
    if interval.high is None:
        return f"at least {decimal(interval.low, digits)}"
    low, high = decimal(interval.low, digits), decimal(interval.high, digits)
    return low if low == high else f"{low} to {high}"


def told_apart(first: Interval, second: Interval) -> tuple[str, str]:
    """Two intervals that do not meet, with as many digits as it takes to see that."""
    for digits in range(_FEW, _MANY):
        if not any(
            low is not None and high is not None and low > high and decimal(low, digits) == decimal(high, digits)
            for low, high in ((first.low, second.high), (second.low, first.high))
        ):
            return told(first, digits), told(second, digits)
    return told(first, _MANY), told(second, _MANY)


def decimal(value: Fraction, digits: int = _FEW) -> str:
    """A number with at most so many significant digits, without trailing zeros after the decimal point."""
    context = Context(prec=digits)
    number = context.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize(context)
    if -7 <= number.adjusted() < _MANY:
        return f"{number:f}"
    return f"{number:e}"
