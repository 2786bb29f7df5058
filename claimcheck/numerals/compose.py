"""Putting a quantity together: its sign, what it is joined to (range, change, tolerance, ratio), its qualifier."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import chains, dates, names
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import read_mark
from claimcheck.numerals.lexicon import CURRENCY
from claimcheck.numerals.model import Kind, Refusal
from claimcheck.numerals.pairs import MAGNITUDE, RANGE, inherit, join_pair, read_second, share_mark, share_power
from claimcheck.numerals.parts import Part
from claimcheck.numerals.units import Unit, read_unit

_SLASH: Final = re.compile(r"\s?[/⁄]\s?(?P<d>[0-9]{1,6}(?:\.[0-9]+)?)(?![0-9])")
_DATE: Final = re.compile(
    r"(?:(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|[12][0-9]|3[01])/(?:[0-9]{4}|[0-9]{2})|[0-9]{4}/[01]?[0-9]/[0-3]?[0-9])(?![0-9/]|\s?%)(?!\s?(?:px|ms|GB|MB|kHz|Hz))"
)
_PERCENT_LIST: Final = re.compile(r"(?:/[0-9]{1,12}(?:\.[0-9]{1,12})?){1,12}\s?%")
_FRACTION_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)s?(?![A-Za-z])")
_TOLERANCE: Final = re.compile(r"\s{0,2}[_^]?\s?(?P<open>\(?)\s?(?:±|\+\s?/?\s?[-−–]|-\+)\s{0,2}(?=\.?[0-9])")
_PARENTHESISED: Final = re.compile(r"\(([0-9]{1,2})\)(?![A-Za-z0-9])")
_AND: Final = re.compile(rf"\s+and\s+(?=[+\-−–]?[{re.escape(CURRENCY)}]?\.?[0-9a-z])")
_OUT_OF: Final = re.compile(r"\s+(?:(?:out\s+of|in\s+every)\s+(?:the\s+|all\s+)?)(?=[0-9a-z])")
_ONE_IN: Final = re.compile(r"(?:\s+in\s+|-in-)(?=[0-9a-z])")
_OVER: Final = re.compile(r"\s+over\s+(?=[0-9a-z])")
_CLOSES: Final = re.compile(r"\s*(?:[.,;:)]|$)")
_COLON: Final = re.compile(r"\s?:\s?(?P<b>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?)(?![0-9])(?!:?[0-9])")
_SPLIT: Final = re.compile(
    r"(?P<mark>[:–-])(?:[0-9]{1,3}|[0-9]?\.[0-9]{1,2})(?:\s?%)?(?:(?P=mark)(?:[0-9]{1,3}|[0-9]?\.[0-9]{1,2})(?:\s?%)?){0,5}(?![0-9:/%]|[.,–-][0-9])"
)
"""What may go on with the parts that something is split into: 8:1:1, 80-10-10, 80%-20%."""
_PARTED: Final = re.compile(r"(?<![a-z])(?:split|ratio|mix|mixture|proportion)s?(?![a-z])")
_IN_PARTS: Final = re.compile(r"\s(?:[a-z/-]+\s)?(?:split|mix|mixture|partition)s?(?![a-z])")
_MEMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_DURATION: Final = re.compile(r":[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?(?![0-9:])")
_TO_ONE: Final = re.compile(":1(?![0-9.:])")
_CLOCK: Final = re.compile(
    r":[0-5][0-9](?::[0-5][0-9])?(?![0-9:])\s?(?:[ap]\.?m\.?|UTC?\b|GMT|h\b|left\b|remaining\b|mark\b)", re.IGNORECASE
)
_TIMED: Final = re.compile(r"(?<![a-z])(?:at|until|before|since|after) $")
_MINUTES: Final = re.compile(r":[0-5][0-9](?![0-9:.%])")
_HOUR: Final = re.compile(r"\s?(?:[ap]\.m\.|am(?![a-z])|o[’']clock)")
_ZONE: Final = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]\s(?:GMT|UTC?|BST|EST|CET)(?![A-Za-z])")
_HOUR_AND_MINUTES: Final = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]\s?(?:[ap]\.m\.?|[ap]m(?![a-z]))")
_IDIOM: Final = re.compile(r"(?:24/7|9/11)(?![0-9/.])")
_SIGNS: Final = "+-−–±∓"
_SIGN_IN_WORDS: Final = re.compile(r"(?:^|(?<=[\s(<>≤≥~≈=]))(minus|negative|plus[\s-]or[\s-]minus)\s+$")
_COMPARED: Final = "<>≤≥⩽⩾~∼≈≃"


def _take_sign(ctx: Context, part: Part, floor: int) -> None:
    """Takes in the sign and the currency before a number."""
    text = ctx.text
    start = part.start
    if (
        start > floor
        and text[start - 1] in "xX×"
        and part.unit is None
        and start - 1 >= floor
        and (start < 2 or text[start - 2] in chains.OPEN)
    ):
        part.unit = "x"
        start -= 1
    for _ in range(2):
        before = text[start - 1] if start > floor else " "
        if before in CURRENCY and part.unit == "m" and text[part.end - 2 : part.end] == " m":
            part.unit, part.power, part.readings = None, part.power + 6, []  # €80 m
        if before in CURRENCY and part.unit is None:
            part.unit = before
            start -= 1
        elif before in _SIGNS and (start < 2 or text[start - 2] in chains.OPEN or text[start - 2] in CURRENCY):
            start = start - 1
            part.negate(before)
        elif before == " " and start - 2 >= floor and text[start - 2] in CURRENCY and part.unit is None:
            part.unit = text[start - 2]
            start -= 2
        elif (
            before == " "
            and start - 2 >= floor
            and (text[start - 2] == "−" or (text[start - 2] == "–" and text[start - 3 : start - 2] in "<>≤≥="))
            and (start < 3 or text[start - 3] in chains.OPEN)
        ):
            start = start - 2
            part.negate("−")
        elif before == " " and start == 2 and text[0] in "-–−":
            start = 0
            part.negate("-")
        else:
            break
    if part.unit is None and start - 2 >= floor and text[start - 2] in CURRENCY and text[start - 1] in _COMPARED:
        part.unit = text[start - 2]  # "$<100": the qualifier takes in both signs
    begin = max(floor, start - 16)
    match = _SIGN_IN_WORDS.search(ctx.low, begin, start)
    if match is not None:
        start = match.start(1)
        part.negate("-" if match[1].startswith(("minus", "neg")) else "±")
    part.start = start


def compose(ctx: Context, part: Part, floor: int, *, indefinite: bool = False) -> int:
    """Judges the first end of a quantity by its context, then joins it to what follows; returns where it all ends."""
    inner = part.start
    _take_sign(ctx, part, floor)
    refused = (None if ctx.isolated else names.judge(ctx, part, inner)) or _hour(ctx, part, inner)
    if refused is not None:
        return ctx.refuse(*refused)
    for joined in (_joined_by_mark, _joined_between, _joined_tolerance, _joined_pair, _joined_whole):
        end = joined(ctx, part, floor)
        if end is not None:
            return end
    start = part.start
    if part.unit == "x" and _tells_parts(ctx, part):
        part.readings.append((part.power, "x", part.end))
        part.unit = None
    if part.mantissa in (1, -1) or start == 0:
        _read_over(ctx, part)
    kind: Kind = "value" if part.divisor == 1 or part.mixed else "fraction"
    magnitude = MAGNITUDE.match(ctx.low, part.end)
    if magnitude is not None:
        part.unit, part.end = "orders of magnitude", magnitude.end()
    reason = "a fraction" if kind == "fraction" else _written(part)
    return ctx.emit(
        kind, part, part, start, part.end, qualified(ctx, start, floor, part), reason, indefinite=indefinite
    )


_OF_PARTS: Final = "(?:contribution|goal|aim|objective|benefit|novelty|purpose|motivation|challenge|reason|question)s?"
_PARTS_BEFORE: Final = re.compile(
    rf"(?<![a-z]){_OF_PARTS}(?: (?:of|in|behind) (?:this|our|the) (?:paper|work|study|article))? (?:is|are|was|were) $"
)
_PARTS_AFTER: Final = re.compile(rf"\s(?:{_OF_PARTS}|taxonomy|classification|division)(?![a-z])")


def _tells_parts(ctx: Context, part: Part) -> bool:
    """Whether "two-fold" tells how many parts there are, and multiplies nothing: "our contributions are two-fold"."""
    low = ctx.low
    if not low.endswith("fold", part.start, part.end) or ctx.isolated:
        return False
    begin = max(0, part.start - 64)
    return bool(_PARTS_BEFORE.search(low, begin, part.start) or _PARTS_AFTER.match(low, part.end))


def _written(part: Part) -> str:
    """How a single number is written, to tell a person why it was taken for one."""
    if part.words:
        form = "a number in words"
    elif part.scaled == "e":
        form = "a number with an exponent"
    elif part.grouped:
        form = "a number with thousands groups"
    else:
        form = "a decimal number" if part.decimals else "a whole number"
    scale = part.scaled.removesuffix("+")
    if scale and scale != "e":
        form += f", scaled by {scale.strip()}"
    return f"{form}, with the unit {part.unit}" if part.unit else form


def _hour(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Times of the day, and the idioms 24/7 and 9/11."""
    clock = _HOUR_AND_MINUTES.match(ctx.low, inner) or _ZONE.match(ctx.text, inner)
    if clock is not None:
        return inner, clock.end(), "date", "a time of day"
    hour = _HOUR.match(ctx.low, part.end) if not part.decimals and part.digits <= 2 else None
    if hour is not None or (part.unit == "pm" and part.digits <= 2):
        return part.start, hour.end() if hour else part.end, "date", "an hour of the day"
    return (inner, inner + 4, "name", "an idiom") if _IDIOM.match(ctx.text, inner) else None


def _joined_by_mark(ctx: Context, part: Part, floor: int) -> int | None:
    """a/b and a:b; a:b:c and a-b-c that are parts of a whole."""
    if _is_split(ctx, part):
        return ctx.emit(
            "value", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a part of a split"
        )
    if part.divisor != 1 or part.unit or part.scaled or (part.decimals and not _TO_ONE.match(ctx.text, part.end)):
        return None
    slash = _SLASH.match(ctx.text, part.end)
    if slash is not None:
        return _read_slash(ctx, part, slash, floor)
    if not ctx.text.startswith(":", part.end) and not ctx.text.startswith(" :", part.end):
        return None
    clock = _clock_end(ctx, part)
    if clock is not None:
        return ctx.refuse(part.start, clock, "date", "a time of day, or how long something took")
    colon = _COLON.match(ctx.text, part.end)
    if colon is None:
        return None
    other = _simple(ctx, colon.start("b"), colon.end())
    return ctx.emit("ratio", part, other, part.start, other.end, qualified(ctx, part.start, floor, part), "ratio")


def _clock_end(ctx: Context, part: Part) -> int | None:
    """Where a time of day or a duration ends that begins with a number: 16:45 UT, at 11:40, 4:38:27; None where none does."""
    clock = _CLOCK.match(ctx.text, part.end) or _DURATION.match(ctx.text, part.end)
    if clock is None and part.digits == 2 and _TIMED.search(ctx.low, max(0, part.start - 8), part.start):
        clock = _MINUTES.match(ctx.text, part.end) if ctx.text[part.start] in "012" else None
    return clock.end() if clock is not None else None


def _is_split(ctx: Context, part: Part) -> bool:
    """Whether a number is one of the parts that something is split into: 8:1:1, an 80-10-10 split, 80%-10%-10%."""
    text = ctx.text
    begun = ctx.last_split == part.start
    if text[part.end : part.end + 1] not in (":", "-", "–"):
        return begun
    if part.scaled or part.grouped or part.divisor != 1 or part.unit not in (None, "%") or part.signed:
        return False
    match = _SPLIT.match(text, part.end)
    if match is None:
        return begun
    if begun:
        ctx.last_split = part.end + 1
        return True
    members = [Decimal(each) for each in _MEMBER.findall(text, part.start, match.end())]
    whole = sum(members) in (1, 10, 100)
    if len(members) == 2:
        found = match["mark"] != ":" and sum(members) == 100 and _IN_PARTS.match(ctx.low, match.end()) is not None
    elif match["mark"] == ":":
        timed = _DURATION.match(text, part.end) is not None
        found = whole or (
            not timed and (_is_parted(ctx, part.start, match.end()) or all(each < 10 for each in members))
        )
    else:
        found = sum(members) == 100 or (whole and _is_parted(ctx, part.start, match.end()))
    if found:
        ctx.last_split = part.end + 1
    return found


def _is_parted(ctx: Context, start: int, end: int) -> bool:
    """Whether a split or a ratio is spoken of right before or behind a stretch."""
    return (
        _PARTED.search(ctx.low, max(0, start - 24), start) is not None
        or _PARTED.search(ctx.low, end, end + 20) is not None
    )


def _joined_between(ctx: Context, part: Part, floor: int) -> int | None:
    """ "between a and b"."""
    start = part.start
    if not ctx.low[0 if ctx.isolated else max(floor, start - 12) : start].rstrip().endswith("between"):
        return None
    and_ = _AND.match(ctx.low, part.end)
    second = read_second(ctx, and_.end()) if and_ else None
    if second is None:
        return None
    years = None if ctx.isolated else dates.judge_pair(ctx, part, second)
    if years is not None:
        return ctx.refuse(*years)
    inherit(part, second)
    start = ctx.low.rfind("between", 0, start)
    return ctx.emit("range", part, second, start, second.end, None, "between a and b")


def _joined_tolerance(ctx: Context, part: Part, floor: int) -> int | None:
    """ "a ± b" and "4.18(4)"."""
    match = _TOLERANCE.match(ctx.text, part.end)
    second = read_second(ctx, match.end()) if match is not None else None
    if second is not None:
        if second.scaled == "K" and not part.scaled and not part.unit:
            second.power, second.scaled, second.unit = second.power - 3, "", "K"  # 620 ± 30K
            second.readings.clear()
        if match is not None and match["open"] and ctx.text.startswith(")", second.end):
            second.end += 1
            if second.unit is None and part.unit is None:
                read_mark(ctx, second)
        share_power(ctx, part, second)
        share_mark(ctx, part, second)
        inherit(part, second)
        qualifier = qualified(ctx, part.start, floor, part)
        return ctx.emit("tolerance", part, second, part.start, second.end, qualifier, "value ± tolerance")
    if not part.decimals or part.scaled or part.unit or part.mantissa is None:
        return None
    match = _PARENTHESISED.match(ctx.text, part.end)
    if match is None:
        return None
    second = _simple(ctx, match.start(1), match.end())
    second.power = int(part.mantissa.as_tuple().exponent)
    read_mark(ctx, second)
    share_power(ctx, part, second)
    inherit(part, second)
    return ctx.emit("tolerance", part, second, part.start, second.end, None, "value with its last digits' uncertainty")


def _joined_pair(ctx: Context, part: Part, floor: int) -> int | None:
    """Ranges and changes."""
    if part.start and ctx.text[part.start - 1] == "/" and ctx.done == part.start - 1:
        return None  # 142/88 to 134/83
    match = RANGE.match(ctx.low, part.end)
    return join_pair(ctx, part, match, part.start, floor) if match is not None else None


def _joined_whole(ctx: Context, part: Part, floor: int) -> int | None:
    """ "3 out of 5", "one in five"."""
    match = _OUT_OF.match(ctx.low, part.end) or (_ONE_IN.match(ctx.low, part.end) if part.mantissa == 1 else None)
    second = read_second(ctx, match.end()) if match is not None and not part.unit else None
    if second is None or second.unit is not None or second.mantissa is None:
        return None
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("ratio", part, second, part.start, second.end, qualifier, "part out of a whole")


def _read_over(ctx: Context, part: Part) -> None:
    """ "one over twenty" that ends a clause, or is the whole text: a fraction; "1 over 3 baselines" is none."""
    match = _OVER.match(ctx.low, part.end)
    if match is None or part.divisor != 1 or part.unit or part.scaled or part.decimals or part.vague:
        return
    second = read_second(ctx, match.end())
    if second is None or not second.mantissa or not _CLOSES.match(ctx.low, second.end):
        return
    if second.divisor == 1 and second.power >= 0 and not second.decimals and not second.unit:
        part.divisor, part.end = int(second.mantissa.scaleb(second.power)), second.end


def _simple(ctx: Context, start: int, end: int) -> Part:
    return Part(start, end, Decimal(ctx.text[start:end].strip("()").replace(",", "")))


def _read_slash(ctx: Context, part: Part, match: re.Match[str], floor: int) -> int:
    """a/b: a fraction, or a rating; 1/2/2020 and 24/7 are dates and idioms."""
    text = ctx.text
    if text[match.end() : match.end() + 1] == "/" and text[match.end() + 1 : match.end() + 2].isdigit():
        date = _DATE.match(text, part.start)
        if date is not None and not _counts(ctx, date):
            return ctx.refuse(part.start, date.end(), "date", "a date in digits")
        return _listed(ctx, part, floor)
    if part.start and part.start - 1 == ctx.done and text[part.start - 1] == "/":
        return _listed(ctx, part, floor)
    if text[match.end() : match.end() + 1].isalpha() and ctx.view.raw.startswith("\\", ctx.view.raw_start(part.start)):
        return ctx.refuse(part.start, match.end(), "name", "a formula")  # \\frac{3}{4}n
    whole, _, decimals = match["d"].partition(".")
    divisor = int(whole + decimals)
    suffix = _FRACTION_SUFFIX.match(text, match.end())
    measure = read_unit(text, ctx.low, match.end(), scaled=False)
    glued = chains.glued_after(text, match.end()) and suffix is None and measure is None
    if divisor == 0 or glued or (decimals and (part.mantissa != 1 or " " in match[0])):
        qualifier = qualified(ctx, part.start, floor, part)
        return ctx.emit("value", part, part, part.start, part.end, qualifier, "a number before a slash")
    assert part.mantissa is not None
    if _PERCENT_LIST.match(text, part.end) and not part.mantissa < divisor <= 16:
        return _listed(ctx, part, floor)  # 45/19%: two percentages; 3/4% is a fraction
    if not decimals and (part.mantissa > divisor >= 20 or _shares_measure(part.mantissa, divisor, measure)):
        return _listed(ctx, part, floor, measure)  # 142/88, 16/8 h
    part.mantissa, part.divisor, part.end = part.mantissa.scaleb(len(decimals)), divisor, match.end()
    part.readings.clear()
    if suffix is not None:
        part.end = suffix.end()
    read_mark(ctx, part)
    return ctx.emit("fraction", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a fraction")


_COUNTED_BEHIND: Final = re.compile(
    r"[\s-](?:billion|million|thousand|bit|way|shot|[kKMGT]?B|(?!(?:is|was|has|this|its|as|us|plus|versus)(?![a-z]))[a-z]{3,}s)(?![A-Za-z])"
)


def _counts(ctx: Context, date: re.Match[str]) -> bool:
    """Whether three rising numbers are no date, since what they count stands behind them: 8/16/32 bits."""
    first, second, third = map(int, date[0].split("/"))
    return first < second < third < 100 and _COUNTED_BEHIND.match(ctx.text, date.end()) is not None


def _shares_measure(first: Decimal, second: int, measure: Unit | None) -> bool:
    """Whether the unit behind two numbers with a slash is of each (100/10 μg), and theirs is no quotient (1/2 kg)."""
    if measure is None or not measure.unit[0].isalpha() or measure.unit in ("x", "pp", "mi", "in"):
        return False
    return measure.unit == "mmHg" or (first >= 5 and second >= 5)


def _listed(ctx: Context, part: Part, floor: int, measure: Unit | None = None) -> int:
    """A member of a list with slashes, which takes the unit or the percent sign that stands behind the last one."""
    if measure is not None and measure.unit[0].isalpha():
        part.unit = measure.unit
    elif _PERCENT_LIST.match(ctx.text, part.end):
        part.unit = "%"
        part.readings.append((part.power, None, part.end))
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("value", part, part, part.start, part.end, qualifier, "a list with slashes")
