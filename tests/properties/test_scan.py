"""What holds of the recogniser on any text whatever: it never raises, and its mentions are in good order and exact."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.matching.values import Difference, compare
from claimcheck.numerals import End, Mention, read_value, scan
from claimcheck.text.fold import fold
from claimcheck.text.render import Rendering, render

CLASSES = {"quantity", "name", "ordinal", "enumerator", "citation", "date", "identifier"}
KINDS = {"value", "range", "change", "tolerance", "fraction", "ratio"}
BOUNDS = {None, "at-least", "at-most", "more-than", "less-than"}

# What numbers are made of, and what stands around them; glued at random, these meet the grammar far more often than
# arbitrary text does.
FRAGMENTS = [
    *(
        "0 1 2 3 7 10 12 19 42 100 600 2,490 1,234 1.5 .05 0.08 0·95 2019 1e5 e-3 10^ 10^{-3} × x X * · ± \\pm +/- ( ) [ ] { } $ % \\% $%$ ‰ "
        "k K m M b B bn T million billion thousand hundred dozen dozens hundreds several half quarter third thirds first 3rd th "
        "one two three six ten twenty thirty-four and a an of to from between or out in per point zero minus negative "
        "- – — − ‐ ~ ∼ ≈ < > ≤ ≥ <= + = / : ; , . ! ? ... ' \" \\, {,} \\textbf{ \\times \\sim \\leq $\\sim$ \\frac{1}{2} \\frac ^ _ ² ³ ⁻⁵ ½ ⅓ "
        "up over about roughly at least most more than less as few many some percent pp points times -fold fold ms km GB °C kg m s "
        "€ £ USD EUR Llama GPT-4 F1 CO2 v2 WMT14 https://x.org/1 arXiv:2301.00001 10.1000/x @ # Figure Table p n model models "
        "\\SI{ \\qty{5}{\\ms} \\numlist{ ;3} }{ \\milli\\second} &lt; &#37; &amp <b> </b> <sup> </sup> <p> ‑ "
        "_{ ^{ \\pm H100 A100 _{\\pm  ^{+ }_{- (± 1:1 10-10 split 3' 4\" "
        "years January 5 pm orders magnitude \u2009 \u00a0 \u202f \u00ad \u200b \u0301 \ufb01 １ ٣ 一 é Å µ μ"
    ).split(" "),
    "",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "\n\n",
]

glued = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)
spaced = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map(" ".join)
texts = glued | spaced | st.text(max_size=60) | st.lists(glued | st.text(max_size=6), max_size=6).map("".join)

VALUES = [
    *"79.6% 39-62% ~10K 3.5x 2.49M 10,000 six twenty-five 17.3 -5 +22.1% 3-5x 1.5B 250 0.05 .05 1e-5 2½ 3/4 $5M €300 five-fold 5±0.1 12‰ 45ms".split(),
    "9.2% to 19.3%",
    "up to 8.0%",
    "over 3x",
    "2.49 million",
    "at least five",
    "about 300 km",
    "half a million",
    "from 17.3 to 12.9",
    "two thirds",
    "three out of five",
    "5.0 ± 0.1",
    "1.5 percentage points",
    "two orders of magnitude",
    "hundreds of thousands",
    "10 or more",
    r"10.7\%",
    r"$1.2\times10^{5}$",
    r"\textbf{72}\%",
    r"2{,}490{,}000",
]
CONTEXTS = [
    "The result is {}.",
    "It was {}, as we show.",
    "we measured {} in the end",
    "this gives {} (see there)",
    "that is, {}; the rest is not",
    "they report “{}” there",
    "In the text, {} is what we read.",
]


def offsets(text: str, mentions: tuple[Mention, ...]) -> None:
    """Spans are in the text, in order, apart, not empty, and hold the text that they say they hold."""
    cursor = 0
    for mention in mentions:
        assert cursor <= mention.start < mention.end <= len(text)
        cursor = mention.end
        for reading in mention.all_readings():
            assert text[reading.start : reading.end] == reading.text
            for end in reading.ends():
                assert 0 <= end.start < end.end <= len(text)
                assert text[end.start : end.end] == end.text


def exact(end: End) -> None:
    """A decimal string is plain and says the exact value; where no decimal does, it says thirty digits of it."""
    written, value = end.decimal(), end.value
    if written is None or value is None:
        assert written is value is None
        return
    assert re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", written)
    if end.divisor == 1:
        assert Fraction(written) == value
    else:
        assert abs(Fraction(written) - value) < Fraction(1, 10**29)


@given(texts)
@example("")
@example("9" * 5_000)
@example("1" + ",000" * 500)
@example("1e" + "9" * 400)
@example("-0.0")
@example("\ud800 5%")
@example("İ 5 İ 6 %")  # lower-casing makes this text longer
@example("½½½ ²³ 10⁻⁵")
def test_mentions_are_in_good_order(text: str) -> None:
    mentions = scan(text)
    offsets(text, mentions)
    for mention in mentions:
        assert mention.cls in CLASSES
        assert mention.kind in KINDS
        assert mention.bound in BOUNDS
        assert mention.reason
        assert mention.is_quantity is (mention.cls == "quantity")
        assert mention.low is not None or not mention.is_quantity
        assert (mention.low is None) is (mention.high is None)
        assert not (mention.is_pair and mention.is_quantity) or mention.low is not mention.high
        for reading in mention.all_readings():
            assert not reading.readings or reading is mention
            for end in reading.ends():
                exact(end)


@given(texts)
def test_reading_a_value_is_in_good_order(text: str) -> None:
    value, mentions = read_value(text)
    offsets(text, mentions)
    quantities = [mention for mention in mentions if mention.is_quantity]
    assert value is (quantities[0] if len(quantities) == 1 else None)


@given(texts, st.lists(glued.filter(bool), max_size=3))
def test_the_same_text_is_read_the_same_every_time(text: str, names: list[str]) -> None:
    first = scan(text, names)
    assert scan(text, names) == first
    assert scan(str(text.encode("utf-8", "surrogatepass"), "utf-8", "surrogatepass"), list(names)) == first
    offsets(text, first)


@given(texts)
def test_every_quantity_equals_itself(text: str) -> None:
    for mention in scan(text):
        if mention.is_quantity:
            assert compare(mention, mention) is Difference.SAME


@given(texts)
def test_interval_holds_the_value(text: str) -> None:
    for mention in scan(text):
        for end in mention.ends():
            interval = end.interval()
            if interval is not None:
                assert end.value is not None
                assert interval[0] <= end.value <= interval[1]


@given(st.integers(-(10**39), 10**39), st.integers(0, 38))
def test_long_numbers_are_exact(digits: int, places: int) -> None:
    # No context of the decimal module, whose default has 28 digits, may cut what is written.
    whole, part = divmod(abs(digits), 10**places)
    written = f"{'-' if digits < 0 else ''}{whole}" + (f".{part:0{places}d}" if places else "")
    value, _ = read_value(written)
    if len(written.lstrip("-")) > 40:
        assert value is None  # longer than any quantity: an identifier
        return
    assert value is not None and value.low is not None
    assert value.low.value == Fraction(written)
    assert value.low.decimal() == written
    assert value.low.mantissa == Decimal(written)


def pieces(view: Rendering) -> list[tuple[int, int]]:
    return [(view.raw_start(place), view.raw_end(place + 1)) for place in range(len(view.text))]


@given(texts)
def test_the_map_of_a_rendering_is_monotone(text: str) -> None:
    view = render(text)
    assert view.raw == text
    for before, after in pairwise(pieces(view)):
        assert before[0] <= after[0]
        assert before[1] <= after[1]
    for start, end in pieces(view):
        assert 0 <= start < end <= len(text)


@given(texts)
def test_the_map_of_a_folding_is_monotone(text: str) -> None:
    folded = fold(text)
    spans = [folded.raw_span(place, place + 1) for place in range(len(folded.text))]
    for before, after in pairwise(spans):
        assert before.start <= after.start
        assert before.end <= after.end
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)


@given(texts)
def test_folding_twice_changes_nothing_for_plain_text(text: str) -> None:
    plain = re.sub(r"[^A-Za-z0-9 .,%]", "", text)
    once = fold(plain).text
    assert fold(once).text == once


@given(st.sampled_from(VALUES), st.sampled_from(CONTEXTS))
def test_a_value_is_the_same_in_a_sentence(value: str, context: str) -> None:
    alone, _ = read_value(value)
    assert alone is not None
    within = [mention for mention in scan(context.format(value)) if mention.is_quantity]
    assert len(within) == 1
    assert compare(alone, within[0]).is_same
