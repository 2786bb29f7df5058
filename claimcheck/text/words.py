"""The words of a text on a line, with more room between them where a clause ends: what stands near to what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from claimcheck.source import Span
from claimcheck.text.render import Rendering, render

WEAK: Final = 3
"""The most room that a comma, "and" or "or" takes; a clause may go on behind it."""
BRACKET: Final = 4
"""The room that a bracket takes."""
STRONG: Final = 8
"""The room of what no clause reaches across: a full stop, a semicolon, "while"."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*[+#%]*")
_GAP: Final = (
    (".", STRONG),
    (";", STRONG),
    ("?", STRONG),
    ("!", STRONG),
    (":", 6),
    ("—", 6),
    ("–", 0),
    ("(", BRACKET),
    (")", BRACKET),
    ("[", BRACKET),
    ("]", BRACKET),
    (",", WEAK),
)
_SPACED_DASH: Final = re.compile(r"\s[-–—]+\s")
_ROOM: Final = (
    dict.fromkeys("and or nor &".split(), 2)
    | dict.fromkeys("with versus vs against compared despite when".split(), 4)
    | dict.fromkeys("while whilst whereas but although though however yet because since".split(), STRONG)
)
_FURTHER: Final = re.compile(
    r"\s+that\s+(?!(?:of|in|on|for|from|with|without|by|at|to|under|over|is|was|are|were|has|have|can|could|may|will|[a-z]+ed|[a-z]+ing)\b)",
    re.IGNORECASE,
)
"""What follows "and" where a clause of its own begins: "shows that Lumen …, and that Corvus …", and not "and that of Corvus"."""
_NO_BREAK: Final = re.compile(
    r"\s+(?:to\s|(?:[a-z]+ly\s+)?[a-z]+(?:ive|ful|ent|ant|able|ible|ous|ate|ic|al|weight|ust|ong|imple|ast)\s+[A-Za-z]+(?<!s)\b)"
)
"""What follows "yet" where no clause begins with it: an adjective before a noun."""
ITEM: Final = re.compile("[1-9]|[a-f]|[ivx]{1,4}")
"""What stands between brackets before an item of a list: "(2)", "(b)", "(iii)"."""
POSSESSIVE: Final = re.compile(r"['’]s?$")
_ENDINGS: Final = tuple("ization ation ating ated ate ement ment ing ion ive est ed al ly er or e y".split())
"""Cut off where enough of the word stays; the longer before those that they end in."""
_SHORTEST: Final = 4
_ABBREVIATED: Final = frozenset("e.g i.e vs cf al etc approx resp incl".split())
"""Words whose full stop ends no sentence."""


class Word(NamedTuple):
    """A word of a rendered text: in small letters, its stem, its raw span, and its place `at` on the line.

    `room` is what the line has before it beyond one step (0 inside a clause); `joined` tells that a hyphen ties it to a
    neighbour.
    """

    text: str
    low: str
    stem: str
    start: int
    end: int
    at: int
    room: int
    joined: bool


@dataclass(frozen=True, slots=True, eq=False)
class Extent:
    """A stretch of the line, and the words (by index, half-open) that make it."""

    low: int
    high: int
    first: int
    last: int

    def to(self, at: int) -> int:
        """How far a place on the line is from this stretch; 0 inside."""
        return max(self.low - at, at - self.high, 0)


def words(view: Rendering, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words between two offsets of a rendering, in order; a hyphen parts words, and joins them."""
    text = view.text
    found: list[Word] = []
    at, last = 0, start
    matches = list(_WORD.finditer(text, start, len(text) if end is None else end))
    for index, match in enumerate(matches):
        gap = text[last : match.start()]
        low = match[0].lower()
        if found and found[-1].low in _ABBREVIATED:
            gap = gap.removeprefix(".")
        after = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        room = _room(gap, low) if found else 0
        if room and ITEM.fullmatch(low) and text.startswith(")", match.end()) and _opens_item(gap, found[-1].low):
            room = STRONG
        if low == "yet" and gap == " " and _NO_BREAK.match(text, match.end()):
            room = 0  # "has yet to win", "a simple yet effective unit"
        if low == "and" and _FURTHER.match(text, match.end()):
            room = STRONG
        joined = (gap in ("-", "‐", "‑") and bool(found)) or text[match.end() : after] in ("-", "‐", "‑")
        at += 1 + room
        span = view.raw_span(match.start(), match.end())
        found.append(Word(match[0], low, stem(match[0]), span.start, span.end, at, room, joined))
        last = match.end()
    return tuple(found)


def stems(text: str) -> list[str]:
    """The stems of the words of a field, in order."""
    return [stem(match[0]) for match in _WORD.finditer(render(text).text)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word shares with its other forms: case, plural and the commonest endings folded; names with digits stay."""
    low = POSSESSIVE.sub("", word.casefold())
    if len(low) < _SHORTEST or not low.isalpha():
        return low
    if low.endswith("ies") and len(low) > _SHORTEST:
        low = low[:-3] + "y"
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low


FUNCTION_WORDS: Final = frozenset(
    each
    for each in stems(
        "a an the of in on at by for to from and or with without as than that which this its their our is are be using via per"
    )
)
"""The stems of words that tell nothing of what a text is about."""


def content(text: str) -> set[str]:
    """The stems of the words of a field that tell what it is about."""
    return {*stems(text)} - FUNCTION_WORDS


def extent(line: Sequence[Word], span: Span) -> Extent | None:
    """Where a raw stretch lies on the line; None if it touches no word."""
    first = bisect_right(line, span.start, key=attrgetter("end"))
    last = bisect_left(line, span.end, lo=first, key=attrgetter("start"))
    return Extent(line[first].at, line[last - 1].at, first, last) if first < last else None


def in_a_row(line: Sequence[Word], phrase: Sequence[str]) -> list[int]:
    """Where the stems of a name stand on a line, all of them and in order: the index of its first word."""
    every, wanted = [word.stem for word in line], list(phrase)
    return [first for first in range(len(line)) if every[first : first + len(wanted)] == wanted]


def _opens_item(gap: str, before: str) -> bool:
    """Whether a bracket opens the mark of an item, and no remark on the word before: ", (2)", "and (b)"."""
    return gap.endswith("(") and (before in ("and", "or") or gap.lstrip(")]")[0] in ",;:.")


def _room(gap: str, word: str) -> int:
    """The room that the punctuation before a word, or the word itself, asks for."""
    room = _ROOM.get(word, 0)
    if len(gap) > 1 or gap not in " -":
        room = max([room, *(size for mark, size in _GAP if mark in gap)])
        if _SPACED_DASH.search(gap):
            room = max(room, 6)
    return room
