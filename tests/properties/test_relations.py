"""Laws of relations: what is true of exact values never fails for their rounding, and any text is read or refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from operator import add, mul, sub, truediv

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.matching.intervals import Interval, point, told_apart, written
from claimcheck.matching.relations import RelationError, Side, can_hold, parse
from claimcheck.numerals import read_value

OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {"+": add, "-": sub, "*": mul, "/": truediv}
IDS = ("a", "b", "c", "d", "a-b", "long-name_2", "v1.5")

numbers = st.decimals(min_value=Decimal("0.001"), max_value=Decimal(10**7), places=4)
leaves = st.sampled_from(IDS) | st.integers(0, 99).map(str)
trees = st.recursive(leaves, lambda below: st.tuples(below, st.sampled_from("+-*/"), below), max_leaves=7)
Tree = str | tuple["Tree", str, "Tree"]


def text_of(tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    return f"({text_of(tree[0])} {tree[1]} {text_of(tree[2])})"


def value_of(tree: Tree, values: dict[str, Fraction]) -> Fraction:
    if isinstance(tree, str):
        return values[tree] if tree in values else Fraction(tree)
    return OPERATORS[tree[1]](value_of(tree[0], values), value_of(tree[2], values))


def rounded(value: Decimal, places: int, half: str) -> str:
    return str(value.quantize(Decimal(1).scaleb(-places), rounding=half))


def computed(side: Side, known: dict[str, Interval]) -> Interval | None:
    """What a side may be; None where its divisor may be zero."""
    try:
        return side.value(known)
    except RelationError as error:
        if error.message != "the divisor may be zero":
            raise
        return None


halves = st.sampled_from([ROUND_HALF_EVEN, ROUND_HALF_UP])


@settings(deadline=None)
@given(trees, st.lists(numbers, min_size=len(IDS), max_size=len(IDS)), st.integers(0, 3), halves)
def test_rounding_never_breaks_a_true_relation(tree: Tree, exact: list[Decimal], places: int, half: str) -> None:
    """`total = tree` is true of the exact values; each is then written with few places, and the relation still can hold."""
    values = dict(zip(IDS, map(Fraction, exact), strict=True))
    try:
        total = value_of(tree, values)
    except ZeroDivisionError:
        assume(False)
    known = {}
    for name, number in zip(IDS, exact, strict=True):
        mention, _ = read_value(rounded(number, places, half))
        assert mention is not None
        interval = written(mention)
        assert interval is not None and interval.holds(values[name])
        known[name] = interval
    side = computed(parse(f"{text_of(tree)} = a", IDS).left, known)
    if side is not None:  # else a divisor may be zero by its rounding: it cannot be told
        assert side.holds(total)
        assert can_hold(side, "=", point(total))


@settings(deadline=None)
@given(trees, st.lists(numbers, min_size=len(IDS), max_size=len(IDS)))
def test_exact_values_give_the_exact_result(tree: Tree, exact: list[Decimal]) -> None:
    values = dict(zip(IDS, map(Fraction, exact), strict=True))
    side = parse(f"{text_of(tree)} = a", IDS).left
    known = {name: point(number) for name, number in values.items()}
    try:
        total = value_of(tree, values)
    except ZeroDivisionError:
        total = None
    assert computed(side, known) == (None if total is None else point(total))


intervals = st.tuples(st.fractions() | st.none(), st.fractions() | st.none()).map(
    lambda ends: Interval(*ends) if None in ends or ends[0] <= ends[1] else Interval(ends[1], ends[0])
)


def inside(data: st.DataObject, interval: Interval) -> Fraction:
    low, high = interval.low, interval.high
    drawn = data.draw(st.fractions(min_value=low, max_value=high))
    assert interval.holds(drawn)
    return drawn


@given(st.data(), intervals, intervals, st.sampled_from("+-*/"))
def test_results_hold_every_result(data: st.DataObject, left: Interval, right: Interval, sign: str) -> None:
    """Open ends and negative numbers included: what two values give lies in what their intervals give."""
    one, two = inside(data, left), inside(data, right)
    match sign:
        case "+":
            assert (left + right).holds(one + two)
        case "-":
            assert (left - right).holds(one - two)
        case "*":
            assert (left * right).holds(one * two)
        case _:
            if right.holds(Fraction(0)):
                return
            assert (left / right).holds(one / two)


@given(intervals, intervals)
def test_comparisons_belong_together(left: Interval, right: Interval) -> None:
    assert can_hold(left, "=", right) == can_hold(right, "=", left)
    assert can_hold(left, "<", right) == can_hold(right, ">", left)
    assert can_hold(left, "<=", right) or can_hold(left, ">", right)
    assert can_hold(left, "=", right) or can_hold(left, "<", right) != can_hold(left, ">", right)
    if not can_hold(left, "=", right):
        assert len(set(told_apart(left, right))) == 2


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.text(alphabet="ab10.-_+*/()=<> ×%", max_size=60)
    | st.lists(st.sampled_from(["a", "a-b", "-", "(", ")", "=", "<", "3", "0.5", "/", "*", " "]), max_size=40).map(
        "".join
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but the parser's own error, with a place inside the text; what it reads can be computed."""
    error = None
    try:
        found = parse(text, IDS)
        for side in (found.left, found.right):
            side.value(dict.fromkeys(IDS, point(2)))
    except RelationError as raised:
        error = raised
    if error is not None:
        assert 0 <= error.start <= error.end <= len(text)
        assert error.message
    else:
        assert found.names()
        assert found.sign in text
