"""Finding a quote in its source: the same words in the same order, whole words and whole quantities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.fold import Folded, fold

_JOINING: Final = "-‐‑"
_GLUED: Final = "+%#"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands in a source: its raw span, and the stretch of the folded source that it matched."""

    span: Span
    start: int
    end: int


def locate(quote: str, source: Folded, within: Place | None = None, limit: int = 50) -> list[Place]:
    """All places where `quote` stands verbatim (typography and markup aside), at most `limit`, cut ones included."""
    needle = fold(quote).text
    if not needle:
        return []
    text = source.text
    start, stop = (within.start, within.end) if within is not None else (0, len(text))
    places: list[Place] = []
    at = text.find(needle, start, stop)
    while at != -1 and len(places) < limit:
        end = at + len(needle)
        places.append(Place(source.raw_span(at, end), at, end))
        at = text.find(needle, at + 1, stop)
    return places


def cut(place: Place, source: Folded, mentions: Sequence[Mention]) -> str | None:
    """How a match cuts what should stay whole: "a word", or the quantity's text; None if it is whole."""
    text = source.view.text
    start, end = source.view_range(place.start, place.end)
    for mention in mentions:
        if mention.cls in ("ordinal", "enumerator", "citation"):
            continue
        if all(
            reading.start < place.span.start < reading.end or reading.start < place.span.end < reading.end
            for reading in mention.all_readings()
        ):
            return mention.text
    if _joined(text, start) or _joined(text, end):
        return "a word"
    return None


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
