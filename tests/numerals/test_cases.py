"""The number recogniser against the cases beside this file: one test a group of its TOML files.

A case is `"text" = [expected, …]`. An expected string is one of

    TEXT => VALUE    a quantity; VALUE is `~` (approximate), a bound (`<=` `>=` `<` `>`), then `LOW`, `LOW..HIGH` (range),
                     `A->B` (change), `V±T` (tolerance), `A/B` or `V (frac)` (fraction), `A:B` (ratio), `AxB` or `AxBxC` (product)
                     or `vague`, and the unit;
                     then ` | VALUE` for each further reading, in order, and ` (indefinite)` where nobody has to account for it
    TEXT : CLASS     digits or words that are read, but are no quantity: name, ordinal, enumerator, citation, date, identifier

The list names every quantity of the text, in order; of what is refused it names only what matters. TEXT is the span of
a quantity, but for LaTeX markup at its two ends (`$8\\times$` and `8\\times` are one span). How much of a name, an address
or a date one mention spans is left open: TEXT has to meet a mention of that class.

Groups whose name ends in `_decided` hold forms on which good readers differ; what stands there is what this project reads.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from claimcheck.numerals import scan

HERE = Path(__file__).parent
CLASSES = ("name", "ordinal", "enumerator", "citation", "date", "identifier")
BOUNDS = {"at-most": "<=", "at-least": ">=", "less-than": "<", "more-than": ">"}
JOINTS = {"..": "range", "->": "change", "±": "tolerance", "/": "fraction", ":": "ratio"}

_INDEFINITE = " (indefinite)"
_NUMBER = r"-?\d+(?:\.\d+)?"
_VALUE = re.compile(
    rf"(?P<approximate>~?)(?P<bound><=|>=|<|>|)"
    rf"(?:vague|(?P<sides>{_NUMBER}(?:x{_NUMBER})+)"
    rf"|(?P<low>{_NUMBER})(?:(?P<joint>\.\.|->|±|/|:)(?P<high>{_NUMBER})|(?P<fraction> \(frac\)))?)"
    rf"(?: (?P<unit>\S.*))?"
)
_OPENING_MARKUP = re.compile(r"(?:\s|\$|\{|\\\(|\\[,;! ]|\\(?:textbf|textit|mathbf|mathrm|emph|text|underline)\{)+")
_CLOSING_MARKUP = re.compile(r"(?:\s|\$|\}|\\\)|\\[,;! ])+\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of the text, and the value (in the notation above) or the class that it is read as."""

    start: int
    end: int
    what: str

    def meets(self, other: Reading) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a TOML file."""

    file: str
    group: str
    text: str
    expected: tuple[str, ...]

    @property
    def refuses(self) -> bool:
        """Whether the case is about something that is no quantity."""
        return not self.expected or any(_split(line)[1] in CLASSES for line in self.expected)


def _cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("*.toml")):
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
        for group, lines in groups.items():
            for text, expected in lines.items():
                yield Case(path.stem, group, text, tuple(expected))


def _split(line: str) -> tuple[str, str, bool]:
    """TEXT, what it is read as, and whether that is a quantity."""
    text, mark, value = line.rpartition(" => ")
    if mark:
        value, indefinite, _ = value.partition(_INDEFINITE)
        return text, " | ".join(map(_normalised, value.split(" | "))) + indefinite, True
    text, mark, cls = line.rpartition(" : ")
    if not mark or cls not in CLASSES:
        raise ValueError(f"{line!r} is neither 'TEXT => VALUE' nor 'TEXT : CLASS' with one of {', '.join(CLASSES)}")
    return text, cls, False


def _normalised(value: str) -> str:
    """A VALUE with its numbers written in one way (`8.0 %` and `8 %` are the same)."""
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no VALUE; the notation stands at the top of {Path(__file__).name}")
    ends = [Fraction(each) for each in (match["sides"] or "").split("x") if each] or [
        Fraction(match[name]) for name in ("low", "high") if match[name]
    ]
    kind = (
        "fraction" if match["fraction"] else JOINTS.get(match["joint"] or "", "product" if match["sides"] else "value")
    )
    if kind == "fraction" and len(ends) == 2:
        ends = [ends[0] / ends[1]]
    return match["approximate"] + match["bound"] + _core(kind, ends) + (f" {match['unit']}" if match["unit"] else "")


def _core(kind: str, ends: list[Fraction]) -> str:
    """The numbers of a value in its notation."""
    if not ends:
        return "vague"
    if kind == "product":
        return "x".join(map(_decimal, ends))
    low, high = ends[0], ends[-1] if len(ends) > 1 else None
    if kind == "fraction":
        return f"{low.numerator}/{low.denominator}"
    joint = next((sign for sign, name in JOINTS.items() if name == kind), None)
    return _decimal(low) if joint is None else f"{_decimal(low)}{joint}{'?' if high is None else _decimal(high)}"


def _decimal(number: Fraction) -> str:
    """A number in plain decimal writing, or as a fraction where it has none."""
    rest, places = number.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    whole = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{whole}" if number < 0 else whole


def _plain(item: object) -> str:
    """The text of an attribute that may be a string or an enumeration's member."""
    return str(getattr(item, "value", item))


def _value_of(mention: Any) -> str:
    """What a mention says, in the notation of the cases: its value, its further readings, whether it is indefinite."""
    indefinite = _INDEFINITE if mention.indefinite else ""
    return " | ".join(map(_one_value, mention.all_readings())) + indefinite


def _one_value(mention: Any) -> str:
    """The value of one reading in the notation of the cases."""
    ends = [end.value for end in mention.ends() if end.value is not None]
    kind = _plain(mention.kind)
    bound = mention.bound
    unit = mention.unit
    return (
        ("~" if mention.approximate else "")
        + ("" if bound is None else BOUNDS.get(_plain(bound), f"bound {_plain(bound)}? "))
        + _core(kind, ends)
        + (f" {_plain(unit)}" if unit else "")
    )


def _narrowed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the LaTeX markup at its ends."""
    opening = _OPENING_MARKUP.match(text, start, end)
    first = opening.end() if opening else start
    closing = _CLOSING_MARKUP.search(text[:end], first)
    return first, closing.start() if closing else end


def _place(text: str, wanted: str, cursor: int) -> int:
    """Where `wanted` next stands in `text`, cutting no run of letters and no run of digits; -1 if nowhere."""
    start = text.find(wanted, cursor)
    while start >= 0:
        end = start + len(wanted)
        if not (_run_on(text[start - 1 : start], wanted[0]) or _run_on(text[end : end + 1], wanted[-1])):
            return start
        start = text.find(wanted, start + 1)
    return -1


def _run_on(outside: str, inside: str) -> bool:
    return (outside.isdigit() and inside.isdigit()) or (outside.isalpha() and inside.isalpha())


def _wanted(case: Case) -> tuple[list[Reading], list[Reading]]:
    """The quantities and the refusals that a case expects, in their places."""
    quantities: list[Reading] = []
    refusals: list[Reading] = []
    cursor = 0
    for line in case.expected:
        wanted, what, is_quantity = _split(line)
        start = _place(case.text, wanted, cursor) if wanted else -1
        if start < 0:
            raise ValueError(f"{wanted!r} does not stand in {case.text!r}, or not in this order")
        cursor = start + len(wanted)
        (quantities if is_quantity else refusals).append(Reading(*_narrowed(case.text, start, cursor), what))
    return quantities, refusals


CASES = list(_cases())
GROUPS = {key: list(cases) for key, cases in groupby(CASES, key=lambda case: (case.file, case.group))}


def _read(text: str) -> list[object]:
    """What is read in a text, and where, but for how it is written there."""
    return [
        (
            each.start,
            each.end,
            each.cls,
            each.kind,
            each.unit,
            each.bound,
            each.approximate,
            [end.value for end in each.ends()],
        )
        for mention in scan(text)
        for each in mention.all_readings()
    ]


@pytest.mark.parametrize("blank", ["\n", "\t"])
def test_a_line_break_is_a_blank(blank: str) -> None:
    """Abstracts stand in sources with line breaks anywhere; but "~" beside one is TeX's own blank, and an empty line parts."""
    texts = [case.text for case in CASES if "~" not in case.text and not re.search(r"\s\s", case.text)]
    assert len(texts) > 5_000
    assert [text for text in texts if _read(text.replace(" ", blank)) != _read(text)] == []


@pytest.mark.parametrize("blank", ["\r\n", "\x1c", "\x85", "\u2009", "\u202f", "\u3000", "  "])
def test_white_space_of_any_kind_is_read(blank: str) -> None:
    for case in CASES:
        text = case.text.replace(" ", blank)
        _check_spans(text, list(scan(text)))


@pytest.mark.parametrize(("file", "group"), GROUPS, ids="-".join)
def test_group(file: str, group: str) -> None:
    told = [fault for case in GROUPS[file, group] if (fault := _faults(case))]
    if told:
        pytest.fail("\n\n".join([f"in {file}.toml [{group}]", *told]), pytrace=False)


def _faults(case: Case) -> str:
    """What is read otherwise than a case expects; nothing where all is."""
    wanted, refused = _wanted(case)
    mentions = list(scan(case.text))
    _check_spans(case.text, mentions)
    read = [
        Reading(*_narrowed(case.text, mention.start, mention.end), _value_of(mention))
        for mention in mentions
        if _plain(mention.cls) == "quantity"
    ]
    others = [
        Reading(mention.start, mention.end, _plain(mention.cls))
        for mention in mentions
        if _plain(mention.cls) != "quantity"
    ]
    faults = [f"not read:             {_shown(case.text, item)}" for item in wanted if item not in read]
    faults += [f"read, not expected:   {_shown(case.text, item)}" for item in read if item not in wanted]
    faults += [
        f"not read as {item.what + ':':<10} {case.text[item.start : item.end]!r}"
        for item in refused
        if not any(item.meets(other) and item.what == other.what for other in others)
    ]
    if not faults:
        return ""
    rest = ", ".join(f"{case.text[item.start : item.end]!r} ({item.what})" for item in others) or "nothing"
    return "\n".join([f"text:                 {case.text!r}", *faults, f"refused:              {rest}"])


def _shown(text: str, item: Reading) -> str:
    return f"{text[item.start : item.end]!r} => {item.what}"


def _check_spans(text: str, mentions: list[Any]) -> None:
    """Mentions come in order and do not overlap; they, their readings and their ends hold the text of their spans."""
    cursor = 0
    for mention in mentions:
        start, end = mention.start, mention.end
        assert cursor <= start < end <= len(text), f"{mention!r} begins before {cursor} or ends outside the text"
        assert text[start:end] == mention.text == mention.text.strip(), f"{mention!r} spans {text[start:end]!r}"
        cursor = end
        for reading in mention.readings:
            assert reading.is_quantity
        for reading in mention.all_readings():
            assert reading.reason
            assert text[reading.start : reading.end] == reading.text, f"{reading!r} does not stand in its span"
            for each in reading.ends():
                assert text[each.start : each.end] == each.text, f"{each!r} does not stand in its span"
                assert reading.start <= each.start < each.end <= reading.end, f"{each!r} stands outside of {reading!r}"
            if reading.low is not None and reading.high is not None:
                # one number has one end; of two ends the second bears the unit of both
                assert (reading.low is reading.high) == (reading.kind in ("value", "fraction"))
                assert reading.unit == reading.high.unit or not reading.is_quantity


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name)
        for name, text in {
            "many digits": "9" * 20_000,
            "many decimals": "0." + "1" * 20_000,
            "huge exponent": "1e" + "9" * 400,
            "many groups": "1" + ",000" * 5_000,
            "many dots": "1" + ".1" * 5_000,
            "many ranges": "1-" * 5_000,
            "many words": "one hundred and " * 1_000,
            "many scales": "million " * 2_000,
            "many bounds": "up to " * 2_000 + "5",
            "many marks": "5" + "%" * 5_000,
            "many signs": "-" * 5_000 + "5",
            "many openings": "$" * 5_000 + "5",
            "many braces": "{" * 5_000 + "5" + "}" * 5_000,
            "many brackets": "[1, " * 2_000,
            "many spaces": "from 5" + " " * 20_000 + "to 3",
            "spaces and a mark": "needs 5" + " " * 60_000 + "% here",
            "spaces behind a word": "five" + "\n" * 60_000 + "percent",
            "a long chain": "A-1" * 3_000,
            "a long address": "https://x.org/" + "1/" * 5_000,
        }.items()
    ],
)
def test_hostile_text_is_read_in_good_order(text: str) -> None:
    # What such text means is not said here; it must neither raise nor yield spans that are not in the text.
    _check_spans(text, list(scan(text)))


def test_cases_are_well_formed() -> None:
    problems = []
    for case in CASES:
        try:
            _wanted(case)
        except ValueError as error:
            problems.append(f"{case.file}.toml [{case.group}]: {error}")
    assert not problems, "\n".join(problems)


def test_no_text_stands_twice() -> None:
    # A text in two places could be given two answers.
    seen: dict[str, Case] = {}
    twice = [
        f"{case.text!r}: {first.file}.toml [{first.group}] and {case.file}.toml [{case.group}]"
        for case in CASES
        if (first := seen.setdefault(case.text, case)) is not case
    ]
    assert not twice, "\n".join(twice)


def test_enough_cases_and_enough_refusals() -> None:
    # Much of the work is not to take names, dates and ordinals for quantities, so many of the cases are about them.
    assert len(CASES) >= 3_000
    assert sum(case.refuses for case in CASES) >= 0.4 * len(CASES)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("8.0 %", "8 %"),
        ("~<=0.50 x", "~<=0.5 x"),
        ("2/4", "1/2"),
        ("0.25 (frac)", "1/4"),
        ("-1.50..3", "-1.5..3"),
        ("17.30->12.9 ms", "17.3->12.9 ms"),
        ("5.0±0.10", "5±0.1"),
        ("3:5", "3:5"),
        ("3.0x5x2 cm", "3x5x2 cm"),
        ("vague", "vague"),
    ],
)
def test_notation(written: str, normal: str) -> None:
    assert _normalised(written) == normal


@pytest.mark.parametrize("written", ["", "8.", "about 5", "5 ", "1..", "vague..5", "=5"])
def test_notation_refuses_what_it_does_not_know(written: str) -> None:
    with pytest.raises(ValueError, match="no VALUE"):
        _normalised(written)


@pytest.mark.parametrize(
    ("text", "span", "narrow"),
    [
        (r"$8\times$ faster", r"$8\times$", r"8\times"),
        (r"\textbf{12} runs", r"\textbf{12}", "12"),
        (r"over $2\times$", r"over $2\times$", r"over $2\times"),
        (r"$\sim$15 min", r"$\sim$15", r"\sim$15"),
        ("12 runs", "12", "12"),
    ],
)
def test_markup_at_the_ends_of_a_span_does_not_matter(text: str, span: str, narrow: str) -> None:
    start = text.index(span)
    first, end = _narrowed(text, start, start + len(span))
    assert text[first:end] == narrow
