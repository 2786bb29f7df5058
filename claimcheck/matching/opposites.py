"""Words that turn a phrase into its opposite: "without tools" for "with tools", "prompted to" for "prompted not to"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from claimcheck.text.words import content

_PAIRS: Final = (
    "with/without inside/outside in/outside within/outside more/less more/fewer most/least most/fewest larger/smaller "
    "bigger/smaller largest/smallest large/small big/small better/worse best/worst higher/lower highest/lowest high/low "
    "stronger/weaker strongest/weakest strong/weak longer/shorter longest/shortest long/short faster/slower fast/slow "
    "easier/harder easiest/hardest easy/hard deeper/shallower wider/narrower cheaper/costlier before/after above/below "
    "pre/post single/multi single/multiple supervised/unsupervised seen/unseen known/unknown familiar/unfamiliar "
    "labeled/unlabeled labelled/unlabelled paired/unpaired constrained/unconstrained conditional/unconditional "
    "balanced/imbalanced trained/untrained aligned/unaligned filtered/unfiltered structured/unstructured "
    "maximum/minimum maximal/minimal positive/negative correct/incorrect offline/online open/closed internal/external "
    "frozen/unfrozen static/dynamic homogeneous/heterogeneous linear/nonlinear early/late earlier/later old/new older/newer "
    "rich/poor white-box/black-box intra/inter in-domain/out-of-domain in-distribution/out-of-distribution "
    "including/excluding always/never increased/decreased increasing/decreasing rising/falling"
).split()
_SETS: Final = (
    "dev/test dev/training development/test validation/test validation/training train/test training/test training/inference "
    "zero-shot/few-shot zero-shot/one-shot zero-shot/five-shot zero-shot/many-shot source/target male/female men/women "
    "in-domain/out-of-domain in-distribution/out-of-distribution "
    "training/rendering inference/rendering training/decoding inference/decoding word/character word/phoneme character/phoneme "
    "precision/recall sensitivity/specificity mean/median input/output encoder/decoder encoding/decoding forward/backward "
    "spatial/temporal global/local row/column node/edge user/item text/image image/video audio/video indoor/outdoor synthetic/real "
    "simulated/real clean/noisy clean/adversarial monolingual/multilingual monolingual/bilingual binary/multiclass binary/multi-class "
    "upper/lower left/right sparse/dense explicit/implicit sequential/parallel teacher/student urban/rural normal/abnormal "
    "overestimation/underestimation oversampling/undersampling primary/secondary"
).split()
"""Not each other's opposites, but other things: an abstract that has both words may speak of both."""
_QUANTIFIERS: Final = frozenset("all some most several multiple many various".split())
_WHOLE: Final = (*(f"{each}/all" for each in sorted(_QUANTIFIERS - {"all"})), "within/beyond")


def _both_ways(pairs: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        one, other = pair.split("/")
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


_OPPOSITES: Final = _both_ways(_PAIRS)
_EXCHANGED: Final = _both_ways(dict.fromkeys((*_PAIRS, *_SETS, *_WHOLE)))
_ELSEWHERE: Final = frozenset(_both_ways(_SETS)) - frozenset(_OPPOSITES)
_OF_THE: Final = "some most several few many half one two three four five".split()
"""So many "of the tasks" are not "all tasks"."""
_ALL_BUT: Final = re.compile(r"^(\w+?)(s?)(?!\w)")
_ANY: Final = ("any ", "the ", "a ", "an ", "further ", "additional ", "the need for ", "the use of ", "using ")
"""What may stand behind "without", and not behind "with"."""
_NEGATIONS: Final = ("not", "no", "never", "non")
_MOST: Final = 20
"""With more words a field is no phrase."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-of-[^\W\d_]+)?(?:-(?:box|domain|distribution|shot)\b)?")
_CONTRAST: Final = re.compile(
    r"\b(?:than|versus|vs|compared|while(?! \w+ing)|whereas|whilst|although|though|unlike|others?|rest|remaining|opposite|"
    r"contrary|conversely|respectively|both|either|otherwise|instead|unless|except|nor|neither|lack\w*|absen\w+|remov\w+|"
    r"omit\w*|disabl\w+|ablat\w+|else|(?<!in )contrast\w*)\b",
    re.IGNORECASE,
)
"""What may bring the other side of an opposition into a sentence without its word."""
_COMPARISON: Final = re.compile(
    r"\b(?:from|over|above|below|beyond|against|but|only|alone|up|down|bare|plain|vanilla|default|original|baselines?|base|"
    r"improv\w+|increas\w+|decreas\w+|reduc\w+|gain\w*|drop\w*|ris(?:es?|ing)|rose|fall\w*|fell|los[et]\w*|boost\w*|rais\w+|lower\w*|"
    r"degrad\w+|outperform\w*|surpass\w*|exceed\w*|better|worse|more|less|fewer|higher|gaps?|differ\w*|ahead|behind|trail\w*|lag\w*)\b",
    re.IGNORECASE,
)
"""What may hold two values of a sentence against each other."""
_DENIAL: Final = re.compile(r"\b(?:not|no|non|never|without|fails?|stops?|avoid\w*|zero|free)\b|n't\b", re.IGNORECASE)
"""The same, where a "not" is put in or left out."""


def turned(phrase: str) -> Iterator[tuple[str, str, str]]:
    """The phrases that differ from one of several words in one word that turns its sense: (phrase, its word, the other word).

    A word is exchanged for its opposite, or a negation is put in (the own word is "") or left out (the other word is "").
    """
    found = list(_WORD.finditer(phrase))
    if not 2 <= len(found) <= _MOST:
        return
    for match in found:
        for other in _EXCHANGED.get(match[0].lower(), ()):
            yield phrase[: match.start()] + other + phrase[match.end() :], match[0], other
        yield from _in_more_words(phrase[: match.start()], match[0], phrase[match.end() :].lstrip())
        if match[0].lower() in _NEGATIONS and len(found) > 2:
            rest = phrase[match.end() :].lstrip(" -")
            yield phrase[: match.start()] + rest, match[0], ""
        for negation in _NEGATIONS:
            if match.start() > 0 or negation == "non":
                joint = "-" if negation == "non" else " "
                yield phrase[: match.start()] + negation + joint + phrase[match.start() :], "", negation


def _in_more_words(before: str, word: str, behind: str) -> Iterator[tuple[str, str, str]]:
    """The phrases that turn the sense of one by more than a word: "without any tools", "two of the tasks", "all but one task"."""
    match word.lower():
        case "with":
            yield from ((f"{before}without {any}{behind}", word, "without") for any in _ANY)
        case "all":
            yield from ((f"{before}{each} of the {behind}", word, each) for each in _OF_THE)
            for noun in (_ALL_BUT.sub(r"\1", behind), _ALL_BUT.sub(r"\1s", behind)):
                yield f"{before}all but {'two' if noun == behind else 'one'} {noun}", word, "all but"
        case "in" if behind.lower() in ("domain", "distribution"):
            yield f"{before}out of {behind}", word, "out of"


def elsewhere(word: str) -> bool:
    """Whether a word, where it stands in another sentence of an abstract, may be meant in this one, too: "test"."""
    return word.lower() in _ELSEWHERE


def clash(phrase: str, other: str) -> tuple[str, str] | None:
    """The words by which one phrase says the opposite of another: "more noise" and "less noise"; None if there are none."""
    mine = _polar(phrase)
    theirs = _polar(other) if mine else []
    for word, following in mine:
        if any(each == word for each, _ in theirs):
            continue
        for opposite, what in theirs:
            if what == following and opposite in _OPPOSITES[word]:
                return f"{word} {following}", f"{opposite} {what}"
    return None


def _polar(phrase: str) -> list[tuple[str, str]]:
    """The words of a phrase that have an opposite, each with the word behind it."""
    low = phrase.casefold()
    found = list(_WORD.finditer(low))
    return [
        (first[0], second[0])
        for first, second in pairwise(found)
        if first[0] in _OPPOSITES and len(second[0]) > 2 and low[first.end() : second.start()] in (" ", "-")
    ]


def compares(sentence: str) -> bool:
    """Whether a sentence may hold two of its values against each other, by words that are no contrast yet."""
    return _COMPARISON.search(sentence) is not None


def says_other_side(sentence: str, own: str, other: str, stated: str, *, others: Sequence[str] | None = None) -> bool:
    """Whether a sentence may say the opposite as well: by the claim's own word, by a word of contrast or of denial.

    `stated` is the phrase that stands there with the word `other`; it is left out of account. With `others`, which are what the
    claim says besides, a "with" or "all" counts only if it may be said of the same thing, and stands in none of them.
    """
    rest = sentence.replace(stated, " | ")
    if own and _has(rest, own, stated, others):
        return True
    if own.lower() in _QUANTIFIERS and other in _QUANTIFIERS:
        return False  # what is held against what has no part in how many there are
    if not (own and other) and _DENIAL.search(rest):
        return True
    return _CONTRAST.search(rest) is not None


_GOVERNING: Final = frozenset("with without within all".split())
"""They are said of what follows, and stand in many sentences."""
_ELLIPTIC: Final = re.compile(
    r"\s*(?:[^\w\s]|$|(?:and|or|but|it|its|them|these|those|this|that|such|one|ones|of|is|are|was|were|the|a|an|our|any)\b)"
)
"""Behind such a word: the thing may be the same."""
_NEXT: Final = re.compile(r"(?:\s+[\w-]+){1,3}")


def _has(rest: str, own: str, stated: str, others: Sequence[str] | None) -> bool:
    """Whether the claim's own word stands in the rest of a sentence, of what the phrase may be about."""
    if others is not None and own.lower() in _GOVERNING:
        for other in others:
            rest = re.sub(rf"(?<!\w){re.escape(other)}(?!\w)", "…", rest) if other in rest else rest
    for match in re.finditer(rf"(?<!\w){re.escape(own)}(?!\w)", rest, re.IGNORECASE):
        if others is None or own.lower() not in ("with", "without") or _ELLIPTIC.match(rest, match.end()):
            return True
        following = _NEXT.match(rest, match.end())
        if following is None or following[0] != following[0].lower() or content(following[0]) & content(stated):
            return True
    return False


def beside(sentence: str, stated: str) -> list[int]:
    """Where a sentence has the word that a phrase has behind "non" ("non-abusive texts") without it, too."""
    found = _NON.match(stated)
    if found is None:
        return []
    word = re.compile(rf"(?<![\w-])(?<!non )(?<!not ){re.escape(found[1])}(?!\w)", re.IGNORECASE)
    return [match.start() for match in word.finditer(sentence)]


_NON: Final = re.compile(r"(?:.*\s)?non[- ]?([^\W\d_]+)", re.IGNORECASE)
