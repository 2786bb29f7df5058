"""Sources compared: abstracts that came, went, or say something else now, with the numbers that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from claimcheck.comparing.model import Change, FieldChange, Sort
from claimcheck.comparing.side import Side
from claimcheck.numerals import scan
from claimcheck.sources.abstract import Abstract

_ALIKE: Final = 60.0
"""Of 100: two abstracts on one matter have less in common."""
_MOST_PAIRS: Final = 4_000
"""More than so many comparisons of two texts are not made; what is left then is told as removed and as added."""
_LABEL: Final = 8
_WEAKENS: Final = "claims are checked against another text than before"


def compare_abstracts(base: Side, head: Side) -> Iterator[Change]:
    """What changed in the sources; an abstract that only stands elsewhere now, or in other lines, has not changed."""
    before, after = _by_digest(base), _by_digest(head)
    gone = [abstract for digest, abstract in before.items() if digest not in after]
    new = [abstract for digest, abstract in after.items() if digest not in before]
    for old, now in _pairs(gone, new):
        yield _told("changed", now, _differences(old, now), _WEAKENS)
        gone.remove(old)
        new.remove(now)
    for abstract in gone:
        yield _told("removed", abstract, (FieldChange("text", _single(abstract.text), None),), None)
    for abstract in new:
        yield _told("added", abstract, (FieldChange("text", None, _single(abstract.text)),), None)


def _by_digest(side: Side) -> dict[str, Abstract]:
    found: dict[str, Abstract] = {}
    for source in side.sources:
        for abstract in source.abstracts:
            found.setdefault(abstract.digest, abstract)
    return found


def _pairs(gone: list[Abstract], new: list[Abstract]) -> list[tuple[Abstract, Abstract]]:
    """Which abstract became which: the most alike first, each once."""
    if not gone or not new or len(gone) * len(new) > _MOST_PAIRS:
        return []
    from rapidfuzz import fuzz

    scored = [
        (fuzz.ratio(old.text, now.text, score_cutoff=_ALIKE), -i, -j)
        for i, old in enumerate(gone)
        for j, now in enumerate(new)
    ]
    pairs: list[tuple[Abstract, Abstract]] = []
    for score, i, j in sorted(scored, reverse=True):
        old, now = gone[-i], new[-j]
        if score and not any(old is one or now is other for one, other in pairs):
            pairs.append((old, now))
    return pairs


def _told(sort: Sort, abstract: Abstract, fields: tuple[FieldChange, ...], weakens: str | None) -> Change:
    line = abstract.file.position(abstract.span.start).line
    return Change(sort, "abstract", abstract.words(_LABEL), None, abstract.file.path, line, fields, weakens)


def _differences(old: Abstract, new: Abstract) -> tuple[FieldChange, ...]:
    """The numbers that only one of the two has, by occurrence, and the texts."""
    before, after = _numbers(old.text), _numbers(new.text)
    lost, come = (", ".join((one - other).elements()) for one, other in ((before, after), (after, before)))
    numbers = (FieldChange("numbers", lost or None, come or None),) if lost or come else ()
    return (*numbers, FieldChange("text", _single(old.text), _single(new.text)))


def _numbers(text: str) -> Counter[str]:
    return Counter(_single(mention.text) for mention in scan(text) if mention.is_quantity)


def _single(text: str) -> str:
    return " ".join(text.split())
