"""CC602 vocabulary-conflict."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.vocabulary import Entry, Vocabulary, folded
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.numerals import scan
from claimcheck.rules.base import finding, rule
from claimcheck.source import SourceFile


@rule("CC602", scope="dataset")
def vocabulary_conflict(dataset: Dataset) -> Iterator[Finding]:
    """One spelling stands for two names of the vocabulary; or a claim reads its metric otherwise than the vocabulary.

    The vocabulary says which names are one, which values of a metric are the better ones, and in which unit it is given. A
    spelling that belongs to two names says nothing; a claim that contradicts the vocabulary would be compared the wrong way
    round. Differences and factors have units of their own.

    Flagged: the alias "Tulu" under two models; `better: lower` for a metric that the vocabulary has as `better: higher`.

    Clean: an alias in one place; claims that leave `better` to the vocabulary, or agree with it.
    """
    vocabulary = dataset.vocabulary
    if vocabulary.file is None:
        return
    yield from _spellings(vocabulary, vocabulary.file)
    for paper in dataset.papers:
        for claim in paper.all_claims():
            entry = vocabulary.find(claim.claim.metric.text)
            if entry is not None:
                yield from _better(claim, entry, vocabulary.file)
                yield from _unit(claim, entry, vocabulary.file)


def _spellings(vocabulary: Vocabulary, file: SourceFile) -> Iterator[Finding]:
    first: dict[str, tuple[Entry, Scalar]] = {}
    for entry in vocabulary.entries():
        for spelling in entry.spellings:
            other, place = first.setdefault(folded(spelling.text), (entry, spelling))
            if other is not entry:
                twice = folded(other.name.text) == folded(entry.name.text)
                yield finding(
                    f"the name '{spelling.text}' is given twice"
                    if twice
                    else f"'{spelling.text}' stands for '{other.name.text}' and for '{entry.name.text}'",
                    Label(file, spelling.span),
                    help="Keep it in one place, or write the two as one name.",
                    related=(Label(file, place.span, "the other place"),),
                )


def _better(claim: ClaimInContext, entry: Entry, file: SourceFile) -> Iterator[Finding]:
    said = claim.claim.better
    if said is not None and entry.better is not None and said.text != entry.better.text:
        yield finding(
            f"`better: {said.text}`, but the vocabulary has '{entry.name.text}' with `better: {entry.better.text}`",
            claim.label(said),
            help="Mend the wrong one; in a claim `better` may be left out.",
            related=(Label(file, entry.better.span, "the vocabulary"),),
            paper=claim.paper.id,
            claim=claim.id,
            field="better",
        )


def _unit(claim: ClaimInContext, entry: Entry, file: SourceFile) -> Iterator[Finding]:
    if entry.unit is None or claim.claim.kind.text in ("delta", "ratio"):
        return
    for value in (claim.value, claim.baseline_value):
        if value is None or value.mention is None:
            continue
        units = {reading.unit for reading in value.mention.all_readings()}
        if units & ({entry.unit.text} | _known(entry.unit.text)):
            continue
        if None in units and not _known(entry.unit.text):
            continue  # a noun ("tokens") is no part of the number
        yield finding(
            f"'{value.scalar.text}' is not in the unit that the vocabulary has for '{entry.name.text}', '{entry.unit.text}'",
            claim.label(value.scalar),
            help="Mend the metric or the value; or the vocabulary, if the metric is given in several units.",
            related=(Label(file, entry.unit.span, "the vocabulary"),),
            paper=claim.paper.id,
            claim=claim.id,
            field=value.name,
        )


def _known(unit: str) -> set[str]:
    """The units that the recogniser reads in a unit's text; empty for a noun."""
    mentions = [each for text in (f"1{unit}", f"1 {unit}") for each in scan(text)]
    readings = [reading for mention in mentions for reading in mention.all_readings()]
    return {reading.unit for reading in readings if reading.unit is not None}
