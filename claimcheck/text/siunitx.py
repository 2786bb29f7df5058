"""Quantities in the macros of LaTeX's siunitx: `\\SI{12.4}{\\milli\\second}`, `\\qtyrange{5}{15}{W}`, `\\numlist{10;20;50}`.

The macros are those of the package's manual (version 2 and 3), units and prefixes those of its table of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_PREFIXES: Final = {
    "pico": "p", "nano": "n", "micro": "μ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h", "kilo": "k", "mega": "M",
    "giga": "G", "tera": "T", "peta": "P", "exa": "E", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
}  # fmt: skip
_UNITS: Final = {
    "percent": "%", "second": "s", "minute": "min", "hour": "h", "day": "d", "metre": "m", "meter": "m", "gram": "g",
    "kilogram": "kg", "byte": "B", "watt": "W", "joule": "J", "volt": "V", "ampere": "A", "ohm": "Ω", "hertz": "Hz",
    "kelvin": "K", "degreeCelsius": "°C", "celsius": "°C", "degree": "°", "newton": "N", "pascal": "Pa", "litre": "L",
    "liter": "L", "mole": "mol", "molar": "M", "candela": "cd", "lux": "lx", "lumen": "lm", "tesla": "T", "farad": "F", "henry": "H",
    "coulomb": "C", "radian": "rad", "electronvolt": "eV", "decibel": "dB", "angstrom": "Å", "hectare": "ha", "tonne": "t",
    "us": "μs", "um": "μm", "ug": "μg",
}  # fmt: skip
"""The names that print something else than themselves."""
_POWERS: Final = {"squared": "^2", "cubed": "^3"}
_FORWARD: Final = {"square": "^2", "cubic": "^3"}

_ARGUMENT: Final = r"\{\s{0,9}(?P<%s>(?:[^{}\\\s]|\\pm|\s(?!\s{0,9}\})){1,80})\s{0,9}\}"
_UNIT: Final = r"\s*\{(?P<unit>[^{}]{1,80})\}"
MACRO: Final = (
    r"\\(?:(?:SI|qty)(?:range|list)?|num(?:range|list)|si|unit|ang)(?![A-Za-z])"
    r"\s*(?:\[[^\]\n]{0,80}\]\s*)?(?=\{)"
)
"""Where a macro of the package begins, up to its first argument."""

_QUANTITY: Final = rf"\s*{_ARGUMENT % 'number'}{_UNIT}"
_RANGE: Final = rf"\s*{_ARGUMENT % 'number'}\s*{_ARGUMENT % 'other'}{_UNIT}"
_BARE_RANGE: Final = rf"\s*{_ARGUMENT % 'number'}\s*{_ARGUMENT % 'other'}"
_LIST: Final = rf"\s*{_ARGUMENT % 'number'}"
_FORMS: Final = {
    "SI": _QUANTITY, "qty": _QUANTITY, "SIlist": _QUANTITY, "qtylist": _QUANTITY, "SIrange": _RANGE, "qtyrange": _RANGE,
    "numrange": _BARE_RANGE, "numlist": _LIST, "ang": _LIST, "si": _UNIT, "unit": _UNIT,
}  # fmt: skip
"""What follows each macro, compiled when one is met: most texts have none."""
_NAME: Final = re.compile(r"\\([A-Za-z]+)")
_INSIDE: Final = re.compile(r"\\pm|\+-|\s{0,9};\s{0,9}|,")
_UNIT_PART: Final = re.compile(r"\\([A-Za-z]+)\s*|[~.\s]+|\$|[^\\~.\s$]+")


def stretches(raw: str, start: int, arguments: int) -> tuple[list[tuple[int, int, str]], int] | None:
    """What a macro prints that begins at `start` and has its arguments from `arguments` on, and where it ends.

    Each stretch of the raw text prints the text that is given with it; what lies between two stretches (the digits) prints
    itself. None if the arguments are none of the package's.
    """
    name = _NAME.match(raw, start)
    form = _FORMS.get(name[1]) if name is not None else None
    match = re.compile(form).match(raw, arguments) if form is not None else None
    if name is None or match is None:
        return None
    unit = unit_text(match["unit"]) if "unit" in match.re.groupindex else "°" if name[1] == "ang" else ""
    if form is _UNIT:
        return [(start, match.end(), unit)], match.end()
    marked = unit if unit in ("°", "") else f" {unit}"
    found = [(start, match.start("number"), ""), *_inside(raw, *match.span("number"), marked)]
    last = match.end("number")
    if "other" in match.re.groupindex:
        found += [(last, match.start("other"), "–"), *_inside(raw, *match.span("other"), marked)]
        last = match.end("other")
    return [*found, (last, match.end(), marked)], match.end()


def _inside(raw: str, start: int, end: int, marked: str) -> Iterator[tuple[int, int, str]]:
    """The signs of a number that print something else than themselves: the package takes a comma for a decimal point, and
    gives each number of a list the unit."""
    for match in _INSIDE.finditer(raw, start, end):
        yield match.start(), match.end(), f"{marked}, " if ";" in match[0] else "." if match[0] == "," else "±"


def unit_text(written: str) -> str:
    """A unit as the package prints it: `\\milli\\second` is "ms", `\\metre\\per\\second\\squared` "m/s^2"; others as written."""
    parts: list[str] = []
    pending = ""
    power = ""
    for match in _UNIT_PART.finditer(written):
        macro = match[1]
        if macro is None:
            if match[0].strip("~. $"):
                parts.append(match[0])
            elif parts and match.end() < len(written.rstrip()):
                parts.append(" ")
        elif macro == "per":
            pending = "/"
        elif macro in _FORWARD:
            power = _FORWARD[macro]
        elif macro in _POWERS:
            parts.append(_POWERS[macro])
        elif macro in _PREFIXES:
            pending += _PREFIXES[macro]
        else:
            if parts and not pending.startswith("/"):
                pending = f" {pending}"
            parts.append(f"{pending}{_UNITS.get(macro, macro)}{power}")
            pending = power = ""
    return "".join(parts).replace("W h", "Wh")
