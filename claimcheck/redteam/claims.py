"""Falsified claims and files: deleted, copied, put under another abstract, hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.claims.yaml import Mapping, Sequence
from claimcheck.redteam.edit import Edit, splice, whole, with_copy, without_item
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import values
from claimcheck.source import Span


def _lists(target: Target) -> Iterator[tuple[Sequence, int, Sequence, int, Claim]]:
    """Every claim with the list of evidence, its place there, the list of claims, and its place there."""
    evidence = target.claims.root.get("evidence")
    assert isinstance(evidence, Sequence)
    for at, (node, record) in enumerate(zip(evidence.items, target.claims.evidence, strict=True)):
        assert isinstance(node, Mapping)
        claims = node.get("claims")
        assert isinstance(claims, Sequence)
        for index, claim in enumerate(record.claims):
            yield evidence, at, claims, index, claim


@kind("unaccounted-number")
def claim_deleted(target: Target) -> Iterator[Falsification]:
    """A claim is deleted whose number no other field of its quote has, and which stands once in the abstract."""
    for evidence, at, claims, index, claim in _lists(target):
        if claim.value is None or not (own := values(claim.value.text)):
            continue
        rest = [text for other in target.claims.claims() if other is not claim for _, text in other.texts()]
        rest += [entry.text for entry in target.claims.not_claims]
        if any(values(text.text) & own for text in rest):
            continue
        start = target.plain.text.find(claim.value.text)
        if start == -1 or target.plain.text.count(claim.value.text) > 1:
            continue
        edited = (
            without_item(target.file, claims, index)
            if len(claims.items) > 1
            else without_item(target.file, evidence, at)
        )
        stated = Span(start, start + len(claim.value.text))
        yield target.made(claim, f"claim with value '{claim.value.text}' deleted", edited, stated)


@kind("occurrence-claimed-twice", "duplicate-claim", "conflicting-claim")
def claim_copied(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time under another id."""
    for _, _, claims, index, claim in _lists(target):
        edited = with_copy(target.file, claims, index, [whole(claim.id, f"{claim.id.text}-again")])
        yield target.made(claim, "claim copied under another id", edited)


@kind("occurrence-claimed-twice", "mention")
def claim_copied_for_another_subject(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time, under another id, for another subject."""
    for _, _, claims, index, claim in _lists(target):
        if claim.value is not None and claim.baseline:
            edits = [whole(claim.id, f"{claim.id.text}-again"), whole(claim.subject, claim.baseline[0].text)]
            yield target.made(
                claim, f"claim copied for '{claim.baseline[0].text}'", with_copy(target.file, claims, index, edits)
            )


@kind("paper-id")
def claim_copied_with_its_id(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time with the same id."""
    for _, _, claims, index, claim in _lists(target):
        yield target.made(claim, "claim copied with its id", with_copy(target.file, claims, index, []))


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def hash_changed(target: Target) -> Iterator[Falsification]:
    """A digit of the abstract's hash is another."""
    node = target.claims.paper.abstract
    for at in range(len("sha256:"), len(node.text)):
        yield _of_file(target, [Edit(node, at, at + 1, "0" if node.text[at] != "0" else "1")], "paper.abstract")


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def hash_of_another_paper(target: Target) -> Iterator[Falsification]:
    """The hash is that of another paper's abstract."""
    for other in target.others:
        if other.claims.paper.abstract.text != target.claims.paper.abstract.text:
            yield _of_file(
                target, [whole(target.claims.paper.abstract, other.claims.paper.abstract.text)], "paper.abstract"
            )


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def opening_of_another_paper(target: Target) -> Iterator[Falsification]:
    """The opening words are those of another paper's abstract."""
    paper = target.claims.paper
    for other in target.others:
        if not target.plain.has(other.claims.paper.starts.text):
            edits = [
                whole(paper.starts, other.claims.paper.starts.text),
                Edit(paper.abstract, 0, len(paper.abstract.text), paper.abstract.text),
            ]
            yield _of_file(target, edits, "paper.starts")


@kind("two-files-one-abstract")
def abstract_of_another_paper(target: Target) -> Iterator[Falsification]:
    """Opening words and hash are those of another paper's abstract."""
    paper = target.claims.paper
    for other in target.others:
        theirs = other.claims.paper
        if theirs.abstract.text != paper.abstract.text:
            yield _of_file(
                target, [whole(paper.starts, theirs.starts.text), whole(paper.abstract, theirs.abstract.text)], "paper"
            )


@kind("paper-id")
def paper_renamed(target: Target) -> Iterator[Falsification]:
    """The paper's id is another paper's."""
    for other in target.others:
        yield _of_file(target, [whole(target.claims.paper.id, other.claims.paper.id.text)], "paper.id")


def _of_file(target: Target, edits: list[Edit], name: str) -> Falsification:
    return replace(target.edited(next(target.claims.claims()), edits, name), claim="")


_IGNORE: Final = "  # claimcheck: ignore[value-not-in-quote,mention,partial-quantity,unit-differs,number-in-name]"


@kind("ignore-without-reason")
def hidden_without_a_reason(target: Target) -> Iterator[Falsification]:
    """The value's first digit is another, and the line asks to be ignored without saying why."""
    for claim in target.claims.claims():
        if (value := claim.value) is None or value.style != "plain" or not value.text[:1].isdigit():
            continue
        start, end = value.span.start, value.span.end
        if target.file.text[end : end + 1] != "\n":
            continue
        new = ("9" if value.text[0] != "9" else "8") + value.text[1:]
        edited = splice(target.file.text, [(Span(start, end), new + _IGNORE)])
        yield target.made(claim, f"value: '{value.text}' -> '{new}', ignored without a reason", edited)
