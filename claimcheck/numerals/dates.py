"""Telling years, days and decades from quantities."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import NEXT_WORD, ends, in_parentheses, word_before
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import CALENDAR
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

DECADE: Final = re.compile(r"[’']?s(?![A-Za-z0-9])")
_YEAR_BEFORE: Final = frozenset(
    "before in since from by until till during before after year years early late mid of circa between to and "
    "through summer winter spring autumn fall and/or "
    "al. al., dated published ©".split()
)


_ERA: Final = re.compile(r"\s(?:cal\s?)?(?:BCE|BC|CE)(?![A-Za-z])|\scal\s?(?:yr\s|ka\s)?BP(?![A-Za-z])")
_YEARS_ON: Final = re.compile(r",? (?:and|or|to) |, ")
_EQUALS: Final = re.compile(r"=\s*$")
_PART_OF_YEAR: Final = re.compile(r"(?:half|quarter|end|start|beginning|summer|winter|spring|autumn|fall|season) of $")
_BEFORE_MONTH: Final = re.compile(rf"\s(?:{'|'.join(sorted(word.capitalize() for word in CALENDAR))})(?![a-z])")
_TO_DAY: Final = re.compile(r"\s?[-–]\s?(?:0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z%.,]?[0-9A-Za-z%])")


_SIDE_AFTER: Final = re.compile(
    r"\s?[x×*]\s?[0-9]|-by-[0-9]|\sby\s[0-9]{3,4}(?![0-9.,%]?[0-9%])"
    r"|-(?:pixel|px|token|sample|image|question|hour|dim|dimensional|word|page|document|item|class|parameter)(?![a-z])"
)
_SIDE_BEFORE: Final = re.compile(r"[0-9](?:\s?[x×*]\s?|-by-|(?<=[0-9]{3})\sby\s)$")
"""What makes a number between 1600 and 2100 a side of a picture, or a count: 1920 × 1080, a 1920-pixel width."""


def dated(ctx: Context, part: Part, inner: int, word: str) -> Refusal | None:
    """Years, days of a month, "(Yao et al., 2019)"; `word` stands before the number."""
    text = ctx.text
    if (
        part.decimals
        or part.scaled
        or part.grouped
        or part.unit
        or part.divisor != 1
        or part.power
        or part.mantissa is None
    ):
        return None
    if word == "AD" and part.digits <= 4:
        return inner, part.end, "date", "a year of an era"
    era = _ERA.match(text, part.end)
    if era is not None:
        return inner, era.end(), "date", "a year of an era"
    end = _date_end(text, part.end) if part.digits == 4 else part.end
    to_day = _TO_DAY.match(text, end) if part.digits <= 2 else None
    stem = word.lower().strip(".,;()")
    if (
        stem in CALENDAR
        and (stem != "may" or word[:1].isupper())
        and (
            stem not in ("march", "sep", "sept", "mar", "jan", "jun", "jul", "aug", "dec", "oct", "nov", "apr", "feb")
            or word[:1].isupper()
        )
        and (part.mantissa <= 31 or part.digits == 4)
    ):
        return inner, to_day.end() if to_day else end, "date", "a day or year after its month"
    following = NEXT_WORD.match(text, end)
    after = following[1] if following else ""
    if part.digits <= 2 and after.lower() in CALENDAR and after[:1].isupper() and part.mantissa <= 31:
        return inner, end, "date", "a day before its month"
    if part.digits != 4 or not 1600 <= part.mantissa <= 2100:
        return None
    if _SIDE_AFTER.match(text, part.end) or ends(_SIDE_BEFORE, text, inner):
        return None  # (1920x1080)
    if ctx.out and ctx.out[-1].cls == "date" and _YEARS_ON.fullmatch(text, ctx.done, inner):
        return inner, end, "date", "a further year"
    if stem == "of" and ends(_PART_OF_YEAR, ctx.low, inner):
        return inner, end, "date", "a year"
    before = text[inner - 1 : inner]
    if ends(_EQUALS, text, inner):
        return None  # n = 2015
    if word.lower().endswith(("al.", "al.,")):
        return inner, end, "citation", "the year of a citation"
    if (before == "(" and text[end : end + 1] == ")") or (before == "[" and text[end : end + 1] == "]"):
        author = word_before(text, inner - 1)[0]
        cited = end == part.end and (author[:1].isupper() or author.endswith("al."))
        return inner, end, "citation" if cited else "date", "a year in parentheses"
    if word.endswith(",") and word[:4].isdigit() and ctx.out and ctx.out[-1].cls == "citation":
        return inner, end, "citation", "a further year of a citation"
    if word.endswith(",") and word[:1].isupper() and in_parentheses(text, inner):
        return inner, end, "citation", "the year of a citation"
    plural = (
        bool(after)
        and after.islower()
        and after.endswith("s")
        and not after.endswith(("ss", "us", "is"))
        and following is not None
        and "," not in following[0]
        and after not in ("is", "was", "has", "as", "its", "this", "us")
    )
    if 1800 <= part.mantissa <= 2100 and (stem in _YEAR_BEFORE or before in "(–-" or not plural):
        round_number = part.mantissa % 100 == 0 or part.mantissa == 2048
        if plural and (round_number or stem not in ("in", "since", "until", "during", "year")):
            return None
        if (
            stem in _YEAR_BEFORE
            or before == "("
            or word == ""
            or (part.mantissa >= 1900 and part.mantissa <= 2035 and not round_number)
        ):
            if round_number and stem not in (
                "in",
                "since",
                "year",
                "years",
                "by",
                "until",
                "during",
                "early",
                "late",
                "before",
                "after",
            ):
                return None
            return inner, end, "date", "a year"
    return None


_DATE_TAIL: Final = re.compile(r"-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?|(?:[-–/][0-9]{1,4}(?![0-9A-Za-z%.,]?[0-9A-Za-z%]))+")


def _date_end(text: str, end: int) -> int:
    """A date in digits goes on: 2021-05-03, 2012-13."""
    match = _DATE_TAIL.match(text, end)
    return match.end() if match else end


def like_year(text: str, part: Part) -> bool:
    """Whether four figures look like a year of our time."""
    plain = part.digits == 4 and not part.decimals and not part.scaled
    return plain and text[part.start : part.start + 2] in ("19", "20")


_OF_DECADE: Final = re.compile(r"(?:\b(?:the|early|mid|late|his|her|their|over|under)|[’']|0s(?:,| and| or))[\s-]?$")
"""What tells two figures and an s to be a decade: in her 60s, the '90s."""


def decade(low: str, part: Part) -> bool:
    """Whether a bare number goes on as a decade: 1990s, the 70s."""
    if (
        part.decimals
        or part.scaled
        or part.grouped
        or part.mantissa is None
        or part.digits not in (2, 4)
        or part.mantissa % 10
    ):
        return False
    if not low.startswith("s", part.end) or low[part.end + 1 : part.end + 2].isalnum():
        return False
    return part.digits == 4 or ends(_OF_DECADE, low, part.start) is not None


def judge_pair(ctx: Context, first: Part, second: Part) -> Refusal | None:
    """Pairs that are no range: years and their spans (2012-13), days of a month."""
    if (
        first.digits <= 2
        and second.digits <= 2
        and not (first.unit or second.unit or first.decimals or second.decimals)
    ):
        if _BEFORE_MONTH.match(ctx.text, second.end) and second.mantissa is not None and second.mantissa <= 31:
            return first.start, second.end, "date", "days of a month"
    era = _ERA.match(ctx.text, second.end)
    if era is not None and not (first.unit or second.unit or first.scaled or second.scaled):
        return first.start, era.end(), "date", "years of an era"
    if (
        first.digits == 4
        and first.mantissa is not None
        and 1800 <= first.mantissa <= 2100
        and not (
            first.unit
            or first.scaled
            or second.unit
            or second.scaled
            or first.decimals
            or second.decimals
            or first.grouped
        )
    ):
        if (
            second.digits == 4
            and second.mantissa is not None
            and 1800 <= second.mantissa <= 2100
            and first.mantissa % 100 + second.mantissa % 100
        ):
            return first.start, second.end, "date", "a span of years"
        if (
            second.digits == 2
            and ctx.text[first.end] in "-–/"
            and second.mantissa is not None
            and second.mantissa == first.mantissa % 100 + 1
        ):
            return first.start, second.end, "date", "a span of years"
    return None
