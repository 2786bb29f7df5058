"""Telling years, days and decades from quantities."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import ends, in_parentheses, word_before
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import CALENDAR
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

_BEFORE_YEAR: Final = frozenset(
    "before in since from by until till during before after year years early late mid of circa between "
    "through summer winter spring autumn fall "
    "al dated published ©".split()
)
_BEFORE_ROUND_YEAR: Final = frozenset("in since year years by until during early late before after".split())
"""What makes a date even of 1900, 2000 and the like."""
_SURELY_BEFORE_YEAR: Final = frozenset("in since until during year".split())
"""What makes a year even of 1750, and of 1997 with a plural behind it: in 2019 hens were kept."""
_AMBIGUOUS_MONTHS: Final = frozenset("may march sep sept mar jan jun jul aug dec oct nov apr feb".split())
"""Months that are a month with a capital only."""
_PLURAL_BEHIND: Final = re.compile(r"\s+(?!(?:was|has|as|its)(?![A-Za-z'-]))[a-z'-]*(?<![sui])s(?![A-Za-z'-])")
_DATED: Final = re.compile(
    r"\s(?:models|systems|LL?Ms|papers|benchmarks|editions|releases|submissions|elections|guidelines)(?![A-Za-z])"
)
YEAR_OF_WORK: Final = "a year before what is dated by it, or how many there are"
"""Why a year may be claimed as a number, too: "including 2025 models"."""
_ERA: Final = re.compile(r"\s(?:cal\s?)?(?:BCE|BC|CE)(?![A-Za-z])|\scal\s?(?:yr\s|ka\s)?BP(?![A-Za-z])")
_YEARS_ON: Final = re.compile(r",? (?:and|or|to) |, ")
_EQUALS: Final = re.compile(r"=\s*$")
_PART_OF_YEAR: Final = re.compile(r"(?:half|quarter|end|start|beginning|summer|winter|spring|autumn|fall|season) of $")
BEFORE_MONTH: Final = re.compile(rf"\s(?:{'|'.join(sorted(word.capitalize() for word in CALENDAR))})(?![a-z])")
_TO_DAY: Final = re.compile(r"\s?[-–]\s?(?:0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z%.,]?[0-9A-Za-z%])")


_SIDE_AFTER: Final = re.compile(
    r"\s?[x×*]\s?[0-9]|-by-[0-9]|\sby\s[0-9]{3,4}(?![0-9.,%]?[0-9%])"
    r"|-(?:pixel|px|token|sample|image|question|hour|dim|dimensional|word|page|document|item|class|parameter)(?![a-z])"
)
"""What makes a number between 1600 and 2100 a side of a picture, or a count: 1920 × 1080, a 1920-pixel width."""


def dated(ctx: Context, part: Part, inner: int, word: str) -> Refusal | None:
    """Years, days of a month, "(Yao et al., 2019)"; `word` stands before the number."""
    text = ctx.text
    written = text[inner : part.end]
    if part.unit or not written.isdecimal():
        return None
    if word == "AD":
        return inner, part.end, "date", "a year of an era"
    era = _ERA.match(text, part.end)
    if era is not None:
        return inner, era.end(), "date", "a year of an era"
    number = int(written)
    stem = word.lower().strip(".,;()")
    month = stem in CALENDAR and (word[:1].isupper() or stem not in _AMBIGUOUS_MONTHS)
    if len(written) != 4:
        return _day(text, inner, part.end, month) if number <= 31 else None
    end = _date_end(text, part.end)
    if month:
        return inner, end, "date", "a year after its month"
    if not 1600 <= number <= 2100 or _SIDE_AFTER.match(text, part.end):
        return None  # (1920x1080)
    if ctx.out and ctx.out[-1].cls in ("date", "citation") and _YEARS_ON.fullmatch(text, ctx.done, inner):
        return inner, end, ctx.out[-1].cls, "a further year"
    if ends(_PART_OF_YEAR, ctx.low, inner):
        return inner, end, "date", "a year after its part"
    if ends(_EQUALS, text, inner):
        return None  # n = 2015
    return _cited(ctx, inner, end, word) or _year(text, number, inner, end, stem)


def _day(text: str, start: int, end: int, after_month: bool) -> Refusal | None:
    """A day behind or before its month: on May 5-7, on 5 May."""
    if after_month:
        to_day = _TO_DAY.match(text, end)
        return start, to_day.end() if to_day else end, "date", "a day after its month"
    return (start, end, "date", "a day before its month") if BEFORE_MONTH.match(text, end) else None


_REFERENCE: Final = re.compile(r"\[[A-Z][^\[\]]{2,80}\s$")
"""Square brackets that open with a name, and have a year: [Miller, Proc. Lumen 2019]."""


def _cited(ctx: Context, inner: int, end: int, word: str) -> Refusal | None:
    """The year of a citation, or one in parentheses."""
    text = ctx.text
    if word.endswith(("al.", "al.,")):
        return inner, end, "citation", "the year of a citation"
    if text[inner - 1 : inner] + text[end : end + 1] in ("()", "[]"):
        author = word_before(text, inner - 1)[0]
        cited = text[inner:end].isdecimal() and (author[:1].isupper() or author.endswith("al."))
        return inner, end, "citation" if cited else "date", "a year in parentheses"
    if word.endswith(",") and word[:1].isupper() and in_parentheses(text, inner):
        return inner, end, "citation", "the year of a citation"
    if ends(_REFERENCE, text, inner):
        return inner, end, "citation", "the year of a citation"
    return None


_CONSISTING: Final = re.compile(r"(?:[Cc]onsist(?:s|ed|ing)?|[Cc]ompos(?:ed|ing)|[Cc]omprised|[Mm]ade up|total) of $")


def _year(text: str, year: int, start: int, end: int, stem: str) -> Refusal | None:
    """A year, by the word before it; what is counted behind a number makes it none, mostly."""
    century = year // 100
    is_round = year % 100 == 0 or year == 2048
    surely = stem in _SURELY_BEFORE_YEAR
    counted = _PLURAL_BEHIND.match(text, end)
    if stem == "of" and ends(_CONSISTING, text, start):
        return None  # "consists of 1833 short fragments"
    if century < 18 and (counted or not surely):
        return None
    if stem in ("including", "the") and 2010 <= year <= 2035 and _DATED.match(text, end):
        return start, end, "date", YEAR_OF_WORK
    if counted:
        told = surely and not is_round
    elif is_round:
        told = stem in _BEFORE_ROUND_YEAR
    else:
        told = stem in _BEFORE_YEAR or not stem or (century in (19, 20) and year <= 2035)
    return (start, end, "date", "a year by the word before") if told else None


_DATE_TAIL: Final = re.compile(r"-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?|(?:[-–/][0-9]{1,4}(?![0-9A-Za-z%.,]?[0-9A-Za-z%]))+")


def _date_end(text: str, end: int) -> int:
    """A date in digits goes on: 2021-05-03, 2012-13."""
    match = _DATE_TAIL.match(text, end)
    return match.end() if match else end


_OF_OUR_TIME: Final = re.compile("(?:19|20)[0-9][0-9]")


def like_year(text: str, part: Part) -> bool:
    """Whether four figures look like a year of our time."""
    return _OF_OUR_TIME.fullmatch(text, part.start, part.end) is not None


_TENS: Final = re.compile(r"(?<![0-9.,])(?:[0-9]{3}|(?P<short>[0-9]))0$")
_PLURAL: Final = re.compile(r"s(?![^\W_])")
_OF_DECADE: Final = re.compile(r"(?:\b(?:the|early|mid|late|his|her|their|over|under)|[’']|0s(?:,| and| or))[\s-]?$")
"""What tells two figures and an s to be a decade: in her 60s, the '90s."""


def decade(low: str, part: Part) -> bool:
    """Whether a bare number goes on as a decade: 1990s, the 70s."""
    if _PLURAL.match(low, part.end) is None:
        return False
    tens = ends(_TENS, low, part.end)
    return tens is not None and (tens["short"] is None or ends(_OF_DECADE, low, tens.start()) is not None)


def judge_pair(ctx: Context, first: Part, second: Part) -> Refusal | None:
    """Pairs that are no range: years and their spans (2012-13), days of a month."""
    text = ctx.text
    era = _ERA.match(text, second.end)
    if era is not None and not (first.unit or second.unit):
        return first.start, era.end(), "date", "years of an era"
    one, two = text[first.start : first.end], text[second.start : second.end]
    if not (one.isdecimal() and two.isdecimal()):
        return None
    if int(one) <= int(two) <= 31 and BEFORE_MONTH.match(text, second.end):
        return first.start, second.end, "date", "days of a month"
    if 1800 <= int(one) < int(two) <= 2100 and (int(one) % 100 or int(two) % 100):
        return first.start, second.end, "date", "a span of years"
    return None
