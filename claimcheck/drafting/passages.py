"""The abstract in stretches that can be quoted, each with its words on a line and its numbers among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.matching.quotes import cut, locate
from claimcheck.matching.sentence import Sentence
from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.fold import Folded
from claimcheck.text.render import render
from claimcheck.text.words import words

_END: Final = re.compile(r"[.!?](?:[)\]}\"'”’»]|\\[\"'])*(?=\s+\S)")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(])(?:(?i:e\.?g|i\.?e|vs|cf|figs?|eqs?|sec|no|dr|prof|approx|resp|incl|w\.?r\.?t|viz|ca)|[A-Z](?:\.[A-Z])*)\.$"
)
_OPEN_ENDED: Final = re.compile(r"\b(?:etc|al)\.$")
"""These end a sentence before a capital, and go on before anything else."""
_FOLLOWING: Final = re.compile(r"\s*(\S)")
_PARTING: Final = re.compile(r"[,;:.()\[\]\"“”!?/—]|\s[-–]+\s")
_LOOK_BACK: Final = 12
_MOST_JOINED: Final = 8
"""Sentences are joined one by one so often; a text that says the same on and on is then taken as a whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An abstract as it was read: its raw text, its folded form, and all its numbers, in order."""

    raw: str
    folded: Folded
    numbers: tuple[Mention, ...]

    def slice(self, start: int, end: int) -> str:
        """A stretch of the raw text on one line, with the math and braces closed that it would cut."""
        return " ".join(self.raw[slice(*_balanced(self.raw, start, end))].split())


class Passage(Sentence):
    """A stretch of the abstract with its words; `numbers` has the place on the line of each quantity in it.

    Words are told by their index on the line. `own` says that the stretch stands where the work speaks of itself.
    """

    def __init__(self, text: Text, span: Span, own: bool) -> None:
        self.text = text
        self.span = span
        self.own = own
        self.quote = " ".join(text.raw[span.start : span.end].split())
        place = locate(self.quote, text.folded, limit=1)[0]
        self.place = place
        held = {at: number for at, number in enumerate(text.numbers) if span.start <= number.start < span.end}
        self._lay(words(text.folded.view, *text.folded.view_range(place.start, place.end)), held)
        self.low = [word.text.lower() for word in self.line]
        pairs = zip(self.line, self.line[1:], strict=False)
        self._gaps = [".", *(render(text.raw[word.end : following.start]).text for word, following in pairs)]
        self._parted = [_PARTING.search(gap) is not None for gap in self._gaps]

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it, as a reader sees it; a full stop at both ends of the line."""
        return self._gaps[index] if 0 <= index < len(self._gaps) else "."

    def parted(self, index: int) -> bool:
        """Whether punctuation stands before a word; at both ends of the line it does."""
        return index >= len(self._parted) or self._parted[index]

    def tied(self, index: int) -> bool:
        """Whether a hyphen ties a word to the one before it."""
        return bool(re.fullmatch(r"[-‐‑–]+", self.gap(index)))

    def said(self, first: int, last: int) -> str:
        """The words from `first` to before `last`, as a reader sees them."""
        if first >= last:
            return ""
        text = " ".join(render(self.text.raw[self.line[first].start : self.line[last - 1].end]).text.split())
        return text.replace("$", "") if text.count("$") % 2 else text

    def raw(self, first: int, last: int) -> str:
        """The same, as the source writes them."""
        return self.text.slice(self.line[first].start, self.line[last - 1].end) if first < last else ""


def passages(text: Text, is_own: re.Pattern[str]) -> list[Passage]:
    """The sentences of an abstract, each such that it stands there once and whole; one that does not is joined to its neighbours."""
    found: list[Passage] = []
    own = False
    pending = _sentences(text)[::-1]
    while pending:
        span = pending.pop()
        joined = 0
        while not _can_be_quoted(text, span):
            joined += 1
            if pending:
                following = pending[0] if joined > _MOST_JOINED else pending.pop()
                pending = [] if joined > _MOST_JOINED else pending
                span = Span(span.start, following.end)
            elif found:
                span = Span((found[0] if joined > _MOST_JOINED else found.pop()).span.start, span.end)
                found = [] if joined > _MOST_JOINED else found
            else:
                return []
        own = own or is_own.search(render(text.raw[span.start : span.end]).text) is not None
        found.append(Passage(text, span, own))
    return found


def _can_be_quoted(text: Text, span: Span) -> bool:
    """Whether a stretch stands in the abstract just once, and cuts nothing."""
    places = locate(" ".join(text.raw[span.start : span.end].split()), text.folded, limit=2)
    return len(places) == 1 and cut(places[0], text.folded, text.numbers) is None


def _sentences(text: Text) -> list[Span]:
    """Where the sentences stand, without white space at either end."""
    raw = text.raw
    inside = [(number.start, number.end) for number in text.numbers]
    ends: list[int] = []
    start = 0
    for match in _END.finditer(raw):
        if _is_end(raw, start, match) and not any(low < match.end() < high for low, high in inside):
            ends.append(match.end())
            start = match.end()
    found = []
    start = 0
    for end in [*ends, len(raw)]:
        body = raw[start:end]
        if re.search(r"\w", body):
            first = start + len(body) - len(body.lstrip())
            found.append(Span(first, start + len(body.rstrip())))
        start = end
    return found


def _is_end(raw: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: what follows begins one, no abbreviation goes before, no bracket is open."""
    following = _FOLLOWING.match(raw, match.end())
    if following is None or not (following[1].isupper() or following[1].isdigit() or following[1] in "\\$\"'“‘([{"):
        return False
    before = raw[max(start, match.start() - _LOOK_BACK) : match.start() + 1]
    if _ABBREVIATED.search(before) or (_OPEN_ENDED.search(before) and not following[1].isupper()):
        return False
    opened = raw.count("(", start, match.end()) - raw.count(")", start, match.end())
    return opened <= 0 or raw.find(")", match.end()) == -1


def _balanced(raw: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the dollar or brace beside it that it lacks for a pair."""
    if raw.count("$", start, end) % 2:
        if raw[end : end + 1] == "$":
            end += 1
        elif start and raw[start - 1] == "$":
            start -= 1
    missing = raw.count("{", start, end) - raw.count("}", start, end)
    if missing == 1 and raw[end : end + 1] == "}":
        end += 1
    if raw.count("$", start, end) % 2 and raw[end : end + 1] == "$":
        end += 1
    return start, end
