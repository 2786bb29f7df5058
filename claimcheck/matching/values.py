"""Comparing quantities: whether two say the same, and if not, what the difference is.

This is the one place that decides equality. Two quantities are the same when exact value, unit, sign, bound and
approximation agree, and no precision was added or lost: no zero behind the decimal point, no whole of a fraction; nor a
zero in front (0400 is 256 in YAML 1.1). The writing may differ (10k and 10,000; five and 5; 2.49m and 2,490,000; three-fold and 3x).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import Final

from claimcheck.numerals.model import End, Mention
from claimcheck.text.fold import fold


class Difference(Enum):
    """What tells two quantities apart, the nearest first; the value says it after "'8.0%' is not 'up to 8.0%': "."""

    SAME = "the same quantity in the same writing"
    OTHER_WRITING = "the same quantity, written otherwise"
    PRECISION = "the same value with another precision"
    ZERO_IN_FRONT = "a zero in front, by which some readers of YAML take another number"
    SIGN = "the same number with another sign"
    BOUND_LOST = "the bound is lost"
    BOUND_INVENTED = "a bound that does not stand there"
    BOUND_CHANGED = "the same number with another bound"
    APPROXIMATE_LOST = "the word that makes it approximate is lost"
    APPROXIMATE_INVENTED = "approximate, where an exact number stands"
    UNIT = "the same number with another unit"
    ORDER = "the two ends the other way round"
    PART = "part of a larger quantity"
    EXTENDED = "more than the quantity that stands there"
    SCALE = "the same digits with another scale"
    PART_OTHERWISE = "part of a larger quantity, with another unit or scale"
    EXTENDED_OTHERWISE = "more than the quantity that stands there, with another unit or scale"
    OTHER = "another quantity altogether"

    @property
    def is_same(self) -> bool:
        return self in (Difference.SAME, Difference.OTHER_WRITING)


_RANK: Final = {difference: rank for rank, difference in enumerate(Difference)}
_BARE: Final = frozenset("0123456789., kKMBT+-−–$\\~")
_LED: Final = re.compile(r"\W*0[0-9]")
_SHARES: Final = {(None, "%"): Fraction(100), ("%", None): Fraction(1, 100)}
"""By their units, how often a claimed number goes into a stated one that means the same: 0.796 is a share of 79.6%."""


def compare(claimed: Mention, stated: Mention) -> Difference:
    """What a claimed quantity is to a stated one; of all readings of both, the nearest.

    Of several differences between two readings the farthest is told. A claim that writes a unit means it: it is not
    read without, as the number of a running text may be. What is written to the letter as the text has it is what the text
    has, however it would be read alone: "3 to 1" of "odds of 3 to 1".
    """
    if claimed.text == stated.text and claimed.kind != stated.kind and stated.is_quantity:
        return Difference.SAME
    found = (_compare(mine, theirs) for mine in _as_claimed(claimed) for theirs in stated.all_readings())
    return min(found, key=_RANK.__getitem__)


def likenesses(mention: Mention) -> frozenset[object]:
    """What two quantities must have in common to be the same: the first end's exact value (or words), of each reading."""
    return frozenset(
        value if (value := value_of(reading.low)) is not None else _words(reading.low)
        for reading in mention.all_readings()
        if reading.low is not None
    )


def same(claimed: Mention, stated: Mention) -> bool:
    """Whether the two say the same quantity in some reading."""
    return compare(claimed, stated).is_same


def _as_claimed(mention: Mention) -> Iterator[Mention]:
    """The readings of a claimed quantity: the main one, and the others but for those that only drop its unit."""
    yield mention
    for reading in mention.readings:
        powers = [end.power for end in reading.ends()] == [end.power for end in mention.ends()]
        if not (powers and reading.unit is None and mention.unit is not None):
            yield reading


def _compare(claimed: Mention, stated: Mention) -> Difference:
    if claimed.low is None or stated.low is None:
        return Difference.OTHER
    if (claimed.low.mantissa is None) != (stated.low.mantissa is None):
        return Difference.OTHER
    mine, theirs = list(claimed.ends()), list(stated.ends())
    if len(mine) != len(theirs):
        nearest = min((_end(one, other) for one in mine for other in theirs), key=_RANK.__getitem__)
        if nearest is Difference.OTHER:
            return nearest
        if nearest in (Difference.UNIT, Difference.SCALE):
            return Difference.PART_OTHERWISE if len(mine) < len(theirs) else Difference.EXTENDED_OTHERWISE
        return Difference.PART if len(mine) < len(theirs) else Difference.EXTENDED
    if len(mine) == 2 and _family(claimed) != _family(stated):
        return Difference.OTHER
    ends = list(map(_end, mine, theirs))
    if len(ends) > 1 and not _all_same(ends) and _all_same(map(_end, mine, reversed(theirs))):
        return Difference.ORDER
    writing = Difference.SAME if claimed.text == stated.text else Difference.OTHER_WRITING
    return max(*ends, _bound(claimed, stated), _approximation(claimed, stated), writing, key=_RANK.__getitem__)


def _all_same(differences: Iterable[Difference]) -> bool:
    return all(difference.is_same for difference in differences)


def _family(mention: Mention) -> str:
    """Which pairs compare: ranges and changes do; a tolerance is no range, a size none, and 1:5 is not one in five."""
    if mention.kind in ("range", "change"):
        return "pair"
    return "odds" if mention.kind == "ratio" and ":" in mention.text else mention.kind


def _end(claimed: End, stated: End) -> Difference:
    """What tells two single numbers apart, qualifiers aside."""
    mine, theirs = value_of(claimed), value_of(stated)
    if mine is None or theirs is None:
        if mine is not theirs or _words(claimed) != _words(stated):
            return Difference.OTHER
    elif mine != theirs:
        if mine == -theirs:
            return Difference.SIGN
        if (claimed.unit, stated.unit) in _SHARES and mine * _SHARES[claimed.unit, stated.unit] == theirs:
            return Difference.UNIT
        return Difference.SCALE if _scaled(claimed, stated, mine, theirs) else Difference.OTHER
    elif _sign(claimed) != _sign(stated):
        return Difference.SIGN
    if _unit(claimed.unit) != _unit(stated.unit):
        return Difference.UNIT
    if zeros(claimed) != zeros(stated) or _whole(claimed) != _whole(stated):
        return Difference.PRECISION
    led, as_stated = (bool(_LED.match(end.text)) for end in (claimed, stated))
    return Difference.SAME if led == as_stated else Difference.ZERO_IN_FRONT


@lru_cache(maxsize=20_000)
def value_of(end: End) -> Fraction | None:
    """The exact value of a number; each is asked for many times, so it is kept."""
    return end.value


def _words(end: End) -> str:
    """Vague quantities are their words."""
    return fold(end.text).text.casefold()


def _sign(end: End) -> str:
    """The sign as written; a plus that is added or lost counts, too."""
    negative = end.mantissa is not None and end.mantissa.is_signed()
    return "-" if negative else "+" if end.signed else ""


def _unit(unit: str | None) -> str | None:
    """A unit in one spelling: the micro sign is the letter mu."""
    return unit.replace("\u00b5", "\u03bc") if unit else unit


def _scaled(claimed: End, stated: End, mine: Fraction, theirs: Fraction) -> bool:
    """Whether two values differ by thousands, or are the same digits times another power of ten."""
    if claimed.mantissa == stated.mantissa and claimed.divisor == stated.divisor:
        return True
    one, other = mine.numerator * theirs.denominator, theirs.numerator * mine.denominator
    return any(one == other * times or other == one * times for times in (10**3, 10**6, 10**9, 10**12))


def zeros(end: End) -> Fraction | None:
    """The place of the last decimal if it is a zero (8.0, 17.30, 2.490m): precision that is stated by it. Else None."""
    if end.mantissa is None:
        return None
    _, digits, exponent = end.mantissa.as_tuple()
    assert isinstance(exponent, int)
    return end.last_place if exponent < 0 and digits[-1] == 0 else None


def _whole(end: End) -> int | None:
    """The denominator of a fraction that could be reduced (2/4): it says of how many. Else None."""
    if end.divisor == 1 or end.mantissa is None or not any(character.isdigit() for character in end.text):
        return None
    return end.divisor if gcd(int(end.mantissa), end.divisor) > 1 else None


def _bound(claimed: Mention, stated: Mention) -> Difference:
    if claimed.bound == stated.bound:
        return Difference.SAME
    if claimed.bound is None:
        return Difference.BOUND_LOST
    return Difference.BOUND_INVENTED if stated.bound is None else Difference.BOUND_CHANGED


def _approximation(claimed: Mention, stated: Mention) -> Difference:
    if claimed.approximate == stated.approximate:
        return Difference.SAME
    return Difference.APPROXIMATE_LOST if stated.approximate else Difference.APPROXIMATE_INVENTED


def change_between(value: Mention, baseline_value: Mention, stated: Mention) -> tuple[Difference, Difference]:
    """What baseline value and value are to the two ends of a stated pair "from a to b": a is the baseline's, b the value.

    (ORDER, ORDER) says that they stand the other way round; (OTHER, OTHER) that they are not these two ends.
    """
    nothing = Difference.OTHER, Difference.OTHER
    if not stated.is_pair:
        return nothing
    best = nothing
    for pair in stated.all_readings():
        assert pair.low is not None and pair.high is not None
        for mine in _as_claimed(value):
            for theirs in _as_claimed(baseline_value):
                if mine.high is not mine.low or theirs.high is not theirs.low:
                    continue
                found = _against_end(theirs, pair, pair.low), _against_end(mine, pair, pair.high)
                if Difference.OTHER in found:
                    crossed = _against_end(theirs, pair, pair.high), _against_end(mine, pair, pair.low)
                    found = (Difference.ORDER, Difference.ORDER) if all(each.is_same for each in crossed) else nothing
                elif all(each.is_same for each in found):
                    # what qualifies the pair stands before its first end: that one has it, even where it is meant for both
                    if pair.bound is not None and theirs.bound is None:
                        found = Difference.BOUND_LOST, found[1]
                    elif pair.approximate and not theirs.approximate:
                        found = Difference.APPROXIMATE_LOST, found[1]
                best = min(best, found, key=lambda each: sorted((_RANK[each[0]], _RANK[each[1]]), reverse=True))
    return best


def _bare(claimed: End, stated: End) -> bool:
    """Whether a number is claimed without the unit that its pair has, as it is written there: the 62 of "from 62 to 71%".

    Not without a sign that stands before it ("$6.3 to $5.9").
    """
    return claimed.unit is None and stated.unit != "$" and _BARE.issuperset(stated.text)


def scaled_as(single: Mention, end: End) -> Mention | None:
    """A number that is claimed as it stands at one end of a pair, in the scale that it has from the other: the 1.1 of "from 1.1
    to 1.4 million"; None for any other."""
    low = single.low
    if low is None or low is not single.high or (low.text, low.mantissa, low.power) != (end.text, end.mantissa, 0):
        return None
    scaled = replace(low, power=end.power)
    return replace(single, low=scaled, high=scaled, readings=())


def _against_end(single: Mention, pair: Mention, end: End) -> Difference:
    """What a single quantity is to one end of a pair, whose bound and approximation it has or leaves to the pair."""
    if single.low is None:
        return Difference.OTHER
    difference = _end(single.low, end)
    bare = difference is Difference.UNIT and _bare(single.low, end)
    if not difference.is_same and not bare and scaled_as(single, end) is None:
        return difference
    if single.bound not in (None, pair.bound):
        return Difference.BOUND_INVENTED
    if single.approximate and not pair.approximate:
        return Difference.APPROXIMATE_INVENTED
    return Difference.OTHER_WRITING
