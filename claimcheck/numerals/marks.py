"""What scales and marks a number, right behind it: letters and words of scale, a plus, its unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import clocks, dates
from claimcheck.numerals.chains import ends
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import DENOMINATORS, LETTER_POWERS, SCALES
from claimcheck.numerals.parts import EXACT, Part
from claimcheck.numerals.units import Unit, read_unit
from claimcheck.numerals.words import BELOW_HUNDRED, below_hundred

_PLURAL: Final = r"(?!(?:this|thus|plus|was|has|does|less|across|versus|always|perhaps|besides)(?![a-z]))[a-z]{2,}[^\W\dsu]s(?![a-z])"
SCALE: Final = re.compile(
    r"(?P<letter>[bBmM]l?n|tn|Tn|tln|trn|MM|mil|[kKmMbBTG])(?![A-Za-z0-9_²³Ω])"
    r"|(?:[\s-]{0,2}|\s{3,12})(?P<words>(?i:(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion|lakh|crore|dozen)s?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?))(?![A-Za-z])"
    rf"|\s{{1,2}}(?P<spaced>(?:[bBmM]l?n|tn|Tn|tln|trn|mil|k)(?![A-Za-z0-9Ω-])|(?!B\s(?:cells|lymphocytes))[KMBT](?=\s{_PLURAL}|[\s-](?:parameter|token|sample|param|FLOP|MAC)(?![a-z])))|\s(?P<billions>B)(?=[.,;)]?(?:\s[a-z]|\s?$))"
)
"""A scale word or letter; a capital letter with a space before it only where the plural of what is counted follows."""
_SIZED: Final = re.compile(r"\s(?:models?|parameters?|params?|tokens?|lms?|llms?)(?![a-z])")
DENOMINATOR: Final = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
AND_A_FRACTION: Final = re.compile(
    rf"[\s-]+and[\s-]+(?:(?:an?|one)[\s-]+(?P<unit>{DENOMINATOR})(?!s)|(?P<n>{BELOW_HUNDRED})[\s-]+(?P<d>{DENOMINATOR})s)"
    r"(?:[\s-](?P<scale>thousand|million|billion))?(?![a-z])"
)
_AFTER_YEAR: Final = tuple("TKMJANCWV")
"""Units that behind a year are as often a letter of a name."""


def read_mark(ctx: Context, part: Part) -> None:
    """Scale, plus sign and unit behind a number."""
    text = ctx.text
    if text[part.end : part.end + 1] in ("M", "F") and _is_sex(text, part):
        part.end += 1
    match = SCALE.match(text, part.end) if not part.scaled else None
    if match is not None and (match["words"] or not part.grouped):
        read_scale(ctx, part, match)
    _read_plus(text, part, _PLUS)
    found = (
        None
        if dates.decade(ctx.low, part)
        else read_unit(text, ctx.low, part.end, part.scaled.rstrip("+") not in ("", "e"))
    )
    if found is not None and found.unit in _AFTER_YEAR and dates.like_year(text, part):
        found = None  # "Weather 2014 T"
    if found is None:
        clocks.add_glued(text, part)
    if found is not None and found.unit == "x":
        found = _no_factor(text, part, found)
    if found is not None and found.rather_not:
        part.readings.append((part.power, found.unit, found.end))
    elif found is not None:
        part.readings = []  # 10K km are no kelvin
        if found.optional:
            part.readings.append((part.power, None, part.end))
        if found.unit in ("K", "M", "T") and not part.scaled and not part.grouped and text[part.end] == " ":
            # "1.2 M": molar or millions
            part.readings.append((part.power + LETTER_POWERS[found.unit], None, found.end))
        part.unit = found.unit
        part.end = found.end
        clocks.add_smaller(text, part)
        if len(found.unit) > 1 or found.unit in ("%", "x"):
            _read_plus(text, part, _PLUS)
    _read_plus(text, part, _PLUS_IN_WORDS)


def _no_factor(text: str, part: Part, found: Unit) -> Unit | None:
    """The factor that an x behind a number is; None where it counts accelerators (kept as a reading), or parts two years."""
    if not part.decimals and ACCELERATOR.match(text, found.end):
        part.readings.append((part.power, "x", found.end))
        return None
    between = text[part.end : found.end] in (" x", " ×") and dates.like_year(text, part)
    return None if between else found  # "SemEval 2018 x SemEval 2019"


_SEX_BEHIND: Final = re.compile(r"(?P<sex>[MF])(?:\s?[,/:;]\s?| and | & )[0-9]{1,4}(?!(?P=sex))[MF](?![A-Za-z0-9])")
_SEX_BEFORE: Final = re.compile(r"(?<![A-Za-z0-9.])[0-9]{1,4}(?P<sex>[MF])(?:\s?[,/:;]\s?| and | & )$")


def _is_sex(text: str, part: Part) -> bool:
    """Whether the M or F behind a number tells men from women: 14M, 6F."""
    if _SEX_BEHIND.match(text, part.end):
        return True
    before = ends(_SEX_BEFORE, text, part.start)
    return before is not None and before["sex"] != text[part.end] and not text[part.end + 1 : part.end + 2].isalnum()


_PLUS: Final = re.compile(r"\+(?![\w−–-]|/\s?[−–-])")
_PLUS_IN_WORDS: Final = re.compile("-plus(?![A-Za-z])")


def _read_plus(text: str, part: Part, plus: re.Pattern[str]) -> None:
    """ "10,000+" and "90%-plus": at least."""
    match = plus.match(text, part.end) if text[part.end : part.end + 1] in ("+", "-") else None
    if match is not None:
        part.end = match.end()
        part.scaled += "+"


def read_scale(ctx: Context, part: Part, match: re.Match[str]) -> None:
    letter = match["letter"] or match["spaced"] or match["billions"]
    if match["billions"] and not part.decimals and not _SIZED.match(ctx.low, match.end()):
        # an option or a cell as often as billions
        part.readings.append((part.power + 9, None, match.end()))
        return
    if letter is None:
        read_scale_words(ctx, part, match["words"], match.end())
        return
    if letter == "G" and (part.digits < 2 or _GAUGE.match(ctx.low, match.end())):
        return  # 5G, an 18G needle
    if letter == "m" and _SPEED.match(ctx.text, match.end()):
        return  # 5m/s
    part.power += LETTER_POWERS[letter]
    part.scaled = letter
    part.end = match.end()
    if letter == "m":
        # metres or millions: what the claim writes selects
        part.readings.append((part.power - 6, "m", match.end()))
        if _metres(ctx.low, part.start, match.end(), part.mantissa):
            part.readings[-1] = (part.power, None, match.end())
            part.power -= 6
            part.unit = "m"
    elif letter == "K":
        part.readings.append((part.power - 3, "K", match.end()))
    elif _other_unit(ctx, part, letter, match.end()):
        part.readings.append((part.power, None, match.end()))
        part.power -= LETTER_POWERS[letter]
        part.unit = letter


def read_scale_words(ctx: Context, part: Part, words: str, end: int) -> None:
    """Multiplies by scale words that end at `end`, and adds what "3 million and a half" adds: a half of the scale."""
    assert part.mantissa is not None
    for word in re.split(r"[\s-]+", words.lower()):
        word = word.removesuffix("s")
        if word == "dozen":
            part.mantissa = EXACT.multiply(part.mantissa, Decimal(12))
        else:
            part.power += 2 if word == "hundred" else SCALES[word]
    part.scaled = words
    part.end = end
    if not part.decimals and part.divisor == 1:
        _read_smaller(ctx, part)
    half = AND_A_FRACTION.match(ctx.low, part.end)
    if half is not None and half["unit"] and not half["scale"] and part.power >= 3 and part.divisor == 1:
        divisor = DENOMINATORS[half["unit"]]
        part.mantissa = EXACT.fma(part.mantissa, Decimal(divisor), Decimal(1))
        part.divisor, part.mixed, part.end = divisor, True, half.end()


_SMALLER: Final = re.compile(
    r" (?P<digits>[0-9]{1,3}) (?P<scale>hundred|thousand|million|billion)(?![a-z])"
    rf"|(?<=hundred)(?: and | )(?P<last>[1-9][0-9]?|{BELOW_HUNDRED})"
    r"(?![0-9.,:%‰/–-]|\.[0-9]|[a-z]| (?:hundred|thousand|million|billion|percent|%))"
)


def _small(written: str) -> int:
    """A number below a hundred in digits or words."""
    return int(written) if written.isdigit() else below_hundred(written)


def _read_smaller(ctx: Context, part: Part) -> None:
    """Adds the smaller parts of "2 million 300 thousand" and "3 hundred and 21"; a list's next number is none of them."""
    assert part.mantissa is not None
    while (match := _SMALLER.match(ctx.low, part.end)) is not None:
        if match["last"]:
            power, added = 0, Decimal(_small(match["last"]))
        else:
            power, added = 2 if match["scale"] == "hundred" else SCALES[match["scale"]], Decimal(match["digits"])
        if added.adjusted() + power >= part.power:
            return
        part.mantissa = EXACT.add(EXACT.scaleb(part.mantissa, part.power - power), added)
        part.power, part.end = power, match.end()


_LENGTH_AFTER: Final = re.compile(
    r"\s(?:long|tall|wide|deep|high|away|apart|from|distance|resolution|depth|altitude|above|below|radius|s−1|range|error|accuracy|sprint|race"
    r"|relays?|height|of\s(?:core|water|depth|altitude))\b|\s?/\s?s|[²³^]|\s(?:across|hurdles|in\s(?:diameter|width|size|length|height|depth))(?![a-z])"
)
_LENGTH_BEFORE: Final = re.compile(
    r"(?:(?:depths?|altitudes?|elevations?|heights?|distances?|lengths?|widths?)\s(?:of\s)?|(?:swam|ran|sprinted|walked|dived)\s)$"
)
_GAUGE: Final = re.compile(r"[\s-](?:[a-z]+\s)?(?:needles?|cannulas?|cannulae|catheters?|syringes?)(?![a-z])")
"""What the gauge (G) of a tube is told of."""
_SPEED: Final = re.compile(r"\s?/\s?(?:s|h|min)(?:[²2]|\^2)?(?![A-Za-z0-9])")
ACCELERATOR: Final = re.compile(
    r"\s?(?:(?:NVIDIA|AMD|Google|Intel) )?"
    r"(?:[AHVBLPT][0-9]{2,3}(?:-[0-9]{2}GB)?|RTX|GTX|MI[0-9]{3}X?|TPU(?:v[0-9])?|L40S?|GH200|GB200|DGX|[GTN]PUs?)(?![A-Za-z0-9])"
    r"(?!['’]s|(?:[ -][A-Z0-9][\w-]{0,12})? (?:throughput|speed|performance|utili[sz]ation|cost|faster|slower|time|memory|hours))"
)
"""What a number of accelerators counts, and no factor multiplies: 8×H100, but 2.5× A100 throughput."""
_RUN: Final = re.compile(r"\s(?:in\s[0-9]|finals?|heats?|title|team|record)(?![a-z])")
"""What follows the length of a race: "the 100m in 9.92"."""
_RACES: Final = frozenset({50, 60, 100, 200, 400, 800, 1500, 3000, 5000})
_MOLAR: Final = re.compile(
    r"\s(?:[A-Z][A-Za-z0-9]*(?:Cl[0-9]?|OH|SO4|NO3|PO4|CO3|F|Br|I)(?![A-Za-z0-9])|EDTA|urea|guanidine|imidazole|Tris|sucrose|sorbitol|glycerol"
    r"|(?:potassium|sodium|ammonium|lithium|calcium|magnesium|zinc|caesium|cesium)\s[a-z]+|ammonia|(?:acetic|sulfuric|nitric|hydrochloric) acid)(?![a-z])"
)
"""What stands behind a concentration (3M KCl): a formula, or a substance that is dissolved by the mole."""


def _metres(low: str, start: int, end: int, mantissa: Decimal | None) -> bool:
    """Whether a glued "m" is metres: what stands around speaks of a length."""
    if mantissa in _RACES and _RUN.match(low, end) is not None:
        return True
    return _LENGTH_AFTER.match(low, end) is not None or _LENGTH_BEFORE.search(low, start - 16, start) is not None


def _other_unit(ctx: Context, part: Part, letter: str, end: int) -> bool:
    """Whether a glued M or T is molar (3M KCl) or tesla (a 3T scanner)."""
    assert part.mantissa is not None
    if part.mantissa > 25:
        return False
    return _MOLAR.match(ctx.text, end) is not None if letter == "M" else letter == "T" and ctx.has_magnets()
