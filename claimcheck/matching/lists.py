"""Numbers in a list, paired with the words of another list that is as long: "50%, 60% and 70% on Aria, Bolt and Crux"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from claimcheck.matching.slots import DETERMINERS, LENGTH, VERB, Laid, Stretch, Tied, is_proper
from claimcheck.text.words import STRONG, stem

_CONJUNCTIONS: Final = frozenset("and or".split())
_VERB: Final = re.compile(rf"{VERB.pattern}|show|shows|demonstrates?|reveals?|suggests?|indicates?")
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
            if len(run) > 1:
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
    first, *others = (is_proper(laid.line[each.first : each.last]) for each in items)
    if len(items) == len(run) + 1:
        of_one_sort = all(others) and not first  # "In our tests, Aria and Bolt"
        items = items[1:]
    else:
        of_one_sort = len(set(others) if items[0].first == 0 else {first, *others}) == 1
    if not of_one_sort or len(items) != len(run) or _parted(laid, items, run):
        return None
    return items if _paired(laid, items, run) else None


def _paired(laid: Laid, items: Sequence[Stretch], run: Sequence[int]) -> bool:
    """Whether two lists of one length surely belong together: "respectively" says so, or they are of names and of measured
    values; two pairs of common words may do so by chance."""
    if any(word.stem == _RESPECTIVELY for word in laid.line):
        return True
    measured = all(laid.units[at] is not None or "." in laid.number(at) for at in run)
    *_, last = items
    names = is_proper(laid.line[last.first : last.last])
    return measured and (names or len(items) > 2 or laid.gap(last.first) == "/")


def _parted(laid: Laid, items: Sequence[Stretch], run: Sequence[int]) -> bool:
    """Whether a clause, or another number, stands between the two lists."""
    numbers = [Stretch(laid.numbers[at].first, laid.numbers[at].last) for at in run]
    low = min(each.last for each in (*items, *numbers))
    high = max(each.first for each in (*items, *numbers))
    own = {index for each in numbers for index in range(*each)}
    return any(
        laid.line[index].room >= STRONG or (index in laid.sentence.numbered and index not in own)
        for index in range(low, high)
    )


def _word_lists(laid: Laid) -> Iterator[list[Stretch]]:
    for index, word in enumerate(laid.line):
        if word.low not in _CONJUNCTIONS:
            continue
        before, last = _items_before(laid, index), laid.phrase(index + 1)
        if before and last is not None:
            yield [_behind_verb(laid, before[0]), *before[1:], _before_verb(laid, last)]
    yield from _slashed(laid)


def _behind_verb(laid: Laid, item: Stretch) -> Stretch:
    """An item that opens a list, without the verb that leads to it: "outperforms prompting and tuning"."""
    verbs = [index for index in range(item.first, item.last - 1) if _VERB.fullmatch(laid.low(index))]
    return Stretch(verbs[-1] + 1, item.last) if verbs else item


def _before_verb(laid: Laid, item: Stretch) -> Stretch:
    """An item that ends a list, without the verb behind it: "Aria and Bolt show"; in "Bolt scores of" there is none."""
    found = (index for index in range(item.first + 1, item.last) if _VERB.fullmatch(laid.low(index)))
    verb = next(found, item.last)
    return item if laid.low(verb + 1) == "of" else Stretch(item.first, verb)


def _items_before(laid: Laid, last: int) -> list[Stretch]:
    """The items before a conjunction, back to where something else than a comma parts them."""
    found: list[Stretch] = []
    while True:
        begin = first = laid.back(last, LENGTH)
        while laid.low(first) in DETERMINERS:
            first += 1
        if first >= last:
            return found
        found.insert(0, Stretch(first, last))
        if laid.gap(begin).strip() != ",":
            return found
        last = begin


def _slashed(laid: Laid) -> Iterator[list[Stretch]]:
    """ "pitch/roll": the words, with those that hyphens join to them, that slashes part."""
    items: list[Stretch] = []
    first = 0
    for index, _ in enumerate(laid.line, 1):
        if laid.hyphened(index):
            continue
        items.append(Stretch(first, index))
        first = index
        if laid.gap(index) != "/":
            if len(items) > 1 and all(laid.within(each.first) for each in items):
                yield items
            items = []
