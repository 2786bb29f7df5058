"""What hangs on the end of a number: letters, hyphens with a name, ordinal and decade endings, further points."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import HYPHENS, chain, ends, is_letter, letters_after
from claimcheck.numerals.context import Context
from claimcheck.numerals.dates import BEFORE_MONTH, decade
from claimcheck.numerals.lexicon import COUNTED
from claimcheck.numerals.marks import ACCELERATOR
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

_ORDINAL_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_ORDINAL_APART: Final = re.compile(r"[0-9]+ (?:st|nd|rd|th)(?![A-Za-z0-9.])")
_DIMENSION: Final = re.compile(
    r"(?:[x×][0-9]{1,12}(?:\.[0-9]{1,9})?){1,4}(?:[KMGT]i?B|px|[kcmnµμ]?m)?(?![A-Za-z0-9_]|-(?![a-z])|\.[0-9])"
)
"""The further sides of a dimension, or what is there so many times: 256x256, 8x80GB; not 8x22b."""
_GLUED_UNIT: Final = re.compile(r"(?![DdXxVv](?![a-z]))[A-Za-zµμΩ]{1,6}(?:[−-]?[0-9])?(?![A-Za-z0-9_-])")
"""Letters glued to a decimal (5.2Rp): a unit that the tables do not know."""


_CHECKPOINT: Final = frozenset(
    "chat instruct base hf it sft dpo rl ins vl coder math turbo preview thinking distill moe gguf awq gptq".split()
)
_COUNTED_IN_CAPITALS: Final = re.compile("(?:TX|RX|[CGTN]PU|FPGA|LM|LLM|VLM|UAV|UE|AP|BS|RCT|QA|API)[sS]?")
"""What is counted and written in capitals: 8-GPU."""
_NOT_COUNTED: Final = frozenset("D d pointer pointers".split())
"""What is a kind and counts nothing: 2-D, a 3-pointer."""
_LOST_BLANK: Final = re.compile(
    rf"(?:(?P<x>times)|(?P<pp>points)|(?:{'|'.join(COUNTED)})s|classes|GPUs|e\.g)(?![A-Za-z0-9_-])"
)
"""What is counted and the like, glued to its number where a blank was lost: 6scenes."""
_ACCELERATORS: Final = re.compile(rf"[x*](?:{ACCELERATOR.pattern})")
_RAISED: Final = re.compile(
    r"_\s?\(?\s?[±∓+\-−–↑↓]?\s?\.?[0-9]|\^\s?\(?\s?[±∓+\-−–↑↓]\s?\.?[0-9]|\^\s?(?:[*∗†‡§¶⋆]|[a-d](?![A-Za-z0-9]))"
)
"""An uncertainty, a difference or the mark of a footnote, below or above the line: 85.3_{±0.4}, 84.1^{†}."""
_TO_DOTTED: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){2}")
_COMPARED: Final = re.compile("[~∼≈<>≥≤≳≲]$")
_CAPITAL_AND_SMALL: Final = re.compile("[A-Z][a-z]")
_TO_LEVEL: Final = re.compile(r" (?:at|to|below|above|near|by|least) $")
_CITED: Final = re.compile(r"(?:19|20)[0-9]{2}[a-z](?![A-Za-z0-9])")
_AUTHOR: Final = re.compile(r"(?:al\.,?[ (\[]*|[A-Z][a-z]+(?:,| \(| \[) ?)$")
_CITES: Final = re.compile(r"(?:^|[\[(;])$")
_CITE_ENDS: Final = re.compile(r"[\]);,]|$")


def behind(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Whether what hangs on its end makes the number that begins at `inner` none; a unit that hangs there is taken in."""
    text, end = ctx.text, part.end
    cited = _cited(text, inner) if part.digits == 4 else None
    if cited is not None:
        return cited
    follow = text[end : end + 1]
    if follow == " ":
        apart = _ORDINAL_APART.match(text, inner)
        return (inner, apart.end(), "ordinal", "an ordinal in digits") if apart is not None else None
    if (part.decimals or part.signed) and _RAISED.match(text, end):
        return None
    if is_letter(follow) or follow == "_":
        return _letters(ctx, part, inner)
    if follow in HYPHENS and _TO_DOTTED.match(text, end + 1):
        return (*chain(text, inner), "identifier", "digits with several points")
    if follow == "-":
        return None if part.grouped or not text[end + 1 : end + 2].isalpha() else _hyphened(text, part, inner)
    if follow == "." and text[end + 1 : end + 2].isdigit():
        return (*chain(text, inner), "identifier", "digits with several points")
    if follow == "@":
        return (*chain(text, inner), "identifier", "part of an address")
    return None


def take_unit(ctx: Context, part: Part) -> None:
    """Letters at the end of a text that is nothing but a number are its unit, whether a text may write it so or not."""
    unit = _GLUED_UNIT.fullmatch(ctx.text, part.end) if part.unit is None else None
    if unit is not None:
        part.unit, part.end = unit[0], unit.end()


def _cited(text: str, inner: int) -> Refusal | None:
    """Years with a letter: "[Huang et al., 2025b]"."""
    year = _CITED.match(text, inner)
    if year is None:
        return None
    if ends(_AUTHOR, text, inner) or (ends(_CITES, text, inner) and _CITE_ENDS.match(text, year.end())):
        return inner, year.end(), "citation", "the year of a citation"
    return (inner, year.end(), "name", "a year with a letter") if text[year.end() - 1] == "b" else None


def _letters(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Letters right behind: an ordinal, a decade, a unit of the text's own, the side of a dimension, or a name."""
    text, low, end = ctx.text, ctx.low, part.end
    lost = _LOST_BLANK.match(text, end)
    if lost is not None:
        if lost.lastgroup is not None:
            part.unit, part.end = lost.lastgroup, lost.end()
        return None
    ordinal = _ordinal(text, low, inner, end)
    if ordinal is not None:
        return ordinal
    if decade(low, part):
        return inner, end + 1, "date", "the years of a decade"
    if text[end - 1] in ("%", "×"):
        return None  # "65.7%on": a space was lost
    if _DIMENSION.match(text, end) or _ACCELERATORS.match(text, end):
        return None  # 256x256, 4xA100
    unit = _GLUED_UNIT.match(text, end)
    if unit is not None and (part.decimals or _is_unit(ctx, inner, unit[0])):
        part.unit, part.end = unit[0], unit.end()
        return None
    return (*chain(text, inner), "name", "letters glued to digits")


def _ordinal(text: str, low: str, inner: int, end: int) -> Refusal | None:
    match = _ORDINAL_SUFFIX.match(low, end)
    if match is None:
        return None
    if BEFORE_MONTH.match(text, match.end()):
        return inner, match.end(), "date", "a day before its month"
    return inner, match.end(), "ordinal", "an ordinal in digits"


def _is_unit(ctx: Context, inner: int, letters: str) -> bool:
    """Whether letters behind an integer are a unit: after a sign, or where a level is told ("below 3Rs")."""
    if ends(_COMPARED, ctx.text, inner) or letters in ctx.glued_units():
        return True
    return _CAPITAL_AND_SMALL.fullmatch(letters) is not None and ends(_TO_LEVEL, ctx.low, inner) is not None


def _hyphened(text: str, part: Part, inner: int) -> Refusal | None:
    """A word behind a hyphen: a name goes on in it (7B-Instruct), or it is a plain attribute (7B-parameter)."""
    word = letters_after(text, part.end + 1)
    if word in _NOT_COUNTED:
        return (*chain(text, inner), "name", "a dimension, or a kind of goal")
    if _COUNTED_IN_CAPITALS.fullmatch(word):
        return None
    if word[0].isupper() or (part.scaled and word in _CHECKPOINT):
        return (*chain(text, inner), "name", "a number that a name carries on")
    return None
