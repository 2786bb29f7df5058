"""From the numbers of a sentence to claims: kind, metric, change, aggregation and conditions, as far as the words say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from claimcheck.drafting.governing import VERBS, Governor
from claimcheck.drafting.lexicon import HEDGED, HIGHER_IS_BETTER, LOWER_IS_BETTER, MAXIMUM, MEAN, MEDIAN, TOTAL
from claimcheck.drafting.model import LEFT, DraftClaim, Said
from claimcheck.drafting.passages import Passage
from claimcheck.drafting.phrases import noun_before, noun_phrase
from claimcheck.drafting.quantities import Number, is_model_size, reaching, value_text
from claimcheck.drafting.subjects import (
    Work,
    introduced_name,
    named_thing,
    stating_word,
    tell_baseline,
    tell_dataset,
    tell_listed,
    tell_subject,
    tell_work,
)
from claimcheck.matching.deltas import Cues
from claimcheck.numerals import scan

_BY_UNIT: Final = {"pp": "absolute", "x": "relative"}
_ARTICLES: Final = frozenset("the a an its their our overall".split())
_NEAR: Final = 4
_MOST_CONDITIONS: Final = 6
_TO_MEASURE: Final = frozenset("of at about only up to over a an the is was".split())
_ACROSS: Final = frozenset("across over on".split())
_NOT_METRICS: Final = frozenset(
    "average averaged absolute relative mean overall additional consistent significant substantial highest best higher lowest lower superior maximum "
    "impressive strong competitive new".split()
)


def claims_of(passage: Passage, numbers: Mapping[int, Number], work: Work) -> list[DraftClaim]:
    """The claims that rest on the numbers of a sentence, in their order; the set-up goes to their conditions."""
    claims: dict[int, DraftClaim] = {}
    cues = Cues(passage)
    for at, number in numbers.items():
        if number.role in ("claim", "pair"):
            claim = _claim(passage, number, numbers, work, cues)
            if claim is not None:
                claims[at] = claim
    for number in numbers.values():
        if number.role == "baseline" and number.partner in claims:
            _tell_baseline_value(claims[number.partner], passage, number)
    return list(claims.values())


def _claim(
    passage: Passage, number: Number, numbers: Mapping[int, Number], work: Work, cues: Cues
) -> DraftClaim | None:
    claim = DraftClaim(
        {"kind": Said(number.kind), "subject": LEFT, "metric": LEFT}, at=number.at, place=number.mention.start
    )
    stretch = passage.numbers[number.at]
    if number.pair is not None:
        claim.fields["kind"] = Said("result")
        claim.tell("baseline_value", number.pair[0])
        claim.tell("value", number.pair[1])
        claim.fields["baseline"] = LEFT
        claim.baseline_at = number.at
    else:
        value = value_text(passage, number.at)
        if value is None:
            return None
        claim.tell("value", value)
    if number.kind in ("count", "size") and number.pair is None:
        _tell_count(claim, passage, number, work)
    else:
        following = [
            passage.numbers[at].first for at, each in numbers.items() if at > number.at and each.role != "setup"
        ]
        stop = min(following, default=len(passage.low))
        _tell_metric(claim, passage, number)
        tell_subject(claim, passage, work, _stating(passage, number), stretch.first)
        tell_dataset(claim, passage, stretch.first, stretch.last, stop)
        if number.kind in ("delta", "ratio") and number.pair is None:
            _tell_difference(claim, passage, number, cues)
    _tell_better(claim, passage, number.governor)
    if (how := _how(passage, number)) is not None:
        claim.agg = {"how": how} | claim.agg
    _tell_hedge(claim, passage, number.at)
    return claim


def _stating(passage: Passage, number: Number) -> int:
    """The word that states a number: the verb that governs it, else the verb before it."""
    word = number.governor
    first = passage.numbers[number.at].first
    return (
        word.index if word is not None and word.sort == "verb" and word.index < first else stating_word(passage, first)
    )


def _tell_count(claim: DraftClaim, passage: Passage, number: Number, work: Work) -> None:
    """What is counted stands behind the number; whose it is was introduced before it."""
    stretch = passage.numbers[number.at]
    noun = passage.said(*number.noun)
    if is_model_size(passage, number):
        claim.tell("metric", "parameters", proposed="parameter" not in noun)
    elif noun and not _has_number(noun):
        claim.tell("metric", noun, proposed=True)
    name = introduced_name(passage, stretch.first)
    if name is not None:
        claim.tell("subject", name, proposed=True)
    else:
        _tell_holder(claim, passage, number, work)


def _tell_holder(claim: DraftClaim, passage: Passage, number: Number, work: Work) -> None:
    """Whose size or count it is: what a range "from 1B to 7B" stands behind, or who acts."""
    first = passage.numbers[number.at].first
    verb = first if number.mention.text.lower().startswith("from") else stating_word(passage, first)
    if verb < first or number.mention.kind == "range":
        tell_subject(claim, passage, work, verb, first)
    if number.mention.kind == "range" and verb == first and (holder := claim.text("subject")) is not None:
        claim.agg["of"] = holder


def _tell_metric(claim: DraftClaim, passage: Passage, number: Number) -> None:
    """What was measured: what a verb governs ("reduces errors by"), or the noun on either side of the number."""
    words = _metric(passage, number).split()
    while words and words[0].lower() in _NOT_METRICS:
        words.pop(0)
    metric = " ".join(words)
    if number.pair is not None:
        metric = re.sub(r"(?<=\w) (?:metric|score)$", "", metric)
    if metric and not _has_number(metric) and not metric.endswith("ly"):
        claim.tell("metric", metric, proposed=True)


def _metric(passage: Passage, number: Number) -> str:
    first = passage.numbers[number.at].first
    word = number.governor
    if number.pair is not None:
        verbs = [index for index in range(first) if passage.low[index] in VERBS]
        return passage.said(*_object(passage, verbs[-1])) if verbs else ""
    if word is not None and word.sort == "verb" and word.index < first:
        outperforms = passage.low[word.index].startswith("outperform")
        return "performance" if outperforms else passage.said(*_object(passage, word.index))
    if (verb := reaching(passage, number.at)) is not None:
        return passage.said(*_object(passage, verb))
    if word is not None and word.sort == "comparative":
        return _compared_metric(passage, word)
    if word is not None and word.sort == "noun":
        return _changed_metric(passage, number, word)
    return passage.said(*number.noun) or _measure_before(passage, first)


def _measure_before(passage: Passage, first: int) -> str:
    """What stands before a number and is what it measures: "an accuracy of 91%", "AUROC: 0.97"."""
    index = first
    while index > 0 and passage.low[index - 1] in _TO_MEASURE:
        index -= 1
    if "of" in passage.low[index:first] or passage.gap(first).strip() in (":", "=", "("):
        return passage.said(*_without_articles(passage, noun_before(passage, index)))
    return ""


def _object(passage: Passage, verb: int) -> tuple[int, int]:
    """What a verb governs; nothing behind "over", or behind verbs that name an opponent."""
    if re.match(r"outperform|surpass|exceed|beat|underperform|trail|lag", passage.low[verb]):
        return verb, verb
    start = verb + 1
    while start < len(passage.low) and passage.low[start] in _ARTICLES and not passage.parted(start):
        start += 1
    if start >= len(passage.low) or passage.parted(start) or start in passage.numbered:
        return verb, verb
    return noun_phrase(passage, start)


def _compared_metric(passage: Passage, word: Governor) -> str:
    """What there is more or less of: "74% less compute", "3x faster inference"."""
    comparative = passage.low[word.index]
    noun = passage.said(*noun_phrase(passage, word.index + 1)) if not passage.parted(word.index + 1) else ""
    if comparative in ("faster", "slower"):
        return f"{noun} speed" if noun else "speed"
    if comparative in ("more", "less", "fewer", "higher", "lower", "better", "worse", "additional", "greater"):
        return noun
    return ""


def _changed_metric(passage: Passage, number: Number, word: Governor) -> str:
    """What a noun of change is of: "12% accuracy improvement", "improvement in accuracy", "gain of 3% in accuracy"."""
    stretch = passage.numbers[number.at]
    low = passage.low
    if re.match(r"speed-?ups?$|acceleration$", low[word.index]):
        return low[word.index]
    if word.index >= stretch.last:
        between = [index for index in range(stretch.last, word.index) if low[index] not in _NOT_METRICS]
        if between:
            return passage.said(between[0], word.index)
    elif word.index and not passage.parted(word.index):
        first, last = _without_articles(passage, noun_before(passage, word.index))
        while first < last and low[first] in _NOT_METRICS:
            first += 1
        if first < last:
            return passage.said(first, last)
    behind = max(stretch.last, word.index + 1)
    if low[behind : behind + 1] in (["in"], ["of"]) and not passage.parted(behind) and behind + 1 < len(low):
        return passage.said(
            *_without_articles(passage, noun_phrase(passage, behind + 1 + (low[behind + 1] in _ARTICLES)))
        )
    return ""


def _without_articles(passage: Passage, words: tuple[int, int]) -> tuple[int, int]:
    first, last = words
    while first < last and passage.low[first] in _ARTICLES:
        first += 1
    return first, last


def _tell_difference(claim: DraftClaim, passage: Passage, number: Number, cues: Cues) -> None:
    """Change, baseline, and for a difference which kind it is said to be."""
    word = number.governor
    stretch = passage.numbers[number.at]
    claim.fields["baseline"] = LEFT
    claim.fields["change"] = LEFT
    if word is not None:
        change = _change(word, claim.text("metric"))
        claim.tell("change", change)
        tell_baseline(claim, passage, min(word.index, stretch.first), max(word.index + 1, stretch.last))
    if number.kind == "delta":
        found = [cue for cue in cues.of(number.at, number.mention) if cue.clear]
        said = _BY_UNIT.get(number.mention.unit or "") or (found[0].delta if found else "unstated")
        claim.tell("delta", said)


def _change(word: Governor, metric: str | None) -> str | None:
    """Which way a number goes; None where "improves" may be either."""
    if word.way in ("up", "down"):
        return "increase" if word.way == "up" else "decrease"
    if metric is not None and LOWER_IS_BETTER.search(metric):
        if word.sort != "verb":
            return None
        return "decrease" if word.way == "better" else "increase"
    return "increase" if word.way == "better" else "decrease"


def _tell_better(claim: DraftClaim, passage: Passage, word: Governor | None) -> None:
    """Which values are the better ones, where the metric's name or the verb says so."""
    metric = claim.text("metric") or ""
    kind = claim.text("kind")
    if kind in ("count", "size"):
        return
    if LOWER_IS_BETTER.search(metric) or (word is not None and passage.low[word.index] == "fewer"):
        claim.tell("better", "lower")
    elif HIGHER_IS_BETTER.search(metric) or (word is not None and word.way in ("better", "worse") and kind == "delta"):
        claim.tell("better", "higher")


def _how(passage: Passage, number: Number) -> str | None:
    """How a number was aggregated: by its own form, or by a word near it."""
    stretch = passage.numbers[number.at]
    mention = number.mention
    if number.pair is None and mention.kind == "range":
        return "range"
    if mention.bound == "at-most" and mention.text.lower().startswith("up to"):
        return "max"
    first = stretch.first
    while (
        first > 0 and stretch.first - first < _NEAR and not passage.parted(first) and first - 1 not in passage.numbered
    ):
        first -= 1
    last = stretch.last
    while (
        last < len(passage.low)
        and last - stretch.last < _NEAR
        and not passage.parted(last)
        and last not in passage.numbered
    ):
        last += 1
    near = set(passage.low[first : stretch.first]) | set(passage.low[stretch.last : last])
    for how, words in (("mean", MEAN), ("median", MEDIAN), ("max", MAXIMUM), ("total", TOTAL)):
        if near & words:
            return how
    end = _clause_end(passage, stretch.last)
    return "mean" if passage.low[max(stretch.last, end - 2) : end] == ["on", "average"] else None


def _clause_end(passage: Passage, start: int) -> int:
    while start < len(passage.low) and not passage.parted(start):
        start += 1
    return start


def _tell_hedge(claim: DraftClaim, passage: Passage, at: int) -> None:
    """The words that weaken the claim: the last before its number, in its clause."""
    first = passage.numbers[at].first
    start = first
    while start > 0 and passage.gap(start).strip() not in (".", ";", ","):
        start -= 1
    found = list(HEDGED.finditer(passage.said(start, first)))
    if found:
        claim.tell("hedge", found[-1][0])


def _tell_baseline_value(claim: DraftClaim, passage: Passage, number: Number) -> None:
    """The baseline's own number, and whose it is: "versus 68.5% for RL", "against Slow's 88.0%"."""
    value = value_text(passage, number.at)
    if value is None:
        return
    stretch = passage.numbers[number.at]
    low = passage.low
    claim.tell("baseline_value", value)
    claim.baseline_at = number.at
    claim.fields["baseline"] = LEFT
    if low[stretch.last : stretch.last + 1] in (
        ["for"],
        ["of"],
        ["by"],
        ["with"],
        ["from"],
        ["in"],
    ) and not passage.parted(stretch.last):
        claim.tell("baseline", passage.said(*named_thing(passage, stretch.last + 1)), proposed=True)
        return
    first = stretch.first
    while (
        first > 0
        and low[first - 1] not in ("versus", "vs", "against", "than", "to", "with", "over")
        and stretch.first - first < _NEAR + 2
    ):
        first -= 1
    words = passage.said(*_without_articles(passage, (first, stretch.first))).removesuffix("'s").removesuffix("’s")
    if words and not _has_number(words):
        claim.tell("baseline", words, proposed=True)


def complete(passage: Passage, claims: list[DraftClaim], work: Work) -> None:
    """Fills what the claims of a sentence leave to their neighbours: subject, baseline and metric go on; two sizes are told apart."""
    tell_listed(passage, claims)
    last: dict[str, Said] = {}
    for claim in claims:
        for name in ("subject", "baseline", "metric"):
            said = claim.fields.get(name)
            if said is not None and said.is_todo and name in last and _goes_on(claim, name, last[name].text):
                claim.fields[name] = Said(last[name].text, True)
        for name in ("subject", "baseline"):
            if (said := claim.fields.get(name)) is not None and not said.is_todo:
                last[name] = said
        if claim.text("kind") == "ranking" and (metric := claim.text("metric")) is not None:
            last["metric"] = Said(metric)
        tell_work(claim, passage, work)
    _tell_scales(passage, [claim for claim in claims if claim.text("metric") == "parameters"])


def _goes_on(claim: DraftClaim, name: str, text: str) -> bool:
    """Whether a field of one claim goes on to the next: not to counts, whose subject was introduced, nor "unstated" to a pair."""
    kind = claim.text("kind")
    if name == "baseline":
        return text != "unstated" or "baseline_value" not in claim.fields
    return kind == "delta" if name == "metric" else kind not in ("count", "size")


def _tell_scales(passage: Passage, sizes: list[DraftClaim]) -> None:
    """Two sizes of one family are its smaller and its larger."""
    values = []
    for claim in sizes:
        number = passage.text.numbers[claim.at] if claim.at is not None else None
        if number is None or number.kind != "value" or number.low is None or number.low.value is None:
            return
        values.append(number.low.value)
    if len(sizes) == 2 and values[0] != values[1]:
        for claim, value in zip(sizes, values, strict=True):
            claim.conditions["scale"] = "smaller" if value == min(values) else "larger"


def attach_setup(passage: Passage, numbers: Mapping[int, Number], claims: list[DraftClaim]) -> list[int]:
    """Puts the set-up of a sentence into the conditions or the aggregation of its claims; what has no place is returned."""
    left = []
    for at, number in numbers.items():
        if (number.role == "setup" and not _attached(passage, number, claims)) or number.role == "listed":
            left.append(at)
    return left


def _attached(passage: Passage, number: Number, claims: list[DraftClaim]) -> bool:
    value = value_text(passage, number.at)
    if value is None or not claims:
        return False
    noun = passage.said(*number.noun)
    if not noun or _has_number(noun):
        return False
    before = [claim for claim in claims if claim.at is not None and claim.at < number.at]
    if before and _aggregates(passage, number, before[-1]):
        before[-1].agg |= {"n": value, "of": noun}
        return True
    key = noun if not is_model_size(passage, number) else f"{noun} parameters" if "parameter" not in noun else noun
    if any(key in claim.conditions or len(claim.conditions) >= _MOST_CONDITIONS for claim in claims):
        return False
    for claim in claims:
        claim.conditions[key] = value
    return True


def _aggregates(passage: Passage, number: Number, claim: DraftClaim) -> bool:
    """Whether a count says over how many a claim's number was aggregated: "an average gain of 5% across six benchmarks"."""
    if "how" not in claim.agg or "n" in claim.agg or claim.at is None:
        return False
    first, last = passage.numbers[claim.at].last, passage.numbers[number.at].first
    between = passage.low[first:last]
    return bool(set(between[-2:]) & _ACROSS) and not any(
        passage.gap(index).strip() in (".", ";") for index in range(first, last + 1)
    )


def _has_number(text: str) -> bool:
    """Whether a text holds a quantity of its own, which stands for something else in the sentence."""
    return any(mention.is_quantity and not mention.indefinite for mention in scan(text, isolated=True))
