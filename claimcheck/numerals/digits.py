"""Reading one number in digits: its decimals, exponent, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.numerals import dates
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import DENOMINATORS, LETTER_POWERS, SCALES, VULGAR
from claimcheck.numerals.model import MAX_DIGITS, MAX_EXPONENT
from claimcheck.numerals.parts import EXACT, Part
from claimcheck.numerals.units import Unit, read_unit
from claimcheck.numerals.words import BELOW_HUNDRED, below_hundred

_GROUP_SPACES: Final = "\u2009\u202f\u00a0"
_NUMBER: Final = re.compile(
    r"(?P<comma>(?<![\[({])0,[0-9]+|[0-9]+,[0-9]{1,2}(?=\s?%))(?![0-9])(?!,[0-9])"
    rf"|(?P<grouped>[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?![0-9]|,[0-9])|[0-9]{{1,3}}(?:[{_GROUP_SPACES}'’][0-9]{{3}})+(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,8},[0-9]{3}(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|[.,·:/%-]?[0-9]| ?%))(?P<grouped_decimals>[.·][0-9]+)?"
    r"|(?P<plain>[0-9]+)(?P<decimals>[.·][0-9]+)?"
)
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–ˆ", "0123456789-+--^")
_TIMES_TEN: Final = (
    r"\s?[×x*·⋅]\s?10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?\s?[0-9]{1,4})(?(open)\))"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?P<minus>\s?[−–-][0-9]{1,2})(?![0-9])|(?P<lost>[1-9][0-9]?)(?![0-9.,]?[0-9])"
    r"|(?P<apart>\s[-−–]\s[0-9]{1,2}|\s[2-9](?=\s(?:cells|CFU|copies|spores|particles)(?![a-z])))(?![0-9.,]))"
)
_UNEVEN: Final = re.compile(
    r"\s?(?:\^\s?\+\s?[0-9.]{1,12}\s?_\s?[-−–]\s?[0-9.]{0,11}[0-9]|_\s?[-−–]\s?[0-9.]{1,12}\s?\^\s?\+\s?[0-9.]{0,11}[0-9])"
)
"""An uncertainty that is not the same to both sides: 36^{+5}_{-4}."""
_SCIENTIFIC: Final = re.compile(rf"[eE](?P<e>[+\-−–]?[0-9]{{1,4}})(?![0-9A-Za-z])|{_TIMES_TEN}")
_POWER_BEHIND: Final = re.compile(rf"\)?{_TIMES_TEN}")
_POWER_OF_TEN: Final = re.compile(
    r"10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?[0-9]{1,4})(?(open)\))|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![0-9])"
)
_LOST_POWER: Final = re.compile(r"10\s?(?P<minus>[-−–]\s?[0-9]{1,2})(?![0-9.,])")
_PROBABILITY: Final = re.compile(r"(?<![A-Za-z])[pP](?:[- ]values?)?\s?[<>=≤≥∼~]\s?$")
"""Before "10 - 5": a probability, and so ten to the minus five."""
_RAISED: Final = r"\s?\^\s?(?P<open>\()?(?P<exponent>[+\-−–]?[0-9]{1,2})(?(open)\))(?![0-9A-Za-z])(?!\.[0-9])"
_POWER: Final = re.compile(_RAISED)
_TIMES_POWER: Final = re.compile(rf"\s?[×x*·⋅]\s?(?P<base>[2-9]|[1-9][0-9]){_RAISED}")
_PLURAL: Final = r"(?!(?:this|thus|plus|was|has|does|less|across|versus|always|perhaps|besides)(?![a-z]))[a-z]{2,}[^\W\dsu]s(?![a-z])"
SCALE: Final = re.compile(
    r"(?P<letter>[bBmM]l?n|tn|Tn|tln|trn|MM|mil|[kKmMbBTG])(?![A-Za-z0-9_²³Ω])"
    r"|[\s-]{0,2}(?P<words>(?i:(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion|lakh|crore|dozen)s?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?))(?![A-Za-z])"
    rf"|\s{{1,2}}(?P<spaced>(?:[bBmM]l?n|tn|Tn|tln|trn|mil|k)(?![A-Za-z0-9-])|(?!B\s(?:cells|lymphocytes))[KMBT](?=\s{_PLURAL}|[\s-](?:parameter|token|sample|param|FLOP|MAC)(?![a-z])))|\s(?P<billions>B)(?=[.,;)]?(?:\s[a-z]|\s?$))"
)
"""A scale word or letter; a capital letter with a space before it only where the plural of what is counted follows."""
_SIZED: Final = re.compile(r"\s(?:models?|parameters?|params?|tokens?|lms?|llms?)(?![a-z])")
_VULGAR_AFTER: Final = re.compile(
    r"[\s-]?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|\s{1,2}(?P<n>[0-9]{1,2})\s?[/⁄]\s?(?P<d>[0-9]{1,2})(?![0-9/.,:]?[0-9])"
)
DENOMINATOR: Final = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
AND_A_FRACTION: Final = re.compile(
    rf"[\s-]+and[\s-]+(?:(?:an?|one)[\s-]+(?P<unit>{DENOMINATOR})(?!s)|(?P<n>{BELOW_HUNDRED})[\s-]+(?P<d>{DENOMINATOR})s)"
    r"(?:[\s-](?P<scale>thousand|million|billion))?(?![a-z])"
)


def _exponent(match: re.Match[str]) -> int:
    """The exponent that a match of the powers of ten holds, however it is written (^-3, ⁻³, −3, a lost superscript)."""
    written = next(
        match[name] for name in ("e", "caret", "raised", "minus", "lost", "apart") if match.groupdict().get(name)
    )
    return int(written.translate(_SUPERSCRIPT).replace(" ", ""))


def power_behind(text: str, end: int) -> tuple[int, int, bool] | None:
    """The power of ten that stands at `end`, behind a bracket or none: its exponent, its end, and whether a bracket closes."""
    match = _POWER_BEHIND.match(text, end)
    if match is None or abs(exponent := _exponent(match)) > MAX_EXPONENT:
        return None
    return exponent, match.end(), match[0].startswith(")")


def run_end(ctx: Context, start: int) -> int:
    end = start
    while end < len(ctx.text) and "0" <= ctx.text[end] <= "9":
        end += 1
    return end


_LIST_OPENS: Final = re.compile(
    r"(?:\[|(?:range|interval|scale|between|in|∈|from|within|sizes?|resolutions?|shapes?|set|dimensions?|resized to|input of|=)\s?[({])"
    r"\s?[0-9,+\-−–]{0,60}$"
)
_LIST_CLOSES: Final = re.compile(r"[0-9,+\-−–]{0,60}\s?[\])}]")


def _listed(text: str, start: int, end: int) -> bool:
    """Whether commas between threes of digits set the members of a list apart: [10,100], sizes (64,128,256)."""
    return _LIST_CLOSES.match(text, end) is not None and _LIST_OPENS.search(text, max(0, start - 80), start) is not None


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
    if match["grouped"] is not None and "," in digits and _listed(text, lead, end):
        end = run_end(ctx, lead)
        match = _NUMBER.match(text, lead, end)
        assert match is not None
        digits = match[0]
    if match["comma"] is not None and ctx.view.raw[max(0, ctx.view.raw_start(lead) - 1)] == "{":
        end = run_end(ctx, lead)  # {0,1}: a set
        match = _NUMBER.match(text, lead, end)
        assert match is not None
        digits = match[0]
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
    if not _read_exponent(ctx, part):
        return None
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


def _read_exponent(ctx: Context, part: Part) -> bool:
    """Takes in an exponent or power; whether the number can be told (no power beyond what is read)."""
    text = ctx.text
    match = _POWER_OF_TEN.match(text, part.start) if part.mantissa == 10 and not part.decimals else None
    if match is None and part.mantissa == 10 and part.digits == 2:
        match = (
            _LOST_POWER.match(text, part.start)
            if _PROBABILITY.search(text, max(0, part.start - 16), part.start)
            else None
        )
    if match is not None:
        exponent = _exponent(match)
        part.mantissa, part.power, part.end = Decimal(1), exponent, match.end()
        return abs(exponent) <= MAX_EXPONENT
    uneven = _UNEVEN.match(text, part.end)
    if uneven is not None:
        part.end = uneven.end()
        return True
    power = _POWER.match(text, part.end)
    if power is not None:
        return not part.mantissa or _raise(part, Decimal(1), part.mantissa, power)
    match = _SCIENTIFIC.match(text, part.end)
    if match is None:
        product = _TIMES_POWER.match(text, part.end)
        return (
            product is None or part.mantissa is None or _raise(part, part.mantissa, Decimal(product["base"]), product)
        )
    exponent = _exponent(match)
    if abs(exponent) > MAX_EXPONENT:
        return False
    if match["apart"] is not None and not _is_apart(ctx, part, match["apart"]):
        return True
    if match["lost"] is not None:
        assert part.mantissa is not None
        if (part.mantissa >= 10 and not part.decimals) or part.grouped:
            return True
    part.power = exponent
    part.end = match.end()
    part.scaled = "e"
    return True


def _is_apart(ctx: Context, part: Part, written: str) -> bool:
    """Whether "5 x 10 - 8" is a power with spaces around its minus: a factor below ten that a limit or a p stands before."""
    assert part.mantissa is not None
    limited = not written.startswith((" -", " −", " –")) or _LIMIT.search(ctx.text, max(0, part.start - 24), part.start)
    return part.mantissa < 10 and bool(limited)


def _raise(part: Part, factor: Decimal, base: Decimal, match: re.Match[str]) -> bool:
    """Makes a part the product of a factor and a power (2^10, 1.1^23, 8×2^10), exactly; False if it has more than 40 digits."""
    exponent = int(match["exponent"].replace("−", "-").replace("–", "-"))
    if len(base.as_tuple().digits) * abs(exponent) >= EXACT.prec:
        return False
    value = EXACT.power(base, abs(exponent))
    if len(value.as_tuple().digits) > MAX_DIGITS:
        return False
    if exponent >= 0:
        part.mantissa = EXACT.multiply(factor, value)
    else:
        ratio = Fraction(factor) / Fraction(value)
        part.mantissa, part.divisor, part.mixed = Decimal(ratio.numerator), ratio.denominator, ratio.denominator != 1
    part.end, part.scaled = match.end(), "e"
    return True


_LIMIT: Final = re.compile(
    r"[<>≤≥=]\s?$|(?<![A-Za-z])[pP](?:[- ]?values?)?(?: of| [a-z]{2,8})?\s?$|(?:threshold|level) (?:of )?$"
)
_AFTER_YEAR: Final = tuple("TKMJANCWV")
"""Units that behind a year are as often a letter of a name."""


def read_mark(ctx: Context, part: Part) -> None:
    """Scale, plus sign and unit behind a number."""
    text = ctx.text
    end = part.end
    if not part.grouped and not part.scaled:
        match = SCALE.match(text, end)
        if match is not None:
            read_scale(ctx, part, match)
    elif part.grouped:
        match = SCALE.match(text, end)
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
    found = None if dates.decade(ctx.low, part) else read_unit(text, ctx.low, part.end, part.scaled not in ("", "e"))
    if found is not None and found.optional and found.unit in _AFTER_YEAR and dates.like_year(text, part):
        found = None  # "Weather 2014 T"
    if found is not None and found.unit == "x":
        found = _no_factor(text, part, found)
    if found is not None and found.rather_not:
        part.readings.append((part.power, found.unit, found.end))
    elif found is not None:
        if found.optional:
            part.readings.append((part.power, None, part.end))
        if found.unit in ("K", "M", "T") and not part.scaled and not part.grouped and text[part.end] == " ":
            # "1.2 M": molar or millions
            part.readings.append((part.power + LETTER_POWERS[found.unit], None, found.end))
        part.unit = found.unit
        part.end = found.end
        if (
            text.startswith("+", part.end)
            and (len(found.unit) > 1 or found.unit in ("%", "x"))
            and not text[part.end + 1 : part.end + 2].isalnum()
            and text[part.end + 1 : part.end + 2] not in ("-", "−", "–", "/")
        ):
            part.end += 1
            part.scaled += "+"
    _read_plus(ctx, part)


def _no_factor(text: str, part: Part, found: Unit) -> Unit | None:
    """The factor that an x behind a number is; None where it counts accelerators (kept as a reading), or parts two years."""
    if not part.decimals and ACCELERATOR.match(text, found.end):
        part.readings.append((part.power, "x", found.end))
        return None
    between = text[part.end : found.end] in (" x", " ×") and dates.like_year(text, part)
    return None if between else found  # "SemEval 2018 x SemEval 2019"


def _read_plus(ctx: Context, part: Part) -> None:
    """ "90%-plus": at least."""
    if ctx.text.startswith("-plus", part.end) and not ctx.low[part.end + 5 : part.end + 6].isalpha():
        part.end += 5
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
    if letter == "G" and part.digits < 2:
        return  # 5G
    if letter == "m" and _SPEED.match(ctx.text, match.end()):
        return  # 5m/s
    part.power += LETTER_POWERS[letter]
    part.scaled = letter
    part.end = match.end()
    if letter == "m" and not part.words:
        # metres or millions: what the claim writes selects
        part.readings.append((part.power - 6, "m", match.end()))
        if _metres(ctx.low, part.start, match.end(), part.mantissa):
            part.readings[-1] = (part.power, None, match.end())
            part.power -= 6
            part.unit = "m"
    elif letter == "K":
        part.readings.append((part.power - 3, "K", match.end()))
    elif letter in "MT" and _other_unit(ctx, part, letter, match.end()):
        part.readings.append((part.power, None, match.end()))
        part.power -= LETTER_POWERS[letter]
        part.unit = letter


def read_scale_words(ctx: Context, part: Part, words: str, end: int) -> None:
    """Multiplies by scale words that end at `end`, and adds what "3 million and a half" adds: a half of the scale."""
    for word in re.split(r"[\s-]+", words.lower()):
        word = word.removesuffix("s")
        if word == "dozen":
            assert part.mantissa is not None
            part.mantissa = EXACT.multiply(part.mantissa, Decimal(12))
        else:
            part.power += 2 if word == "hundred" else SCALES[word]
    part.scaled = words
    part.end = end
    if not part.words and not part.decimals and part.divisor == 1:
        _read_smaller(ctx, part)
    half = AND_A_FRACTION.match(ctx.low, part.end)
    if (
        half is not None
        and half["unit"]
        and not half["scale"]
        and part.mantissa is not None
        and part.power >= 3
        and part.divisor == 1
    ):
        divisor = DENOMINATORS[half["unit"]]
        part.mantissa = EXACT.fma(part.mantissa, Decimal(divisor), Decimal(1))
        part.divisor, part.mixed, part.end = divisor, True, half.end()


_SMALLER: Final = re.compile(
    r" (?P<digits>[0-9]{1,3}) (?P<scale>hundred|thousand|million|billion)(?![a-z])"
    rf"|(?: and | )(?P<last>[1-9][0-9]?|{BELOW_HUNDRED})"
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
            if not ctx.low.endswith("hundred", 0, part.end):
                return
            power, added = 0, Decimal(_small(match["last"]))
        else:
            power, added = 2 if match["scale"] == "hundred" else SCALES[match["scale"]], Decimal(match["digits"])
            if power >= part.power or added.adjusted() + power >= part.power:
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
    return (
        _LENGTH_AFTER.match(low, end) is not None or _LENGTH_BEFORE.search(low, max(0, start - 16), start) is not None
    )


def _other_unit(ctx: Context, part: Part, letter: str, end: int) -> bool:
    """Whether a glued M or T is molar (3M KCl) or tesla (a 3T scanner)."""
    if part.mantissa is None or part.mantissa > 25:
        return False
    return _MOLAR.match(ctx.text, end) is not None if letter == "M" else letter == "T" and ctx.has_magnets()
