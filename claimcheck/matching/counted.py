"""What a number of a sentence counts or is called: "5-shot", "13 small language models", "a temperature of 0.7"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claimcheck.dataset import ClaimInContext, FieldNumber, QuoteInContext
from claimcheck.matching.values import same
from claimcheck.text.render import render
from claimcheck.text.words import BRACKET, FUNCTION_WORDS, stem, stems, words

_REACH: Final = 4
"""So many words behind a number may be what it counts: "small open language models"."""
_NEAR: Final = 6
"""What stands within so many words of a number, and nearer to no other, may be said of it."""
_ELSEWHERE: Final = 80
"""So many characters before and behind a number of another sentence are looked at."""
_TIES: Final = frozenset("of is was be set equal to at".split())
"""Between a name and its number: "a temperature of 0.7"."""
_BETWEEN: Final = frozenset(
    "across over with under in on at by for from to of than and or via per within between about around only all up least most".split()
)
"""Words right before a number that name nothing."""
_PARTITIVES: Final = frozenset("of the our these those all its".split())
"""Between a number and what it is a part of: "5 of the 10 tasks"."""
_BEHIND_IN_VALUE: Final = re.compile(r"[\s-]+([^()\[\],;:]*)")
_OWN_WORDS: Final = 2
"""A condition of more words that the sentence has in a row is no invention; of fewer, the number may be another one's."""
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_CLOSED: Final = 2
"""So far behind the last word of a sentence a bracket may close."""
_SEPARATORS: Final = re.compile(r"(?:[\s,;–—-]|to|and)*")
"""What may stand in a bracket beside its numbers."""
_CLAUSE_END: Final = re.compile(r"[.,;]\s")
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|these|those)\b")
_RESPECTIVELY: Final = stem("respectively")


@dataclass(frozen=True, slots=True, eq=False)
class Elsewhere:
    """A number of `agg.n` or of a condition whose own word stands at another number of the quote, and not at this one.

    `at` and `other` are indexes of the paper's numbers, `word` is the word as the quote has it.
    """

    claim: ClaimInContext
    field: FieldNumber
    at: int
    other: int
    word: str


def elsewhere(quote: QuoteInContext) -> Iterator[Elsewhere]:
    """The numbers of `agg.n` and of conditions that stand at other words of the quote than their own."""
    asked = [
        (claim, field)
        for claim in quote.claims
        for field in claim.fields
        if field.at is not None and (field.name == "agg.n" or field.name.startswith("conditions."))
    ]
    if not asked:
        return
    counts = _Counts(quote)
    for claim, field in asked:
        found = counts.elsewhere(claim, field)
        if found is not None:
            yield found


_FOREIGN: Final = frozenset(
    "hour hours day days week weeks minute minutes second seconds gpu gpus tpu tpus cpu cpus epoch epochs layer layers dollar dollars".split()
)
"""What is counted and is soon said of a number that counts something else."""
_SHORT: Final[Mapping[str, str]] = {
    "hour": "h|hrs?", "day": "d", "minute": "min|m", "second": "s|secs?", "dollar": "USD|\\$",
    "gpu": "[ABHLPV]\\d{2,4}S?|T4|RTX\\w*|GTX\\w*|NVIDIA|GeForce|graphics|accelerator|card|device|node", "tpu": "v\\d|accelerator|device",
    "cpu": "core|processor|device|node", "layer": "deep|depth|block|stage", "week": "w", "epoch": "passe|iteration|round",
    "batch size": "\\w*batch(?:e)?", "learning rate": "learn\\w*|rate|lr",
}  # fmt: skip
_SETTINGS: Final = frozenset({"batch size", "learning rate", "temperature"})
"""Names of conditions whose number counts nothing else …"""
_BATCHED: Final = frozenset("samples examples images sequences tokens items instances prompts rollouts pairs".split())
"""… but that a batch size may count these."""
_WHOLE: Final = re.compile(r"[0-9][0-9,]*[\s-]+([A-Za-z]+)")
_BEHIND: Final = re.compile(r"[\s-]+([A-Za-z]+)(?![\w-])")
_COUNTED_THERE: Final = re.compile(r"\s+(?:[a-z]+\s+)?([a-z]{3,}s)\b")


def foreign_unit(claim: ClaimInContext, field: FieldNumber) -> str | None:
    """What the abstract counts by a number of a condition or a remark, where that makes hours, GPUs or epochs of it, or a
    batch size, and the abstract has none at all; None where it has, or where there is a doubt."""
    paper, unit = claim.paper, _unit_given(field)
    if unit is None or field.at is None:
        return None
    assert paper.folded is not None and paper.abstract is not None
    written = "|".join(filter(None, (unit, _SHORT.get(unit))))
    if re.search(rf"(?<![A-Za-z])(?:{written})s?(?![A-Za-z])", paper.folded.view.text, re.IGNORECASE):
        return None
    stated = {}
    for at in {field.at, *(each for each in paper.alike(field.mention) if each in claim.quote.numbers)}:
        number = paper.numbers[at]
        behind = _COUNTED_THERE.match(paper.abstract.text, number.end)
        if behind is None or behind[1] in (_BATCHED if unit == "batch size" else _FOREIGN):
            return None
        stated[at] = f"{number.text}{behind[0]}"
    return stated[field.at]


def _unit_given(field: FieldNumber) -> str | None:
    """What a field says that its number counts, in the singular: "400 hours", or 400 as the condition "training hours"."""
    text = field.scalar.text
    if field.name in ("note", "doubt"):
        said = _BEHIND.match(text, field.mention.end)
        unit = said[1].lower() if said is not None else ""
    elif not field.name.startswith("conditions."):
        return None
    elif text.strip() == field.mention.text:
        name = field.name.removeprefix("conditions.").lower()
        unit = name if name in _SETTINGS else name.rpartition(" ")[2]
    else:
        whole = _WHOLE.fullmatch(text.strip())
        unit = whole[1].lower() if whole is not None else ""
    return unit if unit in _SETTINGS else unit.removesuffix("s") if unit in _FOREIGN else None


class _Counts:
    """The words of a sentence by the numbers that they belong to."""

    def __init__(self, quote: QuoteInContext) -> None:
        self.sentence = sentence = quote.sentence
        self._paired = any(word.stem == _RESPECTIVELY for word in sentence.line)
        numbers = sentence.numbers
        self._numbered = sentence.numbered
        self._shares = {at for at in numbers if quote.claims[0].paper.numbers[at].unit == "%"}
        self._counted: dict[int, set[str]] = {}
        """The stems of what each number counts or is called: right behind it, or right before."""
        self._owner: dict[int, int] = {}
        """Of the words behind numbers, by index: the number that counts them."""
        listed: set[int] = set()
        called = self._bracketed(quote)
        following, behind = None, list[str]()
        for at in reversed(numbers):
            goes_on = following is not None and self._goes_on(at, following)
            if following is not None and goes_on:
                listed |= {at, following}
            else:
                indices = self._behind(at)
                behind = [sentence.line[index].stem for index in indices]
                self._owner |= dict.fromkeys(indices, at)
            ahead = [called[at]] if at in called else self._ahead(at)
            self._counted[at] = {*behind, *(() if self._paired else ahead)}
            following = at
        self._places: dict[str, list[int]] = {}
        for at in numbers:
            if not (self._paired and at in listed):  # which of a list "respectively" means, its order tells
                for word in self._counted[at]:
                    self._places.setdefault(word, []).append(at)

    def elsewhere(self, claim: ClaimInContext, field: FieldNumber) -> Elsewhere | None:
        """The other number that the words of a field stand at, in so far as they leave no choice."""
        named = _names(claim, field)
        others = self._places.get(named[-1], ()) if named else ()
        if not others:
            return None
        paper = claim.paper
        assert field.at is not None
        # "70% with five examples": what a percentage is of, it does not count.
        others = [at for at in others if (paper.numbers[at].unit == "%") == (field.mention.unit == "%")]
        own = {at for at in self.sentence.numbers if same(field.mention, paper.numbers[at])}
        if not own and field.scalar.text[: field.mention.start].split():
            return None  # a name that ends in a number: "AIME 2024"
        if self._in_its_words(field, own) or self._numbered_by(named[-1], field):
            return None
        others = [other for other in others if not any(self._elided(claim, at, other) for at in own)]
        # What the claim itself says of its value is what that counts: "245 stories, each comprising 10 articles", of the articles.
        near = {word for at in own for word in (self._counted[at] if own == {claim.value_at} else self._near(at))}
        for other in others:
            # Nothing of the name stands near the number; or a part of it does, and the whole at the other.
            part = set(named) <= self._counted[other] and not set(named) <= near
            if not part and near & set(named):
                continue
            if self._may_be_told_elsewhere(claim, field, set(named)):
                return None
            word = next(word for word in self.sentence.line if word.stem == named[-1])
            return Elsewhere(claim, field, field.at, other, word.text)
        return None

    def _may_be_told_elsewhere(self, claim: ClaimInContext, field: FieldNumber, named: Set[str]) -> bool:
        """Whether the same number has a field's name by it in another sentence, or is of what was told before ("3 of them"); or is a
        date or a name with that name behind it."""
        return any(
            not named.isdisjoint(_around(claim, at)) or (at not in claim.quote.numbers and _is_of_them(claim, at))
            for at, number in enumerate(claim.paper.numbers)
            if at not in self.sentence.numbers
            and (at == field.at or (number.is_quantity and same(field.mention, number)))
        )

    def _numbered_by(self, name: str, field: FieldNumber) -> bool:
        """Whether the sentence has the number as that of one of a name: "at day 5"."""
        pairs = pairwise(self.sentence.line)
        return any(word.stem == name and behind.low == field.mention.text and not behind.room for word, behind in pairs)

    def _elided(self, claim: ClaimInContext, at: int, other: int) -> bool:
        """Whether a number may count what one before it does, as it counts nothing that is told: "with 5 shots, and 85.2% with 32"; not
        so 0.74 what "three" does."""
        told = any(not each[0].isdigit() for each in self._counted[at])
        counts = _is_whole(claim, at) or not _is_whole(claim, other)
        return counts and other < at and not told and not self.sentence.line[self.sentence.numbers[at].first].room

    def _in_its_words(self, field: FieldNumber, own: Container[int]) -> bool:
        """Whether the sentence has the number among the words of its field: all of them, or the one right before it ("CI, 0.9")."""
        text, mention = field.scalar.text, field.mention
        line = self.sentence.line
        theirs = [word.low for word in line]
        mine = [word.low for word in words(render(text))]
        if len(mine) > _OWN_WORDS and any(theirs[at : at + len(mine)] == mine for at in range(len(theirs))):
            return not self._of_another_name(field, own)
        before = _content(text[: mention.start])
        return bool(before) and any(
            at in own and stretch.first and line[stretch.first - 1].stem == before[-1]
            for at, stretch in self.sentence.numbers.items()
        )

    def _of_another_name(self, field: FieldNumber, own: Container[int]) -> bool:
        """Whether the words of a condition say what its number counts, and its name is what the sentence counts by another."""
        said = set(_content(field.scalar.text))
        name = _content(field.name.removeprefix("conditions."))
        counts = {
            word
            for at in self.sentence.numbers
            if at in own
            for word in (
                *(self.sentence.line[index].stem for index, owner in self._owner.items() if owner == at),
                *self._called(at),
            )
        }
        return said.isdisjoint(name) and not said.isdisjoint(counts)

    def _called(self, at: int) -> list[str]:
        """The words that a number is called by, right before it or before "of": "a temperature of 0.7"."""
        before = self.sentence.line[self.sentence.numbers[at].first - 1]
        return [] if before.low == "at" else self._ahead(at)

    def _goes_on(self, at: int, following: int) -> bool:
        """Whether what a number counts stands behind the next: "2, 4 and 8 GPUs", "5 of the 10 tasks"."""
        between = self.sentence.line[self.sentence.numbers[at].last : self.sentence.numbers[following].first]
        partitive = bool(between) and between[0].low == "of" and all(word.low in _PARTITIVES for word in between)
        bracket = self.sentence.line[self.sentence.numbers[following].first].room == BRACKET
        return partitive or (self.sentence.listed(at, following) and not bracket)

    def _bracketed(self, quote: QuoteInContext) -> dict[int, str]:
        """The word that the numbers of a bracket which has nothing else are called by: "95% CI [0.94, 0.97]"."""
        line, numbers = self.sentence.line, quote.claims[0].paper.numbers
        abstract, found = quote.claims[0].paper.abstract, dict[int, str]()
        assert abstract is not None
        if not line:
            return found
        text, closed = abstract.text, line[-1].end + _CLOSED
        for bracket in _BRACKET.finditer(text, line[0].start, closed):
            inside = [at for at in self.sentence.numbers if numbers[at].start in range(*bracket.span(1))]
            first, rest = bracket.start(1), ""
            for at in inside:
                rest, first = rest + text[first : numbers[at].start], numbers[at].end
            rest += text[first : bracket.end(1)]
            if inside and _SEPARATORS.fullmatch(rest) and (index := self.sentence.numbers[inside[0]].first):
                found |= dict.fromkeys(inside, line[index - 1].stem)
        return found

    def _behind(self, at: int) -> list[int]:
        """The words that a number counts; of a compound ("state-of-the-art") all words, as one."""
        line, found, room = self.sentence.line, list[int](), _REACH
        first = self.sentence.numbers[at].last
        if at in self._shares:
            while first < len(line) and line[first].low in _PARTITIVES:
                first += 1  # "10% of the labels"
        for index in range(first, len(line)):
            word = line[index]
            if word.room or index in self._numbered or not room:
                break
            if word.stem not in FUNCTION_WORDS:
                found.append(index)
                room -= not word.joined
            elif not word.joined:
                break
        return found

    def _ahead(self, at: int) -> list[str]:
        """The words that a number is called by: "a temperature of 0.7", "top-p 0.9"."""
        line, index = self.sentence.line, self.sentence.numbers[at].first - 1
        if line[index + 1].room:
            return []
        tied = False
        while line[index].low in _TIES and not line[index].room:  # ends at the number's own word at the latest
            index, tied = index - 1, True
        found: list[str] = []
        while index >= 0 and len(found) < (2 if tied else 1):
            word = line[index]
            if word.stem in FUNCTION_WORDS or word.low in _BETWEEN or word.low.endswith("ing"):
                break
            found.append(word.stem)
            if word.room:
                break
            index -= 1
        return found

    def _near(self, at: int) -> set[str]:
        """The stems of what a number counts, and of the words around it that no other number counts or is nearer to."""
        stretch = self.sentence.numbers[at]
        around = range(max(0, stretch.first - _NEAR), min(len(self.sentence.line), stretch.last + _NEAR))
        nearest = {
            self.sentence.line[index].stem
            for index in around
            if self._owner.get(index, at) == at and stretch.to(self.sentence.line[index].at) <= self._distance(index)
        }
        return nearest | self._counted[at]

    def _distance(self, index: int) -> int:
        """How far the nearest number is from a word, if it is near at all."""
        line = self.sentence.line
        around = range(max(0, index - _NEAR), min(len(line), index + _NEAR + 1))
        return min((abs(line[each].at - line[index].at) for each in around if each in self._numbered), default=10**9)


def _is_whole(claim: ClaimInContext, at: int) -> bool:
    """Whether a number of the abstract may be a count: no fraction or decimal; "dozens" is one, too."""
    low = claim.paper.numbers[at].low
    return low is None or low.value is None or low.value == int(low.value)


def _around(claim: ClaimInContext, at: int) -> list[str]:
    """The stems behind a number of the abstract in its sentence, and, in another than the claim's, those before it in its clause."""
    assert claim.paper.abstract is not None
    text, number = claim.paper.abstract.text, claim.paper.numbers[at]
    behind = stems(text[number.end : number.end + _ELSEWHERE].partition(". ")[0])[:_NEAR]
    if at in claim.quote.numbers:
        return behind
    before = text[max(0, number.start - _ELSEWHERE) : number.start]
    return behind + stems(_CLAUSE_END.split(before)[-1])[-_REACH:]


def _is_of_them(claim: ClaimInContext, at: int) -> bool:
    """Whether a number of the abstract is one of what was told before: "3 of them"."""
    assert claim.paper.abstract is not None
    return _OF_THEM.match(claim.paper.abstract.text, claim.paper.numbers[at].end) is not None


def _names(claim: ClaimInContext, field: FieldNumber) -> list[str]:
    """The stems of what a field says that its number counts: the words behind it ("5-shot"), or else the condition's name."""
    behind = _BEHIND_IN_VALUE.match(field.scalar.text, field.mention.end)
    counted = _content(behind[1]) if behind is not None else []
    if counted:
        return counted[:_REACH]
    agg = claim.claim.agg
    if field.name == "agg.n":
        return _content(agg.of.text) if agg is not None and agg.of is not None else []
    return _content(field.name.partition(".")[2])


def _content(text: str) -> list[str]:
    return [each for each in stems(text) if each not in FUNCTION_WORDS and not each[0].isdigit()]
