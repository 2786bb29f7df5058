"""Reading cardinals written in words: "nine hundred ninety-nine thousand", "two and a half million", "a hundred"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.numerals.lexicon import DENOMINATORS, SCALES, SMALL, TEENS, TENS, UNITS

_WORD: Final = re.compile(r"[a-z]+|&(?= [a-z])")
_JOINT: Final = re.compile(
    rf",[ \t\n]+(?=(?:{'|'.join(UNITS)}|{'|'.join(TEENS)}|{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)}))?[ -](?:hundred|thousand)(?![a-z]))"
    r"|[ \t\u00a0]*(?:\n[ \t]*)?(?:[-‐‑][ \t]*)?"
)
"""What may stand between two words of one number: white space, a hyphen; a comma before its hundreds or thousands."""
_HYPHENED: Final = re.compile(r"-[a-z]")
BELOW_HUNDRED: Final = rf"(?:(?:{'|'.join(TENS)})[\s-])?(?:{'|'.join(UNITS)})|{'|'.join(TEENS)}|{'|'.join(TENS)}"
"""A number below a hundred in words, as a pattern."""
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


_SCALED_GROUP: Final = re.compile(rf"[a-z]+(?:[- ][a-z]+)?(?:[ -]hundred)?[ -]({'|'.join(SCALES)})(?![a-z])")
_GROUP: Final = re.compile(
    r"[a-z]+(?:[- ][a-z]+)?[ -](?P<hundred>hundred)(?P<rest>(?: and)?(?: [a-z-]+)? thousand)?(?![a-z])|[a-z]+(?:[- ][a-z]+)?[ -]thousand(?![a-z])"
)


def _falls(low: str, start: int, closed_at: int) -> bool:
    """Whether the hundreds or thousands behind a comma are a smaller part ("two million, three hundred"), no list's next."""
    match = _GROUP.match(low, start)
    if match is None or closed_at == _NO_SCALE:
        return False
    return (2 if match["hundred"] and not match["rest"] else 5 if match["hundred"] else 3) < closed_at


def read_words(low: str, start: int) -> Words | None:
    """The longest cardinal in words that begins at `start` of the lower-cased text.

    Accepts "a"/"an" only before hundred or a scale word. `thirty and six` is two numbers; `hundred and six` is one.
    """
    total = 0  # what the scale words have closed
    group = 0  # below the next scale word
    last: int | None = None  # the last small number of the group, to know what may follow it
    closed_at = _NO_SCALE  # the power of the last scale word; scales must fall
    end = start
    position = start
    seen = 0
    ends_in_scale = False
    while seen < _MAX_WORDS:
        match = _WORD.match(low, position)
        if match is None:
            break
        word = "and" if match[0] == "&" else match[0]
        joint = low[end:position] if seen else ""
        if word == "and":
            if not seen or not ends_in_scale:
                break
            after = _after(low, match.end())
            next_match = _WORD.match(low, after)
            if next_match is None or (next_match[0] not in SMALL and next_match[0] not in ("a", "an")):
                break
            if next_match[0] in ("a", "an") or _is_fraction(low, after):
                break  # "a hundred and a half" is the fraction reader's
            scale = _SCALED_GROUP.match(low, after)
            if scale is not None and SCALES[scale[1]] >= closed_at:
                break  # "two thousand and three thousand"
            position = after
            continue
        if word in ("a", "an"):
            if seen:
                break
            after = _after(low, match.end())
            next_match = _WORD.match(low, after)
            if next_match is None or (next_match[0] != "hundred" and next_match[0] not in SCALES):
                break
            group, last = 1, None
            end, position, seen = match.end(), after, seen + 1
            continue
        if word in SMALL:
            number = SMALL[word]
            if "," in joint and not (ends_in_scale and _falls(low, position, closed_at)):
                break
            if last is not None and not (last in _TENS and number < 10 and number):
                break
            if last in _TENS and joint.isspace() and _HYPHENED.match(low, match.end()):
                break  # "twenty eight-second runs"
            group += number
            last = number
            ends_in_scale = False
        elif word == "hundred":
            if "," in joint:
                break
            base = group % 100
            if seen and (base == 0 and (group or ends_in_scale)):
                break
            if base:
                group += base * 99
            else:
                group += 100
            last, ends_in_scale = None, True
        elif word in SCALES or (word.endswith("s") and word[:-1] in SCALES and seen):
            if "," in joint:
                break
            power = SCALES.get(word) or SCALES[word[:-1]]
            if group == 0 and seen and not total:
                break
            if group == 0 and total:
                total *= 10**power  # "a thousand billion"
            elif power < closed_at:
                total += (group or 1) * 10**power
            else:
                # "two hundred thousand million": the larger scale multiplies all that stands before it
                total = (total + group) * 10**power
            group, last, ends_in_scale = 0, None, True
            closed_at = min(closed_at, power)
        else:
            break
        end = match.end()
        seen += 1
        position = _after(low, end)
    if not seen:
        return None
    return Words(total + group, end, ends_in_scale)


_TENS: Final = frozenset(TENS.values())


def _after(low: str, end: int) -> int:
    match = _JOINT.match(low, end)
    return match.end() if match else end


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
