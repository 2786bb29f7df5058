"""Times of day and durations, and the idioms made of two numbers: 16:45 UT, at 11:40, 4:38:27, 9.30 pm, 24/7."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals.chains import ends
from claimcheck.numerals.context import Context
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import EXACT, Part

DURATION: Final = re.compile(r":[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?(?![0-9:])")
_CLOCK: Final = re.compile(
    r":[0-5][0-9](?::[0-5][0-9])?(?![0-9:])\s?(?:[ap]\.?m\.?|UTC?\b|GMT|h\b|left\b|remaining\b|mark\b)", re.IGNORECASE
)
_TIMED: Final = re.compile(r"(?<![a-z])(?:at|until|before|since|after) $")
_TIME: Final = re.compile(r"[012][0-9]:[0-5][0-9](?![0-9:%]|\.[0-9])")
_HOUR: Final = re.compile(r"[0-9]{0,2}[¼½¾]?\s?(?:[aApP]\.[mM]\.|(?:[aA][mM]|pm)(?![A-Za-z/])|[oO][’'][cC]lock)")
_ZONE: Final = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]\s(?:GMT|UTC?|BST|EST|CET)(?![A-Za-z])")
_HOUR_AND_MINUTES: Final = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]\s?(?:[ap]\.m\.?|[ap]m(?![a-z]))")
_ENDS_UNIT: Final = "(?![A-Za-z/²³^−-])"
_SMALLER: Final = {
    unit: (re.compile(rf"\s?(?P<count>{count})\s?(?:{written}){_ENDS_UNIT}"), times, smaller)
    for unit, count, written, times, smaller in (
        ("d", "1?[0-9]|2[0-3]", "h|hrs?", 24, "h"),
        ("h", "[0-5]?[0-9]", "mins?|m", 60, "min"),
        ("min", r"[0-5]?[0-9](?:\.[0-9]{1,3})?", "s|sec", 60, "s"),
    )
}
"""What goes on with the next smaller unit of time behind each, how many of them it has, and the smaller one."""
_GLUED: Final = re.compile(f"h(?={_SMALLER['h'][0].pattern})")
_SAME: Final = {"hr": "h", "hrs": "h"}
_ASCENSION: Final = re.compile(
    r"(?:0[0-9]|1[0-9]|2[0-3])\s?h\s?[0-5][0-9]\s?m\s?[0-5][0-9](?:\.[0-9]{1,6})?\s?s(?![A-Za-z])"
)
_ASCENDS: Final = re.compile(r"(?:(?<![a-z])ra|α|ascension)(?: of)?[\s=:(]*$")
_GOES_ON: Final = re.compile(r"[0-9.]{0,12}+[¼½¾]?\s?[aApPoOhGUBEC/]")
"""What every time of the day goes on with."""
_IDIOM: Final = re.compile(r"(?:24/7|9/11)(?![0-9/.])")


def hour(ctx: Context, inner: int) -> Refusal | None:
    """Times of the day, and the idioms 24/7 and 9/11."""
    if _GOES_ON.match(ctx.text, inner) is None:
        return None
    clock = _HOUR_AND_MINUTES.match(ctx.low, inner) or _ZONE.match(ctx.text, inner)
    if clock is not None:
        return inner, clock.end(), "date", "a time of day"
    hour = _HOUR.match(ctx.text, inner)
    if hour is not None:
        return inner, hour.end(), "date", "an hour of the day"
    ascension = _ASCENSION.match(ctx.text, inner)
    if ascension is not None and (ctx.text[inner] == "0" or ends(_ASCENDS, ctx.low, inner)):
        return inner, ascension.end(), "identifier", "a place in the sky"
    idiom = _IDIOM.match(ctx.text, inner)
    return (inner, idiom.end(), "name", "an idiom of two numbers") if idiom is not None else None


def clock_end(ctx: Context, part: Part) -> int | None:
    """Where a time of day or a duration ends that begins with a number: 16:45 UT, at 11:40, 4:38:27; None where none does."""
    clock = _CLOCK.match(ctx.text, part.end) or DURATION.match(ctx.text, part.end)
    if clock is None and ends(_TIMED, ctx.low, part.start):
        clock = _TIME.match(ctx.text, part.start)
    return clock.end() if clock is not None else None


def add_glued(text: str, part: Part) -> None:
    """Takes in hours that their minutes are glued to: 2h30m."""
    hours = _GLUED.match(text, part.end)
    if hours is not None:
        part.unit, part.end = "h", hours.end()
        add_smaller(text, part)


def add_smaller(text: str, part: Part) -> None:
    """Takes in the smaller units of time behind a larger one: 2 h 30 min are 150 min."""
    assert part.mantissa is not None and part.unit is not None
    if part.decimals or part.scaled:
        return
    unit = _SAME.get(part.unit, part.unit)
    while unit in _SMALLER:
        pattern, times, unit = _SMALLER[unit]
        behind = pattern.match(text, part.end)
        if behind is None:
            return
        part.mantissa = EXACT.fma(part.mantissa, Decimal(times), Decimal(behind["count"]))
        part.unit, part.end = unit, behind.end()
        part.readings.clear()
