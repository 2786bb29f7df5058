"""Names that a text has in the plural: "F1-scores" for an F1-score, "Positions 2 and 3" for Position 3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.matching.quotes import whole_places
from claimcheck.source import Span
from claimcheck.text.fold import Folded

_WORD_BEHIND: Final = re.compile(r"-[a-z]{3,}(?<!s)$")
"""A name that ends in an ordinary word, which has a plural: "F1-score"."""
_NUMBERED: Final = re.compile(r"(?P<word>[A-Z][a-z]{2,}) (?P<number>[0-9]{1,3}|[A-Z]|[IVX]{1,4})")
_MEMBER: Final = r"(?:[0-9]{1,3}|[A-Z]|[IVX]{1,4})"
_LISTED: Final = re.compile(rf"\s{_MEMBER}(?:(?:,? (?:and|or|&) |, ?){_MEMBER})+(?![\w-]|\.\w)")
"""What stands behind a word in the plural: "2 and 3", "A, B, and C"."""


def in_plural(name: str, source: Folded) -> Iterator[Span]:
    """Where a text has a name in the other number, or as a member of a list ("Tasks 2 and 3")."""
    if _WORD_BEHIND.search(name.removesuffix("s")):
        other = name.removesuffix("s") if name.endswith("s") else f"{name}s"
        yield from (place.span for place in whole_places(other, source))
    yield from _in_lists(name, source)


def _in_lists(name: str, source: Folded) -> Iterator[Span]:
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None:
        return
    text = source.view.text
    for place in whole_places(f"{numbered['word']}s", source):
        listed = _LISTED.match(text, source.view_range(place.start, place.end)[1])
        if listed is not None:
            for member in re.finditer(rf"\b{numbered['number']}\b", listed[0]):
                yield source.view.raw_span(listed.start() + member.start(), listed.start() + member.end())
