"""How a number was aggregated: the words of a quote that say so, and the numbers that they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.better import better_of
from claimcheck.matching.deltas import CHANGE_NOUNS
from claimcheck.matching.grammar import HOLDING, PHRASE_ENDS
from claimcheck.matching.sentence import BEFORE_NUMBERS
from claimcheck.source import Span
from claimcheck.text.words import Word, stems

_CUES: Final = (
    dict.fromkeys("mean means average averages averaged averaging".split(), "mean")
    | dict.fromkeys("median medians".split(), "median")
    | dict.fromkeys("total totals totaling totalling totaled totalled".split(), "total")
    | dict.fromkeys("maximum maximal".split(), "max")
    | dict.fromkeys("minimum minimal".split(), "min")
)
"""Words that say one way of aggregating, and no other."""
_BOUNDED: Final = (
    ("max", re.compile(r"(?:up\s*to|as (?:much|many|high|large|long) as|(?:a )?maximum of)\b", re.IGNORECASE)),
    ("min", re.compile(r"(?:at least|as (?:few|little|low|small|short) as|(?:a )?minimum of)\b", re.IGNORECASE)),
)
"""How a bounded quantity begins, and what that says."""
_ANY: Final = {
    "mean": re.compile(
        r"\b(?:means?|average\w*|averaging|avg|typical\w*|expect\w*|overall|macro\w*|micro\w*|m(?:AP|IoU)\w*|aggregat\w*|deviations?|std|SD|"
        r"generally|usually|across|per|each|every|respectively)\b|±|\+/?-|\\pm",
        re.IGNORECASE,
    ),
    "median": re.compile(r"\b(?:medians?|quartiles?|IQR|percentiles?)\b", re.IGNORECASE),
    "max": re.compile(
        r"\b(?:up\s*to|as \w+ as|max\w*|peak\w*|best|most|highest|more than|largest|greatest|top|strongest|even|worst|record|"
        r"limit\w*|longest|upper|within|fastest|biggest|exceed\w*|extreme\w*|below|under|less than)\b|[≤<]",
        re.IGNORECASE,
    ),
    "min": re.compile(
        r"\b(?:at least|min\w*|lowest|worst|least|as \w+ as|smallest|fewest|less than|fewer than|down to|only|just|merely|lower|weakest|"
        r"best|shortest|fastest|cheapest|above|over|more than|beyond|exceed\w*|extreme\w*|from)\b|[≥>+]",
        re.IGNORECASE,
    ),
}
"""Words with which a quote may say so, where no word at the number says otherwise."""
_CLEAR: Final = {
    "mean": re.compile(r"\b(?:means?|average\w*|averaging|avg)\b", re.IGNORECASE),
    "median": _ANY["median"],
    "max": re.compile(r"\b(?:up\s*to|at (?:the )?most|as \w+ as|max\w*|peak\w*|best|highest|largest)\b", re.IGNORECASE),
    "min": re.compile(r"\b(?:at least|as \w+ as|min\w*|lowest|worst|best|smallest|down to)\b", re.IGNORECASE),
    "total": re.compile(r"\b(?:total\w*|sum\w*|altogether|combined|in all)\b", re.IGNORECASE),
}
"""Words with which a quote may say so although a word at the number says otherwise: "the best average"."""
_OPPOSITE: Final = {"max": "min", "min": "max"}
_BY_QUALITY: Final = {"best": "higher", "worst": "lower"}
"""Words for the most of what is better so, and for the least of anything else."""
_HELD_BESIDE: Final = frozenset("up down i.e gain improvement increase reduction decrease drop".split())
"""They set a number beside another of its sort, too: "a mean of 81%, up from 72%, a gain of 9 points"."""
_REPEATED: Final = frozenset("runs seeds trials repetitions repeats folds splits replicates".split())
_LINKS: Final = frozenset("of is was by at".split())
_NAMES_A_MEASURE: Final = frozenset(
    "absolute squared square average reciprocal opinion iou intersection error errors precision percentage time".split()
)
"""With these behind it, "mean" or "average" names a measure, and may say nothing on the number: "mean squared error"."""
_MEANS_BY_NAME: Final = ("mAP", "mIoU")
_PARTITIVES: Final = frozenset("in from of".split())
_REACH: Final = 4


class Aggregates:
    """The words of aggregation of a quote by the numbers that they stand at."""

    def __init__(self, quote: QuoteInContext) -> None:
        self._quote = quote
        self._paper = quote.claims[0].paper
        self._sentence = quote.sentence
        numbers = self._sentence.numbers
        self._cues = {at: self._cues_at(at) for at in numbers}
        self._at = {at: self._direct(at) for at in numbers}

    def of(self, at: int) -> dict[str, str]:
        """What the words at a number say, each with the words that say it."""
        return self._at.get(at, {})

    def possible(self, claim: ClaimInContext, how: str, *, clear: bool) -> bool:
        """Whether a word of the quote, at no other number, may say so of a claim's number; a `clear` one if asked for."""
        assert claim.value_at is not None
        pattern = (_CLEAR if clear else _ANY).get(how)
        if pattern is None:
            return True
        words = pattern.finditer(self._loose(claim, claim.value_at))
        return any(self._may_say(claim, word[0], how) for word in words)

    def _may_say(self, claim: ClaimInContext, word: str, how: str) -> bool:
        """Whether a word may say that a number is the most or the least: "best" and "worst" say it by what is better."""
        better = better_of(claim, self._paper.vocabulary) if word.lower() in _BY_QUALITY else None
        return better is None or (_BY_QUALITY[word.lower()] == better) == (how == "max")

    def another(self, claim: ClaimInContext, how: str) -> str | None:
        """The word of the quote, at no other number, that plainly says something else than the most or the least that is claimed,
        where none plainly says that: "on average", of a maximum."""
        assert claim.value_at is not None
        if how not in _OPPOSITE or self.possible(claim, how, clear=True):
            return None
        text = self._loose(claim, claim.value_at)
        said = (match[0] for other in ("mean", "median", _OPPOSITE[how]) for match in _CLEAR[other].finditer(text))
        return next((word for word in said if _ANY[how].search(word) is None), None)

    def counts_part(self, at: int, value_at: int) -> bool:
        """Whether a number tells of what another than the value counts: the 30 of "512 questions in 30 languages"."""
        previous = self._sentence.previous(at) if at in self._sentence.numbers else None
        if previous is None or previous == value_at:
            return False
        line = self._sentence.line
        first, last = self._sentence.numbers[previous].last, self._sentence.numbers[at].first
        return (
            1 < last - first <= _REACH
            and line[last - 1].low in _PARTITIVES
            and not any(word.room or word.low in PHRASE_ENDS for word in line[first : last - 1])
            and not line[last - 1].room
        )

    def elsewhere(self, how: str) -> bool:
        """Whether the abstract says so of something outside the quote."""
        assert self._paper.abstract is not None and self._quote.place is not None
        text, span = self._paper.abstract.text, self._quote.place.span
        outside = f"{text[: span.start]} {text[span.end :]}"
        bounded = dict(_BOUNDED).get(how)
        words = {each for each in re.findall(r"\w+", outside.lower()) if _CUES.get(each) == how}
        return bool(words) or (bounded is not None and bounded.search(outside) is not None)

    def _direct(self, at: int) -> dict[str, str]:
        written = self._paper.numbers[at].text
        found = {how: match[0] for how, pattern in _BOUNDED if (match := pattern.match(written))}
        for word in self._cues[at]:
            found.setdefault(_CUES[word.low], word.text)
        return found

    def _cues_at(self, at: int) -> list[Word]:
        line = self._sentence.line
        return [line[index] for index in (*self._before(at), *self._behind(at)) if line[index].low in _CUES]

    def _before(self, at: int) -> list[int]:
        """The words that lead to a number: "an average of", "average gains of", "a median accuracy of"."""
        line = self._sentence.line
        index = self._sentence.numbers[at].first - 1
        found: list[int] = []
        linked = False
        while index >= 0 and len(found) < _REACH and not line[index + 1].room:
            word = line[index]
            if word.low in _LINKS and not linked:
                linked = True
            elif word.low in PHRASE_ENDS or index in self._sentence.numbered:
                break
            elif word.low not in BEFORE_NUMBERS:
                if not linked and word.low not in _CUES:
                    break
                found.append(index)
            index -= 1
        return [each for each in found if not self._names_a_measure(each)]

    def _behind(self, at: int) -> list[int]:
        """The words that a number belongs to: "absolute average improvement", "on average"."""
        line = self._sentence.line
        last = self._sentence.numbers[at].last
        average = self._on_average(last)
        if average is not None:
            return [average]
        found: list[int] = []
        for index in range(last, min(last + _REACH, len(line))):
            if line[index].room or line[index].low in PHRASE_ENDS or index in self._sentence.numbered:
                break
            found.append(index)
        return [each for each in found if not self._names_a_measure(each)]

    def _on_average(self, last: int) -> int | None:
        """Where "on average" ends the clause behind a number, with no other number nearer to it."""
        line = self._sentence.line
        for index in range(last, len(line)):
            if line[index].room or index in self._sentence.numbered:
                return None
            if line[index].low == "average" and line[index - 1].low == "on":
                return None if index + 1 in self._sentence.numbered else index
        return None

    def _names_a_measure(self, index: int) -> bool:
        following = [word.low for word in self._sentence.line[index + 1 : index + 4]]
        changes = any(word.removesuffix("s") in CHANGE_NOUNS for word in following)
        return bool(following) and following[0] in _NAMES_A_MEASURE and not changes

    def _loose(self, claim: ClaimInContext, at: int) -> str:
        """The text of the quote without the quantities, and the words at them, that are another's than the claim's number."""
        assert self._paper.abstract is not None and self._quote.place is not None
        span, text = self._quote.place.span, self._paper.abstract.text
        mine = {at}
        before = self._sentence.previous(at) if at in self._sentence.numbers else None
        while before is not None and self._shares(before, at):
            mine.add(before)  # what stands at the first of a list may be meant for all of it
            at, before = before, self._sentence.previous(before)
        parts: list[str] = []
        end = span.start
        for each in self._taken_but_by(mine, claim):
            parts.append(text[end : max(end, each.start)])
            end = max(end, each.end)
        return " ".join([*parts, text[end : span.end]])

    def _shares(self, before: int, at: int) -> bool:
        """Whether what is told of one number is told of the next: in a list, where the two are compared, or of repetitions."""
        sentence = self._sentence
        between = sentence.line[sentence.numbers[before].last : sentence.numbers[at].first]
        compared = any(word.low in HOLDING | _HELD_BESIDE for word in between)
        repeated = bool(between) and between[0].low in _REPEATED  # "the median of 5 runs is 79%"
        return repeated or compared or sentence.opens_member(at) or sentence.listed(before, at)

    def _taken_but_by(self, mine: set[int], claim: ClaimInContext) -> list[Span]:
        """The quantities of the quote but for these, and the words of aggregation that stand at them, in order."""
        assert self._quote.place is not None
        taken = list(self._measures_at_others(claim))
        for other in self._quote.numbers:
            if other not in mine:
                number = self._paper.numbers[other]
                taken.append(Span(number.start, number.end))
                taken += [Span(word.start, word.end) for word in self._cues.get(other, ())]
        return sorted(each for each in taken if each.overlaps(self._quote.place.span))

    def _measures_at_others(self, claim: ClaimInContext) -> Iterator[Span]:
        """The words of measures that are means by their name, "mAP" or "mean squared error", at another number than the claim's."""
        metric = set(stems(claim.spelled.metric.text))
        for index, word in enumerate(self._sentence.line):
            mean = word.text.startswith(_MEANS_BY_NAME) or (
                _CUES.get(word.low) == "mean" and self._names_a_measure(index)
            )
            following = {each.stem for each in self._sentence.line[index : index + 3]}
            if mean and not metric & following and self._sentence.nearest(index) != claim.value_at:
                yield Span(word.start, word.end)
