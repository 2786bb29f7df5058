"""How the subject of a ranking comes out of the comparison, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claimcheck.matching.denials import is_denied
from claimcheck.matching.grammar import BREAKS, following, none_does
from claimcheck.matching.negations import denies
from claimcheck.matching.outcomes.comparison import Comparison, comparison
from claimcheck.matching.outcomes.meanings import COMPARING, OF_NONE, meant
from claimcheck.matching.outcomes.parts import own_parts
from claimcheck.matching.outcomes.ranks import Outcome, contradicted
from claimcheck.matching.outcomes.said_of import of_subject
from claimcheck.matching.outcomes.set_aside import set_aside
from claimcheck.matching.outcomes.superlatives import PLACES, SUPERLATIVES, is_art, names_subject
from claimcheck.matching.sides import BEATS, Sides, is_outdone
from claimcheck.matching.slots import is_proper
from claimcheck.text.words import Word

_ALL: Final = frozenset("all any every each existing previous prior other others both current".split())
_LEADING: Final = frozenset("leading top".split())


def told(sides: Sides) -> dict[Outcome, Word]:
    """What the sentence says of the claim's own case, each with the first word that does; nothing where it may be another's.

    Where one part of the sentence ("beats it on Aria | but loses on Bolt") names the metric or the data set, and others do
    not, it is that part that tells.
    """
    compared = comparison(sides)
    if not compared.line or set_aside(compared):
        return {}
    parts = own_parts(compared)
    found = outcomes(compared, parts)
    if not found and any(compared.line[index].low in COMPARING for part in parts for index in part):
        return {}  # the part says something of its own, in words that are not read here
    if found or any(compared.line[part.start].low in BREAKS for part in parts):
        return found  # behind "but", something of its own is said in any case
    # Another part of it tells nothing, unless one plainly beats the other there, or is called the best.
    return {
        said: word
        for said, word in outcomes(compared).items()
        if word.low in BEATS | {"beyond"}
        or (word.low in SUPERLATIVES and names_subject(compared, compared.line.index(word)))
    }


def against(line: Sequence[Word], rank: str, found: Mapping[Outcome, Word]) -> Word | None:
    """The word of a sentence that goes against a rank, of what is told of the claim's case; None if none does."""
    if rank == "not-best" and Outcome.WINS in found and _of_some(line, found[Outcome.WINS]):
        # what beats some is not the best of all
        found = {outcome: word for outcome, word in found.items() if outcome is not Outcome.WINS}
    place = found.get(Outcome.UNTOLD)
    if place is not None and place.low in PLACES:  # "ranks third"
        if rank == "best" and len(found) == 1:
            return place
        if rank == "not-best":
            return None
    return contradicted(rank, found)


def outcomes(compared: Comparison, parts: Sequence[range] | None = None) -> dict[Outcome, Word]:
    """What the words of the sentence (or of some parts of it) say of the claim's subject, each with the first word that does.

    A word is said of what it follows in its clause: of the subject, or of the baseline, and then it is turned round. What
    is said of something else, or may be denied, does not count; what is denied for sure is told as such.
    """
    found: dict[Outcome, Word] = {}
    # "more than 50% of the memory", names, and the name of the metric: "matching accuracy"
    names = [*compared.names, *compared.measured]
    taken = {*compared.numbered, *(at for place in names for at in range(place.first, place.last))}
    for part in parts or [range(len(compared.line))]:
        for index in part:
            if index in taken or _is_on_another(compared, index):
                continue
            outcome = _said(compared, index)
            said = outcome and of_subject(compared, index, outcome)
            if said is not None and (said not in found or compared.line[index].low == "most"):
                found[said] = compared.line[index]  # "most" tells more than "outperforms"
    return found


def _is_on_another(compared: Comparison, index: int) -> bool:
    """Whether a word is said of another data set than the claim's, which stands elsewhere: "first on Aria and third on Bolt"."""
    line = compared.line
    named = line[index + 2 : index + 3]
    if following(line, index) != "on" or not is_proper(named):
        return False
    there = any({word.stem for word in line}.issuperset(each) for each in compared.datasets)
    return there and not any(named[0].stem in each for each in compared.datasets)


def _said(compared: Comparison, index: int) -> Outcome | None:
    """What a word says of what it is said of."""
    line = compared.line
    said = meant(compared, index)
    outdone = is_outdone(line, index)
    if said is None or (line[index].joined and not (outdone or is_art(line, index) or line[index].low == "par")):
        return None
    if outdone:
        return said
    denied = is_denied(line, index)
    if denied is None and (none_does(line, index) or line[index].low in OF_NONE):
        denied = False  # of whom it is said tells what is left of it; "no difference" and "no benefit" have told it
    if denied is None or _lacks(line, index):
        return None
    return said.denied if denied else said


def _lacks(line: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to what something has not: "do not expose a comparable surface"."""
    first = index
    while first and not line[first].room and line[first].low != "a":
        first -= 1
    return not line[first].room and any(denies(word.low) for word in line[:first][-3:])


def _of_some(line: Sequence[Word], word: Word) -> bool:
    """Whether a word of winning leaves it open if something else is better: "outperforming larger models", not "all models"."""
    index = line.index(word)
    near = range(index, min(index + 4, len(line)))
    best = any(line[at].low in _ALL | SUPERLATIVES | _LEADING or is_art(line, at) for at in near)
    return word.low in BEATS and not none_does(line, index) and not best
