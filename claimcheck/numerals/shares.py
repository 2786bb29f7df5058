"""Some of all: "3 out of 5", "nine in ten", "25 of the 30", and rates told of a round number ("6.1 per 1,000")."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals import dates
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import SMALL
from claimcheck.numerals.pairs import read_second
from claimcheck.numerals.parts import Part

_LEADS: Final = re.compile(r"[\s-]+(?:out|in)[\s-]|\s+(?:of|per)\s")
"""What all of them begin with."""
_OUT_OF: Final = re.compile(r"\s+(?:(?:out\s+of(?:\s+every)?|in\s+every)\s+(?:the\s+|all\s+)?)(?=[0-9a-z])")
_ONE_IN: Final = re.compile(r"(?:\s+in\s+|-in-)(?=[0-9a-z])")
_IN: Final = re.compile(r"\s+in\s+(?=[a-z])")
_OF: Final = re.compile(r"\s+(?:(?P<word>in|per)|of(?:\s+(?:the|all|our|its|their|these|those))?)\s+(?=[0-9a-z])")
_TIMES: Final = re.compile(r"\s+times$")
_ROUND: Final = re.compile("10+")
_NO_WHOLE: Final = re.compile(
    r"-[A-Za-z0-9]|\s?[x×/^]\s?[0-9]|:[0-9]|\s(?:st|nd|rd|th|by|per)(?![a-z])|\sor\s(?:so|more|fewer|less)(?![a-z])"
    rf"|\sto\s(?:[0-9]|(?:{'|'.join(SMALL)})(?![a-z]))"
)
"""What makes the number behind "of" another thing, or vague: three of five-shot runs, 4 of 16 x 16 tiles, 5 of 20 or so."""
_A_TIME: Final = re.compile(
    r"[\s-](?:consecutive\s|calendar\s|more\s|further\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?"
    r"|centuries|seasons?|steps?|rounds?|parts?|places|ways|cases\sout)(?![a-z])"
)
"""Behind "in" no whole, but how long something took, or where: three in four weeks."""


def joined_share(ctx: Context, part: Part, floor: int) -> int | None:
    """ "3 out of 5", "one in five", "nine in ten"; a value that is nothing but "3 of 5" or "6.1 per 1,000"."""
    if not _LEADS.match(ctx.low, part.end):
        return None
    second = _out_of(ctx, part) or (share_of(ctx, part) if ctx.isolated else None)
    if second is None:
        return None
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("ratio", part, second, part.start, second.end, qualifier, "part out of a whole")


def _out_of(ctx: Context, part: Part) -> Part | None:
    """The whole that a number can only be a part of."""
    match = _OUT_OF.match(ctx.low, part.end) or (
        _ONE_IN.match(ctx.low, part.end) if part.mantissa == part.divisor == 1 else None
    )
    among = _IN.match(ctx.low, part.end) if part.words else None
    found = match or among
    second = _whole_at(ctx, found.end()) if found is not None and part.unit is None else None
    if second is None or second.unit is not None:
        return None
    return second if match is not None or _is_share(ctx, part, second) else None


def share_of(ctx: Context, part: Part) -> Part | None:
    """How many there are, where the number before it is some of them, and both may be told by themselves, too: "25 of the 30",
    "4 in 10"."""
    match = _OF.match(ctx.low, part.end)
    if match is None:
        return None
    second = _whole_at(ctx, match.end())
    if second is None or second.unit is not None:
        return None
    if match["word"] == "per":
        return second if _is_round(second) else None
    if part.unit is not None or any(each.divisor != 1 or each.signed for each in (part, second)):
        return None
    if match["word"] == "in":
        return second if (ctx.isolated or _is_round(second)) and _is_share(ctx, part, second) else None
    if part.decimals or len(second.scaled) == 1 or (second.decimals and not second.scaled):
        return None  # "2 of 7B models"
    if part.value > second.value or (part.words and part.value <= 1):
        return None
    if ctx.text[part.start - 1 : part.start] == "/" or (not ctx.isolated and dates.like_year(ctx.text, second)):
        return None
    return None if _NO_WHOLE.match(ctx.text, second.end) else second


def _whole_at(ctx: Context, start: int) -> Part | None:
    """The number that may be a whole; "4 out of 5 times" multiplies nothing."""
    second = read_second(ctx, start)
    if second is not None and (times := _TIMES.search(ctx.low, second.start, second.end)) is not None:
        second.unit, second.end = None, times.start()
    return second


def _is_round(part: Part) -> bool:
    """Whether a number is ten, a hundred and so on, of which shares and rates are told."""
    return _ROUND.fullmatch(str(part.value)) is not None


def _is_share(ctx: Context, part: Part, second: Part) -> bool:
    """Whether "three in four" is a share: of more, and not of a time or of ways."""
    if part.decimals or part.divisor != 1 or part.value >= second.value:
        return False
    return not (_A_TIME.match(ctx.low, second.end) or _NO_WHOLE.match(ctx.text, second.end))
