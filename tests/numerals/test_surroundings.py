"""What is read by what is said besides the text: the names of a claim file, and that a text is a number alone; and chains."""

from __future__ import annotations

import re

import pytest

from claimcheck.numerals import chains, read_value, scan


@pytest.mark.parametrize(
    ("text", "names", "numbers"),
    [
        ("7 Wonders has 5 parts", ["7 Wonders"], ["5"]),
        ("17 Wonders and 7 Wondersome", ["7 Wonders"], ["17", "7"]),
        ("In the study of 40 days, 40 rats, not 140", ["of 40"], ["40", "140"]),
        ("7 Wonders, 7 Wonders and 7 of us", ["7 Wonders"], ["7"]),
        ("12 Men, 7 Wonders, 5 of us", ["7 Wonders", "12 Men"], ["5"]),
        ("7 Wonders, 3 more of 7 of us", ["7 Wonders, 3", "Wonders, 3 more"], ["7"]),
        ("7 Wonders, 3 more of 7 of us", ["7 Wonders, 3 more", "3"], ["7"]),
        ("7 of us", [""], ["7"]),
        ("7 of us and 8 of them", ["", "8 of them"], ["7"]),
        # wherever a line ends
        ("7\nWonders has 5 parts", ["7 Wonders"], ["5"]),
        ("7\nWonders has 5 parts", ["7\nWonders"], ["5"]),
        ("7 Wonders has 5 parts", ["7\nWonders"], ["5"]),
        ("7\n\nWonders has 5 parts", ["7 Wonders"], ["7", "5"]),
        # a name that begins or ends with a sign may stand right behind or before a letter
        ("the old+7 plan of 5", ["+7 plan"], ["5"]),
        ("7 of +ers", ["7 of +"], []),
        ("see 5@https://x.org/7 of it", ["5@"], []),
    ],
)
def test_numbers_in_names_that_are_given_are_none(text: str, names: list[str], numbers: list[str]) -> None:
    assert [mention.text for mention in scan(text, names) if mention.is_quantity] == numbers


def test_a_name_that_is_given_is_a_name() -> None:
    assert [mention.cls for mention in scan("5 of 7 Wonders", ["7 Wonders"])] == ["quantity", "name"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("over 5", "more-than"), ("under 5", "less-than"), ("within 5", "at-most"), ("above 5", "more-than")],
)
def test_a_preposition_bounds_a_number_that_is_the_whole_text(text: str, bound: str) -> None:
    # "over 5 runs" may tell where something was averaged; where nothing else is said, nothing else is meant
    found, _ = read_value(text)
    assert found is not None
    assert [each.bound for each in found.all_readings()] == [bound]


@pytest.mark.parametrize(
    "text", ["2019", "in 1999", "phase 2", "between 1990 and 2000", "1990-2000", "(5)", "Table 5", "5.", '"5"']
)
def test_a_number_that_is_the_whole_text_is_no_label_and_no_date(text: str) -> None:
    found, _ = read_value(text)
    assert found is not None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1/2 of it", "a fraction"),
        ("5 runs", "a whole number"),
        ("sizes (64,128) there", "a whole number"),
        ("two thirds of it", "a fraction"),
        ("5.5 runs", "a decimal number"),
        ("5,000.5 runs", "a number with thousands groups"),
        ("five runs", "a number in words"),
        ("5e3 runs", "a number with an exponent"),
        ("1e3+ runs", "a number with an exponent"),
        ("5e3 ms", "a number with an exponent, with the unit ms"),
        ("5% off", "a whole number, with the unit %"),
        ("5k+ runs", "a whole number, scaled by k"),
        ("5 million% off", "a whole number, scaled by million, with the unit %"),
    ],
)
def test_why_a_number_was_taken_for_one_is_told_by_how_it_is_written(text: str, reason: str) -> None:
    assert scan(text)[0].reason == reason


@pytest.mark.parametrize(
    ("largest", "beyond"),
    [
        ("9" * 40, "9" * 41),
        ("1e400", "1e401"),
        ("10^-400", "10^-401"),
        ("5×10^400", "5×10^401"),
        ("5 ± 1e400", "1e401"),
        ("(5±1)×10^400", "10^401"),
        ("9^41", "9^42"),
        ("7^47", "7^48"),
    ],
)
def test_numbers_beyond_what_is_read_are_refused(largest: str, beyond: str) -> None:
    # forty digits and a power of four hundred: more than anything that is counted or measured
    assert [mention.text for mention in scan(f"of {largest} there") if mention.is_quantity] == [largest]
    assert not [mention for mention in scan(f"of {beyond} there") if mention.is_quantity]


@pytest.mark.parametrize("text", ["5 ± 1e401 there", "5 to 1e401 there"])
def test_what_is_beyond_is_no_end_either(text: str) -> None:
    assert [mention.text for mention in scan(text) if mention.is_quantity] == ["5"]


@pytest.mark.parametrize("text", ["plus or minus 5 points", "±5 points", "minus 5 points", "+5 points"])
def test_a_sign_is_remembered(text: str) -> None:
    (end,) = scan(text)[0].ends()
    assert end.signed


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("300-600 K there", ["300 K", "600 K", "300", "600", "300000", "600000"]),
        # the other reading of the second end leaves a first end alone that has its own unit, or its own scale
        ("5 mm to 6 m there", ["5 mm", "6 m", "5 mm", "6"]),
        ("from 500 to 1K rows", ["500", "1000", "500 K", "1 K"]),
        ("120K ± 5K rows", ["120000", "5000", "120 K", "5 K"]),
        ("from 1K to 3m rows", ["1000", "3000000", "1000 m", "3 m"]),
        ("125.09(24) GeV there", ["125.09 GeV", "0.24 GeV"]),
        ("5 million and 3% more", ["5000000", "3 %"]),
        ("5 and 3% more", ["5", "5 %", "3 %"]),
        ("5 and 3 million more", ["5", "5000000", "3000000"]),
    ],
)
def test_both_ends_bear_the_unit_and_scale_of_their_reading(text: str, ends: list[str]) -> None:
    readings = [reading for mention in scan(text) for reading in mention.all_readings()]
    assert [f"{end.decimal()} {end.unit or ''}".strip() for reading in readings for end in reading.ends()] == ends


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 2012-2015 they", [2012, 2015]),
        ("in 2012 they", [2012]),
        ("the 90s here", [90]),
        ("seasons 2012-13 here", [2012, 13]),
        ("on 2021-05-03", [2021]),  # a day is no range from its year on
        ("on 05/03/2021", [2021]),
        ("on May 5-7 here", [5, 7]),
    ],
)
def test_a_date_has_its_year_or_its_first_and_last(text: str, years: list[int]) -> None:
    date = scan(text)[0]
    assert [end.value for end in date.ends()] == years
    assert date.kind == ("value" if len(years) == 1 else "range")


@pytest.mark.parametrize("name", ["WMT14", "4th", "H2O", "RS(255,223)", "SO(3)"])
def test_what_is_refused_begins_where_the_text_does_and_has_no_numbers(name: str) -> None:
    (mention,) = scan(f"{name} is it")
    assert (mention.text, mention.start, list(mention.ends())) == (name, 0, [])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("on ‸Llama3.1-8B‸, and", "8B"),
        ("(‸WMT14/15‸).", "15"),
        ("/-‸A1‸-, and", "1"),
        ("in -‸A1‸, and", "1"),
        ("in ‸g++4++‸, and", "4"),
        ("to ‸a_b@c:d^e\\f*g#h&i'j’k+4‸ there", "4"),
        ("is ‸A–B−C‐D‑4‸ of", "4"),
        ("‸4‸", "4"),
        ("‸4-b‸: no", "4"),
        ("a, ‸7‸ 8", "7"),
        ("is ‸½several‸, and", "½"),
        ("模型‸GPT4‸模型", "4"),
        ("รุ่น‸B7‸ครับ", "7"),
    ],
)
def test_a_chain_ends_at_blanks_and_at_signs_that_join_nothing(place: str, expected: str) -> None:
    # what stands between the two marks is the chain around the digits
    text = place.replace("‸", "")
    start, end = (match.start() - number for number, match in enumerate(re.finditer("‸", place)))
    assert chains.chain(text, text.index(expected)) == (start, end)


@pytest.mark.parametrize(
    ("text", "refused"),
    [("as (3) is", "3"), ("as [12, 13] is", "12, 13"), ("the 1990s here", "1990s"), ("7 Wonders", None)],
)
def test_what_is_refused_spans_its_number(text: str, refused: str | None) -> None:
    assert next((mention.text for mention in scan(text) if not mention.is_quantity), None) == refused


def test_letters_are_a_run_without_digits() -> None:
    assert chains.letters_before("x2RST(", 5) == "RST"
    assert chains.letters_after("-GPU2x", 1) == "GPU"


def test_a_further_reading_says_why_it_is_one() -> None:
    (reading,) = scan("5 and 3% more")[0].readings
    assert reading.reason == "a whole number; what stands behind the list may be its own"


@pytest.mark.parametrize("word", ["GPT", "mBERT", "iPhone", "-GPT", "pre-GPT", "Ünder", "GPT-"])
def test_capitalised(word: str) -> None:
    assert chains.capitalised(word)


@pytest.mark.parametrize("word", ["", "gpt", "a.B", "GPT-like", "GPT-x", "-", "/"])
def test_not_capitalised(word: str) -> None:
    assert not chains.capitalised(word)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.69/2.00", "1.69/2.00"),  # a mark on a scale, with no word that says so
        ("3CO2", "3CO2"),  # no compound, no formula, no name of a year: what is looked for is a number
        ("2-propanol", "2"),
        ("1/e", "1"),
        ("AIME'24", "24"),
        ("(5)", "5"),
    ],
)
def test_a_text_that_is_a_number_alone(text: str, number: str) -> None:
    assert [mention.text for mention in scan(text, isolated=True) if mention.is_quantity] == [number]
    assert [mention for mention in scan(f"of {text} it") if mention.is_quantity and mention.text == number] == []
