"""Whether a sentence gives one thing two outcomes, now one and now the other: "matches or outperforms Borea"."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.dataset import ClaimInContext

_LEVEL: Final = (
    r"(?:match(?:es|ed|ing)?|reach(?:es|ed|ing)?|rival(?:s|ed|ing|led|ling)?|equal(?:s|ed|ing|led|ling)?|on par with|comparable (?:to|with)"
    r"|comparably to|competitive with|as (?:good|strong|fast|accurate|well) as)"
)
_BETTER: Final = r"(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|better than|superior to|improv(?:es|ed|ing) (?:up)?on)"
_WORSE: Final = (
    r"(?:underperform(?:s|ed|ing)?|trail(?:s|ed|ing)?|worse than|inferior to|falls? (?:slightly )?(?:short of|behind))"
)
_AT_TIMES: Final = (
    r"(?:often|sometimes|occasionally|frequently|usually|at times|in (?:some|many|most|several) cases|even)"
)
_ROOM: Final = r"(?:[^.;:]{0,60}?[^.;:\w])?"
"""What the first verb is said of may stand before the second: "matching Borea's accuracy, and often"."""
_IN: Final = re.compile(
    r"(?<!\w)(?:in|on|for|at|under|with)\s+(?!par\b|(?:some|many|most|several)\s+cases\b)", re.IGNORECASE
)


def is_either(first: ClaimInContext, second: ClaimInContext) -> bool:
    """Whether two ranks of one quote are told of one thing: by "or", or by "and often" and the like.

    Where each outcome has a "in recall" of its own, they are told of two things.
    """
    if first.quote is not second.quote:
        return False
    text = first.quote.evidence.quote.text
    said = {claim.claim.rank.text for claim in (first, second) if claim.claim.rank is not None}
    return any(
        _is_one(found, text)
        for other, words in (("outperforms", _BETTER), ("underperforms", _WORSE))
        if said == {"matches", other}
        for found in _both(words).finditer(text)
    )


def _both(other: str) -> re.Pattern[str]:
    """A match and another outcome, in either order, one clause and one breath."""
    joint = rf"(?:(?:or|if not|and,? {_AT_TIMES}|but,? {_AT_TIMES}|{_AT_TIMES}),?\s(?:{_AT_TIMES},?\s)?(?:it\s)?(?:\w+ly\s)?)"
    return re.compile(
        rf"(?<!\w)(?:{_LEVEL}(?!\w)(?P<a>{_ROOM}){joint}{other}|{other}(?!\w)(?P<b>{_ROOM}){joint}{_LEVEL})(?!\w)",
        re.IGNORECASE,
    )


def _is_one(found: re.Match[str], text: str) -> bool:
    between = found["a"] or found["b"]
    behind = re.split(r"[.;:]", text[found.end() :])[0]
    return not (_IN.search(between) and _IN.search(behind))
