"""The numbers of claims: a text that is nothing but a number, where no neighbourhood makes a qualifier doubtful."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from claimcheck.numerals.model import End
from claimcheck.numerals.scan import read_value, scan


@pytest.mark.parametrize(
    ("text", "bound", "approximate"),
    [
        ("over 5", "more-than", False),
        ("some 5", None, True),
        ("within 3", "at-most", False),
        ("beyond 5", "more-than", False),
        ("more than the 7.6%", "more-than", False),
        ("rose up to 5", "at-most", False),
        ("heated over 100 ps", "more-than", False),
        ("12% higher than 78%", "more-than", False),
        ("exceeding 5", "more-than", False),
        ("over a 95% baseline", "more-than", False),
        ("an estimated 10-year risk", None, True),
        ("close to the 0.71", None, True),
    ],
)
def test_a_qualifier_of_a_value_is_one(text: str, bound: str | None, approximate: bool) -> None:
    # Nobody writes a preposition of place into a value.
    _, mentions = read_value(text)
    mention = mentions[-1]
    assert (mention.bound, mention.approximate, mention.readings) == (bound, approximate, ())


def test_years_of_a_value_are_a_range() -> None:
    # In a text they are dates.
    value, _ = read_value("2010 to 2015")
    assert value is not None
    assert value.kind == "range"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 5% up to 12%", [5, 12]),
        ("5, 12", [5, 12]),
        ("(5, 12)", [5, 12]),
        ("[5, 12 ms]", [5, 12]),
        ("CI [5, 12]", None),
        ("[5, 12] of them", None),
    ],
)
def test_a_value_of_two_ends_is_a_range(text: str, ends: list[int] | None) -> None:
    # In a text each of the two is told by itself.
    value, _ = read_value(text)
    assert (value and (value.kind, [end.value for end in value.ends()])) == (ends and ("range", ends))
    assert value is None or len({end.unit for end in value.ends()}) == 1


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It lowers the delay by 40 to 12 ms", ["ms", "ms"]),
        ("raises the voltage by 48 mV to 1.27 V", ["mV", "V"]),
        ("the rate rose by 3% to 12%", ["%", "%"]),
    ],
)
def test_the_ends_of_what_may_be_a_range_have_their_units(text: str, units: list[str]) -> None:
    first, _ = scan(text)
    assert [[end.unit for end in each.ends()] for each in first.readings] == [units]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1),
        ("one-third", Fraction(1, 3)),
        ("twenty-one", 21),
        ("Thousand", 1000),
        ("about thousand", 1000),
        ("triple", 3),
        ("twice", 2),
        ("a third", Fraction(1, 3)),
    ],
)
def test_words_of_a_value_are_a_number(text: str, value: Fraction | int) -> None:
    # Where nothing follows, "one" is no pronoun, a scale no title and a verb multiplies.
    quantity, mentions = read_value(text)
    assert quantity is not None
    assert quantity.low is not None
    assert quantity.low.value == value
    assert not quantity.readings
    assert len(mentions) == 1


@pytest.mark.parametrize("text", ["5 and 7", "", "fast", "GPT-4", "one-to-one", "two-sided", "twenty-first"])
def test_a_value_is_one_quantity(text: str) -> None:
    assert read_value(text)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "this quarter",
        "per second",
        "metres/second",
        "each second of it",
        "a-second",
        "half-hearted",
        "multi-million",
        "mid-quarter",
    ],
)
def test_what_says_no_number_is_no_mention(text: str) -> None:
    # Neither a quantity, nor an ordinal or a name that somebody would have to look at.
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("mantissa", "power", "divisor", "written"),
    [
        ("8.0", 0, 1, "8.0"),
        ("8.0", 3, 1, "8000"),
        ("12.5", 1, 1, "125"),
        ("5", -3, 1, "0.005"),
        ("100", -1, 1, "10.0"),
        ("0.050", 0, 1, "0.050"),
        ("0.05", 3, 1, "50"),
        ("-2.50", 0, 1, "-2.50"),
        ("0", 2, 1, "0"),
        ("0.0", 0, 1, "0.0"),
        ("1", 0, 4, "0.25"),
        ("-1", 0, 4, "-0.25"),
        ("0", 0, 3, "0"),
        ("6", 0, 3, "2"),
        ("1", 2, 8, "12.5"),
        ("2", 0, 3, "0." + "6" * 30),
    ],
)
def test_an_end_in_decimal_writing(mantissa: str, power: int, divisor: int, written: str) -> None:
    # All digits that are written and no others; a fraction that no decimal ends is cut.
    assert End("", 0, 0, Decimal(mantissa), power, divisor).decimal() == written


def test_a_vague_end_has_no_value() -> None:
    vague = End("dozens", 0, 6, None)
    assert (vague.value, vague.last_place, vague.interval(), vague.decimal(), vague.precision) == (None,) * 5


def test_the_values_that_an_end_may_round() -> None:
    assert End("", 0, 0, Decimal("2.5"), 3).interval() == (2450, 2550)
    assert End("", 0, 0, Decimal("0.080"), 3).precision == 2
    assert End("", 0, 0, Decimal(1), 0, 2).interval() == (Fraction(1, 2), Fraction(1, 2))


def test_a_value_of_two_sides_is_a_product() -> None:
    # In a text "2 by 3" may tell by how much.
    value, _ = read_value("2 by 3")
    assert value is not None
    assert value.kind == "product"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("a four-step search", ["four"]),
        ("ten-shot prompts", ["ten"]),
        ("two- and three-stage training", ["two", "three"]),
        ("a twenty-five-layer net", ["twenty-five"]),
        ("in a two - stage search", ["two"]),
        ("nets, including 2025 models", ["2025"]),
        # one, none and a few of something are kinds, and so are pairs of words
        ("one-step and one-shot generation", []),
        ("zero-shot and few-shot prompts", []),
        ("a one-to-one map", []),
        ("a two-sided and two-tailed test", []),
        ("a two/three-layer net", []),
        ("the twenty-first layer", []),
        ("a state-of-the-art net", []),
    ],
)
def test_the_number_of_an_adjective_may_be_stated(text: str, stated: list[str]) -> None:
    # With digits ("a 4-step search") it is a quantity; in words nobody has to account for it.
    mentions = scan(text)
    assert [each.text for mention in mentions for each in mention.readings if not mention.is_quantity] == stated
    assert not any(mention.is_quantity for mention in mentions)


@pytest.mark.parametrize("text", ["four", "four-step", "four steps"])
def test_an_adjective_of_a_value_is_a_number(text: str) -> None:
    value, _ = read_value(text)
    assert value is not None
    assert (value.text, value.kind) == ("four", "value")


@pytest.mark.parametrize("text", ["25 of 30", "25 of 2000", "25 in 30"])
def test_a_value_of_some_of_all_is_a_ratio(text: str) -> None:
    # In a text each of the two is a number by itself, too, and 2000 a year.
    value, mentions = read_value(text)
    assert value is not None
    assert (value.kind, len(mentions)) == ("ratio", 1)


def test_what_a_claim_may_state() -> None:
    assert [each.may_be_stated for each in scan("5 runs of a four-step and a one-step search of Olmo 3")] == [
        True,
        True,
        False,
        False,
    ]


def test_both_ends_of_a_range_may_have_a_sign() -> None:
    value, _ = read_value("-3 to +5")
    assert value is not None
    assert [end.signed for end in value.ends()] == [True, True]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1.4Rp", "Rp"),
        ("~88kR", "kR"),
        ("12.5mAP", "mAP"),
        ("12kRs", "kRs"),
        ("12.5 mAP", None),
        ("7x", "x"),
        ("5%ab", "%"),
        ("12rad or", None),
    ],
)
def test_letters_behind_a_value_are_its_unit(text: str, unit: str | None) -> None:
    """A text may have such a unit, and then the claim must be able to write it; a suffix of scale is none."""
    value, _ = read_value(text)
    assert (value.unit if value else None) == unit


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        # the name stands around without a number, too
        ("Corvus is old. It takes 12 minutes and Corvus 31.", ["31"]),
        ("With 5% more it takes 12 minutes and Corvus 31. Corvus is old.", ["31"]),
        ("It takes 12 minutes and (Corvus 31), but Corvus is old", ["31"]),
        ("Corvus is old. It takes 12M and Corvus 31M.", ["31M"]),
        # or the number is as large as what is measured
        ("it reaches 15.7, and on OpenSet 22.9.", ["22.9"]),
        ("it reaches 15.7, and for OpenSet 22.9.", ["22.9"]),
        ("it reaches 15.7, and in OpenSet 22.9.", ["22.9"]),
        ("it reaches 5.7, and on OpenSet 10.0.", ["10.0"]),
        ("it reaches 5.7, and on OpenSet 9.9.", []),
        ("it reaches 15, and on OpenSet 22.", []),
        ("it reaches 15.7, and with OpenSet 22.9.", []),
        # no number before, or none like this one
        ("It ran in 2019 and Corvus 31. Corvus is old.", []),
        ("Corvus is old. It takes 12% and Corvus 31.", []),
        ("Corvus is old. It takes 12M and Corvus 31.", []),
        ("Corvus is old. It takes 12 minutes and Corvus 3.1.", []),
        # what stands between, or behind, is of another sentence
        ("Lumen takes 12 minutes. Corvus, not Corvus 31.", []),
        ("Lumen takes 12 minutes, said people of Corvus 31. Corvus is old.", []),
        ("Corvus is old. It takes 12 minutes and Corvus 31 today.", []),
        # the name has other numbers, too, or stands nowhere near
        ("Corvus is old. It takes 12 minutes and Corvus 31, but Corvus 2 is new.", []),
        ("It takes 12 minutes and Corvus 31, but Corvuses are old", []),
        (f"Corvus is old. {'It is long. ' * 100}It takes 12 minutes and Corvus 31.", []),
        (f"It takes 12 minutes and Corvus 31. {'It is long. ' * 100}Corvus is old.", []),
    ],
)
def test_a_number_behind_a_name_may_be_told_of_it(text: str, stated: list[str]) -> None:
    # A sentence that leaves out its verb; what is not stated is the name's.
    assert [each.text for mention in scan(text) if mention.cls == "name" for each in mention.readings] == stated
