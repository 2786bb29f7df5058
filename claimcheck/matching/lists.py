"""Numbers in a list, paired with the words of another list that is as long: "50%, 60% and 70% on Aria, Bolt and Crux"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from claimcheck.matching.slots import DETERMINERS, LENGTH, Laid, Stretch, Tied, is_proper
from claimcheck.text.words import STRONG, stem

_CONJUNCTIONS: Final = frozenset("and or".split())
_LONGEST: Final = 12
"""A list of more is none to pair."""
_RESPECTIVELY: Final = stem("respectively")


def in_lists(laid: Laid) -> Iterator[Tied]:
    """Each list of numbers with the one list of words that is as long; nothing where two lists of words are."""
    words = list(_word_lists(laid))
    for run in _number_lists(laid):
        fitting = [items for each in words if (items := _fitting(laid, each, run)) is not None]
        if len(fitting) == 1:
            yield Tied("list", "", dict(zip(run, fitting[0], strict=True)))


def _number_lists(laid: Laid) -> Iterator[list[int]]:
    run: list[int] = []
    for first, second in pairwise([*laid.numbers, None]):
        assert first is not None
        run.append(first)
        if second is None or not _goes_on(laid, first, second):
            if 1 < len(run) <= _LONGEST:
                yield run
            run = []


def _goes_on(laid: Laid, first: int, second: int) -> bool:
    """Whether two numbers follow each other in a list; its last may have the unit of all: "320/416/640 px"."""
    if laid.units[first] not in (None, laid.units[second]) or not laid.sentence.listed(first, second):
        return False
    between = range(laid.numbers[first].last, laid.numbers[second].first + 1)
    conjunction = any(laid.line[index].low in _CONJUNCTIONS for index in between)
    return conjunction or any(re.search(r"[,/&]", laid.gap(index)) for index in between)


def _fitting(laid: Laid, items: list[Stretch], run: Sequence[int]) -> list[Stretch] | None:
    """A list of words that is as long as one of numbers, what only stands before it aside; None if it is not, if its
    items are of two sorts, or something parts the two."""
    proper = [is_proper(laid.line[each.first : each.last]) for each in items]
    if len(items) == len(run) + 1 and not proper[0] and all(proper[1:]):
        items, proper = items[1:], proper[1:]  # "In our tests, Aria and Bolt"
    sorts = set(proper[1:] if items[0].first == 0 else proper)
    if len(items) != len(run) or len(sorts) != 1 or _parted(laid, items, run):
        return None
    return items if _paired(laid, items, run) else None


def _paired(laid: Laid, items: Sequence[Stretch], run: Sequence[int]) -> bool:
    """Whether two lists of one length surely belong together: "respectively" says so, or they are of names and of measured
    values; two pairs of common words may do so by chance."""
    if any(word.stem == _RESPECTIVELY for word in laid.line):
        return True
    measured = all(laid.units[at] is not None or "." in laid.number(at) for at in run)
    names = is_proper(laid.line[items[-1].first : items[-1].last])
    return measured and (names or len(items) > 2 or laid.gap(items[-1].first) == "/")


def _parted(laid: Laid, items: Sequence[Stretch], run: Sequence[int]) -> bool:
    """Whether a clause, or another number, stands between the two lists."""
    low = min(items[0].last, laid.numbers[run[0]].last)
    high = max(items[-1].first, laid.numbers[run[-1]].first)
    own = {index for at in run for index in range(laid.numbers[at].first, laid.numbers[at].last)}
    return any(
        laid.line[index].room >= STRONG or (index in laid.sentence.numbered and index not in own)
        for index in range(low, high + 1)
    )


def _word_lists(laid: Laid) -> Iterator[list[Stretch]]:
    for index, word in enumerate(laid.line):
        last = laid.phrase(index + 1) if word.low in _CONJUNCTIONS else None
        before = _items_before(laid, index) if last is not None and not laid.parted(index + 1) else []
        if last is not None and before:
            yield [*before, last]
    yield from _slashed(laid)


def _items_before(laid: Laid, last: int) -> list[Stretch]:
    """The items before a conjunction, back to where something else than a comma parts them."""
    found: list[Stretch] = []
    while len(found) < _LONGEST:
        begin = first = laid.back(last, LENGTH)
        while first < last and laid.line[first].low in DETERMINERS:
            first += 1
        if first == last:
            return found
        found.insert(0, Stretch(first, last))
        if laid.gap(begin).strip() != "," or begin - 1 in laid.sentence.numbered:
            return found
        last = begin
    return found


def _slashed(laid: Laid) -> Iterator[list[Stretch]]:
    """ "pitch/roll": the words, with those that hyphens join to them, that slashes part."""
    items: list[Stretch] = []
    first = 0
    for index in range(1, len(laid.line) + 1):
        gap = laid.gap(index)
        if gap and gap in "-‐‑":
            continue
        items.append(Stretch(first, index))
        first = index
        if gap != "/":
            if 1 < len(items) <= _LONGEST and all(laid.within(each.first) for each in items):
                yield items
            items = []
