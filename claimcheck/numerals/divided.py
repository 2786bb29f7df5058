"""Two or more numbers with a slash, a colon or dashes between: fractions, ratios, lists, and the parts of a split."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import chains
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.clocks import DURATION, clock_end
from claimcheck.numerals.context import Context
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.parts import Part
from claimcheck.numerals.units import Unit, read_unit

_SLASH: Final = re.compile(
    r"\s?[/⁄]\s?(?P<d>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9]|,[0-9])|[0-9]{1,6}(?:\.[0-9]+)?)(?![0-9])"
)
_DATE: Final = re.compile(
    r"(?:(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|[12][0-9]|3[01])/(?:[0-9]{4}|[0-9]{2})|[0-9]{4}/[01]?[0-9]/[0-3]?[0-9])(?![0-9/]|\s?%)(?!\s?(?:px|ms|GB|MB|kHz|Hz))"
)
_SHORT: Final = re.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}")
_MORE: Final = re.compile("/[0-9]")
_OF_SCALE: Final = re.compile(r"/(?P<top>4|5|7|10|20|100)(?![0-9A-Za-z/%_-]|[.,:–][0-9])")
"""The highest mark of a scale: 8.5/10."""
_OF_OWN_SCALE: Final = re.compile(r"/(?P<top>[1-9][0-9]{0,2})\.0{1,2}(?![0-9A-Za-z/%_-]|[.,:–][0-9])")
"""… and where a score is told, of any: a score of 1.69/2.00."""
_SCORED: Final = re.compile(
    r"(?<![a-z])(?:scor(?:e|ed|ing)|rat(?:ed|ing)|grade|graded|mark)(?:\s+(?:a|of|at|by|is|was|about|only|just)){0,3}\s+$"
)
_NEAR: Final = 40
_OF_QUOTIENTS: Final = frozenset("x pp mi in".split())
"""Units of which there are quarters: 3/4 mi."""
_PERCENT_LIST: Final = re.compile(r"(?:/[0-9]{1,12}(?:\.[0-9]{1,12})?){1,12}\s?%")
_FRACTION_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)s?(?![A-Za-z])")
_COLON: Final = re.compile(
    r"(?:\s:\s|:)(?P<b>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?)(?![0-9])(?!:?[0-9])"
)
_SPLIT: Final = re.compile(
    r"(?P<mark>[:–-])(?:[0-9]{1,3}|[0-9]?\.[0-9]{1,2})(?:\s?%)?(?:(?P=mark)(?:[0-9]{1,3}|[0-9]?\.[0-9]{1,2})(?:\s?%)?){0,5}(?![0-9:/%]|[.,–-][0-9])"
)
"""What may go on with the parts that something is split into: 8:1:1, 80-10-10, 80%-20%."""
_PARTED: Final = r"(?<![a-z])(?:split|ratio|mix|mixture|proportion)s?(?![a-z])"
_PARTED_BEFORE: Final = re.compile(rf"{_PARTED}[\s\S]{{0,19}}$")
_PARTED_BEHIND: Final = re.compile(rf"[\s\S]{{0,15}}?{_PARTED}")
_IN_PARTS: Final = re.compile(r"\s(?:[a-z/-]+\s)?(?:split|mix|mixture|partition)s?(?![a-z])")
_PART: Final = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s?%?")
_MEMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_COUNTED_BEHIND: Final = re.compile(
    r"[\s-](?:billion|million|thousand|bit|way|shot|[kKMGT]?B|(?!(?:is|was|has|this|its|as|us|plus|versus)(?![a-z]))[a-z]{3,}s)(?![A-Za-z])"
)


def joined_by_mark(ctx: Context, part: Part, floor: int) -> int | None:
    """a/b and a:b; a:b:c and a-b-c that are parts of a whole."""
    if _is_split(ctx, part):
        return ctx.emit(
            "value", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a part of a split"
        )
    if part.divisor != 1 or part.unit or part.scaled:
        return None
    if part.decimals and not ctx.text.startswith(":", part.end):
        return _rating(ctx, part, floor)
    slash = _SLASH.match(ctx.text, part.end)
    if slash is not None:
        return _read_slash(ctx, part, slash, floor)
    if not ctx.text.startswith(":", part.end) and not ctx.text.startswith(" :", part.end):
        return None
    clock = clock_end(ctx, part)
    if clock is not None:
        return ctx.refuse(part.start, clock, "date", "a time of day, or how long something took")
    colon = _COLON.match(ctx.text, part.end)
    if colon is None:
        return None
    other = simple(ctx, colon.start("b"), colon.end())
    return ctx.emit(
        "ratio", part, other, part.start, other.end, qualified(ctx, part.start, floor, part), "a ratio of two numbers"
    )


def _rating(ctx: Context, part: Part, floor: int) -> int | None:
    """8.5/10: a number with decimals on a scale that ends in a whole one."""
    match = _OF_SCALE.match(ctx.text, part.end)
    if match is None and (ctx.isolated or _SCORED.search(ctx.low, max(floor, part.start - _NEAR), part.start)):
        match = _OF_OWN_SCALE.match(ctx.text, part.end)
    assert part.mantissa is not None
    if match is None or not 0 <= part.mantissa <= int(match["top"]) or ctx.text[part.start - 1 : part.start] == "/":
        return None
    if read_unit(ctx.text, ctx.low, match.end(), scaled=False) is not None:
        return None  # 2.5/5 mg
    part.divisor, part.end = int(match["top"]), match.end()
    return ctx.emit("fraction", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a rating")


def _is_split(ctx: Context, part: Part) -> bool:
    """Whether a number is one of the parts that something is split into: 8:1:1, an 80-10-10 split, 80%-10%-10%."""
    text = ctx.text
    begun = ctx.last_split == part.start
    match = _SPLIT.match(text, part.end)
    if match is None:
        return begun
    if not _PART.fullmatch(text, part.start, part.end):
        return False
    members = [Decimal(each) for each in _MEMBER.findall(text, part.start, match.end())]
    total = sum(members)
    if begun:
        found = True
    elif len(members) == 2:
        found = match["mark"] != ":" and total == 100 and _IN_PARTS.match(ctx.low, match.end()) is not None
    elif match["mark"] == ":":
        found = total == 100 or DURATION.match(text, part.end) is None
    else:
        found = total == 100 or (total in (1, 10) and _is_parted(ctx, part.start, match.end()))
    ctx.last_split = part.end + 1
    return found


def _is_parted(ctx: Context, start: int, end: int) -> bool:
    """Whether a split or a ratio is spoken of right before or behind a stretch."""
    return bool(chains.ends(_PARTED_BEFORE, ctx.low, start) or _PARTED_BEHIND.match(ctx.low, end))


def simple(ctx: Context, start: int, end: int) -> Part:
    """The plain number that stands there, without unit; commas in it are no part of it."""
    return Part(start, end, Decimal(ctx.text[start:end].replace(",", "")))


def _read_slash(ctx: Context, part: Part, match: re.Match[str], floor: int) -> int | None:
    """a/b: a fraction, or a rating; 1/2/2020 and 24/7 are dates and idioms."""
    text = ctx.text
    if _MORE.match(text, match.end()):
        date = _DATE.match(text, part.start)
        if date is not None and not _counts(ctx, date):
            return ctx.refuse(part.start, date.end(), "date", "a date in digits")
        _listed(ctx, part)
        return None
    if text[part.start - 1 : part.start] == "/":
        _listed(ctx, part)
        return None
    if chains.letters_after(text, match.end()) and ctx.view.raw.startswith("\\", ctx.view.raw_start(part.start)):
        return ctx.refuse(part.start, match.end(), "name", "a formula with a fraction")  # \\frac{3}{4}n
    whole, _, decimals = match["d"].replace(",", "").partition(".")
    divisor = int(whole + decimals)
    suffix = _FRACTION_SUFFIX.match(text, match.end())
    measure = read_unit(text, ctx.low, match.end(), scaled=False)
    glued = chains.glued_after(text, match.end()) and suffix is None and measure is None
    if divisor == 0 or glued or (decimals and (part.mantissa != 1 or " " in match[0])):
        return None  # a number before a slash
    assert part.mantissa is not None
    if _PERCENT_LIST.match(text, part.end) and not part.mantissa < divisor <= 16:
        _listed(ctx, part)  # 45/19%: two percentages; 3/4% is a fraction
        return None
    if part.mantissa > divisor >= 20 or _shares_measure(part.mantissa, divisor, measure):
        _listed(ctx, part, measure)  # 142/88, 16/8 h
        return None
    part.mantissa, part.divisor, part.end = part.mantissa.scaleb(len(decimals)), divisor, match.end()
    if suffix is not None:
        part.end = suffix.end()
    read_mark(ctx, part)
    return ctx.emit("fraction", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a fraction")


def _counts(ctx: Context, date: re.Match[str]) -> bool:
    """Whether three rising numbers are no date, since what they count stands behind them: 8/16/32 bits."""
    first, second, third = map(int, date[0].split("/"))
    rising = first < second < third and _SHORT.fullmatch(date[0]) is not None
    return rising and _COUNTED_BEHIND.match(ctx.text, date.end()) is not None


def _shares_measure(first: Decimal, second: int, measure: Unit | None) -> bool:
    """Whether the unit behind two numbers with a slash is of each (100/10 μg), and theirs is no quotient (1/2 kg)."""
    if measure is None or not measure.unit[0].isalpha() or measure.unit in _OF_QUOTIENTS:
        return False
    return min(first, Decimal(second)) >= 5


def _listed(ctx: Context, part: Part, measure: Unit | None = None) -> None:
    """A member of a list with slashes takes the unit or the percent sign that stands behind the last one."""
    if measure is not None:
        part.unit = measure.unit
    elif _PERCENT_LIST.match(ctx.text, part.end):
        part.unit = "%"
        part.readings.append((part.power, None, part.end))
