"""Whom a sentence speaks of: a claim's subject, a word that may stand for it, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.quotes import locate, sentence_around, whole_name
from claimcheck.text.fold import fold
from claimcheck.text.render import render
from claimcheck.text.words import FUNCTION_WORDS, stems

_KIND: Final = (
    "model method approach system framework agent technique algorithm pipeline architecture network policy classifier "
    "variant version tool dataset corpus suite strategy recipe procedure family design solution work scheme module "
    "paradigm estimator detector learner attack loss objective protocol"
).replace(" ", "|")
_OUTCOME: Final = (
    "reach achieve attain obtain outperform improve reduce yield surpass beat exceed gain match get score increase "
    "decrease cut lower raise boost underperform trail lag lose win deliver provide produce show solve answer detect "
    "require need use take contain comprise"
)
_VERB: Final = re.compile(rf"(?:{_OUTCOME.replace(' ', '|')})(?:es|s|ed|d)?", re.IGNORECASE)
_STANDS_FOR: Final = re.compile(
    r"\b(?:it|they|them|this|these|those|such|both|former|latter)\b"
    rf"|\b(?:the|our|its|their|a|an)\s+(?:[\w.-]+\s+){{0,3}}(?:{_KIND})s?\b"
    rf"|\bwe\s+(?:\w+ly\s+|also\s+|can\s+|thus\s+)*(?!show\b)(?:{_OUTCOME.replace(' ', '|')})d?\b",
    re.IGNORECASE,
)
"""Words that may stand for a subject that another sentence names."""
_NOT_THE_ONE: Final = frozenset(
    "than over of by with via using against from in on to for versus vs and or like as unlike compared into between among "
    "under within without base based between including outperforms surpasses beats surpassing outperforming".split()
)
"""Before a name: it is not what the sentence speaks of."""
_AFTER: Final = re.compile(r"(?:,\s+which\s+|\s+)(?:[a-z]+ly\s+|also\s+|can\s+|even\s+|still\s+)*([A-Za-z]+)")


def stands_for_another(sentence: str) -> bool:
    """Whether a sentence has a word that may stand for what another sentence names."""
    return bool(_STANDS_FOR.search(render(sentence).text))


def rival(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """Somebody else whom the claim's sentence speaks of: another subject of the file, the paper's own work, or a model of
    the vocabulary, which is nowhere in the claim and stands there as what a verb is said of. None where there is a doubt.
    """
    folded = claim.paper.folded
    assert folded is not None
    assert claim.quote.place is not None
    sentence = sentence_around(claim.quote.place, folded)
    mine = _own(claim, vocabulary)
    for name in _others(claim, vocabulary):
        spellings = _spellings(name, vocabulary)
        if any(related(each, own) for each in spellings for own in mine):
            continue
        for spelling in spellings:
            for place in locate(spelling, folded, sentence):
                if whole_name(place, folded) and _spoken_of(
                    folded.view.text, *folded.view_range(place.start, place.end)
                ):
                    return spelling
    return None


def _others(claim: ClaimInContext, vocabulary: Vocabulary) -> Iterator[str]:
    for other in claim.paper.all_claims():
        yield other.claim.subject.text
    yield claim.paper.claims.paper.name.text
    for entry in vocabulary.models:
        yield entry.name.text


def _own(claim: ClaimInContext, vocabulary: Vocabulary) -> list[str]:
    """All that a claim names, in all spellings."""
    return [
        spelling
        for name, scalar in claim.claim.texts()
        if name not in ("value", "baseline_value", "mention", "note", "doubt", "hedge")
        for spelling in _spellings(scalar.text, vocabulary)
    ]


def _spellings(name: str, vocabulary: Vocabulary) -> list[str]:
    entry = vocabulary.find(name)
    return [name, *(each.text for each in (entry.name, *entry.aliases))] if entry is not None else [name]


def _spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a verb of outcome follows a name, and nothing before the name makes it something else than the subject."""
    before = re.findall(r"[\w'-]+|[,;:()]", text[:start])[-1:]
    after = _AFTER.match(text, end)
    if (before and before[0].lower() in _NOT_THE_ONE) or after is None:
        return False
    return text[end] == "," or _VERB.fullmatch(after[1]) is not None


def related(name: str, other: str) -> bool:
    """Whether two names may be the same thing: a word in common, or one the initials of the other."""
    mine, theirs = _content(name), _content(other)
    return bool(mine & theirs) or _initials(name, other) or _initials(other, name)


def _content(text: str) -> set[str]:
    found = {each for each in stems(text) if each not in FUNCTION_WORDS}
    return found | {fold(text).text.casefold()}


def _initials(short: str, long: str) -> bool:
    """Whether the letters of a short name come in this order in a longer one of several words."""
    letters = [each for each in render(short).text.casefold() if each.isalpha()]
    whole = render(long).text.casefold()
    if len(letters) < 2 or " " in short.strip() or " " not in long.strip() or not whole.startswith(letters[0]):
        return False
    text = iter(whole)
    return all(each in text for each in letters)


_ONLY_VERBS: Final = re.compile(
    r"(?:(?:reaches|achieves|attains|obtains|outperforms|improves|reduces|surpasses|exceeds|beats|yields|gets|is|are|has)\s*)+",
    re.IGNORECASE,
)


def names_nobody(text: str) -> bool:
    """Whether words are nothing but verbs."""
    return _ONLY_VERBS.fullmatch(render(text).text.strip()) is not None


def named_instead(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """The other subject of the file, or the other name of the vocabulary, that `subject_as` is; None if it is no such name."""
    said = claim.claim
    if said.subject_as is None:
        return None
    own = _spellings(said.subject.text, vocabulary)
    words = _spellings(said.subject_as.text, vocabulary)
    if any(related(each, one) for each in words for one in own):
        return None
    entry = vocabulary.find(said.subject_as.text)
    if entry is not None:
        return entry.name.text
    if any(word[:1].islower() for word in render(said.subject_as.text).text.split()):
        return None  # "the ResNet-based method" may be what another claim calls so, and this one by its name
    same = fold(said.subject_as.text).text.casefold()
    for other in claim.paper.all_claims():
        for name in (other.claim.subject, *other.claim.baseline):
            if fold(name.text).text.casefold() == same:
                return name.text
    return None
