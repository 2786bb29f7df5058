"""Which way a number of change goes: the words of its clause that say so, and what they mean for a metric."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final, Literal

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.better import better_as_told, better_of
from claimcheck.matching.grammar import is_left_out
from claimcheck.matching.kinds import Kinds
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import is_passive, places
from claimcheck.matching.taken_back import taken_back
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, Word, content, stems

Change = Literal["increase", "decrease"]
Direction = Literal["up", "down", "better", "above", "worse", "below"]
"""What a word says: of the number itself (up, down), of the quality (better, worse), or either (above: "exceeds", below: "loses")."""


def _said(direction: Direction, forms: str) -> dict[str, Direction]:
    return dict.fromkeys(forms.split(), direction)


_VERBS: Final = (
    _said(
        "up",
        "increase increases increased increasing raise raises raised raising rise rises rose rising grow grows grew growing",
    )
    | _said(
        "down",
        "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering cut cuts cutting",
    )
    | _said(
        "down",
        "drop drops dropped dropping decline declines declined declining shrink shrinks shrank shrinking fall falls fell falling",
    )
    | _said("down", "save saves saved saving")
    | _said(
        "better",
        "improve improves improved improving outperform outperforms outperformed outperforming enhance enhances enhanced enhancing",
    )
    | _said(
        "above",
        "gain gains gained gaining boost boosts boosted boosting exceed exceeds exceeded exceeding surpass surpasses surpassed",
    )
    | _said("above", "surpassing beat beats beating")
    | _said(
        "worse",
        "degrade degrades degraded degrading worsen worsens worsened worsening underperform underperforms underperforming hurt hurts",
    )
    | _said("worse", "trail trails trailed trailing lag lags lagged lagging")
    | _said("below", "lose loses losing")
    | _said("better", "accelerate accelerates accelerated accelerating speeds sped speeding")
    | _said("worse", "slows slowed slowing decelerates decelerated")
    | _said("better", "beaten bested")  # passive, and then turned
    | _said("up", "adds added")
)
"""Words that say it before the number: "improves … by 5%"."""
_NOUNS: Final = (
    _said("up", "increase increases rise growth")
    | _said("down", "reduction reductions decrease decreases drop drops decline declines saving savings")
    | _said("better", "improvement improvements enhancement enhancements")
    | _said("above", "gain gains boost boosts uplift")
    | _said("worse", "degradation deterioration")
    | _said("better", "speedup speedups acceleration")
)
"""Words that say it on either side: "an improvement of 5%", "a 5% improvement"."""
_COMPARATIVES: Final = (
    _said("up", "more higher larger greater additional")
    | _said("down", "less fewer lower smaller")
    | _said("better", "better")
    | _said("worse", "worse")
    | _said("better", "stronger faster quicker cheaper")
    | _said("worse", "weaker slower costlier pricier")
)
"""Words that say it behind the number: "5% fewer errors"."""
_AS_MANY: Final = (
    _said("up", "many much high large big long") | _said("better", "fast quick quickly") | _said("worse", "slow slowly")
)
"""Words that say it behind a factor and "as": "3 times as fast"."""
_TURNED: Final[dict[Direction, Direction]] = {"up": "down", "better": "worse", "worse": "better"}
_HELD_AGAINST: Final = _said("up", "above") | _said("down", "below")
"""… and behind a number that is so far from another: "5% above that of Lumen"."""
_FALLING_BEHIND: Final = frozenset(
    "fall falls fell falling lag lags lagged lagging trail trails trailed trailing".split()
)
_SPEEDING: Final = frozenset(
    "speedup speedups acceleration accelerate accelerates accelerated accelerating speeds sped speeding fast quick quickly".split()
)
_SLOWING: Final = frozenset("slow slowly slows slowed slowing decelerates decelerated".split())
FASTER: Final = frozenset("faster quicker".split())
SLOWER: Final = frozenset(("slower",))
THRIFTIER: Final = frozenset(("cheaper",))
DEARER: Final = frozenset("costlier pricier".split())
"""Comparatives that say better and worse of one thing only."""
SPEED: Final = frozenset(stems("speed latency time runtime throughput FPS efficiency"))
COST: Final = frozenset(stems("cost price expense budget dollars spending"))
_FACTORS_OF_SPEED: Final = frozenset(stems("speedup speedups acceleration"))
"""… and the metrics of that."""
_NOT: Final = frozenset("not never cannot nor hardly barely scarcely rarely seldom".split())
_CONTRACTED: Final = ("n't", "n’t")
_NOT_ALONE: Final = frozenset("only merely just simply solely alone".split())
"""Behind "not", these deny nothing: "not only improves"."""
_FAILING: Final = frozenset("fail fails failed failing unable struggle struggles struggled struggling".split())
_BETWEEN: Final = frozenset(
    "also always ever even still yet quite much so very any far longer more be been being have fall falls fell falling lag lags".split()
)
_SUPERLATIVE: Final = frozenset("best most highest lowest strongest fastest first only".split())
"""They may have "the" between themselves and what denies them."""
_DENYING: Final = _NOT | _FAILING | {"no"}
_OF_NO: Final = frozenset(
    "better worse improvement improvements gain gains advantage advantages faster slower cheaper stronger weaker more less".split()
)
"""What "no" denies; "with no tuning outperforms" denies no outcome."""
_NEGATIONS: Final = frozenset(
    "not no never cannot fail fails failed avoid avoids avoiding prevent prevents preventing nor".split()
)
_UNSURE: Final = frozenset("not no never cannot neither nor without".split())
_DOUBTFUL: Final = _NEGATIONS | frozenset(
    "gap gaps is are was were up down ahead behind above below lead leads leading win wins".split()
)
"""Words before a number that leave the direction open, or say it in a way that is not read here."""
_PREPOSITIONS: Final = frozenset(
    "of on in for at by to from than over with across under using via as and or but while when compared per".split()
)
_APPROACH: Final = frozenset(
    "a an the average mean of up to about only roughly nearly almost around over overall total further additional another relative "
    "absolute maximum minimum".split()
)
_ADVERBIAL: Final = frozenset("by through via from when while for to of in".split())
_DETERMINERS: Final = frozenset("the a an our its their this these such".split())
NAMED_BY_CHANGE: Final = frozenset(
    stems(
        "improvement enhancement gain boost increase growth reduction decrease drop decline saving speedup compression efficiency degradation"
    )
)
_GIVEN: Final = frozenset(
    "costs costing cost sacrifices sacrificing sacrificed forfeits forfeiting forgoes forgoing".split()
)
_GIVING: Final = frozenset("give gives gave giving".split())
"""What is lost stands right behind these, or behind "gives up": "costs only 3% in accuracy"."""
_PRICE: Final = frozenset("cost costs expense price sacrifice penalty".split())
"""… and behind these with "of": "at the cost of 3% accuracy"."""
_ADJECTIVAL: Final = ("ate", "ent", "ant", "able", "ible", "ive", "ust", "ise", "ful", "ous")
_SAME: Final = 5
_ENDING: Final = 4
"""An adjective and its noun share so many letters at least, and all but so many: accurate and accuracy."""
_HUNDRED: Final = 100
_REACH: Final = 4
_MOST_BETWEEN: Final = 12
"""So many words at most stand between "not" and what it denies."""

Governing = tuple[Direction, int]
"""What a word says of a number, and where the word is in the sentence."""


def stated_change(
    sentence: Sentence, claim: ClaimInContext, vocabulary: Vocabulary, *, denied: bool = False
) -> tuple[Change, Word] | None:
    """Which way the words of the sentence say that a claim's number goes, and the word that says so; None in doubt.

    With `denied`, which way they say that it does not go ("does not improve recall by 3%").
    """
    if claim.value_at is None or claim.value_at not in sentence.numbers:
        return None
    if claim.claim.kind.text == "ratio" and not denied and (part := _part(sentence, claim)) is not None:
        return "decrease", part
    governing = _ahead(sentence, claim.value_at, denied=True) if denied else _governing(sentence, claim.value_at)
    metric = set(stems(claim.claim.metric.text)) - FUNCTION_WORDS
    if governing is None and not denied:
        governing = _given_up(sentence, claim.value_at, metric)
    if governing is None or (not denied and _is_left_out(sentence.line, claim)):
        return None
    direction, index = governing
    word = sentence.line[index]
    factor = _factor(claim)
    if word.low in _AS_MANY and factor is None:
        return None
    if word.low in _AS_MANY.keys() | _SPEEDING and factor is not None and factor < 1:
        direction = _TURNED[direction]  # "a 0.5x speedup"
    if word.low in _SPEEDING and metric & _FACTORS_OF_SPEED:
        return None if direction == "worse" else ("increase", word)
    if _is_so(sentence.line, index):
        rises = _rises_so(sentence.line, index, metric)
        return None if rises is None else (("increase" if rises == (direction == "up") else "decrease"), word)
    if metric & NAMED_BY_CHANGE and (direction in ("up", "down") or better_as_told(claim, vocabulary) is None):
        return None  # "error reduction" increases where errors are reduced
    if direction in ("up", "down"):
        named = metric & _clause(sentence, index, claim.value_at) or _of_subject(
            sentence, index, metric, claim.value_at
        )
        if not named and not _compared_of(sentence, index, metric, claim.value_at):
            return None  # it may be something else that goes up or down
        return ("increase" if direction == "up" else "decrease"), word
    better = better_of(claim, vocabulary)
    if better is None or (direction in ("above", "below") and better == "lower") or not _may_be_said(word, metric):
        return None
    worse = direction in ("worse", "below")
    if is_passive(sentence.line, index):
        beaten = _is_beaten(sentence.line, index, claim)
        if beaten is None:
            return None
        worse = beaten
    return ("increase" if (better == "higher") != worse else "decrease"), word


def _may_be_said(word: Word, metric: Collection[str]) -> bool:
    """Whether a comparative may be said of a metric: "faster" is of speed alone, "cheaper" of cost."""
    if word.low in FASTER | SLOWER | _SPEEDING | _SLOWING:
        return not SPEED.isdisjoint(metric)
    return word.low not in THRIFTIER | DEARER or not COST.isdisjoint(metric)


def _part(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The word that makes of a percentage below a hundred what is left of the metric: "needs 40% of the memory of Lumen"."""
    assert claim.value_at is not None
    number = claim.paper.numbers[claim.value_at]
    below = [end.value is not None and end.value < _HUNDRED for end in number.ends()]
    behind = sentence.numbers[claim.value_at].last
    named = content(claim.claim.metric.text) & {word.stem for word in sentence.line[behind : behind + 2 * _REACH]}
    if number.unit != "%" or not all(below) or not named:
        return None
    return Kinds(sentence).kept(claim.value_at, claim.claim.metric.text)


def _factor(claim: ClaimInContext) -> Fraction | None:
    """The factor that a claim states: 3 of "3 times as fast", 1/2 of "0.5x as fast"; None where it is none."""
    number = claim.paper.numbers[claim.value_at] if claim.value_at is not None else None
    return number.low.value if number is not None and number.low is not None and number.unit == "x" else None


def _is_so(line: Sequence[Word], index: int) -> bool:
    """Whether "more" or "less" is said of how something is, and not of an amount: "5% more accurate", "3x more memory-efficient"."""
    return line[index].low in ("more", "less") and _quality(line, index) is not None


def _quality(line: Sequence[Word], index: int) -> int | None:
    """Where the adjective stands behind "more", an adverb or a first part with a hyphen between; None if none does."""
    at = index + 1
    while at < len(line) and at < index + 3 and not line[at].room:
        if line[at].low.endswith(_ADJECTIVAL):
            following = line[at + 1] if at + 1 < len(line) else None
            ends = line[at].joined or following is None or following.room or following.low in _PREPOSITIONS
            return at if ends else None
        if not line[at].low.endswith("ly") and not line[at].joined:
            return None
        at += 1
    return None


def _rises_so(line: Sequence[Word], index: int, metric: Collection[str]) -> bool | None:
    """Whether the metric rises with how "more" of it something is: accuracy where it is more accurate, but no memory where it is more
    memory-efficient. None where it is not of the metric."""
    at = _quality(line, index)
    assert at is not None
    low = line[at].low
    if any(_SAME <= _shared(low, each) >= max(len(low), len(each)) - _ENDING for each in metric):
        return True if at == index + 1 or line[at].joined else None
    return False if line[at].joined and low == "efficient" and line[at - 1].stem in metric else None


def _shared(first: str, second: str) -> int:
    """With how many letters two words begin alike."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))))


def _is_beaten(line: Sequence[Word], index: int, claim: ClaimInContext) -> bool | None:
    """Whether "outperformed by" is said of the claim's subject, or of its baseline; not so where the subject alone is named,
    behind it. None where it is not named."""
    said = claim.claim
    subjects = places(line, [said.subject.text, *([said.subject_as.text] if said.subject_as is not None else [])])
    if any(place.first < index for place in subjects):
        return True
    if not subjects:
        return None
    return any(place.first < index for place in places(line, (each.text for each in said.baseline)))


def is_denied(line: Sequence[Word], index: int) -> bool | None:
    """Whether a word is denied: "does not improve", "fails to match", "no better"; None where that is in doubt."""
    if taken_back(line, index) is not None:
        return True
    first = index
    while (
        index - first <= _MOST_BETWEEN
        and first
        and not line[first].room
        and (
            line[first - 1].low in _BETWEEN
            or line[first - 1].low.endswith("ly")
            or (first == index and line[first - 1].low == "the" and line[index].low in _SUPERLATIVE)
        )
    ):
        if line[first - 1].low in _NOT | _NOT_ALONE:
            break
        first -= 1
    before = line[first - 1].low if first and not line[first].room else ""
    if before in _NOT_ALONE:
        return False
    if before in _NOT or before.endswith(_CONTRACTED):
        return True
    if before == "to" and first > 1 and line[first - 2].low in _FAILING:
        return first == 2 or line[first - 3].low not in _NOT
    if before == "no" and (line[index].low in _OF_NO or line[first].low == "longer"):
        return True
    return None if _UNSURE & {word.low for word in line[:index][-2:]} else False


def with_denial(line: Sequence[Word], word: Word) -> str:
    """A word as a message shows it: with what denies it, if something does."""
    first = last = index = line.index(word)
    away = taken_back(line, index)
    if away is not None:
        first, last = min(index, away), max(index, away)
    elif is_denied(line, index):
        first = max(at for at in range(index) if line[at].low in _DENYING or line[at].low.endswith(_CONTRACTED))
    return " ".join(each.text for each in line[first : last + 1])


def _clause(sentence: Sentence, index: int, at: int) -> set[str]:
    """The stems from the governing word to the number, and on to the end of the clause behind the last of the two."""
    stretch = sentence.numbers[at]
    end = max(index, stretch.last)
    while end < len(sentence.line) and not sentence.line[end].room:
        end += 1
    return {word.stem for word in sentence.line[min(index, stretch.first) : end]}


_SEEING: Final = frozenset(
    "sees see saw shows show showed has had suffers suffered experiences experienced undergoes".split()
)
_BEING: Final = frozenset("is are was were being remains remained becomes became".split())
_LEADING: Final = _APPROACH | frozenset("by from further up down".split())
_TAKEN_AWAY: Final = frozenset(
    "without removing removes removal remove ablating ablation ablated dropping excluding disabling disabled replacing omitting absence lacking "
    "baseline baselines competitors unlike whereas while if than".split()
)
_LEFT_OUT: Final = frozenset("removed ablated excluded disabled dropped omitted absent missing".split())
_OF_OTHERS: Final = frozenset(
    stems(
        "gap difference loss error drop decline reduction improvement gain increase decrease degradation variance deviation cost time number fraction "
        "share rate chance risk overhead need requirement"
    )
)
"""A subject with one of these is another than the metric that it names, too: "the gap in accuracy drops"."""


def _is_left_out(line: Sequence[Word], claim: ClaimInContext) -> bool:
    """Whether the sentence says what is so where the claim's subject is not there: "removing Alba", "when Alba is removed"."""
    said = claim.claim
    for place in places(line, [said.subject.text, *([said.subject_as.text] if said.subject_as is not None else [])]):
        behind = [word.low for word in line[place.last : place.last + 2]]
        removed = len(behind) == 2 and behind[0] in _BEING and behind[1] in _LEFT_OUT
        # what is replaced by another thing is told by `sides`
        if removed or (is_left_out(line, place.first) and line[place.first - 1].low != "replacing"):
            return True
    return False


def _of_subject(sentence: Sentence, index: int, metric: Collection[str], at: int) -> bool:
    """Whether what goes up or down is the metric, and stands before the word that says so: "the accuracy of Lumen drops by 16%",
    "accuracy sees a drop of 16%", "an accuracy drop of 16%"."""
    line, first = sentence.line, sentence.numbers[at].first
    if index >= first or any(word.low not in _LEADING for word in line[index + 1 : first]):
        return False
    if _TAKEN_AWAY & {word.low for word in line[:index]}:
        return False  # "without Lumen, accuracy drops by 3%": with it, accuracy is higher
    if line[index].low in _NOUNS and (line[index].low not in _VERBS or line[index + 1].low == "of"):
        begin = index
        while begin and not line[begin].room and line[begin - 1].stem in metric:
            begin -= 1
        if set(metric) == {word.stem for word in line[begin:index]}:
            return bool(metric)
        index -= 1
        while index and not line[index + 1].room and line[index].low in _APPROACH:
            index -= 1
        if line[index].low not in _SEEING:
            return False
    return subject_is(line, index, metric)


def _compared_of(sentence: Sentence, index: int, metric: Collection[str], at: int) -> bool:
    """Whether it is the metric that a comparative behind the number is said of: "the accuracy of Lumen is 5% higher than that of",
    "with rates three times higher for"."""
    line, first = sentence.line, sentence.numbers[at].first
    following = line[index + 1] if index + 1 < len(line) else None
    held = line[index].low in _HELD_AGAINST or (following is not None and following.low in ("than", "for", "in"))
    if index < first or not held or _TAKEN_AWAY & {word.low for word in line[:first]}:
        return False
    verb = first - 1
    while verb > 0 and not line[verb + 1].room and (line[verb].low in _APPROACH or line[verb].low.endswith("ly")):
        verb -= 1
    if verb < 0 or any(word.room for word in line[verb + 1 : index + 1]):
        return False
    return line[verb].stem in metric or (line[verb].low in _BEING and subject_is(line, verb, metric))


def subject_is(line: Sequence[Word], verb: int, metric: Collection[str]) -> bool:
    """Whether the words of a clause before its verb name the metric, and nothing that makes something else of it."""
    begin = verb
    while begin and (line[begin].room < WEAK or _is_bare_with(line, begin)):
        begin -= 1
    said = {word.stem for word in line[begin:verb]}
    return bool(metric) and set(metric) <= said and not (_OF_OTHERS & said) - set(metric)


def _is_bare_with(line: Sequence[Word], index: int) -> bool:
    """Whether a "with" only tells of what more is said: "the latency with Alba"; no comma stands before it."""
    return line[index].low == "with" and line[index].start == line[index - 1].end + 1


def _governing(sentence: Sentence, at: int) -> Governing | None:
    """The word that governs a number: behind it, before it, or before the list that it goes on with; None in doubt."""
    behind, ahead = _behind(sentence, at), _ahead(sentence, at)
    if behind is not None and ahead is not None:
        apart = any(word.room for word in sentence.line[ahead[1] + 1 : sentence.numbers[at].first + 1])
        return behind if apart or _agree(behind[0], ahead[0]) else None
    return behind or ahead


def _given_up(sentence: Sentence, at: int, metric: Collection[str]) -> Governing | None:
    """The word that says of a number that so much of the metric was lost: "costs only 3% in accuracy"."""
    line, stretch = sentence.line, sentence.numbers[at]
    first, end = stretch.first, stretch.last
    if end < len(line) and (line[end].low == "of" or line[end].low in _COMPARATIVES):
        return None
    while first and line[first - 1].low in _APPROACH - {"of"}:
        first -= 1
    priced = line[first - 1].low == "of"
    index = first - priced - 1
    if index < 0 or any(word.room for word in line[index + 1 : stretch.first + 1]):
        return None
    gives_up = line[index].low in _GIVING and line[index + 1].low == "up"
    given = gives_up or (line[index].low in (_PRICE if priced else _GIVEN) and not line[index].joined)
    if not given or _UNSURE & {word.low for word in line[:index][-3:]} or not COST.isdisjoint(metric):
        return None
    while end < len(line) and not line[end].room:
        end += 1
    named = bool(metric) and set(metric) <= {word.stem for word in line[stretch.last : end]}
    return ("worse", index) if named else None


def gives_up(sentence: Sentence) -> bool:
    """Whether a sentence has a word by which something is lost for something else, wherever."""
    return any(word.low in _GIVEN | _PRICE for word in sentence.line)


def _agree(first: Direction, second: Direction) -> bool:
    upward = ("up", "better", "above")
    return (first in upward) == (second in upward)


def _behind(sentence: Sentence, at: int) -> Governing | None:
    """The noun or comparative behind a number: "a 3.37% absolute average improvement", "74% less compute"."""
    last = sentence.numbers[at].last
    if (compared := _held_behind(sentence.line, last)) is not None:
        return compared
    for index in range(last, min(last + _REACH, len(sentence.line))):
        word = sentence.line[index]
        text = word.low
        if word.room or text in _PREPOSITIONS:
            break
        if not word.joined and (found := _NOUNS.get(text) or (_COMPARATIVES.get(text) if index < last + 2 else None)):
            return found, index
    following = sentence.following(at)
    return _behind(sentence, following) if following is not None and sentence.listed(at, following) else None


def _held_behind(line: Sequence[Word], last: int) -> Governing | None:
    """ "3 times as fast as Lumen", "5% above that of Lumen": the word that says it behind a number."""
    following = line[last : last + 3]
    if len(following) < 3 or any(word.room for word in following):
        return None
    low = [word.low for word in following]
    if low[0] == "as" and low[1] in _AS_MANY:
        return _AS_MANY[low[1]], last + 1
    return (
        (_HELD_AGAINST[low[0]], last)
        if low[0] in _HELD_AGAINST and low[1:] in (["that", "of"], ["those", "of"])
        else None
    )


def _ahead(sentence: Sentence, at: int, *, denied: bool = False) -> Governing | None:
    """The verb or noun before a number: "reduces errors by 56.6%", "gains of 3.0%".

    One that is denied, or may be, governs nothing; with `denied` it is only one that is denied for sure that counts.
    """
    line, first = sentence.line, sentence.numbers[at].first
    by = _follows_by(sentence, at)
    crossed = line[first].room
    if crossed and not by:
        return _of_list(sentence, at, denied=denied)
    for index in range(first - 1, -1, -1):
        word = line[index]
        text = word.low
        if text == "behind" and by and index and line[index - 1].low in _FALLING_BEHIND:
            return None if denied or _NEGATIONS & {each.low for each in line[: index - 1][-3:]} else ("worse", index)
        if index and text in ("up", "down") and line[index - 1].low in _SPEEDING | _SLOWING:
            continue  # "slows down inference by 3x"
        if text in _DOUBTFUL or crossed >= STRONG:
            return None
        found = _VERBS.get(text) or _NOUNS.get(text)
        if found is not None and not word.joined and not _adjective(line, index):
            adverbial = crossed >= WEAK and not _ADVERBIAL.isdisjoint(each.low for each in line[:index][-1:])
            if denied:
                return (found, index) if is_denied(line, index) and not adverbial else None
            doubtful = _NEGATIONS & {each.low for each in line[:index][-3:]}
            return None if adverbial or doubtful else (found, index)
        if word.room and not by:
            return _of_list(sentence, at, denied=denied)
        crossed = max(crossed, word.room)
    return None


def _of_list(sentence: Sentence, at: int, *, denied: bool) -> Governing | None:
    """What governs the number before, where this one goes on its list: "gains of 3.0% and up to 8.0%"."""
    previous = sentence.previous(at)
    if previous is None or not (sentence.opens_member(at) or sentence.listed(previous, at)):
        return None
    return _ahead(sentence, previous, denied=denied)


def _follows_by(sentence: Sentence, at: int) -> bool:
    """Whether a number says by how much: "by 5%", "by an average of 5%"."""
    first = sentence.numbers[at].first
    while first and sentence.line[first - 1].low in _APPROACH:
        first -= 1
    return sentence.line[first - 1].low == "by"


def _adjective(line: Sequence[Word], index: int) -> bool:
    """Whether a participle stands before a noun: "the improved model"."""
    return line[index].low.endswith("ed") and index > 0 and line[index - 1].low in _DETERMINERS
