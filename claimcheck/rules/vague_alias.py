"""CC603 vague-alias."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.claims.vocabulary import Entry
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.aliases import held_apart
from claimcheck.matching.spelling import alike, tells_nothing
from claimcheck.rules.base import finding, rule
from claimcheck.source import SourceFile


@rule("CC603", scope="dataset", severity="warning")
def vague_alias(dataset: Dataset) -> Iterator[Finding]:
    """An alias of the vocabulary is so vague that every abstract has it, a look-alike of its own name, or another name.

    What an abstract has under an alias counts as named there. A single letter, or nothing but words such as "language
    models" and "four tasks", would name a model in every abstract; a spelling that differs from the name only in letters
    that look the same (l and I, O and 0) is a slip. The words that an acronym is made of are no vague alias. Where an abstract
    compares the two ("Lumen outperforms Corvus"), they are two, and what is said of one would count as said of the other.

    Flagged: `{name: Corvus, aliases: [small language models]}`; `{name: FLIP, aliases: [FLlP]}`; `{name: Corvus, aliases: [Lumen]}`
    where an abstract says that Lumen outperforms Corvus.

    Clean: `{name: LLM, aliases: [large language model]}`.
    """
    vocabulary = dataset.vocabulary
    if vocabulary.file is None:
        return
    for entry in vocabulary.entries():
        for alias in entry.aliases:
            message = _wrong(entry, alias.text, is_metric=entry in vocabulary.metrics)
            if message is not None:
                yield finding(
                    message,
                    Label(vocabulary.file, alias.span),
                    help="An alias is another spelling of the same name, as a source writes it. Remove it, or write that "
                    "spelling; how one sentence names a subject is said by `subject_as`.",
                    related=(Label(vocabulary.file, entry.name.span, "the name"),),
                )
    for entry in (*vocabulary.models, *vocabulary.benchmarks):
        for one, other in combinations(entry.spellings, 2):
            yield from _two_names(one, other, dataset, vocabulary.file)


def _two_names(one: Scalar, other: Scalar, dataset: Dataset, file: SourceFile) -> Iterator[Finding]:
    """A spelling that the first abstract which compares it with another of its entry shows to be another name."""
    for paper in dataset.papers:
        span = held_apart(one.text, other.text, paper.folded) if paper.folded is not None else None
        if span is not None:
            yield finding(
                f"the alias '{other.text}' of '{one.text}' is another name: the abstract of '{paper.id}' compares the two",
                Label(file, other.span),
                help="An alias is another spelling of the same name. Write the two as two entries.",
                source=paper.source_label(span),
                related=(Label(file, one.span, "the other spelling"),),
                paper=paper.id,
            )
            return


def _wrong(entry: Entry, alias: str, *, is_metric: bool) -> str | None:
    name = entry.name.text
    if alike(name, alias):
        return f"the alias '{alias}' looks like the name '{name}', but is another"
    if not is_metric and tells_nothing(alias, name):
        return f"the alias '{alias}' of '{name}' names nothing"
    return None
