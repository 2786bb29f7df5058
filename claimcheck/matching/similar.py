"""Abstracts that are almost one: which pairs they are, found without comparing all with all, and what tells them apart.

Abstracts are compared as sets of word trigrams ("shingles"): rendered, NFKC, casefolded, every number one and the same
word. Two different abstracts share next to none; a copy with one word changed keeps all but three. Only pairs that
share at least three rare shingles are looked at: a shingle that two to twenty abstracts have tells something, one that
hundreds have ("in this paper we") does not. So the work grows with the text, not with the number of pairs.

Nothing here depends on the order of the abstracts, or on Python's `hash()` of a text, which differs between runs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain
from operator import add
from typing import Final, NamedTuple

from claimcheck.matching.values import same, zeros
from claimcheck.numerals import Mention, scan
from claimcheck.source import Span
from claimcheck.sources.abstract import Abstract
from claimcheck.text.fold import fold
from claimcheck.text.render import render

SHARED: Final = 3
"""So many rare shingles two abstracts must share to be compared; what is too short for them is compared as a whole."""
RARE: Final = 20
"""So many abstracts may have a rare shingle."""
LIKE: Final = Fraction(3, 10)
"""The Jaccard index (shared shingles among all of both) from which on two abstracts are alike."""
ALMOST: Final = Fraction(1, 2)
"""The Jaccard index from which on they are almost one; and the share of the smaller one that makes it contained."""

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD: Final = re.compile(r"[^\W_]+")
_WORD_OR_DIGITS: Final = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+)*")
_WIDTH: Final = 21  # bits for a word's number: three make a shingle of 63 bits, which an array holds
_NO_MARKUP: Final = re.compile(r"[A-Za-z0-9\s.,;:!?()'\"/%=<>+-]*")
_NO_LETTER: Final = re.compile(r"[^A-Za-z0-9]+")
_ANY: Final = "#"  # stands for a number, as no word does
_MOST_EQUAL: Final = 50_000
_MOST_SAID: Final = 4


class Pair(NamedTuple):
    """Two texts, by index, the first one earlier; how many shingles they share, and how many each has."""

    first: int
    second: int
    shared: int
    of_first: int
    of_second: int

    @property
    def jaccard(self) -> Fraction:
        """Shared shingles among all of both: 1 for texts that differ in numbers and typography at most."""
        return Fraction(self.shared, self.of_first + self.of_second - self.shared) if self.shared else Fraction(1)

    @property
    def contained(self) -> Fraction:
        """Shared shingles among those of the smaller text."""
        return Fraction(self.shared, min(self.of_first, self.of_second)) if self.shared else Fraction(1)


def near_duplicates(texts: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs of texts that are alike, in order: Jaccard index from `LIKE`, or contained from `ALMOST` on.

    Of texts that are equal but for numbers and typography, each is paired with the first one, and only that one is
    compared with the others.
    """
    alone: list[int] = []
    masked: list[str] = []
    equal: list[tuple[int, int]] = []
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        words = mask(text)
        known = first.setdefault(words, index)
        if known == index:
            alone.append(index)
            masked.append(words)
        elif words:
            equal.append((known, index))
    shingles = _shingles(masked)
    size = {index: len(found) for index, found in zip(alone, shingles, strict=True)}
    pairs = [Pair(known, index, size[known], size[known], size[known]) for known, index in equal]
    pairs += (Pair(alone[pair.first], alone[pair.second], *_counts(pair)) for pair in _alike(masked, shingles))
    return tuple(sorted(pairs))


def mask(text: str) -> str:
    """A text as it is compared: its words, rendered and casefolded, single spaces between, a 0 for every number."""
    return _masked(render(text).text)


def _masked(rendered: str) -> str:
    plain = unicodedata.normalize("NFKC", rendered).casefold()
    return " ".join(_WORD.findall(_NUMBER.sub("0", plain)))


def _counts(pair: Pair) -> tuple[int, int, int]:
    return pair.shared, pair.of_first, pair.of_second


def _shingles(masked: Sequence[str]) -> list[array[int]]:
    """The distinct shingles of each text. Words are numbered as they come, so that a shingle is one exact number."""
    numbers: dict[str, int] = {}
    limit = (1 << _WIDTH) - 1
    found = []
    for text in masked:
        words = [numbers.setdefault(word, len(numbers) & limit) for word in text.split()]
        found.append(
            array(
                "Q",
                {
                    one << 2 * _WIDTH | two << _WIDTH | three
                    for one, two, three in zip(words, words[1:], words[2:], strict=False)
                },
            )
        )
    return found


def _alike(masked: Sequence[str], shingles: list[array[int]]) -> Iterator[Pair]:
    """The pairs of different texts that are alike; consumes the lists of shingles that nobody shares."""
    sizes = [len(each) for each in shingles]
    _drop_lonely(shingles)
    frequency: Counter[int] = Counter()
    for each in shingles:
        frequency.update(each)
    seen: set[tuple[int, int]] = set()
    for first, second in chain(_by_rare(shingles, frequency), _by_order(masked, shingles, sizes, frequency)):
        if (first, second) in seen:
            continue
        seen.add((first, second))
        shared = len(set(shingles[first]).intersection(shingles[second]))
        pair = Pair(first, second, shared, sizes[first], sizes[second])
        if pair.jaccard >= LIKE or pair.contained >= ALMOST:
            yield pair


def _drop_lonely(shingles: list[array[int]]) -> None:
    """Leaves out what only one text has (nine shingles of ten), and, by collision, not quite all of that.

    A table of small counters does it in a fraction of the memory that a dictionary of all shingles takes.
    """
    size = 4 * sum(map(len, shingles)) | 1
    counters = bytearray(size)
    for each in shingles:
        for shingle in each:
            at = shingle % size
            if counters[at] < 2:
                counters[at] += 1
    for index, each in enumerate(shingles):
        shingles[index] = array("Q", [shingle for shingle in each if counters[shingle % size] == 2])


def _by_rare(shingles: Sequence[array[int]], frequency: Counter[int]) -> Iterator[tuple[int, int]]:
    """The pairs that share enough rare shingles."""
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for second, each in enumerate(shingles):
        rare = [shingle for shingle in each if 2 <= frequency[shingle] <= RARE]
        shared = Counter(chain.from_iterable(postings[shingle] for shingle in rare))
        yield from ((first, second) for first, count in shared.items() if count >= SHARED)
        for shingle in rare:
            postings[shingle].append(second)


def _by_order(
    masked: Sequence[str], shingles: Sequence[array[int]], sizes: Sequence[int], frequency: Counter[int]
) -> Iterator[tuple[int, int]]:
    """Pairs among the texts of crowds, whose shingles are not rare because so many copies have them.

    A text that is almost one with another, and shares no rare shingles with it, has at least half of its shingles in
    common with a crowd. Such texts are lined up by their words, and next neighbours in the line of a shingle are pairs.
    """
    common = [[shingle for shingle in each if frequency[shingle] > RARE] for each in shingles]
    crowd = [index for index, each in enumerate(common) if each and len(each) >= ALMOST * sizes[index] - SHARED]
    last: dict[int, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index in sorted(crowd, key=masked.__getitem__):
        for shingle in common[index]:
            before = last.get(shingle)
            if before is not None:
                shared[min(before, index), max(before, index)] += 1
            last[shingle] = index
    yield from (pair for pair, count in shared.items() if count >= SHARED)


# -- what tells two alike texts apart -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """A stretch of the first text and the stretch of the second that stands in its place (one of them may be empty).

    `only_numbers`: on either side stands nothing but numbers; `holds_number`: on one side, there is one.
    """

    first: Span
    second: Span
    only_numbers: bool
    holds_number: bool


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What tells two texts apart; no difference: it is typography alone.

    `too_many` tells that the differences were not looked for, there being so many.
    """

    differences: tuple[Difference, ...]
    too_many: bool = False

    @property
    def only_numbers(self) -> bool:
        """Whether there are differences, and all of them are in the numbers."""
        return bool(self.differences) and all(each.only_numbers for each in self.differences)


class _Items:
    """The words and the quantities of a text, in order; a word inside a quantity is part of it.

    `keys` is what each says, `forms` what it says but for numbers; `numbers` are the quantities by index.
    """

    __slots__ = ("_ends", "_masked", "_starts", "_view", "forms", "keys", "numbers", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._view = view = render(text)
        self._masked: str | None = None
        words = _WORD_OR_DIGITS.findall(view.text)
        starts = array("Q", [match.start() for match in _WORD_OR_DIGITS.finditer(view.text)])
        ends = array("Q", map(add, starts, map(len, words)))
        words = [(word if word.isascii() else unicodedata.normalize("NFKC", word)).casefold() for word in words]
        forms = [word if word.isalpha() else _NUMBER.sub(_ANY, word) for word in words]
        self.keys: list[object] = []
        self.forms: list[str] = []
        self.numbers: dict[int, Mention] = {}
        self._starts, self._ends = array("Q"), array("Q")  # in the rendering; what is a number has its own place
        last = 0
        for number in (*(each for each in scan(text) if each.is_quantity and not each.indefinite), None):
            # The words that end before the number; those that begin before its end are part of it.
            first = len(words) if number is None else bisect_right(ends, number.start, lo=last, key=view.raw_end)
            self.keys += words[last:first]
            self.forms += forms[last:first]
            self._starts += starts[last:first]
            self._ends += ends[last:first]
            if number is not None:
                self.numbers[len(self.keys)] = number
                self.keys.append(_said(number))
                self.forms.append(_ANY)
                self._starts.append(0)
                self._ends.append(0)
                last = bisect_left(starts, number.end, lo=first, key=view.raw_start)

    @property
    def masked(self) -> str:
        """The text as `mask` has it."""
        if self._masked is None:
            self._masked = _masked(self._view.text)
        return self._masked

    def __len__(self) -> int:
        return len(self.keys)

    def has_number(self, index: int) -> bool:
        return self.keys[index] != self.forms[index]

    def start(self, index: int) -> int:
        number = self.numbers.get(index)
        return self._view.raw_start(self._starts[index]) if number is None else number.start

    def end(self, index: int) -> int:
        number = self.numbers.get(index)
        return self._view.raw_end(self._ends[index]) if number is None else number.end

    def reach(self, first: int, end: int) -> Span:
        """The stretch of some items; an empty one lies behind the item before it."""
        if first < end:
            return Span(self.start(first), self.end(end - 1))
        at = self.end(first - 1) if first else 0
        return Span(at, at)


def compare(first: str, second: str) -> Comparison:
    """The words and numbers that tell two texts apart; typography, case and the writing of a number do not."""
    return _compared(_Items(first), _Items(second))


def _compared(mine: _Items, theirs: _Items) -> Comparison:
    if mine.forms == theirs.forms:
        found: Iterable[Difference] = (
            Difference(mine.reach(at, at + 1), theirs.reach(at, at + 1), only_numbers=True, holds_number=True)
            for at, (one, two) in enumerate(zip(mine.keys, theirs.keys, strict=True))
            if (one != two or at in mine.numbers) and not _same(mine, theirs, at)
        )
    else:
        head = _common(mine.keys, theirs.keys)
        tail = _common(reversed(mine.keys[head:]), reversed(theirs.keys[head:]))
        stop, until = len(mine) - tail, len(theirs) - tail
        counts = Counter(mine.keys[head:stop])
        if sum(counts[key] for key in theirs.keys[head:until]) > _MOST_EQUAL:
            return Comparison((), too_many=True)  # so many equal words (the product of their counts) take long to align
        # A digit may change how far a number reaches ("over 12", "between 2000 and 2020"): then the words decide.
        same_words = mine.masked == theirs.masked
        found = _differences(mine, theirs, head, stop, until, same_words)
    # In another case, or beside another word, the same writing may be read as another number: that is no difference.
    return Comparison(
        tuple(each for each in found if _differ(_stretch(mine.text, each.first), _stretch(theirs.text, each.second)))
    )


def _same(mine: _Items, theirs: _Items, at: int) -> bool:
    """Whether two items of the same form say the same."""
    one, two = mine.numbers.get(at), theirs.numbers.get(at)
    return same(one, two) if one is not None and two is not None else mine.keys[at] == theirs.keys[at]


def _stretch(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _differ(one: str, two: str) -> bool:
    """Whether two stretches differ in more than typography and case."""
    if _NO_MARKUP.fullmatch(one) and _NO_MARKUP.fullmatch(two):
        # Folding leaves these letters and digits as they are.
        letters = (_NO_LETTER.sub("", each).casefold() for each in (one, two))
        if next(letters) != next(letters):
            return True
    return fold(one).text.casefold() != fold(two).text.casefold()


def _said(mention: Mention) -> object:
    """A quantity as a key: equal for equal quantities of one precision, however they are written."""
    ends = tuple(
        (end.value if end.mantissa is not None else end.text.casefold(), zeros(end), end.signed)
        for end in mention.ends()
    )
    return ends, mention.unit, mention.bound, mention.approximate


def _common(mine: Iterable[object], theirs: Iterable[object]) -> int:
    """How many keys at the beginning are equal."""
    count = 0
    for one, two in zip(mine, theirs, strict=False):
        if one != two:
            break
        count += 1
    return count


def _differences(
    mine: _Items, theirs: _Items, head: int, stop: int, until: int, same_words: bool
) -> Iterator[Difference]:
    """The differing stretches of two texts whose items are equal before `head`, and behind `stop` and `until`."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, mine.keys[head:stop], theirs.keys[head:until], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            i, j, k, m = i + head, j + head, k + head, m + head
            numbers = [*map(mine.has_number, range(i, j)), *map(theirs.has_number, range(k, m))]
            yield Difference(
                mine.reach(i, j),
                theirs.reach(k, m),
                only_numbers=same_words or (i < j and k < m and all(numbers)),
                holds_number=any(numbers),
            )


# -- the abstracts of a project -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """An abstract that is like an earlier one, and what tells them apart."""

    first: Abstract
    second: Abstract
    pair: Pair
    comparison: Comparison

    @property
    def disagree(self) -> bool:
        """Whether the two are equal but for their numbers."""
        return self.comparison.only_numbers

    def said(self) -> str:
        """The differences for people, numbers first: "'76.9%' against '79.6%'; 'mean' is left out"."""
        told = sorted(self.comparison.differences, key=lambda each: not each.holds_number)
        parts = []
        for each in told[:_MOST_SAID]:
            here, there = _short(self.second.text, each.second), _short(self.first.text, each.first)
            if not there:
                parts.append(f"'{here}' stands only here")
            else:
                parts.append(f"'{here}' against '{there}'" if here else f"'{there}' is left out")
        more = len(told) - _MOST_SAID
        return "; ".join(parts) + (f"; and {more} more difference{'s' * (more > 1)}" if more > 0 else "")


@lru_cache(maxsize=1)  # two rules ask for the same
def near_abstracts(abstracts: tuple[Abstract, ...]) -> tuple[Near, ...]:
    """The pairs of abstracts that are alike and not identical, and what tells them apart: as few as connect them.

    Of a paper's five versions, four pairs are told and not ten: those that are equal but for numbers, then the likest.
    """
    by_digest: dict[str, Abstract] = {}
    for abstract in abstracts:
        by_digest.setdefault(abstract.digest, abstract)
    distinct = list(by_digest.values())
    texts = [abstract.text for abstract in distinct]
    items = cache(lambda index: _Items(texts[index]))

    def likeness(pair: Pair) -> tuple[bool, int, Pair]:
        other = items(pair.first).forms != items(pair.second).forms
        return other, -_scaled(pair.jaccard), pair

    found = []
    leader = list(range(len(texts)))
    for pair in sorted(near_duplicates(texts), key=likeness):
        one, two = _leader(leader, pair.first), _leader(leader, pair.second)
        if one != two:
            leader[max(one, two)] = min(one, two)
            compared = _compared(items(pair.first), items(pair.second))
            found.append(Near(distinct[pair.first], distinct[pair.second], pair, compared))
    return tuple(sorted(found, key=lambda near: (near.pair.second, near.pair.first)))


def _scaled(share: Fraction) -> int:
    """A share of counts below a million as a whole number: larger for the larger one, and quicker to sort by."""
    return (share.numerator << 64) // share.denominator


def _leader(leader: list[int], index: int) -> int:
    """The first text of those that an index is connected with."""
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _short(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"
