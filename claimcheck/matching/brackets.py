"""Numbers in brackets right behind the names that they are said of: "Corvus (80%) beats Lumen (70%)"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.dataset import ClaimInContext
from claimcheck.text.render import render

_BEFORE: Final = re.compile(r"([\w+.-]+)\s+([\w+.-]*[A-Z][\w+.-]*)\s*[(\[]\s*$|^([\w+.-]*[A-Z][\w+.-]*)\s*[(\[]\s*$")
"""The name before an opening bracket, and the word before that."""
_NOT_BEFORE_AN_OWNER: Final = frozenset("on in for at of from to with by via using over under across".split())


class Bracketed(NamedTuple):
    """A claim's number stands in the brackets behind `name`, and the number `other` in those behind its subject."""

    name: str
    other: int


def behind_another(claim: ClaimInContext) -> Bracketed | None:
    """Where the brackets behind a claim's own subject hold another number than its value, of the same unit, and its value
    stands in those behind another name, which is nowhere in the claim but as its baseline.
    """
    if claim.value_at is None or claim.quote.place is None or claim.claim.kind.text != "result":
        return None
    name = _name_before(claim, claim.value_at)
    said = claim.spelled
    own = [said.subject, *([said.subject_as] if said.subject_as is not None else ())]
    others = [scalar.text for field, scalar in said.texts() if field.partition(".")[0] in _FIELDS]
    if name is None or any(name.casefold() in text.casefold() for text in (*others, *(each.text for each in own))):
        return None
    numbers = claim.paper.numbers
    for at in claim.quote.numbers:
        owner = _name_before(claim, at)
        if owner is not None and numbers[at].unit == numbers[claim.value_at].unit:
            if any(render(each.text).text.casefold() == owner.casefold() for each in own):
                return Bracketed(name, at)
    return None


_FIELDS: Final = ("metric", "dataset", "conditions", "agg")


def _name_before(claim: ClaimInContext, at: int) -> str | None:
    folded, place = claim.paper.folded, claim.quote.place
    assert folded is not None
    assert place is not None
    number = claim.paper.numbers[at]
    before = render(folded.view.raw[place.span.start : number.start]).text
    match = _BEFORE.search(before)
    if match is None or (match[1] or "").lower() in _NOT_BEFORE_AN_OWNER:
        return None
    return match[2] or match[3]
