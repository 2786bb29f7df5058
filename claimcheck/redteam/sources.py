"""Falsified sources: the abstract itself is changed, alone or together with the claims about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claimcheck.claims.records import Claim
from claimcheck.redteam.edit import Edit, kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import WINNING, stated
from claimcheck.source import Span
from claimcheck.sources.abstract import digest


@kind("quote-not-verbatim", "abstract-changed", "abstract-not-found", "copies-disagree")
def abstract_changed(target: Target) -> Iterator[Falsification]:
    """A digit of a claimed number is another in the source file."""
    for claim, at, other in _digits(target):
        paper = target.claims.paper
        yield _falsified(target, claim, [kept(paper.starts), kept(paper.abstract), kept(claim.quote)], at, other)


@kind("abstract-changed", "abstract-not-found", "copies-disagree")
def abstract_and_claims_changed(target: Target) -> Iterator[Falsification]:
    """A digit of a claimed number is another in the source file, and in quote, value and mention alike."""
    for claim, at, other in _digits(target):
        paper = target.claims.paper
        edits = [kept(paper.starts), kept(paper.abstract), *_along(target, claim, other)]
        yield _falsified(target, claim, edits, at, other)


@kind("copies-disagree")
def one_copy_changed_with_its_hash(target: Target) -> Iterator[Falsification]:
    """The same, and the hash fits again; but another copy of the abstract stands in the sources."""
    if not target.has_copy:
        return
    for claim, at, other in _digits(target):
        text = target.plain.text
        changed = text[: at.start] + other + text[at.start + 1 :]
        edits = [whole(target.claims.paper.abstract, f"sha256:{digest(changed)[:16]}"), *_along(target, claim, other)]
        yield _falsified(target, claim, edits, at, other)


_CONTRARY = {
    "outperforms": ("is outperformed by", "almost outperforms", "is too weak to outperform", "has yet to outperform"),
    "outperform": ("fail to outperform", "almost outperform", "are not enough to outperform"),
    "surpasses": ("is surpassed by", "nearly surpasses"),
    "improves": ("fails to improve", "is insufficient to improve"),
    "improve": ("never improve", "stop short of improving"),
    "beats": ("trails", "is too small to beat"),
    "exceeds": ("does not exceed", "lacks the power to exceed"),
}


@kind("direction-contradicted")
def outcome_denied_by_the_abstract(target: Target) -> Iterator[Falsification]:
    """The abstract says the contrary of a ranking ("is outperformed by", "is too weak to outperform"), and so do quote and hash; the
    rank stays."""
    text = target.plain.text
    for evidence in () if target.has_copy else target.claims.evidence:
        claim = next(
            (each for each in evidence.claims if each.rank is not None and each.rank.text == "outperforms"), None
        )
        said = WINNING.findall(evidence.quote.text)
        contrary = _CONTRARY.get(said[0], ()) if len(said) == 1 else ()
        found = list(re.finditer(rf"\b{said[0]}\b", text)) if contrary else []
        if claim is None or len(found) != 1 or claim.quote.text.count(said[0]) != 1:
            continue
        at = Span(found[0].start(), found[0].end())
        assert claim.rank is not None
        for new in contrary:
            changed = text[: at.start] + new + text[at.end :]
            edits = [
                whole(target.claims.paper.abstract, f"sha256:{digest(changed)[:16]}"),
                whole(claim.quote, claim.quote.text.replace(said[0], new)),
                kept(claim.rank),
            ]
            yield _falsified(target, claim, edits, at, new)


def _digits(target: Target) -> Iterator[tuple[Claim, Span, str]]:
    """The first two claims whose value stands once in their quote: where, and another first digit for it."""
    return islice(_all_digits(target), 2)


def _all_digits(target: Target) -> Iterator[tuple[Claim, Span, str]]:
    for claim in target.claims.claims():
        at = stated(claim, target.plain.text)
        if at is not None and claim.value is not None and (first := re.search(r"\d", claim.value.text)):
            place = Span(at.start + first.start(), at.start + first.end())
            yield claim, place, "7" if first[0] != "7" else "6"


def _along(target: Target, claim: Claim, other: str) -> list[Edit]:
    """The value, and the quote and the mentions that hold it, with another first digit."""
    assert claim.value is not None
    old = claim.value.text
    new = re.sub(r"\d", other, old, count=1)
    mentions = [
        each.mention
        for evidence in target.claims.evidence
        if evidence.quote is claim.quote
        for each in evidence.claims
        if each.mention is not None and old in each.mention.text
    ]
    return [whole(scalar, scalar.text.replace(old, new)) for scalar in (claim.quote, claim.value, *mentions)]


def _falsified(target: Target, claim: Claim, edits: list[Edit], at: Span, other: str) -> Falsification:
    abstract = target.paper.abstract
    assert abstract is not None
    text = abstract.file.text
    offset = abstract.span.start + at.start
    made = target.edited(claim, edits, "abstract")
    end = abstract.span.start + at.end
    said = (
        f"abstract: '{text[offset - 12 : end + 11]}' -> '{text[offset - 12 : offset] + other + text[end : end + 11]}'"
    )
    return replace(made, changed=said, stated=at, source=text[:offset] + other + text[end:])
