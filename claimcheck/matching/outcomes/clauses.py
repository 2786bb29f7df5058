"""Where a clause begins and ends, also one that goes on without naming its subject again ("but loses to it")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import BREAKS, following
from claimcheck.matching.outcomes.meanings import COMPARING
from claimcheck.text.words import ITEM, STRONG, Word

FINITE: Final = frozenset(
    "is are was were has have outperforms outperform surpasses surpass beats beat exceeds exceed improves improve matches match trails trail "
    "lags lag loses lose falls fall underperforms underperform degrades degrade declines decline achieves achieve reaches reach "
    "performs perform exhibits exhibit shows show remains remain ranks rank runs run needs need requires require uses use "
    "outperformed surpassed improved matched exceeded trailed lagged lost fell underperformed degraded declined achieved reached "
    "performed exhibited showed remained ranked ran needed required used yields yield yielded obtains obtain obtained "
    "provides provide provided offers offer offered".split()
)
"""Verbs with which a clause goes on without naming its subject again: "but loses to it", "and matches it"."""
GOES_ON: Final = FINITE | frozenset("can could may might does do did will would also even still being".split())
"""… and what may stand before them."""


def clause_start(line: Sequence[Word], index: int) -> int:
    """Where the clause of a word begins; one without a subject of its own ("while being …", "(2) loses to") goes on the one before."""
    while index and (line[index].room < STRONG or _goes_on(line, index)):
        index -= 1
    return index


def _goes_on(line: Sequence[Word], index: int) -> bool:
    """Whether what begins with a word has the subject of what stands before it: with a verb, behind "while", "but" or the mark of
    an item, or right behind a semicolon."""
    text, behind = line[index].low, following(line, index)
    if text in BREAKS:
        participle = text in ("while", "whilst") and behind.endswith("ing")
        return participle or behind in GOES_ON | COMPARING
    begins = (word.low for word in line[index:] if word.low != "and" and not ITEM.fullmatch(word.low))
    return next(begins, None) in FINITE
