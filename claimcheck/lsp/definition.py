"""Going from a text of a claim file to where it comes from: the abstract, the vocabulary, a claim's id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.diagnostic import Label
from claimcheck.lsp.evidence import found_at
from claimcheck.lsp.view import Spot, View

_NAMES: Final = frozenset(("subject", "baseline", "dataset", "metric", "name"))
_ID: Final = re.compile(r"[\w.-]+")


def definitions(view: View, offset: int) -> list[Label]:
    """The places that the text at an offset comes from, the abstract's first; none, if nothing stands there."""
    if view.form is None:
        return list(_claims_of(view, offset))
    spot = view.spot(offset)
    if spot is None:
        return []
    found = [] if view.paper is None else [view.paper.source_label(each.span) for each in found_at(view, spot, offset)]
    return [*found, *_elsewhere(view, spot, offset)]


def _elsewhere(view: View, spot: Spot, offset: int) -> Iterator[Label]:
    vocabulary = view.project.dataset.vocabulary
    if spot.field in _NAMES and not spot.is_name and view.paper is not None and vocabulary.file is not None:
        entry = vocabulary.find(spot.scalar.text)
        if entry is not None:
            yield Label(vocabulary.file, entry.name.span)
    if spot.field == "expr" and view.paper is not None:
        for match in _ID.finditer(spot.scalar.text):
            place = spot.scalar.locate(view.file.text, *match.span())
            if place.start <= offset <= place.end:
                for claim in view.paper.claims.claims():
                    if claim.id.text == match[0]:
                        yield Label(view.file, claim.id.span)


def _claims_of(view: View, offset: int) -> Iterator[Label]:
    """From a number of a source to the claims that rest on it."""
    for paper in view.project.dataset.papers:
        if paper.abstract is None or paper.abstract.file is not view.file:
            continue
        inside = offset - paper.abstract.span.start
        for claim in paper.all_claims():
            for value, at in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
                if value is not None and at is not None:
                    number = paper.numbers[at]
                    if number.start <= inside <= number.end:
                        yield claim.label(value.scalar)
