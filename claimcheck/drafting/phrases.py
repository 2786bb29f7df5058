"""Phrases around a number: the noun behind it, what a verb governs, what follows "on" or "than"."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.drafting.lexicon import HEADLESS, PLURAL_WITHOUT_S, PREPOSITIONS, SINGULAR_IN_S, STOPS
from claimcheck.drafting.passages import Passage

Range = tuple[int, int]
"""Words of a passage, half-open."""

_LONGEST: Final = 8
_NOT_PLURAL: Final = re.compile(r".*(?:ss|us|is|'s|’s)$|.{1,3}$")


def is_plural(word: str) -> bool:
    """Whether a word is a plural noun by its form."""
    low = word.lower()
    return low in PLURAL_WITHOUT_S or (low.endswith("s") and low not in SINGULAR_IN_S and not _NOT_PLURAL.match(low))


def noun_phrase(passage: Passage, first: int, *, plural: bool = False) -> Range:
    """The noun phrase that begins at a word; empty if none does. `plural` ends it with its first plural noun, as after a count."""
    low = passage.low
    index = first
    while index < len(low) and index - first < _LONGEST:
        if (index > first and passage.parted(index)) or index in passage.numbered:
            break
        if ends_phrase(passage, index) and not (plural and index > first and low[index] == "and"):
            break
        if index > first and _verbal(passage, index):
            break
        index += 1
        if (
            plural
            and is_plural(low[index - 1])
            and not passage.tied(index)
            and not (index < len(low) and _compound(passage, index))
        ):
            break
    return first, index


def ends_phrase(passage: Passage, index: int) -> bool:
    """Whether a noun phrase stops before a word; in a compound ("state-of-the-art", "self-generated") it goes on."""
    return passage.low[index] in STOPS | HEADLESS and not (passage.tied(index) or passage.tied(index + 1))


def _verbal(passage: Passage, index: int) -> bool:
    """Whether a word inside a noun phrase goes on with a clause: "interactions augmented with", "updates mirroring"."""
    word, low = passage.low[index], passage.low
    if passage.tied(index) or passage.tied(index + 1):
        return False
    if word.endswith("ed") and (index + 1 >= len(low) or low[index + 1] in PREPOSITIONS or is_plural(low[index - 1])):
        return True
    return word.endswith("ly") or (word.endswith("ing") and is_plural(low[index - 1]))


def _compound(passage: Passage, index: int) -> bool:
    """Whether a plural goes on as the first part of a compound: "Olympics questions"."""
    word = passage.low[index]
    return (
        is_plural(word)
        and not passage.parted(index)
        and not ends_phrase(passage, index)
        and index not in passage.numbered
    )


def phrase_until(passage: Passage, first: int, stops: frozenset[str], longest: int = 10) -> Range:
    """The words from one on, to the next punctuation, number or stop word."""
    index = first
    while index < len(passage.low) and index - first < longest:
        if index > first and passage.parted(index):
            break
        if index in passage.numbered or (
            passage.low[index] in stops and not (passage.tied(index) or passage.tied(index + 1))
        ):
            break
        index += 1
    return first, index


def noun_before(passage: Passage, last: int) -> Range:
    """The noun phrase that ends before a word: "a question-level win-rate of", "an overall accuracy of"."""
    index = last
    while index > 0 and last - index < _LONGEST:
        if ends_phrase(passage, index - 1) or index - 1 in passage.numbered:
            break
        if passage.parted(index - 1) and passage.low[index - 1].endswith("ing"):
            break
        index -= 1
        if passage.parted(index):
            break
    return index, last
