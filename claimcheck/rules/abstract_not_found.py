"""CC102 abstract-not-found."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.suggest import nearest


@rule("CC102", scope="dataset")
def abstract_not_found(dataset: Dataset) -> Iterator[Finding]:
    """`starts` names no abstract, or several different ones.

    `paper.starts` holds the opening words of one abstract among all sources. Copies of one abstract count as one.

    Flagged: `starts: We introduce` where two abstracts begin so.

    Clean: `starts: We introduce Reinforcement Learning (RL) with Adaptive`.
    """
    for paper in dataset.papers:
        node = paper.claims.paper.starts
        label = Label(paper.claims.file, node.span)
        distinct = {abstract.digest: abstract for abstract in paper.candidates}
        if len(distinct) > 1:
            several = tuple(Label(each.file, each.span, each.words(8)) for each in distinct.values())
            yield finding(
                f"{len(distinct)} different abstracts begin with these words",
                label,
                related=several,
                help="Add words until only one abstract begins so.",
                paper=paper.id,
                field="paper.starts",
            )
        elif not distinct:
            openings = {abstract.words(max(6, len(node.text.split()))): abstract for abstract in dataset.abstracts}
            near = nearest(node.text, openings)
            if paper.abstract is not None:
                help = f"The abstract with this file's hash begins: {paper.abstract.words(8)}"
            elif near:
                help = f"The nearest opening is: {near[0]}"
            else:
                help = "Copy the first words of the abstract from its source file; the source must be among the configured sources."
            related = tuple(Label(openings[each].file, openings[each].span) for each in near)
            yield finding(
                "no abstract begins with these words",
                label,
                help=help,
                related=related,
                paper=paper.id,
                field="paper.starts",
            )
