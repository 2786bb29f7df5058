"""Which word governs a number, and which way it says that the number goes: "improves … by 5%", "5% fewer", "gains of 5%"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from claimcheck.drafting.passages import Passage
from claimcheck.matching import change_words

Way = Literal["up", "down", "better", "worse"]
"""Of the number itself (up, down), or of the quality (better, worse), which may be either."""


def _ways(way: Way, forms: str) -> dict[str, Way]:
    return dict.fromkeys(forms.split(), way)


_AS_DRAFTED: Final[Mapping[change_words.Direction, Way]] = {
    "up": "up",
    "down": "down",
    "better": "better",
    "above": "better",
    "worse": "worse",
    "below": "worse",
}


def _drafted(said: Mapping[str, change_words.Direction]) -> dict[str, Way]:
    return {word: _AS_DRAFTED[direction] for word, direction in said.items()}


VERBS: Final = _drafted(change_words.VERBS) | _ways(
    "down",
    "minimize minimizes suppress suppresses suppressed mitigate mitigates alleviate alleviates compress compresses",
)
"""Verbs that say by how much: "… by 5%"."""
NOUNS: Final = (
    _drafted(change_words.NOUNS)
    | _ways("up", "speedup speedups speed-up speed-ups acceleration")
    | _ways("better", "advantage")
)
"""Nouns that say it on either side of the number."""
COMPARATIVES: Final = _drafted(change_words.COMPARATIVES) | _ways("up", "faster") | _ways("down", "cheaper slower")
"""Comparatives that say it right behind the number; of what is faster, the draft has the speed, and of what is cheaper, the cost."""
_APPROACH: Final = frozenset(
    "a an the average mean of up to about only roughly nearly almost around over approximately overall total further additional another relative "
    "absolute maximum minimum significant substantial consistent ranging from between more than at least as much".split()
)
"""What may stand between "by", or a noun and its "of", and the number."""
_QUALIFIED: Final = frozenset("absolute relative average mean median overall additional further".split())
_BLOCKED: Final = re.compile(r"[.;]")
_REACH: Final = 4
_FAR: Final = 22
_LONGEST_LIST: Final = 12


@dataclass(frozen=True, slots=True)
class Governor:
    """The governing word: its place on the line, which way it goes, and what sort of word it is."""

    index: int
    way: Way
    sort: Literal["verb", "noun", "comparative"]


def governor(passage: Passage, at: int) -> Governor | None:
    """The word that governs a number, or the list that it goes on with; None where none does."""
    for _ in range(_LONGEST_LIST):
        found = _behind(passage, at) or _ahead(passage, at)
        previous = passage.previous(at) if found is None else None
        if previous is None or not _one_list(passage, previous, at):
            return found
        at = previous
    return None


def _one_list(passage: Passage, first: int, second: int) -> bool:
    """Whether two numbers that follow each other are of one list: "5% and 7%", "by 13% on A and 10% on B"."""
    numbers = passage.text.numbers
    if numbers[first].unit != numbers[second].unit:
        return False
    if passage.listed(first, second):
        return True
    stretch = passage.numbers[second]
    if stretch.first == 0 or passage.low[stretch.first - 1] != "and":
        return False
    return passage.parted(stretch.last) or passage.low[stretch.last] in ("on", "in", "for", "at")


def _behind(passage: Passage, at: int) -> Governor | None:
    last = passage.numbers[at].last
    for index in range(last, min(last + _REACH, len(passage.low))):
        word = passage.low[index]
        if passage.parted(index) or index in passage.numbered:
            return None
        if word == "of" or word in _PREPOSITIONS:
            return None
        if index <= last + 1 and word in COMPARATIVES and all(each in _QUALIFIED for each in passage.low[last:index]):
            return Governor(index, COMPARATIVES[word], "comparative")
        if word in NOUNS:
            return Governor(index, NOUNS[word], "noun")
        if word == "speed" and passage.low[index + 1 : index + 2] == ["up"]:
            return Governor(index + 1, "up", "noun")
    return None


_PREPOSITIONS: Final = frozenset(
    "on in for at by to from than over with across under using via as and or but while when compared per".split()
)


def _ahead(passage: Passage, at: int) -> Governor | None:
    low = passage.low
    first = passage.numbers[at].first
    index = first - 1
    while index >= 0 and low[index] in _APPROACH and not passage.parted(index + 1):
        index -= 1
    if index < 0:
        return None
    if low[index] == "by" and index + 1 <= first:
        return _verb_before(passage, index)
    if (
        low[index] in NOUNS
        and not passage.parted(index + 1)
        and (index + 1 == first or low[index + 1] in ("of", "from", "up", "ranging", "between"))
    ):
        return Governor(index, NOUNS[low[index]], "noun")
    return None


def follows_by(passage: Passage, at: int) -> bool:
    """Whether a number says by how much, whatever the verb: "suppress attention by 80%"."""
    index = passage.numbers[at].first - 1
    while index >= 0 and passage.low[index] in _APPROACH and not passage.parted(index + 1):
        index -= 1
    return index >= 0 and passage.low[index] == "by" and not passage.parted(index + 1)


def _verb_before(passage: Passage, by: int) -> Governor | None:
    """The verb, or noun of change, whose "by" stands at a place."""
    for index in range(by - 1, max(-1, by - _FAR), -1):
        word = passage.low[index]
        if _BLOCKED.search(passage.gap(index + 1)):
            return None
        if passage.tied(index) or passage.tied(index + 1):
            continue
        if word in VERBS:
            return Governor(index, VERBS[word], "verb")
        if word in NOUNS and index + 1 == by:
            return Governor(index, NOUNS[word], "noun")
    return None
