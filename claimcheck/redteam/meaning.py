"""Falsified meaning: true numbers said of the wrong thing, the wrong way round, or as another kind of difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.redteam.edit import Edit, kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import RUN, WINNING, WORD_NUMBER, WRITTEN, mark, values

_ATTACHED: Final = ("mention-elsewhere", "mention", "direction-contradicted", "change-inconsistent", "relation-broken")


def _pairs(target: Target) -> Iterator[tuple[Claim, Claim]]:
    """Every two claims of one quote that have different values."""
    for evidence in target.claims.evidence:
        for first, second in combinations(evidence.claims, 2):
            if (
                first.value is not None
                and second.value is not None
                and not values(first.value.text) & values(second.value.text)
            ):
                yield first, second


def _swap(first: Claim, second: Claim, *names: str) -> list[Edit]:
    """Fields of two claims that trade places; a field that one of them lacks is left where it is."""
    edits: list[Edit] = []
    for name in names:
        mine, theirs = getattr(first, name), getattr(second, name)
        if mine is not None and theirs is not None:
            edits += [whole(mine, theirs.text), whole(theirs, mine.text)]
    return edits


@kind("mention", "mention-elsewhere", "unit-differs", "partial-quantity", "value-not-in-quote")
def values_swapped(target: Target) -> Iterator[Falsification]:
    """Two claims of one quote trade their values."""
    for first, second in _pairs(target):
        made = target.edited(first, _swap(first, second, "value"), f"value, and that of '{second.id.text}'")
        yield replace(made, other=second.id.text)


@kind(*_ATTACHED)
def values_and_mentions_swapped(target: Target) -> Iterator[Falsification]:
    """Two claims of one quote trade their values (and baseline values) with their mentions."""
    for first, second in _pairs(target):
        if (
            first.mention is None
            or second.mention is None
            or (first.baseline_value is None) != (second.baseline_value is None)
        ):
            continue
        edits = _swap(first, second, "value", "baseline_value", "mention")
        made = target.edited(first, edits, f"value and mention, and those of '{second.id.text}'")
        yield replace(made, other=second.id.text)


@kind("mention-elsewhere", "direction-contradicted", "change-inconsistent", "partial-quantity")
def value_and_baseline_value_swapped(target: Target) -> Iterator[Falsification]:
    """Value and baseline value trade places."""
    for claim in target.claims.claims():
        if (
            claim.value is not None
            and claim.baseline_value is not None
            and claim.value.text != claim.baseline_value.text
        ):
            edits = [whole(claim.value, claim.baseline_value.text), whole(claim.baseline_value, claim.value.text)]
            yield target.edited(claim, edits, "value and baseline_value")


@kind("mention-elsewhere", "direction-contradicted", "change-inconsistent")
def subject_and_baseline_swapped(target: Target) -> Iterator[Falsification]:
    """Subject and baseline trade places (but where the two are said to match: that is true both ways)."""
    for claim in target.claims.claims():
        if claim.rank is not None and claim.rank.text == "matches":
            continue
        if len(claim.baseline) == 1 and claim.baseline[0].text not in ("unstated", claim.subject.text):
            edits = [whole(claim.subject, claim.baseline[0].text), whole(claim.baseline[0], claim.subject.text)]
            edits += [kept(each) for each in (claim.value, claim.mention, claim.change, claim.rank) if each is not None]
            yield target.edited(claim, edits, "subject and baseline")


@kind("condition-elsewhere")
def conditions_swapped(target: Target) -> Iterator[Falsification]:
    """Two numbers of a claim's conditions and `agg.n`, each of which stands at its own word in the quote, trade places."""
    for claim in target.claims.claims():
        for (name, mine), (_, theirs) in combinations(_at_their_words(claim), 2):
            if values(mine.new) != values(theirs.new):
                edits = [replace(mine, new=theirs.new), replace(theirs, new=mine.new)]
                yield target.edited(claim, edits, f"{name}, and another number of the set-up")


@kind("condition-elsewhere", "number-not-in-abstract")
def condition_of_another_number(target: Target) -> Iterator[Falsification]:
    """A number of the conditions, or `agg.n`, which stands at its own word in the quote, is another number of the quote."""
    for claim in target.claims.claims():
        for name, edit in _at_their_words(claim):
            for other in dict.fromkeys(WRITTEN.findall(claim.quote.text)):
                if not values(other) & values(edit.new) and mark(other) == "" and not _listed(claim, other, edit.new):
                    yield target.edited(claim, [replace(edit, new=other)], name)


def _listed(claim: Claim, first: str, last: str) -> bool:
    """Whether two numbers are of one list, so that what the last counts is counted by the first, too: "24 and 68 years"."""
    between = rf"{_AND}(?:(?:{_NUMBER.pattern}){_AND})*"
    chain = rf"(?<![\w.]){re.escape(first)}{between}{re.escape(last)}(?!\w)"
    return re.search(chain, claim.quote.text, re.IGNORECASE) is not None


_AND: Final = r"(?:,|,?\s(?:and|or|to))\s"
_NUMBER: Final = re.compile(rf"(?:{RUN.pattern})(?![\w.%])|{WORD_NUMBER.pattern}", re.IGNORECASE)


def _at_their_words(claim: Claim) -> Iterator[tuple[str, Edit]]:
    """The numbers that begin a condition or `agg.n`, where the last word of its name stands behind the number in the quote.

    Told by an edit that changes nothing yet. With the same word behind another number, too, nobody could tell them apart.
    """
    named = [(f"conditions.{key.text}", key.text, value) for key, value in claim.conditions]
    if claim.agg is not None and claim.agg.n is not None and claim.agg.of is not None:
        named.append(("agg.n", claim.agg.of.text, claim.agg.n))
    for name, words, scalar in named:
        number = _NUMBER.match(scalar.text)
        last = re.findall(r"[A-Za-z]{3,}", words)[-1:]
        if (
            number is None
            or not last
            or "respectively" in claim.quote.text
            or re.match(r"[\s-]+[A-Za-z]", scalar.text[number.end() :])
        ):
            continue
        word = re.escape(last[0].removesuffix("s"))
        between = r"(?:[\s-]+(?!(?:and|or|of|with|in|on|for|to|from|at|by|the)\b)[A-Za-z]+){0,2}[\s-]+"
        behind = re.compile(rf"(?<![\w.]){re.escape(number[0])}{between}{word}s?\b", re.IGNORECASE)
        if (
            len(behind.findall(claim.quote.text))
            == len(re.findall(rf"\b{word}s?\b", claim.quote.text, re.IGNORECASE))
            == 1
        ):
            yield name, Edit(scalar, 0, number.end(), number[0])


_IN_UNITS: Final = re.compile(
    r"\b(?:latency|(?:run)?time|duration|memory|param(?:eter)?s?|FLOPs|MACs|energy|power|throughput|speed|FPS|tokens|bandwidth|storage|"
    r"footprint|steps|iterations|hours|seconds|length|perplexity)\b",
    re.IGNORECASE,
)
"""A percentage of what is measured in units of its own is relative, whether the text says so or not."""


@kind("delta-without-cue", "change-inconsistent")
def delta_type_changed(target: Target) -> Iterator[Falsification]:
    """A difference is made absolute, relative or unstated, against the text."""
    for claim in target.claims.claims():
        if claim.delta is not None:
            for other in ("absolute", "relative", "unstated"):
                if other != claim.delta.text and not (other == "relative" and _IN_UNITS.search(claim.metric.text)):
                    edits = [
                        whole(claim.delta, other),
                        *(kept(each) for each in (claim.value, claim.mention) if each is not None),
                    ]
                    yield target.edited(claim, edits, "delta")


@kind("direction-contradicted", "change-inconsistent")
def direction_turned(target: Target) -> Iterator[Falsification]:
    """An increase is called a decrease, or a decrease an increase."""
    for claim in target.claims.claims():
        if claim.change is not None:
            other = "decrease" if claim.change.text == "increase" else "increase"
            yield target.edited(claim, [whole(claim.change, other)], "change")


@kind("direction-contradicted")
def outcome_turned(target: Target) -> Iterator[Falsification]:
    """A ranking is turned round: outperforms and underperforms, best and not-best."""
    turned = {
        "outperforms": "underperforms",
        "underperforms": "outperforms",
        "matches": "underperforms",
        "best": "not-best",
        "not-best": "best",
    }
    for claim in target.claims.claims():
        if claim.rank is not None:
            yield target.edited(claim, [whole(claim.rank, turned[claim.rank.text])], "rank")


_BEST: Final = re.compile(
    r"(?i)\b(?:\w+est|most|least|first|all|every|any|each|others?|leading|top\w*|art|sota|frontier|pareto|domina\w+|optim\w+|un\w+ed|record\w*|win\w*)\b"
)


@kind("rank-without-cue", "direction-contradicted")
def outcome_raised(target: Target) -> Iterator[Falsification]:
    """What does better is called the best, and what does as well is said to do better; with no word in the quote that says it."""
    for claim in target.claims.claims():
        rank = claim.rank.text if claim.rank is not None else ""
        raised, word = {"outperforms": ("best", _BEST), "matches": ("outperforms", WINNING)}.get(rank, ("", _BEST))
        if claim.rank is not None and raised and not word.search(claim.quote.text):
            yield target.edited(claim, [whole(claim.rank, raised)], "rank")
