"""Finding a quote in its source: the same words in the same order, whole words and whole quantities."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.fold import Folded, fold
from claimcheck.text.sentences import around
from claimcheck.text.words import POSSESSIVE

_JOINING: Final = "-‐‑"
_GLUED: Final = "+%#"
_POSSESSIVE: Final = re.compile(r"['’]s?(?!\w)")
_SIGNS: Final = re.compile(rf"(?:\\?[{_GLUED}])+")
_DECIMAL: Final = re.compile(r"[0-9][.,][0-9]")
_PLURAL: Final = re.compile(r"s\b(?![-‐‑]\w)")
_ADJECTIVE: Final = re.compile(
    r"[-‐‑](?:[a-z]+(?:ed|en|ing)|like|style|aware|level|specific|only|type|class|compatible)(?![\w-])"
)
"""What makes an adjective of a name: "2DGS-based"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands in a source: its raw span, and the stretch of the folded source that it matched."""

    span: Span
    start: int
    end: int


def locate(quote: str, source: Folded, within: Place | None = None, limit: int = 50) -> list[Place]:
    """All places where `quote` stands verbatim (typography and markup aside), at most `limit`, cut ones included."""
    folded = fold(quote)
    needle, written = folded.text, folded.view.text.strip()
    if not needle:
        return []
    text = source.text
    start, stop = (within.start, within.end) if within is not None else (0, len(text))
    places: list[Place] = []
    at = text.find(needle, start, stop)
    while at != -1 and len(places) < limit:
        end = at + len(needle)
        places.append(Place(_with_signs(written, source, at, end), at, end))
        at = text.find(needle, at + 1, stop)
    return places


def _with_signs(written: str, source: Folded, at: int, end: int) -> Span:
    """The raw stretch of a match, with the currency sign that the quote begins or ends in, which folding leaves out: "$145"."""
    text = source.view.text
    start, stop = source.view_range(at, end)
    before = written.startswith("$") and text.endswith("$", 0, start)
    behind = written.endswith("$") and text.startswith("$", stop)
    return source.view.raw_span(start - before, stop + behind)


def sentence_around(place: Place, source: Folded) -> Place:
    """The sentence (or sentences) of the source in which a match stands."""
    first, last = source.range_of(*around(source.view.text, *source.view_range(place.start, place.end)))
    return Place(source.raw_span(first, last), first, last)


def inside(span: Span, mentions: Sequence[Mention]) -> range:
    """The indexes of the mentions (in the order of a text) that lie in a stretch of it as a whole."""
    first = bisect_left(mentions, span.start, key=_start)
    return range(first, bisect_right(mentions, span.end, key=_end))


def touching(span: Span, mentions: Sequence[Mention]) -> range:
    """The indexes of the mentions (in the order of a text) that overlap with a stretch of it."""
    first = bisect_right(mentions, span.start, key=_end)
    return range(first, bisect_left(mentions, span.end, key=_start))


def _start(mention: Mention) -> int:
    return mention.start


def _end(mention: Mention) -> int:
    return mention.end


def cut(place: Place, source: Folded, mentions: Sequence[Mention]) -> str | None:
    """How a match cuts what should stay whole: "a word", or the text of one of the quantities (in the order of the source).

    None if it is whole.
    """
    text = source.view.text
    start, end = source.view_range(place.start, place.end)
    for offset in (place.span.start, place.span.end):
        at = bisect_left(mentions, offset, key=_start) - 1  # what begins before the offset, and may end behind it
        if at < 0 or mentions[at].cls in ("ordinal", "enumerator", "citation"):
            continue
        if all(
            reading.start < place.span.start < reading.end or reading.start < place.span.end < reading.end
            for reading in mentions[at].all_readings()
        ):
            return mentions[at].text
    if _joined(text, start) or _joined(text, end):
        return "a word"
    return None


def whole_name(place: Place, source: Folded) -> bool:
    """Whether a match is a whole name: in the possessive or the plural it is the same name ("Qwen3-32B's", "Qwen-7Bs")."""
    if _cuts_number(place, source):
        return False
    if cut(place, source, ()) is None:
        return True
    text = source.view.text
    start, end = source.view_range(place.start, place.end)
    if _joined(text, start):
        return False
    if _POSSESSIVE.match(text, end):
        return True
    numbered = any(character.isalpha() for character in text[start:end])  # the 1980 of "the 1980s" is no name
    return bool(_PLURAL.match(text, end)) and numbered and not text[end - 1].islower()


def begins_adjective(place: Place, source: Folded) -> bool:
    """Whether a match is a whole name that an adjective with a hyphen is made of: "2DGS-based"."""
    text = source.view.text
    start, end = source.view_range(place.start, place.end)
    return not _joined(text, start) and _ADJECTIVE.match(text, end) is not None


def whole_places(name: str, source: Folded, within: Place | None = None) -> Iterator[Place]:
    """Where a name stands as it is and whole, typography, markup, possessive and plural aside."""
    return (place for place in locate(name, source, within) if whole_name(place, source))


def _cuts_number(place: Place, source: Folded) -> bool:
    """Whether a place begins or ends at a decimal point: "Llama3" in "Llama3.1"."""
    text = source.view.text  # folded, "5, 8" would be a number, too
    start, end = source.view_range(place.start, place.end)
    return any(_DECIMAL.fullmatch(text, at - 1, at + 2) for at in (start - 1, end))


def name_at(text: str, mention: Mention) -> str:
    """The name of a mention in a field, without the ending of a possessive, and with the signs that belong to it ("V3+")."""
    signs = _SIGNS.match(text, mention.end)
    return POSSESSIVE.sub("", text[mention.start : signs.end() if signs else mention.end])


def _joined(text: str, offset: int) -> bool:
    """Whether the characters on both sides of `offset` belong to one word."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isalnum() and (after.isalnum() or after in _GLUED):
        return True
    if before in _GLUED and after in _GLUED:
        return True
    if before.isalnum() and after in _JOINING and text[offset + 1 : offset + 2].isalnum():
        return True
    if (
        before in _JOINING
        and after.isalnum()
        and offset >= 2
        and (text[offset - 2].isalnum() or text[offset - 2] in _JOINING)
    ):
        return True
    if before.isalnum() and after in "'’" and text[offset + 1 : offset + 2].isalpha():
        return True
    if before in "'’" and after.isalpha() and offset >= 2 and text[offset - 2].isalnum():
        return True
    if before == "\\" and after.isalpha():
        return True
    return before in "-−+±" and after.isdigit() and (offset < 2 or not text[offset - 2].isalnum())
