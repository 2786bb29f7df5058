"""The change from a baseline's value to a claim's value: computed exactly, rounded to what is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from claimcheck.dataset import Value
from claimcheck.numerals.model import End

_RELATIVE_PLACES: Final = (-1, 0)
"""The powers of ten of percents to which a relative change may be rounded; the first that is no finer than its doubt."""

_SUFFIX: Final = re.compile(r"[0-9](?P<suffix>[ -]?[A-Za-z]+)\Z")


@dataclass(frozen=True, slots=True)
class Change:
    """A computed change: the signed difference, its unit ("pp" between percentages), the relative change if it is known.

    Where both values are written with one suffix, so is the difference: "+4K".
    """

    difference: str
    unit: str
    relative: str | None = None

    def __str__(self) -> str:
        shown = f"{self.difference} {self.unit}".rstrip()
        return f"{shown} ({self.relative})" if self.relative else shown


@dataclass(frozen=True, slots=True)
class Number:
    """A value that is one plain number. `unit` is its unit and whatever words are written behind it ("hours").

    `clear` tells that the number can be read in one way alone; the suffix of "10m" may be million or metres.
    """

    end: End
    value: Fraction
    unit: tuple[str, ...]
    clear: bool

    @property
    def suffix(self) -> str:
        """The letters or the word that scale the number, as written; "" where there are none."""
        match = _SUFFIX.search(self.end.text) if self.end.power else None
        return match["suffix"] if match else ""


def plain_number(value: Value | None) -> Number | None:
    """The number that a value is if it is a single exact one: no range, bound, approximation, fraction or vague word."""
    mention = value.mention if value is not None else None
    if value is None or mention is None or mention.kind != "value" or mention.bound is not None or mention.approximate:
        return None
    end, text = mention.low, value.scalar.text
    if end is None or end.value is None or end.divisor != 1 or text[: mention.start].strip():
        return None
    clear = all(reading.low is not None and reading.low.power == end.power for reading in mention.readings)
    return Number(end, end.value, (mention.unit or "", *text[mention.end :].split()), clear)


def computed_change(value: Value | None, baseline: Value | None) -> Change | None:
    """The change from `baseline` to `value`, or None where it is not well defined: both must be plain numbers of one unit.

    The difference is rounded to the coarser of the two written precisions. The relative change is given in percent of
    the baseline's value, for numbers and percentages above zero, to a whole percent or a tenth: as the rounding of the
    two written values allows. Where it leaves more than one percent in doubt either way, there is none.
    """
    new, old = plain_number(value), plain_number(baseline)
    if new is None or old is None or new.unit != old.unit:
        return None
    unit = "pp" if new.unit[0] == "%" else " ".join(new.unit).strip()
    relative = _relative(new, old) if new.unit[0] in ("", "%") else None
    exponent = max(_exponent(new.end), _exponent(old.end))
    if new.suffix and new.suffix == old.suffix:
        power = new.end.power
        difference = _rounded((new.value - old.value) / Fraction(10) ** power, exponent - power)
        return Change(f"{difference}{new.suffix}" if difference != "0" else difference, unit, relative)
    if not (new.clear and old.clear):
        return None
    return Change(_rounded(new.value - old.value, exponent), unit, relative)


def _relative(new: Number, old: Number) -> str | None:
    around_new, around_old = new.end.interval(), old.end.interval()
    if around_new is None or around_old is None or around_old[0] <= 0 or new.value < 0:
        return None
    least = around_new[0] / around_old[1 if around_new[0] >= 0 else 0]  # below zero the smaller divisor gives less
    most = around_new[1] / around_old[0]
    doubt = (most - least) / 2 * 100
    exponent = next((place for place in _RELATIVE_PLACES if Fraction(10) ** place >= doubt), None)
    if exponent is None:
        return None
    change = _rounded((new.value / old.value - 1) * 100, exponent)
    return f"{change}%" if change[0] in "+-" else None


def _exponent(end: End) -> int:
    """The power of ten of the last written place: -1 for 8.0, 4 for 2.49m."""
    assert end.mantissa is not None
    exponent = end.mantissa.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent + end.power


def _rounded(number: Fraction, exponent: int) -> str:
    """The nearest multiple of 10^exponent (halves away from zero) as a decimal with its sign; zero has none."""
    steps = abs(number) / Fraction(10) ** exponent
    digits = str((2 * steps.numerator + steps.denominator) // (2 * steps.denominator))
    sign = "" if digits == "0" else "-" if number < 0 else "+"
    if exponent >= 0:
        return sign + (digits + "0" * exponent if digits != "0" else digits)
    digits = digits.rjust(1 - exponent, "0")
    return f"{sign}{digits[:exponent]}.{digits[exponent:]}"
