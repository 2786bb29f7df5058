"""Which side of a comparison a claim's subject stands on: before "outperforms", or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, Word, stems

_WINS: Final = frozenset(
    "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing beat beats beating exceed exceeds exceeding".split()
)
"""Verbs whose object is what lost."""
_BETTER: Final = frozenset(
    "improve improves improved improving improvement improvements gain gains advantage advantages superior superiority better more "
    "higher faster stronger greater".split()
)
"""Words that make of a following "over" or "than" a mark of what lost."""
_WORSE: Final = frozenset(
    "worse less fewer lower slower weaker smaller not no never cannot fail fails underperform underperforms".split()
)
_COMPARED: Final = frozenset({("compared", "to"), ("compared", "with"), ("relative", "to"), ("starting", "from")})
"""Pairs of words behind which the sentence names what it compares with, up to the next comma."""
_REACH: Final = 24


def turned(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The word behind which the subject of a claim stands as what lost, and the baseline does not; None if there is none.

    Only for claims that say that their subject is the better one; both must be told by their own words.
    """
    if not claim.claim.baseline or not _wins(claim):
        return None
    line = sentence.line
    subject = _places(line, stems(claim.claim.subject.text))
    baselines = [at for each in claim.claim.baseline for at in _places(line, stems(each.text))]
    for mark in _marks(line):
        end = _end(line, mark)
        behind = [at for at in subject if mark < at < end]
        told = len(behind) == len(subject) or any(at < mark for at in baselines)
        if behind and told and not any(mark < at < end for at in baselines):
            return line[mark]
    return None


def _wins(claim: ClaimInContext) -> bool:
    """Whether a claim says that its subject is better than its baseline."""
    said = claim.claim
    if said.rank is not None:
        return said.rank.text in ("outperforms", "best")
    if said.change is None or said.better is None:
        return False
    return (said.change.text == "increase") == (said.better.text == "higher")


def _marks(line: Sequence[Word]) -> Iterator[int]:
    """The words behind which the sentence names what lost."""
    for index, word in enumerate(line):
        text = word.text.lower()
        if not _WORSE & set(_before(line, index, room=1)) and (
            text in _WINS
            or _compares(line, index)
            or (text in ("over", "than") and _BETTER & set(_before(line, index, room=STRONG)))
        ):
            yield index


def _compares(line: Sequence[Word], index: int) -> bool:
    return index + 1 < len(line) and (line[index].text.lower(), line[index + 1].text.lower()) in _COMPARED


def _before(line: Sequence[Word], index: int, room: int) -> list[str]:
    """The words before one, back to where the line has so much room, and no further than the reach."""
    found: list[str] = []
    while index > 0 and line[index].room < room and len(found) < _REACH:
        index -= 1
        found.append(line[index].text.lower())
    return found


def _end(line: Sequence[Word], mark: int) -> int:
    """Where what a mark governs ends: at the end of the clause, or at the next mark of a comparison."""
    compares = _compares(line, mark)
    for index in range(mark + 1 + compares, min(mark + _REACH, len(line))):
        if line[index].room >= (WEAK if compares else STRONG) or line[index].text.lower() in ("with", "by", *_WINS):
            return index
    return min(mark + _REACH, len(line))


def _places(line: Sequence[Word], phrase: Sequence[str]) -> list[int]:
    """Where a phrase stands, its words together; a phrase that tells nothing stands nowhere."""
    if not set(phrase) - FUNCTION_WORDS:
        return []
    length = len(phrase)
    return [at for at in range(len(line) - length + 1) if [word.stem for word in line[at : at + length]] == phrase]
