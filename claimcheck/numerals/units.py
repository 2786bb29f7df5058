"""Marks and units behind a number: percent, points, factors, and the symbols of measures."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.numerals import money


class Unit(NamedTuple):
    unit: str
    end: int
    optional: bool = False
    rather_not: bool = False


_PERCENT: Final = re.compile(
    r"\s?(?:%|/\\?%|\[%\]|\(%\))(?:[\s-](?P<points>points?|pts?|pp)(?![a-z]))?"
    r"|[\s-]?(?:per[\s-]?cent(?:age)?s?|pct)(?P<words>[\s-](?:points?|pts?))?(?![a-z])"
    r"|[\s-]?(?P<pp>pp|ppts?|p\.p\.|pts)(?![A-Za-z])",
)
_PERCENT_POINTS: Final = re.compile(r"\s?%(?:p|pt|pts)(?![a-z])")
_POINTS: Final = re.compile(
    r"\s(?:(?:accuracy|absolute|bleu|f1|auc|auroc|rouge|map|miou)\s)?points?(?![a-z])|(?:-points?|[\s-]?pts?)(?![a-z])(?:(?P<alone>\Z)"
    r"|(?=\s+(?:(?!(?:scales?|likert|ratings?|and|or|of|for|to|with|in|on|that|by|as)\s)[a-z0-9@-]{1,20}\s+){0,2}"
    r"(?:(?:gain|improvement|increase|drop|decrease|reduction|lift|boost|difference|advantage|margin|decline|gap|loss|rise|lead|jump|fall|cut"
    r"|hike|shift|deficit|penalty|uplift)s?|lower|higher|better|worse|smaller|larger|greater|(?P<one>one))(?![a-z])))"
)
"""Behind a hyphen with the noun that tells of a difference; `alone`, as a claim writes it, that is left open, and so is
what is told of "one" ("a 3-point gain, and a 1.5-point one")."""
_TRAILING_CURRENCY: Final = re.compile(r"\s?([€£¥₹])(?![0-9.])|(?<=[0-9kKMB])(\$)(?![0-9A-Za-z.\\])")
_TIMES: Final = re.compile(
    r"\s?[x×](?![0-9a-z_×])(?!\s?[0-9])|\s?-?×(?![0-9])(?!\s?[0-9])|[\s-]times(?![a-z])(?!\s+series)"
)
_TIMES_GRAVITY: Final = re.compile(r"\s?(?:[x×]|times)\s?g(?![a-z0-9])")
"""Multiples of the acceleration of gravity, in which centrifuges are told: 4000 × g."""
_FOLD: Final = re.compile(r"[\s-]?-?fold(?![a-z])")
_CROSS: Final = re.compile(r"\s+(?:cross|cv)(?![a-z])")

_PREFIXED: Final = r"[µμnpfkcdmhMGTP]?(?:m|g|s|l|L|Hz|W|Wh|V|A|Pa|J|eV|B|b|mol|M|N|F|Ω|bps|bit|byte|bp|Da|cal|Bq|Gy|Sv|IU|U|pc|mHg|Å|ohm)"
"""Units that take a metric prefix."""
_COMPOSED: Final = (
    r"[cm]m\s?Hg", r"[MRL]\s?_?(?:⊙|☉|sun)", r"[oº∘˚◦]\s?C", r"°\s?[NSEW]", "¢", r"t(?=\s?(?:/\s?|)ha(?![a-z]))",
    r"[kM]?N[·⋅ ]?m(?![²³^−-])", r"(?:wt|vol|at|mol)\.?\s?%",
    r"[MR]_(?:Jup|J|E|⊕)", r"deg(?=[²2^])", "[µμmkM]?Ω[ ·⋅]c?m",
    r"[µμ] (?:g|m|l|L|M|s|A|V)(?![A-Za-z])",
)  # fmt: skip
"""Symbols that begin as others do, and are looked for before them."""
_OTHER_SYMBOLS: Final = (
    "σ", "[KMGT]i?B", "[KMGTPE]i?FLOPS?", "[KMGTPE]?FLOPs?", r"°(?:\s?[CFK])?", "℃", "K", "T", "C", "rpm", "bpm", "dBi", "dBm", "dB",
    "hrs?", "h", "min", "sec", "px", "fps", "FPS", "ppm", "ppb", "[kMGT]Wh", "kcal", "[kMG]bp", "ha", "mi", "ft", "lbs?", "oz",
    "[kMG]yr", "kya", "yrs?", "wk", "Oe", "emu", "AU", "[mµμ]?Jy", "[mk]?bar", "Torr", "atm", "psi", "erg", "u[LgmM]", "umol", "[MG]t", "HV", "HRC",
    "mph", "tps", "qps", "QPS", "RPS", "[mk]?Ah", "[kMG]?S/s", "lx", "cd", "[MkG]a", "[MGk]b", "arcsec", "arcmin", "d", "y", "[nµμm]K",
    r"sq\.?\s?(?:[kcm]?m|ft|mi|in)", "TOPS", "kph", "EeV", "PeV", "mag", "mas", "au", "cc", "gm", "psu", "py",
)  # fmt: skip
_CALIBRATED: Final = re.compile(r"\s(?:BP|BCE?|AD|ka|kyr|yr)(?![a-z])")
"""Behind "cal" that is no calorie: calibrated years."""
_LOST_DEGREE: Final = re.compile("^[oº∘˚◦]C$")
_POWER: Final = r"(?:[23²³](?![0-9])|⁻[¹²³⁴]|\^[−–-]?[1-4](?![0-9])|[−–-][1-4](?![0-9])|− [1-4](?![0-9.]))?"
_FURTHER: Final = (
    r"(?:[ \u00a0\u2009·⋅](?:[kmµμnc]?[gmslJKLWVA]|mol|yr|year|day|min|ka|°C|sr|Hz|ha|bar|Pa|Mpc|[adh]|[CN](?= [a-zA-Z]{1,3}\^?[−-]))"
    r"(?:\^?[−–-][1-4](?![0-9])|− [1-4](?![0-9.])|⁻[¹²³⁴]|(?<=[CN]))){0,4}"
)
_TIMES_A_YEAR: Final = r"(?:\s?/\s?(?:day|year|yr|h|min|s|d|kg|week|m2|m²))?"
_PER: Final = (
    r"(?:\s?/\s?(?:[cµμnmkM]?[gslLmWhJ]|kg|day|year|min|hour|s\^2|m\^2|m²|m2|cm2|cm²|dL|dl|mL|ml|token|kWh|MWh"
    r"|[kmMGT]?(?:mol|yr|bar|eV|Pa|Hz|pc)|mole|frame|image|step|sample|query|request|iteration|epoch|call|page|node|GPU|second|decade|century|month|week|[adcKVA]|[kMG]a|Vs|ha|cell)"
    rf"(?:\^?[234](?![0-9])|[²³⁴])?{_TIMES_A_YEAR}){{0,2}}"
)
_SYMBOL: Final = re.compile(
    rf"(?P<space>[ \u00a0\u2009\u202f]?)(?P<symbol>(?:{'|'.join(_COMPOSED)}|{_PREFIXED}|{'|'.join(_OTHER_SYMBOLS)}){_POWER}{_FURTHER}{_PER})"
    r"(?!\w)(?!-[A-Za-z])"
)
"""A unit with its power, further factors (g mol−1), and what it is per (mg/kg, m/s)."""
_HYPHENED: Final = re.compile(
    r"-(?P<symbol>[kcmnµμ]?m[23²³]?|[mµμnpf]?s|h|[kMGT]?Hz|[kKMGT]B|MP|[kmnµμ]?g|[mµμ]?[lL]|[kM]?Ω|dB|px|[kM]?W|[kmM]?V|[mk]?T(?=\s[a-z])"
    r"|[kMG]?Pa|mmHg|[kMGT]?eV|[mk]?Gy|[mkµμ]?mol|[mµμ]?A|[kMG]?J|kWh|min|mph|°C|[mµμn]M|Mb|Gb)(?!\w)(?!-[A-Za-z])"
)
_DEVIATION: Final = re.compile(r"s\. ?[de]\.(?![a-z])")
"""What is no second: ±1 s.d., s. e."""
_LONG: Final = re.compile("[0-9]{3}$")
"""Before a count of points rather than a difference in points."""
_LETTERED: Final = re.compile("(?<![0-9.])(?:[0-9]|1[1-4])$")
"""What a glued C makes a figure's part (1C) or an isotope of carbon (13C) of, and no temperature."""
_PRIME: Final = re.compile(r"[′″]{1,2}|''|['’](?=\s?[0-9]{1,2}(?:\.[0-9])?[\"”″])|(?<=[0-9])[\"”](?![A-Za-z])")
_FEET: Final = re.compile(r"[0-9]['’′]\s?[0-9.]{1,4}$")
"""What stands before the sign of inches, which else closes a quotation: 3'6"."""
_SURELY: Final = re.compile(
    r"\s?(?:[.,;:()\]]|$)|\s(?:and|or|to|per|for|of|in|at|on|with|by|when|while|is|are|was|were|from)(?![a-z])"
)
"""Behind a single letter: what tells that it is a unit, and no word or symbol of the text."""
_PRIMES: Final = {"'": "′", "’": "′", '"': "″", "”": "″"}
_NEVER_SPACED: Final = frozenset("l b B U P A a C bit byte".split())
"""Symbols that, behind a space, are rather a word or symbol of the text."""
_NEVER_GLUED: Final = frozenset("b d y U N F P A Pb".split())


def read_unit(text: str, low: str, end: int, scaled: bool) -> Unit | None:
    """The unit that stands at `end`, if one does; `scaled` tells that a suffix came before (no symbol may follow)."""
    head = text[end : end + 1]
    if head in _NO_UNIT:
        return None
    run = _RUN.match(text, end) if head in _BLANKS else None
    last = end if run is None else run.end()
    follow = low[last + 1 : last + 2] if head in _BLANKS else head.lower()
    for read in _READERS.get(follow, ()):
        unit = read(text, low, last)
        if unit is not None:
            return unit
    if run is not None and "\n" not in run[0] + text[last]:
        end = last
    if scaled:
        return _symbol_of_scaled(text, end)
    if head == "-":
        match = _HYPHENED.match(text, end)
        return Unit(match["symbol"], match.end(), optional=True) if match else None
    return _symbol(text, end)


def _symbol(text: str, end: int) -> Unit | None:
    """The symbol of a measure: ms, kg, m/s."""
    match = _SYMBOL.match(text, end)
    if match is None or (match["symbol"] == "cal" and _CALIBRATED.match(text, match.end())):
        return None
    if _DEVIATION.match(text, match.start("symbol")):
        return None
    symbol = _LOST_DEGREE.sub("°C", match["symbol"].replace(" ", "").replace(".", ""))
    if match["space"]:
        if symbol in _NEVER_SPACED:
            return None
        if symbol == "y" and not _SURELY.match(text, match.end()):
            return None
        return Unit(symbol, match.end(), optional=len(symbol) == 1 and not _SURELY.match(text, match.end()))
    if symbol in _NEVER_GLUED or (symbol == "C" and _LETTERED.search(text, end - 2, end)):
        return None
    return Unit(symbol, match.end())


def _symbol_of_scaled(text: str, end: int) -> Unit | None:
    """The symbol of a measure behind a scale, apart and of several letters: 37 million km."""
    found = _symbol(text, end)
    return found._replace(optional=True) if found is not None and len(found.unit) > 1 else None


def _percent(text: str, low: str, end: int) -> Unit | None:
    match = _PERCENT_POINTS.match(text, end)
    if match is not None:
        return Unit("pp", match.end())
    match = _PERCENT.match(low, end)
    if match is None:
        return None
    if match["points"] and text[match.start("points") : match.end()].isupper():
        return Unit("%", match.start("points") - 1)  # "95% PP attachment"
    return Unit("pp" if match["points"] or match["words"] or match["pp"] else "%", match.end())


def _money(text: str, _: str, end: int) -> Unit | None:
    match = _TRAILING_CURRENCY.match(text, end)
    return Unit(match[1] or match[2], match.end(), optional=match[2] is not None) if match is not None else None


def _currency(text: str, low: str, end: int) -> Unit | None:
    found = money.behind(text, low, end)
    return Unit(found[0], found[1], optional=found[2]) if found is not None else None


def _points(text: str, low: str, end: int) -> Unit | None:
    match = _POINTS.match(low, end)
    if match is None:
        return None
    long = _LONG.match(text, end - 3, end) is not None
    return Unit("pp", match.end(), optional=long or match["one"] is not None, rather_not=match["alone"] is not None)


def _times(_: str, low: str, end: int) -> Unit | None:
    match = _TIMES_GRAVITY.match(low, end)
    if match is not None:
        return Unit("×g", match.end())
    match = _TIMES.match(low, end)
    return Unit("x", match.end()) if match is not None else None


def _fold(_: str, low: str, end: int) -> Unit | None:
    match = _FOLD.match(low, end)
    if match is None:
        return None
    return Unit("x", match.end(), rather_not=_CROSS.match(low, match.end()) is not None)


def _permille(text: str, _: str, end: int) -> Unit:
    return Unit("‰", text.index("‰", end) + 1)


def _prime(text: str, _: str, end: int) -> Unit | None:
    match = _PRIME.match(text, end)
    if match is None or (match[0] in _INCHES and not _FEET.search(text, end - 8, end)):
        return None
    return Unit(_PRIMES.get(match[0], match[0]), match.end(), optional=True)


_RUN: Final = re.compile(r"(?!\s*?\n\s*?\n)\s{1,12}(?=\s\S)")
"""All but the last of several blanks, or of an indent at the beginning of a line; an empty line parts number and unit."""
_NO_UNIT: Final = frozenset(["", ",", ".", ";", ")"])
_BLANKS: Final = frozenset(" \u00a0\u2009\u202f-\n")
_INCHES: Final = frozenset('"”')
_BEGINNINGS: Final = (
    (_percent, "%p[(/"),
    (_money, "€£¥₹$"),
    (_currency, money.beginnings()),
    (_points, "pabfrm"),
    (_times, "x×t-"),
    (_fold, "f-"),
    (_permille, "‰"),
    (_prime, "′″'’\"”"),
)
"""What reads the marks that are no symbols of measures, and the characters that they begin with, but for a space or hyphen."""
_READERS: Final = {
    sign: tuple(read for read, signs in _BEGINNINGS if sign in signs)
    for sign in {sign for _, signs in _BEGINNINGS for sign in signs}
}
