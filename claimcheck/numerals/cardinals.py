"""Reading one number in words with its decimals, fraction, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import read_scale
from claimcheck.numerals.lexicon import DENOMINATORS, SCALES, SMALL, TENS
from claimcheck.numerals.parts import Part
from claimcheck.numerals.units import read_unit
from claimcheck.numerals.words import read_point, read_words

_SCALE: Final = re.compile(
    r"(?P<letter>bn|mn|mln|bln|tn|tln|trn|MM|mil|[kKmMbBTG])(?![A-Za-z0-9_²³])"
    r"|[\s-]{0,2}(?P<words>(?i:(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion|lakh|crore|dozen)s?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?))(?![A-Za-z])"
    r"|\s{1,2}(?P<spaced>(?:bn|mn|mln|bln|tn|tln|trn|mil|k)(?![A-Za-z0-9-])|[KMBT](?=\s(?:[a-z-]+\s)?[a-z]{3,}s(?![a-z])))"
)
_DENOMINATOR: Final = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
_HALF: Final = re.compile(
    rf"\s+and\s+(?:(?:an?|one)[\s-]+(?P<unit>{_DENOMINATOR})(?!s)|(?P<n>two|three|four|five|six|seven|eight|nine)[\s-]+(?P<d>{_DENOMINATOR})s)(?![a-z-])"
)
_TENS_WORD: Final = "|".join(TENS)
_FRACTION_WORD: Final = re.compile(
    rf"[\s]*[\s-][\s]*(?:(?P<tens>{_TENS_WORD})[\s-](?P<ones>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?P<word>{_DENOMINATOR}))(?P<plural>s?)(?![a-z])(?!-[a-z])"
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
    half = _HALF.match(low, part.end)
    if half is not None and not part.decimals:
        numerator, denominator = (
            (1, DENOMINATORS[half["unit"]]) if half["unit"] else (SMALL[half["n"]], DENOMINATORS[half["d"]])
        )
        assert part.mantissa is not None
        part.mantissa = Decimal(found.value * denominator + numerator * _last_scale(low, start, found.end))
        part.divisor = denominator
        part.mixed = True
        part.end = half.end()
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
        match = _SCALE.match(low, part.end)
        if match is not None and match["words"]:
            read_scale(ctx, part, match)
    found_unit = read_unit(ctx.text, low, part.end, scaled=True)
    if found_unit is not None and found_unit.rather_not:
        part.readings.append((part.power, found_unit.unit, found_unit.end))
    elif found_unit is not None:
        if found_unit.optional:
            part.readings.append((part.power, None, part.end))
        part.unit, part.end = found_unit.unit, found_unit.end
    return part
