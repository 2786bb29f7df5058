"""Small words that many readings of a sentence ask for, and what stands right beside a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.text.words import Word

COPULAS: Final = frozenset("is are was were".split())
DETERMINERS: Final = frozenset("the a an one our its their this current previous prior".split())
"""What may stand before a name or an adjective, and tells nothing of it."""
ALL_OR_NONE: Final = dict.fromkeys("all every each everything everyone any".split(), True) | dict.fromkeys(
    "no none nothing nobody".split(), False
)
"""Words for all there is, or for nothing, and which of the two they mean."""
NOBODY: Final = frozenset(word for word, everybody in ALL_OR_NONE.items() if not everybody)


def following(line: Sequence[Word], index: int) -> str:
    """The word behind another one; behind the last there is none."""
    return line[index + 1].low if index + 1 < len(line) else ""
