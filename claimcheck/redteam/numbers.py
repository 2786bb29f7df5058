"""Falsified numbers: values, baseline values, and the numbers of every other field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.claims.yaml import Scalar
from claimcheck.redteam.edit import Edit, kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import RUN, WORD_NUMBER, WORDS, mark, number, values
from claimcheck.source import Span

_WRONG: Final = ("value-not-in-quote", "mention", "partial-quantity", "unit-differs", "number-in-name")
"""A wrong number may be another one of the quote, whole, in part, with another unit, or inside a name."""

_UNITS: Final = r"\s?\\?%|[kKmMBb](?![A-Za-z])|x(?![A-Za-z])"
_BARE: Final = re.compile(rf"(?:{RUN.pattern})(?=\s*$)")
"""A number at the end of a value: without unit, suffix or word behind it."""
_RANGE: Final = re.compile(
    rf"(?P<low>{RUN.pattern})(?P<low_unit>{_UNITS})?(?P<between>\s?(?:--?|–|to)\s?)(?P<high>{RUN.pattern})(?P<unit>{_UNITS})?"
)
_QUALIFIED: Final = re.compile(
    r"(?P<word>up ?to|at least|at most|as (?:little|few|low) as|as (?:many|much|high) as|more than|less than|fewer than|over|under|"
    r"about|around|roughly|nearly|almost|approximately|some|[~<>≤≥])\s?(?=\d|[a-z$])",
    re.IGNORECASE,
)
_OTHER_SUFFIX: Final = {"k": "M", "K": "M", "m": "k", "M": "K", "B": "M", "b": "M"}
INVENTED: Final = (947, 853, 629, 761)
"""Numbers to invent; the first that the abstract does not hold is taken."""


def number_fields(claim: Claim) -> Iterator[tuple[str, Scalar]]:
    """The value and the baseline value, where the claim has them."""
    for name, scalar in (("value", claim.value), ("baseline_value", claim.baseline_value)):
        if scalar is not None:
            yield name, scalar


def other_fields(claim: Claim) -> Iterator[tuple[str, Scalar]]:
    """The other texts of a claim that must hold no number that the abstract does not hold."""
    for name, scalar in claim.texts():
        if name not in ("value", "baseline_value", "mention"):
            yield name, scalar


def invented(target: Target) -> int:
    """A number that the abstract does not hold."""
    return next(each for each in INVENTED if Decimal(each) not in target.plain.numbers)


def _wrong(target: Target, claim: Claim, name: str, edit: Edit) -> Falsification:
    """A claim with another value or baseline value; the two are one statement, so a finding may point at either."""
    fields = [kept(scalar) for _, scalar in number_fields(claim) if scalar is not edit.scalar]
    return target.edited(claim, [edit, *fields], name)


def _in_values(target: Target) -> Iterator[tuple[Claim, str, Scalar]]:
    for claim in target.claims.claims():
        for name, scalar in number_fields(claim):
            yield claim, name, scalar


def _rewritten(target: Target, pattern: re.Pattern[str], new: str, *, group: str | int = 0) -> Iterator[Falsification]:
    """Every match in a value or baseline value replaced; `new` may name groups."""
    for claim, name, scalar in _in_values(target):
        for match in pattern.finditer(scalar.text):
            if match[group]:
                yield _wrong(target, claim, name, Edit(scalar, match.start(group), match.end(group), match.expand(new)))


@kind(*_WRONG)
def digit_changed(target: Target) -> Iterator[Falsification]:
    """A digit of a value or baseline value is another, each to each."""
    for claim, name, scalar in _in_values(target):
        for at, digit in enumerate(scalar.text):
            for other in "0123456789" if digit.isdigit() else "":
                if other != digit:
                    yield _wrong(target, claim, name, Edit(scalar, at, at + 1, other))


@kind(*_WRONG)
def digits_transposed(target: Target) -> Iterator[Falsification]:
    """Two digits next to each other (a decimal point aside) change places."""
    pair = re.compile(r"(?P<first>\d)(?P<point>[.,]?)(?P<second>\d)")
    for claim, name, scalar in _in_values(target):
        for at in range(len(scalar.text)):
            match = pair.match(scalar.text, at)
            if match is not None and match["first"] != match["second"]:
                yield _wrong(
                    target,
                    claim,
                    name,
                    Edit(scalar, at, match.end(), match["second"] + match["point"] + match["first"]),
                )


@kind(*_WRONG)
def decimal_point_lost(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 796%."""
    yield from _rewritten(target, re.compile(r"(?<=\d)\.(?=\d)"), "")


@kind(*_WRONG)
def decimal_point_moved(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 7.96%."""
    yield from _rewritten(target, re.compile(r"(\d)\.(\d)"), r".\1\2")


@kind(*_WRONG)
def zero_appended(target: Target) -> Iterator[Falsification]:
    """A whole number ten times as large: 400 becomes 4000."""
    yield from _rewritten(target, re.compile(r"(?<![\d.,}])(0*[1-9]\d*)(?![\d.,{}]*\d)"), r"\g<1>0")


@kind("precision-differs", "mention")
def precision_invented(target: Target) -> Iterator[Falsification]:
    """17.3 becomes 17.30, and 12% becomes 12.0%."""
    yield from _rewritten(target, re.compile(r"(\d+\.\d+)"), r"\g<1>0")
    yield from _rewritten(target, re.compile(r"(?<![\d.,}])(\d+)(?![\d.,{}]*\d)"), r"\g<1>.0")


@kind("precision-differs", "mention")
def precision_lost(target: Target) -> Iterator[Falsification]:
    """8.0% becomes 8%."""
    yield from _rewritten(target, re.compile(r"(?<=\d)\.0+(?!\d)"), "")


@kind(*_WRONG, "precision-differs")
def rounded(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 80%."""
    for claim, name, scalar in _in_values(target):
        for match in re.finditer(r"\d+\.\d+", scalar.text):
            exact = Decimal(match.group())
            whole_number = exact.quantize(Decimal(1))
            if whole_number != exact:
                yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), str(whole_number)))


@kind("unit-differs", "mention", "partial-quantity")
def percent_lost(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 79.6."""
    for claim, name, scalar in _in_values(target):
        bare = re.sub(r"\s?\\?%", "", scalar.text)
        if bare != scalar.text:
            yield _wrong(target, claim, name, whole(scalar, bare))


@kind("unit-differs", "mention", "partial-quantity")
def percent_added(target: Target) -> Iterator[Falsification]:
    """12 becomes 12%, and 12.9 becomes 12.9%."""
    yield from _rewritten(target, _BARE, r"\g<0>%")


@kind("unit-differs", "mention")
def points_for_percent(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 79.6 percentage points."""
    yield from _with_other_mark(target, " percentage points")


@kind("unit-differs", "mention")
def factor_for_percent(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 79.6x, and 3x becomes 3%."""
    yield from _with_other_mark(target, "x")
    for claim, name, scalar in _in_values(target):
        percent = re.sub(r"(?<=\d)x(?![A-Za-z])", "%", scalar.text)
        if percent != scalar.text:
            yield _wrong(target, claim, name, whole(scalar, percent))


def _with_other_mark(target: Target, mark: str) -> Iterator[Falsification]:
    """Every value in percent with another mark behind it instead."""
    for claim, name, scalar in _in_values(target):
        if re.search(r"%\s*$", scalar.text):
            yield _wrong(target, claim, name, whole(scalar, re.sub(r"\s?\\?%", "", scalar.text) + mark))


@kind(*_WRONG, "precision-differs")
def share_for_percent(target: Target) -> Iterator[Falsification]:
    """79.6% becomes 0.796."""
    for claim, name, scalar in _in_values(target):
        if match := re.fullmatch(rf"({RUN.pattern})\s?\\?%", scalar.text):
            share = f"{(number(match[1]) / 100).normalize():f}"
            if share not in claim.quote.text:
                yield _wrong(target, claim, name, whole(scalar, share))


@kind("unit-differs", *_WRONG[:3])
def suffix_lost(target: Target) -> Iterator[Falsification]:
    """10k becomes 10."""
    yield from _rewritten(target, re.compile(r"(?<=\d)[kKmMBb](?=\s*$)"), "")


@kind("unit-differs", *_WRONG[:3])
def suffix_changed(target: Target) -> Iterator[Falsification]:
    """10k becomes 10M."""
    for claim, name, scalar in _in_values(target):
        for match in re.finditer(r"(?<=\d)[kKmMBb](?![A-Za-z])", scalar.text):
            yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), _OTHER_SUFFIX[match.group()]))


@kind("unit-differs", *_WRONG[:3])
def suffix_added(target: Target) -> Iterator[Falsification]:
    """400 becomes 400k."""
    yield from _rewritten(target, _BARE, r"\g<0>k")


@kind("partial-quantity", "mention", "unit-differs")
def range_end_lost(target: Target) -> Iterator[Falsification]:
    """39-62% becomes 39%, or 62%."""
    for claim, name, scalar in _in_values(target):
        for match in _RANGE.finditer(scalar.text):
            unit = match["unit"] or ""
            low = match["low"] + (match["low_unit"] or unit)
            for end in (low, match["high"] + unit):
                yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), end))


@kind("value-not-in-quote", "partial-quantity", "mention")
def range_run_together(target: Target) -> Iterator[Falsification]:
    """39-62% becomes 3962%."""
    for claim, name, scalar in _in_values(target):
        for match in _RANGE.finditer(scalar.text):
            joined = match["low"] + match["high"] + (match["unit"] or "")
            yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), joined))


@kind("partial-quantity")
def range_turned(target: Target) -> Iterator[Falsification]:
    """39-62% becomes 62-39%; a baseline value and a value that are one stated change trade places."""
    for claim, name, scalar in _in_values(target):
        for match in _RANGE.finditer(scalar.text):
            unit = match["unit"] or ""
            low, high = match["low"] + (match["low_unit"] or ""), match["high"] + unit
            if match["low_unit"] is None:
                low, high = match["low"] + unit, match["high"] + (unit if unit.isalpha() else "")
            yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), high + match["between"] + low))
    for claim in target.claims.claims():
        if claim.value is not None and claim.baseline_value is not None and _one_change(target, claim):
            yield target.edited(
                claim,
                [whole(claim.value, claim.baseline_value.text), whole(claim.baseline_value, claim.value.text)],
                "value and baseline_value",
            )


@kind("partial-quantity", "mention")
def half_of_a_change(target: Target) -> Iterator[Falsification]:
    """Of "from 17.3 to 12.9" the claim keeps the value alone."""
    for claim in target.claims.claims():
        if claim.baseline_value is not None and _one_change(target, claim):
            yield target.without_field(claim, "baseline_value")


def _one_change(target: Target, claim: Claim) -> bool:
    """Whether the quote says "a to b" with the baseline value for a and the value for b."""
    if claim.value is None or claim.baseline_value is None:
        return False
    a, b = (r"\s+".join(map(re.escape, scalar.text.split())) for scalar in (claim.baseline_value, claim.value))
    return (
        re.search(rf"(?<!\d){a}\s+to\s+{b}", claim.quote.text) is not None
        and claim.value.text != claim.baseline_value.text
    )


@kind("partial-quantity", "mention")
def qualifier_lost(target: Target) -> Iterator[Falsification]:
    """ "up to 8.0%" becomes 8.0%."""
    yield from _rewritten(target, _QUALIFIED, "")


@kind("partial-quantity", "mention")
def qualifier_invented(target: Target) -> Iterator[Falsification]:
    """79.6% becomes "up to 79.6%", "over 79.6%", "at least 79.6%", "about 79.6%"; not what "up to 12% and 79.6%" or "more than the 79.6%"
    may say."""
    for claim, name, scalar in _in_values(target):
        if _QUALIFIED.search(scalar.text) is None and re.match(r"\d|[a-z]", scalar.text):
            for word in (
                "up to ",
                "over ",
                "at least ",
                "less than ",
                "about ",
                "~" if scalar.text[0].isdigit() else "roughly ",
            ):
                if not _may_be_said(claim, word, scalar.text):
                    yield _wrong(target, claim, name, whole(scalar, word + scalar.text))


_ABOVE, _BELOW = "more|higher|greater|larger|longer", "less|fewer|lower|smaller|shorter"
_HELD: Final = {"over ": _ABOVE, "at least ": _ABOVE, "up to ": _BELOW, "less than ": _BELOW}
"""Comparatives by which something is on the side of a number that a word says."""


def _may_be_said(claim: Claim, word: str, number: str) -> bool:
    """Whether a number stands in a list that begins with a word like "up to", which may be said of all of it; or is what something is
    held against ("more than the 7.6%"), and then that something is over it."""
    listed = rf"{re.escape(word.strip())} (?:\S*\d\S*,? )+(?:(?:and|or) )?"
    held = rf"\b(?:{_HELD.get(word, word)}) than the "
    leads = rf"(?:{listed}|{held})\\?\$?{re.escape(number)}"
    return re.search(leads, claim.quote.text, re.IGNORECASE) is not None


@kind("partial-quantity", "mention")
def qualifier_changed(target: Target) -> Iterator[Falsification]:
    """ "up to 8.0%" becomes "over 8.0%", "over 3x" becomes "up to 3x"."""
    upper = ("up to", "at most", "as many as", "as much as", "less than", "fewer than", "under", "<", "≤")
    for claim, name, scalar in _in_values(target):
        for match in _QUALIFIED.finditer(scalar.text):
            other = "over " if match["word"].lower() in upper else "up to "
            yield _wrong(target, claim, name, Edit(scalar, match.start(), match.end(), other))


@kind("partial-quantity")
def sign_flipped(target: Target) -> Iterator[Falsification]:
    """79.6% becomes -79.6%, and -2 becomes 2."""
    for claim, name, scalar in _in_values(target):
        if scalar.text[:1] in "-−" and scalar.text[1:2].isdigit():
            yield _wrong(target, claim, name, whole(scalar, scalar.text[1:]))
        elif scalar.text[:1].isdigit() and number(RUN.findall(scalar.text)[0]):
            yield _wrong(target, claim, name, whole(scalar, f"-{scalar.text}"))


@kind(*_WRONG, "precision-differs", "occurrence-claimed-twice")
def number_from_elsewhere(target: Target) -> Iterator[Falsification]:
    """The value is another number of the abstract with the same mark."""
    yield from _replaced(target, target.plain.written, same_mark=True)


@kind(*_WRONG, "precision-differs", "occurrence-claimed-twice", "unaccounted-number", "mention-elsewhere")
def number_of_another_kind(target: Target) -> Iterator[Falsification]:
    """The value is another number of the abstract with another mark: a count for a percentage. The value is missed then."""
    yield from _replaced(target, target.plain.written, same_mark=False)


@kind(*_WRONG, "precision-differs", "occurrence-claimed-twice")
def number_from_a_name(target: Target) -> Iterator[Falsification]:
    """The value is the digits of a name: the 3 of "Olmo 3", the 8 of "Llama3.1-8B"."""
    named = (run for name in target.claims.names for run in RUN.findall(name.text))
    yield from _replaced(target, tuple(dict.fromkeys((*target.plain.in_names, *named))))


@kind(*_WRONG)
def number_from_an_address(target: Target) -> Iterator[Falsification]:
    """The value is digits of a URL."""
    yield from _replaced(target, target.plain.in_urls)


def _replaced(target: Target, writings: tuple[str, ...], same_mark: bool | None = None) -> Iterator[Falsification]:
    """Every value and baseline value replaced by each writing that says another number."""
    for claim, name, scalar in _in_values(target):
        own = values(scalar.text)
        start = target.plain.text.find(scalar.text)
        stated = Span(start, start + len(scalar.text)) if target.plain.text.count(scalar.text) == 1 else None
        for writing in writings:
            if same_mark is None and re.search(rf"(?<![\w.]){re.escape(writing)}(?![\w]*\d|\.\d)", claim.quote.text):
                continue  # a number of the quote, too
            if own and not own & values(writing) and same_mark in (None, mark(writing) == mark(scalar.text)):
                made = _wrong(target, claim, name, whole(scalar, writing))
                yield made if same_mark else replace(made, stated=stated)


@kind(*_WRONG)
def number_word_changed(target: Target) -> Iterator[Falsification]:
    """ "six" becomes "seven"."""
    for claim, name, scalar in _in_values(target):
        for edit in _other_words(scalar):
            yield _wrong(target, claim, name, edit)


def _other_words(scalar: Scalar) -> Iterator[Edit]:
    """Every number word of a text made the one before, or after, in the order of the number words."""
    listed = list(WORDS)
    for match in WORD_NUMBER.finditer(scalar.text):
        at = listed.index(match.group().lower())
        for other in (at - 1, at + 1):
            if 0 <= other < len(listed):
                yield Edit(scalar, match.start(), match.end(), listed[other])


@kind(*_WRONG, "precision-differs")
def letters_for_digits(target: Target) -> Iterator[Falsification]:
    """Letters that look like digits: 8.0% becomes 8.O%, and 17.3 becomes l7.3."""
    for claim, name, scalar in _in_values(target):
        for at, character in enumerate(scalar.text):
            if character in "01":
                yield _wrong(target, claim, name, Edit(scalar, at, at + 1, "O" if character == "0" else "l"))


@kind("value-not-in-quote", "unit-differs", "partial-quantity")
def words_added(target: Target) -> Iterator[Falsification]:
    """79.6% becomes "79.6% on all tasks"."""
    for claim, name, scalar in _in_values(target):
        yield _wrong(target, claim, name, whole(scalar, f"{scalar.text} on all tasks"))


@kind("value-not-in-quote", "unit-differs", "partial-quantity", "number-in-name", "mention")
def pieces_added(target: Target) -> Iterator[Falsification]:
    """79.6% becomes "79.6% in" with the end of "certain", or 79.6%%, or 10kk."""
    for claim, name, scalar in _in_values(target):
        words = re.findall(r"(?<!\S)[a-z]{5,}(?!\S)", claim.quote.text)
        ends = [word[-2:] for word in words if not re.search(rf"(?<!\w){word[-2:]}(?!\w)", claim.quote.text)]
        for end in ends[:2]:
            yield _wrong(target, claim, name, whole(scalar, f"{scalar.text} {end}"))
        if re.search(r"\d(?:%|[kKBx])$", scalar.text):  # "MM" is a million, too
            yield _wrong(target, claim, name, whole(scalar, scalar.text + scalar.text[-1]))


@kind("number-not-in-abstract", "not-named-in-abstract", "schema")
def invented_number(target: Target) -> Iterator[Falsification]:
    """A number that the abstract does not hold, in any other field."""
    new = invented(target)
    for claim, name, scalar in _in_other_fields(target):
        yield target.edited(claim, [whole(scalar, f"{scalar.text}, {new} in all")], name)


@kind("number-not-in-abstract", "not-named-in-abstract", "schema")
def field_number_changed(target: Target) -> Iterator[Falsification]:
    """A digit or a number word in any other field is another, and the abstract does not hold the new number."""
    for claim, name, scalar in _in_other_fields(target):
        edits = [
            Edit(scalar, at, at + 1, other)
            for at, digit in enumerate(scalar.text)
            if digit.isdigit()
            for other in (str((int(digit) + step) % 10) for step in (1, 4, 7))
        ]
        for edit in (*edits, *_other_words(scalar)):
            if not (values(edit.result) - values(scalar.text)) & target.plain.numbers and values(edit.result) - values(
                scalar.text
            ):
                yield target.edited(claim, [edit], name)


def _in_other_fields(target: Target) -> Iterator[tuple[Claim, str, Scalar]]:
    """The other fields of all claims; then the project's own fields of the paper, as if they were the first claim's."""
    for claim in target.claims.claims():
        for name, scalar in other_fields(claim):
            yield claim, name, scalar
    for claim in list(target.claims.claims())[:1]:
        for each in target.claims.paper.extra:
            if not each.free:
                yield claim, f"paper.{each.name}", each.scalar
