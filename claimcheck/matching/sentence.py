"""The sentence of a quote as words on a line with its quantities among them: what cues and their owners are looked for in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.matching.grammar import DETERMINERS, previous
from claimcheck.matching.quotes import inside
from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.sentences import around
from claimcheck.text.words import Extent, Word, extent, words

if TYPE_CHECKING:
    from claimcheck.dataset import QuoteInContext

_LISTING: Final = frozenset(
    "and or to by of up about only a an the another over nearly almost around roughly some further".split()
)
"""The words that may stand between two numbers of a bare list, or open a member of one."""

BEFORE_NUMBERS: Final = frozenset("a an the about only just roughly nearly almost around approximately over".split())
"""What may stand between a number and the words that lead to it."""
_ACRONYMS: Final = frozenset(
    "accelerate align beat beats best better boost equal excel excellent exceed fast faster gain gains gap improve lead leader less lift "
    "lose match more par parity promise rank rise robust same save surpass top win wins".split()
)
"""Words of outcome that methods and data sets like to be called, in capitals: "the BEATS framework"."""
_MOST_WORDS: Final = 2_000
_MOST: Final = 300
"""What holds more words or numbers is no sentence: it has no words here, and nothing is concluded from them."""


class Sentence:
    """The words of the sentence (or sentences) that a quote stands in, and the stretch of each of their quantities, in order.

    A quote may be a part of its sentence; what it leaves out still says what the rest means. `quoted` are the indexes of
    the quote's own words, `numbered` those of the words inside quantities. Quantities are told by their index in the
    paper. A quote keeps its sentence: `QuoteInContext.sentence`.
    """

    def __init__(self, quote: QuoteInContext) -> None:
        self.quoted = range(0)
        self._lay((), {})
        if not quote.claims or quote.place is None:
            return
        folded, numbers = quote.claims[0].paper.folded, quote.claims[0].paper.numbers
        assert folded is not None
        start, end = around(folded.view.text, *folded.view_range(quote.place.start, quote.place.end))
        held = inside(folded.view.raw_span(start, end), numbers)
        if len(held) > _MOST:
            return
        line = words(folded.view, start, end)
        if len(line) > _MOST_WORDS:
            return
        self._lay(_without_acronyms(line, folded.view.text), {at: numbers[at] for at in held})
        own = extent(line, quote.place.span)
        if own is not None:
            self.quoted = range(own.first, own.last)

    def _lay(self, line: Sequence[Word], numbers: Mapping[int, Mention]) -> None:
        """Lays the words on the line, and of these numbers (by their index in the paper) the quantities among them."""
        self.line = line
        stretches = {
            at: extent(line, Span(number.start, number.end))
            for at, number in numbers.items()
            if number.is_quantity and not number.indefinite
        }
        self.numbers: dict[int, Extent] = {at: each for at, each in stretches.items() if each is not None}
        self.numbered = {index for each in self.numbers.values() for index in range(each.first, each.last)}
        order = list(self.numbers)
        self._previous = {here: before for before, here in pairwise([None, *order])}
        self._following = dict(pairwise([*order, None]))

    def previous(self, at: int) -> int | None:
        """The quantity before this one."""
        return self._previous[at]

    def following(self, at: int) -> int | None:
        """The quantity behind this one."""
        return self._following[at]

    def listed(self, first: int, second: int) -> bool:
        """Whether two quantities follow each other in a bare list: "5% and 7%"."""
        between = self.line[self.numbers[first].last : self.numbers[second].first]
        return all(word.low in _LISTING for word in between)

    def of_one_list(self, first: int, second: int) -> bool:
        """Whether two quantities stand in one bare list: "5%, 6% and 7%"."""
        first, last = sorted((first, second))
        members = [at for at in self.numbers if first <= at <= last]
        return all(self.listed(*pair) for pair in pairwise(members))

    def opens_member(self, at: int) -> bool:
        """Whether a quantity opens a member of a list: "… and by 7%", ", 7%"."""
        for index in range(self.numbers[at].first, 0, -1):
            if self.line[index].room:
                return True
            if self.line[index - 1].low not in _LISTING:
                return False
        return False

    def nearest(self, index: int) -> int | None:
        """The quantity that stands nearest to a word; of two as near, the later."""
        at = self.line[index].at
        return min(reversed(self.numbers), key=lambda each: self.numbers[each].to(at), default=None)


def _without_acronyms(line: Sequence[Word], text: str) -> list[Word]:
    """The words, with names in capitals as they are spelled, so that nobody takes them for the word that they look like.

    They are names behind an article, or where the abstract has them more than once; else they may be stressed ("is MORE accurate").
    """
    return [
        word._replace(low=word.text)
        if word.low in _ACRONYMS
        and word.text.isupper()
        and (previous(line, index) in DETERMINERS or text.count(word.text) > 1)
        else word
        for index, word in enumerate(line)
    ]
