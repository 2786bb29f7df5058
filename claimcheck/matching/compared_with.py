"""Whom a sentence compares with, where it does not name the baseline that a claim has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.apposition import said_to_be_one
from claimcheck.matching.grammar import DETERMINERS, HOLDING, ends_phrase, following
from claimcheck.matching.other_claims import standing
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import COMPARED, marks, places
from claimcheck.matching.slots import is_proper
from claimcheck.matching.spoken import is_only_compared, may_be_one, related, said_names
from claimcheck.text.words import Word, content, stems

_HOLDS: Final = HOLDING - {"compared", "opposed"}
ANYBODY: Final = frozenset(
    stems(
        "baseline baselines method methods approach approaches model models system systems technique techniques algorithm algorithms work "
        "works solution solutions counterpart counterparts alternative alternatives competitor competitors state-of-the-art state of the art "
        "sota existing prior previous other others current recent strong stronger strongest best standard conventional traditional common "
        "unstated it they them this these those that one ones"
    )
)
"""Words that say of a baseline no more than that it is one."""
_MOST: Final = 6
"""So many words at most are a name, with what describes it."""


def compared_instead(sentence: Sentence, claim: ClaimInContext, baseline: str, vocabulary: Vocabulary) -> str | None:
    """What a sentence compares with, where that is surely not a baseline of another sentence; None in doubt.

    Both must be names, or the baseline of another claim stands there, and the abstract must nowhere say that they are one.
    Where the sentence compares with several, or with what may be anybody ("existing methods", "it"), nothing is said.
    """
    phrases = list(_phrases(sentence))
    if _is_compared(sentence, claim):
        return None  # told from the other side: the baseline is what it was compared for
    if (known := _baseline_of_another(phrases, claim, vocabulary)) is not None:
        return known
    folded = claim.paper.folded
    assert folded is not None
    if not phrases or not all(map(is_proper, phrases)):
        return None
    if baseline.islower() and not is_only_compared(baseline, folded, vocabulary):
        return None
    subject = claim.claim.subject.text
    itself = content(subject)
    own = [each for each in said_names(claim, vocabulary) if each != subject]
    names = [written(claim, phrase) for phrase in phrases]
    for name in names:
        words = content(name)
        if not (words - itself and itself - words) or any(related(name, each) for each in own):
            return None
    return None if any(said_to_be_one(baseline, name, folded.view.text) for name in names) else names[0]


def _is_compared(sentence: Sentence, claim: ClaimInContext) -> bool:
    """Whether the sentence has the claim's subject only behind a word that compares."""
    first = next(iter(places(sentence.line, [claim.spelled.subject.text])), None)
    return first is not None and not first.leads and any(mark < first.first for mark in marks(sentence, None))


def _baseline_of_another(
    phrases: Iterable[Sequence[Word]], claim: ClaimInContext, vocabulary: Vocabulary
) -> str | None:
    """The baseline of another claim that stands behind a word that compares, and that this claim does not name; one that
    may be anybody is none."""
    own = said_names(claim, vocabulary)
    for name in standing(claim, "baseline"):
        phrase = stems(name)
        compared = any([word.stem for word in each[: len(phrase)]] == phrase for each in phrases)
        if compared and content(name) - ANYBODY and not any(may_be_one(name, each) for each in own):
            return name
    return None


def _phrases(sentence: Sentence) -> Iterator[Sequence[Word]]:
    """What stands behind each word that compares."""
    line = sentence.line
    held = (index for index, word in enumerate(line) if word.low in _HOLDS and not word.joined)
    for mark in sorted({*marks(sentence, None), *held}):
        yield [line[at] for at in phrase_behind(sentence, mark)]


def phrase_behind(sentence: Sentence, mark: int) -> range:
    """The phrase that stands behind a word that compares; the phrase alone, without what is told of it."""
    line = sentence.line
    first = mark + 1 + ((line[mark].low, following(line, mark)) in COMPARED)
    while first < len(line) and line[first].low in DETERMINERS:
        first += 1
    last = first
    while last < min(len(line), first + _MOST) and last not in sentence.numbered and not line[last].room:
        if ends_phrase(line, last) and not line[last].joined:  # not the "of" of "state-of-the-art"
            break
        last += 1
    return range(first, last)


def written(claim: ClaimInContext, phrase: Sequence[Word]) -> str:
    """A phrase as the abstract has it, its line breaks aside."""
    assert claim.paper.abstract is not None
    return " ".join(claim.paper.abstract.text[phrase[0].start : phrase[-1].end].split())
