"""Laws of the algebra of quantities, on quantities that are built here and then written in many ways."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.matching.values import Difference, compare, same
from claimcheck.numerals import Mention, read_value

MIRRORED = {
    Difference.PART: Difference.EXTENDED,
    Difference.PART_OTHERWISE: Difference.EXTENDED_OTHERWISE,
    Difference.BOUND_LOST: Difference.BOUND_INVENTED,
    Difference.APPROXIMATE_LOST: Difference.APPROXIMATE_INVENTED,
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}
"""What the other side calls a difference; the rest are called the same by both."""

SCALES = {"k": 3, "M": 6, "B": 9, "T": 12, " hundred": 2, " thousand": 3, " million": 6, " billion": 9, "-million": 6}
"""Suffixes that can be read in one way only (m may be metres, K kelvin), and their powers of ten."""
UNITS = {
    "": None,
    "%": "%",
    " percent": "%",
    "x": "x",
    " times": "x",
    " percentage points": "pp",
    " pp": "pp",
    "‰": "‰",
}
BOUNDS = {
    "": None,
    "up to ": "at-most",
    "≤": "at-most",
    "no more than ": "at-most",
    "at least ": "at-least",
    "≥ ": "at-least",
    "over ": "more-than",
    "more than ": "more-than",
    ">": "more-than",
    "fewer than ": "less-than",
    "<": "less-than",
    "under ": "less-than",
}
ABOUT = ("~", "about ", "roughly ", "approximately ", "nearly ", "∼ ")
SIGNS = {"": "", "-": "-", "−": "-", "+": "+", "minus ": "-"}
SPELLED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
SPELLED += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@dataclass(frozen=True)
class Number:
    """A number as it is written, and what makes it that number: its exact value, stated zero, whole, and sign."""

    text: str
    value: Fraction
    zero: Fraction | None = None
    whole: int | None = None
    sign: str = ""


@dataclass(frozen=True)
class Quantity:
    """A quantity as it is written, and what makes it that quantity."""

    text: str
    family: str
    ends: tuple[tuple[Number, str | None], ...]
    bound: str | None = None
    approximate: bool = False
    mark: str = ""

    @property
    def identity(self) -> object:
        ends = [(end.value, end.zero, end.whole, end.sign, unit) for end, unit in self.ends]
        return self.family, ends, self.bound, self.approximate


def read(text: str) -> Mention:
    mention, mentions = read_value(text)
    assert mention is not None, f"{text!r} is read as {mentions}"
    return mention


def decimal(digits: int, places: int) -> str:
    """The digits with so many of them behind the decimal point."""
    return f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)


def spelled(number: int) -> str:
    """An integer below a million in English words, written independently of the recogniser's tables."""
    if number < 20:
        return SPELLED[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SPELLED[number % 10]}" if number % 10 else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // size)} {word}" + (joint + spelled(rest) if rest else "")


# Few digits on purpose, so that equal values meet.
integers = st.sampled_from([0, 1, 2, 3, 5, 7, 10, 12, 20, 50, 100, 250, 2019, 2490]) | st.integers(0, 99_999)


@st.composite
def numbers(draw: st.DrawFn, *, signed: bool = True, positive: bool = False) -> Number:
    """A number in digits or words, with decimals, groups, a scale or a sign."""
    whole = draw(integers.filter(bool) if positive else integers)
    sign = draw(st.sampled_from(list(SIGNS))) if signed else ""
    form = draw(st.sampled_from(["plain", "decimals", "grouped", "scaled", "words", "power"]))
    value, zero, text = Fraction(whole), None, str(whole)
    if form in ("decimals", "scaled", "power"):
        places = draw(st.integers(0 if form != "decimals" else 1, 3))
        value = Fraction(whole, 10**places)
        text = decimal(whole, places)
        power = 0
        if form == "scaled":
            suffix = draw(st.sampled_from(list(SCALES)))
            text, power = text + suffix, SCALES[suffix]
        elif form == "power":
            power = draw(st.integers(-12, 12))
            text += draw(st.sampled_from([" × 10^{}", r"\times10^{{{}}}", " x 10^{}", "e{}"])).format(power)
        if places and whole % 10 == 0:
            zero = Fraction(10) ** (power - places)
        value *= Fraction(10) ** power
    elif form == "grouped":
        text = f"{whole:,}".replace(",", draw(st.sampled_from([",", "{,}", "\u2009", r"\,"])))
    elif form == "words":
        text = spelled(whole)
        sign = "minus " if sign else ""
    return Number(sign + text, -value if SIGNS[sign] == "-" else value, zero, None, SIGNS[sign])


def marks_for(number: Number) -> list[str]:
    """The marks that one writes behind a number: none behind a fraction, and no sign right behind a letter."""
    if "frac" in number.text or "/" in number.text:
        return [""]
    return [
        mark
        for mark in UNITS
        if mark.startswith(" ") or not mark or (number.text[-1].isdigit() and "e" not in number.text)
    ]


@st.composite
def fractions(draw: st.DrawFn) -> Number:
    part, whole = draw(st.integers(1, 12)), draw(st.integers(2, 12))
    assume((part, whole) != (9, 11))  # which is a day
    text = draw(st.sampled_from(["{}/{}", r"\frac{{{}}}{{{}}}"])).format(part, whole)
    return Number(text, Fraction(part, whole), None, whole if gcd(part, whole) > 1 else None)


@st.composite
def singles(draw: st.DrawFn) -> Quantity:
    number = draw(numbers() | fractions())
    mark = draw(st.sampled_from(marks_for(number)))
    return Quantity(number.text + mark, "value", ((number, UNITS[mark]),))


@st.composite
def pairs(draw: st.DrawFn) -> Quantity:
    """A range or change, a tolerance, or a part of a whole; the mark at its last end is that of both."""
    family = draw(st.sampled_from(["pair", "pair", "tolerance", "ratio"]))
    if family == "ratio":
        part, whole = draw(st.integers(1, 30)), draw(st.integers(1, 30))
        low, high = Number(str(part), Fraction(part)), Number(str(whole), Fraction(whole))
        return Quantity(f"{part} out of {whole}", family, ((low, None), (high, None)))
    words = draw(st.sampled_from(["{} to {}", "from {} to {}", "between {} and {}"]))
    form = words if family == "pair" else draw(st.sampled_from(["{} ± {}", r"{}\pm{}", "{}±{}"]))
    # In digits without a scale: a scale behind the second end alone belongs to the first, too (see its own law).
    plain = numbers(signed=form == words).filter(lambda each: each.text[-1].isdigit() and "10^" not in each.text)
    low, high = draw(plain), draw(plain.filter(lambda each: family == "pair" or not each.sign))
    mark = draw(st.sampled_from(marks_for(high)))
    return Quantity(
        form.format(low.text, high.text + mark), family, ((low, UNITS[mark]), (high, UNITS[mark])), mark=mark
    )


def takes_qualifier(text: str, qualifier: str) -> bool:
    """Whether one writes this qualifier before this quantity: a sign stands before digits, `~` before a word is a space."""
    if text.startswith(("from", "between")):
        return False
    return qualifier.endswith(" ") or text[0].isdigit() or text[0] in "-−+\\"


@st.composite
def qualified(draw: st.DrawFn, bare: st.SearchStrategy[Quantity]) -> Quantity:
    quantity = draw(bare)
    for qualifier in (draw(st.sampled_from(["", *ABOUT])), draw(st.sampled_from(list(BOUNDS)))):
        if qualifier and takes_qualifier(quantity.text, qualifier):
            bound = quantity.bound if qualifier in ABOUT else BOUNDS[qualifier]
            approximate = quantity.approximate or qualifier in ABOUT
            quantity = replace(quantity, text=qualifier + quantity.text, bound=bound, approximate=approximate)
    return quantity


quantities = qualified(singles() | pairs())


@given(quantities)
def test_reading_a_written_quantity_gives_it_back(written: Quantity) -> None:
    mention = read(written.text)
    assert [end.value for end in mention.ends()] == [end.value for end, _ in written.ends]
    assert [end.unit for end in mention.ends()] == [unit for _, unit in written.ends]
    assert (mention.bound, mention.approximate) == (written.bound, written.approximate)
    assert not mention.readings
    assert mention.kind in {"pair": ("range", "change"), "value": ("value", "fraction")}.get(
        written.family, (written.family,)
    )


@given(quantities, quantities, quantities)
def test_two_quantities_are_the_same_exactly_if_their_identity_is(
    one: Quantity, two: Quantity, three: Quantity
) -> None:
    # Equality of the built quantities is an equivalence, so this is the law that equality of the read ones is one.
    for claimed in (one, two, three):
        for stated in (one, two, three):
            assert same(read(claimed.text), read(stated.text)) is (claimed.identity == stated.identity)


@given(quantities)
def test_equality_is_reflexive(written: Quantity) -> None:
    mention = read(written.text)
    assert compare(mention, mention) is Difference.SAME


@given(st.lists(quantities, min_size=2, max_size=4))
def test_comparing_is_symmetric_up_to_naming(several: list[Quantity]) -> None:
    mentions = [read(written.text) for written in several]
    for one in mentions:
        for other in mentions:
            there, back = compare(one, other), compare(other, one)
            assert back is MIRRORED.get(there, there)


@given(st.integers(1, 9_999), st.integers(0, 3), st.sampled_from([3, 6, 9]))
def test_scaling_commutes(digits: int, places: int, power: int) -> None:
    assume(digits % 10)  # 2.50m states a precision that 2,500,000 does not
    text = decimal(digits, places)
    letter, word = {3: ("k", "thousand"), 6: ("M", "million"), 9: ("B", "billion")}[power]
    whole = digits * 10 ** (power - places)
    writings = [
        text + letter,
        f"{text} {word}",
        f"{text}-{word}",
        f"{whole:,}",
        str(whole),
        rf"${text}\times10^{{{power}}}$",
    ]
    if power == 6:
        writings += [f"{text}m", f"{text}mn"]
    for one in writings:
        for other in writings:
            assert same(read(one), read(other)), f"{one} and {other}"


@given(st.integers(0, 999_999))
def test_words_are_digits(number: int) -> None:
    words = spelled(number)
    for written in (words, words.replace("-", " "), words.replace(" and ", " "), words.capitalize()):
        assert compare(read(written), read(str(number))) is Difference.OTHER_WRITING


@given(st.integers(1, 998), st.integers(1, 998), st.sampled_from(["k", "M", " million"]), st.sampled_from("-–"))
def test_the_scale_of_the_last_end_is_that_of_both(low: int, higher: int, scale: str, dash: str) -> None:
    high = min(low + higher, 999)
    assume(low < high)  # "2 to 2 million" begins at two
    assert same(read(f"{low}{dash}{high}{scale}"), read(f"{low}{scale} to {high}{scale}"))


@given(pairs(), st.booleans())
def test_a_part_never_equals_its_whole(pair: Quantity, marked: bool) -> None:
    whole = read(pair.text)
    for number, _ in pair.ends:
        part = read(number.text + (pair.mark if marked and pair.mark in marks_for(number) else ""))
        assert compare(part, whole) in (Difference.PART, Difference.PART_OTHERWISE)
        assert compare(whole, part) in (Difference.EXTENDED, Difference.EXTENDED_OTHERWISE)


@given(singles() | pairs(), st.sampled_from([bound for bound in BOUNDS if bound]), st.sampled_from(ABOUT))
def test_a_bound_or_an_about_is_never_lost_or_invented(bare: Quantity, bound: str, about: str) -> None:
    assume(takes_qualifier(bare.text, bound) and takes_qualifier(bare.text, about))
    plain, bounded, rough = read(bare.text), read(bound + bare.text), read(about + bare.text)
    assert compare(plain, bounded) is Difference.BOUND_LOST
    assert compare(bounded, plain) is Difference.BOUND_INVENTED
    assert compare(plain, rough) is Difference.APPROXIMATE_LOST
    assert compare(rough, plain) is Difference.APPROXIMATE_INVENTED
    assert not same(bounded, rough)


@given(singles(), st.sampled_from(list(BOUNDS)), st.sampled_from(list(BOUNDS)))
def test_a_bound_is_no_other_bound(bare: Quantity, one: str, other: str) -> None:
    assume(all(BOUNDS[each] and takes_qualifier(bare.text, each) for each in (one, other)))
    found = compare(read(one + bare.text), read(other + bare.text))
    assert found.is_same if BOUNDS[one] == BOUNDS[other] else found is Difference.BOUND_CHANGED


@given(numbers(), st.data())
def test_a_unit_is_never_lost_invented_or_changed(number: Number, data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(marks_for(number))) for _ in range(2))
    found = compare(read(number.text + one), read(number.text + other))
    assert found.is_same if UNITS[one] == UNITS[other] else found is Difference.UNIT


@given(numbers(signed=False, positive=True), st.sampled_from(list(SIGNS)), st.sampled_from(list(SIGNS)))
def test_a_sign_is_never_lost_invented_or_changed(number: Number, one: str, other: str) -> None:
    found = compare(read(one + number.text), read(other + number.text))
    assert found.is_same if SIGNS[one] == SIGNS[other] else found is Difference.SIGN


@given(
    st.integers(0, 9_999), st.integers(0, 2), st.integers(1, 3), st.sampled_from(["", "%", "k", " million", " times"])
)
def test_a_precision_is_never_lost_or_invented(digits: int, places: int, more: int, mark: str) -> None:
    short = decimal(digits, places)
    long = (short if places else short + ".") + "0" * more
    assert compare(read(long + mark), read(short + mark)) is Difference.PRECISION
    assert compare(read(short + mark), read(long + mark)) is Difference.PRECISION


AMBIGUOUS = [
    "2.49m",
    "2.49 m",
    "10K",
    "10 K",
    "5 ms",
    "5 s",
    "$5",
    "€5",
    "3.4 points",
    "1.5m to 2.5m",
    "~10K",
    "5-7 km",
]


@given(
    st.sampled_from(["2.49m", "2,490,000", "2.49", "2.490 m", "10K", "10,000", "10", "5", "5 s", "$5", "€5"])
    | st.sampled_from(["5%", "3.4", "3.4%", "up to 10K", "~10K", "7 km", "5-7", "1.5M to 2.5M", "2", "five", "-5"]),
    st.sampled_from(AMBIGUOUS),
)
def test_of_several_readings_the_nearest_wins(claimed: str, stated: str) -> None:
    whole, mine = read(stated), read(claimed)
    ranks = list(Difference)
    told = [ranks.index(compare(mine, replace(reading, readings=()))) for reading in whole.all_readings()]
    assert ranks.index(compare(mine, whole)) == min(told)


@given(st.sampled_from(AMBIGUOUS), st.sampled_from(AMBIGUOUS))
def test_two_units_are_never_equal_because_both_may_be_left_out(one: str, other: str) -> None:
    mine, theirs = read(one), read(other)
    if mine.unit and theirs.unit and mine.unit != theirs.unit:
        assert not same(mine, theirs)
