"""A quote as words on a line with its quantities among them: what cues and their owners are looked for in."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.dataset import QuoteInContext
from claimcheck.source import Span
from claimcheck.text.words import Extent, Word, extent

_LISTING = frozenset(
    "and or to by of up about only a an the another over nearly almost around roughly some further".split()
)
"""The words that may stand between two numbers of a bare list, or open a member of one."""


class Sentence:
    """The words of a quote, and the stretch of each of its quantities (by the number's index in the paper), in order."""

    def __init__(self, quote: QuoteInContext) -> None:
        self.line: Sequence[Word] = quote.line()
        self.numbers: dict[int, Extent] = {}
        for at in quote.numbers if self.line else ():
            number = quote.claims[0].paper.numbers[at]
            stretch = extent(self.line, Span(number.start, number.end))
            if number.is_quantity and not number.indefinite and stretch is not None:
                self.numbers[at] = stretch

    def previous(self, at: int) -> int | None:
        """The quantity before this one."""
        order = list(self.numbers)
        index = order.index(at)
        return order[index - 1] if index else None

    def following(self, at: int) -> int | None:
        """The quantity behind this one."""
        order = list(self.numbers)
        index = order.index(at) + 1
        return order[index] if index < len(order) else None

    def listed(self, first: int, second: int) -> bool:
        """Whether two quantities follow each other in a bare list: "5% and 7%"."""
        between = self.line[self.numbers[first].last : self.numbers[second].first]
        return all(word.low in _LISTING for word in between)

    def opens_member(self, at: int) -> bool:
        """Whether a quantity opens a member of a list: "… and by 7%", ", 7%"."""
        index = self.numbers[at].first
        while index and not self.line[index].room:
            index -= 1
            if self.line[index].low not in _LISTING:
                return False
        return index > 0

    def nearest(self, index: int) -> int | None:
        """The quantity that stands nearest to a word; of two as near, the later."""
        at = self.line[index].at
        return min(reversed(self.numbers), key=lambda each: self.numbers[each].to(at), default=None)
