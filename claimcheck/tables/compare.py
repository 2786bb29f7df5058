"""Which rows of a table can be compared, and which of those is the best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.tables.change import plain_number
from claimcheck.text.fold import fold


def best(claims: Sequence[ClaimInContext], vocabulary: Vocabulary) -> frozenset[int]:
    """The indexes of the claims that are the best of those that they can be compared with.

    Claims can be compared if they agree in kind, metric, data sets (at least one), unit, type of difference, aggregation
    and conditions, differences and factors in their baselines too, and if it is known for all which values are better.
    A difference of which the source does not say whether it is absolute or relative is like no other. There must be two
    papers or systems; among them no range, bound or approximate value, which would leave open what is best; and two
    different values. The best ones are as many as have the best value.
    """
    rivals: dict[Any, list[int]] = {}
    for index, claim in enumerate(claims):
        key = _key(claim, vocabulary)
        if key is not None:
            rivals.setdefault(key, []).append(index)
    found: set[int] = set()
    for indexes in rivals.values():
        found |= _best([(index, claims[index]) for index in indexes], vocabulary)
    return frozenset(found)


def _best(rivals: Sequence[tuple[int, ClaimInContext]], vocabulary: Vocabulary) -> set[int]:
    if len({(claim.paper.id, vocabulary.resolve(claim.claim.subject.text)) for _, claim in rivals}) < 2:
        return set()
    values = {index: number.value for index, claim in rivals if (number := plain_number(claim.value)) is not None}
    better = {_better(claim, vocabulary) for _, claim in rivals}
    if len(values) < len(rivals) or len(set(values.values())) < 2 or better not in ({"higher"}, {"lower"}):
        return set()
    top = max(values.values()) if better == {"higher"} else min(values.values())
    return {index for index, value in values.items() if value == top}


def _better(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """Which values are better, as the claim says or else as the vocabulary says of its metric."""
    if claim.claim.better is not None:
        return claim.claim.better.text
    entry = vocabulary.find(claim.claim.metric.text)
    return entry.better.text if entry is not None and entry.better is not None else None


def _key(claim: ClaimInContext, vocabulary: Vocabulary) -> Any:
    """What claims that can be compared have in common; None for those that can be compared with nothing."""
    said = claim.claim
    delta = said.delta.text if said.delta is not None else None
    if not said.dataset or delta == "unstated" or claim.value is None:
        return None
    mention = claim.value.mention
    number = plain_number(claim.value)

    def name(text: str) -> str:
        return fold(vocabulary.resolve(text)).text.casefold()

    return (
        said.kind.text,
        name(said.metric.text),
        tuple(sorted({name(each.text) for each in said.dataset})),
        number.unit if number is not None else ((mention.unit or "",) if mention is not None else None),
        delta,
        tuple(name(each.text) if each is not None else "" for each in (said.agg.how, said.agg.n, said.agg.of))
        if said.agg
        else None,
        tuple(sorted((name(key.text), name(value.text)) for key, value in said.conditions)),
        tuple(sorted(name(each.text) for each in said.baseline)) if said.kind.text in ("delta", "ratio") else None,
    )
