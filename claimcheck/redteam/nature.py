"""Falsified nature of a number: a gain called a score, a mean called a maximum, a hedge that the source does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.claims.yaml import Mapping, Sequence
from claimcheck.redteam.edit import splice, whole, without_field, without_item
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import mark, stated
from claimcheck.source import Span

_WORDS_OF_CHANGE: Final = r"(?:improvements?|gains?|increases?|reductions?|decreases?|boosts?|drops? in)"
_VERBS_OF_CHANGE: Final = re.compile(
    r"\b(?:improv(?:es?|ed|ing)|outperform(?:s|ed|ing)?|increas(?:es?|ed|ing)|reduc(?:es?|ed|ing)|boost(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|"
    r"beat(?:s|ing)?|"
    r"degrad(?:es?|ed|ing))\b"
)
_COMPARED: Final = r"(?:less|fewer|faster|slower|higher|lower|cheaper|smaller|larger)"
_LEVELS: Final = r"(?:accuracy|precision|recall|F1|AUC|AUROC|score|rate|BLEU|perplexity)"


def _around(claim: Claim) -> tuple[str, str] | None:
    """What the quote has before and behind the claim's value, if it has it once."""
    if claim.value is None:
        return None
    parts = re.split(rf"(?<![\w.]){re.escape(claim.value.text)}(?![\w.]\w|\w)", claim.quote.text)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _is_difference(claim: Claim) -> bool:
    """Whether the words right at the number say that something changed by so much; plain numbers leave too much open."""
    around = _around(claim)
    if around is None or claim.value is None or not mark(claim.value.text):
        return False
    if re.search(_WORDS_OF_CHANGE, claim.metric.text) or _VERBS_OF_CHANGE.search(claim.metric.text):
        return False  # the change itself may be what was measured
    before, behind = around
    by = re.search(r"\bby (?:an average of |up to |only )?$", before)
    return (
        (by is not None and _VERBS_OF_CHANGE.search(before[max(0, by.start() - 60) : by.start()]) is not None)
        or re.match(
            rf" (?:(?:absolute|relative|average) ){{0,2}}{_WORDS_OF_CHANGE}(?= (?:in|on|over|across)\b|[.,;])", behind
        )
        is not None
        or re.match(rf" {_COMPARED}\b", behind) is not None
    )


def _is_level(claim: Claim) -> bool:
    """Whether the words right at a percentage say that it is reached, or what it is the level of."""
    around = _around(claim)
    if around is None or claim.value is None or mark(claim.value.text) != "%":
        return False
    before, behind = around
    clause = re.split(r"[,;:]", before)[-1]
    if (
        re.search(rf"{_WORDS_OF_CHANGE}|{_COMPARED}", clause)
        or _VERBS_OF_CHANGE.search(clause)
        or re.search(_WORDS_OF_CHANGE, behind[:60])
    ):
        return False
    metric = re.escape(claim.metric.text.split()[0])
    reached = re.search(r"\b(?:achiev|reach|obtain|attain)(?:es?|s|ed|ing)? $", before)
    return (reached is not None and re.match(rf" {metric}\b", behind) is not None) or re.search(
        rf"\b{_LEVELS} of $", before
    ) is not None


@kind("kind-contradicted")
def difference_as_level(target: Target) -> Iterator[Falsification]:
    """What something changed by is called a result; a percentage a count, too."""
    for claim in target.claims.claims():
        if claim.kind.text in ("delta", "ratio") and _is_difference(claim):
            for other in ("result", "count") if mark(claim.value.text if claim.value else "") == "%" else ("result",):
                yield _of_kind(target, claim, other)


@kind("kind-contradicted")
def level_as_difference(target: Target) -> Iterator[Falsification]:
    """A result that was reached is called a difference."""
    for claim in target.claims.claims():
        if claim.kind.text == "result" and _is_level(claim):
            fields = {"change": "increase", "delta": "unstated"}
            fields |= {} if claim.baseline else {"baseline": "unstated"}
            there = {"change": claim.change is not None}
            between = _between(target, claim)
            added = "".join(f"{between}{name}: {text}" for name, text in fields.items() if not there.get(name))
            edited = splice(target.file.text, [(claim.kind.span, f"delta{added}")])
            yield target.made(claim, "kind: 'result' -> 'delta'", edited)


def _between(target: Target, claim: Claim) -> str:
    """What parts two fields of a claim, behind its kind: a comma, or a new line with the claim's indentation."""
    text, at = target.file.text, claim.kind.span
    if text[at.end : at.end + 1] in (",", "}"):
        return ", "
    start = text.rfind("\n", 0, at.start) + 1
    return "\n" + re.sub(r"[^ ]", " ", text[start : at.start].removesuffix("kind: "))


def _of_kind(target: Target, claim: Claim, other: str) -> Falsification:
    """The claim as one of another kind, without the field that only a difference has."""
    text, at = target.file.text, claim.kind.span
    if claim.delta is not None:
        text = without_field(target.file, claim.node, "delta").text
        gone = len(target.file.text) - len(text)
        at = at if at.start < claim.delta.span.start else Span(at.start - gone, at.end - gone)
    return target.made(claim, f"kind: '{claim.kind.text}' -> '{other}'", splice(text, [(at, other)]))


_SAID: Final = {
    "mean": re.compile(
        r"\b(?:average|mean)\b (?:of )?$|^ (?:absolute )?(?:average|mean)\b|\baverage gains of $|^ on average\b"
    ),
    "median": re.compile(r"\bmedian \w+ of $"),
}


@kind("agg-without-cue")
def aggregation_changed(target: Target) -> Iterator[Falsification]:
    """A mean is called a maximum, a maximum a mean, and one number a range, against the words at the number."""
    for claim in target.claims.claims():
        around = _around(claim)
        if claim.agg is None or claim.agg.how is None or claim.value is None or around is None:
            continue
        how, others = claim.agg.how.text, []
        if how in _SAID and (_SAID[how].search(around[0]) or _SAID[how].search(around[1])):
            others = ["median" if how == "mean" else "mean", "max", "min", "range", "total"]
        elif how == "max" and claim.value.text.startswith("up to "):
            others = ["min", "median", "range", "total"]
        elif how == "min" and claim.value.text.startswith("at least "):
            others = ["max", "median", "range", "total"]
        for other in others:
            if other in ("max", "min") and re.search(
                r"\b(?:best|highest|lowest|worst|largest|smallest|peak)\b", claim.quote.text
            ):
                continue
            yield target.edited(claim, [whole(claim.agg.how, other)], "agg.how")


@kind("hedge-not-in-quote")
def hedge_invented(target: Target) -> Iterator[Falsification]:
    """The hedge becomes words that the quote does not have."""
    for claim in target.claims.claims():
        if claim.hedge is not None:
            for other in ("always", "was proven to lead to", "in rare cases"):
                if other not in " ".join(claim.quote.text.split()):
                    yield target.edited(claim, [whole(claim.hedge, other)], "hedge")


@kind("unaccounted-number")
def result_in_condition(target: Target) -> Iterator[Falsification]:
    """A claim is deleted, and its number put into the conditions of another claim of the quote, under a name of its own."""
    evidence = target.claims.root.get("evidence")
    assert isinstance(evidence, Sequence)
    for node, record in zip(evidence.items, target.claims.evidence, strict=True):
        claims = node.get("claims") if isinstance(node, Mapping) else None
        for index, claim in enumerate(record.claims):
            value = claim.value
            hosts = [other for other in record.claims if other is not claim and not other.conditions]
            told = " ".join(text.text for other in record.claims if other is not claim for _, text in other.texts())
            if value is None or not hosts or value.text in told or not (_is_difference(claim) or _is_level(claim)):
                continue
            assert isinstance(claims, Sequence)
            text = without_item(target.file, claims, index).text
            at = hosts[0].kind.span
            gone = len(target.file.text) - len(text) if claim.id.span.start < at.start else 0
            condition = f"conditions: {{setting: '{value.text}'}}"
            edited = splice(text, [(Span(at.end - gone, at.end - gone), f"{_between(target, hosts[0])}{condition}")])
            yield target.made(
                claim, "claim deleted, its value a condition of another", edited, stated(claim, target.plain.text)
            )
