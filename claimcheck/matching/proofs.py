"""What proves that a percentage is absolute or relative without a word that says so: the numbers beside it, or the metric."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.deltas import SHARES, Delta
from claimcheck.matching.intervals import Interval, point, written
from claimcheck.numerals.model import End, Mention
from claimcheck.text.words import stems

_HUNDRED: Final = point(100)
_ONE: Final = point(1)
_IN_UNITS: Final = frozenset(
    stems(
        "latency time runtime duration memory parameters params FLOPs MACs energy power throughput speed FPS tokens bandwidth storage "
        "footprint steps iterations GPU hours seconds length distance depth height weight volume temperature emissions perplexity"
    )
)
"""What is measured in units of its own, or counted: a percentage of it is no difference in points."""
_IN_SHARES: Final = frozenset(
    stems(
        "rate share percentage percent proportion fraction accuracy utilization utilisation efficiency ratio frequency error overhead"
    )
)
"""What is, or may be, a percentage itself."""


_INTO_BRACKETS: Final = re.compile(r"\s*(?:[^\W\d_-]+\s+)?\(\s*(?:to\s+|=\s*)?")
"""What stands between a number and the one in brackets behind it: "114,592 parameters (+1.1%)", "33.4% (to 0.0571s)"."""


def proved(claim: ClaimInContext) -> Delta | None:
    """Which kind of difference a claim's percentage can only be; None where either may be meant."""
    at, numbers = claim.value_at, claim.paper.numbers
    if at is None or numbers[at].unit not in SHARES:
        return None
    before = _in_brackets(claim, at - 1, at)
    by_pair = _by_pair(numbers[at], numbers[at - 1]) if before else None
    metric = set(stems(claim.spelled.metric.text))
    if by_pair is not None or metric & _IN_SHARES:
        return by_pair
    measured = _in_brackets(claim, at, at + 1) and numbers[at + 1].unit not in (None, "x", "pp", *SHARES)
    return "relative" if measured or metric & _IN_UNITS else None


def _in_brackets(claim: ClaimInContext, first: int, second: int) -> bool:
    """Whether the second of two numbers stands in brackets right behind the first, both in the claim's quote."""
    quoted, numbers = claim.quote.numbers, claim.paper.numbers
    assert claim.paper.abstract is not None
    if first < quoted[0] or second > quoted[-1] or not numbers[first].is_quantity:
        return False
    between = claim.paper.abstract.text[numbers[first].end : numbers[second].start]
    return _INTO_BRACKETS.fullmatch(between) is not None


def _by_pair(number: Mention, pair: Mention) -> Delta | None:
    """What a percentage is of a stated change: its difference in points, or its share of where it began; None for both."""
    if not pair.is_pair:
        return None
    size, before, after = written(number), _end(pair.low), _end(pair.high)
    if size is None or before is None or after is None or before.holds(Fraction(0)):
        return None
    share = (after / before - _ONE) * _HUNDRED
    points = after - before if pair.unit in SHARES else (after - before) * _HUNDRED
    relative, absolute = (size.meets(each) or size.meets(-each) for each in (share, points))
    if relative == absolute:
        return None
    return "relative" if relative else "absolute"


def _end(end: End | None) -> Interval | None:
    interval = end.interval() if end is not None else None
    return Interval(*interval) if interval is not None else None
