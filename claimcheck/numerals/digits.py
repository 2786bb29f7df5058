"""Reading one number in digits: its decimals, exponent, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import names
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import DENOMINATORS, SCALES, VULGAR
from claimcheck.numerals.model import MAX_DIGITS, MAX_EXPONENT
from claimcheck.numerals.parts import EXACT, Part
from claimcheck.numerals.units import read_unit

_GROUP_SPACES: Final = "\u2009\u202f\u00a0"
_NUMBER: Final = re.compile(
    r"(?P<comma>(?<![\[(])0,[0-9]+|[0-9]+,[0-9]{1,2}(?=\s?%))(?![0-9])(?!,[0-9])"
    rf"|(?P<grouped>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,3}}(?:[{_GROUP_SPACES}'’][0-9]{{3}})+(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,8},[0-9]{3}(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|[.,·:/%-]?[0-9]| ?%))(?P<grouped_decimals>[.·][0-9]+)?"
    r"|(?P<plain>[0-9]+)(?P<decimals>[.·][0-9]+)?"
)
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–ˆ", "0123456789-+--^")
_SCIENTIFIC: Final = re.compile(
    r"[eE](?P<e>[+\-−–]?[0-9]{1,4})(?![0-9A-Za-z])"
    r"|\s?[×x*·⋅]\s?10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?\s?[0-9]{1,4})(?(open)\))"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?P<minus>[−–-][0-9]{1,2})(?![0-9])|(?P<lost>[0-9]{1,2})(?![0-9.,]?[0-9]))"
)
_POWER_OF_TEN: Final = re.compile(
    r"10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?[0-9]{1,4})(?(open)\))|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![0-9])"
)
_POWER: Final = re.compile(r"\s?\^\s?(?P<open>\()?(?P<exponent>[0-9]{1,2})(?(open)\))(?![0-9A-Za-z])(?!\.[0-9])")
_SCALE: Final = re.compile(
    r"(?P<letter>bn|mn|mln|bln|tn|tln|trn|MM|mil|[kKmMbBTG])(?![A-Za-z0-9_²³])"
    r"|[\s-]{0,2}(?P<words>(?i:(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion|lakh|crore|dozen)s?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?))(?![A-Za-z])"
    r"|\s{1,2}(?P<spaced>(?:bn|mn|mln|bln|tn|tln|trn|mil|k)(?![A-Za-z0-9-])|[KMBT](?=\s(?!thus)[a-z]{3,}s(?![a-z])))"
)
_LETTER_POWERS: Final = {
    "k": 3,
    "K": 3,
    "m": 6,
    "M": 6,
    "mn": 6,
    "mln": 6,
    "b": 9,
    "B": 9,
    "bn": 9,
    "bln": 9,
    "T": 12,
    "tn": 12,
    "tln": 12,
    "trn": 12,
    "G": 9,
    "MM": 6,
    "mil": 6,
}
_VULGAR_AFTER: Final = re.compile(
    r"[\s-]?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|\s{1,2}(?P<n>[0-9]{1,2})\s?[/⁄]\s?(?P<d>[0-9]{1,2})(?![0-9/.,:]?[0-9])"
)
_DENOMINATOR: Final = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
_HALF: Final = re.compile(
    rf"\s+and\s+(?:(?:an?|one)[\s-]+(?P<unit>{_DENOMINATOR})(?!s)|(?P<n>two|three|four|five|six|seven|eight|nine)[\s-]+(?P<d>{_DENOMINATOR})s)(?![a-z-])"
)


def run_end(ctx: Context, start: int) -> int:
    end = start
    while end < len(ctx.text) and "0" <= ctx.text[end] <= "9":
        end += 1
    return end


def read_number(ctx: Context, start: int) -> Part | None:
    """A single number in digits with exponent, scale and mark; None for a run of digits too long to be one."""
    text = ctx.text
    lead = start + 1 if text[start] == "." else start
    match = _NUMBER.match(text, lead)
    if match is None:
        return None
    end = match.end()
    digits = match[0]
    if lead != start:
        end = run_end(ctx, lead)
        digits = "0." + text[lead:end]
    if len(digits) > MAX_DIGITS:
        return None
    part = Part(start, end, None)
    if lead != start:
        part.decimals = True
    elif match["grouped"] is not None:
        part.grouped = True
        part.decimals = match["grouped_decimals"] is not None
        part.spaced = " " in digits
        for space in ", '’" + _GROUP_SPACES:
            digits = digits.replace(space, "")
    elif match["comma"] is not None:
        part.decimals = True
        digits = digits.replace(",", ".")
    elif match["decimals"] is not None:
        part.decimals = True
    part.mantissa = Decimal(digits.replace("·", "."))
    part.digits = len(digits)
    _read_exponent(ctx, part)
    fraction = _VULGAR_AFTER.match(text, part.end) if not part.decimals and not part.power else None
    if fraction is not None:
        _read_mixed(ctx, part, fraction)
    read_mark(ctx, part)
    return part


def _read_mixed(ctx: Context, part: Part, match: re.Match[str]) -> None:
    """An integer followed by a fraction: 2 1/2, 2½."""
    numerator, denominator = VULGAR[match["vulgar"]] if match["vulgar"] else (int(match["n"]), int(match["d"]))
    if not 0 < numerator < denominator:
        return
    assert part.mantissa is not None
    part.mantissa = EXACT.fma(part.mantissa, Decimal(denominator), Decimal(numerator))
    part.divisor = denominator
    part.mixed = True
    part.end = match.end()


def _read_exponent(ctx: Context, part: Part) -> None:
    text = ctx.text
    match = _POWER_OF_TEN.match(text, part.start) if part.mantissa == 10 and not part.decimals else None
    if match is not None:
        exponent = int((match["caret"] or match["raised"]).translate(_SUPERSCRIPT).replace(" ", ""))
        if abs(exponent) <= MAX_EXPONENT:
            part.mantissa, part.power, part.end = Decimal(1), exponent, match.end()
        return
    power = _POWER.match(text, part.end)
    if power is not None and not part.decimals and part.mantissa is not None and part.digits <= 6:
        exponent = int(power["exponent"])
        if exponent * part.digits <= MAX_DIGITS:
            part.mantissa, part.end, part.scaled = Decimal(int(part.mantissa) ** exponent), power.end(), "e"
        return
    match = _SCIENTIFIC.match(text, part.end)
    if match is None:
        return
    written = match["e"] or match["caret"] or match["raised"] or match["minus"] or match["lost"]
    exponent = int(written.translate(_SUPERSCRIPT).replace(" ", ""))
    if abs(exponent) > MAX_EXPONENT:
        return
    if match["lost"] is not None:
        assert part.mantissa is not None
        if part.mantissa >= 10 or part.grouped:
            return
    part.power = exponent
    part.end = match.end()
    part.scaled = "e"


def read_mark(ctx: Context, part: Part) -> None:
    """Scale, plus sign and unit behind a number."""
    text = ctx.text
    end = part.end
    if not part.grouped and not part.scaled:
        match = _SCALE.match(text, end)
        if match is not None:
            read_scale(ctx, part, match)
    elif part.grouped:
        match = _SCALE.match(text, end)
        if match is not None and match["words"]:
            read_scale(ctx, part, match)
    if (
        text.startswith("+", part.end)
        and not text[part.end + 1 : part.end + 2].isdigit()
        and text[part.end + 1 : part.end + 2] not in ("-", "−", "–", "/")
    ):
        if not text[part.end + 1 : part.end + 2].isalpha():
            part.end += 1
            part.scaled += "+"
    found = None if names.decade(ctx.low, part) else read_unit(text, ctx.low, part.end, part.scaled not in ("", "e"))
    if (
        found is not None
        and found.optional
        and part.digits == 4
        and not part.decimals
        and len(found.unit) == 1
        and text[part.start] in "12"
        and not part.scaled
    ):
        found = None  # "Weather 2014 T"
    if found is not None and found.rather_not:
        part.readings.append((part.power, found.unit, found.end))
    elif found is not None:
        if found.optional:
            part.readings.append((part.power, None, part.end))
        part.unit = found.unit
        part.end = found.end
        if (
            text.startswith("+", part.end)
            and found.unit in ("%", "x")
            and not text[part.end + 1 : part.end + 2].isalnum()
            and text[part.end + 1 : part.end + 2] not in ("-", "−", "–", "/")
        ):
            part.end += 1
            part.scaled += "+"
    _read_plus(ctx, part)


def _read_plus(ctx: Context, part: Part) -> None:
    """ "90%-plus": at least."""
    if ctx.low.startswith("-plus", part.end) and not ctx.low[part.end + 5 : part.end + 6].isalpha():
        part.end += 5
        part.scaled += "+"


def read_scale(ctx: Context, part: Part, match: re.Match[str]) -> None:
    letter = match["letter"] or match["spaced"]
    if letter is not None:
        if letter == "G" and part.digits < 2:
            return  # 5G
        part.power += _LETTER_POWERS[letter]
        part.scaled = letter
        if letter == "m" and not part.words:
            # metres or millions: what the claim writes selects
            part.readings.append((part.power - 6, "m", match.end()))
            if names.metres(ctx.low, match.end()):
                part.readings[-1] = (part.power, None, match.end())
                part.power -= 6
                part.unit = "m"
        elif letter == "K":
            part.readings.append((part.power - 3, "K", match.end()))
    else:
        for word in re.split(r"[\s-]+", match["words"].lower()):
            word = word.removesuffix("s")
            if word == "dozen":
                assert part.mantissa is not None
                part.mantissa = EXACT.multiply(part.mantissa, Decimal(12))
            else:
                part.power += 2 if word == "hundred" else SCALES[word]
        part.scaled = match["words"]
        half = _HALF.match(ctx.low, match.end())
        if half is not None and half["unit"] and part.mantissa is not None and part.power >= 3 and part.divisor == 1:
            # "3 million and a half": the half is one of the scale
            divisor = DENOMINATORS[half["unit"]]
            part.mantissa, part.divisor, part.mixed, part.end = (
                EXACT.fma(part.mantissa, Decimal(divisor), Decimal(1)),
                divisor,
                True,
                half.end(),
            )
            return
    part.end = match.end()
