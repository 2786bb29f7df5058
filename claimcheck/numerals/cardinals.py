"""Reading one number in words with its decimals, fraction, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import DENOMINATORS, SCALES, TENS
from claimcheck.numerals.marks import AND_A_FRACTION, DENOMINATOR, SCALE, read_scale_words
from claimcheck.numerals.parts import Part
from claimcheck.numerals.units import read_unit
from claimcheck.numerals.words import below_hundred, read_point, read_words

_OF_A_SCALE: Final = re.compile(r"\s+of\s+an?\s+(?P<words>hundred|thousand|million|billion|trillion)(?![a-z])")
_TENS_WORD: Final = "|".join(TENS)
_FRACTION_WORD: Final = re.compile(
    rf"(?:\s{{1,20}}|\s{{0,20}}-\s{{0,20}})(?:(?P<tens>{_TENS_WORD})[\s-](?P<ones>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?P<word>{DENOMINATOR}))(?P<plural>s?)(?![a-z])(?!-[a-z]|\s+century(?![a-z]))"
)
_ORDINAL_VALUES: Final = {"first": 1, "second": 2}
_SCALE_AT_END: Final = re.compile(rf"({'|'.join(SCALES)})s?$")


def _last_scale(low: str, start: int, end: int) -> int:
    """The scale that a number in words ends in ("one million"): a half behind it is half of that; else 1."""
    match = _SCALE_AT_END.search(low, start, end)
    return int(10 ** SCALES[match[1]]) if match else 1


def read_cardinal(ctx: Context, start: int) -> Part | None:
    """A number in words with its decimals, halves, scale and unit, at `start`."""
    low = ctx.low
    found = read_words(low, start)
    if found is None or (ctx.text[found.end : found.end + 1].isalnum()):
        return None
    part = Part(start, found.end, Decimal(found.value))
    part.words = True
    point = read_point(low, found.end)
    if point is not None:
        part.mantissa = Decimal(f"{found.value}.{point[0]}")
        part.end = point[1]
        part.decimals = True
    half = AND_A_FRACTION.match(low, part.end)
    if half is not None and not part.decimals:
        numerator, denominator = (
            (1, DENOMINATORS[half["unit"]]) if half["unit"] else (below_hundred(half["n"]), DENOMINATORS[half["d"]])
        )
        scale = _last_scale(low, start, found.end)
        end = half.end()
        if half["scale"] and scale == 1:
            end = half.start("scale")  # "two and a half million": the scale is that of all
        elif half["scale"]:
            scale = int(10 ** SCALES[half["scale"]])  # "one billion and a half million"
        part.mantissa = Decimal(found.value * denominator + numerator * scale)
        part.divisor = denominator
        part.mixed = True
        part.end = end
    else:
        fraction = _FRACTION_WORD.match(low, part.end)
        if fraction is not None and (fraction["plural"] or fraction["word"] == "halves" or part.mantissa == 1):
            if fraction["word"]:
                part.divisor = DENOMINATORS[fraction["word"]]
            else:
                part.divisor = TENS[fraction["tens"]] + (
                    _ORDINAL_VALUES.get(fraction["ones"]) or DENOMINATORS[fraction["ones"]]
                )
            part.end = fraction.end()
    if part.divisor != 1 or part.decimals or not found.ends_in_scale:
        match = SCALE.match(low, part.end)
        if part.divisor != 1:
            match = _OF_A_SCALE.match(low, part.end) or match  # "three quarters of a million"
        if match is not None and match["words"]:
            read_scale_words(ctx, part, match["words"], match.end())
            part.mixed = True
    found_unit = read_unit(ctx.text, low, part.end, scaled=True)
    if found_unit is not None and found_unit.rather_not:
        part.readings.append((part.power, found_unit.unit, found_unit.end))
    elif found_unit is not None:
        if found_unit.optional:
            part.readings.append((part.power, None, part.end))
        part.unit, part.end = found_unit.unit, found_unit.end
    return part
