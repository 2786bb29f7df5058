"""Reading one number in digits: its groups, decimals, exponent, and a fraction behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.numerals.chains import ends
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import VULGAR
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.model import MAX_DIGITS, MAX_EXPONENT
from claimcheck.numerals.parts import EXACT, Part

_GROUP_SPACES: Final = "\u2009\u202f\u00a0"
# Groups parted by blanks are at most as many as MAX_DIGITS allows: a table of them takes no time by the square.
_NUMBER: Final = re.compile(
    rf"(?P<fine>[0-9]{{1,3}}(?:[ {_GROUP_SPACES}][0-9]{{3}}){{0,12}}\.[0-9]{{3}}(?:[ {_GROUP_SPACES}][0-9]{{3}}){{0,12}}"
    rf"[ {_GROUP_SPACES}][0-9]{{1,4}}(?=\([0-9]{{1,3}}\)))"
    rf"|(?P<fine_unit>[0-9]{{1,3}}\.[0-9]{{3}}(?:[ {_GROUP_SPACES}][0-9]{{3}}){{1,12}}"
    r"(?=\s(?:m?s|k?m|[kMGT]?Hz|[kMG]?eV|k?g|days|d|yr|K|u|AU|pm|nm)(?![\w-])|\s?±)"
    rf"|(?:(?<=±)|(?<=± ))[0-9]{{1,3}}\.[0-9]{{3}}(?:[ {_GROUP_SPACES}][0-9]{{3}}){{1,12}}(?![0-9]))"
    r"|(?P<torn>0\. (?:0 ?[0-9]|(?:(?<=[<>=≤≥]0\. )|(?<=[<>=≤≥] 0\. ))[0-9]))[0-9]*"
    r"|(?P<comma>(?<![\[({])0,[0-9]+|[0-9]+,[0-9]{1,2}(?=\s?%))(?![0-9])(?!,[0-9])"
    r"|(?P<grouped>[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9]|,[0-9])"
    rf"|[0-9]{{1,3}}(?:[{_GROUP_SPACES}'’][0-9]{{3}}){{1,12}}(?![0-9]|[{_GROUP_SPACES}'’][0-9]{{3}})"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,8},[0-9]{3}(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3}){1,12}"
    r"(?! ?[0-9]|[,:/%-]?[0-9]| ?%|[.·][0-9]++(?:[.,:/-]?[0-9]| ?%)))(?:[.·][0-9]+)?"
    r"|[0-9]+(?:[.·][0-9]+)?"
)
_WITHOUT_GROUPS: Final = str.maketrans("", "", ", '’" + _GROUP_SPACES)
_POINTS: Final = str.maketrans(",·", "..")
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–ˆ", "0123456789-+--^")
_TIMES_TEN: Final = (
    r"\s?[×x*·⋅]\s?10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?\s?[0-9]{1,4})(?(open)\))"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?P<minus>\s?[−–-][0-9]{1,2})(?![0-9])|(?P<lost>[1-9][0-9]?)(?![0-9.,]?[0-9])"
    r"|(?P<apart>\s[-−–]\s[0-9]{1,2}|(?P<counted>\s[2-9])(?=\s(?:cells|CFU|copies|spores|particles)(?![a-z])))(?![0-9.,]))"
)
_UNEVEN: Final = re.compile(
    r"\s?(?:\^\s?\+\s?[0-9.]{1,12}\s?_\s?[-−–]\s?[0-9.]{0,11}[0-9]|_\s?[-−–]\s?[0-9.]{1,12}\s?\^\s?\+\s?[0-9.]{0,11}[0-9])"
)
"""An uncertainty that is not the same to both sides: 36^{+5}_{-4}."""
_LEADS_TO_POWER: Final = frozenset("eE^_×x*·⋅")
"""What an exponent, a power or an uneven uncertainty begins with, white space aside."""
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
_VULGAR_AFTER: Final = re.compile(
    r"[\s-]?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|\s{1,2}(?P<n>[0-9]{1,2})\s?[/⁄]\s?(?P<d>[0-9]{1,2})(?![0-9/.,:]?[0-9])"
)


def _exponent(match: re.Match[str]) -> int:
    """The exponent that a match of the powers of ten holds, however it is written (^-3, ⁻³, −3, a lost superscript)."""
    written = next(
        match[name] for name in ("e", "caret", "raised", "minus", "lost", "apart") if match.groupdict().get(name)
    )
    return int("".join(written.translate(_SUPERSCRIPT).split()))


def power_behind(text: str, end: int) -> tuple[int, int, bool] | None:
    """The power of ten that stands at `end`, behind a bracket or none: its exponent, its end, and whether a bracket closes."""
    match = _POWER_BEHIND.match(text, end)
    if match is None or abs(exponent := _exponent(match)) > MAX_EXPONENT:
        return None
    return exponent, match.end(), match[0].startswith(")")


def run_end(ctx: Context, start: int) -> int:
    """Where a run of digits ends that begins at a place, or behind a point there."""
    end = start + ctx.text.startswith(".", start)
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
    return _LIST_CLOSES.match(text, end) is not None and ends(_LIST_OPENS, text, start) is not None


def read_number(ctx: Context, start: int) -> Part | None:
    """A single number in digits with exponent, scale and mark; None for a run of digits too long to be one."""
    text = ctx.text
    lead = start + 1 if text[start] == "." else start
    match = _NUMBER.match(text, lead)
    assert match is not None  # a digit stands there
    digits, end = match[0], match.end()
    in_set = match["comma"] is not None and ctx.view.raw[: ctx.view.raw_start(lead)].endswith("{")  # {0,1}
    if lead != start or ("," in digits and (in_set or _listed(text, lead, end))):
        end = run_end(ctx, lead)
        digits = text[start:end]
    if len(digits) > MAX_DIGITS:
        return None
    part = Part(start, end, None)
    part.grouped = (match["grouped"] or match["fine"] or match["fine_unit"]) is not None and end == match.end()
    part.spaced = " " in digits
    if part.grouped:
        digits = digits.translate(_WITHOUT_GROUPS)
    digits = digits.replace(" ", "").translate(_POINTS)  # p < 0. 05
    part.decimals = "." in digits
    part.mantissa = Decimal(digits)
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
    assert part.mantissa is not None
    ten = text.startswith("10", part.start)
    match = (_POWER_OF_TEN.match(text, part.start) or _LOST_POWER.match(text, part.start)) if ten else None
    if match is not None and (match.re is _POWER_OF_TEN or ends(_PROBABILITY, text, part.start)):
        exponent = _exponent(match)
        part.mantissa, part.power, part.end = Decimal(1), exponent, match.end()
        return abs(exponent) <= MAX_EXPONENT
    if text[part.end : part.end + 2].lstrip()[:1] not in _LEADS_TO_POWER:
        return True
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
        return product is None or _raise(part, part.mantissa, Decimal(product["base"]), product)
    exponent = _exponent(match)
    if abs(exponent) > MAX_EXPONENT:
        return False
    if match["apart"] is not None and not _is_apart(ctx, part, match):
        return True
    if match["lost"] is not None:
        if (part.mantissa >= 10 and not part.decimals) or part.grouped:
            return True
    part.power = exponent
    part.end = match.end()
    part.scaled = "e"
    return True


def _is_apart(ctx: Context, part: Part, match: re.Match[str]) -> bool:
    """Whether "5 x 10 - 8" is a power with spaces around its minus: a factor below ten that a limit or a p stands before."""
    assert part.mantissa is not None
    limited = match["counted"] or ends(_LIMIT, ctx.text, part.start)
    return part.mantissa < 10 and bool(limited)


def _raise(part: Part, factor: Decimal, base: Decimal, match: re.Match[str]) -> bool:
    """Makes a part the product of a factor and a power (2^10, 1.1^23, 8×2^10), exactly; False if it has more than 40 digits."""
    exponent = int(match["exponent"].replace("−", "-").replace("–", "-"))
    value = EXACT.power(base, abs(exponent))
    if len(value.as_tuple().digits) > MAX_DIGITS:
        return False
    if exponent >= 0:
        part.mantissa = EXACT.multiply(factor, value)
    else:
        ratio = Fraction(factor) / Fraction(value)
        part.mantissa, part.divisor, part.mixed = Decimal(ratio.numerator), ratio.denominator, True
    part.end, part.scaled = match.end(), "e"
    return True


_LIMIT: Final = re.compile(
    r"[<>≤≥=]\s?$|(?<![A-Za-z])[pP](?:[- ]?values?)?(?: of| [a-z]{2,8})?\s?$|(?:threshold|level) (?:of )?$"
)
