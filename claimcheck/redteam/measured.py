"""Falsified measures: a number said of what it cannot measure, of another's metric or unit, or for the worse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.redteam.edit import kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import RUN, WORD_NUMBER, values

_GOODNESS: Final = r"accuracy|precision|recall|F1|AUC|AUROC"
_AMOUNT: Final = r"parameters|tokens|compute|memory|latency"
_ENDS: Final = r"(?=[,.;)]| (?:on|in|with|and|for|at|while|across|over|by|when|using)\b)"
_NUMBER: Final = re.compile(rf"{RUN.pattern}|{WORD_NUMBER.pattern}", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?:,|\band|\bor|\bto|/|&|\bvs\.?)(?: \w+){0,2}[\s(~$]*$")


def _behind(claim: Claim) -> str | None:
    """What the quote has behind the claim's value, if it has that once, and not in a list of numbers."""
    if claim.value is None or "respectively" in claim.quote.text:
        return None
    quote = " ".join(claim.quote.text.split())
    parts = re.split(rf"(?<![\w.]){re.escape(claim.value.text)}(?![\w.]\w|\w)", quote)
    if len(parts) != 2 or (_LISTED.search(parts[0]) and _NUMBER.search(parts[0])):
        return None
    return None if re.match(r"\W*(?:and|or|to|,)?\W*\d", parts[1]) else parts[1]


@kind("metric-contradicted")
def metric_of_another_nature(target: Target) -> Iterator[Falsification]:
    """What stands right at the number is how good something is, and the metric becomes an amount, or another score; or the other way
    round."""
    for claim in target.claims.claims():
        behind = _behind(claim)
        for told, others in ((_GOODNESS, ("latency", "memory", "BLEU", "WER")), (_AMOUNT, ("accuracy", "recall"))):
            said = re.match(rf" (?:(?:less|fewer|more) )?({told}){_ENDS}", behind or "")
            if said is None or said[1] not in claim.metric.text:
                continue
            for other in others:
                if not re.search(rf"\b{other}\b", target.plain.text, re.IGNORECASE):
                    yield target.edited(claim, [whole(claim.metric, other)], "metric")


@kind("mention-elsewhere", "metric-contradicted")
def metrics_swapped(target: Target) -> Iterator[Falsification]:
    """Two claims of one quote, each of which has its metric right behind its number, trade their metrics alone."""
    for evidence in target.claims.evidence:
        quote = " ".join(evidence.quote.text.split())
        for first, second in combinations(evidence.claims, 2):
            if first.value is None or second.value is None or values(first.value.text) & values(second.value.text):
                continue
            words = [
                {word[:5] for word in re.findall(r"\w+", claim.metric.text.casefold())} for claim in (first, second)
            ]
            apart = not words[0] & words[1] and "respectively" not in quote
            if apart and all(_right_behind(quote, claim) for claim in (first, second)):
                edits = [whole(first.metric, second.metric.text), whole(second.metric, first.metric.text)]
                edits += [kept(each) for each in (first.value, second.value)]
                made = target.edited(first, edits, f"metric, and that of '{second.id.text}'")
                yield replace(made, other=second.id.text)


def _right_behind(quote: str, claim: Claim) -> bool:
    """Whether the quote has the claim's metric once, right behind its value, which stands in no list."""
    behind = _behind(claim)
    metric = claim.metric.text
    return (
        behind is not None
        and quote.count(metric) == 1
        and re.match(rf" {re.escape(metric)}{_ENDS}", behind) is not None
    )


@kind("metric-contradicted", "vocabulary-conflict")
def better_turned(target: Target) -> Iterator[Falsification]:
    """Of an accuracy less is said to be better, of an error more."""
    if re.search(
        r"(?i)attack|advers|privacy|leak|unlearn|backdoor|jailbreak|poison|member|watermark|sabotag|eva[ds]|memori|prob(?:e|ing)|spurious|bias|fair|confound|identif|refus",
        target.plain.text,
    ):
        return
    for claim in target.claims.claims():
        if claim.better is not None and re.fullmatch(
            r"(?i)accuracy|precision|recall|F1|AUC|error|error rate|perplexity|RMSE|MAE|latency", claim.metric.text
        ):
            other = "lower" if claim.better.text == "higher" else "higher"
            yield target.edited(claim, [whole(claim.better, other)], "better")


@kind("condition-elsewhere", "number-not-in-abstract")
def unit_put_to_a_condition(target: Target) -> Iterator[Falsification]:
    """A condition's number, which counts things in the quote, becomes so many hours, or GPUs, of which the abstract has none."""
    for claim in target.claims.claims():
        for key, scalar in claim.conditions:
            if not re.fullmatch(r"[1-9][0-9]{1,3}", scalar.text):
                continue
            quote = " ".join(claim.quote.text.split())
            if not re.search(rf"(?<![\w.,-]){scalar.text} [a-z]{{4,}}s\b", quote) or quote.count(scalar.text) != 1:
                continue
            for unit, said in (("hours", r"hour|\dh\b|\bh\b|hrs?\b"), ("GPUs", r"GPU|[AVH]\d00|RTX|graphics")):
                if not re.search(said, target.plain.text, re.IGNORECASE):
                    yield target.edited(claim, [whole(scalar, f"{scalar.text} {unit}")], f"conditions.{key.text}")
