"""Small words that many readings of a sentence ask for, and what stands right beside a word."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final

from claimcheck.text.words import STRONG, WEAK, Word

COPULAS: Final = frozenset("is are was were".split())
DETERMINERS: Final = frozenset("the a an one our its their this current previous prior".split())
"""What may stand before a name or an adjective, and tells nothing of it."""
ALL_OR_NONE: Final = dict.fromkeys("all every each everything everyone any".split(), True) | dict.fromkeys(
    "no none nothing nobody".split(), False
)
"""Words for all there is, or for nothing, and which of the two they mean."""
NOBODY: Final = frozenset(word for word, everybody in ALL_OR_NONE.items() if not everybody)


BREAKS: Final = frozenset("while whilst whereas but although though yet however".split())
"""What a clause against another one begins with."""
ENDS: Final = frozenset("to with as in on for from across at under over when and or than".split())
"""What stands behind an adjective that ends what is said: "statistically indistinguishable in accuracy"."""
HOLDING: Final = frozenset("compared opposed versus vs against".split())
"""They hold one thing against another."""
PHRASE_ENDS: Final = (
    ENDS
    | HOLDING
    | frozenset(
        "of by using via but while per between among through after before during without despite within beyond amid because although "
        "though since until upon due thanks prior instead rather given plus except unlike so not no if whose that which who where is are was were".split()
    )
)
"""What the phrase that belongs to a number does not go on behind: "80% test accuracy without extra memory"."""
PREPOSITIONS: Final = frozenset("with in on for from across at under over by via using when while as".split())
ABSENT: Final = frozenset(
    "without removing removes removal ablating ablation ablated dropping excluding disabling disabled replacing omitting "
    "omission exclusion absence lacking".split()
)
"""What stands behind these is left out."""
_SHORTEST, _SAME, _ENDING = 3, 5, 4


def akin(adjective: str, noun: str) -> bool:
    """Whether an adjective and a noun (or its stem) are of one root, by how they begin: accurate and accuracy, biased and bias."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(adjective, noun, strict=False)))
    root = shared >= _SAME or (shared >= _SHORTEST and shared == min(len(adjective), len(noun)))
    return root and shared >= max(len(adjective), len(noun)) - _ENDING


def following(line: Sequence[Word], index: int) -> str:
    """The word behind another one; behind the last there is none."""
    return line[index + 1].low if index + 1 < len(line) else ""


def ends_phrase(line: Sequence[Word], index: int) -> bool:
    """Whether the phrase of a number ends before a word; "relative" ends it with "to" alone ("5% relative to Lumen")."""
    return line[index].low in PHRASE_ENDS or (line[index].low == "relative" and following(line, index) == "to")


def previous(line: Sequence[Word], index: int) -> str:
    """The word right before another one; where a mark stands between, there is none."""
    return line[index - 1].low if index > 0 and not line[index].room else ""


def with_determiners(line: Sequence[Word], first: int, determiners: Set[str] = DETERMINERS) -> int:
    """Where a name begins, with the article before it."""
    while previous(line, first) in determiners:
        first -= 1
    return first


def stretch(line: Sequence[Word], index: int) -> range:
    """The words around one that no full stop, semicolon or "while" parts from it."""
    first, last = index, index + 1
    while first and line[first].room < STRONG:
        first -= 1
    while last < len(line) and line[last].room < STRONG:
        last += 1
    return range(first, last)


def none_does(line: Sequence[Word], index: int) -> bool:
    """Whether it is nobody that does what a word says: "no baseline outperforms", "that none of the variants is better"."""
    first = index
    while first and line[first].room < WEAK and line[first - 1].low not in BREAKS | {"that", "and"}:
        first -= 1
    return line[first].low in NOBODY and PREPOSITIONS.isdisjoint(word.low for word in line[first:index])


def is_left_out(line: Sequence[Word], first: int) -> bool:
    """Whether what begins with a word is what something is done without: "removing Lumen degrades accuracy"."""
    first = with_determiners(line, first)
    first -= line[first - 1].low == "of"
    return first > 0 and not line[first].room and line[first - 1].low in ABSENT


def is_remark(line: Sequence[Word], index: int) -> bool:
    """Whether it is but said in passing: ", more importantly, in accuracy"; "More importantly, Lumen"."""
    set_off = index + 2 < len(line) and bool((not index or line[index].room) and line[index + 2].room)
    return set_off and line[index].low in ("more", "less") and line[index + 1].low.endswith("ly")
