"""Words that turn a phrase into its opposite: "without tools" for "with tools", "prompted to" for "prompted not to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
_OPPOSITES: Final[dict[str, list[str]]] = {}
for _pair in _PAIRS:
    _one, _other = _pair.split("/")
    _OPPOSITES.setdefault(_one, []).append(_other)
    _OPPOSITES.setdefault(_other, []).append(_one)

_NEGATIONS: Final = ("not", "no", "never", "non")
_MOST: Final = 20
"""With more words a field is no phrase."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-of-[^\W\d_]+)?(?:-(?:box|domain|distribution)\b)?")
_CONTRAST: Final = re.compile(
    r"\b(?:than|versus|vs|compared|while(?! \w+ing)|whereas|whilst|although|though|unlike|others?|rest|remaining|opposite|"
    r"contrary|conversely|respectively|both|either|otherwise|instead|unless|except|nor|neither|lack\w*|absen\w+|remov\w+|"
    r"omit\w*|disabl\w+|ablat\w+|(?<!in )contrast\w*)\b",
    re.IGNORECASE,
)
"""What may bring the other side of an opposition into a sentence without its word."""
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
        for other in _OPPOSITES.get(match[0].lower(), ()):
            yield phrase[: match.start()] + other + phrase[match.end() :], match[0], other
        if match[0].lower() in _NEGATIONS and len(found) > 2:
            rest = phrase[match.end() :].lstrip(" -")
            yield phrase[: match.start()] + rest, match[0], ""
        for negation in _NEGATIONS:
            if match.start() > 0 or negation == "non":
                joint = "-" if negation == "non" else " "
                yield phrase[: match.start()] + negation + joint + phrase[match.start() :], "", negation


def says_other_side(sentence: str, own: str, other: str, stated: str) -> bool:
    """Whether a sentence may say the opposite as well: by the claim's own word, by a word of contrast or of denial.

    `stated` is the phrase that stands there with the word `other`; it is left out of account.
    """
    before, _, behind = sentence.partition(stated)
    rest = f"{before} | {behind}"
    if own and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", rest, re.IGNORECASE):
        return True
    if not (own and other) and _DENIAL.search(rest):
        return True
    return _CONTRAST.search(rest) is not None
