"""What a claim is about, as a key: claims with one key say the same, or contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset, PaperInContext
from claimcheck.matching.spoken import GENERAL
from claimcheck.matching.values import same
from claimcheck.text.fold import fold
from claimcheck.text.render import render
from claimcheck.text.words import words

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
    """Each claim whose key an earlier one has, that earlier one before it, and whether the two state the same value.

    Across papers a key is one where its subject is a name: the "our method" of two papers are two methods.
    """
    first: dict[tuple[PaperInContext | None, Key], ClaimInContext] = {}
    for paper in dataset.papers:
        for claim in paper.all_claims():
            whose = None if _is_named(claim, dataset.vocabulary) else paper
            known = first.setdefault((whose, key(claim, dataset.vocabulary)), claim)
            if known is not claim:
                yield known, claim, _equal(known, claim)


_OWN: Final = frozenset("we us our ours i my it its itself they them their this these that those proposed".split())
"""What they name is the paper's own, or what it spoke of before."""


def _is_named(claim: ClaimInContext, vocabulary: Vocabulary) -> bool:
    """Whether a subject is a name wherever it is used: one of the vocabulary, or one with a capital or digit of its own."""
    text = claim.claim.subject.text
    if vocabulary.find(text) is not None:
        return True
    line = words(render(text))
    return not any(word.low in _OWN for word in line) and any(
        _names(word.text, claim if index == 0 else None) for index, word in enumerate(line)
    )


def _names(word: str, begins: ClaimInContext | None) -> bool:
    """Whether a word of a subject is a name; one that begins it is none where the abstract has it in small letters, too."""
    if not word[0].isalpha() or GENERAL.fullmatch(word):
        return False
    if begins is None or not word.istitle() or not word.isalpha():
        return word != word.lower() or any(character.isdigit() for character in word)
    folded = begins.paper.folded
    assert folded is not None
    return re.search(rf"(?<!\w){word.lower()}(?!\w)", folded.view.text) is None


def _equal(first: ClaimInContext, second: ClaimInContext) -> bool:
    if first.value is None or second.value is None:
        ranks = (first.claim.rank, second.claim.rank)
        return all(rank is not None for rank in ranks) and ranks[0].text == ranks[1].text  # type: ignore[union-attr]
    if first.value.mention is None or second.value.mention is None:
        return first.value.scalar.text == second.value.scalar.text
    return same(first.value.mention, second.value.mention)
