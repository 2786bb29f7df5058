"""Names that are almost the same: what a slip of the hand makes of a name, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from claimcheck.claims.yaml import Scalar
from claimcheck.text.fold import fold

_DIGITS: Final = re.compile(r"[0-9]+")
_SHORTEST: Final = 6
"""Shorter names differ by a letter and mean something else (ARC-E, ARC-C)."""
_LONG: Final = 12
"""From this length on, two slips still leave no doubt what was meant."""


def nearly(name: str, spellings: Iterable[Scalar]) -> Scalar | None:
    """The spelling that `name` was probably meant for: one slip away (two in a long name), or other only in case, spaces
    and hyphens. Names whose digits differ are different names.
    """
    mine = _plain(name)
    digits = _DIGITS.findall(mine)
    alike = [
        each
        for each in spellings
        if abs(len(each.text) - len(name)) <= 4
        and _DIGITS.findall(plain := _plain(each.text)) == digits
        and _may_be_near(mine, plain)
    ]
    if not alike:
        return None
    from rapidfuzz.distance import OSA

    best = min(alike, key=lambda each: OSA.distance(mine, _plain(each.text)))
    slips = OSA.distance(mine, _plain(best.text))
    return best if slips <= _allowed(mine) else None


def _plain(name: str) -> str:
    """A name without case, spaces and hyphens."""
    return "".join(character for character in fold(name).text.casefold() if character not in " -")


def _allowed(name: str) -> int:
    return 0 if len(name) < _SHORTEST else 1 if len(name) < _LONG else 2


def _may_be_near(first: str, second: str) -> bool:
    """Whether the letters of two names are so nearly the same that a comparison is worth it."""
    allowed = _allowed(first)
    if abs(len(first) - len(second)) > allowed:
        return False
    mine, theirs = Counter(first), Counter(second)
    return (mine - theirs).total() <= allowed and (theirs - mine).total() <= allowed
