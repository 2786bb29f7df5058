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
from typing import Final, NamedTuple

from claimcheck.matching.values import same
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


class _Item(NamedTuple):
    """A word or a number of a text, with its place in it: `key` is what it says, `form` what it says but for numbers."""

    key: object
    form: str
    start: int
    end: int
    number: Mention | None = None

    @property
    def has_number(self) -> bool:
        return self.number is not None or self.key != self.form

    def same(self, other: _Item) -> bool:
        if self.number is not None and other.number is not None:
            return same(self.number, other.number)
        return self.key == other.key


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


@dataclass(frozen=True, slots=True, eq=False)
class _Items:
    """A text, and its words and quantities in order."""

    text: str
    items: list[_Item]
    forms: list[str]


def compare(first: str, second: str) -> Comparison:
    """The words and numbers that tell two texts apart; typography, case and the writing of a number do not."""
    return _compared(_items(first), _items(second))


def _compared(mine: _Items, theirs: _Items) -> Comparison:
    if mine.forms == theirs.forms:
        pairs = zip(mine.items, theirs.items, strict=True)
        found: Iterable[Difference] = (
            Difference(Span(one.start, one.end), Span(two.start, two.end), only_numbers=True, holds_number=True)
            for one, two in pairs
            if not one.same(two)
        )
    else:
        head = _common(zip(mine.items, theirs.items, strict=False))
        tail = _common(zip(reversed(mine.items[head:]), reversed(theirs.items[head:]), strict=False))
        one, two = mine.items[head : len(mine.items) - tail], theirs.items[head : len(theirs.items) - tail]
        counts = Counter(item.key for item in one)
        if sum(counts[item.key] for item in two) > _MOST_EQUAL:
            return Comparison((), too_many=True)  # so many equal words (the product of their counts) take long to align
        # A digit may change how far a number reaches ("over 12", "between 2000 and 2020"): then the words decide.
        same_words = mask(mine.text) == mask(theirs.text)
        before = mine.items[head - 1].end if head else 0, theirs.items[head - 1].end if head else 0
        found = _differences(one, two, before, same_words)
    # In another case, or beside another word, the same writing may be read as another number: that is no difference.
    return Comparison(
        tuple(each for each in found if _plain(mine.text, each.first) != _plain(theirs.text, each.second))
    )


def _plain(text: str, span: Span) -> str:
    return fold(text[span.start : span.end]).text.casefold()


def _items(text: str) -> _Items:
    """The words and the quantities of a text; a word inside a quantity is part of it."""
    view = render(text)
    numbers = [each for each in scan(text) if each.is_quantity and not each.indefinite]
    items = [_Item(_said(each), "0", each.start, each.end, each) for each in numbers]
    verbatim = view.text == text
    at = 0
    for match in _WORD_OR_DIGITS.finditer(view.text):
        start, end = match.span() if verbatim else (view.raw_start(match.start()), view.raw_end(match.end()))
        while at < len(numbers) and numbers[at].end <= start:
            at += 1
        if at == len(numbers) or end <= numbers[at].start:
            word = match[0] if match[0].isascii() else unicodedata.normalize("NFKC", match[0])
            word = word.casefold()
            items.append(_Item(word, word if word.isalpha() else _NUMBER.sub("0", word), start, end))
    items.sort(key=lambda item: item.start)
    return _Items(text, items, [item.form for item in items])


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


def _differences(
    mine: list[_Item], theirs: list[_Item], before: tuple[int, int], same_words: bool
) -> Iterator[Difference]:
    """The differing stretches of two lists of items, before which two texts are equal up to the offsets `before`."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [item.key for item in mine], [item.key for item in theirs], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            numbers = [item.has_number for item in (*mine[i:j], *theirs[k:m])]
            yield Difference(
                _reach(mine, i, j, before[0]),
                _reach(theirs, k, m, before[1]),
                only_numbers=same_words or (i < j and k < m and all(numbers)),
                holds_number=any(numbers),
            )


def _reach(items: list[_Item], first: int, end: int, before: int) -> Span:
    """The stretch of some items; an empty one lies behind the item before it."""
    if first < end:
        return Span(items[first].start, items[end - 1].end)
    at = items[first - 1].end if first else before
    return Span(at, at)


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
    items = cache(lambda index: _items(texts[index]))

    def likeness(pair: Pair) -> tuple[bool, Fraction, Fraction, Pair]:
        other = items(pair.first).forms != items(pair.second).forms
        return other, -pair.jaccard, -pair.contained, pair

    found = []
    leader = list(range(len(texts)))
    for pair in sorted(near_duplicates(texts), key=likeness):
        one, two = _leader(leader, pair.first), _leader(leader, pair.second)
        if one != two:
            leader[max(one, two)] = min(one, two)
            compared = _compared(items(pair.first), items(pair.second))
            found.append(Near(distinct[pair.first], distinct[pair.second], pair, compared))
    return tuple(sorted(found, key=lambda near: (near.pair.second, near.pair.first)))


def _leader(leader: list[int], index: int) -> int:
    """The first text of those that an index is connected with."""
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _short(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"
