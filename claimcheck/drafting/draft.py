"""From an abstract to a draft: sentence by sentence, then checked by the rules until nothing in it is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.drafting.check import read, repaired
from claimcheck.drafting.compose import attach_setup, claims_of, complete
from claimcheck.drafting.lexicon import OWN, OWN_WORK
from claimcheck.drafting.mentions import window
from claimcheck.drafting.model import TODO, Draft, DraftClaim, DraftEvidence, Said
from claimcheck.drafting.naming import names_with_digits, slug, system_name, unique
from claimcheck.drafting.passages import Passage, passages
from claimcheck.drafting.phrases import Range, is_plural, noun_before
from claimcheck.drafting.quantities import Number, governing_words, numbers_of
from claimcheck.drafting.rankings import rankings_of
from claimcheck.drafting.subjects import Work, named_thing
from claimcheck.sources.abstract import Abstract
from claimcheck.sources.records import Metadata
from claimcheck.text.fold import fold

NOTHING_KNOWN: Final = Metadata()
_FEWEST_WORDS: Final = 6
_TABLE: Final = 30
"""A sentence with more numbers is a table that lost its lines: it is listed as a whole."""
_OPENING: Final = 2000
_LEADING: Final = frozenset(
    "by with a an the only of up about average mean absolute relative over nearly almost roughly around at least more than all".split()
)
_NOT_FIRST: Final = frozenset("of and to than with".split())
_REACH: Final = 5


def draft(
    abstract: Abstract,
    others: Sequence[Abstract] = (),
    *,
    id: str | None = None,
    taken: Collection[str] = (),
    metadata: Metadata = NOTHING_KNOWN,
    vocabulary: LoadedVocabulary | None = None,
) -> Draft:
    """Drafts the claim file of an abstract.

    `others` are the abstracts of the sources, which its opening words must tell it from; `id` the paper's id, else made
    from its name, unlike those `taken`; `vocabulary` the project's, whose names hold no numbers.
    """
    text = read(abstract, vocabulary)
    name = system_name(text, metadata.title)
    work = Work(name)
    known = slug(name or "") or slug(metadata.title or abstract.words(_FEWEST_WORDS)) or "paper"
    made = Draft(
        id or unique(known, taken),
        Said(name, True) if name else Said(TODO),
        opening(abstract, others),
        abstract.digest,
        metadata,
        names=names_with_digits(text),
    )
    left: list[int] = []
    found = passages(text, _own(name))
    for passage in found:
        evidence, unclaimed = _drafted(passage, work)
        left += unclaimed
        if evidence.claims:
            made.evidence.append(evidence)
    _name_claims(made)
    claimed = {at for claim in made.claims() for at in (claim.at, claim.baseline_at) if at is not None}
    excuses = {text.numbers[at].start: excuse(passage, at, claimed) for passage in found for at in passage.numbers}
    made.not_claims = list(dict.fromkeys(excuses[text.numbers[at].start] for at in left))
    return repaired(made, abstract, text, excuses, vocabulary)


def _own(name: str | None) -> re.Pattern[str]:
    """By what a sentence is told in which the work speaks of itself."""
    words = [rf"(?i:\b(?:{'|'.join(sorted(OWN))})\b)", f"(?i:{OWN_WORK.pattern})"]
    if name:
        words.append(rf"(?<!\w){re.escape(name)}(?!\w)")
    return re.compile("|".join(words))


def opening(abstract: Abstract, others: Sequence[Abstract]) -> str:
    """The opening words of an abstract, as many as tell it from the others."""
    rest = [fold(each.text[:_OPENING]).text for each in others if each.digest != abstract.digest]
    words = abstract.text.split()
    for count in range(min(_FEWEST_WORDS, len(words)), len(words) + 1):
        said = " ".join(words[:count])
        folded = fold(said[:_OPENING]).text
        if fold(abstract.text[:_OPENING]).text.startswith(folded) and not any(each.startswith(folded) for each in rest):
            return said
    return " ".join(words)


def _drafted(passage: Passage, work: Work) -> tuple[DraftEvidence, list[int]]:
    """The claims of a sentence, and its numbers that none of them holds."""
    if len(passage.numbers) > _TABLE:
        return DraftEvidence(passage.span, passage.quote), list(passage.numbers)
    rankings = rankings_of(passage, governing_words(passage), work)
    numbers = numbers_of(passage, bool(rankings))
    claims = []
    for claim in claims_of(passage, numbers, work):
        assert claim.at is not None
        others = {
            number.at for number in numbers.values() if number.role in ("claim", "pair") and number.at != claim.at
        }
        said = window(passage, claim.at, _words_around(passage, numbers[claim.at]), others, passage.place)
        if said is not None:
            claim.tell("mention", said)
            claims.append(claim)
    claims = sorted((*claims, *rankings), key=lambda claim: claim.place)
    complete(passage, claims, work)
    left = attach_setup(passage, numbers, claims)
    held = {at for claim in claims for at in (claim.at, claim.baseline_at)}
    left += [at for at, number in numbers.items() if number.role in ("claim", "pair", "baseline") and at not in held]
    return DraftEvidence(passage.span, passage.quote, claims), sorted(left)


def _words_around(passage: Passage, number: Number) -> Range:
    """The words that go with a number: its noun, the word that governs it from near by, and what leads to it."""
    stretch = passage.numbers[number.at]
    first, last = stretch.first, max(stretch.last, number.noun[1])
    while (
        first > 0
        and not passage.parted(first)
        and first - 1 not in passage.numbered
        and passage.low[first - 1] in _LEADING
    ):
        first -= 1
    while first < stretch.first and passage.low[first] in _NOT_FIRST:
        first += 1
    word = number.governor
    if word is not None and word.index >= stretch.last:
        last = max(last, word.index + 1)
    elif word is not None and word.sort == "noun" and first - _REACH <= word.index < first:
        if not passage.numbered & set(range(word.index, first)):
            first = word.index
            while first and passage.low[first - 1] in _LEADING - _NOT_FIRST and not passage.parted(first):
                first -= 1
    if number.kind == "result" and first == stretch.first and first and passage.low[first - 1] == "of":
        first = noun_before(passage, first - 1)[0]
        first -= first > 0 and passage.low[first - 1] in ("a", "an", "the")
    if passage.low[last : last + 1] == ["on"] and not passage.parted(last):
        last = named_thing(passage, last + 1)[1]
    return first, last


def excuse(passage: Passage, at: int, claimed: Collection[int]) -> str:
    """The words of the abstract that hold a number which is no claim: its noun phrase, at no other place."""
    if len(passage.numbers) > _TABLE:
        return passage.quote
    stretch = passage.numbers[at]
    first = stretch.first - (stretch.first > 0 and passage.low[stretch.first - 1] in _LEADING)
    last = stretch.last
    while (
        last < len(passage.low)
        and last - stretch.last < _REACH
        and not passage.parted(last)
        and last not in passage.numbered
    ):
        last += 1
        if is_plural(passage.low[last - 1]):
            break
    words = (first, last)
    return window(passage, at, words, claimed, None) or window(passage, at, words, (), None) or passage.quote


def _name_claims(made: Draft) -> None:
    """Gives each claim an id: by what it measures or counts; of several alike by a letter behind it."""
    used: set[str] = set()
    for claim in made.claims():
        base = _base(claim)
        letters = (
            f"{base}-{chr(ord('a') + index // 26 - 1) if index >= 26 else ''}{chr(ord('a') + index % 26)}"
            for index in range(1, 26 * 26)
        )
        claim.id = next(each for each in (base, *letters, f"{base}-{claim.place}") if each not in used)
        used.add(claim.id)


def _base(claim: DraftClaim) -> str:
    kind, metric = claim.text("kind") or "", claim.text("metric") or ""
    change = claim.text("change")
    if kind == "delta":
        return {"increase": "gain", "decrease": "reduction"}.get(change or "", "change")
    if kind == "ranking" and metric in ("", "performance"):
        return claim.text("rank") or kind
    words = slug(metric).split("-")
    return "-".join(words[-1:] if kind in ("count", "size") else words[-2:]) or kind
