"""Names that are almost the same: what a slip of the hand makes of a name, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from claimcheck.claims.yaml import Scalar
from claimcheck.numerals import scan
from claimcheck.text.fold import fold
from claimcheck.text.words import FUNCTION_WORDS, stem

_DIGITS: Final = re.compile(r"[0-9]+")
_SHORTEST: Final = 6
"""Shorter names differ by a letter and mean something else (ARC-E, ARC-C)."""
_LONG: Final = 12
"""From this length on, two slips still leave no doubt what was meant."""


def nearly(name: str, spellings: Iterable[Scalar]) -> Scalar | None:
    """The spelling that `name` was probably meant for: one slip away (two in a long name), or other only in case, spaces
    and hyphens. Names whose digits differ are different names.
    """
    mine = _plain(name)
    digits = _DIGITS.findall(mine)
    alike = [
        each
        for each in spellings
        if abs(len(each.text) - len(name)) <= 4
        and _DIGITS.findall(plain := _plain(each.text)) == digits
        and _may_be_near(mine, plain)
    ]
    if not alike:
        return None
    from rapidfuzz.distance import OSA

    best = min(alike, key=lambda each: OSA.distance(mine, _plain(each.text)))
    slips = OSA.distance(mine, _plain(best.text))
    return best if slips <= _allowed(mine) else None


def _plain(name: str) -> str:
    """A name without case, spaces and hyphens."""
    return "".join(character for character in fold(name).text.casefold() if character not in " -")


def _allowed(name: str) -> int:
    return 0 if len(name) < _SHORTEST else 1 if len(name) < _LONG else 2


def _may_be_near(first: str, second: str) -> bool:
    """Whether the letters of two names are so nearly the same that a comparison is worth it."""
    allowed = _allowed(first)
    if abs(len(first) - len(second)) > allowed:
        return False
    mine, theirs = Counter(first), Counter(second)
    return (mine - theirs).total() <= allowed and (theirs - mine).total() <= allowed


_LOOKS_LIKE: Final = {
    "Cyrillic": "АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝ",
    "Greek": "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
}
"""Letters of other scripts that look like Latin ones."""
_SCRIPT_OF: Final = {
    letter: script for script, letters in _LOOKS_LIKE.items() for letter in letters if not letter.isascii()
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAME_LOOK: Final = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "O"})


def foreign_letter(text: str) -> tuple[str, str, str] | None:
    """A letter of another script that looks like a Latin one, in a word with Latin letters; with the word and the script."""
    if text.isascii():
        return None
    for match in _WORD.finditer(text):
        if any(character.isascii() for character in match[0]):
            for character in match[0]:
                if character in _SCRIPT_OF:
                    return character, match[0], _SCRIPT_OF[character]
    return None


def alike(name: str, other: str) -> bool:
    """Whether two names differ, and only in characters that look the same: FLIP and FLlP."""
    return name != other and _skeleton(name) == _skeleton(other)


def _skeleton(name: str) -> str:
    return name.translate(_SAME_LOOK)


_COMMON: Final = frozenset(
    stem(word)
    for word in "model method approach system framework baseline benchmark dataset data set task evaluation test version "
    "variant small large big new proposed language vision domain setting experiment result score performance number "
    "average mean all both other same it this these we they our ours their study paper work training trained existing "
    "several many few some most current prior previous strong recent".split()
)
"""Words that every abstract has."""


def tells_nothing(alias: str, name: str) -> bool:
    """Whether an alias would stand for its name anywhere: one letter, or common words and numbers that are not the words of
    the name or of its acronym.
    """
    letters = [character for character in alias if character.isalnum()]
    if len(letters) < 2:
        return sum(character.isalnum() for character in name) > 1
    found = [stem(each) for each in re.findall(r"[\w'’]+", alias)]
    mentions = scan(alias)
    numbers = {stem(each) for mention in mentions if mention.is_quantity for each in re.findall(r"\w+", mention.text)}
    if not all(each in _COMMON or each in FUNCTION_WORDS or each in numbers for each in found):
        return False
    own = [stem(each) for each in re.findall(r"[\w'’]+", name)]
    if all(each in _COMMON or each in FUNCTION_WORDS for each in own):
        return False
    initials = "".join(each[0] for each in found if each not in FUNCTION_WORDS)
    return initials not in name.casefold() or len(initials) < 2
