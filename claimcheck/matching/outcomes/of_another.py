"""Whether what a sentence says of a ranking's metric or condition, it says of another subject of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.matching.outcomes.comparison import comparison
from claimcheck.matching.outcomes.parts import own_parts, parts_of
from claimcheck.matching.sides import Place, Sides, places
from claimcheck.matching.slots import VERB
from claimcheck.text.words import Word, stems


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
    rest = [part for part in parts_of(compared) if part not in own]
    if not any(place.leads and place.first in part for place in compared.subjects for part in rest):
        return None
    if any(place.first in part for place in compared.names for part in own):
        return None
    for name, place in _others(sides):
        if place.leads and any(place.first in part for part in own) and _acts(sides, place):
            return Another(name, sides.line[place.first])
    return None


def _others(sides: Sides) -> Iterator[tuple[str, Place]]:
    """The subjects of other claims, with the places where the sentence has them."""
    mine = {tuple(stems(name.text)) for name in (sides.claim.spelled.subject, *sides.claim.spelled.baseline)}
    for other in sides.claim.paper.all_claims():
        name = other.claim.subject.text
        if tuple(stems(name)) not in mine:
            yield from ((name, place) for place in places(sides.line, [name]))


def _acts(sides: Sides, place: Place) -> bool:
    """Whether a verb stands right behind a name."""
    return VERB.fullmatch(sides.line[place.last].low) is not None
