"""How something comes out of a comparison, what the rank of a claim says of that, and what goes against it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from claimcheck.text.words import Word


class Outcome(Enum):
    """How something comes out of a comparison; the value is what is said of it."""

    WINS = "does better"
    EQUALS = "does as well"
    LOSES = "does worse"
    OPEN = "does otherwise, for better or worse"
    UNTOLD = "is told of, but not how it comes out"
    NO_WIN = "does not do better"
    NO_MATCH = "does not do as well"
    NO_LOSS = "does not do worse"

    @property
    def turned(self) -> Outcome:
        """The same, seen from the other side."""
        return _TURNED.get(self, self)

    @property
    def denied(self) -> Outcome:
        """What is left of it behind "not"; of what says nothing, nothing."""
        return _DENIED.get(self, Outcome.OPEN)


_TURNED: Final = {
    Outcome.WINS: Outcome.LOSES,
    Outcome.LOSES: Outcome.WINS,
    Outcome.NO_WIN: Outcome.NO_LOSS,
    Outcome.NO_LOSS: Outcome.NO_WIN,
}
_DENIED: Final = {
    Outcome.WINS: Outcome.NO_WIN,
    Outcome.EQUALS: Outcome.NO_MATCH,
    Outcome.LOSES: Outcome.NO_LOSS,
}
_CLAIMED: Final = {
    "outperforms": Outcome.WINS,
    "best": Outcome.WINS,
    "matches": Outcome.EQUALS,
    "underperforms": Outcome.LOSES,
    "not-best": Outcome.LOSES,
}
"""What the ranks of claims say."""
_ALLOWS: Final[Mapping[Outcome, frozenset[Outcome]]] = {
    Outcome.WINS: frozenset(),
    Outcome.EQUALS: frozenset({Outcome.NO_WIN, Outcome.NO_LOSS}),
    Outcome.LOSES: frozenset({Outcome.NO_WIN, Outcome.NO_MATCH}),
}
"""What is said of something for which an outcome is then a fair word: what does no better does worse, or as well."""
_AGAINST: Final[Mapping[Outcome, tuple[Outcome, ...]]] = {
    Outcome.WINS: (Outcome.LOSES, Outcome.EQUALS, Outcome.NO_WIN),
    Outcome.EQUALS: (Outcome.WINS, Outcome.LOSES, Outcome.NO_MATCH),
    Outcome.LOSES: (Outcome.WINS, Outcome.EQUALS, Outcome.NO_LOSS),
}
"""What goes against an outcome, the farthest from it first."""


def affirmed(rank: str, found: Mapping[Outcome, Word]) -> bool:
    """Whether all that is said is what a rank says, or that it is at least as good."""
    return set(found) in ({_CLAIMED[rank]}, {Outcome.NO_LOSS})


def contradicted(rank: str, found: Mapping[Outcome, Word]) -> Word | None:
    """The word that goes against a rank; None where a word says the same as the rank, or leaves it open, or none says it."""
    claimed = _CLAIMED[rank]
    if claimed in found or Outcome.OPEN in found or _ALLOWS[claimed] & set(found):
        return None
    if claimed is Outcome.EQUALS and len(found) > 1:
        return None  # here better, there worse
    return next((found[outcome] for outcome in _AGAINST[claimed] if outcome in found), None)
