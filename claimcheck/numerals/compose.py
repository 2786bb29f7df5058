"""Putting the ends of a quantity together: signs, qualifiers, ranges, changes, tolerances, ratios, fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.numerals import chains, dates, names
from claimcheck.numerals.cardinals import read_cardinal
from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import read_mark, read_number
from claimcheck.numerals.lexicon import CURRENCY, FACTORS
from claimcheck.numerals.model import Kind, Refusal
from claimcheck.numerals.parts import Part
from claimcheck.numerals.qualifiers import Qualified, Qualifier, qualifier_before

_SLASH: Final = re.compile(r"\s?[/⁄]\s?(?P<d>[0-9]{1,6}(?:\.[0-9]+)?)(?![0-9])")
_DATE: Final = re.compile(
    r"(?:(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|[12][0-9]|3[01])/(?:[0-9]{4}|[0-9]{2})|[0-9]{4}/[01]?[0-9]/[0-3]?[0-9])(?![0-9/]|\s?%)(?!\s?(?:px|ms|GB|MB|kHz|Hz))"
)
_PERCENT_LIST: Final = re.compile(r"(?:/[0-9]{1,12}(?:\.[0-9]{1,12})?){1,12}\s?%")
_RANGE: Final = re.compile(
    r"(?:(?P<to>\s*[-–]?\s*(?:to|through|until|till)(?:[-–]\s?|\s+))"
    r"|(?P<dash>(?P<before>\s{0,2})[-‐‑–−~∼](?P<after>\s{0,2}))|(?P<em>—)|(?P<arrow>\s?(?:→|->|=>|⟶)\s?))"
    rf"(?=[+\-−–]?[{re.escape(CURRENCY)}]?\.?[0-9a-z])"
)
_SIDE_BEFORE: Final = re.compile(r"[0-9]\s?(?:[x×]|by)\s?$")
_SIDE_AFTER: Final = re.compile(r"\s?(?:[x×]|by)\s?[0-9]")
_TOLERANCE: Final = re.compile(r"\s{0,2}(?:±|\+\s?/?\s?[-−–]|-\+)\s{0,2}(?=\.?[0-9])")
_PARENTHESISED: Final = re.compile(r"\(([0-9]{1,2})\)(?![A-Za-z0-9])")
_AND: Final = re.compile(r"\s+and\s+(?=[+\-−–]?\.?[0-9a-z])")
_OUT_OF: Final = re.compile(r"\s+(?:(?:out\s+of|in\s+every)\s+(?:the\s+|all\s+)?)(?=[0-9a-z])")
_ONE_IN: Final = re.compile(r"\s+in\s+(?=[0-9a-z])")
_OVER: Final = re.compile(r"\s+over\s+(?=[0-9a-z])")
_CLOSES: Final = re.compile(r"\s*(?:[.,;:)]|$)")
_COLON: Final = re.compile(r"\s?:\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9])(?!:?[0-9])")
_CLOCK: Final = re.compile(r":[0-5][0-9](?::[0-5][0-9])?(?![0-9:])\s?(?:[ap]\.?m\.?|UTC|GMT|h\b)", re.IGNORECASE)
_MAGNITUDE: Final = re.compile(r"\s*[-]?orders?[\s-]+of[\s-]+magnitudes?(?![a-z])")
_MEASURED: Final = re.compile(
    r"\s(?:(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|frames|tokens|pixels|metres|meters)(?![a-z])"
)
_TIME: Final = re.compile(r"\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![a-z])")
_AREAS: Final = frozenset("km m mi ha km2 km² km^2 m2 m² m^2 sqkm".split())
_AREA: Final = re.compile(r"\s(?:acres|hectares|square|kilometers|kilometres|miles)(?![a-z])")
_HOUR: Final = re.compile(r"\s?(?:[ap]\.m\.|am(?![a-z])|o[’']clock)")
_HOUR_AND_MINUTES: Final = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]\s?(?:[ap]\.m\.?|[ap]m(?![a-z]))")
_IDIOM: Final = re.compile(r"(?:24/7|9/11)(?![0-9/.])")
_FACTOR: Final = re.compile(rf"(?:{'|'.join(sorted(FACTORS, key=len, reverse=True))})(?![a-z-])")
_MINUS: Final = re.compile(r"(?:minus|negative)\s+(?=\.?[0-9])")
_OVER_SYMBOL: Final = re.compile("/[a-z](?![a-z])")
_SIGNS: Final = "+-−–±∓"
_OPEN: Final = " \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«,;:=<>≤≥⩽⩾~∼≈≃/|→↑↓—&*…＝!?"
_COMPARED: Final = "<>≤≥⩽⩾~∼≈≃"
_HYPHENS: Final = "-‐‑–−"


def _take_sign(ctx: Context, part: Part, floor: int) -> None:
    """Takes in the sign and the currency before a number."""
    text = ctx.text
    start = part.start
    if (
        start > floor
        and text[start - 1] in "xX×"
        and part.unit is None
        and start - 1 >= floor
        and (start < 2 or text[start - 2] in _OPEN)
    ):
        part.unit = "x"
        start -= 1
    for _ in range(2):
        before = text[start - 1] if start > floor else " "
        if before in CURRENCY and part.unit is None:
            part.unit = before
            start -= 1
        elif before in _SIGNS and (start < 2 or text[start - 2] in _OPEN or text[start - 2] in CURRENCY):
            start = _negate(ctx, part, before, start - 1)
        elif before == " " and start - 2 >= floor and text[start - 2] in CURRENCY and part.unit is None:
            part.unit = text[start - 2]
            start -= 2
        elif (
            before == " " and start - 2 >= floor and text[start - 2] == "−" and (start < 3 or text[start - 3] in _OPEN)
        ):
            start = _negate(ctx, part, "−", start - 2)
        elif before == " " and start == 2 and text[0] in "-–−":
            start = _negate(ctx, part, "-", 0)
        else:
            break
    if part.unit is None and start - 2 >= floor and text[start - 2] in CURRENCY and text[start - 1] in _COMPARED:
        part.unit = text[start - 2]  # "$<100": the qualifier takes in both signs
    match = re.search(r"(?:^|[\s(<>≤≥~≈=])(minus|negative)\s+$", ctx.low[max(floor, start - 12) : start])
    if match is not None:
        start = _negate(ctx, part, "-", max(floor, start - 12) + match.start(1))
    part.start = start


def _negate(ctx: Context, part: Part, sign: str, start: int) -> int:
    if sign in "-−–" and part.mantissa is not None:
        part.mantissa = part.mantissa.copy_negate()
    part.signed = True
    return start


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
    if part.mantissa in (1, -1) or start == 0:
        _read_over(ctx, part)
    kind: Kind = "value" if part.divisor == 1 or part.mixed else "fraction"
    magnitude = _MAGNITUDE.match(ctx.low, part.end)
    if magnitude is not None:
        part.unit, part.end = "orders of magnitude", magnitude.end()
    reason = "a fraction" if kind == "fraction" else _written(part)
    return ctx.emit(
        kind, part, part, start, part.end, qualified(ctx, start, floor, part), reason, indefinite=indefinite
    )


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
    clock = _HOUR_AND_MINUTES.match(ctx.low, inner)
    if clock is not None:
        return inner, clock.end(), "date", "a time of day"
    hour = _HOUR.match(ctx.low, part.end) if not part.decimals and part.digits <= 2 else None
    if hour is not None or (part.unit == "pm" and part.digits <= 2):
        return part.start, hour.end() if hour else part.end, "date", "an hour of the day"
    return (inner, inner + 4, "name", "an idiom") if _IDIOM.match(ctx.text, inner) else None


def _joined_by_mark(ctx: Context, part: Part, floor: int) -> int | None:
    """a/b and a:b."""
    if part.divisor != 1 or part.unit or part.scaled or part.decimals:
        return None
    slash = _SLASH.match(ctx.text, part.end)
    if slash is not None:
        return _read_slash(ctx, part, slash, floor)
    colon = _COLON.match(ctx.text, part.end)
    if colon is None:
        return None
    clock = _CLOCK.match(ctx.text, part.end)
    if clock is not None:
        return ctx.refuse(part.start, clock.end(), "date", "a time of day")
    other = _simple(ctx, colon.start("b"), colon.end())
    return ctx.emit("ratio", part, other, part.start, other.end, qualified(ctx, part.start, floor, part), "ratio")


def _joined_between(ctx: Context, part: Part, floor: int) -> int | None:
    """ "between a and b"."""
    start = part.start
    if not ctx.low[0 if ctx.isolated else max(floor, start - 12) : start].rstrip().endswith("between"):
        return None
    and_ = _AND.match(ctx.low, part.end)
    second = _read_second(ctx, and_.end()) if and_ else None
    if second is None:
        return None
    years = None if ctx.isolated else dates.judge_pair(ctx, part, second)
    if years is not None:
        return ctx.refuse(*years)
    _inherit(ctx, part, second)
    start = ctx.low.rfind("between", 0, start)
    return ctx.emit("range", part, second, start, second.end, None, "between a and b")


def _joined_tolerance(ctx: Context, part: Part, floor: int) -> int | None:
    """ "a ± b" and "4.18(4)"."""
    match = _TOLERANCE.match(ctx.text, part.end)
    second = _read_second(ctx, match.end()) if match is not None else None
    if second is not None:
        _inherit(ctx, part, second)
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
    _inherit(ctx, part, second)
    return ctx.emit("tolerance", part, second, part.start, second.end, None, "value with its last digits' uncertainty")


def _joined_pair(ctx: Context, part: Part, floor: int) -> int | None:
    """Ranges and changes."""
    match = _RANGE.match(ctx.low, part.end)
    return _join_pair(ctx, part, match, part.start, floor) if match is not None else None


def _joined_whole(ctx: Context, part: Part, floor: int) -> int | None:
    """ "3 out of 5", "one in five"."""
    match = _OUT_OF.match(ctx.low, part.end) or (_ONE_IN.match(ctx.low, part.end) if part.mantissa == 1 else None)
    second = _read_second(ctx, match.end()) if match is not None and not part.unit else None
    if second is None or second.unit is not None or second.mantissa is None:
        return None
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("ratio", part, second, part.start, second.end, qualifier, "part out of a whole")


def _read_over(ctx: Context, part: Part) -> None:
    """ "one over twenty" that ends a clause, or is the whole text: a fraction; "1 over 3 baselines" is none."""
    match = _OVER.match(ctx.low, part.end)
    if match is None or part.divisor != 1 or part.unit or part.scaled or part.decimals or part.vague:
        return
    second = _read_second(ctx, match.end())
    if second is None or not second.mantissa or not _CLOSES.match(ctx.low, second.end):
        return
    if second.divisor == 1 and second.power >= 0 and not second.decimals and not second.unit:
        part.divisor, part.end = int(second.mantissa.scaleb(second.power)), second.end


def qualified(ctx: Context, start: int, floor: int, part: Part) -> Qualifier | None:
    """The qualifier before the quantity that begins at `start` and whose number is `part`."""
    marked = bool(part.unit or part.scaled or part.grouped or part.decimals)
    value = part.mantissa if part.divisor == 1 else None
    number = Qualified(
        marked=marked,
        share=part.unit in ("%", "x", "pp", "‰"),
        small=not marked and value is not None and value < 20,
        vague=part.vague,
        measured=_MEASURED.match(ctx.low, part.end) is not None,
        timed=_TIME.match(ctx.low, part.end) is not None,
        wide=part.unit in _AREAS or _AREA.match(ctx.low, part.end) is not None,
        isolated=ctx.isolated,
    )
    return qualifier_before(ctx.text, ctx.low, start, floor, number)


def _simple(ctx: Context, start: int, end: int) -> Part:
    return Part(start, end, Decimal(ctx.text[start:end].strip("()")))


def _read_second(ctx: Context, start: int) -> Part | None:
    """The other end of a pair, in digits or words, that begins at `start`."""
    text = ctx.text
    begin = start
    sign = ""
    minus = _MINUS.match(ctx.low, begin)
    if minus is not None:
        sign, begin = "-", minus.end()
    elif begin < len(text) and text[begin] in "+-−–" and begin + 1 < len(text):
        sign = text[begin]
        begin += 1
        if text[begin : begin + 1] == " ":
            begin += 1
    currency = ""
    if text[begin : begin + 1] and text[begin] in CURRENCY:
        currency = text[begin]
        begin += 1
    if begin >= len(text):
        return None
    head = text[begin]
    part: Part | None
    if head in "0123456789" or (head == "." and text[begin + 1 : begin + 2].isdigit()):
        part = read_number(ctx, begin)
        if part is None or chains.glued_after(text, part.end):
            return None
    elif sign:
        return None
    else:
        factor = _FACTOR.match(ctx.low, begin)
        if factor is not None:
            part = Part(begin, factor.end(), Decimal(FACTORS[factor[0]]))
            part.unit, part.words = "x", True
        else:
            part = read_cardinal(ctx, begin)
    if part is None:
        return None
    part.start = start
    if sign:
        _negate(ctx, part, sign, start)
    if currency and part.unit is None:
        part.unit = currency
    return part


def _inherit(ctx: Context, first: Part, second: Part) -> None:
    """Scale and mark of the second end go to the first where it has none (100-200k, 3-5x)."""
    if first.unit is None and second.unit is not None:
        first.unit = second.unit
    elif second.unit is None and first.unit is not None and (first.unit in CURRENCY or second.mantissa is not None):
        second.unit = first.unit
    if (
        not first.scaled
        and second.scaled
        and not second.scaled.startswith(("e", "+"))
        and first.mantissa is not None
        and second.mantissa is not None
        and first.divisor == 1
        and not first.grouped
        and first.mantissa <= second.mantissa
    ):
        first.power += second.power


def _join_pair(ctx: Context, first: Part, match: re.Match[str], start: int, floor: int) -> int | None:
    """A range or change from `first` to what follows the separator; None where that is no number."""
    if (
        match["dash"] is not None
        and match["before"]
        and not match["after"]
        and not first.unit
        and match["dash"].strip() in "-+"
    ):
        pass  # "2.3x -14.9x", "4 -6": an odd spacing of a range
    second = _read_second(ctx, match.end())
    if second is None or second.mantissa is None or first.mantissa is None:
        return None
    if _SIDE_BEFORE.search(ctx.low, max(0, first.start - 12), first.start) and _SIDE_AFTER.match(ctx.low, second.end):
        return None  # "256 × 256 to 512 × 512"
    if match["dash"] is not None or match["em"] is not None:
        follow = ctx.text[second.end : second.end + 2]
        if follow[:1] in _HYPHENS and follow[1:].isdigit() and second.unit is None and follow[:1] != "−":
            return ctx.refuse(*chains.chain(ctx.text, first.start), "identifier", "a chain of numbers")
        if first.unit and second.unit and first.unit != second.unit:
            return None
        if _OVER_SYMBOL.match(ctx.text, second.end) and not (second.unit or second.scaled):
            return ctx.refuse(first.start, second.end + 2, "name", "a formula")
        written = ctx.text[second.start : second.end]
        if len(written) > 1 and written.startswith("0") and written.isdigit():
            return ctx.refuse(first.start, second.end, "identifier", "a telephone number or the like")
        if (
            match["dash"] == "−"
            and not match["before"]
            and not match["after"]
            and first.mantissa == 10
            and not first.decimals
            and first.unit is None
            and second.mantissa < 10
        ):
            first.mantissa, first.power, first.end = Decimal(1), -int(second.mantissa), second.end
            first.unit, first.readings = second.unit, second.readings
            return ctx.emit(
                "value",
                first,
                first,
                start,
                first.end,
                qualified(ctx, start, floor, first),
                "a power of ten that lost its superscript",
            )
        if match["before"] and match["after"] and not (first.unit or second.unit or first.decimals == second.decimals):
            return None
        if second.words and match["dash"] is not None and match["before"]:
            return None
    elif _unlike(first.unit, second.unit):
        return None  # "from 5% to $22"
    if not ctx.isolated:
        refused = dates.judge_pair(ctx, first, second)
        if refused is not None:
            return ctx.refuse(*refused)
    _inherit(ctx, first, second)
    magnitude = _MAGNITUDE.match(ctx.low, second.end)
    if magnitude is not None:
        first.unit = second.unit = "orders of magnitude"
        second.end = magnitude.end()
    low, high = _value(first), _value(second)
    kind: Kind = "range" if low <= high or first.unit != second.unit else "change"
    reason = "range" if kind == "range" else "change, falling"
    qualifier = None
    if match["to"] is not None or match["arrow"] is not None:
        head = ctx.low[max(floor, start - 8) : start]
        if head.rstrip().endswith("from") and (len(head) < 6 or not head.rstrip()[:-4][-1:].isalpha()):
            start = ctx.low.rfind("from", 0, start)
            reason = "from a to b"
        else:
            qualifier = qualified(ctx, start, floor, second)
        if match["to"] is not None and reason != "from a to b" and low < 0 and high < 0:
            kind, reason = "range", "range of decreases"
        if match["arrow"] is not None:
            kind, reason = "change", "a → b"
    else:
        qualifier = qualified(ctx, start, floor, second)
    return ctx.emit(kind, first, second, start, second.end, qualifier, reason)


def _unlike(one: str | None, other: str | None) -> bool:
    """Whether two units, one of them a percentage, a factor or money, cannot be the ends of one range."""
    if one is None or other is None or one == other or {one, other} == {"%", "pp"}:
        return False
    return any(unit in ("%", "pp", "x", "‰") or unit in CURRENCY for unit in (one, other))


def _value(part: Part) -> Fraction:
    assert part.mantissa is not None
    return Fraction(part.mantissa) * Fraction(10) ** part.power / part.divisor


def _read_slash(ctx: Context, part: Part, match: re.Match[str], floor: int) -> int:
    """a/b: a fraction, or a rating; 1/2/2020 and 24/7 are dates and idioms."""
    text = ctx.text
    if text[match.end() : match.end() + 1] == "/" and text[match.end() + 1 : match.end() + 2].isdigit():
        date = _DATE.match(text, part.start)
        if date is not None:
            return ctx.refuse(part.start, date.end(), "date", "a date in digits")
        return _listed(ctx, part, floor)
    if part.start and part.start - 1 == ctx.done and text[part.start - 1] == "/":
        return ctx.emit("value", part, part, part.start, part.end, None, "a list with slashes")
    if text[match.end() : match.end() + 1].isalpha() and ctx.view.raw.startswith("\\", ctx.view.raw_start(part.start)):
        return ctx.refuse(part.start, match.end(), "name", "a formula")  # \\frac{3}{4}n
    whole, _, decimals = match["d"].partition(".")
    divisor = int(whole + decimals)
    glued = chains.glued_after(text, match.end())
    if divisor == 0 or glued or (decimals and (part.mantissa != 1 or " " in match[0])):
        qualifier = qualified(ctx, part.start, floor, part)
        return ctx.emit("value", part, part, part.start, part.end, qualifier, "a number before a slash")
    assert part.mantissa is not None
    if _PERCENT_LIST.match(text, part.end) and not part.mantissa < divisor <= 16:
        return _listed(ctx, part, floor)  # 45/19%: two percentages; 3/4% is a fraction
    part.mantissa, part.divisor, part.end = part.mantissa.scaleb(len(decimals)), divisor, match.end()
    part.readings.clear()
    read_mark(ctx, part)
    return ctx.emit("fraction", part, part, part.start, part.end, qualified(ctx, part.start, floor, part), "a fraction")


def _listed(ctx: Context, part: Part, floor: int) -> int:
    """A member of a list with slashes, which takes the percent sign that stands behind the last one."""
    if _PERCENT_LIST.match(ctx.text, part.end):
        part.unit = "%"
        part.readings.append((part.power, None, part.end))
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("value", part, part, part.start, part.end, qualifier, "a list with slashes")
