"""Outcomes that a sentence states without a number: "outperforms X", "matches the performance of Y", "the strongest Z"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.drafting.governing import VERBS
from claimcheck.drafting.lexicon import AUXILIARIES, COMPARING, LOWER_IS_BETTER
from claimcheck.drafting.model import LEFT, DraftClaim, Said
from claimcheck.drafting.naming import INTRODUCTION
from claimcheck.drafting.passages import Passage
from claimcheck.drafting.phrases import noun_phrase
from claimcheck.drafting.subjects import Work, named_thing, tell_dataset, tell_subject

_OUTPERFORM: Final = re.compile(r"(?:outperform|surpass|exceed|beat)(?:s|ed|ing|en)?$")
_UNDERPERFORM: Final = re.compile(r"underperform(?:s|ed|ing)?$")
_MATCH: Final = re.compile(r"(?:match(?:es|ed|ing)?|rival(?:s|ed|ing)?)$")
_BETTER: Final = re.compile(r"(?:improves?|improved|enhances?|enhanced|boosts?|boosted)$")
_REDUCE: Final = re.compile(r"(?:reduces?|reduced|mitigates?)$")
_COMPARATIVE: Final = re.compile(r"(?:more|less|fewer|better|worse|higher|lower|faster|stronger|greater|improved)$")
_LEADING_TO: Final = re.compile(r"(?:achiev|yield|show|demonstrat|deliver|provid|exhibit|obtain|offer)(?:e|es|ed|s)?$")
_BEST: Final = frozenset("strongest best highest lowest fastest".split())
_ACHIEVING: Final = re.compile(
    r"(?:achiev|attain|obtain|reach|deliver|set|establish|yield)(?:e|es|ed|ing|s|ting)?$|is$|are$"
)
_PHRASES: Final = (
    (("on", "par", "with"), "matches"),
    (("comparable", "to"), "matches"),
    (("comparable", "with"), "matches"),
    (("competitive", "with"), "matches"),
    (("superior", "to"), "outperforms"),
    (("better", "than"), "outperforms"),
    (("worse", "than"), "underperforms"),
    (("inferior", "to"), "underperforms"),
    (("fall", "short", "of"), "underperforms"),
    (("falls", "short", "of"), "underperforms"),
    (("falling", "short", "of"), "underperforms"),
    (("lag", "behind"), "underperforms"),
    (("lags", "behind"), "underperforms"),
)
_PURPOSE: Final = frozenset("to not will aims aim could would should if whether from by for can't cannot of".split())
_STEP_OVER: Final = frozenset(
    "also consistently significantly substantially further even often always often still".split()
)
_ARTICLES: Final = frozenset("the a an its their our new overall both".split())
_WEAKER: Final = {"matches": 0, "outperforms": 1}


@dataclass(frozen=True, slots=True)
class _Outcome:
    """An outcome: the words that say it (half-open), which it is, and the sort of the verb."""

    first: int
    last: int
    rank: str
    sort: str


def rankings_of(passage: Passage, used: Collection[int], work: Work) -> list[DraftClaim]:
    """The outcomes of a sentence in which the work speaks of its results; words in `used` govern a number, and say no more."""
    if not passage.own:
        return []
    found: list[_Outcome] = []
    for outcome in _outcomes(passage, used):
        if found and passage.low[found[-1].last : outcome.first] in (["or"], ["and"], ["or", "even"]):
            weaker = min(found[-1], outcome, key=lambda each: _WEAKER.get(each.rank, 2))
            found[-1] = _Outcome(found[-1].first, outcome.last, weaker.rank, "either")
        else:
            found.append(outcome)
    return [claim for outcome in found for claim in _with_second(passage, outcome, _ranking(passage, outcome, work))]


def _with_second(passage: Passage, outcome: _Outcome, claim: DraftClaim) -> list[DraftClaim]:
    """A claim, and where two things are improved a second one: "improves both X and Y"."""
    low = passage.low
    if outcome.sort != "change" or low[outcome.last : outcome.last + 1] != ["both"]:
        return [claim]
    first = noun_phrase(passage, outcome.last + 1)[1]
    if low[first : first + 1] != ["and"] or passage.parted(first + 1):
        return [claim]
    second = DraftClaim(dict(claim.fields), place=claim.place + 1, conditions=dict(claim.conditions))
    second.tell("metric", passage.said(*noun_phrase(passage, first + 1)), proposed=True)
    return [claim, second]


def _outcomes(passage: Passage, used: Collection[int]) -> Iterator[_Outcome]:
    introduced = INTRODUCTION.search(passage.said(0, len(passage.line))) is not None
    for index in range(len(passage.low)):
        apart = not (passage.tied(index) or passage.tied(index + 1))
        if apart and index not in used and index not in passage.numbered and not _purpose(passage, index):
            outcome = _said_by(passage, index)
            # What a work says of itself while it introduces itself is no result, but for whom it outperforms.
            if outcome is not None and (not introduced or outcome.sort == "verb"):
                yield outcome


def _said_by(passage: Passage, index: int) -> _Outcome | None:
    """The outcome that begins with a word, if one does."""
    low = passage.low
    word = low[index]
    for words, rank in _PHRASES:
        if tuple(low[index : index + len(words)]) == words:
            return _Outcome(index, index + len(words), rank, "phrase")
    if _OUTPERFORM.match(word):
        return _Outcome(index, index + 1, "outperforms", "verb")
    if _UNDERPERFORM.match(word):
        return _Outcome(index, index + 1, "underperforms", "phrase")
    if _MATCH.match(word) and not passage.parted(index + 1):
        return _Outcome(index, index + 1, "matches", "phrase")
    if (_BETTER.match(word) or _REDUCE.match(word)) and _is_finite(passage, index):
        return _Outcome(index, index + 1, "outperforms", "change")
    if (compared := _comparison(passage, index)) is not None:
        return compared
    best = _superlative(passage, index) if _ACHIEVING.match(word) else None
    return _Outcome(*best, "best", "best") if best is not None else None


def _purpose(passage: Passage, index: int) -> bool:
    """Whether a word is no statement: "to improve", "will match", "by outperforming"."""
    start = index - 1
    while start >= 0 and (passage.low[start] in _STEP_OVER or passage.low[start].endswith("ly")):
        start -= 1
    return start >= 0 and passage.low[start] in _PURPOSE and not passage.parted(index)


def _is_finite(passage: Passage, index: int) -> bool:
    """Whether a form that may be a participle is a verb: it has an object, and no article or auxiliary before it."""
    before = passage.low[index - 1] if index else ""
    if not index or index + 1 >= len(passage.low) or passage.parted(index + 1):
        return False
    if passage.low[index].endswith("ed"):
        return before not in _ARTICLES | AUXILIARIES | {"and"} and passage.low[index + 1] not in ("by", "with")
    return before not in _ARTICLES


def _comparison(passage: Passage, index: int) -> _Outcome | None:
    """An outcome said by a comparative: "… more efficiently than X", "leads to better Y", "achieves higher Y"."""
    low = passage.low
    if not _COMPARATIVE.match(low[index]) or index == 0 or index + 1 >= len(low) or passage.parted(index + 1):
        return None
    than = next((each for each in range(index + 1, min(index + 6, len(low) - 1)) if low[each] == "than"), None)
    whole = than is not None and not any(passage.parted(each) for each in range(index + 1, than + 2))
    if than is not None and whole and low[index] != "improved":
        worse = low[index] in ("worse", "less") and low[index + 1] not in ("noise", "compute", "memory", "time", "data")
        return _Outcome(index, than + 1, "underperforms" if worse else "outperforms", "than")
    leads = index > 1 and low[index - 1] == "to" and re.match(r"lead(?:s|ing)?$|led$", low[index - 2])
    if (leads or _LEADING_TO.match(low[index - 1])) and low[index] not in ("less", "worse", "more"):
        return _Outcome(index, index + 1, "outperforms", "change")
    return None


def _superlative(passage: Passage, verb: int) -> tuple[int, int] | None:
    """The words of a superlative behind a verb: "achieves the highest", "sets a new state of the art"."""
    for index in range(verb + 1, min(verb + 5, len(passage.low))):
        if passage.parted(index):
            return None
        word = passage.low[index]
        if word in _BEST and not (word == "best" and passage.low[index - 1] == "one"):
            return verb, index + 1
        if word == "one":
            return None
        if passage.low[index : index + 4] == ["state", "of", "the", "art"]:
            return verb, index + 4
    return None


def _ranking(passage: Passage, outcome: _Outcome, work: Work) -> DraftClaim:
    claim = DraftClaim(
        {"kind": Said("ranking"), "subject": LEFT, "metric": LEFT}, place=passage.line[outcome.first].start
    )
    claim.tell("rank", outcome.rank)
    tell_subject(claim, passage, work, outcome.first)
    tell_dataset(claim, passage, outcome.first, outcome.last, _reach(passage, outcome))
    if outcome.sort == "than":
        _tell_comparison(claim, passage, outcome)
    elif outcome.sort == "change":
        _tell_changed(claim, passage, outcome)
    elif outcome.sort == "best":
        _tell_best(claim, passage, outcome)
    else:
        _tell_compared(claim, passage, outcome)
        if outcome.sort == "either":
            claim.tell("hedge", passage.said(outcome.first, outcome.last))
    return claim


def _tell_comparison(claim: DraftClaim, passage: Passage, outcome: _Outcome) -> None:
    """Who has more or less of what: "uses fewer parameters than X"."""
    claim.fields["baseline"] = LEFT
    claim.tell("baseline", passage.said(*named_thing(passage, outcome.last)), proposed=True)
    word = passage.low[outcome.first]
    noun = passage.said(outcome.first + 1, outcome.last - 1)
    if noun and word in ("fewer", "higher", "lower", "greater"):
        claim.tell("metric", noun, proposed=True)
        claim.tell("better", "lower" if word in ("fewer", "lower") else "higher")


def _tell_best(claim: DraftClaim, passage: Passage, outcome: _Outcome) -> None:
    """In what the subject is the best: "achieves the highest threshold satisfaction"."""
    measured = passage.low[outcome.last - 1] in ("highest", "lowest") and not passage.parted(outcome.last)
    noun = passage.said(*noun_phrase(passage, outcome.last)) if measured else ""
    claim.tell("metric", noun or "performance", proposed=True)
    claim.tell("better", "lower" if LOWER_IS_BETTER.search(noun) else "higher")


def _reach(passage: Passage, outcome: _Outcome) -> int:
    """How far the clause of an outcome goes: to the next number, or verb of another statement."""
    for index in range(outcome.last, len(passage.low)):
        word = passage.low[index]
        if index in passage.numbered or (word in VERBS and passage.low[index - 1] in ("and", "while", "but")):
            return index
    return len(passage.low)


def _tell_changed(claim: DraftClaim, passage: Passage, outcome: _Outcome) -> None:
    """What is improved or reduced, and over what."""
    start = outcome.last
    while start < len(passage.low) and passage.low[start] in _ARTICLES:
        start += 1
    said = passage.said(*noun_phrase(passage, start))
    claim.tell("metric", said, proposed=True)
    reduced = bool(_REDUCE.match(passage.low[outcome.first])) or passage.low[outcome.first] in ("lower", "fewer")
    claim.tell("better", "lower" if reduced or LOWER_IS_BETTER.search(said) else "higher")
    over = [
        index
        for index in range(outcome.last, len(passage.low) - 1)
        if passage.low[index] in ("over", "upon", "compared", "than")
    ]
    if over:
        behind = over[0] + 1 + (passage.low[over[0]] == "compared")
        claim.tell("baseline", passage.said(*named_thing(passage, behind)), proposed=True)
    elif not COMPARING & set(passage.low):
        claim.tell("baseline", "unstated", proposed=True)
    claim.fields.setdefault("baseline", LEFT)


def _tell_compared(claim: DraftClaim, passage: Passage, outcome: _Outcome) -> None:
    """Whom the subject outperforms or matches, and in what."""
    low = passage.low
    start = outcome.last
    claim.fields["baseline"] = LEFT
    claim.tell("metric", "performance", proposed=True)
    for index in range(start, min(start + 3, len(low) - 1)):
        if low[index] in ("performance", "accuracy", "quality") and low[index + 1] == "of":
            claim.tell("metric", low[index], proposed=True)
            start = index + 2
            break
    if start < len(low) and not passage.parted(start):
        said = passage.said(*named_thing(passage, start))
        claim.tell("baseline", said, proposed=True)
    claim.tell("better", "higher")
