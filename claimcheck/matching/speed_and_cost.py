"""Words that tell which is better in speed or in cost alone: "faster", "cheaper", "a 2x speedup"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from claimcheck.text.words import Word, stems

FASTER: Final = frozenset("faster quicker".split())
SLOWER: Final = frozenset(("slower",))
THRIFTIER: Final = frozenset("cheaper cheap".split())
DEARER: Final = frozenset("costlier pricier expensive costly".split())
"""Comparatives that say better and worse of one thing only."""
SPEED: Final = frozenset(stems("speed latency time runtime throughput FPS efficiency"))
COST: Final = frozenset(stems("cost price expense budget dollars spending"))
SPEEDING: Final = frozenset(
    "speedup speedups acceleration accelerate accelerates accelerated accelerating speeds sped speeding fast quick quickly".split()
)
SLOWING: Final = frozenset("slow slowly slows slowed slowing decelerates decelerated".split())


def may_be_said(word: Word, metric: Collection[str]) -> bool:
    """Whether a comparative may be said of a metric: "faster" is of speed alone, "cheaper" of cost."""
    if word.low in FASTER | SLOWER | SPEEDING | SLOWING:
        return not SPEED.isdisjoint(metric)
    return word.low not in THRIFTIER | DEARER or not COST.isdisjoint(metric)
