"""Which way a number of change goes: the words of its clause that say so, and what they mean for a metric."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, Word, stems

Change = Literal["increase", "decrease"]
Direction = Literal["up", "down", "better", "above", "worse"]
"""What a word says: of the number itself (up, down), of the quality (better, worse), or either (above: "exceeds")."""


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
)
"""Words that say it before the number: "improves … by 5%"."""
_NOUNS: Final = (
    _said("up", "increase increases rise growth")
    | _said("down", "reduction reductions decrease decreases drop drops decline declines saving savings")
    | _said("better", "improvement improvements enhancement enhancements")
    | _said("above", "gain gains boost boosts uplift")
    | _said("worse", "degradation deterioration")
)
"""Words that say it on either side: "an improvement of 5%", "a 5% improvement"."""
_COMPARATIVES: Final = (
    _said("up", "more higher larger greater additional")
    | _said("down", "less fewer lower smaller")
    | _said("better", "better")
    | _said("worse", "worse")
)
"""Words that say it behind the number: "5% fewer errors"."""
_NEGATIONS: Final = frozenset(
    "not no never cannot fail fails failed avoid avoids avoiding prevent prevents preventing nor".split()
)
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
_LOWER_IS_BETTER: Final = frozenset(
    stems(
        "error perplexity loss latency time runtime cost memory compute FLOPs energy WER CER FID MAE RMSE MSE EER LPIPS hallucination toxicity "
        "bias regurgitation forgetting regret violation overhead delay mortality failure variance distance divergence bits"
    )
)
_HIGHER_IS_BETTER: Final = frozenset(
    stems(
        "accuracy score performance F1 precision recall AUC AUROC BLEU ROUGE quality success win reward capability reliability mAP mIoU IoU exactness"
    )
)
NAMED_BY_CHANGE: Final = frozenset(
    stems(
        "improvement enhancement gain boost increase growth reduction decrease drop decline saving speedup compression efficiency degradation"
    )
)
_REACH: Final = 4

Governing = tuple[Direction, int]
"""What a word says of a number, and where the word is in the sentence."""


def stated_change(sentence: Sentence, claim: ClaimInContext, vocabulary: Vocabulary) -> tuple[Change, Word] | None:
    """Which way the words of the sentence say that a claim's number goes, and the word that says so; None in doubt."""
    if claim.value_at is None or claim.value_at not in sentence.numbers:
        return None
    governing = _governing(sentence, claim.value_at)
    metric = set(stems(claim.claim.metric.text)) - FUNCTION_WORDS
    if governing is None or metric & NAMED_BY_CHANGE:  # "error reduction" increases where errors are reduced
        return None
    direction, index = governing
    if direction in ("up", "down"):
        if not metric & _clause(sentence, index, claim.value_at):
            return None  # it may be something else that goes up or down
        return ("increase" if direction == "up" else "decrease"), sentence.line[index]
    better = better_of(claim, vocabulary)
    if better is None or (direction == "above" and better == "lower"):
        return None
    return ("increase" if (better == "higher") == (direction != "worse") else "decrease"), sentence.line[index]


def better_of(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """Which values of the claim's metric are the better ones: as it says, as the vocabulary says, or by its words."""
    if claim.claim.better is not None:
        return claim.claim.better.text
    entry = vocabulary.find(claim.claim.metric.text)
    if entry is not None and entry.better is not None:
        return entry.better.text
    metric = set(stems(claim.claim.metric.text))
    if metric & _LOWER_IS_BETTER:
        return "lower"
    return "higher" if metric & _HIGHER_IS_BETTER else None


def _clause(sentence: Sentence, index: int, at: int) -> set[str]:
    """The stems from the governing word to the number, and on to the end of the clause behind the last of the two."""
    stretch = sentence.numbers[at]
    end = max(index + 1, stretch.last)
    while end < len(sentence.line) and not sentence.line[end].room:
        end += 1
    return {word.stem for word in sentence.line[min(index, stretch.first) : end]}


def _governing(sentence: Sentence, at: int) -> Governing | None:
    """The word that governs a number: behind it, before it, or before the list that it goes on with; None in doubt."""
    behind, ahead = _behind(sentence, at), _ahead(sentence, at)
    if behind is not None and ahead is not None:
        apart = any(word.room for word in sentence.line[ahead[1] + 1 : sentence.numbers[at].first + 1])
        return behind if apart or _agree(behind[0], ahead[0]) else None
    return behind or ahead


def _agree(first: Direction, second: Direction) -> bool:
    upward = ("up", "better", "above")
    return (first in upward) == (second in upward)


def _behind(sentence: Sentence, at: int) -> Governing | None:
    """The noun or comparative behind a number: "a 3.37% absolute average improvement", "74% less compute"."""
    last = sentence.numbers[at].last
    for index in range(last, min(last + _REACH, len(sentence.line))):
        word = sentence.line[index]
        text = word.low
        if word.room or text in _PREPOSITIONS:
            break
        if not word.joined and (found := _NOUNS.get(text) or (_COMPARATIVES.get(text) if index < last + 2 else None)):
            return found, index
    following = sentence.following(at)
    return _behind(sentence, following) if following is not None and sentence.listed(at, following) else None


def _ahead(sentence: Sentence, at: int) -> Governing | None:
    """The verb or noun before a number: "reduces errors by 56.6%", "gains of 3.0%"."""
    line, first = sentence.line, sentence.numbers[at].first
    by = _follows_by(sentence, at)
    crossed = line[first].room if first < len(line) else 0
    if crossed and not by:
        return _of_list(sentence, at)
    for index in range(first - 1, -1, -1):
        word = line[index]
        text = word.low
        if text in _DOUBTFUL or crossed >= STRONG:
            return None
        found = _VERBS.get(text) or _NOUNS.get(text)
        if found is not None and not word.joined and not _adjective(line, index):
            adverbial = index > 0 and crossed >= WEAK and line[index - 1].low in _ADVERBIAL
            denied = _NEGATIONS & {each.low for each in line[max(0, index - 3) : index]}
            return None if adverbial or denied else (found, index)
        if word.room and not by:
            return _of_list(sentence, at)
        crossed = max(crossed, word.room)
    return None


def _of_list(sentence: Sentence, at: int) -> Governing | None:
    """What governs the number before, where this one goes on its list: "gains of 3.0% and up to 8.0%"."""
    previous = sentence.previous(at)
    if previous is None or not (sentence.opens_member(at) or sentence.listed(previous, at)):
        return None
    return _ahead(sentence, previous)


def _follows_by(sentence: Sentence, at: int) -> bool:
    """Whether a number says by how much: "by 5%", "by an average of 5%"."""
    index = sentence.numbers[at].first - 1
    while index >= 0 and sentence.line[index].low in _APPROACH:
        index -= 1
    return index >= 0 and sentence.line[index].low == "by"


def _adjective(line: Sequence[Word], index: int) -> bool:
    """Whether a participle stands before a noun: "the improved model"."""
    return line[index].low.endswith("ed") and index > 0 and line[index - 1].low in _DETERMINERS
