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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from claimcheck.matching.values import same
from claimcheck.numerals import Mention, scan
from claimcheck.source import Span
from claimcheck.sources.abstract import Abstract
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
_MOST_COMPARED: Final = 3
_MOST_DIFFERING: Final = 600
_MOST_SAID: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Pair:
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
    plain = unicodedata.normalize("NFKC", render(text).text).casefold()
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
            array("Q", {one << 2 * _WIDTH | two << _WIDTH | three for one, two, three in zip(words, words[1:], words[2:], strict=False)})
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
        if shared >= SHARED and (pair.jaccard >= LIKE or pair.contained >= ALMOST):
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


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or a number of a text, with its place in it: `key` is what it says, `form` what it says but for numbers."""

    key: object
    form: str
    span: Span
    number: Mention | None = None

    @property
    def has_number(self) -> bool:
        return self.number is not None or self.key != self.form

    def same(self, other: _Item) -> bool:
        if self.number is not None and other.number is not None:
            return same(self.number, other.number)
        return self.key == other.key


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the first text and the stretch of the second that stands in its place (one of them may be empty)."""

    first: Span
    second: Span
    holds_number: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What tells two texts apart; `only_numbers`: nothing but numbers. No difference: it is typography alone.

    `too_many` tells that the differences were not looked for, there being so many.
    """

    differences: tuple[Difference, ...]
    only_numbers: bool
    too_many: bool = False


def compare(first: str, second: str) -> Comparison:
    """The words and numbers that tell two texts apart; typography, case and the writing of a number do not."""
    return _compared(_items(first), _items(second))


def _compared(mine: list[_Item], theirs: list[_Item]) -> Comparison:
    if [item.form for item in mine] == [item.form for item in theirs]:
        pairs = zip(mine, theirs, strict=True)
        return Comparison(
            tuple(Difference(one.span, two.span, holds_number=True) for one, two in pairs if not one.same(two)),
            only_numbers=True,
        )
    head = _common(zip(mine, theirs, strict=False))
    tail = _common(zip(reversed(mine[head:]), reversed(theirs[head:]), strict=False))
    if max(len(mine), len(theirs)) - head - tail > _MOST_DIFFERING:
        return Comparison((), only_numbers=False, too_many=True)
    return Comparison(tuple(_differences(mine, theirs, head, tail)), only_numbers=False)


def _items(text: str) -> list[_Item]:
    """The words and the quantities of a text, in order; a word inside a quantity is part of it."""
    view = render(text)
    numbers = [each for each in scan(text) if each.is_quantity and not each.indefinite]
    items = [_Item(_said(each), "0", Span(each.start, each.end), each) for each in numbers]
    at = 0
    for match in _WORD_OR_DIGITS.finditer(view.text):
        span = view.raw_span(match.start(), match.end())
        while at < len(numbers) and numbers[at].end <= span.start:
            at += 1
        if at == len(numbers) or span.end <= numbers[at].start:
            word = unicodedata.normalize("NFKC", match[0]).casefold()
            items.append(_Item(word, word if word.isalpha() else _NUMBER.sub("0", word), span))
    return sorted(items, key=lambda item: item.span)


def _said(mention: Mention) -> object:
    """A quantity as a key: equal for equal quantities, however they are written."""
    values = tuple(end.value if end.mantissa is not None else end.text.casefold() for end in mention.ends())
    return values, mention.unit, mention.bound, mention.approximate


def _common(pairs: Iterable[tuple[_Item, _Item]]) -> int:
    """How many items at the beginning are equal."""
    count = 0
    for one, two in pairs:
        if one.key != two.key:
            break
        count += 1
    return count


def _differences(mine: list[_Item], theirs: list[_Item], head: int, tail: int) -> Iterator[Difference]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(
        None,
        [item.key for item in mine[head : len(mine) - tail]],
        [item.key for item in theirs[head : len(theirs) - tail]],
        autojunk=False,
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            one, two = mine[head + i : head + j], theirs[head + k : head + m]
            yield Difference(
                _reach(mine, head + i, one), _reach(theirs, head + k, two), any(item.has_number for item in (*one, *two))
            )


def _reach(items: list[_Item], at: int, stretch: list[_Item]) -> Span:
    """From the first item of a stretch to its last; an empty one lies behind the item before it."""
    if stretch:
        return Span(stretch[0].span.start, stretch[-1].span.end)
    end = items[at - 1].span.end if at else 0
    return Span(end, end)


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
        """Whether the two are equal but for their numbers (which may part differently: "3-5%" and "3, 5%")."""
        found = self.comparison.differences
        equal = self.comparison.only_numbers or (self.pair.jaccard == 1 and all(each.holds_number for each in found))
        return equal and bool(found)

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
    """Each abstract that is like an earlier, not identical one, with the one it is most like.

    One that is equal to it but for numbers goes before the others.
    """
    distinct = list({abstract.digest: abstract for abstract in reversed(abstracts)}.values())[::-1]
    texts = [abstract.text for abstract in distinct]
    partners: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in near_duplicates(texts):
        partners[pair.second].append(pair)
    items = cache(lambda index: _items(texts[index]))
    found = []
    for second in sorted(partners):
        likest = sorted(partners[second], key=lambda pair: (-pair.jaccard, -pair.contained, pair.first))
        near = [
            Near(distinct[pair.first], distinct[second], pair, _compared(items(pair.first), items(second)))
            for pair in likest[:_MOST_COMPARED]
        ]
        found.append(next((each for each in near if each.disagree), near[0]))
    return tuple(found)


def _short(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"

