"""Money: the signs, codes and words of currencies, and how they stand before and behind an amount."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.parts import Part

SIGNS: Final = "$€£¥₹"
CLEAR_CODES: Final = frozenset(
    "USD EUR GBP CHF JPY CNY RMB AUD HKD SGD NZD KRW SEK NOK DKK ZAR BRL MXN PLN THB HUF CZK RUB MYR IDR VND TWD NGN KES".split()
)
"""Those that are no other abbreviation, so that a number before them is money: 50 USD."""
CODES: Final = CLEAR_CODES | {"CAD", "INR", "Rs"}
_DOUBTFUL: Final = frozenset("CAD INR PHP SAR COP AED ILS ARS CLP EGP BDT PKR".split())
"""Codes that are other abbreviations too (an INR of 2.5, PHP 8): money before thousands groups and scales alone."""
_SURELY: Final = frozenset("USD EUR GBP JPY CNY RMB Rs".split())
"""Those that nobody has for anything else, as SGD and CHF: a number with them is never without."""
_UNITS: Final = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "RMB": "CNY", "AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$",
    "SGD": "S$", "BRL": "R$", "TWD": "NT$",
}  # fmt: skip
"""Codes that have a sign: 5 USD is $5."""
_DOLLARS: Final = {
    "US": "$", "A": "A$", "AU": "A$", "C": "C$", "CA": "C$", "CAN": "C$", "HK": "HK$", "NZ": "NZ$", "S": "S$", "R": "R$", "NT": "NT$",
}  # fmt: skip
"""Whose dollars (and reals) they are, by the letters before the sign; without letters mostly those of the United States."""
_WORDS: Final = {
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "yen": "¥", "yuan": "CNY", "renminbi": "CNY", "rupees": "₹",
    "pounds sterling": "£", "swiss francs": "CHF",
}  # fmt: skip
_WHOSE: Final = {
    "us": "$", "u.s.": "$", "american": "$", "canadian": "C$", "australian": "A$", "hong kong": "HK$", "new zealand": "NZ$",
    "singapore": "S$",
}  # fmt: skip

_ALL: Final = (
    frozenset(SIGNS) | frozenset(_DOLLARS.values()) | frozenset(_UNITS.values()) | CLEAR_CODES | _DOUBTFUL | CODES
)

_LETTERS: Final = "|".join(sorted(_DOLLARS, key=len, reverse=True))
_LETTERS_BEFORE: Final = re.compile(rf"(?<![A-Za-z])(?:{_LETTERS})\Z")
_CODE_BEFORE: Final = re.compile(
    rf"(?:\$(?P<letters>{_LETTERS})|(?<![A-Za-z])(?P<code>{'|'.join(sorted(CODES | _DOUBTFUL))})(?:(?<=s)\.)?) ?\Z"
)
_CODE_BEHIND: Final = re.compile(rf"\s?({'|'.join(sorted(CLEAR_CODES))})(?![A-Za-z])")
_IN_WORDS: Final = re.compile(
    rf"\s(?:(?:(?P<whose>{'|'.join(map(re.escape, _WHOSE))}) )?dollars?|(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))"
    r"(?![a-z-]| (?:area|zone|ncap)(?![a-z]))"
)
_FAR: Final = 6
LEAD: Final = rf"(?:(?:{_LETTERS.lower()})(?=\$))?[{SIGNS}]|(?:{'|'.join(sorted(CLEAR_CODES)).lower()}) "
"""A sign or code before the second end of a range, in small letters."""


def is_money(unit: str | None) -> bool:
    return unit in _ALL


def take_before(text: str, start: int, floor: int, part: Part) -> int:
    """Takes in what stands before an amount: the code of its currency, or whose dollars they are; returns where it begins then."""
    begin = max(floor, start - _FAR)
    if text.startswith("$", start):
        lettered = _LETTERS_BEFORE.search(text, begin, start)
        if lettered is None:
            return start
        part.unit = _DOLLARS[lettered[0]]
        return lettered.start()
    found = _CODE_BEFORE.search(text, begin, start)
    if found is None or (found["code"] in _DOUBTFUL and not (part.grouped or len(part.scaled) > 1)):
        return start
    code = found["code"]
    if not take(part, _UNITS.get(code, code) if code else _DOLLARS[found["letters"]]):
        return start
    if code and code not in _SURELY:
        part.readings.append((part.power, None, part.end))
    return found.start()


def take(part: Part, unit: str) -> bool:
    """Makes an amount one of a currency that is written before it; False where it has another unit already."""
    if is_money(part.unit):  # $5 million dollars, $100 USD
        part.readings = [reading for reading in part.readings if reading[1] is not None]
        return True
    larger = [reading for reading in part.readings if reading[0] > part.power]
    if larger:
        part.power, _, part.end = larger[0]  # $5 B, $1.2 M
    elif part.unit == "m":
        part.power += 6  # €80 m
    elif part.unit is not None:
        return False
    part.unit, part.readings = unit, []
    return True


def behind(text: str, low: str, end: int) -> tuple[str, int, bool] | None:
    """The code or words of a currency behind an amount: the unit, where it ends, and whether it may be left out."""
    code = _CODE_BEHIND.match(text, end)
    if code is not None:
        return _UNITS.get(code[1], code[1]), code.end(), code[1] not in _SURELY
    words = _IN_WORDS.match(low, end)
    if words is None:
        return None
    return _WORDS.get(words["word"]) or _WHOSE.get(words["whose"], "$"), words.end(), True


def named(written: str) -> str:
    """The unit that a sign or code of a currency stands for, in capitals or small: us$, eur."""
    name = written.strip().upper()
    return _DOLLARS.get(name.removesuffix("$")) or _UNITS.get(name, name)


def beginnings() -> frozenset[str]:
    """What a code or word behind an amount begins with, in small letters."""
    return frozenset(name[0].lower() for name in (*CLEAR_CODES, *_WORDS, *_WHOSE))
