"""The parts of a sentence that may each have an outcome of their own, and those that speak of a claim's metric and data set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claimcheck.matching.grammar import BREAKS, PREPOSITIONS, akin, following, is_remark, stretch
from claimcheck.matching.outcomes.clauses import FINITE
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.meanings import COMPARING, of_one_aspect
from claimcheck.matching.outcomes.superlatives import HELD_AGAINST
from claimcheck.matching.slots import is_proper
from claimcheck.text.words import STRONG, WEAK, Word, stems

_CONCLUDES: Final = frozenset(
    "indicating suggesting showing demonstrating highlighting confirming revealing implying underscoring".split()
)
"""What is concluded is said in a part of its own."""
_LIST: Final = 2
"""The room of "and", or of a comma: what a list goes on with."""
_ADVERSE: Final = frozenset("but although though yet".split())
_ADDING: Final = frozenset("also only merely just even especially particularly mostly mainly slightly".split())
_ON: Final = frozenset("on across in for over".split())
"""What a sentence begins with that tells first on what all was measured."""
_PRONOUNS: Final = frozenset("it they he she we this these its their our the".split())
_GENERAL: Final = frozenset(stems("performance quality results result capability capabilities ability overall"))
"""Metrics that are said of anything."""


def own_parts(compared: Comparison) -> list[range]:
    """The parts of the sentence that name the claim's metric and data set, if others do not; all, if none does or every one."""
    parts = _parts(compared)
    baselines = {at for at, part in enumerate(parts) if any(place.first in part for place in compared.baselines)}
    held = [{word.stem for word in compared.line[part.start : part.stop]} for part in parts]
    chosen = _chosen(compared, parts, held) or set(range(len(parts)))
    chosen = (chosen & _naming(held, compared.conditions)) or chosen
    # What stands before the baseline is named may be held against another.
    until = min(baselines, default=0)
    if min(chosen) < until and not _shared(compared, parts[min(chosen) : until + 1]):
        return parts
    return [part for at, part in enumerate(parts) if at in chosen]


def _shared(compared: Comparison, parts: Sequence[range]) -> bool:
    """Whether the baseline is named for all parts at the end: "is slower, but more accurate than Corvus"."""
    subjects = {place.first for place in compared.subjects}
    held = any(compared.line[index].low in HELD_AGAINST for part in parts[:-1] for index in part)
    shared = "than" in {compared.line[index].low for index in parts[-1]}
    return shared and not held and all(subjects.isdisjoint(part) for part in parts[1:])


def _chosen(compared: Comparison, parts: Sequence[range], held: Sequence[set[str]]) -> set[int]:
    """The parts, whose stems are `held`, that name the data set and the metric; where none names both, those that name the one
    told later."""
    of_data = _naming(_without_head(compared, parts, held), compared.datasets)
    if _GENERAL.issuperset(compared.metric) and compared.baselines:
        of_metric = {at for at, part in enumerate(parts) if any(place.first in part for place in compared.names)}
    else:
        # of "performance on plain sets" the sets tell
        own = compared.metric - _GENERAL
        spelt = {at for at, part in enumerate(parts) if any(place.first in part for place in compared.measured)}
        of_metric = ((own and spelt) or _naming(held, [own])) | _of_quality(compared, parts)
        if of_data and not of_data & of_metric and max(of_data | of_metric) in of_metric:
            if any(_is_on_something(compared, parts[at]) for at in of_metric):
                return of_data  # the metric is that of all parts: "wins on Aria but loses on Bolt in accuracy"
            return of_metric  # what is told first goes on to what comes next
    return (of_data & of_metric) or of_data or of_metric


def _without_head(compared: Comparison, parts: Sequence[range], held: Sequence[set[str]]) -> Sequence[set[str]]:
    """The stems of each part; the first without what leads to all, where it does: "Experiments on Aria show that …, and that …",
    "On Aria, Lumen …, and …"."""
    line, first = compared.line, parts[0]
    if any([word.low for word in line[part.start : part.start + 2]] == ["and", "that"] for part in parts):
        head = next((at for at in first if line[at].low == "that"), first.start)
    elif line and line[0].low in _ON and not any(_is_on_something(compared, part) for part in parts[1:]):
        head = next((at for at in first if line[at].room >= WEAK), first.start)
    else:
        return held
    return [{word.stem for word in line[head : first.stop]}, *held[1:]]


def _is_on_something(compared: Comparison, part: range) -> bool:
    """Whether a part names a data set of its own: "but loses on Bolt"."""
    line = compared.line
    return any(line[index].low == "on" and is_proper(line[index + 1 : index + 2]) for index in part)


def _naming(held: Sequence[set[str]], wanted: Sequence[frozenset[str]]) -> set[int]:
    """The parts that hold all words of one of the phrases."""
    return {at for at, stems_of in enumerate(held) if any(stems_of.issuperset(phrase) for phrase in wanted)}


def _of_quality(compared: Comparison, parts: Sequence[range]) -> set[int]:
    """The parts that compare the metric by how something is: "faster" of speed, "less accurate" of accuracy."""
    line = compared.line
    return {
        at
        for at, part in enumerate(parts)
        for index in part
        if of_one_aspect(compared, line[index].low) is not None
        or (line[index].low in ("more", "less") and any(akin(following(line, index), each) for each in compared.metric))
    }


def _parts(compared: Comparison) -> list[range]:
    """What may each have an outcome of its own: clauses, and what goes on with "and" and another verb."""
    line = compared.line
    names = {place.first for place in compared.names}
    starts = [0]
    for index, word in enumerate(line):
        names_subject = word.low in _PRONOUNS or index in names
        # "While it trails on Aria, | it wins on Bolt"
        turns = line[starts[-1]].low in BREAKS and word.room >= WEAK and names_subject
        concludes = word.low in _CONCLUDES and word.room >= WEAK
        parted = word.room >= STRONG and not _adds(compared, index)
        if parted or turns or concludes or _coordinated(line, starts[-1], index):
            starts.append(index)
    return [range(first, last) for first, last in pairwise([*starts, len(line)])]


def _adds(compared: Comparison, index: int) -> bool:
    """Whether "but" only adds to what is said: "not only in recall but also in accuracy", "although by a small margin"."""
    line = compared.line
    first = next((at for at in range(index + 1, len(line)) if line[at].low not in _ADDING), index)
    if line[index].low not in _ADVERSE or line[first].low not in PREPOSITIONS | {"to"}:
        return False
    behind = range(first, stretch(line, first).stop)
    names = {place.first for place in compared.names}
    says = any(line[at].low in FINITE | COMPARING | _PRONOUNS - {"the"} for at in behind)
    return not says and names.isdisjoint(behind)


def _coordinated(line: Sequence[Word], start: int, index: int) -> bool:
    """Whether a word goes on with another verb, or with another outcome behind one: "…, loses to it in speed, and is worse on Bolt"."""
    if line[index].room < _LIST or is_remark(line, index) or is_remark(line, index + 1):
        return False
    heads = line[index : index + (3 if line[index].low == "and" else 1)]
    said = {word.low for word in heads if not word.low.endswith("ing")}  # ", outperforming it" is of the same
    compared = not COMPARING.isdisjoint(word.low for word in line[start:index])
    return not said.isdisjoint(FINITE) or (compared and not said.isdisjoint(COMPARING))
