"""The words around a number that tell it from its neighbours: as few as name it, once in the quote, whole."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from claimcheck.drafting.passages import Passage, Text
from claimcheck.drafting.phrases import Range
from claimcheck.matching.quotes import Place, cut, locate
from claimcheck.source import Span

_MOST: Final = 60


def window(passage: Passage, at: int, words: Range, others: Collection[int], within: Place | None) -> str | None:
    """The given words around the number `at`, widened until they stand once in `within` (None: in the abstract); None where they cannot.

    They cut no word and no quantity, and hold none of `others`.
    """
    first, last = words
    text = passage.text
    stretch = passage.numbers[at]
    first, last = min(first, stretch.first), max(last, stretch.last)
    while first < stretch.first and _holds_any(passage, first, last, others):
        first += 1
    while last > stretch.last and _holds_any(passage, first, last, others):
        last -= 1
    for step in range(_MOST):
        said = _said(passage, first, last)
        if said is not None and _is_right(text, said, within, at, others):
            return said
        wider = [(first, last + 1), (first - 1, last)] if step % 2 else [(first - 1, last), (first, last + 1)]
        fits = [
            (low, high)
            for low, high in wider
            if low >= 0 and high <= len(passage.line) and not _holds_any(passage, low, high, others)
        ]
        if not fits:
            return None
        first, last = fits[0]
    return None


def _said(passage: Passage, first: int, last: int) -> str | None:
    """A stretch of words as the source writes them, with all of each quantity that it touches."""
    numbers = passage.text.numbers
    start, end = passage.line[first].start, passage.line[last - 1].end
    for number in numbers:
        if number.start < end and start < number.end:
            start, end = min(start, number.start), max(end, number.end)
    if not passage.span.start <= start or not end <= passage.span.end:
        return None
    return passage.text.slice(start, end)


def _holds_any(passage: Passage, first: int, last: int, others: Collection[int]) -> bool:
    start, end = passage.line[first].start, passage.line[last - 1].end
    numbers = passage.text.numbers
    return any(numbers[each].start < end and start < numbers[each].end for each in others)


def _is_right(text: Text, said: str, within: Place | None, at: int, others: Collection[int]) -> bool:
    """Whether words stand once, whole, and hold the number that they are to hold and none of the others."""
    places = locate(said, text.folded, within, limit=2)
    if len(places) != 1 or cut(places[0], text.folded, text.numbers) is not None:
        return False
    span, number = places[0].span, text.numbers[at]
    held = Span(number.start, number.end)
    return span.holds(held) and not any(
        span.overlaps(Span(text.numbers[each].start, text.numbers[each].end)) for each in others
    )
