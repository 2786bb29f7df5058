"""The qualifier of a quantity that is being read."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.context import Context
from claimcheck.numerals.parts import Part
from claimcheck.numerals.qualifiers import Qualified, Qualifier, may_be_qualified, qualifier_before

_MEASURED: Final = re.compile(
    r"\s(?:(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|frames|tokens|pixels|metres|meters)(?![a-z])"
)
_MADE: Final = re.compile(
    r"\s(?:[a-z-]{1,20}\s){0,2}(?:l?lms|models|networks|agents|experiments|interviews|studies|prompts|papers|participants|users)(?![a-z])"
)
"""What one makes or asks, other than the runs and data sets that one goes over."""
_TIME: Final = re.compile(r"\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![a-z])")
_TIMES: Final = frozenset("h hr hrs min s sec ms µs μs us ns d wk yr yrs y".split())
_ATTRIBUTE: Final = re.compile(r"[\s-](?:second|minute|hour|day|week|month|year|fold|point|step)[\s-][a-z]")
"""With this the number belongs to what a noun is: "an estimated 10 year risk" is an estimated risk."""
_AREAS: Final = frozenset("km m mi ha km2 km² km^2 m2 m² m^2 sqkm".split())
_AREA: Final = re.compile(r"\s(?:acres|hectares|square|kilometers|kilometres|miles)(?![a-z])")
_CONDITION: Final = re.compile(
    r"\s?(?:CO2|N2|O2|Ar|H2|light|illumination|irradiation|vacuum|pressure|field|load|sun)(?![A-Za-z])"
)
"""What something is done under: no bound."""


def qualified(ctx: Context, start: int, floor: int, part: Part) -> Qualifier | None:
    """The qualifier before the quantity that begins at `start` and whose number is `part`."""
    if not may_be_qualified(ctx.text, ctx.low, start, floor):
        return None
    marked = bool(part.unit or part.scaled or part.grouped or part.decimals)
    value = part.mantissa if part.divisor == 1 else None
    short = part.unit in _TIMES
    number = Qualified(
        marked=marked,
        share=part.unit in ("%", "x", "pp", "‰"),
        small=value is not None and value < 20,
        vague=part.vague,
        made=_MADE.match(ctx.low, part.end) is not None,
        measured=_MEASURED.match(ctx.low, part.end) is not None,
        timed=short or _TIME.match(ctx.low, part.end) is not None,
        short=short,
        wide=part.unit in _AREAS or _AREA.match(ctx.low, part.end) is not None,
        attribute=_ATTRIBUTE.match(ctx.low, part.end) is not None,
        condition=_CONDITION.match(ctx.text, part.end) is not None,
        isolated=ctx.isolated,
    )
    return qualifier_before(ctx.text, ctx.low, start, floor, number)
