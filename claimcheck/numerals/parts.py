"""One end of a quantity while it is being read."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

EXACT: Final = Context(prec=200)
"""Arithmetic that rounds nothing: mantissas have at most 40 digits, what they are multiplied by fewer."""


class Part:
    """One end, with places in the rendering; reading fills it in step by step.

    `mantissa`, `power`, `divisor`, `signed` and `unit` become those of the `End`. `scaled` is the suffix as written ("k",
    "million", "e" for an exponent, with "+" behind it for "10,000+"). `grouped`, `spaced` (grouped by plain spaces),
    `decimals`, `mixed` (2 1/2) and `words` tell how it is written, `digits` how long it is. `readings` are other ways to
    read what is behind it: power, unit, and where that ends. `until` is the other end of a range that it may begin, though it
    is rather a number by itself.
    """

    __slots__ = (
        "decimals",
        "digits",
        "divisor",
        "end",
        "grouped",
        "mantissa",
        "mixed",
        "power",
        "readings",
        "scaled",
        "signed",
        "spaced",
        "start",
        "unit",
        "until",
        "words",
    )

    def __init__(self, start: int, end: int, mantissa: Decimal | None) -> None:
        """`mantissa` None makes a vague end ("thousands")."""
        self.start = start
        self.end = end
        self.mantissa = mantissa
        self.power = 0
        self.divisor = 1
        self.signed = False
        self.unit: str | None = None
        self.scaled = ""
        self.grouped = self.spaced = self.decimals = self.mixed = self.words = False
        self.digits = 0
        self.until: Part | None = None
        self.readings: list[tuple[int, str | None, int]] = []

    @property
    def vague(self) -> bool:
        return self.mantissa is None

    @property
    def value(self) -> Fraction:
        """The exact value; asked only of what has one."""
        assert self.mantissa is not None
        return Fraction(self.mantissa) * Fraction(10) ** self.power / self.divisor

    def negate(self, sign: str) -> None:
        """Takes in a sign; of ± and ∓ only that there was one."""
        assert self.mantissa is not None
        if sign in "-−–":
            self.mantissa = self.mantissa.copy_negate()
        self.signed = True
