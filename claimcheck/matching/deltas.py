"""Whether a difference is absolute or relative: the words that say so, and the number that each of them belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from claimcheck.matching.sentence import Sentence
from claimcheck.numerals import Mention
from claimcheck.text.words import STRONG

Delta = Literal["absolute", "relative"]

SHARES: Final = frozenset({"%", "‰"})
"""The marks with which a difference may be one of points, or relative."""
CHANGE_NOUNS: Final = frozenset(
    "improvement gain increase reduction decrease drop decline boost rise saving advantage uplift lift degradation loss".split()
)
"""What a number of change is called, singular."""
_ABSOLUTE: Final = frozenset("absolute abs pp ppt".split())
_POINTS: Final = frozenset("points pts".split())
_RELATIVE: Final = frozenset("relative relatively rel".split())
_MEASURES: Final = frozenset(
    "error errors deviation deviations value values pose position positions trajectory percentage humidity abundance risk depth "
    "scale zero magnitude".split()
)
"""With these, "absolute" and "relative" name a measure (mean absolute error), not a kind of difference."""
_AMOUNT: Final = frozenset("less fewer more".split())
COMPARED: Final = frozenset(
    "better worse higher lower larger smaller bigger greater lesser faster slower quicker cheaper costlier pricier shorter longer lighter "
    "heavier simpler stronger weaker richer poorer wider narrower broader deeper shallower taller tighter looser closer farther further "
    "nearer harder easier softer smoother rougher cleaner noisier sharper clearer brighter darker hotter colder warmer cooler older "
    "younger newer earlier later sooner safer riskier fairer leaner thinner thicker denser sparser finer coarser steeper flatter greener "
    "healthier likelier happier calmer quieter louder fuller rarer".split()
)
""" "N% higher"; any word that ends so would take in "under", "after" and "other"."""
_ADJECTIVE: Final = re.compile(r"[a-z]+(?:ive|ent|ant|able|ible|ate|ful|al|ous|ed|ic|ust|ly|ing|than)|than")
_CLOSE: Final = 3
_LISTS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A word that says which kind of difference a number is, where it stands, and whether it leaves a doubt.

    "relative to", "N% higher" and "N% of" may mean either; they allow `relative` and refuse nothing. `amount`: it says so of a
    share alone ("5% less memory"), and not of an amount ("5 GB less memory").
    """

    delta: Delta
    index: int
    clear: bool
    amount: bool = False


class Cues:
    """The cues of a sentence by the numbers that they belong to."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._by_number: dict[int, list[Cue]] = {at: [] for at in sentence.numbers}
        for index in range(len(sentence.line)):
            cue = self._named(index)
            if cue is not None:
                for at in self._owners(index):
                    self._by_number[at].append(cue)
        for at in sentence.numbers:
            cue = self._amount(at)
            if cue is not None:
                for owner in self._listed_before(at):
                    self._by_number[owner].append(cue)

    def of(self, at: int, number: Mention) -> list[Cue]:
        """The cues of a quantity, the nearest first."""
        stretch = self.sentence.numbers.get(at)
        if stretch is None:
            return []
        share = number.unit in SHARES | {"x"} or number.kind == "fraction"
        found = [cue for cue in self._by_number[at] if share or not cue.amount]
        return sorted(found, key=lambda cue: stretch.to(self.sentence.line[cue.index].at))

    def close(self, at: int, cue: Cue) -> bool:
        """Whether a cue stands right at a number: with a word or two between."""
        stretch = self.sentence.numbers[at]
        return stretch.first - _CLOSE <= cue.index < stretch.last + _CLOSE

    def text(self, cue: Cue) -> str:
        return self.sentence.line[cue.index].text

    def _named(self, index: int) -> Cue | None:
        """The cue that a word is by its meaning: "absolute", "points", "relative"."""
        line = self.sentence.line
        if index and line[index].room < STRONG and line[index].text[0].isupper():
            return None  # part of a name: Group Relative Policy Optimization
        word = line[index].low
        before = line[index - 1].low if index else ""
        following = []
        for each in line[index + 1 : index + 5]:
            if each.room:
                break
            following.append(each.low)
        if word in ("absolute", "relative", "abs", "rel") and following and following[0] in _MEASURES:
            if not any(each.removesuffix("s") in CHANGE_NOUNS or each in _POINTS for each in following):
                return None
        if word in _ABSOLUTE or (word in _POINTS and (before == "percentage" or self._behind_number(index))):
            return Cue("absolute", index, True)
        if word in _RELATIVE:
            clear = word != "relatively" and following[:1] != ["to"]
            return Cue("relative", index, clear)
        return None

    def _behind_number(self, index: int) -> bool:
        """Whether a word is part of a number, or stands a word behind it: "3.1 BLEU points"."""
        return any(stretch.first < index <= stretch.last + 1 for stretch in self.sentence.numbers.values())

    def _amount(self, at: int) -> Cue | None:
        """The cue behind a number: "74% less compute", "30% lower", "18% of"."""
        line = self.sentence.line
        index = self.sentence.numbers[at].last
        if index >= len(line) or line[index].room:
            return None
        word = line[index].low
        following = line[index + 1].low if index + 1 < len(line) else ""
        if word in _AMOUNT:
            return Cue("relative", index, word == "fewer" or not _ADJECTIVE.fullmatch(following), amount=True)
        if word == "of" or word in COMPARED:
            return Cue("relative", index, False, amount=True)
        return None

    def _owners(self, index: int) -> set[int]:
        """The numbers that a cue belongs to: the nearest, and those of one list with it."""
        nearest = self.sentence.nearest(index)
        if nearest is None:
            return set()
        order = list(self.sentence.numbers)
        at = order.index(nearest)
        # A cue before a list is for all that follows in it, a cue behind a list for all that went before.
        ahead = self.sentence.numbers[nearest].first > index
        owners = {nearest}
        for near, far in pairwise(order[at:] if ahead else order[at::-1]):
            if not (self._one_list(near, far) if ahead else self._one_list(far, near)):
                break
            owners.add(far)
        return owners

    def _listed_before(self, at: int) -> set[int]:
        """A number, and those before it in a bare list: "5%, 7% and 9% less"."""
        order = list(self.sentence.numbers)
        owners = {at}
        for second in range(order.index(at), 0, -1):
            if not self.sentence.listed(order[second - 1], order[second]):
                break
            owners.add(order[second - 1])
        return owners

    def _one_list(self, first: int, second: int) -> bool:
        """Whether two numbers that follow each other are of one list: "absolute gains of 5% on X and 7% on Y"."""
        line, numbers = self.sentence.line, self.sentence.numbers
        if any(word.room > _LISTS for word in line[numbers[first].last : numbers[second].first + 1]):
            return False
        return self.sentence.listed(first, second) or self.sentence.opens_member(second)
