"""What the recogniser returns: mentions of numbers, exact, with their places in the raw text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

Class = Literal["quantity", "name", "ordinal", "enumerator", "citation", "date", "identifier"]
Kind = Literal["value", "range", "change", "tolerance", "fraction", "ratio", "product"]
Bound = Literal["at-least", "at-most", "more-than", "less-than"]
Refusal = tuple[int, int, Class, str]
"""Digits that are no quantity: where they begin and end in the rendering, their class, and why."""

MAX_DIGITS: Final = 40
"""Longer runs of digits are identifiers, not quantities."""
MAX_EXPONENT: Final = 400
"""Larger powers of ten are not read."""
_DECIMAL_DIGITS: Final = 30
"""Significant digits with which a value that no decimal writes exactly (2/3) is printed."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a quantity (its only one, mostly).

    `mantissa` is the number as written, sign included (None for vague ends: "thousands"), `power` the power of ten from
    suffix and exponent, `divisor` the denominator of a fraction. `start` and `end` are offsets into the raw text.
    """

    text: str
    start: int
    end: int
    mantissa: Decimal | None
    power: int = 0
    divisor: int = 1
    signed: bool = False
    unit: str | None = None

    @property
    def value(self) -> Fraction | None:
        """The exact value, suffix and exponent multiplied out."""
        if self.mantissa is None:
            return None
        value = Fraction(self.mantissa) / self.divisor
        return value * Fraction(10) ** self.power

    @property
    def precision(self) -> int | None:
        """The significant digits that are written: 3 for 2.49m, 2 for 8.0 and 0.080."""
        if self.mantissa is None:
            return None
        digits = self.mantissa.as_tuple().digits
        return len(digits)

    @property
    def last_place(self) -> Fraction | None:
        """The unit in the last written place: 1/10 for 8.0, 10000 for 2.49m."""
        if self.mantissa is None:
            return None
        exponent = self.mantissa.as_tuple().exponent
        assert isinstance(exponent, int)
        return Fraction(10) ** (exponent + self.power)

    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The values that round to what is written (half a unit in the last place either way); a fraction is exact."""
        value, place = self.value, self.last_place
        if value is None:
            return None
        assert place is not None
        if self.divisor != 1:
            return value, value
        return value - place / 2, value + place / 2

    def decimal(self) -> str | None:
        """The value as an exact decimal string that keeps the written precision; 30 digits where none is exact."""
        if self.mantissa is None:
            return None
        if self.divisor == 1:
            sign, digits, exponent = self.mantissa.as_tuple()
            assert isinstance(exponent, int)
            return f"{Decimal((sign, digits, exponent + self.power)):f}"
        value = self.value
        assert value is not None
        return _divided(value)


def _divided(value: Fraction) -> str:
    """A fraction as a decimal string: exact where it ends, else cut at 30 significant digits."""
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    digits: list[str] = []
    while rest and len(digits) < _DECIMAL_DIGITS:
        digit, rest = divmod(rest * 10, value.denominator)
        digits.append(str(digit))
    return f"{sign}{whole}.{''.join(digits)}" if digits else f"{sign}{whole}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A number where it stands in a text: its span in the raw text, and what it says.

    `low` and `high` are its ends: the same one for a single value; in the order written for a change; value and
    half-width for a tolerance; part and whole for a ratio; the first and the last side of a product, whose other
    sides are `between`. `readings` are the further ways to read it, where the text alone cannot tell (m: million or
    metre); of a name, what a claim may state of it (the four of "four-step"). `indefinite` marks words that say a
    number without one standing there ("several", the "one" of "one of the"): nobody has to account for them.
    `reason` tells which part of the grammar took or refused it.
    """

    text: str
    start: int
    end: int
    cls: Class
    kind: Kind
    low: End | None
    high: End | None
    unit: str | None = None
    bound: Bound | None = None
    approximate: bool = False
    reason: str = ""
    indefinite: bool = False
    readings: tuple[Mention, ...] = ()
    between: tuple[End, ...] = ()

    @property
    def is_quantity(self) -> bool:
        return self.cls == "quantity"

    @property
    def may_be_stated(self) -> bool:
        """Whether a claim may state it: a quantity, or a number word of an adjective, which nobody has to account for."""
        return self.cls == "quantity" or bool(self.readings)

    @property
    def is_pair(self) -> bool:
        """Whether it has two ends that could be claimed apart: a range or a change."""
        return self.kind in ("range", "change")

    def ends(self) -> Iterator[End]:
        """Its ends, each once, in the order written."""
        if self.low is not None:
            yield self.low
        yield from self.between
        if self.high is not None and self.high is not self.low:
            yield self.high

    def all_readings(self) -> Iterator[Mention]:
        """Itself, then its further readings."""
        yield self
        yield from self.readings
