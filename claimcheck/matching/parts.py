"""The parts of a sentence that may each have an outcome of their own, and those that speak of a claim's metric and data set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from claimcheck.matching.clauses import BREAKS, FINITE
from claimcheck.matching.comparison import Comparison
from claimcheck.matching.outcome_words import FORMS
from claimcheck.text.words import STRONG, WEAK, stems

_CONCLUDES: Final = frozenset(
    "indicating suggesting showing demonstrating highlighting confirming revealing implying underscoring".split()
)
"""What is concluded is said in a part of its own."""
_PRONOUNS: Final = frozenset("it they he she we this these its their our the".split())
_GENERAL: Final = frozenset(stems("performance quality results result capability capabilities ability overall"))
"""Metrics that are said of anything."""


def own_parts(compared: Comparison) -> list[range]:
    """The parts of the sentence that name the claim's metric and data set, if others do not; all, if none does or every one."""
    parts = _parts(compared)
    baselines = {at for at, part in enumerate(parts) if any(place.first in part for place in compared.baselines)}
    chosen = _chosen(compared, parts, baselines) or set(range(len(parts)))
    # What stands before the baseline is named may be held against another.
    if baselines and min(chosen) < min(baselines):
        return parts
    return [part for at, part in enumerate(parts) if at in chosen]


def _chosen(compared: Comparison, parts: Sequence[range], baselines: set[int]) -> set[int]:
    """The parts that name the data set and the metric; where none names both, those that name the one told later."""
    held = [{word.stem for word in compared.line[part.start : part.stop]} for part in parts]
    of_data = _naming(held, compared.datasets)
    if compared.metric <= _GENERAL:
        of_metric = baselines | _telling(compared, parts)
    else:
        of_metric = _naming(held, [compared.metric])
        if of_data and of_metric and not of_data & of_metric and max(of_metric) > max(of_data):
            return of_metric  # what is told first goes on to what comes next
    return (of_data & of_metric) or of_data or of_metric


def _naming(held: Sequence[Collection[str]], wanted: Sequence[frozenset[str]]) -> set[int]:
    """The parts that hold all words of one of the phrases."""
    return {at for at, stems_of in enumerate(held) if any(phrase and phrase <= set(stems_of) for phrase in wanted)}


def _telling(compared: Comparison, parts: Sequence[range]) -> set[int]:
    """The parts that say an outcome where they name the subject."""
    subjects = {place.first for place in compared.subjects}
    return {
        at
        for at, part in enumerate(parts)
        if not subjects.isdisjoint(part) and any(compared.line[index].low in FORMS for index in part)
    }


def _parts(compared: Comparison) -> list[range]:
    """What may each have an outcome of its own: clauses, and what goes on with "and" and another verb."""
    line = compared.line
    names = {place.first for place in compared.names}
    starts = [0]
    for index in range(1, len(line)):
        names_subject = line[index].low in _PRONOUNS or index in names
        # "While it trails on Aria, | it wins on Bolt"
        turns = line[starts[-1]].low in BREAKS and line[index].room >= WEAK and names_subject
        goes_on = line[index].low == "and" and bool(FINITE & {word.low for word in line[index + 1 : index + 3]})
        concludes = line[index].low in _CONCLUDES and line[index].room >= WEAK
        if line[index].room >= STRONG or turns or goes_on or concludes:
            starts.append(index)
    return [range(first, last) for first, last in zip(starts, [*starts[1:], len(line)], strict=True)]
