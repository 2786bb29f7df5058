"""What the words of a sentence make of a number: how much something changed, or a level that it has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from claimcheck.matching.change_words import (
    APART,
    BEATING,
    BRINGING,
    CHANGING,
    COMPARATIVES,
    GIVING,
    GOING,
    LEADING,
    NOUNS,
    RIVALS,
    TIMES_WHAT,
    VERBS,
)
from claimcheck.matching.deltas import COMPARED
from claimcheck.matching.grammar import COPULAS, DETERMINERS, ends_phrase, following, previous
from claimcheck.matching.sentence import BEFORE_NUMBERS, Sentence
from claimcheck.text.render import render
from claimcheck.text.words import BRACKET, STRONG, WEAK, Word, content, stems, words

_ABOUT_CHANGE: Final = frozenset(
    "loss losses cut cuts fall dip slip advantage margin gap difference differences shift lead increment compression up down change changes variation".split()
)
"""Words that leave open whether a number near them is a level."""
_APART_IN: Final = APART.keys() | frozenset("margin margins gap gaps difference differences premium".split())
"""Nouns that make a number a difference where they say of what: "a 5% accuracy loss", "a 5% lead in accuracy"."""
_OF_WHAT: Final = frozenset("the its their that those what".split())
_REACHING: Final = frozenset(
    "achieve achieves achieved achieving reach reaches reached reaching obtain obtains obtained obtaining attain attains attained "
    "attaining".split()
)
_KEEPING: Final = frozenset(
    "retain retains retained retaining preserve preserves preserved preserving maintain maintains maintained maintaining keep keeps "
    "kept keeping".split()
)
_TAKING: Final = frozenset(
    "require requires required requiring need needs needed needing use uses used using consume consumes consumed consuming take takes took "
    "taking at with".split()
)
"""Before "40% of the memory of Lumen" they say that so much is left, as "to" does behind what changes it."""
_COMPARED: Final = COMPARATIVES.keys() - {"more", "additional"}
"""Right behind a number they make it a difference: "74% less compute", "3x faster"."""
_MOVING: Final = (VERBS.keys() - BEATING.keys() - {"lower"}) | {"sacrifices", "sacrificed", "sacrificing"}
"""Right before a share they make it a difference: "emissions fell 42%"."""
_APPROACH: Final = BEFORE_NUMBERS | frozenset(
    "average mean median margin of up to overall total further additional another relative absolute maximum minimum".split()
)
_BEHIND: Final = frozenset(
    "on in for at with across under using when while and compared versus vs between among after to".split()
)
"""What may follow a level: "reaches 85% on Aria"; "over" and "above" would make it a difference."""
_LEVELS: Final = frozenset(
    "accuracy score scores precision recall f1 auc auroc auprc bleu rouge map miou iou rate perplexity wer cer fid dice psnr ssim rmse "
    "mae mse correlation".split()
)
"""What has a level: "an accuracy of 85%"."""
_HEAPS: Final = frozenset("suite set dataset collection corpus total benchmark".split())
"""What is made of many: "a suite of 400 environments"."""
_NO_GOAL: Final = frozenset(
    "lead leads leading led due thanks compared relative amount amounts amounting equal equivalent corresponding corresponds close "
    "addition contribute contributes contributing respect robustness robust resilience up by from translating translates "
    "according than over".split()
)
"""With these before it, "to" says something else than where a change ends."""
_DIFFERING: Final = (
    "differ", "chang", "shift", "var", "affect", "impact", "effect", "contrib", "accelerat", "account", "short", "extra", "delta",
    "slow", "speed", "hit", "swing", "worth", "invest", "grow", "compress", "prun", "remov", "rebound", "surg", "jump", "soar", "plung",
)  # fmt: skip
_FIGURES: Final = frozenset(
    "add adds added adding bring brings brought bringing deliver delivers delivered return returns penalty".split()
)
"""Words, and how words begin, that leave open whether anything changed."""
_PICKED: Final = frozenset("top bottom best worst first last".split())
_MORE: Final = frozenset("additional extra further another".split())
_AVOIDING: Final = ("avoid", "prevent", "eliminat", "shav", "curtail", "trim")
_APART: Final = frozenset("overhead overheads edge deficit surplus premium discount penalty toll".split())
"""Behind a number, or before "of" and it: how far something is from something else, or what it costs beyond that."""
CALLED_CHANGE: Final = frozenset(
    stems(
        "improvement enhancement gain boost increase growth reduction decrease drop decline saving speedup compression acceleration "
        "degradation uplift advantage difference change"
    )
)
"""A metric of such a name has the change itself as its level: "speedup", "information gain"."""
_REACH: Final = 4
_FAR: Final = 14
_SHARES: Final = frozenset({"%", "pp", "x"})
_WHO: Final = frozenset("we they to can may will".split())
"""Behind these "increase" and "drop" are verbs."""
_BOUNDS: Final = frozenset("below above under beyond within between from".split())
_GIVEN: Final = frozenset("with using given on".split())
"""Before "twice the data" they say under which condition."""
_EXTRA: Final = frozenset("more extra additional further overhead less fewer".split())


def _named_by_change(metric: str) -> bool:
    """Whether a metric is called by a change or a difference itself: "lost packets", "extra tokens"."""
    low = {word.low for word in words(render(metric))}
    return not low.isdisjoint(VERBS.keys() | NOUNS.keys() | _APART_IN | _EXTRA)


_DIFFERENCES: Final = frozenset(
    "gap gaps margin margins difference differences disparity advantage lead deficit edge gain improvement penalty".split()
)
"""What grows or shrinks, and is a difference all the time."""


def is_of_difference(line: Sequence[Word], verb: int, to: int) -> bool:
    """Whether what grows or shrinks to something is a difference itself: "the gap grows to 2 points"."""
    reached = to == verb + 1 and line[to].low == "to"
    return reached and any(word.low in _DIFFERENCES for word in _before_in_clause(line, verb))


def _before_in_clause(line: Sequence[Word], index: int) -> Sequence[Word]:
    """The words before one, back to the next mark."""
    first = index
    while first and not line[first].room:
        first -= 1
    return line[first:index]


class Kinds:
    """The words of a sentence by what they make of its numbers."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._line = sentence.line

    def change(self, at: int, unit: str | None, metric: str = "") -> Word | None:
        """The word that makes a number the size of a change or of a difference; None where none surely does, or where the metric is
        itself named by a change."""
        if at not in self._sentence.numbers:
            return None
        found = self._by(at, unit) or self._noun_behind(at) or self._noun_before(at) or self._compared(at)
        if found is not None or _named_by_change(metric):
            return found
        return self._apart_in(at, content(metric)) or self._went(at, unit) or self._held(at, unit)

    def level(self, at: int, metric: str) -> Word | None:
        """The word that makes a number a level, or a count of what there is; None where none surely does."""
        if at not in self._sentence.numbers:
            return None
        named = content(metric) - CALLED_CHANGE
        return self._reached(at, named) or self._ended(at) or self._measured(at) or self._heaped(at, named)

    def tells_change(self) -> bool:
        """Whether the sentence has a word that may say that something changed, or differs."""
        return any(
            self._open(word.low) or word.low in VERBS or word.low in _FIGURES or word.low.startswith(_DIFFERING)
            for word in self._line
        )

    def differs(self, at: int) -> bool:
        """Whether what stands around a number may make it a difference, whatever the verb: "by 5%", "an additional 5%", "5% off",
        "within 5% of Lumen", "a 5% edge", "avoids 5%"."""
        if at not in self._sentence.numbers:
            return False
        line, stretch = self._line, self._sentence.numbers[at]
        following = line[stretch.last].low if stretch.last < len(line) and not line[stretch.last].room else ""
        if line[stretch.first].low == "within":
            return following == "of"
        by = self._before(stretch.first, _APPROACH)
        if by and line[by].low == "by":
            return following != "of" and line[by - 1].low != "followed"  # "chosen by 62% of the raters"
        lead = self._before(stretch.first, BEFORE_NUMBERS)
        low = line[lead].low if lead is not None else ""
        if following == "off" or (low in _MORE and following != "of") or low.startswith(_AVOIDING):
            return True
        phrase = self._phrase(at)
        of = low == "of" and lead and line[lead - 1].low in _APART
        return bool(of or (phrase and phrase[-1][1].low in _APART))

    def kept(self, at: int, metric: str) -> Word | None:
        """ "retains 97% of the accuracy", "needs 40% of the memory", "cuts memory to 40% of that of Lumen": the word that makes a share
        what is left, and no change."""
        if at not in self._sentence.numbers:
            return None
        line, stretch = self._line, self._sentence.numbers[at]
        verb = self._before(stretch.first, BEFORE_NUMBERS)
        following = list(takewhile(lambda word: not word.room, line[stretch.last :]))
        of_what = [word.low for word in following[:2]]
        if verb is None or of_what[:1] != ["of"]:
            return None
        if line[verb].low in _KEEPING:
            return line[verb]
        if line[verb].low not in _TAKING | {"to"} or _OF_WHAT.isdisjoint(of_what):
            return None
        if line[verb].low == "to":
            changed = any(word.low in VERBS for word in _before_in_clause(line, verb))
            return line[verb] if changed and previous(line, verb) not in _NO_GOAL else None
        named = content(metric)
        return line[verb] if named & {word.stem for word in following} else None

    def share(self, at: int, metric: str) -> Word | None:
        """ "79.6% of the accuracy of Corvus": the word that makes a percentage a share of another's level of the metric."""
        if at not in self._sentence.numbers:
            return None
        behind = list(takewhile(lambda word: not word.room, self._line[self._sentence.numbers[at].last :]))
        named = stems(metric)
        match [word.low for word in behind]:
            case ["of", "that" | "those", "of", *_]:
                return behind[0]
            case ["of", "the" | "its" | "their", *_] if named:
                end = 2 + len(named)
                same = [word.stem for word in behind[2:end]] == named
                return behind[0] if same and [word.low for word in behind[end : end + 1]] == ["of"] else None
        return None

    def _by(self, at: int, unit: str | None) -> Word | None:
        """ "outperforms Lumen by an average of 5%": the verb of it."""
        line = self._line
        by = self._before(self._sentence.numbers[at].first, _APPROACH)
        if not by or line[by].low != "by":
            return None
        before = line[by - 1].low
        if before.endswith("ed") and (before not in VERBS or unit not in _SHARES):
            return None  # "followed by 85%", "is outperformed by 3 models"
        for index in range(by, max(-1, by - 1 - _FAR), -1):
            moves = line[index].low in VERBS or (line[index].low in LEADING and following(line, index) != "to")
            goes = line[index].low in ("up", "down") and previous(line, index) in GOING | COPULAS
            if (moves or goes) and not line[index].joined:
                return line[by]
            if line[index].room >= STRONG:
                return None
        return None

    def _noun_behind(self, at: int) -> Word | None:
        """ "a 12% average improvement": the noun, where it ends what the number belongs to."""
        for index, word in self._phrase(at):
            if word.low in NOUNS:
                following = self._line[index + 1] if index + 1 < len(self._line) else None
                if word.joined or (
                    following is not None and not following.room and not ends_phrase(self._line, index + 1)
                ):
                    return None
                goes = following is not None and following.low in ("to", "by", "from")
                return None if goes and word.low in VERBS and word.low.endswith("s") else word
        return None

    def _noun_before(self, at: int) -> Word | None:
        """ "gains of 3.0%", "an improvement of up to 5%": the noun."""
        line = self._line
        of = self._before(self._sentence.numbers[at].first, _APPROACH - {"of"})
        if not of or line[of].low != "of" or line[of].room:
            return None
        noun = line[of - 1]
        if noun.low not in NOUNS or noun.joined:
            return None
        return None if of > 1 and line[of - 2].low == "of" else noun  # "the probability of improvement of 95%"

    def _compared(self, at: int) -> Word | None:
        """ "74% less compute", "3x faster": the comparative."""
        stretch, line = self._sentence.numbers[at], self._line
        if stretch.last >= len(line) or line[stretch.last].room or line[stretch.last].low not in _COMPARED:
            return None
        picked = stretch.first and line[stretch.first - 1].low in _PICKED
        return None if picked else line[stretch.last]

    def _apart_in(self, at: int, named: set[str]) -> Word | None:
        """ "a 5% accuracy loss", "a 5% lead over Lumen in accuracy": the noun, where it says that it is the metric's."""
        phrase = self._phrase(at)
        if not phrase or phrase[-1][1].low not in _APART_IN or phrase[-1][1].joined:
            return None
        behind = takewhile(lambda word: not word.room, self._line[self._sentence.numbers[at].last :])
        return phrase[-1][1] if named & {word.stem for word in behind} else None

    def _went(self, at: int, unit: str | None) -> Word | None:
        """ "emissions fell 42%", "loses 5% accuracy", "gives up 5%": the verb right before a share."""
        line, stretch = self._line, self._sentence.numbers[at]
        verb = self._before(stretch.first, BEFORE_NUMBERS - {"a", "an", "the"})
        if verb is None or unit not in _SHARES or line[verb].joined:
            return None
        of = (
            unit != "pp" and stretch.last < len(line) and line[stretch.last].low == "of" and not line[stretch.last].room
        )
        if of or line[stretch.first].low in _BOUNDS:
            return None  # "cuts 42% of the layers", "falls below 42%"
        before = previous(line, verb)
        given = line[verb].low == "up" and before in GIVING
        return line[verb] if given or (line[verb].low in _MOVING and before not in DETERMINERS) else None

    def _held(self, at: int, unit: str | None) -> Word | None:
        """ "5% ahead of Lumen", "12% more tokens", "3x the memory": what stands right behind a number that is held against another."""
        line, last = self._line, self._sentence.numbers[at].last
        if last >= len(line) or line[last].room or unit not in _SHARES:
            return None
        low, then = line[last].low, following(line, last)
        rival = then in RIVALS or any(word.text[0].isupper() for word in line[last + 1 : last + 2])
        verb = self._before(self._sentence.numbers[at].first, BEFORE_NUMBERS)
        reached = verb is not None and line[verb].low in _REACHING | {"scores", "scored", "at", "with"}
        apart = (
            (low == "more" and then != "or")
            or (not reached and ((low == "ahead" and then == "of") or (low in ("above", "below", "behind") and rival)))
            or (unit == "x" and low in TIMES_WHAT | {"as"} and (verb is None or line[verb].low not in _GIVEN))
        )
        return line[last] if apart else None

    def _before(self, first: int, passed: Collection[str]) -> int | None:
        """The word that leads to a place, in its clause, but for those of `passed`: by its index."""
        for index in range(first - 1, -1, -1):
            if self._line[index + 1].room:
                return None
            if self._line[index].low not in passed:
                return index
        return None

    def _phrase(self, at: int) -> list[tuple[int, Word]]:
        """The words right behind a number that belong to it: up to a preposition, or where a clause may end."""
        found = []
        last = self._sentence.numbers[at].last
        for index in range(last, min(last + _REACH, len(self._line))):
            word = self._line[index]
            if word.room or ends_phrase(self._line, index):
                break
            found.append((index, word))
        return found

    def _open(self, low: str) -> bool:
        return low in NOUNS or low in _ABOUT_CHANGE or low in _COMPARED or low == "more"

    def _changes_before(self, first: int, *, until: int) -> bool:
        """Whether a word of change stands before a place, up to where a clause of that strength ends."""
        for index in range(first - 1, -1, -1):
            if self._line[index + 1].room >= until:
                return False
            if self._open(self._line[index].low) or self._line[index].low in VERBS:
                return True
        return False

    def _reached(self, at: int, named: set[str]) -> Word | None:
        """ "achieves 80.8% alignment", "reaches 85% on Aria": the verb."""
        line, stretch = self._line, self._sentence.numbers[at]
        verb = self._before(stretch.first, BEFORE_NUMBERS)
        if verb is None or line[verb].low not in _REACHING:
            return None
        phrase = self._phrase(at)
        # What is achieved is a difference in "achieves 43% sharper peaks" and "15% reduced cost".
        opened = (self._open(word.low) or word.low in COMPARED or word.low in VERBS for _, word in phrase)
        if any(opened) or len(phrase) == _REACH:
            return None
        if self._changes_before(verb, until=WEAK if phrase else STRONG):
            return None
        end = phrase[-1][0] + 1 if phrase else stretch.last
        following = line[end] if end < len(line) else None
        listed = self._sentence.following(at)
        if (
            listed is not None
            and not phrase
            and (self._sentence.opens_member(listed) or self._sentence.listed(at, listed))
        ):
            return None  # "achieves 164.1%, 131.7% and 122.6% improvements"
        if following is not None and following.low not in _BEHIND and following.room < WEAK:
            return None
        if following is not None and following.room == BRACKET and following.low not in _BEHIND:
            return None  # a bracket: "75.86% (Whisper) and 42.33% (XLSR) WER improvements"
        if phrase and not any(word.stem in named or word.low in _LEVELS for _, word in phrase):
            return None
        return line[verb]

    def _ended(self, at: int) -> Word | None:
        """ "improves accuracy to 85%": the "to"."""
        line = self._line
        to = self._before(self._sentence.numbers[at].first, BEFORE_NUMBERS)
        behind = [word.low for word in line[self._sentence.numbers[at].last :]]
        if behind[:1] == ["of"] and not TIMES_WHAT.isdisjoint(behind[:2]):
            return None  # "cuts the cost to a third of that of Lumen"
        if not to or line[to].low != "to" or any(self._open(word.low) for _, word in self._phrase(at)):
            return None
        for index in range(to - 1, max(-1, to - 1 - _FAR // 2), -1):
            word = line[index]
            verb = word.low in CHANGING and (
                not self._open(word.low) or word.low.endswith("s") or previous(line, index) in _WHO
            )
            if word.low in _NO_GOAL or (self._open(word.low) and not verb and (word.low != "down" or index < to - 1)):
                return None
            if (verb or word.low in BRINGING) and not word.joined:
                return None if is_of_difference(line, index, to) else line[to]
            if word.room:
                return None
        return None

    def _measured(self, at: int) -> Word | None:
        """ "an accuracy of 85%": what has the level."""
        line, first = self._line, self._sentence.numbers[at].first
        if first < 2 or line[first - 1].low != "of" or line[first].room or line[first - 1].room:
            return None
        noun = line[first - 2]
        if noun.low not in _LEVELS or self._changes_before(first - 1, until=1):
            return None
        return None if any(self._open(word.low) for _, word in self._phrase(at)) else noun

    def _heaped(self, at: int, named: set[str]) -> Word | None:
        """ "a suite of 400 environments", where environments are what is counted."""
        line, first = self._line, self._sentence.numbers[at].first
        if first < 2 or line[first - 1].low != "of" or line[first].room or line[first - 2].low not in _HEAPS:
            return None
        phrase = self._phrase(at)
        if self._changes_before(first - 1, until=WEAK) or any(self._open(word.low) for _, word in phrase):
            return None
        return line[first - 2] if any(word.stem in named for _, word in phrase) else None
