"""What the numbers of a sentence state: which are claims, which the baselines' values, which the set-up, which no claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from claimcheck.drafting.governing import VERBS, Governor, follows_by, governor
from claimcheck.drafting.lexicon import (
    DATA_NOUNS,
    LARGE,
    LIST_ADJECTIVES,
    LISTED_NOUNS,
    POINTING,
)
from claimcheck.drafting.passages import Passage
from claimcheck.drafting.phrases import Range, noun_phrase
from claimcheck.matching.values import change_between, same
from claimcheck.numerals import End, Mention, read_value
from claimcheck.text.render import render

Role = Literal["claim", "pair", "baseline", "setup", "listed"]
"""A claim's value; both its values (from a to b); the value of another claim's baseline; a condition; no claim."""

MEASURED_UNITS: Final = frozenset({"%", "‰", "x", "pp"})
_SMALL: Final = 12
"""Up to this, a number in letters or a pointed-at one counts what the text lists."""
_AGAINST: Final = frozenset("versus vs against than compared".split())
_NEAR: Final = 5
_PARAMETERS: Final = frozenset("parameter parameters param params".split())
_MODEL: Final = re.compile(r"parameters?|params?|models?|scales?|llms?|lms?|vlms?|mllms?|backbones?|variants?")
_BIG: Final = re.compile(r"\d\s?[BM]$|billion$|million$")
_SPELT_OUT: Final = re.compile(r"[^\W\d_]")
_FAR: Final = 14


@dataclass(slots=True, eq=False)
class Number:
    """A quantity of a sentence: what it is taken for, and the words that tell.

    `noun` is the noun phrase behind it, `partner` for a baseline's value the number that it is held against.
    """

    at: int
    mention: Mention
    role: Role
    kind: str
    noun: Range
    governor: Governor | None = None
    partner: int | None = None
    pair: tuple[str, str] | None = None
    conditions: list[int] = field(default_factory=list)


def numbers_of(passage: Passage, ranked: bool) -> dict[int, Number]:
    """The quantities of a sentence, in order; `ranked` where the sentence also states an outcome without a number."""
    found = {at: _read(passage, at) for at in passage.numbers}
    for at in found:
        partner = _held_against(passage, at, found)
        if partner is not None:
            found[at].role, found[at].partner = "baseline", partner
    results = ranked or any(_is_result(number) for number in found.values())
    for number in found.values():
        if number.role == "claim" and _of_interval(passage, number):
            number.role = "listed"
        elif number.role == "claim" and not _is_result(number):
            number.role = _role_of_count(passage, number, results)
    return found


def governing_words(passage: Passage) -> frozenset[int]:
    """The words of a sentence that govern a number: what they state is stated with it."""
    found = {word.index for at in passage.numbers if (word := governor(passage, at)) is not None}
    for at, stretch in passage.numbers.items():
        if _pair(passage, at) is not None:
            verbs = [
                index for index in range(max(0, stretch.first - _FAR), stretch.first) if passage.low[index] in VERBS
            ]
            found |= set(verbs[-1:])
    found |= {verb for at in passage.numbers if (verb := reaching(passage, at)) is not None}
    return frozenset(found)


def reaching(passage: Passage, at: int) -> int | None:
    """The verb of change that says where to: "improves performance to 43.8%"; None where none does."""
    first = passage.numbers[at].first
    if not first or passage.low[first - 1] != "to" or passage.parted(first):
        return None
    for index in range(first - 2, max(-1, first - _FAR), -1):
        if passage.parted(index + 1) or index in passage.numbered:
            return None
        if passage.low[index] in VERBS:
            return index
    return None


def _read(passage: Passage, at: int) -> Number:
    mention = passage.text.numbers[at]
    noun = _noun(passage, at, plural=mention.unit is None)
    found = Number(at, mention, "claim", "result", noun, governor(passage, at))
    pair = _pair(passage, at)
    if pair is not None:
        found.role, found.pair = "pair", pair
    else:
        found.kind = _kind(passage, found)
    return found


def _noun(passage: Passage, at: int, *, plural: bool) -> Range:
    """The noun phrase right behind a number, or behind its "of" or "such": "thousands of checkpoints", "two such challenges"."""
    start = passage.numbers[at].last
    if passage.parted(start):
        return start, start
    if (
        start + 1 < len(passage.low)
        and passage.low[start] in ("such", "of")
        and (plural or passage.low[start] == "such")
    ):
        start += 1
    return noun_phrase(passage, start, plural=plural)


def _kind(passage: Passage, number: Number) -> str:
    mention = number.mention
    if mention.unit == "x":
        return "ratio"
    if mention.unit in MEASURED_UNITS:
        return "delta" if number.governor is not None or follows_by(passage, number.at) else "result"
    if mention.unit is not None:
        return "result" if number.governor is None else "delta"
    if _is_count(mention):
        return _counted(passage, number)
    return "delta" if number.governor is not None else "result"


def _is_count(mention: Mention) -> bool:
    """Whether a number without a unit counts something: it is whole, or vague, and stands without a decimal point."""
    if mention.kind not in ("value", "range"):
        return False
    return all(_is_whole(end) for end in mention.ends())


def _is_whole(end: End) -> bool:
    if end.mantissa is None:
        return True
    exponent = end.mantissa.as_tuple().exponent
    assert isinstance(exponent, int)
    return end.divisor == 1 and (exponent >= 0 or exponent + end.power >= 0) and end.mantissa >= 0


def _counted(passage: Passage, number: Number) -> str:
    """Whether a count is a size: of a model, or of much data."""
    words = passage.low[slice(*number.noun)]
    ends = list(number.mention.ends())
    largest = max((end.value for end in ends if end.value is not None), default=Fraction(0))
    if _PARAMETERS & set(words) or is_model_size(passage, number):
        return "size"
    return "size" if words and words[-1] in DATA_NOUNS and largest >= LARGE else "count"


def is_model_size(passage: Passage, number: Number) -> bool:
    """Whether a number is that of a model's parameters, which often stand without the word: "a 7B model", "at 7B and 13B scales"."""
    written = render(number.mention.text).text.rstrip()
    noun = passage.low[slice(*number.noun)]
    if not _BIG.search(written) or (noun and noun[-1] in DATA_NOUNS - _PARAMETERS):
        return False
    around = passage.low[max(0, number.noun[0] - _NEAR) : number.noun[1] + 4]
    return any(_MODEL.fullmatch(word) for word in around)


def _pair(passage: Passage, at: int) -> tuple[str, str] | None:
    """Baseline value and value of a stated change "from a to b", as the source writes them."""
    mention = passage.text.numbers[at]
    if not mention.is_pair or mention.bound is not None or mention.approximate:
        return None
    if mention.kind == "range" and not (mention.text.lower().startswith("from") and _moved(passage, at)):
        return None
    assert mention.low is not None and mention.high is not None
    low, high = (_end_text(passage, end) for end in (mention.low, mention.high))
    for first in (low, f"{low}{mention.unit or ''}"):
        if _gives(first, high, mention):
            return first, high
    return None


def _gives(baseline: str, value: str, mention: Mention) -> bool:
    mine, theirs = read_value(value)[0], read_value(baseline)[0]
    return (
        mine is not None and theirs is not None and all(each.is_same for each in change_between(mine, theirs, mention))
    )


def _end_text(passage: Passage, end: End) -> str:
    said = passage.text.slice(end.start, end.end)
    return render(said).text.strip() if "$" in said else said


def _moved(passage: Passage, at: int) -> bool:
    """Whether a verb of change goes before "from a to b": "improves accuracy from 52.1% to 63.4%"."""
    first = passage.numbers[at].first
    if first and passage.low[first - 1] in ("improvements", "gains", "reductions", "increases", "ranging"):
        return False
    for index in range(first - 1, max(-1, first - _FAR), -1):
        if passage.low[index] in VERBS:
            return True
        if passage.gap(index + 1).strip() in (";", ".") or index in passage.numbered:
            return False
    return False


def _held_against(passage: Passage, at: int, found: dict[int, Number]) -> int | None:
    """The number before that this one is held against as the baseline's: "80.8% … versus 68.5% for RL"."""
    number = found[at]
    before = [each for each in passage.numbers if each < at]
    if not before or number.role != "claim" or number.kind in ("delta", "ratio"):
        return None
    previous = found[before[-1]]
    if previous.role != "claim" or previous.kind in ("delta", "ratio") or previous.mention.unit != number.mention.unit:
        return None
    if previous.kind == "count" or (number.kind == "count" and previous.kind != "size"):
        return None
    first = passage.numbers[at].first
    start = passage.numbers[previous.at].last
    for index in range(first - 1, max(start, first - _NEAR) - 1, -1):
        if passage.low[index] in _AGAINST:
            return previous.at
        if passage.parted(index + 1) and passage.gap(index + 1).strip() not in (".", "(", "'s"):
            return None
    return None


def _is_result(number: Number) -> bool:
    """Whether a number is measured: a share, a factor, a difference, a score; not a count or a size."""
    if number.role != "claim":
        return number.role == "pair"
    return number.kind not in ("count", "size") and number.mention.unit in (*MEASURED_UNITS, None)


def _role_of_count(passage: Passage, number: Number, results: bool) -> Role:
    """A count, a size or a quantity with a unit of its own: a claim, the set-up of the sentence's results, or no claim."""
    mention = number.mention
    stretch = passage.numbers[number.at]
    before = passage.low[stretch.first - 1] if stretch.first else ""
    words = passage.low[slice(*number.noun)]
    small = _is_small(mention)
    such = passage.low[stretch.last : stretch.last + 1] == ["such"]
    if small and words and (such or words[-1] in LISTED_NOUNS or words[0] in LIST_ADJECTIVES):
        return "listed"
    if results:
        return "setup"
    vague = mention.low is None or mention.low.mantissa is None
    if vague and not passage.own:
        return "listed"
    written = bool(_SPELT_OUT.match(mention.text.strip()))
    one = mention.low is not None and mention.low.value == 1
    tied = bool(words) and passage.tied(stretch.last)
    if small and (
        before in POINTING
        or one
        or (written and not passage.own)
        or (tied and number.kind == "count" and mention.unit is None)
    ):
        return "listed"
    return "claim"


def _of_interval(passage: Passage, number: Number) -> bool:
    """Whether a number is part of a confidence interval: "95% CI", "CI [0.994, 0.995]"."""
    stretch = passage.numbers[number.at]
    if passage.low[stretch.last : stretch.last + 1] == ["ci"] or passage.low[stretch.last : stretch.last + 2] == [
        "confidence",
        "interval",
    ]:
        return True
    before = [
        passage.low[index]
        for index in range(max(0, stretch.first - _NEAR), stretch.first)
        if index not in passage.numbered
    ]
    return before[-1:] == ["ci"]


def _is_small(mention: Mention) -> bool:
    return (
        mention.kind == "value"
        and mention.unit is None
        and mention.low is not None
        and mention.low.value is not None
        and 0 <= mention.low.value <= _SMALL
    )


def value_text(passage: Passage, at: int) -> str | None:
    """A quantity as the source writes it, such that it is read as the same alone; None where it cannot be."""
    text, mention = passage.text, passage.text.numbers[at]
    whole = text.slice(mention.start, mention.end)
    rendered = " ".join(render(mention.text).text.split())
    shorter = re.sub(r"^from\s+", "", whole) if mention.kind == "range" else whole
    for written in dict.fromkeys((shorter, whole, rendered)):
        read, mentions = read_value(written)
        if read is not None and same(read, mention) and len(mentions) == 1 and _is_closed(written):
            return written
    return None


def _is_closed(text: str) -> bool:
    return text.count("{") == text.count("}") and (
        text.count("$") % 2 == 0 or (text.count("$") == 1 and text.startswith(("$", "US$")))
    )
