"""Where the sentence ends that a stretch of a text stands in."""

from __future__ import annotations

import re
from typing import Final

_OPENING: Final = (
    "We|Our|This|These|It|The|An?|In|On|To|For|By|With|As|When|While|Although|Here|Next|Then|Finally|First|However|Moreover|"
    "Furthermore|Further|Specifically|Additionally|Compared|Extensive|Experiments|Experimental|Results"
)
"""Words that begin a sentence also where the blank before it was lost: "of the process.The set"."""
_LOST_BLANK: Final = rf"(?<=[A-Za-z][A-Za-z][A-Za-z])\.(?=(?:{_OPENING})[\s,])"
_END: Final = re.compile(rf"[.!?][)\]}}\"'”’»]*\s+(?=[\"'“‘(\[{{$\\]*[A-Z0-9])|{_LOST_BLANK}")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(])(?:(?i:e\.?g|i\.?e|vs|cf|figs?|eqs?|sec|no|dr|prof|approx|resp|incl|w\.?r\.?t|viz|ca|al)|[A-Z])\.\s*$"
)
_LOOK_BACK: Final = 12
_AHEAD: Final = max(map(len, _OPENING.split("|"))) + 2
"""So far on it is looked for what begins a sentence."""
_REACH: Final = 1500
"""No sentence is longer on either side of a stretch; what is, is cut there."""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of `text` from the beginning of the sentence in which `start` lies to the end of that in which `end` lies.

    Where the text leaves a doubt (abbreviations, a full stop before a small letter), the sentence goes on.
    """
    first = low = max(0, start - _REACH)
    for match in _END.finditer(text, low, start + _AHEAD):
        if match.end() <= start and _ends(text, match):
            first = match.end()
    if first == low > 0:  # nothing ends in reach: from the first whole word on
        first = min(start, text.find(" ", low) + 1 or start)
    high = min(len(text), end + _REACH)
    # A stretch that ends with its full stop ends a sentence itself.
    for match in _END.finditer(text, max(start, end - 1), high):
        if _ends(text, match):
            return first, max(end, match.start() + 1)
    return first, high


def _ends(text: str, match: re.Match[str]) -> bool:
    return not _ABBREVIATED.search(text[max(0, match.start() - _LOOK_BACK) : match.start() + 1])
