"""Reading cardinals written in words: "nine hundred ninety-nine thousand", "two and a half million", "a hundred"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.numerals.lexicon import DENOMINATORS, SCALES, SMALL, TEENS, TENS, UNITS

_WORD: Final = re.compile(r"[a-z]+|&(?= [a-z])")
_GAP: Final = r"[\s-]{1,3}"
BELOW_HUNDRED: Final = rf"(?:(?:{'|'.join(TENS)})[\s-])?(?:{'|'.join(UNITS)})|{'|'.join(TEENS)}|{'|'.join(TENS)}"
"""A number below a hundred in words, as a pattern."""
_JOINT: Final = re.compile(
    rf",[ \t\n]+(?=(?:{BELOW_HUNDRED}){_GAP}(?:hundred|thousand)(?![a-z]))|[ \t\u00a0]*(?:\n[ \t]*)?(?:-[ \t]*)?"
)
"""What may stand between two words of one number: white space, a hyphen; a comma before its hundreds or thousands."""
_HYPHENED: Final = re.compile(r"-[a-z]")
_PARTS: Final = re.compile(rf"(?P<n>{BELOW_HUNDRED})[\s-]+(?P<d>{'|'.join(DENOMINATORS)})s?(?![a-z])")
_POINT: Final = re.compile(r"\s+point\s+")
_NO_SCALE: Final = 10**6
_MAX_WORDS: Final = 40
"""Longer runs are read as several numbers, which keeps hostile input linear."""


def below_hundred(written: str) -> int:
    """The value of what `BELOW_HUNDRED` matches."""
    return sum(SMALL[word] for word in re.split(r"[\s-]", written))


def is_proper(numerator: str, denominator: str) -> bool:
    """Whether two words make less than one: "two thirds", not "thirty fifths"."""
    return below_hundred(numerator) < DENOMINATORS[denominator]


def _is_fraction(low: str, start: int) -> bool:
    match = _PARTS.match(low, start)
    return match is not None and is_proper(match["n"], match["d"])


class Words(NamedTuple):
    """A cardinal in words: its value, where it ends, and whether its last word is hundred or a scale word."""

    value: int
    end: int
    ends_in_scale: bool


_HUNDREDS: Final = re.compile(rf"(?:{BELOW_HUNDRED}){_GAP}hundred(?![a-z])")
_SCALED_GROUP: Final = re.compile(
    rf"(?P<hundreds>(?:{BELOW_HUNDRED}){_GAP}hundred{_GAP}(?:and{_GAP})?)?(?:(?:{BELOW_HUNDRED}){_GAP})?"
    rf"(?P<scale>{'|'.join(SCALES)})(?![a-z])"
)


def _begins_anew(low: str, start: int, group: int, closed_at: int, joint: str) -> bool:
    """Whether a number of its own begins at `start`: "two hundred and | three hundred", "five thousand | six thousand"."""
    if group:
        return _HUNDREDS.match(low, start) is not None
    match = _SCALED_GROUP.match(low, start)
    if match is None:
        return False
    power = SCALES[match["scale"]]
    if joint.isspace():
        return power == closed_at
    return power + 2 * bool(match["hundreds"]) >= closed_at


def read_words(low: str, start: int) -> Words | None:
    """The longest cardinal in words that begins at `start` of the lower-cased text.

    Accepts "a"/"an" only before hundred or a scale word. `thirty and six` is two numbers; `hundred and six` is one.
    """
    total = 0  # what the scale words have closed
    group = 0  # below the next scale word
    last: int | None = None  # the last small number of the group, to know what may follow it
    closed_at = _NO_SCALE  # the power of the last scale word; scales must fall
    end = position = start
    ends_in_scale = False
    for _ in range(_MAX_WORDS):
        match = _WORD.match(low, position)
        if match is None:
            break
        word, joint = match[0], low[end:position]
        if word in ("and", "&"):
            after = _after(low, match.end())
            follow = _WORD.match(low, after)
            if not ends_in_scale or follow is None or follow[0] not in SMALL or _is_fraction(low, after):
                break  # "a hundred and a half" is the fraction reader's
            position = after
            continue
        if word in ("a", "an"):
            after = _after(low, match.end())
            follow = _WORD.match(low, after)
            if end > start or follow is None or (follow[0] != "hundred" and follow[0] not in SCALES):
                break
            group, last = 1, None
            end, position = match.end(), after
            continue
        if word in SMALL:
            number = SMALL[word]
            if "," in joint and group:
                break  # only a scale word has a smaller part behind a comma: "two million, three hundred"
            if last is not None and not (last in _TENS and 0 < number < 10):
                break
            if last in _TENS and joint.isspace() and _HYPHENED.match(low, match.end()):
                break  # "twenty eight-second runs"
            if ends_in_scale and _begins_anew(low, position, group, closed_at, joint):
                break
            group += number
            last = number
            ends_in_scale = False
        elif word == "hundred":
            if ends_in_scale:
                break
            group = 100 * (group if end > start else 1)
            last, ends_in_scale = None, True
        elif word in SCALES:
            power = SCALES[word]
            if end == start:
                group = 1
            if group and power < closed_at:
                total += group * 10**power
            else:
                # "two hundred thousand million": the larger scale multiplies all that stands before it
                total = (total + group) * 10**power
            group, last, ends_in_scale = 0, None, True
            closed_at = min(closed_at, power)
        else:
            break
        end = match.end()
        position = _after(low, end)
    return Words(total + group, end, ends_in_scale) if end > start else None


_TENS: Final = frozenset(TENS.values())


def _after(low: str, end: int) -> int:
    match = _JOINT.match(low, end)
    assert match is not None  # it matches nothing, too
    return match.end()


def read_point(low: str, end: int) -> tuple[str, int] | None:
    """The decimals in words after a cardinal: " point zero three" is ("03", end); "point seventy-one" is "71"."""
    match = _POINT.match(low, end)
    if match is None:
        return None
    digits: list[str] = []
    position = last = match.end()
    while (word := _WORD.match(low, position)) is not None and len(digits) < _MAX_WORDS:
        if word[0] in UNITS:
            digits.append(str(UNITS[word[0]]))
        elif word[0] in SMALL and not digits:
            whole = read_words(low, position)
            assert whole is not None
            return str(whole.value), whole.end
        elif word[0] == "oh":
            digits.append("0")
        else:
            break
        last = word.end()
        position = _after(low, last)
    return ("".join(digits), last) if digits else None
