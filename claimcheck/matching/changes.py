"""Stated changes against the values that they should come from, over rounding intervals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, PaperInContext, Value
from claimcheck.matching.better import better_of
from claimcheck.matching.change_words import NAMED_BY_CHANGE
from claimcheck.matching.intervals import Interval, point, told, told_apart, written
from claimcheck.matching.keys import key
from claimcheck.numerals import Mention
from claimcheck.text.words import stems

_LEVELS: Final = ("result", "count", "size")
_SHARES: Final = frozenset({"%", "pp", None})
_HUNDRED: Final = point(100)
_ONE: Final = point(1)


@dataclass(frozen=True, slots=True, eq=False)
class Clash:
    """A claim whose change cannot be: what to say, the field that says it, and the values it was held against."""

    claim: ClaimInContext
    stated: Value
    message: str
    against: tuple[tuple[ClaimInContext, Value], ...]


def clashes(paper: PaperInContext, vocabulary: Vocabulary) -> Iterator[Clash]:
    """The claims of a paper whose stated change the values stated beside it cannot give.

    Only plain single numbers are held against each other: ranges, bounds and approximate numbers fit too much.
    """
    differences: list[tuple[ClaimInContext, Interval]] = []
    for claim in paper.all_claims():
        clash = _direction(claim) or _sign(claim, vocabulary)
        if clash is not None:
            yield clash
        size = _size(claim)
        if size is not None:
            differences.append((claim, size))
    if not differences:
        return
    levels: dict[_Place, list[_Level]] = {}
    for claim in paper.all_claims():
        for place, level in _levels(claim, vocabulary):
            levels.setdefault(place, []).append(level)
    if not levels:
        return
    for claim, size in differences:
        clash = _difference(claim, size, vocabulary, levels)
        if clash is not None:
            yield clash


_Place = tuple[Any, ...]
"""What a value is a value of: metric, data sets, conditions, aggregation, and whose it is."""


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """A measured value: the claim and the field that state it, and what it may stand for."""

    claim: ClaimInContext
    value: Value
    unit: str | None
    interval: Interval


def _level(claim: ClaimInContext, value: Value | None) -> _Level | None:
    if value is None or value.mention is None or not _is_plain(value.mention):
        return None
    interval = written(value.mention, whole=claim.claim.kind.text == "count" and claim.claim.agg is None)
    return _Level(claim, value, value.mention.unit, interval) if interval is not None else None


def _is_plain(mention: Mention) -> bool:
    return mention.kind in ("value", "fraction") and mention.bound is None and not mention.approximate


def _direction(claim: ClaimInContext) -> Clash | None:
    """A claim whose own value lies on the other side of its baseline value than its change says; both ends of a stated change
    are levels, whatever the kind."""
    said = claim.claim
    value, baseline = _level(claim, claim.value), _level(claim, claim.baseline_value)
    if said.change is None or value is None or baseline is None:
        return None
    told = _share_unit(value, baseline) if claim.pair_claimed else value.unit == baseline.unit
    if not told or not (said.kind.text in _LEVELS or claim.pair_claimed):
        return None
    rises = said.change.text == "increase"
    low, high = (baseline, value) if rises else (value, baseline)
    if low.interval.may_be(high.interval, equal=False):
        return None
    mine, theirs = told_apart(value.interval, baseline.interval)
    message = (
        f"`change: {said.change.text}` is stated, but the value '{value.value.scalar.text}' ({mine}) is not "
        f"{'above' if rises else 'below'} the baseline value '{baseline.value.scalar.text}' ({theirs})"
    )
    return Clash(claim, value.value, message, ((claim, baseline.value),))


def is_more(claim: ClaimInContext) -> bool | None:
    """Whether a claim's value is more than its baseline value; None where that cannot be told."""
    value, baseline = _level(claim, claim.value), _level(claim, claim.baseline_value)
    if value is None or baseline is None or not _share_unit(value, baseline):
        return None
    higher = not value.interval.may_be(baseline.interval, equal=False)
    lower = not baseline.interval.may_be(value.interval, equal=False)
    return None if higher == lower else higher


def _share_unit(one: _Level, other: _Level) -> bool:
    """Whether two values have one unit, or one may have it from the other ("120 vs. 135 mm Hg"): not a share below one."""
    if one.unit == other.unit:
        return True
    if one.unit is not None and other.unit is not None:
        return False
    bare, full = (one, other) if one.unit is None else (other, one)
    if full.unit == "%" and bare.interval.may_be(_ONE, equal=False):
        return False
    return _power(bare) == _power(full) == 0


def _power(level: _Level) -> int:
    mention = level.value.mention
    assert mention is not None and mention.low is not None
    return mention.low.power


def _sign(claim: ClaimInContext, vocabulary: Vocabulary) -> Clash | None:
    """A difference whose own sign goes against its change; "+3%" of what is better where it is less may be an improvement."""
    said, value = claim.claim, claim.value
    mention = value.mention if value is not None else None
    if value is None or mention is None or said.kind.text != "delta" or said.change is None or mention.kind != "value":
        return None
    end = mention.low
    if end is None or end.mantissa is None or not end.signed or set(stems(said.metric.text)) & NAMED_BY_CHANGE:
        return None
    rises = end.mantissa > 0
    if not end.mantissa or rises == (said.change.text == "increase"):
        return None
    if rises and better_of(claim, vocabulary) == "lower":
        return None
    message = f"`change: {said.change.text}` is stated, but the sign of '{value.scalar.text}' says that it is "
    return Clash(claim, value, message + ("an increase" if rises else "a decrease"), ())


def _levels(claim: ClaimInContext, vocabulary: Vocabulary) -> Iterator[tuple[_Place, _Level]]:
    """The measured values that a claim states: its subject's, and its one baseline's."""
    value = _level(claim, claim.value) if claim.claim.kind.text in _LEVELS else None
    against = _level(claim, claim.baseline_value)
    if value is None and against is None:
        return
    subject, place, baseline = _about(claim, vocabulary)
    if value is not None:
        yield (*place, subject), value
    if against is not None and baseline is not None:
        yield (*place, baseline), against


def _about(claim: ClaimInContext, vocabulary: Vocabulary) -> tuple[str, _Place, str | None]:
    """Subject, what is measured how, and the baseline where there is exactly one; names resolved."""
    _, subject, metric, datasets, conditions, agg, baselines, _ = key(claim, vocabulary)
    return subject, (metric, datasets, conditions, agg), baselines[0] if len(baselines) == 1 else None


def _size(claim: ClaimInContext) -> Interval | None:
    """What the difference or factor that a claim states may stand for, without its sign ("-3.2%", a decrease)."""
    mention = claim.value.mention if claim.value is not None else None
    if claim.claim.kind.text not in ("delta", "ratio") or claim.claim.change is None or mention is None:
        return None
    interval = written(mention) if _is_plain(mention) else None
    if interval is not None and interval.high is not None and interval.high <= 0:
        return -interval
    return interval


def _difference(
    claim: ClaimInContext, size: Interval, vocabulary: Vocabulary, levels: dict[_Place, list[_Level]]
) -> Clash | None:
    """A difference or factor that no pair of values stated for its subject and its baseline gives."""
    stated, change = claim.value, claim.claim.change
    subject, place, baseline = _about(claim, vocabulary)
    if stated is None or stated.mention is None or change is None or baseline is None or baseline == subject:
        return None
    first: Clash | None = None
    for value in levels.get((*place, subject), ()):
        for against in levels.get((*place, baseline), ()):
            possible = list(_possible(claim, stated.mention.unit, value, against))
            if not possible or any(size.meets(each) for each, _ in possible):
                return None
            first = first or Clash(
                claim,
                stated,
                _message(change.text, stated.scalar.text, value, against, possible),
                ((value.claim, value.value), (against.claim, against.value)),
            )
    return first


def _possible(
    claim: ClaimInContext, unit: str | None, value: _Level, against: _Level
) -> Iterator[tuple[Interval, str]]:
    """What the change between two values may be written as, each with its name; nothing where that cannot be told."""
    said = claim.claim
    rises = said.change is not None and said.change.text == "increase"
    if value.unit != against.unit:
        return
    lower, upper = (against.interval, value.interval) if rises else (value.interval, against.interval)
    positive = all(each.low is not None and each.low > 0 for each in (lower, upper))
    how = said.agg.how.text if said.agg is not None and said.agg.how is not None else None
    if said.kind.text == "ratio":
        if said.agg is None and positive and unit in ("x", None):
            yield from _factors(lower, upper, rises)
        return
    kind = said.delta.text if said.delta is not None else None
    # The mean of differences is the difference of means; of shares of different baselines, or of maxima, that is not so.
    if said.agg is not None and not (kind == "absolute" and how in ("mean", "total")):
        return
    if kind != "relative":
        yield from _absolute(upper - lower, unit, value.unit)
    if kind != "absolute" and positive and unit in ("%", None):
        share = value.interval / against.interval - _ONE if rises else _ONE - value.interval / against.interval
        yield share * _HUNDRED, "percent of the baseline"
        if unit is None:
            yield share, "of the baseline"


def _factors(lower: Interval, upper: Interval, rises: bool) -> Iterator[tuple[Interval, str]]:
    """A factor, as "3 times as many" and as "3 times more" are meant; of a decrease also what remains ("0.5x")."""
    yield upper / lower, "times"
    yield upper / lower - _ONE, "times more"
    if not rises and lower.may_be(upper, equal=False):
        yield lower / upper, "times"


def _absolute(difference: Interval, unit: str | None, of_values: str | None) -> Iterator[tuple[Interval, str]]:
    """A difference in the unit of the values, or in points; values may be written as shares of one (0.81)."""
    if unit == of_values:
        yield difference, "points" if unit in ("%", "pp") else unit or ""
    elif unit in _SHARES and of_values in _SHARES:
        yield difference, "points"
        if of_values is None:
            yield difference * _HUNDRED, "points"
        elif unit is None:
            yield difference / _HUNDRED, ""


def _message(change: str, stated: str, value: _Level, against: _Level, possible: list[tuple[Interval, str]]) -> str:
    computed = " or ".join(f"{told(interval)} {name}".rstrip() for interval, name in possible)
    return (
        f"{'an' if change == 'increase' else 'a'} {change} of '{stated}' does not fit: from "
        f"'{against.value.scalar.text}' to '{value.value.scalar.text}' it is {computed}"
    )
