"""CC302 near-duplicate-abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.similar import ALMOST, LIKE, Near, near_abstracts
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span


@rule("CC302", scope="dataset", severity="warning")
def near_duplicate_abstract(dataset: Dataset) -> Iterator[Finding]:
    """An abstract is almost the same as another one.

    Two versions of one paper's abstract may state different results, and claims from both would count the paper twice.
    Abstracts are compared by their word trigrams, numbers masked. At a Jaccard index of one half or more they are almost
    one: a warning, with the words and numbers that differ. From 0.3 on, or where half of the shorter one is in the
    longer one, or where nothing but typography differs, it is a note. Where nothing but numbers differs it is an error,
    by copies-disagree; identical abstracts are noted by duplicate-abstract.

    Flagged: an abstract, and its revision with a sentence more.

    Clean: abstracts of two papers on one topic.
    """
    for near in near_abstracts(dataset.abstracts):
        if near.disagree:
            continue
        first, second = near.first, near.second
        place = f"{first.file.path}:{first.file.position(first.span.start).line}"
        differences = near.comparison.differences
        at = differences[0].second if differences else Span(0, len(second.text))
        there = differences[0].first if differences else Span(0, len(first.text))
        weak = not differences or near.pair.jaccard < ALMOST
        yield finding(
            _message(near, place),
            Label(second.file, _marked(at, second.text).shifted(second.span.start)),
            help="Keep one of the two, if they are versions of one abstract.",
            related=(Label(first.file, _marked(there, first.text).shifted(first.span.start), "the other abstract"),),
            severity="note" if weak and not near.comparison.too_many else None,
        )


def _message(near: Near, place: str) -> str:
    this = f"this abstract ({near.second.words(6)} …)"
    if near.comparison.too_many:
        return f"{this} shares much of its text with the one of {place}"
    if not near.comparison.differences:
        return f"{this} is the one of {place} in another typography"
    if near.pair.jaccard < LIKE:
        return f"{this} and the one of {place} share half of the shorter one's text, or more"
    like = "is almost" if near.pair.jaccard >= ALMOST else "has much in common with"
    return f"{this} {like} the one of {place}: {near.said()}"


def _marked(span: Span, text: str) -> Span:
    """The stretch itself, or the word before an empty one, which says where it would stand; the first word at the start."""
    if span.end > span.start:
        return span
    before = list(re.finditer(r"\S+", text[: span.start]))
    word = before[-1] if before else re.search(r"\S+", text)
    return Span(*word.span()) if word is not None else span
