"""What a claim is about, as a key: claims with one key say the same, or contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.matching.values import same
from claimcheck.text.fold import fold

Key = tuple[Any, ...]


def key(claim: ClaimInContext, vocabulary: Vocabulary) -> Key:
    """Kind, subject, metric, data sets, conditions, aggregation, baselines, and what kind of change it is; names resolved, typography folded."""
    said = claim.claim

    def name(text: str) -> str:
        return fold(vocabulary.resolve(text)).text.casefold()

    agg = said.agg
    return (
        said.kind.text,
        name(said.subject.text),
        name(said.metric.text),
        tuple(sorted(name(each.text) for each in said.dataset)),
        tuple(sorted((name(each.text), name(value.text)) for each, value in said.conditions)),
        tuple(name(each.text) if each is not None else "" for each in (agg.how, agg.n, agg.of)) if agg else None,
        tuple(sorted(name(each.text) for each in said.baseline)),
        tuple(each.text if each is not None else "" for each in (said.delta, said.change)),
    )


def pairs_with_one_key(dataset: Dataset) -> Iterator[tuple[ClaimInContext, ClaimInContext, bool]]:
    """Each claim whose key an earlier one has, that earlier one before it, and whether the two state the same value."""
    first: dict[Key, ClaimInContext] = {}
    for paper in dataset.papers:
        for claim in paper.all_claims():
            known = first.setdefault(key(claim, dataset.vocabulary), claim)
            if known is not claim:
                yield known, claim, _equal(known, claim)


def _equal(first: ClaimInContext, second: ClaimInContext) -> bool:
    if first.value is None or second.value is None:
        ranks = (first.claim.rank, second.claim.rank)
        return all(rank is not None for rank in ranks) and ranks[0].text == ranks[1].text  # type: ignore[union-attr]
    if first.value.mention is None or second.value.mention is None:
        return first.value.scalar.text == second.value.scalar.text
    return same(first.value.mention, second.value.mention)
