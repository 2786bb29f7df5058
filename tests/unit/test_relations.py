"""Relations: expressions read as they are written, errors at their place, intervals as wide as the writing allows."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from claimcheck.matching.intervals import Interval, decimal, point, told, told_apart, written
from claimcheck.matching.relations import (
    MAX_BITS,
    MAX_DEPTH,
    MAX_LENGTH,
    RelationError,
    Units,
    can_hold,
    must_be_alike,
    parse,
)
from claimcheck.numerals import read_value, scan
from claimcheck.numerals.model import MAX_DIGITS

IDS = ("a", "b", "gain", "gain-max", "max", "7b-model", "v1.5", "400")


def value(expression: str, **claims: Interval) -> Interval:
    """The left side of `expression = a`, with the claims given (hyphens written as `_`)."""
    known = {name.replace("_", "-"): interval for name, interval in claims.items()}
    return parse(f"{expression} = a", IDS).left.value(known)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("a + 2 * 3", 7),  # products first
        ("(a + 2) * 3", 9),
        ("10 - 4 - a", 5),  # from left to right
        ("12 / 3 / 2 + 0 * a", 2),
        ("-a + 3", 2),
        ("- - a", 1),
        ("2 * -(a + 3)", -8),
        ("0.5 * 4 * a", 2),
        ("  a\t*\n3", 3),
        ("2*a-1", 1),
    ],
)
def test_arithmetic(expression: str, result: int) -> None:
    assert value(expression, a=point(1)) == point(result)


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("gain-max", ["gain-max"]),  # the longest id that stands there
        ("gain - max", ["gain", "max"]),
        ("gain-a", ["gain", "a"]),  # no such id: a difference
        ("gain-max-a", ["gain-max", "a"]),
        ("a-gain-max", ["a", "gain-max"]),
        ("7b-model", ["7b-model"]),
        ("7-a", ["a"]),
        ("v1.5", ["v1.5"]),
        ("400 * b", ["b"]),  # what reads as a number is one, even where a claim has it for its id
        ("a-gain-b", ["a", "gain", "b"]),
        ("b-400-a", ["b", "a"]),
        ("max * gain + max + b", ["max", "gain", "b"]),  # each once, where it first stands
    ],
)
def test_ids_with_hyphens(expression: str, names: list[str]) -> None:
    found = parse(f"{expression} = 1", IDS).names()
    assert [step.text for step in found] == names
    assert [expression[step.start : step.end] for step in found] == names


@pytest.mark.parametrize("sign", ["=", "<", ">", "<=", ">="])
def test_sides_and_sign(sign: str) -> None:
    found = parse(f" a + 1 {sign} (b) ", IDS)
    assert (found.left.text, found.sign, found.right.text) == ("a + 1", sign, "(b)")


@pytest.mark.parametrize(
    ("expression", "message", "place"),
    [
        ("a = gian", "there is no claim 'gian' in this file. Did you mean 'gain'?", "gian"),
        ("a = b-zebra", "there is no claim 'b-zebra' in this file.", "b-zebra"),
        ("a = 10k", "there is no claim '10k' in this file.", "10k"),
        ("a = 1,000", "',' is no part of an expression", ","),
        ("a = 5%", "'%' is no part of an expression", "%"),
        ("a = b × 2", "'×' is no part of an expression", "×"),
        ("a = b ^ 2 + 1", "'^' is no part of an expression", "^"),
        ("a = b ** 2", "expected a claim's id, a number or '(', not '*'", "*"),
        ("a = b 2", "expected an operator, not '2'", "2"),
        ("a b", "expected an operator or '=', not 'b'", "b"),
        ("a = b = 2", "expected the end: a relation has one '=', not '='", "="),
        ("a = b < 2", "expected the end: a relation has one '=', not '<'", "<"),
        ("a == b", "expected a claim's id, a number or '(', not '='", "="),
        ("a = (b", "expected an operator or ')', but the expression ends", "b"),
        ("a = b)", "expected an operator, not ')'", ")"),
        ("a = ", "expected a claim's id, a number or '(', but the expression ends", "="),
        ("a", "expected '=', but the expression ends", "a"),
        ("", "expected a claim's id, a number or '(', but the expression ends", ""),
        ("3 = 3", "names no claim, so it checks nothing", "3 = 3"),
        ("a = " + "9" * 41, "a number of more than 40 digits", "9" * 41),
        ("a = __import__", "'_' is no part of an expression", "_"),
        ("a = " + "(" * (MAX_DEPTH + 1) + "b", f"more than {MAX_DEPTH} parentheses inside each other", "("),
        ("a = b" + " " * MAX_LENGTH, f"longer than {MAX_LENGTH} characters", "a = b" + " " * MAX_LENGTH),
    ],
)
def test_errors_name_their_place(expression: str, message: str, place: str) -> None:
    with pytest.raises(RelationError) as error:
        parse(expression, IDS)
    assert error.value.message == message
    assert expression[error.value.start : error.value.end] == place


def test_error_helps() -> None:
    with pytest.raises(RelationError) as error:
        parse("a = b × 2", IDS)
    assert error.value.help == "Write '*'."


@pytest.mark.parametrize(
    ("expression", "help"),
    [
        ("a = 79.6%", "A percentage counts as its number: 79.6% is 79.6."),
        ("a = 10,000", "A number is written as 0.5 or 10000: no separators, and a digit before the point."),
        ("a = .5", "A number is written as 0.5 or 10000: no separators, and a digit before the point."),
        ("a = b ^ 2", "An expression holds ids of claims, numbers, + - * / and parentheses."),
        ("a = 10k", "A number is written with digits and a decimal point alone: 10000 for 10k, 100000 for 1e5."),
        ("a = other", "Claims of this file: a, b."),
        ("a = some-other", "Claims of this file: a, b. Around a minus stand spaces."),
    ],
)
def test_what_to_write_instead(expression: str, help: str) -> None:
    with pytest.raises(RelationError) as error:
        parse(expression, ("a", "b"))
    assert error.value.help == help


def test_the_nearest_id_is_named() -> None:
    """Then how numbers or differences are written is not what is asked."""
    for wrong, near in (("7b-modal", "7b-model"), ("gain-mux", "gain-max")):
        with pytest.raises(RelationError, match=f"Did you mean '{near}'") as error:
            parse(f"a = {wrong}", IDS)
        assert error.value.help == "Claims of this file: a, b, gain, gain-max, max, 7b-model, v1.5, 400."


def test_limits_are_the_last_that_is_read() -> None:
    padding = " " * (MAX_LENGTH - len("a = 1"))
    assert parse(f"a = 1{padding}", IDS).names()
    with pytest.raises(RelationError, match="longer than"):
        parse(f"a = 1 {padding}", IDS)
    assert parse(f"a = {'9' * MAX_DIGITS}", IDS).names()
    with pytest.raises(RelationError, match="a number of more than"):
        parse(f"a = {'9' * (MAX_DIGITS + 1)}", IDS)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("(a b) = 1", "expected an operator or ')', not 'b'"),
        ("(a = 1", "expected an operator or ')', not '='"),
        ("(a", "expected an operator or ')', but the expression ends"),
    ],
)
def test_a_parenthesis_is_closed(expression: str, message: str) -> None:
    with pytest.raises(RelationError) as error:
        parse(expression, IDS)
    assert error.value.message == message


@pytest.mark.parametrize(("count", "rest"), [(1, ""), (12, ""), (13, " and 1 more"), (20, " and 8 more")])
def test_help_names_a_dozen_ids(count: int, rest: str) -> None:
    ids = [f"c{number:02}" for number in range(count)]
    with pytest.raises(RelationError) as error:
        parse("c00 =", ids)
    assert error.value.help == f"Such as 'total = 3 * each'. Claims of this file: {', '.join(ids[:12])}{rest}."


def test_a_file_without_claims() -> None:
    with pytest.raises(RelationError, match="there is no claim 'a'"):
        parse("a = 1", ())


def test_deepest_allowed_nesting_is_read() -> None:
    expression = f"a = {'(' * MAX_DEPTH}b{')' * MAX_DEPTH}"
    assert [step.text for step in parse(expression, IDS).right.steps] == ["b"]


def test_division_by_what_may_be_zero() -> None:
    """17 stands for 16.5 to 17.5, so that 17 - 17 may be zero."""
    around = Interval(Fraction(33, 2), Fraction(35, 2))
    with pytest.raises(RelationError, match="the divisor may be zero") as error:
        value("1 / (a - 17)", a=around)
    assert error.value.start == 2
    assert value("1 / (a - 16)", a=around) == Interval(Fraction(2, 3), Fraction(2))


def test_growth_is_stopped() -> None:
    huge = point(Fraction(10) ** 400)
    with pytest.raises(RelationError, match="grow too large"):
        value("*".join(["a"] * 20), a=huge)
    most = Fraction(2) ** (MAX_BITS - 1)
    assert value("-a", a=point(most)) == point(-most)
    assert value("-a", a=point(1 / most)) == point(-1 / most)
    for above in (2 * most, 1 / (2 * most)):
        with pytest.raises(RelationError, match="grow too large"):
            value("-a", a=point(above))


def test_ends_without_limit() -> None:
    assert value("a + 1", a=between(None, "3")) == between(None, "4")
    assert value("a + 1", a=between("3", None)) == between("4", None)
    assert value("-a", a=between(None, "3")) == between("-3", None)
    assert value("-a", a=between("3", None)) == between(None, "-3")


def test_hostile_expressions_take_no_time() -> None:
    ids = [f"{letter}-{letter}" for letter in "abcdefgh"]
    started = time.process_time()
    for hostile in ("a-" * (MAX_LENGTH // 2), "-" * MAX_LENGTH, "(" * MAX_LENGTH, "a-a-" * (MAX_LENGTH // 4)):
        with pytest.raises(RelationError):
            parse(hostile, ids)
    assert time.process_time() - started < 1


# -- units --------------------------------------------------------------------------------------------------------------

KNOWN: dict[str, Units] = {
    "a": frozenset({"%"}),
    "b": frozenset({"%"}),
    "gain": frozenset({""}),
    "max": frozenset({""}),
    "v1.5": frozenset({"", "K"}),  # "10K": thousand or kelvin
    "7b-model": frozenset({"K"}),
}


@pytest.mark.parametrize(
    ("expression", "units"),
    [
        ("a + b", {"%"}),
        ("a - b", {"%"}),
        ("-a", {"%"}),
        ("v1.5 + 7b-model", {"K"}),  # only by one reading it can be added
        ("a + 2", {"%"}),  # a number written out is whatever it has to be
        ("2 + a", {"%"}),
        ("a * 2", {"%"}),
        ("2 * a", {"%"}),
        ("gain * max", {""}),
        ("a * b", None),
        ("a * gain", None),
        ("gain / max", None),
        ("a / 2", None),
        ("2 / a", None),
        ("2 * 3", None),
    ],
)
def test_units_of_what_is_computed(expression: str, units: set[str] | None) -> None:
    assert parse(f"{expression} = a", IDS).left.units(KNOWN) == units


@pytest.mark.parametrize(("expression", "sign"), [("2 * a + gain", "+"), ("2 * a - gain", "-"), ("2 * a-gain", "-")])
def test_unlike_things_are_not_added(expression: str, sign: str) -> None:
    with pytest.raises(RelationError) as error:
        parse(f"{expression} = a", IDS).left.units(KNOWN)
    assert error.value.message == "what is in % and a plain number are not added or subtracted"
    assert expression[error.value.start : error.value.end] == sign
    assert error.value.help.startswith("Compare, add and subtract what is of one kind")


def test_unlike_things_are_not_compared() -> None:
    must_be_alike(KNOWN["v1.5"], KNOWN["7b-model"], 9)
    must_be_alike(None, KNOWN["a"], 9)
    must_be_alike(KNOWN["a"], None, 9)
    with pytest.raises(RelationError) as error:
        must_be_alike(frozenset({"K", "", "m", "k", "B", "b"}), KNOWN["a"], 9)
    others = "what is in B or what is in K or what is in b or what is in k or what is in m"
    assert error.value.message == f"a plain number or {others} cannot be compared with what is in %"
    assert (error.value.start, error.value.end) == (0, 9)


# -- intervals ----------------------------------------------------------------------------------------------------------


def of(text: str, *, whole: bool = False) -> Interval | None:
    mention, _ = read_value(text)
    assert mention is not None
    return written(mention, whole=whole)


def between(low: str | None, high: str | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("79.6%", between("79.55", "79.65")),
        ("8.0", between("7.95", "8.05")),
        ("2.49m", between("2485000", "2495000")),
        ("10k", between("9500", "10500")),
        ("six", between("5.5", "6.5")),
        ("3/4", between("0.75", "0.75")),  # a fraction is exact
        ("-3.2%", between("-3.25", "-3.15")),
        ("39-62%", between("38.5", "62.5")),  # everything between the ends
        ("5 ± 0.2", between("4.25", "5.75")),  # both may be rounded: 4.5 - 0.25 to 5.5 + 0.25
        ("up to 8.0%", between(None, "8.05")),
        ("less than 3", between(None, "3.5")),
        ("over 3x", between("2.5", None)),
        ("at least 400", between("399.5", None)),
        ("~10K", between("8550", "11550")),  # a tenth off what rounds to it
        ("about 50", between("44.55", "55.55")),
    ],
)
def test_written_numbers(text: str, interval: Interval) -> None:
    assert of(text) == interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("212", between("212", "212")),
        ("ten", between("10", "10")),
        ("3-5", between("3", "5")),
        ("10k", between("9500", "10500")),  # rounded to thousands all the same
        ("about 212", between("190.35", "233.75")),
    ],
)
def test_whole_things_are_exact(text: str, interval: Interval) -> None:
    assert of(text, whole=True) == interval


@pytest.mark.parametrize("text", ["17.3 to 12.9", "3 out of 5", "dozens"])
def test_no_single_number(text: str) -> None:
    assert of(text) is None


def test_what_is_no_quantity_stands_for_nothing() -> None:
    (date,) = scan("in May 2023")
    assert date.low is not None
    assert written(date) is None


def test_sums_of_open_intervals() -> None:
    assert between("1", "2") + between("1", None) == between("1", None) + between("1", "2") == between("2", None)
    assert between("1", "2") + between(None, "1") == between(None, "1") + between("1", "2") == between(None, "3")


@pytest.mark.parametrize(
    ("sign", "holds"),
    [
        ("=", (False, False, True, True)),
        ("<", (True, False, True, False)),
        ("<=", (True, False, True, True)),
        (">", (False, True, True, False)),
        (">=", (False, True, True, True)),
    ],
)
def test_what_can_hold(sign: str, holds: tuple[bool, bool, bool, bool]) -> None:
    """Intervals apart either way, overlapping, and both the same point."""
    pairs = [
        (between("1", "2"), between("3", "4")),
        (between("3", "4"), between("1", "2")),
        (between("1", "3"), between("2", "4")),
        (point(2), point(2)),
    ]
    assert tuple(can_hold(left, sign, right) for left, right in pairs) == holds


@pytest.mark.parametrize(
    ("left", "right", "below", "above"),
    [
        (between(None, "5"), between("1", "2"), True, True),
        (between("5", None), between("1", "2"), False, True),
        (between("1", "2"), between(None, "0"), False, True),
        (between("1", "2"), between("5", None), True, False),
        (between(None, None), between("5", None), True, True),
    ],
)
def test_what_has_no_end_can_be_as_large_as_one_likes(
    left: Interval, right: Interval, below: bool, above: bool
) -> None:
    assert (can_hold(left, "<", right), can_hold(left, ">", right)) == (below, above)
    assert can_hold(left, "=", right) == (below and above)


@pytest.mark.parametrize(
    ("low", "high", "holds"),
    [
        ("0", "1", True),
        ("-1", "0", True),
        ("1", "2", False),
        ("-2", "-1", False),
        (None, "0", True),
        ("0", None, True),
        (None, "-1", False),
        ("1", None, False),
        (None, None, True),
    ],
)
def test_zero_is_held_up_to_the_ends(low: str | None, high: str | None, holds: bool) -> None:
    assert between(low, high).holds(Fraction(0)) is holds


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        (between(None, "2"), between("3", "4"), between(None, "8")),
        (between(None, "-1"), between(None, "-1"), between("1", None)),
        (between(None, None), point(0), between("0", "0")),
        (between("-2", "3"), between("-5", "7"), between("-15", "21")),
        (between("2", None), between("-1", "1"), between(None, None)),
    ],
)
def test_products_of_open_intervals(left: Interval, right: Interval, product: Interval) -> None:
    assert left * right == right * left == product


def test_quotients_of_open_intervals() -> None:
    assert point(6) / between("2", None) == between("0", "3")
    assert point(6) / between(None, "-2") == between("-3", "0")
    with pytest.raises(ZeroDivisionError):
        point(6) / between(None, "2")


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (between("2485000", "2495000"), "2485000 to 2495000"),
        (point(212), "212"),
        (between("2.95", None), "at least 2.95"),
        (between(None, "8.05"), "at most 8.05"),
        (between(None, None), "any number"),
        (between("1e20", "3e20"), "1e+20 to 3e+20"),
        (between("0", "0.000000001"), "0 to 1e-9"),
    ],
)
def test_told(interval: Interval, words: str) -> None:
    assert told(interval) == words


def test_as_many_digits_as_tell_two_apart() -> None:
    left, right = between("1", "1.000000001"), between("1.000000002", "2")
    assert told_apart(left, right) == ("1 to 1.000000001", "1.000000002 to 2")
    assert told_apart(right, left) == ("1.000000002 to 2", "1 to 1.000000001")
    # five digits do where they tell the two apart, and where there is nothing to tell
    assert told_apart(between("1.000000001", None), between(None, "3")) == ("at least 1", "at most 3")
    assert told_apart(between("1.0000001", "2"), between("2", "3.0000001")) == ("1 to 2", "2 to 3")
    assert told_apart(point(Fraction(1, 3)), point(Fraction(2, 3))) == ("0.33333", "0.66667")
    assert told_apart(between(None, "1"), between("2", "3")) == ("at most 1", "2 to 3")
    assert told_apart(between("1", "2"), between("3", None)) == ("1 to 2", "at least 3")
    # what no number of digits tells apart is told with as many as there are
    near = between("0", "1"), between("1.00000000000000000001", "2")
    assert told_apart(*near) == ("0 to 1", "1 to 2")


def test_decimal_rounds_to_digits() -> None:
    assert decimal(Fraction(2, 3)) == "0.66667"
    assert decimal(Fraction(200000, 3), 3) == "66700"
    assert decimal(Fraction(0)) == "0"
    # plain writing from a ten-millionth to fifteen digits
    assert decimal(Fraction(1, 10**7)) == "0.0000001"
    assert decimal(Fraction(1, 10**8)) == "1e-8"
    assert decimal(Fraction(10**14)) == "100000000000000"
    assert decimal(Fraction(10**15)) == "1e+15"
    assert decimal(Fraction(10) ** 5_000) == "1e+5000"
    assert decimal(1 / Fraction(10) ** 5_000) == "1e-5000"
