"""Whether a sentence says an outcome at all, and whether it says of something that it is the best: the words that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from claimcheck.dataset import PaperInContext
from claimcheck.matching.deltas import CHANGE_NOUNS
from claimcheck.matching.grammar import COPULAS, following, previous
from claimcheck.matching.outcomes.meanings import FORMS
from claimcheck.matching.outcomes.superlatives import is_art, is_one_of_several
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import BEATS, is_outdone
from claimcheck.matching.slots import is_proper
from claimcheck.text.words import Word, stems

_OUTCOMES: Final = frozenset(
    stems(
        "outperform outperforms outperformed outperformance surpass beat beaten exceed eclipse trump best bested outdo outdone overtake "
        "outrank outscore outclass overperform transcend dominate dominant dominance win wins won winner lead leads leader "
        "excel excellent superior supremacy superiority ahead advantage benefit favorable favour favor preferred preferable "
        "underperform trail trails lag lags lagging lose loses lost inferior fail fails failed failure shortfall "
        "behind below above beyond degrade degrades degradation deteriorate worsen hurt suffer struggle collapse "
        "match matches matching matched comparable comparably competitive competitively compete par parity rival rivals rivaling "
        "tied equal equals equally equivalent equivalence same similar similarly similarity identical identically "
        "preserve retain maintain recover restore sustain indistinguishable noninferior noninferiority "
        "improve improvement improved enhance enhancement boost strengthen better worse stronger weaker "
        "increase raise rise grow growth reduce reduction decrease lower lowers drop decline fall falls shrink cut cuts save saves "
        "double doubles halve halves triple triples quadruple twice accelerate speedup speedups fast slow cheap "
        "high highly higher low more less fewer rank ranks ranked "
        "than versus vs compared comparison relative unlike "
        "success successful successfully effective effectively effectiveness robust robustly robustness "
        "inefficient ineffective unstable unreliable inaccurate suboptimal poor poorly "
        "accurate accurately reliable reliably promising remarkable remarkably impressive outstanding exceptional exceptionally "
        "gap gaps margin margins champion medal frontier pareto sota "
        "unmatched unrivaled unrivalled unparalleled unbeaten unprecedented leaderboard mitigate alleviate minimize maximize eliminate "
        "overcome gain gains strengths weaknesses weakness breakdown brittle brittleness fragile fragility vulnerable vulnerability "
        "susceptible unsatisfactory unsatisfactorily resilient resilience falter stumble unable inability incapable insufficient insufficiently "
        "inadequate inadequately "
        "impair undermine hinder deficient deficiency perfect perfectly flawless flawlessly thrive catastrophic catastrophically"
    )
) | {*CHANGE_NOUNS}
"""The stems of words with which outcomes are told; wide, since nobody has a list of them all."""
_COMPARATIVE: Final = re.compile(r"[a-z]{2,}(?:er|est)")
_NO_COMPARATIVE: Final = frozenset(
    "after another computer consider cover deliver either ever filter however layer letter matter member never number offer order other "
    "over parameter paper power prior rather render super trainer transfer transformer under user water whether interest test latest "
    "request suggest dataset forest invest manifest contest rest nest west modest honest register encoder decoder router adapter cluster "
    "peer center".split()
)
"""Words that end like a comparative or a superlative, and are none."""
_EFFECTS: Final = frozenset("impact impacts effect effects influence influences contribution contributions".split())
_FOR_BETTER_OR_WORSE: Final = frozenset(
    "positive negative beneficial detrimental harmful favorable favourable adverse".split()
)
"""Such an effect is an outcome; another may be any."""
_BEST: Final = frozenset(
    "best topped top tops leader leaders record records frontier frontiers pareto dominate dominates dominated "
    "dominating dominant dominance unmatched unrivaled unrivalled unparalleled unbeaten unprecedented unsurpassed optimal optimum winner wins "
    "win won champion foremost supreme ultimate".split()
)
"""Words that say that nothing is better, or that may."""
_OF_ONE: Final = frozenset("strong strongly weak weakly".split())
"""They say of one thing how it is, and no outcome of a comparison; but one of them may be said of either side."""
_REACHING: Final = frozenset(
    "reach reaches reached reaching attain attains attained attaining close closes closing".split()
)
_ALIKE: Final = {
    **dict.fromkeys("align aligns aligned aligning alignment agree agrees agreed agreeing agreement".split(), "with"),
    **dict.fromkeys("consistent consistently consistency accord accordance concordance".split(), "with"),
    **dict.fromkeys("correspond corresponds corresponded corresponding correspondence".split(), "to with"),
}
"""Words by which one thing is as another is, with what must follow: "aligns closely with", no "alignment of models"."""
_BARS: Final = frozenset("benchmark benchmarks standard standards bar bars milestone milestones height heights".split())
_SETS: Final = frozenset("set sets setting establish establishes established establishing".split())
"""Who sets a new one of these is the best so far; who establishes a benchmark has made one."""
_REMAINS: Final = COPULAS | {"remain", "remains", "remained"}
"""What is the gold standard is the best there is; another may be held against it."""
_SUPERLATIVE: Final = re.compile(r"[a-z]{2,}est")
_HARDLY_A_RANK: Final = frozenset("likely recently".split())
_ALL: Final = frozenset("all any every each everything others other".split())
_OTHERS: Final = frozenset("other others".split())
"""Behind "all", these are all there are, also as the last of a list: "outperforms linear models and all other baselines"."""
_OVER: Final = BEATS | frozenset("than over".split())
_REACH: Final = 2
"""So far behind "outperforms" or "than" may "all" stand, which makes the winner the best; and twice so far before it "no"."""
_ENGLISH: Final = frozenset("the a an of in on to and we is are with for that our by".split())
_FEW: Final = 4
"""With fewer words a stretch is no sentence, and says nothing about what it leaves out."""


def says_outcome(sentence: Sentence, paper: PaperInContext) -> bool:
    """Whether a sentence holds a word that tells an outcome, or two numbers of one unit, which do so by themselves.

    True where that cannot be told: outside English, or where there are hardly any words.
    """
    line = sentence.line
    if not is_english(line):
        return True
    units = Counter(paper.numbers[at].unit for at in sentence.numbers)
    if any(count > 1 for count in units.values()):
        return True
    if not sentence.numbers and any(word.low in _REACHING for word in line):
        return True  # "does not reach the accuracy of Lumen"
    both = len({word.stem for word in line if word.low in _OF_ONE}) > 1
    return any(
        _says_best(line, index)
        or is_outdone(line, index)
        or (word.low in _EFFECTS and previous(line, index) in _FOR_BETTER_OR_WORSE)
        or word.low in FORMS
        or word.low in ("approaches", "approached", "approaching")
        or (word.low == "far" and following(line, index) == "from")
        or (not word.joined and not word.low.isupper() and word.stem in _OUTCOMES and (both or word.low not in _OF_ONE))
        or (_COMPARATIVE.fullmatch(word.low) and word.low not in _NO_COMPARATIVE)
        for index, word in enumerate(line)
    )


def says_alike(sentence: Sentence) -> bool:
    """Whether a sentence says that one thing is as another is, which makes it a match and no other outcome."""
    low = [word.low for word in sentence.line]
    return any(
        word in _ALIKE and not set(_ALIKE[word].split()).isdisjoint(low[index : index + 1 + _REACH])
        for index, word in enumerate(low)
    )


def says_best(sentence: Sentence) -> bool:
    """Whether a sentence holds a word that says of something that nothing is better; True where that cannot be told."""
    line = sentence.line
    return not is_english(line) or any(
        _says_best(line, index) and not is_one_of_several(line, index) for index in range(len(line))
    )


def _says_best(line: Sequence[Word], index: int) -> bool:
    word, before, behind = line[index], previous(line, index), following(line, index)
    if is_art(line, index) or (word.low in _WON and (not behind or line[index + 1].room)):
        return True  # "the baseline outperformed, attaining …": without a word of whom
    if word.low == "only" and (not index or word.room) and is_proper(line[index + 1 : index + 2]):
        return True  # "only Lumen generalizes"
    if word.low in ("most", "least") and behind.endswith("ly") and behind not in _HARDLY_A_RANK:
        return True  # "performing most consistently"
    if word.low in ("most", "least", "first", "only"):
        return before in ("the", "is", "are", "ranks", "ranked", "its", "our") or behind in ("place", "rank")
    if word.low in ("lead", "leads", "led", "leading"):
        return behind not in ("to", "us", "")
    if word.low == "standard" and before == "gold":
        return not _REMAINS.isdisjoint(each.low for each in line[:index][-2 * _REACH :])
    if word.low in _BARS:
        return _is_set_anew(line, index)
    if word.low == "second":
        return [each.low for each in line[index + 1 : index + 3]] == ["to", "none"]
    if word.low in ("no", "none", "nothing"):
        index += behind == "other"  # "no other system is better than"
        return bool(_OVER & {each.low for each in line[index : index + 1 + 2 * _REACH]})
    if word.low in _ALL:
        low = [each.low for each in line[:index]]
        last_of_list = word.low == "all" and behind in _OTHERS and not BEATS.isdisjoint(low)
        return last_of_list or not _OVER.isdisjoint(low[-_REACH:])
    return word.low in _BEST or bool(_SUPERLATIVE.fullmatch(word.low) and word.low not in _NO_COMPARATIVE)


def _is_set_anew(line: Sequence[Word], index: int) -> bool:
    """Whether a bar is a new one that somebody sets: "sets a new standard"; a benchmark that is established may be a data set."""
    before = [word.low for word in line[:index][-2 * _REACH :]]
    is_set = "new" in before and not _SETS.isdisjoint(before[: before.index("new")])
    return is_set and all(word.room or word.low in _FOR for word in line[index + 1 : index + 2])


_FOR: Final = frozenset("in for on of across among at with by and".split())
_WON: Final = frozenset("outperforms outperformed surpasses surpassed prevails prevailed excels excelled".split())


def is_english(line: Sequence[Word]) -> bool:
    """Whether these words are an English sentence; of a few that cannot be told."""
    return len(line) >= _FEW and any(word.low in _ENGLISH for word in line)
