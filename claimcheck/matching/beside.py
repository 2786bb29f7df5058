"""The words that a value has besides its number: which they are, and at which numbers of a source they stand, too."""

from __future__ import annotations

from typing import Final

from claimcheck.matching.quotes import Place, cut, locate
from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.fold import Folded, fold

_APART: Final = 2
"""So many characters may stand between a number and its words: " ("."""


def words_beside(text: str, mention: Mention) -> str:
    """What a field says before and behind its number, typography and markup aside."""
    return " ".join(filter(None, (fold(text[: mention.start]).text, fold(text[mention.end :]).text)))


def stand_at(text: str, mention: Mention, stated: Mention, source: Folded, within: Place) -> bool:
    """Whether the words of a field stand around a number of a source, or right beside it where it is written otherwise."""
    around = (place for place in locate(text, source, within) if _holds(place.span, stated))
    beside = (place for place in locate(words_beside(text, mention), source, within) if _is_beside(place.span, stated))
    return any(cut(place, source, ()) is None for places in (around, beside) for place in places)


def _holds(span: Span, stated: Mention) -> bool:
    return span.start <= stated.start and stated.end <= span.end


def _is_beside(span: Span, stated: Mention) -> bool:
    return 0 <= span.start - stated.end <= _APART or 0 <= stated.start - span.end <= _APART
