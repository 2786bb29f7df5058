"""Whose number it is, against whom, on what: the names in a sentence, as far as its form tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.drafting.governing import VERBS
from claimcheck.drafting.lexicon import (
    AUXILIARIES,
    COMPARING,
    CONJUNCTIONS,
    DETERMINERS,
    HEADLESS,
    INTRODUCING,
    OWN,
    SELF,
)
from claimcheck.drafting.model import DraftClaim
from claimcheck.drafting.passages import Passage
from claimcheck.drafting.phrases import Range, phrase_until

_REPORTING: Final = frozenset(
    "show shows showed shown demonstrate demonstrates demonstrated find finds found reveal reveals revealed indicate indicates observe observed "
    "confirm confirms suggest suggests report prove proves highlight highlights verify validate validates".split()
)
_NAME_ENDS: Final = (
    DETERMINERS
    | CONJUNCTIONS
    | AUXILIARIES
    | frozenset("in on at by across while when with using for under given than as compared both achieving despite during via after from over against to".split())
)
_OVER: Final = frozenset("over than versus vs against outperforms outperform outperforming outperformed surpasses surpassing exceeds beats to with from relative".split())
_DATA: Final = re.compile(r"\b(?:benchmarks?|datasets?|data ?sets?|tasks?|corpus|corpora|suites?|evaluations?|leaderboards?|tests?)$", re.IGNORECASE)
_PROPER: Final = re.compile(r"\S*[A-Z0-9]")
_ARTICLES: Final = frozenset("the a an its their our both all these".split())
_LONGEST: Final = 9
_INTRODUCES: Final = re.compile(rf"^{INTRODUCING}$")


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the work: its name, as the abstract has it."""

    name: str | None

    def stands_in(self, text: str) -> bool:
        return self.name is not None and re.search(rf"(?<![\w+]){re.escape(self.name)}(?![\w+%#])", text) is not None


def tell_subject(claim: DraftClaim, passage: Passage, work: Work, before: int) -> None:
    """Proposes the subject of a claim that the words before a place state: the work, what it calls itself, or who acts."""
    said = passage.said(0, len(passage.line))
    first = clause_start(passage, before)
    clause = passage.said(first, before)
    actor = _actor(passage, first, before)
    if work.name is not None and work.stands_in(clause):
        claim.tell("subject", work.name, proposed=True)
    elif work.name is not None and (own := SELF.search(clause)) is not None:
        claim.tell("subject", work.name, proposed=True)
        if own[0].lower() not in OWN:
            claim.tell("subject_as", own[0])
    elif actor is not None:
        claim.tell("subject", actor, proposed=True)
    elif work.name is not None and (work.stands_in(said) or SELF.search(said)):
        claim.tell("subject", work.name, proposed=True)


def clause_start(passage: Passage, before: int) -> int:
    """Where the clause begins that states something: behind "we show that"; else with the sentence."""
    for index in range(before - 1, 0, -1):
        if passage.low[index] == "that" and set(passage.low[max(0, index - 3) : index]) & _REPORTING:
            return index + 1
    return 0


def _actor(passage: Passage, first: int, before: int) -> str | None:
    """The words before the clause's first verb, if they name something: "mixture reuse matches …"."""
    for index in range(first, before):
        word = passage.low[index]
        if not (word in HEADLESS or word in AUXILIARIES or word in VERBS) or passage.tied(index) or passage.tied(index + 1):
            continue
        if word in OWN or word in ("it", "they", "we") or (word.endswith("ing") and index == first):
            continue
        start = index
        while start > first and not passage.parted(start) and passage.low[start - 1] not in ("which", "that", "who"):
            start -= 1
        while start < index and (passage.low[start] in _ARTICLES or passage.low[start].endswith("ly")):
            start += 1
        words = passage.low[start:index]
        if not words or len(words) > _LONGEST or set(words) <= OWN | AUXILIARIES or words[0] in OWN or words[0] in ("this", "these", "results", "experiments"):
            return None
        while passage.low[index - 1].endswith("ly") and index - 1 > start:
            index -= 1
        return passage.said(start, index)
    return None


def introduced_name(passage: Passage, before: int) -> str | None:
    """The name last introduced before a place: "we create IssueBench: a set of"."""
    for index in range(before - 1, 0, -1):
        if _INTRODUCES.match(passage.low[index]):
            for start in range(index + 1, min(index + 6, before)):
                if passage.parted(start):
                    return None
                word = passage.line[start].text
                if _PROPER.match(word) and word.lower() not in OWN and start not in passage.digits:
                    end = start + 1
                    while end < before and not passage.parted(end) and (passage.tied(end) or _PROPER.match(passage.line[end].text)) and end not in passage.digits:
                        end += 1
                    return passage.said(start, end)
    return None


def tell_baseline(claim: DraftClaim, passage: Passage, first: int, last: int) -> None:
    """Proposes the baseline of a difference or factor: what stands behind "over", "than", "compared with" or the verb itself."""
    found = _compared(passage, first, last)
    if found is not None:
        claim.tell("baseline", found, proposed=True)
    elif not COMPARING & set(passage.low):
        claim.tell("baseline", "unstated", proposed=True)


def _compared(passage: Passage, first: int, last: int) -> str | None:
    """The baseline that a governing word (at `first`) and its number (up to `last`) are said against."""
    low = passage.low
    for index in [*range(last, min(last + 12, len(low))), *range(max(first, 0), last), *range(first - 1, max(-1, first - 16), -1)]:
        if index >= last and passage.gap(index).strip() in (".", ";"):
            break
        start = _after_comparison(passage, index)
        if start is None or start >= len(low):
            continue
        span = named_thing(passage, start)
        if span[0] < span[1]:
            return passage.said(*span)
    return None


def _after_comparison(passage: Passage, index: int) -> int | None:
    """Where what is compared with begins, if a word says that something is; a number that stands there has its own name."""
    low = passage.low
    word = low[index]
    following = low[index + 1] if index + 1 < len(low) else ""
    start: int | None = None
    if word in ("compared", "relative") and following in ("to", "with"):
        start = index + 2
    elif word in ("versus", "vs", "against", "than") or (word == "over" and following not in ("a", "all") and index + 1 not in passage.digits) or (VERBS.get(word) == "better" and re.match(r"outperform|surpass|exceed|beat", word)):
        start = index + 1
    if start is None or start in passage.digits:
        return None
    return start


def named_thing(passage: Passage, start: int) -> Range:
    """The words that name something, articles left out; "of" goes on, other prepositions do not."""
    while start < len(passage.low) and (passage.low[start] in _ARTICLES) and not passage.parted(start + 1):
        start += 1
    end = phrase_until(passage, start, _NAME_ENDS - {"without"}, _LONGEST)[1]
    while end > start and (passage.low[end - 1].endswith("ly") or passage.low[end - 1] in ("of", "even")):
        end -= 1
    return start, end


def tell_dataset(claim: DraftClaim, passage: Passage, at: int, stop: int) -> None:
    """Proposes the data set: a name, or words for benchmarks, behind "on"; after the number, else before it in its clause."""
    stretch = passage.numbers[at]
    start = clause_start(passage, stretch.first)
    for index in [*range(stretch.last, stop), *range(stretch.first - 1, start - 1, -1)]:
        if index < stretch.first and index + 1 in passage.digits:
            continue
        if passage.low[index] != "on":
            if index >= stretch.last and passage.gap(index).strip() in (";", "."):
                return
            continue
        first, last = named_thing(passage, index + 1)
        said = passage.said(first, last)
        if said and last - first < _LONGEST and (_PROPER.match(passage.line[first].text) or any(_PROPER.match(word.text) for word in passage.line[first:last]) or _DATA.search(said)):
            claim.tell("dataset", said, proposed=True)
            return
