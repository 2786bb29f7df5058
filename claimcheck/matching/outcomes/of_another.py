"""Whether what a sentence says of a ranking's metric or condition, it says of another subject of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.matching.other_claims import standing
from claimcheck.matching.outcomes.comparison import comparison
from claimcheck.matching.outcomes.parts import own_parts
from claimcheck.matching.sides import Place, Sides, places
from claimcheck.matching.slots import VERB
from claimcheck.text.words import Word


class Another(NamedTuple):
    """The subject of another claim, and the word of the sentence with which it is named."""

    name: str
    word: Word


def said_of_another(sides: Sides) -> Another | None:
    """The subject of another claim that the parts of the sentence are about which name the claim's metric, data set and condition,
    where the claim's own subject begins a part that names them not: "while Corvus is the fastest, Lumen is the most accurate" of the
    accuracy of Corvus. None where the sentence says no such thing."""
    compared = comparison(sides)
    own = own_parts(compared)
    if not any(place.leads for place in compared.subjects) or _names(own, compared.names):
        return None
    for name in standing(sides.claim, "subject"):
        for place in places(sides.line, [name]):
            if place.leads and _names(own, [place]) and VERB.fullmatch(sides.line[place.last].low) is not None:
                return Another(name, sides.line[place.first])
    return None


def _names(parts: Iterable[range], names: Iterable[Place]) -> bool:
    """Whether one of some names stands in one of some parts."""
    return any(place.first in part for place in names for part in parts)
