"""Putting a quantity together: its sign, what it is joined to (range, change, tolerance, ratio), its qualifier."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals import chains, dates, glued, money, names
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.clocks import hour
from claimcheck.numerals.context import Context
from claimcheck.numerals.divided import joined_by_mark, simple
from claimcheck.numerals.ellipsis import MAY_BE_TOLD
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.model import Kind
from claimcheck.numerals.pairs import MAGNITUDE, RANGE, inherit, join_pair, lend, read_second, share_mark, share_power
from claimcheck.numerals.parts import Part
from claimcheck.numerals.products import joined_sides
from claimcheck.numerals.shares import joined_share, share_of

_TOLERANCE: Final = re.compile(
    r"\s{0,2}[_^]?\s?(?P<open>\(?)\s?(?:±|\+\s?/?\s?[-−–]|-\+|plus[ -]or[ -]minus|(?:, )?give or take)\s{0,2}(?=\.?[0-9])"
)
_PARENTHESISED: Final = re.compile(r"\(([0-9]{1,2})\)(?![A-Za-z0-9])")
_COMMA: Final = re.compile(r",\s?(?=[+\-−–]?[0-9.])")
_INTERVAL: Final = re.compile(
    r"(?<![a-z])(?:ci|cis|cri|interval|intervals|iqr)(?: (?:of|is|was|being))?[\s,:=(\[]{0,3}$"
)
_CLOSED: Final = re.compile(r"\s?[\])]|\s?[;.](?:\s|$)")
_WHOLE_BEFORE: Final = re.compile(r"[\[(]?")
_WHOLE_BEHIND: Final = re.compile(r"[\])]?")
_BETWEEN: Final = re.compile(r"between\s*$")
_AND: Final = re.compile(rf"\s+and\s+(?=[+\-−–]?[{re.escape(money.SIGNS)}]?\.?[0-9a-z])")
_OVER: Final = re.compile(r"\s+over\s+(?=[0-9a-z])")
_CLOSES: Final = re.compile(r"\s*(?:[.,;:)]|$)")
_OPENS: Final = re.escape(chains.OPEN)
_FACTOR: Final = re.compile(rf"(?<![^{_OPENS}])[x×]\Z")
_SIGN: Final = re.compile(
    rf"(?:(?P<currency>[{money.SIGNS}]) ?|(?P<sign>(?<![^{_OPENS}{money.SIGNS}])[-+−–±∓])"
    rf"|(?P<apart>(?<![^{_OPENS}])−|(?<=[<>≤≥=])–|^[-–]) )$"
)
"""A sign or currency right before a number; with a blank between only a minus that can be no hyphen and no dash."""
_COMPARED: Final = re.compile(rf"([{money.SIGNS}])[<>≤≥⩽⩾~∼≈≃]\Z")
_LEAD_ENDS: Final = frozenset(f"x×-+−–±∓<>≤≥⩽⩾~∼≈≃{money.SIGNS}se.")
"""What a factor, a sign, a comparison, a currency or "minus" and "negative" end in, besides the capital of a code."""
_SIGN_IN_WORDS: Final = re.compile(r"(?:^|(?<=[\s(<>≤≥~≈=]))(minus|negative|plus[\s-]or[\s-]minus)\s+$")


def _take_sign(ctx: Context, part: Part, floor: int) -> None:
    """Takes in the sign and the currency before a number."""
    text = ctx.text
    start = part.start
    end = chains.trim(text, start)
    before = text[max(floor, end - 1) : end]
    if before not in _LEAD_ENDS and not before.isupper():
        return
    factor = chains.ends(_FACTOR, text, start) if part.unit is None else None
    if factor is not None:
        part.unit, start = "x", factor.start()
    while (sign := _SIGN.search(text, max(floor, start - 2), start)) is not None:  # "-$5", "$-5"
        if sign["currency"] is None:
            part.negate(sign["sign"] or sign["apart"])
        elif not money.take(part, sign["currency"]):
            break
        start = sign.start()
    compared = chains.ends(_COMPARED, text, start) if part.unit is None else None
    if compared is not None:
        part.unit = compared[1]  # "$<100": the qualifier takes in both signs
    start = money.take_before(text, start, floor, part)
    if ctx.low.endswith(("minus", "negative"), 0, chains.trim(text, start)):
        match = chains.ends(_SIGN_IN_WORDS, ctx.low, start)
        if match is not None:
            start = match.start()
            if ctx.low.startswith("plus", start):
                part.signed = True
            else:
                part.negate("-")
    part.start = start


def compose(ctx: Context, part: Part, floor: int, *, indefinite: bool = False) -> int:
    """Judges the first end of a quantity by its context, then joins it to what follows; returns where it all ends."""
    inner = part.start
    _take_sign(ctx, part, floor)
    if ctx.isolated:
        glued.take_unit(ctx, part)
    refused = (None if ctx.isolated else names.judge(ctx, part, inner)) or hour(ctx, inner)
    if refused is not None:
        return ctx.refuse(*refused, part if refused[3] in (dates.YEAR_OF_WORK, MAY_BE_TOLD) else None)
    for joined in (joined_sides, joined_by_mark, _joined_between, _joined_tolerance, _joined_pair, joined_share):
        end = joined(ctx, part, floor)
        if end is not None:
            return end
    start = part.start
    if _tells_parts(ctx, part):
        part.readings.append((part.power, "x", part.end))
        part.unit = None
    if part.mantissa in (1, -1) or start == 0:
        _read_over(ctx, part)
    kind: Kind = "value" if part.divisor == 1 or part.mixed else "fraction"
    magnitude = MAGNITUDE.match(ctx.low, part.end)
    if magnitude is not None:
        part.unit, part.end = "orders of magnitude", magnitude.end()
    reason = "a fraction" if kind == "fraction" else _written(part)
    whole = share_of(ctx, part)
    return ctx.emit(
        kind,
        part,
        part,
        start,
        part.end,
        qualified(ctx, start, floor, part),
        reason,
        indefinite=indefinite,
        whole=whole,
    )


_OF_PARTS: Final = "(?:contribution|goal|aim|objective|benefit|novelty|purpose|motivation|challenge|reason|question)s?"
_PARTS_BEFORE: Final = re.compile(
    rf"(?<![a-z]){_OF_PARTS}(?: (?:of|in|behind) (?:this|our|the) (?:paper|work|study|article))? (?:is|are|was|were) $"
)
_PARTS_AFTER: Final = re.compile(rf"\s(?:{_OF_PARTS}|taxonomy|classification|division)(?![a-z])")


def _tells_parts(ctx: Context, part: Part) -> bool:
    """Whether "two-fold" tells how many parts there are, and multiplies nothing: "our contributions are two-fold"."""
    low = ctx.low
    if not low.endswith("fold", part.start, part.end):
        return False
    return bool(chains.ends(_PARTS_BEFORE, low, part.start) or _PARTS_AFTER.match(low, part.end))


def _written(part: Part) -> str:
    """How a single number is written, to tell a person why it was taken for one."""
    scale = part.scaled.removesuffix("+")
    if part.words:
        form = "a number in words"
    elif scale == "e":
        form = "a number with an exponent"
    elif part.grouped:
        form = "a number with thousands groups"
    else:
        form = "a decimal number" if part.decimals else "a whole number"
    if scale not in ("", "e"):
        form += f", scaled by {scale}"
    return f"{form}, with the unit {part.unit}" if part.unit else form


def _joined_between(ctx: Context, part: Part, floor: int) -> int | None:
    """ "between a and b"."""
    between = chains.ends(_BETWEEN, ctx.low, part.start)
    if between is None:
        return None
    and_ = _AND.match(ctx.low, part.end)
    second = read_second(ctx, and_.end()) if and_ else None
    if second is None:
        return None
    years = None if ctx.isolated else dates.judge_pair(ctx, part, second)
    if years is not None:
        return ctx.refuse(*years)
    inherit(part, second)
    return ctx.emit("range", part, second, between.start(), second.end, None, "between a and b")


def _joined_tolerance(ctx: Context, part: Part, floor: int) -> int | None:
    """ "a ± b" and "4.18(4)"."""
    match = _TOLERANCE.match(ctx.text, part.end)
    second = read_second(ctx, match.end()) if match is not None else None
    if match is None or second is None:
        return _joined_last_digits(ctx, part)
    if second.unit == "%" and part.unit not in (None, "%", "pp"):
        return None  # 4.7 kΩ ±5%
    if second.scaled == "K" and not part.scaled:
        second.power, second.unit = second.power - 3, "K"  # 620 ± 30K
        second.readings.clear()
    if match["open"] and ctx.text.startswith(")", second.end):
        second.end += 1
        if second.unit is None and part.unit is None:
            read_mark(ctx, second)
    _share_scale(part, second)
    share_power(ctx, part, second)
    share_mark(ctx, part, second)
    inherit(part, second)
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("tolerance", part, second, part.start, second.end, qualifier, "value ± tolerance")


def _joined_last_digits(ctx: Context, part: Part) -> int | None:
    """ "4.18(4)": the uncertainty of the last digits."""
    match = _PARENTHESISED.match(ctx.text, part.end)
    if match is None or part.scaled or part.unit:
        return None
    assert part.mantissa is not None
    second = simple(ctx, match.start(1), match.end(1))
    second.end = match.end()
    read_mark(ctx, second)
    if not part.decimals and (second.unit is None or second.readings or second.value >= part.value):
        return None  # 12(3), a volume and its number; but 6(2) nK
    _share_scale(part, second)
    second.power += int(part.mantissa.as_tuple().exponent)
    share_power(ctx, part, second)
    inherit(part, second)
    return ctx.emit("tolerance", part, second, part.start, second.end, None, "value with its last digits' uncertainty")


def _share_scale(part: Part, tolerance: Part) -> None:
    """The scale behind a tolerance is that of both, however small the tolerance is: 5.3 ± 0.2 million."""
    if tolerance.scaled not in ("", "e") and not part.scaled and not part.grouped:
        part.power, part.scaled = part.power + tolerance.power, tolerance.scaled


def _joined_pair(ctx: Context, part: Part, floor: int) -> int | None:
    """Ranges and changes."""
    match = RANGE.match(ctx.low, part.end)
    end = _joined_comma(ctx, part) if match is None else join_pair(ctx, part, match, part.start, floor)
    if end is None:
        lend(ctx, part)
    return end


def _joined_comma(ctx: Context, part: Part) -> int | None:
    """The two ends of an interval with a comma between, each of which may be told by itself: 95% CI [5.1, 12.7]."""
    comma = _COMMA.match(ctx.text, part.end)
    if comma is None:
        return None
    bracket = ctx.text[part.start - 1 : part.start] == "["
    if not (bracket or ctx.isolated or chains.ends(_INTERVAL, ctx.low, part.start)):
        return None
    second = read_second(ctx, comma.end())
    if second is None or second.value <= part.value:
        return None
    if ctx.isolated:
        whole = _WHOLE_BEFORE.fullmatch(ctx.text, 0, part.start) and _WHOLE_BEHIND.fullmatch(ctx.text, second.end)
        inherit(part, second)
        return ctx.emit("range", part, second, part.start, second.end, None, "an interval") if whole else None
    if ctx.text.startswith("]", second.end) if bracket else _CLOSED.match(ctx.text, second.end):
        part.until = second
    return None


def _read_over(ctx: Context, part: Part) -> None:
    """ "one over twenty" that ends a clause, or is the whole text: a fraction; "1 over 3 baselines" is none."""
    match = _OVER.match(ctx.low, part.end)
    if match is None or part.divisor != 1 or part.unit or part.scaled or part.decimals:
        return
    second = read_second(ctx, match.end())
    if second is None or not second.mantissa or not _CLOSES.match(ctx.low, second.end):
        return
    if second.divisor == 1 and second.power >= 0 and not second.decimals and not second.unit:
        part.divisor, part.end = int(second.mantissa.scaleb(second.power)), second.end
