"""The algebra of quantities: what each difference is, shown on pairs as people write them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from claimcheck.matching.values import Difference, change_between, compare, same, scaled_as, zeros
from claimcheck.numerals import Mention, read_value, scan

D = Difference

# (claimed, stated): why it is so stands beside the groups.
PAIRS: dict[Difference, list[tuple[str, str]]] = {
    D.SAME: [(text, text) for text in ("79.6%", "39-62%", "9.2% to 19.3%", "~10K", "up to 8.0%", "over 3x", "2.49m")]
    + [(text, text) for text in ("six", "dozens", "3 out of 5", "2/4", "5.0 ± 0.1", "+22.1%", "-3", "17.3 to 12.9")],
    D.ZERO_IN_FRONT: [
        # YAML 1.1 has octal numbers: 0400 is 256 there
        ("0400", "400"),
        ("012", "12"),
        ("07B", "7B"),
        ("079.6%", "79.6%"),
        ("00.5", "0.5"),
        ("-012", "-12"),
        # as the source writes it, it stays
        ("12", "012"),
    ],
    D.OTHER_WRITING: [
        # the equal writings of the claim file's definition
        ("10k", "10,000"),
        ("10 000", "10,000"),
        ("five", "5"),
        ("2.49m", "2.49M"),
        ("2.49m", "2.49 million"),
        ("2.49m", "2,490,000"),
        # LaTeX is markup
        (r"10.7\%", "10.7%"),
        (r"$1.2\times10^{5}$", "120,000"),
        (r"\textbf{72}\%", "72%"),
        # words and digits
        ("a dozen", "12"),
        ("six million", "6M"),
        ("half", "1/2"),
        ("½", "0.5"),
        ("3/5", "0.6"),
        ("two and a half million", "2.5M"),
        ("one million and a half", "1.5 million"),
        ("two thirds", "2/3"),
        ("three out of five", "3 out of 5"),
        ("minus 5", "-5"),
        # factors
        ("three-fold", "3x"),
        ("3×", "3 times"),
        ("twice", "2x"),
        # percentages and points
        ("12 percent", "12%"),
        ("1.5 percentage points", "1.5 pp"),
        # ways to bound, to approximate and to join
        ("more than 3x", "over 3x"),
        ("> 5", "more than 5"),
        ("100+", "at least 100"),
        ("about 10K", "~10,000"),
        ("39% to 62%", "39-62%"),
        ("between 3 and 5", "3–5"),
        ("from 17.3 to 12.9", "17.3 → 12.9"),
        ("5.12(4)", "5.12 ± 0.04"),
        # dashes, signs and spaces of all kinds
        ("−5", "-5"),
        ("5 %", "5%"),
        ("hundreds of thousands", "hundreds~of thousands"),
        ("Dozens", "dozens"),
        ("5 µm", "5 μm"),
    ],
    D.PRECISION: [
        ("17.30", "17.3"),
        ("8%", "8.0%"),
        ("8.0%", "8%"),
        ("2.490m", "2.49m"),
        ("2.50m", "2,500,000"),
        ("0.50", "half"),
        ("9.20% to 19.3%", "9.2% to 19.3%"),
        ("5 ± 0.1", "5.0 ± 0.1"),
        # of how many is a matter of precision, too
        ("50/100", "1/2"),
        ("1/2", "2/4"),
        ("3/6", "2/4"),
        ("3/5", "6/10"),
        ("two", "4/2"),
    ],
    D.APPROXIMATE_LOST: [
        ("10K", "~10K"),
        ("5", "about 5"),
        ("30%", "roughly 30%"),
        ("3-5x", "approximately 3-5x"),
        ("up to 5%", "up to about 5%"),
    ],
    D.APPROXIMATE_INVENTED: [("~10K", "10K"), ("about 5", "5"), ("nearly 30%", "30%")],
    D.BOUND_LOST: [
        ("8.0%", "up to 8.0%"),
        ("3x", "over 3x"),
        ("5", ">5"),
        ("100", "100+"),
        ("10", "10 or more"),
        ("3-5x", "up to 3-5x"),
        ("five", "at least five"),
    ],
    D.BOUND_INVENTED: [
        ("up to 8.0%", "8.0%"),
        ("over 3x", "3x"),
        (">5", "5"),
        ("100+", "100"),
        ("at least five", "five"),
    ],
    D.BOUND_CHANGED: [("at least 8%", "up to 8%"), (">5", "≥5"), ("more than 5", "at least 5"), ("<0.1", ">0.1")],
    D.PART: [
        ("19.3%", "9.2% to 19.3%"),
        ("39", "39-62"),
        ("62%", "39-62%"),
        ("100k", "100-200k"),
        ("17.3", "17.3 to 12.9"),
        ("5.0", "5.0 ± 0.1"),
        ("0.1", "5.0 ± 0.1"),
        ("3", "3 out of 5"),
        ("-62", "39-62"),  # the dash of a range is no sign
        ("5", "5:1"),
    ],
    D.EXTENDED: [("9.2% to 19.3%", "19.3%"), ("39-62%", "62%"), ("5.0 ± 0.1", "5.0"), ("3 out of 5", "3")],
    D.ORDER: [
        ("12.9 to 17.3", "17.3 to 12.9"),
        ("5 → 3", "3 → 5"),
        ("5 to -5", "-5 to 5"),
        ("5 out of 3", "3 out of 5"),
    ],
    D.UNIT: [
        ("79.6", "79.6%"),
        ("79.6%", "79.6"),
        ("5%", "5 percentage points"),
        ("3", "3x"),
        ("3%", "3x"),
        ("$5", "€5"),
        ("$5M", "€5M"),
        ("5 ms", "5 s"),
        ("5 kg", "5 km"),
        ("30 ms", "30"),  # a unit that is invented
        ("$5", "5"),
        ("39-62x", "39-62%"),
        ("0.796", "79.6%"),  # a share
        ("50%", "0.5"),
        ("5 s to 2 s", "5 ms to 2 s"),
        ("two", "two orders of magnitude"),
        ("2.49", "2.49m"),  # it may mean metres, and then this is what is missing
    ],
    D.SIGN: [
        ("5", "-5"),
        ("-5", "5"),
        ("+5", "5"),
        ("22.1%", "+22.1%"),
        ("-10K", "10K"),
        ("minus two", "two"),
        ("-0", "0"),
        ("+0.0%", "-0.0%"),  # what it was before it was rounded
    ],
    D.SCALE: [
        ("2.49", "2.49M"),
        ("2.49M", "2.49"),
        ("10k", "10M"),
        ("10", "10k"),
        ("six million", "six thousand"),
        ("six million", "6K"),
        ("2.49m", "2,490"),
        ("2 hundred", "2"),
        (r"$5\times10^{-3}$", r"$5\times10^{-4}$"),
        ("7B", "7"),
        # a thousand of each, whatever the digits
        ("5", "5,000"),
        ("5B", "5,000"),
        ("5,000", "5T"),
        ("5", "5,000,000,000,000"),
        ("0.5", "500"),
        ("500", "0.5"),
        ("-0.5", "-500"),
    ],
    D.PART_OTHERWISE: [
        ("39", "39-62%"),  # without the mark that the range has at its end
        ("100", "100-200k"),
        ("80 percentage points", "40-80"),
        ("62x", "39-62%"),
    ],
    D.EXTENDED_OTHERWISE: [("1-3x", "three"), ("39-62%", "62"), ("100-200k", "100")],
    D.OTHER: [
        ("79.6%", "80%"),
        ("79", "79.6%"),
        ("3962%", "39-62%"),
        ("five", "six"),
        ("dozens", "12"),
        ("dozens", "hundreds"),
        ("7.96", "79.6"),  # the decimal point elsewhere
        ("9.2% to 19%", "9.2% to 19.3%"),
        ("39-61%", "39-62%"),
        ("3-5", "5-7"),  # one end in common, and not as the same end
        ("5", "5/5"),
        # no scale that anyone would mistake for another
        ("50", "3,000"),
        ("500", "5B"),
        ("50", "5T"),
        ("5T", "1/2"),
        ("5 ± 0.1", "5 to 0.1"),  # a tolerance is no pair
        ("1:5", "1 out of 5"),  # one to five is a sixth
        ("2 out of 5", "3 out of 5"),
        ("51%", "0.52"),
        ("-10", "10M"),
        ("0", "5,000"),
        ("5,000", "0"),
    ],
}


def quantity(text: str) -> Mention:
    mention, mentions = read_value(text)
    assert mention is not None, f"{text!r} is not read as one quantity, but as {mentions}"
    return mention


@pytest.mark.parametrize(
    ("claimed", "stated", "difference"),
    [
        pytest.param(claimed, stated, difference, id=f"{difference.name}: {claimed} / {stated}")
        for difference, pairs in PAIRS.items()
        for claimed, stated in pairs
    ],
)
def test_difference(claimed: str, stated: str, difference: Difference) -> None:
    assert compare(quantity(claimed), quantity(stated)) is difference
    assert same(quantity(claimed), quantity(stated)) is difference.is_same


def test_every_difference_is_shown() -> None:
    assert {difference for difference, pairs in PAIRS.items() if len(pairs) >= 3} == set(Difference)


def test_only_two_differences_are_none() -> None:
    assert [difference for difference in Difference if difference.is_same] == [D.SAME, D.OTHER_WRITING]


def test_every_difference_explains_itself() -> None:
    texts = [difference.value for difference in Difference]
    assert len(set(texts)) == len(texts), "two differences with one explanation"
    for text in texts:
        # It follows a colon in a message, so it neither opens nor ends a sentence; and it is more than a label.
        assert re.fullmatch(r"[a-z][^.\n]*[a-z)]", text)
        assert len(text.split()) >= 3


@pytest.mark.parametrize(
    ("claimed", "stated", "message"),
    [
        ("8.0%", "up to 8.0%", "'8.0%' is not 'up to 8.0%': the bound is lost"),
        ("19.3%", "9.2% to 19.3%", "'19.3%' is not '9.2% to 19.3%': part of a larger quantity"),
        ("10K", "~10K", "'10K' is not '~10K': the word that makes it approximate is lost"),
        ("79.6", "79.6%", "'79.6' is not '79.6%': the same number with another unit"),
        ("17.30", "17.3", "'17.30' is not '17.3': the same value with another precision"),
    ],
)
def test_explanations_read_well_in_a_message(claimed: str, stated: str, message: str) -> None:
    # Written out here so that whoever changes a text sees the sentence that it makes.
    assert f"'{claimed}' is not '{stated}': {compare(quantity(claimed), quantity(stated)).value}" == message


@pytest.mark.parametrize(
    ("claimed", "stated", "told"),
    [
        # Of several differences the farthest is told: mending the nearer ones alone would not do.
        ("about 5", "up to 5", D.APPROXIMATE_INVENTED),
        ("8", "up to 8.0%", D.UNIT),
        ("10", "up to 10M", D.SCALE),
        ("~8.0", "8", D.APPROXIMATE_INVENTED),
        ("about 12.9 to 17.3", "17.3 to 12.9", D.ORDER),
    ],
)
def test_of_several_differences_the_farthest_is_told(claimed: str, stated: str, told: Difference) -> None:
    assert compare(quantity(claimed), quantity(stated)) is told


class TestReadings:
    """Where the text alone cannot tell, all readings are kept, and what the claim writes selects."""

    @pytest.mark.parametrize(
        ("claimed", "stated"),
        [
            ("2.49m", "2.49 m"),  # metres
            ("2,490,000", "2.49m"),  # millions
            ("10,000", "10K"),
            ("10 K", "10K"),  # kelvin
            ("5 K", "5,000"),  # of what the claim writes, too
        ],
    )
    def test_each_reading_can_be_meant(self, claimed: str, stated: str) -> None:
        assert same(quantity(claimed), quantity(stated))

    def test_the_nearest_reading_wins(self) -> None:
        stated = quantity("2.49m")
        assert len(list(stated.all_readings())) > 1
        # Against metres 2,490 would be a thousandfold, and against millions it is a thousandth: SCALE either way; 2.490
        # is the metres with another precision and the millions with another scale.
        assert compare(quantity("2.490 m"), stated) is D.PRECISION

    def test_no_reading_says_everything(self) -> None:
        assert compare(quantity("3"), quantity("2.49m")) is D.OTHER

    def test_a_claim_that_writes_a_unit_is_not_read_without(self) -> None:
        # The number of a text may be read without the letters behind it, but letters that a claim adds are a claim.
        (stated,) = scan("it took 30 epochs")
        assert compare(quantity("30 ms"), stated) is D.UNIT
        assert quantity("30 SGD").readings
        assert compare(quantity("30 SGD"), stated) is D.UNIT
        assert compare(quantity("30"), stated).is_same

    def test_a_word_that_may_bound_the_number_may_also_not(self) -> None:
        (stated,) = (mention for mention in scan("we walked over 500 documents") if mention.is_quantity)
        assert stated.readings
        assert same(quantity("500"), stated)
        assert same(quantity("over 500"), stated)
        assert same(stated, quantity("500"))


def test_what_is_written_as_in_the_text_is_what_the_text_has() -> None:
    """Alone, "3 to 1" is a change; behind "odds of" it is a ratio, and so is the claim of it."""
    (odds,) = scan("odds of 3 to 1")
    assert odds.kind == "ratio"
    assert compare(quantity("3 to 1"), odds) is D.SAME
    assert compare(quantity("3 to 2"), odds) is D.OTHER


def test_what_is_no_quantity_equals_nothing() -> None:
    names = [mention for mention in scan("We test GPT-4 and Llama 3.") if not mention.is_quantity]
    assert len(names) == 2
    for name in names:
        assert compare(quantity("4"), name) is D.OTHER
        assert compare(quantity("3"), name) is D.OTHER
        assert compare(name, quantity("3")) is D.OTHER
    (time,) = scan("At 10:30 it begins.")
    assert compare(quantity("10:30"), time) is D.OTHER


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("8.0", Fraction(1, 10)),
        ("17.30", Fraction(1, 100)),
        ("2.490m", Fraction(1000)),
        ("8.00%", Fraction(1, 100)),
        ("8", None),
        ("80", None),  # a zero before the decimal point states nothing
        ("8.05", None),
        ("2,500,000", None),
        ("0.05", None),
        ("1/2", None),
        ("dozens", None),
    ],
)
def test_zeros(text: str, place: Fraction | None) -> None:
    end = quantity(text).low
    assert end is not None
    assert zeros(end) == place


@pytest.mark.parametrize(
    ("value", "baseline", "stated", "difference"),
    [
        ("12.9", "17.3", "from 17.3 to 12.9", D.OTHER_WRITING),
        ("17.3", "12.9", "from 17.3 to 12.9", D.ORDER),
        ("20", "10", "10 → 20", D.OTHER_WRITING),
        ("62%", "39%", "39-62%", D.OTHER_WRITING),
        ("62", "39", "39-62%", D.UNIT),
        ("62%", "39", "39-62%", D.OTHER_WRITING),  # as it is written there
        ("12.90", "17.3", "from 17.3 to 12.9", D.PRECISION),
        ("12.9", "17", "from 17.3 to 12.9", D.OTHER),
        ("12.9", "17.3", "12.9", D.OTHER),  # no pair
        ("12.9", "17.3", "12.9 ± 17.3", D.OTHER),
        ("12.9 to 13", "17.3", "from 17.3 to 12.9", D.OTHER),
        ("2 s", "5 ms", "from 5 ms to 2 s", D.OTHER_WRITING),
        ("2 s", "5 s", "from 5 ms to 2 s", D.UNIT),
        # neither bound nor approximation may be lost or added
        ("up to 12.9", "17.3", "from 17.3 to 12.9", D.BOUND_INVENTED),
        ("12.9", "about 17.3", "from 17.3 to 12.9", D.APPROXIMATE_INVENTED),
        ("12.9", "17.3", "about 17.3 to 12.9", D.APPROXIMATE_LOST),
        ("12.9", "about 17.3", "about 17.3 to 12.9", D.OTHER_WRITING),
        ("about 12.9", "about 17.3", "about 17.3 to 12.9", D.OTHER_WRITING),
        ("12.9", "over 17.3", "over 17.3 to 12.9", D.OTHER_WRITING),
        ("12.9", "under 17.3", "over 17.3 to 12.9", D.BOUND_INVENTED),
        ("12.9", "17.3", "over 17.3 to 12.9", D.BOUND_LOST),
        ("over 12.9", "over 17.3", "over 17.3 to 12.9", D.OTHER_WRITING),
        # it stands before the first end, and does not move to the other
        ("over 12.9", "17.3", "over 17.3 to 12.9", D.BOUND_LOST),
        ("about 12.9", "17.3", "about 17.3 to 12.9", D.APPROXIMATE_LOST),
        # the unit that stands behind the second end may be left out of the first, as it stands there; not its own
        ("12.9", "17.3", "from 17.3 to 12.9 mm", D.UNIT),
        ("12.9 mm", "17.3", "from 17.3 to 12.9 mm", D.OTHER_WRITING),
        ("12.9%", "17.3", "from 17.3 to 12.9%", D.OTHER_WRITING),
        ("12.9 pp", "17.3", "from 17.3 to 12.9 pp", D.OTHER_WRITING),
        ("12.9x", "17.3", "from 17.3 to 12.9x", D.OTHER_WRITING),
        ("12.9%", "17.3", "from 17.3% to 12.9%", D.UNIT),
        ("12.9", "17.3", "from 17.3 to 12.9%", D.UNIT),
        ("7,000 km", "5000", "from 5,000 to 7,000 km", D.OTHER_WRITING),
        ("7k km", "5k", "from 5k to 7k km", D.OTHER_WRITING),
        ("7,000", "under 5000", "from 5,000 to 7,000", D.BOUND_INVENTED),
        ("$-12.9$ ps", "$-17.3$", "from $-17.3$ to $-12.9$ ps", D.OTHER_WRITING),
        ("$12.9", "17.3", "from $17.3 to $12.9", D.UNIT),
        # one end alone, or a pair or a word for an end, is no change
        ("12.9", "12.9", "from 17.3 to 12.9", D.OTHER),
        ("17.3", "17.3", "from 17.3 to 12.9", D.OTHER),
        ("12.9", "17.3 to 12.9", "from 17.3 to 12.9", D.OTHER),
        ("12.9", "dozens", "from 17.3 to 12.9", D.OTHER),
        ("dozens", "17.3", "from 17.3 to 12.9", D.OTHER),
    ],
)
def test_a_change_is_between_two_values(value: str, baseline: str, stated: str, difference: Difference) -> None:
    found = change_between(quantity(value), quantity(baseline), quantity(stated))
    # the farther of the two ends is the verdict on the pair
    assert max(found, key=list(D).index) is difference


@pytest.mark.parametrize(
    ("value", "baseline", "stated", "ends"),
    [
        # 5m may be metres, and the metres are nearer to 5 than the millions: a unit too many, whichever end it is.
        ("5", "5m", "5 to -5", (D.UNIT, D.SIGN)),
        ("5m", "5", "-5 to 5", (D.SIGN, D.UNIT)),
        # what qualifies the pair is missed at its first end
        ("12.9", "17.3", "over 17.3 to 12.9", (D.BOUND_LOST, D.OTHER_WRITING)),
        ("12.9", "17.3", "about 17.3 to 12.9", (D.APPROXIMATE_LOST, D.OTHER_WRITING)),
        ("about 12.9", "17.3", "about 17.3 to 12.9", (D.APPROXIMATE_LOST, D.OTHER_WRITING)),
        ("12.90", "17.3", "from 17.3 to 12.9", (D.OTHER_WRITING, D.PRECISION)),
        # unless an end is another number anyway
        ("12.90", "17.3", "over 17.3 to 12.9", (D.OTHER_WRITING, D.PRECISION)),
    ],
)
def test_what_each_end_of_a_change_is(
    value: str, baseline: str, stated: str, ends: tuple[Difference, Difference]
) -> None:
    assert change_between(quantity(value), quantity(baseline), quantity(stated)) == ends


def test_a_number_in_the_scale_of_its_pair() -> None:
    """As it stands there, alone and with nothing else that it may mean."""
    pair = quantity("from 1.1 to 1.4 million")
    assert pair.low is not None
    scaled = scaled_as(quantity("1.1"), pair.low)
    assert scaled is not None and scaled.low is not None and scaled.high is scaled.low
    assert scaled.low.value == 1_100_000
    (walked,) = (mention for mention in scan("we walked over 500 documents") if mention.is_quantity)
    assert walked.readings
    documents = quantity("from 500 to 900 million").low
    assert documents is not None
    scaled = scaled_as(walked, documents)
    assert scaled is not None and not scaled.readings
    for other in ("1.2", "1.10", "1.1 million", "1.1 to 1.4", "dozens"):
        assert scaled_as(quantity(other), pair.low) is None
    (name,) = scan("We test GPT-4.")
    assert scaled_as(name, pair.low) is None


def test_a_name_is_no_end_of_a_change() -> None:
    (name,) = scan("We test GPT-4.")
    assert change_between(quantity("12.9"), name, quantity("from 17.3 to 12.9")) == (D.OTHER, D.OTHER)
    assert change_between(name, quantity("17.3"), quantity("from 17.3 to 12.9")) == (D.OTHER, D.OTHER)
