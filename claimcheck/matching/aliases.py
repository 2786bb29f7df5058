"""Whether an abstract holds two spellings of the vocabulary against each other, so that they are two names and not one."""

from __future__ import annotations

import re
from itertools import product
from operator import attrgetter
from typing import Final

from claimcheck.matching.quotes import whole_places
from claimcheck.source import Span
from claimcheck.text.fold import Folded

_AGAINST: Final = re.compile(
    r"[^.;:!?()]{0,80}\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|exceed(?:s|ed|ing)?|underperform(?:s|ed|ing)?|trails?|match(?:es|ed|ing)?|"
    r"rivals?|than|versus|vs\.?|over|unlike|(?:compared|relative) (?:to|with))\s+(?:(?:the|even|both)\s+)?",
    re.IGNORECASE,
)
"""What stands between the two sides of a comparison, up to the second."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = re.compile(r"[A-Z0-9]")


def held_apart(one: str, other: str, source: Folded) -> Span | None:
    """Where an abstract compares one name with another ("Lumen outperforms Corvus"); None if it nowhere surely does.

    A phrase in small letters is no name, and what the letters of an acronym stand for is the same thing in any sentence.
    """
    if not (_NAME.search(one) and _NAME.search(other)) or _acronym(one, other) or _acronym(other, one):
        return None
    text = source.view.text
    for pair in product(whole_places(one, source), whole_places(other, source)):
        first, second = sorted(pair, key=attrgetter("start"))
        between = text[source.view_range(first.start, first.end)[1] : source.view_range(second.start, second.end)[0]]
        if _AGAINST.fullmatch(between):
            return Span(first.span.start, second.span.end)
    return None


def _acronym(short: str, long: str) -> bool:
    """Whether the letters of a name are those that the words of another begin with: CoT, chain of thought."""
    letters = "".join(_LETTERS.findall(short)).casefold()
    initials = "".join(word[0] for word in _LETTERS.findall(long)).casefold()
    return len(letters) > 1 and len(initials) > 1 and (letters.startswith(initials) or initials.startswith(letters))
