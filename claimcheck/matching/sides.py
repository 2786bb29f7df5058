"""Where a sentence names a claim's subject and its baseline: as what it is about, or as what that is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.grammar import DETERMINERS, following, none_does, previous, stretch, with_determiners
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.told_of import told_of
from claimcheck.text.words import BRACKET, FUNCTION_WORDS, STRONG, WEAK, Word, in_a_row, stems

BEATS: Final = frozenset(
    "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing beat beats beating exceed "
    "exceeds exceeded exceeding".split()
)
"""Verbs whose object is what lost."""
BEATEN: Final = frozenset("outperformed surpassed exceeded beaten bested dominated overtaken outdone".split())
"""Participles that say of what stands before them that it lost, where they are passive."""
_BEING: Final = frozenset("is are was were be been being get gets got".split())
_ADVERBS: Final = frozenset("not never also always often even still only easily far clearly mostly".split())
_AMOUNTS: Final = frozenset(
    "far margin margins average factor mean median point points percent percentage total half one two three four five six seven eight nine ten "
    "using".split()
)
_AMOUNT: Final = 5
"""So many words on, "by a large margin" has told that it is by how much, not by whom."""
_LOSES: Final = frozenset(
    "underperform underperforms underperformed underperforming worse worst inferior short decline declines degrade degrades "
    "degraded fail fails failed lag lags lagged lagging trail trails trailed trailing slower costlier behind weaker weakest lose "
    "loses lost hardly barely scarcely cannot not never".split()
)
"""Words behind which the other side is what won …"""
_LESS: Final = _LOSES | frozenset("less fewer lower smaller".split())
"""… and those that may say so, before "than"."""
_OBLIQUE: Final = BEATS | frozenset(
    "of than over versus vs against for on to from like as match matches matching".split()
)
"""What stands before the other side of a comparison, or before what something was done to."""
_RIGHT_BEFORE: Final = frozenset(
    "unlike behind above below trail trails trailed trailing lag lags lagged lagging underperform underperforms underperformed "
    "underperforming".split()
)
"""What does so right before it: "unlike Lumen", "trails Lumen", "below that of Lumen"."""
_WITH: Final = frozenset("compared comparison contrast contrasted competitive comparable par tied".split())
"""Before "with", these make it one, too; and so does a passive before "by"."""
_CAUSES: Final = frozenset("thanks due owing".split())
_OPENERS: Final = frozenset("that where whereas while whilst whether because since when if how".split())
_DETERMINERS: Final = DETERMINERS | {"these", "both", "even"}
_ARTICLES: Final = frozenset("the a an".split())
_NEAR: Final = 5
ADDITION: Final = BRACKET
"""The room before what only adds to a name: "RLVE with joint training yields"."""
_BETTER: Final = frozenset(
    "improve improves improved improving improvement improvements gain gains advantage advantages superior superiority better "
    "more higher faster stronger greater".split()
)
"""Words that make of a following "over" or "than" a mark of what lost."""
_MORE: Final = frozenset("more higher greater".split())
COMPARED: Final = frozenset(
    {("compared", "to"), ("compared", "with"), ("opposed", "to"), ("relative", "to"), ("starting", "from")}
)
"""Pairs of words behind which the sentence names what it compares with, up to the next comma."""
_GIVEN_UP: Final = frozenset("tradeoff loss losses drop drops sacrifice degradation compromise penalty".split())
"""Nouns for what is lost, right before "compared to"."""
_REACH: Final = 24


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a name stands among the words of a sentence (half-open).

    `leads`: a clause begins with it, and goes on behind it. `oblique`: it stands behind "of", "than", "outperforms" ….
    """

    first: int
    last: int
    leads: bool = False
    oblique: bool = False

    def holds(self, other: Place) -> bool:
        return self.first <= other.first and other.last <= self.last


class Sides:
    """The places of a claim's subject and of its baselines in its sentence."""

    def __init__(self, sentence: Sentence, claim: ClaimInContext, better: str | None) -> None:
        """`better` says which values of the claim's metric are the better ones, if that is known."""
        said = claim.spelled
        self.better = better
        self.line = sentence.line
        self.numbered = sentence.numbered
        self._sentence = sentence
        self.claim = claim
        called = [said.subject_as.text] if said.subject_as is not None else []
        self.called = places(self.line, called)
        self.named = [
            place
            for place in places(self.line, [said.subject.text])
            if not any(each.holds(place) for each in self.called)
        ]
        self.subjects = [*self.called, *self.named]
        self._against = [each.text for each in said.baseline if each.text != "unstated"]
        self.baselines = places(self.line, self._against)

    def exchanged(self, change: str | None) -> Word | None:
        """The word by which subject and baseline seem to be exchanged; None where nothing says so.

        They are if the sentence is about the baseline, and names the subject as what that is compared with, or not at all;
        unless the claim tells it from the other side, and turns the outcome, too. `change` is what the sentence says of
        the number, where it is known. Where value and baseline value are two numbers, it is these that tell.
        """
        said = self.claim.spelled
        equals = said.rank is not None and said.rank.text == "matches"
        if (
            equals
            or self._is_part_of_subject()
            or not self.told_from_baseline()
            or (said.baseline_value is not None and not self.claim.pair_claimed)
        ):
            return None
        if said.rank is not None and self.subjects and all(self._is_unlike(place) for place in self.subjects):
            return None  # "unlike Lumen, Corvus is harder": nothing is known of how it comes out
        leading = [place for place in self.baselines if place.leads]
        if said.baseline_value is not None:
            turned = False  # what the sentence is about has the value, "from 8.7 to 6.3"
        elif change is not None and said.change is not None:
            turned = said.change.text != change
        elif self.is_other_side():
            turned = True  # nothing says which way it goes
        else:
            behind = range(leading[0].last, len(self.line))
            ends = [other.first for other in self.subjects if other.first in behind] or [behind.stop]
            if self._has_less(leading[0], ends[0]):
                return None  # "at a lower magnification than Lumen": the metric tells which of the two is better
            lost = any(self._lost(place, end) for place in leading for end in ends)
            turned = lost != (self._wins() is False)
        return None if turned else self.line[(leading or self.baselines)[0].first]

    def _is_part_of_subject(self) -> bool:
        """Whether the number belongs to the name of the subject, and tells of nothing else: "models that are 20 times larger"."""
        numbers = (each for at, each in self._sentence.numbers.items() if at == self.claim.value_at)
        return any(each.first in range(place.first, place.last) for each in numbers for place in self.subjects)

    def told_from_baseline(self) -> bool:
        """Whether the sentence is about the baseline, and names the subject as the other side, or not at all."""
        if self.is_other_side():
            return True
        leads = any(place.leads for place in self.baselines)
        return leads and all(place.oblique for place in self.subjects)

    def is_other_side(self) -> bool:
        """Whether the sentence has the baseline in place of the subject: "replacing Alba with Borea", where Alba is the subject."""
        if len(self.subjects) != 1 or len(self.baselines) != 1:
            return False
        first, second = sorted((*self.subjects, *self.baselines), key=lambda place: place.first)
        return told_of(self.line, first, second) is self.baselines[0]

    def said_of_baseline(self, word: Word) -> bool:
        """Whether a word is said of the baseline: its clause names that before it, and not the subject."""
        index = self.line.index(word)
        clause = range(stretch(self.line, index).start, index)
        return any(place.first in clause for place in self.baselines) and not any(
            place.first in clause for place in self.subjects
        )

    def named_otherwise(self) -> Word | None:
        """The word with which the quote names the subject as the other side, though the claim says that it calls it
        otherwise, and does not name the baseline at all."""
        if not self.called or not self.named or self.baselines or not all(place.oblique for place in self.named):
            return None
        if self._names_subject(self.called[0]):
            return None  # "data from Lumen", of Lumen
        return self.line[self.named[0].first] if self.claim.claim.baseline else None

    def _names_subject(self, called: Place) -> bool:
        """Whether the words for the subject hold its name."""
        return any(called.holds(place) for place in places(self.line, [self.claim.spelled.subject.text]))

    def behind_mark(self) -> Word | None:
        """The mark ("outperforms", "improves over", "compared to") behind which the subject of a claim stands as what lost,
        though the claim says that it won; None if there is none, or the baseline stands there, too."""
        if not self._wins() or not self._against:
            return None
        for mark in marks(self._sentence, self.better):
            behind = range(mark, _end(self.line, mark))
            lost = [place for place in self.subjects if place.first in behind]
            told = len(lost) == len(self.subjects) or any(place.first in range(mark) for place in self.baselines)
            if lost and told and not any(place.first in behind for place in self.baselines):
                return self.line[mark]
        return None

    def _wins(self) -> bool | None:
        """Whether the claim says that its subject is better than its baseline; None where it does not say."""
        said = self.claim.spelled
        if said.rank is not None:
            return {"outperforms": True, "best": True, "underperforms": False, "not-best": False}.get(said.rank.text)
        if said.change is None or self.better is None:
            return None
        return (said.change.text == "increase") == (self.better == "higher")

    def _is_unlike(self, place: Place) -> bool:
        return previous(self.line, with_determiners(self.line, place.first, _DETERMINERS)) == "unlike"

    def _has_less(self, place: Place, end: int) -> bool:
        """Whether what stands first has less than the other side behind it: "works at a lower magnification than X"."""
        between = {word.low for word in self.line[place.last : end]}
        return "than" in between and not _LESS.isdisjoint(between)

    def _lost(self, place: Place, end: int) -> bool:
        """Whether the sentence says that what stands first lost, up to the other side behind it: "falls short of X"."""
        between = range(place.last, end)
        line = self.line
        return any(
            line[each].low in _LOSES
            or (line[each].low == "far" and following(line, each) == "from")
            or is_passive(line, each)
            or is_outdone(line, each)
            for each in between
        )


def is_passive(line: Sequence[Word], index: int) -> bool:
    """Whether a word says that what stands before it was beaten: "is outperformed by Lumen", "systems surpassed by Lumen".

    In "outperformed Lumen" and "outperformed by 5%" it says the contrary.
    """
    if line[index].low not in BEATEN:
        return False
    first = index
    while (before := previous(line, first)) in _ADVERBS or before.endswith("ly"):
        first -= 1
    if before in _BEING:
        return True
    behind = line[index + 1 : index + 2 + _AMOUNT]
    if not behind or behind[0].low != "by":
        return False
    return not any(word.low in _AMOUNTS or word.low[0].isdigit() for word in behind)


def is_outdone(line: Sequence[Word], index: int) -> bool:
    """Whether a word says that something is not the first: "second only to Lumen", "second-best", "no match for Lumen"."""
    following = [word.low for word in line[index + 1 : index + 3]]
    if line[index].low == "match":
        return previous(line, index) == "no" and following[:1] == ["for"]
    return (
        line[index].low == "second"
        and following[:1] in (["only"], ["to"], ["best"], ["behind"])
        and "none" not in following
    )


def places(line: Sequence[Word], names: Iterable[str]) -> list[Place]:
    """Where names stand as they are, in the order of the sentence; a name that tells nothing stands nowhere."""
    found: list[Place] = []
    for name in names:
        phrase = list(dropwhile(_ARTICLES.__contains__, stems(name)))
        if set(phrase) - FUNCTION_WORDS:
            spans = ((first, first + len(phrase)) for first in in_a_row(line, phrase))
            found += [Place(*each, _leads(line, *each), _oblique(line, *each)) for each in spans]
    return sorted(found, key=lambda place: place.first)


def _leads(line: Sequence[Word], first: int, last: int) -> bool:
    """Whether a clause begins with these words (an article aside), and goes on behind them."""
    if last >= len(line) or line[last].room not in (0, ADDITION):
        return False
    first = with_determiners(line, first, _DETERMINERS)
    begins = line[first].room >= WEAK and not (line[last].room == ADDITION and _is_compared(line, first))
    return not first or begins or line[first - 1].low in _OPENERS


def _is_compared(line: Sequence[Word], first: int) -> bool:
    """Whether what stands before a bracket is compared with: "compared to large models (Lumen)"."""
    before = range(max(0, first - _NEAR), first)
    return any(line[at].low in BEATS | {"than"} or _compares(line, at) for at in before)


def _oblique(line: Sequence[Word], first: int, last: int) -> bool:
    """Whether a word that makes of a name the other side stands before it, a few words at most between."""
    if previous(line, first) == "with" and following(line, last - 1).endswith("ing"):
        return False  # ", with Alba doing so": a clause of its own
    if previous(line, with_determiners(line, first, _DETERMINERS)) in _RIGHT_BEFORE:
        return True
    for index in reversed(range(max(0, first - _NEAR), first)):
        if line[index + 1].room >= STRONG:
            return False
        if line[index].low in _OBLIQUE:
            before = previous(line, index)
            return before not in _CAUSES and (before, line[index].low) != ("such", "as")
        if index and ((line[index].low == "with" and line[index - 1].low in _WITH) or is_passive(line, index - 1)):
            return True
        if index + 1 == first and line[first].room == ADDITION:
            return False  # a bracket opens before it
    return False


def marks(sentence: Sentence, better: str | None) -> Iterator[int]:
    """The words behind which the sentence names what lost; where less of the metric is better, "higher than" is none."""
    line = sentence.line
    won = _BETTER if better != "lower" else _BETTER - _MORE
    for index, word in enumerate(line):
        if index in sentence.numbered or none_does(line, index):
            continue  # "more than 8,000", "no system outperforms"
        marks = (
            (word.low in BEATS and not is_passive(line, index))
            or _compares(line, index)
            or (word.low in ("over", "than") and won & _before(line, index, room=STRONG))
        )
        if marks and not (_LESS & _before(line, index, room=1) or _gives_up(line, index)):
            yield index


def _compares(line: Sequence[Word], index: int) -> bool:
    return (line[index].low, following(line, index)) in COMPARED


def _gives_up(line: Sequence[Word], index: int) -> bool:
    """Whether what is compared has been given up: "at a trade-off relative to Lumen", "with a small loss compared to Lumen"."""
    before = [word.low for word in line[max(0, index - 2) : index]]
    return not _GIVEN_UP.isdisjoint(before[-1:]) or before == ["trade", "off"]


def _before(line: Sequence[Word], index: int, room: int) -> set[str]:
    """The words before one, back to where the line has so much room."""
    first = index
    while first and line[first].room < room:
        first -= 1
    return {word.low for word in line[first:index]}


def _end(line: Sequence[Word], mark: int) -> int:
    """Where what a mark governs ends: at the end of the clause, or at the next word that compares: "outperforms Alba and trails"."""
    compares = _compares(line, mark)
    start, end = mark + 1 + compares, mark + _REACH
    for index, word in enumerate(line[start:end], start):
        goes_on = word.room >= WEAK and word.low.endswith("ing")  # ", achieving 72% on"
        if goes_on or word.room >= (WEAK if compares else STRONG) or word.low in {"with", "by"} | BEATS | _RIGHT_BEFORE:
            return index
    return end
