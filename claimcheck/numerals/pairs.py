"""Two ends joined: the second end of a pair, ranges and changes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import chains, dates, money
from claimcheck.numerals.apart import are_apart, may_be_apart
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.cardinals import read_cardinal
from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import power_behind, read_number
from claimcheck.numerals.lexicon import FACTORS
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.model import Kind, Refusal
from claimcheck.numerals.parts import Part
from claimcheck.numerals.units import read_unit

RANGE: Final = re.compile(
    r"(?:(?P<to>(?:\s{0,20}[-–])?\s{0,20}(?:(?:(?:all the way|down|(?P<up>up)) )?to|through|until|till)(?:[-–]\s?|\s+))"
    r"|(?P<dash>(?P<before>\s{0,2})[-‐‑–−~∼](?P<after>\s{0,2}))|(?P<em>—)|(?P<arrow>\s?(?:→|[-–—]>|=>|⟶|⇒)\s?))"
    rf"(?=[+\-−–]?[{re.escape(money.SIGNS)}]?\.?[0-9a-z])"
)
MAGNITUDE: Final = re.compile(r"\s*[-]?orders?[\s-]+of[\s-]+magnitudes?(?![a-z])")
_DASH_DIGIT: Final = re.compile("[-–][0-9]")
_TELEPHONE: Final = re.compile("0[0-9]+")
_OVER_SYMBOL: Final = re.compile("/[a-z](?![a-z])")
_FACTOR: Final = re.compile(rf"(?:{'|'.join(sorted(FACTORS, key=len, reverse=True))})(?![a-z-])")
_LEAD: Final = re.compile(
    rf"(?P<sign>(?:minus|negative)\s+|[+\-−–])?(?P<currency>{money.LEAD})?(?P<digits>(?=\.?[0-9]))?"
)
_OVER_DIGIT: Final = re.compile("/[0-9]")


def read_second(ctx: Context, start: int) -> Part | None:
    """The other end of a pair, in digits or words, that begins at `start`."""
    text = ctx.text
    lead = _LEAD.match(ctx.low, start)
    assert lead is not None  # it matches nothing, too
    begin = lead.end()
    part: Part | None
    if lead["digits"] is not None:
        part = read_number(ctx, begin)
        if part is None or chains.glued_after(text, part.end):
            return None
    elif lead["sign"]:
        return None
    else:
        factor = _FACTOR.match(ctx.low, begin)
        if factor is not None:
            part = Part(begin, factor.end(), Decimal(FACTORS[factor[0]]))
            part.unit, part.words = "x", True
        else:
            part = read_cardinal(ctx, begin)
    if part is None or _OVER_DIGIT.match(text, part.end):
        return None  # "from 8 to 1/2"
    part.start = start
    if lead["sign"] == "+":
        part.signed = True
    elif lead["sign"]:
        part.negate("-")
    if lead["currency"]:
        money.take(part, money.named(lead["currency"]))
    return part


_OPENING: Final = re.compile(r"\([^()]{0,12}$")
_TIMES_TEN: Final = re.compile(r"[×x*·⋅]\s?10")


def share_power(ctx: Context, first: Part, second: Part) -> None:
    """A power of ten behind a tolerance or a range is that of both ends: (5.3±0.2)×10−5, 1.2–1.5×10^6."""
    if first.power or first.unit:
        return
    if _TIMES_TEN.search(ctx.text, second.start, second.end):
        first.power, first.scaled = second.power, "e"
    behind = power_behind(ctx.text, second.end)
    if behind is None:
        return
    power, end, closes = behind
    if closes:
        opening = _OPENING.search(ctx.text, first.start - 16, first.start)
        if opening is None:
            return
        if opening.end() == opening.start() + 1:
            first.start = opening.start()
    for part in (first, second):
        part.power, part.scaled = part.power + power, "e"
    second.end = end
    read_mark(ctx, second)


def share_mark(ctx: Context, first: Part, second: Part) -> None:
    """The mark behind a bracket that holds nothing but a tolerance or a range is that of both ends: (85.3 ± 0.4)%."""
    text = ctx.text
    if first.unit or second.unit or not text.startswith(")", second.end) or text[first.start - 1 : first.start] != "(":
        return
    found = read_unit(text, ctx.low, second.end + 1, scaled=False)
    if found is not None and not found.optional and not found.rather_not:
        first.unit = second.unit = found.unit
        first.start, second.end = first.start - 1, found.end


def inherit(first: Part, second: Part) -> None:
    """Scale and mark of the second end go to the first where it has none (100-200k, 3-5x)."""
    first.unit, second.unit = first.unit or second.unit, second.unit or first.unit
    assert first.mantissa is not None and second.mantissa is not None
    if second.words:
        _scale_words(first, second)
    elif not first.scaled and second.scaled not in ("", "e"):
        if first.mantissa < second.mantissa or first.decimals:
            first.power += second.power  # "fell from 1.9 to 1 million", but "from 500 to 1.5 million"


def _scale_words(first: Part, second: Part) -> None:
    """The scale of the second end goes to the first in words, too: two to three thousand."""
    power = next((power for power in (12, 9, 6, 3) if second.value >= 10**power), 0)
    if first.value < second.value / 10**power:
        first.power += power


_QUALIFIED: Final = (
    r"(?:(?:about|around|roughly|nearly|almost|approximately|circa|only|just|merely|well|over|under|above|below|(?:more|less|fewer) than"
    r"|at (?:least|most)|as (?:low|high|much|little|many|few) as)\s+){0,2}(?:[~∼≈≃<>≤≥]\s?)?"
)
_FROM_FIRST: Final = re.compile(rf"(?<![a-z])from\s+{_QUALIFIED}$")
_TO_QUALIFIED: Final = re.compile(rf"\s+(?:(?:all the way|down|up) )?to\s+{_QUALIFIED}(?=[+\-−–]?\.?[0-9])")


def lend(ctx: Context, first: Part) -> None:
    """Unit and scale behind "to only 15%" are those of the first end, too, where "from" leads to it; the two are told by themselves."""
    match = _TO_QUALIFIED.match(ctx.low, first.end)
    if match is None or chains.ends(_FROM_FIRST, ctx.low, first.start) is None:
        return
    second = read_second(ctx, match.end())
    if second is not None:
        _lend(first, second)


def _lend(first: Part, last: Part) -> None:
    """Gives unit and scale of what comes last to a number without any, which may still be claimed without them."""
    if not (first.unit or first.scaled) and (last.unit or last.scaled):
        first.readings.append((first.power, None, first.end))
        inherit(first, last)


_LEADS_ON: Final = re.compile(r"\s*(?:to|→|[-–—]>|=>|⟶|⇒)\s*")
_LONGEST: Final = 8


def _is_chained(ctx: Context, first: Part, second: Part) -> bool:
    """Whether two numbers are two of a chain of levels ("from 62 to 68 to 71%"), each told by itself; the first then takes the unit
    of the last."""
    last, members = second, 2
    while members < _LONGEST and (match := RANGE.match(ctx.low, last.end)) and not (match["dash"] or match["em"]):
        further = read_second(ctx, match.end())
        if further is None:
            break
        last, members = further, members + 1
    if members == 2 and (ctx.done == 0 or _LEADS_ON.fullmatch(ctx.low, ctx.done, first.start) is None):
        return False
    _lend(first, last)
    return True


def join_pair(ctx: Context, first: Part, match: re.Match[str], start: int, floor: int) -> int | None:
    """A range or change from `first` to what follows the separator that `RANGE` matched; None where that is no number."""
    second = read_second(ctx, match.end())
    if second is None:
        return None
    assert first.mantissa is not None and second.mantissa is not None
    if match["up"] and not ctx.isolated:
        if chains.ends(_FROM_FIRST, ctx.low, first.start) is not None and not _unlike(first.unit, second.unit):
            first.until = second  # "from 5% up to 12%"
        return None
    dashed = match["dash"] is not None or match["em"] is not None
    if not dashed and _begins_range(ctx, first, second):
        return None  # "48% to 83.6-85.2%"
    if not dashed and _is_chained(ctx, first, second):
        return None
    if match["to"] is not None and are_apart(ctx, first, second):
        return None
    if _UNTIL.match(ctx.low, first.end) and second.digits == 4:
        return None  # "45 until 2015"
    refused = _dashed_name(ctx, first, second) if dashed else None
    if refused is None and not ctx.isolated:
        refused = dates.judge_pair(ctx, first, second)
    if refused is not None:
        return ctx.refuse(*refused)
    if _lost_superscript(ctx, first, second, match):
        first.mantissa, first.power, first.end = Decimal(1), -int(second.mantissa), second.end
        first.unit, first.readings = second.unit, second.readings
        qualifier = qualified(ctx, start, floor, first)
        return ctx.emit("value", first, first, start, first.end, qualifier, "a power of ten that lost its superscript")
    if _apart(first, second, match) if dashed else _unlike(first.unit, second.unit):
        return None
    if match["to"] is not None and may_be_apart(ctx, first, second):
        first.until = second
        return None
    if dashed and first.mantissa < second.mantissa <= 10 * first.mantissa:
        share_power(ctx, first, second)
    share_mark(ctx, first, second)
    start = min(start, first.start)
    inherit(first, second)
    magnitude = MAGNITUDE.match(ctx.low, second.end)
    if magnitude is not None:
        first.unit = second.unit = "orders of magnitude"
        second.end = magnitude.end()
    return _emit_pair(ctx, first, second, match, start, floor)


_UNTIL: Final = re.compile(r"\s*(?:until|till)")


def _begins_range(ctx: Context, first: Part, second: Part) -> bool:
    """Whether the second end begins a range of its own; the first then takes the mark of that range."""
    match = RANGE.match(ctx.low, second.end)
    if match is None or match["dash"] is None or match["before"]:
        return False
    third = read_second(ctx, match.end())
    if third is None or third.words or third.value < second.value:
        return False
    if first.unit is None and third.unit in ("%", "x", "pp"):
        first.unit = third.unit
    return True


def _dashed_name(ctx: Context, first: Part, second: Part) -> Refusal | None:
    """Whether two numbers with a dash between are a chain (3-14-15), a formula (1-1/e) or a telephone number."""
    text = ctx.text
    if second.unit is None and _DASH_DIGIT.match(text, second.end):
        return (*chains.chain(text, second.end), "identifier", "a chain of numbers")
    over = _OVER_SYMBOL.match(text, second.end)
    if over is not None and not second.unit:
        return first.start, over.end(), "name", "a formula"
    if _TELEPHONE.fullmatch(text, second.start, second.end):
        return first.start, second.end, "identifier", "a telephone number or the like"
    return None


_OF_SMALL_SIZE: Final = re.compile(
    r"[<>~∼≤≥]\s?$|(?:order of|level of|precision of|pressure of|below|at) (?:about |~ ?)?$"
)
_SMALL: Final = re.compile(r"\s(?:level|precision|accuracy|stability|uncertainty)(?![a-z])")


def _lost_superscript(ctx: Context, first: Part, second: Part, match: re.Match[str]) -> bool:
    """Whether "10−3" is ten to the minus three, as extraction from a page leaves it."""
    if match[0] != "−" or ctx.text[first.start : first.end] != "10":
        return False
    assert second.mantissa is not None
    small = _OF_SMALL_SIZE.search(ctx.low, first.start - 24, first.start) and _SMALL.match(ctx.low, second.end)
    return second.mantissa <= 10 or (second.mantissa < 31 and not second.decimals and bool(small))


def _apart(first: Part, second: Part, match: re.Match[str]) -> bool:
    """Whether a dash sets two numbers apart: by their units, or as a dash of the sentence with spaces around."""
    if first.unit and second.unit and first.unit != second.unit:
        return True
    if match["before"] and match["after"] and not (first.unit or second.unit or first.decimals == second.decimals):
        return True
    return second.words and bool(match["before"])


_FROM: Final = re.compile(r"(?<![a-z])from\s*$")


def _emit_pair(ctx: Context, first: Part, second: Part, match: re.Match[str], start: int, floor: int) -> int:
    """Puts down a range where it rises, a change where it falls or an arrow says so, with its "from" or qualifier."""
    low, high = first.value, second.value
    rises = low <= high or first.unit != second.unit
    kind: Kind = "range" if rises else "change"
    reason = "a range" if rises else "a change, falling"
    if not (rises or first.unit) and _is_ratio(ctx, first, second):
        kind, reason = "ratio", "odds, or a ratio in words"
    from_ = _FROM.search(ctx.low, max(floor, start - 8), start) if match["to"] or match["arrow"] else None
    qualifier = None
    if from_ is not None:
        start = from_.start()
        reason = "from a to b"
    else:
        qualifier = qualified(ctx, start, floor, second)
        if low <= 0:
            kind, reason = "range", "a range of decreases"
    if match["arrow"] is not None:
        kind, reason = "change", "a → b"
    return ctx.emit(kind, first, second, start, second.end, qualifier, reason)


_RATIO_BEFORE: Final = re.compile(r"(?<![a-z])(?:odds|ratio|outnumber(?:s|ed|ing)?)(?: (?!from)[a-z]+){0,5} $")
_RATIO_BEHIND: Final = re.compile(r"[\s-](?:against|odds|ratio|in favou?r)(?![a-z])")


def _is_ratio(ctx: Context, first: Part, second: Part) -> bool:
    """Whether "3 to 1" are odds or a ratio, and nothing falls: "odds of 3 to 1", "a 10-to-1 ratio"."""
    return bool(_RATIO_BEHIND.match(ctx.low, second.end) or chains.ends(_RATIO_BEFORE, ctx.low, first.start))


def _unlike(one: str | None, other: str | None) -> bool:
    """Whether two units, one of them a percentage, a factor, money or a rate, cannot be the ends of one range."""
    if one is None or other is None or one == other or {one, other} == {"%", "pp"}:
        return False
    if one.startswith(f"{other}/") or other.startswith(f"{one}/"):
        return True  # "at 1 °C/min to 80 °C"
    return any(unit in ("%", "pp", "x", "‰") or money.is_money(unit) for unit in (one, other))
