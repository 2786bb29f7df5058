"""Words that say how one thing does, held against nothing: "struggles with noise", "is unreliable", "the overall winner"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Final

from claimcheck.matching.grammar import COPULAS, ENDS, PREPOSITIONS, akin, following, previous
from claimcheck.matching.negations import first_adverb
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.ranks import Outcome
from claimcheck.matching.outcomes.superlatives import HELD_AGAINST
from claimcheck.text.words import WEAK, Word

_PHRASE_ENDS: Final = ENDS | PREPOSITIONS | frozenset("between among such that which".split())
REMAIN: Final = COPULAS | frozenset("remain remains remained stay stays stayed keep keeps kept".split())
_BREAKING: Final = frozenset("that which who where when whose of and".split())
"""Behind a name, one of these leads to something else than what the name does."""
_DOES: Final = frozenset(
    "performs perform performed performing does do did generalizes generalize scales scale works work".split()
)
"""What may be done poorly."""
_TOP: Final = frozenset(
    "performer model system method approach entry submission score performance accuracy result".split()
)
"""What there is one of at the top."""
_BEFORE_WINNER: Final = 4
"""So many words on, "is" tells of something else than of the winner."""


def phrase(line: Sequence[Word], index: int) -> list[Word]:
    """What stands right behind a word, up to a mark or to what else ends it."""
    return list(takewhile(lambda word: not word.room and word.low not in _PHRASE_ENDS, line[index + 1 :]))


def _is_of_name(compared: Comparison, index: int) -> bool:
    """Whether a name leads the clause of a verb, and nothing between leads to something else: not so "unlike methods that struggle"."""
    before = [place.last for place in compared.names if place.leads and place.last <= index]
    between = compared.line[max(before, default=0) : index]
    return bool(before) and not any(word.room >= WEAK or word.low in _BREAKING for word in between)


def _struggles(compared: Comparison, index: int) -> Outcome | None:
    """ "Lumen struggles with noise", "Lumen collapses"."""
    return Outcome.LOSES if _is_of_name(compared, index) else None


def _suffers(compared: Comparison, index: int) -> Outcome | None:
    """ "suffers from noise"."""
    return _struggles(compared, index) if following(compared.line, index) == "from" else None


def _poorly(compared: Comparison, index: int) -> Outcome | None:
    """ "performs poorly on Bolt"; not so "poorly lit scenes"."""
    return _struggles(compared, index) if previous(compared.line, index) in _DOES else None


def _inadequate(compared: Comparison, index: int) -> Outcome | None:
    """ "Lumen is unreliable", and its reliability."""
    line = compared.line
    first = first_adverb(line, index)
    quality = line[index].low.removeprefix("un").removeprefix("in")
    own = any(akin(quality, each) for each in compared.metric)
    return _struggles(compared, first) if own and previous(line, first) in REMAIN else None


def _winner(compared: Comparison, index: int) -> Outcome | None:
    """ "Lumen is the overall winner"."""
    near = {word.low for word in compared.line[:index][-_BEFORE_WINNER:]}
    return None if COPULAS.isdisjoint(near) else Outcome.WINS


def _top(compared: Comparison, index: int) -> Outcome | None:
    """ "is the top performer"; not so "the top 5 models", "held against the top performer"."""
    line = compared.line
    alone = previous(line, index) == "the" and previous(line, index - 1) not in HELD_AGAINST
    return Outcome.WINS if alone and following(line, index) in _TOP else None


def _favourably(compared: Comparison, index: int) -> Outcome | None:
    """ "performs favourably", "compares favorably with Lumen": it is at least as good."""
    return Outcome.NO_LOSS


OF_ONE: Final[Mapping[str, Callable[[Comparison, int], Outcome | None]]] = (
    dict.fromkeys("struggle struggles struggled struggling collapses collapsed".split(), _struggles)
    | dict.fromkeys("suffer suffers suffered suffering".split(), _suffers)
    | dict.fromkeys("inefficient inaccurate ineffective unreliable".split(), _inadequate)
    | dict.fromkeys("favourably favorably".split(), _favourably)
    | {"poorly": _poorly, "top": _top, "winner": _winner}
)
"""How each of these words is read."""
