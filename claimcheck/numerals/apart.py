"""Two numbers with "to" between that are no range: how much and to what level, what and to how many, a value at one end and at the other."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals import chains, money
from claimcheck.numerals.context import Context
from claimcheck.numerals.parts import Part

_LED: Final = re.compile(
    r"(?<![a-z])(?:rose|rises|fell|falls|gained|gains|lost|loses|climbed|climbs|dropped|drops|slipped|faded|jumped|cut|added|adds|shed"
    r"|increased|increases|decreased|decreases|improved|improves|grew|grows|up|down|declined|declines|surged|tumbled|reduced|reduces)"
    r"\s(?:by\s)?$"
)
_BY: Final = "by (?:(?:a|an|about|around|roughly|nearly|almost|only|just|another|further|additional|over|more than|up to|some) ){0,2}$"
_MOVES: Final = (
    r"(?<![a-z])(?P<alone>rose|ris(?:e|es|en|ing)|fell|fall(?:s|en|ing)?|grew|grow(?:s|n|ing)?|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?"
    r"|declin(?:e|es|ed|ing)|slip(?:s|ped)?|jump(?:s|ed)?|surged|tumbled|shr(?:ink|inks|ank|unk))?"
    r"(?(alone)|(?:improv|increas|decreas|reduc|rais|lower|lift|boost|cut|short|length|extend|wide?n|narrow|enhanc|mov|push|elevat)[a-z]{0,5})"
)
_MOVED_BY: Final = re.compile(rf"{_MOVES}(?P<object> [^.;:()]{{0,40}}?)? {_BY}")
"""A verb of change, what it changes, and "by" before the number; `alone` what rises or falls by itself."""
_JUST_BY: Final = re.compile(rf"(?<![0-9])(?<!followed)(?<!divided)(?<!multiplied)(?<!driven) {_BY}")
_GIVEN_TO: Final = re.compile(
    r" (?:[a-z-]{1,20} ){0,2}(?:people|persons|users|households|participants|patients|students|pupils|families|women|men|children|adults"
    r"|workers|employees|farmers|borrowers|lenders|recipients|respondents|customers|clients|members|villages|villagers|schools|hospitals|teachers"
    r"|mothers|parents|veterans|residents|citizens|voters|firms|companies|countries|individuals|volunteers|subjects)(?![a-z-])"
)
_PER: Final = re.compile(r"(?P<part>[0-9] )?(?<![a-z])(?:per|in|of) $")
_PER_BEHIND: Final = re.compile(r" (?:per|in|of) [0-9]")
_FROM_TWO: Final = re.compile(r"(?<![a-z])from\s(?:[^.;:]|\.(?=[0-9])){0,24}[0-9][^0-9.,;:]{0,12}\sand\s$")
_AND_ANOTHER: Final = re.compile(r"\s+and\s+[0-9]")
_WHERE: Final = r"(?:at|in|on|with|for|under|after|using|when)"
_FROM_AT: Final = re.compile(
    rf"(?<![a-z])from (?P<value>[^.;:()]{{0,4}}[0-9](?:[^.;:()a-z]|\.(?=[0-9])){{0,8}}(?: (?!{_WHERE} )[a-z-]+){{0,2}}) (?P<where>{_WHERE})"
    r"(?: (?:an?|the|only|just|[a-z-]+))?(?: (?:of|=))? (?:[a-z]{1,3} ?= ?)?$"
)
_AT_BEHIND: Final = re.compile(
    rf"[^\w.;:()]{{0,3}}(?: (?!{_WHERE} )[a-z-]+){{0,2}} (?P<where>{_WHERE})(?: [a-z-]+){{0,2}} (?:[a-z]{{1,3}} ?= ?)?[$~]?[0-9]"
)


def are_apart(ctx: Context, first: Part, second: Part) -> bool:
    """Whether two numbers are each told by itself, for sure."""
    return (
        _is_of_two(ctx, first, second)
        or _led_to(ctx, first, second)
        or _is_base(ctx, first, second)
        or _is_given(ctx, first, second)
        or _is_place(ctx, first, second)
    )


def may_be_apart(ctx: Context, first: Part, second: Part) -> bool:
    """Whether the first number may say by how much and the second to what level: "improves it by 2.4 to 77.9".

    A range it is where the second end is near to the first ("by 2 to 3 points"), and of factors ("by 1.5 to 20x").
    """
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return chains.ends(_JUST_BY, ctx.low, first.start) is not None  # "by 48 mV to 1.27 V", "by 3 points to 45%"
    moved = chains.ends(_MOVED_BY, ctx.low, first.start)
    if moved is None or second.unit == "x":
        return False
    if second.scaled and not first.scaled:
        return False  # "by 2 to 30 million"
    low, high = abs(first.value), abs(second.value)
    share = first.unit in ("%", "pp") and moved["alone"] is not None and moved["object"] is None
    near = 4 if share else 5 if first.scaled else 10
    return high < low or high >= near * low > 0


def _led_to(ctx: Context, first: Part, second: Part) -> bool:
    """Whether a number says by how much and the next to what it rose or fell: "gained 0.5% to 149.87"."""
    if chains.ends(_LED, ctx.low, first.start) is None:
        return False
    if first.unit is None:
        return bool(money.is_money(second.unit) and second.scaled) and not first.scaled
    if money.is_money(first.unit):
        return abs(second.value) >= 8 * abs(first.value)
    if first.unit in ("%", "pp"):
        return second.unit is None or (first.unit, second.unit) == ("pp", "%")
    if first.unit in ("x", "‰") or second.unit is None:
        return False
    return second.unit != first.unit or second.value > first.value


def _is_base(ctx: Context, first: Part, second: Part) -> bool:
    """Whether a number is what the one before it is told of, and the next is told of one, too: "3 per 100 to 2 per 100"."""
    per = chains.ends(_PER, ctx.low, first.start)
    if per is None:
        return False
    falls = per["part"] is not None and first.value > second.value  # "3 per 100 to 2"
    return falls or _PER_BEHIND.match(ctx.low, second.end) is not None


def _is_given(ctx: Context, first: Part, second: Part) -> bool:
    """Whether the second number tells to how many something was given: "a loan of $11 to 200 users"."""
    return first.unit is not None and second.unit is None and _GIVEN_TO.match(ctx.low, second.end) is not None


def _is_of_two(ctx: Context, first: Part, second: Part) -> bool:
    """Whether two numbers are the last of what there was, and the first of what two have come to: "from 60 and 52 to 71 and 64"."""
    if _AND_ANOTHER.match(ctx.low, second.end) is None:
        return False
    return chains.ends(_FROM_TWO, ctx.low, first.start) is not None


def _is_place(ctx: Context, first: Part, second: Part) -> bool:
    """Whether the first number says where a value was taken, and the second is that at the other end: "from 98.1% at 4K to 93.6%"."""
    from_ = chains.ends(_FROM_AT, ctx.low, first.start)
    if from_ is None:
        return False
    unit = ctx.out[-1].unit
    behind = _AT_BEHIND.match(ctx.low, second.end)
    return unit == second.unit and (unit != first.unit or (behind is not None and behind["where"] == from_["where"]))
