"""CC603 vague-alias."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.vocabulary import Entry
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.spelling import alike, tells_nothing
from claimcheck.rules.base import finding, rule


@rule("CC603", scope="dataset", severity="warning")
def vague_alias(dataset: Dataset) -> Iterator[Finding]:
    """An alias of the vocabulary is so vague that every abstract has it, or is a look-alike of its own name.

    What an abstract has under an alias counts as named there. A single letter, or nothing but words such as "language
    models" and "four tasks", would name a model in every abstract; a spelling that differs from the name only in letters
    that look the same (l and I, O and 0) is a slip. The words that an acronym is made of are no vague alias.

    Flagged: `{name: Corvus, aliases: [small language models]}`; `{name: FLIP, aliases: [FLlP]}`.

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


def _wrong(entry: Entry, alias: str, *, is_metric: bool) -> str | None:
    name = entry.name.text
    if alike(name, alias):
        return f"the alias '{alias}' looks like the name '{name}', but is another"
    if not is_metric and tells_nothing(alias, name):
        return f"the alias '{alias}' of '{name}' names nothing"
    return None
